"""From a time phrase to its range, its last day on time and the reason, as seen from the letter's date."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import N_
from griffie.domain.dates import later
from griffie.domain.kinds import Precision
from griffie.domain.periods import DateRange
from griffie.domain.reading import NO_RANGE, Reason
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines.days import month_number
from griffie.reading.nl.deadlines.forms import Form
from griffie.reading.nl.deadlines.period import Period
from griffie.reading.nl.deadlines.periods import period_of
from griffie.reading.nl.deadlines.phrases import Phrase
from griffie.reading.nl.deadlines.words import MONTHS, UNITS, count_of, one_of

_PLANNED: Final = re.compile(
    r"(?:gepland|voorzien|geagendeerd|ingepland|beoogd|geraamd|voorgenomen|verwacht)(?: (?:nu|thans|dan))?\s*$"
)
"""Before "voor": the time itself is meant, not the time before it."""
_PARTS: Final = (Form.QUARTER, Form.HALF, Form.YEAR, Form.THIRD)
_PUT_OFF: Final = re.compile(
    r"\b(?:uitgesteld|verschoven|opgeschoven|verplaatst|doorgeschoven|uitstel|uit(?: te )?stellen|(?:te )?verschuiven)"
    r"(?: [a-z]+)? $"
)
"""Before "tot": the new time itself is meant."""
_NOUNS_AFTER: Final = re.compile(
    r" ?(?:na|nadat|voor|voorafgaand aan) (?:de |het |een |die |dat |deze |dit |mijn |hun |haar |zijn |uw "
    r"|dagtekening van )?"
    r"(?P<what>[a-z-]+(?: van (?:de |het |die |dat |deze |dit |mijn )?[a-z-]+)?)"
)
_THIS_LETTER: Final = re.compile(
    r" na (?:heden|vandaag|(?:de )?(?:datum|dagtekening|verzending|ontvangst)(?: van deze brief)|dagtekening"
    r"|deze brief)"
)
_THAT_DAY: Final = re.compile(r" na (?:die|dat|deze|dit) [a-z-]+| daarna")
_DAY: Final = rf"(?<!\d)(?P<d>\d\d?) (?P<m>{one_of(MONTHS)})(?: (?P<y>(?:19|20)\d\d))?"
_DAY_MENTIONED: Final = re.compile(_DAY)
_TOLD_DAY: Final = re.compile(rf" \((?:op |te weten |uiterlijk )?{_DAY}\)")
_SENT_IN: Final = re.compile(rf"\b(?:ingezonden|ontvangen|ontving)(?: op)? {_DAY}[^.]{{0,80}}$")
"""Before "binnen de daarvoor geldende termijn van drie weken": the day that the term runs from."""


@dataclass(frozen=True)
class Resolved:
    """What a phrase comes to: range, the answer, the rule's short name and why. `end` is where its words end."""

    range: DateRange
    latest: str | None
    rule: str
    reason: Reason
    end: int
    day: bool = False  # an explicit moment, not "spoedig"


def resolve(text: str, phrase: Phrase, facts: LetterFacts) -> Resolved | None:
    """Return what a phrase of even text comes to; None where it is no time at all."""
    core = phrase.core
    if core.form is Form.SPAN:
        return _span(text, phrase, facts)
    if core.form is Form.OPEN:
        return _open(text, phrase)
    if core.form in (Form.ONCE, Form.MEETING) or (core.form is Form.EVENT and core.get("e") not in _DATED):
        return _event(text, phrase, facts)
    period = period_of(phrase, facts)
    if period is None:
        return None
    words = text[phrase.start : core.end]
    why = Reason(period.reason, {"words": words, "first": period.first, "last": period.last, "year": period.first.year})
    lead = phrase.lead or ("through" if phrase.adv == "uiterlijk" else "")
    if lead == "before" and phrase.prep == "tot" and _PUT_OFF.search(text[max(0, phrase.start - 24) : phrase.start]):
        lead = "in"
    if lead == "before" and phrase.prep == "voor" and is_planned_for(text, phrase):
        lead = "in"
    return replace(_bent(period, phrase, lead, why), end=core.end)


def is_planned_for(text: str, phrase: Phrase) -> bool:
    """Tell whether "voor" leads in when something is planned: "gepland voor 1 juli", "is voor het najaar voorzien"."""
    before, after = text[max(0, phrase.start - 24) : phrase.start], text[phrase.core.end : phrase.core.end + 16]
    if phrase.core.form in _PARTS and re.search(r"\baangekondigd $", before):
        return True
    return bool(
        _PLANNED.search(before)
        or re.match(r" (?:is |zijn |staat |staan )?(?:gepland|voorzien|ingepland|geagendeerd)\b", after)
    )


_DATED: Final = ("prinsjesdag", "verantwoordingsdag", "miljoenennota")


def _bent(period: Period, phrase: Phrase, lead: str, why: Reason) -> Resolved:
    """Return the range and the answer as the preposition bends the period."""
    exact = period.precision is Precision.DAY
    if lead == "before" and phrase.part in ("end", "end of"):
        latest = period.latest if period.precision is Precision.RECESS else None
        through = Reason(N_("{period}; its last day is still on time"), {"period": why})
        return Resolved(DateRange(None, period.last, period.precision), latest or period.last.isoformat(),
                        f"before_end_of_{period.rule}", through, 0, exact)  # fmt: skip
    if lead == "before":
        turn = period.rule == "turn_of_year"
        last = period.last if turn else period.first - dt.timedelta(days=1)
        reason = Reason(N_("{period}, so at the latest {last}"), {"period": why, "last": last})
        precision = Precision.DAY if exact else period.precision
        return Resolved(
            DateRange(None, last, precision),
            period.before or last.isoformat(),
            f"before_{period.rule}",
            reason,
            0,
            exact,
        )
    if lead == "after":
        first = period.last + dt.timedelta(days=1)
        reason = Reason(N_("{period}; after it, no last day is named"), {"period": why})
        return Resolved(DateRange(first, None, period.precision), None, f"after_{period.rule}", reason, 0)
    if lead == "since" and period.rule in ("year", "school_year"):
        return Resolved(
            DateRange(period.first, period.first, Precision.DAY),
            period.first.isoformat(),
            f"from_{period.rule}",
            why,
            0,
        )
    latest = period.latest or period.last.isoformat()
    return Resolved(DateRange(period.first, period.last, period.precision), latest, period.rule, why, 0, exact)


def _open(text: str, phrase: Phrase) -> Resolved:
    reason = Reason(N_("“{words}”: no day is named"), {"words": text[phrase.start : phrase.core.end]})
    return Resolved(NO_RANGE, None, "no_day", reason, phrase.core.end)


def _event(text: str, phrase: Phrase, facts: LetterFacts) -> Resolved:
    end = phrase.core.end
    while end > phrase.start and text[end - 1] in " ,":
        end -= 1
    if (
        phrase.core.get("first")
        and (told := _TOLD_DAY.match(text, end))
        and (day := _mentioned(told, facts, ahead=True))
    ):
        # "voor het einde van het seizoen (31 maart)": the letter itself tells the day
        why = Reason(N_("“{words}”: {last}"), {"words": text[phrase.start : told.end()], "last": day})
        return Resolved(DateRange(None, day, Precision.DAY), day.isoformat(), "event", why, told.end(), True)
    reason = Reason(N_("“{words}”: the day of that event is not known"), {"words": text[phrase.start : end]})
    return Resolved(NO_RANGE, None, "event", reason, end)


# --- "binnen zes weken", "over drie maanden" ---------------------------------------------------------------------


def _span(text: str, phrase: Phrase, facts: LetterFacts) -> Resolved | None:
    core = phrase.core
    unit = UNITS[core.get("u")]
    number = _number(core.get("c2") or core.get("c"), core.get("half"))
    tail = core.get("later").strip()
    if tail in ("voor", "later") and phrase.prep in ("binnen", "over"):
        tail = ""
    if not _is_term(phrase, unit, tail):
        return None
    end = core.end if tail else core.end - len(core.get("later"))
    words = text[phrase.start : end]
    if number is None:
        vague = core.get("c") in ("enkele", "enige") or core.get("c").startswith("een ")
        return Resolved(NO_RANGE, None, "some_time", _no_day(words), end) if vague else None
    count, unit = number[0], number[1] or unit
    base: dt.date | None = facts.date
    if tail:
        base, end = _base(text, phrase, facts)
        words = text[phrase.start : end]
        if tail in ("voor", "voorafgaand aan"):
            count = -count
    elif text.startswith("termijn van ", phrase.core.start - 12) and (
        sent := _SENT_IN.search(text[max(0, phrase.start - 160) : phrase.start])
    ):
        base = _mentioned(sent, facts)
    if base is None:
        reason = Reason(N_("“{words}”: counted from a day that is not known"), {"words": words})
        return Resolved(NO_RANGE, None, "within_of_event", reason, end)
    day = _counted(base, count, unit)
    if day is None:
        return None
    reason = Reason(N_("“{words}”: counted from {base}, so {day}"), {"words": words, "base": base, "day": day})
    first = min(base, day) if phrase.prep != "over" else day
    return Resolved(DateRange(first, day, Precision.DAY), day.isoformat(), "within", reason, end, True)


def _no_day(words: str) -> Reason:
    return Reason(N_("“{words}”: no day is named"), {"words": words})


def _is_term(phrase: Phrase, unit: str, tail: str) -> bool:
    """Tell whether a length of time says by when: "binnen", "over", "de komende zes weken", "uiterlijk ... na"."""
    coming = "kom" in phrase.det or "eerst" in phrase.det
    if phrase.prep == "binnen" or (phrase.prep == "over" and not phrase.det):
        return True
    if coming:
        return unit in "dwmqb" and phrase.prep in ("in", "over", "", "gedurende", "voor")
    if tail in ("na", "nadat") and not phrase.prep and not phrase.det:
        return True
    return bool(tail) and tail != "later" and phrase.adv == "uiterlijk"


def _number(word: str, half: str) -> tuple[int, str] | None:
    """Return the count and, where it changes, the unit: half a year is six months."""
    if half.strip() == "half":
        return 6, "m"
    if word == "anderhalf":
        return 18, "m"
    found = count_of(word)
    return None if found is None else (found, "")


def _counted(base: dt.date, count: int, unit: str) -> dt.date | None:
    try:
        if unit == "b":  # working days
            return _working_days(base, count)
        if unit in "qh":
            return later(base, count * (3 if unit == "q" else 6), "m")
        return later(base, count, unit)
    except InvalidValueError:
        return None


def _working_days(base: dt.date, count: int) -> dt.date:
    day, step = base, dt.timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def _base(text: str, phrase: Phrase, facts: LetterFacts) -> tuple[dt.date | None, int]:
    """Return the day that a term is counted from, and where the words that say so end."""
    end = phrase.core.end - (len(phrase.core.get("later")) if phrase.core.get("later") else 0)
    if found := _THIS_LETTER.match(text, end):
        return facts.date, found.end()
    stretch = text[end : end + 90]
    named = _DAY_MENTIONED.search(stretch)
    if named and not re.search(r"[.;]", stretch[: named.start()]):
        return _mentioned(named, facts), end + named.end()
    if facts.date and (found := _THAT_DAY.match(text, end)):
        before = list(_DAY_MENTIONED.finditer(text, max(0, phrase.start - 250), phrase.start))
        return (_mentioned(before[-1], facts) if before else None), found.end()
    found = _NOUNS_AFTER.match(text, end)
    return None, found.end() if found else phrase.core.end


def _mentioned(found: "re.Match[str]", facts: LetterFacts, *, ahead: bool = False) -> dt.date | None:
    """Return a day that the text names; without a year the nearest to the letter's date, or the first `ahead` of it."""
    month, number, seen = month_number(found["m"]), int(found["d"]), facts.date
    if found["y"]:
        years: tuple[int, ...] = (int(found["y"]),)
    elif seen:
        years = tuple(seen.year + n for n in ((0, 1) if ahead else (0, -1, 1)))
    else:
        return None
    days: list[dt.date] = []
    for year in years:
        try:
            days.append(dt.date(year, month, number))
        except ValueError:
            continue
    if ahead and seen and not found["y"]:
        days = [day for day in days if day >= seen]
    return min(days, key=lambda d: abs(d - (seen or d))) if days else None
