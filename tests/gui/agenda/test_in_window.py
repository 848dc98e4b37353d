"""The agenda in the window: Alt+3 brings it up, Enter opens the letter at the words, undo moves back."""

import shutil

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtTest import QTest

from griffie.base.paths import user_paths
from griffie.base.settings import load_settings
from griffie.domain.kinds import ItemKind
from griffie.pdf.launch import start_launcher
from griffie.services import itemising
from griffie.store.database import open_register
from griffie.ui.start import Program
from tests.helpers.agenda_register import TODAY, add_deadline
from tests.helpers.letters import letter_pdf


@pytest.fixture
def program(qtbot, qapp, tmp_path, agenda_file):
    path = tmp_path / "griffie.sqlite"
    shutil.copyfile(agenda_file, path)
    launcher, paths = start_launcher(), user_paths()
    program = Program(qapp, open_register(path), load_settings(paths.settings), paths, launcher)
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


def agenda_of(qtbot, program):
    program.window.actions_["agenda"].trigger()
    view = program.window.views.current
    qtbot.waitUntil(lambda: view.source.is_counted and view.source.lane.idle)
    return view


def test_the_action_brings_it_up_and_its_button_is_pressed(qtbot, program):
    view = agenda_of(qtbot, program)
    assert program.window.stack.currentWidget() is view
    assert program.window.actions_["agenda"].isChecked()
    assert view.list_page.model.rowCount() > 4


def test_enter_opens_the_letter_at_the_words_of_the_item(qtbot, program, tmp_path):
    window, desk = program.window, program.place.desk
    path = tmp_path / "brief.pdf"
    path.write_bytes(letter_pdf())
    window.take_files([path])
    qtbot.waitUntil(lambda: window.letter.opened is not None and program.place.lane.idle, timeout=15_000)
    letter_id = window.letter.opened.letter.id
    owner, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {"summary": "Uit de brief"}, letter_id=letter_id)
    add_deadline(desk, TODAY, owner)
    window.show_letters()
    view = agenda_of(qtbot, program)
    model, table = view.list_page.model, view.list_page.table

    def row():
        rows = range(model.rowCount())
        return next((r for r in rows if (e := model.entry_at(r)) is not None and e.title == "Uit de brief"), None)

    qtbot.waitUntil(lambda: row() is not None)
    table.go_to(row())
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.letter, timeout=15_000)
    qtbot.waitUntil(lambda: window.letter.panel.current_item_id() == owner, timeout=15_000)


def test_undo_of_the_menu_takes_a_move_back(qtbot, program):
    view = agenda_of(qtbot, program)
    model, table = view.list_page.model, view.list_page.table
    qtbot.waitUntil(lambda: model.entry_at(1) is not None)
    table.go_to(1)
    QTest.keyClick(table, Qt.Key.Key_M)
    bar = view.moving.bar
    bar.day.type_text("1-9-2026")
    bar.reason.setEditText("Uitstel")
    bar.try_to_move()
    qtbot.waitUntil(lambda: program.window.undo_texts()[0] == "Move deadline T2026-0001")
    program.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: program.window.undo_texts()[0] != "Move deadline T2026-0001")


def test_the_summary_stands_in_the_status_bar_and_leads_to_the_agenda(qtbot, program):
    window = program.window
    summary = window.summary
    before = window.status.sizeHint().height()
    summary.begin()
    qtbot.waitUntil(lambda: summary.found is not None)
    assert summary.isVisible()
    assert summary.height() <= window.status.name.sizeHint().height()
    assert window.status.sizeHint().height() == before
    QTest.mouseClick(summary, Qt.MouseButton.LeftButton)
    assert window.views.name == "agenda"


def test_the_mode_is_remembered(qtbot, program):
    view = agenda_of(qtbot, program)
    view.show_mode("month")
    program.window.close()
    assert program.window.remembered.text("agenda_mode") == "month"
    assert isinstance(program.window.remembered.bytes("geometry"), QByteArray)
