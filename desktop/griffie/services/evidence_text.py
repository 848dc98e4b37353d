"""A letter's text as settlement proposals ask about it: which sentence holds what, what it cites, what is put off."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from griffie.domain.page import PageBoxes, PageText, counts
from griffie.domain.passage import Selection
from griffie.domain.reading import Extent, Suggestion, SuggestionKind
from griffie.services import evidence_words as w
from griffie.services.desk import Desk
from griffie.store import letters
from griffie.store.readings import KeptCitation

if TYPE_CHECKING:
    from griffie.reading.places import Boxes, PlacedText
    from griffie.reading.text import Sentence

MOST_PAGES = 40
"""Of a longer letter the first pages are read for the words around a place; further on its own sentence must do."""
KEPT_TEXTS = 6

_texts: "OrderedDict[str, PlacedText]" = OrderedDict()
"""The texts of the letters that were asked for last, by the hash of their PDF: its pages never change."""


def placed_text(desk: Desk, sha256: str) -> "PlacedText":
    """Return the text of a letter with the way back to its pages."""
    from griffie.reading.facts import LetterFacts
    from griffie.reading.reader import LetterReader

    known = _texts.get(sha256)
    if known is None:
        pages = letters.page_texts(desk.register, sha256)[:MOST_PAGES]
        known = _texts[sha256] = LetterReader(pages, _no_boxes, LetterFacts()).placed
        while len(_texts) > KEPT_TEXTS:
            _texts.popitem(last=False)
    return known


def _no_boxes(page_index: int) -> PageBoxes:
    raise LookupError(page_index)  # the text alone is wanted


def boxes_about(page: PageText) -> PageBoxes:
    """Return about where each character of a page stands: those of a line all equally wide."""
    values = array("f")
    for line in page.lines:
        left, top, right, bottom = line.box
        width = (right - left) / max(1, len(line.text))
        for at, character in enumerate(line.text):
            if counts(character):
                x, end = left + at * width, left + (at + 1) * width
                values.extend((x, top, end, top, x, bottom, end, bottom))
    return PageBoxes(page.page_index, values)


class LetterWords:
    """The sentences of one letter with its citations and suggestions placed in them."""

    def __init__(
        self, placed: "PlacedText", cited: Sequence[KeptCitation], suggestions: Sequence[Suggestion] = ()
    ) -> None:
        self._placed, self.text = placed, placed.letter
        self._suggestions = suggestions
        self.cited = [(one.citation.id, extent) for one in cited if (extent := self.extent(one.citation.selection))]

    def extent(self, selection: Selection) -> Extent | None:
        """Return where the words of a selection stand in the text."""
        if not selection.spans:
            return None
        span = selection.spans[0]
        if span.page_index >= len(self._placed.flow.pages):
            return None
        inside = min(span.start + 1, span.end - 1)  # before its first character there may be a space of no sentence
        return self._placed.extent_of(span.page_index, inside, span.end)

    def select(self, extent: Extent, boxes: "Boxes | None" = None) -> Selection | None:
        """Return words on their page; without the boxes of the characters its quads are only about where they are."""
        return self._placed.select(extent, boxes or self._about)

    def _about(self, page_index: int) -> PageBoxes:
        return boxes_about(self._placed.flow.pages[page_index])

    def sentence(self, selection: Selection) -> "Sentence | None":
        """Return the sentence in which a selection begins."""
        extent = self.extent(selection)
        return self.text.sentence_at(extent.start) if extent else None

    def words(self, sentence: "Sentence") -> str:
        """Return the words of a sentence."""
        return self.text.words(sentence)

    def beside(self, sentence: "Sentence", step: int) -> str:
        """Return the words of the sentence before (-1) or behind (1) one in its paragraph, '' where there is none."""
        own = self.text.of_paragraph(sentence.paragraph)
        return next((self.words(s) for s in own if s.index == sentence.index + step), "")

    def heading(self, sentence: "Sentence") -> "Sequence[Sentence]":
        """Return the heading that a sentence stands under."""
        number = self.text.paragraphs[sentence.paragraph].heading
        return () if number is None else self.text.of_paragraph(number)

    def numbers_in(self, sentences: "Iterable[Sentence]") -> list[str]:
        """Return the papers and numbers that sentences cite, in their own words or in their notes, in order."""
        places = [s.extent for s in sentences]
        places += [note.extent for place in places for note in self.text.notes_of(place)]
        found = (number for number, extent in self.cited if any(place.overlaps(extent) for place in places))
        return list(dict.fromkeys(found))

    def registered(self, sentences: "Iterable[Sentence]") -> list[str]:
        """Return the numbers of registered commitments that sentences cite."""
        return [number for number in self.numbers_in(sentences) if w.REGISTERED.match(number)]

    def part_with(self, sentence: "Sentence", number: str) -> str:
        """Return the part of a sentence that names a number; the whole where it has one part only."""
        words = self.words(sentence)
        for one, extent in self.cited:
            if one == number and sentence.start <= extent.start < sentence.end:
                at, begin = extent.start - sentence.start, 0
                for end in (*(found.start() for found in w.CUTS.finditer(words)), len(words)):
                    if begin <= at <= end:
                        return words[begin:end]
                    begin = end
        return words

    @cached_property
    def later(self) -> frozenset[int]:
        """The indexes of the sentences that say that something is still to come, or promise it."""
        found = {s.index for s in self.text.body if w.put_off(self.words(s))}
        for one in self._suggestions:
            if one.kind is SuggestionKind.COMMITMENT and (sentence := self.sentence(one.selection)) is not None:
                words = self.words(sentence)
                if not w.PROMISED.search(words) and not w.ASKED_THEN.search(words):
                    found.add(sentence.index)
        return frozenset(found)
