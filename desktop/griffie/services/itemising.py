"""What a clerk does with an item: make one without a passage, fill its fields, move its deadline, delete it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.fields import Field, FieldType, item_field
from griffie.domain.item import Deadline, Item, Motion
from griffie.domain.kinds import ItemKind, Origin, PersonRole, Precision
from griffie.domain.papers import split_paper
from griffie.domain.passage import Selection
from griffie.domain.periods import DateRange, parse_range
from griffie.domain.settlement import Stage, stage_of_mention
from griffie.domain.values import parse_value
from griffie.services.desk import Desk
from griffie.services.merging import delete_item_rows, merge_motion
from griffie.services.settling import bring_status
from griffie.services.tagging import delete_tie, put_item, tag
from griffie.store import items
from griffie.store.columns import to_column
from griffie.store.rows import from_date
from griffie.store.steps import Step, step

NEW_LABELS = {
    ItemKind.COMMITMENT: N_("New commitment {number}"),
    ItemKind.MOTION: N_("New motion {number}"),
    ItemKind.DEADLINE: N_("New deadline {number}"),
    ItemKind.REQUEST: N_("New request {number}"),
}
MOVES = ("date_from", "date_to", "no_date")
"""Fields of a deadline of which a change wants a reason, once there was a date."""
BY_HAND = {"rule": "clerk", "reason": ""}
"""What a deadline says of its rule once somebody has set it; no rule moves it any more."""


def field_of_item(kind: ItemKind, name: str) -> Field:
    """Return a field of a kind that a clerk may change.

    Raises:
        UserError: there is none of that name.
    """
    field = item_field(kind, name)
    if field is None or not field.editable:
        raise UserError(_("{kind} has no field {name}.").format(kind=kind.value, name=name))
    return field


def new_item(
    desk: Desk, kind: ItemKind, values: Mapping[str, Any], *, letter_id: str | None = None, owner_id: str | None = None
) -> tuple[str, Changes]:
    """Make an item without a passage, with the values of its fields, and return its id; one step.

    `origin` among the values says where it comes from (a debate, an official register); else it is typed by hand.
    A motion that the register has already becomes that motion, and its id is returned. The phrase of a deadline is read
    as a typed one is, unless a date is given too.

    Raises:
        UserError: a field that the kind does not have.
        InvalidValueError: the deadline would end before it begins.
    """
    values = _with_range(desk, kind, values, letter_id)
    _check(kind, values)
    owner = desk.item(owner_id) if owner_id else None
    home = letter_id or (owner.letter_id if owner else None)
    with step(desk.register, desk.who, NEW_LABELS[kind]) as work:
        item_id = put_item(work, kind, Origin.TYPED, None if kind is ItemKind.MOTION else home)
        if owner is not None and kind is ItemKind.DEADLINE:
            work.update("deadline", item_id, {"owner_id": owner.id})
        if kind is ItemKind.MOTION and home:
            work.insert("mention", {"item_id": item_id, "letter_id": home, "role": "mentions"})
        item_id = _write_new(work, item_id, kind, values, home)
    return item_id, work.changes()


def tag_with_fields(
    desk: Desk,
    letter_id: str,
    document_id: str,
    kind: ItemKind,
    selection: Selection,
    values: Mapping[str, Any],
    *,
    owner_id: str | None = None,
) -> tuple[str, Changes]:
    """Make an item of a selection, as `tag` does, with values of its fields in the same step; returns its id.

    Raises:
        UserError: a field that the kind does not have, or the letter is gone.
        InvalidValueError: the deadline would end before it begins.
    """
    _check(kind, values)

    def finish(work: Step, item_id: str) -> str:
        return _write_new(work, item_id, kind, values, letter_id)

    return tag(desk, letter_id, document_id, kind, selection, owner_id, finish=finish)


def _check(kind: ItemKind, values: Mapping[str, Any]) -> None:
    for name in values:
        field_of_item(kind, name)
    _check_order(to_column(values.get("date_from")), to_column(values.get("date_to")))


def _with_range(desk: Desk, kind: ItemKind, values: Mapping[str, Any], letter_id: str | None) -> Mapping[str, Any]:
    """Return the values of a deadline with the range of its phrase, where only the phrase is given."""
    if kind is not ItemKind.DEADLINE or not values.get("phrase") or any(values.get(name) for name in MOVES):
        return values
    try:
        found = parse_range(values["phrase"], reference=desk.letter(letter_id).date if letter_id else None)
    except InvalidValueError:
        return values
    return {
        "date_from": found.date_from,
        "date_to": found.date_to,
        "precision": found.precision,
        **{name: value for name, value in values.items() if name not in MOVES},
    }


def _write_new(work: Step, item_id: str, kind: ItemKind, values: Mapping[str, Any], letter_id: str | None) -> str:
    for name, value in values.items():
        write_field(work, item_id, field_of_item(kind, name), value, letter_id)
    if kind is ItemKind.DEADLINE and "precision" not in values and (values.get("date_to") or values.get("date_from")):
        work.update("deadline", item_id, {"precision": Precision.DAY.value})
    return merge_motion(work, item_id) if kind is ItemKind.MOTION else item_id


def set_item_field(
    desk: Desk, item_id: str, name: str, value: Any, *, reason: str = "", letter_id: str | None = None
) -> tuple[str, Changes]:
    """Give a field of an item a value of its type; one step. Returns the id of the item that now has it.

    A motion that gets the number of a motion already in the register becomes that motion. A deadline that had a date
    keeps the old one with the reason.

    Raises:
        UserError: no such item or field; a deadline moves without a reason.
    """
    return set_item_fields(desk, item_id, {name: value}, reason=reason, letter_id=letter_id)


def set_item_fields(
    desk: Desk, item_id: str, values: Mapping[str, Any], *, reason: str = "", letter_id: str | None = None
) -> tuple[str, Changes]:
    """Give several fields of an item their values, all in one step; else as `set_item_field`."""
    item = desk.item(item_id, letter_id)
    fields = {name: field_of_item(item.kind, name) for name in values}
    values = {name: value for name, value in values.items() if getattr(item, name) != value}
    moves = {name: values[name] for name in values if isinstance(item, Deadline) and name in MOVES}
    others = [name for name in values if name not in moves]
    if moves and "precision" in values:
        moves["precision"] = values["precision"]
        others.remove("precision")
    columns = _moved(item, moves, reason) if isinstance(item, Deadline) and moves else {}
    if not columns and not others:
        return item.id, Changes()
    label, args = _label_of(item, fields, others, moved=bool(columns))
    with step(desk.register, desk.who, label, **args) as work:
        if columns and isinstance(item, Deadline):
            _put_move(work, item, columns, reason)
        for name in others:
            write_field(work, item.id, fields[name], values[name], letter_id or item.letter_id)
        if isinstance(item, Deadline) and by_reader(item.rule) and {"phrase", "precision", "recurring"} & set(others):
            work.update("deadline", item.id, BY_HAND)
        survivor = merge_motion(work, item.id) if isinstance(item, Motion) else item.id
    return survivor, work.changes()


def _label_of(item: Item, fields: Mapping[str, Field], names: list[str], *, moved: bool) -> tuple[str, dict[str, Any]]:
    """Return the name of a step that changes these fields of an item, and what it is filled with."""
    if moved and not names:
        return N_("Move deadline {number}"), {"number": item.number}
    if not moved and (len(names) == 1 or set(names) <= {"dossier", "suffix", "paper_number"}):
        return N_("Change {field} of {number}"), {"field": fields[names[0]].label, "number": item.number}
    return N_("Change {number}"), {"number": item.number}


def type_item_field(
    desk: Desk, item: Item, name: str, typed: str, *, reason: str = "", letter_id: str | None = None
) -> tuple[str, Changes]:
    """Check what was typed into a field of an item and keep it; a citation pasted as a dossier fills all of it.

    Raises:
        InvalidValueError: the text does not fit the field; the message is the hint.
        UserError: as set_item_field.
    """
    return type_item_fields(desk, item, {name: typed}, reason=reason, letter_id=letter_id)


def type_item_fields(
    desk: Desk, item: Item, typed: Mapping[str, str], *, reason: str = "", letter_id: str | None = None
) -> tuple[str, Changes]:
    """Check what was typed into several fields of an item and keep all of it in one step, or nothing.

    Raises:
        InvalidValueError: a text does not fit its field; the message is the hint.
        UserError: as set_item_field.
    """
    values = typed_values(item.kind, typed, reference=_reference_date(desk, item))
    return set_item_fields(desk, item.id, values, reason=reason, letter_id=letter_id)


def typed_values(kind: ItemKind, typed: Mapping[str, str], *, reference: dt.date | None) -> dict[str, Any]:
    """Return the values that typed texts give to fields of a kind; a citation pasted as a dossier fills three.

    Raises:
        InvalidValueError: a text does not fit its field, or empties one that must have a value.
        UserError: there is no such field.
    """
    values: dict[str, Any] = {}
    for name, text in typed.items():
        field = field_of_item(kind, name)
        if kind is ItemKind.MOTION and field.field_type is FieldType.DOSSIER and (parts := split_paper(text)):
            values |= parts
            continue
        values[name] = parse_value(field, text, reference=reference)
        if field.required and values[name] in (None, ""):
            raise InvalidValueError(_("This field cannot be empty."))
    return values


def _reference_date(desk: Desk, item: Item) -> dt.date | None:
    return desk.letter(item.letter_id).date if item.letter_id else None


def by_reader(rule: str) -> bool:
    """Tell whether a deadline has its dates from a rule of the reader, and nobody has edited it since."""
    return rule not in ("", "typed", "clerk")


def mark_reviewed(desk: Desk, item_ids: Iterable[str]) -> Changes:
    """Note that a clerk has looked at items that were accepted in bulk; looking is no step of the history."""
    if desk.register.read_only:
        return Changes()
    return Changes(items=frozenset(items.mark_reviewed(desk.register, item_ids)))


def set_deadline(desk: Desk, item_id: str, found: DateRange, *, reason: str = "") -> Changes:
    """Give a deadline a range; the old one is kept with the reason.

    Raises:
        UserError: it is no deadline, or it had a date and no reason is given.
    """
    item = desk.item(item_id)
    if not isinstance(item, Deadline):
        raise UserError(_("{number} is not a deadline.").format(number=item.number))
    values = {"date_from": found.date_from, "date_to": found.date_to, "precision": found.precision, "no_date": False}
    return _move_deadline(desk, item, values, reason)


def needs_reason(item: Item, name: str) -> bool:
    """Tell whether a change of this field asks for a reason: a deadline that has a date, or is said to have none."""
    return isinstance(item, Deadline) and name in MOVES and bool(item.date_from or item.date_to or item.no_date)


def _move_deadline(desk: Desk, item: Deadline, values: dict[str, Any], reason: str) -> Changes:
    columns = _moved(item, values, reason)
    if not columns:
        return Changes()
    with step(desk.register, desk.who, N_("Move deadline {number}"), number=item.number) as work:
        _put_move(work, item, columns, reason)
    return work.changes()


def _moved(item: Deadline, values: dict[str, Any], reason: str) -> dict[str, Any]:
    """Return the columns that a move changes, none where it changes nothing.

    Raises:
        UserError: a reason is wanted and not given.
        InvalidValueError: it would end before it begins.
    """
    columns = {name: to_column(value) for name, value in values.items()}
    _settle_precision(item, values, columns)
    if all(to_column(getattr(item, name)) == value for name, value in columns.items()):
        return {}
    if needs_reason(item, "date_to") and not reason.strip():
        raise UserError(_("A deadline that had a date moves only with a reason."), _("Say why it moves."))
    _check_order(columns.get("date_from", from_date(item.date_from)), columns.get("date_to", from_date(item.date_to)))
    return columns


def put_move(work: Step, item: Deadline, reason: str) -> None:
    """Keep in a step what a deadline was before it moves, with the reason; nothing where it had no date."""
    if not needs_reason(item, "date_to"):
        return
    work.insert(
        "deadline_change",
        {
            "item_id": item.id,
            "at": dt.datetime.now(dt.UTC).isoformat(timespec="microseconds"),  # two moves keep their order
            "who": work.who,
            "reason": reason.strip(),
            "phrase": item.phrase,
            "date_from": from_date(item.date_from),
            "date_to": from_date(item.date_to),
            "no_date": int(item.no_date),
        },
    )


def _put_move(work: Step, item: Deadline, columns: dict[str, Any], reason: str) -> None:
    put_move(work, item, reason)
    work.update("deadline", item.id, columns | BY_HAND)


def _check_order(start: str, end: str) -> None:
    if start and end and start > end:
        raise InvalidValueError(_("The deadline would end before it begins."))


def _settle_precision(item: Deadline, values: dict[str, Any], columns: dict[str, Any]) -> None:
    """A date typed by hand is known to the day; "no date" clears the dates, and cleared dates have no precision."""
    if values.get("no_date"):
        columns |= {"date_from": "", "date_to": "", "precision": Precision.NONE.value}
    elif values.get("date_to") or values.get("date_from"):
        columns["no_date"] = 0
        other = any(name in values and values[name] != getattr(item, name) for name in ("date_from", "date_to"))
        if "precision" not in values and other:
            columns["precision"] = Precision.DAY.value
    elif "precision" not in values and not (
        values.get("date_from", item.date_from) or values.get("date_to", item.date_to)
    ):
        columns["precision"] = Precision.NONE.value


def write_field(work: Step, item_id: str, field: Field, value: Any, letter_id: str | None) -> None:
    """Write the value of a field of an item; that of a mention goes to the mention in `letter_id`.

    Raises:
        UserError: the motion is not mentioned in that letter.
    """
    if field.field_type is FieldType.PEOPLE:
        people = [{"name": p.name, "party": p.party} for p in value]
        role = PersonRole.SUBMITTER.value if field.name == "submitters" else field.name
        work.replace_children("item_person", "item_id", item_id, people, {"role": role})
    elif field.table == "mention":
        found = work.rows("mention", item_id=item_id, letter_id=letter_id)
        if not found:
            raise UserError(_("This motion is not mentioned in that letter."))
        values = {field.name: to_column(value)}
        if field.name == "role":
            values["stage"] = stage_of_mention(values["role"], found[0]["stage"])
        work.update("mention", found[0]["id"], values)
    else:
        work.update(field.table, item_id, {field.name: to_column(value)})


def delete_item(desk: Desk, item_id: str, letter_id: str | None = None) -> Changes:
    """Delete an item with its passages, people and deadlines; undo brings it back whole.

    A motion that other letters mention too only loses its mention in `letter_id`.
    """
    item = desk.item(item_id, letter_id)
    with step(desk.register, desk.who, N_("Delete {number}"), number=item.number) as work:
        mentions = work.rows("mention", item_id=item.id)
        here = [m for m in mentions if letter_id in (None, m["letter_id"])]
        for mention in here:
            _delete_ties(work, mention_id=mention["id"])
            work.delete("mention", mention["id"])
        if len(here) == len(mentions):
            _delete_whole(work, item)
        elif any(mention["stage"] == Stage.DECIDED.value for mention in here):
            bring_status(work, item.id, withdrawn=True)
    return work.changes()


def _delete_whole(work: Step, item: Item) -> None:
    for deadline in work.rows("deadline", owner_id=item.id):
        _delete_ties(work, item_id=deadline["id"])
        delete_item_rows(work, deadline["id"], ItemKind.DEADLINE)
    _delete_ties(work, item_id=item.id)
    delete_item_rows(work, item.id, item.kind)


def _delete_ties(work: Step, **owner: str) -> None:
    for tie in work.rows("tie", **owner):
        delete_tie(work, tie)


def items_in(desk: Desk, letter_id: str) -> list[Item]:
    """Return everything tagged in a letter, in reading order."""
    return items.items_of_letter(desk.register, letter_id)
