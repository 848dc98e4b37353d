"""Search everywhere in the window: Ctrl+K, type, choose, and be where the words are."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from griffie.base.errors import UserError
from griffie.domain.finding import GroupName
from griffie.domain.kinds import ItemKind
from griffie.services import finding, history, itemising

Key = Qt.Key
PROMISE = "Ik zal uw Kamer voor het zomerreces informeren over de uitkomst van het overleg met de gemeenten."
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(clerk):
    return clerk.program.place.desk


@pytest.fixture
def promise(clerk):
    """A letter is open, with a commitment in it."""
    clerk.open(clerk.write(pages=3))
    clerk.tag(PROMISE, Key.Key_1)
    return clerk.items()[0]


@pytest.fixture
def sheets(clerk, monkeypatch):
    """The ids of items whose sheet was asked for."""
    asked = []
    monkeypatch.setattr(clerk.window.views, "show_sheet", asked.append)
    return asked


def test_an_empty_register_says_what_can_be_typed(searcher):
    searcher.open()
    assert searcher.palette.isVisible()
    assert searcher.palette.stack.currentWidget() is searcher.palette.empty
    assert "C2026-0007" in searcher.palette.empty.advice.text()


def test_what_is_typed_is_found_with_its_words_in_items_and_text(searcher, promise):
    searcher.open()
    searcher.search("uitkomst gemeenten")
    rows = searcher.rows()
    assert rows[0] == "Items  1"
    assert rows[1].startswith(f"Commitment {promise.number}, {PROMISE}")
    assert "Text of letters  3" in rows
    assert searcher.current() == rows[1]


def test_esc_gives_the_focus_back_to_where_it_was(searcher, clerk, promise):
    clerk.page.setFocus()
    searcher.open()
    assert QApplication.focusWidget() is searcher.palette.box
    searcher.press(Key.Key_Escape)
    assert not searcher.palette.isVisible()
    assert QApplication.focusWidget() is clerk.page


def test_something_else_that_takes_the_focus_closes_the_box_and_keeps_it(searcher, clerk, promise):
    searcher.open()
    QTest.mouseClick(clerk.letter.page_bar.number, Qt.MouseButton.LeftButton)
    clerk.letter.page_bar.focus_number()
    assert not searcher.palette.isVisible()
    assert QApplication.focusWidget() is clerk.letter.page_bar.number


def test_enter_on_an_item_opens_its_letter_at_the_passage(searcher, clerk, promise):
    clerk.window.show_letters()
    searcher.open()
    searcher.search(promise.number)
    assert searcher.rows()[0] == "By number  1"
    searcher.press(Key.Key_Return)
    clerk.settle()
    assert not searcher.palette.isVisible()
    assert clerk.window.stack.currentWidget() is clerk.letter
    assert clerk.letter.current_item().id == promise.id


def test_enter_right_after_typing_waits_for_the_answer(searcher, clerk, promise):
    clerk.window.show_letters()
    searcher.open()
    QTest.keyClicks(searcher.palette.box, promise.number)
    searcher.press(Key.Key_Return)
    clerk.bot.waitUntil(lambda: not searcher.palette.isVisible())
    clerk.settle()
    assert clerk.letter.current_item().id == promise.id


def test_ctrl_enter_asks_for_the_sheet_of_the_item(searcher, promise, sheets):
    searcher.open()
    searcher.search(promise.number)
    searcher.press(Key.Key_Return, CONTROL)
    assert sheets == [promise.id]


def test_an_item_that_stands_in_no_letter_opens_as_a_sheet(searcher, desk, sheets):
    item_id, _changes = itemising.new_item(desk, ItemKind.REQUEST, {"summary": "Overzicht van pilots"})
    searcher.open()
    searcher.search("pilots")
    assert "no letter" in searcher.current()
    searcher.press(Key.Key_Return)
    assert sheets == [item_id]


def test_a_page_opens_with_the_words_in_the_find_bar(searcher, clerk, promise):
    clerk.letter.leave()
    clerk.window.show_letters()
    searcher.open()
    searcher.search("uitkomst")
    last = next(n for n, row in enumerate(searcher.rows()) if row.startswith("Text of a letter") and "p. 3" in row)
    searcher.palette.hits.go_to(last)
    searcher.press(Key.Key_Return)
    clerk.bot.waitUntil(lambda: clerk.letter.opened is not None)
    clerk.settle()
    bar = clerk.letter.find_bar
    clerk.bot.waitUntil(lambda: bar.result.text() == "3 of 3")
    assert (clerk.page.current_page, bar.query.text()) == (2, "uitkomst")
    assert QApplication.focusWidget() is bar.query


def test_a_page_of_the_open_letter_is_gone_to_and_the_next_item_puts_the_find_bar_away(searcher, clerk, promise):
    searcher.open()
    searcher.search("uitkomst")
    searcher.press(Key.Key_End, CONTROL)
    searcher.press(Key.Key_Up)
    searcher.press(Key.Key_Up)
    assert searcher.current().startswith("Text of a letter")
    searcher.press(Key.Key_Return)
    clerk.settle()
    assert clerk.page.current_page == 2
    assert clerk.letter.find_bar.isVisible()
    searcher.open()
    searcher.search(promise.number)
    searcher.press(Key.Key_Return)
    clerk.settle()
    assert not clerk.letter.find_bar.isVisible()


def test_a_letter_opens(searcher, clerk, promise):
    letter = clerk.letter.opened.letter
    clerk.letter.leave()
    searcher.open()
    searcher.search(letter.number)
    searcher.press(Key.Key_Return)
    clerk.bot.waitUntil(lambda: clerk.letter.opened is not None)
    clerk.settle()
    assert clerk.letter.opened.letter.id == letter.id


def test_tab_goes_through_the_groups_that_have_hits(searcher, promise):
    searcher.open()
    searcher.search("uitkomst")
    tabs = searcher.palette.tabs
    shown = [name for name, button in tabs.buttons.items() if button.isVisible()]
    assert shown == [None, GroupName.ITEMS, GroupName.PAGES]
    chosen = []
    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab):
        searcher.press(key)
        chosen.append(tabs.chosen)
    assert chosen == [GroupName.ITEMS, GroupName.PAGES, None, GroupName.PAGES]
    assert all(row.startswith("Text of a letter") for row in searcher.rows()[:-1])


def test_the_arrows_pass_over_headings_and_stop_at_the_ends(searcher, promise):
    searcher.open()
    searcher.search("uitkomst")
    rows = searcher.rows()
    seen = [searcher.current()]
    for _n in range(len(rows)):
        searcher.press(Key.Key_Down)
        seen.append(searcher.current())
    assert [row for row in rows if row in seen] == [row for row in rows if not row[-1].isdigit() or ", " in row]
    assert seen[-1] == rows[-1]
    searcher.press(Key.Key_PageUp)
    searcher.press(Key.Key_Home, CONTROL)
    assert searcher.current() == rows[1]


def test_a_group_shows_its_first_hits_and_the_row_below_leads_to_all(searcher, desk):
    for n in range(8):
        itemising.new_item(desk, ItemKind.REQUEST, {"summary": f"Overzicht {n}"})
    searcher.open()
    searcher.search("overzicht")
    assert searcher.rows()[6] == "Show 3 more"
    searcher.palette.hits.go_to(6)
    searcher.press(Key.Key_Return)
    assert searcher.palette.tabs.chosen is GroupName.ITEMS
    assert len([row for row in searcher.rows() if row.startswith("Request")]) == 8


def test_the_last_rows_show_everything_in_the_register_or_the_list(searcher, clerk, promise, monkeypatch):
    asked = []
    monkeypatch.setattr(clerk.window.views, "show_register", asked.append)
    searcher.open()
    searcher.search("uitkomst")
    register, letters = searcher.rows()[-2:]
    assert ("register" in register, "list" in letters) == (True, True)
    searcher.press(Key.Key_End, CONTROL)
    searcher.press(Key.Key_Up)
    searcher.press(Key.Key_Return)
    assert [wanted.query for wanted in asked] == ["uitkomst"]
    searcher.open()
    searcher.press(Key.Key_End, CONTROL)
    searcher.press(Key.Key_Return)
    assert clerk.window.stack.currentWidget() is clerk.window.letters
    clerk.bot.waitUntil(lambda: clerk.window.letters.model.query == "uitkomst")


def test_searches_and_letters_of_before_stand_in_the_empty_box(searcher, clerk, promise):
    searcher.open()
    searcher.search("uitkomst")
    searcher.press(Key.Key_Return)
    clerk.settle()
    searcher.open()
    searcher.palette.box.clear()
    searcher.wait()
    rows = searcher.rows()
    assert rows[:3] == ["Searched before", "uitkomst", "Recent letters"]
    assert rows[3].startswith("Letter B")
    searcher.press(Key.Key_Return)
    searcher.wait()
    assert searcher.palette.box.text() == "uitkomst"
    assert searcher.rows()[0] == "Items  1"


def test_nothing_found_says_what_to_try(searcher, promise):
    searcher.open()
    searcher.search("zzz")
    empty = searcher.palette.empty
    assert searcher.palette.stack.currentWidget() is empty
    assert empty.title.text() == "Nothing found for “zzz”"
    assert "fewer words" in empty.advice.text()
    searcher.press(Key.Key_Return)
    assert searcher.palette.isVisible()


def test_what_is_taken_back_meanwhile_is_no_longer_shown(searcher, clerk, promise, desk):
    searcher.open()
    searcher.search(promise.number)
    assert searcher.rows()[0] == "By number  1"
    clerk.program.place.bus.changed.emit(history.undo(desk), None)
    searcher.wait()
    assert searcher.palette.stack.currentWidget() is searcher.palette.empty


def test_the_words_of_last_time_come_back_ready_to_be_typed_over(searcher, promise):
    searcher.open()
    searcher.search("uitkomst")
    searcher.press(Key.Key_Escape)
    searcher.open()
    assert searcher.palette.box.selectedText() == "uitkomst"
    assert searcher.rows()[0] == "Items  1"


def test_an_older_question_never_overwrites_the_answer_to_a_newer_one(searcher, promise):
    searcher.open()
    answers = []
    searcher.palette.asker.answered.connect(lambda found: answers.append(found.typed))
    for words in ("uit", "uitk", "uitkomst"):
        searcher.palette.asker.ask(words, ())
    searcher.wait()
    assert answers == ["uitkomst"]


def test_an_answer_that_takes_long_shows_that_it_is_on_its_way(searcher, clerk, promise, monkeypatch):
    may_answer, run = Event(), finding.Search.run

    def slow(search):
        may_answer.wait(20)
        return run(search)

    searcher.open()
    monkeypatch.setattr(finding.Search, "run", slow)
    QTest.keyClicks(searcher.palette.box, "uitkomst")
    bar = searcher.palette.bar
    clerk.bot.waitUntil(lambda: bar.maximum() == 0)
    may_answer.set()
    clerk.bot.waitUntil(lambda: bar.maximum() == 1)
    assert searcher.rows()[0] == "Items  1"


def test_closing_the_window_ends_a_search_that_runs(searcher, clerk, promise):
    searcher.open()
    searcher.palette.asker.ask("uitkomst", ())
    clerk.window.close()
    assert not searcher.palette.asker.is_busy


def test_a_register_that_cannot_be_read_is_told_in_the_box(searcher, clerk, promise, monkeypatch):
    def broken(_search):
        raise UserError("The register is damaged.")

    monkeypatch.setattr(finding.Search, "run", broken)
    searcher.open()
    assert searcher.palette.stack.currentWidget() is searcher.palette.empty
    assert searcher.palette.empty.advice.text() == "The register is damaged."


def test_the_box_speaks_the_language_of_the_window(searcher, clerk, promise):
    searcher.open()
    searcher.search("uitkomst")
    clerk.window.actions_["dutch"].trigger()
    assert searcher.palette.box.accessibleName() == "Overal zoeken"
    assert searcher.rows()[0] == "Items  1"
    assert searcher.rows()[1].startswith("Toezegging")


def test_the_box_follows_the_size_of_the_window(searcher, clerk):
    searcher.open()
    clerk.window.resize(900, 600)
    clerk.bot.waitUntil(lambda: searcher.palette.width() < 900)
    assert clerk.window.rect().contains(searcher.palette.geometry())
    assert abs(searcher.palette.geometry().center().x() - clerk.window.rect().center().x()) <= 1


def test_the_current_row_stays_in_view_when_the_window_gets_smaller(searcher, clerk, desk):
    for n in range(30):
        itemising.new_item(desk, ItemKind.REQUEST, {"summary": f"Overzicht {n}"})
    searcher.open()
    searcher.search("overzicht")
    searcher.press(Key.Key_Tab)
    for _n in range(9):
        searcher.press(Key.Key_Down)
    clerk.window.resize(900, 560)
    hits = searcher.palette.hits
    clerk.bot.waitUntil(lambda: hits.viewport().rect().contains(hits.visualRect(hits.currentIndex())))
    assert hits.currentIndex().row() == 9


def test_a_click_on_a_row_opens_it(searcher, clerk, promise):
    clerk.window.show_letters()
    searcher.open()
    searcher.search(promise.number)
    hits = searcher.palette.hits
    place = hits.visualRect(hits.rows.index(1)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    clerk.settle()
    assert clerk.letter.current_item().id == promise.id


@pytest.mark.log_warnings
def test_a_mistake_of_our_own_is_told_in_plain_words_and_goes_to_the_log(searcher, clerk, promise, monkeypatch, caplog):
    def broken(_search):
        raise ZeroDivisionError("in line 3")

    monkeypatch.setattr(finding.Search, "run", broken)
    searcher.open()
    assert searcher.palette.empty.advice.text() == "Something went wrong in Griffie; it is in the log."
    assert "ZeroDivisionError" in caplog.text
