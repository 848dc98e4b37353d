"""The fork server: a small process that has MuPDF loaded and forks a child whenever one is asked for. Linux only.

It is forked before the window's libraries are imported, so children are small, start in milliseconds, and hold
nothing of the window. Orders come over a socket: `C` with a socket (a new child at its end) and `K<pid>` (kill it).
"""

import contextlib
import ctypes
import gc
import os
import resource
import signal
import socket
from typing import NoReturn

PR_SET_PDEATHSIG = 1
PR_SET_NAME = 15


def serve(control: int) -> NoReturn:
    """Be the fork server until the other end of the socket `control` is closed. Never returns."""
    try:
        gc.freeze()  # what was inherited is neither freed nor, page by page, copied
        _detach(control)
        _name("griffie-pdf-srv")
        from griffie.pdf import process

        process.make_quiet()
        gc.freeze()
        _ForkServer(socket.socket(fileno=control)).run()
    finally:
        os._exit(0)


def _detach(keep: int) -> None:
    """Let go of everything that was inherited but one descriptor: files, terminal, signal handlers."""
    highest = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    os.closerange(3, keep)
    os.closerange(keep + 1, min(highest, 1 << 20))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which then closes the socket
    for number in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)


def _name(name: str) -> None:
    ctypes.CDLL(None).prctl(PR_SET_NAME, name.encode(), 0, 0, 0)


class _ForkServer:
    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._children: set[int] = set()

    def run(self) -> None:
        """Follow orders until there is nobody to give them, then end every child."""
        signal.signal(signal.SIGCHLD, self._reap)
        while True:
            order, fds, _, _ = socket.recv_fds(self._control, 64, 1)
            if order == b"C":
                self._fork(fds[0])
            elif order.startswith(b"K"):
                self._kill(int(order[1:]))
            else:
                break
        for child in tuple(self._children):
            self._kill(child)
        with contextlib.suppress(ChildProcessError):
            while True:  # left to the system they might stay as zombies where its first process reaps none
                os.waitpid(-1, 0)

    def _reap(self, *_: object) -> None:
        try:
            while (pid := os.waitpid(-1, os.WNOHANG)[0]) > 0:
                self._children.discard(pid)
        except ChildProcessError:
            self._children.clear()

    def _kill(self, pid: int) -> None:
        if pid in self._children:
            os.kill(pid, signal.SIGKILL)

    def _fork(self, fd: int) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        server = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._be_child(fd, server)
        self._children.add(pid)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        os.close(fd)

    def _be_child(self, fd: int, server: int) -> NoReturn:
        try:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
            self._control.close()
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            _name("griffie-pdf")
            if os.getppid() == server:
                from griffie.pdf.process import answer_requests
                from griffie.pdf.wire import SocketChannel

                answer_requests(SocketChannel(socket.socket(fileno=fd)))
        finally:
            os._exit(0)
