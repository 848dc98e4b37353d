"""Letters, their lists and their documents, in and out of the register."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from griffie.domain import kinds
from griffie.domain.letter import Document, Dossier, Letter, Sender
from griffie.domain.page import PageText
from griffie.store.database import Register
from griffie.store.rows import lines_to_json, page_from_row, to_code, to_date, to_moment
from griffie.store.search import LETTERS_FOUND, index_pages, letters_condition, match_text


def letter(register: Register, letter_id: str) -> Letter | None:
    """Return a letter with its senders, dossiers, committees and documents, or None."""
    row = register.read.execute("SELECT * FROM letter WHERE id = ?", (letter_id,)).fetchone()
    return None if row is None else _letter(register.read, row)


def _letter(conn: sqlite3.Connection, row: sqlite3.Row) -> Letter:
    key = (row["id"],)
    senders = conn.execute(
        "SELECT function, ministry, person FROM letter_sender WHERE letter_id = ? ORDER BY position", key
    )
    dossiers = conn.execute("SELECT number, suffix FROM letter_dossier WHERE letter_id = ? ORDER BY position", key)
    committees = conn.execute("SELECT name FROM letter_committee WHERE letter_id = ? ORDER BY position", key)
    return Letter(
        id=row["id"],
        number=row["number"],
        date=to_date(row["date"]),
        received_on=to_date(row["received_on"]),
        chamber=to_code(kinds.Chamber, row["chamber"]),
        senders=tuple(Sender(*r) for r in senders.fetchall()),
        dossiers=tuple(Dossier(*r) for r in dossiers.fetchall()),
        paper_number=row["paper_number"],
        subject=row["subject"],
        reference=row["reference"],
        document_number=row["document_number"],
        case_number=row["case_number"],
        committees=tuple(r[0] for r in committees.fetchall()),
        meeting=row["meeting"],
        address=row["address"],
        letter_kind=row["letter_kind"],
        handler=row["handler"],
        state=to_code(kinds.LetterState, row["state"]) or kinds.LetterState.NEW,
        remarks=row["remarks"],
        added_at=to_moment(row["added_at"]),
        documents=documents(conn, row["id"]),
    )


def documents(conn: sqlite3.Connection, letter_id: str) -> tuple[Document, ...]:
    """Return the documents of a letter in their order."""
    rows = conn.execute("SELECT * FROM document WHERE letter_id = ? ORDER BY position, id", (letter_id,)).fetchall()
    return tuple(
        Document(
            r["id"],
            r["letter_id"],
            kinds.DocumentRole(r["role"]),
            r["file_name"],
            r["sha256"],
            r["page_count"],
            bool(r["has_text"]),
            r["position"],
        )
        for r in rows
    )


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One line of the letters list; `suggestions` counts those on which nobody has decided.

    `is_read` is 1 where the letter was read, `suggested` where its reading suggested anything.
    """

    seq: int
    id: str
    number: str
    date: str
    received_on: str
    chamber: str
    senders: str
    dossiers: str
    paper_number: str
    subject: str
    state: str
    handler: str
    added_at: str
    file_name: str
    commitments: int
    motions: int
    deadlines: int
    requests: int
    suggestions: int
    is_read: int
    suggested: int


SORTS = {
    "added_at": "l.seq",
    "date": "l.date",
    "received_on": "l.received_on",
    "subject": "l.subject COLLATE NOCASE",
    "senders": "l.sender_line COLLATE NOCASE",
    "dossiers": "l.dossier_line",
    "state": "l.state",
    "handler": "l.handler COLLATE NOCASE",
}
"""The columns that a list of letters can be sorted by; each is served by an index, and so is each within a state."""

_COUNT = "(SELECT count(*) FROM item i WHERE i.letter_id = l.id AND i.kind = '{kind}')"
_ROW = f"""
    SELECT l.seq, l.id, l.number, l.date, l.received_on, l.chamber, l.sender_line, l.dossier_line, l.paper_number,
        l.subject, l.state, l.handler, l.added_at,
        coalesce((SELECT file_name FROM document d WHERE d.letter_id = l.id ORDER BY d.position LIMIT 1), ''),
        {_COUNT.format(kind="commitment")}, (SELECT count(*) FROM mention m WHERE m.letter_id = l.id),
        {_COUNT.format(kind="deadline")}, {_COUNT.format(kind="request")},
        (SELECT count(*) FROM suggestion s WHERE s.letter_id = l.id AND NOT EXISTS (SELECT 1 FROM decision d
            WHERE d.letter_id = s.letter_id AND d.kind = s.kind AND d.key = s.key)),
        EXISTS (SELECT 1 FROM reading r WHERE r.letter_id = l.id AND r.document_id <> ''),
        EXISTS (SELECT 1 FROM suggestion s WHERE s.letter_id = l.id)
    FROM letter l
"""


def list_letters(
    register: Register,
    *,
    query: str = "",
    state: str = "",
    sort: str = "added_at",
    descending: bool = True,
    after: LetterRow | None = None,
    limit: int = 200,
) -> list[LetterRow]:
    """Return one page of the letters list, sorted by a key of SORTS; `after` is the last row of the page before.

    `query` is searched in header, text and tags; a query without words finds nothing.
    """
    conn, column = register.read, SORTS[sort]
    where: list[str] = []
    args: dict[str, Any] = {}
    if query.strip():
        args["match"] = match_text(query) or '""'
        where.append(letters_condition(conn, args["match"], limit))
    if state:
        where.append("l.state = :state")
        args["state"] = state
    sign, direction = ("<", "DESC") if descending else (">", "ASC")
    order = f"{column} {direction}" + ("" if sort == "added_at" else f", l.seq {direction}")

    def fetch(more: list[str], limit: int) -> list[LetterRow]:
        condition = f"WHERE {' AND '.join(where + more)}" if where or more else ""
        sql = f"{_ROW} {condition} ORDER BY {order} LIMIT :limit"
        return [LetterRow(*row) for row in conn.execute(sql, args | {"limit": limit}).fetchall()]

    if after is None:
        return fetch([], limit)
    args |= {"key": getattr(after, sort), "seq": after.seq}
    if sort == "added_at":
        return fetch([f"l.seq {sign} :seq"], limit)
    rows = fetch([f"{column} = :key", f"l.seq {sign} :seq"], limit)  # the rest with the same value, then what follows
    return rows + (fetch([f"{column} {sign} :key"], limit - len(rows)) if len(rows) < limit else [])


def letter_rows(register: Register, letter_ids: Iterable[str]) -> list[LetterRow]:
    """Return the list lines of these letters, for a view that must show them anew; unknown ids are left out."""
    rows = (register.read.execute(f"{_ROW} WHERE l.id = ?", (letter_id,)).fetchone() for letter_id in letter_ids)
    return [LetterRow(*row) for row in rows if row is not None]


def count_letters(register: Register, *, query: str = "", state: str = "") -> int:
    """Return how many letters a list would have in all."""
    where = [f"l.seq IN ({LETTERS_FOUND})"] if query.strip() else []  # all of them are wanted: no shortcut
    where += ["l.state = :state"] if state else []
    sql = "SELECT count(*) FROM letter l" + (f" WHERE {' AND '.join(where)}" if where else "")
    args = {"match": match_text(query) or '""', "state": state}
    return int(register.read.execute(sql, args).fetchone()[0])


def letter_of_pdf(register: Register, sha256: str) -> str | None:
    """Return the id of the letter that holds this very file, or None."""
    row = register.read.execute("SELECT letter_id FROM document WHERE sha256 = ? LIMIT 1", (sha256,)).fetchone()
    return row[0] if row else None


def likely_same(register: Register, values: dict[str, Any], limit: int = 50) -> list[str]:
    """Return ids of letters that may be another print: same reference, document number, date or dossier and number."""
    found = register.read.execute(
        """SELECT id FROM letter WHERE reference <> '' AND reference = :reference
           UNION SELECT id FROM letter WHERE document_number <> '' AND document_number = :document_number
           UNION SELECT id FROM (SELECT id FROM letter WHERE date <> '' AND date = :date LIMIT :limit)
           UNION SELECT id FROM letter WHERE paper_number <> '' AND paper_number = :paper_number
                 AND dossier_line <> '' AND dossier_line = :dossier_line""",
        {
            name: values.get(name, "")
            for name in ("reference", "document_number", "date", "paper_number", "dossier_line")
        }
        | {"limit": limit},
    ).fetchall()
    return [row[0] for row in found]


def pdf_bytes(register: Register, sha256: str) -> bytes | None:
    """Return the bytes of a stored PDF, or None."""
    row = register.read.execute("SELECT bytes FROM pdf WHERE sha256 = ?", (sha256,)).fetchone()
    return row[0] if row else None


def put_pdf(conn: sqlite3.Connection, sha256: str, data: bytes, pages: Sequence[PageText]) -> None:
    """Store a PDF whole, with the frozen text of its pages; a file that is there already is left alone."""
    if conn.execute("SELECT 1 FROM pdf WHERE sha256 = ?", (sha256,)).fetchone():
        return
    conn.execute("INSERT INTO pdf VALUES (?, ?, ?)", (sha256, len(data), data))
    conn.executemany(
        "INSERT INTO page (sha256, page_index, width, height, rotation, text, lines, digest, extractor) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (sha256, p.page_index, p.width, p.height, p.rotation, p.text, lines_to_json(p), p.digest, p.extractor)
            for p in pages
        ),
    )
    index_pages(conn, sha256)


def page_texts(register: Register, sha256: str) -> list[PageText]:
    """Return the frozen texts of all pages of a PDF, in order."""
    rows = register.read.execute("SELECT * FROM page WHERE sha256 = ? ORDER BY page_index", (sha256,)).fetchall()
    return [page_from_row(row) for row in rows]


def plain_text(register: Register, sha256: str) -> str:
    """Return the text of all pages of a PDF without its lines and boxes."""
    rows = register.read.execute("SELECT text FROM page WHERE sha256 = ? ORDER BY page_index", (sha256,)).fetchall()
    return "\n".join(row[0] for row in rows)


def find_letters(register: Register, beginning: str) -> list[str]:
    """Return the ids of letters with this own number, id or beginning of an id (two at most: more is ambiguous)."""
    exact = register.read.execute(
        "SELECT id FROM letter WHERE number = ? OR id = ?", (beginning.upper(), beginning)
    ).fetchall()
    if exact or len(beginning) < 4:
        return [row[0] for row in exact]
    low, high = beginning.lower(), beginning.lower() + "\uffff"
    return [
        r[0]
        for r in register.read.execute("SELECT id FROM letter WHERE id >= ? AND id < ? LIMIT 2", (low, high)).fetchall()
    ]


def completions(register: Register, field: str, typed: str, limit: int = 20) -> list[str]:
    """Return what the register already has for a letter's or item's field and begins like `typed`, commonest first."""
    source = _COMPLETIONS.get(field)
    if source is None:
        return []
    table, column = source
    rows = register.read.execute(
        f"SELECT {column} FROM {table} WHERE {column} <> '' AND {column} LIKE ? ESCAPE '\\' "
        f"GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT ?",
        (_like(typed), limit),
    ).fetchall()
    return [row[0] for row in rows]


_COMPLETIONS = {
    "senders": ("letter_sender", "function"),
    "sender_person": ("letter_sender", "person"),
    "committees": ("letter_committee", "name"),
    "committee": ("item", "committee"),
    "handler": ("(SELECT handler FROM letter UNION ALL SELECT handler FROM item)", "handler"),
    "letter_kind": ("letter", "letter_kind"),
    "meeting": ("letter", "meeting"),
    "ministry": ("commitment", "ministry"),
    "status_word": ("item", "status_word"),
    "promised_by": ("item_person", "name"),
    "promised_to": ("item_person", "name"),
    "submitters": ("item_person", "name"),
    "asked_by": ("item_person", "name"),
    "asked_of": ("item_person", "name"),
    "dossiers": ("letter_dossier", "number"),
    "dossier": ("motion", "dossier"),
    "phrase": ("deadline", "phrase"),
}


def _like(typed: str) -> str:
    escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"{escaped}%"


def view_state(register: Register, letter_id: str) -> str:
    """Return where the clerk left a letter, as the window stored it (JSON), '' if never."""
    row = register.read.execute("SELECT state FROM view_state WHERE letter_id = ?", (letter_id,)).fetchone()
    return row[0] if row else ""


def put_view_state(register: Register, letter_id: str, state: str) -> None:
    """Remember where the clerk left a letter; no step of the history."""
    with register.write(durable=False) as conn:
        conn.execute(
            "INSERT INTO view_state VALUES (?, ?) ON CONFLICT (letter_id) DO UPDATE SET state = excluded.state",
            (letter_id, state),
        )
