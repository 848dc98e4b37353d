"""Items, their passages, people and deadlines, out of the register."""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from griffie.domain import kinds
from griffie.domain.item import Commitment, Deadline, DeadlineChange, Item, Motion, Person, Request
from griffie.domain.kinds import ItemKind, PersonRole
from griffie.domain.passage import Passage, Span
from griffie.store.database import Register
from griffie.store.rows import spans_from_json, to_code, to_date, to_moment

_ITEM = """
    SELECT i.*, c.action, c.ministry, m.dossier, m.suffix, m.paper_number, m.cs, m.vote, m.judgement, m.execution,
        d.owner_id, d.phrase, d.date_from, d.date_to, d.precision, d.rule, d.reason, d.recurring, d.no_date
    FROM item i LEFT JOIN commitment c ON c.id = i.id LEFT JOIN motion m ON m.id = i.id
    LEFT JOIN deadline d ON d.id = i.id
"""


def item(register: Register, item_id: str, letter_id: str | None = None) -> Item | None:
    """Return an item; a motion as the letter `letter_id` mentions it, or else by itself with all its passages."""
    conn = register.read
    row = conn.execute(f"{_ITEM} WHERE i.id = ?", (item_id,)).fetchone()
    if row is None:
        return None
    people = _people(conn, "item_id = ?", (item_id,))
    mention = conn.execute("SELECT * FROM mention WHERE item_id = ? AND letter_id = ?", (item_id, letter_id)).fetchone()
    if row["kind"] == ItemKind.MOTION and mention is None:
        where = "t.mention_id IN (SELECT id FROM mention WHERE item_id = ?1) OR t.item_id = ?1"
        passages = [p for _owner, p in _passages(conn, where, (item_id,))]
    else:
        owner = mention["id"] if mention else item_id
        passages = [p for _owner, p in _passages(conn, "t.item_id = ?1 OR t.mention_id = ?1", (owner,))]
    return _item(row, people[item_id], tuple(passages), mention)


def items_of_letter(register: Register, letter_id: str) -> list[Item]:
    """Return everything tagged in a letter, in reading order; what has no passage comes last."""
    conn = register.read
    rows = conn.execute(f"{_ITEM} WHERE i.letter_id = ? AND i.kind <> 'motion'", (letter_id,)).fetchall()
    mentions = {
        m["item_id"]: m for m in conn.execute("SELECT * FROM mention WHERE letter_id = ?", (letter_id,)).fetchall()
    }
    rows += conn.execute(f"{_ITEM} JOIN mention n ON n.item_id = i.id WHERE n.letter_id = ?", (letter_id,)).fetchall()
    inside = (
        "item_id IN (SELECT id FROM item WHERE letter_id = ?1 UNION SELECT item_id FROM mention WHERE letter_id = ?1)"
    )
    people = _people(conn, inside, (letter_id,))
    passages: dict[str, list[Passage]] = defaultdict(list)
    for owner, passage in _passages(conn, "p.letter_id = ?1", (letter_id,)):
        passages[owner].append(passage)
    found = []
    for row in rows:
        mention = mentions.get(row["id"]) if row["kind"] == ItemKind.MOTION else None
        owner = mention["id"] if mention else row["id"]
        found.append(
            (_sort_key(passages[owner]), row["seq"], _item(row, people[row["id"]], tuple(passages[owner]), mention))
        )
    return [entry[2] for entry in sorted(found, key=lambda entry: entry[:2])]


def _sort_key(passages: list[Passage]) -> tuple[int, int]:
    spans = [span for passage in passages for span in passage.spans]
    return min(((span.page_index, span.start) for span in spans), default=(10**9, 0))


def _people(conn: sqlite3.Connection, where: str, args: tuple[Any, ...]) -> dict[str, dict[str, tuple[Person, ...]]]:
    rows = conn.execute(
        f"SELECT item_id, role, name, party FROM item_person WHERE {where} ORDER BY position", args
    ).fetchall()
    people: dict[str, dict[str, tuple[Person, ...]]] = defaultdict(dict)
    for item_id, role, name, party in rows:
        people[item_id][role] = (*people[item_id].get(role, ()), Person(name, party))
    return people


def _passages(conn: sqlite3.Connection, where: str, args: tuple[Any, ...]) -> Iterator[tuple[str, Passage]]:
    rows = conn.execute(
        f"SELECT coalesce(t.mention_id, t.item_id) AS owner, p.* FROM passage p JOIN tie t ON t.passage_id = p.id "
        f"WHERE {where} ORDER BY t.position >= 100, p.sort_key, t.position",
        args,
    ).fetchall()
    for row in rows:
        yield row["owner"], to_passage(row)


def to_passage(row: sqlite3.Row) -> Passage:
    """Return the passage of a row of the table `passage`."""
    return Passage(
        row["id"],
        row["letter_id"],
        row["document_id"],
        row["quote"],
        row["prefix"],
        row["suffix"],
        spans_from_json(row["spans"]),
        kinds.AnchorState(row["state"]),
    )


def passages_of_document(register: Register, document_id: str) -> list[Passage]:
    """Return all passages tied to one document, in reading order."""
    rows = register.read.execute(
        "SELECT * FROM passage WHERE document_id = ? ORDER BY sort_key, id", (document_id,)
    ).fetchall()
    return [to_passage(row) for row in rows]


def passages_of_letter(register: Register, letter_id: str) -> list[Passage]:
    """Return all passages of a letter, in reading order."""
    rows = register.read.execute(
        "SELECT * FROM passage WHERE letter_id = ? ORDER BY sort_key, id", (letter_id,)
    ).fetchall()
    return [to_passage(row) for row in rows]


def places_of_document(register: Register, document_id: str) -> list[tuple[str, ItemKind, tuple[Span, ...]]]:
    """Return the item, its kind and the spans of every passage that is tied in a document."""
    rows = register.read.execute(
        "SELECT i.id, i.kind, p.spans FROM passage p JOIN tie t ON t.passage_id = p.id "
        "LEFT JOIN mention m ON m.id = t.mention_id JOIN item i ON i.id = coalesce(t.item_id, m.item_id) "
        "WHERE p.document_id = ?",
        (document_id,),
    ).fetchall()
    return [(row[0], ItemKind(row[1]), spans_from_json(row[2])) for row in rows]


def tied_passages(register: Register, letter_id: str) -> list[tuple[Passage, str | None, str | None, int]]:
    """Return each passage of a letter with the item or mention tied to it and the position, older prints first."""
    rows = register.read.execute(
        "SELECT p.*, t.item_id, t.mention_id, t.position AS tie_position FROM passage p "
        "JOIN tie t ON t.passage_id = p.id JOIN document d ON d.id = p.document_id "
        "WHERE p.letter_id = ? ORDER BY d.position, p.sort_key, p.id",
        (letter_id,),
    ).fetchall()
    return [(to_passage(row), row["item_id"], row["mention_id"], row["tie_position"]) for row in rows]


def _common(row: sqlite3.Row, passages: tuple[Passage, ...]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "kind": ItemKind(row["kind"]),
        "number": row["number"],
        "letter_id": row["letter_id"],
        "origin": to_code(kinds.Origin, row["origin"]) or kinds.Origin.TYPED,
        "official_number": row["official_number"],
        "summary": row["summary"],
        "literal": " […] ".join(p.quote for p in passages if p.document_id == passages[0].document_id),
        "status": to_code(kinds.Status, row["status"]) or kinds.Status.UNKNOWN,
        "status_word": row["status_word"],
        "meeting": row["meeting"],
        "meeting_date": to_date(row["meeting_date"]),
        "committee": row["committee"],
        "place": row["place"],
        "handler": row["handler"],
        "remarks": row["remarks"],
        "unreviewed": bool(row["unreviewed"]),
        "created_at": to_moment(row["created_at"]),
        "created_by": row["created_by"],
        "passages": passages,
    }


def _item(
    row: sqlite3.Row, people: dict[str, tuple[Person, ...]], passages: tuple[Passage, ...], mention: sqlite3.Row | None
) -> Item:
    common = _common(row, passages)
    match common["kind"]:
        case ItemKind.COMMITMENT:
            return Commitment(
                **common,
                action=to_code(kinds.Action, row["action"]),
                ministry=row["ministry"],
                promised_by=people.get(PersonRole.PROMISED_BY, ()),
                promised_to=people.get(PersonRole.PROMISED_TO, ()),
            )
        case ItemKind.MOTION:
            return _motion(row, common, people, mention)
        case ItemKind.REQUEST:
            return Request(
                **common, asked_by=people.get(PersonRole.ASKED_BY, ()), asked_of=people.get(PersonRole.ASKED_OF, ())
            )
        case _:
            return Deadline(
                **common,
                owner_id=row["owner_id"],
                phrase=row["phrase"],
                date_from=to_date(row["date_from"]),
                date_to=to_date(row["date_to"]),
                precision=to_code(kinds.Precision, row["precision"]) or kinds.Precision.NONE,
                rule=row["rule"],
                reason=row["reason"],
                recurring=bool(row["recurring"]),
                no_date=bool(row["no_date"]),
            )


def _motion(
    row: sqlite3.Row, common: dict[str, Any], people: dict[str, tuple[Person, ...]], mention: sqlite3.Row | None
) -> Motion:
    return Motion(
        **common,
        dossier=row["dossier"],
        suffix=row["suffix"],
        paper_number=row["paper_number"],
        cs=bool(row["cs"]),
        submitters=people.get(PersonRole.SUBMITTER, ()),
        vote=to_code(kinds.Vote, row["vote"]),
        judgement=to_code(kinds.Judgement, row["judgement"]),
        execution=to_code(kinds.Execution, row["execution"]),
        mention_id=mention["id"] if mention else None,
        role=to_code(kinds.MentionRole, mention["role"]) if mention else None,
    )


def deadlines_of(register: Register, item_id: str) -> list[Deadline]:
    """Return the deadlines that belong to an item, oldest first."""
    rows = register.read.execute("SELECT id FROM deadline WHERE owner_id = ? ORDER BY rowid", (item_id,)).fetchall()
    found = (item(register, row[0]) for row in rows)
    return [deadline for deadline in found if isinstance(deadline, Deadline)]


def ruled_deadlines(register: Register, letter_id: str) -> list[Deadline]:
    """Return the deadlines of a letter that a rule of the reader gave their dates, oldest first."""
    rows = register.read.execute(
        "SELECT d.id FROM item i JOIN deadline d ON d.id = i.id WHERE i.letter_id = ? AND i.kind = 'deadline' "
        "AND d.reason <> '' ORDER BY i.seq",
        (letter_id,),
    ).fetchall()
    found = (item(register, row[0]) for row in rows)
    return [deadline for deadline in found if isinstance(deadline, Deadline)]


def has_ruled_deadlines(register: Register, letter_id: str) -> bool:
    """Tell whether a letter has a deadline that a rule of the reader gave its dates."""
    sql = (
        "SELECT 1 FROM item i JOIN deadline d ON d.id = i.id WHERE i.letter_id = ? AND i.kind = 'deadline' "
        "AND d.reason <> '' LIMIT 1"
    )
    return register.read.execute(sql, (letter_id,)).fetchone() is not None


def letters_with_ruled_deadlines(register: Register) -> list[str]:
    """Return the letters with a deadline that a rule of the reader gave its dates, oldest first."""
    rows = register.read.execute(
        "SELECT DISTINCT l.seq, l.id FROM deadline d JOIN item i ON i.id = d.id JOIN letter l ON l.id = i.letter_id "
        "WHERE d.reason <> '' ORDER BY l.seq"
    ).fetchall()
    return [row[1] for row in rows]


def deadline_changes(register: Register, item_id: str) -> list[DeadlineChange]:
    """Return how a deadline moved, oldest first: each line is what it was before."""
    rows = register.read.execute(
        "SELECT * FROM deadline_change WHERE item_id = ? ORDER BY at, rowid", (item_id,)
    ).fetchall()
    return [
        DeadlineChange(
            to_moment(r["at"]) or _EPOCH,
            r["who"],
            r["reason"],
            r["phrase"],
            to_date(r["date_from"]),
            to_date(r["date_to"]),
            bool(r["no_date"]),
        )
        for r in rows
    ]


def mark_reviewed(register: Register, item_ids: Iterable[str]) -> set[str]:
    """Take the mark "not reviewed" off items; returns the ids of those that had it."""
    marked = "SELECT id FROM item WHERE id = ? AND unreviewed = 1"
    found = {row[0] for item_id in item_ids for row in register.read.execute(marked, (item_id,)).fetchall()}
    if found:
        with register.write(durable=False) as conn:
            conn.executemany("UPDATE item SET unreviewed = 0 WHERE id = ?", [(item_id,) for item_id in found])
    return found


def motion_of_paper(register: Register, dossier: str, suffix: str, paper_number: str) -> str | None:
    """Return the motion that has this number, or None: the same motion in two letters is one motion."""
    if not dossier or not paper_number:
        return None
    row = register.read.execute(
        "SELECT id FROM motion WHERE dossier = ? AND suffix = ? AND paper_number = ?", (dossier, suffix, paper_number)
    ).fetchone()
    return row[0] if row else None


def find_items(register: Register, beginning: str) -> list[tuple[str, str]]:
    """Return (item id, letter id or '') for an own number, an id, an id of a mention, or the beginning of one."""
    conn = register.read
    if not beginning:
        return []
    exact = conn.execute(
        "SELECT id, '' FROM item WHERE number = ? OR id = ? OR official_number = ?",
        (beginning.upper(), beginning, beginning.upper()),
    ).fetchall()
    exact = exact or conn.execute("SELECT item_id, letter_id FROM mention WHERE id = ?", (beginning,)).fetchall()
    if exact or len(beginning) < 4:
        return [(row[0], row[1]) for row in exact]
    low, high = beginning.lower(), beginning.lower() + "\uffff"
    near = conn.execute("SELECT id, '' FROM item WHERE id >= ? AND id < ? LIMIT 2", (low, high)).fetchall()
    near = (
        near
        or conn.execute(
            "SELECT item_id, letter_id FROM mention WHERE id >= ? AND id < ? LIMIT 2", (low, high)
        ).fetchall()
    )
    return [(row[0], row[1]) for row in near]


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
