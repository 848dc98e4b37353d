"""A window test leaves nothing behind: no thread, no timer, no window, no child process."""

import gc
import multiprocessing
import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp, request):
    """Fail the test that leaves something running, and name what it is."""
    windows_before = set(map(address, top_windows()))
    children_before = children()
    yield
    left = [*threads_left(qapp), *timers_left(qapp), *windows_left(windows_before), *children_left(children_before)]
    if left:
        pytest.fail(f"{request.node.name} left behind: {', '.join(left)}")


def settle(qapp):
    """Let deleteLater() take effect."""
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def threads_left(qapp):
    from PySide6.QtCore import QThread, QThreadPool

    settle(qapp)
    pool = QThreadPool.globalInstance()
    if pool.activeThreadCount():
        pool.waitForDone(2_000)
    busy = [f"{pool.activeThreadCount()} running tasks of the thread pool"] if pool.activeThreadCount() else []
    running = [thread for thread in of_type(QThread) if alive(thread) and thread.isRunning()]
    main = qapp.thread()
    return busy + [f"thread {name_of(thread)}" for thread in running if thread is not main]


def timers_left(qapp):
    from PySide6.QtCore import QTimer

    return [f"timer {name_of(timer)}" for timer in of_type(QTimer) if alive(timer) and timer.isActive()]


def windows_left(before):
    return [f"window {name_of(widget)}" for widget in top_windows() if address(widget) not in before]


def top_windows():
    from PySide6.QtWidgets import QApplication

    return [widget for widget in QApplication.topLevelWidgets() if alive(widget)]


def address(widget):
    """The Qt object behind a Python one, which may be made anew at each look."""
    import shiboken6

    return shiboken6.getCppPointer(widget)[0]


def of_type(kind):
    """Every living Python object of a Qt class: those are the ones that Griffie made."""
    return [thing for thing in gc.get_objects() if isinstance_safely(thing, kind)]


def isinstance_safely(thing, kind):
    try:
        return issubclass(type(thing), kind)
    except TypeError:
        return False


def alive(thing):
    import shiboken6

    return shiboken6.isValid(thing)


def name_of(thing):
    parent = thing.parent()
    name = thing.objectName() or type(thing).__name__
    return f"{name} of {type(parent).__name__}" if parent is not None else name


def children():
    """Return pid and command of the child processes of this one; only Linux tells without a library."""
    listing = Path("/proc/self/task")
    if not listing.is_dir():
        return {child.pid: child.name for child in multiprocessing.active_children()}
    pids = [pid for task in listing.iterdir() for pid in read(task / "children").split()]
    return {int(pid): read(Path("/proc") / pid / "cmdline").replace("\0", " ").strip() for pid in pids}


def read(path):
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def children_left(before):
    left = {pid: command for pid, command in children().items() if pid not in before and not gone(pid)}
    return [f"child process {pid} ({command})" for pid, command in left.items()]


def gone(pid):
    """Tell whether a child has ended; one that has is collected."""
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except (ChildProcessError, AttributeError):
        return True
