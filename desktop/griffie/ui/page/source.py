"""What the canvas needs of a document: pages as pixels, text and boxes, all as futures. The PDF client fits it."""

from concurrent.futures import Future
from typing import Any, Protocol

from griffie.domain.page import Box, PageBoxes, PageText


class PixelsOf(Protocol):
    """One drawn page or tile in memory that lives as long as this object: 32 bits a pixel, blue first."""

    width: int
    height: int
    stride: int
    data: Any  # memoryview


class EntryOf(Protocol):
    """One line of a document's outline; `y_pt` is where on the page it points to."""

    @property
    def level(self) -> int: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def page_index(self) -> int: ...  # noqa: D102
    @property
    def y_pt(self) -> float | None: ...  # noqa: D102


class PageSource(Protocol):
    """A document that answers later."""

    def render(
        self,
        page_index: int,
        scale: float,
        *,
        clip: Box | None = None,
        rotation: int = 0,
        draft: bool = False,
        priority: int = 0,
    ) -> Future[Any]:
        """Draw a page; `scale` in pixels per point, `rotation` added to the page's own, `clip` in displayed points.

        Lower priorities go first.
        """

    def boxes(self, page_index: int, *, priority: int = 0) -> Future[tuple[PageText, PageBoxes]]:
        """Return a page's text with the quad of every character."""

    def outline(self, *, priority: int = 0) -> Future[Any]:
        """Return the document's outline."""

    def cancel(self, future: Future[Any]) -> Any:
        """Drop a request that has not begun."""
