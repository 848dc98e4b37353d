"""The text of a letter as a reader goes through it: carets, selections, what a click or a key means.

The one door to reading order for window, command line and reader; the work is done by its neighbours `stream`, `hit`,
`units` and `moves`. Nothing here is worked out before it is asked for.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from griffie.domain import hit, units
from griffie.domain.bare import BareTexts
from griffie.domain.clean import Repair
from griffie.domain.layout import LetterLayout, PageLayout, Stream
from griffie.domain.moves import Moves, Unit
from griffie.domain.page import PageBoxes, PageText, Quad, counts
from griffie.domain.passage import Selection, Span
from griffie.domain.stream import Caret, FlowPage, FlowPages, Stitched

__all__ = ["Caret", "Flow", "FlowPage", "Stitched", "Stream", "Unit"]

CONTEXT = 48
"""How many clean characters before and after a passage are kept to find it again."""

Boxes = Callable[[int], PageBoxes]


class Flow:
    """The reading order of a document. `repair` mends the spaces of a line before it becomes clean text."""

    def __init__(
        self, pages: Sequence[PageText], layouts: LetterLayout | None = None, repair: Repair | None = None
    ) -> None:
        self.layouts = layouts or LetterLayout(pages)
        self.flow_pages = FlowPages(pages, self.layouts, repair)
        self._moves = Moves(self.flow_pages)

    @cached_property
    def bare(self) -> BareTexts:
        """The bare texts of the pages: what quotes are looked for in."""
        return BareTexts(self.flow_pages)

    @property
    def pages(self) -> Sequence[PageText]:
        """The pages as they were extracted."""
        return self.flow_pages.pages

    def page(self, page_index: int) -> FlowPage:
        """Return a page in reading order: its lines, streams, and the way from positions to offsets and back.

        Raises:
            IndexError: there is no such page.
        """
        return self.flow_pages.page(page_index)

    def layout(self, page_index: int) -> PageLayout:
        """Return the roles and the order of the lines of a page."""
        return self.layouts.layout(page_index)

    def stitch(self, stream: Stream, first: int, last: int) -> Stitched:
        """Return the clean text of one stream from page `first` to page `last` (included), with its way back."""
        return self.flow_pages.stitch(stream, first, last)

    # where a point is, and where a caret is

    def caret_at(self, page_index: int, x_pt: float, y_pt: float, boxes: PageBoxes | None) -> Caret:
        """Return the caret nearest to a point of a page, in unrotated page points."""
        return hit.caret_at(self.page(page_index), x_pt, y_pt, boxes)

    def caret_segment(self, caret: Caret, boxes: PageBoxes) -> tuple[float, float, float, float] | None:
        """Return the line to draw for a caret (x, y of its top, x, y of its foot), or None on an empty page."""
        return hit.caret_segment(self.page(caret.page_index), caret, boxes)

    def caret_of(self, page_index: int, offset: int, *, back: bool = False) -> Caret:
        """Return the caret before the character at a stripped offset, or with `back` after the one before it."""
        page = self.page(page_index)
        if back and offset > 0:
            return Caret(page_index, page.position(offset - 1) + 1, back=True)
        return Caret(page_index, page.position(offset))

    def ends_of(self, spans: Sequence[Span]) -> tuple[Caret, Caret] | None:
        """Return the carets at both ends of the spans of a passage; None for an area or pages that are not there."""
        texts = [span for span in spans if span.start < span.end and span.page_index < len(self.pages)]
        if not texts or any(span.end > self.page(span.page_index).count for span in texts):
            return None
        starts = [self.caret_of(span.page_index, span.start) for span in texts]
        ends = [self.caret_of(span.page_index, span.end, back=True) for span in texts]
        return min(starts), max(ends)

    # what a click selects

    def word(self, caret: Caret) -> tuple[Caret, Caret]:
        """Return the ends of the word at a caret, joined over line and page ends."""
        return units.word(self.flow_pages, caret)

    def sentence(self, caret: Caret) -> tuple[Caret, Caret]:
        """Return the ends of the sentence at a caret."""
        return units.sentence(self.flow_pages, caret)

    def line(self, caret: Caret) -> tuple[Caret, Caret]:
        """Return the ends of the line at a caret."""
        return units.line(self.flow_pages, caret)

    def paragraph(self, caret: Caret) -> tuple[Caret, Caret]:
        """Return the ends of the paragraph at a caret."""
        return units.paragraph(self.flow_pages, caret)

    # what a key does

    def move(
        self,
        caret: Caret,
        unit: Unit,
        *,
        forward: bool,
        stay: bool = False,
        boxes: Boxes | None = None,
        goal_pt: float | None = None,
    ) -> Caret:
        """Return where a step leads. `stay` keeps to the caret's stream (a growing selection); see `Moves.move`."""
        return self._moves.move(caret, unit, forward=forward, stay=stay, boxes=boxes, goal_pt=goal_pt)

    def along(self, caret: Caret, boxes: PageBoxes) -> float:
        """Return how far along its line a caret stands: the `goal_pt` to keep while lines are walked."""
        return self._moves.along(caret, boxes)

    # what lies between two carets; the first one's stream decides, whichever comes first on the page

    def runs(self, anchor: Caret, focus: Caret) -> dict[int, list[tuple[int, int]]]:
        """Return the runs of stripped offsets to paint, per page, in reading order."""
        return {
            page_index: self.page(page_index).runs(start, end)
            for page_index, start, end in self.flow_pages.ranges(anchor, focus)
        }

    def quads(self, anchor: Caret, focus: Caret, page_index: int, boxes: PageBoxes) -> list[Quad]:
        """Return the quads to paint on one page, one for each line."""
        page = self.page(page_index)
        return [
            quad
            for index, start, end in self.flow_pages.ranges(anchor, focus)
            if index == page_index
            for quad in hit.merged_quads(page, start, end, boxes)
        ]

    def quads_of(self, page_index: int, start: int, end: int, boxes: PageBoxes) -> list[Quad]:
        """Return one quad per line for the characters between two stripped offsets of a page."""
        page = self.page(page_index)
        quads: list[Quad] = []
        for number, line in enumerate(page.lines):
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                position = page.starts[number] + first - line.start
                quads += hit.merged_quads(page, position, position + last - first, boxes)
        return quads

    def context_of(self, anchor: Caret, focus: Caret) -> tuple[str, str, str]:
        """Return the clean text between two carets, and the clean text before and after it."""
        ranges = list(self.flow_pages.ranges(anchor, focus))
        return self._quote(ranges, self._stream(anchor, focus))

    def text(self, anchor: Caret, focus: Caret) -> str:
        """Return the clean text between two carets, as it is copied and quoted."""
        ranges = list(self.flow_pages.ranges(anchor, focus))
        return self._quote(ranges, self._stream(anchor, focus))[0]

    def select(self, anchor: Caret, focus: Caret, boxes: Boxes) -> Selection | None:
        """Return what a user has selected from `anchor` to `focus`, or None when that is nothing.

        Only lines of the anchor's stream are taken: text that runs over a page end leaves out feet, notes and column.
        """
        ranges = list(self.flow_pages.ranges(anchor, focus))
        stream = self._stream(anchor, focus)
        quote, prefix, suffix = self._quote(ranges, stream)
        if not ranges or not quote:
            return None
        spans = tuple(span for page_index, start, end in ranges for span in self._spans(page_index, start, end, boxes))
        return Selection(quote, prefix, suffix, spans)

    def _stream(self, anchor: Caret, focus: Caret) -> Stream:
        return self.flow_pages.stream_of(anchor, forward=focus >= anchor)

    def _quote(self, ranges: Sequence[tuple[int, int, int]], stream: Stream) -> tuple[str, str, str]:
        """Return the clean text of some ranges of one stream with what stands before and after it."""
        if not ranges:
            return "", "", ""
        first, last = ranges[0][0], ranges[-1][0]
        text = self.stitch(stream, first, last)
        low, high = text.bound(Caret(first, ranges[0][1])), text.bound(Caret(last, ranges[-1][2]))
        before = self._reach(text, stream, first, -1) if low < CONTEXT else text
        after = self._reach(text, stream, last, 1) if len(text.text) - high < CONTEXT else text
        low_before = before.bound(Caret(first, ranges[0][1]))
        high_after = after.bound(Caret(last, ranges[-1][2]))
        prefix = before.text[max(0, low_before - CONTEXT) : low_before].strip()
        suffix = after.text[high_after : high_after + CONTEXT].strip()
        return text.text[low:high].strip(), prefix, suffix

    def _reach(self, text: Stitched, stream: Stream, page_index: int, step: int) -> Stitched:
        """Return the text of a page with its neighbour's, for context over the page end."""
        near = self.flow_pages.neighbour(page_index, stream, step)
        if near is None:
            return text
        return self.stitch(stream, min(near, page_index), max(near, page_index))

    def _spans(self, page_index: int, start: int, end: int, boxes: Boxes) -> list[Span]:
        page = self.page(page_index)
        spans: list[Span] = []
        for first, last in page.runs(start, end):
            position = page.position(first)
            quads = tuple(hit.merged_quads(page, position, position + last - first, boxes(page_index)))
            spans.append(Span(page_index, first, last, raw_text(page.page, first, last), quads))
        return spans


def raw_text(page: PageText, start: int, end: int) -> str:
    """Return the text of a page between two stripped offsets as it was extracted, spaces and line breaks included."""
    pieces: list[str] = []
    for line in page.lines[bisect_right(page.lines, start, key=lambda line: line.end) :]:
        if line.start >= end:
            break
        if line.start < line.end:
            pieces.append(_cut(line.text, start - line.start, end - line.start))
    return "\n".join(pieces)


def _cut(text: str, start: int, end: int) -> str:
    """Return the part of a line that holds the counting characters from `start` to `end`."""
    at, first, last = 0, 0, len(text)
    for index, character in enumerate(text):
        if not counts(character):
            continue
        if at == start:
            first = index
        at += 1
        if at == end:
            last = index + 1
            break
    return text[first:last]
