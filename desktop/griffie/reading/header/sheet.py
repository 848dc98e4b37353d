"""The lines of one page as they stand on paper: rows, what is right of a line, what is below it.

Works on boxes, not on the order of extraction: a reference column may come before, between or after the letter itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from griffie.domain.page import PageText, TextLine, strip_text
from griffie.reading.header.model import Found, Place

_SMALL_WORDS: Final = (
    "en|of|de|het|een|van|voor|bij|in|is|te|tot|met|op|aan|als|dat|die|er|om|uit|door|naar|over|per|t/m|c\\.q\\."
)
_SPACED_CAPITAL: Final = re.compile(rf"\b([B-HJ-TV-Z]) (?!(?:{_SMALL_WORDS})\b)(?=[a-z]{{2}})")
_COLUMN: Final = 0.7  # the reference column begins at this share of the page's width
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. `text` has single spaces and no letter-spacing, the same stripped characters."""

    page_index: int
    source: TextLine
    text: str

    @property
    def left(self) -> float:
        """Left side in points."""
        return self.source.box[0]

    @property
    def top(self) -> float:
        """Upper side in points."""
        return self.source.box[1]

    @property
    def right(self) -> float:
        """Right side in points."""
        return self.source.box[2]

    @property
    def bottom(self) -> float:
        """Lower side in points."""
        return self.source.box[3]

    @property
    def size(self) -> float:
        """Font size in points, never 0."""
        return self.source.size or 1.0

    def cut(self, part: str | None = None) -> Found[str]:
        """Return a part of the line (all of it when left out) with its place."""
        if part is None:
            return Found(self.text, (Place(self.page_index, self.source.start, self.source.end),))
        bare, all_of_it = strip_text(part), strip_text(self.source.text)
        at = all_of_it.rfind(bare) if self.text.endswith(part) else all_of_it.find(bare)
        start = self.source.start + max(at, 0)
        return Found(part, (Place(self.page_index, start, start + len(bare)),))

    def overlaps(self, other: "Line") -> bool:
        """Tell whether two lines share some of their width."""
        return self.left < other.right and other.left < self.right

    def starts_with(self, other: "Line", tolerance_pt: float = 3.0) -> bool:
        """Tell whether two lines begin at the same distance from the edge."""
        return abs(self.left - other.left) <= tolerance_pt


Row = tuple[Line, ...]


class Sheet:
    """The lines of one page, from top to bottom and left to right."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        lines = (Line(page.page_index, line, unspaced(line.text)) for line in page.lines if line.end > line.start)
        self.lines: tuple[Line, ...] = tuple(sorted(lines, key=lambda line: (line.top, line.left)))

    @cached_property
    def text_size(self) -> float:
        """The font size of most characters, in points."""
        count: Counter[float] = Counter()
        for line in self.lines:
            count[round(line.size, 1)] += len(line.text)
        return max(count, key=lambda size: count[size], default=1.0)

    def in_reference_column(self, line: Line) -> bool:
        """Tell whether a line stands in the small print at the right, where ministries put address and reference."""
        return line.left >= _COLUMN * self.page.width and line.size < 0.85 * self.text_size

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Lines that stand at one height, whatever their columns; without the reference column."""
        rows: list[list[Line]] = []
        for line in self.lines:
            if self.in_reference_column(line):
                continue
            if rows and _same_height(rows[-1][0], line):
                rows[-1].append(line)
            else:
                rows.append([line])
        return tuple(tuple(sorted(row, key=lambda line: line.left)) for row in rows)

    def right_of(self, line: Line, reach_pt: float = 130.0) -> Line | None:
        """Return the nearest line at the same height that begins right of this one."""
        found = [
            other
            for other in self.lines
            if other is not line and _same_height(line, other) and line.right - 2 <= other.left <= line.right + reach_pt
        ]
        return min(found, key=lambda other: other.left, default=None)

    def below(self, line: Line, reach: float = 2.5) -> Line | None:
        """Return the nearest line below this one in its column, at most `reach` times the font size lower."""
        found = [
            other
            for other in self.lines
            if other.top > line.top + 1
            and not _same_height(line, other)
            and other.top - line.bottom <= reach * line.size
            and line.overlaps(other)
        ]
        return min(found, key=lambda other: other.top, default=None)


def _same_height(one: Line, other: Line) -> bool:
    middle = (one.top + one.bottom - other.top - other.bottom) / 2
    return abs(middle) < 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def row_text(row: Sequence[Line]) -> str:
    """Return the words of a row."""
    return " ".join(line.text for line in row)


def unspaced(text: str) -> str:
    """Return a line with single spaces and without letter-spacing: "P agina", "D a t u m" are one word each.

    Spaces alone are touched, so that stripped offsets stay as they are.
    """
    words = text.split()
    if len(words) >= 4 and sum(len(word) == 1 for word in words) > 0.7 * len(words):
        return " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", text.strip()))
    return _SPACED_CAPITAL.sub(r"\1", " ".join(words))


def join(parts: Iterable[Found[str]]) -> Found[str]:
    """Return several lines as one text: a word that was broken at the end of a line is whole again."""
    text = ""
    places: list[Place] = []
    for part in parts:
        text = _joined(text, part.value)
        places += part.places
    return Found(text, tuple(places))


def _joined(before: str, after: str) -> str:
    """Join two lines: "in- en uitvoer" and "Minister-President" keep their hyphen, "RE-LATIES" loses it."""
    if not before or not after:
        return before or after
    if not _HYPHEN.search(before):
        return f"{before} {after}"
    first = after.split(" ", 1)[0].casefold()
    if first in ("en", "of", "and", "or", "tot"):
        return f"{before} {after}"
    if before[-2:-1].isupper() == after[0].isupper() and "minister-president" not in before[-9:].casefold() + first:
        return before[:-1] + after
    return before + after
