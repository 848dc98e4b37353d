"""The agenda as the window uses it: any place of it, days, the summary, and a new date for a line."""

import datetime as dt

import pytest

from griffie.base.errors import UserError
from griffie.base.settings import Settings
from griffie.domain.agenda import NO_DEADLINE, AgendaFilter, Group, Leads, Summary
from griffie.domain.item import Deadline
from griffie.domain.kinds import Chamber, ItemKind, Precision
from griffie.domain.periods import DateRange
from griffie.services import agenda, history, itemising
from tests.helpers.agenda_register import TODAY, agenda_desk
from tests.helpers.registers import put_letter

ALL = AgendaFilter()


@pytest.fixture
def desk(tmp_path):
    desk = agenda_desk(tmp_path / "r.sqlite")
    yield desk
    desk.register.close()


def titles(entries):
    return [entry.title for entry in entries]


def whole(desk, shown=ALL):
    return agenda.page(desk, shown, limit=1000)


def entry(desk, title):
    return next(one for one in whole(desk) if one.title == title)


@pytest.mark.parametrize("shown", [ALL, AgendaFilter(also_closed=True), AgendaFilter(kinds=(ItemKind.COMMITMENT,))])
def test_a_page_from_any_place_is_that_part_of_the_whole(desk, shown):
    counted, lines = agenda.whole_tally(desk, shown), whole(desk, shown)
    assert counted.total == len(lines)
    for position in range(counted.total + 1):
        assert agenda.Track(desk, shown, counted).page(position, 3) == lines[position : position + 3]


@pytest.mark.parametrize("order", [1, -1])
def test_one_track_is_read_forwards_and_backwards(desk, order):
    counted, lines = agenda.whole_tally(desk, ALL), whole(desk)
    track = agenda.Track(desk, ALL, counted)
    for position in range(0, counted.total, 4)[::order]:
        assert track.page(position, 4) == lines[position : position + 4]


def test_the_next_page_begins_behind_the_last_line(desk):
    lines = whole(desk)
    assert agenda.page(desk, ALL, after=lines[4], limit=4) == lines[5:9]


def test_the_groups_of_the_agenda_hold_what_falls_in_them(desk):
    counted, seen = agenda.whole_tally(desk, ALL), agenda.horizon_of(desk, TODAY)
    track = agenda.Track(desk, ALL, counted)
    groups = {one.group: titles(track.page(one.start, one.count))
              for one in counted.groups(seen) if one.count}  # fmt: skip
    assert groups == {
        Group.OVERDUE: ["Te laat", "Gisteren"],
        Group.THIS_WEEK: ["Vandaag", "Verzoek deze week", "binnen drie dagen", "Zondag"],
        Group.THIS_MONTH: ["Eind juni"],
        Group.BEFORE_RECESS: ["Voor het reces"],
        Group.LATER: ["In het reces"],
        Group.NO_DATE: ["Zo spoedig mogelijk", "Zonder termijn", "Verzoek zonder termijn", "Motie"],
    }


def test_a_few_lines_of_each_of_some_days(desk):
    days = [(TODAY + dt.timedelta(days=n)).isoformat() for n in (0, 2, 3, 9)]
    found = agenda.of_days(desk, ALL, days, 5)
    assert {day: titles(lines) for day, lines in found.items()} == {
        days[0]: ["Vandaag"], days[1]: ["Verzoek deze week"], days[2]: ["binnen drie dagen"],
    }  # fmt: skip


def test_the_recesses_are_those_of_the_chamber_that_is_asked_for_or_the_only_one(desk, tmp_path):
    assert agenda.chamber_of(desk) is Chamber.TK
    assert agenda.chamber_of(desk, AgendaFilter(chamber="EK")) is Chamber.EK
    from tests.helpers.registers import new_desk

    senate = new_desk(tmp_path / "ek.sqlite")
    itemising.new_item(senate, ItemKind.REQUEST, {"summary": "x"}, letter_id=put_letter(senate, chamber="EK"))
    assert agenda.chamber_of(senate) is Chamber.EK
    senate.register.close()


def test_the_summary_goes_by_the_lead_times_of_the_settings(desk, tmp_path):
    assert agenda.summary(desk, TODAY) == Summary(overdue=2, this_week=4, coming_up=4)
    settings = Settings(tmp_path / "s.toml", {"reminder_commitment": 30, "reminder_deadline": 0})
    assert agenda.leads_of(settings) == Leads(commitment=30, motion=28, request=7, deadline=0)
    assert agenda.summary(desk, TODAY, agenda.leads_of(settings)).coming_up == 5


def test_a_move_keeps_the_old_date_with_its_reason_and_undo_brings_it_back(desk):
    late = entry(desk, "Te laat")
    day = dt.date(2026, 9, 1)
    agenda.move(desk, late, late.moved_to(day), " Uitstel gevraagd ")
    moved = entry(desk, "Te laat")
    assert (moved.due, moved.date_from, moved.precision) == (day, None, Precision.DAY)
    assert agenda.reasons(desk) == ["Uitstel gevraagd"]
    history.undo(desk)
    assert entry(desk, "Te laat") == late
    assert agenda.reasons(desk) == []
    history.redo(desk)
    assert entry(desk, "Te laat").due == day


def test_a_move_without_a_reason_is_refused(desk):
    late = entry(desk, "Te laat")
    with pytest.raises(UserError):
        agenda.move(desk, late, late.moved_to(TODAY), "  ")
    assert entry(desk, "Te laat") == late


def test_an_item_without_a_deadline_gets_one_in_one_step(desk):
    bare = entry(desk, "Zonder termijn")
    assert bare.day == NO_DEADLINE
    agenda.move(desk, bare, DateRange(None, TODAY, Precision.DAY), "")
    dated = entry(desk, "Zonder termijn")
    assert (dated.due, dated.item_id) == (TODAY, bare.item_id)
    assert isinstance(desk.item(dated.deadline_id), Deadline)
    history.undo(desk)
    assert entry(desk, "Zonder termijn") == bare


def test_a_deadline_without_a_date_gets_one_without_a_reason(desk):
    soon = entry(desk, "Zo spoedig mogelijk")
    agenda.move(desk, soon, DateRange(None, TODAY, Precision.DAY), "")
    assert entry(desk, "Zo spoedig mogelijk").due == TODAY


def test_where_a_line_stands(desk):
    counted, lines = agenda.whole_tally(desk, ALL), whole(desk)
    for position, one in enumerate(lines):
        assert agenda.position_of(desk, ALL, counted, one.id) == position
    assert agenda.position_of(desk, ALL, counted, "gone") is None
    assert agenda.position_of_text(desk, ALL, counted, "eind j") == titles(lines).index("Eind juni")
    assert agenda.position_of_text(desk, ALL, counted, " ") is None
