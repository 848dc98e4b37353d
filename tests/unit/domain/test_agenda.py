"""The agenda: a day falls in exactly one group, counts add up, lead times and moved ranges are as they should be."""

import datetime as dt
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.domain.agenda import (
    NO_DATE,
    NO_DEADLINE,
    AgendaFilter,
    Entry,
    Group,
    Leads,
    Tally,
    horizon,
    next_recess,
    recesses_between,
)
from griffie.domain.holidays import easter_sunday, holidays
from griffie.domain.kinds import Chamber, ItemKind, Precision
from griffie.domain.periods import DateRange
from griffie.domain.recess import Recess, RecessCalendar, RecessKind, shipped_calendar

SUMMER = Recess(Chamber.TK, RecessKind.SUMMER, date(2026, 7, 3), date(2026, 8, 31))
CALENDAR = RecessCalendar([SUMMER])
WEDNESDAY = date(2026, 6, 10)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def seen(today=WEDNESDAY, calendar=CALENDAR, chamber=Chamber.TK):
    return horizon(today, calendar, chamber)


@pytest.mark.parametrize(
    ("day", "group"),
    [
        (date(1990, 1, 1), Group.OVERDUE),
        (date(2026, 6, 9), Group.OVERDUE),
        (date(2026, 6, 10), Group.THIS_WEEK),
        (date(2026, 6, 14), Group.THIS_WEEK),
        (date(2026, 6, 15), Group.THIS_MONTH),
        (date(2026, 6, 30), Group.THIS_MONTH),
        (date(2026, 7, 1), Group.BEFORE_RECESS),
        (date(2026, 7, 2), Group.BEFORE_RECESS),
        (date(2026, 7, 3), Group.LATER),
        (date(2199, 12, 31), Group.LATER),
        (None, Group.NO_DATE),
    ],
)
def test_a_day_falls_in_its_group(day, group):
    assert seen().group_of(day) is group


@given(today=DAYS, day=st.none() | DAYS)
def test_every_day_falls_in_exactly_one_group(today, day):
    here = horizon(today, shipped_calendar())
    text = day.isoformat() if day else NO_DATE
    inside = [group for group in Group if here.span(group)[0] <= text < here.span(group)[1]]
    assert inside == [here.group_of(day)]


@given(today=DAYS, days=st.lists(DAYS, min_size=2, max_size=8))
def test_groups_follow_one_another_as_the_days_do(today, days):
    here = horizon(today, shipped_calendar())
    order = [list(Group).index(here.group_of(day)) for day in sorted(days)]
    assert order == sorted(order)


@given(today=DAYS)
def test_today_and_sunday_are_this_week_and_yesterday_is_late(today):
    here = horizon(today, shipped_calendar())
    assert here.week_end.weekday() == 6
    assert here.group_of(today) is here.group_of(here.week_end) is Group.THIS_WEEK
    assert here.group_of(today - timedelta(days=1)) is Group.OVERDUE
    assert here.group_of(here.week_end + timedelta(days=1)) is not Group.THIS_WEEK


def test_a_week_that_ends_in_the_next_month_leaves_nothing_for_this_month():
    here = seen(date(2026, 6, 30))
    assert here.group_of(date(2026, 7, 5)) is Group.THIS_WEEK
    assert here.span(Group.THIS_MONTH)[0] == here.span(Group.THIS_MONTH)[1]


def test_a_recess_that_begins_this_month_is_no_longer_the_next_one():
    here = seen(date(2026, 7, 1))
    assert here.recess.kind is RecessKind.CHRISTMAS
    assert here.group_of(date(2026, 9, 1)) is Group.BEFORE_RECESS


def test_without_any_recess_ahead_nothing_stands_before_it():
    class Nothing(RecessCalendar):
        def recess(self, kind, year, chamber=Chamber.TK):
            return None

    here = horizon(WEDNESDAY, Nothing())
    assert here.recess is None
    assert here.group_of(date(2026, 7, 1)) is Group.LATER


def test_each_chamber_has_its_own_recess_and_both_go_by_the_tweede_kamer():
    senate = Recess(Chamber.EK, RecessKind.SUMMER, date(2026, 7, 10), date(2026, 9, 7))
    calendar = RecessCalendar([SUMMER, senate])
    assert next_recess(calendar, Chamber.EK, WEDNESDAY) == senate
    assert next_recess(calendar, Chamber.BOTH, WEDNESDAY) == SUMMER


def test_years_without_rows_go_by_rule_and_dated_rows_win():
    found = recesses_between(CALENDAR, Chamber.TK, date(2026, 1, 1), date(2027, 12, 31))
    summers = [recess for recess in found if recess.kind is RecessKind.SUMMER]
    assert summers[0] == SUMMER
    assert summers[1].first.year == 2027
    assert [recess.first for recess in found] == sorted(recess.first for recess in found)


def test_a_single_free_day_is_no_recess_but_is_shown_as_one():
    free = Recess(Chamber.TK, RecessKind.FREE, date(2026, 6, 15), date(2026, 6, 15))
    calendar = RecessCalendar([free, SUMMER])
    assert next_recess(calendar, Chamber.TK, WEDNESDAY) == SUMMER
    assert free in recesses_between(calendar, Chamber.TK, date(2026, 6, 15), date(2026, 6, 15))


COUNTS = st.dictionaries(DAYS.map(date.isoformat) | st.sampled_from([NO_DATE, NO_DEADLINE]), st.integers(0, 9))


@given(counts=COUNTS, today=DAYS)
def test_the_counts_of_the_groups_are_those_of_their_days(counts, today):
    tally, here = Tally(counts.items()), horizon(today, shipped_calendar())
    by_hand = dict.fromkeys(Group, 0)
    for day, count in counts.items():
        by_hand[here.group_of(None if day.startswith("~") else date.fromisoformat(day))] += count
    assert {counted.group: counted.count for counted in tally.groups(here)} == by_hand
    assert tally.total == sum(counts.values())


@given(counts=COUNTS)
def test_a_position_leads_to_its_day_and_back(counts):
    tally = Tally(counts.items())
    whole = [day for day in sorted(counts) for _n in range(counts[day])]
    assert [tally.at(position)[0] for position in range(tally.total)] == whole
    for position in range(tally.total):
        day, offset = tally.at(position)
        assert tally.before(day) + offset == position
        assert 0 <= offset < tally.on(day)


@pytest.mark.parametrize("position", [-1, 2])
def test_beside_the_agenda_there_is_no_position(position):
    with pytest.raises(IndexError):
        Tally([("2026-01-01", 2)]).at(position)


def test_lead_times_are_by_kind_and_what_is_late_is_not_coming_up():
    leads = Leads(commitment=14, request=7)
    day = WEDNESDAY + timedelta(days=10)
    assert leads.is_coming_up(ItemKind.COMMITMENT, day, WEDNESDAY)
    assert not leads.is_coming_up(ItemKind.REQUEST, day, WEDNESDAY)
    assert leads.is_coming_up(ItemKind.REQUEST, WEDNESDAY + timedelta(days=7), WEDNESDAY)
    assert not leads.is_coming_up(ItemKind.REQUEST, WEDNESDAY + timedelta(days=8), WEDNESDAY)
    assert not leads.is_coming_up(ItemKind.COMMITMENT, WEDNESDAY - timedelta(days=1), WEDNESDAY)
    assert not leads.is_coming_up(ItemKind.COMMITMENT, None, WEDNESDAY)


def entry(**values):
    made = {"seq": 1, "day": "2026-05-01", "deadline_id": "d", "item_id": "i", "kind": ItemKind.COMMITMENT,
            "number": "C2026-0001", "title": "", "due": date(2026, 5, 1)}  # fmt: skip
    return Entry(**made | values)


def test_what_was_one_day_stays_one_and_all_else_becomes_a_last_day():
    day = date(2026, 5, 8)
    assert entry(date_from=date(2026, 5, 1)).moved_to(day) == DateRange(day, day, Precision.DAY)
    assert entry(date_from=None).moved_to(day) == DateRange(None, day, Precision.DAY)
    assert entry(date_from=date(2026, 4, 1)).moved_to(day) == DateRange(None, day, Precision.DAY)


def test_a_reason_is_wanted_once_there_was_a_date():
    assert entry().needs_reason
    assert entry(due=None, no_date=True).needs_reason
    assert not entry(due=None).needs_reason
    assert not entry(deadline_id="", due=None).needs_reason


def test_the_words_are_the_deadlines_own_where_it_has_any():
    assert entry(has_words=True).passage_id == "d"
    assert entry().passage_id == "i"
    assert entry(deadline_id="", has_words=True).passage_id == "i"


def test_a_filter_limits_unless_it_only_asks_for_settled_ones_too():
    assert not AgendaFilter(also_closed=True).limits
    assert AgendaFilter(ministry="JenV").limits
    assert AgendaFilter(kinds=(ItemKind.MOTION,)).limits


@pytest.mark.parametrize(
    ("year", "day"),
    [(2000, "04-23"), (2008, "03-23"), (2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2038, "04-25")],
)
def test_easter(year, day):
    assert easter_sunday(year).isoformat() == f"{year}-{day}"


def test_the_holidays_of_a_year():
    assert [day.isoformat() for day in holidays(2026)] == [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25",
        "2026-12-26",
    ]  # fmt: skip


def test_the_kings_day_gives_way_to_a_sunday():
    assert dt.date(2025, 4, 26) in holidays(2025)
    assert dt.date(2025, 4, 27) not in holidays(2025)
