"""The reminder round in the whole window: it comes up from the menu, and undo in the menu takes a decision back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from griffie.domain.kinds import Status
from griffie.domain.rappel import ListName
from tests.helpers.rappel_register import BODY, DAY, fill


def wait(clerk, view):
    clerk.bot.waitUntil(lambda: view.is_idle and clerk.is_quiet(), timeout=15_000)


def test_a_round_from_the_menu_to_a_decision_and_back(clerk):
    ids = fill(clerk.program.place.desk)
    clerk.do("rappel")
    assert clerk.window.views.name == "rappel"
    view = clerk.window.views.current
    view.question_bar.on.setCurrentIndex(view.question_bar.on.count() - 1)
    view.question_bar.day.type_text("1 januari 2027")
    view.read_lists()
    wait(clerk, view)
    table = view.panes_[ListName.PASSED].table
    assert table.model().rowCount() == 2
    view.bar.body.setText(BODY)
    view.bar.day.type_text(DAY.isoformat())
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_1)
    wait(clerk, view)
    desk = clerk.program.place.desk
    assert {desk.item(ids[name]).status for name in ("passed", "today")} == {Status.SETTLED}
    clerk.do("undo")
    wait(clerk, view)
    assert [desk.item(ids[name]).status for name in ("passed", "today")] == [Status.OPEN, Status.PARTLY_SETTLED]
    assert clerk.told[-1].startswith("Recorded: commitments T02883 and T02889")


def test_the_round_is_kept_while_other_views_are_looked_at(clerk):
    fill(clerk.program.place.desk)
    clerk.do("rappel")
    view = clerk.window.views.current
    wait(clerk, view)
    clerk.window.show_letters()
    assert clerk.window.views.name == ""
    clerk.do("rappel")
    wait(clerk, view)
    assert clerk.window.views.current is view
    assert any(pane.table.hasFocus() for pane in view.shown_panes())
