"""The register view's questions: rows in any order, how many, counts by facet; every answer by key, none by OFFSET."""

import json
import math
import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from griffie.domain.listing import FACETS, YEAR_LENGTH, ItemRow, Wanted
from griffie.store.assembling import ANY_TIME, ITEM_COLUMNS, Batch
from griffie.store.conditions import Conditions, conditions
from griffie.store.database import Register, translated
from griffie.store.lines import FACETS_ALSO

_THEN = "n.closed {0}, n.due {0}, n.kind {0}"
_BY_COLUMN = (
    "status", "made_on", "ministry", "person", "committee", "dossier", "chamber", "handler", "letter_state",
)  # fmt: skip
SORTS = {
    "number": "n.number {0}",
    "title": "n.title COLLATE NOCASE {0}",
    "letter": "n.letter {0}",
    "due": "n.due {0}, n.kind {0}",
    "claimed": "n.claimed {0}, n.due {0}",
    "open": _THEN,
    "kind": "n.kind {0}, n.closed {0}, n.due {0}",
    **{name: f"n.{name} {{0}}, {_THEN}" for name in _BY_COLUMN},
    "added": "",
}
"""The orders of the register; each is that of an index of `line`: what is open stands before what is closed."""

AT_A_TIME = 2_000

Sort = tuple[tuple[str, bool], ...]
"""Keys of SORTS, the first one first, each with whether it goes down."""


@dataclass(frozen=True)
class FacetCount:
    """A value of a facet and how many items have it."""

    value: str
    count: int


def first_rows(register: Register, wanted: Wanted, sort: Sort, limit: int) -> list[ItemRow]:
    """Return the first rows of the register in an order, at once: they come off an index."""
    with translated(register.path):
        return rows(register, [row[0] for row in _seqs(register.read, wanted, sort, limit).fetchall()], wanted)


def all_seqs(register: Register, wanted: Wanted, sort: Sort) -> "array[int]":
    """Return the `seq` of every row in an order, 8 bytes each, so that a view knows how many there are and any of them.

    It takes some milliseconds for tens of thousands and some tenths of a second for a million: not for the GUI thread.
    """
    with translated(register.path):
        cursor = _seqs(register.read, wanted, sort, -1)
        cursor.row_factory = None
        found = array("q")
        while some := cursor.fetchmany(10_000):
            found.extend([row[0] for row in some])
        return found


def count(register: Register, wanted: Wanted) -> int:
    """Return how many items are wanted."""
    with translated(register.path):
        limits = conditions(register.read, wanted)
        sql = f"SELECT count(*) FROM line n WHERE {limits.where}"
        return int(register.read.execute(sql, limits.args).fetchone()[0])


def rows(register: Register, seqs: Sequence[int], wanted: Wanted | None = None) -> list[ItemRow]:
    """Return rows by their `seq`, in the order asked; those that are gone are left out."""
    with translated(register.path):
        conn = register.read
        limits = conditions(conn, wanted).args if wanted is not None else {}
        due = (limits["due_after"], limits["due_before"]) if "due_after" in limits else ANY_TIME
        cursor = conn.cursor()
        cursor.row_factory = None
        items = cursor.execute(
            f"SELECT {ITEM_COLUMNS} FROM json_each(?) asked CROSS JOIN item i ON i.seq = asked.value",
            (json.dumps(list(seqs)),),
        ).fetchall()
        if not items:
            return []
        letter_id = wanted.letter_id if wanted is not None else ""
        return list(map(ItemRow, *Batch(conn, items, letter_id, due).columns()))


def ids_of(register: Register, seqs: Iterable[int]) -> list[str]:
    """Return the ids of items by their `seq`, in the order asked."""
    sql = "SELECT i.id FROM json_each(?) asked CROSS JOIN item i ON i.seq = asked.value"
    return [row[0] for row in register.read.execute(sql, (json.dumps(list(seqs)),)).fetchall()]


def seqs_of(register: Register, item_ids: Iterable[str]) -> list[int]:
    """Return the `seq` of items by their id; those that are gone are left out."""
    sql = "SELECT i.seq FROM json_each(?) asked CROSS JOIN item i ON i.id = asked.value"
    return [row[0] for row in register.read.execute(sql, (json.dumps(list(item_ids)),)).fetchall()]


def facets(register: Register, wanted: Wanted) -> dict[str, list[FacetCount]]:
    """Return by facet its values with counts, commonest first; what is chosen of a facet does not limit its own counts.

    Limits that every index of a facet holds are counted along those indexes; others leave few rows, or must read the
    rows anyway, and these are then gone through once for all facets.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        together = [facet for facet in FACETS if not wanted.values_of(facet)]
        limits = conditions(conn, wanted)
        if _along_index(limits):
            found: dict[str, Iterable[tuple[str, int]]] = {f: _counted(conn, limits, f) for f in together}
        else:
            found = _counted_at_once(conn, limits, together)
        for facet in FACETS:
            own = conditions(conn, wanted.without(facet)) if facet not in found else limits
            if facet not in found:
                found[facet] = _counted(conn, own, facet)
            if facet in FACETS_ALSO:
                found[facet] = _with_others(conn, own, facet, found[facet])
    return {facet: _in_order(facet, found[facet]) for facet in FACETS}


def _in_order(facet: str, counts: Iterable[tuple[str, int]]) -> list[FacetCount]:
    """Return counts commonest first, years newest first; items without a value are no choice."""
    found = [FacetCount(str(value), number) for value, number in counts if value]
    if facet == "year":
        return sorted(found, key=lambda one: one.value, reverse=True)
    return sorted(found, key=lambda one: (-one.count, one.value))


def _column(facet: str) -> str:
    return f"substr(n.made_on, 1, {YEAR_LENGTH})" if facet == "year" else f"n.{facet}"


_IN_EVERY_INDEX = re.compile(r"n\.(closed|due|kind)\b")


def _along_index(limits: Conditions) -> bool:
    return not re.search(r"n\.(?!closed\b|due\b|kind\b)", limits.where)


def _counted(conn: sqlite3.Connection, limits: Conditions, facet: str) -> list[tuple[str, int]]:
    """Count the values of one facet; the + keeps SQLite from another index than that of the facet."""
    where = _IN_EVERY_INDEX.sub(r"+n.\1", limits.where) if _along_index(limits) else limits.where
    sql = f"SELECT {_column(facet)} AS value, count(*) FROM line n WHERE {where} GROUP BY value"
    return [(row[0], row[1]) for row in conn.execute(sql, limits.args).fetchall()]


def _with_others(
    conn: sqlite3.Connection, limits: Conditions, facet: str, counts: Iterable[tuple[str, int]]
) -> list[tuple[str, int]]:
    """Return counts with the items that have a value besides their main one; a click on it finds these too.

    A value that is nobody's main one is no choice: members to whom something was promised are no ministers.
    """
    join, where = "", f"a.facet = '{facet}'"
    if limits.parts:
        join, where = "CROSS JOIN line n ON n.seq = a.seq", f"{where} AND {limits.where}"
    sql = f"SELECT a.value, count(*) FROM line_also a {join} WHERE {where} GROUP BY a.value"
    others = {row[0]: row[1] for row in conn.execute(sql, limits.args).fetchall()}
    return [(value, number + others.get(value, 0)) for value, number in counts]


def _counted_at_once(
    conn: sqlite3.Connection, limits: Conditions, names: Sequence[str]
) -> dict[str, Iterable[tuple[str, int]]]:
    counters: dict[str, Counter[str]] = {name: Counter() for name in names}
    if not names:
        return {}
    cursor = conn.cursor()
    cursor.row_factory = None
    columns = ", ".join(_column(name) for name in names)
    cursor.execute(f"SELECT {columns} FROM line n WHERE {limits.where}", limits.args)
    while some := cursor.fetchmany(AT_A_TIME):
        for counter, values in zip(counters.values(), zip(*some, strict=True), strict=True):
            counter.update(values)
    return {name: counter.items() for name, counter in counters.items()}


def _seqs(conn: sqlite3.Connection, wanted: Wanted, sort: Sort, limit: int) -> sqlite3.Cursor:
    """Ask for row numbers in an order, or (`limit`) for the first of them without sorting more than it must.

    Where many rows fit, the index of the order is walked until enough of them have come by; where few do, they are
    looked up and sorted. The two cost the same where hits * hits = limit * rows. A + keeps SQLite from an index.
    """
    limits, order = conditions(conn, wanted), order_by(sort)
    where = limits.where
    if limit > 0 and limits.parts:
        first = order.split(" ")[0].removeprefix("n.")
        if _many_fit(conn, limits, limit):
            where = re.sub(rf"\bn\.(?!{first}\b|seq\b)(?=\w)", "+n.", where)
        else:
            order = f"+{order}"
    sql = f"SELECT n.seq FROM line n WHERE {where} ORDER BY {order} LIMIT :limit"
    return conn.execute(sql, limits.args | {"limit": limit})


def size(register: Register) -> int:
    """Return about how many lines there are: the number of the last one."""
    return int(register.read.execute("SELECT coalesce(max(seq), 0) FROM line").fetchone()[0])


def _many_fit(conn: sqlite3.Connection, limits: Conditions, limit: int) -> bool:
    lines = conn.execute("SELECT coalesce(max(seq), 0) FROM line").fetchone()[0]
    few = math.isqrt(limit * lines) + 1
    sql = f"SELECT count(*) FROM (SELECT 1 FROM line n WHERE {limits.where} LIMIT :few)"
    return bool(conn.execute(sql, limits.args | {"few": few}).fetchone()[0] == few)


def order_by(sort: Sort) -> str:
    """Return the text behind ORDER BY; the last key is always `seq`, so that an order is the same each time.

    A key brings along what its index holds besides, but only behind the columns that were asked for.
    """
    asked = [(SORTS[key].split(", "), "DESC" if down else "ASC") for key, down in sort if SORTS[key]]
    parts = [(columns[0], way) for columns, way in asked]
    parts += [(column, way) for columns, way in asked[-1:] for column in columns[1:]]
    once: dict[str, str] = {}
    for column, way in parts:
        once.setdefault(column.split(" ")[0], column.format(way))
    last = "DESC" if sort and sort[0][1] else "ASC"
    return ", ".join([*once.values(), f"n.seq {last}"])
