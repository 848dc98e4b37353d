"""Puts the lines of a page's text in reading order: columns one after the other, rows from left to right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from griffie.domain.frame import Placed, bounds

LEAST_LINES = 3  # a column of text has at least this many lines on each side of a gutter
LEAST_SHARE = 0.15  # of the characters of the page on each side
FULL = 0.55  # a line of running text fills at least this share of its column
MOST_LINES = 4000  # pages with more are lists: looking for columns there costs time and finds none


def reading_order(lines: Sequence[Placed]) -> list[list[Placed]]:
    """Return the regions of a page's text in reading order, each with its lines in reading order.

    A region is what a reader sees as one column of text; a heading over two columns is a region of its own.
    """
    if not lines:
        return []
    gutter = _gutter(lines) if 2 * LEAST_LINES <= len(lines) <= MOST_LINES else None
    if gutter is None:
        return [_rows(lines)]
    regions: list[list[Placed]] = []
    for crosses, band in _bands(lines, gutter):
        if crosses:
            regions.append(_rows(band))
            continue
        for column in ([n for n in band if n.left < gutter - 2], [n for n in band if n.left >= gutter - 2]):
            regions += reading_order(column)
    return regions


def _gutter(lines: Sequence[Placed]) -> float | None:
    """Return where the right-hand column of a page begins, or None where the page has one column."""
    edges = Counter(round(line.left / 2) for line in lines)
    best: tuple[int, float] | None = None
    for edge in [edge for edge, count in edges.items() if count >= LEAST_LINES][:40]:
        start = min(line.left for line in lines if round(line.left / 2) == edge)
        left = [line for line in lines if line.right <= start + 1]
        right = [line for line in lines if line.left >= start - 2]
        if _are_columns(left, right, lines):
            rank = (sum(line.count for line in left) + sum(line.count for line in right), start)
            best = max(best, rank) if best else rank
    return best[1] if best else None


def _are_columns(left: Sequence[Placed], right: Sequence[Placed], lines: Sequence[Placed]) -> bool:
    least = LEAST_SHARE * sum(line.count for line in lines)
    for side in (left, right):
        if len(side) < LEAST_LINES or sum(line.count for line in side) < least or not _is_text(side):
            return False
    top, bottom = max(bounds(left)[1], bounds(right)[1]), min(bounds(left)[3], bounds(right)[3])
    height = left[0].bottom - left[0].top
    return bottom - top > 2 * height and _gap_between(left, right) > 0.4 * left[0].line.size


def _gap_between(left: Sequence[Placed], right: Sequence[Placed]) -> float:
    """Return the width of the gutter; measured at the text, not at blanks behind it."""
    return bounds(right)[0] - max(n.right - _trailing(n) for n in left)


def _trailing(line: Placed) -> float:
    text = line.line.text
    blanks = len(text) - len(text.rstrip())
    return blanks * line.width / max(1, len(text))


def _is_text(side: Sequence[Placed]) -> bool:
    """Tell whether lines run on, as text does, and are no labels, numbers or cells."""
    left, _, right, _ = bounds(side)
    width = right - left
    full = [line for line in side if line.width >= FULL * width]
    letters = sum(c.isalpha() for line in side for c in line.line.text)
    return (
        width >= 8 * side[0].line.size
        and len(full) >= max(LEAST_LINES, 0.5 * len(side))
        and letters > 0.6 * sum(line.count for line in side)
    )


def _bands(lines: Sequence[Placed], gutter: float) -> Iterator[tuple[bool, list[Placed]]]:
    """Yield the stretches of a page from the top: lines across the gutter, and lines beside it."""

    def crosses(line: Placed) -> bool:
        return line.left < gutter - 2 and line.right - _trailing(line) > gutter + 1

    for across, band in groupby(sorted(lines, key=lambda n: (n.core[0], n.left)), key=crosses):
        yield across, list(band)


def _rows(lines: Sequence[Placed]) -> list[Placed]:
    """Return lines of one region from the top; what begins on one row goes from left to right, block by block."""
    blocks = sorted(_blocks(lines), key=lambda block: (block[0].core[1], block[0].left))
    ordered: list[Placed] = []
    row: list[list[Placed]] = []
    for block in blocks:
        if row and not row[0][0].same_row(block[0]):
            ordered += _row(row)
            row = []
        row.append(block)
    return ordered + _row(row)


def _row(row: list[list[Placed]]) -> list[Placed]:
    return [line for block in sorted(row, key=lambda block: block[0].left) for line in block]


def _blocks(lines: Sequence[Placed]) -> list[list[Placed]]:
    """Group lines that were drawn one below the other, as the lines of a paragraph or of a cell are.

    Short labels with something beside each of them are no block: "Datum" and "Betreft" belong to what stands right.
    """
    blocks: list[list[Placed]] = []
    for line in lines:
        if blocks and _follows(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    table = _RowTable(lines)
    loose: list[list[Placed]] = []
    for block in blocks:
        if len(block) > 1 and all(_is_label(line) and any(table.beside(line)) for line in block):
            loose += [[line] for line in block]
        else:
            loose.append(block)
    return _cut_at_labels(loose, table)


def _follows(above: Placed, line: Placed) -> bool:
    gap = line.core[0] - above.core[1]
    size = max(above.line.size, line.line.size)
    return -0.6 * size < gap < 0.9 * size and line.core[0] > above.core[0] and above.above(line)


def _is_label(line: Placed) -> bool:
    return line.count <= 28 and len(line.line.text.split()) <= 4


class _RowTable:
    """Finds what stands beside a line without looking at the whole page."""

    STEP_PT = 24.0

    def __init__(self, lines: Sequence[Placed]) -> None:
        self._rows: dict[int, list[Placed]] = {}
        for line in lines:
            for step in range(self._step(line.core[0]), self._step(line.core[1]) + 1):
                self._rows.setdefault(step, []).append(line)

    def _step(self, height: float) -> int:
        return int(max(-1e6, min(1e6, height)) // self.STEP_PT)

    def beside(self, line: Placed) -> Iterator[Placed]:
        """Yield the lines of the same row that share none of its width."""
        middle = self._step((line.core[0] + line.core[1]) / 2)
        for other in self._rows.get(middle, ()):
            if other is not line and line.same_row(other) and not line.above(other):
                yield other


def _cut_at_labels(blocks: list[list[Placed]], table: _RowTable) -> list[list[Placed]]:
    """Cut the values beside loose labels apart too, so that each label is followed by its own value."""
    labels = {block[0].index for block in blocks if len(block) == 1 and _is_label(block[0])}
    cut: list[list[Placed]] = []
    for block in blocks:
        part: list[Placed] = []
        for line in block:
            if part and any(n.index in labels and n.right <= line.left + 2 for n in table.beside(line)):
                cut.append(part)
                part = []
            part.append(line)
        cut.append(part)
    return cut
