"""Selecting with the mouse: drag, two and three clicks, Shift+click, Alt+drag for an area, scrolling at the edges."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from griffie.domain.flow import Caret, Flow
from griffie.ui.page.geometry import PagePoint, box_of
from griffie.ui.page.scrolling import PageScroller
from griffie.ui.page.selected import Selected

SCROLL_MS = 16
SCROLL_SHARE = 0.25  # of the distance beyond the edge, each frame
FASTEST_PX = 60.0


class MouseSelecting(QObject):
    """Turns presses and moves into a selection. One click places the caret, two take the word, three the sentence,
    four the paragraph; dragging on takes whole ones. Pages without text give areas.

    Signals:
        clicked(QPointF): a press and release without a drag, one click.
    """

    clicked = Signal(QPointF)

    def __init__(self, view: PageScroller, selected: Selected) -> None:
        super().__init__(view)
        self._view, self._selected = view, selected
        self._clicks = 0
        self._pressed_at = 0.0
        self._from: QPointF | None = None
        self._press: PagePoint | None = None
        self._last = QPointF()
        self._dragging = self._held = False
        self._area = False
        self._origin: tuple[Caret, Caret] | None = None
        self._extends = self._waits = False
        self._scroll = QTimer(self, interval=SCROLL_MS)
        self._scroll.timeout.connect(self._on_scroll)
        selected.words.loaded.connect(self._on_loaded)

    @property
    def is_held(self) -> bool:
        """Whether the button is down on the page."""
        return self._held

    def press(self, event: QMouseEvent) -> None:
        """The left button went down."""
        position = event.position()
        self._count(position)
        self._held, self._dragging = True, False
        self._from = self._last = position
        self._press = self._view.point_at(position)
        self._area = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) or self._is_scan(self._press.page_index)
        self._extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._origin = None
        self._waits = False
        if self._area:
            self._selected.clear()
        elif self._extends or self._clicks > 1:
            self._update()
        else:
            self._selected.words.ask([self._press.page_index])

    def move(self, position: QPointF) -> None:
        """The pointer moved with the button down."""
        if not self._held or self._from is None:
            return
        self._last = position
        far = (position - self._from).manhattanLength() >= QApplication.startDragDistance()
        self._dragging = self._dragging or far
        if self._dragging:
            self._update()
            self._scroll_at_edge()

    def release(self, position: QPointF) -> None:
        """The left button went up."""
        if not self._held:
            return
        self.move(position)
        self._held = False
        self._scroll.stop()
        if not self._dragging and self._clicks == 1 and not self._extends:
            self._place_caret()
            self.clicked.emit(position)

    def cancel(self) -> None:
        """Stop following the pointer."""
        self._held = self._dragging = False
        self._press = self._origin = None
        self._waits = False
        self._scroll.stop()

    def _count(self, position: QPointF) -> None:
        now = time.monotonic()
        soon = now - self._pressed_at < QApplication.doubleClickInterval() / 1000
        near = self._from is not None and (position - self._from).manhattanLength() < QApplication.startDragDistance()
        self._clicks = self._clicks % 4 + 1 if soon and near else 1
        self._pressed_at = now

    def _is_scan(self, page_index: int) -> bool:
        page = self._selected.words.get(page_index)
        return page is not None and len(page[1]) == 0

    def _place_caret(self) -> None:
        caret = self._caret(self._press) if self._press is not None and not self._area else None
        if caret is None:
            self._selected.clear()
        else:
            self._selected.select(caret, caret)

    def _caret(self, point: PagePoint) -> Caret | None:
        page = self._selected.words.get(point.page_index)
        if self._selected.flow is None:
            return None
        if page is None:
            self._selected.words.ask([point.page_index])
            return None
        return self._selected.flow.caret_at(point.page_index, point.x_pt, point.y_pt, page[1])

    def _update(self) -> None:
        """Select from where the press was to where the pointer is, as far as the boxes are there."""
        if self._press is None:
            return
        if self._area:
            self._update_area()
            return
        head = self._caret(self._view.point_at(self._last))
        self._waits = head is None or (self._origin is None and not self._begin())
        if head is None or self._waits:
            return
        assert self._origin is not None
        start, end = self._origin
        head_start, head_end = self._whole(head)
        if head_start < start:
            self._selected.select(end, head_start)
        else:
            self._selected.select(start, max(head_end, end))

    def _begin(self) -> bool:
        assert self._press is not None
        if self._extends and self._selected.anchor is not None:
            self._origin = (self._selected.anchor, self._selected.anchor)
            return True
        caret = self._caret(self._press)
        if caret is None:
            return False
        self._origin = self._whole(caret)
        return True

    def _whole(self, caret: Caret) -> tuple[Caret, Caret]:
        """Return the word, sentence or paragraph around a caret, as the clicks ask."""
        flow = self._selected.flow
        if self._clicks == 1 or flow is None:
            return caret, caret
        units: dict[int, Callable[[Flow, Caret], tuple[Caret, Caret]]] = {
            2: Flow.word,
            3: Flow.sentence,
            4: Flow.paragraph,
        }
        return units[self._clicks](flow, caret)

    def _update_area(self) -> None:
        assert self._press is not None
        page_index = self._press.page_index
        here = self._view.point_at(self._last, page_index)
        width, height, _ = self._view.stack.sizes[page_index]
        points = [(min(max(p.x_pt, 0.0), width), min(max(p.y_pt, 0.0), height)) for p in (self._press, here)]
        self._selected.select_area(page_index, box_of(points))

    def _scroll_at_edge(self) -> None:
        beyond = self._beyond()
        if beyond.isNull():
            self._scroll.stop()
        elif not self._scroll.isActive():
            self._scroll.start()

    def _beyond(self) -> QPointF:
        """How far the pointer is outside the viewport."""
        rect = self._view.viewport().rect()
        x, y = self._last.x(), self._last.y()
        return QPointF(
            min(x, 0.0) + max(x - rect.width(), 0.0),
            min(y, 0.0) + max(y - rect.height(), 0.0),
        )

    @Slot()
    def _on_scroll(self) -> None:
        beyond = self._beyond() * SCROLL_SHARE
        speed = max(abs(beyond.x()), abs(beyond.y()), 1.0)
        self._view.scroll_by(*(part * min(1.0, FASTEST_PX / speed) for part in (beyond.x(), beyond.y())))
        self._update()

    @Slot(int)
    def _on_loaded(self, page_index: int) -> None:
        """The boxes a press or drag was waiting for are there."""
        del page_index
        if self._waits:
            self._update()
