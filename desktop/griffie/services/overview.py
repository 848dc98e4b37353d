"""Overviews over the register: numbers per ministry, minister, committee, dossier, year, chamber or kind."""

import datetime as dt
from collections.abc import Callable

from griffie.domain.listing import Wanted
from griffie.domain.overview import Dimension, Overview
from griffie.services.desk import Desk
from griffie.store import overview as stored

__all__ = ["overview", "version", "years"]


def overview(
    desk: Desk,
    wanted: Wanted,
    dimension: Dimension,
    today: dt.date,
    *,
    by_year: bool = False,
    stop: Callable[[], bool] | None = None,
) -> Overview:
    """Return the numbers of every value of a dimension, and of all items together.

    It reads every item that is wanted: some tenths of a second for tens of thousands, some seconds for a million.

    Args:
        desk: where the register is.
        wanted: what is counted.
        dimension: what the rows are.
        today: the day by which an item is late.
        by_year: whether each row and the total have their numbers by year besides.
        stop: asked now and then while it counts; True ends it.

    Raises:
        Cancelled: `stop` said so.
        UserError: the register is damaged or locked.
    """
    return stored.overview(desk.register, wanted, dimension, today, by_year=by_year, stop=stop)


def version(desk: Desk) -> int:
    """Return a number that is another one when somebody, in whatever program, has written since this thread asked."""
    return stored.version(desk.register)


def years(desk: Desk) -> list[str]:
    """Return the years in which something was made, oldest first, off an index."""
    return stored.years(desk.register)
