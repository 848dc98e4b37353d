"""Pages drawn line by line for tests of reading order: every letter is half its size wide, so that places are known."""

from array import array

from griffie.domain.flow import Flow
from griffie.domain.layout import LetterLayout
from griffie.domain.page import PageBoxes, PageText, TextLine, counts

SIZE = 10.0
PITCH = 12.0


def line(left, top, text, size=SIZE, *, bold=False, direction=(1.0, 0.0)):
    """One line of text; `top` is that of its box, which is 1.2 times its size high."""
    return left, top, text, size, bold, direction


def paragraph(left, top, *texts, size=SIZE, pitch=PITCH, bold=False):
    """Lines one below the other."""
    return [line(left, top + n * pitch, text, size, bold=bold) for n, text in enumerate(texts)]


def draw(*lines, index=0, width=595.0, height=842.0, rotation=0):
    """Return the page and its boxes; the lines are taken to be extracted in the order given."""
    made, values, start = [], array("f"), 0
    for left, top, text, size, bold, direction in lines:
        quads = [_quad(left, top, n, size, direction) for n, c in enumerate(text) if counts(c)]
        for quad in quads:
            values.extend(quad)
        whole = [_quad(left, top, 0, size, direction), _quad(left, top, max(len(text) - 1, 0), size, direction)]
        xs, ys = [x for q in whole for x in q[::2]], [y for q in whole for y in q[1::2]]
        end = start + len(quads)
        made.append(TextLine(start, end, text, (min(xs), min(ys), max(xs), max(ys)), size, bold, direction))
        start = end
    return PageText(index, width, height, rotation, tuple(made), "test/1"), PageBoxes(index, values)


def _quad(left, top, number, size, direction):
    """The quad of a letter; the line begins at (left, top) and runs in its direction."""
    (dx, dy), width, height = direction, size / 2, size * 1.2
    x, y = left + number * width * dx, top + number * width * dy
    down_x, down_y = -dy * height, dx * height
    return (
        x, y, x + width * dx, y + width * dy,
        x + down_x, y + down_y, x + width * dx + down_x, y + width * dy + down_y,
    )  # fmt: skip


class Drawn:
    """A document of drawn pages, with its flow."""

    def __init__(self, *pages, repair=None):
        drawn = [draw(*lines, index=index) for index, lines in enumerate(pages)]
        self.pages = [page for page, _ in drawn]
        self._boxes = [boxes for _, boxes in drawn]
        self.layouts = LetterLayout(self.pages)
        self.flow = Flow(self.pages, self.layouts, repair)

    def boxes(self, index):
        return self._boxes[index]

    def order(self, index=0):
        """The texts of a page in reading order."""
        return [self.pages[index].lines[n].text for n in self.layouts.layout(index).order]

    def role(self, text, index=0):
        """The role of the line with this text."""
        return self.layouts.layout(index).roles[self._number(text, index)]

    def starts(self, index=0):
        """The texts of the lines that begin a paragraph."""
        layout = self.layouts.layout(index)
        return [self.pages[index].lines[n].text for n in layout.order if n in layout.paragraph_starts]

    def at(self, text, index=0, *, part=None):
        """The caret that a click in the middle of a line (or on the first letter of a part of it) puts."""
        found = self.pages[index].lines[self._number(text, index)]
        raw = found.text.index(part) if part else len(found.text) // 2
        x, y = _middle(_quad(found.box[0], found.box[1], raw, found.size, (1.0, 0.0)))
        return self.flow.caret_at(index, x - 1, y, self.boxes(index))

    def select(self, anchor, focus):
        return self.flow.select(anchor, focus, self.boxes)

    def drag(self, first, last):
        """Drag from the first letter of one text to the last letter of another, each (page, line's part)."""
        return self.select(self.before(*first), self.after(*last))

    def before(self, index, part):
        x, y = self._point(index, part, 0, -1.0)
        return self.flow.caret_at(index, x, y, self.boxes(index))

    def after(self, index, part):
        x, y = self._point(index, part, len(part) - 1, 1.0)
        return self.flow.caret_at(index, x, y, self.boxes(index))

    def _point(self, index, part, number, side):
        found = next(n for n in self.pages[index].lines if part in n.text)
        offset = found.start + sum(map(counts, found.text[: found.text.index(part) + number]))
        x, y = _middle(self.boxes(index).quad(offset))
        return x + side * found.direction[0], y + side * found.direction[1]

    def _number(self, text, index):
        lines = self.pages[index].lines
        exact = [n for n, found in enumerate(lines) if found.text == text]
        return exact[0] if exact else next(n for n, found in enumerate(lines) if text in found.text)


def _middle(quad):
    return sum(quad[::2]) / 4, sum(quad[1::2]) / 4
