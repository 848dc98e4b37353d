"""What is selected on the pages: words between two carets, or an area of one page. Painted by the view."""

from PySide6.QtCore import QObject, Signal, Slot

from griffie.domain.flow import Caret, Flow
from griffie.domain.page import Box, PageBoxes, Quad
from griffie.domain.passage import Selection, Span
from griffie.ui.page.geometry import quad_of
from griffie.ui.page.words import BoxesMissing, PageWords

WAIT_S = 0.4
"""How long a key that needs the whole selection waits for boxes of pages that were never seen (5 to 7 ms each)."""

PAGES_AHEAD = 12
SMALLEST_AREA_PT = 3.0


class Selected(QObject):
    """The selection of one document.

    Signals:
        changed(): what is selected, or what is known of it, has changed.
    """

    changed = Signal()

    def __init__(self, words: PageWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.flow: Flow | None = None
        self.anchor: Caret | None = None
        self.head: Caret | None = None
        self.area: tuple[int, Box] | None = None
        self._quads: dict[int, list[Quad]] = {}
        self._pages: list[int] | None = None
        self._ready: Selection | None = None
        words.loaded.connect(self._on_loaded)

    def set_flow(self, flow: Flow | None) -> None:
        """Take the text in reading order; what was selected in another flow is gone."""
        self.flow = flow
        self.clear()

    def is_empty(self) -> bool:
        """Tell whether nothing is selected."""
        return self.area is None and self.anchor == self.head

    def select(self, anchor: Caret, head: Caret) -> None:
        """Select what lies between two carets; equal ones only place the caret."""
        if (anchor, head) != (self.anchor, self.head) or self.area is not None:
            self.anchor, self.head, self.area = anchor, head, None
            self._changed()

    def select_area(self, page_index: int, box: Box) -> None:
        """Select an area of a page in unrotated page points; a speck selects nothing."""
        left, top, right, bottom = box
        big_enough = min(right - left, bottom - top) >= SMALLEST_AREA_PT
        self.anchor = self.head = None
        self.area = (page_index, box) if big_enough else None
        self._changed()

    def clear(self) -> None:
        """Select nothing and put the caret away."""
        if self.anchor is not None or self.area is not None:
            self.anchor = self.head = self.area = None
            self._changed()

    def _changed(self) -> None:
        self._quads.clear()
        self._pages = self._ready = None
        if not self.is_empty() and self.area is None:
            pages = self.pages()
            self.words.ask(pages if len(pages) <= PAGES_AHEAD else ())  # so that selection() need not wait
        self.changed.emit()

    def pages(self) -> list[int]:
        """Return the pages on which words are selected."""
        if self._pages is None:
            self._pages = []
            if self.flow is not None and self.anchor is not None and self.head is not None and not self.is_empty():
                self._pages = list(self.flow.runs(self.anchor, self.head))
        return self._pages

    def quads(self, page_index: int) -> list[Quad]:
        """Return what to paint on a page; empty while its boxes are on their way."""
        if self.area is not None:
            return [quad_of(self.area[1])] if self.area[0] == page_index else []
        if page_index not in self._quads:
            boxes = self._boxes_of(page_index)
            if boxes is None or self.flow is None or self.anchor is None or self.head is None:
                return []
            self._quads[page_index] = self.flow.quads(self.anchor, self.head, page_index, boxes)
        return self._quads[page_index]

    def _boxes_of(self, page_index: int) -> PageBoxes | None:
        if page_index not in self.pages():
            return None
        page = self.words.get(page_index)
        if page is None:
            self.words.ask([page_index])
        return None if page is None else page[1]

    def selection(self) -> Selection | None:
        """Return the selection, waiting a moment for pages never seen; None if nothing is selected or it is not ready.

        In the latter case `changed` comes again when it is.
        """
        if self.area is not None:
            page_index, box = self.area
            return Selection("", "", "", (Span(page_index, 0, 0, "", (quad_of(box),)),))
        if self._ready is None and not self.is_empty():
            self._ready = self._make()
        return self._ready

    def _make(self) -> Selection | None:
        if self.flow is None or self.anchor is None or self.head is None:
            return None
        if not self.words.wait_for(self.pages(), WAIT_S):
            return None
        try:
            return self.flow.select(self.anchor, self.head, self.words.boxes)
        except BoxesMissing:
            return None

    def text(self) -> str:
        """Return the clean text for the clipboard."""
        if self.flow is None or self.anchor is None or self.head is None:
            return ""
        return self.flow.text(self.anchor, self.head)

    @Slot(int)
    def _on_loaded(self, page_index: int) -> None:
        """Say so once the last page that `selection()` needs is there."""
        if page_index in self.pages() and all(self.words.get(index) is not None for index in self.pages()):
            self.changed.emit()
