"""A passage: the exact words on the page that something is tied to, and how they are found again."""

from dataclasses import dataclass

from griffie.domain.kinds import AnchorState
from griffie.domain.page import Quad


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters on one page: stripped offsets `start` to `end` (exclusive), its raw text, a quad per line.

    A span without text (`start == end`, `raw_exact` empty) is an area on a scan.
    """

    page_index: int
    start: int
    end: int
    raw_exact: str
    quads: tuple[Quad, ...]


def sort_key(spans: tuple[Span, ...]) -> str:
    """Return what sorts passages in the order of the pages as plain text, `ppppp|oooooo`; without spans, at the end."""
    page_index, start = min(((span.page_index, span.start) for span in spans), default=(99_999, 0))
    return f"{page_index:05d}|{start:06d}"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a user has selected in one document: clean quote, context, and the spans that make it up.

    `quote` reads as a person reads it: hyphens at line ends joined, furniture and notes left out, one space between
    words. `prefix` and `suffix` are up to 48 clean characters before and after it.
    """

    quote: str
    prefix: str
    suffix: str
    spans: tuple[Span, ...]

    @property
    def sort_key(self) -> str:
        """Where it stands among others: see `sort_key()`."""
        return sort_key(self.spans)

    @property
    def page_number(self) -> int:
        """The first page it touches, counted from 1 as people do; 0 where it lies nowhere."""
        return min((span.page_index for span in self.spans), default=-1) + 1


@dataclass(frozen=True, slots=True)
class Passage:
    """A stored selection, tied to a document of a letter."""

    id: str
    letter_id: str
    document_id: str
    quote: str
    prefix: str
    suffix: str
    spans: tuple[Span, ...]
    state: AnchorState = AnchorState.EXACT

    @property
    def page_number(self) -> int:
        """The first page it touches, counted from 1 as people do; 0 where it lies nowhere."""
        return min((span.page_index for span in self.spans), default=-1) + 1
