"""The overviews in the window: Alt+4 brings them up, a number shows its items in the register, and back again."""

from datetime import date, timedelta

import pytest

from griffie.base.paths import user_paths
from griffie.base.settings import load_settings
from griffie.domain.kinds import ItemKind, Precision, Status
from griffie.pdf.launch import start_launcher
from griffie.services import itemising
from griffie.services.desk import Desk
from griffie.store.database import open_register
from griffie.ui.start import Program
from tests.gui.overviews.conftest import settle
from tests.gui.overviews.test_table import click
from tests.helpers.registers import put_letter

LATE, IN_TIME = date.today() - timedelta(days=3), date.today() + timedelta(days=300)


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    """A register with seven commitments of JenV: three are late, one is due next year, one is settled."""
    register = open_register(tmp_path / "griffie.sqlite")
    desk = Desk(register, None, "clerk")
    letter = put_letter(desk)
    for due in (LATE, LATE, LATE, IN_TIME, None, None, None):
        item, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {"summary": "Een toezegging"}, letter_id=letter)
        if due is not None:
            found = {"date_to": due, "precision": Precision.DAY}
            itemising.new_item(desk, ItemKind.DEADLINE, found, owner_id=item)
    itemising.set_item_field(desk, item, "status", Status.SETTLED)
    launcher, paths = start_launcher(), user_paths()
    program = Program(qapp, register, load_settings(paths.settings), paths, launcher)
    program.window.resize(1300, 900)
    program.window.show()
    program.window.begin([])
    qtbot.waitExposed(program.window)
    yield program
    if not program.closed:
        program.window.close()
    program.window.deleteLater()
    program.deleteLater()
    launcher.close()


@pytest.mark.parametrize(("column", "number"), [(1, 7), (2, 6), (4, 3), (5, 1)])
def test_a_number_shows_its_items_in_the_register(qtbot, program, column, number):
    program.window.actions_["overviews"].trigger()
    view = program.window.views.current
    settle(qtbot, view)
    assert view.table.table.hasFocus()
    table = view.table.table
    assert table.model().index(0, 0).data() == "JenV"
    assert table.model().index(0, column).data() == str(number)
    click(qtbot, table, 0, column)
    register = program.window.views.current
    assert program.window.views.name == "register"
    qtbot.waitUntil(lambda: register.model.rowCount() == number, timeout=10_000)
    program.window.actions_["overviews"].trigger()
    settle(qtbot, view)
    assert program.window.views.current is view


def test_the_window_closes_while_numbers_are_on_their_way(program):
    program.window.actions_["overviews"].trigger()
    program.window.close()
    assert program.closed
    assert not program.window.isVisible()
