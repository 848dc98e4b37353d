"""The buttons on a suggestion's card, for the mouse; keys and screen readers have the list and the form below it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from griffie.base.i18n import _
from griffie.ui.panel.look import SMALL, sized

HEIGHT = 26
"""Logical pixels of the line of buttons."""


class CardActions(QWidget):
    """Accept and leave out, laid over the last line of a card.

    Signals:
        accept_requested, dismiss_requested: id of the suggestion.
    """

    accept_requested = Signal(str)
    dismiss_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.suggestion_id = ""
        self.accept, self.dismiss = QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.accept, self.dismiss):
            button.setFont(sized(SMALL))
            button.setFixedHeight(HEIGHT - 2)
            button.setStyleSheet("QPushButton { min-height: 0; padding: 1px 10px; }")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the list keeps the keys
            button.setCursor(Qt.CursorShape.ArrowCursor)
            row.addWidget(button)
        row.addStretch(1)
        self.accept.clicked.connect(lambda: self.accept_requested.emit(self.suggestion_id))
        self.dismiss.clicked.connect(lambda: self.dismiss_requested.emit(self.suggestion_id))
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.accept.setText(_("Accept"))
        self.dismiss.setText(_("Leave out"))
        for button in (self.accept, self.dismiss):
            button.setAccessibleName(button.text())

    def show_on(self, suggestion_id: str, card: QRect) -> None:
        """Stand on a card, given its line of buttons in the viewport; nowhere without an id."""
        self.suggestion_id = suggestion_id
        if suggestion_id:
            self.setGeometry(card)
        self.setVisible(bool(suggestion_id))
