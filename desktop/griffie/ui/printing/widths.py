"""How wide the columns of a table are: by their shares, and wide enough for words and numbers to stay in one piece."""

from collections.abc import Generator, Sequence
from itertools import islice
from typing import Final

from griffie.domain.paper import PaperColumn, Section
from griffie.ui.printing.strips import Track
from griffie.ui.printing.typeset import Style, Typeset, fit_to_print

GAP: Final = 110
"""Units between two columns."""
LOOKED_AT: Final = 400
"""Rows in which the longest word of a wrapping column is looked for."""
WIDEST_WORD: Final = 0.25
"""Share of the paper above which a word is broken rather than given room."""
WIDEST_LINE: Final = 0.35
"""Share of the paper above which a column wraps, though it is of a kind that does not."""
STRIDE: Final = 50

Measuring = Generator[None, None, tuple[Track, ...]]


def tracks_of(columns: tuple[PaperColumn, ...], tables: Sequence[Section], width: float, typeset: Typeset) -> Measuring:
    """Return where the columns of these tables stand on paper of `width` units; yields now and then."""
    least = [_widest_heading(column, typeset) for column in columns]
    for table in tables:
        for place, column in enumerate(columns):
            least[place] = max(least[place], (yield from _widest(column, place, table, width, typeset)))
    room = width - GAP * (len(columns) - 1)
    tracks, x = [], 0.0
    for column, wide in zip(columns, shared_out(columns, least, room), strict=True):
        tracks.append(Track(x, wide, Style.CELL, column.side))
        x += wide + GAP
    return tuple(tracks)


def _widest_heading(column: PaperColumn, typeset: Typeset) -> float:
    """Return the width in which a heading fits: on two lines at best, with no word broken."""
    face, words = typeset.faces[Style.COLUMN], column.heading.split()
    on_two_lines = (
        max(face.advance(" ".join(words[:split])), face.advance(" ".join(words[split:])))
        for split in range(1, len(words))
    )
    return min(on_two_lines, default=face.advance(column.heading)) + 1


def _widest(
    column: PaperColumn, place: int, table: Section, width: float, typeset: Typeset
) -> Generator[None, None, float]:
    """Return the width that the values of one column need: their longest word, or all of the longest value."""
    face, bold = typeset.faces[Style.CELL], typeset.faces[Style.TOTAL]
    if column.wraps:
        words = (word for row in islice(table.rows, LOOKED_AT) for word in row[place].split())
        return min(face.advance(fit_to_print(max(words, key=len, default=""))) + 1, width * WIDEST_WORD)
    widest = bold.advance(table.totals[place]) if table.totals else 0.0
    for number, row in enumerate(table.rows):
        for line in fit_to_print(row[place]).split("\n"):
            widest = max(widest, face.advance(line))
        if number % STRIDE == 0:
            yield
    return min(widest + 1, width * WIDEST_LINE)


def shared_out(columns: Sequence[PaperColumn], least: Sequence[float], room: float) -> list[float]:
    """Return a width for each column, together `room` units at most: by share, and no narrower than it must be.

    Where even the least does not fit, the widest are made narrower, and words break in them; days and numbers stay
    whole for as long as that helps.
    """
    if sum(least) >= room:
        level = _level(least, room)
        return [min(wide, level) for wide in least]
    narrow = {place for place, column in enumerate(columns) if column.width <= 0}
    while True:
        rest = [place for place in range(len(columns)) if place not in narrow]
        free, shares = room - sum(least[place] for place in narrow), sum(columns[place].width for place in rest)
        too_narrow = {place for place in rest if columns[place].width * free / shares < least[place]}
        if not too_narrow:
            return [
                least[place] if place in narrow else column.width * free / shares
                for place, column in enumerate(columns)
            ]
        narrow |= too_narrow


def _level(widths: Sequence[float], room: float) -> float:
    """Return the width to which the widest must come down for all to fit into `room` together."""
    left = room
    for narrower, wide in enumerate(sorted(widths)):
        level = left / (len(widths) - narrower)
        if wide > level:
            return level
        left -= wide
    return max(widths)
