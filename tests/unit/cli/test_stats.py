"""griffie stats."""

from datetime import date

import pytest

from griffie.domain.listing import Wanted
from griffie.domain.overview import COUNTS, Dimension
from griffie.store.database import open_register
from griffie.store.overview import overview
from tests.helpers.generated_lines import drawn, put


@pytest.fixture
def some(griffie, added, promise):
    """A promise of 2026 with its deadline, late in 2030, and a request of a committee without a date."""
    griffie("new", "deadline", "phrase=1 mei 2027", "--of", promise)
    griffie("new", "request", "summary=Overzicht van de pilots", "committee=Financiën")
    return added


@pytest.fixture
def many(db):
    register = open_register(db)
    put(register, drawn(4, 300))
    yield register
    register.close()


def rows(answer):
    return {row["value"]: row for row in answer.json["rows"]}


def test_items_are_counted_by_ministry_unless_it_is_said_otherwise(griffie, some):
    answer = griffie("stats", "--json").json
    assert (answer["by"], answer["on"], answer["once"]) == ("ministry", date.today().isoformat(), True)
    assert answer["total"]["made"] == answer["total"]["open"] == 2
    assert answer["total"]["median_days"] is None


def test_the_deadline_of_an_item_counts_with_it_unless_it_is_asked_for(griffie, some):
    assert griffie("stats", "--json").json["total"]["made"] == 2
    assert griffie("stats", "--kind", "deadline", "--json").json["total"]["made"] == 1
    answer = griffie("stats", "--all", "--json").json
    assert (answer["total"]["made"], answer["once"]) == (3, False)
    griffie("new", "deadline", "phrase=1 mei 2027")
    assert griffie("stats", "--json").json["total"]["made"] == 3


@pytest.mark.parametrize("dimension", Dimension)
def test_the_numbers_are_those_of_the_register(griffie, many, dimension):
    found = overview(many, Wanted(once=True), dimension, date(2025, 6, 1))
    answer = griffie("stats", "--by", dimension, "--on", "2025-06-01", "--json")
    assert [row["value"] for row in answer.json["rows"]] == [row.value for row in found.rows]
    for row in found.rows:
        assert {name: rows(answer)[row.value][name] for name in COUNTS} == {
            measure: row.tally.value(measure) for measure in COUNTS
        }


def test_what_is_late_goes_by_the_day_that_is_named(griffie, some):
    assert griffie("stats", "--by", "kind", "--all", "--on", "2027-05-01", "--json").json["total"]["late"] == 0
    late = rows(griffie("stats", "--by", "kind", "--all", "--on", "2 mei 2027", "--json"))
    assert (late["commitment"]["late"], late["deadline"]["late"], late["request"]["late"]) == (1, 1, 0)
    assert late["commitment"]["share_late"] == 1.0
    assert late["request"]["share_late"] == 0.0


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--kind", "commitment"], 1),
        (["--kind", "commitment", "--kind", "request"], 2),
        (["--committee", "financien"], 1),
        (["--status", "afgedaan"], 0),
        (["--due-before", "2027-05-02"], 2),
        (["--query", "pilots"], 1),
    ],
)
def test_the_numbers_are_limited_as_a_list_is(griffie, some, words, count):
    assert griffie("stats", "--by", "kind", "--all", *words, "--json").json["total"]["made"] == count
    assert len(griffie("list", "items", *words, "--json").json) == count


def test_each_year_has_its_numbers_when_asked_for(griffie, many):
    answer = griffie("stats", "--by", "ministry", "--per-year", "--json").json
    assert "years" not in griffie("stats", "--json").json["total"]
    years = sorted(answer["total"]["years"])
    assert years == ["2022", "2023", "2024", "2025", "2026"]
    for row in [*answer["rows"], answer["total"]]:
        assert sorted(row["years"]) == years
        assert sum(numbers["made"] for numbers in row["years"].values()) == row["made"]


def test_people_get_a_table_with_a_total_and_what_the_numbers_mean(griffie, some):
    lines = griffie("stats", "--by", "kind", "--all", "--on", "2030-01-01").out.splitlines()
    assert lines[0].split()[:4] == ["Kind", "Made", "Still", "open"]
    assert [line.split()[0] for line in lines[1:4]] == ["Commitment", "Deadline", "Request"]
    assert lines[1].split()[1:] == ["1", "1", "0", "1", "0", "0", "0", "-", "100%", "-"]
    assert lines[4].split()[:3] == ["All", "items", "3"]
    assert len({len(line) for line in lines[:5]}) == 1
    assert any(line.startswith("Late: Open, and due before") for line in lines)


def test_people_get_one_number_for_each_year(griffie, many):
    lines = griffie(
        "stats", "--by", "chamber", "--per-year", "--measure", "share_late", "--on", "2025-06-01"
    ).out.splitlines()
    assert lines[0].split() == ["Chamber", "2022", "2023", "2024", "2025", "2026", "All", "years"]
    assert lines[1].split()[-1].endswith("%")


@pytest.mark.parametrize(
    "words", [["--by", "wish"], ["--on", "ooit"], ["--measure", "guess"], ["--kind", "wish"], ["ministries"]]
)
def test_numbers_that_cannot_be_are_wrong_use(griffie, some, words):
    answer = griffie("stats", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_an_empty_register_is_counted_too(griffie, db):
    open_register(db).close()
    answer = griffie("stats", "--json").json
    assert (answer["rows"], answer["total"]["made"]) == ([], 0)
    assert griffie("stats").code == 0
