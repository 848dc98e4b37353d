"""The form of an item: fields saved as they are left, refused with a hint in place, restored by Esc, undone alone."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QTableView

from griffie.base.errors import UserError
from griffie.domain.item import Person
from griffie.domain.kinds import Action, ItemKind, Origin, Status
from griffie.services import history, itemising, lettering, looking
from griffie.ui.panel.fields.day import DayPicker
from griffie.ui.panel.history_popup import HistoryPopup
from griffie.ui.panel.panel import Panel
from tests.gui.panel.conftest import PROMISE
from tests.helpers.registers import put_letter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def commitment(filled):
    filled.panel.select(filled.ids.commitment)
    return filled


def test_enter_saves_a_field_and_says_so_quietly(commitment, qtbot):
    with qtbot.waitSignal(commitment.place.bus.saved):
        commitment.type_over(commitment.field("summary"), "De uitvoering toelichten")
        qtbot.keyClick(commitment.field("summary"), Qt.Key.Key_Return)
    assert commitment.item(commitment.ids.commitment).summary == "De uitvoering toelichten"
    assert commitment.row("summary").saved.strength > 0
    assert commitment.field("summary").hasFocus()
    assert "De uitvoering toelichten" in commitment.panel.list.cards.index(0).data()


def test_leaving_a_field_saves_it(commitment, qtbot):
    with qtbot.waitSignal(commitment.place.bus.saved):
        commitment.type_over(commitment.field("ministry"), "Justitie en Veiligheid")
        qtbot.keyClick(commitment.field("ministry"), Qt.Key.Key_Tab)
    assert commitment.item(commitment.ids.commitment).ministry == "Justitie en Veiligheid"
    assert commitment.field("status").hasFocus()


def test_a_field_that_was_not_changed_makes_no_step(commitment, qtbot):
    steps = len(history.history(commitment.desk))
    for name in ("summary", "ministry", "promised_by", "status"):
        commitment.field(name).setFocus()
        qtbot.keyClick(commitment.field(name), Qt.Key.Key_Return)
        qtbot.keyClick(commitment.field(name), Qt.Key.Key_Tab)
    commitment.settled()
    assert len(history.history(commitment.desk)) == steps


def test_looking_at_letters_and_items_changes_nothing(filled, place, qtbot):
    steps = len(history.history(filled.desk))
    other = put_letter(filled.desk)
    panel = Panel(place)
    qtbot.addWidget(panel)
    panel.show()
    for letter_id in (filled.letter_id, other, filled.letter_id):
        items = looking.items_in(filled.desk, letter_id)
        panel.show_letter(looking.letter(filled.desk, letter_id), items, None)
        for item in items:
            panel.select(item.id)
        panel.unfold_letter()
        panel.begin_new(None)
        panel.focus_list()
    panel.show_letter(None, (), None)
    filled.settled()
    assert len(history.history(filled.desk)) == steps + 1
    assert filled.letter().state.value == "in_progress"


def test_shift_enter_makes_a_new_line_and_the_field_grows(commitment, qtbot):
    area = commitment.field("remarks")
    before = area.sizeHint().height()
    area.setFocus()
    qtbot.keyClicks(area, "een")
    qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(area, "twee")
    assert area.toPlainText() == "een\ntwee"
    assert area.sizeHint().height() > before
    with qtbot.waitSignal(commitment.place.bus.saved):
        qtbot.keyClick(area, Qt.Key.Key_Return)
    assert commitment.item(commitment.ids.commitment).remarks == "een\ntwee"


def test_escape_restores_the_stored_value_first_and_then_goes_to_the_page(commitment, qtbot):
    gone = []
    commitment.panel.page_focus_requested.connect(lambda: gone.append(1))
    line = commitment.field("ministry")
    commitment.type_over(line, "Onzin")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), gone) == ("JenV", [])
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert gone == [1]


def test_a_wrong_date_stays_in_sight_with_a_hint_and_is_not_saved(filled, qtbot):
    filled.panel.select(filled.ids.deadline)
    row = filled.row("date_to")
    filled.type_over(row.editor.line, "12/30/2026")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    assert row.hint.isVisible()
    assert "does not exist" in row.hint.text()
    assert row.editor.line.property("invalid")
    assert row.editor.line.text() == "12/30/2026"
    filled.refresh()
    assert row.editor.line.text() == "12/30/2026"
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Escape)
    assert not row.hint.isVisible()
    assert row.editor.line.text() == "30 April 2026"


def test_a_wrong_text_is_there_again_when_the_item_comes_back(filled, qtbot):
    filled.panel.select(filled.ids.deadline)
    filled.type_over(filled.row("date_to").editor.line, "onzin")
    filled.panel.select(filled.ids.motion)
    filled.panel.select(filled.ids.deadline)
    assert filled.row("date_to").editor.line.text() == "onzin"
    assert filled.row("date_to").hint.isVisible()


def test_going_to_another_item_saves_what_was_being_typed(commitment, qtbot):
    commitment.type_over(commitment.field("summary"), "Nog even dit")
    with qtbot.waitSignal(commitment.place.bus.saved):
        commitment.panel.select(commitment.ids.motion)
    assert commitment.item(commitment.ids.commitment).summary == "Nog even dit"
    assert commitment.panel.current_item_id() == commitment.ids.motion


def test_going_to_another_letter_saves_what_was_being_typed_in_the_first(filled, qtbot):
    other = put_letter(filled.desk)
    filled.panel.unfold_letter()
    filled.type_over(filled.letter_row("handler").editor.line, "A. Griffier")
    with qtbot.waitSignal(filled.place.bus.saved):
        filled.panel.show_letter(looking.letter(filled.desk, other), (), None)
    assert filled.letter().handler == "A. Griffier"
    assert looking.letter(filled.desk, other).handler == ""


def test_a_change_elsewhere_leaves_what_is_being_typed_alone(commitment, qtbot):
    commitment.type_over(commitment.field("summary"), "half getyp")
    itemising.type_item_field(commitment.desk, commitment.item(commitment.ids.commitment), "remarks", "van elders")
    commitment.refresh()
    assert commitment.field("summary").toPlainText() == "half getyp"
    assert commitment.field("summary").hasFocus()
    assert commitment.field("remarks").toPlainText() == "van elders"


def test_control_z_is_the_fields_own_while_it_is_changed_and_the_windows_after(commitment, qtbot):
    undone = []
    action = QAction(commitment.panel)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: undone.append(1))
    commitment.panel.addAction(action)
    line = commitment.field("ministry")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]
    line.end(False)
    qtbot.keyClicks(line, "!")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, line.text()) == ([1], "JenV")


def test_letter_keys_are_letters_in_every_kind_of_field(commitment, qtbot):
    pressed = []
    action = QAction(commitment.panel)
    action.setShortcut(QKeySequence("1"))
    action.triggered.connect(lambda: pressed.append(1))
    commitment.panel.addAction(action)
    for name in ("summary", "ministry", "status", "action"):
        commitment.field(name).setFocus()
        qtbot.keyClick(commitment.field(name), Qt.Key.Key_1)
    assert pressed == []


def test_control_enter_saves_and_goes_to_the_next_item(commitment, qtbot):
    commitment.type_over(commitment.field("summary"), "Klaar")
    with qtbot.waitSignal(commitment.place.bus.saved):
        qtbot.keyClick(commitment.field("summary"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert commitment.item(commitment.ids.commitment).summary == "Klaar"
    assert commitment.selected == [commitment.ids.deadline]
    assert commitment.field("phrase").hasFocus()


def test_a_choice_is_found_by_typing_and_kept_by_enter(commitment, qtbot):
    box = commitment.field("status")
    box.setFocus()
    qtbot.keyClicks(box, "set")
    assert box.currentText() == "settled"
    assert commitment.item(commitment.ids.commitment).status is Status.OPEN
    with qtbot.waitSignal(commitment.place.bus.saved):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert commitment.item(commitment.ids.commitment).status is Status.SETTLED


def test_a_choice_picked_from_the_open_list_is_kept_at_once(commitment, qtbot):
    box = commitment.field("action")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: box.view().isVisible())
    for _ in range(2):
        qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    with qtbot.waitSignal(commitment.place.bus.saved):
        qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assert commitment.item(commitment.ids.commitment).action is Action.SEND


def test_a_flag_is_kept_by_a_click(filled, qtbot):
    filled.panel.select(filled.ids.motion)
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.mouseClick(filled.field("cs"), Qt.MouseButton.LeftButton)
    assert filled.item(filled.ids.motion).cs is True


def test_people_are_typed_as_a_list_and_completed_part_by_part(commitment, qtbot):
    itemising.type_item_field(
        commitment.desk, commitment.item(commitment.ids.commitment), "promised_to", "Van der Molen (CDA)"
    )
    commitment.panel.select(commitment.ids.motion)
    line = commitment.field("submitters")
    commitment.type_over(line, "Azmani (VVD); van")
    popup = commitment.row("submitters").editor._completion._list.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "Azmani (VVD); Van der Molen"
    with qtbot.waitSignal(commitment.place.bus.saved):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    people = (Person("Azmani", "VVD"), Person("Van der Molen"))
    assert commitment.item(commitment.ids.motion).submitters == people


def test_typing_goes_on_while_the_register_is_busy(commitment, qtbot):
    go_on = threading.Event()
    commitment.place.lane.run(go_on.wait)
    commitment.type_over(commitment.field("ministry"), "Just")
    qtbot.keyClicks(commitment.field("ministry"), "itie")
    assert commitment.field("ministry").text() == "Justitie"
    qtbot.keyClick(commitment.field("ministry"), Qt.Key.Key_Return)
    qtbot.keyClicks(commitment.field("ministry"), "!")
    with qtbot.waitSignal(commitment.place.bus.saved):
        go_on.set()
    assert commitment.item(commitment.ids.commitment).ministry == "Justitie"
    assert commitment.field("ministry").text() == "Justitie!"


def test_a_citation_pasted_as_a_dossier_fills_the_motion(filled, qtbot):
    filled.panel.select(filled.ids.motion)
    filled.type_over(filled.field("dossier"), "36 600 VI, nr. 48")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(filled.field("dossier"), Qt.Key.Key_Return)
    assert [filled.field(name).text() for name in ("dossier", "suffix", "paper_number")] == ["36600", "VI", "48"]


def test_a_motion_that_gets_the_number_of_another_becomes_that_one(filled, qtbot):
    itemising.type_item_field(filled.desk, filled.item(filled.ids.motion), "dossier", "29344, nr. 120")
    again = filled.tag(ItemKind.MOTION, "hiermee als uitgevoerd")
    filled.refresh()
    filled.panel.select(again)
    filled.type_over(filled.field("dossier"), "29344, nr. 120")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(filled.field("dossier"), Qt.Key.Key_Return)
    assert filled.panel.current_item_id() == filled.ids.motion
    assert len(filled.panel.list.cards.cards) == 4


def test_a_register_that_cannot_be_written_leaves_the_text_with_its_reason(commitment, qtbot, monkeypatch):
    def refuse(*_args, **_named):
        raise UserError("The disk is full.", "Make room.")

    monkeypatch.setattr(itemising, "type_item_field", refuse)
    row = commitment.row("ministry")
    commitment.type_over(row.editor.line, "Nieuw")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    qtbot.waitUntil(row.hint.isVisible)
    assert row.hint.text() == "The disk is full. Make room."
    assert row.editor.line.text() == "Nieuw"
    monkeypatch.undo()
    with qtbot.waitSignal(commitment.place.bus.saved):
        qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    assert commitment.item(commitment.ids.commitment).ministry == "Nieuw"


def test_a_click_on_the_literal_words_goes_to_the_page(commitment, qtbot):
    view = commitment.panel.items.form.passages.views[0]
    assert PROMISE in view.quote.text()
    with qtbot.waitSignal(commitment.panel.passage_requested) as asked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    assert asked.args == [commitment.ids.commitment]


def test_where_it_comes_from_is_folded_unless_it_is_no_passage(filled):
    typed, _changes = itemising.new_item(
        filled.desk, ItemKind.COMMITMENT, {"origin": Origin.DEBATE, "meeting": "Debat"}, letter_id=filled.letter_id
    )
    filled.refresh()
    filled.panel.select(filled.ids.commitment)
    assert not filled.field("meeting").isVisible()
    filled.panel.select(typed)
    assert filled.field("meeting").isVisible()
    assert filled.field("meeting").text() == "Debat"


def test_f4_opens_a_calendar_and_a_picked_day_is_kept(filled, qtbot):
    filled.panel.select(filled.ids.motion)
    filled.panel.items.form.form.origin.unfold()
    row = filled.row("meeting_date")
    row.editor.setFocus()
    filled.type_over(row.editor.line, "12 februari 2026")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), DayPicker))
    view = QApplication.activePopupWidget().calendar.findChild(QTableView)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert filled.item(filled.ids.motion).meeting_date.isoformat() == "2026-02-13"
    assert row.editor.line.text() == "13 February 2026"


def test_the_history_of_an_item_lists_its_steps(commitment, qtbot):
    itemising.type_item_field(commitment.desk, commitment.item(commitment.ids.commitment), "ministry", "VenJ")
    qtbot.mouseClick(commitment.panel.items.form.title.history, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), HistoryPopup))
    popup = QApplication.activePopupWidget()
    assert popup.list.count() == 2
    assert "Tag commitment" in popup.list.item(1).text()
    qtbot.keyClick(popup.list, Qt.Key.Key_Escape)


def test_every_field_has_a_name_and_a_label_that_is_its_buddy(filled):
    for item_id in vars(filled.ids).values():
        filled.panel.select(item_id)
        for row in filled.panel.items.form.form.rows.values():
            assert row.editor.control.accessibleName() == row.caption.text() != ""
            assert row.caption.buddy() is row.editor.control


def test_a_read_only_register_shows_everything_and_changes_nothing(filled, qtbot, monkeypatch):
    monkeypatch.setattr(filled.desk.register, "read_only", True)
    panel = Panel(filled.place)
    qtbot.addWidget(panel)
    panel.show_letter(filled.letter(), looking.items_in(filled.desk, filled.letter_id), filled.document_id)
    panel.show()
    panel.select(filled.ids.commitment)
    rows = panel.items.form.form.rows
    assert panel.read_only.isVisible()
    assert rows["summary"].editor.control.isReadOnly()
    assert not rows["status"].editor.control.isEnabled()
    panel.begin_new(None)
    assert not panel.new_form.isVisible()
    assert filled.told == ["This register can only be read."]


def test_the_header_says_which_letter_it_is_and_its_state_can_be_set(filled, qtbot):
    header = filled.panel.header
    assert header.title.text() == "29344 · 1 March 2026"
    box = header.state.editor.control
    box.setFocus()
    qtbot.keyClicks(box, "done")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert filled.letter().state.value == "done"


def test_the_letters_data_unfold_and_are_saved_field_by_field(filled, qtbot):
    qtbot.mouseClick(filled.panel.header.fold, Qt.MouseButton.LeftButton)
    line = filled.letter_row("received_on").editor.line
    assert line.isVisible()
    filled.type_over(line, "3 maart 2026")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert filled.letter().received_on.isoformat() == "2026-03-03"
    assert line.text() == "3 March 2026"
    qtbot.mouseClick(filled.panel.header.fold, Qt.MouseButton.LeftButton)
    assert filled.panel.list.isVisible()


def test_senders_are_typed_with_bars_and_read_with_commas(filled, qtbot):
    filled.panel.unfold_letter()
    line = filled.letter_row("senders").editor.line
    assert line.text() == "Minister van Justitie en Veiligheid, JenV, D. Weel"
    line.setFocus()
    assert line.text() == "Minister van Justitie en Veiligheid | JenV | D. Weel"


def test_the_official_address_is_opened_by_the_window(filled, qtbot):
    lettering.type_letter_field(filled.desk, filled.letter(), "address", "https://www.tweedekamer.nl/x")
    filled.refresh()
    filled.panel.unfold_letter()
    with qtbot.waitSignal(filled.panel.letter_address_requested) as asked:
        qtbot.mouseClick(filled.letter_row("address").editor.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["https://www.tweedekamer.nl/x"]
