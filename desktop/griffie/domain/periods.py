"""Ranges as a clerk types them into a deadline: months, quarters, weeks, seasons, recesses, "voor", "uiterlijk", "t/m".

For typed values only: the phrases of letters are read elsewhere. `date_to` is the last day that is still on time.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _
from griffie.domain.dates import FIRST_YEAR, LAST_YEAR, MONTH_NUMBERS, MONTH_WORD, Now, day_of, real_day
from griffie.domain.kinds import Precision
from griffie.domain.plain import fold


@dataclass(frozen=True, slots=True)
class DateRange:
    """First and last day, both included; None where that side is open. `precision` says how exactly it is known."""

    date_from: date | None
    date_to: date | None
    precision: Precision


Span = tuple[date, date]
_ORDINALS: Final = {
    "eerste": 1, "1e": 1, "1ste": 1, "first": 1, "1st": 1, "tweede": 2, "2e": 2, "2de": 2, "second": 2, "2nd": 2,
    "derde": 3, "3e": 3, "3de": 3, "third": 3, "3rd": 3, "vierde": 4, "4e": 4, "4de": 4, "fourth": 4, "4th": 4,
}  # fmt: skip
_SEASONS: Final[dict[str, tuple[int, int]]] = {
    "voorjaar": (3, 6), "lente": (3, 6), "spring": (3, 6), "zomer": (6, 9), "summer": (6, 9),
    "najaar": (9, 12), "herfst": (9, 12), "autumn": (9, 12), "winter": (12, 3),
}  # fmt: skip
"""From the 21st of the one month through the 21st of the other."""

_DATED_RECESSES: Final = {
    "mei": "may", "may ": "may", "voorjaars": "spring", "krokus": "spring", "spring ": "spring", "herfst": "autumn",
    "autumn ": "autumn", "verkiezings": "election", "election ": "election",
}  # fmt: skip
"""Recesses that follow the school holidays or an election: their days stand in the calendar of the recesses."""

_YEAR = r"(?P<year>\d{4})"
_OF = r"(?:(?: van| of| in)?[ ,]*" + _YEAR + r")?"
_ORDINAL = r"(?P<ordinal>" + "|".join(_ORDINALS) + r")"
_LEAD = re.compile(
    r"(?P<before>voor(?:afgaand aan)?|before|eerder dan|tot(?! en met))"
    r"|(?P<until>uiterlijk(?: op| in| per)?|niet later dan|ten laatste|tot en met|t/m"
    r"|until|by(?: the end of)?|no later than)"
    r"|(?P<after>na|after)|(?P<since>vanaf|sinds|from|as of)"
    r"|(?P<within>in(?: de loop van)?|gedurende|tijdens|heel|geheel|during|rond)"
)
_THROUGH = re.compile(r" ?\bt/m\b ?| tot en met | tot | until | through | to | - (?=\S)| en (?=.*\d)| and (?=.*\d)")
_ARTICLE = re.compile(r"^(?:(?:de|het|the|dit|deze|this|komende?|aankomende?|coming) (?=[a-z1-4]))+")
_NO_DATE: Final = {"z.s.m", "zsm", "zo spoedig mogelijk", "zo snel mogelijk", "asap", "as soon as possible"}


def parse_range(text: str, *, reference: date | None = None, today: date | None = None) -> DateRange:
    """Return the range that a clerk means by `text`; a single day is a range of one day.

    Args:
        text: any date that `parse_date` takes, "mei 2026", "Q1 2027", "eerste kwartaal 2027", "week 12 2026", "2027",
            "voorjaar 2026", "1-3-2026 t/m 1-5-2026", "voor 1 mei 2026" (the day before), "uiterlijk 1 mei",
            "zomerreces 2026", "voor het zomerreces", "binnen zes weken", "z.s.m.".
        reference: the date of the letter; a month, season or recess without a year is the first one not over by then.
        today: what "vandaag" means; the machine's own day when left out.

    Raises:
        InvalidValueError: it is no range, or its year is missing; the text shows the accepted forms.
    """
    folded = fold(text).strip(" .,;")
    now = Now(today or date.today(), reference)
    if folded in _NO_DATE:
        return DateRange(None, None, Precision.NONE)
    found = _between(folded, now) or _with_lead(folded, now)
    if found is None:
        raise InvalidValueError(
            _("“{text}” is not a date or a period.").format(text=text.strip()[:40]),
            _(
                "For instance: 1 mei 2026, mei 2026, Q1 2027, week 12 2026, voor 1 mei 2026, voor het zomerreces 2026, "
                "1-3-2026 t/m 1-5-2026."
            ),
        )
    if found.date_from and found.date_to and found.date_from > found.date_to:
        raise InvalidValueError(
            _("“{text}” ends before it begins.").format(text=text.strip()[:40]), _("Put the first day first.")
        )
    return found


def summer_recess(year: int) -> Span:
    """Return the first and last day of the summer recess of the Tweede Kamer.

    Friday of ISO week 27 through Monday of ISO week 36: fits every dated year from 2008 through 2026.
    """
    return date.fromisocalendar(year, 27, 5), date.fromisocalendar(year, 36, 1)


def christmas_recess(year: int) -> Span:
    """Return the first and last day of the Christmas recess that begins in `year`.

    From the last Friday on or before 23 December through the Monday 24 days later: fits every dated year from 2017.
    """
    first = date(year, 12, 23)
    first -= timedelta(days=(first.weekday() - 4) % 7)
    return first, first + timedelta(days=24)


def budget_day(year: int) -> date:
    """Return Prinsjesdag, the third Tuesday of September."""
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def month_span(year: int, month: int) -> Span:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _with_lead(text: str, now: Now) -> DateRange | None:
    """Read "voor ...", "uiterlijk ...", "na ..." and the bare period."""
    whole = _period(text, now)  # first as it stands: "binnen zes weken", "in 2 weken"
    if whole:
        return whole
    lead = _LEAD.match(text)
    if not lead or not text[lead.end() :].startswith(" "):
        return None
    kind, rest = lead.lastgroup, text[lead.end() :].strip()
    if kind == "before" and (at_end := re.sub(r"^(?:het |the )?(?:einde?|end)(?: van| of)? ", "", rest)) != rest:
        kind, rest = "until", at_end  # "voor het einde van mei" is still on time on 31 May
    rest = _ARTICLE.sub("", rest)
    if kind in ("before", "after") and (season := re.fullmatch(r"(?:zomer|summer)\b(.*)", rest)):
        rest = "zomerreces" + season[1]  # "voor de zomer" is said of the recess
    period = _period(rest, now)
    if kind == "before" and period and _is_past(period, now) and not re.search(r"\d{4}", rest):
        period = _period(rest, replace(now, reference=(period.date_to or now.base) + timedelta(days=1)))
    return _bounded(kind, period) if period and kind else None


def _is_past(period: DateRange, now: Now) -> bool:
    """Tell whether nothing can be done before the period any more: "voor het zomerreces" in August is next year's."""
    return now.reference is not None and period.date_from is not None and period.date_from <= now.reference


def _bounded(kind: str, period: DateRange) -> DateRange:
    first, last = period.date_from, period.date_to
    if kind == "before":
        return replace(period, date_from=None, date_to=first - timedelta(days=1) if first else None)
    if kind == "until":
        return replace(period, date_from=None)
    if kind == "after":
        return replace(period, date_from=last + timedelta(days=1) if last else None, date_to=None)
    return replace(period, date_to=None) if kind == "since" else period


def _between(text: str, now: Now) -> DateRange | None:
    """Read "A t/m B"; what A lacks (year, month) it takes from B."""
    text = re.sub(r"^(?:van|vanaf|tussen|from|between) (?=\S)", "", text)
    for middle in _THROUGH.finditer(text):
        left, right = text[: middle.start()].strip(), text[middle.end() :].strip()
        if not left or (last := _period(right, now)) is None or last.date_to is None:
            continue
        first = _begin(left, right, last.date_to, now)
        if first is None or first.date_from is None:
            continue
        same = first.precision if first.precision == last.precision else Precision.DAY
        end = last.date_from if middle[0].strip() == "tot" else None
        return DateRange(first.date_from, end - timedelta(days=1) if end else last.date_to, same)
    return None


def _begin(left: str, right: str, end: date, now: Now) -> DateRange | None:
    if re.fullmatch(r"\d{1,2}", left):  # "1 t/m 3 mei 2026"
        if re.match(r"\d{1,2}(?:[ -/]|$)", right) is None:
            return None
        day = real_day(end.year, end.month, int(left), left)
        return DateRange(day, day, Precision.DAY)
    if not re.search(r"\d{4}|\d-\d\d$", left):
        back = Now(now.today, end, ahead=True)
        for year in (end.year, end.year - 1):
            found = _period(f"{left} {year}", back)
            if found and found.date_from and found.date_from <= end:
                return found
    return _period(left, now)


def _period(text: str, now: Now) -> DateRange | None:
    text = _ARTICLE.sub("", text)
    for form in _FORMS:
        if (found := form(text, now)) is not None:
            return found
    return None


def _within(text: str, now: Now) -> DateRange | None:
    """Read "binnen zes weken" and "zes weken": from today of the letter on, at the latest that day."""
    bare = text.removeprefix("binnen ").removeprefix("within ")
    if bare == text and not re.match(r"(?:[a-z]+|\d{1,4}) (?:dag|week|weken|maand|jaar|day|month|year)", text):
        return None
    found = day_of("+" + bare, now)
    return DateRange(now.base, found, Precision.DAY) if found else None


def _day(text: str, now: Now) -> DateRange | None:
    found = day_of(text, now)
    return DateRange(found, found, Precision.DAY) if found else None


def _month(text: str, now: Now) -> DateRange | None:
    if found := re.fullmatch(r"(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4})", text):
        month, year = int(found[2] or found[3]), int(found[1] or found[4])
        first = real_day(year, month, 1, text)
        return DateRange(*month_span(first.year, first.month), Precision.MONTH)
    found = re.fullmatch(
        rf"(?:(?:begin|medio|half|eind|einde|mid|end|early|late)(?: of)? )?({MONTH_WORD})[ ,]*{_OF}", text
    )
    if not found:
        return None
    number = MONTH_NUMBERS[found[1].rstrip(".")]
    return _placed(found["year"], now, Precision.MONTH, lambda year: month_span(year, number), text)


def _quarter(text: str, now: Now) -> DateRange | None:
    found = (
        re.fullmatch(rf"{_ORDINAL} (?:kwartaal|quarter){_OF}", text)
        or re.fullmatch(rf"(?:q|k|kwartaal |quarter )(?P<n>[1-4])[ ,-]*{_OF}", text)
        or re.fullmatch(rf"{_YEAR}[ ,-]*(?:q|k|kwartaal |quarter )(?P<n>[1-4])", text)
    )
    return _part(found, 4, Precision.QUARTER, now, text)


def _half(text: str, now: Now) -> DateRange | None:
    found = re.fullmatch(rf"{_ORDINAL} (?:helft|half|halfjaar|half jaar|half year){_OF}", text)
    found = found or re.fullmatch(rf"h(?P<n>[12])[ ,-]*{_OF}", text)
    return _part(found, 2, Precision.SEASON, now, text)


def _third(text: str, now: Now) -> DateRange | None:
    return _part(re.fullmatch(rf"{_ORDINAL} trimester{_OF}", text), 3, Precision.SEASON, now, text)


def _part(found: "re.Match[str] | None", parts: int, precision: Precision, now: Now, text: str) -> DateRange | None:
    """Return the n-th of so many equal parts of a year."""
    if not found:
        return None
    groups = found.groupdict()
    number = _ORDINALS[groups["ordinal"]] if groups.get("ordinal") else int(groups["n"])
    if number > parts:
        return None
    months = 12 // parts
    last = number * months

    def span(year: int) -> Span:
        return date(year, last - months + 1, 1), month_span(year, last)[1]

    return _placed(found["year"], now, precision, span, text)


def _week(text: str, now: Now) -> DateRange | None:
    found = re.fullmatch(rf"(?:week|wk|w)\.? ?(?P<n>\d{{1,2}})[ ,/-]*{_OF}", text)
    found = found or re.fullmatch(rf"{_YEAR}[ ,-]*(?:week |wk |w)(?P<n>\d{{1,2}})", text)
    if not found:
        return None
    number = int(found["n"])

    def span(year: int) -> Span:
        try:
            first = date.fromisocalendar(year, number, 1)
        except ValueError:
            raise InvalidValueError(_("There is no week {n} in {year}.").format(n=number, year=year)) from None
        return first, first + timedelta(days=6)

    return _placed(found["year"], now, Precision.WEEK, span, text)


def _season(text: str, now: Now) -> DateRange | None:
    found = re.fullmatch(rf"(?P<name>{'|'.join(_SEASONS)}){_OF}", text)
    if not found:
        return None
    first, last = _SEASONS[found["name"]]
    return _placed(
        found["year"],
        now,
        Precision.SEASON,
        lambda year: (date(year, first, 21), date(year + (last < first), last, 21)),
        text,
    )


def _recess(text: str, now: Now) -> DateRange | None:
    found = re.fullmatch(rf"(?P<name>zomer|kerst|summer |christmas )-?(?:reces|recess)(?:periode)?{_OF}", text)
    if found:
        rule = summer_recess if found["name"] in ("zomer", "summer ") else christmas_recess
        return _placed(found["year"], now, Precision.RECESS, rule, text)
    if found := re.fullmatch(rf"prinsjesdag{_OF}", text):
        return _placed(found["year"], now, Precision.EVENT, lambda year: (budget_day(year), budget_day(year)), text)
    return _dated_recess(text, now)


def _dated_recess(text: str, now: Now) -> DateRange | None:
    """Read a recess that follows no rule: one of the years that the shipped calendar knows."""
    found = re.fullmatch(rf"(?P<name>{'|'.join(_DATED_RECESSES)})-?recess?(?:periode)?{_OF}", text)
    if not found:
        return None
    from griffie.domain.recess import RecessKind, shipped_calendar  # late: that module reads this one

    kind = RecessKind(_DATED_RECESSES[found["name"]])

    def span(year: int) -> Span:
        known = shipped_calendar().recess(kind, year)
        if known is None:
            raise InvalidValueError(
                _("The dates of this recess follow no rule: “{text}”.").format(text=text), _("Type the date itself.")
            )
        return known.first, known.last

    if not found["year"] and now.reference is not None:  # the year before may be unknown, and is over anyhow
        this = now.reference.year
        first, last = span(this) if shipped_calendar().recess(kind, this) else span(this + 1)
        return DateRange(*((first, last) if last >= now.reference else span(this + 1)), Precision.RECESS)
    return _placed(found["year"], now, Precision.RECESS, span, text)


def _year(text: str, now: Now) -> DateRange | None:
    text = re.sub(r"^(?:kalender|calendar )?(?:jaar|year) (?=\d)", "", text)
    relative = {"jaar": 0, "year": 0, "kalenderjaar": 0, "volgend jaar": 1, "next year": 1}
    part = r"(?:(?P<part>begin|medio|eind|einde|mid|end|early|late)(?: van| of)? )?(?:dit |this |het )?"
    found = re.fullmatch(rf"{part}(?P<which>\d{{4}}|{'|'.join(relative)})", text)
    if not found:
        return None
    which = found["which"]
    year = _real_year(int(which), text) if which.isdecimal() else now.base.year + relative[which]
    months, precision = {
        None: ((1, 12), Precision.YEAR),
        "begin": ((1, 3), Precision.QUARTER),
        "early": ((1, 3), Precision.QUARTER),
        "medio": ((7, 7), Precision.MONTH),
        "mid": ((7, 7), Precision.MONTH),
    }.get(found["part"], ((10, 12), Precision.QUARTER))
    return DateRange(date(year, months[0], 1), month_span(year, months[1])[1], precision)


def _real_year(year: int, text: str) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValueError(_("“{text}” is not a year.").format(text=text), _("Type it in four digits."))
    return year


def _placed(year: str | None, now: Now, precision: Precision, span: Callable[[int], Span], text: str) -> DateRange:
    """Return the span of that year; without one, of the first year in which it is not over on the reference day."""
    if year:
        return DateRange(*span(_real_year(int(year), text)), precision)
    if now.reference is None:
        raise InvalidValueError(
            _("“{text}” does not say which year.").format(text=text), _("Type the year with it, in four digits.")
        )
    first = now.reference.year - 1  # a winter or a Christmas recess may have begun the year before
    spans = (span(first + n) for n in range(3))
    return DateRange(*next(s for s in spans if s[1] >= now.reference), precision)


_FORMS: Final[tuple[Callable[[str, Now], DateRange | None], ...]] = (
    _within, _month, _day, _quarter, _half, _third, _week, _season, _recess, _year,
)  # fmt: skip
