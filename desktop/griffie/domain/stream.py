"""Positions in reading order: how characters on pages, carets between them and clean text belong together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from griffie.domain.clean import CleanText, Joint, Repair, clean_lines, join
from griffie.domain.frame import turned
from griffie.domain.layout import STREAMS, LetterLayout, PageLayout, Stream
from griffie.domain.page import Box, PageText, TextLine


@dataclass(frozen=True, order=True, slots=True)
class Caret:
    """A place between two characters that count, in the reading order of a page: 0 to the number of its characters.

    `back` says that it belongs to the character before it: the end of a line, the right half of a letter. It makes no
    difference to what is selected between two carets.
    """

    page_index: int
    position: int
    back: bool = field(default=False, compare=False)


class FlowPage:
    """One page in reading order. Positions count the characters that count, in that order."""

    def __init__(self, page: PageText, layout: PageLayout) -> None:
        self.page = page
        self.layout = layout
        self.lines: list[TextLine] = [page.lines[index] for index in layout.order]
        self.starts: list[int] = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + line.end - line.start)
        self.streams = self._stream_ranges()
        self._by_offset = sorted((line.start, order) for order, line in enumerate(self.lines))
        self.rows: list[tuple[float, float, float, float, float, float]] | None = None  # kept by `hit`
        self._regions: dict[int, Box] | None = None

    @property
    def count(self) -> int:
        """How many characters of the page count."""
        return self.starts[-1]

    def _stream_ranges(self) -> dict[Stream, tuple[int, int]]:
        """Return the first line and the one after the last, in reading order, of each stream."""
        kinds = [STREAMS[self.layout.roles[index]] for index in self.layout.order]
        ranges: dict[Stream, tuple[int, int]] = {}
        at = 0
        for stream, group in groupby(kinds):
            size = len(list(group))
            ranges[stream] = (at, at + size)
            at += size
        return ranges

    def line_number(self, position: int, *, back: bool = False) -> int:
        """Return which line, in reading order, holds a position; between two lines `back` chooses the first."""
        number = bisect_left(self.starts, position) - 1 if back else bisect_right(self.starts, position) - 1
        return max(0, min(number, len(self.lines) - 1))

    def stream_at(self, position: int, *, back: bool = False) -> Stream:
        """Return the stream of the character at a position; the body where the page is empty."""
        if not self.lines:
            return Stream.BODY
        return STREAMS[self.layout.roles[self.layout.order[self.line_number(position, back=back)]]]

    def positions_of(self, stream: Stream) -> tuple[int, int]:
        """Return where a stream begins and ends on this page; an empty range where it has nothing here."""
        first, last = self.streams.get(stream, (0, 0))
        return self.starts[first], self.starts[last]

    def offset(self, position: int) -> int:
        """Return the stripped offset of the character that follows a position.

        Raises:
            IndexError: no character follows.
        """
        if not 0 <= position < self.count:
            raise IndexError(position)
        number = self.line_number(position)
        return self.lines[number].start + position - self.starts[number]

    def position(self, offset: int) -> int:
        """Return the position before the character at a stripped offset; the end of the page for the end.

        Raises:
            IndexError: the page has no such character.
        """
        if offset == self.count:
            return self.count
        if not 0 <= offset < self.count:
            raise IndexError(offset)
        _, number = self._by_offset[bisect_right(self._by_offset, (offset, len(self.lines))) - 1]
        return self.starts[number] + offset - self.lines[number].start

    def runs(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the runs of stripped offsets between two positions, in reading order, each as long as can be."""
        runs: list[tuple[int, int]] = []
        while start < end:
            number = self.line_number(start)
            stop = min(end, self.starts[number + 1])
            first = self.offset(start)
            if runs and runs[-1][1] == first:
                runs[-1] = (runs[-1][0], first + stop - start)
            else:
                runs.append((first, first + stop - start))
            start = stop
        return runs

    def beside(self, number: int, other: int) -> bool:
        """Tell whether two lines, by their place in reading order, stand on one row and do not share its width."""
        a, b = (turned(self.lines[n].box, self.layout.direction) for n in (number, other))
        tops = [max(box[1], box[3] - 1.35 * self.lines[n].size) for box, n in ((a, number), (b, other))]
        shared = min(a[3], b[3]) - max(tops)
        lower = min(a[3] - tops[0], b[3] - tops[1])
        return shared > 0.5 * lower and (a[2] <= b[0] + 1 or b[2] <= a[0] + 1)

    def region_box(self, number: int) -> Box:
        """Return the box of the region that a line belongs to, in the page's frame."""
        if self._regions is None:
            self._regions = {}
            for order, line in enumerate(self.lines):
                region = self.layout.regions[self.layout.order[order]]
                box = turned(line.box, self.layout.direction)
                old = self._regions.get(region, box)
                self._regions[region] = (
                    min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3])
                )  # fmt: skip
        return self._regions[self.layout.regions[self.layout.order[number]]]


@dataclass(frozen=True, slots=True)
class Stitched:
    """Clean text of one stream over one or more pages, and the way back to carets."""

    text: str
    parts: tuple[tuple[int, int, CleanText], ...]  # where the page's text begins, page, its clean text

    def caret(self, index: int, *, back: bool = False) -> Caret:
        """Return the caret before the character at `index`, or with `back` after the character before it."""
        key = index - 1 if back else index
        part = max(0, bisect_right([begin for begin, _, _ in self.parts], max(0, key)) - 1)
        begin, page_index, clean = self.parts[part]
        local = max(0, min(index - begin, len(clean.text)))
        if back and local:
            return Caret(page_index, clean.positions[local - 1] + (0 if clean.text[local - 1] == " " else 1), back=True)
        return Caret(page_index, clean.positions[local])

    def index(self, caret: Caret) -> int:
        """Return the index of the character that a caret belongs to: the one after it, or before it when it is back."""
        for begin, page_index, clean in self.parts:
            if page_index == caret.page_index:
                position = caret.position - (1 if caret.back else 0)
                return begin + max(0, min(bisect_right(clean.positions, position) - 1, len(clean.text) - 1))
        return 0

    def bound(self, caret: Caret) -> int:
        """Return where the text is cut at a caret."""
        for begin, page_index, clean in self.parts:
            if page_index == caret.page_index:
                return begin + min(bisect_left(clean.positions, caret.position), len(clean.text))
            if page_index > caret.page_index:
                return begin
        return len(self.text)


class FlowPages:
    """All pages of a document in reading order, each made when it is first asked for."""

    def __init__(self, pages: Sequence[PageText], layouts: LetterLayout, repair: Repair | None = None) -> None:
        self.pages = pages
        self.layouts = layouts
        self._repair = repair
        self._flow_pages: dict[int, FlowPage] = {}
        self._clean: dict[tuple[int, Stream], CleanText] = {}
        self._small: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self.pages)

    def page(self, page_index: int) -> FlowPage:
        """Return a page in reading order.

        Raises:
            IndexError: there is no such page.
        """
        if page_index not in self._flow_pages:
            layout = self.layouts.layout(page_index)
            self._flow_pages[page_index] = FlowPage(self.pages[page_index], layout)
        return self._flow_pages[page_index]

    def clean(self, page_index: int, stream: Stream) -> CleanText:
        """Return the clean text of one stream on one page; its positions are those of the page."""
        key = (page_index, stream)
        if key not in self._clean:
            page = self.page(page_index)
            first, last = page.streams.get(stream, (0, 0))
            texts = [line.text for line in page.lines[first:last]]
            self._clean[key] = clean_lines(texts, page.starts[first], partial(self.occurs, page_index), self._repair)
        return self._clean[key]

    def occurs(self, page_index: int, word: str) -> bool:
        """Tell whether a word in small letters occurs on a page or one beside it."""
        return any(
            word in self._small_text(near) for near in range(max(0, page_index - 1), min(len(self), page_index + 2))
        )

    def _small_text(self, page_index: int) -> str:
        if page_index not in self._small:
            self._small[page_index] = self.pages[page_index].text.casefold()
        return self._small[page_index]

    def stitch(self, stream: Stream, first: int, last: int) -> Stitched:
        """Return the clean text of a stream from page `first` to page `last`, both included."""
        text, soft = "", False
        parts: list[tuple[int, int, CleanText]] = []
        for page_index in range(max(0, first), min(last, len(self) - 1) + 1):
            clean = self.clean(page_index, stream)
            if not clean.text:
                continue
            if text:
                joint = join(text[-200:], clean.text[:200], partial(self.occurs, page_index))
                joint = Joint(False, "") if soft else joint
                text = (text[:-1] if joint.drop else text) + joint.glue
            parts.append((len(text), page_index, clean))
            text, soft = text + clean.text, clean.soft
        return Stitched(text, tuple(parts))

    def ranges(self, anchor: Caret, focus: Caret) -> Iterator[tuple[int, int, int]]:
        """Yield page, first and last position of what is selected from `anchor` to `focus`: one stream only."""
        low, high = min(anchor, focus), max(anchor, focus)
        stream = self.stream_of(anchor, forward=focus >= anchor)
        for page_index in range(max(0, low.page_index), min(high.page_index, len(self) - 1) + 1):
            start, end = self.page(page_index).positions_of(stream)
            if page_index == low.page_index:
                start = max(start, low.position)
            if page_index == high.page_index:
                end = min(end, high.position)
            if start < end:
                yield page_index, start, end

    def stream_of(self, caret: Caret, *, forward: bool = True) -> Stream:
        """Return the stream that a selection from `caret` stays in; it follows the character it was put at."""
        return self.page(caret.page_index).stream_at(caret.position, back=caret.back or not forward)

    def neighbour(self, page_index: int, stream: Stream, step: int) -> int | None:
        """Return the next page (or with step -1 the one before) that has something of a stream, within three pages."""
        for near in range(page_index + step, page_index + 4 * step, step):
            if not 0 <= near < len(self):
                return None
            start, end = self.page(near).positions_of(stream)
            if start < end:
                return near
        return None
