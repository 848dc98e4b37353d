"""Settlements out of the register: which letter says, or who decided, that an item is met."""

import sqlite3
from typing import Any

from griffie.domain.kinds import MentionRole
from griffie.domain.settlement import Degree, Settlement, Stage
from griffie.store.database import Register
from griffie.store.items import to_passage
from griffie.store.rows import to_code, to_date

_SETTLEMENT = """
    SELECT s.*, coalesce(i.number, '') AS item_number, coalesce(n.title, '') AS item_title
    FROM settlement s LEFT JOIN item i ON i.id = s.item_id LEFT JOIN line n ON n.seq = i.seq
"""


def settlements_of_letter(register: Register, letter_id: str) -> list[Settlement]:
    """Return what a letter settles, in reading order; what it does with motions is in their mentions."""
    conn = register.read
    rows = conn.execute(
        f"{_SETTLEMENT} LEFT JOIN passage p ON p.id = s.passage_id WHERE s.letter_id = ? ORDER BY p.sort_key, s.rowid",
        (letter_id,),
    ).fetchall()
    return [_settlement(conn, row) for row in rows]


def settlements_of_item(register: Register, item_id: str) -> list[Settlement]:
    """Return what settles an item, oldest first: letters, decisions, and of a motion its mentions that meet it."""
    conn = register.read
    rows = conn.execute(f"{_SETTLEMENT} WHERE s.item_id = ? ORDER BY s.rowid", (item_id,)).fetchall()
    mentions = conn.execute(
        "SELECT * FROM mention WHERE item_id = ? AND stage <> '' ORDER BY rowid", (item_id,)
    ).fetchall()
    return [*(_settlement(conn, row) for row in rows), *(_of_mention(conn, row) for row in mentions)]


def _settlement(conn: sqlite3.Connection, row: Any) -> Settlement:
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
        None,
        row["item_number"],
        row["item_title"],
    )


def _of_mention(conn: sqlite3.Connection, row: Any) -> Settlement:
    passage = conn.execute(
        "SELECT p.* FROM tie t JOIN passage p ON p.id = t.passage_id "
        "WHERE t.mention_id = ? ORDER BY t.position LIMIT 1",
        (row["id"],),
    ).fetchone()
    return Settlement(
        row["id"],
        row["letter_id"],
        row["item_id"],
        "motion",
        "",
        Stage(row["stage"]),
        Degree(row["degree"]),
        to_passage(passage) if passage else None,
        row["body"],
        to_date(row["decided_on"]),
        row["remarks"],
        to_code(MentionRole, row["role"]),
    )
