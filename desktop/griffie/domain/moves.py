"""Where the caret goes when a key is pressed. Running heads and feet are passed over; all else can be reached."""

from collections.abc import Callable
from enum import StrEnum

from griffie.domain import units
from griffie.domain.hit import caret_segment, middles_of
from griffie.domain.layout import Stream
from griffie.domain.page import PageBoxes
from griffie.domain.stream import Caret, FlowPages


class Unit(StrEnum):
    """How far one step goes."""

    CHARACTER = "character"
    WORD = "word"
    LINE = "line"
    LINE_EDGE = "line_edge"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    PAGE = "page"
    DOCUMENT = "document"


Boxes = Callable[[int], PageBoxes]
TEXT = (Stream.BODY, Stream.COLUMN, Stream.NOTE)


class Moves:
    """Moves a caret. With `stay` it keeps to its stream, so that a selection grows over a page end without detours."""

    def __init__(self, flow: FlowPages) -> None:
        self._flow = flow

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
        """Return where a step leads; the same caret where there is nothing further.

        `goal_pt` is the place along the line that lines are left for (see `along`); a line step needs `boxes` to keep
        it, and counts letters without.
        """
        target = self._step(caret, unit, self._streams(caret, stay=stay), forward, boxes, goal_pt)
        return target if (target > caret if forward else target < caret) else caret

    def _step(
        self,
        caret: Caret,
        unit: Unit,
        streams: tuple[Stream, ...],
        forward: bool,
        boxes: Boxes | None,
        goal_pt: float | None,
    ) -> Caret:
        if not self._range(caret.page_index, streams)[1] and unit is not Unit.DOCUMENT:
            return self._next_page(caret, streams, forward=forward)
        match unit:
            case Unit.CHARACTER:
                return self._character(caret, streams, forward=forward)
            case Unit.WORD:
                return self._word(caret, streams, forward=forward)
            case Unit.LINE:
                return self._line(caret, streams, forward=forward, boxes=boxes, goal_pt=goal_pt)
            case Unit.LINE_EDGE:
                return units.line(self._flow, caret)[1 if forward else 0]
            case Unit.SENTENCE | Unit.PARAGRAPH:
                return self._stretch(caret, streams, unit, forward=forward)
            case Unit.PAGE:
                return self._next_page(caret, streams, forward=forward)
            case Unit.DOCUMENT:
                return self._end(streams, forward=forward) or caret

    def along(self, caret: Caret, boxes: PageBoxes) -> float:
        """Return how far along its line a caret stands, in points: the goal for line steps."""
        page = self._flow.page(caret.page_index)
        segment = caret_segment(page, caret, boxes)
        if segment is None:
            return 0.0
        dx, dy = page.lines[page.line_number(caret.position, back=caret.back)].direction
        return (segment[0] + segment[2]) / 2 * dx + (segment[1] + segment[3]) / 2 * dy

    def _streams(self, caret: Caret, *, stay: bool) -> tuple[Stream, ...]:
        stream = self._flow.stream_of(caret)
        return (stream,) if stay or stream not in TEXT else TEXT

    def _range(self, page_index: int, streams: tuple[Stream, ...]) -> tuple[int, int]:
        """Return the positions of some streams on a page; they stand beside each other in reading order."""
        ranges = [self._flow.page(page_index).positions_of(stream) for stream in streams]
        filled = [(start, end) for start, end in ranges if start < end]
        return (min(start for start, _ in filled), max(end for _, end in filled)) if filled else (0, 0)

    def _beyond(self, page_index: int, streams: tuple[Stream, ...], *, forward: bool) -> int | None:
        """Return the next page that has something of the streams."""
        step = 1 if forward else -1
        index = page_index + step
        while 0 <= index < len(self._flow):
            if self._range(index, streams)[1]:
                return index
            index += step
        return None

    def _next_page(self, caret: Caret, streams: tuple[Stream, ...], *, forward: bool) -> Caret:
        """Return the top of the next page, or of this one going back; the end of the text on the last."""
        start, end = self._range(caret.page_index, streams)
        if not forward and caret.position > start:
            return Caret(caret.page_index, start)
        near = self._beyond(caret.page_index, streams, forward=forward)
        if near is None:
            return Caret(caret.page_index, end, back=end > 0) if forward and end else caret
        return Caret(near, self._range(near, streams)[0])

    def _end(self, streams: tuple[Stream, ...], *, forward: bool) -> Caret | None:
        index = len(self._flow) - 1 if forward else 0
        if not 0 <= index < len(self._flow):
            return None
        if not self._range(index, streams)[1]:
            near = self._beyond(index, streams, forward=not forward)
            if near is None:
                return None
            index = near
        start, end = self._range(index, streams)
        return Caret(index, end, back=True) if forward else Caret(index, start)

    def _character(self, caret: Caret, streams: tuple[Stream, ...], *, forward: bool) -> Caret:
        start, end = self._range(caret.page_index, streams)
        if forward and caret.position < end:
            position = max(caret.position, start) + 1
            page = self._flow.page(caret.page_index)
            return Caret(caret.page_index, position, back=page.line_number(position) != page.line_number(position - 1))
        if not forward and caret.position > start:
            return Caret(caret.page_index, min(caret.position, end) - 1)
        near = self._beyond(caret.page_index, streams, forward=forward)
        if near is None:
            return caret
        start, end = self._range(near, streams)
        return Caret(near, start) if forward else Caret(near, end, back=True)

    def _word(self, caret: Caret, streams: tuple[Stream, ...], *, forward: bool) -> Caret:
        """Return the end of the word ahead, or the start of the one behind; marks between words are passed over."""
        here = caret
        for _ in range(40):
            step = self._character(here, streams, forward=forward)
            if step == here:
                return here
            if step.page_index != here.page_index:
                here = step
                continue
            begin, end = units.word(self._flow, Caret(step.page_index, step.position, back=forward))
            here = max(end, step) if forward else min(begin, step)
            if self._is_word(begin):
                return here
        return here

    def _is_word(self, begin: Caret) -> bool:
        page = self._flow.page(begin.page_index)
        if begin.position >= page.count:
            return False
        return page.page.stripped[page.offset(begin.position)].isalnum()

    def _stretch(self, caret: Caret, streams: tuple[Stream, ...], unit: Unit, *, forward: bool) -> Caret:
        """Return the start of the next sentence or paragraph, or going back of this or the one before."""
        bounds = units.sentence if unit is Unit.SENTENCE else units.paragraph
        ahead = Caret(caret.page_index, caret.position)
        if forward:
            end = bounds(self._flow, ahead)[1]
            here = Caret(end.page_index, end.position)
            start, stop = self._range(here.page_index, streams)
            if start <= here.position < stop:
                return here
            near = self._beyond(here.page_index, streams, forward=True)
            return Caret(near, self._range(near, streams)[0]) if near is not None else end
        begin = bounds(self._flow, Caret(caret.page_index, caret.position, back=caret.position > 0))[0]
        if begin < caret:
            return begin
        step = self._character(caret, streams, forward=False)
        return caret if step == caret else bounds(self._flow, step)[0]

    def _line(
        self,
        caret: Caret,
        streams: tuple[Stream, ...],
        *,
        forward: bool,
        boxes: Boxes | None,
        goal_pt: float | None,
    ) -> Caret:
        page = self._flow.page(caret.page_index)
        number = page.line_number(caret.position, back=caret.back)
        if goal_pt is None and boxes is not None:
            goal_pt = self.along(caret, boxes(caret.page_index))
        target = self._row_beyond(caret.page_index, number, streams, forward=forward)
        if target is None:
            edge = units.line(self._flow, caret)[1 if forward else 0]
            return edge if goal_pt is None or edge != caret else caret
        page_index, row = target
        return self._into(page_index, row, goal_pt, boxes, caret.position - page.starts[number])

    def _row_beyond(
        self, page_index: int, number: int, streams: tuple[Stream, ...], *, forward: bool
    ) -> tuple[int, list[int]] | None:
        """Return the page and the lines of the row that comes next in reading order."""
        step = 1 if forward else -1
        page = self._flow.page(page_index)
        start, end = self._range(page_index, streams)
        near = number + step
        while start <= page.starts[max(near, 0)] < end and near >= 0 and page.beside(near, number):
            near += step
        if near < 0 or not start <= page.starts[near] < end:
            other = self._beyond(page_index, streams, forward=forward)
            if other is None:
                return None
            page_index, page = other, self._flow.page(other)
            start, end = self._range(other, streams)
            near = page.line_number(start) if forward else page.line_number(end, back=True)
        row = [near]
        while 0 <= row[-1] + step < len(page.lines) and page.beside(row[-1] + step, near):
            if not start <= page.starts[row[-1] + step] < end:
                break
            row.append(row[-1] + step)
        return page_index, row

    def _into(self, page_index: int, row: list[int], goal_pt: float | None, boxes: Boxes | None, letters: int) -> Caret:
        """Return the place in a row of lines that is nearest to the goal."""
        page = self._flow.page(page_index)
        if goal_pt is None:
            number = min(row)
            step = min(letters, page.lines[number].end - page.lines[number].start)
            return Caret(page_index, page.starts[number] + step, back=step > 0)
        best = (float("inf"), 0, 0)
        for number in row:
            middles = middles_of(page.lines[number], boxes(page_index) if boxes else None)
            step = min(range(len(middles)), key=lambda n: abs(middles[n] - goal_pt))
            best = min(best, (abs(middles[step] - goal_pt), number, step))
        _, number, step = best
        middles = middles_of(page.lines[number], boxes(page_index) if boxes else None)
        after = int(goal_pt > middles[step])
        return Caret(page_index, page.starts[number] + step + after, back=bool(after))
