"""Two columns beside one another where there is room, else one below the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from griffie.ui.panel.look import label_width

WIDEST = 1480
"""Logical pixels: beyond this lines of text are too long to be read."""
BETWEEN = 32


class Columns(QWidget):
    """A left and a right column; both take the keys, so that F6 can go from one to the other.

    Signals:
        turned: they stand beside one another now, or below.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = QWidget(), QWidget()
        self._inner = QWidget()
        self._inner.setMaximumWidth(WIDEST)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inner)
        self._box.setContentsMargins(16, 8, 16, 24)
        self._box.setSpacing(BETWEEN)
        for column in (self.left, self.right):
            column.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            lines = QVBoxLayout(column)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(16)
            self._box.addWidget(column, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._inner, 1)

    @property
    def side_by_side(self) -> bool:
        """True while the columns stand beside one another."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def add(self, left: list[QWidget], right: list[QWidget]) -> None:
        """Fill the columns from top to bottom."""
        for column, widgets in ((self.left, left), (self.right, right)):
            lines = column.layout()
            assert isinstance(lines, QVBoxLayout)
            for widget in widgets:
                lines.addWidget(widget)
            lines.addStretch(1)

    def insert_right(self, position: int, widget: QWidget) -> None:
        """Put a further part into the right column."""
        lines = self.right.layout()
        assert isinstance(lines, QVBoxLayout)
        lines.insertWidget(position, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: as many columns as the width has room for."""
        super().resizeEvent(event)
        needed = 2 * (label_width() + 300) + BETWEEN
        wide = event.size().width() >= needed
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._box.direction():
            self._box.setDirection(direction)
            self._box.setSpacing(BETWEEN if wide else 16)
            self._box.setStretchFactor(self.left, 1 if wide else 0)  # what is left over goes below both
            self.turned.emit()
