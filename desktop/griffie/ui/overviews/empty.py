"""What stands where an overview would be: how items come into the register, or that nothing fits the limits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from griffie.base.i18n import _


class EmptyOverview(QWidget):
    """A title, an advice and, where limits are in the way, a button that takes them away.

    Signals:
        clear_requested: every limit is to go.
    """

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limited = False
        self.title, self.advice, self.button = QLabel(), QLabel(), QPushButton()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.title.setFont(font)
        self.advice.setProperty("role", "muted")
        self.advice.setWordWrap(True)
        self.advice.setMinimumWidth(420)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self.title, self.advice, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addStretch(3)
        self.button.clicked.connect(self.clear_requested)

    def explain(self, *, limited: bool) -> None:
        """Say that nothing fits (`limited`), or how something comes to be counted."""
        self._limited = limited
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        if self._limited:
            self.title.setText(_("Nothing found"))
            self.advice.setText(_("Try another kind, period or chamber."))
        else:
            self.title.setText(_("Nothing to count yet"))
            self.advice.setText(
                _("Open a letter and accept what Griffie suggests, or tag words yourself: it all comes together here.")
            )
        self.button.setText(_("Count everything"))
        self.button.setVisible(self._limited)
