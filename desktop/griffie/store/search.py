"""Full-text search over pages, headers and items, with Dutch diacritics folded (FTS5)."""

import math
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
        if row is not None:
            _put(conn, "fts_letter", row["seq"], letter_body(conn, row))


def refresh_items(conn: sqlite3.Connection, item_ids: Iterable[str]) -> None:
    """Bring the index of items up to date inside the transaction of the change."""
    for item_id in item_ids:
        row = conn.execute("SELECT * FROM item WHERE id = ?", (item_id,)).fetchone()
        if row is not None:
            _put(conn, "fts_item", row["seq"], item_body(conn, row))


def drop_letters(conn: sqlite3.Connection, seqs: Iterable[int]) -> None:
    """Take deleted letters, known by `seq`, out of the index."""
    conn.executemany("DELETE FROM fts_letter WHERE rowid = ?", [(seq,) for seq in seqs])


def drop_items(conn: sqlite3.Connection, seqs: Iterable[int]) -> None:
    """Take deleted items, known by `seq`, out of the index."""
    conn.executemany("DELETE FROM fts_item WHERE rowid = ?", [(seq,) for seq in seqs])


def index_pages(conn: sqlite3.Connection, sha256: str) -> None:
    """Put the pages of a PDF that has just been stored into the index."""
    conn.execute("INSERT INTO fts_page (rowid, text) SELECT seq, text FROM page WHERE sha256 = ?", (sha256,))


def drop_pages(conn: sqlite3.Connection, sha256: str) -> None:
    """Take the pages of a PDF out of the index; they must still be stored."""
    conn.execute(
        "INSERT INTO fts_page (fts_page, rowid, text) SELECT 'delete', seq, text FROM page WHERE sha256 = ?", (sha256,)
    )


def erase_traces(conn: sqlite3.Connection) -> None:
    """Merge each index into one: only then do the words of what was taken out leave the file."""
    for table in ("fts_page", "fts_letter", "fts_item"):
        conn.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")


_HEADER = (
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
_ITEM = ("number", "official_number", "summary", "status_word", "meeting", "committee", "place", "remarks")
_LETTER_PARTS = (
    "SELECT person FROM letter_sender WHERE letter_id = ? ORDER BY position",
    "SELECT name FROM letter_committee WHERE letter_id = ? ORDER BY position",
    "SELECT file_name FROM document WHERE letter_id = ? ORDER BY position, id",
)
_ITEM_PARTS = (
    "SELECT name || ' ' || party FROM item_person WHERE item_id = ? ORDER BY role, position",
    "SELECT quote FROM passage p JOIN tie t ON t.passage_id = p.id WHERE t.item_id = ?1 "
    "OR t.mention_id IN (SELECT id FROM mention WHERE item_id = ?1) ORDER BY p.id",
    "SELECT dossier || ' ' || suffix || ' ' || dossier || '-' || paper_number FROM motion WHERE id = ?",
    "SELECT phrase FROM deadline WHERE id = ?",
    "SELECT text FROM progress WHERE item_id = ? ORDER BY on_date, rowid",
)


def letter_body(conn: sqlite3.Connection, row: sqlite3.Row) -> str:
    """Return what can be searched of a letter's header: fields, people, committees, names of files."""
    return _body(conn, row, _HEADER, _LETTER_PARTS)


def item_body(conn: sqlite3.Connection, row: sqlite3.Row) -> str:
    """Return what can be searched of an item: fields, people, literal text, paper numbers, phrase."""
    return _body(conn, row, _ITEM, _ITEM_PARTS)


def _body(conn: sqlite3.Connection, row: sqlite3.Row, columns: tuple[str, ...], parts: tuple[str, ...]) -> str:
    texts = [row[name] for name in columns]
    for sql in parts:
        texts += [found[0] for found in conn.execute(sql, (row["id"],)).fetchall()]
    return "\n".join(text for text in texts if text)


def _put(conn: sqlite3.Connection, table: str, rowid: int, body: str) -> None:
    old = conn.execute(f"SELECT body FROM {table} WHERE rowid = ?", (rowid,)).fetchone()
    if old is None:
        conn.execute(f"INSERT INTO {table} (rowid, body) VALUES (?, ?)", (rowid, body))
    elif old[0] != body:
        conn.execute(f"UPDATE {table} SET body = ? WHERE rowid = ?", (body, rowid))


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

_AMONG_MANY = """(
    l.seq IN (SELECT rowid FROM fts_letter WHERE fts_letter MATCH :match)
    OR EXISTS (SELECT 1 FROM document d JOIN page p ON p.sha256 = d.sha256 WHERE d.letter_id = l.id
        AND +p.seq IN (SELECT rowid FROM fts_page WHERE fts_page MATCH :match))
    OR EXISTS (SELECT 1 FROM item i WHERE i.letter_id = l.id
        AND +i.seq IN (SELECT rowid FROM fts_item WHERE fts_item MATCH :match))
    OR EXISTS (SELECT 1 FROM mention m JOIN item i ON i.id = m.item_id WHERE m.letter_id = l.id
        AND +i.seq IN (SELECT rowid FROM fts_item WHERE fts_item MATCH :match)))
"""
"""The same, asked of one letter `l` after the other until the page is full."""

_HITS = "SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH :match LIMIT :few)"


def letters_condition(conn: sqlite3.Connection, match: str, limit: int) -> str:
    """Return a condition on the letter `l`, with the parameter `match`, that finds its first `limit` rows fastest.

    A rare word is looked up and its letters sorted; a frequent one is asked of letter after letter in the order of the
    list, since soon enough of them have it. They cost the same where hits * hits = limit * letters.
    """
    letters = conn.execute("SELECT coalesce(max(seq), 0) FROM letter").fetchone()[0]
    few = math.isqrt(limit * letters) + 1
    for index in ("fts_page", "fts_item", "fts_letter"):
        if conn.execute(_HITS.format(index=index), {"match": match, "few": few}).fetchone()[0] == few:
            return _AMONG_MANY
    return f"l.seq IN ({LETTERS_FOUND})"
