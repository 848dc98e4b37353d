"""Finds the place in the text that a point of the page means, and the point that a place means."""

from collections.abc import Sequence
from math import hypot

from griffie.domain.frame import is_level, quarter, turned
from griffie.domain.page import PageBoxes, Quad, TextLine
from griffie.domain.stream import Caret, FlowPage


def caret_at(page: FlowPage, x_pt: float, y_pt: float, boxes: PageBoxes | None) -> Caret:
    """Return the caret nearest to a point in unrotated page points.

    A line reaches over the whole width of its column: beside a short line the point means that line, not a longer one
    above. Without boxes the letters of a line are taken to be of one width.
    """
    if not page.lines:
        return Caret(page.page.page_index, 0)
    number = nearest_line(page, x_pt, y_pt)
    step, after = place_in_line(page.lines[number], x_pt, y_pt, boxes)
    return Caret(page.page.page_index, page.starts[number] + step + after, back=bool(after))


def nearest_line(page: FlowPage, x_pt: float, y_pt: float) -> int:
    """Return the line, by its place in reading order, that a point means."""
    x, y, _, _ = turned((x_pt, y_pt, x_pt, y_pt), page.layout.direction)
    best, best_rank = 0, (float("inf"), float("inf"))
    for number, (left, top, right, bottom, region_left, region_right) in enumerate(_rows(page)):
        beside = region_left - x if x < region_left else x - region_right if x > region_right else 0.0
        below = top - y if y < top else y - bottom if y > bottom else 0.0
        rank = round(hypot(beside, below), 1)
        if rank <= best_rank[0]:
            gap = left - x if x < left else x - right if x > right else 0.0
            detail = (rank, gap + 2 * abs(y - (top + bottom) / 2))
            if detail < best_rank:
                best, best_rank = number, detail
    return best


Row = tuple[float, float, float, float, float, float]


def _rows(page: FlowPage) -> Sequence[Row]:
    """Return box (without what raised marks add) and region's width of each line, in the page's frame; kept."""
    if page.rows is None:
        page.rows = [_row(page, number, line) for number, line in enumerate(page.lines)]
    return page.rows


def _row(page: FlowPage, number: int, line: TextLine) -> Row:
    left, top, right, bottom = turned(line.box, page.layout.direction)
    if quarter(line.direction) != page.layout.direction or not is_level(line.direction):
        return left, top, right, bottom, left, right
    region_left, _, region_right, _ = page.region_box(number)
    return left, max(top, bottom - 1.35 * line.size), right, bottom, region_left, region_right


def place_in_line(line: TextLine, x_pt: float, y_pt: float, boxes: PageBoxes | None) -> tuple[int, int]:
    """Return which character of a line is nearest to a point, and 1 when the point is past its middle, else 0."""
    dx, dy = line.direction
    at = x_pt * dx + y_pt * dy
    middles = middles_of(line, boxes)
    step = min(range(len(middles)), key=lambda n: abs(middles[n] - at))
    forward = middles[min(step + 1, len(middles) - 1)] >= middles[max(step - 1, 0)]
    return step, int((at > middles[step]) == forward)


def middles_of(line: TextLine, boxes: PageBoxes | None) -> list[float]:
    """Return how far along the line's direction the middle of each of its characters lies, in points."""
    dx, dy = line.direction
    count = line.end - line.start
    if boxes is None or len(boxes) < line.end:
        corners = [x * dx + y * dy for x in line.box[::2] for y in line.box[1::2]]
        low, high = min(corners), max(corners)
        return [low + (high - low) * (n + 0.5) / count for n in range(count)]
    v = boxes.values[line.start * 8 : line.end * 8]
    if dy == 0:
        return [dx * (v[n] + v[n + 2]) / 2 for n in range(0, len(v), 8)]
    return [
        (v[n] + v[n + 2] + v[n + 4] + v[n + 6]) / 4 * dx + (v[n + 1] + v[n + 3] + v[n + 5] + v[n + 7]) / 4 * dy
        for n in range(0, len(v), 8)
    ]


def caret_segment(page: FlowPage, caret: Caret, boxes: PageBoxes) -> tuple[float, float, float, float] | None:
    """Return the line to draw for a caret, from its top to its foot, in unrotated page points; None on empty pages."""
    if not page.lines:
        return None
    number = page.line_number(caret.position, back=caret.back)
    line = page.lines[number]
    step = max(0, min(caret.position - page.starts[number], line.end - line.start))
    at_end = step == line.end - line.start or (caret.back and step > 0)
    offset = line.start + step - (1 if at_end else 0)
    if offset >= len(boxes):
        return None
    quad = boxes.quad(offset)
    if at_end != _runs_left(line, step - (1 if at_end else 0), boxes):
        return quad[2], quad[3], quad[6], quad[7]
    return quad[0], quad[1], quad[4], quad[5]


def _runs_left(line: TextLine, step: int, boxes: PageBoxes) -> bool:
    """Tell whether the letters around one run against the line's direction, as Hebrew and Arabic do."""
    dx, dy = line.direction
    last = line.end - line.start - 1
    before, after = (boxes.quad(line.start + n) for n in (max(step - 1, 0), min(step + 1, last)))
    return (after[0] - before[0]) * dx + (after[1] - before[1]) * dy < 0


def merged_quads(page: FlowPage, start: int, end: int, boxes: PageBoxes) -> list[Quad]:
    """Return one quad per line for the characters between two positions, in reading order."""
    quads: list[Quad] = []
    while start < end:
        number = page.line_number(start)
        line = page.lines[number]
        stop = min(end, page.starts[number + 1])
        first = line.start + start - page.starts[number]
        if first + stop - start <= len(boxes):
            quads.append(_around(boxes, first, first + stop - start, line.direction))
        start = stop
    return quads


def _around(boxes: PageBoxes, first: int, last: int, direction: tuple[float, float]) -> Quad:
    """Return the quad around the quads of some characters, standing on their line's direction."""
    v = boxes.values[first * 8 : last * 8]
    xs, ys = v[0::2], v[1::2]
    dx, dy = direction
    if (dx, dy) == (1.0, 0.0):
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        return left, top, right, top, left, bottom, right, bottom
    along = [x * dx + y * dy for x, y in zip(xs, ys, strict=True)]
    down = [y * dx - x * dy for x, y in zip(xs, ys, strict=True)]
    a0, a1, d0, d1 = min(along), max(along), min(down), max(down)
    corners = [(a * dx - d * dy, a * dy + d * dx) for d in (d0, d1) for a in (a0, a1)]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    return x0, y0, x1, y1, x2, y2, x3, y3
