"""Dates as a clerk types them, in Dutch, English or ISO form, and as people read them. Ranges are in `periods`.

Day before month, always: 12/30/2022 is refused, never turned round.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _
from griffie.domain.plain import fold

MONTHS: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip
_SHORT: Final = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NUMBERS: Final[dict[str, int]] = _SHORT | {
    name.casefold(): number for names in MONTHS.values() for number, name in enumerate(names, 1)
}
"""Months by name, short or long, Dutch or English, folded."""
MONTH_WORD: Final = r"(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"

_WEEKDAYS: Final = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5, "zondag": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6,
}  # fmt: skip
_DAY_WORDS: Final = {
    "eergisteren": -2, "gisteren": -1, "yesterday": -1, "vandaag": 0, "heden": 0, "today": 0, "morgen": 1,
    "tomorrow": 1, "overmorgen": 2,
}  # fmt: skip
COUNT_WORDS: Final = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "twaalf": 12, "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
FIRST_YEAR: Final = 1813
"""Before the Staten-Generaal sat there was nothing to date; a year below it is a slip of the keys."""
LAST_YEAR: Final = 2199

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:t[\d:.+z-]*)?")
_DIGITS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED = re.compile(rf"(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\.?[ -]?(?:of )?({MONTH_WORD})[ -]?(\d{{4}})?")
_MONTH_FIRST = re.compile(rf"({MONTH_WORD}) (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?")
_STEP = re.compile(
    r"(?:\+|over |in |binnen |within ) ?([a-z]+|\d{1,4}) ?"
    r"(dag(?:en)?|days?|d|week|weken|weeks|w|maand(?:en)?|months?|m|jaar|jaren|years?|y|j)"
)
_LEAD = re.compile(r"(?:d\.?d\.? |op |on |per )")
_PAST = re.compile(r"[ ,]*\b(?:j\.?l\.?|jongstleden|laatstleden|l\.?l\.?|last)$")
_NEXT = re.compile(r"[ ,]*\b(?:a\.?s\.?|aanstaande|next)$")


@dataclass(frozen=True, slots=True)
class Now:
    """What a typed date is measured from.

    `reference` is the date of the letter (or None), `today` the clerk's own day. `ahead` tells where a day without a
    year lies: the first one on or after the reference (a deadline), else the nearest one (a date that may have passed).
    """

    today: date
    reference: date | None = None
    ahead: bool = True

    @property
    def base(self) -> date:
        """The day that "+2w" counts from: that of the letter, else today."""
        return self.reference or self.today


def parse_date(text: str, *, reference: date | None = None, today: date | None = None, ahead: bool = True) -> date:
    """Return the day that a clerk means by `text`.

    Args:
        text: "1 mei 2026", "1 mei", "1-5-2026", "01/05/2026", "2026-05-01", "5 mei jl.", "vandaag", "+2w",
            "May 1, 2026".
        reference: what a day without a year and "+2w" are measured from, usually the date of the letter.
        today: what "vandaag" means; the machine's own day when left out.
        ahead: a day without a year is the first on or after `reference`; with False the nearest to it.

    Raises:
        InvalidValueError: it is no date, or could be more than one; the text shows the accepted forms.
    """
    found = day_of(fold(text).strip(" .,;"), Now(today or date.today(), reference, ahead))
    if found is None:
        raise InvalidValueError(
            _("“{text}” is not a date.").format(text=text.strip()[:40]),
            _("Type it as 1 mei 2026, 1-5-2026 (day first), 2026-05-01, vandaag or +2w."),
        )
    return found


def day_of(text: str, now: Now) -> date | None:
    """Return the day that a folded text names, or None where it has not the form of a day at all.

    Raises:
        InvalidValueError: it has the form of a day, but there is no such day, or its year is missing.
    """
    text = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    word, _space, rest = text.partition(" ")
    if rest and word.rstrip(",.") in _WEEKDAYS:
        return _on_weekday(day_of(rest, now), _WEEKDAYS[word.rstrip(",.")], text)
    if text in _DAY_WORDS:
        return now.today + timedelta(days=_DAY_WORDS[text])
    for form in _FORMS:
        if (found := form(text, now)) is not None:
            return found
    return None


def _on_weekday(day: date | None, weekday: int, text: str) -> date | None:
    if day is not None and day.weekday() != weekday:
        raise InvalidValueError(
            _("“{text}” does not exist: the day of the week does not fit.").format(text=text),
            _("Leave the day of the week out, or correct the date."),
        )
    return day


def _digits(text: str, _now: Now) -> date | None:
    if found := _ISO.fullmatch(text):
        return real_day(int(found[1]), int(found[2]), int(found[3]), text)
    if not (found := _DIGITS.fullmatch(text)):
        return None
    year = int(found[4])
    if len(found[4]) == 2:
        if not 10 <= year <= 49:  # "26-05-01" may be the first of May or the 26th
            raise _unclear_year(text)
        year += 2000
    return real_day(year, int(found[3]), int(found[1]), text)


def _named(text: str, now: Now) -> date | None:
    text, past = _PAST.subn("", text)
    text, coming = _NEXT.subn("", text)
    if found := _NAMED.fullmatch(text):
        day, month, year = int(found[1]), found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(text):
        day, month, year = int(found[2]), found[1], found[3]
    else:
        return None
    number = MONTH_NUMBERS[month.rstrip(".")]
    if year:
        return real_day(int(year), number, day, text)
    reference = now.reference or (now.today if past or coming else None)
    if reference is None:
        raise _unclear_year(text)
    return _without_year(number, day, reference, "past" if past else "ahead" if coming or now.ahead else "near", text)


def _without_year(month: int, day: int, reference: date, where: str, text: str) -> date:
    if day > (29 if month == 2 else calendar.monthrange(2024, month)[1]) or not day:
        raise _no_such_day(text)
    years = range(reference.year - 8, reference.year + 9)  # 29 February comes once in four years, or in eight
    days = [date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]
    if where == "past":
        return max(d for d in days if d <= reference)
    if where == "ahead":
        return min(d for d in days if d >= reference)
    return min(days, key=lambda d: abs(d - reference))


def _step(text: str, now: Now) -> date | None:
    found = _STEP.fullmatch(text)
    if not found or not (found[1].isdecimal() or found[1] in COUNT_WORDS):
        return None
    count = int(found[1]) if found[1].isdecimal() else COUNT_WORDS[found[1]]
    return later(now.base, count, found[2][0])


def later(day: date, count: int, unit: str) -> date:
    """Return the day `count` units after `day`; `unit` is "d", "w", "m" or "y" (also "j").

    31 January and a month is 28 February.

    Raises:
        InvalidValueError: the day lies outside the calendar.
    """
    try:
        if unit in "dw":
            found = day + timedelta(days=count * (7 if unit == "w" else 1))
        else:
            months = day.year * 12 + day.month - 1 + count * (1 if unit == "m" else 12)
            year, month = divmod(months, 12)
            found = date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        raise _no_such_day(f"+{count}{unit}") from None
    return _in_calendar(found, f"+{count}{unit}")


_FORMS: Final[tuple[Callable[[str, Now], date | None], ...]] = (_digits, _named, _step)


def real_day(year: int, month: int, day: int, text: str) -> date:
    """Return that day of the calendar.

    Raises:
        InvalidValueError: there is no such day; `text` is what was typed.
    """
    try:
        return _in_calendar(date(year, month, day), text)
    except ValueError:
        raise _no_such_day(text) from None


def _in_calendar(day: date, text: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _no_such_day(text)
    return day


def _no_such_day(text: str) -> InvalidValueError:
    return InvalidValueError(
        _("“{text}” does not exist.").format(text=text[:40]),
        _("The day comes before the month: 1-5-2026 is 1 May 2026."),
    )


def _unclear_year(text: str) -> InvalidValueError:
    return InvalidValueError(
        _("“{text}” does not say which year.").format(text=text[:40]), _("Type the year in four digits: 1 mei 2026.")
    )


def format_date(day: date, language: str) -> str:
    """Return the day as people read it: "1 mei 2026" ("nl"), "1 May 2026" ("en"), or "2026-05-01" ("iso")."""
    if language not in MONTHS:
        return day.isoformat()
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"
