"""Draws a page, or a part of one, as BGRA straight into shared memory. Runs in the child only."""

import math
from dataclasses import dataclass
from typing import Any

import pymupdf

from griffie.domain.page import Box
from griffie.pdf.memory import BlockPool
from griffie.pdf.session import Session

PIXEL_LIMIT = 40_000_000
"""Most pixels in one picture; a page that would have more is drawn at a smaller scale."""

EXTENT_LIMIT = 1 << 20
"""Most pixels along an edge of the whole page, also where only a part is drawn: MuPDF counts in 32 bits."""

FULL_SMOOTHING = 8
DRAFT_SMOOTHING = 2
"""Bits of anti-aliasing; a page of many lines is drawn two to three times as fast with few."""


@dataclass(frozen=True)
class Frame:
    """Which pixels are to be drawn: `left, top, right, bottom` on a page drawn at `scale` pixels per point."""

    scale: float
    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels across, at least one."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down, at least one."""
        return self.bottom - self.top


def frame_for(width_pt: float, height_pt: float, scale: float, clip: Box | None) -> Frame:
    """Return the pixels of a displayed page, or of `clip` on it, at the asked scale or the largest that is safe."""
    scale = min(scale, EXTENT_LIMIT / max(width_pt, height_pt, 1.0))
    frame = _frame(width_pt, height_pt, scale, clip)
    while frame.width * frame.height > PIXEL_LIMIT:
        scale *= 0.999 * math.sqrt(PIXEL_LIMIT / (frame.width * frame.height))
        frame = _frame(width_pt, height_pt, scale, clip)
    return frame


def _frame(width_pt: float, height_pt: float, scale: float, clip: Box | None) -> Frame:
    x0, y0, x1, y1 = clip or (0.0, 0.0, width_pt, height_pt)
    left, right = _span(x0 * scale, x1 * scale, width_pt * scale)
    top, bottom = _span(y0 * scale, y1 * scale, height_pt * scale)
    return Frame(scale, left, top, right, bottom)


def _span(start: float, stop: float, extent: float) -> tuple[int, int]:
    """Return the whole pixels from `start` to `stop` that lie on the page, at least one."""
    end = max(1, _ceil(extent))
    first = min(max(0, _floor(start)), end - 1)
    return first, min(max(first + 1, _ceil(stop)), end)


def _floor(value: float) -> int:
    """Round down as MuPDF does, forgiving a thousandth of a pixel."""
    return math.floor(value + 0.001)


def _ceil(value: float) -> int:
    return math.ceil(value - 0.001)


def render(session: Session, pool: BlockPool, wish: dict[str, Any]) -> dict[str, Any]:
    """Draw what `wish` asks for and say where it is."""
    display_list = session.display_list(wish["page_index"])
    bounds, turn = display_list.rect, wish["rotation"]
    width_pt, height_pt = (bounds.height, bounds.width) if turn in {90, 270} else (bounds.width, bounds.height)
    frame = frame_for(width_pt, height_pt, wish["scale"], wish["clip"])
    stride = frame.width * 4
    block = pool.take(stride * frame.height)
    try:
        _draw(display_list, frame, _placement(bounds, turn, frame.scale), block.memory, wish["draft"])
    except BaseException:
        pool.give_back(block.number)
        raise
    answer = {"block": block.number, "size": block.size, "new": not block.announced, "dropped": pool.dropped[:]}
    answer |= {"width": frame.width, "height": frame.height, "stride": stride, "scale": frame.scale}
    answer["left"], answer["top"], answer["fd"] = frame.left, frame.top, block.fd
    pool.dropped.clear()
    block.announced = True
    return answer


def _placement(bounds: Any, turn: int, scale: float) -> Any:
    """Return the matrix that turns the page clockwise and puts its upper left corner on pixel 0, 0."""
    matrix = pymupdf.Matrix(scale, scale) * pymupdf.Matrix(turn)
    turned = bounds * matrix
    return matrix * pymupdf.Matrix(1, 0, 0, 1, -turned.x0, -turned.y0)


def _draw(display_list: Any, frame: Frame, placement: Any, memory: Any, draft: bool) -> None:
    """Run the display list on a pixmap whose samples are the shared memory itself."""
    mupdf = pymupdf.mupdf
    area = mupdf.FzIrect(frame.left, frame.top, frame.left + frame.width, frame.top + frame.height)
    samples = mupdf.python_buffer_data(memory)
    pixmap = mupdf.fz_new_pixmap_with_bbox_and_data(mupdf.fz_device_bgr(), area, mupdf.FzSeparations(), 1, samples)
    mupdf.fz_clear_pixmap_with_value(pixmap, 255)
    pymupdf.TOOLS.set_aa_level(DRAFT_SMOOTHING if draft else FULL_SMOOTHING)
    device = mupdf.fz_new_draw_device(mupdf.FzMatrix(*placement), pixmap)
    everywhere = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
    mupdf.fz_run_display_list(display_list.this, device, mupdf.FzMatrix(), everywhere, mupdf.FzCookie())
    mupdf.fz_close_device(device)
