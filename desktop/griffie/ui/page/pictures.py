"""Asks the document for pictures, what is seen first, and drops what scrolled away before it was drawn."""

import time
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.ui.page.hop import Hop
from griffie.ui.page.source import PageSource
from griffie.ui.page.tiles import BUDGET_BYTES, USUAL_BYTES, Picture, PictureCache, PictureKey, picture_of

UNDER_WAY_LIMIT = 2
"""One being drawn and one waiting keep the child busy; more would stand before what is asked for next."""

SLOW_S = 0.06
"""A page that takes longer than this is drawn coarsely first when it is seen, and again finely."""


class Lane(IntEnum):
    """What a picture is wanted for; lower ones go first."""

    SEEN = 0
    AHEAD = 1
    THUMBNAIL = 2


PRIORITY = {Lane.SEEN: 0, Lane.AHEAD: 10, Lane.THUMBNAIL: 20}
"""In the PDF client's own measure."""


@dataclass(frozen=True, slots=True)
class _UnderWay:
    future: Future[Any]
    lane: Lane
    draft: bool
    asked_at: float


class Pictures(QObject):
    """The pictures of one document.

    Signals:
        arrived(PictureKey): a picture can be painted.
        failed(int): a page could not be drawn; `failure(page_index)` says why. It is asked again only on `try_again`.
    """

    arrived = Signal(object)
    failed = Signal(int)

    def __init__(self, parent: QObject | None = None, *, budget_bytes: int = BUDGET_BYTES) -> None:
        super().__init__(parent)
        self._most_bytes = budget_bytes
        self.cache = PictureCache(min(budget_bytes, USUAL_BYTES))
        self.thumbnails = PictureCache(budget_bytes // 16)
        self._hop = Hop(self)
        self._source: PageSource | None = None
        self._wanted: dict[Lane, list[PictureKey]] = {lane: [] for lane in Lane}
        self._under_way: dict[PictureKey, _UnderWay] = {}
        self._failures: dict[int, UserError] = {}
        self._drafts: set[PictureKey] = set()
        self._given: set[PictureKey] = set()  # since `want`: what the budget could not hold is not drawn in a circle
        self._slow_pages: set[int] = set()
        self._pumping = False
        self._answered_at = 0.0

    def set_source(self, source: PageSource | None) -> None:
        """Start anew with another document, or with none."""
        self.want(dict.fromkeys(Lane, ()))
        self._source = source
        self._under_way.clear()
        self._failures.clear()
        self._drafts.clear()
        self._slow_pages.clear()
        self.cache.clear()
        self.thumbnails.clear()

    def want(self, wanted: dict[Lane, Sequence[PictureKey]]) -> None:
        """Say anew what some lanes want, most wanted first; what no lane wants any more is dropped if not begun."""
        for lane, keys in wanted.items():
            self._wanted[lane] = list(keys)
        self._given.clear()
        keep = {key for keys in self._wanted.values() for key in keys}
        for key in [key for key in self._under_way if key not in keep]:
            self._cancel(key)
        self._make_way()
        self._pump()

    def make_room(self, needed_bytes: int) -> None:
        """Let the pages seen and their neighbours fit, with a little to spare, as far as the budget goes."""
        self.cache.budget_bytes = min(self._most_bytes, max(USUAL_BYTES, needed_bytes * 9 // 8))

    def failure(self, page_index: int) -> UserError | None:
        """Return why a page could not be drawn, or None."""
        return self._failures.get(page_index)

    def try_again(self, page_index: int) -> None:
        """Ask for a failed page once more."""
        if self._failures.pop(page_index, None) is not None:
            self._pump()

    def is_idle(self) -> bool:
        """Tell whether everything wanted has been drawn or has failed."""
        return not self._under_way

    def _make_way(self) -> None:
        """Take back what waits for later use while a page that is seen waits too."""
        if any(self._is_missing(key, Lane.SEEN) for key in self._wanted[Lane.SEEN]):
            seen = set(self._wanted[Lane.SEEN])
            for key in [k for k, way in self._under_way.items() if way.lane > Lane.SEEN and k not in seen]:
                self._cancel(key)

    def _cancel(self, key: PictureKey) -> None:
        way = self._under_way[key]
        if self._source is not None:
            self._source.cancel(way.future)
        if way.future.cancelled():
            del self._under_way[key]

    def _pump(self) -> None:
        if self._pumping:  # a source that answers at once comes back here
            return
        self._pumping = True
        while self._ask_next():
            pass
        self._pumping = False

    def _ask_next(self) -> bool:
        if self._source is None:
            return False
        for lane, keys in self._wanted.items():
            if len(self._under_way) >= (UNDER_WAY_LIMIT if lane is Lane.SEEN else 1):
                return False
            key = next((key for key in keys if self._is_missing(key, lane)), None)
            if key is not None:
                self._ask(key, lane)
                return True
        return False

    def _is_missing(self, key: PictureKey, lane: Lane) -> bool:
        if key in self._under_way or key.page_index in self._failures:
            return False
        cache = self.thumbnails if lane is Lane.THUMBNAIL else self.cache
        return (key not in cache and key not in self._given) or key in self._drafts

    def _ask(self, key: PictureKey, lane: Lane) -> None:
        assert self._source is not None
        draft = lane is Lane.SEEN and key.page_index in self._slow_pages and key not in self._drafts
        future = self._source.render(
            key.page_index, key.scale, clip=key.clip, rotation=key.turn, draft=draft, priority=PRIORITY[lane]
        )
        self._under_way[key] = _UnderWay(future, lane, draft, time.perf_counter())
        self._hop.when_done(future, _Answer(self, key))

    def take(self, key: PictureKey, future: Future[Any]) -> None:
        """Keep what the document answered; called on the window's thread."""
        way = self._under_way.get(key)
        if way is None or way.future is not future:
            return  # of a document that has been closed, or dropped
        del self._under_way[key]
        try:
            self._keep(key, way, picture_of(future.result()))
        except CancelledError:
            pass
        except UserError as error:
            self._fail(key.page_index, error)
        except Exception as error:  # noqa: BLE001  whatever it was, the page says so and the others go on
            self._fail(key.page_index, UserError(_("This page cannot be shown."), str(error)))
        self._pump()

    def _keep(self, key: PictureKey, way: _UnderWay, picture: Picture) -> None:
        now = time.perf_counter()
        if now - max(way.asked_at, self._answered_at) > SLOW_S:
            self._slow_pages.add(key.page_index)
        self._answered_at = now
        (self._drafts.add if way.draft else self._drafts.discard)(key)
        self._given.add(key)
        if way.lane is Lane.THUMBNAIL:
            self.thumbnails.put(key, Picture(picture.image.copy(), None))  # small; the big buffer goes back
        else:
            self.cache.put(key, picture)
        self.arrived.emit(key)

    def _fail(self, page_index: int, error: UserError) -> None:
        self._failures[page_index] = error
        self.failed.emit(page_index)


@dataclass(frozen=True, slots=True)
class _Answer:
    """Carries the key to the window's thread beside the answer."""

    pictures: Pictures
    key: PictureKey

    def __call__(self, future: Future[Any]) -> None:
        self.pictures.take(self.key, future)
