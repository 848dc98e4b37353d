"""Paints sheets: black on white whatever the window looks like, the file and the number of the page at the foot."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from griffie.ui.printing.layout import FOOT, Layout, Placed
from griffie.ui.printing.strips import HAIRLINE, Track
from griffie.ui.printing.typeset import UNITS_PER_INCH, UNITS_PER_PT, Style

BLACK: Final = QColor(0, 0, 0)
STRIDE: Final = 4
"""Strips that are painted before others may do something: a few milliseconds."""


def paint_sheet(painter: QPainter, layout: Layout, sheet_index: int, source: str) -> Iterator[None]:
    """Paint one sheet on a painter whose unit is that of the layout, origin in the corner of the paper.

    Args:
        painter: paints on a page, in units of the layout.
        layout: has the sheet; how many pages there are is said when it is done.
        sheet_index: from 0.
        source: stands at the foot on the left.

    Yields:
        now and then, so that it can be done in slices.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(BLACK)
    painter.translate(layout.format.left, layout.format.top)
    for number, placed in enumerate(layout.sheets[sheet_index]):
        _paint_strip(painter, layout, placed)
        if number % STRIDE == STRIDE - 1:
            yield
    _paint_foot(painter, layout, sheet_index, source)
    painter.translate(-layout.format.left, -layout.format.top)
    yield


def _paint_strip(painter: QPainter, layout: Layout, placed: Placed) -> None:
    strip, y = placed.strip, placed.y
    baseline = y + strip.pad + strip.ascent
    for track, lines in zip(strip.tracks, strip.lines, strict=True):
        _paint_lines(painter, layout, track, lines, baseline)
    if strip.rule_above:
        _rule(painter, layout, y, strip.rule_above)
    if strip.rule:
        _rule(painter, layout, y + strip.height, strip.rule)


def _paint_lines(painter: QPainter, layout: Layout, track: Track, lines: tuple[str, ...], baseline: float) -> None:
    face = layout.typeset.faces[track.style]
    painter.setFont(face.font)
    for line in lines:
        if line:
            x = track.x
            if track.side != "left":
                spare = track.width - face.advance(line)
                x += spare if track.side == "right" else spare / 2
            painter.drawText(QPointF(x, baseline), line)
        baseline += face.leading


def _rule(painter: QPainter, layout: Layout, y: float, thickness: float) -> None:
    pen = QPen(BLACK, thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(0, y), QPointF(layout.format.inner_width, y))


def _paint_foot(painter: QPainter, layout: Layout, sheet_index: int, source: str) -> None:
    face = layout.typeset.faces[Style.RUNNING]
    width, high = layout.format.inner_width, layout.format.inner_height + FOOT
    page = layout.words.page(sheet_index + 1, len(layout.sheets) if layout.is_done else None)
    page_width = face.advance(page)
    _rule(painter, layout, high - face.leading - 3 * UNITS_PER_PT, HAIRLINE)
    painter.setFont(face.font)
    baseline = high - face.leading + face.ascent
    painter.drawText(QPointF(0, baseline), face.elided(source, width - page_width - 20 * UNITS_PER_PT))
    painter.drawText(QPointF(width - page_width, baseline), page)


def to_units(painter: QPainter, dots_per_inch_x: float, dots_per_inch_y: float) -> None:
    """Make the units of a layout those of a painter on a device with so many dots per inch."""
    painter.scale(dots_per_inch_x / UNITS_PER_INCH, dots_per_inch_y / UNITS_PER_INCH)
