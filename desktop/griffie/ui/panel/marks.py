"""The mark of a kind, small enough for a card or a button: the same four shapes as in the margin of the page."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from griffie.domain.kinds import ItemKind

MARK = 12
"""Side of the square that a mark is drawn in, in logical pixels."""


def paint_mark(painter: QPainter, kind: ItemKind, left: float, top: float, colour: QColor) -> None:
    """Paint the mark of a kind in a square of MARK pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour)
    _SHAPES[kind](painter, colour)
    painter.restore()


def mark_icon(kind: ItemKind, colour: QColor, ratio: float) -> QIcon:
    """Return the mark as an icon for a screen with `ratio` device pixels to a logical one."""
    pixmap = QPixmap(QSize(MARK, MARK) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, kind, 0, 0, colour)
    painter.end()
    return QIcon(pixmap)


def _bar(painter: QPainter, colour: QColor) -> None:
    painter.fillRect(QRectF(4, 0, 4, MARK), colour)


def _double_bar(painter: QPainter, colour: QColor) -> None:
    painter.fillRect(QRectF(3, 0, 2, MARK), colour)
    painter.fillRect(QRectF(7, 0, 2, MARK), colour)


def _clock(painter: QPainter, _colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(6, 6), 5, 5)
    painter.drawPolyline([QPointF(6, 3.2), QPointF(6, 6), QPointF(8, 7.4)])


def _arrow(painter: QPainter, _colour: QColor) -> None:
    painter.drawLine(QLineF(3, 1, 3, 11))
    painter.drawPolygon(QPolygonF([QPointF(3, 1), QPointF(9.5, 4.2), QPointF(3, 7.4)]))


_SHAPES: dict[ItemKind, Callable[[QPainter, QColor], None]] = {
    ItemKind.COMMITMENT: _bar,
    ItemKind.MOTION: _double_bar,
    ItemKind.DEADLINE: _clock,
    ItemKind.REQUEST: _arrow,
}
