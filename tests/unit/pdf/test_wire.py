"""Messages arrive whole and in order, and what breaks the rules is noticed."""

import io
import os
import socket
import threading

import pytest

from griffie.pdf.wire import HEAD, TEXT_LIMIT, PipeChannel, SocketChannel, WireError


@pytest.fixture
def sockets():
    ours, theirs = socket.socketpair()
    pair = SocketChannel(ours), SocketChannel(theirs)
    yield pair
    for channel in pair:
        channel.close()


@pytest.fixture
def pipes():
    reader, writer = os.pipe()
    back_reader, back_writer = os.pipe()
    pair = (
        PipeChannel(io.FileIO(back_reader, "rb"), io.FileIO(writer, "wb")),
        PipeChannel(io.FileIO(reader, "rb"), io.FileIO(back_writer, "wb")),
    )
    yield pair
    for channel in pair:
        channel.close()


@pytest.fixture(params=["sockets", "pipes"])
def pair(request):
    return request.getfixturevalue(request.param)


def test_messages_arrive_in_order_with_their_bytes(pair):
    here, there = pair
    here.send({"één": 1, "naam": "brief-\udcff"}, b"\0\1")
    here.send({})
    first, second = there.receive(), there.receive()
    assert (first.value, first.blob) == ({"één": 1, "naam": "brief-\udcff"}, b"\0\1")
    assert (second.value, second.blob, second.fds) == ({}, b"", ())


def test_bytes_larger_than_any_buffer_arrive_whole(pair):
    here, there = pair
    blob = os.urandom(3_000_000)
    sender = threading.Thread(target=here.send, args=({"n": 1}, blob))
    sender.start()
    assert there.receive().blob == blob
    sender.join()
    here.send({"n": 2})
    assert there.receive().value == {"n": 2}


def test_the_end_of_the_other_side_is_no_message(pair):
    here, there = pair
    here.send({"n": 1})
    here.close()
    assert there.receive().value == {"n": 1}
    assert there.receive() is None


def test_half_a_message_is_none(pair):
    here, there = pair
    here._write(HEAD.pack(100, 0, 0) + b"{}", ())
    here.close()
    assert there.receive() is None


NO_MESSAGES = [
    HEAD.pack(TEXT_LIMIT + 1, 0, 0),
    HEAD.pack(2, 1 << 40, 0),
    HEAD.pack(2, 0, 1) + b"{}",
    HEAD.pack(2, 0, 0) + b"[]",
    HEAD.pack(4, 0, 0) + b"\xff\xfe{}",
    HEAD.pack(20000, 0, 0) + b"[" * 20000,
]


@pytest.mark.parametrize("frame", NO_MESSAGES)
def test_what_is_no_message_is_refused(pair, frame):
    here, there = pair
    here._write(frame, ())
    with pytest.raises(WireError):
        there.receive()


def test_descriptors_travel_over_sockets_with_their_own_message(sockets):
    here, there = sockets
    reader, writer = os.pipe()
    here.send({"n": 1})
    here.send({"n": 2}, b"x" * 10, (writer,))
    os.close(writer)
    assert there.receive().fds == ()
    (arrived,) = there.receive().fds
    os.write(arrived, b"hallo")
    assert os.read(reader, 9) == b"hallo"
    os.close(arrived)
    os.close(reader)


def test_descriptors_do_not_travel_over_pipes(pipes):
    with pytest.raises(WireError):
        pipes[0].send({}, fds=(0,))


def test_a_waiting_receiver_can_be_woken(sockets):
    here, there = sockets
    heard = []
    waiting = threading.Thread(target=lambda: heard.append(there.receive()))
    waiting.start()
    there.interrupt()
    there.interrupt()
    waiting.join()
    assert heard == [None]
    with pytest.raises(OSError, match=r"."):
        here.send({"n": 1})
