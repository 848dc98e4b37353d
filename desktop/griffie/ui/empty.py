"""What stands in the place of an empty view: a title, an advice, and a button that leads out of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

ADVICE_WIDTH = 440


class EmptyState(QWidget):
    """The three parts in the middle of the room; a view fills in the words and says what the button does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.advice, self.button = QLabel(), QLabel(), QPushButton()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.title.setFont(font)
        self.advice.setProperty("role", "muted")
        self.advice.setWordWrap(True)
        self.advice.setMinimumWidth(ADVICE_WIDTH)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self.title, self.advice, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addStretch(3)
