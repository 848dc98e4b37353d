"""The shape of a month: weeks from Monday on, and where each day lies; no painting."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from griffie.domain.periods import month_span

HEAD_PX = 28
WEEKS_PX = 40
DAY_HEAD_PX = 24
CHIP_PX = 20
GAP_PX = 2


@dataclass(frozen=True)
class MonthShape:
    """A month in an area of so many pixels: a head with the days of the week, a column with week numbers, the days."""

    month: date
    width: float
    height: float

    @cached_property
    def mondays(self) -> list[date]:
        """The Monday of each week that has days of the month."""
        first, last = month_span(self.month.year, self.month.month)
        monday = first - timedelta(days=first.weekday())
        return [monday + timedelta(days=7 * week) for week in range((last - monday).days // 7 + 1)]

    @property
    def first(self) -> date:
        """The first day that is shown."""
        return self.mondays[0]

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.mondays[-1] + timedelta(days=6)

    @cached_property
    def days(self) -> list[date]:
        """All days that are shown."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def area(self, day: date) -> QRectF:
        """Return where a day lies."""
        wide = (self.width - WEEKS_PX) / 7
        high = (self.height - HEAD_PX) / len(self.mondays)
        week, column = divmod((day - self.first).days, 7)
        return QRectF(WEEKS_PX + column * wide, HEAD_PX + week * high, wide, high)

    def day_at(self, place: QPointF) -> date | None:
        """Return the day at a place, None beside the days."""
        return next((day for day in self.days if self.area(day).contains(place)), None)

    def room(self, day: date) -> int:
        """Return how many lines of a day there is room for."""
        return max(0, int((self.area(day).height() - DAY_HEAD_PX - GAP_PX) // (CHIP_PX + GAP_PX)))

    def shown_of(self, day: date, count: int) -> int:
        """Return how many of a day's lines show; where not all do, one line says how many more there are."""
        room = self.room(day)
        return count if count <= room else max(0, room - 1)

    def rows_of(self, day: date, count: int) -> int:
        """Return how many rows each line of a day has: two where there is room for all of them so."""
        return 2 if 2 * count <= self.room(day) else 1

    def chip(self, day: date, place: int, rows: int = 1) -> QRectF:
        """Return where the line at a place of a day lies, each having so many rows."""
        area, step = self.area(day), rows * (CHIP_PX + GAP_PX)
        return QRectF(area.left() + 4, area.top() + DAY_HEAD_PX + place * step, area.width() - 8, step - GAP_PX)


def months_away(day: date, months: int) -> date:
    """Return the same day of a month further on, or the last one where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    last = month_span(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last.day))
