"""A tick that shows for a moment that a field has been saved."""

from PySide6.QtCore import QPointF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

FLASH_MS = 1400


class SavedMark(QWidget):
    """A small tick that appears at once and fades."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(12, 12))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.strength = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FLASH_MS)
        self._fade.setKeyValues([(0.0, 1.0), (0.6, 1.0), (1.0, 0.0)])
        self._fade.valueChanged.connect(self._on_value)

    def flash(self) -> None:
        """Show the tick."""
        self._fade.stop()
        self._on_value(1.0)
        self._fade.start()

    def _on_value(self, value: float) -> None:
        self.strength = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tick as strong as it still is."""
        if self.strength <= 0:
            return
        colour = QColor(self.palette().color(QPalette.ColorRole.Link))
        colour.setAlphaF(min(1.0, self.strength))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([QPointF(2, 6.5), QPointF(5, 9.5), QPointF(10.5, 3)])
        painter.end()
