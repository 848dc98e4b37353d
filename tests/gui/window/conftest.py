"""The whole program in a throw-away profile, with verbs for what a clerk does."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from griffie.base.paths import user_paths
from griffie.base.settings import load_settings
from griffie.domain.anchor import find_quote
from griffie.domain.reading import Reading
from griffie.pdf.launch import start_launcher
from griffie.services import looking
from griffie.services.reading import Reader
from griffie.store.database import open_register
from griffie.ui.page.drawn import is_drawn
from griffie.ui.page.geometry import PagePoint
from griffie.ui.start import Program
from tests.helpers.letters import letter_pdf


@pytest.fixture(scope="session")
def launcher():
    launcher = start_launcher()
    yield launcher
    launcher.close()


class Clerk:
    """Somebody at the window."""

    def __init__(self, qtbot, program, tmp_path):
        self.bot, self.program, self.folder = qtbot, program, tmp_path
        self.window, self.letter = program.window, program.window.letter
        self.page, self.panel = self.letter.page, self.letter.panel
        self.told = []
        program.place.bus.told.connect(self.told.append)

    def write(self, name="brief.pdf", **what):
        path = self.folder / name
        path.write_bytes(letter_pdf(**what))
        return path

    def open(self, path):
        """Open a file and wait until it stands in the window."""
        self.window.take_files([path])
        self.settle()
        assert self.letter.opened is not None
        return self.letter.opened

    def settle(self):
        """Wait until everything asked for is done and drawn."""
        self.bot.waitUntil(self.is_quiet, timeout=15_000)
        self.bot.waitUntil(lambda: not self.letter.is_opening, timeout=15_000)
        if self.letter.opened is not None and self.letter.isVisible():
            self.bot.waitUntil(lambda: is_drawn(self.page), timeout=15_000)
            seen = self.page.visible_pages
            self.bot.waitUntil(lambda: all(self.page.words.get(i) is not None for i in seen()), timeout=15_000)
        self.bot.waitUntil(self.is_quiet, timeout=15_000)

    def is_quiet(self):
        """Tell whether nothing is being written, asked or read."""
        lanes = self.program.place.lane.idle and self.window.reading.idle and self.window.background.idle
        return lanes and not self.letter.suggesting.is_waiting

    def ends(self, quote, page_index=0, occurrence=0):
        """Where the first and the last character of a quote stand in the viewport."""
        flow = self.letter.opened.flow
        begin, end = find_quote(quote, flow, page_index)[occurrence]
        selection = flow.select(begin, end, self.page.words.boxes)
        first, last = selection.spans[0].quads[0], selection.spans[-1].quads[-1]
        starts = PagePoint(selection.spans[0].page_index, (first[0] + first[4]) / 2, (first[1] + first[5]) / 2)
        stops = PagePoint(selection.spans[-1].page_index, (last[2] + last[6]) / 2, (last[3] + last[7]) / 2)
        return self.page.position_of(starts), self.page.position_of(stops)

    def drag(self, quote, page_index=0):
        """Select words with the mouse: press before the first, move, let go behind the last."""
        begin, end = self.ends(quote, page_index)
        port = self.page.viewport()
        middle = QPointF((begin.x() + end.x()) / 2, (begin.y() + end.y()) / 2)
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=begin.toPoint())
        QTest.mouseMove(port, middle.toPoint())
        QTest.mouseMove(port, end.toPoint())
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end.toPoint())
        return self.page.selection()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key where the focus is."""
        widget = QApplication.focusWidget() or self.window
        QTest.keyClick(widget, key, modifiers)
        self.settle()

    def type(self, text):
        """Type where the focus is."""
        QTest.keyClicks(QApplication.focusWidget(), text)

    def tag(self, quote, key, page_index=0):
        """Select words and press the key of a kind."""
        self.drag(quote, page_index)
        self.page.setFocus()
        self.press(key)

    def do(self, name):
        """Choose an action of the menu."""
        self.window.actions_[name].trigger()
        self.settle()

    def items(self):
        """Return what is tagged in the open letter, as the register has it."""
        return looking.items_in(self.program.place.desk, self.letter.opened.letter.id)


def nothing_found(_pages, _boxes, _facts):
    """Read a letter and find nothing in it."""
    return Reading(reader="none/1")


@pytest.fixture
def reader():
    """What reads letters in the background: nothing is found, unless a test has a reader of its own."""
    return Reader("none/1", nothing_found)


@pytest.fixture
def make_clerk(qtbot, qapp, tmp_path, launcher, reader):
    """Return a function that starts the program on a register; all are closed in the end."""
    programs = []

    def make(register=None):
        paths = user_paths()
        register = open_register(register or tmp_path / "register" / "griffie.sqlite")
        program = Program(qapp, register, load_settings(paths.settings), paths, launcher)
        programs.append(program)
        program.window.background.reader = reader
        program.window.resize(1300, 900)
        program.window.show()
        program.window.begin([])
        qtbot.waitExposed(program.window)
        program.window.activateWindow()
        return Clerk(qtbot, program, tmp_path)

    yield make
    for program in programs:
        if not program.closed:
            program.window.close()
        program.window.deleteLater()
        program.deleteLater()


@pytest.fixture
def clerk(make_clerk):
    return make_clerk()
