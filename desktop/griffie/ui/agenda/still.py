"""A picture of what does not change while something is dragged over it, or while only a part is painted anew."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class Still:
    """Keeps the picture of a widget until it is told that it is out of date."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._picture: QPixmap | None = None

    def drop(self) -> None:
        """Paint anew: something has changed."""
        self._picture = None
        self._widget.update()

    def paint(self, painter: QPainter, draw: Callable[[QPainter], None]) -> None:
        """Put the picture on the widget; `draw` makes it where there is none, or of another size."""
        ratio = self._widget.devicePixelRatioF()
        size = self._widget.size() * ratio
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            inside = QPainter(self._picture)
            inside.setFont(self._widget.font())
            draw(inside)
            inside.end()
        painter.drawPixmap(0, 0, self._picture)
