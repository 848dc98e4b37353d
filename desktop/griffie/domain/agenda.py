"""The agenda: the groups that deadlines stand in on a given day, their counts, and from when on one is coming up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Final

from griffie.base.i18n import N_
from griffie.domain.kinds import Chamber, ItemKind, Precision
from griffie.domain.letter import Dossier
from griffie.domain.periods import DateRange, month_span
from griffie.domain.recess import Recess, RecessCalendar, RecessKind

NO_DATE: Final = "~"
"""The day of a deadline without a date: behind every ISO date."""
NO_DEADLINE: Final = "~~"
"""The day of an item that has no deadline at all: behind those."""


class Group(StrEnum):
    """The groups of the agenda, in order; every day falls in exactly one."""

    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    BEFORE_RECESS = "before_recess"
    LATER = "later"
    NO_DATE = "no_date"


GROUP_WORDS: Final[Mapping[Group, str]] = {
    Group.OVERDUE: N_("Overdue"),
    Group.THIS_WEEK: N_("This week"),
    Group.THIS_MONTH: N_("This month"),
    Group.BEFORE_RECESS: N_("Before the next recess"),
    Group.LATER: N_("Later"),
    Group.NO_DATE: N_("No date"),
}
"""The word a user reads for each group, to be passed through `_()` where it is shown."""

RECESSES: Final = (
    RecessKind.SUMMER, RecessKind.AUTUMN, RecessKind.CHRISTMAS, RecessKind.SPRING, RecessKind.MAY, RecessKind.ELECTION,
)  # fmt: skip
"""What counts as a recess; single days without sittings do not."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days that part the groups, seen from `today`. A week runs from Monday through Sunday.

    `recess` is the first that begins after this week and this month are over: one that begins earlier leaves nothing
    before it that is not in "this week" or "this month" already.
    """

    today: date
    week_end: date
    month_end: date
    recess: Recess | None = None

    def span(self, group: Group) -> tuple[str, str]:
        """Return the first day of a group and the first day behind it, as ISO texts to compare with.

        An empty group has both the same. No date comes after every ISO text.
        """
        after = [
            self.today,
            self.week_end + timedelta(days=1),
            max(self.week_end, self.month_end) + timedelta(days=1),
        ]
        after.append(self.recess.first if self.recess else after[-1])
        edges = ["", *(day.isoformat() for day in after), NO_DATE, NO_DATE + "~~"]
        place = list(Group).index(group)
        return edges[place], edges[place + 1]

    def group_of(self, day: date | None) -> Group:
        """Return the group that a day falls in; None is no date."""
        text = day.isoformat() if day else NO_DATE
        return next(group for group in Group if self.span(group)[0] <= text < self.span(group)[1])


def horizon(today: date, calendar: RecessCalendar, chamber: Chamber = Chamber.TK) -> Horizon:
    """Return the days that part the groups on `today`, by the recesses of a chamber."""
    week_end = today + timedelta(days=6 - today.weekday())
    month_end = month_span(today.year, today.month)[1]
    return Horizon(today, week_end, month_end, next_recess(calendar, chamber, max(week_end, month_end)))


def next_recess(calendar: RecessCalendar, chamber: Chamber, after: date) -> Recess | None:
    """Return the recess that begins first after a day; by rule in years without rows, None where nothing is known."""
    known = recesses_between(calendar, chamber, after + timedelta(days=1), after + timedelta(days=800))
    return next((recess for recess in known if recess.first > after and recess.kind in RECESSES), None)


def recesses_between(calendar: RecessCalendar, chamber: Chamber, first: date, last: date) -> list[Recess]:
    """Return the recesses and free days of a chamber that touch a range of days, in order."""
    chamber = Chamber.EK if chamber is Chamber.EK else Chamber.TK
    found = [row for row in calendar.rows if row.chamber is chamber]
    dated = {(row.kind, row.first.year) for row in found}
    for year in range(first.year - 1, last.year + 1):
        for kind in RECESSES:
            ruled = None if (kind, year) in dated else calendar.recess(kind, year, chamber)
            if ruled is not None:
                found.append(ruled)
    return sorted((row for row in found if row.first <= last and row.last >= first), key=lambda row: row.first)


@dataclass(frozen=True, slots=True)
class Leads:
    """How many days before its last day a deadline counts as coming up, by the kind of the item it belongs to.

    `deadline` is of a deadline that belongs to the letter itself.
    """

    commitment: int = 14
    motion: int = 28
    request: int = 7
    deadline: int = 14

    def of(self, kind: ItemKind) -> int:
        """Return the days for a kind."""
        return int(getattr(self, kind.value))

    def is_coming_up(self, kind: ItemKind, due: date | None, today: date) -> bool:
        """Tell whether a deadline of an item of that kind is near, and not over."""
        return due is not None and today <= due <= today + timedelta(days=self.of(kind))


@dataclass(frozen=True, slots=True)
class AgendaFilter:
    """What the agenda is limited to; everything left empty does not limit.

    `kinds` are of the item that a deadline belongs to; ItemKind.DEADLINE stands for one of the letter itself. What is
    settled or lapsed is left out unless `also_closed`.
    """

    kinds: tuple[ItemKind, ...] = ()
    ministry: str = ""
    committee: str = ""
    handler: str = ""
    chamber: str = ""
    dossier: Dossier | None = None
    also_closed: bool = False

    @property
    def limits(self) -> bool:
        """True where something is left out that is not settled or lapsed."""
        return any((self.kinds, self.ministry, self.committee, self.handler, self.chamber, self.dossier))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the agenda: a deadline with the item it belongs to, or an item that has no deadline.

    `deadline_id` is '' for the latter. `item_id`, `kind`, `number` and `title` are of the item it belongs to; of a
    deadline of the letter itself they are its own. `due` is its last day on time. `seq` sorts within a day.
    """

    seq: int
    day: str
    deadline_id: str
    item_id: str
    kind: ItemKind
    number: str
    title: str
    phrase: str = ""
    date_from: date | None = None
    due: date | None = None
    precision: Precision = Precision.NONE
    recurring: bool = False
    no_date: bool = False
    status: str = ""
    closed: bool = False
    claimed: bool = False
    ministry: str = ""
    committee: str = ""
    handler: str = ""
    letter_id: str = ""
    letter_number: str = ""
    letter_subject: str = ""
    has_words: bool = False

    @property
    def id(self) -> str:
        """What tells it from all others: the id of the deadline, else of the item."""
        return self.deadline_id or self.item_id

    @property
    def passage_id(self) -> str:
        """The item whose words in the letter are to be shown: the deadline's own, else those of its item."""
        return self.deadline_id if self.deadline_id and self.has_words else self.item_id

    @property
    def needs_reason(self) -> bool:
        """True where a new date wants a reason: it had one, or was said to have none."""
        return bool(self.deadline_id) and bool(self.due or self.date_from or self.no_date)

    def moved_to(self, day: date) -> DateRange:
        """Return the range it has when it is put on a day: what was one day stays one, all else becomes "by" it."""
        exact = self.date_from is not None and self.date_from == self.due
        return DateRange(day if exact else None, day, Precision.DAY)


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A group with the place of its first line in the whole agenda, and how many lines it has."""

    group: Group
    start: int
    count: int


class Tally:
    """How many lines each day of the agenda has: the whole of it, without the lines themselves.

    Days are ISO texts, NO_DATE or NO_DEADLINE, in ascending order.
    """

    def __init__(self, counts: Iterable[tuple[str, int]] = ()) -> None:
        kept = sorted((day, count) for day, count in counts if count > 0)
        self.days = [day for day, _count in kept]
        self.counts = [count for _day, count in kept]
        self._ends = list(accumulate(self.counts))

    @property
    def total(self) -> int:
        """How many lines there are."""
        return self._ends[-1] if self._ends else 0

    @cached_property
    def _by_day(self) -> dict[str, int]:
        return dict(zip(self.days, self.counts, strict=True))

    def with_day(self, day: str, count: int) -> "Tally":
        """Return the same with the lines of one day more."""
        return Tally([*zip(self.days, self.counts, strict=True), (day, count)])

    def on(self, day: str) -> int:
        """Return how many lines a day has."""
        return self._by_day.get(day, 0)

    def before(self, day: str) -> int:
        """Return how many lines stand before a day."""
        place = bisect_left(self.days, day)
        return self._ends[place - 1] if place else 0

    def between(self, first: str, behind: str) -> int:
        """Return how many lines the days from `first` up to but not including `behind` have."""
        return max(0, self.before(behind) - self.before(first))

    def at(self, position: int) -> tuple[str, int]:
        """Return the day of the line at a position from 0, and its place within that day.

        Raises:
            IndexError: there is no such line.
        """
        if not 0 <= position < self.total:
            raise IndexError(position)
        place = bisect_right(self._ends, position)
        return self.days[place], position - (self._ends[place - 1] if place else 0)

    def groups(self, seen: Horizon) -> list[GroupCount]:
        """Return all groups with their counts, empty ones too."""
        spans = ((group, *seen.span(group)) for group in Group)
        return [GroupCount(group, self.before(first), self.between(first, behind)) for group, first, behind in spans]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a start tells: how many deadlines are overdue, how many fall due from today through Sunday, and how many
    are coming up by the lead time of their kind.
    """

    overdue: int = 0
    this_week: int = 0
    coming_up: int = 0
