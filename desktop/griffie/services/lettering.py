"""What a clerk does with a letter as a whole: its header, its list, its place in the window, its end."""

from collections.abc import Callable, Mapping
from typing import Any

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.fields import Field, letter_field
from griffie.domain.letter import Letter
from griffie.domain.values import parse_value
from griffie.services.desk import Desk
from griffie.store.columns import to_column
from griffie.store.forgetting import forget as forget_in_store
from griffie.store.items import has_ruled_deadlines
from griffie.store.steps import Step, step

_CHILD_COLUMNS: dict[str, Callable[[Any], dict[str, str]]] = {
    "senders": lambda s: {"function": s.function, "ministry": s.ministry, "person": s.person},
    "dossiers": lambda d: {"number": d.number, "suffix": d.suffix},
    "committees": lambda name: {"name": name},
}
_FOLLOWED = frozenset({"date", "chamber"})
"""Fields by which the reader's rules date deadlines: those that nobody has edited follow in the same step."""
_LINES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "senders": ("sender_line", lambda s: s.function or s.person or s.ministry),
    "dossiers": ("dossier_line", str),
}


def field_of_letter(name: str) -> Field:
    """Return a field of the letter that a clerk may change.

    Raises:
        UserError: there is none of that name.
    """
    field = letter_field(name)
    if field is None or not field.editable:
        raise UserError(_("A letter has no field {name}.").format(name=name))
    return field


def set_letter_field(desk: Desk, letter_id: str, name: str, value: Any) -> Changes:
    """Give a field of a letter a value of its type (see domain.fields); one step.

    Raises:
        UserError: no such letter or field, or the register cannot be written.
    """
    return set_letter_fields(desk, letter_id, {name: value})


def set_letter_fields(desk: Desk, letter_id: str, values: Mapping[str, Any]) -> Changes:
    """Give several fields of a letter their values, all in one step; else as `set_letter_field`."""
    letter, fields = desk.letter(letter_id), [field_of_letter(name) for name in values]
    label = N_("Change {field} of {number}") if len(fields) == 1 else N_("Change {number}")
    names: dict[str, Any] = {"field": fields[0].label} if len(fields) == 1 else {}
    with step(desk.register, desk.who, label, number=letter.number, **names) as work:
        for field in fields:
            _write(work, letter, field, values[field.name])
        _follow(work, desk, letter, values)
    return work.changes()


def _follow(work: Step, desk: Desk, letter: Letter, values: Mapping[str, Any]) -> None:
    if not _FOLLOWED & set(values) or not has_ruled_deadlines(desk.register, letter.id):
        return
    from griffie.services.moving import follow_header  # brings the reader's rules along, which no start needs

    follow_header(work, desk, letter, values)


def _write(work: Step, letter: Letter, field: Field, value: Any) -> None:
    if field.table == "letter":
        work.update("letter", letter.id, {field.name: to_column(value)})
    elif value != getattr(letter, field.name):
        rows = [_CHILD_COLUMNS[field.name](part) for part in value]
        work.replace_children(field.table, "letter_id", letter.id, rows)
        if field.name in _LINES:
            column, text = _LINES[field.name]
            work.update("letter", letter.id, {column: "; ".join(text(part) for part in value)})


def type_letter_field(desk: Desk, letter: Letter, name: str, typed: str) -> Changes:
    """Check what was typed into a field of a letter and keep it.

    Raises:
        InvalidValueError: the text does not fit the field; the message is the hint.
    """
    return type_letter_fields(desk, letter, {name: typed})


def type_letter_fields(desk: Desk, letter: Letter, typed: Mapping[str, str]) -> Changes:
    """Check what was typed into several fields of a letter and keep all of it in one step, or nothing.

    Raises:
        InvalidValueError: a text does not fit its field; the message is the hint.
    """
    values: dict[str, Any] = {}
    for name, text in typed.items():
        field = field_of_letter(name)
        values[name] = parse_value(field, text, reference=letter.date)
        if field.required and values[name] in (None, "", ()):
            raise InvalidValueError(_("This field cannot be empty."))
    return set_letter_fields(desk, letter.id, values)


def forget(desk: Desk, letter_id: str) -> Changes:
    """Delete a letter for good: PDF, text, items and their history; the one thing that cannot be undone.

    A motion that other letters mention, and items of other letters, stay.
    """
    letter = desk.letter(letter_id)
    return forget_in_store(desk.register, letter.id, letter.number, desk.who)
