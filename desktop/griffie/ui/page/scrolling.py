"""The part of the page view that moves: scrolling, zoom, fit, turning, going to a page. Shows nothing by itself."""

import contextlib
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from griffie.domain.page import Box
from griffie.ui.page.geometry import PagePoint, PageSize, PageStack, apply, box_of, turned_size
from griffie.ui.page.position import (
    LONGEST_SIDE_PX,
    MAX_ZOOM,
    MIN_ZOOM,
    PX_PER_PT_AT_100,
    Fit,
    ViewPosition,
    step_from,
)

GAP = 12
MARGIN = 20
LINE = 40  # logical pixels for an arrow key
WHEEL = 120  # and for one notch of the wheel
OVERLAP = 0.1  # of the height that stays in view after Page Down


class PageScroller(QAbstractScrollArea):
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

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window's width or height, or stay as it is."""
        self._fit = fit
        page = self._current_page
        with self._settled():
            self._change_zoom(self._fitted_zoom(), None, say=True)
            if fit is Fit.PAGE:
                self.go_to_page(page)

    def set_turn(self, turn: int) -> None:
        """Turn all pages to `turn` degrees clockwise (a multiple of 90) from how the document has them."""
        page = self._current_page
        self._turn = turn % 360
        self._zoom = self._fitted_zoom()
        with self._settled():
            self._rebuild(None)
            self.go_to_page(page)
        self.zoom_changed.emit(self._zoom)

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

    # going somewhere

    def go_to_page(self, page_index: int, y: float = 0.0) -> None:
        """Put a page's top (or the fraction `y` of its displayed height) at the top of the view."""
        if not 0 <= page_index < len(self.stack):
            return
        frame = self.stack.frame(page_index)
        with self._settled():
            self._scroll_to(None, frame.top - (self._px(GAP) if y <= 0 else 0) + y * frame.height)
            self._asked_page = page_index

    def show_box(self, page_index: int, box: Box) -> None:
        """Scroll so that a box of unrotated page points is comfortably in view; not at all if it is already."""
        left, top, right, bottom = self.box_in_view(page_index, box)
        view = self.view_box()
        ease = min(self._px(48), (view[3] - view[1]) / 8)
        x, y = view[0], view[1]
        if top < view[1] + ease or bottom > view[3] - ease:
            y = top - max(ease, ((view[3] - view[1]) - (bottom - top)) / 3)
        if left < view[0] or right > view[2]:
            x = min(left - ease, (left + right - (view[2] - view[0])) / 2)
        with self._settled():
            self._scroll_to(x, y)

    def position(self) -> ViewPosition:
        """Return where we are, to be kept."""
        if not len(self.stack):
            return ViewPosition(zoom=self._zoom, fit=self._fit, turn=self._turn)
        left, top, _, _ = self.view_box()
        frame = self.stack.frame(self.stack.nearest(top))
        x, y = (left - frame.left) / frame.width, (top - frame.top) / frame.height
        return ViewPosition(frame.page_index, x, y, self._zoom, self._fit, self._turn)

    def restore(self, position: ViewPosition) -> None:
        """Go back to where we were; a page that is no longer there counts as the last one."""
        self._fit, self._turn = position.fit, position.turn % 360
        self._current_page = min(max(position.page_index, 0), len(self._sizes) - 1)
        self._zoom = position.zoom if self._fit is Fit.NONE else self._fitted_zoom()
        self._zoom = min(max(self._zoom, MIN_ZOOM), self._zoom_limit())
        with self._settled():
            self._rebuild(None)
            self._scroll_to_fraction(position)
        self.zoom_changed.emit(self._zoom)

    def _scroll_to_fraction(self, position: ViewPosition) -> None:
        if len(self.stack):
            frame = self.stack.frame(self._current_page)
            self._scroll_to(frame.left + position.x * frame.width, frame.top + position.y * frame.height)

    def scroll_by(self, dx: float, dy: float) -> None:
        """Scroll by logical pixels."""
        left, top, _, _ = self.view_box()
        with self._settled():
            self._scroll_to(left + dx * self.ratio, top + dy * self.ratio)

    def _scroll_to(self, x: float | None, y: float | None) -> None:
        if x is not None:
            self.horizontalScrollBar().setValue(round(x))
        if y is not None:
            self.verticalScrollBar().setValue(round(y))

    def _turn_page(self, step: int) -> None:
        """One screen on, or one page where a page fits the screen."""
        height = self._viewport_height()
        page = max(self._current_page, 0)
        if len(self.stack) and self.stack.frame(page).height <= height:
            self.go_to_page(min(max(page + step, 0), len(self.stack) - 1))
        else:
            self._scroll_to(None, self.view_box()[1] + step * height * (1 - OVERLAP))

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

    def event(self, event: QEvent) -> bool:
        """Qt: the window went to a screen of another scale."""
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._rebuild(self._middle())
        return done

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms around the pointer; Shift scrolls sideways."""
        notches = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * 1.15**notches, event.position())
        elif not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().x(), -event.pixelDelta().y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.scroll_by(-notches * WHEEL, 0)
        else:
            self.scroll_by(-event.angleDelta().x() / 120 * WHEEL, -notches * WHEEL)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move through the letter; all others are left to whoever wants them."""
        if not self._move_by_key(Qt.Key(event.key()), event.modifiers()):
            event.ignore()

    def _move_by_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and control:
            step = 1 if key == Qt.Key.Key_PageDown else -1
            self.go_to_page(min(max(self._current_page + step, 0), len(self.stack) - 1))
        elif key == Qt.Key.Key_PageDown or (key == Qt.Key.Key_Space and not shift):
            self._turn_page(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            self._turn_page(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_page(0 if key == Qt.Key.Key_Home else len(self.stack) - 1)
        elif key in ARROWS and not control:
            self._move_by_arrow(key)
        else:
            return False
        return True

    def _move_by_arrow(self, key: Qt.Key) -> None:
        dx, dy = ARROWS[key]
        if dx and self.horizontalScrollBar().maximum() == 0:
            self.go_to_page(min(max(self._current_page + dx, 0), len(self.stack) - 1))
        else:
            self.scroll_by(dx * LINE, dy * LINE)


ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
