"""The recesses of the chambers: dated rows with their source, and the rule where no row exists."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from griffie.domain.kinds import Chamber
from griffie.domain.periods import christmas_recess, summer_recess


class RecessKind(StrEnum):
    """The recesses of a sitting year."""

    SUMMER = "summer"
    AUTUMN = "autumn"
    CHRISTMAS = "christmas"
    SPRING = "spring"
    MAY = "may"
    ELECTION = "election"


@dataclass(frozen=True, slots=True)
class Recess:
    """One recess: first and last day, both without sittings. `grade` is that of the source; "R" is by rule."""

    chamber: Chamber
    kind: RecessKind
    first: dt.date
    last: dt.date
    source: str = ""
    grade: str = "R"


class RecessCalendar:
    """The recesses that are known, and the rule for those that are not."""

    def __init__(self, rows: Iterable[Recess] = ()) -> None:
        self.rows = tuple(sorted(rows, key=lambda row: (row.first, row.chamber.value)))

    def recess(self, kind: RecessKind, year: int, chamber: Chamber = Chamber.TK) -> Recess | None:
        """Return the recess of that kind that begins in a year; by rule without a row; None where there is no rule."""
        for row in self.rows:
            if row.kind is kind and row.chamber is chamber and row.first.year == year:
                return row
        rule = {RecessKind.SUMMER: summer_recess, RecessKind.CHRISTMAS: christmas_recess}.get(kind)
        return Recess(chamber, kind, *rule(year)) if rule else None
