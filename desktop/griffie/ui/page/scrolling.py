"""The part of the page view that moves: going to a page or place, fitting, turning, wheel and keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent

from griffie.domain.page import Box
from griffie.ui.page.geometry import PagePoint
from griffie.ui.page.places import GAP, LINE, OVERLAP, WHEEL, PagePlaces
from griffie.ui.page.position import MIN_ZOOM, Fit, ViewPosition


class PageScroller(PagePlaces):
    """Pages below one another, to be moved through. The signals are those of PagePlaces."""

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

    def go_to_page(self, page_index: int, y: float = 0.0) -> None:
        """Put a page's top (or the fraction `y` of its displayed height) at the top of the view."""
        if not 0 <= page_index < len(self.stack):
            return
        frame = self.stack.frame(page_index)
        with self._settled():
            self._scroll_to(None, frame.top - (self._px(GAP) if y <= 0 else 0) + y * frame.height)
            self._asked_page = page_index

    def go_to_point(self, page_index: int, y_pt: float | None) -> None:
        """Put a height on a page, in unrotated points, near the top of the view; None is the top of the page."""
        if y_pt is None or not 0 <= page_index < len(self.stack):
            self.go_to_page(page_index)
            return
        _, y = self.stack.from_page(PagePoint(page_index, 0.0, y_pt))
        frame = self.stack.frame(page_index)
        self.go_to_page(page_index, min(max((y - frame.top) / frame.height - 0.01, 0.0), 1.0))

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

    def _turn_page(self, step: int) -> None:
        """One screen on, or one page where a page fits the screen."""
        height = self._viewport_height()
        page = max(self._current_page, 0)
        if len(self.stack) and self.stack.frame(page).height <= height:
            self.go_to_page(min(max(page + step, 0), len(self.stack) - 1))
        else:
            self._scroll_to(None, self.view_box()[1] + step * height * (1 - OVERLAP))

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
