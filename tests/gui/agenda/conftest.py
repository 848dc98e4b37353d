"""The agenda on a register of its own, seen on Wednesday 10 June 2026, with verbs for what a clerk does."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from griffie.base.settings import Settings
from griffie.services import agenda
from griffie.ui.agenda.view import AgendaView
from griffie.ui.place import Bus, Workplace
from griffie.ui.remembered import Remembered
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT
from tests.helpers.agenda_register import TODAY, agenda_desk
from tests.helpers.registers import new_desk


@pytest.fixture(scope="session")
def agenda_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("agenda") / "r.sqlite"
    agenda_desk(path).register.close()
    return path


@pytest.fixture
def place(qtbot, tmp_path, agenda_file):
    path = tmp_path / "r.sqlite"
    shutil.copyfile(agenda_file, path)
    lane = Lane("writing")
    desk = new_desk(path)
    yield Workplace(desk, lane, Bus(), Settings(tmp_path / "s.toml"), LIGHT)
    lane.close()
    desk.register.close()


@pytest.fixture
def empty_place(qtbot, tmp_path):
    lane = Lane("writing")
    desk = new_desk(tmp_path / "empty.sqlite")
    yield Workplace(desk, lane, Bus(), Settings(tmp_path / "s.toml"), LIGHT)
    lane.close()
    desk.register.close()


class Bench:
    """Somebody at the agenda."""

    def __init__(self, qtbot, place, remembered, mode="list"):
        self.bot, self.place, self.desk = qtbot, place, place.desk
        self.told, self.failed, self.items, self.sheets = [], [], [], []
        self.day = TODAY
        self.remembered = remembered
        self.view = AgendaView(place, remembered, lambda: self.day)
        self.view.item_requested.connect(lambda *ids: self.items.append(ids))
        self.view.sheet_requested.connect(self.sheets.append)
        place.bus.told.connect(self.told.append)
        place.bus.failed.connect(self.failed.append)
        qtbot.addWidget(self.view, before_close_func=lambda _view: self.close())
        self.closed = False
        self.view.resize(1300, 860)
        self.view.show_mode(mode)
        self.view.show()
        self.view.load()
        self.view.activateWindow()
        self.settle()
        self.view.panes()[0].setFocus()

    def settle(self):
        """Wait until everything asked for is read, written and shown."""
        source, lane = self.view.source, self.place.lane
        quiet = lambda: source.is_whole and source.lane.idle and lane.idle and not self.view.is_waiting  # noqa: E731
        for _turn in range(3):  # what is painted may ask for more
            self.bot.waitUntil(quiet, timeout=10_000)
            QApplication.processEvents()
        self.bot.waitUntil(quiet, timeout=10_000)

    # the list

    @property
    def table(self):
        return self.view.list_page.table

    @property
    def model(self):
        return self.view.list_page.model

    def rows(self):
        """Return what the list shows, headings as [heading, count] and lines as titles."""
        self.settle()
        found = []
        for row in range(self.model.rowCount()):
            heading, entry = self.model.heading(row), self.model.entry_at(row)
            found.append([heading.group.value, heading.count] if heading else entry and entry.title)
        return found

    def row_of(self, title):
        self.settle()
        rows = range(self.model.rowCount())
        return next(r for r in rows if (entry := self.model.entry_at(r)) is not None and entry.title == title)

    def go_to(self, title):
        self.table.go_to(self.row_of(title))
        self.table.setFocus()

    def middle_of(self, row, column=3):
        return self.table.visualRect(self.model.index(row, column)).center()

    # everywhere

    def entry(self, title):
        lines = agenda.page(self.desk, self.view.source.shown, limit=1000)
        return next(one for one in lines if one.title == title)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier, widget=None):
        QTest.keyClick(widget or self.focused(), key, modifiers)
        self.settle()

    def type(self, text):
        QTest.keyClicks(self.focused(), text)

    def focused(self):
        """Return where keys go; a window that is not active has a focus all the same."""
        return QApplication.focusWidget() or self.view.window().focusWidget() or self.view

    def drag(self, widget, begin, end):
        """Press, move and let go; the places may be of other widgets, mapped."""
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(begin))
        QTest.mouseMove(widget, QPoint((begin.x() + end.x()) // 2, (begin.y() + end.y()) // 2))
        QTest.mouseMove(widget, QPoint(end))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(end))
        self.settle()

    @property
    def bar(self):
        return self.view.moving.bar

    def give_reason(self, reason):
        self.bar.reason.setFocus()
        self.bar.reason.clearEditText()
        self.type(reason)
        self.press(Qt.Key.Key_Return, widget=self.bar.reason.lineEdit())

    def close(self):
        if not self.closed:
            self.closed = True
            self.view.close_down()


@pytest.fixture
def make_bench(qtbot, tmp_path):
    def make(place, mode="list", remembered=None):
        return Bench(qtbot, place, remembered or Remembered(tmp_path / "window.toml"), mode)

    return make


@pytest.fixture
def bench(make_bench, place):
    return make_bench(place)
