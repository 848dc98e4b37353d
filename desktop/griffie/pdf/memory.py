"""Shared memory for pixels: the child draws into a block, the parent looks at the same block.

On Linux a block is a nameless memfd whose descriptor travels over the socket. Elsewhere it has a name; the parent takes
the name away as soon as it has the block, so that nothing stays behind. `multiprocessing.shared_memory` does the same
but registers each block with a tracker process of its own in parent and child.
"""

import importlib
import mmap
import os
import sys
from dataclasses import dataclass
from typing import Any

GRAIN = 1 << 20
FREE_LIMIT = 64 << 20
"""Bytes of free blocks that a child keeps for the next pages."""

_F_ADD_SEALS = 1033
_F_SEAL_SHRINK = 2


@dataclass
class Block:
    """A piece of shared memory in the child. `fd` is -1 where blocks have names."""

    number: int
    memory: mmap.mmap
    size: int
    fd: int = -1
    free: bool = False
    announced: bool = False


class BlockPool:
    """The child's blocks: given out, taken back, reused. With a `stem` blocks are named `stem-number`."""

    def __init__(self, stem: str = "") -> None:
        self._stem = stem
        self._blocks: dict[int, Block] = {}
        self._count = 0
        self.dropped: list[int] = []

    def take(self, size: int) -> Block:
        """Return a block of at least `size` bytes, the smallest free one if any fits.

        Raises:
            OSError: there is no memory for it.
        """
        fitting = [b for b in self._blocks.values() if b.free and size <= b.size <= 4 * size + GRAIN]
        block = min(fitting, key=lambda b: b.size) if fitting else self._create(size)
        block.free = False
        return block

    def give_back(self, number: int) -> None:
        """Mark a block as free; what exceeds the limit is dropped, largest first. Unknown numbers are ignored."""
        block = self._blocks.get(number)
        if block is None:
            return
        block.free = True
        free = sorted((b for b in self._blocks.values() if b.free), key=lambda b: b.size)
        while sum(b.size for b in free) > FREE_LIMIT:
            self._drop(free.pop())

    def drop_free(self) -> None:
        """Drop what is free now."""
        for block in [b for b in self._blocks.values() if b.free]:
            self._drop(block)

    def close(self) -> None:
        """Let all blocks go; the parent's view of them stays."""
        for block in list(self._blocks.values()):
            self._drop(block)

    def _create(self, size: int) -> Block:
        size = -(-size // GRAIN) * GRAIN
        number = self._count
        self._count += 1
        if self._stem:
            block = Block(number, _create_named(block_name(self._stem, number), size), size)
        else:
            fd = os.memfd_create("griffie-page", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
            os.ftruncate(fd, size)
            block = Block(number, mmap.mmap(fd, size), size, fd)
        self._blocks[number] = block
        return block

    def _drop(self, block: Block) -> None:
        del self._blocks[block.number]
        if block.fd >= 0:
            os.close(block.fd)
        else:
            unlink_block(self._stem, block.number)  # the parent has done so, unless it went away before it could
        self.dropped.append(block.number)


def block_name(stem: str, number: int) -> str:
    """Return the name of a block; short, since macOS allows 31 characters."""
    return f"{stem}-{number}"


def open_fd(fd: int, size: int) -> mmap.mmap:
    """Map a block that came as a descriptor, and close the descriptor.

    It is sealed first: a child that shrank it later would otherwise take the reading process down.

    Raises:
        OSError: the descriptor is no memory that can be sealed.
        ValueError: it is smaller than `size`.
    """
    import fcntl

    try:
        fcntl.fcntl(fd, _F_ADD_SEALS, _F_SEAL_SHRINK)
        if os.fstat(fd).st_size < size:
            raise ValueError("block too small")
        return mmap.mmap(fd, size, access=mmap.ACCESS_READ)
    finally:
        os.close(fd)


def _posix_memory() -> Any:
    """Return the module with shm_open and shm_unlink; it is what multiprocessing.shared_memory stands on."""
    return importlib.import_module("_posixshmem")


def _create_named(name: str, size: int) -> mmap.mmap:
    if sys.platform == "win32":
        return mmap.mmap(-1, size, tagname=name)
    fd = _posix_memory().shm_open(f"/{name}", os.O_CREAT | os.O_EXCL | os.O_RDWR, mode=0o600)
    try:
        os.ftruncate(fd, size)
        return mmap.mmap(fd, size)
    finally:
        os.close(fd)


def open_named(stem: str, number: int, size: int) -> mmap.mmap:
    """Map a block by its name, and take the name away.

    Raises:
        OSError: there is no such block.
        ValueError: it is smaller than `size`.
    """
    name = block_name(stem, number)
    if sys.platform == "win32":
        return mmap.mmap(-1, size, tagname=name, access=mmap.ACCESS_READ)
    fd = _posix_memory().shm_open(f"/{name}", os.O_RDWR, mode=0o600)
    try:
        _posix_memory().shm_unlink(f"/{name}")
        return mmap.mmap(fd, size, access=mmap.ACCESS_READ)
    finally:
        os.close(fd)


def unlink_block(stem: str, number: int) -> bool:
    """Take the name of a block away; tells whether there was one. On Windows the last user's end does it."""
    if sys.platform == "win32":
        return False
    try:
        _posix_memory().shm_unlink(f"/{block_name(stem, number)}")
    except FileNotFoundError:
        return False
    return True
