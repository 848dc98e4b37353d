"""Papers cited on the pages: a quiet grey line below their words, found again by page and point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from griffie.domain.page import Quad
from griffie.domain.passage import Span
from griffie.ui.page.geometry import Matrix, apply
from griffie.ui.page.highlights import covers

BELOW = 0.5
"""Logical pixels between the foot of the words and the line."""


@dataclass(frozen=True, slots=True)
class Underline:
    """The words of one citation; `id` is the caller's."""

    id: str
    spans: tuple[Span, ...]


class Underlines:
    """All underlined words of a document."""

    def __init__(self, underlines: Iterable[Underline] = ()) -> None:
        self._pages: dict[int, list[tuple[str, Quad]]] = {}
        for underline in underlines:
            for span in underline.spans:
                page = self._pages.setdefault(span.page_index, [])
                page.extend((underline.id, quad) for quad in span.quads)

    def quads(self, page_index: int) -> Sequence[Quad]:
        """Return the words of a page that are underlined, line by line."""
        return [quad for _id, quad in self._pages.get(page_index, ())]

    def at(self, page_index: int, x_pt: float, y_pt: float) -> str:
        """Return the id of the citation at a page point, "" where there is none."""
        return next((name for name, quad in self._pages.get(page_index, ()) if covers(quad, x_pt, y_pt)), "")


def paint_underlines(painter: QPainter, quads: Iterable[Quad], matrix: Matrix, ratio: float, colour: QColor) -> None:
    """Draw a line below each quad, along its own direction."""
    painter.setPen(QPen(colour, ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for quad in quads:
        left, right = QPointF(*apply(matrix, quad[4], quad[5])), QPointF(*apply(matrix, quad[6], quad[7]))
        line = QLineF(left, right)
        if not line.length():
            continue
        down = line.normalVector().unitVector()
        away = QPointF(down.dx(), down.dy()) * (-BELOW * ratio)
        painter.drawLine(line.translated(away))
