"""The session (vergaderjaar) that a report or an answer belongs to: from its printed year, or from a date beside it.

A session begins on the third Tuesday of September, Prinsjesdag (Grondwet, article 65).
"""

import calendar
import datetime as dt
import re
from typing import Final

from griffie.domain.dates import MONTH_NUMBERS, MONTH_WORD

_PRINTED = re.compile(r"(\d{4})\D+(\d{2,4})")
DATE: Final = (
    rf"(?i:(?:d\.?d\.? ?|van |op |gehouden op )?(?P<day>\d{{1,2}}) (?P<month>{MONTH_WORD})"
    r"(?: (?P<year>(?:19|20)\d\d)(?!\d)|(?P<past> ?(?:j\.?l\.?|jongstleden|l\.?l\.?))(?![^\W_]))?"
    r"|(?:d\.?d\.? ?|van |op )?(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>(?:19|20)\d\d)(?!\d))"
)
"""A date of a letter: "25 mei 2023", "25 mei jl.", "25-05-2023"."""
_DATE = re.compile(rf"(?<![\d/.-]){DATE}")
MEETINGS_A_WEEK: Final = {"tk": 3.5, "ek": 1.5}
"""More than the chambers ever meet in a week on the average of a session."""
ANSWERS_A_WEEK: Final = {"tk": 110.0, "ek": 3.0}
"""More answers to written questions than are printed in a week on the average of a session."""


def printed_session(text: str) -> str | None:
    """Return "20152016" for "2015/16", "2015-2016", "2022/-23": the first year counts where the two do not agree."""
    found = _PRINTED.search(text)
    return session_from(int(found[1])) if found else None


def session_from(year: int) -> str:
    """Return the session that begins in a year: "20152016"."""
    return f"{year}{year + 1}"


def opening(year: int) -> dt.date:
    """Return the third Tuesday of September."""
    weekday = calendar.weekday(year, 9, 1)
    return dt.date(year, 9, 15 + (1 - weekday) % 7)


def session_of(day: dt.date) -> str:
    """Return the session in which a day falls."""
    return session_from(day.year if day >= opening(day.year) else day.year - 1)


def session_of_number(number: int, letter: dt.date, a_week: float) -> str | None:
    """Return the letter's own session where so many meetings or answers can have come by its date, else None."""
    first = opening(int(session_of(letter)[:4]))
    weeks = (letter - first).days / 7 + 1
    return session_of(letter) if number <= weeks * a_week else None


def dates_in(text: str, letter: dt.date | None) -> list[dt.date]:
    """Return the dates of a text in its order; one without a year is the last such day up to the letter's."""
    found = (day_of(match, letter) for match in _DATE.finditer(text))
    return [day for day in found if day is not None]


def day_of(found: "re.Match[str]", letter: dt.date | None) -> dt.date | None:
    """Return the day that a match of `DATE` names, or None where there is no such day."""
    if found["d"]:
        return _day(int(found["y"]), int(found["m"]), int(found["d"]))
    month, day = MONTH_NUMBERS[found["month"].rstrip(".").casefold()], int(found["day"])
    if found["year"]:
        return _day(int(found["year"]), month, day)
    if letter is None:
        return None
    this_year = _day(letter.year, month, day)
    return this_year if this_year is None or this_year <= letter else _day(letter.year - 1, month, day)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
