"""A register view over items that were made through the services."""

import datetime as dt

import pytest

from griffie.base.settings import Settings
from griffie.domain.kinds import ItemKind, Precision
from griffie.services import itemising
from griffie.services.desk import Desk
from griffie.store.database import open_register
from griffie.ui.place import Bus, Workplace
from griffie.ui.remembered import Remembered
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT
from tests.helpers.registers import put_letter


@pytest.fixture
def place(qtbot, tmp_path):
    register = open_register(tmp_path / "r.sqlite")
    lane = Lane("writing")
    yield Workplace(Desk(register, None, "tester"), lane, Bus(), Settings(tmp_path / "s.toml"), LIGHT)
    lane.close()
    register.close()


@pytest.fixture
def make(place):
    """Make an item with a deadline; returns its id."""
    letter = put_letter(place.desk)

    def make(summary, due=None, kind=ItemKind.COMMITMENT, **values):
        item, _changes = itemising.new_item(place.desk, kind, {"summary": summary, **values}, letter_id=letter)
        if due is not None:
            found = {"date_to": due, "precision": Precision.DAY}
            itemising.new_item(place.desk, ItemKind.DEADLINE, found, owner_id=item)
        return item

    return make


@pytest.fixture
def view(qtbot, place, tmp_path):
    """The register view, with what is wanted when it is shown first: everything."""
    from griffie.domain.listing import Wanted
    from griffie.ui.register.view import RegisterView

    made = RegisterView(place, Remembered(tmp_path / "window.toml"))
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()

    def load(wanted=None):
        made.model.wanted = wanted or Wanted()
        made.load()
        qtbot.waitUntil(lambda: idle(made))
        return made

    made.read = load
    yield made
    made.close_down()


def idle(view):
    return view._lane.idle and not view._facets_soon.isActive() and not view._refresh.isActive()


TODAY = dt.date.today()
