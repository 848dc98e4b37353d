"""Lays a paper out on sheets: which strip stands where. No row is cut by the edge of a sheet, no heading left alone."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

from griffie.domain.paper import Paper
from griffie.ui.printing.compose import Composer
from griffie.ui.printing.strips import Strip, cut
from griffie.ui.printing.typeset import UNITS_PER_PT, Typeset
from griffie.ui.printing.wording import Wording

MM: Final = 72 / 25.4 * UNITS_PER_PT
"""Units in a millimetre."""
A4_MM: Final = (210.0, 297.0)
FOOT: Final = 9 * MM
"""Room for the line at the foot of a sheet."""
BELOW_HEAD: Final = 4 * MM
"""White below the head of every sheet but the first."""
LEAST_PIECE: Final = 4
"""Lines of a strip that is cut which stand on the first of its sheets at least."""
FULL: Final = 0.6
"""Share of a sheet from which on it is full enough to be left, where what comes next must be cut in any case."""


@dataclass(frozen=True, slots=True)
class Format:
    """The size of the paper and what stays white at its edges, in units."""

    width: float
    height: float
    left: float = 18 * MM
    right: float = 18 * MM
    top: float = 14 * MM
    bottom: float = 11 * MM

    @property
    def inner_width(self) -> float:
        """Width of what is printed."""
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        """Height of what is printed, without the foot."""
        return self.height - self.top - self.bottom - FOOT


def a4(*, landscape: bool) -> Format:
    """Return the format of A4, upright or on its side."""
    short, long = (edge * MM for edge in A4_MM)
    return Format(long, short) if landscape else Format(short, long)


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on its sheet, `y` units below the upper margin."""

    y: float
    strip: Strip


Sheet = tuple[Placed, ...]


class Layout:
    """The sheets of one paper, filled as `work` goes on."""

    def __init__(self, paper: Paper, paper_format: Format, typeset: Typeset, words: Wording) -> None:
        self.paper, self.format, self.typeset, self.words = paper, paper_format, typeset, words
        self.sheets: list[Sheet] = []
        self.strips_done, self.is_done = 0, False
        self._composer = Composer(paper, paper_format.inner_width, typeset, words)
        self._head = self._composer.running_head()
        self._sheet: list[Placed] = []
        self._y = 0.0
        self._is_begun = False

    def work(self) -> Generator[None]:
        """Do all of it; yields after each strip, so that it can be done in slices."""
        yield from self._composer.measure()
        chain: list[Strip] = []
        for strip in self._composer.strips():
            chain.append(strip)
            if not strip.keep:
                self._place(chain)
                chain = []
            self.strips_done += 1
            yield
        if chain:
            self._place(chain)
        self._close()
        self.is_done = True

    def _place(self, chain: list[Strip]) -> None:
        """Put strips that belong together below each other, on a new sheet where the rest of this one is too low."""
        tall = sum(strip.above + strip.height for strip in chain)
        high = self.format.inner_height
        if self._is_begun and self._y + tall > high and (self._fits_anew(chain) or self._y > FULL * high):
            self._close()
        for strip in chain:
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        """Put one strip where it fits: here, on a new sheet, or in pieces where no sheet is tall enough."""
        while True:
            if not self._sheet:
                self._open(strip)
            above = strip.above if self._is_begun else 0
            room = self.format.inner_height - self._y - above
            if strip.height <= room:
                break
            if self._is_begun and (self._fits_anew([strip]) or room < self._least_piece(strip)):
                self._close()
            elif strip.line_count > 1:
                first, strip = cut(strip, room, self.typeset)
                self._add(first)
                self._close()
            else:
                break  # paper too small for a single line
        self._add(strip)

    def _fits_anew(self, chain: list[Strip]) -> bool:
        """Tell whether strips fit below each other on a sheet of their own."""
        opening = sum(strip.height for strip in chain[0].repeat) + self._head.height + BELOW_HEAD
        tall = sum(strip.above + strip.height for strip in chain) - chain[0].above
        return opening + tall <= self.format.inner_height

    def _least_piece(self, strip: Strip) -> float:
        leading = max(self.typeset.faces[track.style].leading for track in strip.tracks)
        return LEAST_PIECE * leading + 2 * strip.pad

    def _open(self, strip: Strip) -> None:
        """Begin a sheet that `strip` comes on: with the running head, and what is set again of its table."""
        self._is_begun = False
        if self.sheets:
            self._add(self._head)
            self._y += BELOW_HEAD
            for again in strip.repeat:
                self._add(again)
            self._is_begun = False

    def _add(self, strip: Strip) -> None:
        self._y += strip.above if self._is_begun else 0
        self._sheet.append(Placed(self._y, strip))
        self._y += strip.height
        self._is_begun = True

    def _close(self) -> None:
        """End a sheet; one with nothing on it is none, unless the paper is empty."""
        if self._sheet or not self.sheets:
            self.sheets.append(tuple(self._sheet))
        self._sheet, self._y, self._is_begun = [], 0.0, False
