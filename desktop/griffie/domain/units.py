"""What a double and a triple click select: word, line, sentence, paragraph. Reads on over line ends and pages."""

import re

from griffie.domain.layout import Role, Stream
from griffie.domain.notes import note_mark
from griffie.domain.paragraphs import HYPHEN_END, SENTENCE_END
from griffie.domain.sentences import sentence_spans
from griffie.domain.stream import Caret, FlowPages, Stitched

LETTER = r"[^\W_\u0300-\u036f][\u0300-\u036f]*"
WORD = re.compile(rf"(?:['’](?=[stn]\b))?(?:{LETTER})+(?:(?:[-'’\u2010\u2011]|(?<=\d)[.,](?=\d))(?:{LETTER})+)*")
MOST_PAGES = 4  # a paragraph over more pages is none


def word_span(text: str, index: int) -> tuple[int, int]:
    """Return the word that holds the character at `index`, or the marks beside each other there."""
    begin = text.rfind(" ", 0, index + 1) + 1
    end = text.find(" ", index)
    end = len(text) if end < 0 else end
    last = begin
    for found in WORD.finditer(text, begin, end):
        if found.start() <= index < found.end():
            return found.span()
        if found.start() > index:
            return last, found.start()
        last = found.end()
    return last, end


def word(flow: FlowPages, caret: Caret) -> tuple[Caret, Caret]:
    """Return the ends of the word at a caret; a word goes on over a line or page end."""
    stream = flow.stream_of(caret)
    text = flow.stitch(stream, caret.page_index, caret.page_index)
    if not text.text:
        return caret, caret
    begin, end = word_span(text.text, text.index(caret))
    if begin == 0 or end >= len(text.text) - 1:
        before = flow.neighbour(caret.page_index, stream, -1) if begin == 0 else None
        after = flow.neighbour(caret.page_index, stream, 1) if end >= len(text.text) - 1 else None
        first = caret.page_index if before is None else before
        text = flow.stitch(stream, first, caret.page_index if after is None else after)
        begin, end = word_span(text.text, text.index(caret))
    return text.caret(begin), text.caret(end, back=True)


def line(flow: FlowPages, caret: Caret) -> tuple[Caret, Caret]:
    """Return the ends of the line at a caret."""
    page = flow.page(caret.page_index)
    if not page.lines:
        return caret, caret
    number = page.line_number(caret.position, back=caret.back)
    return Caret(caret.page_index, page.starts[number]), Caret(caret.page_index, page.starts[number + 1], back=True)


def paragraph(flow: FlowPages, caret: Caret) -> tuple[Caret, Caret]:
    """Return the ends of the paragraph at a caret."""
    page = flow.page(caret.page_index)
    if not page.lines:
        return caret, caret
    stream = flow.stream_of(caret)
    number = page.line_number(caret.position, back=caret.back)
    first = _reach_back(flow, stream, caret.page_index, number)
    last = _reach_on(flow, stream, caret.page_index, number)
    return (
        Caret(first[0], flow.page(first[0]).starts[first[1]]),
        Caret(last[0], flow.page(last[0]).starts[last[1] + 1], back=True),
    )


def _reach_back(flow: FlowPages, stream: Stream, page_index: int, number: int) -> tuple[int, int]:
    """Return page and line where the paragraph of a line begins."""
    for _ in range(MOST_PAGES):
        page = flow.page(page_index)
        first = page.streams[stream][0]
        while number > first and not paragraph_begins(flow, page_index, number):
            number -= 1
        if number > first or page_index == 0 or paragraph_begins(flow, page_index, number):
            break
        before = flow.neighbour(page_index, stream, -1)
        if before is None:
            break
        page_index, number = before, flow.page(before).streams[stream][1] - 1
    return page_index, number


def _reach_on(flow: FlowPages, stream: Stream, page_index: int, number: int) -> tuple[int, int]:
    """Return page and line where the paragraph of a line ends."""
    for _ in range(MOST_PAGES):
        end = flow.page(page_index).streams[stream][1]
        while number + 1 < end and not paragraph_begins(flow, page_index, number + 1):
            number += 1
        after = flow.neighbour(page_index, stream, 1)
        if number + 1 < end or after is None:
            break
        first = flow.page(after).streams[stream][0]
        if paragraph_begins(flow, after, first):
            break
        page_index, number = after, first
    return page_index, number


def paragraph_begins(flow: FlowPages, page_index: int, number: int) -> bool:
    """Tell whether a paragraph begins at a line, given by its place in the reading order of its page.

    At the top of a column or page the line before decides.
    """
    page = flow.page(page_index)
    index = page.layout.order[number]
    if index not in page.layout.paragraph_starts:
        return False
    stream = page.stream_at(page.starts[number])
    first = page.streams[stream][0]
    if number > first:
        before_page, before = page_index, number - 1
        if page.layout.regions[page.layout.order[before]] == page.layout.regions[index]:
            return True
    else:
        near = flow.neighbour(page_index, stream, -1)
        if near is None:
            return True
        before_page, before = near, flow.page(near).streams[stream][1] - 1
    return not _runs_on(flow, before_page, before, page_index, number)


def _runs_on(flow: FlowPages, before_page: int, before: int, page_index: int, number: int) -> bool:
    """Tell whether the text of a line goes on in another that stands on the next page or in the next column."""
    pages = flow.page(before_page), flow.page(page_index)
    roles = pages[0].layout.roles[pages[0].layout.order[before]], pages[1].layout.roles[pages[1].layout.order[number]]
    text, follows = pages[0].lines[before].text.rstrip(), pages[1].lines[number].text.lstrip()
    if roles[0] != roles[1] or roles[0] not in (Role.BODY, Role.NOTE) or not follows:
        return False
    if HYPHEN_END.search(text) or follows[0].islower():
        return True
    if roles[0] is Role.NOTE:
        return note_mark(follows) is None
    return not SENTENCE_END.search(text) and not text.endswith((":", ";"))


def sentence(flow: FlowPages, caret: Caret) -> tuple[Caret, Caret]:
    """Return the ends of the sentence at a caret; it ends with its paragraph at the latest."""
    begin, end = paragraph(flow, caret)
    if begin == end:
        return begin, end
    text = flow.stitch(flow.stream_of(caret), begin.page_index, end.page_index)
    low, high = text.bound(begin), text.bound(end)
    while low < high and text.text[low] == " ":
        low += 1
    return _sentence_at(text, low, high, text.index(caret))


def _sentence_at(text: Stitched, low: int, high: int, index: int) -> tuple[Caret, Caret]:
    for begin, end in sentence_spans(text.text[low:high]):
        if index < low + end or low + end >= high:
            return text.caret(low + begin), text.caret(low + end, back=True)
    return text.caret(low), text.caret(high, back=True)
