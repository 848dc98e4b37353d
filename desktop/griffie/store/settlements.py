"""Settlements out of the register: which letter says, or who decided, that an item is met."""

import sqlite3

from griffie.domain.settlement import Degree, Settlement, Stage
from griffie.store.database import Register
from griffie.store.items import to_passage
from griffie.store.rows import to_date


def settlements_of_letter(register: Register, letter_id: str) -> list[Settlement]:
    """Return what a letter settles, in reading order."""
    return _settlements(register, "s.letter_id = ? ORDER BY p.sort_key, s.rowid", letter_id)


def settlements_of_item(register: Register, item_id: str) -> list[Settlement]:
    """Return what settles an item, oldest first."""
    return _settlements(register, "s.item_id = ? ORDER BY s.rowid", item_id)


def _settlements(register: Register, where: str, value: str) -> list[Settlement]:
    conn = register.read
    rows = conn.execute(
        f"SELECT s.* FROM settlement s LEFT JOIN passage p ON p.id = s.passage_id WHERE {where}",
        (value,),
    ).fetchall()
    return [_settlement(conn, row) for row in rows]


def _settlement(conn: sqlite3.Connection, row: sqlite3.Row) -> Settlement:
    passage = conn.execute("SELECT * FROM passage WHERE id = ?", (row["passage_id"],)).fetchone()
    return Settlement(
        row["id"],
        row["letter_id"],
        row["item_id"],
        row["what"],
        row["target"],
        Stage(row["stage"]),
        Degree(row["degree"]),
        to_passage(passage) if passage else None,
        row["body"],
        to_date(row["decided_on"]),
        row["remarks"],
    )
