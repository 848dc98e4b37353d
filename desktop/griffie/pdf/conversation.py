"""Keeps one document's conversation with its child going: what to send when, what came back, and who is to blame.

One thread per document listens; it also starts the child and clears it away. Sending happens on whatever thread asks,
since what is sent is small; only a document given as bytes is sent by the thread itself.
"""

import math
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from griffie.base.errors import Cancelled
from griffie.pdf.child import Child
from griffie.pdf.children import Children
from griffie.pdf.errors import Fault, open_error, page_error
from griffie.pdf.requests import Request, RequestQueue
from griffie.pdf.watch import Watch
from griffie.pdf.wire import Message

START_LIMIT_S = 30.0
"""How long a child may take until it is ready; a cold disk makes loading MuPDF slow."""

START_TRIES = 3

FAREWELL_LIMIT_S = 2.0

SENT_AHEAD = 2
"""Requests that are with the child at one time, if the second is one that somebody is looking at."""

SMALL_BLOB = 16384
"""Bytes that may be sent to a busy child: a pipe takes them without waiting."""

WRONG_ANSWER = (KeyError, TypeError, ValueError, IndexError, AttributeError, OSError)


class Conversation:
    """Sends the requests of one document to its child, replaces the child when it dies, resolves the futures."""

    def __init__(
        self,
        children: Children,
        watch: Watch,
        source: bytes | Path,
        password: str | None,
        time_limit_s: float,
        decode_info: Callable[[Message, Child], Any],
    ) -> None:
        self._children, self._watch = children, watch
        self._source, self._password = source, password
        self._time_limit_s, self._decode_info = time_limit_s, decode_info
        self._changed = threading.Condition()
        self._queue = RequestQueue()
        self._opening = self._new_opening()
        self.opened: Future[Any] = self._opening.future
        self._sent: deque[Request] = deque()
        self._child: Child | None = None
        self._source_sent = False
        self._deadline = math.inf
        self._wanted = True  # somebody needs a child
        self._failed_starts = 0
        self._fault: Fault | None = None  # why the document cannot be opened, for good
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="griffie-pdf-reader", daemon=True)
        self._watch.add(self)
        self._thread.start()

    def ask(self, request: Request) -> "Future[Any]":
        """Queue a request, and send it if the child has time. Returns at once."""
        request.limit_s = request.limit_s or self._time_limit_s
        with self._changed:
            refused = Cancelled() if self._closed else open_error(self._fault) if self._fault else None
            if refused is None:
                self._queue.add(request)
                self._pump()
                self._wanted = True
                self._changed.notify_all()
        if refused is not None:
            request.fail(refused)
        return request.future

    def cancel(self, future: "Future[Any]") -> bool:
        """Drop a request that is not with the child; tells whether it was dropped."""
        with self._changed:
            request = self._queue.remove(future)
        if request is None:
            return False
        request.cancel()
        return True

    def close(self) -> None:
        """Cancel what has not been answered and let the child go; one that is at work is ended. Returns at once."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
            waiting, begun, child = self._queue.clear(), tuple(self._sent), self._child
            if child and child.heard and not begun:
                self._part(child)
            elif child:
                self._deadline = math.inf
                child.kill()
            self._changed.notify_all()
        for request in waiting:
            request.cancel()
        for request in begun:
            request.fail(Cancelled())
        self._opening.fail(Cancelled())

    def end(self) -> None:
        """After `close`: end the child even if it only has to close its document."""
        child = self._child
        if child and not child.parted:
            child.kill()

    def pid(self) -> int | None:
        """Return the process id of the child, None while there is none that is ready."""
        child = self._child
        return child.pid if child else None

    def ended(self) -> bool:
        """Tell whether there is nothing left of the conversation: no thread, no child."""
        return not self._thread.is_alive()

    def wait_closed(self, give_up: float) -> None:
        """After `close`: wait until the child is gone, until `give_up` (time.monotonic) at most."""
        if self._thread is threading.current_thread():
            return
        self._thread.join(max(0.0, give_up - time.monotonic()))
        child = self._child
        if child and self._thread.is_alive():
            child.interrupt()
            self._thread.join(0.05)

    def deadline(self) -> float:
        """Return when the request that is under way exceeds its time limit (time.monotonic)."""
        return self._deadline

    def expire(self, now: float) -> None:
        """Kill the child if the request that is under way is overdue; called by the watch."""
        with self._changed:
            child = self._child
            if child is None or now < self._deadline:
                return
            self._deadline = math.inf
            child.overdue = True
        child.kill()

    def _run(self) -> None:
        while self._await_need():
            child = self._start()
            if child is not None:
                while not child.parted and (message := child.receive()) is not None:
                    self._hear(child, message)
                if child.parted:
                    self._child = None
                    self._children.take_back(child)
                else:
                    self._mourn(child)
        self._watch.remove(self)

    def _await_need(self) -> bool:
        """Wait until a child is needed; False when none will be any more."""
        with self._changed:
            while not (self._wanted or self._closed or self._fault):
                self._changed.wait()
            self._wanted = False
            return not (self._closed or self._fault)

    def _start(self) -> Child | None:
        """Start a child and have it open the document; the first request goes along before it answers."""
        try:
            child = self._children.start_child()
        except OSError as error:
            self._give_up(Fault.NO_CHILD, str(error))
            return None
        opening = self._new_opening() if self.opened.done() else self._opening
        with self._changed:
            self._child, self._source_sent = child, False
            self._sent.append(opening)
            self._arm()
            if self._closed:
                child.kill()
        self._transmit(child, opening)
        with self._changed:
            self._source_sent = True
            self._pump()
        return child

    def _part(self, child: Child) -> None:
        """Have the child close its document, so that another can have it. The lock is held."""

        def parted(message: Message, child: Child) -> None:
            child.forget_blocks(message.value["value"])
            child.parted = True

        farewell = Request("close", {}, parted, limit_s=FAREWELL_LIMIT_S, number=self._queue.number())
        self._sent.append(farewell)
        self._arm()
        self._transmit(child, farewell)

    def _new_opening(self) -> Request:
        path = None if isinstance(self._source, bytes) else os.fspath(self._source)
        blob = self._source if isinstance(self._source, bytes) else b""
        request = Request("open", {"path": path, "password": self._password}, self._decode_info, blob=blob)
        request.number, request.limit_s = self._queue.number(), self._time_limit_s
        return request

    def _pump(self) -> None:
        """Send what the child has time for. The lock is held."""
        while self._child and self._source_sent and (request := self._queue.first()) and self._has_time_for(request):
            self._queue.take()
            if request.begin():
                self._sent.append(request)
                if len(self._sent) == 1:
                    self._arm()
                self._transmit(self._child, request)

    def _has_time_for(self, request: Request) -> bool:
        """Tell whether a request may go: nothing is sent ahead that somebody may still want to overtake."""
        if not self._sent:
            return True
        return len(self._sent) < SENT_AHEAD and request.priority <= 0 and len(request.blob) <= SMALL_BLOB

    @staticmethod
    def _transmit(child: Child, request: Request) -> None:
        request.begin()
        message = {"id": request.number, "kind": request.kind, "wish": request.wish, "limit": request.limit_s}
        child.send(message, request.blob)

    def _arm(self) -> None:
        """Set the time limit of the request that the child works on. The lock is held."""
        if not self._sent or self._child is None:
            self._deadline = math.inf
            return
        limit_s = self._sent[0].limit_s if self._child.pid else START_LIMIT_S
        self._deadline = time.monotonic() + limit_s
        self._watch.arm(self._deadline)

    def _hear(self, child: Child, message: Message) -> None:
        """Take an answer in: the next request goes out first, then the future is resolved."""
        request = None
        with self._changed:
            child.heard = True
            if "ready" in message.value:
                child.pid = int(message.value["ready"])
                self._failed_starts = 0
            elif self._sent and self._sent[0].number == message.value.get("id"):
                request = self._sent.popleft()
            else:
                child.kill()  # an answer to what was not asked
            self._arm()
            self._pump()
        if request is not None:
            self._settle(child, request, message)

    def _settle(self, child: Child, request: Request, message: Message) -> None:
        try:
            if "fault" in message.value:
                self._fail(child, request, Fault(message.value["fault"]), str(message.value.get("detail", "")))
            else:
                request.resolve(request.decode(message, child))
        except WRONG_ANSWER as error:
            child.excused = True
            child.kill()
            self._fail(child, request, Fault.CRASH, f"wrong answer: {error!r}")

    def _fail(self, child: Child, request: Request, fault: Fault, detail: str) -> None:
        if request.kind == "open":
            self._give_up(fault, detail)
            child.kill()
            return
        if fault is Fault.MEMORY:  # what it has left may be too little for the next page
            child.excused = True
            child.kill()
        request.fail(page_error(fault, request.page_index, detail))

    def _mourn(self, child: Child) -> None:
        """Clear away a child that is gone; the request it worked on is to blame, the others wait for the next child."""
        with self._changed:
            culprit = self._take_culprit(child)
        child.finish()
        if self._failed_starts >= START_TRIES:
            self._give_up(Fault.NO_CHILD, "ended before it was ready")
        elif culprit is not None:
            self._fail(child, culprit, Fault.TIME_LIMIT if child.overdue else Fault.CRASH, "")

    def _take_culprit(self, child: Child) -> Request | None:
        """Part with a child that is gone, and put back what it had not begun. The lock is held."""
        sent, self._sent = self._sent, deque()
        self._child, self._deadline = None, math.inf
        if self._closed or self._fault:
            return None  # whoever set that has answered everything
        known = child.heard or child.overdue  # an idle one may have died unnoticed
        culprit = sent.popleft() if sent and known and not child.excused else None
        for request in sent:
            if request.kind != "open":
                self._queue.add(request)
        self._failed_starts += not known
        self._wanted = bool(culprit or len(self._queue) or not known)
        return culprit

    def _give_up(self, fault: Fault, detail: str) -> None:
        """The document cannot be opened: fail everything, now and later."""
        with self._changed:
            self._fault = fault
            requests = [*self._sent, *self._queue.clear()]
            self._sent.clear()
            self._deadline = math.inf
        self._opening.fail(open_error(fault, detail))
        for request in requests:
            request.fail(open_error(fault, detail))
