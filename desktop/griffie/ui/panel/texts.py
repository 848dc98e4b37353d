"""What a value looks like in a field: as it is read, as it is typed, and what the typed text means."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from griffie.domain.fields import Field, FieldType
from griffie.domain.item import Deadline
from griffie.domain.kinds import Precision
from griffie.domain.papers import split_paper
from griffie.domain.periods import DateRange, parse_range
from griffie.domain.values import format_value, parse_value, show_value
from griffie.ui.panel.terms import term_text

Reference = Callable[[], date | None]
"""Gives the date that a day without a year is measured from: the letter's."""


class ValueText(Protocol):
    """How the value of one field is shown, typed and read."""

    def shown(self, value: Any) -> str:
        """Return the value as people read it."""

    def typed(self, value: Any) -> str:
        """Return the value as it would be typed; `parse` gives it back."""

    def parse(self, text: str) -> Any:
        """Return the value that was typed; raises InvalidValueError with the hint to show."""


class FieldText:
    """The texts of a declared field."""

    def __init__(self, field: Field, reference: Reference) -> None:
        self._field = field
        self._reference = reference

    def shown(self, value: Any) -> str:
        """Return the value as people read it."""
        return show_value(self._field, value)

    def typed(self, value: Any) -> str:
        """Return the value as it would be typed: a date in words, all else in its plain form."""
        if self._field.field_type is FieldType.DATE:
            return show_value(self._field, value)
        return format_value(self._field, value)

    def parse(self, text: str) -> Any:
        """Return the value; a whole citation in the field of a motion's dossier gives its digits.

        Raises:
            InvalidValueError: the field cannot take it.
        """
        if self._field.field_type is FieldType.DOSSIER and (parts := split_paper(text)):
            return parts["dossier"]
        return parse_value(self._field, text, reference=self._reference())


class TermText:
    """The texts of a deadline's whole range: "Q1 2027", "voor 1 mei 2026"."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def shown(self, value: Any) -> str:
        """Return the range as people read it."""
        return term_text(value) if value is not None else ""

    def typed(self, value: Any) -> str:
        """Return the range as it would be typed."""
        return term_text(value) if value is not None else ""

    def parse(self, text: str) -> Any:
        """Return the DateRange.

        Raises:
            InvalidValueError: it is no range.
        """
        if not text.strip():
            return DateRange(None, None, Precision.NONE)
        return parse_range(text, reference=self._reference())


def range_of(deadline: Deadline) -> DateRange:
    """Return the range that a deadline has now."""
    return DateRange(deadline.date_from, deadline.date_to, deadline.precision)
