"""Where the pages of a view lie: sizes, zoom, fit, turn, scroll bars. Shows nothing and goes nowhere by itself."""

import contextlib
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from griffie.domain.page import Box
from griffie.ui.page.geometry import PagePoint, PageSize, PageStack, apply, box_of, turned_size
from griffie.ui.page.position import (
    LONGEST_SIDE_PX,
    MAX_ZOOM,
    MIN_ZOOM,
    PX_PER_PT_AT_100,
    Fit,
    step_from,
)
from griffie.ui.page.watcher import Watcher

GAP = 12
MARGIN = 20
LINE = 40  # logical pixels for an arrow key
WHEEL = 120  # and for one notch of the wheel
OVERLAP = 0.1  # of the height that stays in view after Page Down


class PagePlaces(QAbstractScrollArea):
    """Pages below one another, to be moved through. Scroll bars count device pixels.

    Signals:
        page_changed(int): another page is the current one.
        zoom_changed(float): 1.0 is 100 %; also sent when only the fit mode changed.
        moved(): what is seen has changed in any way.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sizes: Sequence[PageSize] = ()
        self._zoom, self._fit, self._turn = 1.0, Fit.WIDTH, 0
        self._current_page = -1
        self._asked_page: int | None = None
        self._settling = 0
        self.watcher = Watcher(self)
        self.watcher.ratio_changed.connect(self._on_ratio_changed)
        self.stack = PageStack((), 1.0, gap=GAP, margin=MARGIN, viewport_width=1)

    # what is shown

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def current_page(self) -> int:
        """The page that is meant by "this page", counted from 0; -1 without a document."""
        return self._current_page

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._fit

    @property
    def turn(self) -> int:
        """By how many degrees the viewer turned the pages, clockwise."""
        return self._turn

    @property
    def ratio(self) -> float:
        """Device pixels per logical pixel."""
        return self.viewport().devicePixelRatioF()

    def view_box(self) -> Box:
        """What is seen, in pixels of the whole view."""
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return left, top, left + self._viewport_width(), top + self._viewport_height()

    def visible_pages(self) -> range:
        """The pages of which something is seen."""
        _, top, _, bottom = self.view_box()
        return self.stack.visible(int(top), int(bottom))

    def point_at(self, position: QPointF, page_index: int | None = None) -> PagePoint:
        """Return the page point at a position in the viewport, on the nearest page or on the one named."""
        left, top, _, _ = self.view_box()
        return self.stack.to_page(position.x() * self.ratio + left, position.y() * self.ratio + top, page_index)

    def position_of(self, point: PagePoint) -> QPointF:
        """Return where in the viewport a page point lies."""
        x, y = self.stack.from_page(point)
        left, top, _, _ = self.view_box()
        return QPointF((x - left) / self.ratio, (y - top) / self.ratio)

    def box_in_view(self, page_index: int, box: Box) -> Box:
        """Return a box of unrotated page points as a box in pixels of the whole view."""
        matrix = self.stack.matrix(page_index)
        left, top, right, bottom = box
        return box_of(apply(matrix, x, y) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)))

    # zoom and turn

    def set_sizes(self, sizes: Sequence[PageSize]) -> None:
        """Say how big the pages are, now that it is known; what is seen stays in view."""
        self._sizes = tuple(sizes)
        self._rebuild(self._middle())

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom so that the point at `at` (the middle of the view by default) stays where it is."""
        self._fit = Fit.NONE
        self._change_zoom(zoom, at)

    def zoom_in(self) -> None:
        """Go to the next step up."""
        self.set_zoom(step_from(self._zoom, up=True))

    def zoom_out(self) -> None:
        """Go to the next step down."""
        self.set_zoom(step_from(self._zoom, up=False))

    def _change_zoom(self, zoom: float, at: QPointF | None, *, say: bool = False) -> None:
        zoom = min(max(zoom, MIN_ZOOM), self._zoom_limit())
        at = self._middle() if at is None else at
        changed = zoom != self._zoom
        if changed:
            point = self.point_at(at) if self._sizes else None
            self._zoom = zoom
            self._rebuild(at, point)
        if changed or say:
            self.zoom_changed.emit(zoom)

    def _zoom_limit(self) -> float:
        longest = max((max(width, height) for width, height, _ in self._sizes), default=1.0)
        return max(MIN_ZOOM, min(MAX_ZOOM, LONGEST_SIDE_PX / (longest * PX_PER_PT_AT_100 * self.ratio)))

    def _fitted_zoom(self) -> float:
        if self._fit is Fit.NONE or not self._sizes:
            return self._zoom
        width, height = turned_size(self._sizes[max(self._current_page, 0)], self._turn)
        zoom = (self.viewport().width() - 2 * MARGIN) / (width * PX_PER_PT_AT_100)
        if self._fit is Fit.PAGE:
            zoom = min(zoom, (self.viewport().height() - 2 * GAP) / (height * PX_PER_PT_AT_100))
        return min(max(zoom, MIN_ZOOM), self._zoom_limit())

    def _middle(self) -> QPointF:
        return QPointF(self.viewport().width() / 2, self.viewport().height() / 2)

    def _viewport_width(self) -> int:
        return round(self.viewport().width() * self.ratio)

    def _viewport_height(self) -> int:
        return round(self.viewport().height() * self.ratio)

    def _px(self, length: float) -> int:
        return round(length * self.ratio)

    def _rebuild(self, at: QPointF | None, point: PagePoint | None = None) -> None:
        """Lay the pages out anew and, given one, keep a page point at its place in the viewport."""
        if at is not None and point is None and len(self.stack):
            point = self.point_at(at)
        with self._settled():
            self.stack = PageStack(
                self._sizes,
                self._zoom * PX_PER_PT_AT_100 * self.ratio,
                self._turn,
                gap=self._px(GAP),
                margin=self._px(MARGIN),
                viewport_width=self._viewport_width(),
            )
            self._set_ranges()
            if at is not None and point is not None and point.page_index < len(self.stack):
                x, y = self.stack.from_page(point)
                self._scroll_to(x - at.x() * self.ratio, y - at.y() * self.ratio)

    @contextlib.contextmanager
    def _settled(self) -> Iterator[None]:
        """Say that we moved once, at the end, however many scroll bars change on the way."""
        self._settling += 1
        try:
            yield
        finally:
            self._settling -= 1
        if not self._settling:
            self._on_moved()

    def _set_ranges(self) -> None:
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self.stack.width, self._viewport_width()),
            (self.verticalScrollBar(), self.stack.height, self._viewport_height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(self._px(LINE))

    def _scroll_to(self, x: float | None, y: float | None) -> None:
        if x is not None:
            self.horizontalScrollBar().setValue(round(x))
        if y is not None:
            self.verticalScrollBar().setValue(round(y))

    def _on_moved(self) -> None:
        page = self._page_in_view()
        if page != self._current_page:
            self._current_page = page
            self.page_changed.emit(page)
        self.moved.emit()
        self.viewport().update()

    def _page_in_view(self) -> int:
        """The page asked for while it is seen, else the one of which most is seen."""
        pages = self.visible_pages()
        if self._asked_page is not None and self._asked_page in pages:
            return self._asked_page
        _, top, _, bottom = self.view_box()
        frames = [self.stack.frame(index) for index in pages]
        return max(
            (frame.page_index for frame in frames),
            key=lambda i: (min(self.stack.frame(i).bottom, bottom) - max(self.stack.frame(i).top, top), -i),
            default=-1 if not len(self.stack) else self.stack.nearest(top),
        )

    # Qt's events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt: a scroll bar moved."""
        del dx, dy
        self._asked_page = None
        if not self._settling:
            self._on_moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top of the view at the top, and follow the window where a fit is set."""
        del event
        top = QPointF(self.viewport().width() / 2, 0)
        point = self.point_at(top) if len(self.stack) else None
        zoom = self._fitted_zoom()
        changed, self._zoom = zoom != self._zoom, zoom
        self._rebuild(top, point)
        if changed:
            self.zoom_changed.emit(zoom)

    @Slot()
    def _on_ratio_changed(self) -> None:
        """The window went to a screen of another scale."""
        self._rebuild(self._middle())
