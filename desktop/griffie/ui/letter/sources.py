"""Where the letter's own data were read: a field of the header leads the eye to its words on the page."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from griffie.domain.page import PageText, Quad
from griffie.domain.passage import Span
from griffie.ui.page.geometry import quad_of
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.ui.letter.view import LetterView

Places = Mapping[str, tuple[Any, ...]]


class Sources(QObject):
    """Asks once for each document where its header is printed, and shows it."""

    def __init__(self, view: "LetterView", reads: Lane) -> None:
        super().__init__(view)
        self._view, self._reads = view, reads
        self._document_id, self._asked = "", ""
        self._places: Places = {}

    def ask(self) -> None:
        """Find out where the header of the open document is printed, off the GUI thread; the panel is told."""
        opened = self._view.opened
        if opened is None or opened.document.id == self._asked:
            return
        document_id, pages = opened.document.id, opened.flow.pages
        self._asked = document_id

        def work() -> Places:
            from griffie.services import reading

            return reading.header_places(pages)

        def done(places: Places) -> None:
            self._document_id, self._places = document_id, places
            if self._view.opened is not None and self._view.is_here(document_id):
                self._view.panel.show_sources(
                    {name: found[0].page_index + 1 for name, found in places.items() if found}
                )

        self._reads.run(work, done)

    def show(self, name: str) -> None:
        """Lead the eye to the words of a field."""
        opened = self._view.opened
        if opened is None or self._document_id != opened.document.id:
            return
        pages = opened.flow.pages
        spans = tuple(
            Span(place.page_index, place.start, place.end, "", self._quads(pages, place))
            for place in self._places.get(name, ())
            if place.page_index < len(pages)
        )
        if spans:
            self._view.page.show_passage(spans)

    def _quads(self, pages: Any, place: Any) -> tuple[Quad, ...]:
        """Return the boxes of the lines that a place touches, cut to its characters where those are known already."""
        known = self._view.page.words.get(place.page_index)
        page: PageText = pages[place.page_index]
        lines = [line for line in page.lines if line.start < place.end and place.start < line.end]
        if known is None:
            return tuple(quad_of(line.box) for line in lines)
        boxes = known[1]
        quads = []
        for line in lines:
            first, last = max(line.start, place.start), min(line.end, place.end) - 1
            if first <= last < len(boxes):
                a, b = boxes.quad(first), boxes.quad(last)
                quads.append((a[0], a[1], b[2], b[3], a[4], a[5], b[6], b[7]))
        return tuple(quads)
