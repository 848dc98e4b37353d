"""What each line of a page is, and in which order a person reads them. Works on text and boxes alone.

Pages are laid out when they are asked for; a page looks at two neighbours on either side and no further, so that page
300 costs what page 3 does and the answer never depends on which page was asked for first.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from griffie.domain.columns import reading_order
from griffie.domain.frame import Frame, Placed, frame_of, place
from griffie.domain.furniture import RunningLines, page_numbers, reference_column, running_lines
from griffie.domain.notes import note_lines, note_starts
from griffie.domain.page import PageText
from griffie.domain.paragraphs import headings, paragraph_starts


class Role(StrEnum):
    """What a line is on its page."""

    BODY = "body"
    HEADING = "heading"
    NOTE = "note"
    COLUMN = "column"
    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page_number"
    BLANK = "blank"


class Stream(StrEnum):
    """What is read on from page to page; a selection stays within one."""

    BODY = "body"
    NOTE = "note"
    COLUMN = "column"
    HEADER = "header"
    FOOTER = "footer"


STREAMS: dict[Role, Stream] = {
    Role.BODY: Stream.BODY,
    Role.HEADING: Stream.BODY,
    Role.NOTE: Stream.NOTE,
    Role.COLUMN: Stream.COLUMN,
    Role.HEADER: Stream.HEADER,
    Role.FOOTER: Stream.FOOTER,
    Role.PAGE_NUMBER: Stream.FOOTER,
}


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The reading order of one page.

    `order` holds the indices of the lines with text in reading order: running head, text, reference column, notes,
    running foot, page number. `roles` and `regions` have an entry per line of the page. Lines of one region form one
    column; region -1 holds the blank lines. `paragraph_starts` holds the indices of the lines that begin a paragraph:
    the first line of a page always does here, whether the text runs on from the page before is for the reader to judge.
    """

    page_index: int
    order: tuple[int, ...]
    roles: tuple[Role, ...]
    regions: tuple[int, ...]
    paragraph_starts: frozenset[int]
    direction: tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A page taken apart, before notes that run on from the page before are known."""

    frame: Frame
    header: list[Placed]
    footer: list[Placed]
    numbers: list[Placed]
    column: list[Placed]
    turned: list[Placed]
    text: list[Placed]  # body and notes
    body_size: float
    has_notes: bool


class LetterLayout:
    """The layout of all pages of a document, each worked out once, when it is first asked for."""

    def __init__(self, pages: Sequence[PageText]) -> None:
        self.pages = pages
        self._layouts: dict[int, PageLayout] = {}
        self._parts: dict[int, _Parts] = {}
        self._placed: dict[int, tuple[Frame, list[Placed], list[Placed]]] = {}
        self._running: dict[int, RunningLines] = {}
        self._sizes: dict[int, Counter[float]] = {}

    def layout(self, page_index: int) -> PageLayout:
        """Return the layout of a page.

        Raises:
            IndexError: there is no such page.
        """
        if page_index not in self._layouts:
            if not 0 <= page_index < len(self.pages):
                raise IndexError(page_index)
            self._layouts[page_index] = self._lay_out(page_index)
        return self._layouts[page_index]

    def _lay_out(self, page_index: int) -> PageLayout:
        parts = self._apart(page_index)
        continued = page_index > 0 and self._apart(page_index - 1).has_notes
        notes = note_lines(parts.text, parts.body_size, continued=continued)
        in_notes = {line.index for line in notes}
        regions = reading_order([line for line in parts.text if line.index not in in_notes])
        arranged: list[tuple[Role, list[list[Placed]]]] = [
            (Role.HEADER, reading_order(parts.header)),
            (Role.BODY, regions),
            (Role.COLUMN, [*reading_order(parts.column), *[[line] for line in parts.turned]]),
            (Role.NOTE, [notes] if notes else []),
            (Role.FOOTER, reading_order(parts.footer)),
            (Role.PAGE_NUMBER, [[line] for line in parts.numbers]),
        ]
        return _assemble(self.pages[page_index], parts, arranged)

    def _apart(self, page_index: int) -> _Parts:
        if page_index not in self._parts:
            self._parts[page_index] = self._take_apart(page_index)
        return self._parts[page_index]

    def _take_apart(self, page_index: int) -> _Parts:
        frame, along, turned = self._place(page_index)
        near = [n for n in range(page_index - 2, page_index + 3) if n != page_index and 0 <= n < len(self.pages)]
        header, footer = running_lines(along, frame, [self._running_lines(n) for n in near])
        numbers = page_numbers(along, frame, page_index, [*header, *footer])
        left = _without(along, header, footer, numbers)
        strip = reference_column(left, frame)
        in_strip = {line.index for line in strip}
        # a head above the reference column belongs to the column: "Kenmerk" is repeated on every page
        heads = _without(header, numbers)
        column = [*[n for n in heads if _over(n, strip, frame)], *strip]
        text = [line for line in left if line.index not in in_strip]
        size = self._body_size(page_index)
        return _Parts(
            frame,
            _without(heads, column),
            _without(footer, numbers),
            numbers,
            column,
            turned,
            text,
            size,
            bool(note_lines(text, size, continued=False)),
        )

    def _place(self, page_index: int) -> tuple[Frame, list[Placed], list[Placed]]:
        if page_index not in self._placed:
            page = self.pages[page_index]
            frame = frame_of(page)
            self._placed[page_index] = (frame, *place(page, frame))
        return self._placed[page_index]

    def _running_lines(self, page_index: int) -> RunningLines:
        if page_index not in self._running:
            frame, along, _ = self._place(page_index)
            self._running[page_index] = RunningLines(along, frame)
        return self._running[page_index]

    def _body_size(self, page_index: int) -> float:
        """Return the font size of most characters on this page and its neighbours; notes may outweigh one page."""
        total: Counter[float] = Counter()
        for index in range(max(0, page_index - 1), min(len(self.pages), page_index + 2)):
            total.update(self._size_counts(index))
        return max(total, key=lambda size: (total[size], size), default=10.0)

    def _size_counts(self, page_index: int) -> Counter[float]:
        if page_index not in self._sizes:
            counts: Counter[float] = Counter()
            for line in self.pages[page_index].lines:
                counts[round(line.size, 1)] += line.end - line.start
            self._sizes[page_index] = counts
        return self._sizes[page_index]


def _without(lines: Sequence[Placed], *taken: Sequence[Placed]) -> list[Placed]:
    gone = {line.index for lot in taken for line in lot}
    return [line for line in lines if line.index not in gone]


def _over(head: Placed, strip: Sequence[Placed], frame: Frame) -> bool:
    """Tell whether a running line stands in the reference column or, on later pages, where one would be."""
    edge = min((line.left for line in strip), default=frame.box[0] + 0.68 * frame.width)
    return head.left > edge - 4


def _assemble(page: PageText, parts: _Parts, arranged: Sequence[tuple[Role, list[list[Placed]]]]) -> PageLayout:
    order: list[int] = []
    roles = [Role.BLANK] * len(page.lines)
    numbers = [-1] * len(page.lines)
    starts: set[int] = set()
    for role, regions in arranged:
        for region in regions:
            firsts = note_starts(region) if role is Role.NOTE else paragraph_starts(region)
            starts.update(region[at].index for at in firsts)
            number = max(numbers, default=-1) + 1
            titles = headings(region, firsts, parts.body_size) if role is Role.BODY else ()
            for line in region:
                order.append(line.index)
                roles[line.index] = Role.HEADING if line.index in titles else role
                numbers[line.index] = number
    return PageLayout(
        page.page_index, tuple(order), tuple(roles), tuple(numbers), frozenset(starts), parts.frame.direction
    )
