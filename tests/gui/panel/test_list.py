"""The list of cards: order, keys, selection that stays, filters, menu, and what it says when it is empty."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from griffie.domain.kinds import ItemKind
from griffie.services import itemising
from griffie.ui.panel.cards import cards_of
from tests.gui.panel.conftest import PROMISE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the unseen screen has no menus


def numbers(bench):
    return [(card.item.number[0], card.nested) for card in bench.panel.list.cards.cards]


def test_items_stand_in_reading_order_with_their_deadlines_below_them(filled):
    assert numbers(filled) == [("C", False), ("T", True), ("M", False), ("V", False)]


def test_a_card_is_spoken_with_all_that_it_shows(filled):
    spoken = filled.panel.list.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Commitment C")
    for part in (PROMISE, "open", "page 1"):
        assert part in spoken
    assert "by 30 April 2026" in filled.panel.list.cards.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_up_down_home_and_end_go_through_the_list_and_tell(filled, qtbot):
    filled.panel.focus_list()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(filled.panel.list, key)
    ids = filled.ids
    assert filled.selected == [ids.commitment, ids.deadline, ids.motion, ids.deadline, ids.request, ids.commitment]


def test_selecting_from_outside_tells_nothing_and_shows_the_form(filled):
    filled.panel.select(filled.ids.motion)
    assert filled.selected == []
    assert filled.panel.current_item_id() == filled.ids.motion
    assert filled.panel.items.form.isVisible()
    assert filled.panel.items.form.item.id == filled.ids.motion
    filled.panel.select(None)
    assert filled.panel.current_item_id() is None
    assert not filled.panel.items.form.isVisible()


def test_an_item_that_is_not_there_yet_is_selected_when_it_comes(filled):
    new_id, _changes = itemising.new_item(filled.desk, ItemKind.COMMITMENT, {}, letter_id=filled.letter_id)
    filled.panel.select(new_id, edit_first=True)
    assert filled.panel.current_item_id() != new_id
    filled.refresh()
    assert filled.panel.current_item_id() == new_id
    assert filled.field("summary").hasFocus()


def test_enter_goes_to_the_first_field_and_escape_back_to_the_page(filled, qtbot):
    filled.panel.select(filled.ids.commitment)
    filled.panel.focus_list()
    qtbot.keyClick(filled.panel.list, Qt.Key.Key_Return)
    assert filled.field("summary").hasFocus()
    with qtbot.waitSignal(filled.panel.page_focus_requested):
        qtbot.keyClick(filled.field("summary"), Qt.Key.Key_Escape)
    filled.panel.focus_list()
    with qtbot.waitSignal(filled.panel.page_focus_requested):
        qtbot.keyClick(filled.panel.list, Qt.Key.Key_Escape)


def test_delete_asks_for_it_and_the_neighbour_is_selected_when_it_is_gone(filled, qtbot):
    filled.panel.select(filled.ids.motion)
    filled.panel.focus_list()
    with qtbot.waitSignal(filled.panel.delete_requested) as asked:
        qtbot.keyClick(filled.panel.list, Qt.Key.Key_Delete)
    assert asked.args == [filled.ids.motion]
    itemising.delete_item(filled.desk, filled.ids.motion, filled.letter_id)
    filled.refresh()
    assert filled.panel.current_item_id() == filled.ids.request
    assert filled.selected == [filled.ids.request]
    assert filled.panel.list.hasFocus()


def test_a_refresh_keeps_selection_and_scroll(bench):
    for n in range(60):
        itemising.new_item(bench.desk, ItemKind.COMMITMENT, {"summary": f"nr. {n}"}, letter_id=bench.letter_id)
    bench.show()
    chosen = bench.panel.list.cards.cards[30].item.id
    bench.panel.select(chosen)
    bar = bench.panel.list.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    before = bar.value()
    itemising.new_item(bench.desk, ItemKind.MOTION, {"summary": "laatste"}, letter_id=bench.letter_id)
    bench.refresh()
    assert bench.panel.list.cards.rowCount() == 61
    assert (bench.panel.current_item_id(), bar.value()) == (chosen, before)
    assert bench.selected == []


def test_chips_count_and_show_one_kind(filled, qtbot):
    chips = filled.panel.items.chips
    assert [button.text() for button in chips.buttons.values()] == ["All 4", "1", "1", "1", "1"]
    qtbot.mouseClick(chips.buttons[ItemKind.DEADLINE], Qt.MouseButton.LeftButton)
    assert numbers(filled) == [("T", False)]
    qtbot.mouseClick(chips.buttons[ItemKind.COMMITMENT], Qt.MouseButton.LeftButton)
    assert numbers(filled) == [("C", False), ("T", True)]
    filled.panel.select(filled.ids.request)
    assert filled.panel.current_item_id() == filled.ids.request
    assert len(numbers(filled)) == 4


def test_a_letter_without_items_says_what_to_do_first(bench):
    bench.show()
    assert bench.panel.items.empty.isVisible()
    assert "press 1, 2, 3 or 4" in bench.panel.items.empty.advice.text()


def test_a_scan_says_that_its_words_cannot_be_selected(bench):
    with bench.desk.register.write() as conn:
        conn.execute("UPDATE document SET has_text = 0")
    bench.show()
    assert bench.panel.items.empty.what.text() == "This PDF has no text."
    itemising.new_item(bench.desk, ItemKind.REQUEST, {}, letter_id=bench.letter_id)
    bench.refresh()
    assert bench.panel.items.scan.isVisible()


def test_no_letter_says_so_and_hides_its_header(filled):
    filled.panel.show_letter(None, (), None)
    assert filled.panel.nothing.isVisible()
    assert not filled.panel.header.isVisible()


@pytest.fixture
def menu(filled, qtbot):
    """The menu of the commitment's card, opened by a right click."""
    filled.panel.select(filled.ids.commitment)
    view = filled.panel.list
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    yield QApplication.activePopupWidget()
    if (left := QApplication.activePopupWidget()) is not None:
        left.close()


def pick(menu, text, qtbot):
    action = next(a for a in menu.actions() if a.text() == text)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.parametrize(
    ("text", "signal", "further"),
    [
        ("Go to the passage", "passage_requested", []),
        ("Tie to the selection", "retie_requested", [True]),
        ("Add the selection as a further passage", "retie_requested", [False]),
        ("Add a deadline", "new_deadline_requested", []),
        ("Delete", "delete_requested", []),
    ],
)
def test_the_menu_of_a_card_asks_the_window(filled, menu, qtbot, text, signal, further):
    with qtbot.waitSignal(getattr(filled.panel, signal)) as asked:
        pick(menu, text, qtbot)
    assert asked.args == [filled.ids.commitment, *further]


@pytest.mark.parametrize(("text", "signal"), [("Untie", "untie_requested"), ("Adjust the ends", "adjust_requested")])
def test_the_menu_names_the_passage(filled, menu, qtbot, text, signal):
    with qtbot.waitSignal(getattr(filled.panel, signal)) as asked:
        pick(menu, text, qtbot)
    assert asked.args == [filled.ids.commitment, filled.item(filled.ids.commitment).passages[0].id]


def test_the_menu_copies_text_and_number(filled, menu, qtbot):
    pick(menu, "Copy text", qtbot)
    assert QApplication.clipboard().text() == PROMISE
    assert filled.told == ["Copied."]


def test_without_a_selection_on_the_page_nothing_can_be_tied(filled, qtbot):
    filled.panel.set_selection_available(False)
    item = filled.item(filled.ids.commitment)
    made = filled.panel.menu.menu(item, item.passages)
    enabled = {action.text(): action.isEnabled() for action in made.actions() if action.text()}
    made.deleteLater()
    assert not enabled["Tie to the selection"]
    assert enabled["Untie"]


def test_two_hundred_cards_are_made_in_one_pass(filled):
    for n in range(200):
        itemising.new_item(filled.desk, ItemKind.REQUEST, {"summary": f"{n}"}, letter_id=filled.letter_id)
    filled.refresh()
    assert len(cards_of(filled.panel.items.items, filled.document_id)) == 204
    filled.panel.focus_list()
    assert filled.panel.list.cards.rowCount() == 204
