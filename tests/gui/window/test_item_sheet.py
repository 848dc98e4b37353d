"""The sheet of an item in the whole window: the way there and back, undo, panes, and closing while typing."""

import pytest
from PySide6.QtCore import Qt

from griffie.domain.kinds import ItemKind
from griffie.services import tagging
from griffie.ui.item.view import ItemView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the unseen screen has no popups
PROMISE = "Ik zal uw Kamer voor het zomerreces informeren over de uitkomst van het overleg met de gemeenten."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tagged(clerk):
    """A clerk with one commitment in an open letter."""
    opened = clerk.open(clerk.write())
    clerk.drag(PROMISE)
    selection = clerk.page.selection()
    desk = clerk.program.place.desk
    made = tagging.tag(desk, opened.letter.id, opened.document.id, ItemKind.COMMITMENT, selection)
    clerk.item_id, clerk.letter_id = made[0], opened.letter.id
    clerk.program.place.bus.changed.emit(made[1], None)
    clerk.settle()
    return clerk


def show_sheet(clerk):
    """Show the sheet of the commitment and return it."""
    clerk.window.views.show_sheet(clerk.item_id)
    sheet = clerk.window.stack.currentWidget()
    assert isinstance(sheet, ItemView)
    rest(clerk, sheet)
    return sheet


def rest(clerk, sheet):
    clerk.bot.waitUntil(lambda: clerk.program.place.lane.idle and sheet._reads.idle and sheet.may_settle.idle)


def test_the_way_to_the_words_and_back(tagged):
    tagged.window.views.show("register")
    sheet = show_sheet(tagged)
    assert sheet.columns.left.hasFocus()
    tagged.bot.keyClick(sheet.columns.left, Qt.Key.Key_Return)
    tagged.settle()
    assert tagged.letter.isVisible()
    assert tagged.panel.current_item_id() == tagged.item_id
    tagged.window.views.show("register")
    sheet = show_sheet(tagged)
    tagged.bot.keyClick(sheet.columns.left, Qt.Key.Key_Escape)
    assert tagged.window.views.name == "register"


def test_undo_by_its_key_takes_back_what_was_kept_and_the_sheet_follows(tagged):
    sheet = show_sheet(tagged)
    control = sheet.fields.form.rows["handler"].editor.control
    control.setFocus()
    tagged.bot.keyClicks(control, "Anna")
    tagged.bot.keyClick(control, Qt.Key.Key_Return)
    rest(tagged, sheet)
    assert tagged.program.place.desk.item(tagged.item_id).handler == "Anna"
    sheet.columns.left.setFocus()
    tagged.window.actions_["undo"].trigger()
    rest(tagged, sheet)
    assert control.text() == ""
    assert sheet.log.steps[0].title.startswith("Undone: ")


def test_what_was_being_typed_when_the_window_closes_is_kept(tagged, make_clerk):
    sheet = show_sheet(tagged)
    control = sheet.fields.form.rows["handler"].editor.control
    control.setFocus()
    tagged.bot.keyClicks(control, "Anna")
    path = tagged.program.place.desk.register.path
    tagged.window.close()
    later = make_clerk(path)
    assert later.program.place.desk.item(tagged.item_id).handler == "Anna"


def test_the_panes_of_the_sheet_are_gone_through_with_f6(tagged):
    sheet = show_sheet(tagged)
    for pane in (sheet.columns.right, sheet.header.back, sheet.columns.left):
        tagged.window.actions_["next_pane"].trigger()
        assert pane.hasFocus()


def test_the_letter_that_goes_takes_the_sheet_of_its_item_along(tagged):
    from griffie.services import lettering

    sheet = show_sheet(tagged)
    place = tagged.program.place
    place.bus.changed.emit(lettering.forget(place.desk, tagged.letter_id), None)
    rest(tagged, sheet)
    assert sheet.nothing.isVisible()


def test_an_item_of_the_letter_shows_its_sheet_by_its_key(tagged):
    tagged.window.letter.show_item(tagged.item_id)
    tagged.window.actions_["item_sheet"].trigger()
    sheet = tagged.window.stack.currentWidget()
    assert isinstance(sheet, ItemView)
    rest(tagged, sheet)
    assert tagged.window.views.name == "item"


def test_the_way_back_from_a_sheet_leads_to_the_letter_it_was_opened_from(tagged):
    tagged.window.letter.show_item(tagged.item_id)
    sheet = show_sheet(tagged)
    tagged.bot.keyClick(sheet.columns.left, Qt.Key.Key_Escape)
    assert tagged.window.stack.currentWidget() is tagged.window.letter
