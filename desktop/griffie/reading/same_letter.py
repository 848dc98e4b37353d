"""Tells whether two PDFs print the same letter: the ministry's own and the printed Kamerstuk differ in all but words.

Compares runs of six words of the text without heads, feet and page numbers; line breaks, hyphens and punctuation do
not count. It proposes; a clerk decides.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from griffie.domain.page import IGNORED, PageText, TextLine

SAME_LETTER: Final = 0.75
"""From this likeness on two PDFs are offered as the same letter.

Measured on 18 letters (0.7 to 18 kB of text), each set in two layouts, beside the print it came as: prints of one
letter are alike by 0.93 or more, different letters by 0.15 or less (the shortest shares little but its address). Two
letters of delay after one form, different only in names, dates and subject, came to 0.56.
"""

RUN: Final = 6
FEWEST_RUNS: Final = 8
"""A text shorter than this says too little: two covering notes are alike by chance."""

_EDGE: Final = 0.12  # heads and feet lie in this share of the page's height
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_ANY_DIGITS: Final = re.compile(r"\d+")
_DROPPED: Final = {ord(mark): None for mark in IGNORED} | dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013'’"))


def likeness(a: Sequence[PageText], b: Sequence[PageText]) -> float:
    """Return how much of the shorter text stands in the other, from 0 (nothing) to 1 (all of it).

    The share of its runs of six words; an extract or a print with annexes is therefore like the whole. 0 where one of
    them has hardly any text.
    """
    one, other = _runs(a), _runs(b)
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= FEWEST_RUNS else 0.0


def _runs(pages: Sequence[PageText]) -> frozenset[int]:
    """Return a hash of every run of six words."""
    words = [hash(word) for word in _words(_body(pages))]
    return frozenset(hash(run) for run in zip(*(words[n:] for n in range(RUN)), strict=False))


def _body(pages: Sequence[PageText]) -> Iterator[TextLine]:
    """Yield the lines of the text: no line that is repeated on other pages near an edge, no page number."""
    repeated = _repeated(pages)
    for page in pages:
        for line in page.lines:
            if line.end > line.start and not (_at_edge(page, line) and _key(line) in repeated):
                yield line


def _repeated(pages: Sequence[PageText]) -> frozenset[str]:
    """Return what stands at the edge of several pages, page numbers aside; a lone number is one anyhow."""
    count = Counter(key for page in pages for key in {_key(line) for line in page.lines if _at_edge(page, line)})
    return frozenset({"#", "pagina#", "pagina#van#"} | {key for key, times in count.items() if times > 1})


def _at_edge(page: PageText, line: TextLine) -> bool:
    return line.box[1] < _EDGE * page.height or line.box[3] > (1 - _EDGE) * page.height


def _key(line: TextLine) -> str:
    return _ANY_DIGITS.sub("#", "".join(line.text.split())).casefold()


def _words(lines: Iterable[TextLine]) -> Iterator[str]:
    """Yield the words, small, without hyphens; a word that is broken at the end of a line is whole, its mark gone."""
    broken = ""
    for line in lines:
        text = line.text.rstrip()
        open_end = len(text) > 1 and text[-1] in "-\u00ad\u2010" and text[-2].isalpha()
        found = _WORD.findall(text.translate(_DROPPED).casefold())
        if not found:
            continue
        found[0] = broken + found[0]
        broken = found.pop() if open_end else ""
        yield from found
    if broken:
        yield broken
