"""What stands where there is nothing to show: what it is, and what to do first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.ui.panel.look import label


class Notice(QWidget):
    """A calm text in the middle: one line that says what, one that says what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = label(bold=True)
        self.advice = label("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(1)
        for part in (self.what, self.advice):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        layout.addStretch(2)

    def say(self, what: str, advice: str) -> None:
        """Show another text."""
        self.what.setText(what)
        self.advice.setText(advice)
        self.setAccessibleName(f"{what} {advice}".strip())
