"""Recesses and fixed days of the sitting year that a time phrase names: "het zomerreces", Prinsjesdag."""

import datetime as dt
from typing import Final

from griffie.base.i18n import N_
from griffie.domain.kinds import Chamber, Precision
from griffie.domain.periods import budget_day
from griffie.domain.recess import RecessKind
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines.period import Period, YearPeriod
from griffie.reading.nl.deadlines.phrases import Phrase

RECESSES: Final = {
    "zomer": RecessKind.SUMMER, "kerst": RecessKind.CHRISTMAS, "mei": RecessKind.MAY, "voorjaar": RecessKind.SPRING,
    "voorjaars": RecessKind.SPRING, "krokus": RecessKind.SPRING, "herfst": RecessKind.AUTUMN,
    "najaars": RecessKind.AUTUMN, "verkiezings": RecessKind.ELECTION,
}  # fmt: skip
_OF_SENATE: Final = (RecessKind.SUMMER, RecessKind.CHRISTMAS)
_OF_HOUSE: Final = (RecessKind.SPRING, RecessKind.MAY, RecessKind.SUMMER, RecessKind.AUTUMN, RecessKind.CHRISTMAS)
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


def recess_of(phrase: Phrase, facts: LetterFacts) -> YearPeriod:
    """Return what a phrase of this form names in a year."""
    name = phrase.core.get("r")
    if name:
        return lambda year: recess_period(RECESSES[name], year, facts)
    senate = facts.chamber is Chamber.EK
    kinds = _OF_SENATE if senate else _OF_HOUSE

    def build(year: int) -> Period | None:
        all_of_year = (recess_period(kind, year, facts) for kind in kinds)
        if facts.date is None:
            return None
        return next((p for p in all_of_year if facts.date and p.first > facts.date), None)

    return build


def event_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod | None:
    """Return what a phrase of this form names in a year."""
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


def turn_of(phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
    """Return what a phrase of this form names in a year."""
    shift = -1 if phrase.core.get("y") else 0

    def build(year: int) -> Period:
        day = dt.date(year + shift, 12, 31)
        # "voor de jaarwisseling" is still on time on 31 December
        return Period(day, day, Precision.DAY, "turn_of_year", N_("“{words}”: {last}"), None, day.isoformat())

    return build


def feast_of(_phrase: Phrase, _facts: LetterFacts) -> YearPeriod:
    """Return what a phrase of this form names in a year."""

    def build(year: int) -> Period:
        first, last = dt.date(year, 12, 25), dt.date(year, 12, 26)
        return Period(first, last, Precision.DAY, "feast", N_("“{words}”: {first} to {last}"))

    return build
