"""What readings gave, letter by letter: suggestions and citations. Replaced at each reading; never part of a step."""

import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from griffie.domain.decided import Run, keys_of, runs_of, same_words
from griffie.domain.passage import Selection
from griffie.domain.reading import Citation, Reading, Suggestion, SuggestionKind
from griffie.store.database import Register
from griffie.store.decisions import decided
from griffie.store.forgetting import drop_reading
from griffie.store.reading_rows import citation_columns, suggestion_columns, to_citation, to_suggestion
from griffie.store.rows import spans_from_json
from griffie.store.steps import now_text

NAMESPACE = uuid.UUID("6b6f7a7c-0d0f-4b0e-9a53-2f6f3a1f5d10")
"""Of the ids of suggestions and citations: a letter that is read anew gives the same ones the same ids."""


@dataclass(frozen=True)
class Facts:
    """What a reading went by, as the columns of the letter have it; it is out of date when one of them changes."""

    date: str
    chamber: str
    dossiers: str
    senders: str
    calendar: str


@dataclass(frozen=True)
class KeptSuggestion:
    """A suggestion as it is kept, with its id and the document whose words it has."""

    id: str
    document_id: str
    suggestion: Suggestion


@dataclass(frozen=True)
class KeptCitation:
    """A citation as it was read, with its id, its document and the mark of its place."""

    id: str
    document_id: str
    place: str
    citation: Citation


def facts_of(register: Register, letter_id: str, calendar: str) -> Facts | None:
    """Return the facts of a letter as they are now, or None where it is gone."""
    row = register.read.execute(
        "SELECT date, chamber, dossier_line, sender_line FROM letter WHERE id = ?", (letter_id,)
    ).fetchone()
    return Facts(row[0], row[1], row[2], row[3], calendar) if row else None


def put_reading(register: Register, letter_id: str, document_id: str, reading: Reading, facts: Facts) -> bool:
    """Put what was read in the place of the letter's last reading; False where the letter is gone meanwhile.

    A suggestion that falls under a decision takes its key, so that it does not come back (see domain.decided).

    Raises:
        UserError: the register cannot be written.
    """
    with register.write(durable=False) as conn:
        if conn.execute("SELECT 1 FROM letter WHERE id = ?", (letter_id,)).fetchone() is None:
            return False
        before = conn.execute("SELECT kind, key FROM suggestion WHERE letter_id = ?", (letter_id,)).fetchall()
        known = decided(conn, letter_id)
        keys = keys_of(reading.suggestions, document_id, known, {(row[0], row[1]) for row in before})
        drop_reading(conn, letter_id)
        found = [*zip(reading.suggestions, keys, strict=True)]
        decisions = {(one.kind, one.key) for one in known}
        tagged = _tagged(conn, document_id)
        fresh = [
            (suggestion, key)
            for suggestion, key in found
            if (suggestion.kind.value, key) in decisions or not _is_tagged(suggestion, tagged)
        ]
        values = (facts.date, facts.chamber, facts.dossiers, facts.senders, facts.calendar)
        conn.execute(
            "INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (letter_id, document_id, reading.reader, now_text(), *values),
        )
        _put_rows(conn, "suggestion", letter_id, document_id, _suggestion_rows(fresh))
        _put_rows(conn, "citation", letter_id, document_id, map(citation_columns, reading.citations))
    return True


def _suggestion_rows(found: Iterable[tuple[Suggestion, str]]) -> Iterable[dict[str, Any]]:
    return (suggestion_columns(suggestion) | {"key": key} for suggestion, key in found)


def _tagged(conn: sqlite3.Connection, document_id: str) -> list[tuple[str, tuple[Run, ...]]]:
    """Return the kind and the places of all that is tagged in a document."""
    rows = conn.execute(
        "SELECT i.kind, p.spans FROM passage p JOIN tie t ON t.passage_id = p.id "
        "LEFT JOIN mention m ON m.id = t.mention_id JOIN item i ON i.id = coalesce(t.item_id, m.item_id) "
        "WHERE p.document_id = ?",
        (document_id,),
    ).fetchall()
    return [(row[0], tuple((s.page_index, s.start, s.end) for s in spans_from_json(row[1]))) for row in rows]


def _is_tagged(suggestion: Suggestion, tagged: Sequence[tuple[str, tuple[Run, ...]]]) -> bool:
    """Tell whether a clerk has tagged these words as this kind already; a motion's card may still bring its number."""
    if suggestion.kind is SuggestionKind.MOTION:
        return False
    runs = runs_of(suggestion.selection)
    return any(kind == suggestion.kind.value and same_words(runs, places) for kind, places in tagged)


def suggestions_tagged(conn: sqlite3.Connection, letter_id: str, kind: str, selection: Selection) -> list[Suggestion]:
    """Return the open suggestions of a kind whose words a clerk tags by hand."""
    rows = conn.execute(
        f"SELECT * FROM suggestion s WHERE s.letter_id = ? AND s.kind = ? AND {_UNDECIDED}", (letter_id, kind)
    ).fetchall()
    runs = runs_of(selection)
    found = [to_suggestion(row) for row in rows]
    return [one for one in found if same_words(runs_of(one.selection), runs)]


def _put_rows(
    conn: sqlite3.Connection, table: str, letter_id: str, document_id: str, rows: Iterable[dict[str, Any]]
) -> None:
    seen: dict[str, int] = {}
    for position, row in enumerate(rows):
        name = "|".join((table, letter_id, row["kind"], row.get("key") or f"{row['place']}|{row['ref']}"))
        seen[name] = seen.get(name, 0) + 1
        row_id = str(uuid.uuid5(NAMESPACE, f"{name}|{seen[name]}"))
        row = {"id": row_id, "letter_id": letter_id, "document_id": document_id, "position": position} | row
        names, marks = ", ".join(row), ", ".join("?" for _name in row)
        conn.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


_UNDECIDED = (
    "NOT EXISTS (SELECT 1 FROM decision d WHERE d.letter_id = s.letter_id AND d.kind = s.kind AND d.key = s.key)"
)
_IN_ORDER = "ORDER BY s.sort_key, s.position"


def open_suggestions(register: Register, letter_id: str) -> list[KeptSuggestion]:
    """Return the suggestions of a letter on which nobody has decided, in reading order."""
    rows = register.read.execute(
        f"SELECT * FROM suggestion s WHERE s.letter_id = ? AND {_UNDECIDED} {_IN_ORDER}", (letter_id,)
    ).fetchall()
    return [KeptSuggestion(row["id"], row["document_id"], to_suggestion(row)) for row in rows]


def count_suggestions(register: Register, letter_id: str) -> tuple[int, int]:
    """Return how many suggestions of a letter are open, and how many decided."""
    row = register.read.execute(
        f"SELECT coalesce(sum({_UNDECIDED}), 0), count(*) FROM suggestion s WHERE s.letter_id = ?", (letter_id,)
    ).fetchone()
    return int(row[0]), int(row[1] - row[0])


def citations(register: Register, letter_id: str) -> list[KeptCitation]:
    """Return the citations of a letter as they were read, in reading order."""
    rows = register.read.execute(
        "SELECT * FROM citation s WHERE s.letter_id = ? ORDER BY s.sort_key, s.position", (letter_id,)
    ).fetchall()
    return [KeptCitation(row["id"], row["document_id"], row["place"], to_citation(row)) for row in rows]


READABLE = """(SELECT d.id FROM document d WHERE d.letter_id = l.id AND d.has_text = 1 AND d.role <> 'annex'
    ORDER BY d.position, d.id LIMIT 1)"""
"""The document of the letter `l` that is read: its first one with text that is no annex."""


def document_to_read(register: Register, letter_id: str) -> tuple[str, str] | None:
    """Return id and hash of the document of a letter that is read, None where it has no text."""
    row = register.read.execute(
        f"SELECT o.id, o.sha256 FROM letter l JOIN document o ON o.id = {READABLE} WHERE l.id = ?", (letter_id,)
    ).fetchone()
    return (row[0], row[1]) if row else None


def unread(register: Register, reader: str, calendar: str, letter_id: str = "") -> list[str]:
    """Return the letters without an up-to-date reading, those at work before those that are done, newest first.

    With `letter_id` only that letter is looked at.
    """
    rows = register.read.execute(
        f"""SELECT l.id FROM letter l LEFT JOIN reading r ON r.letter_id = l.id
            WHERE {"l.id = ?3" if letter_id else "?3 = ''"} AND (
                r.letter_id IS NULL OR r.reader <> ?1 OR r.calendar <> ?2 OR r.date <> l.date
                OR r.chamber <> l.chamber OR r.dossiers <> l.dossier_line OR r.senders <> l.sender_line
                OR r.document_id <> coalesce({READABLE}, ''))
            ORDER BY l.state = 'done', l.seq DESC""",
        (reader, calendar, letter_id),
    ).fetchall()
    return [row[0] for row in rows]


def is_read(register: Register, letter_id: str) -> bool:
    """Tell whether a letter has been read at all."""
    sql = "SELECT 1 FROM reading WHERE letter_id = ?"
    return register.read.execute(sql, (letter_id,)).fetchone() is not None
