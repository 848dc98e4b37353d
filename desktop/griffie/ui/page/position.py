"""Where somebody was in a letter, to be kept and gone back to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Fit(StrEnum):
    """What the zoom follows when the window changes."""

    NONE = "none"
    WIDTH = "width"
    PAGE = "page"


PX_PER_PT_AT_100: Final = 96 / 72
"""Logical pixels per point at 100 %: a page is about as big as on paper on an ordinary screen."""

MIN_ZOOM: Final = 0.1
MAX_ZOOM: Final = 8.0
LONGEST_SIDE_PX: Final = 30_000
"""Qt's rasteriser counts in 16 bits; a plan of two metres is not zoomed beyond it."""

ZOOM_STEPS: Final = (
    0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ViewPosition:
    """The top left of what is seen, as fractions of the displayed page, with zoom, fit and the viewer's turn."""

    page_index: int = 0
    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0
    fit: Fit = Fit.WIDTH
    turn: int = 0


def step_from(zoom: float, up: bool) -> float:
    """Return the next zoom step above or below a zoom."""
    if up:
        return next((step for step in ZOOM_STEPS if step > zoom * 1.005), MAX_ZOOM)
    return next((step for step in reversed(ZOOM_STEPS) if step < zoom * 0.995), MIN_ZOOM)
