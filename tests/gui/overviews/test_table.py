"""The table of an overview: every number leads to exactly the items that it counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from griffie.domain.listing import Wanted
from griffie.domain.overview import COUNTS, SEVERAL, Dimension, Measure
from griffie.store.register_rows import count
from griffie.ui.overviews import wording
from griffie.ui.overviews.bar import EVERY
from griffie.ui.overviews.model import SHARE_ROLE
from tests.gui.overviews.conftest import settle
from tests.helpers.generated_lines import Line, put

LAST = len(Measure)


def choose(qtbot, view, box, value):
    box.setCurrentIndex(box.findData(value))
    settle(qtbot, view)


def click(qtbot, table, row, column, modifier=Qt.KeyboardModifier.NoModifier):
    index = table.model().index(row, column)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, table.visualRect(index).center())


def led_to(qtbot, view, act):
    """Return what limits the register after a click, None where it leads nowhere."""
    heard = []
    view.register_requested.connect(heard.append)
    act()
    view.register_requested.disconnect(heard.append)
    return heard[0] if heard else None


def names(view):
    model = view.table.table.numbers
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def column(view, measure):
    model = view.table.table.numbers
    place = next(n for n, one in enumerate(model.columns, 1) if one.measure is measure)
    return [model.columns[place - 1].value(row) for row in model.rows]


@pytest.mark.parametrize("dimension", Dimension)
def test_a_click_on_a_number_shows_as_many_items_as_it_counts(qtbot, place, view, dimension):
    choose(qtbot, view, view.bar.by, dimension)
    for table, rows in ((view.table.table, 3), (view.table.total, 1)):
        for row in range(min(rows, table.numbers.rowCount())):
            for measure in COUNTS:
                index = table.numbers.index(row, 1 + list(Measure).index(measure))
                wanted = led_to(qtbot, view, lambda t=table, i=index: click(qtbot, t, i.row(), i.column()))
                shown = 0 if wanted is None else count(place.desk.register, wanted)
                assert index.data() == wording.shown(shown, measure), (row, measure)


def test_a_click_on_a_name_shows_all_items_of_the_row(qtbot, place, view):
    wanted = led_to(qtbot, view, lambda: click(qtbot, view.table.table, 1, 0))
    assert count(place.desk.register, wanted) == column(view, Measure.MADE)[1]
    assert ("ministry", view.table.table.numbers.rows[1].value) in wanted.chosen


def test_a_number_of_one_year_shows_the_items_of_that_year(qtbot, place, view):
    view.bar.per_year.setChecked(True)
    choose(qtbot, view, view.bar.measure, Measure.LATE)
    model = view.table.table.numbers
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(6)] == [
        "Ministry", "2022", "2023", "2024", "2025", "2026"
    ]  # fmt: skip
    for table in (view.table.table, view.table.total):
        for year in range(1, 7):
            wanted = led_to(qtbot, view, lambda t=table, y=year: click(qtbot, t, 0, y))
            shown = 0 if wanted is None else count(place.desk.register, wanted)
            assert table.numbers.index(0, year).data() == str(shown)


def test_enter_on_a_cell_is_a_click(qtbot, view):
    table = view.table.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 4))
    by_key = led_to(qtbot, view, lambda: qtbot.keyClick(table, Qt.Key.Key_Return))
    assert by_key == led_to(qtbot, view, lambda: click(qtbot, table, 0, 4))
    assert by_key.overdue_on is not None


def test_shift_and_ctrl_select_and_lead_nowhere(qtbot, view):
    table = view.table.table
    table.setCurrentIndex(table.model().index(0, 1))
    assert led_to(qtbot, view, lambda: click(qtbot, table, 2, 3, Qt.KeyboardModifier.ShiftModifier)) is None
    assert len(table.selectionModel().selectedIndexes()) == 9


def test_none_leads_nowhere(qtbot, place, make_view):
    one = Line(1, "a", "motion", "M1", "", "open", 0, "~", "2025-01-01", "JenV", *[""] * 6, "", 0, "")
    put(place.desk.register, [one])
    view = make_view()
    assert column(view, Measure.LATE) == [0]
    assert led_to(qtbot, view, lambda: click(qtbot, view.table.table, 0, 4)) is None
    assert led_to(qtbot, view, lambda: click(qtbot, view.table.table, 0, 1)) is not None


def test_a_click_on_a_heading_sorts_numbers_from_the_largest_and_names_from_a(qtbot, view):
    usual = names(view)
    header = view.table.table.horizontalHeader()

    def press(place):
        at = header.viewport().rect().topLeft()
        at.setX(header.sectionViewportPosition(place) + 20)
        at.setY(header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)

    press(4)
    assert column(view, Measure.LATE) == sorted(column(view, Measure.LATE), reverse=True)
    press(4)
    assert column(view, Measure.LATE) == sorted(column(view, Measure.LATE))
    press(4)
    assert names(view) == usual
    press(0)
    assert names(view) == sorted(usual, key=str.casefold)


def test_what_has_no_number_stands_last_in_either_direction(qtbot, place, make_view):
    rows = [("BZK", "settled", "2025-03-01"), ("Fin", "open", ""), ("JenV", "settled", "2025-02-01")]
    put(
        place.desk.register,
        [
            Line(n, f"i{n}", "motion", "M", "", status, int(status != "open"), "~", "2025-01-01", ministry, *[""] * 6,
                 "", 0, settled)
            for n, (ministry, status, settled) in enumerate(rows, 1)
        ],
    )  # fmt: skip
    view = make_view()
    for order in Qt.SortOrder:
        view.table.table.numbers.sort(1 + list(Measure).index(Measure.MEDIAN_DAYS), order)
        assert names(view)[-1] == "Fin"
    assert column(view, Measure.MEDIAN_DAYS) == [59, 31, None]
    assert view.table.table.numbers.index(2, 8).data() == wording.NOTHING


def test_a_share_has_a_bar_as_long_as_it_is(view):
    from PySide6.QtCore import QRect

    from griffie.ui.overviews.delegate import bar_of

    index = view.table.table.numbers.index(0, 1 + list(Measure).index(Measure.SHARE_LATE))
    assert index.data(SHARE_ROLE) == view.table.table.numbers.rows[0].tally.share_late
    assert view.table.table.numbers.index(0, 1).data(SHARE_ROLE) is None
    cell = QRect(100, 0, 116, 28)
    assert (bar_of(cell, 0.25).width(), bar_of(cell, 1).right() - cell.left()) == (25, 107)


def test_a_number_tells_what_it_means(view):
    model = view.table.table.numbers
    place = 1 + list(Measure).index(Measure.SHARE_LATE)
    tally = model.rows[0].tally
    told = model.index(0, place).data(Qt.ItemDataRole.ToolTipRole)
    assert f"({tally.late} of {tally.open})" in told
    assert "How many of the open items are late." in told
    assert "median" in model.headerData(8, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).startswith(f"{names(view)[0]}, Made: ")


def pasted():
    return [line.split("\t") for line in QApplication.clipboard().text().splitlines()]


def test_ctrl_c_copies_the_whole_table_for_a_spreadsheet(qtbot, view):
    told = []
    view._place.bus.told.connect(told.append)
    qtbot.keyClick(view.table.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = pasted()
    assert copied[0][:4] == ["Ministry", "Made", "Still open", "Partly settled"]
    assert [line[0] for line in copied[1:-1]] == names(view)
    assert [int(line[1]) for line in copied[1:-1]] == column(view, Measure.MADE)
    assert copied[-1][:2] == ["All items", str(view.table.total.numbers.rows[0].tally.made)]
    assert told == ["Copied. Paste it into a spreadsheet."]


def test_selected_cells_are_copied_alone(qtbot, view):
    table = view.table.table
    table.setCurrentIndex(table.model().index(0, 0))
    click(qtbot, table, 1, 1, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    made = column(view, Measure.MADE)
    assert pasted() == [[names(view)[0], str(made[0])], [names(view)[1], str(made[1])]]


def test_a_name_that_looks_like_a_formula_is_copied_as_text(qtbot, place, make_view):
    odd = Line(1, "a", "motion", "M1", "", "open", 0, "~", "2025-01-01", "=1+1", *[""] * 6, "", 0, "")
    put(place.desk.register, [odd])
    view = make_view()
    qtbot.keyClick(view.table.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert pasted()[1][0] == "'=1+1"


def test_the_total_follows_the_columns_of_the_table(view):
    table, total = view.table.table, view.table.total
    table.setColumnWidth(3, 200)
    assert total.columnWidth(3) == 200
    view.resize(700, 500)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert total.horizontalScrollBar().value() == table.horizontalScrollBar().value() > 0


def test_the_table_on_paper_has_the_same_numbers_and_says_what_they_mean(qtbot, view):
    paper = view.paper()
    (section,) = paper.sections
    assert paper.title == "Overview per ministry"
    assert paper.subtitle == "all items, as of 1 June 2025"
    assert [row[0] for row in section.rows] == names(view)
    assert [row[1] for row in section.rows] == [str(number) for number in column(view, Measure.MADE)]
    assert section.totals[0] == "All items"
    assert "How many of the open items are late." in paper.note
    assert SEVERAL in paper.note
    assert paper.landscape


def test_a_period_and_a_chamber_stand_on_the_paper(qtbot, view):
    choose(qtbot, view, view.bar.first, "2023")
    choose(qtbot, view, view.bar.chamber, "EK")
    view.bar.per_year.setChecked(True)
    assert view.paper().subtitle.startswith("all items, from 2023, Senate (EK)")
    assert view.paper().title == "Overview per ministry: Made"
    choose(qtbot, view, view.bar.last, "2024")
    assert "2023 to 2024" in view.paper().subtitle
    assert view.paper().sections[0].columns[1].heading == "2023"


def test_a_deadline_counts_with_its_item_unless_it_is_asked_for(qtbot, place, view):
    def counted():
        return view.table.total.numbers.rows[0].tally.made

    assert counted() == count(place.desk.register, Wanted(once=True))
    choose(qtbot, view, view.bar.kind, EVERY)
    assert counted() == count(place.desk.register, Wanted())
    choose(qtbot, view, view.bar.kind, "deadline")
    assert counted() == count(place.desk.register, Wanted().choose("kind", "deadline"))
    assert view.paper().subtitle.startswith("Deadline, ")
