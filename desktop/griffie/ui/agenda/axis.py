"""The time axis: days to pixels and back, and the ticks that stand at its head; no painting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""The axis goes no further, whatever a date in the register says."""


class Zoom(StrEnum):
    """How much time a screen shows."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


DAY_PX = {Zoom.WEEK: 132, Zoom.MONTH: 24, Zoom.QUARTER: 8}
"""Pixels of a day."""
BIN_DAYS = {Zoom.WEEK: 1, Zoom.MONTH: 1, Zoom.QUARTER: 7}
"""So many days stand above one another: a mark needs more room than a day has when a quarter is shown."""


@dataclass(frozen=True)
class Axis:
    """Days from `first` to `last` at a zoom; x counts pixels from the begin of the first day."""

    first: date
    last: date
    zoom: Zoom

    @property
    def day_px(self) -> int:
        """Pixels of a day."""
        return DAY_PX[self.zoom]

    @property
    def length(self) -> int:
        """Pixels of the whole axis."""
        return ((self.last - self.first).days + 1) * self.day_px

    def x_of(self, day: date) -> int:
        """Return where a day begins."""
        return (day - self.first).days * self.day_px

    def day_at(self, x: float) -> date:
        """Return the day at a place; beside the axis its first or last one."""
        return self.first + timedelta(days=max(0, min(int(x // self.day_px), (self.last - self.first).days)))

    def bin_of(self, day: date) -> date:
        """Return the first day of those that stand above one another with a day: itself, or the Monday of its week."""
        return day if BIN_DAYS[self.zoom] == 1 else day - timedelta(days=day.weekday())

    def bin_centre(self, bin_day: date) -> float:
        """Return the middle of a column of marks."""
        return self.x_of(bin_day) + BIN_DAYS[self.zoom] * self.day_px / 2

    def days(self, left: float, right: float) -> Iterator[date]:
        """Yield the days between two places, one by one."""
        day, last = self.day_at(left), self.day_at(right)
        while day <= last:
            yield day
            day += timedelta(days=1)

    def months(self, left: float, right: float) -> Iterator[date]:
        """Yield the first day of each month that shows between two places."""
        day = self.day_at(left).replace(day=1)
        last = self.day_at(right)
        while day <= last:
            yield day
            day = (day + timedelta(days=32)).replace(day=1)


def axis_around(today: date, first: str, last: str, zoom: Zoom) -> Axis:
    """Return an axis that holds all dates that occur and today, with some room at both ends.

    Args:
        today: the day of now.
        first: the first date that occurs, as an ISO text, '' for none.
        last: the last one.
        zoom: how much a screen shows.
    """
    begin = min(today, _day(first, today)) - timedelta(days=60)
    end = max(today, _day(last, today)) + timedelta(days=200)
    begin = max(begin, FIRST_DAY)
    return Axis(begin - timedelta(days=begin.weekday()), min(end, LAST_DAY), zoom)


def _day(text: str, other: date) -> date:
    try:
        return max(FIRST_DAY, min(date.fromisoformat(text), LAST_DAY - timedelta(days=200)))
    except ValueError:
        return other
