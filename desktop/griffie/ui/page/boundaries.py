"""Adjusting where the selected highlight begins and ends, by its handles or with `[` and `]` and arrows.

`[` takes hold of the beginning, `]` of the end; then arrows move it by word, with Shift by character. Enter keeps, Esc
leaves it as it was. While it moves, the new passage is shown as a selection.
"""

import contextlib

from PySide6.QtCore import QLineF, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from griffie.domain.flow import Caret, Unit
from griffie.domain.page import Quad
from griffie.domain.passage import Selection
from griffie.ui.page.geometry import Edge, PagePoint
from griffie.ui.page.highlights import Highlight
from griffie.ui.page.scrolling import PageScroller
from griffie.ui.page.selected import Selected
from griffie.ui.page.words import BoxesMissing

REACH_PX = 7.0

ARROWS = {
    Qt.Key.Key_Left: (Unit.WORD, False),
    Qt.Key.Key_Right: (Unit.WORD, True),
    Qt.Key.Key_Up: (Unit.LINE, False),
    Qt.Key.Key_Down: (Unit.LINE, True),
}


def edges_of(highlight: Highlight) -> tuple[tuple[int, Edge], tuple[int, Edge]] | None:
    """Return the lines at the beginning and the end of a highlight; None for areas."""
    spans = sorted((s for s in highlight.spans if s.start < s.end and s.quads), key=lambda s: (s.page_index, s.start))
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    return (first.page_index, _left(first.quads[0])), (last.page_index, _right(last.quads[-1]))


def _left(quad: Quad) -> Edge:
    return quad[0], quad[1], quad[4], quad[5]


def _right(quad: Quad) -> Edge:
    return quad[2], quad[3], quad[6], quad[7]


class Boundaries(QObject):
    """Moves one end of the selected highlight.

    Signals:
        passage_adjusted(str, Selection): the id, and what it should be tied to from now on.
        picked(int): 0 the beginning, 1 the end was taken hold of by a key; -1 let go.
    """

    passage_adjusted = Signal(str, object)
    picked = Signal(int)

    def __init__(self, view: PageScroller, selected: Selected) -> None:
        super().__init__(view)
        self._view, self._selected = view, selected
        self._highlight: Highlight | None = None
        self._ends: list[Caret] = []
        self._held: int | None = None
        self._by_mouse = False

    @property
    def highlight(self) -> Highlight | None:
        """The highlight whose ends can be moved."""
        return self._highlight

    @property
    def held(self) -> int | None:
        """Which end is held: 0, 1 or None."""
        return self._held

    @property
    def is_dragged(self) -> bool:
        """Whether the mouse holds an end."""
        return self._by_mouse and self._held is not None

    def set_highlight(self, highlight: Highlight | None) -> None:
        """Offer the ends of another highlight, or of none."""
        if highlight != self._highlight:
            self.let_go()
            self._highlight = highlight

    def edge_at(self, position: QPointF) -> int | None:
        """Return which end's handle is at a position in the viewport, the nearer one where both are."""
        edges = edges_of(self._highlight) if self._highlight is not None else None
        near = [
            (self._distance(position, page_index, edge), end)
            for end, (page_index, edge) in enumerate(edges or ())
            if page_index < len(self._view.stack)
        ]
        distance, end = min(near, default=(REACH_PX + 1, 0))
        return end if distance <= REACH_PX else None

    def _distance(self, position: QPointF, page_index: int, edge: Edge) -> float:
        """How far a position is from the line of an edge, in logical pixels."""
        top = self._view.position_of(PagePoint(page_index, edge[0], edge[1]))
        along = self._view.position_of(PagePoint(page_index, edge[2], edge[3])) - top
        away = position - top
        length = QPointF.dotProduct(along, along)
        share = min(max(QPointF.dotProduct(away, along) / length, 0.0), 1.0) if length else 0.0
        return QLineF(position, top + along * share).length()

    # mouse

    def press(self, position: QPointF) -> bool:
        """Take hold of a handle; False if there is none."""
        end = self.edge_at(position)
        if end is None or not self._take(end):
            return False
        self._by_mouse = True
        return True

    def move(self, position: QPointF) -> None:
        """Drag the end that is held."""
        if self._held is None or self._selected.flow is None:
            return
        point = self._view.point_at(position)
        page = self._selected.words.get(point.page_index)
        if page is None:
            self._selected.words.ask([point.page_index])
            return
        self._put(self._selected.flow.caret_at(point.page_index, point.x_pt, point.y_pt, page[1]))

    def release(self) -> None:
        """Keep where the end was dragged to."""
        if self.is_dragged:
            self.keep()

    # keys

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key says; False if it says nothing here."""
        if event.text() in {"[", "]"} and self._highlight is not None:
            return self._take(0 if event.text() == "[" else 1)
        if self._held is None:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.let_go()
        elif event.key() in ARROWS:
            self._move(Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            return False
        return True

    def _move(self, key: Qt.Key, by_character: bool) -> None:
        flow = self._selected.flow
        if flow is None or self._held is None:
            return
        unit, forward = ARROWS[key]
        unit = Unit.CHARACTER if by_character and unit is Unit.WORD else unit
        caret = self._ends[self._held]
        with contextlib.suppress(BoxesMissing):  # the page cannot be read: the end stays
            self._put(flow.move(caret, unit, forward=forward, stay=True, boxes=self._selected.words.boxes_soon))

    # both

    def _take(self, end: int) -> bool:
        if self._highlight is None or self._selected.flow is None:
            return False
        if self._held is None:
            ends = self._selected.flow.ends_of(self._highlight.spans)
            if ends is None:
                return False
            self._ends = list(ends)
        self._held = end
        self._by_mouse = False
        self._selected.select(*self._ends)
        self.picked.emit(end)
        return True

    def _put(self, caret: Caret) -> None:
        """Move the held end; it cannot pass the other one."""
        assert self._held is not None
        beyond = caret >= self._ends[1] if self._held == 0 else caret <= self._ends[0]
        if not beyond:
            self._ends[self._held] = caret
            self._selected.select(*self._ends)

    def keep(self) -> None:
        """Say what the passage is to be now, if it changed."""
        highlight, selection = self._highlight, self._selected.selection()
        changed = highlight is not None and selection is not None and not _same(highlight, selection)
        self.let_go()
        if changed and highlight is not None:
            self.passage_adjusted.emit(highlight.id, selection)

    def let_go(self) -> None:
        """Leave the passage as it is."""
        if self._held is not None:
            self._held = None
            self._selected.clear()
            self.picked.emit(-1)


def _same(highlight: Highlight, selection: Selection) -> bool:
    places = {(span.page_index, span.start, span.end) for span in highlight.spans}
    return places == {(span.page_index, span.start, span.end) for span in selection.spans}
