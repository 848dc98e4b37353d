"""A period that a time phrase names, in a year that is not yet chosen."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from griffie.domain.kinds import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """A period: its days, how precisely it is meant, and the words of the answer where they differ from the days.

    `latest` answers for the period as a whole; `before` for what must be ready before it. `sure` is False where the
    days are the usual ones, not known ones.
    """

    first: dt.date
    last: dt.date
    precision: Precision
    rule: str
    reason: str
    latest: str | None = None
    before: str | None = None
    sure: bool = True


YearPeriod = Callable[[int], Period | None]
