"""From pages to the letter's text, and from an extent of that text back to the exact words on the page."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from griffie.domain.flow import Flow
from griffie.domain.layout import Role, Stream
from griffie.domain.notes import note_mark
from griffie.domain.page import PageBoxes, PageText, strip_text
from griffie.domain.passage import Selection
from griffie.domain.reading import Extent
from griffie.domain.stream import Caret, FlowPage, Stitched
from griffie.domain.units import paragraph_begins
from griffie.reading.plain import Piece, assemble
from griffie.reading.text import LetterText, NoteMark, ParagraphKind

Boxes = Callable[[int], PageBoxes]
DECIMALS = re.compile(r"\d[.,]$")  # "87,3" with its last digit raised is a number all the same
NOTE_NUMBER = re.compile(r"[\[(]?(\d{1,3})[\])]?\s*")


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a paragraph of the letter's text comes from: a stretch of the clean text of one stream."""

    stream: Stream
    begin: int
    cuts: tuple[NoteMark, ...]  # the marks taken off, each at its place in the bare paragraph


class PlacedText:
    """The letter's text with the way back to its pages."""

    def __init__(self, flow: Flow, head_end: Caret | None = None) -> None:
        last = len(flow.pages) - 1
        self.flow = flow
        self._stitched = {stream: flow.stitch(stream, 0, last) for stream in (Stream.BODY, Stream.NOTE)}
        found = [*self._paragraphs(Stream.BODY), *self._paragraphs(Stream.NOTE)]
        head = 0 if head_end is None else self._stitched[Stream.BODY].bound(head_end)
        pieces = [self._piece(stream, low, high, role, head) for stream, low, high, role in found]
        sure = [self._small(stream, low, high) for stream, low, high, _ in found]
        self.letter: LetterText = assemble(pieces, sure)
        self._sources = tuple(self._source_of(index, found[index][0], found[index][2]) for index in range(len(found)))

    # from pages to text

    def _paragraphs(self, stream: Stream) -> Iterator[tuple[Stream, int, int, Role]]:
        """Yield stream, begin and end in its clean text, and role of each paragraph."""
        text = self._stitched[stream]
        cuts = list(self._starts(stream, text))
        ends = [*(at for at, _ in cuts[1:]), len(text.text)][: len(cuts)]
        for (low, role), high in zip(cuts, ends, strict=True):
            words = text.text[low:high]
            begin = low + len(words) - len(words.lstrip())
            if words.strip():
                yield stream, begin, begin + len(words.strip()), role

    def _starts(self, stream: Stream, text: Stitched) -> Iterator[tuple[int, Role]]:
        flow = self.flow.flow_pages
        for page_index in range(len(flow)):
            page = flow.page(page_index)
            for number in range(*page.streams.get(stream, (0, 0))):
                if paragraph_begins(flow, page_index, number):
                    yield text.bound(Caret(page_index, page.starts[number])), _role(page, number)

    def _piece(self, stream: Stream, low: int, high: int, role: Role, head: int) -> Piece:
        words = self._stitched[stream].text[low:high]
        if stream is Stream.NOTE:
            found = NOTE_NUMBER.match(words)
            number = note_mark(words) if found else None
            return (words[found.end() :] if found and number else words, ParagraphKind.NOTE, number)
        if high <= head:
            return words, ParagraphKind.HEAD, None
        return words, ParagraphKind.HEADING if role is Role.HEADING else None, None

    def _small(self, stream: Stream, low: int, high: int) -> list[tuple[int, int, int]]:
        """Return start, end and number of the raised marks in a paragraph, counted from its begin."""
        if stream is Stream.NOTE:
            return []
        text = self._stitched[stream]
        begin, end = text.caret(low), text.caret(high, back=True)
        marks: list[tuple[int, int, int]] = []
        for page_index in range(begin.page_index, end.page_index + 1):
            page = self.flow.page(page_index)
            for number in range(*page.streams.get(stream, (0, 0))):
                for first, last in page.lines[number].small:
                    start = text.bound(Caret(page_index, page.position(first))) - low
                    digits = strip_text(text.text[low + start : low + start + last - first + 1])[: last - first]
                    decimals = DECIMALS.search(text.text, max(low, low + start - 3), low + start)
                    if 0 <= start < high - low and digits.isdecimal() and not decimals:
                        marks.append((start, start + last - first, int(digits)))
        return marks

    # and back

    def _source_of(self, index: int, stream: Stream, high: int) -> _Source:
        paragraph = self.letter.paragraphs[index]
        length = paragraph.end - paragraph.start
        marks = tuple(
            NoteMark(mark.at - paragraph.start, mark.number)
            for mark in self._marks_between(paragraph.start, paragraph.end)
        )
        gone = sum(len(str(mark.number)) for mark in marks)
        return _Source(stream, high - length - gone, marks)  # a note's own number stands before `begin`

    def _marks_between(self, start: int, end: int) -> Sequence[NoteMark]:
        marks = self.letter.marks
        return marks[
            bisect_left(marks, start, key=lambda mark: mark.at) : bisect_right(marks, end, key=lambda mark: mark.at)
        ]

    def carets(self, extent: Extent) -> tuple[Caret, Caret]:
        """Return the carets around the words of an extent; both lie in the paragraph that holds its first word."""
        number = self.letter.paragraph_at(extent.start)
        paragraph, source = self.letter.paragraphs[number], self._sources[number]
        start, end = extent.start - paragraph.start, min(extent.end, paragraph.end) - paragraph.start
        text = self._stitched[source.stream]
        first = source.begin + start + _gone(source.cuts, start, at_mark=True)
        last = source.begin + end + _gone(source.cuts, end, at_mark=False)
        return text.caret(first), text.caret(last, back=True)

    def select(self, extent: Extent, boxes: Boxes) -> Selection | None:
        """Return the words of an extent as a user would have selected them, their quote without note marks."""
        begin, end = self.carets(extent)
        selection = self.flow.select(begin, end, boxes)
        if selection is None:
            return None
        return Selection(self.letter.quote(extent), selection.prefix, selection.suffix, selection.spans)

    def extent_of(self, page_index: int, start: int, end: int) -> Extent | None:
        """Return the extent of the characters between two stripped offsets of a page, or None outside the text."""
        page = self.flow.page(page_index)
        if start >= end or end > page.count:
            return None
        position = page.position(start)
        stream = page.stream_at(position)
        if stream not in self._stitched:
            return None
        text = self._stitched[stream]
        low = text.bound(Caret(page_index, position))
        high = text.bound(Caret(page_index, page.position(end - 1))) + 1
        for paragraph, source in zip(self.letter.paragraphs, self._sources, strict=True):
            length = paragraph.end - paragraph.start + _gone(source.cuts, len(text.text), at_mark=True)
            if source.stream is stream and source.begin <= low < source.begin + length:
                first, last = low - source.begin, min(high - source.begin, length)
                return Extent(
                    paragraph.start + first - _taken(source.cuts, first),
                    paragraph.start + last - _taken(source.cuts, last),
                )
        return None


def _gone(cuts: Iterable[NoteMark], at: int, *, at_mark: bool) -> int:
    """Return how many characters of marks were taken off before a place of the bare text."""
    return sum(len(str(cut.number)) for cut in cuts if cut.at < at or (at_mark and cut.at == at))


def _taken(cuts: Iterable[NoteMark], at: int) -> int:
    """Return how many characters of marks stand before a place of the text with its marks."""
    taken = 0
    for cut in cuts:
        if cut.at + taken < at:
            taken += min(len(str(cut.number)), at - cut.at - taken)
    return taken


def _role(page: FlowPage, number: int) -> Role:
    return page.layout.roles[page.layout.order[number]]


def placed_text(pages: Sequence[PageText], head_end: Caret | None = None) -> PlacedText:
    """Return the letter's text of these pages; what stands before `head_end` belongs to its head."""
    return PlacedText(Flow(pages), head_end)
