"""The guard that finds what a window test leaves behind is itself tried: each kind of thing, planted, is named."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui import conftest as guard


@pytest.fixture
def thread():
    thread = QThread()
    thread.setObjectName("reader of letters")
    thread.start()
    yield thread
    thread.quit()
    thread.wait()


@pytest.fixture
def child():
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.communicate()


def test_a_running_thread_is_named(qapp, thread):
    assert guard.threads_left(qapp) == ["thread reader of letters"]


def test_a_ticking_timer_is_named_with_its_owner(qapp):
    owner = QObject()
    timer = QTimer(owner)
    timer.start(60_000)
    assert guard.timers_left(qapp) == ["timer QTimer of QObject"]
    timer.stop()
    assert guard.timers_left(qapp) == []


def test_a_window_that_stays_is_named(qapp):
    before = set(map(guard.address, guard.top_windows()))
    window = QWidget()
    window.setObjectName("letters")
    assert guard.windows_left(before) == ["window letters"]
    window.deleteLater()
    guard.settle(qapp)
    assert guard.windows_left(before) == []


def test_a_window_without_a_python_name_is_found_as_well(qapp):
    before = set(map(guard.address, guard.top_windows()))
    windows = [QWidget(objectName="one"), QWidget(objectName="two")]
    assert sorted(guard.windows_left(before)) == ["window one", "window two"]
    for window in windows:
        window.deleteLater()
    assert QApplication.instance() is qapp


def test_a_child_process_is_named(child):
    before = {pid: name for pid, name in guard.children().items() if pid != child.pid}
    (left,) = guard.children_left(before)
    assert left.startswith(f"child process {child.pid}")


def test_a_child_process_that_has_ended_is_none_left():
    before = guard.children()
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    assert guard.children_left(before) == []
