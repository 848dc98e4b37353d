"""Months, quarters, halves, seasons and years that a time phrase names: "begin juni", "medio 2026"."""

import datetime as dt

from griffie.base.i18n import N_
from griffie.domain.kinds import Precision
from griffie.domain.periods import month_span
from griffie.domain.recess import RecessKind
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines.period import Period, YearPeriod
from griffie.reading.nl.deadlines.phrases import Phrase
from griffie.reading.nl.deadlines.recesses import recess_period
from griffie.reading.nl.deadlines.words import MONTHS, ORDINALS, SEASONS


def month_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
    """Return what a phrase of this form names in a year."""
    core = phrase.core
    month, last_month = MONTHS[core.get("m")], MONTHS[core.get("m2") or core.get("m")]
    part = phrase.part if not core.get("m2") else ""

    def build(year: int) -> Period:
        first, last = month_span(year, month)[0], month_span(year + (last_month < month), last_month)[1]
        if part == "begin":
            last = first.replace(day=10)
        elif part == "middle":
            first, last = first.replace(day=11), first.replace(day=20)
        elif part in ("end", "end of"):
            first = first.replace(day=21)
        return Period(
            first, last, Precision.MONTH, "month", N_("“{words}”: {first} to {last}"), f"{last.year}-{last.month:02d}"
        )

    return build


def this_month_of(phrase: Phrase, facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
    if facts.date is None or (phrase.core.get("rm") == "de" and phrase.part not in ("end", "end of")):
        return None
    months = facts.date.year * 12 + facts.date.month - 1 + (phrase.core.get("rm") not in ("deze", "de"))
    first, last = month_span(months // 12, months % 12 + 1)
    period = Period(first, last, Precision.MONTH, "month", N_("“{words}”: {first} to {last}"), f"{first:%Y-%m}")
    return lambda _year: period


def quarter_of(phrase: Phrase, facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
    core = phrase.core
    if core.get("rq"):
        if facts.date is None:
            return None
        quarter = facts.date.year * 4 + (facts.date.month - 1) // 3 + (core.get("rq") != "dit")
        this = _parts(quarter // 4, quarter % 4 + 1, quarter % 4 + 1, 4)
        return lambda _year: this
    words = (core.get("n"), core.get("n2")) if core.get("n") else (core.get("q") or core.get("q3"), core.get("q2"))
    numbers = [ORDINALS.get(word, 0) or int(word or 0) for word in words if word]
    low, high = (4 if n == -1 else n for n in (numbers[0], numbers[-1]))
    return (lambda year: _parts(year, low, high, 4)) if 0 < low <= high <= 4 else None


def _parts(year: int, low: int, high: int, parts: int) -> Period:
    """Return the parts `low` to `high` of a year cut into so many equal parts."""
    months = 12 // parts
    first, last = dt.date(year, (low - 1) * months + 1, 1), month_span(year, high * months)[1]
    if parts == 4:
        return Period(first, last, Precision.QUARTER, "quarter", N_("“{words}”: {first} to {last}"), f"{year}-Q{high}")
    return Period(first, last, Precision.SEASON, "part_of_year", N_("“{words}”: {first} to {last}"))


def third_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
    word = phrase.core.get("n")
    number = int(word) if word.isdecimal() else ORDINALS[word]
    number = 3 if number == -1 else number
    return (lambda year: _parts(year, number, number, 3)) if number <= 3 else None


def half_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
    core, number = phrase.core, ORDINALS[phrase.core.get("n")]
    if number not in (1, 2):
        return None
    if not core.get("m"):
        return lambda year: _parts(year, number, number, 2)
    month = MONTHS[core.get("m")]

    def build(year: int) -> Period:
        first, last = month_span(year, month)
        first, last = (first, first.replace(day=15)) if number == 1 else (first.replace(day=16), last)
        reason = N_("“{words}”: {first} to {last}")
        return Period(first, last, Precision.MONTH, "half_of_month", reason)

    return build


def season_of(phrase: Phrase, facts: LetterFacts) -> YearPeriod:
    """Return what a phrase of this form names in a year."""
    low, high = SEASONS[phrase.core.get("s")]
    summer = phrase.core.get("s") == "zomer"
    before_recess = summer and phrase.lead in ("before", "after")

    def build(year: int) -> Period | None:
        if before_recess:  # "voor de zomer" is said of the recess
            return recess_period(RecessKind.SUMMER, year, facts)
        first, last = dt.date(year, low, 21), dt.date(year + (high < low), high, 21)
        return Period(first, last, Precision.SEASON, "season", N_("“{words}”: {first} to {last}"))

    return build


def year_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
    """Return what a phrase of this form names in a year."""
    core, part = phrase.core, phrase.part
    school = core.get("what") in ("schooljaar", "studiejaar", "collegejaar", "academisch jaar")

    def build(year: int) -> Period:
        if core.get("y2") and school:
            begin = dt.date(year, 8, 1)
            if part in ("", "course"):
                last = dt.date(year + 1, 7, 31)
                return Period(begin, last, Precision.YEAR, "school_year", N_("“{words}”: {first} to {last}"))
            year += part in ("end", "end of")
        last_year = year
        if core.get("y2") or core.get("y3"):
            other = core.get("y2") or core.get("y3")
            last_year = int(other) if len(other) == 4 else year // 100 * 100 + int(other)
        return _part_of_year(year, max(year, last_year), part)

    return build


def _part_of_year(year: int, last_year: int, part: str) -> Period:
    reason = N_("“{words}”: {first} to {last}")
    if part == "begin":
        return Period(
            dt.date(year, 1, 1), dt.date(year, 3, 31), Precision.QUARTER, "begin_of_year", reason, f"{year}-Q1"
        )
    if part == "middle":
        return Period(
            dt.date(year, 7, 1), dt.date(year, 7, 31), Precision.MONTH, "middle_of_year", reason, f"{year}-07"
        )
    if part in ("end", "end of"):
        return Period(dt.date(last_year, 10, 1), dt.date(last_year, 12, 31), Precision.QUARTER, "end_of_year", reason,
                      f"{last_year}-12-31")  # fmt: skip
    return Period(dt.date(year, 1, 1), dt.date(last_year, 12, 31), Precision.YEAR, "year", reason, f"{last_year}-12-31")


def this_year_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
    relative = phrase.core.get("ry")
    if not relative or relative.startswith(("ieder", "elk")):
        return None
    if relative.startswith(("het jaar", "het kalenderjaar")) and not phrase.part:
        return None
    return lambda year: _part_of_year(year, year, phrase.part)
