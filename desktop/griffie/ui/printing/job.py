"""Long work in slices between the events of the window: it goes on meanwhile, and stops when it is asked to."""

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from griffie.base.errors import UserError

SLICE_MS: Final = 8
"""How long events wait at most, but for a step that takes longer by itself: half of what a screen shows in one go."""


class Job(QObject):
    """Takes the steps of a generator when nothing else is to be done; each yields how much is done, and of how much.

    Why no thread: Python lets one thread run at a time, and a table that draws itself would wait for it at each cell.

    Signals:
        progressed: how much is done, and of how much; once for each slice.
        finished: all steps have been taken.
        failed: the UserError that ended it.
        ended: the job is over, one way or another.
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, steps: Generator[tuple[int, int], None, None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Generator[tuple[int, int], None, None] | None = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin with the next round of events."""
        self._timer.start()

    @property
    def is_running(self) -> bool:
        """True until the job is over."""
        return self._steps is not None

    @Slot()
    def cancel(self) -> None:
        """Stop; what the steps hold open is closed."""
        self._end(lambda: None)

    @Slot()
    def _go_on(self) -> None:
        until = perf_counter() + SLICE_MS / 1000
        try:
            while self._steps is not None:
                progress = next(self._steps)
                if perf_counter() > until:
                    self.progressed.emit(*progress)
                    return
        except StopIteration:
            self._end(self.finished.emit)
        except UserError as error:
            reason = error
            self._end(lambda: self.failed.emit(reason))
        except BaseException:
            self._end(lambda: None)
            raise

    def _end(self, tell: Callable[[], None]) -> None:
        steps, self._steps = self._steps, None
        self._timer.stop()
        if steps is not None:
            steps.close()
            tell()
            self.ended.emit()
