"""The order in which a document's requests go to the child."""

from griffie.pdf.requests import PREFETCH, Request, RequestQueue


def request(name, priority=0):
    return Request(name, {"password": "géheim"}, lambda *_: None, priority=priority)


def test_what_is_looked_at_goes_first_then_what_was_asked_first():
    queue = RequestQueue()
    for name, priority in [("a", PREFETCH), ("b", 0), ("c", PREFETCH), ("d", 0), ("e", -1)]:
        queue.add(request(name, priority))
    assert [queue.take().kind for _ in range(len(queue))] == ["e", "b", "d", "a", "c"]


def test_what_is_put_back_keeps_its_age():
    queue = RequestQueue()
    first = request("a")
    queue.add(first)
    queue.add(request("b"))
    assert queue.take() is first
    queue.add(request("c"))
    queue.add(first)
    assert [r.kind for r in queue.clear()] == ["a", "b", "c"]
    assert len(queue) == 0
    assert queue.first() is None


def test_a_request_can_be_taken_out_of_the_middle():
    queue = RequestQueue()
    requests = [request(name) for name in "abcde"]
    for one in requests:
        queue.add(one)
    assert queue.remove(requests[1].future) is requests[1]
    assert queue.remove(requests[1].future) is None
    assert [queue.take().kind for _ in range(4)] == ["a", "c", "d", "e"]


def test_a_request_shows_nothing_of_its_wish():
    assert "géheim" not in repr(request("open"))


def test_a_request_answered_twice_keeps_the_first_answer():
    one = request("a")
    assert one.begin()
    one.resolve(1)
    one.resolve(2)
    one.fail(ValueError())
    assert one.future.result() == 1
    assert not one.begin()


def test_a_request_that_was_cancelled_is_not_begun():
    one = request("a")
    one.future.cancel()
    assert not one.begin()
    one.fail(ValueError())
    assert one.future.cancelled()
