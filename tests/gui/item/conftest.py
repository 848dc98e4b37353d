"""The sheet of a commitment that has a bit of everything, on a register of its own."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from griffie.base.settings import Settings
from griffie.domain.following import ProgressKind, RelationKind
from griffie.domain.kinds import ItemKind
from griffie.domain.settlement import Degree, Stage
from griffie.services import following, itemising, settling, tagging
from griffie.services.settling import Ruling
from griffie.services.sheet import read_sheet
from griffie.ui.item.view import ItemView
from griffie.ui.place import Bus, Workplace
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT
from tests.helpers.registers import document_of, new_desk, put_letter, select

PROMISE = "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitvoering."
MOTION = "De motie van het lid Azmani (29 344, nr. 120) beschouw ik hiermee als uitgevoerd."
QUESTION = "De commissie verzoekt mij het rapport voor het zomerreces te sturen."
DAY = dt.date(2026, 5, 12)


@pytest.fixture
def place(qtbot, tmp_path):
    desk = new_desk(tmp_path / "register.sqlite")
    lane = Lane("writing")
    yield Workplace(desk, lane, Bus(), Settings(tmp_path / "settings.toml"), LIGHT)
    lane.close()
    desk.register.close()


class SheetBench:
    """The sheet as the window holds it, with what it asks of the window written down."""

    def __init__(self, place, qtbot):
        self.place, self.desk, self.qtbot = place, place.desk, qtbot
        self.letter_id = put_letter(self.desk, subject="Uitvoering")
        self.later_id = put_letter(self.desk, subject="Voortgang", date="2026-05-01")
        self.opened, self.closed, self.told, self.failures = [], [], [], []
        self.view = ItemView(place)
        qtbot.addWidget(self.view)
        self.view.resize(1200, 800)
        self.view.item_requested.connect(lambda *ids: self.opened.append(ids))
        self.view.sheet_closed.connect(lambda: self.closed.append(True))
        place.bus.told.connect(self.told.append)
        place.bus.failed.connect(self.failures.append)

    def tag(self, kind, words, owner_id=None, letter_id=None):
        letter_id = letter_id or self.letter_id
        selection = select(self.desk, letter_id, words)
        return tagging.tag(self.desk, letter_id, document_of(self.desk, letter_id), kind, selection, owner_id)[0]

    def show(self, item_id, among=()):
        self.view.take(item_id, among)
        self.view.load()
        self.view.show()
        self.view.activateWindow()
        self.qtbot.waitUntil(lambda: self.view.isActiveWindow())
        self.rest()

    def rest(self):
        """Wait until all that was asked for is written, read and shown."""
        self.qtbot.waitUntil(lambda: self.place.lane.idle and self.view._reads.idle and self.view.may_settle.idle)

    def number(self, item_id):
        return self.desk.item(item_id).number

    def letter(self, letter_id=None):
        return self.desk.letter(letter_id or self.later_id).number

    def sheet(self):
        return read_sheet(self.desk, self.view.sheet.item.id)

    def type_over(self, widget, text):
        widget.setFocus()
        widget.selectAll()
        self.qtbot.keyClick(widget, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(widget, text)

    def log(self):
        """Return the newest lines of the log as they are shown."""
        return self.view.log.steps[0].lines if self.view.log.steps else ()


@pytest.fixture
def bench(place, qtbot):
    bench = SheetBench(place, qtbot)
    yield bench
    bench.view.close_down()


@pytest.fixture
def promise(bench):
    """A bare commitment."""
    item_id = bench.tag(ItemKind.COMMITMENT, PROMISE)
    bench.show(item_id)
    return item_id


@pytest.fixture
def full(bench):
    """A commitment with a deadline that moved, two settlements, two notes and two relations; its sheet is shown."""
    item_id = bench.tag(ItemKind.COMMITMENT, PROMISE)
    deadline = bench.tag(ItemKind.DEADLINE, "voor 1 mei 2026", item_id)
    itemising.set_item_field(bench.desk, deadline, "date_to", dt.date(2026, 10, 1), reason="het onderzoek loopt uit")
    settling.settle(bench.desk, item_id, Ruling(), letter_id=bench.later_id)
    settling.settle(bench.desk, item_id, Ruling(Stage.DECIDED, Degree.PARTLY, "commissie JenV", DAY, "na debat"))
    following.add_progress(bench.desk, item_id, "Onderzoek loopt", on_date=dt.date(2026, 4, 1))
    following.add_progress(
        bench.desk, item_id, "Volgt na de zomer", on_date=DAY, kind=ProgressKind.INTERIM, letter_id=bench.later_id
    )
    bench.motion = bench.tag(ItemKind.MOTION, MOTION)
    bench.question = bench.tag(ItemKind.REQUEST, QUESTION)
    following.relate(bench.desk, item_id, RelationKind.CARRIES_OUT, bench.motion)
    following.relate(bench.desk, bench.question, RelationKind.REPEATS, item_id)
    bench.deadline = deadline
    bench.show(item_id)
    return item_id
