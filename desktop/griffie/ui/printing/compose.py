"""Makes strips of a paper, from its title to its note, in the order in which they are read."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import replace
from typing import Final

from griffie.domain.paper import Block, Paper, PaperColumn, Section, tables_alike
from griffie.ui.printing.strips import HAIRLINE, PAD, STRONG, Strip, Track, standing_on_the_line, strip
from griffie.ui.printing.typeset import Style, Typeset
from griffie.ui.printing.widths import GAP, tracks_of
from griffie.ui.printing.wording import Wording

BETWEEN: Final = 190
"""Units of white before a heading."""
ENOUGH: Final = 3
"""Lines of a first or last row that may stand alone, at the foot or the head of a sheet."""
LABELS: Final = 0.3
"""Share of the width that labels of fields take at most."""

Columns = Mapping[tuple[PaperColumn, ...], tuple[Track, ...]]


class Composer:
    """Knows the width of the paper (units) and the words on it."""

    def __init__(self, paper: Paper, width: float, typeset: Typeset, words: Wording) -> None:
        self.paper, self.typeset, self.words = paper, typeset, words
        self._width = width
        self._columns: Columns = {}

    def measure(self) -> Generator[None]:
        """Find how wide all columns are; yields now and then. To be done before `strips`."""
        found = {}
        for columns, tables in tables_alike(self.paper):
            found[columns] = yield from tracks_of(columns, tables, self._width, self.typeset)
        self._columns = found

    def strips(self) -> Iterator[Strip]:
        """Yield all that comes on the sheets below the running heads."""
        yield from self.opening()
        for part in self.paper.sections:
            yield from self._heading(part)
            yield from self._table(part) if isinstance(part, Section) else self._fields(part)
        if self.paper.note:
            yield self._line(self.paper.note, Style.SUBTITLE, above=BETWEEN)

    def running_head(self) -> Strip:
        """Return what stands at the head of every sheet but the first: title, day of printing, a line."""
        title, day = self._beside_the_day(Style.RUNNING_TITLE)
        text = self.typeset.faces[Style.RUNNING_TITLE].elided(" ".join(self.paper.title.split()), title.width)
        return strip(self.typeset, (title, day), (text, self.words.printed), pad=30, rule=HAIRLINE)

    def opening(self) -> Iterator[Strip]:
        """Yield title and subtitle."""
        tracks = self._beside_the_day(Style.TITLE)
        texts = (self.paper.title, self.words.printed)
        yield replace(strip(self.typeset, tracks, texts, pad=30, rule=HAIRLINE), keep=True)
        if self.paper.subtitle:
            yield replace(self._line(self.paper.subtitle, Style.SUBTITLE, above=40), keep=True)

    def _beside_the_day(self, style: Style) -> tuple[Track, Track]:
        day = self.typeset.faces[Style.RUNNING].advance(self.words.printed) + 1
        left = self._width - day - 2 * GAP
        return Track(0, left, style), Track(self._width - day, day, Style.RUNNING, "right")

    def _line(self, text: str, style: Style, *, above: float = 0, pad: float = 20) -> Strip:
        return strip(self.typeset, (Track(0, self._width, style),), (text,), above=above, pad=pad)

    def _heading(self, part: Section | Block) -> Iterator[Strip]:
        above: float = BETWEEN
        if part.heading:
            yield replace(self._line(part.heading, Style.HEADING, above=above), keep=True)
            above = 0
        if part.intro:
            yield replace(self._line(part.intro, Style.TEXT, above=above), keep=True)

    def _table(self, table: Section) -> Iterator[Strip]:
        if not table.rows:
            yield self._nothing(table)
            return
        tracks = self._columns[table.columns]
        head = self._column_heads(table, tracks)
        repeat: tuple[Strip, ...] = (replace(head, above=0),)
        if table.heading:
            repeat = (self._line(self.words.continued(table.heading), Style.CONTINUED), *repeat)
        yield head
        yield from self._rows(table, tracks, repeat)
        if table.totals:
            bold = tuple(replace(track, style=Style.TOTAL) for track in tracks)
            sums = strip(self.typeset, bold, table.totals, pad=PAD)
            yield replace(sums, rule_above=STRONG, keep=bool(table.total), repeat=repeat)
        if table.total:
            yield replace(self._line(table.total, Style.TOTAL, pad=PAD), repeat=repeat)

    def _column_heads(self, table: Section, tracks: tuple[Track, ...]) -> Strip:
        bold = tuple(replace(track, style=Style.COLUMN) for track in tracks)
        texts = tuple(column.heading for column in table.columns)
        above = 0 if table.heading or table.intro else BETWEEN / 2
        row = strip(self.typeset, bold, texts, pad=PAD, above=above, rule=STRONG)
        return replace(standing_on_the_line(row), keep=True)

    def _rows(self, table: Section, tracks: tuple[Track, ...], repeat: tuple[Strip, ...]) -> Iterator[Strip]:
        last = len(table.rows) - 1
        followed = bool(table.total or table.totals)
        for number, texts in enumerate(table.rows):
            rule = 0 if number == last and table.totals else HAIRLINE
            row = strip(self.typeset, tracks, texts, pad=PAD, rule=rule)
            alone = number < last and number in (0, last - 1) and row.line_count < ENOUGH
            yield replace(row, keep=alone or (number == last and followed), repeat=repeat)

    def _fields(self, block: Block) -> Iterator[Strip]:
        filled = block.filled
        if not filled:
            yield self._nothing(block)
            return
        face = self.typeset.faces[Style.LABEL]
        widest = max(face.advance(label) for label, _value in filled) + 1
        width = min(widest, self._width * LABELS)
        value = Track(width + 2 * GAP, self._width - width - 2 * GAP, Style.VALUE)
        for number, texts in enumerate(filled):
            row = strip(self.typeset, (Track(0, width, Style.LABEL), value), texts, pad=PAD, rule=HAIRLINE)
            yield replace(row, keep=number == 0 and len(filled) > 1, above=0 if number or block.heading else BETWEEN)

    def _nothing(self, part: Section | Block) -> Strip:
        above = 0 if part.heading or part.intro else BETWEEN
        return self._line(part.nothing, Style.TEXT, above=above)
