import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.base.errors import InvalidValueError
from griffie.domain.dates import format_date, later, parse_date

LETTER = date(2026, 2, 10)
TODAY = date(2026, 3, 1)
DAYS = st.dates(date(1813, 1, 1), date(2199, 12, 31))


def typed(text, **more):
    return parse_date(text, **{"reference": LETTER, "today": TODAY, **more})


@pytest.mark.parametrize(
    "text",
    [
        "1 mei 2026", "1 Mei 2026", "01 mei 2026", "1-5-2026", "01-05-2026", "01/05/2026", "1.5.2026", "1 5 2026",
        "2026-05-01", "2026-5-1", "2026-05-01T00:00:00", "1 May 2026", "May 1, 2026", "1st of May 2026", "1-5-26",
        "vrijdag 1 mei 2026", "vr 1 mei 2026", "d.d. 1 mei 2026", "1\u00a0mei\u00a02026", "1 mei 2026.", "1 mei",
        "1 mei a.s.", "1–5–2026",
    ],
)  # fmt: skip
def test_a_day_may_be_typed_in_any_usual_form(text):
    assert typed(text) == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vandaag", TODAY),
        ("morgen", date(2026, 3, 2)),
        ("gisteren", date(2026, 2, 28)),
        ("+2w", date(2026, 2, 24)),
        ("+10d", date(2026, 2, 20)),
        ("over drie weken", date(2026, 3, 3)),
        ("binnen 2 maanden", date(2026, 4, 10)),
        ("+1j", date(2027, 2, 10)),
        ("5 mei jl.", date(2025, 5, 5)),
        ("5 januari j.l.", date(2026, 1, 5)),
        ("29 februari", date(2028, 2, 29)),
        ("1 jan.", date(2027, 1, 1)),
    ],
)
def test_relative_days_are_measured_from_the_letter_or_from_today(text, day):
    assert typed(text) == day


def test_without_a_letter_a_step_counts_from_today():
    assert typed("+2w", reference=None) == date(2026, 3, 15)


def test_a_day_without_a_year_lies_ahead_or_where_it_may_have_passed_nearby():
    assert typed("1 november") == date(2026, 11, 1)
    assert typed("1 november", ahead=False) == date(2025, 11, 1)


@pytest.mark.parametrize(
    "text",
    ["12/30/2022", "31-2-2026", "2026-13-01", "1 mei 26", "26-05-01", "0 mei 2026", "31 april", "donderdag 1 mei 2026",
     "", "binnenkort", "3 maanden", "1 mei 1026", "2026", "1-5", "5 mei 2026 of later", "1/5-2026"],
)  # fmt: skip
def test_what_is_no_day_or_unclear_is_refused_with_a_hint(text):
    with pytest.raises(InvalidValueError) as refusal:
        typed(text)
    assert refusal.value.advice


def test_a_day_without_a_year_needs_a_letter_to_measure_from():
    with pytest.raises(InvalidValueError, match="which year"):
        typed("1 mei", reference=None)


@given(DAYS, st.sampled_from(["nl", "en", "iso"]))
def test_every_day_is_read_back_as_it_is_shown(day, language):
    assert parse_date(format_date(day, language)) == day


@given(DAYS)
def test_day_before_month_is_never_turned_round(day):
    assert parse_date(f"{day.day}-{day.month}-{day.year}") == day
    assert parse_date(f"{day.day:02}/{day.month:02}/{day.year}") == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_clear_refusal(text):
    with contextlib.suppress(InvalidValueError):
        assert isinstance(typed(text), date)


def test_a_month_later_than_the_31st_is_the_last_day_of_the_month():
    assert later(date(2026, 1, 31), 1, "m") == date(2026, 2, 28)


def test_dates_are_shown_long_in_either_language():
    assert format_date(date(2026, 5, 1), "nl") == "1 mei 2026"
    assert format_date(date(2026, 5, 1), "en") == "1 May 2026"
