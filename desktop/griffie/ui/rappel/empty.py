"""What stands where the lists would be: that nothing is due, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.dates import format_date
from griffie.domain.rappel import RappelQuestion
from griffie.ui.rappel.pane import grouped


class EmptyRound(QWidget):
    """A title, an advice, and buttons for what may help.

    Signals:
        clear_requested: chamber, ministry and committee no longer limit.
        undated_requested: show what has no date.
    """

    clear_requested = Signal()
    undated_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: RappelQuestion | None = None
        self._limited, self._undated = False, 0
        self.title, self.advice = QLabel(), QLabel()
        self.clear_button, self.undated_button = QPushButton(), QPushButton()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.title.setFont(font)
        self.advice.setProperty("role", "muted")
        self.advice.setWordWrap(True)
        self.advice.setMinimumWidth(460)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.clear_button, self.undated_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self.title, self.advice):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(3)
        self.clear_button.clicked.connect(self.clear_requested)
        self.undated_button.clicked.connect(self.undated_requested)

    def show_state(self, question: RappelQuestion, *, limited: bool, undated: int) -> None:
        """Say that nothing is due; `undated` open items have no date."""
        self._question, self._limited, self._undated = question, limited, undated
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        if self._question is None:
            return
        on, until = (format_date(day, current_language()) for day in (self._question.on, self._question.until))
        self.title.setText(_("Nothing is due"))
        text = _("No term has passed on {on}, and none ends on or before {until}.").format(on=on, until=until)
        if self._undated:
            more = ngettext("{n} open item has no date.", "{n} open items have no date.", self._undated)
            text = f"{text} {more.format(n=grouped(self._undated))}"
        self.advice.setText(text)
        self.clear_button.setText(_("All chambers, ministries and committees"))
        self.clear_button.setVisible(self._limited)
        self.undated_button.setText(_("Show what has no date"))
        self.undated_button.setVisible(self._undated > 0)
