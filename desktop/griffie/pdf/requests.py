"""Requests of one document as the parent keeps them: in order of priority, then of age, until the child takes them."""

import contextlib
import heapq
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field
from typing import Any

from griffie.base.errors import Cancelled
from griffie.pdf.child import Child
from griffie.pdf.wire import Message

VISIBLE = 0
"""Priority of what somebody is looking at."""

PREFETCH = 10
"""Priority of what somebody may look at next; any number between and beyond will do."""


@dataclass(eq=False)
class Request:
    """One question to the child and who waits for the answer. Its wish is never shown: it may hold a password."""

    kind: str
    wish: dict[str, Any] = field(repr=False)
    decode: Callable[[Message, Child], Any] = field(repr=False)
    page_index: int | None = None
    priority: int = VISIBLE
    limit_s: float = 0.0
    blob: bytes = field(default=b"", repr=False)
    future: "Future[Any]" = field(default_factory=Future)
    number: int = 0
    _begun: bool = field(default=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def begin(self) -> bool:
        """Mark the request as begun; False if it was cancelled or answered before. May be called again."""
        with self._lock:
            if self._begun:
                return self.future.running()
            self._begun = True
            return self.future.set_running_or_notify_cancel()

    def resolve(self, result: Any) -> None:
        """Give whoever waits the answer, unless there is one already."""
        with contextlib.suppress(InvalidStateError):  # closed in the same moment
            if self.begin():
                self.future.set_result(result)

    def fail(self, error: Exception) -> None:
        """Give whoever waits an error in place of an answer, unless there is one already."""
        with contextlib.suppress(InvalidStateError):
            if self.begin():
                self.future.set_exception(error)

    def cancel(self) -> None:
        """Cancel the request; one that was begun by a child that died since fails with Cancelled."""
        if self.future.cancel():
            self.begin()  # tells those that wait for several futures
        else:
            self.fail(Cancelled())


class RequestQueue:
    """What has not been sent yet. Not safe for threads: the document holds its lock."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, Request]] = []
        self._numbers = itertools.count(1)

    def __len__(self) -> int:
        return len(self._heap)

    def add(self, request: Request) -> None:
        """Put a request in its place. One that was numbered before keeps its age."""
        request.number = request.number or self.number()
        heapq.heappush(self._heap, (request.priority, request.number, request))

    def number(self) -> int:
        """Return the next free number."""
        return next(self._numbers)

    def first(self) -> Request | None:
        """Return what is next, without taking it."""
        return self._heap[0][2] if self._heap else None

    def take(self) -> Request:
        """Take what is next.

        Raises:
            IndexError: nothing is queued.
        """
        return heapq.heappop(self._heap)[2]

    def remove(self, future: "Future[Any]") -> Request | None:
        """Take out the request of `future`, if it is here."""
        for place, (_, _, request) in enumerate(self._heap):
            if request.future is future:
                self._heap[place] = self._heap[-1]
                self._heap.pop()
                heapq.heapify(self._heap)
                return request
        return None

    def clear(self) -> list[Request]:
        """Take everything, in order."""
        requests = [request for _, _, request in sorted(self._heap, key=lambda entry: entry[:2])]
        self._heap = []
        return requests
