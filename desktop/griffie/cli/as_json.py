"""Letters and items as JSON: codes, ISO dates, people as they are typed; pages from 1. Schemas stand in resources."""

from typing import Any

from griffie.domain.fields import ITEM_FIELDS, LETTER_FIELDS, Field, FieldType
from griffie.domain.item import Deadline, DeadlineChange, Item
from griffie.domain.letter import Letter
from griffie.domain.passage import Passage
from griffie.domain.settlement import Settlement
from griffie.domain.values import format_value
from griffie.services import looking
from griffie.services.desk import Desk


def letter_as_json(desk: Desk, letter: Letter) -> dict[str, Any]:
    """Return a letter with its documents, and its items by number."""
    return {
        "type": "letter",
        "id": letter.id,
        "number": letter.number,
        "citation": letter.citation,
        **{field.name: _value(field, getattr(letter, field.name)) for field in LETTER_FIELDS},
        "added_at": letter.added_at.isoformat() if letter.added_at else "",
        "documents": [
            {"id": d.id, "role": d.role.value, "file_name": d.file_name, "sha256": d.sha256, "pages": d.page_count}
            for d in letter.documents
        ],
        "items": [
            {
                "id": item.id,
                "kind": item.kind.value,
                "number": item.number,
                "page": item.page_number,
                "text": text_of(item),
            }
            for item in looking.items_in(desk, letter.id)
        ],
    }


def item_as_json(desk: Desk, item: Item) -> dict[str, Any]:
    """Return an item with its fields and passages, and with what happened to it: settlements, progress, relations.

    A deadline comes with the item it belongs to and how it moved, other kinds come with their deadlines.
    """
    found: dict[str, Any] = {
        "type": "item",
        "id": item.id,
        "kind": item.kind.value,
        "number": item.number,
        "letter_id": item.letter_id or (item.passages[0].letter_id if item.passages else ""),
        **{field.name: _value(field, getattr(item, field.name)) for field in ITEM_FIELDS[item.kind]},
        "literal": item.literal,
        "page": item.page_number,
        "unreviewed": item.unreviewed,
        "passages": [_passage(passage) for passage in item.passages],
    }
    if isinstance(item, Deadline):
        found["owner_id"] = item.owner_id or ""
        found["moves"] = [
            {
                "at": change.at.isoformat(),
                "who": change.who,
                "reason": change.reason,
                "phrase": change.phrase,
                **_range(change),
                "no_date": change.no_date,
            }
            for change in looking.deadline_changes(desk, item.id)
        ]
    else:
        found["deadlines"] = [
            {"id": deadline.id, "number": deadline.number, "phrase": deadline.phrase, **_range(deadline)}
            for deadline in looking.deadlines_of(desk, item.id)
        ]
    return found | _followed(desk, item)


def _followed(desk: Desk, item: Item) -> dict[str, Any]:
    from griffie.services import following, settling  # a list, which has none of this, need not wait for them

    notes, relations = following.progress_of(desk, item.id), following.relations_of(desk, item.id)
    return {
        "settlements": [_settlement(desk, one) for one in settling.settlements_of(desk, item.id)],
        "progress": [
            {
                "id": note.id,
                "on_date": note.on_date.isoformat() if note.on_date else "",
                "kind": note.kind.value,
                "text": note.text,
                "body": note.body,
                "letter_id": note.letter_id or "",
                "at": note.at.isoformat() if note.at else "",
                "who": note.who,
            }
            for note in notes
        ],
        "relations": [
            {"id": r.id, "kind": r.kind.value, "inverse": r.inverse, "item_id": r.other_id, "number": r.other_number}
            for r in relations
        ],
    }


def _settlement(desk: Desk, one: Settlement) -> dict[str, Any]:
    return {
        "id": one.id,
        "letter_id": one.letter_id or "",
        "letter_number": desk.letter(one.letter_id).number if one.letter_id else "",
        "stage": one.stage.value,
        "degree": one.degree.value,
        "body": one.body,
        "decided_on": one.decided_on.isoformat() if one.decided_on else "",
        "remarks": one.remarks,
        "quote": one.passage.quote if one.passage else "",
        "page": one.passage.page_number if one.passage else 0,
    }


def row_as_json(row: Any) -> dict[str, Any]:
    """Return a line of a list, a frozen dataclass, without its place in the table; flags are true or false."""
    found = {name: getattr(row, name) for name in row.__match_args__ if name != "seq"}
    return found | {name: bool(found[name]) for name in FLAGS if name in found}


FLAGS = ("cs", "recurring", "no_date", "unreviewed", "claimed", "corrected", "is_read", "suggested")


def text_of(item: Item) -> str:
    """Return what an item is about in one line: its summary, else its words."""
    phrase = item.phrase if isinstance(item, Deadline) else ""
    return item.summary or phrase or item.literal


def _range(of: Deadline | DeadlineChange) -> dict[str, str]:
    return {
        "date_from": of.date_from.isoformat() if of.date_from else "",
        "date_to": of.date_to.isoformat() if of.date_to else "",
    }


def _value(field: Field, value: Any) -> Any:
    return bool(value) if field.field_type is FieldType.FLAG else format_value(field, value)


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "id": passage.id,
        "document_id": passage.document_id,
        "page": passage.page_number,
        "quote": passage.quote,
        "state": passage.state.value,
        "quads": [
            {"page": span.page_index + 1, "quad": [round(value, 2) for value in quad]}
            for span in passage.spans
            for quad in span.quads
        ],
    }
