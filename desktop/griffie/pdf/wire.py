"""How parent and child talk: one frame per message, of JSON, then bytes, then (sockets only) file descriptors.

No pickle: the child has read a file from anywhere, and what it sends may not run anything in the window's process.
"""

import io
import json
import os
import socket
import struct
from collections import deque
from collections.abc import Sequence
from typing import Any, NamedTuple

HEAD = struct.Struct("<IQB")
CHUNK = 65536
TEXT_LIMIT = 64 << 20
BYTES_LIMIT = 1 << 30
FDS_LIMIT = 4


class Message(NamedTuple):
    """What came over the wire: JSON, raw bytes and open file descriptors that are now the receiver's."""

    value: dict[str, Any]
    blob: bytes
    fds: tuple[int, ...]


class WireError(Exception):
    """The other side broke the rules of the wire; it cannot be trusted any more."""


class Channel:
    """A two-way stream of messages. Sending and receiving may happen on two threads, each on one only."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._fds: deque[int] = deque()

    def send(self, value: dict[str, Any], blob: bytes | memoryview = b"", fds: Sequence[int] = ()) -> None:
        """Send one message.

        Raises:
            OSError: the other side is gone.
        """
        text = json.dumps(value, separators=(",", ":")).encode()
        self._write(HEAD.pack(len(text), len(blob), len(fds)) + text, fds)
        if blob:
            self._write(blob, ())

    def receive(self) -> Message | None:
        """Wait for the next message; None when the other side is gone, also in the middle of a message.

        Raises:
            WireError: what came is no message.
        """
        try:
            head = self._take(HEAD.size)
            if head is None:
                return None
            text_length, blob_length, fd_count = HEAD.unpack(head)
            if text_length > TEXT_LIMIT or blob_length > BYTES_LIMIT or fd_count > FDS_LIMIT:
                raise WireError("message too long")
            text, blob = self._take(text_length), self._take(blob_length)
        except OSError:
            return None
        if text is None or blob is None:
            return None
        return Message(_object(text), bytes(blob), self._take_fds(fd_count))

    def close(self) -> None:
        """Close the channel and what arrived unread with it."""
        while self._fds:
            os.close(self._fds.popleft())

    def _take(self, count: int) -> bytearray | None:
        """Return exactly `count` bytes, None at the end of the stream."""
        while len(self._buffer) < count:
            if count - len(self._buffer) > CHUNK:
                return self._take_long(count)
            piece = self._read(CHUNK)
            if not piece:
                return None
            self._buffer += piece
        taken = self._buffer[:count]
        del self._buffer[:count]
        return taken

    def _take_long(self, count: int) -> bytearray | None:
        taken = bytearray(count)
        filled = len(self._buffer)
        taken[:filled] = self._buffer
        self._buffer.clear()
        view = memoryview(taken)
        while filled < count:
            got = self._read_into(view[filled:])
            if not got:
                return None
            filled += got
        return taken

    def _take_fds(self, count: int) -> tuple[int, ...]:
        if count > len(self._fds):
            raise WireError("descriptors missing")
        return tuple(self._fds.popleft() for _ in range(count))

    def _read(self, limit: int) -> bytes:
        raise NotImplementedError

    def _read_into(self, view: memoryview) -> int:
        raise NotImplementedError

    def _write(self, data: bytes | memoryview, fds: Sequence[int]) -> None:
        raise NotImplementedError


def _object(text: bytearray) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WireError("no JSON") from error
    if not isinstance(value, dict):
        raise WireError("no object")
    return value


class SocketChannel(Channel):
    """A channel over a Unix socket; carries file descriptors."""

    def __init__(self, end: socket.socket) -> None:
        super().__init__()
        self._end = end

    def close(self) -> None:
        """Close the socket."""
        super().close()
        self._end.close()

    def interrupt(self) -> None:
        """Wake a thread that waits in `receive`: it sees the end of the stream."""
        try:
            self._end.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # gone already

    def _read(self, limit: int) -> bytes:
        data, fds, _, _ = socket.recv_fds(self._end, limit, FDS_LIMIT)
        self._fds.extend(fds)
        return data

    def _read_into(self, view: memoryview) -> int:
        return self._end.recv_into(view)

    def _write(self, data: bytes | memoryview, fds: Sequence[int]) -> None:
        if fds:
            sent = socket.send_fds(self._end, [data], list(fds))
            data = memoryview(data)[sent:]
        self._end.sendall(data)


class PipeChannel(Channel):
    """A channel over two pipes, as every platform has them."""

    def __init__(self, reader: io.FileIO, writer: io.FileIO) -> None:
        super().__init__()
        self._reader = reader
        self._writer = writer

    def close(self) -> None:
        """Close both pipes."""
        super().close()
        self._reader.close()
        self._writer.close()

    def _read(self, limit: int) -> bytes:
        return self._reader.read(limit) or b""

    def _read_into(self, view: memoryview) -> int:
        return self._reader.readinto(view) or 0

    def _write(self, data: bytes | memoryview, fds: Sequence[int]) -> None:
        if fds:
            raise WireError("pipes carry no descriptors")
        left = memoryview(data)
        while left:
            left = left[self._writer.write(left) or 0 :]
