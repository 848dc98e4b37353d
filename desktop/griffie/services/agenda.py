"""The agenda: deadlines in time, counted by day and read a page at a time, and a new date for one of them."""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from datetime import date, timedelta
from typing import Any

from griffie.base.settings import Settings
from griffie.domain.agenda import (
    NO_DEADLINE,
    AgendaFilter,
    Entry,
    Group,
    Horizon,
    Leads,
    Summary,
    Tally,
    horizon,
)
from griffie.domain.changes import Changes
from griffie.domain.kinds import Chamber, ItemKind
from griffie.domain.periods import DateRange
from griffie.domain.recess import RecessCalendar
from griffie.services import itemising, recesses
from griffie.services.desk import Desk
from griffie.store import agenda

BEHIND_ALL = agenda.BEHIND_ALL
KEPT_ENDS = 200
KEPT_DAYS = 3


def leads_of(settings: Settings) -> Leads:
    """Return the lead times that the settings give."""
    return Leads(**{kind.value: settings.get(f"reminder_{kind.value}") for kind in ItemKind})


def horizon_of(desk: Desk, today: date, shown: AgendaFilter | None = None) -> Horizon:
    """Return the days that part the groups, by the recesses of the chamber that the agenda is limited to.

    Not limited, it goes by the Tweede Kamer, or by the Eerste where the register knows no other.

    Raises:
        UserError: the register, or the file with the user's own recesses, is damaged.
    """
    return horizon(today, recesses.calendar(desk), chamber_of(desk, shown))


def chamber_of(desk: Desk, shown: AgendaFilter | None = None) -> Chamber:
    """Return the chamber whose recesses count."""
    asked = [shown.chamber] if shown is not None and shown.chamber else agenda.values(desk.register, "chamber")
    return Chamber.EK if asked == [Chamber.EK.value] else Chamber.TK


def tally(desk: Desk, shown: AgendaFilter) -> Tally:
    """Return how many deadlines each day of the agenda has; items without one are counted by `without_deadline`.

    Raises:
        UserError: the register is damaged or locked.
    """
    return agenda.tally(desk.register, shown)


def without_deadline(desk: Desk, shown: AgendaFilter) -> int:
    """Return how many items have no deadline at all; it takes longer than the deadlines themselves.

    Raises:
        UserError: the register is damaged or locked.
    """
    return agenda.count_without_deadline(desk.register, shown)


def whole_tally(desk: Desk, shown: AgendaFilter) -> Tally:
    """Return how many lines each day has, items without a deadline included.

    Raises:
        UserError: the register is damaged or locked.
    """
    return tally(desk, shown).with_day(NO_DEADLINE, without_deadline(desk, shown))


def page(
    desk: Desk,
    shown: AgendaFilter,
    *,
    first: str = "",
    behind: str = BEHIND_ALL,
    after: Entry | None = None,
    limit: int,
) -> list[Entry]:
    """Return the next lines of the agenda, in order.

    Args:
        desk: the desk.
        shown: what the agenda is limited to.
        first: the day to begin at, where there is no `after`.
        behind: the first day that is not wanted.
        after: the line before.
        limit: at most so many.

    Raises:
        UserError: the register is damaged or locked.
    """
    place = (after.day, after.seq) if after is not None else (first, 0)
    found = agenda.keys(desk.register, shown, after=place, behind=behind, limit=limit)
    return agenda.entries(desk.register, [seq for _day, seq in found])


class Track:
    """The agenda as it is counted, read at any place of it.

    It keeps where pages ended that were read before, and what sorts the lines of the days that were begun in their
    middle, so that the next page begins at a key at once. To be used by one thread at a time.
    """

    def __init__(self, desk: Desk, shown: AgendaFilter, counted: Tally) -> None:
        self.desk, self.shown, self.counted = desk, shown, counted
        self._ends: OrderedDict[int, tuple[str, int]] = OrderedDict()
        self._days: OrderedDict[str, array[int]] = OrderedDict()

    def page(self, position: int, limit: int) -> list[Entry]:
        """Return the lines from a position in the whole agenda on, at most so many.

        Raises:
            UserError: the register is damaged or locked.
        """
        if position >= self.counted.total:
            return []
        last = self.counted.at(min(position + limit, self.counted.total) - 1)[0]
        register = self.desk.register
        found = agenda.keys(register, self.shown, after=self._key_before(position), behind=last + "!", limit=limit)
        if found:
            self._keep(self._ends, position + len(found), found[-1], KEPT_ENDS)
        return agenda.entries(register, [seq for _day, seq in found])

    def _key_before(self, position: int) -> tuple[str, int]:
        """Return the key of the line before a position; of the first line of a day its day alone."""
        day, offset = self.counted.at(position)
        if not offset:
            return (day, 0)
        if position in self._ends:
            return self._ends[position]
        if day not in self._days:
            self._keep(self._days, day, agenda.seqs_of_day(self.desk.register, self.shown, day), KEPT_DAYS)
        of_day = self._days[day]
        return (day, of_day[min(offset, len(of_day)) - 1] if of_day else 0)

    @staticmethod
    def _keep(kept: "OrderedDict[Any, Any]", place: Any, value: Any, most: int) -> None:
        kept[place] = value
        while len(kept) > most:
            kept.popitem(last=False)


def of_days(desk: Desk, shown: AgendaFilter, days: list[str], limit: int) -> dict[str, list[Entry]]:
    """Return the first lines of each of some days, at most `limit` of a day.

    Raises:
        UserError: the register is damaged or locked.
    """
    seqs: list[int] = []
    for day in days:
        found = agenda.keys(desk.register, shown, after=(day, 0), behind=day + "!", limit=limit)
        seqs.extend(seq for _day, seq in found)
    made: dict[str, list[Entry]] = {}
    for entry in agenda.entries(desk.register, seqs):
        made.setdefault(entry.day, []).append(entry)
    return made


def seqs_of_day(desk: Desk, shown: AgendaFilter, day: str) -> "array[int]":
    """Return what sorts the lines of one day, in order.

    Raises:
        UserError: the register is damaged or locked.
    """
    return agenda.seqs_of_day(desk.register, shown, day)


def lanes(desk: Desk, shown: AgendaFilter, by: str, first: date, last: date) -> dict[str, list[tuple[str, int]]]:
    """Return, by "ministry" or "kind", the days of a range with how many deadlines each has.

    Raises:
        UserError: the register is damaged or locked.
    """
    behind = (last + timedelta(days=1)).isoformat()
    return agenda.lanes(desk.register, shown, by, first.isoformat(), behind)


def summary(desk: Desk, today: date, leads: Leads | None = None) -> Summary:
    """Return what a start tells: overdue, this week, coming up.

    Raises:
        UserError: the register is damaged or locked.
    """
    leads = leads or Leads()
    week = horizon(today, RecessCalendar()).span(Group.THIS_WEEK)
    near = [(kind, (today + timedelta(days=leads.of(kind) + 1)).isoformat()) for kind in ItemKind]
    return agenda.summary(desk.register, today.isoformat(), week[1], near)


def values(desk: Desk, facet: str) -> list[str]:
    """Return what the agenda can be limited to: the ministries, committees, handlers or chambers that occur.

    Raises:
        UserError: the register is damaged or locked.
    """
    return agenda.values(desk.register, facet)


def has_lines(desk: Desk) -> bool:
    """Tell whether the register holds any item at all."""
    return agenda.has_lines(desk.register)


def position_of(desk: Desk, shown: AgendaFilter, counted: Tally, entry_id: str) -> int | None:
    """Return where a line stands in the whole agenda, by the id of its deadline or item; None where it is not in it.

    Raises:
        UserError: the register is damaged or locked.
    """
    key = agenda.key_of(desk.register, shown, entry_id)
    return _position(desk, shown, counted, key) if key is not None else None


def position_of_text(desk: Desk, shown: AgendaFilter, counted: Tally, text: str) -> int | None:
    """Return where the first line stands whose number or title begins with a text; None without one.

    Raises:
        UserError: the register is damaged or locked.
    """
    key = agenda.find(desk.register, shown, text) if text.strip() else None
    return _position(desk, shown, counted, key) if key is not None else None


def _position(desk: Desk, shown: AgendaFilter, counted: Tally, key: tuple[str, int]) -> int | None:
    day, seq = key
    of_day = agenda.seqs_of_day(desk.register, shown, day)
    place = bisect_left(of_day, seq)
    return counted.before(day) + place if place < len(of_day) and of_day[place] == seq else None


def reasons(desk: Desk) -> list[str]:
    """Return the reasons given for moves so far, the newest first.

    Raises:
        UserError: the register is damaged or locked.
    """
    return agenda.reasons(desk.register)


def move(desk: Desk, entry: Entry, found: DateRange, reason: str) -> Changes:
    """Give a line of the agenda another date; one step. An item without a deadline gets one.

    Raises:
        UserError: it had a date and no reason is given, or it is gone.
        InvalidValueError: it would end before it begins.
    """
    if entry.deadline_id:
        return itemising.set_deadline(desk, entry.deadline_id, found, reason=reason)
    values = {"date_from": found.date_from, "date_to": found.date_to, "precision": found.precision}
    return itemising.new_item(desk, ItemKind.DEADLINE, values, owner_id=entry.item_id)[1]
