"""Text of several lines that grows with what it holds: Enter keeps it, Shift+Enter makes a new line, Tab goes on."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from griffie.ui.panel.fields.base import ROW, FieldEditor

MOST_LINES = 8
"""Longer texts scroll."""


class GrowingText(QPlainTextEdit):
    """A plain text edit as high as its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)

    def sizeHint(self) -> QSize:
        """Return the size of one to MOST_LINES lines."""
        lines = max(1, min(MOST_LINES, int(self.document().size().height())))
        frame = 10  # border and padding of the style sheet, above and below
        return QSize(120, max(ROW, lines * self.fontMetrics().lineSpacing() + frame))

    def minimumSizeHint(self) -> QSize:
        """Return the same: never lower than the text."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower panel wraps into more lines."""
        super().resizeEvent(event)
        self._on_size()

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._on_size()

    def _on_size(self) -> None:
        lines = int(self.document().size().height())
        scrolls = lines > MOST_LINES
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if scrolls else off)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()


class LongTextEditor(FieldEditor):
    """A text of several lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.area = GrowingText()
        super().__init__(self.area, parent)
        self._putting = False
        self.area.textChanged.connect(self._on_changed)

    def text(self) -> str:
        """Return what the area shows."""
        return self.area.toPlainText()

    def put_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self._putting = True
        self.area.setPlainText(text)
        self._putting = False

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read and copied only."""
        super().set_read_only(read_only)
        self.area.setReadOnly(read_only)

    def can_redo(self) -> bool:
        """Tell whether something typed was undone."""
        return self.area.document().isRedoAvailable()

    def wants_newline(self, event: QKeyEvent) -> bool:
        """Shift+Enter is a new line."""
        return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def _on_changed(self) -> None:
        if not self._putting:
            self.set_typing()
            self.edited.emit()
