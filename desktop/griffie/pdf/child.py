"""The parent's end of a child process: its channel, its shared memory, its death."""

import io
import mmap
import os
import socket
import sys
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from griffie.pdf.memory import open_fd, open_named, unlink_block
from griffie.pdf.wire import Channel, Message, PipeChannel, SocketChannel, WireError

if TYPE_CHECKING:
    from griffie.pdf.launch import ForkLauncher


class _Place(NamedTuple):
    """Where a block of shared memory is found: by its number, or by the descriptor that came along."""

    number: int
    size: int
    fds: Sequence[int]


class Child:
    """A child process. One thread receives; sending is serialised by the caller; `kill` may come from anywhere."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._blocks: dict[int, mmap.mmap] = {}
        self.released: deque[int] = deque()
        """Numbers of blocks that are free again; told to the child with the next request."""
        self.pid: int | None = None
        """Process id, None until the child has said that it is ready."""
        self.overdue = False
        """Whether it is being killed for exceeding a time limit."""
        self.excused = False
        """Whether it is being killed for something else than the request that it works on."""
        self.heard = False
        """Whether it has said anything since it was given its document."""
        self.parted = False
        """Whether it has closed its document and waits for another."""
        self.documents = 0

    def begin_document(self) -> None:
        """Count one more document."""
        self.documents += 1
        self.heard = self.parted = False

    def send(self, value: dict[str, Any], blob: bytes | memoryview = b"") -> None:
        """Send a request; a child that is gone shows in `receive`."""
        free = []
        while self.released:
            free.append(self.released.popleft())
        try:
            self._channel.send({**value, "free": free}, blob)
        except OSError:
            return

    def receive(self) -> Message | None:
        """Wait for an answer; None when the child is gone. One that breaks the wire's rules is killed."""
        try:
            return self._channel.receive()
        except WireError:
            self.kill()
            return None

    def block(self, answer: dict[str, Any], fds: Sequence[int]) -> mmap.mmap:
        """Return the shared memory that an answer points to.

        Raises:
            OSError, KeyError, TypeError, ValueError: the answer is wrong.
        """
        self.forget_blocks(answer)
        if answer["new"]:
            self._blocks[answer["block"]] = self._open(_Place(int(answer["block"]), int(answer["size"]), fds))
        return self._blocks[answer["block"]]

    def forget_blocks(self, answer: dict[str, Any]) -> None:
        """Let go of the shared memory that the child has let go of, as `answer` says.

        Raises:
            KeyError, TypeError: the answer is wrong.
        """
        for number in answer["dropped"]:
            self._blocks.pop(number, None)

    def kill(self) -> None:
        """End the process at once; `receive` then returns None."""
        raise NotImplementedError

    def interrupt(self) -> None:
        """Make `receive` return None even if the process cannot be ended."""
        raise NotImplementedError

    def finish(self) -> None:
        """Clear away a child that is gone. Pixels that are still held stay valid."""
        self._channel.close()
        self._blocks.clear()

    def _open(self, place: _Place) -> mmap.mmap:
        raise NotImplementedError


class ForkedChild(Child):
    """A child of the fork server, which also reaps it."""

    def __init__(self, end: socket.socket, launcher: "ForkLauncher") -> None:
        self._socket = SocketChannel(end)
        super().__init__(self._socket)
        self._launcher = launcher

    def kill(self) -> None:
        """Have the server end it. One that is not ready yet ends when it finds its socket closed."""
        if self.pid is None:
            self.interrupt()
            return
        try:
            self._launcher.kill(self.pid)
        except OSError:
            self.interrupt()  # no server, so no child

    def interrupt(self) -> None:
        """Close both ways of the socket."""
        self._socket.interrupt()

    def _open(self, place: _Place) -> mmap.mmap:
        (fd,) = place.fds
        return open_fd(fd, place.size)


class SpawnedChild(Child):
    """A fresh interpreter with pipes to it."""

    def __init__(self) -> None:
        import subprocess

        self._stem = f"griffie-{os.urandom(6).hex()}"
        self._next_block = 0
        # Not from the folder the user happens to be in (-P): a package called griffie there is not ours.
        command = [sys.executable, "-P", "-m", "griffie.pdf.process", self._stem]
        if getattr(sys, "frozen", False):
            from griffie.pdf.launch import CHILD_OPTION

            command = [sys.executable, CHILD_OPTION, self._stem]
        self._process = subprocess.Popen(
            command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert isinstance(self._process.stdin, io.FileIO)
        assert isinstance(self._process.stdout, io.FileIO)
        super().__init__(PipeChannel(self._process.stdout, self._process.stdin))

    def kill(self) -> None:
        """End the process."""
        self._process.kill()

    def interrupt(self) -> None:
        """Do nothing: the end of the process closes its pipes."""

    def finish(self) -> None:
        """Clear away the process, its pipes, and the name of a block that it had not told of yet."""
        self._process.kill()
        self._process.wait()
        super().finish()
        for number in range(self._next_block, self._next_block + 2):
            unlink_block(self._stem, number)

    def _open(self, place: _Place) -> mmap.mmap:
        self._next_block = max(self._next_block, place.number + 1)
        return open_named(self._stem, place.number, place.size)
