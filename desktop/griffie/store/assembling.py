"""Puts lines of a list together, many items at a time: one lookup per table and batch instead of joins per item.

Measured on 100,000 items this takes less than half the time of one statement with a join for each table.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind, PersonRole
from griffie.domain.people import format_people

ITEM_COLUMNS = (
    "i.seq, i.id, i.kind, i.number, i.letter_id, i.official_number, i.summary, i.status, i.status_word, i.origin, "
    "i.meeting, i.meeting_date, i.committee, i.place, i.remarks, i.unreviewed, "
    "i.handler, (SELECT claimed FROM line n WHERE n.seq = i.seq), (SELECT title FROM line n WHERE n.seq = i.seq), "
    "(SELECT ministry FROM line n WHERE n.seq = i.seq), (SELECT committee FROM line n WHERE n.seq = i.seq), "
    "replace(i.created_at, '+00:00', 'Z'), i.created_by"
)
"""What the main statement of a list reads of each item."""

Values = tuple[Any, ...]
Ids = list[str]
LATER_PRINT = 100
"""From this position on, ties are of a later print of the letter: see services.adding.TWIN."""

_ROLES = (
    PersonRole.PROMISED_BY,
    PersonRole.PROMISED_TO,
    PersonRole.SUBMITTER,
    PersonRole.ASKED_BY,
    PersonRole.ASKED_OF,
)
_NEVER = "~"
_ASKED = "json_each(?) asked CROSS JOIN"
"""The ids that are asked for, in their order: faster than IN, which would sort them into a table of its own first."""


class Batch:
    """Some hundreds of items with all that belongs to them. `due` limits which deadlines of an item are looked at."""

    def __init__(self, conn: sqlite3.Connection, items: list[Values], letter_id: str, due: tuple[str, str]) -> None:
        self._conn = conn
        self._items = list(zip(*items, strict=True))
        by_kind: dict[str, Ids] = defaultdict(list)
        for item in items:
            by_kind[item[2]].append(item[1])
        ids, motions, deadlines = list(self._items[1]), by_kind[ItemKind.MOTION], by_kind[ItemKind.DEADLINE]
        self._commitments = self._by_id(_COMMITMENTS, by_kind[ItemKind.COMMITMENT])
        self._motions = self._by_id(_MOTIONS, motions)
        self._mentions, self._letters_of = self._read_mentions(motions, letter_id)
        self._deadlines = self._read_deadlines(ids, due) | self._by_id(_DEADLINES, deadlines)
        self._owners = self._by_id(_OWNERS, deadlines)
        self._people = self._read_people(ids)
        self._passages = self._read_passages(ids, motions)
        self._letters = self._read_letters()

    def columns(self) -> list[Sequence[Any]]:
        """Return the values of all items field by field, in the order of the fields of ItemRow.

        Field by field is much faster than item by item, and what an export wants.
        """
        (seq, ids, kind, number, letter_id, official, summary, status, word, origin, meeting, meeting_date, committee,
         place, remarks, unreviewed, handler, claimed, title, of_ministry, of_committee, created_at,
         created_by) = self._items  # fmt: skip
        action, ministry = _fields_of(ids, self._commitments, ("", ""))
        by, to, submitters, asked_by, asked_of = _fields_of(ids, self._people, ("",) * len(_ROLES))
        dossier, paper, cs, vote, judgement, execution = _fields_of(ids, self._motions, ("", "", 0, "", "", ""))
        deadline = _fields_of(ids, self._deadlines, ("", "", "", "", 0, 0))
        owner, owner_status = _fields_of(ids, self._owners, ("", ""))
        page, quote = _fields_of(ids, self._passages, (0, ""))
        mentioned_in, role = _fields_of(ids, self._mentions, ("", ""))
        letter = _fields_of(_first_of(mentioned_in, letter_id), self._letters, ("",) * 7)
        (letters,) = _fields_of(ids, self._letters_of, ("",))
        return [
            seq, ids, kind, number, official, summary, _first_of(owner_status, status), word, action, by, to, ministry,
            dossier, paper, submitters, cs, role, vote, judgement, execution, asked_by, asked_of, owner, *deadline,
            origin, meeting, meeting_date, committee, place, remarks, unreviewed, page, quote, *letter,
            _first_of(letters, letter[1]), handler, claimed, title, of_ministry, of_committee, created_at, created_by,
        ]  # fmt: skip

    def _ask(self, sql: str, ids: Ids) -> list[Values]:
        if not ids:
            return []
        cursor = self._conn.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, (json.dumps(ids),)).fetchall()

    def _by_id(self, sql: str, ids: Ids) -> dict[str, Values]:
        return {row[0]: row[1:] for row in self._ask(sql, ids)}

    def _read_mentions(self, motions: Ids, letter_id: str) -> tuple[dict[str, Values], dict[str, Values]]:
        """Return by motion the letter and role to show, and the own numbers of all letters that mention it."""
        shown: dict[str, Values] = {}
        numbers: dict[str, Ids] = defaultdict(list)
        for item_id, letter, role, number in self._ask(_MENTIONS, motions):
            numbers[item_id].append(number)
            if item_id not in shown or letter == letter_id:
                shown[item_id] = (letter, role)
        return shown, {item_id: ("; ".join(found),) for item_id, found in numbers.items()}

    def _read_deadlines(self, ids: Ids, due: tuple[str, str]) -> dict[str, Values]:
        """Return by item the deadline that belongs to it; of several the one that ends first."""
        found: dict[str, Values] = {}
        for owner, *columns in self._ask(_DEADLINES_OF, ids):
            end = columns[2]
            if due != ANY_TIME and not due[0] < end < due[1]:
                continue
            if owner not in found or (end or _NEVER) < (found[owner][2] or _NEVER):
                found[owner] = tuple(columns)
        return found

    def _read_people(self, ids: Ids) -> dict[str, Values]:
        raw: dict[str, str] = {}
        for item_id, role, name, party in self._ask(_PEOPLE, ids):
            raw[item_id] = f"{raw.get(item_id, '')}{role}\x1f{name}\x1f{party}\x1e"
        return {item_id: _people(text) for item_id, text in raw.items()}

    def _read_passages(self, ids: Ids, motions: Ids) -> dict[str, Values]:
        """Return by item the first page, from 1, and the words of all passages in its first print."""
        first: dict[str, Values] = {}
        more: dict[str, list[Values]] = defaultdict(list)
        rows = self._ask(_PASSAGES, ids)
        rows += [row[:-1] for row in self._ask(_PASSAGES_OF_MENTIONS, motions) if row[-1] == self._mentions[row[0]][0]]
        for row in rows:
            if first.setdefault(row[0], row) is not row:
                more[row[0]].append(row)
        found = {owner: (_page_of(row[2]), row[5]) for owner, row in first.items()}
        return found | {owner: _first_print([first[owner], *rows]) for owner, rows in more.items()}

    def _read_letters(self) -> dict[str, Values]:
        ids = {letter_id for letter_id in self._items[4] if letter_id}
        ids |= {letter_id for letter_id, _role in self._mentions.values()}
        return {row[0]: row for row in self._ask(_LETTERS, list(ids))}


def _fields_of(ids: Sequence[str], found: dict[str, Values], nothing: Values) -> list[Sequence[Any]]:
    """Return what was found of each id, field by field."""
    if not found:
        return [(value,) * len(ids) for value in nothing]
    return list(zip(*[found.get(one, nothing) for one in ids], strict=True))


def _first_of(texts: Sequence[str], others: Sequence[Any]) -> Sequence[Any]:
    """Return each text, or where it is empty the other one."""
    return [text or other for text, other in zip(texts, others, strict=True)] if any(texts) else others


ANY_TIME = ("", "~")
"""No limit to the last day of a deadline, not even that it has one."""

_MOTIONS = f"""SELECT m.id, CASE suffix WHEN '' THEN dossier ELSE dossier || '-' || suffix END, paper_number, cs, vote,
    judgement, execution FROM {_ASKED} motion m ON m.id = asked.value"""
_COMMITMENTS = f"SELECT c.id, action, ministry FROM {_ASKED} commitment c ON c.id = asked.value"
_MENTIONS = f"""SELECT m.item_id, m.letter_id, m.role, l.number
    FROM {_ASKED} mention m ON m.item_id = asked.value CROSS JOIN letter l ON l.id = m.letter_id ORDER BY m.rowid"""
_DEADLINE = "phrase, date_from, date_to, precision, recurring, no_date"
_DEADLINES = f"SELECT d.id, {_DEADLINE} FROM {_ASKED} deadline d ON d.id = asked.value"
_DEADLINES_OF = f"SELECT owner_id, {_DEADLINE} FROM {_ASKED} deadline d ON d.owner_id = asked.value ORDER BY d.rowid"
_OWNERS = f"""SELECT d.id, o.number, o.status
    FROM {_ASKED} deadline d ON d.id = asked.value CROSS JOIN item o ON o.id = d.owner_id"""
_PEOPLE = f"""SELECT item_id, role, name, party
    FROM {_ASKED} item_person INDEXED BY person_of_item ON item_id = asked.value"""
"""The index brings the people of an item in order: by role, then by position."""
_PASSAGE = f"t.position >= {LATER_PRINT}, p.sort_key, t.position, p.document_id, p.quote"
_PASSAGES = f"""SELECT t.item_id, {_PASSAGE}
    FROM {_ASKED} tie t ON t.item_id = asked.value CROSS JOIN passage p ON p.id = t.passage_id"""
_PASSAGES_OF_MENTIONS = f"""SELECT m.item_id, {_PASSAGE}, m.letter_id
    FROM {_ASKED} mention m ON m.item_id = asked.value CROSS JOIN tie t ON t.mention_id = m.id
    CROSS JOIN passage p ON p.id = t.passage_id"""
_LETTERS = f"""SELECT l.id, number, date, replace(dossier_line, '; ', ' / ')
        || CASE WHEN dossier_line = '' OR paper_number = '' THEN ''
            WHEN paper_number GLOB '[0-9]*' THEN ', nr. ' || paper_number ELSE ', ' || paper_number END,
    subject, sender_line, chamber FROM {_ASKED} letter l ON l.id = asked.value"""


def _page_of(sort_key: str) -> int:
    """Return the page of a passage, from 1; 0 where it lies nowhere."""
    return 0 if sort_key.startswith("99999") else int(sort_key[:5]) + 1


def _first_print(rows: list[Values]) -> Values:
    """Return the first page and the words of all passages in the first document, of an item with several passages."""
    rows.sort()
    document = rows[0][4]
    return _page_of(rows[0][2]), " […] ".join(row[5] for row in rows if row[4] == document)


@lru_cache(maxsize=10_000)
def _people(text: str) -> tuple[str, ...]:
    """Return the people of an item by role, as they are typed; the same ones come back in item after item."""
    found: dict[str, list[Person]] = {}
    for record in text.split("\x1e")[:-1]:
        role, name, party = record.split("\x1f")
        found.setdefault(role, []).append(Person(name, party))
    return tuple(format_people(tuple(found.get(role, ()))) for role in _ROLES)
