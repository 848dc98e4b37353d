"""Asks child processes for what is in a PDF, without ever waiting: every answer is a Future.

Futures are resolved on a thread of the document; a window hops to its own thread itself. Only this module, `launch` and
`errors` are meant for the rest of Griffie; none of them imports MuPDF.
"""

import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from griffie.domain.page import Box, PageBoxes, PageText
from griffie.pdf.child import Child
from griffie.pdf.children import Children
from griffie.pdf.codec import boxes_from_wire, text_from_wire
from griffie.pdf.conversation import Conversation
from griffie.pdf.launch import Launcher
from griffie.pdf.requests import PREFETCH, VISIBLE, Request
from griffie.pdf.values import DocumentInfo, OutlineEntry, PageSize, Pixels
from griffie.pdf.watch import Watch
from griffie.pdf.wire import Message

__all__ = ["PREFETCH", "VISIBLE", "DocumentInfo", "OutlineEntry", "PageSize", "PdfDocument", "PdfService", "Pixels"]

CLOSE_TIME_S = 0.2


class PdfDocument:
    """One PDF, open in a child process that it has for itself. Made by `PdfService.open`; usable at once.

    A child that dies or exceeds the time limit is replaced and the file opened again; the request that did it fails
    with PageFailed and is not tried again by itself, the others go on. If the document cannot be opened, `info` and
    every request fail with the same error. All methods return at once and may be called from any thread; a lower
    `priority` goes first, equal ones in the order of asking.
    """

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self.info: Future[DocumentInfo] = conversation.opened

    def render(
        self,
        page_index: int,
        scale: float,
        *,
        clip: Box | None = None,
        rotation: int = 0,
        draft: bool = False,
        priority: int = VISIBLE,
    ) -> "Future[Pixels]":
        """Draw a page, or `clip` of it, at `scale` pixels per point.

        `rotation` (0, 90, 180, 270 clockwise) is the viewer's, on top of the page's own. `clip` is in points of the
        page as displayed, both rotations included, and is widened to whole pixels. `draft` smooths edges less.

        Raises:
            ValueError: scale, rotation or clip make no sense.
        """
        if not (math.isfinite(scale) and scale > 0 and rotation in {0, 90, 180, 270}):
            raise ValueError("scale or rotation")
        if clip is not None and not (all(map(math.isfinite, clip)) and clip[0] < clip[2] and clip[1] < clip[3]):
            raise ValueError("clip")
        wish = {"page_index": page_index, "scale": scale, "clip": clip, "rotation": rotation, "draft": draft}

        def pixels(message: Message, child: Child) -> Pixels:
            answer = message.value["value"]
            memory = child.block(answer, message.fds)
            return Pixels(memory, answer, page_index, whole=clip is None, pool=child.released)

        return self._conversation.ask(Request("render", wish, pixels, page_index, priority))

    def text(self, page_index: int, *, priority: int = VISIBLE) -> "Future[PageText]":
        """Extract the text of a page."""

        def text(message: Message, _: Child) -> PageText:
            return text_from_wire(message.value["value"])

        return self._conversation.ask(Request("text", {"page_index": page_index}, text, page_index, priority))

    def boxes(self, page_index: int, *, priority: int = VISIBLE) -> "Future[tuple[PageText, PageBoxes]]":
        """Extract the text of a page with the quad of each character that counts."""

        def boxes(message: Message, _: Child) -> tuple[PageText, PageBoxes]:
            text = text_from_wire(message.value["value"])
            return text, boxes_from_wire(page_index, message.blob, text)

        return self._conversation.ask(Request("boxes", {"page_index": page_index}, boxes, page_index, priority))

    def outline(self, *, priority: int = VISIBLE) -> "Future[tuple[OutlineEntry, ...]]":
        """Read the bookmarks that lead to a page of this document."""
        return self._conversation.ask(Request("outline", {}, _outline, None, priority))

    def sizes(self, start: int, stop: int, *, priority: int = VISIBLE) -> "Future[tuple[PageSize, ...]]":
        """Read the sizes of the pages from `start` up to, without, `stop`; for those that `info` leaves out."""

        def sizes(message: Message, _: Child) -> tuple[PageSize, ...]:
            return _sizes(message.value["value"])

        return self._conversation.ask(Request("sizes", {"start": start, "stop": stop}, sizes, None, priority))

    def request(
        self,
        kind: str,
        wish: dict[str, Any],
        decode: Callable[[Message], Any],
        *,
        blob: bytes = b"",
        page_index: int | None = None,
        priority: int = VISIBLE,
        time_limit_s: float = 0.0,
    ) -> "Future[Any]":
        """Ask for anything in `handlers.HANDLERS`; `decode` runs on the document's thread. Time limit 0: the usual."""

        def decoded(message: Message, _: Child) -> Any:
            return decode(message)

        return self._conversation.ask(Request(kind, wish, decoded, page_index, priority, time_limit_s, blob))

    def cancel(self, future: "Future[Any]") -> bool:
        """Drop a request that has not begun; tells whether it was dropped."""
        return self._conversation.cancel(future)

    def close(self) -> None:
        """Close the document: what has not been answered is cancelled, pixels that are held stay. Returns at once."""
        self._conversation.close()


class PdfService:
    """Opens PDFs, each in a child process of its own, and ends them all. The launcher stays its owner's."""

    def __init__(self, launcher: Launcher, time_limit_s: float = 10.0) -> None:
        self._children = Children(launcher)
        self._watch = Watch()
        self._lock = threading.Lock()
        self._conversations: list[Conversation] = []
        self.time_limit_s = time_limit_s
        """Seconds that one request may take, for documents that are opened from now on."""

    def open(self, source: bytes | Path, *, password: str | None = None) -> PdfDocument:
        """Open a PDF, given as its bytes or as the path of a file that stays where it is. Returns at once.

        `PdfDocument.info` fails with NotAPdf, EmptyFile, NeedsPassword, WrongPassword, NoPages or FileUnreadable.
        """
        if isinstance(source, Path):
            source = source.absolute()  # the child may stand in another folder
        conversation = Conversation(self._children, self._watch, source, password, self.time_limit_s, _info)
        with self._lock:
            self._conversations = [c for c in self._conversations if not c.ended()]
            self._conversations.append(conversation)
        return PdfDocument(conversation)

    def children(self) -> list[int]:
        """Return the process ids of the children that are ready, idle ones included."""
        with self._lock:
            return [pid for c in self._conversations if (pid := c.pid()) is not None] + self._children.pids()

    def close(self) -> None:
        """Close every document and end every child, also one that hangs; takes at most a quarter of a second."""
        with self._lock:
            conversations, self._conversations = self._conversations, []
        self._children.close()
        for conversation in conversations:
            conversation.close()
            conversation.end()
        give_up = time.monotonic() + CLOSE_TIME_S
        for conversation in conversations:
            conversation.wait_closed(give_up)
        self._watch.close()


def _info(message: Message, _: Child) -> DocumentInfo:
    answer = message.value["value"]
    return DocumentInfo(
        page_count=int(answer["page_count"]),
        sizes=_sizes(answer["sizes"]),
        has_text=None if answer["has_text"] is None else bool(answer["has_text"]),
        encrypted=bool(answer["encrypted"]),
        repaired=bool(answer["repaired"]),
        title=str(answer["title"]),
        permissions_copy=bool(answer["permissions_copy"]),
    )


def _sizes(value: list[tuple[float, float, int]]) -> tuple[PageSize, ...]:
    return tuple((float(width), float(height), int(rotation)) for width, height, rotation in value)


def _outline(message: Message, _: Child) -> tuple[OutlineEntry, ...]:
    return tuple(
        OutlineEntry(int(level), str(title), int(page_index), None if y_pt is None else float(y_pt))
        for level, title, page_index, y_pt in message.value["value"]
    )
