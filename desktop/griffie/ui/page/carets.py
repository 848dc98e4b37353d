"""Where a caret stands on the page, and which caret stands at a character. A caret itself is only a number."""

from griffie.domain.flow import Caret, Flow
from griffie.domain.passage import Span
from griffie.ui.page.words import PageWords

WAIT_S = 0.3
"""How long a key waits for the boxes of a page that was never seen (5 to 7 ms each)."""

Edge = tuple[float, float, float, float]
"""The line of a caret in unrotated page points: x and y of its top, x and y of its foot."""


def edge_of(flow: Flow, words: PageWords, caret: Caret, *, after_previous: bool) -> tuple[int, Edge] | None:
    """Return the page and line where a caret is drawn: before the next character, or after the one before it.

    At the end of a line the two are far apart; who came from the left wants the latter. None: no boxes yet.
    """
    order = (_after_previous, _before_next) if after_previous else (_before_next, _after_previous)
    return order[0](flow, words, caret) or order[1](flow, words, caret)


def _before_next(flow: Flow, words: PageWords, caret: Caret) -> tuple[int, Edge] | None:
    beyond = flow.move(caret, "character", True)
    runs = flow.runs(caret, beyond).get(caret.page_index) if beyond > caret else None
    page = words.get(caret.page_index)
    if not runs or page is None:
        return None
    quad = page[1].quad(runs[0][0])
    return caret.page_index, (quad[0], quad[1], quad[4], quad[5])


def _after_previous(flow: Flow, words: PageWords, caret: Caret) -> tuple[int, Edge] | None:
    before = flow.move(caret, "character", False)
    runs = flow.runs(before, caret).get(before.page_index) if before < caret else None
    page = words.get(before.page_index)
    if not runs or page is None:
        return None
    quad = page[1].quad(runs[-1][1] - 1)
    return before.page_index, (quad[2], quad[3], quad[6], quad[7])


def ends_of(flow: Flow, words: PageWords, spans: tuple[Span, ...]) -> tuple[Caret, Caret] | None:
    """Return the carets before the first and after the last character of some spans; None for areas."""
    texts = sorted((span for span in spans if span.start < span.end), key=lambda span: (span.page_index, span.start))
    if not texts or not words.wait_for({texts[0].page_index, texts[-1].page_index}, WAIT_S):
        return None
    start = _caret_beside(flow, words, texts[0].page_index, texts[0].start, after=False)
    end = _caret_beside(flow, words, texts[-1].page_index, texts[-1].end - 1, after=True)
    return None if start is None or end is None else (start, end)


def _caret_beside(flow: Flow, words: PageWords, page_index: int, offset: int, *, after: bool) -> Caret | None:
    """Ask for the caret at a point inside the character, near the edge that is meant."""
    page = words.get(page_index)
    if page is None or not 0 <= offset < len(page[1]):
        return None
    q, share = page[1].quad(offset), 0.9 if after else 0.1
    x = ((q[0] + q[4]) * (1 - share) + (q[2] + q[6]) * share) / 2
    y = ((q[1] + q[5]) * (1 - share) + (q[3] + q[7]) * share) / 2
    return flow.caret_at(page_index, x, y, page[1])
