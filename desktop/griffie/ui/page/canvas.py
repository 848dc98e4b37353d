"""Paints the ground, the pages and everything that lies on them. Keeps no state of its own beyond caches of paths."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from griffie.domain.page import Box, Quad
from griffie.ui.page.colours import PageColours, on_paper
from griffie.ui.page.geometry import Edge, Matrix, PageFrame, PageStack, apply, scaled, turn_matrix, turned_size
from griffie.ui.page.highlights import Highlights, PageMark
from griffie.ui.page.marking import (
    fill_quads,
    margin_rect,
    outline_of,
    paint_frame,
    paint_hovered,
    paint_margin,
    paint_mark,
    qtransform,
)
from griffie.ui.page.pictures import Pictures
from griffie.ui.page.tiles import PictureKey, is_tiled, tiles_of
from griffie.ui.page.underlines import Underlines, paint_underlines

PAPER = QColor("white")
SHADOW = (18, 10, 4)  # alphas, from the page outwards


@dataclass(frozen=True)
class Overlay:
    """What lies over the pages at this moment."""

    highlights: Highlights
    selected_id: str | None = None
    hovered_id: str | None = None
    selection: dict[int, list[Quad]] = field(default_factory=dict)
    found: dict[int, list[Quad]] = field(default_factory=dict)
    found_now: dict[int, list[Quad]] = field(default_factory=dict)
    flash: dict[int, list[Quad]] = field(default_factory=dict)
    flash_strength: float = 0.0
    caret: tuple[int, Edge] | None = None
    handles: tuple[tuple[int, Edge], ...] = ()
    handle_held: int | None = None
    text_left: dict[int, float] = field(default_factory=dict)
    underlines: Underlines = field(default_factory=Underlines)


class Canvas:
    """Paints into a painter that counts device pixels of the whole view."""

    def __init__(self, pictures: Pictures, colours: PageColours) -> None:
        self.pictures = pictures
        self.colours = colours

    def paint_page(self, painter: QPainter, stack: PageStack, page_index: int, view: Box, ratio: float) -> bool:
        """Paint a page without what lies on it; tell whether anything of it could be shown."""
        frame = stack.frame(page_index)
        self._paint_edge(painter, frame, ratio)
        painter.fillRect(_rect(frame), PAPER)
        if is_tiled(frame):
            return self._paint_tiles(painter, stack, frame, view)
        return self._paint_whole(painter, frame, PictureKey(page_index, stack.scale, stack.turn))

    def _paint_whole(self, painter: QPainter, frame: PageFrame, key: PictureKey) -> bool:
        picture = self.pictures.cache.get(key)
        if picture is not None:
            painter.drawImage(frame.left, frame.top, picture.image, 0, 0, frame.width, frame.height)
            return True
        picture = self.pictures.cache.nearest(key)
        if picture is None:
            return False
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.image.width() < 2 * frame.width)
        painter.drawImage(_rect(frame), picture.image)
        return True

    def _paint_tiles(self, painter: QPainter, stack: PageStack, frame: PageFrame, view: Box) -> bool:
        shown = self._paint_whole(painter, frame, PictureKey(frame.page_index, stack.scale, stack.turn))
        for tile in tiles_of(stack, frame, view):
            picture = self.pictures.cache.get(tile.key)
            if picture is not None:
                painter.drawImage(QPointF(frame.left + tile.left, frame.top + tile.top), picture.image)
                shown = True
        return shown

    def _paint_edge(self, painter: QPainter, frame: PageFrame, ratio: float) -> None:
        """A hairline and a shadow that fades over three pixels; thin fills cost a tenth of a drawn outline."""
        line = max(1, round(ratio))
        for step, alpha in enumerate(SHADOW, start=1):
            _outline(painter, _rect(frame).translated(0, line), step * line, line, QColor(0, 0, 0, alpha))
        _outline(painter, _rect(frame), line, line, self.colours.page_edge)

    def paint_skeleton(self, painter: QPainter, frame: PageFrame) -> None:
        """Paint pale lines where text will be, while a page is slow to come."""
        grey = QColor(0, 0, 0, 14)
        left, width = frame.left + frame.width * 0.12, frame.width * 0.76
        step = frame.height * 0.03
        for line in range(26):
            share = 0.55 if line % 6 == 5 else 1.0
            rect = QRectF(left, frame.top + frame.height * 0.1 + line * step, width * share, step * 0.4)
            painter.fillRect(rect, grey)

    def paint_overlay(
        self, painter: QPainter, stack: PageStack, page_index: int, overlay: Overlay, ratio: float
    ) -> None:
        """Paint what lies on a page."""
        matrix = stack.matrix(page_index)
        painter.save()
        frame = stack.frame(page_index)
        painter.setClipRect(_rect(frame))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cited := overlay.underlines.quads(page_index):
            paint_underlines(painter, cited, matrix, ratio, on_paper(self.colours.muted))
        self._paint_highlights(painter, stack, frame, matrix, overlay, ratio)
        fill_quads(painter, overlay.found.get(page_index, ()), matrix, self.colours.find_hit)
        fill_quads(painter, overlay.found_now.get(page_index, ()), matrix, self.colours.find_current)
        fill_quads(painter, overlay.selection.get(page_index, ()), matrix, _on_white(self.colours.selection))
        self._paint_flash(painter, overlay, page_index, matrix, ratio)
        self._paint_handles(painter, page_index, matrix, overlay, ratio)
        if overlay.caret is not None and overlay.caret[0] == page_index:
            self._paint_caret(painter, overlay.caret[1], matrix, ratio)
        painter.restore()

    def _paint_highlights(
        self,
        painter: QPainter,
        stack: PageStack,
        frame: PageFrame,
        matrix: Matrix,
        overlay: Overlay,
        ratio: float,
    ) -> None:
        marks = overlay.highlights.in_lanes(frame.page_index, turn_matrix(stack.sizes[frame.page_index], 0))
        for mark in marks:
            paint = paint_hovered if mark.highlight.id == overlay.hovered_id else paint_mark
            paint(painter, mark, matrix, ratio, self.colours)
        self._paint_margin(painter, stack, frame, marks, overlay, ratio)
        for mark in marks:
            if mark.highlight.id == overlay.selected_id:
                paint_frame(painter, mark, matrix, ratio, self.colours)

    def _paint_margin(
        self,
        painter: QPainter,
        stack: PageStack,
        frame: PageFrame,
        marks: Sequence[PageMark],
        overlay: Overlay,
        ratio: float,
    ) -> None:
        """Paint the marks as on the page that the viewer has not turned, and turn them with it."""
        size = stack.sizes[frame.page_index]
        upright = scaled(turn_matrix(size, 0), stack.scale)
        width, height = turned_size(size, 0)
        painter.save()
        painter.translate(frame.left, frame.top)
        painter.setTransform(qtransform(turn_matrix((width * stack.scale, height * stack.scale, 0), stack.turn)), True)
        text_left = overlay.text_left.get(frame.page_index, 0.0) * stack.scale
        for mark in (mark for mark in marks if mark.highlight.in_margin):
            paint_margin(painter, mark, margin_rect(mark, upright, ratio, text_left), ratio, self.colours)
        painter.restore()

    def _paint_flash(self, painter: QPainter, overlay: Overlay, page_index: int, matrix: Matrix, ratio: float) -> None:
        quads = overlay.flash.get(page_index)
        if quads and overlay.flash_strength > 0:
            colour = on_paper(self.colours.accent)
            colour.setAlphaF(overlay.flash_strength)
            grow = (3 + 5 * (1 - overlay.flash_strength)) * ratio
            painter.strokePath(outline_of(quads, matrix, grow), QPen(colour, 2.5 * ratio))

    def _paint_caret(self, painter: QPainter, edge: Edge, matrix: Matrix, ratio: float) -> None:
        painter.setPen(QPen(Qt.GlobalColor.black, max(1.0, round(1.5 * ratio))))
        painter.drawLine(QPointF(*apply(matrix, edge[0], edge[1])), QPointF(*apply(matrix, edge[2], edge[3])))

    def _paint_handles(
        self, painter: QPainter, page_index: int, matrix: Matrix, overlay: Overlay, ratio: float
    ) -> None:
        """A line at each end with a knob: above the beginning, below the end."""
        highlight = overlay.highlights.by_id.get(overlay.selected_id or "")
        if highlight is None:
            return
        colour = on_paper(self.colours.kind_colours[highlight.kind])
        for end, (index, edge) in enumerate(overlay.handles):
            if index == page_index:
                top, foot = QPointF(*apply(matrix, edge[0], edge[1])), QPointF(*apply(matrix, edge[2], edge[3]))
                held = overlay.handle_held == end
                painter.setPen(QPen(colour, 2 * ratio))
                painter.drawLine(top, foot)
                painter.setBrush(colour if held else PAPER)
                painter.drawEllipse(top if end == 0 else foot, 3.5 * ratio, 3.5 * ratio)


def _on_white(colour: QColor) -> QColor:
    """Paper is white in every theme: the hue counts, so strong that a tagged passage below it still shows."""
    return QColor.fromHslF(max(colour.hslHueF(), 0.0), 0.8, 0.78)


def _rect(frame: PageFrame) -> QRect:
    return QRect(frame.left, frame.top, frame.width, frame.height)


def _outline(painter: QPainter, rect: QRect, distance: int, width: int, colour: QColor) -> None:
    """Fill a frame of some width whose outer edge is at a distance outside a rectangle."""
    outer = rect.adjusted(-distance, -distance, distance, distance)
    inner = outer.adjusted(width, width, -width, -width)
    painter.fillRect(QRect(outer.left(), outer.top(), outer.width(), width), colour)
    painter.fillRect(QRect(outer.left(), inner.bottom() + 1, outer.width(), width), colour)
    painter.fillRect(QRect(outer.left(), inner.top(), width, inner.height()), colour)
    painter.fillRect(QRect(inner.right() + 1, inner.top(), width, inner.height()), colour)
