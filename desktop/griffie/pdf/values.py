"""What the parent gets to see of a PDF: the document's facts, its outline, the pixels of a page."""

import contextlib
import mmap
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from griffie.domain.page import Box

PageSize = tuple[float, float, int]
"""Width and height of the CropBox in points before rotation, and the page's own rotation (0, 90, 180, 270)."""


@dataclass(frozen=True)
class DocumentInfo:
    """The facts of an open document.

    `sizes` holds at most the first 2,000 pages; `PdfDocument.sizes` gives the others. `has_text` is True where the
    first page names a font, None where only extraction can tell. `permissions_copy` is what the owner allows; reading
    and keeping one's own notes need no permission.
    """

    page_count: int
    sizes: tuple[PageSize, ...]
    has_text: bool | None
    encrypted: bool
    repaired: bool
    title: str
    permissions_copy: bool


@dataclass(frozen=True)
class OutlineEntry:
    """One bookmark: level from 1, and how far down the page it leads (points, None: the top)."""

    level: int
    title: str
    page_index: int
    y_pt: float | None


class Pixels:
    """A drawn page or part of one: BGRA in shared memory, alpha 255 everywhere (QImage.Format_RGB32).

    `data` is read-only and stays valid while this object lives and is not released: whoever builds a QImage on it keeps
    both. `scale` is what was drawn (pixels per point), smaller than asked where the page would have more than 40
    megapixels. `clip` is the part that was drawn, in displayed points, None for the whole page.
    """

    __slots__ = ("_block", "_memory", "_pool", "clip", "data", "height", "page_index", "scale", "stride", "width")

    def __init__(
        self, memory: mmap.mmap, answer: Mapping[str, Any], page_index: int, *, whole: bool, pool: deque[int]
    ) -> None:
        self.width, self.height, self.stride = (int(answer[key]) for key in ("width", "height", "stride"))
        self.page_index = page_index
        self.scale = float(answer["scale"])
        self.clip: Box | None = None if whole else self._drawn(int(answer["left"]), int(answer["top"]))
        size = self.stride * self.height
        if min(self.width, self.height) < 1 or self.stride < 4 * self.width or size > len(memory):
            raise ValueError("pixels outside their memory")
        self.data = memoryview(memory)[:size]
        self._memory: mmap.mmap | None = memory
        self._block = int(answer["block"])
        self._pool = pool

    def _drawn(self, left: int, top: int) -> Box:
        scale = self.scale
        return left / scale, top / scale, (left + self.width) / scale, (top + self.height) / scale

    def release(self) -> None:
        """Give the memory back for other pages; `data` is of no use after that. Again does nothing."""
        if self._memory is None:
            return
        self._memory = None
        with contextlib.suppress(BufferError):  # somebody looks at a slice of it still
            self.data.release()
        self._pool.append(self._block)  # no lock: this may run in the middle of anything, as part of garbage collection

    def __del__(self) -> None:
        if hasattr(self, "_pool"):
            self.release()
