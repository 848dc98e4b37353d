"""A value on one line, with completion of what is being typed where the register knows more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from griffie.ui.panel.fields.base import ROW, FieldEditor
from griffie.ui.panel.fields.completion import Ask, Completion

LONG = 24
"""Characters; a longer value may be cut off, and shows whole under the pointer."""


class LineEditor(FieldEditor):
    """A line edit. With `ask` it completes; with `listing` it completes each part of an "a; b" list by itself.

    Signals:
        (those of FieldEditor)
    """

    def __init__(self, *, ask: Ask | None = None, listing: bool = False, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(self.line, parent)
        self.line.setMinimumHeight(ROW)
        self.line.textEdited.connect(self._on_typed)
        self._completion = Completion(self.line, ask, listing) if ask is not None else None
        if self._completion is not None:
            self._completion.completed.connect(self.edited)
            self._completion.passed_over.connect(self.entered)

    def _on_typed(self) -> None:
        self.set_typing()
        self.edited.emit()

    def text(self) -> str:
        """Return what the line shows."""
        return self.line.text()

    def put_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self.line.setText(text)
        self.line.setToolTip(text if len(text) > LONG else "")
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)

    def set_read_only(self, read_only: bool) -> None:
        """Let the line be read and copied only."""
        super().set_read_only(read_only)
        self.line.setReadOnly(read_only)

    def set_placeholder(self, text: str) -> None:
        """Show an example while the line is empty."""
        self.line.setPlaceholderText(text)

    def can_redo(self) -> bool:
        """Tell whether something typed was undone."""
        return self.line.isRedoAvailable()


class AddressEditor(LineEditor):
    """A web address with a button that asks for it to be opened.

    Signals:
        open_requested: the stored address.
    """

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        from griffie.ui.panel.buttons import OpenButton

        super().__init__(parent=parent)
        self.button = OpenButton(self)
        self.button.clicked.connect(self._on_open)
        self.row.addWidget(self.button)

    def remember(self, shown: str, typed: str) -> None:
        """Take over the address; without one there is nothing to open."""
        super().remember(shown, typed)
        self.button.setEnabled(bool(typed))

    def set_stored(self, shown: str, typed: str) -> None:
        """Take over the address; without one there is nothing to open."""
        super().set_stored(shown, typed)
        self.button.setEnabled(bool(typed))

    def retranslate(self) -> None:
        """Ask for the button's text again."""
        self.button.retranslate()

    def _on_open(self) -> None:
        self.open_requested.emit(self._stored)
