"""The small line under a deadline's date that asks why it moves."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.ui.panel.fields.base import ROW
from griffie.ui.panel.look import SMALL, label


class ReasonLine(QWidget):
    """Asks for a reason in place.

    Signals:
        given: Enter was pressed; the reason, never empty.
        dropped: Esc was pressed.
    """

    given = Signal(str)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMinimumHeight(ROW)
        self.line.installEventFilter(self)
        self.asked = label("muted", factor=SMALL)
        self.asked.setBuddy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.asked)
        layout.addWidget(self.line)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.asked.setText(_("Not saved yet. Why does the deadline move?"))
        self.line.setPlaceholderText(_("Reason, then Enter"))
        self.line.setAccessibleName(_("Reason why the deadline moves"))

    def begin(self, *, take_focus: bool) -> None:
        """Show the line, empty."""
        self.line.clear()
        self.show()
        if take_focus:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc are the line's own."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._on_key(event.key())
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif reason := self.line.text().strip():
            self.given.emit(reason)
        else:
            self.asked.setText(_("A deadline that had a date moves only with a reason. Say why it moves."))


_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
