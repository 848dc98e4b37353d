"""From typed text to the value of a field and back: panel, command line and imports read and write this way.

`format_value` is for machines (ISO dates, codes) and is read back by `parse_value`; `show_value` is for people.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, cast
from urllib.parse import urlsplit

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _, current_language
from griffie.domain.choices import choice_of
from griffie.domain.dates import format_date, parse_date
from griffie.domain.fields import Field, FieldType
from griffie.domain.kinds import WORDS
from griffie.domain.letter import Dossier
from griffie.domain.numbers import normal_number
from griffie.domain.papers import parse_dossier, parse_dossiers
from griffie.domain.people import format_people, format_senders, parse_people, parse_senders
from griffie.domain.plain import clean_line, clean_text, fold

YES: Final = frozenset({"ja", "j", "yes", "y", "true", "waar", "1", "x"})
NO: Final = frozenset({"nee", "n", "no", "false", "onwaar", "0"})
LONGEST_ADDRESS: Final = 2000


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed into which field, and what its dates are measured from."""

    field: Field
    text: str
    reference: date | None
    today: date | None


def parse_value(field: Field, text: str, *, reference: date | None = None, today: date | None = None) -> Any:
    """Return the value that `text` gives to `field`.

    Args:
        field: one of the declared fields.
        text: as typed; empty text is the empty value: None, False, "" or ().
        reference: what a date without a year is measured from, usually the date of the letter.
        today: what "vandaag" means; the machine's own day when left out.

    Returns:
        By type of field: date, member of the choices, bool, tuple of Person, Sender, Dossier or str, or str.

    Raises:
        InvalidValueError: the field cannot take it; text and advice are the hint to show beside the field.
    """
    if not text.strip():
        if field.required:
            raise InvalidValueError(_("{label} cannot be empty.").format(label=_(field.label)))
        return empty_value(field)
    return _PARSERS[field.field_type](_Typed(field, text, reference, today))


def empty_value(field: Field) -> Any:
    """Return the value of a field that nothing was typed into."""
    return _EMPTY.get(field.field_type, "")


def format_value(field: Field, value: Any) -> str:
    """Return a value in the form for machines; `parse_value` gives it back unchanged."""
    if value is None or value == ():
        return ""
    if field.field_type is FieldType.FLAG:
        return "yes" if value else "no"
    return _FORMATS.get(field.field_type, str)(value)


def show_value(field: Field, value: Any) -> str:
    """Return a value as people read it, in the language in force."""
    if value is None or value == () or value == "":
        return ""
    if field.field_type is FieldType.DATE:
        return format_date(value, current_language())
    if field.field_type is FieldType.CHOICE:
        return _(WORDS.get(value, str(value)))
    if field.field_type is FieldType.FLAG:
        return _("yes") if value else _("no")
    if field.field_type in (FieldType.PEOPLE, FieldType.SENDERS):
        return "; ".join(str(one).replace(" | ", ", ") for one in value)
    return format_value(field, value)


def _date(typed: _Typed) -> date:
    ahead = typed.field.table == "deadline"
    return parse_date(typed.text, reference=typed.reference, today=typed.today, ahead=ahead)


def _choice(typed: _Typed) -> StrEnum:
    choices = typed.field.choices
    if choices is None:
        raise ValueError(typed.field.name)
    found = choice_of(choices, typed.text)
    if found is None:
        raise InvalidValueError(
            _("“{text}” is not one of the choices of {label}.").format(
                text=typed.text.strip()[:40], label=_(typed.field.label)
            ),
            _("Choose from: {words}.").format(words=", ".join(_(WORDS.get(m, m.value)) for m in choices)),
        )
    return found


def _flag(typed: _Typed) -> bool:
    asked = fold(typed.text)
    if asked in YES or asked in NO:
        return asked in YES
    raise InvalidValueError(
        _("“{text}” is neither yes nor no.").format(text=typed.text.strip()[:40]), _("Type ja or nee.")
    )


def _dossier(typed: _Typed) -> str:
    found = parse_dossier(typed.text)
    if found.suffix:
        raise InvalidValueError(
            _("“{text}” has a suffix.").format(text=typed.text.strip()[:40]),
            _("The suffix {suffix} has a field of its own.").format(suffix=found.suffix),
        )
    return found.number


def _texts(typed: _Typed) -> tuple[str, ...]:
    found = (clean_line(piece) for piece in re.split(r"[;\n]", typed.text))
    return tuple(dict.fromkeys(piece for piece in found if piece))


def _address(typed: _Typed) -> str:
    """Only the web, and no name or password before the host: "https://tweedekamer.nl@evil.example" deceives."""
    address = clean_line(typed.text)
    if address.casefold().startswith("www."):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
        parts.port  # noqa: B018  raises where it is no number
    except ValueError:
        usable = False
    if not usable or " " in address or "\\" in address or len(address) > LONGEST_ADDRESS:
        raise InvalidValueError(
            _("“{text}” is not a web address.").format(text=address[:60]),
            _("It begins with https:// or http:// and holds no spaces."),
        )
    return address


_PARSERS: Final[dict[FieldType, Callable[[_Typed], Any]]] = {
    FieldType.TEXT: lambda typed: clean_line(typed.text),
    FieldType.LONG_TEXT: lambda typed: clean_text(typed.text),
    FieldType.DATE: _date,
    FieldType.CHOICE: _choice,
    FieldType.FLAG: _flag,
    FieldType.PEOPLE: lambda typed: parse_people(typed.text),
    FieldType.SENDERS: lambda typed: parse_senders(typed.text),
    FieldType.DOSSIERS: lambda typed: parse_dossiers(typed.text),
    FieldType.DOSSIER: _dossier,
    FieldType.TEXTS: _texts,
    FieldType.ADDRESS: _address,
    FieldType.NUMBER: lambda typed: normal_number(typed.field.form, typed.text),
}
_EMPTY: Final[dict[FieldType, Any]] = {
    FieldType.DATE: None,
    FieldType.CHOICE: None,
    FieldType.FLAG: False,
    FieldType.PEOPLE: (),
    FieldType.SENDERS: (),
    FieldType.DOSSIERS: (),
    FieldType.TEXTS: (),
}


def _list_of_dossiers(value: Any) -> str:
    return "; ".join(str(dossier) for dossier in cast("tuple[Dossier, ...]", value))


_FORMATS: Final[dict[FieldType, Callable[[Any], str]]] = {
    FieldType.DATE: lambda value: cast("date", value).isoformat(),
    FieldType.CHOICE: lambda value: cast("StrEnum", value).value,
    FieldType.PEOPLE: format_people,
    FieldType.SENDERS: format_senders,
    FieldType.DOSSIERS: _list_of_dossiers,
    FieldType.TEXTS: lambda value: "; ".join(value),
}
