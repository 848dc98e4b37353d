from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.base.errors import InvalidValueError
from griffie.domain.kinds import Precision
from griffie.domain.periods import DateRange, christmas_recess, parse_range, summer_recess

LETTER = date(2026, 2, 10)


def typed(text, reference=LETTER):
    return parse_range(text, reference=reference, today=date(2026, 3, 1))


def days(text, reference=LETTER):
    found = typed(text, reference)
    return f"{found.date_from or ''}..{found.date_to or ''} {found.precision}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 mei 2026", "2026-05-01..2026-05-01 day"),
        ("mei 2026", "2026-05-01..2026-05-31 month"),
        ("2026-05", "2026-05-01..2026-05-31 month"),
        ("medio mei", "2026-05-01..2026-05-31 month"),
        ("januari", "2027-01-01..2027-01-31 month"),
        ("Q1 2027", "2027-01-01..2027-03-31 quarter"),
        ("2027-Q1", "2027-01-01..2027-03-31 quarter"),
        ("eerste kwartaal 2027", "2027-01-01..2027-03-31 quarter"),
        ("eerste kwartaal van 2027", "2027-01-01..2027-03-31 quarter"),
        ("het vierde kwartaal", "2026-10-01..2026-12-31 quarter"),
        ("eerste helft van 2027", "2027-01-01..2027-06-30 season"),
        ("eerste trimester 2026", "2026-01-01..2026-04-30 season"),
        ("week 12 2026", "2026-03-16..2026-03-22 week"),
        ("2026-W12", "2026-03-16..2026-03-22 week"),
        ("2027", "2027-01-01..2027-12-31 year"),
        ("dit jaar", "2026-01-01..2026-12-31 year"),
        ("begin 2027", "2027-01-01..2027-03-31 quarter"),
        ("eind 2026", "2026-10-01..2026-12-31 quarter"),
        ("voorjaar 2026", "2026-03-21..2026-06-21 season"),
        ("dit najaar", "2026-09-21..2026-12-21 season"),
        ("winter 2026", "2026-12-21..2027-03-21 season"),
        ("zomerreces 2026", "2026-07-03..2026-08-31 recess"),
        ("kerstreces 2025", "2025-12-19..2026-01-12 recess"),
        ("prinsjesdag 2026", "2026-09-15..2026-09-15 event"),
        ("1-3-2026 t/m 1-5-2026", "2026-03-01..2026-05-01 day"),
        ("1 t/m 3 mei 2026", "2026-05-01..2026-05-03 day"),
        ("1 december t/m 5 januari 2027", "2026-12-01..2027-01-05 day"),
        ("november 2026 t/m februari 2027", "2026-11-01..2027-02-28 month"),
        ("tussen 1 maart en 1 mei 2026", "2026-03-01..2026-05-01 day"),
        ("van 1 tot 3 mei 2026", "2026-05-01..2026-05-02 day"),
        ("binnen zes weken", "2026-02-10..2026-03-24 day"),
        ("z.s.m.", ".. none"),
    ],
)
def test_a_period_may_be_typed_in_words_or_figures(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("voor 1 mei 2026", "..2026-04-30 day"),
        ("vóór 1 mei", "..2026-04-30 day"),
        ("tot 1 mei 2026", "..2026-04-30 day"),
        ("tot en met 1 mei 2026", "..2026-05-01 day"),
        ("uiterlijk 1 mei", "..2026-05-01 day"),
        ("before 1 May", "..2026-04-30 day"),
        ("by 1 May 2026", "..2026-05-01 day"),
        ("uiterlijk in mei", "..2026-05-31 month"),
        ("voor mei 2026", "..2026-04-30 month"),
        ("voor eind mei", "..2026-05-31 month"),
        ("voor het einde van het jaar", "..2026-12-31 year"),
        ("na 1 mei 2026", "2026-05-02.. day"),
        ("vanaf 1 mei 2026", "2026-05-01.. day"),
        ("voor het zomerreces", "..2026-07-02 recess"),
        ("voor de zomer", "..2026-07-02 recess"),
        ("na het zomerreces", "2026-09-01.. recess"),
        ("voor Prinsjesdag", "..2026-09-14 event"),
    ],
)
def test_before_means_the_day_before_and_at_the_latest_the_day_itself(text, expected):
    assert days(text) == expected


def test_before_the_recess_in_a_letter_of_the_recess_is_next_year():
    assert days("voor het zomerreces", date(2016, 8, 12)) == "..2017-07-06 recess"


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("voor het meireces", date(2026, 3, 2), "..2026-04-23 recess"),
        ("na het meireces 2024", date(2024, 3, 2), "2024-05-14.. recess"),
        ("voorjaarsreces 2026", date(2026, 1, 5), "2026-02-13..2026-02-23 recess"),
        ("krokusreces 2024", date(2024, 1, 5), "2024-02-16..2024-02-26 recess"),
        ("herfstreces", date(2023, 9, 20), "2023-10-13..2023-10-23 recess"),
    ],
)
def test_a_recess_that_follows_the_school_holidays_is_taken_from_the_calendar(text, reference, expected):
    assert days(text, reference) == expected


@pytest.mark.parametrize(
    "text",
    ["", "ooit", "Q5 2026", "week 54 2026", "maand 13", "voor het meireces 2031", "1-5-2026 t/m 1-3-2026", "9999",
     "vijfde kwartaal 2026"],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_a_hint(text):
    with pytest.raises(InvalidValueError):
        typed(text)


@pytest.mark.parametrize("text", ["mei", "Q1", "zomerreces", "voor het zomerreces", "week 12", "voorjaar"])
def test_a_period_without_a_year_needs_a_letter_to_measure_from(text):
    with pytest.raises(InvalidValueError, match="year"):
        parse_range(text)


DATED_SUMMERS = {2022: ("07-08", "09-05"), 2023: ("07-07", "09-04"), 2024: ("07-05", "09-02"), 2026: ("07-03", "08-31")}


@pytest.mark.parametrize("year", DATED_SUMMERS)
def test_the_rule_of_the_summer_recess_gives_the_published_days(year):
    first, last = summer_recess(year)
    assert (f"{first:%m-%d}", f"{last:%m-%d}") == DATED_SUMMERS[year]


def test_the_rule_of_the_christmas_recess_gives_the_published_days():
    assert christmas_recess(2023) == (date(2023, 12, 22), date(2024, 1, 15))
    assert christmas_recess(2017) == (date(2017, 12, 22), date(2018, 1, 15))


@given(st.text(max_size=30))
def test_any_text_is_a_range_or_a_clear_refusal(text):
    try:
        found = typed(text)
    except InvalidValueError:
        return
    else:
        assert isinstance(found, DateRange)
        assert found.date_from is None or found.date_to is None or found.date_from <= found.date_to


WORDS = st.sampled_from(
    ("voor", "uiterlijk", "na", "tot", "t/m", "en", "het", "eind", "1", "31", "mei", "februari", "2026", "2027", "Q1",
     "-", "kwartaal", "eerste", "week", "53", "zomerreces", "winter", "van"),
)  # fmt: skip


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_any_mix_of_the_words_is_a_range_or_a_clear_refusal(text):
    try:
        found = typed(text)
    except InvalidValueError:
        return
    assert found.precision is not Precision.NONE
    assert found.date_from is None or found.date_to is None or found.date_from <= found.date_to
