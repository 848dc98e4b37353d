"""Selecting with the keyboard.

Shift with arrows, Home, End, Page Up and Page Down selects from the caret, with Ctrl by word, paragraph or to the ends
of the letter. The caret starts where one last clicked or selected, else at the top of what is seen. F7 switches caret
browsing on and off, as in a web browser: then the same keys without Shift move the caret in place of the page.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from griffie.domain.flow import Caret, Flow, Stream, Unit
from griffie.ui.page.geometry import Edge
from griffie.ui.page.scrolling import PageScroller
from griffie.ui.page.selected import Selected
from griffie.ui.page.words import WAIT_S, BoxesMissing

KEYS: dict[tuple[Qt.Key, bool], tuple[Unit, bool]] = {
    (Qt.Key.Key_Left, False): (Unit.CHARACTER, False),
    (Qt.Key.Key_Right, False): (Unit.CHARACTER, True),
    (Qt.Key.Key_Left, True): (Unit.WORD, False),
    (Qt.Key.Key_Right, True): (Unit.WORD, True),
    (Qt.Key.Key_Up, False): (Unit.LINE, False),
    (Qt.Key.Key_Down, False): (Unit.LINE, True),
    (Qt.Key.Key_Up, True): (Unit.PARAGRAPH, False),
    (Qt.Key.Key_Down, True): (Unit.PARAGRAPH, True),
    (Qt.Key.Key_Home, False): (Unit.LINE_EDGE, False),
    (Qt.Key.Key_End, False): (Unit.LINE_EDGE, True),
    (Qt.Key.Key_Home, True): (Unit.DOCUMENT, False),
    (Qt.Key.Key_End, True): (Unit.DOCUMENT, True),
    (Qt.Key.Key_PageUp, False): (Unit.PAGE, False),
    (Qt.Key.Key_PageDown, False): (Unit.PAGE, True),
}
"""(key, with Ctrl) -> (unit of Flow.move, forward)."""


class KeySelecting(QObject):
    """Moves the caret and selects with it.

    Signals:
        caret_mode_changed(bool): caret browsing was switched on or off.
    """

    caret_mode_changed = Signal(bool)

    def __init__(self, view: PageScroller, selected: Selected) -> None:
        super().__init__(view)
        self._view, self._selected = view, selected
        self.caret_mode = False
        self._in_use = False
        self._goal_pt: float | None = None
        selected.changed.connect(self._on_changed)
        self._moving = False

    def edge(self) -> tuple[int, Edge] | None:
        """Return where to draw the caret; None while the keyboard is not used to select."""
        flow, head = self._selected.flow, self._selected.head
        if flow is None or head is None or not (self.caret_mode or self._in_use):
            return None
        page = self._selected.words.get(head.page_index)
        edge = flow.caret_segment(head, page[1]) if page is not None else None
        return None if edge is None else (head.page_index, edge)

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key says; False if it says nothing here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return self.select_all()
        if event.key() == Qt.Key.Key_F7 and not event.modifiers():
            self.set_caret_mode(not self.caret_mode)
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        move = KEYS.get((Qt.Key(event.key()), control))
        if move is None or not (shift or self.caret_mode) or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        return self._move(*move, extend=shift)

    def set_caret_mode(self, on: bool) -> None:
        """Switch caret browsing on or off."""
        if on != self.caret_mode:
            self.caret_mode = on
            if on and self._selected.head is None:
                self._start()
            self.caret_mode_changed.emit(on)
            self._view.viewport().update()

    def copy(self) -> bool:
        """Put the clean text of the selection on the clipboard, as text only."""
        text = self._selected.text()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def select_all(self) -> bool:
        """Select the whole body of the letter."""
        ends = body_of(self._selected.flow) if self._selected.flow is not None else None
        if ends is not None:
            self._selected.select(*ends)
        return ends is not None

    def _escape(self) -> bool:
        if not self._selected.is_empty() or self._in_use:
            self._in_use = False
            self._selected.clear()
        elif self.caret_mode:
            self.set_caret_mode(False)
        else:
            return False
        return True

    def _start(self) -> bool:
        """Put the caret at the top left of what is seen."""
        flow, page_index = self._selected.flow, self._view.current_page
        if flow is None or page_index < 0 or not self._selected.words.wait_for([page_index], WAIT_S):
            return False
        frame, view = self._view.stack.frame(page_index), self._view.view_box()
        point = self._view.stack.to_page(frame.left, max(frame.top, view[1]), page_index)
        caret = flow.caret_at(page_index, point.x_pt, point.y_pt, self._selected.words.boxes(page_index))
        self._selected.select(caret, caret)
        return True

    def _move(self, unit: Unit, forward: bool, *, extend: bool) -> bool:
        flow = self._selected.flow
        if flow is None or (self._selected.head is None and not self._start()):
            return False
        anchor, head = self._selected.anchor, self._selected.head
        assert anchor is not None
        assert head is not None
        self._in_use = self._moving = True
        if not extend and anchor != head and unit is Unit.CHARACTER:
            new = max(anchor, head) if forward else min(anchor, head)  # as everywhere: an arrow leaves a selection
        else:
            new = self._moved(flow, head, unit, forward=forward, stay=extend)
        self._selected.select(anchor if extend else new, new)
        self._moving = False
        self._show()
        return True

    def _moved(self, flow: Flow, head: Caret, unit: Unit, *, forward: bool, stay: bool) -> Caret:
        boxes = self._selected.words.boxes_soon
        try:
            if unit is not Unit.LINE:
                self._goal_pt = None
            elif self._goal_pt is None:
                self._goal_pt = flow.along(head, boxes(head.page_index))
            return flow.move(head, unit, forward=forward, stay=stay, boxes=boxes, goal_pt=self._goal_pt)
        except BoxesMissing:  # the page cannot be read
            return head

    def _show(self) -> None:
        head = self._selected.head
        if head is None or not self._selected.words.wait_for([head.page_index], WAIT_S):
            return
        edge = self.edge()
        if edge is not None:
            page_index, (x0, y0, x1, y1) = edge
            self._view.show_box(page_index, (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
        self._view.viewport().update()

    def _on_changed(self) -> None:
        """A selection that the mouse made needs no caret until a key is used."""
        if not self._moving:
            self._in_use = False
            self._goal_pt = None


def body_of(flow: Flow) -> tuple[Caret, Caret] | None:
    """Return both ends of the letter's body: notes, heads, feet and the reference column are not in it."""
    ends: list[Caret] = []
    for index, back in ((range(len(flow.pages)), False), (reversed(range(len(flow.pages))), True)):
        bodies = ((page, flow.page(page).positions_of(Stream.BODY)) for page in index)
        found = next(((page, body) for page, body in bodies if body[0] < body[1]), None)
        if found is None:
            return None
        page_index, body = found
        ends.append(Caret(page_index, body[1] if back else body[0], back=back))
    return ends[0], ends[1]
