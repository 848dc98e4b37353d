"""Counts the lines of the register by the values of a dimension, in one pass."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from operator import itemgetter
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
_OPEN, _PARTLY, _LATE, _REPORTED, _SETTLED, _LAPSED, _TIMED, _SETTLED_LATE = (1 << place for place in range(8))
_STATE = f"""CASE WHEN n.closed = 0 THEN {_OPEN} + {_PARTLY} * (n.status = 'partly_settled')
        + {_LATE} * (n.due < :today) + {_REPORTED} * n.claimed
    WHEN n.status = 'lapsed' THEN {_LAPSED}
    ELSE {_SETTLED} + CASE WHEN n.settled_on = '' OR n.due = '{NO_DATE}' THEN 0
        ELSE {_TIMED} + {_SETTLED_LATE} * (n.settled_on > n.due) END END"""
"""All that is counted of a line as one small number: SQLite sorts what it groups, and short keys sort fast."""
_DAYS = """CASE WHEN n.status = 'settled' AND n.settled_on <> '' AND n.made_on <= n.settled_on
    THEN CAST(julianday(n.settled_on) - julianday(n.made_on) AS INTEGER) END"""

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
        found = _Counting(conn, conditions(conn, wanted), wanted, dimension, today, by_year=by_year).tallies()
    by: dict[str | None, dict[str, Tally]] = defaultdict(dict)
    for (value, year), tally in found.items():
        if year is not None:
            by[value][year] = tally
    rows = [Row(value, found[value, year], by[value]) for value, year in found if value is not None and year is None]
    total = Row("", found.get((None, None), Tally()), by[None])
    return Overview(dimension, wanted, today, in_order(rows, dimension), total, tuple(sorted(total.by_year)))


def version(register: Register) -> int:
    """Return a number that is another one when somebody has written since this thread asked last."""
    with translated(register.path):
        return int(register.read.execute("PRAGMA data_version").fetchone()[0])


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


class _Cell:
    """The items of a row, or of a row and a year: how many are in each state, and how many took so many days."""

    __slots__ = ("days", "states")

    def __init__(self, cells: Iterable["_Cell"] = ()) -> None:
        self.states: defaultdict[int, int] = defaultdict(int)
        self.days: defaultdict[int, int] = defaultdict(int)
        for cell in cells:
            for state, number in cell.states.items():
                self.states[state] += number
            for days, number in cell.days.items():
                self.days[days] += number

    def tally(self) -> Tally:
        """Return the numbers."""

        def having(mark: int, without: int = 0) -> int:
            return sum(number for state, number in self.states.items() if state & mark and not state & without)

        return Tally(
            made=sum(self.states.values()),
            open=having(_OPEN),
            partly=having(_PARTLY),
            late=having(_LATE),
            settled=having(_SETTLED),
            lapsed=having(_LAPSED),
            reported=having(_REPORTED),
            timed=having(_TIMED),
            settled_late=having(_SETTLED_LATE),
            partly_in_time=having(_PARTLY, without=_LATE),
            median_days=median_of(self.days),
        )


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
        facet = self.dimension.value
        self.column = _YEAR if self.dimension is Dimension.YEAR else f"n.{facet}"
        self.year = _YEAR if self.by_year else "NULL"
        self.args: dict[str, Any] = self.limits.args | {"today": self.today.isoformat(), "facet": facet}
        self.has_more = facet in FACETS_ALSO and self._one("SELECT 1 FROM line_also WHERE facet = :facet LIMIT 1")
        self.shown = self._values_shown()
        self.args["shown"] = json.dumps(sorted(self.shown or ()))

    def tallies(self) -> dict[Key, Tally]:
        """Return the numbers by value and year, and those of all values and of all years.

        SQLite says how often each state and each number of days occurs, so that few rows come here; they come value by
        value, and only those of one value are held besides those of the total.
        """
        own = f"SELECT {self.column}, {self.year}, {_STATE}, {_DAYS}, count(*), 1 {self._own()} GROUP BY 1, 2, 3, 4"
        more = f"SELECT a.value, {self.year}, {_STATE}, {_DAYS}, count(*), 0 {self._more()} GROUP BY 1, 2, 3, 4"
        rows = self._run(f"{own} UNION ALL {more} ORDER BY 1" if self.has_more else f"{own} ORDER BY 1")
        found: dict[Key, Tally] = {}
        whole: dict[str | None, _Cell] = defaultdict(_Cell)
        for value, group in groupby(rows, itemgetter(0)):
            cells: dict[str | None, _Cell] = defaultdict(_Cell)
            for _value, year, state, days, number, mine in group:
                for cell in (cells[year], whole[year]) if mine else (cells[year],):
                    cell.states[state] += number
                    if days is not None:
                        cell.days[days] += number
            if self.shown is None or value in self.shown:
                found |= self._with_sum(value, cells)
        return found | self._with_sum(None, whole) if whole else {}

    def _with_sum(self, value: str | None, cells: Mapping[str | None, _Cell]) -> dict[Key, Tally]:
        """Return the numbers of a value by year, where asked, and of all years together."""
        by_year: dict[Key, Tally] = (
            {(value, year): cell.tally() for year, cell in cells.items()} if self.by_year else {}
        )
        return by_year | {(value, None): _Cell(cells.values()).tally()}

    def _own(self) -> str:
        """What stands in its own column; where nearly every line is wanted, one after the other is fastest."""
        through = "" if self._is_narrow else "NOT INDEXED"
        return f"FROM line n {through} WHERE {self.limits.where}"

    def _more(self) -> str:
        """What items have besides, of the values that get a row; each is looked up by its key."""
        some = "1" if self.shown is None else "a.value IN (SELECT value FROM json_each(:shown))"
        return (
            f"FROM line_also a CROSS JOIN line n ON n.seq = a.seq WHERE a.facet = :facet AND {some} "
            f"AND {self.limits.where}"
        )

    @property
    def _is_narrow(self) -> bool:
        """True where the limits leave so little that an index is the shorter way."""
        wide = {"kind", "chamber", "year", "status"}
        rest = replace(self.wanted, kinds=(), statuses=(), open_only=False, once=False, chosen=())
        return rest != Wanted() or any(facet not in wide for facet, _value in self.wanted.chosen)

    def _values_shown(self) -> frozenset[str] | None:
        """Return the values that get a row, None for all: those chosen, if any; of people only those who answer."""
        chosen = frozenset(self.wanted.values_of(self.dimension.value))
        if self.dimension is not Dimension.PERSON or not self.has_more:
            return chosen or None
        answering = frozenset(_people(self.conn))
        return chosen & answering if chosen else answering

    def _one(self, sql: str) -> bool:
        return self.conn.execute(sql, self.args).fetchone() is not None

    def _run(self, sql: str) -> Iterator[tuple[Any, ...]]:
        cursor = self.conn.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, self.args)


def _people(conn: sqlite3.Connection) -> Iterator[str]:
    """Yield who is answerable for an item, each once; others are found by their name too, but are no minister."""
    name: str | None = ""
    while name is not None:
        yield name
        row = conn.execute("SELECT person FROM line WHERE person > ? ORDER BY person LIMIT 1", (name,)).fetchone()
        name = row[0] if row is not None else None


def median_of(counted: Mapping[int, int]) -> float | None:
    """Return the median of numbers of which it is known how often each occurs; None where there are none."""
    whole, upto, below = sum(counted.values()), 0, None
    for number in sorted(counted):
        upto += counted[number]
        if below is not None:
            return (below + number) / 2
        if 2 * upto > whole:
            return number
        if 2 * upto == whole:
            below = number
    return None


@contextmanager
def _stopping(conn: sqlite3.Connection, stop: Callable[[], bool] | None) -> Iterator[sqlite3.Connection]:
    """Ask now and then whether to go on counting; the connection is this thread's own."""
    if stop is None:
        yield conn
        return
    conn.set_progress_handler(stop, STOP_EVERY)
    try:
        yield conn
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        raise Cancelled from error
    finally:
        conn.set_progress_handler(None, 0)
