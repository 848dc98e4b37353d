"""Blocks of shared memory are used again, are let go, and leave nothing behind."""

import fcntl
import mmap
import os
from pathlib import Path

import pytest

from griffie.pdf.memory import FREE_LIMIT, GRAIN, BlockPool, block_name, open_fd, open_named, unlink_block

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="memfd is of Linux")
STEM = f"griffie-test-{os.getpid()}"


@pytest.fixture(params=["", STEM], ids=["nameless", "named"])
def pool(request):
    pool = BlockPool(request.param)
    yield pool
    pool.close()
    assert not [path for path in Path("/dev/shm").iterdir() if path.name.startswith(STEM)]


def test_a_block_given_back_is_given_out_again(pool):
    block = pool.take(100)
    assert pool.take(100) is not block
    pool.give_back(block.number)
    assert pool.take(200) is block


def test_a_small_page_does_not_take_the_block_of_a_huge_one(pool):
    huge = pool.take(20 * GRAIN)
    pool.give_back(huge.number)
    assert pool.take(100) is not huge
    assert pool.take(19 * GRAIN) is huge


def test_too_much_free_memory_is_dropped_largest_first(pool):
    blocks = [pool.take(FREE_LIMIT // 4 + n * GRAIN) for n in range(5)]
    for block in blocks:
        pool.give_back(block.number)
    assert pool.dropped == [3, 4]
    assert pool.take(blocks[2].size) is blocks[2]


def test_all_that_is_free_can_be_dropped(pool):
    held, free = pool.take(9), pool.take(9)
    pool.give_back(free.number)
    pool.drop_free()
    assert pool.dropped == [free.number]
    assert held.number not in pool.dropped


def test_a_number_that_is_not_known_is_ignored(pool):
    pool.give_back(77)
    assert pool.dropped == []


def test_both_sides_see_the_same_bytes_and_only_the_child_may_write():
    pool = BlockPool()
    block = pool.take(5000)
    view = open_fd(os.dup(block.fd), block.size)
    block.memory[10:15] = b"hallo"
    assert view[10:15] == b"hallo"
    with pytest.raises(TypeError):
        view[0] = 1
    pool.close()
    assert view[10:15] == b"hallo"


def test_a_child_cannot_shrink_a_block_under_the_reader():
    pool = BlockPool()
    block = pool.take(5000)
    open_fd(os.dup(block.fd), block.size)
    with pytest.raises(PermissionError):
        os.ftruncate(block.fd, 0)
    pool.close()


def test_a_block_smaller_than_said_is_refused_and_its_descriptor_closed():
    pool = BlockPool()
    fd = os.dup(pool.take(GRAIN).fd)
    with pytest.raises(ValueError, match="small"):
        open_fd(fd, 2 * GRAIN)
    with pytest.raises(OSError, match=r"."):
        fcntl.fcntl(fd, fcntl.F_GETFD)
    pool.close()


def test_a_descriptor_that_is_no_memory_is_refused(tmp_path):
    file = (tmp_path / "x").open("wb")
    with pytest.raises(OSError, match=r"."):
        open_fd(os.dup(file.fileno()), 1)
    file.close()


def test_a_name_is_gone_as_soon_as_the_block_was_opened():
    pool = BlockPool(STEM)
    block = pool.take(5000)
    view = open_named(STEM, block.number, block.size)
    block.memory[0:2] = b"ja"
    assert view[0:2] == b"ja"
    assert isinstance(view, mmap.mmap)
    assert not unlink_block(STEM, block.number)
    with pytest.raises(FileNotFoundError):
        open_named(STEM, block.number, block.size)
    pool.close()


@pytest.mark.parametrize("announced", [False, True])
def test_a_name_that_the_parent_did_not_take_away_goes_with_the_child(announced):
    pool = BlockPool(STEM)
    block = pool.take(9)
    number, block.announced = block.number, announced
    assert (Path("/dev/shm") / block_name(STEM, number)).exists()
    pool.close()
    assert not unlink_block(STEM, number)
