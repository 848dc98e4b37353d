"""The reminder round over a small register, with verbs for what a clerk does in it."""

import datetime as dt

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from griffie.base.settings import Settings
from griffie.domain.rappel import ListName
from griffie.services.desk import Desk
from griffie.store.database import open_register
from griffie.ui.notices import Notices
from griffie.ui.place import Bus, Workplace
from griffie.ui.rappel.view import RappelView
from griffie.ui.remembered import Remembered
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT
from tests.helpers.rappel_register import fill

TODAY = dt.date(2026, 11, 24)
BODY, DAY = "commissie voor Justitie en Veiligheid", "24 November 2026"


class Round:
    """Somebody at the reminder round."""

    def __init__(self, bot, view, place, ids):
        self.bot, self.view, self.place, self.ids = bot, view, place, ids
        self.bar, self.top = view.bar, view.question_bar
        self.passed, self.coming, self.undated = (view.panes_[name] for name in ListName)
        self.told = []
        place.bus.told.connect(self.told.append)

    def settle(self):
        self.bot.waitUntil(self._is_still, timeout=15_000)

    def _is_still(self):
        still = self.view.is_idle and self.place.lane.idle
        if still:
            for pane in self.view.panes_.values():
                for place in range(pane.model.rowCount()):
                    pane.model.row(place)
        return still and self.view.is_idle and not any(p.model.is_reading for p in self.view.panes_.values())

    def load(self):
        self.view.load()
        self.settle()
        return self

    def column(self, pane, key):
        place = next(n for n, column in enumerate(pane.model.columns) if column.key == key)
        return [pane.model.index(row, place).data() for row in range(pane.model.rowCount())]

    def numbers(self, pane):
        return self.column(pane, "number")

    def choose(self, pane, *rows):
        flags = QItemSelectionModel.SelectionFlag
        pane.table.selectionModel().clearSelection()
        for row in rows:
            pane.table.selectionModel().select(pane.model.index(row, 0), flags.Select | flags.Rows)
        pane.table.setFocus()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        self.settle()

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)

    def write(self, line, text):
        line.setFocus()
        line.selectAll()
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def meet(self):
        """Fill in who decides, and when."""
        self.write(self.bar.body, BODY)
        self.write(self.bar.day.line, DAY)


@pytest.fixture
def place(qtbot, tmp_path):
    register = open_register(tmp_path / "r.sqlite")
    lane = Lane("writing")
    yield Workplace(Desk(register, None, "tester"), lane, Bus(), Settings(tmp_path / "s.toml"), LIGHT)
    lane.close()
    register.close()


@pytest.fixture
def make_round(qtbot, place, tmp_path):
    """Return a function that shows the round; several may follow one another."""
    made = []

    def make(ids=None):
        notices = Notices(LIGHT)
        qtbot.addWidget(notices)
        view = RappelView(place, Remembered(tmp_path / "window.toml"), notices, clock=lambda: TODAY)
        qtbot.addWidget(view)
        view.resize(1300, 800)
        view.show()
        view.activateWindow()
        made.append(view)
        return Round(qtbot, view, place, ids or {})

    yield make
    for view in made:
        if not view.is_closing:
            view.close_down()


@pytest.fixture
def round_(make_round, place):
    return make_round(fill(place.desk)).load()
