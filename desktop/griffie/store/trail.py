"""What the log holds of one item: its steps page by page, the rows they changed, and what those rows name.

An item's deadlines count with it, also those that it no longer has; so do settlements that went to another item, and
relations that other items have to it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from griffie.base.i18n import N_
from griffie.domain.told import RowChange
from griffie.store.database import Register
from griffie.store.steps import StepLine

_OF_RELATIONS = (N_("Relate {number} to {other}"), N_("Take a relation away"))
"""Steps that are gone through for relations of others to an item: the log has those under the other item alone."""


@dataclass(frozen=True)
class Trail:
    """Where the log has to be looked into for one item: ids of the item and its deadlines, and further steps."""

    item_id: str
    ids: tuple[str, ...]
    settlements: tuple[str, ...]
    further: tuple[int, ...]


def trail_of(register: Register, item_id: str) -> Trail:
    """Return where the log speaks of an item; it goes through the steps of the whole register once."""
    conn = register.read
    deadlines = conn.execute(
        "SELECT id FROM deadline WHERE owner_id = ?1 UNION SELECT row_id FROM change WHERE tbl = 'deadline' "
        "AND letter_id IN (SELECT letter_id FROM change WHERE item_id = ?1) AND erased = 0 "
        "AND (instr(before, ?1) OR instr(after, ?1)) "  # far cheaper than reading JSON, and rarely true
        "AND ?1 IN (json_extract(before, '$.owner_id'), json_extract(after, '$.owner_id'))",
        (item_id,),
    ).fetchall()
    relations = conn.execute(
        "SELECT c.step_id FROM step s CROSS JOIN change c ON c.step_id = s.id WHERE s.label IN (?2, ?3) "
        "AND c.tbl = 'relation' AND json_extract(coalesce(c.after, c.before), '$.other_id') = ?1",
        (item_id, *_OF_RELATIONS),
    ).fetchall()
    settled = conn.execute(
        "SELECT DISTINCT row_id, letter_id FROM change WHERE item_id = ? AND tbl = 'settlement'", (item_id,)
    ).fetchall()
    away = [
        row[0]
        for row_id, letter_id in settled
        for row in conn.execute(
            "SELECT step_id FROM change WHERE letter_id = ? AND tbl = 'settlement' AND row_id = ?", (letter_id, row_id)
        ).fetchall()
    ]
    ids = (item_id, *sorted({row[0] for row in deadlines} - {item_id}))
    further = sorted({row[0] for row in relations} | set(away))
    return Trail(item_id, ids, tuple(sorted({row[0] for row in settled})), tuple(further))


def steps_of(register: Register, trail: Trail, *, before: int | None, limit: int) -> list[StepLine]:
    """Return the newest steps of an item, those before the step `before` where one is given."""
    rows = register.read.execute(
        "SELECT * FROM step WHERE id < :before AND id IN (SELECT step_id FROM change "
        "WHERE item_id IN (SELECT value FROM json_each(:ids)) UNION SELECT value FROM json_each(:further)) "
        "ORDER BY id DESC LIMIT :limit",
        {
            "ids": json.dumps(trail.ids),
            "further": json.dumps(trail.further),
            "before": before if before is not None else 2**62,
            "limit": limit,
        },
    ).fetchall()
    return [
        StepLine(row["id"], row["at"], row["who"], row["kind"], row["label"], json.loads(row["args"])) for row in rows
    ]


_CHANGES = """
    SELECT id, step_id, tbl, row_id, before, after FROM change
    WHERE item_id IN (SELECT value FROM json_each(:ids)) AND step_id BETWEEN :first AND :last AND erased = 0
    UNION SELECT id, step_id, tbl, row_id, before, after FROM change
    WHERE step_id IN (SELECT value FROM json_each(:further)) AND erased = 0
        AND (tbl = 'settlement' AND row_id IN (SELECT value FROM json_each(:settlements))
            OR tbl = 'relation' AND json_extract(coalesce(after, before), '$.other_id') = :item)
    ORDER BY id
"""


def changes_of(register: Register, trail: Trail, steps: Iterable[int]) -> dict[int, list[RowChange]]:
    """Return by step the rows of an item that it changed, with the passages that its ties are about."""
    chosen = sorted(steps)
    found: dict[int, list[RowChange]] = {step_id: [] for step_id in chosen}
    if not chosen:
        return found
    args = {
        "item": trail.item_id,
        "ids": json.dumps(trail.ids),
        "settlements": json.dumps(trail.settlements),
        "further": json.dumps([step_id for step_id in trail.further if step_id in found]),
        "first": chosen[0],
        "last": chosen[-1],
    }
    for row in register.read.execute(_CHANGES, args).fetchall():
        if row["step_id"] in found:
            found[row["step_id"]].append(_change(row))
    for step_id, changes in found.items():
        changes += _passages(register, step_id, changes)
    return found


def _passages(register: Register, step_id: int, changes: list[RowChange]) -> list[RowChange]:
    """Return what a step did to the passages that it tied or untied: the log has no item with those."""
    ties = {change.now["passage_id"] for change in changes if change.table == "tie"}
    ties -= {change.row_id for change in changes if change.table == "passage"}
    if not ties:
        return []
    rows = register.read.execute(
        "SELECT tbl, row_id, before, after FROM change WHERE step_id = ? AND tbl = 'passage' AND erased = 0 "
        "AND row_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (step_id, json.dumps(sorted(ties))),
    ).fetchall()
    return [_change(row) for row in rows]


def _change(row: Any) -> RowChange:
    before, after = row["before"], row["after"]
    return RowChange(
        row["tbl"], row["row_id"], json.loads(before) if before else None, json.loads(after) if after else None
    )


def passages(register: Register, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return rows of passages that are still there, by id."""
    rows = register.read.execute(
        "SELECT * FROM passage WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    ).fetchall()
    return {row["id"]: dict(row) for row in rows}


def letter_numbers(register: Register, ids: Iterable[str]) -> dict[str, str]:
    """Return own numbers of letters by id, also of those that were deleted for good."""
    asked = json.dumps(list(ids))
    sql = "SELECT {id}, number FROM {table} WHERE {id} IN (SELECT value FROM json_each(?))"
    found = register.read.execute(sql.format(id="letter_id", table="tombstone"), (asked,)).fetchall()
    found += register.read.execute(sql.format(id="id", table="letter"), (asked,)).fetchall()
    return {row[0]: row[1] for row in found}


def item_names(register: Register, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return own number and kind of items by id; of one that was deleted what the log remembers."""
    conn, asked = register.read, list(ids)
    rows = conn.execute(
        "SELECT id, number, kind FROM item WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(asked),)
    ).fetchall()
    found = {row[0]: (row[1], row[2]) for row in rows}
    for item_id in set(asked) - set(found):
        row = conn.execute(
            "SELECT json_extract(coalesce(after, before), '$.number'), json_extract(coalesce(after, before), '$.kind') "
            "FROM change WHERE item_id = ? AND tbl = 'item' AND erased = 0 LIMIT 1",
            (item_id,),
        ).fetchone()
        if row is not None:
            found[item_id] = (row[0], row[1])
    return found
