"""The register view's questions: rows in any order, how many, counts by facet; every answer by key, none by OFFSET."""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from griffie.domain.listing import FACETS, YEAR_LENGTH, ItemRow, Wanted
from griffie.store.assembling import ANY_TIME, ITEM_COLUMNS, Batch
from griffie.store.conditions import conditions
from griffie.store.database import Register, translated

SORTS = {
    "number": "n.number {0}",
    "kind": "n.kind {0}, n.closed {0}, n.due {0}",
    "title": "n.title COLLATE NOCASE {0}",
    "status": "n.status {0}, n.due {0}",
    "due": "n.due {0}",
    "made_on": "n.made_on {0}",
    "ministry": "n.ministry {0}, n.closed {0}, n.due {0}",
    "person": "n.person {0}, n.closed {0}, n.due {0}",
    "committee": "n.committee {0}, n.closed {0}, n.due {0}",
    "dossier": "n.dossier {0}, n.closed {0}, n.due {0}",
    "chamber": "n.chamber {0}, n.closed {0}, n.due {0}",
    "handler": "n.handler {0}, n.closed {0}, n.due {0}",
    "letter": "n.letter {0}",
    "claimed": "n.claimed {0}, n.due {0}",
    "open": "n.closed {0}, n.due {0}",
    "added": "",
}
"""The orders of the register; each is that of an index of `line`: what is open stands before what is closed."""

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

    Raises:
        UserError: the register is damaged or locked.
    """
    return {facet: facet_counts(register, wanted, facet) for facet in FACETS}


def facet_counts(register: Register, wanted: Wanted, facet: str) -> list[FacetCount]:
    """Return the values of one facet with counts, commonest first; years newest first."""
    column = f"substr(n.made_on, 1, {YEAR_LENGTH})" if facet == "year" else f"n.{facet}"
    with translated(register.path):
        limits = conditions(register.read, wanted.without(facet))
        found = register.read.execute(
            f"SELECT {column} AS value, count(*) FROM line n WHERE {limits.where} GROUP BY value", limits.args
        ).fetchall()
    counts = [FacetCount(str(value), number) for value, number in found if value]
    if facet == "year":
        return sorted(counts, key=lambda one: one.value, reverse=True)
    return sorted(counts, key=lambda one: (-one.count, one.value))


def _seqs(conn: sqlite3.Connection, wanted: Wanted, sort: Sort, limit: int) -> sqlite3.Cursor:
    limits = conditions(conn, wanted)
    sql = f"SELECT n.seq FROM line n WHERE {limits.where} ORDER BY {order_by(sort)} LIMIT :limit"
    return conn.execute(sql, limits.args | {"limit": limit})


def order_by(sort: Sort) -> str:
    """Return the text behind ORDER BY; the last key is always `seq`, so that an order is the same each time."""
    parts = [SORTS[key].format("DESC" if down else "ASC") for key, down in sort if SORTS[key]]
    last = "DESC" if sort and sort[0][1] else "ASC"
    seen: dict[str, None] = {}
    for part in ", ".join(parts).split(", "):
        column = part.split(" ")[0]
        if part and not any(one.split(" ")[0] == column for one in seen):
            seen[part] = None
    return ", ".join([*seen, f"n.seq {last}"])
