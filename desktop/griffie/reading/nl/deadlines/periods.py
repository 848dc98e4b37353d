"""From the heart of a time phrase to days: which period it names, in the year that the letter's date gives it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from griffie.base.i18n import N_
from griffie.domain.dates import FIRST_YEAR, LAST_YEAR
from griffie.domain.kinds import Chamber, Precision
from griffie.domain.periods import budget_day, month_span
from griffie.domain.recess import RecessKind
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines.forms import Form
from griffie.reading.nl.deadlines.phrases import Phrase
from griffie.reading.nl.deadlines.words import MONTHS, ORDINALS, SHORT_MONTHS, WEEKDAYS

Days = tuple[dt.date, dt.date]

RECESSES: Final = {
    "zomer": RecessKind.SUMMER, "kerst": RecessKind.CHRISTMAS, "mei": RecessKind.MAY, "voorjaar": RecessKind.SPRING,
    "voorjaars": RecessKind.SPRING, "krokus": RecessKind.SPRING, "herfst": RecessKind.AUTUMN,
    "najaars": RecessKind.AUTUMN, "verkiezings": RecessKind.ELECTION,
}  # fmt: skip
BEFORE_RECESS: Final = {
    RecessKind.SUMMER: 7, RecessKind.CHRISTMAS: 12, RecessKind.MAY: 4, RecessKind.SPRING: 2, RecessKind.AUTUMN: 10,
    RecessKind.ELECTION: 10,
}  # fmt: skip
"""The month by whose words "before the recess" is told: the one in which the recess usually begins."""
USUAL: Final = {
    RecessKind.MAY: ((4, 24), 17), RecessKind.SPRING: ((2, 15), 10), RecessKind.AUTUMN: ((10, 12), 10),
    RecessKind.ELECTION: ((10, 3), 26),
}  # fmt: skip
"""About when a recess without a row and without a rule begins, and how many days it lasts."""
SEASONS: Final = {
    "voorjaar": (3, 6), "lente": (3, 6), "zomer": (6, 9), "najaar": (9, 12), "herfst": (9, 12), "winter": (12, 3),
}  # fmt: skip
"""From the 21st of the one month through the 21st of the other."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period: its days, how precisely it is meant, and the words of the answer where they differ from the days.

    `latest` answers for the period as a whole; `before` for what must be ready before it. `sure` is False where the
    days are the usual ones, not known ones.
    """

    first: dt.date
    last: dt.date
    precision: Precision
    rule: str
    reason: str
    latest: str | None = None
    before: str | None = None
    sure: bool = True


YearPeriod = Callable[[int], Period | None]


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
    for year in range(day.year - 1, day.year + 5):
        found = build(year)
        if found is None:
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


# --- what each form names in a year ----------------------------------------------------------------------------


def _day(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    core = phrase.core
    month = int(core.get("mn")) if core.form is Form.NUMERIC else month_of(core.get("m"))
    number = int(core.get("d"))

    def build(year: int) -> Period | None:
        try:
            day = dt.date(year, month, number)
        except ValueError:
            return None
        return Period(day, day, Precision.DAY, "day", N_("“{words}”: {last}"))

    return build


def month_of(word: str) -> int:
    """Return the number of a month's name or abbreviation."""
    word = word.rstrip(".")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def _nth_weekday(phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
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


def _weekday(phrase: Phrase, facts: LetterFacts) -> YearPeriod | None:
    core, day = phrase.core, facts.date
    if day is None:
        return None
    word = core.get("wd") or core.get("wd2")
    ahead = (WEEKDAYS[word] - day.weekday() - 1) % 7 + 1 if word else 2 if "over" in core.get("wd3") else 1
    found = day + dt.timedelta(days=ahead)
    period = Period(found, found, Precision.DAY, "weekday", N_("“{words}”: the first after the letter, {last}"))
    return lambda _year: period


def _week(phrase: Phrase, facts: LetterFacts) -> YearPeriod | None:
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


def _month(phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
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


def _this_month(phrase: Phrase, facts: LetterFacts) -> YearPeriod | None:
    if facts.date is None or (phrase.core.get("rm") == "de" and phrase.part not in ("end", "end of")):
        return None
    months = facts.date.year * 12 + facts.date.month - 1 + (phrase.core.get("rm") not in ("deze", "de"))
    first, last = month_span(months // 12, months % 12 + 1)
    period = Period(first, last, Precision.MONTH, "month", N_("“{words}”: {first} to {last}"), f"{first:%Y-%m}")
    return lambda _year: period


def _quarter(phrase: Phrase, facts: LetterFacts) -> YearPeriod | None:
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


def _third(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    word = phrase.core.get("n")
    number = int(word) if word.isdecimal() else ORDINALS[word]
    number = 3 if number == -1 else number
    return (lambda year: _parts(year, number, number, 3)) if number <= 3 else None


def _half(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
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


def _season(phrase: Phrase, facts: LetterFacts) -> YearPeriod:
    low, high = SEASONS[phrase.core.get("s")]
    summer = phrase.core.get("s") == "zomer"
    before_recess = summer and phrase.lead in ("before", "after")

    def build(year: int) -> Period | None:
        if before_recess:  # "voor de zomer" is said of the recess
            return recess_period(RecessKind.SUMMER, year, facts)
        first, last = dt.date(year, low, 21), dt.date(year + (high < low), high, 21)
        return Period(first, last, Precision.SEASON, "season", N_("“{words}”: {first} to {last}"))

    return build


def recess_period(kind: RecessKind, year: int, facts: LetterFacts) -> Period:
    """Return a recess of the letter's chamber; without a row and a rule, the usual days of it."""
    chamber = facts.chamber or Chamber.TK
    found = facts.calendar.recess(kind, year, chamber)
    if found:
        first, last = found.first, found.last
        reason = N_("“{words}”: recess of {year}, {first} to {last}")
    else:
        (month, day), length = USUAL[kind]
        first = dt.date(year, month, day)
        last = first + dt.timedelta(days=length)
        reason = N_("“{words}”: recess of {year}; its days are not in the calendar, usually about {first} to {last}")
    before = f"{year}-{BEFORE_RECESS[kind]:02d}"
    latest = None if found else f"{last:%Y-%m}"
    return Period(first, last, Precision.RECESS, "recess", reason, latest, before, found is not None)


def _recess(phrase: Phrase, facts: LetterFacts) -> YearPeriod:
    name = phrase.core.get("r")
    if name:
        return lambda year: recess_period(RECESSES[name], year, facts)
    senate = facts.chamber is Chamber.EK
    kinds = (RecessKind.SUMMER, RecessKind.CHRISTMAS)
    if not senate:
        kinds = (RecessKind.SPRING, RecessKind.MAY, RecessKind.SUMMER, RecessKind.AUTUMN, RecessKind.CHRISTMAS)  # type: ignore[assignment]

    def build(year: int) -> Period | None:
        all_of_year = (recess_period(kind, year, facts) for kind in kinds)
        if facts.date is None:
            return None
        return next((p for p in all_of_year if facts.date and p.first > facts.date), None)

    return build


def _event(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    name = phrase.core.get("e")
    if name in ("prinsjesdag", "miljoenennota"):
        rule = budget_day
    elif name == "verantwoordingsdag":
        rule = accounts_day
    else:
        return None

    def build(year: int) -> Period:
        day = rule(year)
        return Period(day, day, Precision.DAY, "event", N_("“{words}”: {last}"))

    return build


def accounts_day(year: int) -> dt.date:
    """Return Verantwoordingsdag, the third Wednesday of May."""
    first = dt.date(year, 5, 1)
    return first + dt.timedelta(days=(2 - first.weekday()) % 7 + 14)


def _turn(phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
    shift = -1 if phrase.core.get("y") else 0

    def build(year: int) -> Period:
        day = dt.date(year + shift, 12, 31)
        # "voor de jaarwisseling" is still on time on 31 December
        return Period(day, day, Precision.DAY, "turn_of_year", N_("“{words}”: {last}"), None, day.isoformat())

    return build


def _feast(_phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
    def build(year: int) -> Period:
        first, last = dt.date(year, 12, 25), dt.date(year, 12, 26)
        return Period(first, last, Precision.DAY, "feast", N_("“{words}”: {first} to {last}"))

    return build


def _year(phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
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


def _this_year(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    relative = phrase.core.get("ry")
    if not relative or relative.startswith(("ieder", "elk")):
        return None
    if relative.startswith(("het jaar", "het kalenderjaar")) and not phrase.part:
        return None
    return lambda year: _part_of_year(year, year, phrase.part)


_BUILDERS: Final[dict[Form, Callable[[Phrase, LetterFacts], YearPeriod | None]]] = {
    Form.DAY: _day, Form.NUMERIC: _day, Form.NTH_WEEKDAY: _nth_weekday, Form.WEEKDAY: _weekday, Form.WEEK: _week,
    Form.MONTH: _month, Form.THIS_MONTH: _this_month, Form.QUARTER: _quarter, Form.THIRD: _third, Form.HALF: _half,
    Form.SEASON: _season, Form.RECESS: _recess, Form.EVENT: _event, Form.TURN: _turn, Form.FEAST: _feast, Form.YEAR: _year,
    Form.THIS_YEAR: _this_year,
}  # fmt: skip
