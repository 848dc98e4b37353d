"""What a sheet is made of: strips, each as wide as the paper, with lines of text in tracks beside each other."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from griffie.ui.printing.typeset import Style, Typeset

Side = Literal["left", "right", "centre"]

HAIRLINE: Final = 2.5
"""Units. A quarter of a point of pure black: a fine line on paper, where grey would be a row of dots."""
STRONG: Final = 7.5
PAD: Final = 26
"""Units above and below the lines of a row."""


@dataclass(frozen=True, slots=True)
class Track:
    """A column of text: where it begins and how wide it is (units), where its words stand, in which style."""

    x: float
    width: float
    style: Style
    side: Side = "left"


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a sheet that stays whole, unless it is taller than a sheet.

    Attributes:
        tracks: the columns of text.
        lines: the lines in each of them.
        height: from edge to edge, units.
        pad: room above the first line.
        ascent: from the first line's upper edge to its baseline.
        above: white before it, not at the head of a sheet.
        rule: thickness of the line along its lower edge; 0 is none.
        rule_above: the same for its upper edge.
        keep: it does not stand at the foot of a sheet without the strip after it.
        repeat: what is set again above it when it opens a sheet.
    """

    tracks: tuple[Track, ...]
    lines: tuple[tuple[str, ...], ...]
    height: float
    pad: float = 0
    ascent: float = 0
    above: float = 0
    rule: float = 0
    rule_above: float = 0
    keep: bool = False
    repeat: "tuple[Strip, ...]" = ()

    @property
    def line_count(self) -> int:
        """How many lines the fullest of its tracks has."""
        return max(len(lines) for lines in self.lines)


def strip(
    typeset: Typeset,
    tracks: tuple[Track, ...],
    texts: tuple[str, ...],
    *,
    pad: float = 0,
    above: float = 0,
    rule: float = 0,
) -> Strip:
    """Return the strip with a text in each track."""
    lines = tuple(typeset.lines(text, track.style, track.width) for text, track in zip(texts, tracks, strict=True))
    faces = [typeset.faces[track.style] for track in tracks]
    ascent = max(face.ascent for face in faces)
    tall = max(ascent - face.ascent + len(found) * face.leading for face, found in zip(faces, lines, strict=True))
    return Strip(tracks, lines, tall + 2 * pad, pad=pad, ascent=ascent, above=above, rule=rule)


def standing_on_the_line(row: Strip) -> Strip:
    """Return a strip of which all texts end on the last line, as headings of columns do."""
    most = row.line_count
    return replace(row, lines=tuple(("",) * (most - len(lines)) + lines for lines in row.lines))


def cut(tall: Strip, room: float, typeset: Typeset) -> tuple[Strip, Strip]:
    """Return a strip of two lines or more in two: what goes into `room`, at least a line of it, and the rest."""
    leading = max(typeset.faces[track.style].leading for track in tall.tracks)
    fits = min(max(1, int((room - 2 * tall.pad) // leading)), tall.line_count - 1)
    first = tuple(lines[:fits] for lines in tall.lines)
    rest = tuple(lines[fits:] for lines in tall.lines)
    left = tall.line_count - fits
    return (
        replace(tall, lines=first, height=fits * leading + 2 * tall.pad, rule=0),
        replace(tall, lines=rest, height=left * leading + 2 * tall.pad, above=0, rule_above=0),
    )
