"""Which pictures a view needs, and the pictures that are kept: whole pages, or tiles of pages that would be too big."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

from griffie.domain.page import Box
from griffie.ui.page.geometry import PageFrame, PageStack, pixels, turned_size

WHOLE_PAGE_LIMIT_PX = 16_000_000
"""A page of more pixels than this is drawn as tiles (64 MB would be a quarter of the budget)."""

TILE_PX = 1024
GROUND_PX = 1_000_000
"""A tiled page first gets one small whole picture of about this many pixels, so that scrolling never shows white."""

BUDGET_BYTES = 256 * 1024 * 1024
"""The most that pictures may take, whatever the screen."""

USUAL_BYTES = 24 * 1024 * 1024
"""What they take where the pages seen and their neighbours need less than that: a report must not fill the memory."""


@dataclass(frozen=True, slots=True)
class PictureKey:
    """A drawn page: `scale` in pixels per point, `turn` the viewer's, `clip` a tile in displayed points or None."""

    page_index: int
    scale: float
    turn: int
    clip: Box | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """An image over memory that belongs to `pixels`, which is kept as long as the image is."""

    image: QImage
    pixels: Any

    @property
    def size_bytes(self) -> int:
        """How much memory it holds."""
        return int(self.image.sizeInBytes())


def picture_of(pixels: Any) -> Picture:
    """Wrap drawn pixels without copying them."""
    image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32)
    return Picture(image, pixels)


def is_tiled(frame: PageFrame) -> bool:
    """Tell whether a page is too big for one picture."""
    return frame.width * frame.height > WHOLE_PAGE_LIMIT_PX


def ground_scale(stack: PageStack, page_index: int) -> float:
    """Return the scale of the small whole picture below the tiles of a page."""
    width, height = turned_size(stack.sizes[page_index], stack.turn)
    return float((GROUND_PX / (width * height)) ** 0.5)


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile of a page: its key and where it lies on the page, in pixels."""

    key: PictureKey
    left: int
    top: int


def tiles_of(stack: PageStack, frame: PageFrame, view: Box) -> Iterator[Tile]:
    """Yield the tiles of a page that lie in `view`, a box in pixels of the whole view."""
    left, top = max(0, int(view[0]) - frame.left), max(0, int(view[1]) - frame.top)
    right, bottom = min(frame.width, int(view[2]) - frame.left), min(frame.height, int(view[3]) - frame.top)
    for y in range(top // TILE_PX * TILE_PX, bottom, TILE_PX):
        for x in range(left // TILE_PX * TILE_PX, right, TILE_PX):
            x1, y1 = min(x + TILE_PX, frame.width), min(y + TILE_PX, frame.height)
            clip = (x / stack.scale, y / stack.scale, x1 / stack.scale, y1 / stack.scale)
            yield Tile(PictureKey(frame.page_index, stack.scale, stack.turn, clip), x, y)


def keys_for(stack: PageStack, page_index: int, view: Box | None) -> list[PictureKey]:
    """Return the pictures a page needs: itself, or its ground and (for what is in `view`) its tiles."""
    frame = stack.frame(page_index)
    if not is_tiled(frame):
        return [PictureKey(page_index, stack.scale, stack.turn)]
    keys = [PictureKey(page_index, ground_scale(stack, page_index), stack.turn)]
    if view is not None:
        keys.extend(tile.key for tile in tiles_of(stack, frame, view))
    return keys


def bytes_of(stack: PageStack, key: PictureKey) -> int:
    """Return how much memory a picture will take."""
    if key.clip is not None:
        left, top, right, bottom = key.clip
        return 4 * pixels(right - left, key.scale) * pixels(bottom - top, key.scale)
    width, height = turned_size(stack.sizes[key.page_index], key.turn)
    return 4 * pixels(width, key.scale) * pixels(height, key.scale)


class PictureCache:
    """The pictures used last, up to a budget of bytes. Knows which whole picture of a page comes nearest to a scale."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self.budget_bytes = budget_bytes
        self.size_bytes = 0
        self._pictures: OrderedDict[PictureKey, Picture] = OrderedDict()
        self._whole: dict[tuple[int, int], set[float]] = {}

    def __len__(self) -> int:
        return len(self._pictures)

    def __contains__(self, key: PictureKey) -> bool:
        return key in self._pictures

    def get(self, key: PictureKey) -> Picture | None:
        """Return a picture and remember that it was used."""
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
        return picture

    def nearest(self, key: PictureKey) -> Picture | None:
        """Return the whole picture of the same page and turn with the scale nearest to the one asked, or None."""
        scales = self._whole.get((key.page_index, key.turn))
        if not scales:
            return None
        scale = min(scales, key=lambda s: max(s, key.scale) / min(s, key.scale))
        return self.get(PictureKey(key.page_index, scale, key.turn))

    def put(self, key: PictureKey, picture: Picture) -> None:
        """Keep a picture; those used longest ago make room."""
        self._drop(key)
        self._pictures[key] = picture
        self.size_bytes += picture.size_bytes
        if key.clip is None:
            self._whole.setdefault((key.page_index, key.turn), set()).add(key.scale)
        while self.size_bytes > self.budget_bytes and len(self._pictures) > 1:
            self._drop(next(iter(self._pictures)))

    def clear(self) -> None:
        """Forget every picture."""
        self._pictures.clear()
        self._whole.clear()
        self.size_bytes = 0

    def drop_page(self, page_index: int) -> None:
        """Forget the pictures of one page."""
        for key in [key for key in self._pictures if key.page_index == page_index]:
            self._drop(key)

    def _drop(self, key: PictureKey) -> None:
        picture = self._pictures.pop(key, None)
        if picture is None:
            return
        self.size_bytes -= picture.size_bytes
        if key.clip is None:
            self._whole[key.page_index, key.turn].discard(key.scale)
