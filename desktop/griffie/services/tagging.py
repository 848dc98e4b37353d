"""Tying items to passages: tag, adjust, tie to another passage, untie, delete. Each is one step with its undo."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.item import Item
from griffie.domain.kinds import OWN_NUMBER_LETTER, AnchorState, ItemKind, MentionRole, Origin, PersonRole, Precision
from griffie.domain.letter import Letter
from griffie.domain.passage import Passage, Selection, Span
from griffie.domain.periods import parse_range
from griffie.domain.reading import SuggestionState
from griffie.services.desk import Desk
from griffie.store import decisions, items, readings
from griffie.store.rows import from_date, spans_to_json
from griffie.store.steps import Step, now_text, step

LABELS = {
    ItemKind.COMMITMENT: N_("Tag commitment {number}"),
    ItemKind.MOTION: N_("Tag motion {number}"),
    ItemKind.DEADLINE: N_("Tag deadline {number}"),
    ItemKind.REQUEST: N_("Tag request {number}"),
}


def tag(
    desk: Desk,
    letter_id: str,
    document_id: str,
    kind: ItemKind,
    selection: Selection,
    owner_id: str | None = None,
    *,
    finish: Callable[[Step, str], str] | None = None,
) -> tuple[str, Changes]:
    """Make an item of a selection and return its id; a deadline goes to the item whose words it stands in.

    The letter's sender is filled in as the one who promises; a deadline's phrase is read as a typed one is. `finish`
    may write more of the item in the same step, and returns the id of the item that it ends as.

    Raises:
        UserError: the letter is gone or the register cannot be written.
    """
    letter = desk.letter(letter_id)
    if kind is ItemKind.DEADLINE and owner_id is None:
        owner_id = owner_of(desk, document_id, selection)
    with step(desk.register, desk.who, LABELS[kind]) as work:
        item_id = put_item(work, kind, Origin.PASSAGE, None if kind is ItemKind.MOTION else letter.id)
        _fill(work, item_id, kind, letter, selection, owner_id)
        passage_id = put_passage(work, letter.id, document_id, selection)
        tie: dict[str, Any] = {"passage_id": passage_id, "item_id": item_id, "mention_id": None, "position": 0}
        if kind is ItemKind.MOTION:
            mention = {"item_id": item_id, "letter_id": letter.id, "role": MentionRole.MENTIONS.value}
            tie |= {"item_id": None, "mention_id": work.insert("mention", mention)}
        work.insert("tie", tie)
        begin_work(work, letter)
        _settle_suggestions(work, letter.id, document_id, kind, selection, item_id)
        if finish is not None:
            item_id = finish(work, item_id)
    return item_id, work.changes()


def _settle_suggestions(
    work: Step, letter_id: str, document_id: str, kind: ItemKind, selection: Selection, item_id: str
) -> None:
    """Words that are tagged by hand need no card any more: what proposed them counts as accepted, in the same step.

    The card of a motion stays: it may bring the number and what the letter does with it, and joins the motion tagged.
    """
    if kind is ItemKind.MOTION:
        return
    for suggestion in readings.suggestions_tagged(work.conn, letter_id, kind.value, selection):
        decisions.put_decision(work, letter_id, document_id, suggestion, SuggestionState.ACCEPTED, item_id)


def put_item(work: Step, kind: ItemKind, origin: Origin, letter_id: str | None, *, unreviewed: bool = False) -> str:
    """Insert an empty item of a kind with its next own number; the step is named after it."""
    number = work.number(OWN_NUMBER_LETTER[kind])
    row: dict[str, Any] = {"kind": kind.value, "number": number, "letter_id": letter_id, "origin": origin.value}
    row["unreviewed"] = int(unreviewed)
    item_id = work.insert("item", {**row, "created_at": now_text(), "created_by": work.who})
    if kind is not ItemKind.REQUEST:
        work.insert(kind.value, {"id": item_id})
    return item_id


def _fill(work: Step, item_id: str, kind: ItemKind, letter: Letter, selection: Selection, owner_id: str | None) -> None:
    if kind is ItemKind.COMMITMENT:
        put_promisers(work, item_id, letter)
    if kind is ItemKind.DEADLINE:
        work.update("deadline", item_id, {"owner_id": owner_id, **phrase_columns(selection.quote, letter.date)})


def put_promisers(work: Step, item_id: str, letter: Letter) -> None:
    """Fill in who promises, and the ministry, from the senders of the letter."""
    if not letter.senders:
        return
    people = [{"name": s.function or s.person, "party": ""} for s in letter.senders if s.function or s.person]
    work.replace_children("item_person", "item_id", item_id, people, {"role": PersonRole.PROMISED_BY.value})
    ministry = next((s.ministry for s in letter.senders if s.ministry), "")
    work.update("commitment", item_id, {"ministry": ministry})


def phrase_columns(phrase: str, reference: dt.date | None) -> dict[str, Any]:
    """Return the columns of a deadline for a literal phrase: its range where it reads as a typed one, else no date."""
    try:
        found = parse_range(phrase, reference=reference)
    except InvalidValueError:
        return {"phrase": phrase, "date_from": "", "date_to": "", "precision": Precision.NONE.value, "rule": ""}
    return {
        "phrase": phrase,
        "date_from": from_date(found.date_from),
        "date_to": from_date(found.date_to),
        "precision": found.precision.value,
        "rule": "typed",
    }


def owner_of(desk: Desk, document_id: str, selection: Selection) -> str | None:
    """Return the commitment, request or motion whose words a deadline stands in: the shortest passage that holds it."""
    around = [
        (sum(s.end - s.start for s in spans), item_id)
        for item_id, kind, spans in items.places_of_document(desk.register, document_id)
        if kind is not ItemKind.DEADLINE and _overlaps(spans, selection.spans)
    ]
    return min(around)[1] if around else None


def _overlaps(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return any(a.page_index == b.page_index and a.start < b.end and b.start < a.end for a in one for b in other)


def put_passage(work: Step, letter_id: str, document_id: str, selection: Selection) -> str:
    """Insert a passage of a selection and return its id.

    Raises:
        UserError: nothing is selected.
    """
    return work.insert("passage", {"letter_id": letter_id, "document_id": document_id, **_passage_columns(selection)})


def _passage_columns(selection: Selection) -> dict[str, Any]:
    if not selection.spans:
        raise UserError(_("Nothing is selected."), _("Select the words on the page first."))
    return {
        "quote": selection.quote,
        "prefix": selection.prefix,
        "suffix": selection.suffix,
        "spans": spans_to_json(selection.spans),
        "sort_key": selection.sort_key,
        "state": AnchorState.EXACT.value,
    }


def begin_work(work: Step, letter: Letter) -> None:
    """A letter in which something was tagged is no longer new."""
    if letter.state.value == "new":
        work.update("letter", letter.id, {"state": "in_progress"})


def adjust_passage(desk: Desk, passage_id: str, selection: Selection) -> Changes:
    """Move the ends of a passage."""
    with step(desk.register, desk.who, N_("Adjust a passage")) as work:
        work.update("passage", passage_id, _passage_columns(selection))
    return work.changes()


def tie_item(
    desk: Desk, item_id: str, letter_id: str, document_id: str, selection: Selection, *, replace: bool = True
) -> Changes:
    """Tie an item to a selection: in place of its passages in that document, or (`replace=False`) besides them.

    An item that had none (typed, from a debate) and has no letter yet becomes an item of this letter.
    """
    item, letter = desk.item(item_id, letter_id), desk.letter(letter_id)
    with step(desk.register, desk.who, N_("Tie {number} to a passage"), number=item.number) as work:
        position = max((_position(work, p.id) for p in item.passages), default=0)
        if replace:
            for passage in item.passages:
                if passage.document_id == document_id:
                    position = _position(work, passage.id)
                    _take_away(work, item, passage.id)
        passage_id = put_passage(work, letter.id, document_id, selection)
        target = _mention_of(work, item, letter) if item.kind is ItemKind.MOTION else None
        if target is None and item.letter_id is None:
            work.update("item", item.id, {"letter_id": letter.id})
        row = {"passage_id": passage_id, "item_id": None if target else item.id, "mention_id": target}
        work.insert("tie", {**row, "position": position})
    return work.changes()


def _position(work: Step, passage_id: str) -> int:
    return min((int(tie["position"]) for tie in work.rows("tie", passage_id=passage_id)), default=0)


def _mention_of(work: Step, item: Item, letter: Letter) -> str:
    found = work.rows("mention", item_id=item.id, letter_id=letter.id)
    if found:
        return str(found[0]["id"])
    return work.insert("mention", {"item_id": item.id, "letter_id": letter.id, "role": MentionRole.MENTIONS.value})


def untie(desk: Desk, item_id: str, passage: Passage) -> Changes:
    """Take a passage away from an item; the item stays and becomes one without a passage when it was the last."""
    item = desk.item(item_id, passage.letter_id)
    with step(desk.register, desk.who, N_("Untie {number} from its passage"), number=item.number) as work:
        _take_away(work, item, passage.id)
        if item.origin is Origin.PASSAGE and not any(work.rows("tie", **owner) for owner in _owners(work, item)):
            work.update("item", item.id, {"origin": Origin.TYPED.value})
    return work.changes()


def _owners(work: Step, item: Item) -> list[dict[str, str]]:
    """Return what a tie of this item can point at: the item, or a mention of it in any letter."""
    return [{"item_id": item.id}, *({"mention_id": m["id"]} for m in work.rows("mention", item_id=item.id))]


def _take_away(work: Step, item: Item, passage_id: str) -> None:
    for owner in _owners(work, item):
        for tie in work.rows("tie", passage_id=passage_id, **owner):
            delete_tie(work, tie)


def delete_tie(work: Step, tie: dict[str, Any]) -> None:
    """Delete a tie, and its passage when nothing else stands on that."""
    work.delete("tie", tie["id"])
    drop_passage(work, tie["passage_id"])


def drop_passage(work: Step, passage_id: str) -> None:
    """Delete a passage unless an item, a mention or a settlement still stands on it."""
    if not any(work.rows(table, passage_id=passage_id) for table in ("tie", "settlement")):
        work.delete("passage", passage_id)
