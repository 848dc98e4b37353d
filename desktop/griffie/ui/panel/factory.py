"""The editor that fits a field: one class for each way of typing."""

from collections.abc import Callable

from griffie.domain.fields import Field, FieldType
from griffie.services import looking
from griffie.ui.panel.fields.base import FieldEditor
from griffie.ui.panel.fields.choice import ChoiceEditor, FlagEditor
from griffie.ui.panel.fields.completion import Answer, Ask
from griffie.ui.panel.fields.day import DateEditor
from griffie.ui.panel.fields.line import AddressEditor, LineEditor
from griffie.ui.panel.fields.long_text import LongTextEditor
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.texts import FieldText, Reference
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

LISTS = (FieldType.PEOPLE, FieldType.SENDERS, FieldType.DOSSIERS, FieldType.TEXTS)
"""Typed as "a; b"."""


class RowFactory:
    """Makes the rows of a form; completions come from the register through `reads`."""

    def __init__(self, place: Workplace, reads: Lane, reference: Reference) -> None:
        self._place = place
        self.reads = reads
        self.reference = reference

    def row(self, field: Field) -> FieldRow:
        """Return the row of a field."""
        texts = FieldText(field, self.reference)
        return FieldRow(field.name, field.label, self.editor(field, texts), texts)

    def editor(self, field: Field, texts: FieldText) -> FieldEditor:
        """Return an editor that fits the field."""
        if field.field_type is FieldType.CHOICE and field.choices is not None:
            return ChoiceEditor(field.choices, required=field.required)
        if field.field_type is FieldType.DATE:
            return DateEditor(texts.parse)
        made: dict[FieldType, Callable[[], FieldEditor]] = {
            FieldType.FLAG: FlagEditor,
            FieldType.LONG_TEXT: LongTextEditor,
            FieldType.ADDRESS: AddressEditor,
        }
        if field.field_type in made:
            return made[field.field_type]()
        return LineEditor(ask=self._asker(field.name), listing=field.field_type in LISTS)

    def _asker(self, name: str) -> Ask:
        def ask(typed: str, answer: Answer) -> None:
            self.reads.run(lambda: looking.completions(self._place.desk, name, typed), answer)

        return ask
