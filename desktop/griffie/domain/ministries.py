"""Ministries and their names over time: which one a function text belongs to, and every name for completion.

The table is data (`resources/ministries.toml`, with source and grade of each fact); this module only reads its text.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from griffie.domain.plain import fold


@dataclass(frozen=True, slots=True)
class MinistryName:
    """One name of a ministry, or the portfolio of a minister "voor" who sat in it.

    `code` is the abbreviation that belongs to this name, `now` that of the ministry which has its place today; the days
    are the first and last on which it was in use, None where that is not known or still going on.
    """

    code: str
    name: str
    now: str
    aliases: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    portfolio: bool = False
    grade: str = "B"

    def in_force(self, day: date) -> bool:
        """Tell whether the name was in use on `day`."""
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)

    @property
    def words(self) -> tuple[str, ...]:
        """Everything by which it is called: name, abbreviation (not of a portfolio), other forms."""
        return (self.name, *self.aliases) if self.portfolio else (self.name, self.code, *self.aliases)


@dataclass(frozen=True, slots=True)
class FoundMinistry:
    """A ministry met in a text: its name then, and which characters of the folded text named it."""

    name: MinistryName
    start: int
    end: int

    @property
    def code(self) -> str:
        """The abbreviation that belongs to the name."""
        return self.name.code


@dataclass(frozen=True)
class Ministries:
    """All names of all ministries."""

    all_names: tuple[MinistryName, ...]

    @cached_property
    def _called(self) -> dict[str, tuple[MinistryName, ...]]:
        called: dict[str, tuple[MinistryName, ...]] = {}
        for name in self.all_names:
            for word in name.words:
                called[fold(word)] = (*called.get(fold(word), ()), name)
        return called

    @cached_property
    def _pattern(self) -> "re.Pattern[str]":
        words = sorted(self._called, key=len, reverse=True)
        return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")

    def find_all(self, text: str, day: date | None = None) -> tuple[FoundMinistry, ...]:
        """Return the ministries that a text names, in order, each by its longest name.

        Args:
            text: a function, a heading, a name: "Ministers van Buitenlandse Zaken en van Defensie", "MINISTER VAN VWS".
            day: the date of the letter, which decides between two that bore one name.
        """
        found = self._pattern.finditer(fold(text))
        return tuple(FoundMinistry(_best(self._called[m[0]], day), m.start(), m.end()) for m in found)

    def find(self, text: str, day: date | None = None) -> MinistryName | None:
        """Return the ministry that a function text names first, or None."""
        found = self.find_all(text, day)
        return found[0].name if found else None

    def codes(self) -> tuple[str, ...]:
        """Return the abbreviations of the ministries of today."""
        return tuple(dict.fromkeys(name.now for name in self.all_names if not name.portfolio))

    def names(self, day: date | None = None) -> tuple[str, ...]:
        """Return every name, sorted, for completion; with `day` only those in use then."""
        return tuple(sorted({n.name for n in self.all_names if day is None or n.in_force(day)}, key=fold))

    def name_of(self, code: str) -> str:
        """Return the newest name that goes with an abbreviation; an unknown abbreviation is given back."""
        return next((n.name for n in self.all_names if not n.portfolio and fold(n.code) == fold(code)), code)


def _best(names: Iterable[MinistryName], day: date | None) -> MinistryName:
    """Return the one in force on that day, else one still in use, else the first of the table."""
    known = tuple(names)
    if day is not None:
        known = tuple(name for name in known if name.in_force(day)) or known
    return next((name for name in known if name.last_day is None), known[0])


def read_ministries(toml: str) -> Ministries:
    """Return the ministries that the text of `ministries.toml` describes.

    Raises:
        ValueError: the text is no TOML, or a row lacks its code, name or ministry.
    """
    table = tomllib.loads(toml)
    names: list[MinistryName] = []
    for row in table.get("ministry", ()):
        names.append(_name(row, now=row.get("code", "")))
        names += [_name(old, now=row["code"]) for old in row.get("earlier", ())]
    now = {name.code: name.now for name in names}
    for row in table.get("portfolio", ()):
        code = row.get("ministry", "")
        names.append(_name({**row, "code": code}, now=now.get(code, ""), portfolio=True))
    return Ministries(tuple(names))


def _name(row: Mapping[str, Any], *, now: str, portfolio: bool = False) -> MinistryName:
    if not row.get("code") or not row.get("name") or not now:
        raise ValueError(f"a ministry without code or name: {dict(row)}")
    return MinistryName(
        row["code"],
        row["name"],
        now,
        tuple(row.get("aliases", ())),
        row.get("first_day"),
        row.get("last_day"),
        portfolio,
        row.get("grade", "B"),
    )
