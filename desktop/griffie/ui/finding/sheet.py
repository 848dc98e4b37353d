"""A sheet that lies over the window: its place in the upper middle, and its soft shadow."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from griffie.ui.place import Workplace

SHADOW = 12
WIDEST, HIGHEST = 860, 640
MARGIN = 24
ROUND = 8


class Sheet(QWidget):
    """A widget over its parent, which it follows when that is made larger or smaller."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._under = place, parent
        self.setContentsMargins(SHADOW + 1, SHADOW + 1, SHADOW + 1, SHADOW + 1)
        parent.installEventFilter(self)
        self.hide()

    def settle(self) -> None:
        """Take the upper middle of the parent."""
        room = self._under.size()
        width = min(WIDEST, room.width() - 2 * MARGIN)
        height = min(HIGHEST, room.height() * 3 // 4)
        left, top = (room.width() - width) // 2, room.height() // 10
        self.setGeometry(left - SHADOW, top - SHADOW, width + 2 * SHADOW, height + 2 * SHADOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the size of the parent."""
        if watched is self._under and event.type() is QEvent.Type.Resize and self.isVisible():
            self.settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the ground, its edge, and a shadow that grows fainter outwards."""
        theme = self._place.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 16 if theme.dark else 8))
        sheet = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        for spread in range(SHADOW - 2, 0, -2):
            painter.drawRoundedRect(
                sheet.adjusted(-spread, 2 - spread, spread, spread + 2), ROUND + spread, ROUND + spread
            )
        painter.setPen(QPen(theme.hairline if theme.dark else theme.page_edge, 1))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
