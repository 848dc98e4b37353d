"""Starts the processes that read PDFs. Imported before anything big: no Qt, no MuPDF, no multiprocessing here.

Call `start_launcher()` first thing: while this process imports Qt, the other one imports MuPDF.
"""

import os
import sys

TYPE_CHECKING = False  # `typing` alone takes 6 ms
if TYPE_CHECKING:
    from griffie.pdf.child import Child, SpawnedChild

MODE_VARIABLE = "GRIFFIE_CHILD"
CHILD_OPTION = "--pdf-child"
"""What a frozen program is started with to be a child; `__main__` then calls `griffie.pdf.process.main(rest)`."""

END_TIME_S = 0.2


class Launcher:
    """Starts child processes, each with a channel to it. Made by `start_launcher`."""

    mode = ""

    def start_child(self) -> "Child":
        """Start one child; it answers as soon as it is ready.

        Raises:
            OSError: no process can be started.
        """
        raise NotImplementedError

    def close(self) -> None:
        """End what was started ahead of need; takes at most a quarter of a second."""
        raise NotImplementedError


def start_launcher(mode: str | None = None) -> Launcher:
    """Start loading MuPDF in a process of its own, and return at once.

    Args:
        mode: "fork" (Linux only) or "spawn"; None takes it from GRIFFIE_CHILD, else fork on Linux and spawn elsewhere.

    Raises:
        ValueError: there is no such mode.
        OSError: no process can be started.
    """
    mode = mode or os.environ.get(MODE_VARIABLE) or ("fork" if sys.platform == "linux" else "spawn")
    if mode not in {"fork", "spawn"}:
        raise ValueError(f"{MODE_VARIABLE} must be fork or spawn, not {mode}")
    if mode == "fork" and sys.platform == "linux":
        return ForkLauncher()
    return SpawnLauncher()


class ForkLauncher(Launcher):
    """Has a fork server. Should that ever die, children are spawned instead."""

    mode = "fork"

    def __init__(self) -> None:
        import _socket  # what `socket` stands on; that one takes 10 ms, which are better spent on both sides at once

        ours, theirs = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_SEQPACKET)
        self._server = os.fork()
        if self._server == 0:
            ours.close()
            from griffie.pdf.server import serve

            serve(theirs.detach())
        theirs.close()
        import socket
        import threading

        self._control = socket.socket(fileno=ours.detach())
        self._lock = threading.Lock()
        self._closed = False
        self._instead: SpawnLauncher | None = None

    def start_child(self) -> "Child":
        """Ask the server for a child."""
        import socket

        from griffie.pdf.child import ForkedChild

        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self._control, [b"C"], [theirs.fileno()])
        except OSError:
            ours.close()
            return self._without_server()
        finally:
            theirs.close()
        return ForkedChild(ours, self)

    def kill(self, pid: int) -> None:
        """Have a child killed; the server knows whether `pid` is still one.

        Raises:
            OSError: the server is gone, and every child with it.
        """
        self._control.send(b"K%d" % pid)

    def close(self) -> None:
        """End the server; it ends its children."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._control.close()
        if not _ended(self._server):
            os.kill(self._server, 9)  # children go with it
            os.waitpid(self._server, 0)
        if self._instead:
            self._instead.close()

    def _without_server(self) -> "Child":
        with self._lock:
            if self._closed:
                raise OSError("closed")
            self._instead = self._instead or SpawnLauncher(ahead=False)
        return self._instead.start_child()


def _ended(pid: int) -> bool:
    """Wait a moment for a process of ours to end; tells whether it did."""
    import time

    give_up = time.monotonic() + END_TIME_S
    while os.waitpid(pid, os.WNOHANG)[0] == 0:
        if time.monotonic() > give_up:
            return False
        time.sleep(0.002)
    return True


class SpawnLauncher(Launcher):
    """Starts children as fresh processes, the first one ahead of need."""

    mode = "spawn"

    def __init__(self, *, ahead: bool = True) -> None:
        import threading

        self._lock = threading.Lock()
        self._closed = False
        self._ready: SpawnedChild | None = self._spawn() if ahead else None

    def start_child(self) -> "Child":
        """Hand out the child that is ready, else start one."""
        with self._lock:
            if self._closed:
                raise OSError("closed")
            child, self._ready = self._ready, None
        return child or self._spawn()

    def close(self) -> None:
        """End the child that nobody asked for."""
        with self._lock:
            self._closed = True
            child, self._ready = self._ready, None
        if child:
            child.kill()
            child.finish()

    @staticmethod
    def _spawn() -> "SpawnedChild":
        from griffie.pdf.child import SpawnedChild

        return SpawnedChild()
