"""Brings answers of the PDF process, which arrive on a reader thread, to the thread of the window."""

import contextlib
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class Hop(QObject):
    """Runs a call on the thread this object lives in as soon as a future is done, in the order of the answers.

    After `close` (or once the object is gone) answers fall on the floor.
    """

    _answered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: deque[tuple[Callable[[Future[Any]], None], Future[Any]]] = deque()
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def when_done(self, future: Future[T], call: Callable[[Future[T]], None]) -> None:
        """Run `call(future)` here once the future has a result, an error, or was cancelled."""
        future.add_done_callback(partial(self._post, call))

    def close(self) -> None:
        """Forget what is still on its way."""
        self._answers.clear()

    def _post(self, call: Callable[[Future[Any]], None], future: Future[Any]) -> None:
        self._answers.append((call, future))
        with contextlib.suppress(RuntimeError):  # the window went away while the page was drawn
            self._answered.emit()

    @Slot()
    def _on_answered(self) -> None:
        if self._answers:
            call, future = self._answers.popleft()
            call(future)
