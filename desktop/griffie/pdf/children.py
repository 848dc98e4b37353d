"""Keeps children whose document was closed for the next one: a fresh one costs 9 ms where forked, 200 ms where spawned.

A child that hung, crashed or ran out of memory never comes back here.
"""

import threading

from griffie.pdf.child import Child
from griffie.pdf.launch import Launcher

IDLE_LIMIT = 2
DOCUMENTS_PER_CHILD = 100
"""After so many documents a child is ended, whatever it may have leaked with it."""


class Children:
    """Hands out children, idle ones first. The launcher stays its owner's."""

    def __init__(self, launcher: Launcher) -> None:
        self._launcher = launcher
        self._lock = threading.Lock()
        self._idle: list[Child] = []
        self._closed = False

    def start_child(self) -> Child:
        """Return a child that has no document.

        Raises:
            OSError: no process can be started.
        """
        with self._lock:
            if self._closed:
                raise OSError("closed")
            child = self._idle.pop() if self._idle else None
        child = child or self._launcher.start_child()
        child.begin_document()
        return child

    def take_back(self, child: Child) -> None:
        """Keep a child that has closed its document, or end it where there are enough."""
        with self._lock:
            keep = not self._closed and len(self._idle) < IDLE_LIMIT and child.documents < DOCUMENTS_PER_CHILD
            if keep:
                self._idle.append(child)
        if not keep:
            child.kill()
            child.finish()

    def pids(self) -> list[int]:
        """Return the process ids of the idle children."""
        with self._lock:
            return [child.pid for child in self._idle if child.pid is not None]

    def close(self) -> None:
        """End the idle children; whoever comes back later is ended too."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for child in idle:
            child.kill()
            child.finish()
