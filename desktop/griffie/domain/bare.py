"""Text reduced to what survives another print: letters and digits, no spaces, hyphens or kinds of quotation marks.

Two prints of one letter break lines elsewhere and set other dashes; their bare texts are alike.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from griffie.domain.layout import Stream
from griffie.domain.page import counts
from griffie.domain.stream import Caret, FlowPages

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212·•"
DROPPED = frozenset(DASHES)
ALIKE = str.maketrans(dict.fromkeys("‘’‚‛`´′", "'") | dict.fromkeys("“”„‟«»″", '"'))


def bare_text(text: str) -> str:
    """Return a text in its bare form."""
    return "".join(_bare_letter(c) for c in text) if not text.isascii() else _bare_ascii(text)


def _bare_ascii(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("`", "'")


def _bare_letter(letter: str) -> str:
    if not counts(letter) or letter in DROPPED:
        return ""
    if letter.isascii():
        return letter.translate(ALIKE)
    return "".join(c for c in unicodedata.normalize("NFKC", letter.translate(ALIKE)) if counts(c) and c not in DROPPED)


@dataclass(frozen=True, slots=True)
class BareText:
    """Bare text of one stream over some pages, with the place of each of its characters."""

    text: str
    begins: tuple[int, ...]  # where each page's text begins
    pages: tuple[int, ...]
    positions: tuple[list[int], ...]  # per page: the position of each bare character

    def carets(self, start: int, end: int) -> tuple[Caret, Caret]:
        """Return the carets around the bare characters from `start` to `end`."""
        first_page, first = self._place(start)
        last_page, last = self._place(end - 1)
        return Caret(first_page, first), Caret(last_page, last + 1, back=True)

    def page_of(self, index: int) -> int:
        """Return the page that a bare character stands on."""
        return self._place(index)[0]

    def _place(self, index: int) -> tuple[int, int]:
        part = bisect_right(self.begins, index) - 1
        return self.pages[part], self.positions[part][index - self.begins[part]]


class BareTexts:
    """The bare texts of a document, kept once made."""

    def __init__(self, flow: FlowPages) -> None:
        self._flow = flow
        self._pages: dict[tuple[int, Stream], tuple[str, list[int]]] = {}
        self._whole: dict[Stream, BareText] = {}

    def whole(self, stream: Stream) -> BareText:
        """Return the bare text of a stream over all pages."""
        if stream not in self._whole:
            self._whole[stream] = self.over(stream, 0, len(self._flow) - 1)
        return self._whole[stream]

    def over(self, stream: Stream, first: int, last: int) -> BareText:
        """Return the bare text of a stream from page `first` to page `last`, both included."""
        texts: list[str] = []
        begins: list[int] = []
        pages: list[int] = []
        positions: list[list[int]] = []
        length = 0
        for page_index in range(max(0, first), min(last, len(self._flow) - 1) + 1):
            text, places = self._page(page_index, stream)
            if text:
                texts.append(text)
                begins.append(length)
                pages.append(page_index)
                positions.append(places)
                length += len(text)
        return BareText("".join(texts), tuple(begins), tuple(pages), tuple(positions))

    def _page(self, page_index: int, stream: Stream) -> tuple[str, list[int]]:
        key = (page_index, stream)
        if key not in self._pages:
            page = self._flow.page(page_index)
            first, last = page.streams.get(stream, (0, 0))
            text: list[str] = []
            places: list[int] = []
            for number in range(first, last):
                at = page.starts[number]
                for letter in page.lines[number].text:
                    if counts(letter):
                        bare = _bare_letter(letter)
                        text.append(bare)
                        places += [at] * len(bare)
                        at += 1
            self._pages[key] = ("".join(text), places)
        return self._pages[key]
