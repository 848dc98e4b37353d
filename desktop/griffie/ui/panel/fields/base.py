"""What all editors share: the stored text and the typed one, the keys that keep, restore and go on."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

ROW = 28
"""Height of a field of one line, in logical pixels."""

_STAYING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons for which the focus comes back: nothing has been left."""


class FieldEditor(QWidget):
    """One control with its stored value in two texts: as read (while it rests) and as typed (while it has the focus).

    Signals:
        edited: the user has changed the text.
        entered: Enter was pressed, or a choice was made.
        left: the focus has gone elsewhere; True where a key took it away.
        escaped: Esc was pressed; True where there was something to restore.
        next_requested: Ctrl+Enter was pressed.
    """

    edited = Signal()
    entered = Signal()
    left = Signal(bool)
    escaped = Signal(bool)
    next_requested = Signal()

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._shown = ""
        self._stored = ""
        self._read_only = False
        self._resting = True
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(control, 1)
        self.setFocusProxy(control)
        control.installEventFilter(self)

    @property
    def row(self) -> QHBoxLayout:
        """The line that the control stands in, for a button beside it."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        return layout

    @property
    def changed(self) -> bool:
        """True where the text is not the stored one."""
        return not self._resting and self.text() != self._stored

    def set_stored(self, shown: str, typed: str) -> None:
        """Take over the stored value and show it."""
        self._shown, self._stored = shown, typed
        self._resting = not self.control.hasFocus()
        self.put_text(shown if self._resting else typed)

    def remember(self, shown: str, typed: str) -> None:
        """Take over the stored value without touching what is being typed."""
        self._shown, self._stored = shown, typed

    def restore(self) -> None:
        """Show the stored value again."""
        self.set_stored(self._shown, self._stored)

    def type_text(self, text: str) -> None:
        """Put a text in as if it had been typed."""
        self._resting = False
        self.put_text(text)

    def set_typing(self) -> None:
        """The text is being typed now, however the keys came here."""
        self._resting = False

    def typed_text(self) -> str:
        """Return what would be kept."""
        return self._stored if self._resting else self.text()

    def text(self) -> str:
        """Return what the control shows."""
        raise NotImplementedError

    def put_text(self, text: str) -> None:
        """Show a text in the control."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied only."""
        self._read_only = read_only
        self.control.setProperty("readOnly", read_only)

    def set_invalid(self, invalid: bool) -> None:
        """Mark the text as one that cannot be kept."""
        if bool(self.control.property("invalid")) != invalid:
            self.control.setProperty("invalid", invalid)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)

    def set_name(self, name: str) -> None:
        """Give the control the name that a screen reader says."""
        self.control.setAccessibleName(name)

    def retranslate(self) -> None:
        """Ask for the texts again; most editors have none of their own."""

    def undoes_itself(self, *, redo: bool) -> bool:
        """Tell whether Ctrl+Z (or redo) is the control's own at the moment."""
        return self.changed or (redo and self.can_redo())

    def can_redo(self) -> bool:
        """Tell whether the control has something typed to redo."""
        return False

    def wants_newline(self, _event: QKeyEvent) -> bool:
        """Tell whether Enter is a new line here."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the control's focus and keys."""
        if watched is not self.control:
            return super().eventFilter(watched, event)
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self._begin()
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._end(event.reason())
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if self._resting:
            self._resting = False
            if self.text() != self._stored:
                self.put_text(self._stored)

    def _end(self, reason: Qt.FocusReason) -> None:
        if reason in _STAYING:
            return
        self.left.emit(reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason))
        if not self.changed:
            self._resting = True
            if self.text() != self._shown:
                self.put_text(self._shown)

    def _claim(self, event: QKeyEvent) -> bool:
        """Say which keys are the field's own, before the window's shortcuts get them."""
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == _CTRL_Y
        if undo or redo:
            own = self.undoes_itself(redo=redo)
            event.setAccepted(own)
            return True
        if event.key() in _OWN_KEYS or (event.text().isprintable() and event.text() and not _commanding(event)):
            event.accept()
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit(self.changed)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.next_requested.emit()
                return True
            if not self.wants_newline(event):
                self.entered.emit()
                return True
        return False


_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL_Y = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


def _commanding(event: QKeyEvent) -> bool:
    held = event.modifiers()
    return bool(held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)) or (
        held == Qt.KeyboardModifier.AltModifier
    )
