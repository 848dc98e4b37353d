"""What is tagged on the pages: which highlight lies where, and in which lane of the margin its mark stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from griffie.domain.kinds import ItemKind
from griffie.domain.page import Box, PageText, Quad
from griffie.domain.passage import Span
from griffie.ui.page.geometry import Matrix, apply, box_of, corners

REACH_PT = 1.0
"""How far beside a quad a click still counts: lines leave a little space between them."""

LONG_LINE = 12
"""Characters; page numbers and marks beside the text are shorter and do not say where it begins."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """An item or suggestion on the page: `id` is the caller's, `spans` where it lies.

    `suggested` is drawn as a dashed outline, `needs_review` hatched: its words were not found again for sure. One of
    several places of the same thing has no mark `in_margin` of its own.
    """

    id: str
    kind: ItemKind
    spans: tuple[Span, ...]
    suggested: bool = False
    needs_review: bool = False
    in_margin: bool = True


@dataclass(frozen=True)
class PageMark:
    """The part of a highlight that lies on one page, with its lane in the margin (0 is next to the page's edge)."""

    highlight: Highlight
    quads: tuple[Quad, ...]
    lane: int = 0

    @cached_property
    def box(self) -> Box:
        """The smallest box around it in unrotated page points."""
        return box_of(corner for quad in self.quads for corner in corners(quad))

    def displayed_box(self, matrix: Matrix) -> Box:
        """The smallest box around it after a matrix."""
        left, top, right, bottom = self.box
        return box_of(apply(matrix, x, y) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)))

    def covers(self, x_pt: float, y_pt: float) -> bool:
        """Tell whether a page point lies on it."""
        return any(covers(quad, x_pt, y_pt) for quad in self.quads)


def covers(quad: Quad, x: float, y: float) -> bool:
    """Tell whether a page point lies on a quad, or so near that it is meant."""
    left, top, right, bottom = box_of(corners(quad))
    return left - REACH_PT <= x <= right + REACH_PT and top - REACH_PT <= y <= bottom + REACH_PT


class Highlights:
    """All highlights of a document, looked up by page and by point."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        self.by_id = {highlight.id: highlight for highlight in highlights}
        self._pages: dict[int, list[PageMark]] = {}
        for highlight in self.by_id.values():
            for page_index, quads in _quads_by_page(highlight).items():
                self._pages.setdefault(page_index, []).append(PageMark(highlight, quads))
        self._laned: dict[int, tuple[PageMark, ...]] = {}

    def on_page(self, page_index: int) -> Sequence[PageMark]:
        """Return what lies on a page."""
        return self._pages.get(page_index, ())

    def in_lanes(self, page_index: int, upright: Matrix) -> tuple[PageMark, ...]:
        """Return the same with lanes, so that marks beside one another do not cover each other; worked out once.

        `upright` is the page as the document has it: marks stand there, and turn with the page.
        """
        if page_index not in self._laned:
            self._laned[page_index] = tuple(_in_lanes(self.on_page(page_index), upright))
        return self._laned[page_index]

    def at(self, page_index: int, x_pt: float, y_pt: float) -> list[str]:
        """Return the ids of all highlights at a page point, the smallest first: it is the one that is aimed at."""
        found = [mark for mark in self.on_page(page_index) if mark.covers(x_pt, y_pt)]
        found.sort(key=lambda mark: (_area(mark), mark.highlight.id))
        return [mark.highlight.id for mark in found]

    def kinds_on_page(self, page_index: int) -> list[ItemKind]:
        """Return the kind of each item on a page, suggestions left out, in the order of the kinds."""
        order = list(ItemKind)
        kinds = [mark.highlight.kind for mark in self.on_page(page_index) if not mark.highlight.suggested]
        return sorted(kinds, key=order.index)


def text_left(text: PageText, turn: Matrix) -> float:
    """Return how far from the left edge of the displayed page its text begins, in points; marks stand left of it."""
    boxes = [line.box for line in text.lines if line.end - line.start >= LONG_LINE]
    lefts = [box_of(apply(turn, x, y) for x, y in ((b[0], b[1]), (b[2], b[3])))[0] for b in boxes]
    return min(lefts, default=0.0)


def _quads_by_page(highlight: Highlight) -> dict[int, tuple[Quad, ...]]:
    pages: dict[int, tuple[Quad, ...]] = {}
    for span in highlight.spans:
        if span.quads:
            pages[span.page_index] = pages.get(span.page_index, ()) + tuple(span.quads)
    return pages


def _area(mark: PageMark) -> float:
    boxes = [box_of(corners(quad)) for quad in mark.quads]
    return sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)


def _in_lanes(marks: Sequence[PageMark], turn: Matrix) -> Iterable[PageMark]:
    """Give each mark the first lane that is free at its height."""
    boxes = {mark.highlight.id: mark.displayed_box(turn) for mark in marks}
    ends: list[float] = []
    for mark in sorted(marks, key=lambda m: (boxes[m.highlight.id][1], -boxes[m.highlight.id][3], m.highlight.id)):
        if not mark.highlight.in_margin:
            yield mark
            continue
        _, top, _, bottom = boxes[mark.highlight.id]
        lane = next((i for i, end in enumerate(ends) if end <= top), len(ends))
        ends[lane : lane + 1] = [bottom]
        yield PageMark(mark.highlight, mark.quads, lane)
