"""The overviews over a register with lines drawn by chance."""

from datetime import date

import pytest

from griffie.base.settings import Settings
from griffie.services.desk import Desk
from griffie.store.database import open_register
from griffie.ui.overviews.view import OverviewsView
from griffie.ui.place import Bus, Workplace
from griffie.ui.remembered import Remembered
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT
from tests.helpers.generated_lines import drawn, put

TODAY = date(2025, 6, 1)
SIZE = (1400, 760)


@pytest.fixture
def place(qtbot, tmp_path):
    register = open_register(tmp_path / "r.sqlite")
    lane = Lane("writing")
    yield Workplace(Desk(register, None, "tester"), lane, Bus(), Settings(tmp_path / "s.toml"), LIGHT)
    lane.close()
    register.close()


@pytest.fixture
def lines(place):
    """Three hundred lines of four years, in the register."""
    lines = drawn(5, 300)
    put(place.desk.register, lines)
    return lines


@pytest.fixture
def remembered(tmp_path):
    return Remembered(tmp_path / "window.toml")


@pytest.fixture
def make_view(qtbot, place, remembered):
    """Return a function that shows the overviews and waits until they are counted."""
    views = []

    def close(view):
        views.remove(view)
        view.close_down()

    def make():
        view = OverviewsView(place, remembered, clock=lambda: TODAY)
        views.append(view)
        qtbot.addWidget(view)
        view.resize(*SIZE)
        view.show()
        view.load()
        settle(qtbot, view)
        return view

    make.close = close
    yield make
    while views:
        close(views[-1])


@pytest.fixture
def view(make_view, lines):
    return make_view()


def settle(qtbot, view):
    """Wait until what was asked for is counted and shown."""
    qtbot.waitUntil(lambda: not view.is_counting, timeout=15_000)
