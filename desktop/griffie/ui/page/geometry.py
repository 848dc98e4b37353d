"""Where pages lie in the continuous view, and the way between a point of the view and a point of a page. No Qt.

Lengths called `_px` are device pixels, so that pages start on whole pixels at every screen scale; `_pt` are points.
A page point lies in unrotated page space (origin at the top left of the CropBox, y downwards).
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from griffie.domain.page import Box, Quad

PageSize = tuple[float, float, int]
"""Width and height of the CropBox before rotation in points, and the page's own rotation in degrees."""

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a x + c y + e, y' = b x + d y + f."""

ROUNDING_SLACK = 0.001
"""MuPDF's own tolerance when it rounds a rectangle outwards; a page must not get an empty last row by it."""


Edge = tuple[float, float, float, float]
"""The line of a caret or of a passage's end: x and y of its top, x and y of its foot."""


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A point of a page in unrotated page points; it may lie outside the page."""

    page_index: int
    x_pt: float
    y_pt: float


@dataclass(frozen=True, slots=True)
class PageFrame:
    """Where a page lies in the whole view, in device pixels."""

    page_index: int
    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column to the right of the page."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row below the page."""
        return self.top + self.height


def turned_size(size: PageSize, turn: int) -> tuple[float, float]:
    """Return width and height in points as displayed: the page's own rotation plus the viewer's `turn`."""
    width, height, rotation = size
    return (height, width) if (rotation + turn) % 180 else (width, height)


def turn_matrix(size: PageSize, turn: int) -> Matrix:
    """Return the matrix from unrotated page points to displayed points (clockwise turns, as in a PDF)."""
    width, height, rotation = size
    return {
        0: (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
        90: (0.0, 1.0, -1.0, 0.0, height, 0.0),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, -1.0, 1.0, 0.0, 0.0, width),
    }[(rotation + turn) % 360]


def scaled(matrix: Matrix, scale: float) -> Matrix:
    """Return `matrix` followed by a scaling."""
    a, b, c, d, e, f = matrix
    return (a * scale, b * scale, c * scale, d * scale, e * scale, f * scale)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where `matrix` takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def inverted(matrix: Matrix) -> Matrix:
    """Return the matrix that takes points back; ours always can be."""
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)


def box_of(points: Iterable[tuple[float, float]]) -> Box:
    """Return the smallest upright box around some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def corners(quad: Quad) -> tuple[tuple[float, float], ...]:
    """Return the corners of a quad going round: upper left, upper right, lower right, lower left."""
    return (quad[0], quad[1]), (quad[2], quad[3]), (quad[6], quad[7]), (quad[4], quad[5])


def quad_of(box: Box) -> Quad:
    """Return an upright box as a quad."""
    left, top, right, bottom = box
    return (left, top, right, top, left, bottom, right, bottom)


def pixels(length_pt: float, scale: float) -> int:
    """Return how many pixels MuPDF draws for a length at a scale."""
    return max(1, math.ceil(length_pt * scale - ROUNDING_SLACK))


class PageStack:
    """All pages below one another at one scale (pixels per point) and one turn of the viewer.

    Building it costs a pass over the sizes; every question after that costs a bisection at most.
    """

    def __init__(
        self, sizes: Sequence[PageSize], scale: float, turn: int = 0, *, gap: int, margin: int, viewport_width: int
    ) -> None:
        self.sizes = sizes
        self.scale = scale
        self.turn = turn % 360
        self.margin = margin
        self._px = [self._size_px(size) for size in sizes]
        self._tops: list[int] = []
        top = gap
        for _, height in self._px:
            self._tops.append(top)
            top += height + gap
        self.height = top
        widest = max((width for width, _ in self._px), default=0)
        self.width = max(viewport_width, widest + 2 * margin)

    def _size_px(self, size: PageSize) -> tuple[int, int]:
        width, height = turned_size(size, self.turn)
        return pixels(width, self.scale), pixels(height, self.scale)

    def __len__(self) -> int:
        return len(self._px)

    def frame(self, page_index: int) -> PageFrame:
        """Return where a page lies."""
        width, height = self._px[page_index]
        return PageFrame(page_index, (self.width - width) // 2, self._tops[page_index], width, height)

    def visible(self, top: int, bottom: int) -> range:
        """Return the pages that touch the rows from `top` up to `bottom`."""
        if not self._px:
            return range(0)
        first = max(0, bisect_right(self._tops, top) - 1)
        if self.frame(first).bottom <= top and first + 1 < len(self):
            first += 1
        return range(first, max(first, bisect_right(self._tops, bottom - 1)))

    def nearest(self, y: float) -> int:
        """Return the page at a row, or the one nearest to it where the row lies between two."""
        index = max(0, bisect_right(self._tops, y) - 1)
        if index + 1 < len(self) and y - self.frame(index).bottom > self._tops[index + 1] - y:
            index += 1
        return index

    def matrix(self, page_index: int) -> Matrix:
        """Return the matrix from unrotated points of a page to pixels of the whole view."""
        frame = self.frame(page_index)
        a, b, c, d, e, f = scaled(turn_matrix(self.sizes[page_index], self.turn), self.scale)
        return (a, b, c, d, e + frame.left, f + frame.top)

    def to_page(self, x: float, y: float, page_index: int | None = None) -> PagePoint:
        """Return the page point at a pixel of the whole view, on the nearest page or on the one named."""
        index = self.nearest(y) if page_index is None else page_index
        return PagePoint(index, *apply(inverted(self.matrix(index)), x, y))

    def from_page(self, point: PagePoint) -> tuple[float, float]:
        """Return the pixel of the whole view where a page point lies."""
        return apply(self.matrix(point.page_index), point.x_pt, point.y_pt)
