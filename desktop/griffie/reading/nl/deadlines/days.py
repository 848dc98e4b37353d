"""Days and weeks that a time phrase names: "1 mei", "de derde woensdag van mei", "volgende week"."""

import datetime as dt

from griffie.base.i18n import N_
from griffie.domain.kinds import Precision
from griffie.domain.periods import month_span
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines.forms import Form
from griffie.reading.nl.deadlines.period import Period, YearPeriod
from griffie.reading.nl.deadlines.phrases import Phrase
from griffie.reading.nl.deadlines.words import MONTHS, ORDINALS, SHORT_MONTHS, WEEKDAYS


def day_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
    core = phrase.core
    month = int(core.get("mn")) if core.form is Form.NUMERIC else month_number(core.get("m"))
    number = int(core.get("d"))

    def build(year: int) -> Period | None:
        try:
            day = dt.date(year, month, number)
        except ValueError:
            return None
        return Period(day, day, Precision.DAY, "day", N_("“{words}”: {last}"))

    return build


def month_number(word: str) -> int:
    """Return the number of a month's name or abbreviation."""
    word = word.rstrip(".")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def nth_weekday_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
    """Return what a phrase of this form names in a year."""
    core = phrase.core
    month, number, weekday = MONTHS[core.get("m")], ORDINALS[core.get("n")], WEEKDAYS[core.get("wd")]

    def build(year: int) -> Period | None:
        first, last = month_span(year, month)
        if number == -1:
            day = last - dt.timedelta(days=(last.weekday() - weekday) % 7)
        else:
            day = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
        return Period(day, day, Precision.DAY, "weekday_of_month", N_("“{words}”: {last}"))

    return build


def weekday_of(phrase: Phrase, facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
    core, day = phrase.core, facts.date
    if day is None:
        return None
    word = core.get("wd") or core.get("wd2")
    ahead = (WEEKDAYS[word] - day.weekday() - 1) % 7 + 1 if word else 2 if "over" in core.get("wd3") else 1
    found = day + dt.timedelta(days=ahead)
    period = Period(found, found, Precision.DAY, "weekday", N_("“{words}”: the first after the letter, {last}"))
    return lambda _year: period


def week_of(phrase: Phrase, facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
    core, day = phrase.core, facts.date
    reason = N_("“{words}”: the week that ends on {last}")
    if core.get("rw"):
        if day is None:
            return None
        monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=0 if core.get("rw") == "deze" else 7)
        this = Period(monday, monday + dt.timedelta(days=6), Precision.WEEK, "week", reason)
        return lambda _year: this
    if core.get("d"):
        return lambda year: _week_of(year, MONTHS[core.get("dm")], int(core.get("d")), reason)
    if core.get("w"):
        return lambda year: _iso_week(year, int(core.get("w")), reason)
    month, number = MONTHS[core.get("m")], ORDINALS[core.get("n")]

    def build(year: int) -> Period:
        first, last = month_span(year, month)
        end = last if number == -1 else first + dt.timedelta(days=7 * number - 1)
        return Period(end - dt.timedelta(days=6), end, Precision.WEEK, "week_of_month", reason)

    return build


def _week_of(year: int, month: int, number: int, reason: str) -> Period | None:
    try:
        day = dt.date(year, month, number)
    except ValueError:
        return None
    monday = day - dt.timedelta(days=day.weekday())
    return Period(monday, monday + dt.timedelta(days=6), Precision.WEEK, "week", reason)


def _iso_week(year: int, number: int, reason: str) -> Period | None:
    try:
        monday = dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Period(monday, monday + dt.timedelta(days=6), Precision.WEEK, "week", reason)
