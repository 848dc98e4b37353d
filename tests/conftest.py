"""What every test stands on: a profile of its own, English texts, no window on a screen, no warning unheard."""

import logging
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import configuration, settings

configuration.set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "griffie-hypothesis")
"""What hypothesis keeps names the folders of one machine, and so stays out of the project."""

settings.register_profile("griffie", deadline=None, max_examples=50)
settings.register_profile("ci", parent=settings.get_profile("griffie"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "griffie")

LONG_RUNS = ("soak", "benchmark_run")


def pytest_addoption(parser):
    parser.addoption("--headed", action="store_true", help="show the windows on the screen")
    parser.addoption("--write-golden", action="store_true", help="write the files in tests/golden anew")


def pytest_configure(config):
    config.addinivalue_line("markers", "log_warnings: this test expects warnings of griffie in the log")
    if not config.getoption("--headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


_STATUS = []


def pytest_sessionfinish(exitstatus):
    _STATUS.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure():
    """End here with what the tests say: thousands of dead windows are not taken down in any order at exit.

    Python and Qt each hold parts of them, and Qt's own may go first: a run whose every test had passed ended in a
    crash that says nothing of the program, which takes down one window and is tested to do so in processes of its own.
    """
    if _STATUS:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_STATUS[-1])


def pytest_collection_modifyitems(config, items):
    """Leave out the long runs unless the caller chose markers himself."""
    if config.getoption("-m"):
        return
    left_out = [item for item in items if any(item.get_closest_marker(name) for name in LONG_RUNS)]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(autouse=True)
def throw_away_profile(tmp_path, monkeypatch):
    """Settings, register and log of this test alone; English, so that texts can be compared with the code."""
    profile = tmp_path / "profile"
    monkeypatch.setenv("GRIFFIE_PROFILE", str(profile))
    monkeypatch.setenv("GRIFFIE_LANGUAGE", "en")
    return profile


@pytest.fixture(autouse=True)
def english_again():
    """A test that switches the language leaves it as it found it."""
    yield
    from griffie.base import i18n

    i18n.set_language("en")


class _Heard(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log_warnings(request):
    """A warning of Griffie fails the test, unless it asks for the log (caplog) or has the marker log_warnings."""
    log, heard = logging.getLogger("griffie"), _Heard()
    level, handlers = log.level, list(log.handlers)
    log.addHandler(heard)
    yield
    log.removeHandler(heard)
    for handler in [handler for handler in log.handlers if handler not in handlers]:
        log.removeHandler(handler)  # a test that started a log of its own leaves none behind
        handler.close()
    log.setLevel(level)
    expected = "caplog" in request.fixturenames or request.node.get_closest_marker("log_warnings")
    if heard.records and not expected:
        pytest.fail("warnings in the log: " + "; ".join(record.getMessage() for record in heard.records))
