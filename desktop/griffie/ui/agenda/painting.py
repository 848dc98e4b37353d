"""How lines, headings and signs of the agenda are drawn: colour and shape together say how near a deadline is."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from griffie.domain.agenda import Entry
from griffie.domain.kinds import ItemKind
from griffie.ui.panel.marks import MARK, paint_mark
from griffie.ui.theme import Theme

TALL_PX = 32
"""A chip of this height has two rows."""
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
KEPT_TEXTS = 4_000
_ELIDED: dict[tuple[str, str, int], str] = {}
SIGN = 10
"""Side of the square that a sign of nearness is drawn in."""


def near_colour(nearness: str, theme: Theme) -> QColor:
    """Return the colour of the words that say how near a deadline is."""
    return {"late": theme.error, "near": theme.warning}.get(nearness, theme.muted)


def paint_sign(painter: QPainter, nearness: str, left: float, middle: float, colour: QColor) -> None:
    """Paint the sign of nearness around `middle`: late a full diamond, near a half disc, far a ring, closed a tick."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    box = QRectF(left + 1, middle - SIGN / 2 + 1, SIGN - 2, SIGN - 2)
    centre = box.center()
    if nearness == "late":
        painter.setBrush(colour)
        half = SIGN / 2
        painter.drawPolygon(
            QPolygonF([centre + QPointF(0, -half), centre + QPointF(half, 0), centre + QPointF(0, half),
                       centre + QPointF(-half, 0)])
        )  # fmt: skip
    elif nearness == "near":
        painter.drawEllipse(box)
        painter.setBrush(colour)
        painter.drawPie(box, 90 * 16, 180 * 16)
    elif nearness == "far":
        painter.drawEllipse(box)
    elif nearness == "closed":
        points = (QPointF(-4, 0), QPointF(-1, 3), QPointF(4, -3.5))
        painter.drawPolyline([centre + point for point in points])
    painter.restore()


def paint_kind(painter: QPainter, kind: ItemKind, left: float, middle: float, theme: Theme) -> None:
    """Paint the mark of a kind around `middle`, in its colour."""
    paint_mark(painter, kind, left, middle - MARK / 2, theme.kind_colours[kind])


def paint_heading(
    painter: QPainter, area: QRect, theme: Theme, *, text: str, count: str, is_open: bool, current: bool, late: bool
) -> None:
    """Paint the heading of a group: a tip that points down or to the right, its words, how many lines it has."""
    painter.save()
    painter.fillRect(area, theme.selection if current else theme.window)
    painter.setPen(theme.hairline)
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.selection_text if current else theme.muted
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    x, y = area.left() + 16.0, area.center().y() + 0.5
    tip = [QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]
    if not is_open:
        tip = [QPointF(x - 2, y - 4), QPointF(x + 2, y), QPointF(x - 2, y + 4)]
    painter.drawPolyline(tip)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.selection_text if current else theme.error if late else theme.text)
    left = area.left() + 30
    width = painter.fontMetrics().horizontalAdvance(text)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRect(left, area.top(), area.width() - left, area.height()), flags, text)
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(theme.selection_text if current else theme.muted)
    painter.drawText(QRect(left + width + 12, area.top(), 200, area.height()), flags, count)
    painter.restore()


def paint_chip(
    painter: QPainter, area: QRectF, entry: Entry, theme: Theme, *, title: str, nearness: str, current: bool,
) -> None:  # fmt: skip
    """Paint a line as it fits a day: mark of the kind, number, title, with an edge and a sign that say how near.

    Where there is room for two rows the title has one to itself.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.6 if nearness == "closed" else 1.0)
    edge = theme.accent if current else near_colour(nearness, theme) if nearness in ("late", "near") else theme.hairline
    painter.setPen(QPen(edge, 1.6 if current else 1.0))
    painter.setBrush(theme.selection if current else theme.surface)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    row = area.height() if area.height() < TALL_PX else area.height() / 2
    middle = area.top() + row / 2
    paint_kind(painter, entry.kind, area.left() + 4, middle, theme)
    left = area.left() + 4 + MARK + 4
    if nearness in ("late", "near", "closed"):
        paint_sign(painter, nearness, area.right() - SIGN - 4, middle, near_colour(nearness, theme))
    signed = SIGN + 4 if nearness in ("late", "near", "closed") else 0
    painter.setPen(theme.selection_text if current else theme.text)
    tall = row < area.height()
    draw_elided(
        painter, QRectF(left, area.top(), area.right() - left - 3 - signed, row),
        entry.number if tall else f"{entry.number} {title}",
    )  # fmt: skip
    if tall:
        draw_elided(painter, QRectF(area.left() + 6, area.top() + row - 2, area.width() - 10, row), title)
    painter.restore()


def draw_elided(painter: QPainter, room: QRectF, text: str) -> None:
    """Draw one row of text, with dots where it is too long."""
    painter.drawText(room, LEFT, elided(painter, text, int(room.width())))


def elided(painter: QPainter, text: str, width: int) -> str:
    """Return a text as it fits a width; the same is asked for at each repaint, and so kept."""
    key = (painter.font().key(), text, width)
    found = _ELIDED.get(key)
    if found is None:
        if len(_ELIDED) >= KEPT_TEXTS:
            _ELIDED.clear()
        found = _ELIDED[key] = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
    return found
