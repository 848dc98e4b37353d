"""What accepting a suggestion makes: the item with its fields, people, passages and deadline, inside an open step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import _
from griffie.domain.fields import item_field
from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind, MentionRole, Origin, PersonRole
from griffie.domain.letter import Letter
from griffie.domain.papers import parse_paper
from griffie.domain.passage import Selection
from griffie.domain.plain import fold
from griffie.domain.reading import Discharged, RuledDeadline, Suggestion, SuggestionKind
from griffie.domain.settlement import Degree, Stage, stage_of_mention
from griffie.services.itemising import BY_HAND, field_of_item, typed_values, write_field
from griffie.services.merging import merge_motion
from griffie.services.settling import TYPED, put_typed
from griffie.services.tagging import drop_passage, phrase_columns, put_item, put_passage, put_promisers
from griffie.store.columns import to_column
from griffie.store.reading_rows import reason_to_json
from griffie.store.readings import KeptSuggestion
from griffie.store.rows import from_date
from griffie.store.steps import Step

PAPER = ("dossier", "suffix", "paper_number")
OF_DEADLINE = ("phrase", "date_from", "date_to", "precision", "no_date", "recurring")
"""Edits of these go to the deadline that comes along, where the item itself has no such field."""


@dataclass(frozen=True)
class Acceptance:
    """One suggestion that is being accepted in a step: in which letter, with what the clerk typed over its fields."""

    work: Step
    letter: Letter
    kept: KeptSuggestion
    edits: Mapping[str, str]
    unreviewed: bool = False

    @property
    def suggestion(self) -> Suggestion:
        """What the reader proposed."""
        return self.kept.suggestion

    def item(self, kind: ItemKind, letter_id: str | None) -> str:
        """Insert an empty item and return its id."""
        return put_item(self.work, kind, Origin.PASSAGE, letter_id, unreviewed=self.unreviewed)

    def values(self, kind: ItemKind) -> dict[str, Any]:
        """Return the values of the fields: what the clerk typed, else what the reader filled in."""
        reference = self.letter.date
        values: dict[str, Any] = {}
        for name, text in self.suggestion.fields.items():
            if name not in self.edits and item_field(kind, name) is not None and text:
                try:
                    values |= typed_values(kind, {name: text}, reference=reference)
                except InvalidValueError:  # a field that the reader filled wrongly stays empty; the clerk sees it
                    continue
        own = {name: text for name, text in self.edits.items() if item_field(kind, name) or name not in OF_DEADLINE}
        return values | typed_values(kind, own, reference=reference)


def make(acceptance: Acceptance) -> list[str]:
    """Write what comes of a suggestion and return the ids of the items.

    Raises:
        InvalidValueError: what the clerk typed does not fit its field.
        UserError: there is no such field.
    """
    return _MAKERS[acceptance.suggestion.kind](acceptance)


def _commitment(of: Acceptance) -> list[str]:
    item_id = of.item(ItemKind.COMMITMENT, of.letter.id)
    put_promisers(of.work, item_id, of.letter)
    return _whole(of, ItemKind.COMMITMENT, item_id)


def _request(of: Acceptance) -> list[str]:
    return _whole(of, ItemKind.REQUEST, of.item(ItemKind.REQUEST, of.letter.id))


def _whole(of: Acceptance, kind: ItemKind, item_id: str) -> list[str]:
    """Write fields, passages and deadline of an item."""
    _write_fields(of, kind, item_id)
    _tie(of, {"item_id": item_id, "mention_id": None})
    if of.suggestion.deadline is None and not any(name in of.edits for name in OF_DEADLINE):
        return [item_id]
    return [item_id, _deadline_of(of, item_id)]


def _write_fields(of: Acceptance, kind: ItemKind, item_id: str) -> None:
    for name, value in of.values(kind).items():
        write_field(of.work, item_id, field_of_item(kind, name), value, of.letter.id)


def _tie(of: Acceptance, owner: Mapping[str, str | None]) -> None:
    """Tie the words of a suggestion, all their places, to an item or mention; what is tied already is left alone."""
    named = {name: value for name, value in owner.items() if value}
    ties = of.work.rows("tie", **named)
    passages = [of.work.rows("passage", id=tie["passage_id"])[0] for tie in ties]
    here = {row["sort_key"] for row in passages if row["document_id"] == of.kept.document_id}
    for place in _places(of.suggestion):
        if place.sort_key not in here:
            passage_id = put_passage(of.work, of.letter.id, of.kept.document_id, place)
            of.work.insert("tie", {**owner, "passage_id": passage_id, "position": len(here)})
            here.add(place.sort_key)


def _places(suggestion: Suggestion) -> Iterable[Selection]:
    """Return where the words of a suggestion stand, each place once; what lies nowhere is left out."""
    return (place for place in dict.fromkeys((suggestion.selection, *suggestion.places)) if place.spans)


def _deadline(of: Acceptance) -> list[str]:
    return [_deadline_of(of, None)]


def _deadline_of(of: Acceptance, owner_id: str | None) -> str:
    """Make the deadline of a suggestion, of an item or loose; what the clerk typed over it is no longer by rule."""
    deadline, work = of.suggestion.deadline, of.work
    item_id = of.item(ItemKind.DEADLINE, of.letter.id)
    columns = (
        deadline_columns(deadline)
        if deadline is not None
        else phrase_columns(of.suggestion.fields.get("phrase") or of.suggestion.selection.quote, of.letter.date)
    )
    work.update("deadline", item_id, {"owner_id": owner_id, **columns})
    typed = {name: text for name, text in of.edits.items() if name in OF_DEADLINE or owner_id is None}
    if typed:
        values = typed_values(ItemKind.DEADLINE, typed, reference=of.letter.date)
        for name, value in values.items():
            write_field(work, item_id, field_of_item(ItemKind.DEADLINE, name), value, of.letter.id)
        work.update("deadline", item_id, BY_HAND)
    selection = deadline.selection if deadline is not None else of.suggestion.selection
    if selection.spans:
        passage_id = put_passage(work, of.letter.id, of.kept.document_id, selection)
        work.insert("tie", {"item_id": item_id, "mention_id": None, "passage_id": passage_id, "position": 0})
    return item_id


def deadline_columns(deadline: RuledDeadline) -> dict[str, Any]:
    """Return the columns of a deadline that the reader resolved."""
    return {
        "phrase": deadline.selection.quote,
        "date_from": from_date(deadline.date_range.date_from),
        "date_to": from_date(deadline.date_range.date_to),
        "precision": deadline.date_range.precision.value,
        "rule": deadline.rule,
        "recurring": int(deadline.recurring),
        "reason": reason_to_json(deadline.reason),
    }


def _motion(of: Acceptance) -> list[str]:
    """Make or find the motion, its mention in this letter, and tie every place."""
    values = of.values(ItemKind.MOTION)
    item_id = _known_motion(of, values) or of.item(ItemKind.MOTION, None)
    role = values.pop("role", None) or MentionRole.MENTIONS
    mention_id = _mention(of, item_id, MentionRole(role))
    _fill_motion(of, item_id, values)
    _tie(of, {"item_id": None, "mention_id": mention_id})
    return [merge_motion(of.work, item_id)]


def _known_motion(of: Acceptance, values: Mapping[str, Any]) -> str | None:
    """Return the motion with this number, else one of the same submitters in this letter that may be it."""
    paper = {name: to_column(values.get(name)) for name in PAPER}
    if paper["dossier"] and paper["paper_number"] and (found := _motion_of_paper(of.work, paper)):
        return found
    names = _names(values.get("submitters") or ())
    if not names:
        return None
    others = {row["item_id"] for row in of.work.rows("decision", letter_id=of.letter.id, kind=SuggestionKind.MOTION)}
    here = [row["item_id"] for row in of.work.rows("mention", letter_id=of.letter.id)]
    same = [one for one in here if one not in others and _submitters(of.work, one) == names]
    if paper["paper_number"]:  # one with another number is another motion
        same = [one for one in same if not of.work.rows("motion", id=one)[0]["paper_number"]]
    return same[0] if len(same) == 1 else None


def _motion_of_paper(work: Step, paper: Mapping[str, str]) -> str | None:
    found = [work.rows("item", id=row["id"])[0] for row in work.rows("motion", **paper)]
    return str(min(found, key=lambda row: int(row["seq"]))["id"]) if found else None


def _names(people: Iterable[Person]) -> frozenset[str]:
    return frozenset(fold(person.name) for person in people)


def _submitters(work: Step, item_id: str) -> frozenset[str]:
    rows = work.rows("item_person", item_id=item_id, role=PersonRole.SUBMITTER.value)
    return frozenset(fold(row["name"]) for row in rows)


def _fill_motion(of: Acceptance, item_id: str, values: Mapping[str, Any]) -> None:
    """Write the fields of a motion; what is known of it already stays, unless the clerk has just typed otherwise."""
    known = of.work.rows("motion", id=item_id)[0] | of.work.rows("item", id=item_id)[0]
    known["submitters"] = of.work.rows("item_person", item_id=item_id, role=PersonRole.SUBMITTER.value)
    paper_known = bool(known["dossier"] and known["paper_number"])
    for name, value in values.items():
        held = paper_known if name in PAPER else bool(known.get(name))
        if name in of.edits or not held:
            write_field(of.work, item_id, field_of_item(ItemKind.MOTION, name), value, of.letter.id)


def _mention(of: Acceptance, item_id: str, role: MentionRole) -> str:
    """Return the mention of a motion in this letter with this role, made if missing; a role that says more stays."""
    found = of.work.rows("mention", item_id=item_id, letter_id=of.letter.id)
    if not found:
        row = {"item_id": item_id, "letter_id": of.letter.id, "role": role.value}
        return of.work.insert("mention", row | {"stage": stage_of_mention(role, "")})
    if role is not MentionRole.MENTIONS:
        stage = stage_of_mention(role, found[0]["stage"])
        of.work.update("mention", found[0]["id"], {"role": role.value, "stage": stage})
    return str(found[0]["id"])


def _discharge(of: Acceptance) -> list[str]:
    """Of a motion, say so in its mention; of a commitment or request, make settlements that the letter claims."""
    items, claims = _claimed(of)
    return put_typed(of.work, of.letter.id, claims, items, of.edits) if of.edits else items


def _claimed(of: Acceptance) -> tuple[list[str], list[str]]:
    """Make what a discharge says, and return the ids of the items, and of the settlements beside mentions."""
    what = discharged(of.suggestion)
    papers = [paper for target in of.suggestion.targets if (paper := _paper_of(target))]
    if what is Discharged.MOTION and papers:
        return [_discharged_motion(of, paper) for paper in papers], []
    place = of.suggestion.selection
    passage_id = put_passage(of.work, of.letter.id, of.kept.document_id, place) if place.spans else None
    partly = of.suggestion.fields.get("degree") == Degree.PARTLY.value
    items, claims = [], []
    for target in of.suggestion.targets or ("",):
        item_id = _item_of_number(of.work, target)
        items += [item_id] if item_id else []
        held = of.work.rows("settlement", item_id=item_id, letter_id=of.letter.id) if item_id else []
        if held:  # the letter settles it already: now it has words for that
            words = {"target": target, "passage_id": held[0]["passage_id"] or passage_id}
            of.work.update("settlement", held[0]["id"], words)
            claims.append(held[0]["id"])
            continue
        row = {
            "letter_id": of.letter.id,
            "item_id": item_id,
            "what": what.value,
            "target": target,
            "stage": Stage.CLAIMED.value,
            "degree": (Degree.PARTLY if partly else Degree.WHOLE).value,
            "passage_id": passage_id,
        }
        claims.append(of.work.insert("settlement", row))
    if passage_id:
        drop_passage(of.work, passage_id)  # unless one of them stands on it
    return items, claims


def discharged(suggestion: Suggestion) -> Discharged:
    """Return what a discharge says is met: its field `what`, else what its targets are."""
    named = suggestion.fields.get("what", "")
    if named in list(Discharged):
        return Discharged(named)
    return Discharged.MOTION if any(map(_paper_of, suggestion.targets)) else Discharged.COMMITMENT


def _discharged_motion(of: Acceptance, paper: Mapping[str, str]) -> str:
    item_id = _motion_of_paper(of.work, paper)
    if item_id is None:
        item_id = of.item(ItemKind.MOTION, None)
        of.work.update("motion", item_id, dict(paper))
    role = of.suggestion.fields.get("role", "")
    said = MentionRole(role) if role in list(MentionRole) else MentionRole.SETTLES
    mention_id = _mention(of, item_id, said)
    _tie(of, {"item_id": None, "mention_id": mention_id})
    return item_id


def _paper_of(target: str) -> dict[str, str] | None:
    try:
        paper = parse_paper(target)
    except InvalidValueError:
        return None
    dossier = paper.dossiers[0]
    return {"dossier": dossier.number, "suffix": dossier.suffix, "paper_number": paper.number}


def _item_of_number(work: Step, number: str) -> str | None:
    """Return the one item with an official number, T01970 or TZ202603-130, or None."""
    found = work.rows("item", official_number=number) if number else []
    return str(found[0]["id"]) if len(found) == 1 else None


_MAKERS = {
    SuggestionKind.COMMITMENT: _commitment,
    SuggestionKind.MOTION: _motion,
    SuggestionKind.DEADLINE: _deadline,
    SuggestionKind.REQUEST: _request,
    SuggestionKind.DISCHARGE: _discharge,
}


def check_edits(kind: SuggestionKind, edits: Mapping[str, str]) -> None:
    """Refuse edits of fields that nothing which comes of the suggestion has.

    Raises:
        UserError: there is no such field.
    """
    if kind is SuggestionKind.DISCHARGE:
        for name in set(edits) - set(TYPED):
            raise UserError(_("{kind} has no field {name}.").format(kind=kind.value, name=name))
        return
    for name in edits:
        if not (kind in (SuggestionKind.COMMITMENT, SuggestionKind.REQUEST) and name in OF_DEADLINE):
            field_of_item(ItemKind(kind.value), name)
