"""The quiet words of the status bar: what is overdue and due this week, fresh after each change."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from griffie.base import i18n
from griffie.domain.kinds import Status
from griffie.services import itemising
from griffie.ui.agenda.summary import AgendaSummary
from griffie.ui.theme import DARK
from tests.helpers.agenda_register import TODAY, add_deadline, add_item


@pytest.fixture
def summary(qtbot, place):
    made = AgendaSummary(place, place.lane, lambda: TODAY)
    made._rest.setInterval(1)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.close_down())
    yield made
    made.close_down()


def read(qtbot, place, summary):
    qtbot.waitUntil(lambda: summary.found is not None and place.lane.idle and not summary._rest.isActive())
    return summary.text()


def test_it_says_how_many_are_late_and_due_this_week(qtbot, place, summary):
    summary.begin()
    assert read(qtbot, place, summary) == "2 overdue, 4 this week"
    assert not summary.isHidden()
    assert summary.accessibleName() == "Agenda: 2 overdue, 4 this week"
    assert summary.toolTip() == "4 deadlines are coming up\nShow the agenda (Alt+3)"
    assert not summary.icon().isNull()


def test_nothing_is_read_before_it_begins(place, summary):
    assert summary.found is None
    assert summary.isHidden()


def test_it_counts_anew_after_a_change(qtbot, place, summary):
    summary.begin()
    read(qtbot, place, summary)
    item_id = add_item(place.desk, summary="Nog een")
    add_deadline(place.desk, TODAY - dt.timedelta(days=1), item_id)
    _id, changes = itemising.set_item_field(place.desk, item_id, "summary", "Nog één")
    place.bus.changed.emit(changes, None)
    qtbot.waitUntil(lambda: summary.text() == "3 overdue, 4 this week")


def test_a_lead_time_that_is_changed_counts_at_once(qtbot, place, summary):
    summary.begin()
    read(qtbot, place, summary)
    place.settings.set("reminder_commitment", 60)
    qtbot.waitUntil(lambda: summary.found.coming_up == 7)


def test_where_nothing_is_late_and_nothing_due_it_says_nothing(qtbot, place, summary):
    for row in place.desk.register.read.execute("SELECT id FROM item WHERE kind <> 'deadline'").fetchall():
        itemising.set_item_field(place.desk, row["id"], "status", Status.SETTLED)
    (loose,) = place.desk.register.read.execute("SELECT id FROM deadline WHERE owner_id IS NULL").fetchall()
    itemising.delete_item(place.desk, loose["id"])
    summary.begin()
    read(qtbot, place, summary)
    assert summary.isHidden()
    assert summary.icon().isNull()


def test_language_and_colours_follow(qtbot, place, summary):
    summary.begin()
    read(qtbot, place, summary)
    i18n.set_language("nl")
    place.bus.language_changed.emit()
    assert summary.text() == "2 te laat, 4 deze week"
    place.theme = DARK
    place.bus.theme_changed.emit(DARK)
    assert DARK.muted.name() in summary.styleSheet()


def test_a_click_asks_for_the_agenda(qtbot, place, summary):
    summary.begin()
    read(qtbot, place, summary)
    summary.show()
    with qtbot.waitSignal(summary.clicked):
        QTest.mouseClick(summary, Qt.MouseButton.LeftButton)


def test_closing_ends_it(qtbot, place, summary):
    summary.begin()
    read(qtbot, place, summary)
    summary.close_down()
    assert not summary._midnight.isActive()
    assert place.settings.listeners == []
    place.bus.changed.emit(None, None)
    assert not summary._rest.isActive()
