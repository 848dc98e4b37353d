"""What the mouse does over the pages: hover, click, drag a handle, select. The view hands its events on."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent

from griffie.ui.page.boundaries import Boundaries
from griffie.ui.page.highlights import Highlights
from griffie.ui.page.scrolling import PageScroller
from griffie.ui.page.selected import Selected
from griffie.ui.page.selecting import MouseSelecting
from griffie.ui.page.underlines import Underlines


class Pointer(QObject):
    """The mouse over the pages.

    Signals:
        highlight_clicked(str): where several lie, each further click on the spot takes the next.
        highlight_hovered(str): "" when the pointer left it.
        citation_clicked(str, QPointF): where no highlight lies, or after those that do; with the place in the viewport.
    """

    highlight_clicked = Signal(str)
    highlight_hovered = Signal(str)
    citation_clicked = Signal(str, QPointF)

    def __init__(self, view: PageScroller, selected: Selected, boundaries: Boundaries) -> None:
        super().__init__(view)
        self._view, self._selected, self._boundaries = view, selected, boundaries
        self.selecting = MouseSelecting(view, selected)
        self.selecting.clicked.connect(self._on_clicked)
        self.highlights = Highlights()
        self.underlines = Underlines()
        self.selected_id: str | None = None
        self.hovered_id = ""
        self._panned_from: QPointF | None = None

    def at(self, position: QPointF) -> list[str]:
        """Return the ids of all highlights at a position in the viewport, the smallest first."""
        if not len(self._view.stack):
            return []
        point = self._view.point_at(position)
        return self.highlights.at(point.page_index, point.x_pt, point.y_pt)

    def citation_at(self, position: QPointF) -> str:
        """Return the id of the citation at a position in the viewport, "" where there is none."""
        if not len(self._view.stack):
            return ""
        point = self._view.point_at(position)
        return self.underlines.at(point.page_index, point.x_pt, point.y_pt)

    def press(self, event: QMouseEvent) -> None:
        """A button went down: the left one selects, the middle one drags the pages."""
        if not len(self._view.stack):
            return
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned_from = event.position()
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton and not self._boundaries.press(event.position()):
            self._boundaries.let_go()
            self.selecting.press(event)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, with or without a button."""
        if self._panned_from is not None:
            step = self._panned_from - event.position()
            self._panned_from = event.position()
            self._view.scroll_by(step.x(), step.y())
        elif self._boundaries.is_dragged:
            self._boundaries.move(event.position())
        elif self.selecting.is_held:
            self.selecting.move(event.position())
        elif not event.buttons():
            self._hover(event.position())

    def release(self, event: QMouseEvent) -> None:
        """A button went up."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned_from = None
            self._hover(event.position())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._boundaries.release()
            self.selecting.release(event.position())

    def leave(self) -> None:
        """The pointer left the pages."""
        self._set_hovered("")

    def _hover(self, position: QPointF) -> None:
        if not len(self._view.stack):
            return
        ids = self.at(position)
        self._set_hovered(ids[0] if ids else "")
        self._view.viewport().setCursor(self._cursor(position, bool(ids)))

    def _cursor(self, position: QPointF, on_highlight: bool) -> Qt.CursorShape:
        if self._boundaries.edge_at(position) is not None:
            return Qt.CursorShape.SizeHorCursor
        if self.citation_at(position):
            return Qt.CursorShape.PointingHandCursor
        point = self._view.point_at(position)
        page = self._selected.words.get(point.page_index)
        boxes = [line.box for line in page[0].lines] if page is not None else []
        if any(box[0] <= point.x_pt <= box[2] and box[1] <= point.y_pt <= box[3] for box in boxes):
            return Qt.CursorShape.IBeamCursor
        return Qt.CursorShape.PointingHandCursor if on_highlight else Qt.CursorShape.ArrowCursor

    def _set_hovered(self, highlight_id: str) -> None:
        if highlight_id != self.hovered_id:
            self.hovered_id = highlight_id
            self.highlight_hovered.emit(highlight_id)

    @Slot(QPointF)
    def _on_clicked(self, position: QPointF) -> None:
        ids, cited = self.at(position), self.citation_at(position)
        place = ids.index(self.selected_id) + 1 if self.selected_id in ids else 0
        if cited and place == len(ids):
            self.citation_clicked.emit(cited, position)
        elif ids:
            self.highlight_clicked.emit(ids[place % len(ids)])
