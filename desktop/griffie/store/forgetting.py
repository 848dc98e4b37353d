"""Deleting a letter for good: rows, PDF, text and what the log remembers of it. The one change without a way back."""

import json
import sqlite3
from typing import Any

from griffie.domain.changes import Changes
from griffie.store.database import Register
from griffie.store.lines import drop_lines, refresh_lines
from griffie.store.search import drop_items, drop_letters, drop_pages, erase_traces, refresh_items
from griffie.store.steps import now_text

_OF_ITEM = (
    ("tie", "item_id"),
    ("item_person", "item_id"),
    ("deadline_change", "item_id"),
    ("progress", "item_id"),
    ("proposal_decision", "item_id"),
    ("relation", "item_id"),
    ("relation", "other_id"),
    ("mention", "item_id"),
    ("commitment", "id"),
    ("motion", "id"),
    ("deadline", "id"),
    ("item", "id"),
)
_OF_LETTER = (
    "settlement",
    "proposal_decision",
    "decision",
    "citation_fix",
    "mention",
    "passage",
    "letter_sender",
    "letter_dossier",
    "letter_committee",
    "document",
)
_READ = ("suggestion", "citation", "reading")


def forget(register: Register, letter_id: str, number: str, who: str) -> Changes:
    """Erase a letter and everything that was only its own; a tombstone keeps its own number, when and by whom.

    Raises:
        UserError: the register cannot be written.
    """
    with register.write() as conn:
        gone = _items_of(conn, letter_id)
        stay = _items_elsewhere(conn, letter_id) - set(gone)
        hashes = _hashes(conn, letter_id)
        seqs = _column(conn, "SELECT seq FROM letter WHERE id = ?", letter_id)
        item_seqs = {seq for item_id in gone for seq in _column(conn, "SELECT seq FROM item WHERE id = ?", item_id)}
        _release_settlements(conn, letter_id, gone)
        _release_progress(conn, letter_id, gone)
        deleted = _delete_rows(conn, letter_id, gone)
        for once in (letter_id, *_joined(conn, deleted)):
            drop_reading(conn, once)
        _erase_log(conn, letter_id, deleted)
        for sha256 in hashes:
            _delete_pdf(conn, sha256)
        drop_letters(conn, seqs)
        drop_items(conn, item_seqs)
        refresh_items(conn, stay)
        drop_lines(conn, item_seqs)
        refresh_lines(conn, stay, ())
        erase_traces(conn)
        conn.execute("INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?, ?)", (letter_id, number, now_text(), who))
    register.forget_text()
    return Changes(frozenset({letter_id}), frozenset(gone) | stay)


def _column(conn: sqlite3.Connection, sql: str, value: str) -> set[Any]:
    return {row[0] for row in conn.execute(sql, (value,)).fetchall()}


def _items_of(conn: sqlite3.Connection, letter_id: str) -> list[str]:
    """Return the letter's own items, and the motions that no other letter mentions."""
    own = conn.execute("SELECT id FROM item WHERE letter_id = ?", (letter_id,)).fetchall()
    motions = conn.execute(
        "SELECT item_id FROM mention m JOIN item i ON i.id = m.item_id WHERE m.letter_id = ?1 AND i.origin = 'passage' "
        "AND NOT EXISTS (SELECT 1 FROM mention o WHERE o.item_id = m.item_id AND o.letter_id <> ?1)",
        (letter_id,),
    ).fetchall()
    ids = [row[0] for row in own + motions]
    for item_id in list(ids):
        ids += _column(conn, "SELECT id FROM deadline WHERE owner_id = ?", item_id) - set(ids)
    return ids


def _items_elsewhere(conn: sqlite3.Connection, letter_id: str) -> set[str]:
    """Return the items that are mentioned in the letter, tied to words of it, or settled by it."""
    return _column(
        conn,
        "SELECT item_id FROM mention WHERE letter_id = ?1 UNION SELECT t.item_id FROM tie t "
        "JOIN passage p ON p.id = t.passage_id WHERE p.letter_id = ?1 AND t.item_id IS NOT NULL "
        "UNION SELECT item_id FROM settlement WHERE letter_id = ?1 AND item_id IS NOT NULL",
        letter_id,
    )


def _hashes(conn: sqlite3.Connection, letter_id: str) -> set[str]:
    """Return the files of its documents, also of those that were undone: the log and the file still have them."""
    return _column(conn, "SELECT sha256 FROM document WHERE letter_id = ?", letter_id) | _column(
        conn,
        "SELECT json_extract(coalesce(after, before), '$.sha256') FROM change "
        "WHERE letter_id = ? AND tbl = 'document' AND erased = 0",
        letter_id,
    )


def _delete_rows(conn: sqlite3.Connection, letter_id: str, gone: list[str]) -> set[str]:
    """Delete the rows of the letter and of the items that go with it; returns the ids of all those rows."""
    deleted: set[str] = set()
    for item_id in gone:
        passages = "SELECT passage_id FROM tie WHERE item_id = ?1"
        alone = f"{passages} EXCEPT SELECT passage_id FROM tie WHERE item_id IS NOT ?1"
        elsewhere = _column(conn, alone, item_id)
        for table, column in _OF_ITEM:
            deleted |= _delete(conn, table, column, item_id)
        for passage_id in elsewhere:  # of a deadline in another letter, whose commitment goes
            deleted |= _delete(conn, "passage", "id", passage_id)
    for passage_id in _column(conn, "SELECT id FROM passage WHERE letter_id = ?", letter_id):
        deleted |= _delete(conn, "tie", "passage_id", passage_id)
    for table in _OF_LETTER:
        deleted |= _delete(conn, table, "letter_id", letter_id)
    conn.execute("DELETE FROM view_state WHERE letter_id = ?", (letter_id,))
    return deleted | _delete(conn, "letter", "id", letter_id)


def drop_reading(conn: sqlite3.Connection, letter_id: str) -> None:
    """Delete what was read in a letter."""
    for table in _READ:
        conn.execute(f"DELETE FROM {table} WHERE letter_id = ?", (letter_id,))


def _release_settlements(conn: sqlite3.Connection, letter_id: str, gone: list[str]) -> None:
    """Let what other letters say of items that go stand by itself, in the rows and in what undo remembers of them."""
    items = json.dumps(gone)
    conn.execute(
        "DELETE FROM settlement WHERE letter_id IS NULL AND item_id IN (SELECT value FROM json_each(?))", (items,)
    )
    of_others = "letter_id <> ? AND item_id IN (SELECT value FROM json_each(?))"
    conn.execute(f"UPDATE settlement SET item_id = NULL WHERE {of_others}", (letter_id, items))
    conn.execute(
        "UPDATE change SET item_id = '', before = json_set(before, '$.item_id', NULL), "
        f"after = json_set(after, '$.item_id', NULL) WHERE tbl = 'settlement' AND {of_others} AND erased = 0",
        (letter_id, items),
    )


def _release_progress(conn: sqlite3.Connection, letter_id: str, gone: list[str]) -> None:
    """Let notes of other items that name the letter stand without it, in the rows and in what undo remembers."""
    conn.execute("UPDATE progress SET letter_id = NULL WHERE letter_id = ?", (letter_id,))
    conn.execute(
        "UPDATE change SET letter_id = coalesce((SELECT letter_id FROM item WHERE id = change.item_id), ''), "
        "before = json_set(before, '$.letter_id', NULL), after = json_set(after, '$.letter_id', NULL) "
        "WHERE letter_id = ? AND tbl = 'progress' AND item_id NOT IN (SELECT value FROM json_each(?)) AND erased = 0",
        (letter_id, json.dumps(gone)),
    )


def _delete(conn: sqlite3.Connection, table: str, column: str, value: str) -> set[str]:
    return _column(conn, f"DELETE FROM {table} WHERE {column} = ? RETURNING id", value)


def _erase_log(conn: sqlite3.Connection, letter_id: str, deleted: set[str]) -> None:
    """Erase what the log holds of the rows that went, of the letter, and of letters that were joined with it."""
    rows = json.dumps(sorted(deleted))
    steps = _erase(conn, "row_id IN (SELECT value FROM json_each(?))", rows)
    steps |= _erase(conn, "item_id IN (SELECT value FROM json_each(?))", rows)
    other = "tbl = 'relation' AND json_extract(coalesce(after, before), '$.other_id')"
    steps |= _erase(conn, f"{other} IN (SELECT value FROM json_each(?))", rows)
    for letter in (letter_id, *_joined(conn, deleted)):
        for motion in _lost_motions(conn, letter):
            steps |= _erase(conn, "item_id = ?", motion)
        steps |= _erase(conn, "letter_id = ?", letter)
    conn.executemany(
        'UPDATE step SET args = \'{"number": "", "field": "", "target": ""}\' WHERE id = ? AND NOT EXISTS '
        "(SELECT 1 FROM change WHERE step_id = step.id AND erased = 0)",
        [(step_id,) for step_id in steps],
    )


def _erase(conn: sqlite3.Connection, condition: str, value: str) -> set[int]:
    return _column(
        conn,
        f"UPDATE change SET before = NULL, after = NULL, erased = 1 WHERE {condition} AND erased = 0 RETURNING step_id",
        value,
    )


def _joined(conn: sqlite3.Connection, deleted: set[str]) -> set[str]:
    """Return the letters that once held one of the documents and are no more: they were joined with this one."""
    return _column(
        conn,
        "SELECT letter_id FROM change WHERE tbl = 'document' AND row_id IN (SELECT value FROM json_each(?)) "
        "AND letter_id NOT IN (SELECT id FROM letter)",
        json.dumps(sorted(deleted)),
    )


def _lost_motions(conn: sqlite3.Connection, letter_id: str) -> set[str]:
    """Return the motions of which only this letter ever had a mention and that were deleted since."""
    return _column(
        conn,
        "SELECT item_id FROM change c WHERE letter_id = ?1 AND tbl = 'mention' AND item_id <> '' "
        "AND NOT EXISTS (SELECT 1 FROM item WHERE id = c.item_id) AND NOT EXISTS "
        "(SELECT 1 FROM change o WHERE o.item_id = c.item_id AND o.tbl = 'mention' AND o.letter_id <> ?1)",
        letter_id,
    )


def _delete_pdf(conn: sqlite3.Connection, sha256: str) -> None:
    if conn.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone():
        return
    drop_pages(conn, sha256)
    conn.execute("DELETE FROM page WHERE sha256 = ?", (sha256,))
    conn.execute("DELETE FROM pdf WHERE sha256 = ?", (sha256,))
