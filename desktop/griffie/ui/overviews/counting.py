"""Counts what the bar asks for, and remembers it for as long as the register stays as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from griffie.domain.overview import Overview
from griffie.services import overview as services
from griffie.services.desk import Desk
from griffie.ui.overviews.bar import Asked

REMEMBERED = 8
"""Answers that are kept: who goes to the register and back, or from one row to another, need not wait again."""


@dataclass(frozen=True)
class Counted:
    """What was asked, the years in which something was made, and the numbers."""

    asked: Asked
    years: list[str]
    overview: Overview


class Counting:
    """The work of the lane; all of it is done in that one thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._version = -1
        self._kept: dict[tuple[Asked, date], Counted] = {}

    def count(self, asked: Asked, today: date, stop: Callable[[], bool]) -> Counted:
        """Return the numbers, those of before where nothing has been written since.

        Raises:
            Cancelled: `stop` said so.
            UserError: the register is damaged or locked.
        """
        version = services.version(self._desk)
        if version != self._version:
            self._kept.clear()
            self._version = version
        found = self._kept.pop((asked, today), None)
        if found is None:
            years = services.years(self._desk)
            wanted = asked.wanted(years)
            numbers = services.overview(self._desk, wanted, asked.dimension, today, by_year=True, stop=stop)
            found = Counted(asked, years, numbers)
        self._kept[asked, today] = found
        while len(self._kept) > REMEMBERED:
            self._kept.pop(next(iter(self._kept)))
        return found
