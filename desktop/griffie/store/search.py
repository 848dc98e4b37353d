"""Full-text search over pages, headers and items, with Dutch diacritics folded (FTS5)."""

import re
import sqlite3
from collections.abc import Iterable

_WORD = re.compile(r"\w+", re.UNICODE)


def match_text(typed: str) -> str:
    """Return what was typed as an FTS5 expression: every word must occur, each may go on.

    Operators of FTS5 in the typed text count as ordinary characters; a text without words gives ''.
    """
    return " ".join(f'"{word}"*' for word in _WORD.findall(typed))


def refresh_letters(conn: sqlite3.Connection, letter_ids: Iterable[str]) -> None:
    """Bring the index of letter headers up to date inside the transaction of the change."""
    for letter_id in letter_ids:
        row = conn.execute("SELECT * FROM letter WHERE id = ?", (letter_id,)).fetchone()
        old = conn.execute("SELECT seq FROM letter WHERE id = ?", (letter_id,)).fetchone()
        if row is None or old is None:
            conn.execute("DELETE FROM fts_letter WHERE rowid NOT IN (SELECT seq FROM letter)")
            continue
        names = (
            "number",
            "date",
            "paper_number",
            "subject",
            "reference",
            "document_number",
            "case_number",
            "meeting",
            "address",
            "letter_kind",
            "handler",
            "remarks",
            "sender_line",
            "dossier_line",
        )
        parts = [row[name] for name in names]
        parts += [r[0] for r in conn.execute("SELECT person FROM letter_sender WHERE letter_id = ?", (letter_id,))]
        parts += [r[0] for r in conn.execute("SELECT name FROM letter_committee WHERE letter_id = ?", (letter_id,))]
        parts += [r[0] for r in conn.execute("SELECT file_name FROM document WHERE letter_id = ?", (letter_id,))]
        _put(conn, "fts_letter", row["seq"], parts)


def refresh_items(conn: sqlite3.Connection, item_ids: Iterable[str]) -> None:
    """Bring the index of items up to date inside the transaction of the change."""
    for item_id in item_ids:
        row = conn.execute("SELECT * FROM item WHERE id = ?", (item_id,)).fetchone()
        if row is None:
            conn.execute("DELETE FROM fts_item WHERE rowid NOT IN (SELECT seq FROM item)")
            continue
        names = ("number", "official_number", "summary", "status_word", "meeting", "committee", "place", "remarks")
        parts = [row[name] for name in names]
        parts += [
            f"{r[0]} {r[1]}" for r in conn.execute("SELECT name, party FROM item_person WHERE item_id = ?", (item_id,))
        ]
        parts += [
            r[0]
            for r in conn.execute(
                "SELECT quote FROM passage p JOIN tie t ON t.passage_id = p.id WHERE t.item_id = ?1 "
                "OR t.mention_id IN (SELECT id FROM mention WHERE item_id = ?1)",
                (item_id,),
            )
        ]
        parts += [
            " ".join(r)
            for r in conn.execute(
                "SELECT dossier, suffix, dossier || '-' || paper_number FROM motion WHERE id = ?", (item_id,)
            )
        ]
        parts += [r[0] for r in conn.execute("SELECT phrase FROM deadline WHERE id = ?", (item_id,))]
        _put(conn, "fts_item", row["seq"], parts)


def _put(conn: sqlite3.Connection, table: str, rowid: int, parts: list[str]) -> None:
    conn.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    conn.execute(f"INSERT INTO {table} (rowid, body) VALUES (?, ?)", (rowid, "\n".join(p for p in parts if p)))


LETTERS_FOUND = """
    SELECT seq FROM letter WHERE seq IN (SELECT rowid FROM fts_letter WHERE fts_letter MATCH :match)
    UNION SELECT l.seq FROM fts_item f JOIN item i ON i.seq = f.rowid JOIN letter l ON l.id = i.letter_id
        WHERE f.fts_item MATCH :match
    UNION SELECT l.seq FROM fts_item f JOIN item i ON i.seq = f.rowid JOIN mention m ON m.item_id = i.id
        JOIN letter l ON l.id = m.letter_id WHERE f.fts_item MATCH :match
    UNION SELECT l.seq FROM fts_page f JOIN page p ON p.seq = f.rowid JOIN document d ON d.sha256 = p.sha256
        JOIN letter l ON l.id = d.letter_id WHERE f.fts_page MATCH :match
"""
"""The letters whose header, tags or text hold every word; one parameter, `match`."""
