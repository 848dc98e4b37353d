"""The letter as a rule reads it: one text, cut into paragraphs and sentences, notes attached, marks taken off.

Rules work on `LetterText.text` alone and answer with extents of it; `griffie.reading.places` leads back to the page.
The text holds the letter's own words first, then its notes; each paragraph is one line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from griffie.domain.reading import Extent
from griffie.domain.sentences import sentence_spans


class ParagraphKind(StrEnum):
    """What a paragraph is in the letter."""

    HEAD = "head"  # above the letter's own text: addressee, date, subject, dossiers
    TEXT = "text"
    ITEM = "item"  # of a list
    HEADING = "heading"
    SIGNATURE = "signature"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of the letter's text; `number` is that of a note, `heading` the index of the heading above it."""

    start: int
    end: int
    kind: ParagraphKind
    number: int | None = None
    heading: int | None = None

    @property
    def extent(self) -> Extent:
        """Its extent."""
        return Extent(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `paragraph` is the index of its paragraph, `index` its own among all sentences."""

    start: int
    end: int
    paragraph: int
    index: int

    @property
    def extent(self) -> Extent:
        """Its extent."""
        return Extent(self.start, self.end)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a note is cited: `at` is the index of the character after the mark, the mark itself being gone."""

    at: int
    number: int


@dataclass(frozen=True)
class LetterText:
    """The text of a letter for rules. `marks` are sorted by place."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[NoteMark, ...] = ()
    _notes: dict[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        notes = {p.number: n for n, p in enumerate(self.paragraphs) if p.kind is ParagraphKind.NOTE and p.number}
        object.__setattr__(self, "_notes", notes)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences outside the head, in order; those of the notes last."""
        return tuple(self._cut())

    def _cut(self) -> Iterator[Sentence]:
        index = 0
        for number, paragraph in enumerate(self.paragraphs):
            if paragraph.kind is ParagraphKind.HEAD:
                continue
            for start, end in sentence_spans(self.text[paragraph.start : paragraph.end]):
                yield Sentence(paragraph.start + start, paragraph.start + end, number, index)
                index += 1

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the letter's own text: no head, heading, signature or note."""
        kinds = (ParagraphKind.TEXT, ParagraphKind.ITEM)
        return tuple(s for s in self.sentences if self.paragraphs[s.paragraph].kind in kinds)

    def quote(self, extent: Extent) -> str:
        """Return the words of an extent."""
        return self.text[extent.start : extent.end]

    def words(self, sentence: Sentence) -> str:
        """Return the words of a sentence."""
        return self.text[sentence.start : sentence.end]

    def note(self, number: int) -> Paragraph | None:
        """Return the note of that number."""
        at = self._notes.get(number)
        return None if at is None else self.paragraphs[at]

    def notes_of(self, extent: Extent) -> tuple[Paragraph, ...]:
        """Return the notes that are cited in an extent or right behind it."""
        found = (self.note(mark.number) for mark in self.marks if extent.start < mark.at <= extent.end + 1)
        return tuple(note for note in found if note is not None)

    def paragraph_at(self, index: int) -> int:
        """Return which paragraph holds a character."""
        return max(0, bisect_right(self.paragraphs, index, key=lambda p: p.start) - 1)

    def sentence_at(self, index: int) -> Sentence | None:
        """Return the sentence that holds a character, or None in the head or between two."""
        at = bisect_right(self.sentences, index, key=lambda s: s.start) - 1
        return self.sentences[at] if at >= 0 and index < self.sentences[at].end else None

    def of_paragraph(self, number: int) -> tuple[Sentence, ...]:
        """Return the sentences of a paragraph."""
        low = bisect_right(self.sentences, number - 1, key=lambda s: s.paragraph)
        high = bisect_right(self.sentences, number, key=lambda s: s.paragraph)
        return self.sentences[low:high]

    def heading_of(self, sentence: Sentence) -> str:
        """Return the heading that a sentence stands under, or ""."""
        number = self.paragraphs[sentence.paragraph].heading
        return "" if number is None else self.quote(self.paragraphs[number].extent)


_GLUED = re.compile(
    r"""(?<=[^\W\d_]|[)\]»”’"'.,;:?!%])(?<!\d[.,:])(?P<after>\d{1,3})(?![\w%])(?![.,:]\d)
    |(?<!\d)(?:19|20)\d\d(?P<year>\d{1,3})(?!\d)(?![.,]\d)""",
    re.VERBOSE,
)
_AFTER_NUMBER = re.compile(r"(?:\bnr|\bnrs|\bart|\bblz|\bp|\bpag|\bitem|\bCO|\bCOVID-|\bA|\bN)\.?$")
_FAR = 3  # how many numbers a plain mark may leap over: a mark in a table or a picture is never met in the text


def glued_marks(
    text: str, numbers: Sequence[int], known: Sequence[tuple[int, int, int]] = (), last: int = 0
) -> list[NoteMark]:
    """Return the note marks in a text that are glued to words or years: `at` is where the mark begins.

    Args:
        text: clean text.
        numbers: the numbers of the notes that the letter has.
        known: start, end and number of the marks that are known from their small size; the others must fit between.
        last: the number of the mark before this text.
    """
    have = set(numbers)
    sure = list(known)
    marks = [NoteMark(start, number) for start, _, number in sure]
    at = 0
    for found in _GLUED.finditer(text):
        group = "after" if found["after"] else "year"
        start, number = found.start(group), int(found[group])
        while at < len(sure) and sure[at][0] <= start:
            last = sure[at][2]
            at += 1
        if any(low <= start < high for low, high, _ in sure):
            continue
        before = text[max(0, start - 8) : start]
        if number in have and 0 < number - last <= _FAR and not _AFTER_NUMBER.search(before):
            marks.append(NoteMark(start, number))
            last = number
    return sorted(marks, key=lambda mark: mark.at)
