"""The text and character boxes of pages, asked for when they are needed and kept while there is room."""

from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import Future, wait
from functools import partial

from PySide6.QtCore import QObject, Signal

from griffie.domain.page import PageBoxes, PageText
from griffie.ui.page.hop import Hop
from griffie.ui.page.source import PageSource

CHARACTERS_KEPT = 1_500_000
"""48 MB of boxes: four hundred dense pages."""


PRIORITY = 5
"""After pictures of what is seen, before those of what may be seen next."""

WAIT_S = 0.3
"""How long a key waits for the boxes of a page that was never seen (5 to 7 ms each)."""


class BoxesMissing(Exception):  # noqa: N818  no error: they come later
    """The character boxes of a page are not there yet."""


class PageWords(QObject):
    """Text and boxes of one document's pages.

    Signals:
        loaded(int): the text and boxes of a page are there.
    """

    loaded = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hop = Hop(self)
        self._source: PageSource | None = None
        self._pages: OrderedDict[int, tuple[PageText, PageBoxes]] = OrderedDict()
        self._asked: dict[int, Future[tuple[PageText, PageBoxes]]] = {}
        self._failed: set[int] = set()
        self._characters = 0

    def set_source(self, source: PageSource | None) -> None:
        """Start anew with another document, or with none."""
        for future in self._asked.values():
            if self._source is not None:
                self._source.cancel(future)
        self._source = source
        self._pages.clear()
        self._asked.clear()
        self._failed.clear()
        self._characters = 0

    def get(self, page_index: int) -> tuple[PageText, PageBoxes] | None:
        """Return text and boxes of a page if they are there."""
        page = self._pages.get(page_index)
        if page is not None:
            self._pages.move_to_end(page_index)
        return page

    def ask(self, pages: Iterable[int]) -> None:
        """Ask for the pages that are not there yet; pictures of what is seen go before them."""
        if self._source is None:
            return
        for index in pages:
            if index not in self._pages and index not in self._asked and index not in self._failed:
                future = self._asked[index] = self._source.boxes(index, priority=PRIORITY)
                self._hop.when_done(future, partial(self._on_answer, index))

    def boxes(self, page_index: int) -> PageBoxes:
        """Return the boxes of a page.

        Raises:
            BoxesMissing: they are not there yet; they have been asked for.
        """
        page = self.get(page_index)
        if page is None:
            self.ask([page_index])
            raise BoxesMissing(page_index)
        return page[1]

    def boxes_soon(self, page_index: int) -> PageBoxes:
        """Return the boxes of a page, waiting a moment for them: what a key needs.

        Raises:
            BoxesMissing: they did not come in time.
        """
        self.wait_for([page_index], WAIT_S)
        return self.boxes(page_index)

    def wait_for(self, pages: Iterable[int], limit_s: float) -> bool:
        """Take the answers for some pages, waiting for them no longer than `limit_s` in all."""
        pages = list(pages)
        self.ask(pages)
        asked = {index: self._asked[index] for index in pages if index in self._asked}
        wait(asked.values(), timeout=limit_s)
        for index, future in asked.items():
            if future.done():
                self._on_answer(index, future)
        return all(index in self._pages for index in pages)

    def _on_answer(self, page_index: int, future: Future[tuple[PageText, PageBoxes]]) -> None:
        if self._asked.get(page_index) is not future:
            return
        del self._asked[page_index]
        if future.cancelled():
            return
        if future.exception() is not None:
            self._failed.add(page_index)  # the page itself shows its error tile
            return
        self._keep(page_index, future.result())
        self.loaded.emit(page_index)

    def _keep(self, page_index: int, page: tuple[PageText, PageBoxes]) -> None:
        self._pages[page_index] = page
        self._characters += len(page[1])
        while self._characters > CHARACTERS_KEPT and len(self._pages) > 1:
            _, (_, boxes) = self._pages.popitem(last=False)
            self._characters -= len(boxes)
