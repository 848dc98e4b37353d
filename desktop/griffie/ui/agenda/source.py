"""Reads the agenda off the GUI thread; what was asked before the last change of filter or register is let be."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from griffie.base.errors import UserError
from griffie.domain.agenda import NO_DEADLINE, AgendaFilter, Horizon, Tally, horizon, recesses_between
from griffie.domain.kinds import Chamber
from griffie.domain.recess import Recess, RecessCalendar
from griffie.services import agenda, recesses
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane


class Source(QObject):
    """What is shown of the agenda: the filter, its counts, and the days that part the groups.

    Signals:
        counted: the counts are those of the filter and the register as they are now. It comes twice: items without a
            deadline are counted after the others, then `is_whole`.
    """

    counted = Signal()

    def __init__(self, place: Workplace, clock: Callable[[], date] = date.today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place, self._clock = place, clock
        self.lane = Lane("griffie-agenda", self)
        self.shown = AgendaFilter()
        self.tally = Tally()
        self.calendar = RecessCalendar()
        self.chamber = Chamber.TK
        self.seen: Horizon = horizon(clock(), self.calendar)
        self.is_counted, self.is_whole, self.has_lines = False, False, False
        self.track = agenda.Track(place.desk, self.shown, self.tally)
        self._turn, self._closed = 0, False

    @property
    def today(self) -> date:
        """The day that the groups are seen from."""
        return self.seen.today

    def is_another_day(self) -> bool:
        """Tell whether today is no longer the day that the groups are seen from."""
        return self._clock() != self.seen.today

    @property
    def turn(self) -> int:
        """Grows with each change of filter or register: what was read in an earlier turn is out of date."""
        return self._turn

    def recesses(self, first: date, last: date) -> list[Recess]:
        """Return the recesses of the chamber that touch a range of days."""
        return recesses_between(self.calendar, self.chamber, first, last)

    def show(self, shown: AgendaFilter) -> None:
        """Limit the agenda to something and count anew."""
        self.shown = shown
        self.reload()

    def reload(self) -> None:
        """Count anew; `counted` follows."""
        if self._closed:
            return
        self._turn += 1
        desk, shown, today = self.place.desk, self.shown, self._clock()

        def work() -> tuple[Any, ...]:
            chamber = agenda.chamber_of(desk, shown)
            calendar = recesses.calendar(desk)
            return (agenda.tally(desk, shown), calendar, chamber, horizon(today, calendar, chamber),
                    agenda.has_lines(desk))  # fmt: skip

        self.is_whole = False
        self.ask(work, self._take)

    def ask(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[], None] | None = None
    ) -> None:
        """Read something in the lane and hand it over, unless filter or register have changed meanwhile."""
        if self._closed:
            return
        turn = self._turn

        def fail(error: Exception) -> None:
            if failed is not None and turn == self._turn:
                failed()
            self._on_failed(error)

        def read() -> Any:
            return work() if turn == self._turn else None

        def take(found: Any) -> None:
            if turn == self._turn and not self._closed:
                done(found)

        self.lane.run(read, take, fail)

    def close(self) -> None:
        """End the lane."""
        self._closed = True
        self.lane.close()

    def _take(self, found: tuple[Any, ...]) -> None:
        self.tally, self.calendar, self.chamber, self.seen, self.has_lines = found
        self.track = agenda.Track(self.place.desk, self.shown, self.tally)
        self.is_counted = True
        self.counted.emit()  # who shows lines asks for them now, and so before the rest is counted
        desk, shown = self.place.desk, self.shown
        self.ask(lambda: agenda.without_deadline(desk, shown), self._take_rest)

    def _take_rest(self, count: int) -> None:
        """The items without a deadline stand behind all others: what was shown stays where it is."""
        self.tally = self.tally.with_day(NO_DEADLINE, count)
        self.track.counted = self.tally
        self.is_whole = True
        self.counted.emit()

    def _on_failed(self, error: Exception) -> None:
        if self._closed:
            return
        if not isinstance(error, UserError):
            raise error
        self.place.bus.failed.emit(error)
