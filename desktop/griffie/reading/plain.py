"""Plain text as a letter: what a paragraph, a heading, an item and a note is where there is no page to look at."""

import re
from collections.abc import Iterable, Sequence

from griffie.reading.text import LetterText, NoteMark, Paragraph, ParagraphKind, glued_marks

NOTE = re.compile(r"(\d{1,3})[ \t]+(?=\S)")
ITEM = re.compile(r"(?:[-–—•·▪●○*]\s*(?=\S)|\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S))")
HEAD_END = re.compile(
    r"(?:Geachte|Hooggeachte|Beste)\b.*|.{0,40}?,\s*\d{1,2} [a-z]+ \d{4}\W*$|(?:Betreft|Onderwerp)\b.*"
    r"|Datum\b.*\d{4}\W*$|Aan de (?:V|v)oorzitter\b.*",
)
SIGNATURE = re.compile(
    r"(?:Hoogachtend|Met vriendelijke groet|Met de meeste hoogachting)\b"
    r"|(?:Mede namens |Namens )?(?:de|het|De|DE) (?:vice-?|minister|staatssecretaris)\S*\b[^.]{0,160}(?:,|$)",
    re.IGNORECASE,
)
LONGEST_HEADING = 160
SENTENCE_END = re.compile(r"[.?!;:,][\])'\"»”’]*\d{0,3}$")
FIRST_PARAGRAPHS = 40
"""A letter's head ends within so many paragraphs."""

Piece = tuple[str, ParagraphKind | None, int | None]
"""Text of a paragraph, what it is known to be, and the number of a note."""


def letter_text(text: str) -> LetterText:
    """Return plain text as a letter: paragraphs on lines of their own, notes at the end that begin with a number."""
    lines = [line.strip() for line in text.replace("\r", "").split("\n")]
    body, notes = _apart([" ".join(line.split()) for line in lines if line])
    pieces: list[Piece] = [(line, None, None) for line in body]
    for line in notes:
        found = NOTE.match(line)
        pieces.append((line[found.end() :] if found else line, ParagraphKind.NOTE, int(found[1]) if found else None))
    return assemble(pieces)


def _apart(lines: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Divide off the notes: the last lines, numbered from 1 without a gap."""
    expected: int | None = None
    cut = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        found = NOTE.match(lines[at])
        if not found or (expected is not None and int(found[1]) != expected):
            break
        expected, cut = int(found[1]) - 1, at
        if expected == 0:
            return lines[:cut], lines[cut:]
    return lines, []


def assemble(pieces: Iterable[Piece], sure: Sequence[Sequence[tuple[int, int, int]]] = ()) -> LetterText:
    """Make a letter of paragraphs: take note marks off, find the head's end, headings, items and the signature.

    `sure` holds, a paragraph each, start, end and number of the marks known from their size.
    """
    rows = list(pieces)
    numbers = [number for _, kind, number in rows if kind is ParagraphKind.NOTE and number]
    kinds = kinds_of(rows)
    text: list[str] = []
    paragraphs: list[Paragraph] = []
    marks: list[NoteMark] = []
    at, heading, last = 0, None, 0
    for index, ((words, _, number), kind) in enumerate(zip(rows, kinds, strict=True)):
        found: list[NoteMark] = []
        if kind is not ParagraphKind.NOTE and kind is not ParagraphKind.HEAD:
            found = _marks(words, numbers, sure[index] if index < len(sure) else (), last)
            last = found[-1].number if found else last
        bare, placed = take_off(words, found)
        marks += [NoteMark(at + mark.at, mark.number) for mark in placed]
        paragraphs.append(Paragraph(at, at + len(bare), kind, number, heading))
        if kind is ParagraphKind.HEADING:
            heading = index
        text.append(bare)
        at += len(bare) + 1
    return LetterText("\n".join(text), tuple(paragraphs), tuple(marks))


def _marks(words: str, numbers: Sequence[int], sure: Sequence[tuple[int, int, int]], last: int) -> list[NoteMark]:
    left = [number for number in numbers if number > last]
    return glued_marks(words, left, sure, last) if left or sure else []


def take_off(text: str, marks: Sequence[NoteMark]) -> tuple[str, list[NoteMark]]:
    """Return the text without its note marks, and each mark with the place where it stood."""
    pieces: list[str] = []
    placed: list[NoteMark] = []
    at = length = 0
    for mark in marks:
        pieces.append(text[at : mark.at])
        length += mark.at - at
        placed.append(NoteMark(length, mark.number))
        at = mark.at + len(str(mark.number))
    pieces.append(text[at:])
    return "".join(pieces), placed


def kinds_of(rows: Sequence[Piece]) -> list[ParagraphKind]:
    """Say what each paragraph is."""
    kinds = [kind or _kind(words, rows, index) for index, (words, kind, _) in enumerate(rows)]
    for index in range(_head_end(rows)):
        kinds[index] = ParagraphKind.HEAD
    body = [index for index, kind in enumerate(kinds) if kind is not ParagraphKind.NOTE]
    for index in body[-6:]:
        words = rows[index][0]
        if len(words) < 200 and words[-1] not in ".:;?" and SIGNATURE.match(words):
            kinds[index] = ParagraphKind.SIGNATURE
    return kinds


def _head_end(rows: Sequence[Piece]) -> int:
    """Return how many paragraphs stand above the letter's own text."""
    end = 0
    for index, (words, kind, _) in enumerate(rows[:FIRST_PARAGRAPHS]):
        if kind is ParagraphKind.NOTE:
            break
        if kind is ParagraphKind.HEAD or (len(words) < 250 and HEAD_END.fullmatch(words)):
            end = index + 1
    return end


def _kind(words: str, rows: Sequence[Piece], index: int) -> ParagraphKind:
    if ITEM.match(words) and (len(words) > LONGEST_HEADING or SENTENCE_END.search(words)):
        return ParagraphKind.ITEM
    if len(words) <= LONGEST_HEADING and not SENTENCE_END.search(words) and index + 1 < len(rows):
        return ParagraphKind.HEADING
    return ParagraphKind.ITEM if ITEM.match(words) else ParagraphKind.TEXT
