"""The agenda as a list: groups with their counts, keys, filters, what is empty, and that memory stays flat."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from griffie.base import i18n
from griffie.domain.agenda import AgendaFilter, Group, Tally
from griffie.domain.kinds import ItemKind, Status
from griffie.services import history, itemising
from griffie.ui.agenda import words
from griffie.ui.agenda.model import COLUMNS, KEPT_PAGES, PAGE
from griffie.ui.remembered import Remembered
from griffie.ui.theme import DARK
from tests.helpers.agenda_register import TODAY, add_deadline, add_item

OPEN_GROUPS = [
    ["overdue", 2], "Te laat", "Gisteren",
    ["this_week", 4], "Vandaag", "Verzoek deze week", "binnen drie dagen", "Zondag",
    ["this_month", 1], "Eind juni",
    ["before_recess", 1], "Voor het reces",
    ["later", 1], "In het reces",
    ["no_date", 4],
]  # fmt: skip


def texts(bench, column):
    place = COLUMNS.index(column)
    return [bench.model.index(row, place).data() for row in range(bench.model.rowCount())]


def test_groups_stand_in_order_with_their_counts(bench):
    assert bench.rows() == OPEN_GROUPS


def test_headings_say_what_they_hold(bench):
    headings = [text for row, text in enumerate(texts(bench, "date")) if bench.model.heading(row)]
    assert headings == [
        "Overdue", "This week, through Sunday 14 June 2026", "This month, through Tuesday 30 June 2026",
        "Before the summer recess, through Thursday 2 July 2026", "Later", "No date",
    ]  # fmt: skip


def test_a_line_says_when_and_how_long_still_and_what_it_belongs_to(bench):
    row = bench.row_of("Gisteren")
    line = [bench.model.index(row, column).data() for column in range(len(COLUMNS))]
    assert line == ["Tue 9 Jun 2026", "1 day late", "by 9 June 2026", "C2026-0002  Gisteren", "BZK", "B2026-0001"]
    assert texts(bench, "left")[bench.row_of("Vandaag")] == "today"
    assert texts(bench, "left")[bench.row_of("Eind juni")] == "in 20 days"
    assert texts(bench, "left")[bench.row_of("In het reces")] == "in 5 weeks"
    assert texts(bench, "phrase")[bench.row_of("binnen drie dagen")] == "binnen drie dagen"


def test_a_group_opens_and_closes_and_stays_so_at_the_next_start(bench, make_bench, place, tmp_path):
    row = next(h.row for h in bench.model.headings if h.group is Group.NO_DATE)
    bench.table.go_to(row)
    bench.press(Qt.Key.Key_Right)
    assert bench.rows()[-4:] == ["Zo spoedig mogelijk", "Zonder termijn", "Verzoek zonder termijn", "Motie"]
    bench.table.go_to(0)
    bench.press(Qt.Key.Key_Return)
    assert bench.rows()[:2] == [["overdue", 2], ["this_week", 4]]
    QTest.mouseClick(bench.table.viewport(), Qt.MouseButton.LeftButton, pos=bench.middle_of(0, 0))
    assert bench.rows()[:2] == [["overdue", 2], "Te laat"]
    bench.table.go_to(0)
    bench.press(Qt.Key.Key_Left)
    bench.close()
    again = make_bench(place, remembered=bench.remembered)
    assert again.model.closed_groups == {Group.OVERDUE}


def test_left_goes_from_a_line_to_its_heading(bench):
    bench.go_to("Zondag")
    bench.press(Qt.Key.Key_Left)
    assert bench.model.heading(bench.table.currentIndex().row()).group is Group.THIS_WEEK


def test_enter_shows_the_words_and_ctrl_enter_all_of_the_item(bench):
    bench.go_to("Te laat")
    entry = bench.table.current_entry()
    bench.press(Qt.Key.Key_Return)
    assert bench.items == [(entry.item_id, entry.letter_id)]
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.sheets == [entry.item_id]


def test_a_double_click_shows_the_words(bench):
    row = bench.row_of("Zondag")
    QTest.mouseDClick(bench.table.viewport(), Qt.MouseButton.LeftButton, pos=bench.middle_of(row))
    assert [ids[0] for ids in bench.items] == [bench.entry("Zondag").item_id]


def test_without_a_letter_the_sheet_is_shown(bench):
    item_id = add_item(bench.desk, summary="Uit een debat")
    add_deadline(bench.desk, TODAY, item_id)
    bench.view.load()
    bench.go_to("Uit een debat")
    bench.press(Qt.Key.Key_Return)
    assert (bench.items, bench.sheets) == ([], [item_id])


@pytest.mark.parametrize(
    ("typed", "title"), [("c2026-0005", "Eind juni"), ("verz", "Verzoek deze week"), ("zon", "Zondag")]
)
def test_typing_goes_to_the_line_that_begins_so(bench, typed, title):
    bench.table.setFocus()
    bench.type(typed)
    bench.settle()
    assert bench.table.current_entry().title == title


def test_typing_finds_what_a_closed_group_hides(bench):
    bench.table.setFocus()
    bench.type("zonder t")
    bench.settle()
    assert bench.table.current_entry().title == "Zonder termijn"


def test_an_m_within_what_is_typed_moves_nothing(bench):
    bench.table.setFocus()
    bench.type("eim")
    bench.settle()
    assert not bench.bar.isVisible()


def test_today_goes_to_the_first_line_from_today_on(bench):
    bench.table.go_to(0)
    bench.view.top.today.click()
    bench.settle()
    assert bench.table.current_entry().title == "Vandaag"


FILTERED = {
    ("kind", "request"): ["Verzoek deze week"],
    ("kind", "deadline"): ["binnen drie dagen"],
    ("kind", "motion"): [],
    ("ministry", "BZK"): ["Gisteren"],
    ("handler", "Bram"): ["Verzoek deze week", "binnen drie dagen"],
}


def choose(bench, facet, value):
    box = bench.view.top.filters.boxes[facet]
    box.setCurrentIndex(box.findData(value))
    bench.settle()


@pytest.mark.parametrize(("choice", "titles"), FILTERED.items())
def test_a_filter_leaves_only_what_has_it(bench, choice, titles):
    choose(bench, *choice)
    assert [row for row in bench.rows() if isinstance(row, str)] == titles
    choose(bench, choice[0], "")
    assert bench.rows() == OPEN_GROUPS


def test_filters_narrow_one_another_and_are_kept(bench, make_bench, place):
    choose(bench, "handler", "Anna")
    choose(bench, "ministry", "BZK")
    assert [row for row in bench.rows() if isinstance(row, str)] == ["Gisteren"]
    bench.close()
    again = make_bench(place, remembered=bench.remembered)
    assert again.view.source.shown == AgendaFilter(handler="Anna", ministry="BZK")
    assert again.view.top.filters.boxes["handler"].currentText() == "Anna"
    assert [row for row in again.rows() if isinstance(row, str)] == ["Gisteren"]


def test_settled_ones_show_when_asked_for(bench):
    bench.view.top.filters.closed.click()
    row = bench.row_of("Voldaan")
    assert texts(bench, "left")[row] == "settled"
    bench.view.top.filters.closed.click()
    assert bench.rows() == OPEN_GROUPS


def test_a_choice_that_nothing_has_says_so_and_leads_back(bench):
    choose(bench, "ministry", "BZK")
    choose(bench, "kind", "motion")
    assert bench.view.stack.currentWidget() is bench.view.empty
    assert bench.view.empty.title.text() == "Nothing for this choice"
    bench.view.empty.button.click()
    assert bench.rows() == OPEN_GROUPS
    assert bench.view.stack.currentWidget() is bench.view.list_page


def test_an_empty_register_says_how_to_begin(make_bench, empty_place):
    bench = make_bench(empty_place)
    assert bench.view.stack.currentWidget() is bench.view.empty
    assert bench.view.empty.title.text() == "No deadlines yet"
    assert not bench.view.empty.button.isVisible()
    assert bench.view.paper() is None


def test_a_register_with_all_settled_says_so(make_bench, empty_place):
    item_id = add_item(empty_place.desk, summary="Klaar")
    add_deadline(empty_place.desk, TODAY, item_id)
    itemising.set_item_field(empty_place.desk, item_id, "status", Status.SETTLED)
    assert make_bench(empty_place).view.empty.title.text() == "Nothing is open"


def test_what_changes_elsewhere_shows_here_and_the_current_line_stays(bench):
    bench.go_to("Zondag")
    entry = bench.entry("Te laat")
    _id, changes = itemising.set_item_field(bench.desk, entry.item_id, "status", Status.SETTLED)
    bench.place.bus.changed.emit(changes, None)
    bench.bot.waitUntil(lambda: bench.rows()[0] == ["overdue", 1])
    assert bench.table.current_entry().title == "Zondag"
    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.bot.waitUntil(lambda: bench.rows() == OPEN_GROUPS)


def test_a_hidden_agenda_reads_nothing_until_it_comes_up(bench):
    bench.view.hide()
    turn = bench.view.source.turn
    _id, changes = itemising.set_item_field(bench.desk, bench.entry("Te laat").item_id, "status", Status.SETTLED)
    bench.place.bus.changed.emit(changes, None)
    bench.settle()
    assert bench.view.source.turn == turn
    bench.view.show()
    bench.view.load()
    assert bench.rows()[0] == ["overdue", 1]


def test_the_next_day_has_other_groups(bench):
    bench.day = TODAY + dt.timedelta(days=1)
    bench.view.load()
    assert bench.rows()[0] == ["overdue", 3]


def test_whoever_comes_back_on_another_day_finds_its_groups(bench):
    bench.day = TODAY + dt.timedelta(days=1)
    QApplication.sendEvent(bench.view, QEvent(QEvent.Type.ActivationChange))
    bench.bot.waitUntil(lambda: bench.rows()[0] == ["overdue", 3])


def test_what_a_letter_reports_as_settled_is_said_so(bench):
    entry = bench.entry("Te laat")
    assert "reported as settled" not in words.spoken(entry, TODAY)
    assert "reported as settled" in words.spoken(replace(entry, claimed=True), TODAY)


def test_the_language_switches(bench):
    i18n.set_language("nl")
    bench.place.bus.language_changed.emit()
    bench.settle()
    headings = [text for row, text in enumerate(texts(bench, "date")) if bench.model.heading(row)]
    assert headings[:2] == ["Te laat", "Deze week, t/m zondag 14 juni 2026"]
    assert headings[3] == "Vóór het zomerreces, t/m donderdag 2 juli 2026"
    assert texts(bench, "date")[bench.row_of("Gisteren")] == "di 9 jun 2026"
    assert texts(bench, "left")[bench.row_of("Te laat")] == "4 weken te laat"
    assert bench.view.top.modes["timeline"].text() == "Tijdlijn"
    assert bench.view.top.filters.boxes["kind"].itemText(1) == "toezeggingen"
    assert bench.model.headerData(1, Qt.Orientation.Horizontal) == "Nog"


def test_dark_colours_are_taken(bench):
    before = bench.table.viewport().grab().toImage().pixelColor(600, 100)
    bench.place.theme = DARK
    bench.place.bus.theme_changed.emit(DARK)
    after = bench.table.viewport().grab().toImage().pixelColor(600, 100)
    assert before.lightness() > 200 > 100 > after.lightness()


def test_every_control_has_a_name(bench):
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit

    bench.view.moving.ask(bench.entry("Te laat"))
    bench.settle()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
    visible = [w for kind in kinds for w in bench.view.findChildren(kind) if w.isVisibleTo(bench.view)]
    nameless = [w for w in visible if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert nameless == []
    assert len(visible) > 8


def test_a_screen_reader_hears_the_whole_line(bench):
    index = bench.model.index(bench.row_of("Te laat"), 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "4 weeks late" in spoken
    assert "Commitment C2026-0001" in spoken
    heading = bench.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Overdue, 2 lines, shown"


def test_f6_goes_from_the_list_to_the_bar(bench):
    panes = bench.view.panes()
    assert panes[0] is bench.table
    assert bench.view.top.isAncestorOf(panes[1])


def test_the_heading_stays_in_view_while_its_lines_scroll(bench):
    for n in range(60):
        add_deadline(bench.desk, TODAY - dt.timedelta(days=100 + n), letter_id=bench.entry("Te laat").letter_id)
    bench.view.load()
    bench.settle()
    assert not bench.table.sticky.isVisible()
    bench.table.verticalScrollBar().setValue(300)
    assert bench.table.sticky.isVisible()
    assert bench.table.sticky.heading.group is Group.OVERDUE
    bench.table.go_to(bench.row_of("Vandaag"))
    bench.settle()
    bench.table.go_to(20)
    assert bench.table.visualRect(bench.model.index(20, 0)).top() >= bench.table.sticky.height()


class TestLongList:
    """Two thousand lines, scrolled through."""

    @pytest.fixture
    def long(self, make_bench, empty_place):
        from griffie.store.steps import step

        with step(empty_place.desk.register, "t", "Add", durable=False) as work:
            for n in range(2000):
                row = {"kind": "deadline", "number": f"T{n:05d}", "origin": "typed", "created_at": "2026-01-01"}
                item_id = work.insert("item", row)
                day = TODAY + dt.timedelta(days=n // 30 - 20)
                work.insert("deadline", {"id": item_id, "date_to": day.isoformat(), "phrase": f"Termijn {n}"})
        return make_bench(empty_place)

    def test_only_a_few_pages_are_held_however_far_one_scrolls(self, long):
        assert long.model.rowCount() > 2000
        bar = long.table.verticalScrollBar()
        for value in range(0, bar.maximum() + 1, 900):
            bar.setValue(value)
            long.settle()
        assert len(long.model._pages) <= KEPT_PAGES
        last = long.model.rowCount() - 1
        assert long.model.entry_at(last).phrase == "Termijn 1999"

    def test_the_scroll_bar_goes_anywhere_at_once(self, long):
        bar = long.table.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        long.settle()
        row = long.table.rowAt(200)
        entry, position = long.model.entry_at(row), long.model.position(row)
        assert entry.number == f"T{position:05d}"
        assert len(long.model._pages) <= 3

    def test_page_after_page_is_read_as_one_scrolls(self, long):
        long.table.go_to(0)
        for _turn in range(6):
            long.press(Qt.Key.Key_PageDown)
        assert long.table.current_entry() is not None
        assert long.table.currentIndex().row() > PAGE


def test_what_a_damaged_file_remembers_counts_as_nothing(make_bench, place, tmp_path):
    remembered = Remembered(tmp_path / "window.toml")
    for name, text in (
        ("agenda_mode", "sundial"),
        ("agenda_filter", '{"kinds": ["x"]}'),
        ("agenda_closed_groups", "[1"),
    ):
        remembered.keep_text(name, text)
    bench = make_bench(place, remembered=remembered)
    assert bench.view.mode == "list"
    assert bench.view.source.shown == AgendaFilter()
    assert bench.rows() == OPEN_GROUPS


def test_the_paper_has_the_groups_that_are_open(bench):
    paper = bench.view.paper()()
    assert next(section.heading for section in paper.sections) == "Overdue"
    assert [len(section.rows) for section in paper.sections] == [2, 4, 1, 1, 1]
    assert paper.sections[0].rows[1][:4] == ("Tue 9 Jun 2026", "1 day late", "by 9 June 2026", "C2026-0002")
    assert "as of 10 June 2026" in paper.subtitle
    choose(bench, "ministry", "BZK")
    paper = bench.view.paper()()
    assert [len(section.rows) for section in paper.sections] == [1]
    assert paper.subtitle.endswith("BZK")


def test_an_empty_tally_has_no_rows(bench):
    bench.view.source.tally = Tally()
    bench.model.take_counts()
    assert bench.model.rowCount() == 0


def test_kinds_are_said_by_shape_and_colour_in_the_list(bench):
    """A commitment and a request have different pixels at the place of the mark."""
    bench.settle()
    picture = bench.table.viewport().grab().toImage()
    marks = []
    for title in ("Vandaag", "Verzoek deze week"):
        area = bench.table.visualRect(bench.model.index(bench.row_of(title), COLUMNS.index("item")))
        marks.append(picture.copy(area.left() + 8, area.center().y() - 6, 12, 12))
    assert marks[0] != marks[1]
    assert ItemKind.COMMITMENT is bench.entry("Vandaag").kind
