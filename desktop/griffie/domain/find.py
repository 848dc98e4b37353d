"""Finds words in a letter as people type them: small letters, no accents, across line ends, notes and pages.

Works page by page, so that the first hits of a long document are there before the last page has been read.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from griffie.domain.flow import Flow
from griffie.domain.layout import Stream
from griffie.domain.page import IGNORED
from griffie.domain.stream import Caret, Stitched

STREAMS = (Stream.HEADER, Stream.BODY, Stream.COLUMN, Stream.NOTE, Stream.FOOTER)
LINE_HYPHEN = "\x1f"
"""Stands for a hyphen at a line end: a query may have a hyphen there or nothing, whatever the clean text made of it."""

ALIKE = str.maketrans(dict.fromkeys("‘’‚‛`´′", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―−", "-"))
HYPHENS = "-\u2010\u2011"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: a pattern over folded text. Make one with `query_of`."""

    pattern: re.Pattern[str]
    match_case: bool
    length: int


def query_of(text: str, *, match_case: bool = False) -> Query | None:
    """Return the query for what somebody typed, or None when there is nothing to look for."""
    words = [fold(word, match_case=match_case) for word in text.split()]
    words = [word for word in words if word]
    if not words:
        return None
    between = f"{LINE_HYPHEN}?"
    patterns = [between.join(f"[-{LINE_HYPHEN}]" if c == "-" else re.escape(c) for c in word) for word in words]
    return Query(re.compile(" ".join(patterns)), match_case, sum(map(len, words)) + len(words))


def find_all(flow: Flow, query: str, *, match_case: bool = False) -> list[tuple[Caret, Caret]]:
    """Return all hits in a document, in reading order."""
    wanted = query_of(query, match_case=match_case)
    finder = Finder(flow)
    return [] if wanted is None else [hit for n in range(len(flow.pages)) for hit in finder.on_page(wanted, n)]


@dataclass(frozen=True, slots=True)
class _Folded:
    """Folded text, and where each of its characters comes from; `origins` is None when nothing was moved."""

    text: str
    origins: "array[int] | None"

    def ends(self, found: re.Match[str]) -> tuple[int, int]:
        """Return where a match begins and ends in the text that was folded."""
        begin, last = found.start(), found.end() - 1
        return (begin, last + 1) if self.origins is None else (self.origins[begin], self.origins[last] + 1)


class Finder:
    """Finds in one document; keeps the folded text of its pages, so that the next query is quicker."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._pages: dict[tuple[int, Stream, bool], _Folded] = {}
        self._letters: dict[bool, dict[str, str]] = {False: {}, True: {}}

    def on_page(self, query: Query, page_index: int) -> list[tuple[Caret, Caret]]:
        """Return the hits that begin on a page, in reading order; one may end on the next page."""
        return sorted(hit for stream in STREAMS for hit in self._in_stream(query, page_index, stream))

    def _in_stream(self, query: Query, page_index: int, stream: Stream) -> Iterator[tuple[Caret, Caret]]:
        start, end = self._flow.page(page_index).positions_of(stream)
        if start >= end:
            return
        text = self._flow.stitch(stream, page_index, page_index)
        key = (page_index, stream, query.match_case)
        if key not in self._pages:
            self._pages[key] = self._folded(text.text, _marks(text, 0, len(text.text)), query.match_case)
        for found in query.pattern.finditer(self._pages[key].text):
            begin, stop = self._pages[key].ends(found)
            yield text.caret(begin), text.caret(stop, back=True)
        if stream not in (Stream.HEADER, Stream.FOOTER):
            yield from self._over_page_end(query, page_index, stream)

    def _over_page_end(self, query: Query, page_index: int, stream: Stream) -> Iterator[tuple[Caret, Caret]]:
        """Yield the hits that begin on a page and end on the next one with text of the stream."""
        after = self._flow.flow_pages.neighbour(page_index, stream, 1)
        if after is None or after >= len(self._flow.pages):
            return
        text = self._flow.stitch(stream, page_index, after)
        edge, reach = text.parts[-1][0], 2 * query.length + 8
        low, high = max(0, edge - reach), edge + reach
        marks = [*_marks(text, low, high), *_mark_at_edge(text, edge, low)]
        folded = self._folded(text.text[low:high], marks, query.match_case)
        for found in query.pattern.finditer(folded.text):
            begin, stop = folded.ends(found)
            if low + begin < edge < low + stop:
                yield text.caret(low + begin), text.caret(low + stop, back=True)

    def _folded(self, text: str, marks: Sequence[int], match_case: bool) -> _Folded:
        if text.isascii() and not marks:
            return _Folded(fold(text, match_case=match_case), None)
        known, at_mark = self._letters[match_case], set(marks)
        pieces: list[str] = []
        origins = array("l")
        for index, letter in enumerate(text):
            piece = known.get(letter)
            if piece is None:
                piece = known[letter] = fold(letter, match_case=match_case)
            if index in at_mark:
                piece = LINE_HYPHEN if letter in HYPHENS else LINE_HYPHEN + piece
            pieces.append(piece)
            origins.extend([index] * len(piece))
        return _Folded("".join(pieces), origins)


def _marks(text: Stitched, low: int, high: int) -> list[int]:
    """Return where lines end in a hyphen between two places of the text, counted from the first."""
    return [begin + at - low for begin, _, clean in text.parts for at in clean.hyphens if low <= begin + at < high]


def _mark_at_edge(text: Stitched, edge: int, low: int) -> list[int]:
    """Return where a page ends in a hyphen: when its text runs on without a space it had one, or has it still."""
    if text.text[edge - 1] == " ":
        return []
    return [(edge - 1 if text.text[edge - 1] in HYPHENS else edge) - low]


def fold(text: str, *, match_case: bool = False) -> str:
    """Return a text without accents and, unless case matters, capitals; ligatures and kinds of quotes made plain."""
    text = text.translate(ALIKE)
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in parts if not unicodedata.combining(c) and c not in IGNORED)
    return text if match_case else text.casefold()
