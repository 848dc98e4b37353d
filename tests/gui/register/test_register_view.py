"""The register as a clerk uses it: limit, sort, save a view, edit in place, change many, copy, open."""

import datetime as dt

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from griffie.domain.following import BulkChange
from griffie.domain.kinds import ItemKind, Status
from griffie.domain.listing import Wanted
from griffie.services import following, history, looking, register
from griffie.ui.register.columns import BY_KEY, COLUMNS, days_text
from griffie.ui.register.model import BLOCK, BLOCKS_KEPT, FIRST
from griffie.ui.register.table import sorted_by
from tests.gui.register.conftest import TODAY, idle

LATE, SOON = TODAY - dt.timedelta(days=40), TODAY + dt.timedelta(days=9)


def titles(view):
    column = [column.key for column in view.model.columns].index("title")
    return [view.model.index(row, column).data() for row in range(view.model.rowCount())]


def wait(qtbot, view):
    qtbot.waitUntil(lambda: view._place.lane.idle and idle(view))


def choose_rows(view, *rows):
    model = view.table.selectionModel()
    model.clearSelection()
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        model.select(view.model.index(row, 0), flags)


def test_an_empty_register_says_how_it_begins_and_an_empty_limit_how_to_leave_it(qtbot, view, make):
    view.read(Wanted(open_only=True))
    assert view.stack.currentWidget() is view.empty
    assert not view.empty.button.isVisible()
    make("Het rapport")
    view.read(Wanted(query="kaasfondue"))
    assert view.empty.button.isVisible()
    qtbot.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert titles(view) == ["Het rapport"]


def test_quick_limits_and_facets_narrow_and_chips_widen_again(qtbot, view, make):
    make("Te laat", LATE, ministry="VWS")
    make("Op tijd", SOON, ministry="FIN")
    make("Voldaan", LATE, status=Status.SETTLED)
    view.read()
    qtbot.mouseClick(view.bar.quick["overdue"], Qt.MouseButton.LeftButton)
    assert {row for row in titles(view) if "·" not in row} >= {"Te laat"}
    assert "Op tijd" not in titles(view)
    qtbot.mouseClick(view.bar.quick["overdue"], Qt.MouseButton.LeftButton)
    view.facets.chosen.emit("ministry", "FIN", True)
    view.facets.chosen.emit("kind", "commitment", True)
    assert titles(view) == ["Op tijd"]
    wait(qtbot, view)
    chip = view.bar.chips.itemAt(0).widget()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert sorted(titles(view)) == ["Op tijd", "Te laat", "Voldaan"]


def test_the_bar_says_how_many_rows_there_are(view, make):
    make("Zorg")
    make("Geld")
    view.read()
    assert view.bar.count.text() == "2 rows"
    view.limit_to(Wanted(query="Zorg"))
    assert view.bar.count.text() == "1 row"


def test_the_facets_show_how_many_rows_a_click_would_leave(qtbot, view, make):
    for number in range(3):
        make(f"Zorg {number}", ministry="VWS")
    make("Geld", ministry="FIN")
    view.read()
    counts = {}
    for top in range(view.facets.tree.topLevelItemCount()):
        facet = view.facets.tree.topLevelItem(top)
        for child in range(facet.childCount()):
            counts[facet.text(0), facet.child(child).text(0)] = facet.child(child).text(1)
    assert counts["Ministry", "VWS"] == "3"
    assert counts["Ministry", "FIN"] == "1"


def test_typing_finds_words_and_a_day_that_is_none_is_marked(qtbot, view, make):
    make("Het rapport over stikstof", SOON)
    make("De brief over zorg", LATE)
    view.read()
    qtbot.keyClicks(view.bar.search, "stikst")
    qtbot.waitUntil(lambda: titles(view) == ["Het rapport over stikstof"])
    view.limit_to(Wanted())
    view.bar.after.setText("gisteren of zo")
    view.bar.after.editingFinished.emit()
    assert view.bar.after.property("invalid")
    view.bar.after.setText(TODAY.isoformat())
    view.bar.after.editingFinished.emit()
    assert not view.bar.after.property("invalid")
    assert "De brief over zorg" not in titles(view)


def test_a_click_on_a_heading_sorts_and_shift_adds():
    sort = sorted_by((("due", False),), "title", more=False)
    assert sort == (("title", False),)
    assert sorted_by(sort, "title", more=False) == (("title", True),)
    assert sorted_by(sort, "due", more=True) == (("title", False), ("due", False))
    assert sorted_by((("title", False), ("due", False)), "due", more=True) == (("title", False), ("due", True))


def test_sorting_puts_rows_in_order(qtbot, view, make):
    for name in ("Bes", "Aal", "Cel"):
        make(name)
    view.read()
    view.sort_by((("title", False),))
    assert titles(view) == ["Aal", "Bes", "Cel"]
    view.sort_by((("title", True),))
    assert titles(view) == ["Cel", "Bes", "Aal"]


def test_a_long_register_comes_in_blocks_and_can_be_jumped_about_in(qtbot, view, make, place):
    for number in range(FIRST + 3 * BLOCK):
        make(f"Zaak {number:04d}")
    view.read()
    assert view.model.rowCount() == FIRST + 3 * BLOCK
    view.sort_by((("title", False),))
    wait(qtbot, view)
    last = view.model.rowCount() - 1
    assert view.model.item_row(last).summary == f"Zaak {last:04d}"
    assert view.model.item_row(0).summary == "Zaak 0000"
    assert len(view.model._blocks) <= BLOCKS_KEPT


def test_an_order_by_several_columns_of_a_huge_register_is_waited_for(qtbot, view, make, monkeypatch):
    for name in ("Bes", "Aal"):
        make(name)
    view.read()
    monkeypatch.setattr("griffie.ui.register.model.SORTED_AT_ONCE", 1)
    view.sort_by((("status", False), ("title", False)))
    assert view.stack.currentWidget() is view.table, "nobody knows yet that there are no rows"
    qtbot.waitUntil(lambda: titles(view) == ["Aal", "Bes"])
    assert not view.model.counting


def test_a_view_is_saved_under_a_name_shown_again_and_taken_away(qtbot, view, make, place):
    make("Zorg", ministry="VWS")
    make("Geld", ministry="FIN")
    view.read()
    view.limit_to(Wanted().choose("ministry", "VWS"))
    view.table.toggle_column("committee")
    view.keep_view("Open bij VWS")
    wait(qtbot, view)
    assert [kept.name for kept in register.saved_views(place.desk)] == ["Open bij VWS"]
    view.limit_to(Wanted())
    view.show_view(register.saved_views(place.desk)[0])
    assert titles(view) == ["Zorg"]
    assert "committee" not in [column.key for column in view.table.shown_columns()]
    view._on_delete_view()
    wait(qtbot, view)
    assert register.saved_views(place.desk) == []
    history.undo(place.desk)
    assert [kept.name for kept in register.saved_views(place.desk)] == ["Open bij VWS"]


def test_the_views_that_come_along_show_what_they_say(view, make, place):
    make("Te laat", LATE)
    make("Ooit")
    for ready in register.ready_views(TODAY):
        view.show_view(ready)
        assert view.bar.wanted == ready.wanted
        assert view.model.rowCount() == register.count(place.desk, ready.wanted)


def test_a_status_is_edited_in_its_cell(qtbot, view, make, place):
    item = make("Het rapport")
    view.read()
    column = [column.key for column in view.model.columns].index("status")
    index = view.model.index(0, column)
    assert view.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    view.model.setData(index, "settled")
    wait(qtbot, view)
    assert place.desk.item(item).status is Status.SETTLED
    assert history.status(place.desk).undo is not None


def test_a_deadline_has_no_status_of_its_own_to_edit(view, make):
    make("Het rapport", SOON)
    view.read(Wanted(kinds=(ItemKind.DEADLINE,)))
    column = [column.key for column in view.model.columns].index("status")
    assert not view.model.flags(view.model.index(0, column)) & Qt.ItemFlag.ItemIsEditable


def test_many_rows_change_in_one_step_with_one_reason_and_source(qtbot, view, make, place):
    items = [make(f"Zaak {number}", LATE) for number in range(4)]
    view.read(Wanted(kinds=(ItemKind.COMMITMENT,)))
    view.table.selectAll()
    view.show_bulk()
    view.bulk.status.setCurrentIndex(view.bulk.status.findData("partly_settled"))
    view.bulk.deadline.setText("1 oktober 2027")
    qtbot.mouseClick(view.bulk.change_button, Qt.MouseButton.LeftButton)
    assert view.bulk.hint.isVisible(), "without a reason no deadline moves"
    view.bulk.reason.setText("in afwachting van de volgende monitor")
    view.bulk.body.setText("commissie voor Financiën")
    view.bulk.day.setText("12 mei 2026")
    qtbot.mouseClick(view.bulk.change_button, Qt.MouseButton.LeftButton)
    wait(qtbot, view)
    for item in items:
        assert place.desk.item(item).status is Status.PARTLY_SETTLED
        (deadline,) = looking.deadlines_of(place.desk, item)
        assert deadline.date_to == dt.date(2027, 10, 1)
        (move,) = looking.deadline_changes(place.desk, deadline.id)
        assert move.reason == "in afwachting van de volgende monitor (commissie voor Financiën, 12 May 2026)"
        assert following.progress_of(place.desk, item)[0].body == "commissie voor Financiën"
    history.undo(place.desk)
    assert {place.desk.item(item).status for item in items} == {Status.OPEN}


def test_a_bulk_change_that_cannot_be_is_said_at_the_bar(qtbot, view, make):
    make("Zaak")
    view.read()
    view.table.selectAll()
    view.show_bulk()
    qtbot.mouseClick(view.bulk.change_button, Qt.MouseButton.LeftButton)
    assert view.bulk.hint.isVisible()
    view.bulk.deadline.setText("ooit eens")
    view.bulk.reason.setText("zomaar")
    qtbot.mouseClick(view.bulk.change_button, Qt.MouseButton.LeftButton)
    assert "ooit eens" in view.bulk.hint.text()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.bulk.isVisible()


def test_copied_rows_paste_as_a_table_and_never_as_a_formula(view, make):
    make("=2+5", ministry="VWS")
    make("Gewoon\teen tab")
    view.read()
    view.sort_by((("title", False),))
    view.table.selectAll()
    view.table.copy()
    mime = QApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in mime.text().split("\n")]
    assert {len(line) for line in lines} == {len(view.table.shown_columns())}
    cells = {cell for line in lines for cell in line}
    assert "'=2+5" in cells
    assert "Gewoon een tab" in cells
    assert mime.html().count("<tr>") == 3


def test_enter_opens_the_passage_and_control_enter_the_sheet(qtbot, view, make):
    item = make("Het rapport")
    view.read()
    view.table.setCurrentIndex(view.model.index(0, 0))
    with qtbot.waitSignal(view.item_requested) as opened:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert opened.args[0] == item
    with qtbot.waitSignal(view.sheet_requested) as shown:
        qtbot.keyClick(view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.args == [item]


def test_a_deadline_opens_the_sheet_of_what_it_belongs_to(qtbot, view, make):
    item = make("Het rapport", SOON)
    view.read(Wanted(kinds=(ItemKind.DEADLINE,)))
    view.table.setCurrentIndex(view.model.index(0, 0))
    with qtbot.waitSignal(view.sheet_requested) as shown:
        view.open_sheet()
    assert shown.args == [item]


def test_what_changes_elsewhere_shows_at_once_and_the_place_stays(qtbot, view, make, place):
    items = [make(f"Zaak {number}") for number in range(5)]
    view.read()
    view.sort_by((("title", False),))
    view.table.setCurrentIndex(view.model.index(3, 0))
    changes = following.change_many(place.desk, [items[0]], BulkChange(handler="Bakker"))
    place.bus.changed.emit(changes, None)
    qtbot.waitUntil(lambda: view.model.item_row(0).handler == "Bakker")
    from griffie.services import itemising

    place.bus.changed.emit(itemising.delete_item(place.desk, items[0]), None)
    qtbot.waitUntil(lambda: view.model.rowCount() == 4)
    assert view.table.current_row().summary == "Zaak 3"


def test_columns_are_chosen_and_remembered(view, make, place):
    make("Het rapport")
    view.read()
    view.table.toggle_column("remarks")
    assert view.table.shown_columns()[-1] is BY_KEY["remarks"]
    view.remember()
    assert "remarks=" in view._remembered.text("register_columns")


def test_the_columns_say_what_is_late_and_what_is_left(view, make):
    make("Te laat", LATE)
    make("Straks", SOON)
    view.read(Wanted(kinds=(ItemKind.COMMITMENT,)))
    rows = [view.model.item_row(place) for place in range(2)]
    assert [days_text(row, TODAY) for row in rows] == ["5 weeks late", "in 9 days"]


def test_every_column_shows_text_for_every_kind(view, make):
    make("Toezegging", LATE)
    make("Motie", None, ItemKind.MOTION, dossier="29344", paper_number="120")
    make("Verzoek", None, ItemKind.REQUEST)
    view.read()
    for place in range(view.model.rowCount()):
        row = view.model.item_row(place)
        assert all(isinstance(column.text(row), str) for column in COLUMNS)


def test_what_is_shown_can_be_printed(view, make):
    make("Het rapport", LATE)
    view.read(Wanted(kinds=(ItemKind.COMMITMENT,)))
    assert "Het rapport" in view.paper()().sections[0].rows[0]
    view.read(Wanted(query="niets"))
    assert view.paper() is None


@pytest.mark.parametrize("name", ["search", "view_box", "after", "before"])
def test_every_control_has_a_name(view, name):
    assert getattr(view.bar, name).accessibleName()
    assert view.table.accessibleName()
    assert view.facets.tree.accessibleName()


def test_an_export_takes_what_the_register_shows(qtbot, view, make):
    from griffie.ui.dialogs.export import ExportDialog

    make("Zorg", ministry="VWS")
    view.read()
    view.limit_to(Wanted().choose("ministry", "VWS"))
    dialog = ExportDialog("excel_nl", None, shown=(view.title, view.model.wanted))
    qtbot.addWidget(dialog)
    assert dialog.wish().wanted == Wanted().choose("ministry", "VWS")
    dialog.kind.setCurrentIndex(1)
    assert dialog.wish().wanted == Wanted(kinds=(ItemKind.COMMITMENT,)).choose("ministry", "VWS")
    dialog.scope.setCurrentIndex(1)
    assert dialog.wish().wanted == Wanted(kinds=(ItemKind.COMMITMENT,))
