"""Finding words in the letter."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from griffie.domain.find import query_of
from griffie.ui.page.find_bar import FindBar
from griffie.ui.page.finding import HitSearch
from tests.gui.page.test_selecting import drag, place, quote, ready

__all__ = ["ready"]


@pytest.fixture
def bar(qtbot, ready):
    bar = FindBar(ready)
    qtbot.addWidget(bar)
    bar.set_flow(ready.selected.flow)
    bar.open()
    return bar


def find(qtbot, bar, words, result):
    bar.query.clear()
    QTest.keyClicks(bar.query, words)
    qtbot.waitUntil(lambda: bar.result.text() == result)


def test_all_hits_are_counted_and_the_first_is_current(qtbot, bar):
    find(qtbot, bar, "een", "1 of 1")
    find(qtbot, bar, "de", "1 of 5")


def test_hits_are_marked_and_the_current_one_stands_out(qtbot, bar, ready, rested):
    find(qtbot, bar, "er", "1 of 5")
    rested()
    assert len(ready.found.quads(0)) == 4
    assert len(ready.found.current_quads(0)) == 1


def test_enter_goes_on_and_round_the_end_and_shift_enter_back(qtbot, bar):
    find(qtbot, bar, "de", "1 of 5")
    for number in (2, 3, 4, 5, 1):
        QTest.keyClick(bar.query, Qt.Key.Key_Return)
        assert bar.result.text() == f"{number} of 5"
    QTest.keyClick(bar.query, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.result.text() == "5 of 5"


def test_the_current_hit_is_scrolled_to(qtbot, bar, ready):
    find(qtbot, bar, "termijn", "1 of 1")
    assert 1 in ready.visible_pages()


def test_searching_begins_at_the_page_in_view(qtbot, bar, ready):
    ready.go_to_page(1)
    find(qtbot, bar, "de", "3 of 5")
    find(qtbot, bar, "tweede", "1 of 1")


def test_case_counts_only_where_asked(qtbot, bar):
    find(qtbot, bar, "dE", "1 of 5")
    bar.case_button.click()
    qtbot.waitUntil(lambda: bar.result.text() == "nothing found")


def test_nothing_found_is_said(qtbot, bar):
    find(qtbot, bar, "zxzx", "nothing found")
    assert not bar.next_button.isEnabled()


def test_escape_closes_and_leaves_the_found_words_selected(qtbot, bar, ready):
    find(qtbot, bar, "zomerreces", "1 of 1")
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.query, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert quote(ready) == "zomerreces"
    assert ready.found.quads(0) == []


def test_words_that_are_selected_are_looked_for(qtbot, bar, ready):
    bar.close_bar()
    drag(ready, place(ready, 0, "het"), place(ready, 0, "zomerreces", after=True))
    bar.open()
    assert bar.query.text() == "het zomerreces"
    qtbot.waitUntil(lambda: bar.result.text() == "1 of 1")


def test_another_letter_ends_the_search(qtbot, bar, ready):
    find(qtbot, bar, "de", "1 of 5")
    ready.set_document(None)
    assert bar.result.text() == ""


def test_hits_come_page_by_page_and_other_events_in_between(qtbot, ready, monkeypatch):
    monkeypatch.setattr("griffie.ui.page.finding.SLICE_S", 0.0)  # a slice is one page
    search, heard, turns = HitSearch(), [], []
    other = QTimer(interval=0)
    other.timeout.connect(lambda: turns.append(len(heard)))
    search.found.connect(heard.append)
    other.start()
    with qtbot.waitSignal(search.finished):
        search.start(ready.selected.flow, query_of("de"), 1)
    other.stop()
    assert heard == [1, 0]
    assert 1 in turns  # something else had its turn after the first page and before the last
