"""Asks the register off the GUI thread, and only for what was typed last: an older question is cut short."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from griffie.base.errors import Cancelled
from griffie.domain.finding import Found
from griffie.services.desk import Desk
from griffie.services.finding import Search
from griffie.ui.tasks import Lane


class Asker(QObject):
    """One question at a time.

    Signals:
        answered: Found, for the last question.
        failed: the error that the last question ran into.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = Lane("griffie-finding", self)
        self._search: Search | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._search is not None

    def ask(self, typed: str, opened: Sequence[str]) -> None:
        """Ask what is found by these words; without any, for letters, those that were `opened` last first."""
        self.forget()
        search = self._search = Search(self._desk, typed, opened=opened)
        self._lane.run(search.run, lambda found: self._take(search, found), lambda error: self._fail(search, error))

    def forget(self) -> None:
        """Want no answer any more."""
        if self._search is not None:
            self._search.cancel()
            self._search = None

    def close(self) -> None:
        """End the thread; the window is closing."""
        self.forget()
        self._lane.close()

    def _take(self, search: Search, found: Found) -> None:
        if search is self._search:
            self._search = None
            self.answered.emit(found)

    def _fail(self, search: Search, error: Exception) -> None:
        if search is self._search and not isinstance(error, Cancelled):
            self._search = None
            self.failed.emit(error)
