"""The door of the reader: pages in, suggestions with their exact words out. Deterministic, and nothing leaves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from griffie.domain.flow import Flow
from griffie.domain.layout import Stream
from griffie.domain.page import PageText
from griffie.domain.reading import Reading
from griffie.domain.stream import Caret
from griffie.reading.facts import LetterFacts
from griffie.reading.findings import Findings, find_all
from griffie.reading.header import Header, read_header
from griffie.reading.places import Boxes, PlacedText
from griffie.reading.suggest import Suggester

READER = "nl/1"
"""The name of these rules: letters read under another name are read anew."""

_FOOT = ("signatory", "senders")
"""Fields that may stand under the letter's text: they do not say where its head ends."""


@dataclass(frozen=True)
class LetterReader:
    """One letter being read; each part is worked out when it is first asked for.

    Args:
        pages: the letter's pages in order.
        boxes: gives the place of each character of a page; asked only for pages on which something is found.
        facts: the header as the clerk has it.
        header: the header as it is printed, where it was read already.
    """

    pages: Sequence[PageText]
    boxes: Boxes
    facts: LetterFacts
    header: Header | None = None

    @cached_property
    def placed(self) -> PlacedText:
        """The letter's text with the way back to its pages."""
        flow = Flow(self.pages)
        return PlacedText(flow, _head_end(flow, self.header or read_header(self.pages)))

    @cached_property
    def findings(self) -> Findings:
        """What the rules find."""
        return find_all(self.placed.letter, self.facts)

    @cached_property
    def suggester(self) -> Suggester:
        """What makes suggestions of it."""
        return Suggester(self.findings, self.placed, self.boxes)


def read_letter(pages: Sequence[PageText], boxes: Boxes, facts: LetterFacts) -> Reading:
    """Return all citations and suggestions of a letter, in reading order."""
    if not any(page.lines for page in pages):
        return Reading(reader=READER)
    return LetterReader(pages, boxes, facts).suggester.reading(READER)


def _head_end(flow: Flow, header: Header) -> Caret | None:
    """Return where the head of a letter ends: behind the last of its fields on the first page that has any."""
    places = [place for field, found in header.places.items() if field not in _FOOT for place in found]
    if not places:
        return None
    page_index = min(place.page_index for place in places)
    page = flow.page(page_index)
    low, high = page.positions_of(Stream.BODY)
    ends = [page.position(place.end - 1) + 1 for place in places if place.page_index == page_index and place.end]
    inside = [end for end in ends if low < end <= high]
    return Caret(page_index, max(inside), back=True) if inside else None
