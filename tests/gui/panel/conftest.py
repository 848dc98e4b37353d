"""A panel on a register of its own, with a letter in which something of each kind is tagged."""

from types import SimpleNamespace

import pytest

from griffie.base.settings import Settings
from griffie.domain.kinds import ItemKind
from griffie.services import lettering, looking, tagging
from griffie.ui.panel.panel import Panel
from griffie.ui.place import Bus, Workplace
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT
from tests.helpers.registers import document_of, new_desk, put_letter, select

PROMISE = "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitvoering."
TERM = "voor 1 mei 2026"
MOTION = "De motie van het lid Azmani (29 344, nr. 120) beschouw ik hiermee als uitgevoerd."
QUESTION = "De commissie verzoekt mij het rapport voor het zomerreces te sturen."


@pytest.fixture
def place(qtbot, tmp_path):
    desk = new_desk(tmp_path / "register.sqlite")
    lane = Lane("writing")
    yield Workplace(desk, lane, Bus(), Settings(tmp_path / "settings.toml"), LIGHT)
    lane.close()
    desk.register.close()


class Bench:
    """The panel as the window holds it: shown anew after each change, its signals written down."""

    def __init__(self, place, qtbot):
        self.place, self.desk, self.qtbot = place, place.desk, qtbot
        self.letter_id = put_letter(self.desk)
        self.document_id = document_of(self.desk, self.letter_id)
        self.failures, self.told, self.selected = [], [], []
        self.panel = Panel(place)
        qtbot.addWidget(self.panel)
        self.panel.resize(380, 900)
        place.bus.changed.connect(self.refresh)
        place.bus.failed.connect(self.failures.append)
        place.bus.told.connect(self.told.append)
        self.panel.item_selected.connect(self.selected.append)

    def tag(self, kind, words):
        return tagging.tag(self.desk, self.letter_id, self.document_id, kind, select(self.desk, self.letter_id, words))[
            0
        ]

    def refresh(self, *_changes):
        self.panel.show_letter(self.letter(), looking.items_in(self.desk, self.letter_id), self.document_id)

    def show(self):
        self.refresh()
        self.panel.show()
        self.panel.activateWindow()
        self.qtbot.waitUntil(lambda: self.panel.isActiveWindow())

    def letter(self):
        return looking.letter(self.desk, self.letter_id)

    def item(self, item_id):
        return self.desk.item(item_id, self.letter_id)

    def row(self, name):
        return self.panel.items.form.form.rows[name]

    def field(self, name):
        return self.row(name).editor.control

    def letter_row(self, name):
        return self.panel.letter_form.rows[name]

    def settled(self):
        self.qtbot.waitUntil(lambda: self.place.lane.idle)

    def type_over(self, widget, text):
        """Click into a field, mark all of it and type."""
        widget.setFocus()
        widget.selectAll()
        self.qtbot.keyClicks(widget, text)


@pytest.fixture
def bench(qtbot, place):
    return Bench(place, qtbot)


@pytest.fixture
def filled(bench):
    """A bench with one item of each kind; the deadline belongs to the commitment."""
    bench.ids = SimpleNamespace(
        commitment=bench.tag(ItemKind.COMMITMENT, PROMISE),
        deadline=bench.tag(ItemKind.DEADLINE, TERM),
        motion=bench.tag(ItemKind.MOTION, MOTION),
        request=bench.tag(ItemKind.REQUEST, QUESTION),
    )
    lettering.type_letter_field(bench.desk, bench.letter(), "dossiers", "29344")
    bench.show()
    return bench
