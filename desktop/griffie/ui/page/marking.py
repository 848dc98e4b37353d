"""Paints highlights, selections and found words over a page. Everything multiplies, so that text stays readable.

Painters count device pixels of the whole view; `ratio` is device pixels per logical pixel, for widths of lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QRegion, QTransform

from griffie.domain.kinds import ItemKind
from griffie.domain.page import Quad
from griffie.ui.page.colours import PageColours, on_paper, wash
from griffie.ui.page.geometry import Matrix, corners
from griffie.ui.page.highlights import PageMark

FIRST_LANE = 14  # logical pixels from the text to the left edge of the first mark in the margin
NEAREST_EDGE = 3  # and the least that is left to the edge of the page
LANE = 9
DASHES = [3.0, 2.0]
LEVEL_PT = 0.01
WASH = 0.22
WASH_HOVERED = 0.34


@dataclass(frozen=True, slots=True)
class MarkState:
    """How a mark stands out at the moment."""

    selected: bool = False
    hovered: bool = False


def qtransform(matrix: Matrix) -> QTransform:
    """Return our matrix as Qt's."""
    return QTransform(*matrix)


def outline_of(quads: Iterable[Quad], matrix: Matrix, grow: float = 0.0) -> QPainterPath:
    """Return the outline around all quads in pixels, grown by some pixels; lines that touch become one shape."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    transform = qtransform(matrix)
    for quad in quads:
        polygon = transform.map(QPolygonF([QPointF(x, y) for x, y in corners(quad)]))
        if grow:
            polygon = QPolygonF(polygon.boundingRect().adjusted(-grow, -grow, grow, grow))
        part = QPainterPath()
        part.addPolygon(polygon)
        part.closeSubpath()
        path = path.united(part) if grow else _with(path, part)
    return path.simplified() if grow else path


def _with(path: QPainterPath, part: QPainterPath) -> QPainterPath:
    path.addPath(part)
    return path


def fill_quads(painter: QPainter, quads: Iterable[Quad], matrix: Matrix, colour: QColor) -> None:
    """Lay a colour over quads without darkening the text below, nor twice where two lines touch."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    quads = list(quads)
    if all(map(_is_upright, quads)):
        region = QRegion()
        transform = qtransform(matrix)
        for quad in quads:
            region += transform.mapRect(QRectF(QPointF(quad[0], quad[1]), QPointF(quad[6], quad[7]))).toRect()
        for rect in region:  # type: ignore[attr-defined]  # the stubs forget that a region can be walked
            painter.fillRect(rect, colour)
    else:
        painter.fillPath(outline_of(quads, matrix), colour)
    painter.restore()


def _is_upright(quad: Quad) -> bool:
    """Tell whether a quad is a rectangle along the axes, at any of the four turns."""
    level = abs(quad[1] - quad[3]) < LEVEL_PT and abs(quad[0] - quad[4]) < LEVEL_PT
    return level or (abs(quad[0] - quad[2]) < LEVEL_PT and abs(quad[1] - quad[5]) < LEVEL_PT)


def paint_mark(painter: QPainter, mark: PageMark, matrix: Matrix, ratio: float, theme: PageColours) -> None:
    """Paint one highlight's words; `paint_margin` does the margin."""
    _paint_words(painter, mark, matrix, ratio, on_paper(theme.kind_colours[mark.highlight.kind]), WASH)


def paint_hovered(painter: QPainter, mark: PageMark, matrix: Matrix, ratio: float, theme: PageColours) -> None:
    """Paint the highlight under the pointer a little stronger."""
    _paint_words(painter, mark, matrix, ratio, on_paper(theme.kind_colours[mark.highlight.kind]), WASH_HOVERED)


def _paint_words(
    painter: QPainter, mark: PageMark, matrix: Matrix, ratio: float, colour: QColor, strength: float
) -> None:
    if mark.highlight.suggested:
        if strength > WASH:
            fill_quads(painter, mark.quads, matrix, wash(colour, WASH / 2))
        pen = QPen(colour, 1.4 * ratio, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(DASHES)
        painter.strokePath(outline_of(mark.quads, matrix, 0.5 * ratio), pen)
    else:
        fill_quads(painter, mark.quads, matrix, wash(colour, strength))
        if mark.highlight.needs_review:
            _hatch(painter, mark, matrix, colour)


def _hatch(painter: QPainter, mark: PageMark, matrix: Matrix, colour: QColor) -> None:
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillPath(outline_of(mark.quads, matrix), QBrush(wash(colour, 0.6), Qt.BrushStyle.BDiagPattern))
    painter.restore()


def paint_frame(painter: QPainter, mark: PageMark, matrix: Matrix, ratio: float, theme: PageColours) -> None:
    """Paint the clear frame of the selected highlight."""
    path = outline_of(mark.quads, matrix, 1.5 * ratio)
    colour = on_paper(theme.kind_colours[mark.highlight.kind])
    painter.strokePath(path, QPen(colour, 2 * ratio, j=Qt.PenJoinStyle.RoundJoin))


def margin_rect(mark: PageMark, upright: Matrix, ratio: float, text_left: float) -> QRectF:
    """Return where a mark stands in the margin: beside its lines, in its lane, left of the text.

    `upright` takes page points to pixels of the page as the document has it, before the viewer turned it; `text_left`
    is how far from the page's edge the text begins there, in pixels.
    """
    _, top, _, bottom = mark.displayed_box(upright)
    left = max(text_left - (FIRST_LANE + mark.lane * LANE) * ratio, NEAREST_EDGE * ratio)
    return QRectF(left, top, 6 * ratio, max(bottom - top, 9 * ratio))


def paint_margin(painter: QPainter, mark: PageMark, rect: QRectF, ratio: float, theme: PageColours) -> None:
    """Paint a mark in the margin: each kind has a shape of its own, suggestions the same shape in dashes."""
    colour = on_paper(theme.kind_colours[mark.highlight.kind])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.2 * ratio)
    if mark.highlight.suggested:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if mark.highlight.suggested else QBrush(colour))
    SHAPES[mark.highlight.kind](painter, rect, ratio)
    painter.restore()


def _solid_bar(painter: QPainter, rect: QRectF, ratio: float) -> None:
    painter.drawRect(QRectF(rect.left() + ratio, rect.top(), 4 * ratio, rect.height()))


def _double_bar(painter: QPainter, rect: QRectF, ratio: float) -> None:
    for x in (0.0, 4.0):
        painter.drawRect(QRectF(rect.left() + x * ratio, rect.top(), 1.4 * ratio, rect.height()))


def _clock(painter: QPainter, rect: QRectF, ratio: float) -> None:
    """A dial with hands; the bar below it says how far the words go."""
    middle, radius = QPointF(rect.left() + 3 * ratio, rect.top() + 5 * ratio), 4.2 * ratio
    if rect.height() > 22 * ratio:
        painter.drawLine(QLineF(middle.x(), middle.y() + radius, middle.x(), rect.bottom()))
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawEllipse(middle, radius, radius)
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawLine(QLineF(middle, middle + QPointF(0, -2.6 * ratio)))
    painter.drawLine(QLineF(middle, middle + QPointF(2.0 * ratio, 0.8 * ratio)))


def _arrow(painter: QPainter, rect: QRectF, ratio: float) -> None:
    """A head that points to the words, on a thin stem."""
    left, top = rect.left(), rect.top()
    painter.drawPolygon(
        QPolygonF([QPointF(left, top), QPointF(left + 6 * ratio, top + 4.5 * ratio), QPointF(left, top + 9 * ratio)])
    )
    painter.drawLine(QLineF(left, top, left, rect.bottom()))


SHAPES = {
    ItemKind.COMMITMENT: _solid_bar,
    ItemKind.MOTION: _double_bar,
    ItemKind.DEADLINE: _clock,
    ItemKind.REQUEST: _arrow,
}
