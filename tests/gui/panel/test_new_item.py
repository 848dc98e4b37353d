"""An item without a passage: where it comes from, its fields, one step, or nothing at all."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from griffie.domain.kinds import ItemKind, Origin
from griffie.services import history, looking

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def rows(bench):
    return bench.panel.new_form.rows.rows


def type_into(bench, name, text):
    bench.type_over(rows(bench)[name].editor.control, text)


def test_a_commitment_of_a_debate_is_made_in_one_step(filled, qtbot):
    steps = len(history.history(filled.desk))
    filled.panel.begin_new(ItemKind.COMMITMENT)
    assert rows(filled)["summary"].editor.control.hasFocus()
    qtbot.keyClicks(rows(filled)["summary"].editor.control, "Terugkomen op de handhaving")
    type_into(filled, "meeting", "Commissiedebat")
    type_into(filled, "meeting_date", "12 februari 2026")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.mouseClick(filled.panel.new_form.make, Qt.MouseButton.LeftButton)
    made = looking.items_in(filled.desk, filled.letter_id)[-1]
    assert (made.summary, made.origin) == ("Terugkomen op de handhaving", Origin.DEBATE)
    assert made.meeting_date == dt.date(2026, 2, 12)
    assert len(history.history(filled.desk)) == steps + 1
    assert filled.panel.current_item_id() == made.id
    assert filled.panel.list.hasFocus()


def test_control_enter_makes_it_and_escape_leaves_without(filled, qtbot):
    filled.panel.begin_new(ItemKind.REQUEST)
    qtbot.keyClicks(rows(filled)["asked_by"].editor.control, "commissie voor Justitie")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(rows(filled)["asked_by"].editor.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(looking.items_in(filled.desk, filled.letter_id)) == 5
    filled.panel.begin_new(ItemKind.REQUEST)
    assert rows(filled)["asked_by"].editor.text() == ""
    qtbot.keyClicks(rows(filled)["asked_by"].editor.control, "niemand")
    qtbot.keyClick(rows(filled)["asked_by"].editor.control, Qt.Key.Key_Escape)
    assert not filled.panel.new_form.isVisible()
    filled.settled()
    assert len(looking.items_in(filled.desk, filled.letter_id)) == 5


def test_what_cannot_be_kept_is_marked_and_nothing_is_made(filled, qtbot):
    filled.panel.begin_new(ItemKind.COMMITMENT)
    type_into(filled, "meeting_date", "30/02/2026")
    qtbot.mouseClick(filled.panel.new_form.make, Qt.MouseButton.LeftButton)
    assert rows(filled)["meeting_date"].hint.isVisible()
    assert filled.panel.new_form.error.text() == "Correct the marked field first."
    filled.settled()
    assert len(looking.items_in(filled.desk, filled.letter_id)) == 4


def test_a_deadline_takes_its_term_and_its_owner(filled, qtbot):
    filled.panel.begin_new(ItemKind.DEADLINE, owner_id=filled.ids.request)
    type_into(filled, "term", "Q1 2027")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(rows(filled)["term"].editor.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = filled.item(filled.panel.current_item_id())
    assert (made.owner_id, made.date_to) == (filled.ids.request, dt.date(2027, 3, 31))


def test_a_motion_takes_a_whole_citation(filled, qtbot):
    filled.panel.begin_new(ItemKind.MOTION)
    type_into(filled, "dossier", "36600-VI, nr. 48")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.mouseClick(filled.panel.new_form.make, Qt.MouseButton.LeftButton)
    made = filled.item(filled.panel.current_item_id())
    assert (made.dossier, made.suffix, made.paper_number) == ("36600", "VI", "48")


def test_another_kind_keeps_what_both_have(filled, qtbot):
    filled.panel.begin_new(None)
    box = filled.panel.new_form.kind.editor.control
    assert box.hasFocus()
    type_into(filled, "meeting", "Debat")
    box.setFocus()
    qtbot.keyClicks(box, "req")
    assert filled.panel.new_form.chosen_kind is ItemKind.REQUEST
    assert rows(filled)["meeting"].editor.text() == "Debat"


def test_an_item_can_be_made_without_any_letter(bench, qtbot):
    bench.panel.show()
    bench.panel.show_letter(None, (), None)
    bench.panel.begin_new(ItemKind.COMMITMENT)
    assert bench.panel.new_form.isVisible()
    with qtbot.waitSignal(bench.place.bus.changed) as told:
        qtbot.mouseClick(bench.panel.new_form.make, Qt.MouseButton.LeftButton)
    assert len(told.args[0].items) == 1
