"""The numbers of an overview are those of a slow recount, and each is what the register shows when it is clicked."""

import statistics
from datetime import date

import pytest

from griffie.base.errors import Cancelled
from griffie.domain.kinds import ItemKind
from griffie.domain.listing import Wanted
from griffie.domain.overview import COUNTS, LEADS_TO, Dimension, Measure, Part, Tally
from griffie.store.database import open_register
from griffie.store.overview import overview, years
from griffie.store.register_rows import count
from tests.helpers.generated_lines import MEMBERS, drawn, put

TODAY = date(2025, 6, 1)
WITHOUT_DEADLINES = Wanted().choose("kind", "commitment").choose("kind", "motion").choose("kind", "request")
LIMITS = {
    "everything": Wanted(),
    "each item once": Wanted(once=True),
    "kinds": WITHOUT_DEADLINES,
    "one kind": Wanted(kinds=(ItemKind.MOTION,)),
    "a period": Wanted().choose("year", "2023").choose("year", "2024"),
    "a chamber": Wanted().choose("chamber", "TK"),
    "two ministries": Wanted().choose("ministry", "JenV").choose("ministry", "BZK"),
    "a minister": Wanted().choose("person", "Minister van JenV"),
    "a dossier": Wanted().choose("dossier", "29344").choose("kind", "commitment"),
    "open": Wanted(open_only=True),
    "late by another day": Wanted(overdue_on=date(2024, 1, 1)),
    "reported": Wanted(claimed=True),
    "settled": Wanted().choose("status", "settled"),
    "nothing": Wanted().choose("ministry", "nobody"),
}


@pytest.fixture(scope="module", params=[1, 2])
def lines(request):
    return drawn(request.param, 400)


@pytest.fixture(scope="module")
def filled(lines, tmp_path_factory):
    register = open_register(tmp_path_factory.mktemp("filled") / "r.sqlite")
    put(register, lines)
    yield register
    register.close()


def is_wanted(line, wanted):
    """The meaning of `Wanted`, as far as these tests use it."""
    for facet in {name for name, _value in wanted.chosen}:
        if not line.values(facet) & set(wanted.values_of(facet)):
            return False
    if wanted.kinds and line.kind not in wanted.kinds:
        return False
    if wanted.overdue_on and not (not line.closed and line.due < wanted.overdue_on.isoformat()):
        return False
    if wanted.once and not line.alone:
        return False
    return not (wanted.open_only and line.closed) and not (wanted.claimed and not line.claimed)


def recounted(lines):
    """Count the slow way, one line after the other."""
    counted = ("made", "open", "partly", "late", "settled", "lapsed", "reported", "timed", "settled_late")
    found = dict.fromkeys((*counted, "partly_in_time"), 0)
    days = []
    for line in lines:
        found["made"] += 1
        found["open"] += line.status not in ("settled", "lapsed")
        found["partly"] += line.status == "partly_settled"
        is_late = line.status not in ("settled", "lapsed") and line.due != "~" and line.due < TODAY.isoformat()
        found["late"] += is_late
        found["partly_in_time"] += line.status == "partly_settled" and not is_late
        found["settled"] += line.status == "settled"
        found["lapsed"] += line.status == "lapsed"
        found["reported"] += line.claimed
        if line.settled_on and line.due != "~":
            found["timed"] += 1
            found["settled_late"] += line.settled_on > line.due
        if line.settled_on and line.settled_on >= line.made_on:
            days.append((date.fromisoformat(line.settled_on) - date.fromisoformat(line.made_on)).days)
    return Tally(**found, median_days=statistics.median(days) if days else None)


def expected(lines, wanted, dimension):
    inside = [line for line in lines if is_wanted(line, wanted)]
    values = {value for line in inside for value in line.values(dimension.value)} - set(MEMBERS)
    if chosen := set(wanted.values_of(dimension.value)):
        values &= chosen
    return {value: [line for line in inside if value in line.values(dimension.value)] for value in values}


@pytest.mark.parametrize("dimension", Dimension)
@pytest.mark.parametrize("wanted", LIMITS.values(), ids=LIMITS)
def test_the_numbers_are_those_of_a_recount(filled, lines, wanted, dimension):
    found = overview(filled, wanted, dimension, TODAY)
    assert {row.value: row.tally for row in found.rows} == {
        value: recounted(some) for value, some in expected(lines, wanted, dimension).items()
    }
    assert found.total.tally == recounted([line for line in lines if is_wanted(line, wanted)])
    assert found.years == ()


@pytest.mark.parametrize("dimension", Dimension)
@pytest.mark.parametrize("wanted", [LIMITS["everything"], LIMITS["a period"]], ids=["everything", "a period"])
def test_the_numbers_by_year_are_those_of_a_recount(filled, lines, wanted, dimension):
    found = overview(filled, wanted, dimension, TODAY, by_year=True)
    for row in found.rows:
        some = expected(lines, wanted, dimension)[row.value]
        assert row.tally == recounted(some)
        in_years = {year: recounted([line for line in some if line.made_on[:4] == year]) for year in found.years}
        assert {year: row.by_year.get(year, Tally()) for year in found.years} == in_years
    inside = [line for line in lines if is_wanted(line, wanted)]
    assert found.years == tuple(sorted({line.made_on[:4] for line in inside}))
    for year in found.years:
        assert found.total.by_year[year] == recounted([line for line in inside if line.made_on[:4] == year])


@pytest.mark.parametrize("dimension", Dimension)
@pytest.mark.parametrize("wanted", LIMITS.values(), ids=LIMITS)
def test_each_number_is_what_the_register_shows_when_it_is_clicked(filled, wanted, dimension):
    found = overview(filled, wanted, dimension, TODAY)
    for row in [*found.rows[:6], None]:
        for measure in COUNTS:
            number = (row or found.total).tally.value(measure)
            limits = found.limited_to(row, measure)
            assert number == (0 if limits is None else count(filled, limits)), (row, measure)


def test_a_number_of_a_year_is_what_the_register_shows(filled):
    found = overview(filled, WITHOUT_DEADLINES, Dimension.DOSSIER, TODAY, by_year=True)
    for row in [*found.rows[:2], None]:
        for year in found.years:
            for measure in (Measure.MADE, Measure.LATE, Measure.SETTLED):
                number = (row or found.total).by_year.get(year, Tally()).value(measure)
                assert number == count(filled, found.limited_to(row, measure, year))


def test_what_is_no_count_leads_to_the_items_it_is_made_of(filled):
    found = overview(filled, Wanted(), Dimension.MINISTRY, TODAY)
    row = found.rows[0]
    assert count(filled, found.limited_to(row, Measure.SHARE_LATE)) == row.tally.late
    for measure in (Measure.MEDIAN_DAYS, Measure.SHARE_SETTLED_LATE):
        assert count(filled, found.limited_to(row, measure)) == row.tally.settled


def test_the_parts_of_a_bar_are_all_its_items(filled):
    found = overview(filled, Wanted(), Dimension.COMMITTEE, TODAY)
    for row in [*found.rows, found.total]:
        parts = [row.tally.part(part) for part in Part]
        assert min(parts) > 0
        assert sum(parts) == row.tally.made
        for part in (Part.SETTLED, Part.LAPSED, Part.LATE):
            assert row.tally.part(part) == row.tally.value(LEADS_TO[part])


def test_an_item_of_two_ministries_counts_for_both_and_once_in_the_total(filled, lines):
    found = overview(filled, Wanted(), Dimension.MINISTRY, TODAY)
    assert sum(row.tally.made for row in found.rows) > found.total.tally.made == len(lines)


def test_whom_a_promise_was_made_to_is_no_minister(filled):
    assert count(filled, Wanted().choose("person", MEMBERS[0])) > 0
    found = overview(filled, Wanted(), Dimension.PERSON, TODAY)
    assert not {row.value for row in found.rows} & set(MEMBERS)


def test_an_empty_register_has_no_rows_and_zeros(desk):
    found = overview(desk.register, Wanted(), Dimension.MINISTRY, TODAY, by_year=True)
    assert (found.rows, found.total.tally, found.years) == ((), Tally(), ())
    assert found.total.tally.share_late is None
    assert years(desk.register) == []


def test_the_years_are_those_in_which_something_was_made(filled, lines):
    assert years(filled) == sorted({line.made_on[:4] for line in lines})


def test_counting_stops_when_it_is_told_to_and_the_next_one_runs_to_its_end(filled, monkeypatch):
    monkeypatch.setattr("griffie.store.overview.STOP_EVERY", 50)
    with pytest.raises(Cancelled):
        overview(filled, Wanted(), Dimension.MINISTRY, TODAY, stop=lambda: True)
    assert overview(filled, Wanted(), Dimension.MINISTRY, TODAY, stop=lambda: False).rows
    assert overview(filled, Wanted(), Dimension.MINISTRY, TODAY).rows


def test_a_limit_that_few_items_pass_is_found_along_an_index(filled):
    statements = []
    filled.read.set_trace_callback(statements.append)
    overview(filled, Wanted().choose("dossier", "36600-VI"), Dimension.KIND, TODAY)
    overview(filled, Wanted().choose("kind", "motion"), Dimension.MINISTRY, TODAY)
    filled.read.set_trace_callback(None)
    assert ["NOT INDEXED" in sql for sql in statements if "n.claimed" in sql] == [False, True]
