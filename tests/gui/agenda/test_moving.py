"""A deadline gets another date: by key or by dragging, with a reason, kept with the old one, and undone as one step."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from griffie.base import i18n
from griffie.domain.agenda import Group
from griffie.services import agenda, history
from griffie.store.database import Register
from tests.helpers.agenda_register import TODAY


def changes_of(bench, entry):
    rows = bench.desk.register.read.execute(
        "SELECT reason, date_to FROM deadline_change WHERE item_id = ? ORDER BY at", (entry.deadline_id,)
    )
    return [tuple(row) for row in rows.fetchall()]


def day(n):
    return TODAY + dt.timedelta(days=n)


def test_m_asks_date_and_reason_and_enter_moves(bench):
    before = bench.entry("Te laat")
    bench.go_to("Te laat")
    bench.press(Qt.Key.Key_M)
    assert bench.bar.isVisible()
    assert bench.bar.title.text() == "Move C2026-0001 to"
    assert bench.bar.day.text() == "by 11 May 2026"
    bench.bar.day.line.selectAll()
    bench.type("1 september 2026")
    assert bench.bar.hint.text() == "Tue 1 Sep 2026"
    bench.press(Qt.Key.Key_Return)
    assert bench.focused() in (bench.bar.reason, bench.bar.reason.lineEdit())
    bench.give_reason("Uitstel gevraagd")
    assert not bench.bar.isVisible()
    assert bench.entry("Te laat").due == dt.date(2026, 9, 1)
    assert changes_of(bench, before) == [("Uitstel gevraagd", before.day)]
    assert bench.told[-1] == "C2026-0001: now 1 September 2026"
    assert bench.table.current_entry().title == "Te laat"
    assert bench.rows()[0] == ["overdue", 1]


def test_undo_brings_the_date_back_and_the_list_shows_it(bench):
    bench.go_to("Te laat")
    bench.press(Qt.Key.Key_F2)
    bench.bar.day.type_text("1-9-2026")
    bench.give_reason("Uitstel")
    assert bench.rows()[0] == ["overdue", 1]
    assert history.status(bench.desk).undo.text == "Move deadline T2026-0001"
    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.bot.waitUntil(lambda: bench.rows()[0] == ["overdue", 2])
    assert bench.entry("Te laat").due == day(-30)
    assert changes_of(bench, bench.entry("Te laat")) == []


def test_without_a_reason_nothing_moves_and_the_strip_says_so(bench):
    bench.go_to("Vandaag")
    bench.press(Qt.Key.Key_M)
    bench.bar.day.type_text("1-9-2026")
    bench.bar.keep.click()
    bench.settle()
    assert bench.bar.isVisible()
    assert bench.bar.why.text() == "A reason, please"
    assert bench.entry("Vandaag").due == TODAY
    bench.give_reason("Toch later")
    assert bench.entry("Vandaag").due == dt.date(2026, 9, 1)


def test_what_is_no_date_is_not_taken(bench):
    bench.go_to("Vandaag")
    bench.press(Qt.Key.Key_M)
    bench.bar.day.line.selectAll()
    bench.type("ooit")
    bench.press(Qt.Key.Key_Return)
    assert bench.bar.hint.text() == "This is no date."
    bench.give_reason("Toch later")
    assert bench.bar.isVisible()
    assert bench.entry("Vandaag").due == TODAY


def test_esc_gives_up_and_the_focus_goes_back(bench):
    bench.go_to("Vandaag")
    bench.press(Qt.Key.Key_M)
    bench.press(Qt.Key.Key_Escape)
    assert not bench.bar.isVisible()
    assert bench.focused() is bench.table
    bench.press(Qt.Key.Key_M)
    bench.bar.reason.setFocus()
    bench.press(Qt.Key.Key_Escape, widget=bench.bar.reason.lineEdit())
    assert not bench.bar.isVisible()


def test_a_day_in_a_recess_is_named(bench):
    bench.go_to("Vandaag")
    bench.press(Qt.Key.Key_M)
    bench.bar.day.line.selectAll()
    bench.type("6 juli 2026")
    assert bench.bar.hint.text() == "Mon 6 Jul 2026, in the summer recess"


def test_reasons_given_before_are_offered(bench):
    for n, reason in enumerate(("Advies is later", "Reces")):
        entry = bench.entry("In het reces")
        agenda.move(bench.desk, entry, entry.moved_to(day(50 + n)), reason)
    bench.go_to("Vandaag")
    bench.press(Qt.Key.Key_M)
    assert [bench.bar.reason.itemText(n) for n in range(bench.bar.reason.count())] == ["Reces", "Advies is later"]
    assert bench.bar.reason.currentText() == ""


def test_a_line_dragged_onto_another_asks_the_reason_for_its_day(bench):
    begin, end = bench.middle_of(bench.row_of("Vandaag")), bench.middle_of(bench.row_of("Eind juni"))
    bench.drag(bench.table.viewport(), begin, end)
    assert bench.bar.isVisible()
    assert bench.bar.day.text() == "by 30 June 2026"
    assert bench.entry("Vandaag").due == TODAY
    bench.give_reason("Samen met de andere")
    assert bench.entry("Vandaag").due == day(20)


def test_a_small_move_of_the_hand_is_no_drag(bench):
    begin = bench.middle_of(bench.row_of("Vandaag"))
    bench.drag(bench.table.viewport(), begin, begin)
    assert not bench.bar.isVisible()


def test_an_item_without_a_deadline_gets_one_without_a_reason(bench):
    bench.model.set_open(Group.NO_DATE, is_open=True)
    bench.go_to("Zonder termijn")
    bench.press(Qt.Key.Key_M)
    assert bench.bar.title.text() == "Deadline for C2026-0009"
    assert not bench.bar.reason.isVisible()
    bench.bar.day.line.selectAll()
    bench.type("voor het zomerreces 2026")
    bench.press(Qt.Key.Key_Return)
    entry = bench.entry("Zonder termijn")
    assert (entry.due, entry.deadline_id != "") == (dt.date(2026, 7, 2), True)
    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.settle()
    assert bench.entry("Zonder termijn").deadline_id == ""


def test_a_register_that_can_only_be_read_says_so(bench, monkeypatch):
    monkeypatch.setattr(Register, "read_only", True, raising=False)
    bench.desk.register.read_only = True
    bench.go_to("Vandaag")
    bench.press(Qt.Key.Key_M)
    assert not bench.bar.isVisible()
    assert bench.told == ["This register can only be read."]


def test_what_is_gone_meanwhile_is_told(bench):
    from griffie.services import itemising

    bench.go_to("Vandaag")
    bench.press(Qt.Key.Key_M)
    itemising.delete_item(bench.desk, bench.entry("Vandaag").item_id)
    bench.bar.day.type_text("1-9-2026")
    bench.give_reason("Te laat gezien")
    assert len(bench.failed) == 1


def test_single_letters_can_be_switched_off_and_f2_stays(make_bench, place):
    place.settings.set("single_keys", False)
    bench = make_bench(place)
    bench.go_to("Te laat")
    bench.press(Qt.Key.Key_M)
    assert not bench.bar.isVisible()
    bench.go_to("Te laat")
    bench.press(Qt.Key.Key_F2)
    assert bench.bar.isVisible()


@pytest.mark.parametrize(("language", "title", "button"), [("nl", "C2026-0003 verplaatsen naar", "Verplaatsen")])
def test_the_strip_changes_its_language_while_it_asks(bench, language, title, button):
    bench.go_to("Vandaag")
    bench.press(Qt.Key.Key_M)
    i18n.set_language(language)
    bench.place.bus.language_changed.emit()
    assert (bench.bar.title.text(), bench.bar.keep.text()) == (title, button)
