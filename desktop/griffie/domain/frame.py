"""Lines of a page as they lie when most of its text runs from left to right. Geometry only, no meaning.

A page may be scanned or drawn sideways; layout looks at it as a reader would hold it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from griffie.domain.page import Box, PageText, TextLine

QUARTERS = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its box as a reader holds the page: points, `top` above `bottom`. `index` is that of the line."""

    index: int
    line: TextLine
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Length of the line in points."""
        return self.right - self.left

    @property
    def count(self) -> int:
        """How many characters count."""
        return self.line.end - self.line.start

    @property
    def core(self) -> tuple[float, float]:
        """Top and bottom without what a raised note mark adds."""
        return max(self.top, self.bottom - 1.35 * self.line.size), self.bottom

    def same_row(self, other: "Placed") -> bool:
        """Tell whether the two stand side by side: more than half of the lower one's height is shared."""
        (a0, a1), (b0, b1) = self.core, other.core
        return min(a1, b1) - max(a0, b0) > 0.5 * min(a1 - a0, b1 - b0)

    def above(self, other: "Placed") -> bool:
        """Tell whether the two share some of the page's width, as lines of one column do."""
        return min(self.right, other.right) > max(self.left, other.left)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page turned so that its main text runs to the right. `box` is that of the page."""

    direction: tuple[float, float]
    box: Box

    def turn(self, box: Box) -> Box:
        """Return a box of unrotated page points as it lies in this frame."""
        return turned(box, self.direction)

    @property
    def width(self) -> float:
        """Width of the page in this frame, never zero."""
        return max(self.box[2] - self.box[0], 1.0)

    @property
    def height(self) -> float:
        """Height of the page in this frame, never zero."""
        return max(self.box[3] - self.box[1], 1.0)

    def from_top(self, line: Placed) -> float:
        """Return how far down the page a line ends: 0 is the top edge, 1 the bottom edge."""
        return (line.bottom - self.box[1]) / self.height


def turned(box: Box, direction: tuple[float, float]) -> Box:
    """Return a box turned so that `direction`, one of the four quarters, points to the right."""
    x0, y0, x1, y1 = box
    if direction == (1.0, 0.0):
        return box
    if direction == (0.0, 1.0):
        return y0, -x1, y1, -x0
    if direction == (0.0, -1.0):
        return -y1, x0, -y0, x1
    return -x1, -y1, -x0, -y0


def quarter(direction: tuple[float, float]) -> tuple[float, float]:
    """Return the quarter that a direction is nearest to."""
    x, y = direction
    if abs(x) >= abs(y):
        return (1.0, 0.0) if x >= 0 else (-1.0, 0.0)
    return (0.0, 1.0) if y > 0 else (0.0, -1.0)


def is_level(direction: tuple[float, float]) -> bool:
    """Tell whether a direction is as good as one of the four quarters (a scan may lean by two degrees)."""
    return min(abs(direction[0]), abs(direction[1])) < 0.035


def frame_of(page: PageText) -> Frame:
    """Return the frame in which most characters of a page run to the right."""
    weights = dict.fromkeys(QUARTERS, 0)
    for line in page.lines:
        weights[quarter(line.direction)] += line.end - line.start
    direction = max(QUARTERS, key=weights.__getitem__)
    return Frame(direction, turned((0.0, 0.0, page.width, page.height), direction))


def place(page: PageText, frame: Frame) -> tuple[list[Placed], list[Placed]]:
    """Return the lines with text that run along the frame, and those that run otherwise, in order of extraction."""
    along: list[Placed] = []
    across: list[Placed] = []
    for index, line in enumerate(page.lines):
        if line.end > line.start:
            fits = quarter(line.direction) == frame.direction and is_level(line.direction)
            (along if fits else across).append(Placed(index, line, *frame.turn(line.box)))
    return along, across


def bounds(lines: Iterable[Placed]) -> Box:
    """Return the box around all lines; all zero when there are none."""
    every = list(lines)
    if not every:
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(line.left for line in every),
        min(line.top for line in every),
        max(line.right for line in every),
        max(line.bottom for line in every),
    )
