"""Work in the lane runs in the order asked, off the GUI thread, and comes back on it."""

import threading

import pytest

from griffie.base.errors import Cancelled, UserError
from griffie.ui.tasks import Lane


@pytest.fixture
def lane(qtbot):
    lane = Lane("test-lane")
    yield lane
    lane.close()


def test_results_come_back_in_order_on_the_gui_thread(qtbot, lane):
    seen = []
    here = threading.get_ident()

    def work(n):
        return n, threading.get_ident()

    for n in range(50):
        lane.run(lambda n=n: work(n), lambda result: seen.append((result, threading.get_ident())))
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert [result[0] for result, _ in seen] == list(range(50))
    assert all(result[1] != here and back == here for result, back in seen)
    assert lane.idle


def test_an_error_goes_to_the_caller_and_the_lane_goes_on(qtbot, lane):
    errors, results = [], []
    lane.run(lambda: 1 / 0, results.append, errors.append)
    lane.run(lambda: 7, results.append)
    qtbot.waitUntil(lambda: results == [7])
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_error_that_nobody_takes_is_signalled(qtbot, lane):
    with qtbot.waitSignal(lane.failed) as heard:
        lane.run(lambda: (_ for _ in ()).throw(UserError("full")))
    assert str(heard.args[0]) == "full"


def test_a_stopped_piece_of_work_is_no_error(qtbot, lane):
    told = []
    lane.failed.connect(told.append)
    done = []
    lane.run(lambda: (_ for _ in ()).throw(Cancelled()))
    lane.run(lambda: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert told == []


def test_closing_finishes_what_waits(qtbot):
    lane = Lane("closing")
    done = []
    for n in range(20):
        lane.run(lambda n=n: done.append(n))
    lane.close()
    assert done == list(range(20))
