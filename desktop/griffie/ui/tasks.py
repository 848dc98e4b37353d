"""Work off the GUI thread: one lane for everything that writes, and results that come back on the GUI thread."""

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from griffie.base.errors import Cancelled, UserError

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

log = logging.getLogger("griffie.ui.tasks")


class Lane(QObject):
    """A single thread through which every write goes, in the order asked; reads may use a lane of their own.

    Signals:
        finished: internal, brings results to the GUI thread.
        became_idle: nothing is waiting and nothing runs.
        failed: a UserError that no caller took care of.
    """

    finished = Signal(object, object)
    became_idle = Signal()
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: queue.SimpleQueue[tuple[Work, Done | None, Failed | None] | None] = queue.SimpleQueue()
        self._waiting = 0
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    @property
    def idle(self) -> bool:
        """True where nothing is waiting and nothing runs."""
        return self._waiting == 0

    def run(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Do `work` in the lane; then `done(result)` or `failed(error)` on the GUI thread."""
        self._waiting += 1
        self._queue.put((work, done, failed))

    def close(self, timeout: float = 2.0) -> None:
        """Finish what is waiting and end the thread; results that come after this are dropped."""
        self.finished.disconnect(self._on_finished)
        self._queue.put(None)
        self._thread.join(timeout)

    def _serve(self) -> None:
        while (entry := self._queue.get()) is not None:
            work, done, failed = entry
            try:
                result = work()
            except Exception as error:  # noqa: BLE001  every error goes to the GUI thread, none may end the lane
                self._answer(failed or self._report, error)
            else:
                self._answer(done, result)

    def _answer(self, take: Callable[[Any], None] | None, value: Any) -> None:
        try:
            self.finished.emit(take, value)
        except RuntimeError:
            log.debug("a result came after the window had gone")

    def _report(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.failed.emit(error)
        elif not isinstance(error, Cancelled):
            raise error

    @Slot(object, object)
    def _on_finished(self, take: Callable[[Any], None] | None, value: Any) -> None:
        self._waiting -= 1
        if take is not None:
            take(value)
        if self._waiting == 0:
            self.became_idle.emit()
