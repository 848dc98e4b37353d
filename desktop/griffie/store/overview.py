"""Counts the lines of the register by the values of a dimension, in one pass for counts and one for medians."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from griffie.base.errors import Cancelled
from griffie.domain.listing import YEAR_LENGTH, Wanted
from griffie.domain.overview import Dimension, Overview, Row, Tally, in_order
from griffie.store.conditions import Conditions, conditions
from griffie.store.database import Register, translated
from griffie.store.lines import FACETS_ALSO, NO_DATE

STOP_EVERY = 200_000
"""After so many of SQLite's own instructions it is asked whether to go on: a hundredth of a second or so."""

_YEAR = f"substr(n.made_on, 1, {YEAR_LENGTH})"
_TIMED = f"n.status = 'settled' AND n.settled_on <> '' AND n.due <> '{NO_DATE}'"
_COUNTS = f"""count(*), sum(n.closed = 0), sum(n.status = 'partly_settled'), sum(n.closed = 0 AND n.due < :today),
    sum(n.status = 'settled'), sum(n.status = 'lapsed'), sum(n.claimed), sum({_TIMED}),
    sum({_TIMED} AND n.settled_on > n.due)"""
_MANY = 9
_DAYS = "CAST(julianday(n.settled_on) - julianday(n.made_on) AS INTEGER)"
_HAS_DAYS = "n.status = 'settled' AND n.settled_on <> '' AND n.made_on <= n.settled_on"

Key = tuple[str | None, str | None]
"""A value of the dimension (None: all of them) and a year (None: all of them)."""


def overview(
    register: Register,
    wanted: Wanted,
    dimension: Dimension,
    today: date,
    *,
    by_year: bool = False,
    stop: Callable[[], bool] | None = None,
) -> Overview:
    """Return the numbers of every value of a dimension; see services.overview.

    Raises:
        Cancelled: `stop` said so.
        UserError: the register is damaged or locked.
    """
    with translated(register.path), _stopping(register.read, stop) as conn:
        counting = _Counting(conn, conditions(conn, wanted), wanted, dimension, today, by_year=by_year)
        counts, medians = counting.counts(), counting.medians()
    found = {key: replace(_tally(sums), median_days=medians.get(key)) for key, sums in counts.items()}
    years: dict[str | None, dict[str, Tally]] = {}
    for (value, year), tally in found.items():
        if year is not None:
            years.setdefault(value, {})[year] = tally
    rows = [Row(value, found[value, None], years.get(value, {})) for value, year in found if value and year is None]
    rows += [Row("", found["", None], years.get("", {}))] if ("", None) in found else []
    total = Row("", found.get((None, None), Tally()), years.get(None, {}))
    return Overview(dimension, wanted, today, in_order(rows, dimension), total, tuple(sorted(total.by_year)))


def years(register: Register) -> list[str]:
    """Return the years in which something was made, oldest first: one jump along the index for each."""
    found: list[str] = []
    with translated(register.path):
        sql = "SELECT made_on FROM line WHERE made_on > ? ORDER BY made_on LIMIT 1"
        after = ""
        while (row := register.read.execute(sql, (after,)).fetchone()) is not None:
            found.append(row[0][:YEAR_LENGTH])
            after = f"{found[-1]}~"
    return found


def _tally(sums: tuple[int, ...]) -> Tally:
    return Tally(*sums)


@dataclass
class _Counting:
    """One overview being counted: `line` for what stands in its own column, `line_also` for what items have besides."""

    conn: sqlite3.Connection
    limits: Conditions
    wanted: Wanted
    dimension: Dimension
    today: date
    by_year: bool

    def __post_init__(self) -> None:
        self.column = _YEAR if self.dimension is Dimension.YEAR else f"n.{self.dimension.value}"
        self.year = _YEAR if self.by_year else "''"
        self.args: dict[str, Any] = self.limits.args | {"today": self.today.isoformat(), "facet": self.dimension.value}
        chosen = self.wanted.values_of(self.dimension.value)
        self.rows_of: frozenset[str] | None = frozenset(chosen) if chosen else None
        self.has_more = self.dimension.value in FACETS_ALSO and self._any_more()
        if self.has_more and self.dimension is Dimension.PERSON:
            mains = frozenset(_values(self.conn))
            self.rows_of = mains if self.rows_of is None else self.rows_of & mains

    def counts(self) -> dict[Key, tuple[int, ...]]:
        """Return the sums by value and year; those of all values and of all years besides."""
        found: dict[Key, list[int]] = {}
        sql = f"SELECT {self.column}, {self.year}, {_COUNTS} FROM {self._lines()} GROUP BY 1, 2"
        for value, year, *sums in self._run(sql):
            self._add(found, value, year, sums, total=True)
        if self.has_more:
            sql = f"SELECT a.value, {self.year}, {_COUNTS} FROM {self._more()} GROUP BY 1, 2"
            for value, year, *sums in self._run(sql):
                self._add(found, value, year, sums, total=False)
        return {key: tuple(sums) for key, sums in found.items()}

    def medians(self) -> dict[Key, float]:
        """Return the median of the days to settle by value and year, and of all.

        SQLite counts how often each number of days occurs, and by running sums finds the one in the middle (or the two,
        of which the mean is taken); only the medians come back.
        """
        parts = [f"SELECT {self.column} v, {self.year} y, {_DAYS} x, count(*) k FROM {self._lines(_HAS_DAYS)} GROUP BY 1, 2, 3"]
        if self.has_more:
            parts.append(f"SELECT a.value, {self.year}, {_DAYS}, count(*) FROM {self._more(_HAS_DAYS)} GROUP BY 1, 2, 3")
        found: dict[Key, float] = {}
        for value, year, median in self._run(_MEDIANS.format(own=parts[0], also=" UNION ALL ".join(["SELECT * FROM own", *parts[1:]]))):
            found[value, year] = median
        return found

    def _add(self, found: dict[Key, list[int]], value: str, year: str, sums: list[int], *, total: bool) -> None:
        keys: list[Key] = [(None, None)] if total else []
        ...
