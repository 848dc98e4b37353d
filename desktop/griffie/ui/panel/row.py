"""One field in a form: label, editor, hint, and the reason that some changes ask for. Knows when to keep what."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import _
from griffie.ui.panel.fields.base import ROW, FieldEditor
from griffie.ui.panel.look import SMALL, label, label_width
from griffie.ui.panel.reason import ReasonLine
from griffie.ui.panel.saved_mark import SavedMark
from griffie.ui.panel.texts import ValueText

GAP = 16
"""Between label and editor, in logical pixels; the tick of a saved field stands there."""


class FieldRow(QWidget):
    """A field of a letter or an item. Leaving it or Enter asks the form to keep it; Esc restores what is stored.

    Signals:
        keep_requested: this row, the typed text and the reason ("" where none is asked).
        page_requested: Esc with nothing to restore.
        next_requested: Ctrl+Enter, after asking to keep.
    """

    keep_requested = Signal(object, str, str)
    page_requested = Signal()
    next_requested = Signal()

    def __init__(self, name: str, label_text: str, editor: FieldEditor, texts: ValueText) -> None:
        super().__init__()
        self.name = name
        self.editor = editor
        self.texts = texts
        self.only_checks = False  # a row of an item that is still to be made: nothing to keep it in yet
        self.asks_reason: Callable[[], bool] = _never
        self._label_text = label_text
        self._value: Any = None
        self._keeping: str | None = None
        self._filled = False  # before the first value there is nothing to keep
        self.caption = QLabel()
        self.caption.setWordWrap(True)
        self.caption.setProperty("role", "muted")
        self.caption.setFixedWidth(label_width())
        self.caption.setBuddy(editor.control)
        self.hint = label("hint", factor=SMALL)
        self.hint.hide()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addWidget(self.hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self.caption.setMinimumHeight(ROW)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.caption.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)

    def put_at_end(self, widget: QWidget) -> None:
        """Put a small widget behind the field."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.editor.entered.connect(self._on_entered)
        self.editor.left.connect(self._on_left)
        self.editor.escaped.connect(self._on_escaped)
        self.editor.edited.connect(self._on_edited)
        self.editor.next_requested.connect(self._on_next)

    def label_text(self) -> str:
        """Return the label in the language in force."""
        return _(self._label_text)

    def retranslate(self) -> None:
        """Ask for the texts again; a resting value is shown in the new language."""
        text = self.label_text()
        self.caption.setText(text)
        self.editor.set_name(text)
        self.editor.retranslate()
        if self.asking:
            self.reason.retranslate()
        if not self.open:
            self.editor.set_stored(self.texts.shown(self._value), self.texts.typed(self._value))

    def sizeHint(self) -> QSize:
        """Return a hint that lets the panel be narrow."""
        return QSize(240, super().sizeHint().height())

    @cached_property
    def reason(self) -> ReasonLine:
        """The line for a reason, made when one is first asked for."""
        line = ReasonLine()
        line.hide()
        line.given.connect(self._on_reason)
        line.dropped.connect(self._on_dropped)
        self._column.addWidget(line)
        return line

    @cached_property
    def saved(self) -> SavedMark:
        """The tick between label and editor, made when something is first saved."""
        mark = SavedMark(self)
        mark.show()
        return mark

    @property
    def asking(self) -> bool:
        """True while a reason is asked for."""
        return "reason" in self.__dict__ and not self.reason.isHidden()

    @property
    def open(self) -> bool:
        """True while something is typed that is not stored: being edited, refused, waiting for a reason or kept."""
        waiting = self._keeping is not None or self.asking
        return self._filled and (waiting or self.editor.changed)

    @property
    def draft(self) -> str | None:
        """What was typed and is neither stored nor on its way."""
        return self.editor.typed_text() if self.open and self._keeping is None else None

    def fill(self, value: Any, draft: str | None = None) -> None:
        """Show a value of another item; `draft` is what had been typed there and could not be kept."""
        self._value, self._keeping, self._filled = value, None, True
        self._close_reason()
        self._show_hint("")
        self.editor.set_stored(self.texts.shown(value), self.texts.typed(value))
        if draft is not None:
            self.editor.type_text(draft)
            self._check(draft, by_key=False)

    def refresh(self, value: Any) -> None:
        """Show the value as it is now; what is being typed stays."""
        self._value = value
        shown, typed = self.texts.shown(value), self.texts.typed(value)
        if self.open:
            self.editor.remember(shown, typed)
        else:
            self._show_hint("")
            self.editor.set_stored(shown, typed)

    def keep(self, *, by_key: bool = False) -> bool:
        """Ask to keep what is typed, or say why it cannot be kept; False where something is left to do."""
        if self._keeping is not None or not self._filled:
            return True
        if not self.editor.changed:
            self._close_reason()
            self._show_hint("")
            return True
        return self._check(self.editor.text(), by_key=by_key)

    def _check(self, text: str, *, by_key: bool) -> bool:
        try:
            value = self.texts.parse(text)
        except InvalidValueError as error:
            self._close_reason()
            self._show_hint(str(error))
            return False
        self._show_hint("")
        if self.only_checks:
            return True
        if value == self._value and self.texts.typed(value) == self.texts.typed(self._value):
            self.editor.restore()
            return True
        if self.asks_reason():
            if not self.asking:
                self.reason.begin(take_focus=by_key)
            return False
        self._ask_to_keep(text, "")
        return True

    def _ask_to_keep(self, text: str, reason: str) -> None:
        self._keeping = text
        self.keep_requested.emit(self, text, reason)

    def kept(self) -> None:
        """The text is stored: show it in its proper form and say so quietly."""
        text, self._keeping = self._keeping, None
        if text is None:
            return
        typed_on = self.editor.typed_text() != text
        self._value = self.texts.parse(text)
        shown, typed = self.texts.shown(self._value), self.texts.typed(self._value)
        self._close_reason()
        self._show_hint("")
        if typed_on:
            self.editor.remember(shown, typed)
        else:
            self.editor.set_stored(shown, typed)
        self.place_mark()
        self.saved.flash()

    def refuse(self, error: UserError) -> None:
        """The text could not be stored: keep it in sight with the reason."""
        self._keeping = None
        self._show_hint(str(error))

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read only."""
        self.editor.set_read_only(read_only)

    def _show_hint(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        self.editor.set_invalid(bool(text))
        self.editor.control.setAccessibleDescription(text)

    def _close_reason(self) -> None:
        if not self.asking:
            return
        had_focus = self.reason.line.hasFocus()
        self.reason.hide()
        if had_focus:
            self.editor.setFocus()

    def _on_entered(self) -> None:
        self.keep(by_key=True)

    def _on_left(self, by_key: bool) -> None:
        if not self.asking:
            self.keep(by_key=by_key)

    def _on_edited(self) -> None:
        if not self.editor.changed:
            self._close_reason()
        if not self.hint.isHidden():
            self._show_hint("")

    def _on_escaped(self, changed: bool) -> None:
        if not self.only_checks and (changed or not self.hint.isHidden()):
            self._restore()
        else:
            self.page_requested.emit()

    def _on_next(self) -> None:
        if self.keep(by_key=True):
            self.next_requested.emit()

    def _on_reason(self, reason: str) -> None:
        text = self.editor.text()
        try:
            self.texts.parse(text)
        except InvalidValueError as error:  # typed over while the reason was asked for
            self._close_reason()
            self._show_hint(str(error))
        else:
            self._ask_to_keep(text, reason)

    def _on_dropped(self) -> None:
        self._close_reason()
        self._restore()

    def _restore(self) -> None:
        self._close_reason()
        self._show_hint("")
        self.editor.restore()

    def place_mark(self) -> None:
        """Put the tick between label and editor."""
        self.saved.move(self.caption.geometry().right() + 3, (ROW - self.saved.height()) // 2)
        self.saved.raise_()

    def resizeEvent(self, event: Any) -> None:
        """Keep the tick beside the label."""
        super().resizeEvent(event)
        if "saved" in self.__dict__:
            self.place_mark()


def _never() -> bool:
    return False
