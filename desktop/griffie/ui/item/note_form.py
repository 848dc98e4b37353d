"""The form of a dated line about an item: a note, an interim message to the Chamber, what a body decided."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.fields import Field, FieldType
from griffie.domain.following import PROGRESS_WORDS, Progress, ProgressKind
from griffie.services import choosing, following
from griffie.ui.item.editors import asker, bodies_like, choice_row, day_row, line_row
from griffie.ui.item.part import Hands
from griffie.ui.panel.fields.line import LineEditor
from griffie.ui.panel.fields.long_text import LongTextEditor
from griffie.ui.panel.look import SMALL, label
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.texts import FieldText

TEXT = Field("text", FieldType.LONG_TEXT, N_("How it stands"), "progress")


class NoteForm(QWidget):
    """Rows and two buttons; of a line that is there only its words and its day can be changed.

    Signals:
        kept: it is in the register.
        abandoned: Esc, or the button.
    """

    kept = Signal()
    abandoned = Signal()

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._item_id = ""
        self.note: Progress | None = None
        desk, reads = hands.place.desk, hands.reads
        text = FieldRow(TEXT.name, TEXT.label, LongTextEditor(), FieldText(TEXT, _no_reference))
        made = (
            text,
            day_row("on_date", N_("Date")),
            choice_row("kind", N_("Kind"), PROGRESS_WORDS),
            line_row("letter", N_("By letter"), asker(reads, desk, choosing.letters_like)),
            line_row("body", N_("Decided by"), asker(reads, desk, bodies_like)),
        )
        self.rows = {row.name: row for row in made}
        self.error = label("hint", factor=SMALL)
        self.error.hide()
        self.keep_button, self.drop_button = QPushButton(), QPushButton()
        self.keep_button.setProperty("primary", True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.drop_button, self.keep_button):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.error)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.only_checks = True
            row.page_requested.connect(self.abandoned)
            row.next_requested.connect(self.keep)
        self.rows["kind"].editor.edited.connect(self._show_fitting)
        self.keep_button.clicked.connect(self.keep)
        self.drop_button.clicked.connect(self.abandoned)

    def begin(self, item_id: str, note: Progress | None = None, *, draft: str = "") -> None:
        """Show an empty form for an item, one with a `draft`, or a line of it to be changed."""
        self._item_id, self.note = item_id, note
        self.rows["text"].fill(note.text if note is not None else "")
        self.rows["on_date"].fill(note.on_date if note is not None else dt.date.today())
        self.rows["kind"].fill((note.kind if note is not None else ProgressKind.NOTE).value)
        self.rows["letter"].fill("")
        self.rows["body"].fill(note.body if note is not None else "")
        self.keep_button.setEnabled(True)
        self.say("")
        self._show_fitting()
        if draft:
            self.rows["text"].editor.type_text(draft)
        else:
            self.rows["text"].editor.setFocus()

    def _show_fitting(self) -> None:
        kind = self.rows["kind"].editor.typed_text()
        self.rows["kind"].setVisible(self.note is None)
        self.rows["letter"].setVisible(self.note is None and kind == ProgressKind.INTERIM)
        self.rows["body"].setVisible(self.note is None and kind == ProgressKind.RULING)

    def keep(self) -> None:
        """Keep what is typed, or say why it cannot be kept."""
        if not self.keep_button.isEnabled():
            return
        try:
            write = self._write()
        except InvalidValueError as error:
            self.say(str(error))
            return
        self.say("")
        self.keep_button.setEnabled(False)
        self._hands.keeper.keep(write, self._on_kept, self._on_refused)

    def _write(self) -> Callable[[], Changes]:
        values = {name: row.texts.parse(row.editor.typed_text()) for name, row in self.rows.items()}
        if not values["text"].strip():
            self.rows["text"].editor.setFocus()
            raise InvalidValueError(_("Say how it stands."))
        desk, item_id, note = self._hands.place.desk, self._item_id, self.note
        text, day = values["text"], values["on_date"] or dt.date.today()
        if note is not None:
            return lambda: following.change_progress(desk, note.id, text, day)
        kind = ProgressKind(values["kind"])
        letter = values["letter"] if kind is ProgressKind.INTERIM else ""
        body = values["body"] if kind is ProgressKind.RULING else ""

        def write() -> Changes:
            letter_id = choosing.letter_of(desk, letter).id if letter else None
            return following.add_progress(desk, item_id, text, on_date=day, kind=kind, body=body, letter_id=letter_id)

        return write

    def _on_kept(self, _found_id: str) -> None:
        self.keep_button.setEnabled(True)
        self.kept.emit()

    def _on_refused(self, error: UserError) -> None:
        self.keep_button.setEnabled(True)
        self.say(str(error))

    def say(self, text: str) -> None:
        """Show why something cannot be kept."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for row in self.rows.values():
            row.retranslate()
        editor = self.rows["letter"].editor
        assert isinstance(editor, LineEditor)
        editor.set_placeholder(_("Number, or words of the letter"))
        self.keep_button.setText(_("Record"))
        self.keep_button.setToolTip(_("Ctrl+Enter"))
        self.drop_button.setText(_("Cancel"))
        self.drop_button.setToolTip(_("Esc"))


def _no_reference() -> None:
    return None
