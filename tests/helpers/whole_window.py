"""The whole program, started by a script in a process of its own: for measurements and for runs that end in a kill."""

import time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from griffie.base.paths import user_paths
from griffie.base.settings import load_settings
from griffie.domain.anchor import find_quote
from griffie.store.database import open_register
from griffie.ui.picture import is_drawn
from griffie.ui.start import Program, make_application

SIZE = (1300, 900)
WAKE_MS = 2


class TooLong(AssertionError):  # noqa: N818  an assertion about time
    """What was waited for did not come."""


class WholeWindow:
    """The program on a register, with verbs for what a script does with it.

    The launcher is started by the caller before this module is imported, as the program itself does it.
    """

    def __init__(self, launcher, register_path, profile):
        paths = user_paths(profile)
        self.app = make_application()
        self.program = Program(self.app, open_register(register_path), load_settings(paths.settings), paths, launcher)
        self.window, self.place = self.program.window, self.program.place
        self.letter, self.desk = self.window.letter, self.place.desk
        self.page, self.panel = self.letter.page, self.letter.panel
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()

    def wait_until(self, condition, what, seconds=30):
        """Run the event loop until the condition holds.

        Raises:
            TooLong: it did not hold in time.
        """
        waker = QTimer(interval=WAKE_MS)
        waker.start()
        give_up = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > give_up:
                raise TooLong(what)
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        waker.stop()

    def settle(self):
        """Wait until all that was asked for is written and read, and the letter, if one is open, is drawn."""
        self.wait_until(self._is_still, "the window does not come to rest")

    def _is_still(self):
        quiet = self.place.lane.idle and self.window.reading.idle
        return quiet and (self.letter.opened is None or (is_drawn(self.page) and self._has_words()))

    def _has_words(self):
        return all(self.page.words.get(index) is not None for index in self.page.visible_pages())

    def open(self, path):
        """Open a file and wait until its letter stands in the window."""
        self.window.take_files([path])
        self.wait_until(lambda: self.letter.opened is not None, "the letter does not open")
        self.settle()
        return self.letter.opened

    def select_quote(self, quote, page_index=None, occurrence=0):
        """Select words on a page that is in view."""
        begin, end = find_quote(quote, self.letter.opened.flow, page_index)[occurrence]
        self.page.select(begin, end)
        self.wait_until(lambda: self.page.selection() is not None, "nothing is selected")

    @staticmethod
    def focused():
        """Return the widget that keys go to."""
        return QApplication.focusWidget()
