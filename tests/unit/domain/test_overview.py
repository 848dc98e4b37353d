"""What a cell of an overview leads to, periods of years, and the order and the names of rows."""

from datetime import date

import pytest

from griffie.base import i18n
from griffie.domain.listing import FACETS, Wanted
from griffie.domain.overview import (
    COUNTS,
    DIMENSION_WORDS,
    LEADS_TO,
    MEANINGS,
    MEASURE_WORDS,
    PART_WORDS,
    Dimension,
    Measure,
    Part,
    Row,
    Tally,
    in_order,
    label_of,
    limited_to,
    with_years,
)

TODAY = date(2026, 6, 1)


EVERYTHING = Wanted()


def chosen(measure, wanted=EVERYTHING, value="JenV", dimension=Dimension.MINISTRY, year=""):
    return limited_to(wanted, dimension, value, measure, TODAY, year)


def test_a_cell_takes_the_limits_of_the_overview_along():
    wanted = Wanted().choose("kind", "motion")
    assert chosen(Measure.LATE, wanted) == Wanted(overdue_on=TODAY, chosen=(("kind", "motion"), ("ministry", "JenV")))
    assert chosen(Measure.MADE, wanted, value=None) == wanted


def test_a_row_of_what_is_chosen_already_stands_for_itself_alone():
    wanted = Wanted().choose("ministry", "JenV").choose("ministry", "BZK")
    assert chosen(Measure.MADE, wanted) == Wanted().choose("ministry", "JenV")


def test_a_cell_of_a_year_is_limited_to_that_year():
    wanted = Wanted().choose("year", "2024").choose("year", "2025")
    found = chosen(Measure.SETTLED, wanted, year="2025")
    assert found.chosen == (("ministry", "JenV"), ("year", "2025"), ("status", "settled"))


def test_an_unknown_year_leads_nowhere():
    assert chosen(Measure.MADE, value="", dimension=Dimension.YEAR) is None
    assert chosen(Measure.MADE, value="") == Wanted().choose("ministry", "")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("", "", ()),
        ("2023", "", ("2023", "2025")),
        ("", "2022", ("2021",)),
        ("2021", "2023", ("2021", "2023")),
        ("2024", "2024", ("2024",)),
        ("", "2019", ("2019",)),
    ],
)
def test_a_period_is_the_years_in_it_and_one_without_any_finds_nothing(first, last, expected):
    wanted = with_years(Wanted().choose("year", "1999").choose("kind", "motion"), ["2021", "2025", "2023"], first, last)
    assert wanted.values_of("year") == expected
    assert wanted.values_of("kind") == ("motion",)


def test_shares_are_of_what_is_open_and_of_what_has_both_dates():
    tally = Tally(made=9, open=4, late=1, settled=5, timed=2, settled_late=1)
    assert (tally.share_late, tally.share_settled_late) == (0.25, 0.5)
    assert tally.value(Measure.SHARE_LATE) == 0.25
    assert Tally(made=3).share_settled_late is None


def test_rows_with_the_most_items_come_first_years_newest_first_and_what_has_no_value_last():
    rows = [Row("", Tally(made=9)), Row("2024", Tally(made=1)), Row("2025", Tally(made=5))]
    assert [row.value for row in in_order(rows, Dimension.MINISTRY)] == ["2025", "2024", ""]
    assert [row.value for row in in_order(rows[1:], Dimension.YEAR)] == ["2025", "2024"]


def test_rows_are_named_in_the_language_in_force():
    i18n.set_language("nl")
    assert label_of(Dimension.KIND, "motion") == "Motie"
    i18n.set_language("en")
    assert label_of(Dimension.CHAMBER, "EK") == "Senate (EK)"
    assert label_of(Dimension.MINISTRY, "JenV") == "JenV"
    assert label_of(Dimension.KIND, "") == "not given"


def test_every_number_has_a_name_and_a_meaning():
    assert set(MEASURE_WORDS) == set(MEANINGS) == set(Measure)
    assert set(DIMENSION_WORDS) == set(Dimension)
    assert set(PART_WORDS) == set(LEADS_TO) == set(Part)
    assert set(COUNTS) < set(Measure)
    assert {dimension.value for dimension in Dimension} <= set(FACETS)
