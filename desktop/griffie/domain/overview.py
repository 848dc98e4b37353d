"""Overviews: how many promises a ministry, minister, committee, dossier or year has, and how far they are.

What each number counts is said by `MEANINGS`, in the words that the window shows. Every count that a row has is that of
the register limited by `limited_to`: a click on a number leads to exactly the items that it counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from griffie.base.i18n import N_, _
from griffie.domain.kinds import WORDS, Chamber, ItemKind, Status
from griffie.domain.listing import Wanted


class Dimension(StrEnum):
    """What the rows of an overview are; the value is the name of the facet in domain/listing.py."""

    MINISTRY = "ministry"
    PERSON = "person"
    COMMITTEE = "committee"
    DOSSIER = "dossier"
    YEAR = "year"
    CHAMBER = "chamber"
    KIND = "kind"


class Measure(StrEnum):
    """What is told of the items of a row: counts first, then what follows from them."""

    MADE = "made"
    OPEN = "open"
    PARTLY = "partly"
    LATE = "late"
    SETTLED = "settled"
    LAPSED = "lapsed"
    REPORTED = "reported"
    MEDIAN_DAYS = "median_days"
    SHARE_LATE = "share_late"
    SHARE_SETTLED_LATE = "share_settled_late"


COUNTS = (
    Measure.MADE, Measure.OPEN, Measure.PARTLY, Measure.LATE, Measure.SETTLED, Measure.LAPSED, Measure.REPORTED,
)  # fmt: skip
"""The measures that count items."""
SHARES = (Measure.SHARE_LATE, Measure.SHARE_SETTLED_LATE)
"""The measures between 0 and 1."""

DIMENSION_WORDS = {
    Dimension.MINISTRY: N_("Ministry"),
    Dimension.PERSON: N_("Minister"),
    Dimension.COMMITTEE: N_("Committee"),
    Dimension.DOSSIER: N_("Dossier"),
    Dimension.YEAR: N_("Year"),
    Dimension.CHAMBER: N_("Chamber"),
    Dimension.KIND: N_("Kind"),
}
MEASURE_WORDS = {
    Measure.MADE: N_("Made"),
    Measure.OPEN: N_("Still open"),
    Measure.PARTLY: N_("Partly settled"),
    Measure.LATE: N_("Late"),
    Measure.SETTLED: N_("Settled"),
    Measure.LAPSED: N_("Lapsed"),
    Measure.REPORTED: N_("Reported"),
    Measure.MEDIAN_DAYS: N_("Days to settle"),
    Measure.SHARE_LATE: N_("Share late"),
    Measure.SHARE_SETTLED_LATE: N_("Settled late"),
}
MEANINGS = {
    Measure.MADE: N_("All items, whatever has become of them."),
    Measure.OPEN: N_("Not settled and not lapsed; what is partly settled is still open."),
    Measure.PARTLY: N_("Open, and settled in part."),
    Measure.LATE: N_("Open, and due before today. Of several deadlines the first one counts."),
    Measure.SETTLED: N_("A body decided so, or a clerk has set the status."),
    Measure.LAPSED: N_("Came to an end without having been settled."),
    Measure.REPORTED: N_("Open, while a letter reports it as settled and nobody has decided yet."),
    Measure.MEDIAN_DAYS: N_(
        "From the day it was made to the day of the decision: half of the settled items took no longer (median)."
    ),
    Measure.SHARE_LATE: N_("How many of the open items are late."),
    Measure.SHARE_SETTLED_LATE: N_("How many of the settled items with a due date were decided on after that date."),
}
"""What each number means, for a tooltip, the help of the command line and the foot of a printed overview."""
SEVERAL = N_(
    "An item with two ministries, ministers, committees or dossiers counts for each; the total counts it once."
)


class Part(StrEnum):
    """What has become of an item: of these each has exactly one, so that together they are all items of a bar."""

    SETTLED = "settled"
    LAPSED = "lapsed"
    PARTLY_IN_TIME = "partly_in_time"
    IN_TIME = "in_time"
    LATE = "late"


PART_WORDS = {
    Part.SETTLED: N_("Settled"),
    Part.LAPSED: N_("Lapsed"),
    Part.PARTLY_IN_TIME: N_("Partly settled, in time"),
    Part.IN_TIME: N_("Open, in time or without a date"),
    Part.LATE: N_("Late"),
}
LEADS_TO = {
    Part.SETTLED: Measure.SETTLED,
    Part.LAPSED: Measure.LAPSED,
    Part.PARTLY_IN_TIME: Measure.PARTLY,
    Part.IN_TIME: Measure.OPEN,
    Part.LATE: Measure.LATE,
}
"""The number whose items a click on a part shows. The register knows no "not late": there all partly settled ones, or
all open ones, are shown, and the bar says how many that are."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of a set of items.

    `partly_in_time` are those of the partly settled that are not late. `timed` are the settled items whose decision has
    a date and that had a due date; `settled_late` those of them that were decided on after it. `median_days` is None
    where no settled item has both its days.
    """

    made: int = 0
    open: int = 0
    partly: int = 0
    late: int = 0
    settled: int = 0
    lapsed: int = 0
    reported: int = 0
    timed: int = 0
    settled_late: int = 0
    partly_in_time: int = 0
    median_days: float | None = None

    @property
    def share_late(self) -> float | None:
        """Late as a part of the open ones, 0 to 1; None where nothing is open."""
        return self.late / self.open if self.open else None

    @property
    def share_settled_late(self) -> float | None:
        """Settled late as a part of the settled ones with both dates, 0 to 1; None where there are none."""
        return self.settled_late / self.timed if self.timed else None

    def part(self, part: Part) -> int:
        """Return how many items have come to this; all parts together are what was made."""
        if part is Part.IN_TIME:
            return self.open - self.late - self.partly_in_time
        found: int = getattr(self, part.value)
        return found

    def value(self, measure: Measure) -> float | None:
        """Return one of the numbers; None where it cannot be said."""
        found: float | None = getattr(self, measure.value)
        return found


@dataclass(frozen=True, slots=True)
class Row:
    """One value of the dimension with its numbers, and the same by year where that was asked for."""

    value: str
    tally: Tally
    by_year: dict[str, Tally] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Overview:
    """The rows of an overview, and the numbers of all items together: not the sum of the rows, see SEVERAL.

    `wanted` is what all of it is limited to, `today` the day by which an item is late, `years` the years of `by_year`
    of the rows and of the total, in order; they are empty where the years were not asked for.
    """

    dimension: Dimension
    wanted: Wanted
    today: date
    rows: tuple[Row, ...]
    total: Row
    years: tuple[str, ...] = ()

    def limited_to(self, row: Row | None, measure: Measure, year: str = "") -> Wanted | None:
        """Return what limits the register to the items of a cell; of the total where `row` is None."""
        value = None if row is None else row.value
        return limited_to(self.wanted, self.dimension, value, measure, self.today, year)


def limited_to(
    wanted: Wanted, dimension: Dimension, value: str | None, measure: Measure, today: date, year: str = ""
) -> Wanted | None:
    """Return what limits the register to the items that a number counts.

    Args:
        wanted: what the overview is limited to.
        dimension: what its rows are.
        value: the value of the row; None is the total.
        measure: the number; one that is no count leads to the items that it is made of: the late or the settled ones.
        today: the day by which an item is late.
        year: the year of the cell where the columns are years, else ''.

    Returns:
        None where a register cannot be limited so: nothing can be found by an unknown year.
    """
    found = wanted
    for facet, one in ((dimension, value), (Dimension.YEAR, year or None)):
        if one is None:
            continue
        if facet is Dimension.YEAR and not one:
            return None
        found = found.without(facet.value).choose(facet.value, one)
    return _of_measure(found, measure, today)


_STATUS_OF = {
    Measure.PARTLY: Status.PARTLY_SETTLED,
    Measure.SETTLED: Status.SETTLED,
    Measure.MEDIAN_DAYS: Status.SETTLED,
    Measure.SHARE_SETTLED_LATE: Status.SETTLED,
    Measure.LAPSED: Status.LAPSED,
}


def _of_measure(wanted: Wanted, measure: Measure, today: date) -> Wanted | None:
    if status := _STATUS_OF.get(measure):
        asked = wanted.values_of("status")
        if asked and status not in asked:
            return None
        return wanted.without("status").choose("status", status.value)
    if measure in (Measure.LATE, Measure.SHARE_LATE):
        return replace(wanted, overdue_on=min(today, wanted.overdue_on or today))
    if measure is Measure.OPEN:
        return replace(wanted, open_only=True)
    return replace(wanted, claimed=True) if measure is Measure.REPORTED else wanted


def with_years(wanted: Wanted, years: Iterable[str], first: str, last: str) -> Wanted:
    """Return the same limited to the years of a period that occur; '' on a side leaves it open.

    A period in which nothing was made is limited to its first year, so that it finds nothing rather than everything.
    """
    rest = wanted.without("year")
    if not first and not last:
        return rest
    inside = [year for year in sorted(years) if (not first or year >= first) and (not last or year <= last)]
    for year in inside or [first or last]:
        rest = rest.choose("year", year)
    return rest


def in_order(rows: Iterable[Row], dimension: Dimension) -> tuple[Row, ...]:
    """Return the rows as they are shown at first: years as they came, newest first, else the most items first."""
    if dimension is Dimension.YEAR:
        return tuple(sorted(rows, key=lambda row: row.value, reverse=True))
    return tuple(sorted(rows, key=lambda row: (not row.value, -row.tally.made, row.value)))


def label_of(dimension: Dimension, value: str) -> str:
    """Return how the value of a row reads, in the language in force."""
    if not value:
        return _("not given")
    members: dict[Dimension, list[StrEnum]] = {Dimension.KIND: [*ItemKind], Dimension.CHAMBER: [*Chamber]}
    return next((_(WORDS[member]) for member in members.get(dimension, []) if member == value), value)
