"""From the heart of a time phrase to days: which period it names, in the year that the letter's date gives it."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from griffie.domain.dates import FIRST_YEAR, LAST_YEAR
from griffie.domain.kinds import Precision
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines.days import day_of, nth_weekday_of, week_of, weekday_of
from griffie.reading.nl.deadlines.forms import Form
from griffie.reading.nl.deadlines.parts import (
    half_of,
    month_of,
    quarter_of,
    season_of,
    third_of,
    this_month_of,
    this_year_of,
    year_of,
)
from griffie.reading.nl.deadlines.period import Period, YearPeriod
from griffie.reading.nl.deadlines.phrases import Phrase
from griffie.reading.nl.deadlines.recesses import event_of, feast_of, recess_of, turn_of

_BUILDERS: Final[dict[Form, Callable[[Phrase, LetterFacts], YearPeriod | None]]] = {
    Form.DAY: day_of,
    Form.NUMERIC: day_of,
    Form.NTH_WEEKDAY: nth_weekday_of,
    Form.WEEKDAY: weekday_of,
    Form.WEEK: week_of,
    Form.MONTH: month_of,
    Form.THIS_MONTH: this_month_of,
    Form.QUARTER: quarter_of,
    Form.THIRD: third_of,
    Form.HALF: half_of,
    Form.SEASON: season_of,
    Form.RECESS: recess_of,
    Form.EVENT: event_of,
    Form.TURN: turn_of,
    Form.FEAST: feast_of,
    Form.YEAR: year_of,
    Form.THIS_YEAR: this_year_of,
}


def period_of(phrase: Phrase, facts: LetterFacts) -> Period | None:
    """Return the period that a phrase names; None where it names none, or the year cannot be known."""
    core, day = phrase.core, facts.date
    year, build = _year_and_build(phrase, facts)
    if build is None:
        return None
    if year is not None:
        return build(year) if FIRST_YEAR < year < LAST_YEAR else None
    if day is None:
        return None
    if core.form is Form.DAY and core.get("tail") and "j" in core.get("tail"):
        past = (build(day.year - n) for n in range(3))
        return next((p for p in past if p and p.last <= day), None)
    return _first_to_come(build, day, phrase)


def _first_to_come(build: YearPeriod, day: dt.date, phrase: Phrase) -> Period | None:
    """Return the first period that is not over on the letter's day; for "before it" the first that is not begun."""
    beyond = phrase.lead == "before" and phrase.part not in ("end", "end of", "course")
    coming = phrase.core.get("rs").startswith(("kom", "aankom", "volg", "eerst", "het"))
    next_one = "volg" in phrase.core.get("rs")  # in March "volgend voorjaar" is that of the next year
    for year in range(day.year - 1, day.year + 5):
        found = build(year)
        if found is None:
            continue
        if beyond and found.precision is Precision.RECESS and found.first <= day <= found.last:
            return found  # in July "voor het zomerreces" is said of the recess that has begun
        if next_one and found.first.replace(day=1) <= day:
            continue
        if (found.first > day) if (beyond or coming) else (found.last >= day):
            return found
    return None


def _year_and_build(phrase: Phrase, facts: LetterFacts) -> tuple[int | None, YearPeriod | None]:
    core = phrase.core
    build = _BUILDERS[core.form](phrase, facts) if core.form in _BUILDERS else None
    for name in ("y", "wy", "dy", "qy", "yq", "y0", "ty"):
        if core.get(name):
            return int(core.get(name)), build
    relative = core.get("ry") or core.get("qr")
    if relative and facts.date:
        ahead = relative.startswith(("volg", "kom", "aankom", "eerstvolg", "het vol", "het kom", "het nieuwe"))
        back = relative.startswith(("vorig", "afgelopen", "het vor", "het afg"))
        return facts.date.year + ahead - back, build
    if core.get("rs") in ("dit", "deze") and facts.date:
        return facts.date.year - (core.get("s") == "winter" and facts.date.month <= 3), build
    return None, build
