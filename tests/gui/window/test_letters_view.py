"""The list of letters: search as you type, sort, go on reading as it scrolls, say what to do when it is empty."""

import pytest
from PySide6.QtCore import Qt

from griffie.base.settings import Settings
from griffie.domain.changes import Changes
from griffie.services.desk import Desk
from griffie.store.database import open_register
from griffie.store.steps import step
from griffie.ui.letters.model import COLUMNS, PAGE
from griffie.ui.letters.view import LettersView
from griffie.ui.place import Bus, Workplace
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT


@pytest.fixture
def place(qtbot, tmp_path):
    register = open_register(tmp_path / "r.sqlite")
    lane = Lane("writing")
    yield Workplace(Desk(register, None, "tester"), lane, Bus(), Settings(tmp_path / "s.toml"), LIGHT)
    lane.close()
    register.close()


def add(place, count, subject="Brief {n}"):
    ids = []
    with step(place.desk.register, "tester", "Add") as work:
        for n in range(count):
            row = {"number": work.number("B"), "subject": subject.format(n=n), "date": f"2026-01-{n % 28 + 1:02d}"}
            ids.append(work.insert("letter", {**row, "added_at": "2026-01-01"}))
    return ids


def shown(qtbot, place):
    view = LettersView(place)
    qtbot.addWidget(view)
    view.resize(1200, 500)
    view.show()
    view.load()
    return view


def column(view, key):
    index = next(i for i, c in enumerate(COLUMNS) if c.key == key)
    return [view.model.index(row, index).data() for row in range(view.model.rowCount())]


def test_an_empty_register_says_how_to_begin(qtbot, place):
    view = shown(qtbot, place)
    assert view.stack.currentWidget() is view.empty
    assert view.empty.open_button.isVisible()
    with qtbot.waitSignal(view.open_requested):
        qtbot.mouseClick(view.empty.open_button, Qt.MouseButton.LeftButton)


def test_typing_searches_and_clearing_shows_all_again(qtbot, place):
    add(place, 3)
    add(place, 1, "Vóór de zomer geïnformeerd")
    view = shown(qtbot, place)
    qtbot.keyClicks(view.search, "geinform")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    assert column(view, "subject") == ["Vóór de zomer geïnformeerd"]
    assert view.count.text() == "1 letter"
    view.search.clear()
    qtbot.waitUntil(lambda: view.model.rowCount() == 4)


def test_a_search_without_result_says_so(qtbot, place):
    add(place, 1)
    view = shown(qtbot, place)
    qtbot.keyClicks(view.search, "zzz")
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.empty)
    assert view.empty.title.text() == "Nothing found"


def test_more_rows_are_read_as_the_list_scrolls(qtbot, place):
    add(place, 3 * PAGE)
    view = shown(qtbot, place)
    assert view.model.rowCount() == PAGE
    for _ in range(4):
        view.table.scrollToBottom()
        if view.model.canFetchMore(view.table.rootIndex()):
            view.model.fetchMore(view.table.rootIndex())
    numbers = column(view, "added_at")
    assert len(numbers) == len(set(numbers)) == 3 * PAGE


def test_sorting_by_a_heading(qtbot, place):
    add(place, 5)
    view = shown(qtbot, place)
    index = next(i for i, c in enumerate(COLUMNS) if c.key == "subject")
    view.table.sortByColumn(index, Qt.SortOrder.AscendingOrder)
    assert column(view, "subject") == sorted(column(view, "subject"))


def test_enter_opens_the_marked_letter(qtbot, place):
    ids = add(place, 2)
    view = shown(qtbot, place)
    view.select_letter(ids[0])
    view.table.setFocus()
    with qtbot.waitSignal(view.letter_chosen) as heard:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert heard.args == [ids[0]]


def test_a_change_shows_where_it_stands_without_losing_the_place(qtbot, place):
    ids = add(place, 10)
    view = shown(qtbot, place)
    view.select_letter(ids[3])
    with step(place.desk.register, "tester", "Change") as work:
        work.update("letter", ids[3], {"subject": "Nieuw onderwerp"})
    place.bus.changed.emit(Changes(frozenset({ids[3]})), None)
    assert "Nieuw onderwerp" in column(view, "subject")
    assert view.chosen() == ids[3]
