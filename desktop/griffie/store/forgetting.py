"""Deleting a letter for good: rows, PDF, text and what the log remembers of it. The one change without a way back."""

import sqlite3

from griffie.domain.changes import Changes
from griffie.store.database import Register
from griffie.store.search import refresh_items, refresh_letters
from griffie.store.steps import now_text


def forget(register: Register, letter_id: str, number: str, who: str) -> Changes:
    """Erase a letter and everything that was only its own; a tombstone keeps its own number, when and by whom.

    Raises:
        UserError: the register cannot be written.
    """
    with register.write() as conn:
        conn.execute("PRAGMA secure_delete=ON")
        gone = _items_of(conn, letter_id)
        hashes = [r[0] for r in conn.execute("SELECT DISTINCT sha256 FROM document WHERE letter_id = ?", (letter_id,))]
        hashes += _undone_hashes(conn, letter_id)
        _delete_rows(conn, letter_id, gone)
        _erase_log(conn, letter_id, gone)
        for sha256 in set(hashes):
            _delete_pdf(conn, sha256)
        refresh_letters(conn, [letter_id])
        refresh_items(conn, gone)
        conn.execute("INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?, ?)", (letter_id, number, now_text(), who))
    register.forget_text()
    return Changes(frozenset({letter_id}), frozenset(gone))


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
        ids += [r[0] for r in conn.execute("SELECT id FROM deadline WHERE owner_id = ?", (item_id,)) if r[0] not in ids]
    return ids


def _undone_hashes(conn: sqlite3.Connection, letter_id: str) -> list[str]:
    """Return the files of documents that were undone: they are still in the log, and their bytes in the file."""
    rows = conn.execute(
        "SELECT DISTINCT json_extract(coalesce(after, before), '$.sha256') FROM change "
        "WHERE letter_id = ? AND tbl = 'document' AND erased = 0",
        (letter_id,),
    ).fetchall()
    return [row[0] for row in rows if row[0]]


def _delete_rows(conn: sqlite3.Connection, letter_id: str, gone: list[str]) -> None:
    passages = "(SELECT id FROM passage WHERE letter_id = ?)"
    conn.execute(f"DELETE FROM tie WHERE passage_id IN {passages}", (letter_id,))
    for item_id in gone:
        for table, column in (
            ("tie", "item_id"),
            ("item_person", "item_id"),
            ("deadline_change", "item_id"),
            ("mention", "item_id"),
            ("commitment", "id"),
            ("motion", "id"),
            ("deadline", "id"),
            ("item", "id"),
        ):
            conn.execute(f"DELETE FROM {table} WHERE {column} = ?", (item_id,))
    for table in (
        "mention",
        "passage",
        "letter_sender",
        "letter_dossier",
        "letter_committee",
        "document",
        "view_state",
    ):
        conn.execute(f"DELETE FROM {table} WHERE letter_id = ?", (letter_id,))
    conn.execute("DELETE FROM letter WHERE id = ?", (letter_id,))


def _erase_log(conn: sqlite3.Connection, letter_id: str, gone: list[str]) -> None:
    erase = "UPDATE change SET before = NULL, after = NULL, erased = 1 WHERE "
    steps = [r[0] for r in conn.execute("SELECT DISTINCT step_id FROM change WHERE letter_id = ?", (letter_id,))]
    conn.execute(f"{erase} letter_id = ?", (letter_id,))
    for item_id in gone:
        conn.execute(f"{erase} item_id = ?", (item_id,))
    conn.executemany(
        'UPDATE step SET args = \'{"number": "", "field": "", "target": ""}\' WHERE id = ? AND NOT EXISTS '
        "(SELECT 1 FROM change WHERE step_id = step.id AND erased = 0)",
        [(step_id,) for step_id in steps],
    )


def _delete_pdf(conn: sqlite3.Connection, sha256: str) -> None:
    if conn.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone():
        return
    conn.execute("DELETE FROM page WHERE sha256 = ?", (sha256,))
    conn.execute("DELETE FROM pdf WHERE sha256 = ?", (sha256,))
