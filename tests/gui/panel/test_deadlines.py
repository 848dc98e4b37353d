"""Deadlines in the panel: ranges as clerks type them, moves that want a reason, lines in the form of their owner."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from griffie.domain.kinds import Precision
from griffie.domain.periods import DateRange, parse_range
from griffie.services import itemising, looking
from griffie.ui.panel.terms import term_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def deadline(filled):
    filled.panel.select(filled.ids.deadline)
    return filled


def test_moving_a_deadline_asks_for_the_reason_in_place_and_keeps_the_old_date(deadline, qtbot):
    row = deadline.row("term")
    assert row.editor.line.text() == "by 30 April 2026"
    deadline.type_over(row.editor.line, "Q1 2027")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    assert row.reason.line.hasFocus()
    assert deadline.item(deadline.ids.deadline).date_to == dt.date(2026, 4, 30)
    qtbot.keyClick(row.reason.line, Qt.Key.Key_Return)
    assert "Say why it moves" in row.reason.asked.text()
    qtbot.keyClicks(row.reason.line, "Uitstel gevraagd")
    with qtbot.waitSignal(deadline.place.bus.saved):
        qtbot.keyClick(row.reason.line, Qt.Key.Key_Return)
    moved = deadline.item(deadline.ids.deadline)
    assert (moved.date_from, moved.date_to) == (dt.date(2027, 1, 1), dt.date(2027, 3, 31))
    assert moved.precision is Precision.QUARTER
    assert not row.reason.isVisible()
    assert row.editor.line.text() == "Q1 2027"
    assert deadline.field("date_to").text() == "31 March 2027"
    assert looking.deadline_changes(deadline.desk, moved.id)[0].reason == "Uitstel gevraagd"
    qtbot.waitUntil(deadline.panel.items.form.moves.isVisible)
    assert "by 30 April 2026 — moved on" in deadline.panel.items.form.moves.texts()[0]


def test_escape_in_the_reason_drops_the_move(deadline, qtbot):
    row = deadline.row("date_to")
    deadline.type_over(row.editor.line, "1 juni 2026")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    qtbot.keyClick(row.reason.line, Qt.Key.Key_Escape)
    assert not row.reason.isVisible()
    assert row.editor.line.text() == "30 April 2026"
    assert row.editor.line.hasFocus()
    assert deadline.item(deadline.ids.deadline).date_to == dt.date(2026, 4, 30)


def test_a_text_spoilt_while_the_reason_is_asked_for_is_refused(deadline, qtbot):
    row = deadline.row("term")
    deadline.type_over(row.editor.line, "1 juni 2026")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    deadline.type_over(row.editor.line, "ooit")
    row.reason.line.setFocus()
    qtbot.keyClicks(row.reason.line, "Uitstel")
    qtbot.keyClick(row.reason.line, Qt.Key.Key_Return)
    assert "is not a date or a period" in row.hint.text()
    assert deadline.item(deadline.ids.deadline).date_to == dt.date(2026, 4, 30)


def test_a_move_without_its_reason_is_there_again_when_the_item_comes_back(deadline, qtbot):
    deadline.type_over(deadline.row("date_to").editor.line, "1 juni 2026")
    deadline.panel.select(deadline.ids.motion)
    deadline.settled()
    deadline.panel.select(deadline.ids.deadline)
    assert deadline.row("date_to").reason.isVisible()
    assert deadline.row("date_to").editor.line.text() == "1 juni 2026"
    assert deadline.item(deadline.ids.deadline).date_to == dt.date(2026, 4, 30)


def test_the_first_date_of_a_deadline_needs_no_reason(filled, qtbot):
    new_id, _changes = itemising.new_item(
        filled.desk, filled.item(filled.ids.deadline).kind, {"phrase": "later"}, letter_id=filled.letter_id
    )
    filled.refresh()
    filled.panel.select(new_id)
    filled.type_over(filled.field("term"), "voor 1 mei 2026")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(filled.field("term"), Qt.Key.Key_Return)
    assert filled.item(new_id).date_to == dt.date(2026, 4, 30)


def test_no_date_asks_for_a_reason_too(deadline, qtbot):
    row = deadline.row("no_date")
    qtbot.mouseClick(row.editor.control, Qt.MouseButton.LeftButton)
    assert row.reason.isVisible()
    row.reason.line.setFocus()
    qtbot.keyClicks(row.reason.line, "Vervallen")
    with qtbot.waitSignal(deadline.place.bus.saved):
        qtbot.keyClick(row.reason.line, Qt.Key.Key_Return)
    assert deadline.item(deadline.ids.deadline).no_date
    assert deadline.panel.list.cards.cards[1].term == "no date"


def test_the_owner_has_its_deadlines_as_lines_and_takes_another(filled, qtbot):
    filled.panel.select(filled.ids.commitment)
    rows = filled.panel.items.form.deadlines[filled.item(filled.ids.commitment).kind]
    assert [row.caption.text() for row in rows.rows.values()] == ["voor 1 mei 2026"]
    filled.type_over(rows.new_line.editor.line, "Q3 2026")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(rows.new_line.editor.line, Qt.Key.Key_Return)
    assert [row.editor.text() for row in rows.rows.values()] == ["by 30 April 2026", "Q3 2026"]
    assert rows.new_line.editor.text() == ""
    made = filled.item(list(rows.rows)[1])
    assert (made.owner_id, made.phrase, made.date_to) == (filled.ids.commitment, "Q3 2026", dt.date(2026, 9, 30))


def test_a_deadline_moves_from_the_form_of_its_owner_as_well(filled, qtbot):
    filled.panel.select(filled.ids.commitment)
    rows = filled.panel.items.form.deadlines[filled.item(filled.ids.commitment).kind]
    row = rows.rows[filled.ids.deadline]
    filled.type_over(row.editor.line, "1 juli 2026")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    qtbot.keyClicks(row.reason.line, "Reces")
    with qtbot.waitSignal(filled.place.bus.saved):
        qtbot.keyClick(row.reason.line, Qt.Key.Key_Return)
    assert filled.item(filled.ids.deadline).date_to == dt.date(2026, 7, 1)


def test_a_button_goes_from_the_line_to_the_deadlines_own_form(filled, qtbot):
    filled.panel.select(filled.ids.commitment)
    rows = filled.panel.items.form.deadlines[filled.item(filled.ids.commitment).kind]
    qtbot.mouseClick(rows.rows[filled.ids.deadline].go, Qt.MouseButton.LeftButton)
    assert filled.panel.current_item_id() == filled.ids.deadline
    assert filled.selected == [filled.ids.deadline]


def test_a_wrong_term_says_so_under_the_line(filled, qtbot):
    filled.panel.select(filled.ids.request)
    rows = filled.panel.items.form.deadlines[filled.item(filled.ids.request).kind]
    filled.type_over(rows.new_line.editor.line, "ooit")
    qtbot.keyClick(rows.new_line.editor.line, Qt.Key.Key_Return)
    assert "is not a date or a period" in rows.new_line.hint.text()
    assert rows.new_line.editor.text() == "ooit"
    with qtbot.waitSignal(filled.panel.new_deadline_requested) as asked:
        qtbot.mouseClick(rows.add, Qt.MouseButton.LeftButton)
    assert asked.args == [filled.ids.request]


@pytest.mark.parametrize(
    "typed",
    ["1 mei 2026", "mei 2026", "Q1 2027", "2027", "week 12 2026", "voor 1 mei 2026", "vanaf 1 mei 2026",
     "1-3-2026 t/m 15-5-2026", "voorjaar 2026"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_range_in_words_is_read_back_as_the_same_days(typed, language, monkeypatch):
    monkeypatch.setattr("griffie.domain.terms.current_language", lambda: language)
    found = parse_range(typed)
    again = parse_range(term_text(found))
    assert (again.date_from, again.date_to) == (found.date_from, found.date_to)


def test_a_range_without_days_has_no_words():
    assert term_text(DateRange(None, None, Precision.NONE)) == ""
