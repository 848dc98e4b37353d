"""A deadline's range in short words that `parse_range` reads back: "mei 2026", "Q1 2027", "uiterlijk 1 mei 2026"."""

from datetime import date, timedelta

from griffie.base.i18n import _, current_language
from griffie.domain.dates import MONTHS, format_date
from griffie.domain.item import Deadline
from griffie.domain.kinds import Precision
from griffie.domain.periods import DateRange, month_span

_WORDS = {"nl": ("uiterlijk", "vanaf", "t/m"), "en": ("by", "from", "through")}


def term_text(found: DateRange) -> str:
    """Return a range in words; empty where it has neither end."""
    first, last = found.date_from, found.date_to
    language = current_language()
    until, since, through = _WORDS.get(language, _WORDS["en"])
    if first is None and last is None:
        return ""
    if first is None and last is not None:
        return f"{until} {format_date(last, language)}"
    if first is not None and last is None:
        return f"{since} {format_date(first, language)}"
    assert first is not None
    assert last is not None
    if first == last:
        return format_date(first, language)
    period = _period(first, last, found.precision)
    return period or f"{format_date(first, language)} {through} {format_date(last, language)}"


def deadline_text(deadline: Deadline) -> str:
    """Return what a deadline comes to, for a card: its range, or that it has no date."""
    if deadline.no_date:
        return _("no date")
    found = DateRange(deadline.date_from, deadline.date_to, deadline.precision)
    return term_text(found) or _("no date yet")


def _period(first: date, last: date, precision: Precision) -> str:
    """Return the name of a whole week, month, quarter or year, or nothing."""
    language = current_language()
    if precision is Precision.YEAR and (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return str(first.year)
    if precision is Precision.MONTH and (first, last) == month_span(first.year, first.month):
        return f"{MONTHS.get(language, MONTHS['en'])[first.month - 1]} {first.year}"
    if precision is Precision.QUARTER and _is_quarter(first, last):
        number = (first.month + 2) // 3
        return f"{number}e kwartaal {first.year}" if language == "nl" else f"Q{number} {first.year}"
    if precision is Precision.WEEK and first.isoweekday() == 1 and last == first + timedelta(days=6):
        year, week, _day = first.isocalendar()
        return f"week {week} {year}"
    return ""


def _is_quarter(first: date, last: date) -> bool:
    return first.day == 1 and first.month % 3 == 1 and last == month_span(first.year, first.month + 2)[1]
