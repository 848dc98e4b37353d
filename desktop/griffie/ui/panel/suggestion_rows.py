"""The fields of a suggestion, to be corrected before it is accepted: nothing is kept until the item is made."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import N_
from griffie.domain.fields import ITEM_FIELDS, item_field
from griffie.domain.kinds import ItemKind
from griffie.domain.periods import DateRange
from griffie.domain.reading import NO_RANGE, Suggestion
from griffie.domain.values import empty_value, format_value, parse_value
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.fields.line import LineEditor
from griffie.ui.panel.kind_form import ORIGIN_FIELDS, TERM
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.texts import TermText

LATER = (*ORIGIN_FIELDS, "status", "status_word", "vote", "judgement", "execution", "promised_to", "ministry",
         "date_from", "date_to", "precision")  # fmt: skip
"""Fields that no reader fills in, or that the row of the term stands for; the item's own form has them."""
WITH_TERM = (ItemKind.COMMITMENT, ItemKind.REQUEST, ItemKind.DEADLINE)


class SuggestionRows(QWidget):
    """The rows of one kind.

    Signals:
        keep_requested: Ctrl+Enter.
        abandoned: Esc.
    """

    keep_requested = Signal()
    abandoned = Signal()

    def __init__(self, kind: ItemKind, factory: RowFactory) -> None:
        super().__init__()
        self.kind = kind
        self.rows: dict[str, FieldRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for field in ITEM_FIELDS[kind]:
            if field.name not in LATER:
                layout.addWidget(self._add(factory.row(field)))
                if field.name == "phrase":
                    layout.addWidget(self._add(self._term_row(factory)))
        if kind in WITH_TERM and TERM not in self.rows:
            layout.insertWidget(2, self._add(self._term_row(factory)))

    def _term_row(self, factory: RowFactory) -> FieldRow:
        return FieldRow(TERM, N_("Term"), LineEditor(), TermText(factory.reference))

    def _add(self, row: FieldRow) -> FieldRow:
        self.rows[row.name] = row
        row.only_checks = True
        row.page_requested.connect(self.abandoned)
        row.next_requested.connect(self.keep_requested)
        return row

    def fill(self, suggestion: Suggestion) -> None:
        """Show what the reader filled in."""
        for name, row in self.rows.items():
            if name == TERM:
                deadline = suggestion.deadline
                row.fill(deadline.date_range if deadline is not None else NO_RANGE)
            else:
                row.fill(self._value(name, suggestion.fields.get(name, "")))

    def _value(self, name: str, typed: str) -> Any:
        field = item_field(self.kind, name)
        assert field is not None
        try:
            return parse_value(field, typed)
        except InvalidValueError:  # filled in wrongly: the clerk sees an empty field
            return empty_value(field)

    def edits(self) -> dict[str, str]:
        """Return by field what the clerk typed over what was filled in.

        Raises:
            InvalidValueError: a field cannot take its text; its row says so and has the focus.
        """
        found: dict[str, str] = {}
        for name, row in self.rows.items():
            if not row.editor.changed:
                continue
            if not row.keep():
                row.editor.setFocus()
                raise InvalidValueError(row.hint.text())
            text = row.editor.typed_text()
            found |= range_edits(row.texts.parse(text)) if name == TERM else {name: text}
        return found

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.rows.values())).editor.setFocus()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for row in self.rows.values():
            row.retranslate()


def range_edits(found: DateRange) -> dict[str, str]:
    """Return a typed term as the three fields of a deadline."""
    values = {"date_from": found.date_from, "date_to": found.date_to, "precision": found.precision}
    edits = {}
    for name, value in values.items():
        field = item_field(ItemKind.DEADLINE, name)
        assert field is not None
        edits[name] = format_value(field, value)
    return edits
