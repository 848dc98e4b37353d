"""A document made by hand: it draws plain colours, answers when it is told to, and remembers what it was asked."""

from array import array
from concurrent.futures import Future
from dataclasses import dataclass, field
from types import SimpleNamespace

from griffie.base.errors import UserError
from griffie.domain.page import PageBoxes, PageText, TextLine, counts
from griffie.ui.page.geometry import pixels, turned_size

WIDTH_PT, HEIGHT_PT = 6.0, 10.0  # of every character


def page_of(page_index, lines, size=(400.0, 500.0, 0)):
    """Return text and boxes of a page; `lines` are (text, x, y) with the top left of the first character."""
    made, quads, count = [], array("f"), 0
    for text, x, y in lines:
        start = count
        for place, character in enumerate(text):
            if counts(character):
                left, right, bottom = x + place * WIDTH_PT, x + (place + 1) * WIDTH_PT, y + HEIGHT_PT
                quads.extend((left, y, right, y, left, bottom, right, bottom))
                count += 1
        box = (x, y, x + len(text) * WIDTH_PT, y + HEIGHT_PT)
        made.append(TextLine(start, count, text, box, HEIGHT_PT))
    text = PageText(page_index, size[0], size[1], size[2], tuple(made), "by hand/1")
    return text, PageBoxes(page_index, quads)


@dataclass
class Asked:
    """One request to draw."""

    page_index: int
    scale: float
    clip: tuple | None
    rotation: int
    draft: bool
    future: Future


@dataclass
class FakeDocument:
    """Draws page n in grey 100 + n. With `holds` it answers only on `answer()`; pages in `broken` fail."""

    sizes: list = field(default_factory=lambda: [(400.0, 500.0, 0)] * 10)
    pages: dict = field(default_factory=dict)
    holds: bool = False
    holds_boxes: bool = False
    broken: set = field(default_factory=set)
    entries: tuple = ()

    def __post_init__(self):
        self.asked, self.waiting, self.cancelled, self.boxes_waiting = [], [], [], []

    def render(self, page_index, scale, *, clip=None, rotation=0, draft=False, priority=0):
        asked = Asked(page_index, scale, clip, rotation, draft, Future())
        self.asked.append(asked)
        self.waiting.append(asked)
        if not self.holds:
            self.answer()
        return asked.future

    def answer(self):
        """Answer what has been asked and not cancelled."""
        waiting, self.waiting = self.waiting, []
        for asked in waiting:
            if asked.future.set_running_or_notify_cancel():
                self._resolve(asked)

    def _resolve(self, asked):
        if asked.page_index in self.broken:
            asked.future.set_exception(UserError("The page took too long.", "The other pages can be read."))
            return
        width, height = turned_size(self.sizes[asked.page_index], asked.rotation)
        left, top, right, bottom = asked.clip or (0.0, 0.0, width, height)
        w, h = pixels(right - left, asked.scale), pixels(bottom - top, asked.scale)
        grey = 100 + asked.page_index % 100
        data = memoryview(bytes([grey, grey, grey, 255]) * (w * h))
        asked.future.set_result(SimpleNamespace(width=w, height=h, stride=w * 4, data=data))

    def boxes(self, page_index, *, priority=0):
        future = Future()
        page = self.pages.get(page_index) or page_of(page_index, [], self.sizes[page_index])
        if self.holds_boxes:
            self.boxes_waiting.append((future, page))
        else:
            future.set_result(page)
        return future

    def answer_boxes(self):
        waiting, self.boxes_waiting = self.boxes_waiting, []
        for future, page in waiting:
            future.set_result(page)

    def outline(self, *, priority=0):
        future = Future()
        future.set_result(self.entries)
        return future

    def cancel(self, future):
        self.cancelled.append(future)
        return future.cancel()
