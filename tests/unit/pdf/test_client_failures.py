"""A page that hangs, a child that dies, a document that closes: the others never notice, and nothing is left behind."""

import contextlib
import os
import random
import signal
import sys
import threading
import time
from collections import deque
from concurrent.futures import CancelledError, Future, wait
from pathlib import Path

import pytest

from griffie.base.errors import Cancelled
from griffie.pdf import handlers
from griffie.pdf.client import PREFETCH, PdfService, Pixels
from griffie.pdf.errors import Fault, FileUnreadable, PageFailed
from griffie.pdf.launch import start_launcher
from tests.unit.pdf.pdf_samples import ANSWER_S, gone, make_form_bomb, make_letter, until

pytestmark = pytest.mark.pdf_process

FORGED = {"block": 0, "width": 600, "height": 800, "stride": 2400, "scale": 1.0, "left": 0, "top": 0}


def only_child(service):
    until(lambda: len(service.children()) == 1)
    return service.children()[0]


def test_a_page_that_never_ends_is_stopped_and_the_others_go_on(impatient):
    document = impatient.open(make_form_bomb())
    hanging = document.render(0, 1.0)
    behind = document.render(1, 1.0)
    first_child = only_child(impatient)
    error = hanging.exception(ANSWER_S)
    assert isinstance(error, PageFailed)
    assert (error.fault, error.page_index) == (Fault.TIME_LIMIT, 0)
    assert "Page 1: this took too long" in error.text
    assert behind.result(ANSWER_S).width == 200
    assert only_child(impatient) != first_child
    until(lambda: gone(first_child))


def test_text_that_never_ends_is_stopped_too(impatient):
    document = impatient.open(make_form_bomb())
    assert document.text(0).exception(ANSWER_S).fault is Fault.TIME_LIMIT
    assert document.text(1).result(ANSWER_S).text == ""


def test_one_hanging_letter_does_not_hold_up_another(impatient, letter):
    hanging = impatient.open(make_form_bomb()).render(0, 1.0)
    other = impatient.open(letter).render(0, 1.0)
    wait([hanging, other], ANSWER_S, return_when="FIRST_COMPLETED")
    assert other.done()
    assert not hanging.done()


def test_a_request_may_have_a_time_limit_of_its_own(service):
    document = service.open(make_form_bomb())
    wish = {"page_index": 0}
    error = document.request("text", wish, lambda _: None, page_index=0, time_limit_s=0.3).exception(ANSWER_S)
    assert error.fault is Fault.TIME_LIMIT


def test_a_child_that_crashes_fails_its_request_only_and_is_replaced(service):
    document = service.open(make_form_bomb())
    document.info.result(ANSWER_S)
    victim, behind = document.render(0, 1.0), document.render(1, 1.0)
    child = only_child(service)
    os.kill(child, signal.SIGSEGV)
    error = victim.exception(ANSWER_S)
    assert isinstance(error, PageFailed)
    assert error.fault is Fault.CRASH
    assert behind.result(ANSWER_S).page_index == 1
    assert only_child(service) != child


def test_a_child_that_dies_with_nothing_to_do_goes_unnoticed(service, letter):
    document = service.open(letter)
    document.info.result(ANSWER_S)
    child = only_child(service)
    os.kill(child, signal.SIGKILL)
    until(lambda: child not in service.children())
    assert document.render(2, 1.0).result(ANSWER_S).page_index == 2


def test_pixels_outlive_the_child_that_drew_them(service, letter):
    document = service.open(letter)
    pixels = document.render(0, 1.0).result(ANSWER_S)
    before = bytes(pixels.data)
    child = only_child(service)
    os.kill(child, signal.SIGKILL)
    until(lambda: child not in service.children())
    other = document.render(1, 1.0).result(ANSWER_S)
    assert bytes(pixels.data) == before
    assert bytes(other.data) != before


def test_a_file_that_went_away_is_told_of_when_it_is_needed_again(service, letter_path):
    document = service.open(letter_path)
    document.info.result(ANSWER_S)
    child = only_child(service)
    letter_path.unlink()
    os.kill(child, signal.SIGKILL)
    until(lambda: child not in service.children())
    assert isinstance(document.render(0, 1.0).exception(ANSWER_S), FileUnreadable)
    assert document.info.result().page_count == 3


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory, only there a child inherits handlers")
def test_a_page_that_wants_too_much_memory_fails_alone(letter, monkeypatch):
    monkeypatch.setitem(handlers.HANDLERS, "hungry", "tests.unit.pdf.pdf_samples:take_four_gigabytes")
    launcher = start_launcher("fork")
    service = PdfService(launcher)
    document = service.open(letter)
    hungry = document.request("hungry", {}, lambda message: message, page_index=1)
    behind = document.render(0, 1.0)
    error = hungry.exception(ANSWER_S)
    assert (error.fault, error.page_index) == (Fault.MEMORY, 1)
    assert behind.result(ANSWER_S).width == 600
    service.close()
    launcher.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only a forked child inherits handlers")
@pytest.mark.parametrize("answer", [None, [], {"width": 9}, {**FORGED, "stride": 1}, {**FORGED, "height": 10**9}])
def test_a_child_that_answers_nonsense_is_replaced(letter, monkeypatch, answer):
    monkeypatch.setitem(handlers.HANDLERS, "forge", "tests.unit.pdf.pdf_samples:echo")
    launcher = start_launcher("fork")
    service = PdfService(launcher)
    document = service.open(letter)
    held = document.render(0, 1.0).result(ANSWER_S)

    def decode(message):
        return Pixels(held._memory, message.value["value"], 0, whole=True, pool=deque())

    error = document.request("forge", {"answer": answer}, decode, page_index=2).exception(ANSWER_S)
    assert (error.fault, error.page_index) == (Fault.CRASH, 2)
    assert document.render(1, 1.0).result(ANSWER_S).page_index == 1
    service.close()
    launcher.close()


def test_a_kind_of_request_that_does_not_exist_fails_alone(service, letter):
    document = service.open(letter)
    assert document.request("dance", {}, lambda _: None).exception(ANSWER_S).fault is Fault.DAMAGED
    assert document.render(0, 1.0).result(ANSWER_S).width == 600


def test_the_next_letter_gets_the_child_of_a_closed_one(service, letter):
    first = service.open(letter)
    before = first.render(0, 1.0).result(ANSWER_S)
    child = only_child(service)
    first.close()
    until(lambda: not threads_named("griffie-pdf-reader"))
    second = service.open(make_letter(2, rotation=90))
    assert second.info.result(ANSWER_S).sizes == ((600.0, 800.0, 90),) * 2
    assert second.render(1, 1.0).result(ANSWER_S).width == 800
    assert service.children() == [child]
    assert before.width == 600


def test_an_idle_child_that_died_is_not_blamed_on_the_next_letter(service, letter):
    first = service.open(letter)
    first.info.result(ANSWER_S)
    child = only_child(service)
    first.close()
    until(lambda: not threads_named("griffie-pdf-reader"))
    os.kill(child, signal.SIGKILL)
    until(lambda: gone(child) or service.children() == [child])
    assert service.open(letter).render(0, 1.0).result(ANSWER_S).width == 600


@pytest.mark.parametrize("seed", range(3))
def test_whatever_dies_when_every_future_is_answered_and_nothing_is_left(launcher, letter, seed):
    chance = random.Random(seed)
    service = PdfService(launcher)
    documents, futures = [], []
    for _ in range(150):
        if len(documents) < 2:
            documents.append(service.open(chance.choice([letter, b"niets"])))
        document = chance.choice(documents)
        deed = chance.random()
        if deed < 0.7:
            futures.append(document.render(chance.randrange(3), 1.0, priority=chance.choice([0, PREFETCH])))
        elif deed < 0.8:
            document.cancel(chance.choice([*futures, Future()]))
        elif deed < 0.9:
            documents.remove(document)
            document.close()
        else:
            kill_one(service.children(), chance)
    service.close()
    assert not wait(futures, ANSWER_S).not_done
    assert not threads_named("griffie-pdf-reader")
    assert names_in("/dev/shm", "griffie-") == []


def kill_one(children, chance):
    with contextlib.suppress(ProcessLookupError, IndexError):
        os.kill(chance.choice(children), chance.choice([signal.SIGKILL, signal.SIGSEGV]))


def threads_named(name):
    return [thread for thread in threading.enumerate() if thread.name == name]


def test_what_scrolled_away_is_never_drawn(impatient):
    document = impatient.open(make_form_bomb())
    hanging = document.render(0, 1.0)
    ahead = document.render(1, 1.0, priority=PREFETCH)
    seen = document.render(1, 2.0, priority=PREFETCH)
    assert document.cancel(ahead)
    assert ahead.cancelled()
    assert not document.cancel(ahead)
    assert hanging.exception(ANSWER_S).fault is Fault.TIME_LIMIT
    assert seen.result(ANSWER_S).width == 400


def test_what_was_answered_cannot_be_cancelled(service, letter):
    document = service.open(letter)
    done = document.render(0, 1.0)
    done.result(ANSWER_S)
    assert not document.cancel(done)


def test_the_visible_page_overtakes_pages_fetched_ahead(service, letter):
    order = []
    document = service.open(letter)
    document.info.result(ANSWER_S)
    ahead = [document.render(i % 3, 3.0, priority=PREFETCH) for i in range(6)]
    seen = document.render(0, 1.0)
    for number, future in enumerate([*ahead, seen]):
        future.add_done_callback(lambda _, number=number: order.append(number))
    wait([*ahead, seen], ANSWER_S)
    assert order.index(6) <= 1
    assert [n for n in order if n != 6] == [0, 1, 2, 3, 4, 5]


def test_closing_cancels_what_is_waiting_and_ends_the_child(service):
    document = service.open(make_form_bomb())
    document.info.result(ANSWER_S)
    begun, waiting = document.render(0, 1.0), document.render(1, 1.0, priority=PREFETCH)
    child = only_child(service)
    document.close()
    document.close()
    with pytest.raises((Cancelled, CancelledError)):
        begun.result(ANSWER_S)
    with pytest.raises((Cancelled, CancelledError)):
        waiting.result(ANSWER_S)
    with pytest.raises(Cancelled):
        document.text(0).result(ANSWER_S)
    until(lambda: gone(child))


def test_closing_at_once_leaves_nothing_undone(launcher, letter):
    service = PdfService(launcher)
    document = service.open(letter)
    page = document.render(0, 1.0)
    service.close()
    for future in (document.info, page):
        error = future.exception(ANSWER_S) if not future.cancelled() else Cancelled()
        assert error is None or isinstance(error, Cancelled)


def test_the_service_closes_in_a_moment_although_a_child_hangs(launcher):
    service = PdfService(launcher)
    service.open(make_form_bomb()).render(0, 1.0)
    service.open(make_form_bomb()).text(0)
    until(lambda: len(service.children()) == 2)
    children = service.children()
    began = time.monotonic()
    service.close()
    assert time.monotonic() - began < 0.3
    assert service.children() == []
    until(lambda: all(gone(child) for child in children))


def test_nothing_is_left_of_a_closed_service(letter):
    threads, descriptors = set(threading.enumerate()), len(names_in("/proc/self/fd"))
    launcher = start_launcher()
    service = PdfService(launcher)
    documents = [service.open(letter) for _ in range(3)]
    pixels = [document.render(0, 1.0).result(ANSWER_S) for document in documents]
    children = service.children()
    assert len(children) == 3
    service.close()
    launcher.close()
    launcher.close()
    del pixels, documents
    until(lambda: all(gone(child) for child in children))
    until(lambda: set(threading.enumerate()) <= threads)
    assert len(names_in("/proc/self/fd")) == descriptors
    assert names_in("/dev/shm", "griffie-") == []


def names_in(folder, beginning=""):
    """File names below a folder that some systems do not have."""
    folder = Path(folder)
    return [path.name for path in folder.iterdir() if path.name.startswith(beginning)] if folder.is_dir() else []


def test_futures_may_be_used_on_the_documents_own_thread(service, letter):
    document = service.open(letter)
    answers, done = [], threading.Event()

    def more(future):
        answers.append(future.result().width)
        if len(answers) < 3:
            document.render(len(answers), 1.0).add_done_callback(more)
        else:
            document.close()
            done.set()

    document.render(0, 1.0).add_done_callback(more)
    assert done.wait(ANSWER_S)
    assert answers == [600, 600, 600]


def test_many_threads_may_ask_at_once(service):
    document = service.open(make_letter(8))
    texts, threads = {}, []
    for number in range(8):
        thread = threading.Thread(target=lambda n=number: texts.update({n: document.text(n).result(ANSWER_S).text}))
        threads.append(thread)
        thread.start()
    for thread in threads:
        thread.join()
    assert [texts[n].split(":")[0] for n in range(8)] == [f"Bladzijde {n + 1}" for n in range(8)]
