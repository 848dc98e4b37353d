"""Watches over time limits: one thread that sleeps until the earliest deadline of all documents."""

import math
import threading
import time
from typing import Protocol


class Watched(Protocol):
    """What can be overdue."""

    def deadline(self) -> float:
        """Return when it will be overdue (time.monotonic), infinity if nothing is under way."""

    def expire(self, now: float) -> None:
        """Act on a deadline that has passed."""


class Watch:
    """Calls `expire` on whatever is overdue. Its thread starts with the first deadline; it keeps no program alive."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._watched: set[Watched] = set()
        self._wakes_at = math.inf
        self._closed = False
        self._thread: threading.Thread | None = None

    def add(self, watched: Watched) -> None:
        """Begin to watch over something."""
        with self._changed:
            self._watched.add(watched)

    def remove(self, watched: Watched) -> None:
        """Watch over something no more."""
        with self._changed:
            self._watched.discard(watched)

    def arm(self, deadline: float) -> None:
        """Say that a deadline has been set. Costs no wake-up unless it is the earliest, which it seldom is."""
        with self._changed:
            if deadline >= self._wakes_at:
                return
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name="griffie-pdf-watch", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(0.1)

    def _run(self) -> None:
        while (overdue := self._wait()) is not None:
            now = time.monotonic()
            for watched in overdue:
                watched.expire(now)

    def _wait(self) -> list[Watched] | None:
        """Sleep until something is overdue, and return it; None at the end."""
        with self._changed:
            while not self._closed:
                deadlines = {watched: watched.deadline() for watched in self._watched}
                self._wakes_at = min(deadlines.values(), default=math.inf)
                left = self._wakes_at - time.monotonic()
                if left <= 0:
                    return [watched for watched, deadline in deadlines.items() if deadline <= self._wakes_at]
                self._changed.wait(None if left == math.inf else left)
            return None
