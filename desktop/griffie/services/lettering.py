"""What a clerk does with a letter as a whole: its header, its list, its place in the window, its end."""

from collections.abc import Callable
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
from griffie.store.steps import step

_CHILD_COLUMNS: dict[str, Callable[[Any], dict[str, str]]] = {
    "senders": lambda s: {"function": s.function, "ministry": s.ministry, "person": s.person},
    "dossiers": lambda d: {"number": d.number, "suffix": d.suffix},
    "committees": lambda name: {"name": name},
}
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
    letter, field = desk.letter(letter_id), field_of_letter(name)
    label = N_("Change {field} of {number}")
    with step(desk.register, desk.who, label, field=field.label, number=letter.number) as work:
        if field.table == "letter":
            work.update("letter", letter.id, {name: to_column(value)})
        elif value != getattr(letter, name):
            rows = [_CHILD_COLUMNS[name](part) for part in value]
            work.replace_children(field.table, "letter_id", letter.id, rows)
            if name in _LINES:
                column, text = _LINES[name]
                work.update("letter", letter.id, {column: "; ".join(text(part) for part in value)})
    return work.changes()


def type_letter_field(desk: Desk, letter: Letter, name: str, typed: str) -> Changes:
    """Check what was typed into a field of a letter and keep it.

    Raises:
        InvalidValueError: the text does not fit the field; the message is the hint.
    """
    field = field_of_letter(name)
    value = parse_value(field, typed, reference=letter.date)
    if field.required and value in (None, "", ()):
        raise InvalidValueError(_("This field cannot be empty."))
    return set_letter_field(desk, letter.id, name, value)


def forget(desk: Desk, letter_id: str) -> Changes:
    """Delete a letter for good: PDF, text, items and their history; the one thing that cannot be undone.

    A motion that other letters mention, and items of other letters, stay.
    """
    letter = desk.letter(letter_id)
    return forget_in_store(desk.register, letter.id, letter.number, desk.who)
