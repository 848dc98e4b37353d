"""What a clerk decided on suggestions, and corrected in citations. Rows of the history: undo takes them back."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from griffie.domain.decided import Decided, runs_of
from griffie.domain.reading import Suggestion, SuggestionState
from griffie.store.database import Register
from griffie.store.reading_rows import to_json
from griffie.store.steps import Step, now_text


def decided(conn: sqlite3.Connection, letter_id: str) -> list[Decided]:
    """Return what a clerk has decided on in a letter."""
    rows = conn.execute("SELECT * FROM decision WHERE letter_id = ? ORDER BY rowid", (letter_id,)).fetchall()
    return [_decided(row) for row in rows]


def _decided(row: sqlite3.Row) -> Decided:
    runs = tuple((page, start, end) for page, start, end in json.loads(row["places"]))
    return Decided(row["kind"], row["key"], row["quote"], row["document_id"], runs)


def put_decision(
    work: Step, letter_id: str, document_id: str, suggestion: Suggestion, state: SuggestionState, item_id: str = ""
) -> None:
    """Note in a step what was decided on a suggestion, and which item came of it."""
    work.insert(
        "decision",
        {
            "letter_id": letter_id,
            "document_id": document_id,
            "kind": suggestion.kind.value,
            "key": suggestion.key,
            "quote": suggestion.selection.quote,
            "places": to_json(runs_of(suggestion.selection)),
            "state": state.value,
            "item_id": item_id,
            "at": now_text(),
        },
    )


def is_decided(work: Step, letter_id: str, suggestion: Suggestion) -> bool:
    """Tell whether somebody has decided on a suggestion, as this step sees it."""
    return bool(work.rows("decision", letter_id=letter_id, kind=suggestion.kind.value, key=suggestion.key))


@dataclass(frozen=True)
class Fix:
    """A citation that a clerk corrected or took away: its place, what was read there, and what it is."""

    id: str
    place: str
    was: str
    kind: str
    ref: str
    address: str
    removed: bool


def citation_fixes(register: Register, letter_id: str, document_id: str) -> list[Fix]:
    """Return the corrections in one document of a letter, oldest first."""
    rows = register.read.execute(
        "SELECT id, place, was, kind, ref, address, removed FROM citation_fix WHERE letter_id = ? AND document_id = ? "
        "ORDER BY rowid",
        (letter_id, document_id),
    ).fetchall()
    return [Fix(**(dict(row) | {"removed": bool(row["removed"])})) for row in rows]


def put_fix(work: Step, letter_id: str, document_id: str, place: str, was: str, values: dict[str, Any]) -> None:
    """Keep a correction in a step, in the place of an earlier one of the same citation."""
    found = work.rows("citation_fix", letter_id=letter_id, document_id=document_id, place=place, was=was)
    if found:
        work.update("citation_fix", found[0]["id"], values)
    else:
        owner = {"letter_id": letter_id, "document_id": document_id, "place": place, "was": was}
        work.insert("citation_fix", owner | values)
