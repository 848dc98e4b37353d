"""Where found words lie on the pages, worked out for the pages that are painted only."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from griffie.domain.flow import Caret, Flow
from griffie.domain.page import Quad
from griffie.ui.page.words import PageWords

Hit = tuple[Caret, Caret]

MARKS_SHOWN = 500
"""On one page; a query of two letters may hit thousands of times."""


class Found(QObject):
    """The marks of found words.

    Signals:
        changed(): other words are to be marked.
    """

    changed = Signal()

    def __init__(self, words: PageWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._flow: Flow | None = None
        self._hits: Mapping[int, Sequence[Hit]] = {}
        self._current: Hit | None = None
        self._quads: dict[int, tuple[int, list[Quad]]] = {}

    def show(self, flow: Flow | None, hits: Mapping[int, Sequence[Hit]], current: Hit | None) -> None:
        """Mark all hits, given by the page they begin on; `current` stands out."""
        if flow is not self._flow or hits is not self._hits:
            self._quads.clear()
        self._flow, self._hits, self._current = flow, hits, current
        self.changed.emit()

    def quads(self, page_index: int) -> list[Quad]:
        """Return the quads of all hits on a page."""
        hits = [*self._from_before(page_index), *self._hits.get(page_index, ())][:MARKS_SHOWN]
        kept = self._quads.get(page_index)
        if kept is not None and kept[0] == len(hits):
            return kept[1]
        quads = [quad for hit in hits for quad in self._quads_of(hit, page_index)]
        if not hits or quads:
            self._quads[page_index] = (len(hits), quads)
        return quads

    def current_quads(self, page_index: int) -> list[Quad]:
        """Return the quads of the current hit on a page."""
        return self._quads_of(self._current, page_index) if self._current is not None else []

    def _from_before(self, page_index: int) -> list[Hit]:
        """Return the hits that begin on the page before and end on this one."""
        return [hit for hit in self._hits.get(page_index - 1, ()) if hit[1].page_index >= page_index]

    def _quads_of(self, hit: Hit, page_index: int) -> list[Quad]:
        if self._flow is None or not hit[0].page_index <= page_index <= hit[1].page_index:
            return []
        page = self._words.get(page_index)
        if page is None:
            self._words.ask([page_index])
            return []
        return self._flow.quads(*hit, page_index, page[1])
