"""Finds the words of a stored passage again: in the same print, after another extraction, in another print.

First the offsets, verified by the characters themselves; then the quote, told apart by what stands around it; then a
quote that is nearly the same. What cannot be told surely is left where it was and marked for review: a passage never
moves silently, and never to a guess.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from griffie.domain.bare import DASHES, BareText, bare_text
from griffie.domain.flow import Flow
from griffie.domain.kinds import AnchorState
from griffie.domain.layout import Stream
from griffie.domain.page import PageBoxes, PageText, strip_text
from griffie.domain.passage import Span
from griffie.domain.stream import Caret

SHORT = 24  # bare characters: a shorter quote needs its surroundings to prove that it is the one
PROOF = 10  # bare characters of surroundings on one side that prove it
LEAD = 6  # by how many characters the best of several places must lead the next
NEAR_PAGES = 1
FUZZY_LEAST = 30  # a shorter quote is not looked for by likeness
FUZZY_SCORE = 94.0  # of 100
FUZZY_LEAD = 4.0
STREAMS = (Stream.BODY, Stream.NOTE, Stream.COLUMN, Stream.HEADER, Stream.FOOTER)

Boxes = Callable[[int], PageBoxes]


class PassageLike(Protocol):
    """What is needed to find a passage again; a `Passage` and a `Selection` both have it."""

    @property
    def quote(self) -> str: ...  # noqa: D102
    @property
    def prefix(self) -> str: ...  # noqa: D102
    @property
    def suffix(self) -> str: ...  # noqa: D102
    @property
    def spans(self) -> tuple[Span, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage is now: exact, repaired with new spans, or for review with its old spans."""

    state: AnchorState
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where the quote may be. `before` and `after` count the bare characters around it that agree."""

    stream: Stream
    start: int
    end: int
    before: int
    after: int
    text: BareText

    @property
    def context(self) -> int:
        return self.before + self.after


def locate(passage: PassageLike, pages: Sequence[PageText], boxes: Boxes, flow: Flow | None = None) -> Found:
    """Return where a passage is in `pages`. Hand in the `flow` of the pages when there is one: it saves the layout.

    Quads are taken from `boxes`, so that they fit the pages as they are now. The answer depends on nothing but what
    is handed in.
    """
    flow = flow or Flow(pages)
    if all(span.start == span.end for span in passage.spans):
        return _area(passage, pages)
    search = _Search(passage, flow)
    if _in_place(passage.spans, pages) and (len(bare_text(passage.quote)) >= SHORT or search.is_surrounded()):
        return Found(AnchorState.EXACT, tuple(_with_quads(span, flow, boxes) for span in passage.spans))
    place = search.by_quote() if search.places else search.by_likeness()
    if place is None:
        return Found(AnchorState.REVIEW, passage.spans)
    ends = place.text.carets(place.start, place.end)
    selection = flow.select(*with_dashes(flow, passage.quote, *ends), boxes)
    if selection is None:
        return Found(AnchorState.REVIEW, passage.spans)
    state = AnchorState.EXACT if _same(selection.spans, passage.spans) else AnchorState.REPAIRED
    return Found(state, selection.spans)


def find_quote(quote: str, flow: Flow, page_index: int | None = None) -> list[tuple[Caret, Caret]]:
    """Return every place of a quote, in reading order; only those that begin on a page when one is named.

    White space, hyphens at line ends and kinds of quotation marks and dashes make no difference.
    """
    wanted = bare_text(quote)
    first, last = (0, len(flow.pages) - 1) if page_index is None else (page_index, page_index + NEAR_PAGES)
    found: list[tuple[Caret, Caret]] = []
    for stream in STREAMS:
        text = flow.bare.over(stream, first, last)
        ends = (text.carets(at, at + len(wanted)) for at in _occurrences(text.text, wanted))
        found += [
            with_dashes(flow, quote, *pair) for pair in ends if page_index is None or pair[0].page_index == page_index
        ]
    return sorted(found)


def with_dashes(flow: Flow, quote: str, begin: Caret, end: Caret) -> tuple[Caret, Caret]:
    """Take in the dashes and dots at both ends of a quote, which its bare text has lost."""
    text = strip_text(quote)
    page = flow.page(begin.page_index)
    for letter in reversed(text[: len(text) - len(text.lstrip(DASHES))]):
        if begin.position == 0 or page.page.stripped[page.offset(begin.position - 1)] != letter:
            break
        begin = Caret(begin.page_index, begin.position - 1)
    page = flow.page(end.page_index)
    for letter in text[len(text.rstrip(DASHES)) :]:
        if end.position >= page.count or page.page.stripped[page.offset(end.position)] != letter:
            break
        end = Caret(end.page_index, end.position + 1, back=True)
    return begin, end


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _area(passage: PassageLike, pages: Sequence[PageText]) -> Found:
    there = bool(passage.spans) and all(0 <= span.page_index < len(pages) for span in passage.spans)
    return Found(AnchorState.EXACT if there else AnchorState.REVIEW, passage.spans)


def _in_place(spans: Sequence[Span], pages: Sequence[PageText]) -> bool:
    """Tell whether each span's characters stand at its offsets."""
    return all(
        0 <= span.page_index < len(pages)
        and pages[span.page_index].stripped[span.start : span.end] == strip_text(span.raw_exact)
        for span in spans
    )


def _same(found: Sequence[Span], stored: Sequence[Span]) -> bool:
    return [(s.page_index, s.start, s.end) for s in found] == [(s.page_index, s.start, s.end) for s in stored]


def _with_quads(span: Span, flow: Flow, boxes: Boxes) -> Span:
    """Return a span with the quads of its page as it is now; an area keeps its own."""
    if span.start == span.end:
        return span
    quads = flow.quads_of(span.page_index, span.start, span.end, boxes(span.page_index))
    return Span(span.page_index, span.start, span.end, span.raw_exact, tuple(quads) or span.quads)


class _Search:
    """One passage looked for in one document."""

    def __init__(self, passage: PassageLike, flow: Flow) -> None:
        self._flow = flow
        self._spans = passage.spans
        self._quote = bare_text(passage.quote) or bare_text("".join(span.raw_exact for span in passage.spans))
        self._prefix, self._suffix = bare_text(passage.prefix), bare_text(passage.suffix)

    def is_surrounded(self) -> bool:
        """Tell whether what stands around the stored offsets agrees with the stored context on one side at least."""
        if not self._prefix and not self._suffix:
            return True
        ends = self._flow.ends_of(self._spans)
        if ends is None:
            return False
        quote, prefix, suffix = self._flow.context_of(*ends)
        before = _common_end(bare_text(prefix), self._prefix)
        after = _common_start(bare_text(suffix), self._suffix)
        return bare_text(quote) == self._quote and self._proves(before, after)

    def _proves(self, before: int, after: int) -> bool:
        """Tell whether enough of the surroundings agrees; all of it, where little was stored."""
        return (
            before >= min(PROOF, len(self._prefix)) > 0
            or after >= min(PROOF, len(self._suffix)) > 0
            or (not self._prefix and before > 0)
            or (not self._suffix and after > 0)
            or not (self._prefix or self._suffix)
        )

    @cached_property
    def places(self) -> list[_Place]:
        """Every place where the quote stands, the one whose surroundings agree most first."""
        return sorted(self._places(), key=lambda place: -place.context)

    def by_quote(self) -> _Place | None:
        """Return the one place where the quote stands, or None where it cannot be told which."""
        best, places = self.places[0], self.places
        if len(places) > 1 and best.context - places[1].context < LEAD:
            return None
        sure = len(places) == 1 and len(self._quote) >= SHORT
        return best if sure or self._proves(best.before, best.after) else None

    def _places(self) -> Iterator[_Place]:
        for stream in STREAMS:
            text = self._flow.bare.whole(stream)
            for at in _occurrences(text.text, self._quote):
                yield self._place(stream, text, at, at + len(self._quote))

    def _place(self, stream: Stream, text: BareText, start: int, end: int) -> _Place:
        before = _common_end(text.text[max(0, start - len(self._prefix)) : start], self._prefix)
        after = _common_start(text.text[end : end + len(self._suffix)], self._suffix)
        if not self._prefix and start == 0:  # nothing stood before it: it began its text, as here
            before = PROOF
        if not self._suffix and end == len(text.text):
            after = PROOF
        return _Place(stream, start, end, before, after, text)

    def by_likeness(self) -> _Place | None:
        """Return the one place that reads nearly like the quote, with the same numbers and far more than any other."""
        if len(self._quote) < FUZZY_LEAST:
            return None
        ranked = sorted(self._like(), key=lambda scored: -scored[0])
        if not ranked or ranked[0][0] < FUZZY_SCORE:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < FUZZY_LEAD:
            return None
        place = ranked[0][1]
        words = place.text.text[place.start : place.end]
        same_numbers = [c for c in words if c.isdigit()] == [c for c in self._quote if c.isdigit()]
        return place if same_numbers and self._proves(place.before, place.after) else None

    def _like(self) -> Iterator[tuple[float, _Place]]:
        """Yield the two most alike places of each stream with their score of 100."""
        from rapidfuzz.fuzz import partial_ratio_alignment  # only needed when the quote itself is gone

        for stream in STREAMS:
            text = self._flow.bare.whole(stream)
            body = text.text
            for _ in range(2):
                if len(body) < len(self._quote):
                    break
                found = partial_ratio_alignment(self._quote, body, score_cutoff=60)
                if found is None:
                    break
                start, end = self._snapped(body, found.dest_start, found.dest_end)
                if start < end:
                    yield found.score, self._place(stream, text, start, end)
                body = body[:start] + "\0" * (end - start) + body[end:]

    def _snapped(self, body: str, start: int, end: int) -> tuple[int, int]:
        """Move the ends of a likeness to where the quote's own ends stand, if they are near."""
        head, tail = self._quote[:8], self._quote[-8:]
        reach = max(12, len(self._quote) // 8)
        low = max(0, start - reach)
        at = body.find(head, low, start + reach)
        start = at if at >= 0 else start
        at = body.rfind(tail, max(start, end - reach), end + reach)
        return start, (at + len(tail) if at >= 0 else end)


def _common_start(a: str, b: str) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _common_end(a: str, b: str) -> int:
    return _common_start(a[::-1], b[::-1])
