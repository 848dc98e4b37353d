"""Finds words in a letter in slices between other events, so that a long report never holds the window up."""

import time
from bisect import bisect_left

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from griffie.domain.find import Finder, Query
from griffie.domain.flow import Caret, Flow

Hit = tuple[Caret, Caret]

SLICE_S = 0.003
"""After this long the other events have their turn; one page more may take a few milliseconds."""


class HitSearch(QObject):
    """The hits of one query in one letter, page by page from where the reader is.

    Signals:
        found(int): the hits of a page are known, and there are some.
        finished(): all pages have been looked through.
    """

    found = Signal(int)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._flow: Flow | None = None
        self._finder: Finder | None = None
        self._query: Query | None = None
        self._left: list[int] = []
        self.by_page: dict[int, list[Hit]] = {}
        self.count = 0
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._on_slice)

    @property
    def is_running(self) -> bool:
        """Whether pages are left to look through."""
        return self._slice.isActive()

    def start(self, flow: Flow, query: Query, first_page: int) -> None:
        """Look for something else, on `first_page` first and then on, round the end of the letter."""
        self.stop()
        if flow is not self._flow or self._finder is None:
            self._flow, self._finder = flow, Finder(flow)  # keeps what it folded, so that the next query is quicker
        self._query = query
        pages = [*range(first_page, len(flow.pages)), *range(first_page)]
        self._left = pages[::-1]
        self._slice.start()

    def stop(self) -> None:
        """Forget what was found and look no further."""
        self._slice.stop()
        self.by_page = {}
        self.count = 0
        self._left = []

    @Slot()
    def _on_slice(self) -> None:
        until = time.perf_counter() + SLICE_S
        while self._left:
            self._look(self._left.pop())
            if time.perf_counter() >= until:
                break
        if not self._left and self._slice.isActive():
            self._slice.stop()
            self.finished.emit()

    def _look(self, page_index: int) -> None:
        assert self._finder is not None
        assert self._query is not None
        hits = self._finder.on_page(self._query, page_index)
        if hits:
            self.by_page[page_index] = hits
            self.count += len(hits)
            self.found.emit(page_index)

    # going from one to the next

    def number_of(self, hit: Hit) -> int:
        """Return the place of a hit among those found so far, from 1."""
        page_index = hit[0].page_index
        before = sum(len(hits) for index, hits in self.by_page.items() if index < page_index)
        return before + bisect_left(self.by_page[page_index], hit) + 1

    def first_from(self, caret: Caret) -> Hit | None:
        """Return the first hit from a caret on, round the end of the letter once all pages up to there are known."""
        for page_index in sorted(index for index in self.by_page if index >= caret.page_index):
            for hit in self.by_page[page_index]:
                if hit[0] >= caret:
                    return hit
        known = min(self.by_page, default=caret.page_index)
        return self.by_page[known][0] if self.by_page and (known < caret.page_index or not self._left) else None

    def after(self, caret: Caret) -> Hit | None:
        """Return the first hit that begins after a caret, round the end of the letter."""
        for page_index in sorted(index for index in self.by_page if index >= caret.page_index):
            for hit in self.by_page[page_index]:
                if hit[0] > caret:
                    return hit
        return self.by_page[min(self.by_page)][0] if self.by_page else None

    def before(self, caret: Caret) -> Hit | None:
        """Return the last hit that begins before a caret, round the beginning of the letter."""
        for page_index in sorted(self.by_page, reverse=True):
            for hit in reversed(self.by_page[page_index]) if page_index <= caret.page_index else ():
                if hit[0] < caret:
                    return hit
        return self.by_page[max(self.by_page)][-1] if self.by_page else None
