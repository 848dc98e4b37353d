"""The rows of a new item of one kind: checked as they are left, kept only when the item is made."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import N_
from griffie.domain.fields import ITEM_FIELDS, Field, FieldType
from griffie.domain.item import Item
from griffie.domain.kinds import ItemKind, Origin, Status
from griffie.domain.papers import split_paper
from griffie.domain.periods import DateRange
from griffie.domain.values import empty_value
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.fields.choice import ChoiceEditor
from griffie.ui.panel.fields.line import LineEditor
from griffie.ui.panel.kind_form import ORIGIN_FIELDS, TERM
from griffie.ui.panel.owner_line import OwnerLine
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.texts import FieldText, TermText

_IN_THE_TERM = ("date_from", "date_to", "precision", "no_date")
_STARTS = {"origin": Origin.DEBATE, "status": Status.OPEN}
_ORIGINS = (Origin.DEBATE, Origin.REGISTER, Origin.TYPED)


class NewRows(QWidget):
    """The rows of one kind; where it comes from stands first, because there are no words on a page to say it.

    Signals:
        create_requested: Ctrl+Enter.
        abandoned: Esc.
    """

    create_requested = Signal()
    abandoned = Signal()

    def __init__(self, kind: ItemKind, factory: RowFactory) -> None:
        super().__init__()
        self.kind = kind
        self.rows: dict[str, FieldRow] = {}
        self._fields: dict[str, Field] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.owner = OwnerLine() if kind is ItemKind.DEADLINE else None
        if self.owner is not None:
            layout.addWidget(self.owner)
        fields = [field for field in ITEM_FIELDS[kind] if field.name not in _IN_THE_TERM]
        for field in sorted(fields, key=lambda field: field.name not in ORIGIN_FIELDS):
            layout.addWidget(self._add(self._row(field, factory)))
            self._fields[field.name] = field
            if field.name == "phrase":
                layout.addWidget(self._add(FieldRow(TERM, N_("Term"), LineEditor(), TermText(factory.reference))))

    def _row(self, field: Field, factory: RowFactory) -> FieldRow:
        if field.name == "origin":
            texts = FieldText(field, factory.reference)
            return FieldRow(field.name, field.label, ChoiceEditor(_ORIGINS, required=True), texts)
        return factory.row(field)

    def _add(self, row: FieldRow) -> FieldRow:
        self.rows[row.name] = row
        row.only_checks = True
        row.page_requested.connect(self.abandoned)
        row.next_requested.connect(self.create_requested)
        return row

    def begin(self, items: Sequence[Item], owner_id: str | None, *, with_letter: bool) -> None:
        """Empty every row; without a letter there is nothing that a letter could do with a motion."""
        if self.owner is not None:
            self.owner.begin(items, owner_id)
        for name, row in self.rows.items():
            row.fill(self._start(name))
        if "role" in self.rows:
            self.rows["role"].setVisible(with_letter)

    def take_over(self, other: "NewRows") -> None:
        """Put in what was typed into rows of the same name."""
        for name, row in self.rows.items():
            if name in other.rows and other.rows[name].editor.changed:
                row.editor.type_text(other.rows[name].editor.typed_text())

    def values(self) -> tuple[dict[str, Any], str | None]:
        """Return the values of what was typed, and the item that a deadline belongs to.

        Raises:
            InvalidValueError: a field cannot take its text; the row says so and has the focus.
        """
        found: dict[str, Any] = {}
        for name, row in self.rows.items():
            text = row.editor.typed_text()
            if not row.keep():
                row.editor.setFocus()
                raise InvalidValueError(row.hint.text())
            if self._fields.get(name) and self._fields[name].field_type is FieldType.DOSSIER:
                found |= {part: value for part, value in (split_paper(text) or {}).items() if value}
            value = row.texts.parse(text)
            if name == "origin" or value != self._start(name):
                found.setdefault(name, value)
        term = found.pop(TERM, None)
        if isinstance(term, DateRange):
            found |= {"date_from": term.date_from, "date_to": term.date_to, "precision": term.precision}
        return found, self.owner.owner_id if self.owner is not None else None

    def retranslate(self) -> None:
        """Ask for the texts again."""
        if self.owner is not None:
            self.owner.retranslate()
        for row in self.rows.values():
            row.retranslate()

    def focus_first(self) -> None:
        """Put the cursor into the first field that is typed: summary, dossier, phrase."""
        first = next(name for name in self._fields if name not in ORIGIN_FIELDS)
        self.rows[first].editor.setFocus()

    def _start(self, name: str) -> Any:
        if name == TERM:
            return TermText(_no_reference).parse("")
        return _STARTS.get(name, empty_value(self._fields[name]))


def _no_reference() -> None:
    return None
