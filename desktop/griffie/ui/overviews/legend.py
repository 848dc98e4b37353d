"""What the patterns of the bars mean: a small field of each with its name, on as many lines as that takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

FIELD, GAP, APART, LINE, MARGIN, FOOT = 12, 6, 16, 20, 12, 8


@dataclass(frozen=True)
class Entry:
    """A name and how its bars are filled and lined."""

    name: str
    brush: QBrush
    pen: QPen


class Legend(QWidget):
    """The names of the bars; QtCharts' own cuts them short where they do not fit on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self._text, self._ground = QColor(), QColor()

    def show_entries(self, entries: Sequence[Entry], text: QColor, ground: QColor) -> None:
        """Show other names, in the colours of a theme; one alone needs no explanation."""
        self.entries = tuple(entries) if len(entries) > 1 else ()
        self._text, self._ground = text, ground
        self.setAccessibleName(", ".join(entry.name for entry in self.entries))
        self.fit(self.width())
        self.update()

    def fit(self, width: int) -> None:
        """Be as high as the names take in this width, in pixels."""
        lowest = max((place.y() for _entry, place in self._places(width)), default=-LINE)
        self.setFixedHeight(lowest + LINE + (FOOT if self.entries else 0))

    def _places(self, width: int) -> Iterator[tuple[Entry, QPoint]]:
        left, top = MARGIN, 0
        for entry in self.entries:
            room = FIELD + GAP + self.fontMetrics().horizontalAdvance(entry.name)
            if left > MARGIN and left + room > width - MARGIN:
                left, top = MARGIN, top + LINE
            yield entry, QPoint(left, top)
            left += room + APART

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: paint the fields and names."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        for entry, place in self._places(self.width()):
            field = QRect(place.x(), place.y() + (LINE - FIELD) // 2, FIELD, FIELD)
            painter.setPen(entry.pen)
            painter.setBrush(entry.brush)
            painter.drawRect(field.adjusted(0, 0, -1, -1))
            painter.setPen(self._text)
            name = QRect(field.right() + GAP, place.y(), self.width(), LINE)
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.name)
        painter.end()
