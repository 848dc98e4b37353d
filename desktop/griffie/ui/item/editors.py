"""Editors of the sheet that no declared field has: a choice with words of its own, and free text that is looked up."""

from collections.abc import Callable, Mapping
from typing import Any

from griffie.base.i18n import N_, _
from griffie.domain.fields import Field, FieldType
from griffie.services import looking
from griffie.services.desk import Desk
from griffie.ui.panel.fields.choice import ChoiceEditor
from griffie.ui.panel.fields.completion import Answer, Ask
from griffie.ui.panel.fields.day import DateEditor
from griffie.ui.panel.fields.line import LineEditor
from griffie.ui.panel.fields.long_text import LongTextEditor
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.texts import FieldText
from griffie.ui.tasks import Lane

DAY = Field("on_date", FieldType.DATE, N_("Date"), "progress")
REMARKS = Field("remarks", FieldType.LONG_TEXT, N_("Remarks"), "settlement")


class WordsEditor(ChoiceEditor):
    """A choice of which the words are given."""

    def __init__(self, words: Mapping[Any, str]) -> None:
        self._words = dict(words)
        super().__init__(words, required=True)

    def retranslate(self) -> None:
        """Ask for the words again."""
        for index, word in enumerate(self._words.values()):
            self.box.setItemText(index, _(word))


class PlainText:
    """The texts of a line that is kept as it is typed."""

    def shown(self, value: Any) -> str:
        """Return the text."""
        return str(value or "")

    def typed(self, value: Any) -> str:
        """Return the text."""
        return str(value or "")

    def parse(self, text: str) -> Any:
        """Return the text on one line."""
        return " ".join(text.split())


def choice_row(name: str, label: str, words: Mapping[Any, str]) -> FieldRow:
    """Return a row for a choice; its value is the code."""
    return FieldRow(name, label, WordsEditor(words), PlainText())


def line_row(name: str, label: str, ask: Ask | None = None) -> FieldRow:
    """Return a row for a line of text, which completes where `ask` finds something."""
    return FieldRow(name, label, LineEditor(ask=ask), PlainText())


def day_row(name: str, label: str) -> FieldRow:
    """Return a row for a day in any form of the trade."""
    texts = FieldText(DAY, _no_reference)
    return FieldRow(name, label, DateEditor(texts.parse), texts)


def remarks_row() -> FieldRow:
    """Return a row for a text of several lines."""
    return FieldRow(REMARKS.name, REMARKS.label, LongTextEditor(), FieldText(REMARKS, _no_reference))


def asker(reads: Lane, desk: Desk, look_up: Callable[[Desk, str], list[str]]) -> Ask:
    """Return what completes a line from the register, off the GUI thread."""

    def ask(typed: str, answer: Answer) -> None:
        reads.run(lambda: look_up(desk, typed), answer)

    return ask


def bodies_like(desk: Desk, typed: str) -> list[str]:
    """Return committees that begin so."""
    return looking.completions(desk, "committee", typed)


def _no_reference() -> None:
    return None
