"""Time limits: what is overdue is told so, once, and nothing else is."""

import math
import threading
import time

import pytest

from griffie.pdf.watch import Watch


class Worker:
    def __init__(self):
        self.ends = math.inf
        self.expired = threading.Event()

    def deadline(self):
        return self.ends

    def expire(self, now):
        assert now >= self.ends
        self.ends = math.inf
        self.expired.set()


@pytest.fixture
def watch():
    watch = Watch()
    yield watch
    watch.close()
    assert "griffie-pdf-watch" not in [thread.name for thread in threading.enumerate()]


def start(watch, seconds):
    worker = Worker()
    watch.add(worker)
    worker.ends = time.monotonic() + seconds
    watch.arm(worker.ends)
    return worker


def test_only_what_is_overdue_expires(watch):
    later, soon = start(watch, 3600), start(watch, 0.01)
    assert soon.expired.wait(30)
    assert not later.expired.is_set()


def test_a_worker_may_be_overdue_again(watch):
    worker = start(watch, 0.0)
    assert worker.expired.wait(30)
    worker.expired.clear()
    worker.ends = time.monotonic()
    watch.arm(worker.ends)
    assert worker.expired.wait(30)


def test_a_deadline_that_was_lifted_never_comes(watch):
    lifted = start(watch, 0.02)
    lifted.ends = math.inf
    other = start(watch, 0.03)
    assert other.expired.wait(30)
    assert not lifted.expired.is_set()


def test_who_is_no_longer_watched_does_not_expire(watch):
    left = start(watch, 0.02)
    watch.remove(left)
    watch.remove(left)
    other = start(watch, 0.03)
    assert other.expired.wait(30)
    assert not left.expired.is_set()


def test_a_closed_watch_starts_nothing(watch):
    watch.close()
    start(watch, 0.0)
    assert "griffie-pdf-watch" not in [thread.name for thread in threading.enumerate()]
