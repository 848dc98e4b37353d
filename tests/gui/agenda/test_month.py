"""The month: days and weeks where they should be, recesses and holidays named, keys, the day's list, dragging."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from griffie.base import i18n
from griffie.services import history
from griffie.ui.agenda.month_shape import CHIP_PX, MonthShape, months_away
from tests.helpers.agenda_register import TODAY, add_deadline

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 1))


@pytest.fixture
def bench(make_bench, place):
    return make_bench(place, "month")


@pytest.fixture
def grid(bench):
    return bench.view.page.grid


def middle(grid, day):
    return grid.shape.area(day).center().toPoint()


def chip(grid, title):
    """Return where the line with a title is painted."""
    for text, lines in grid.entries.items():
        for n, entry in enumerate(lines):
            if entry.title == title:
                return grid.shape.chip(dt.date.fromisoformat(text), n).center().toPoint()
    raise LookupError(title)


@given(day=DAYS)
def test_a_month_is_whole_weeks_from_monday_and_holds_all_its_days(day):
    shape = MonthShape(day.replace(day=1), 900, 700)
    assert all(monday.weekday() == 0 for monday in shape.mondays)
    assert shape.first <= day.replace(day=1)
    assert len(shape.days) == 7 * len(shape.mondays)
    inside = [one for one in shape.days if (one.year, one.month) == (day.year, day.month)]
    assert inside[0].day == 1
    assert (inside[-1] + dt.timedelta(days=1)).day == 1


@given(day=DAYS, width=st.integers(480, 4000), height=st.integers(320, 3000))
def test_the_middle_of_a_day_is_that_day(day, width, height):
    shape = MonthShape(day.replace(day=1), width, height)
    assert shape.day_at(shape.area(day).center()) == day
    assert shape.day_at(QPointF(10, 10)) is None


@given(day=DAYS, months=st.integers(-30, 30))
def test_months_on_keep_the_day_where_there_is_one(day, months):
    there = months_away(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == day.day or (there + dt.timedelta(days=1)).day == 1


def test_lines_stand_on_their_days(grid):
    assert [entry.title for entry in grid.entries[TODAY.isoformat()]] == ["Vandaag"]
    hit = grid.hit(QPointF(chip(grid, "Vandaag")))
    assert (hit.day, hit.entry.title) == (TODAY, "Vandaag")
    assert grid.hit(QPointF(middle(grid, dt.date(2026, 6, 23)))).entry is None


def test_the_current_day_is_said_with_its_recess_and_holiday(bench, grid):
    assert grid.accessibleName() == "Wednesday 10 June 2026, 1 deadline"
    grid.go_to(dt.date(2026, 7, 3))
    bench.settle()
    assert grid.accessibleName() == "Friday 3 July 2026, 0 deadlines, summer recess"
    grid.go_to(dt.date(2026, 12, 25))
    bench.settle()
    assert grid.accessibleName().endswith("Christmas recess, Christmas Day")


def test_a_recess_is_shaded(bench, grid):
    grid.go_to(dt.date(2026, 7, 8))
    bench.settle()
    picture = grid.grab().toImage()

    def ground(day):
        area = grid.shape.area(day)
        return picture.pixelColor((area.bottomRight() - QPointF(6, 6)).toPoint()).name()

    free, sitting = ground(dt.date(2026, 7, 3)), ground(dt.date(2026, 7, 2))
    assert free != sitting
    assert ground(dt.date(2026, 7, 31)) == free


KEYS = [
    (Qt.Key.Key_Left, dt.date(2026, 6, 9)), (Qt.Key.Key_Right, dt.date(2026, 6, 11)),
    (Qt.Key.Key_Up, dt.date(2026, 6, 3)), (Qt.Key.Key_Down, dt.date(2026, 6, 17)),
    (Qt.Key.Key_PageDown, dt.date(2026, 7, 10)), (Qt.Key.Key_PageUp, dt.date(2026, 5, 10)),
    (Qt.Key.Key_Home, dt.date(2026, 6, 1)), (Qt.Key.Key_End, dt.date(2026, 6, 30)),
]  # fmt: skip


@pytest.mark.parametrize(("key", "day"), KEYS)
def test_keys_move_the_day(bench, grid, key, day):
    bench.press(key, widget=grid)
    assert grid.day == day
    assert bench.view.page.title.text() == f"{day:%B} 2026"


def test_enter_goes_to_the_list_of_the_day_and_esc_back(bench, grid):
    page = bench.view.page
    bench.press(Qt.Key.Key_Right, widget=grid)
    bench.press(Qt.Key.Key_Right, widget=grid)
    assert [entry.title for entry in page.model.entries] == ["Verzoek deze week"]
    bench.press(Qt.Key.Key_Return, widget=grid)
    assert bench.focused() is page.list
    bench.press(Qt.Key.Key_Return, widget=page.list)
    assert [ids[0] for ids in bench.items] == [bench.entry("Verzoek deze week").item_id]
    bench.press(Qt.Key.Key_Escape, widget=page.list)
    assert bench.focused() is grid


def test_today_comes_back(bench, grid):
    grid.go_to(dt.date(2027, 1, 1))
    bench.view.top.today.click()
    bench.settle()
    assert grid.day == TODAY


def test_buttons_and_wheel_turn_the_months(bench, grid):
    page = bench.view.page
    page.next.click()
    assert grid.day == dt.date(2026, 7, 10)
    page.previous.click()
    page.previous.click()
    assert grid.day == dt.date(2026, 5, 10)
    assert page.range_shown() == (dt.date(2026, 5, 1), dt.date(2026, 5, 31))


def test_a_full_day_says_how_many_more_and_opens_them(bench, grid):
    letter = bench.entry("Vandaag").letter_id
    for n in range(20):
        add_deadline(bench.desk, dt.date(2026, 6, 23), letter_id=letter, phrase=f"Termijn {n}")
    bench.view.load()
    bench.settle()
    day = dt.date(2026, 6, 23)
    shown = grid.shape.shown_of(day, 20)
    assert 0 < shown < grid.shape.room(day) < 20
    place = grid.shape.chip(day, shown).center()
    assert grid.hit(place).more
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=place.toPoint())
    bench.settle()
    assert len(bench.view.page.model.entries) == 20
    assert bench.focused() is bench.view.page.list
    assert bench.view.page.more.text() == "20 deadlines"


def test_a_line_dragged_to_another_day_asks_why_and_moves(bench, grid):
    bench.drag(grid, chip(grid, "Vandaag"), middle(grid, dt.date(2026, 6, 24)))
    assert bench.bar.isVisible()
    assert bench.bar.day.text() == "by 24 June 2026"
    assert bench.entry("Vandaag").due == TODAY
    bench.give_reason("Advies is later")
    assert bench.entry("Vandaag").due == dt.date(2026, 6, 24)
    assert [entry.title for entry in grid.entries["2026-06-24"]] == ["Vandaag"]
    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.bot.waitUntil(lambda: "2026-06-24" not in grid.entries)


def test_a_line_let_go_where_it_was_or_beside_the_days_stays(bench, grid):
    place = chip(grid, "Vandaag")
    bench.drag(grid, place, place + QPoint(30, 4))
    bench.drag(grid, place, QPoint(5, 5))
    assert not bench.bar.isVisible()


def test_esc_gives_a_drag_up(bench, grid):
    place = chip(grid, "Vandaag")
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(grid, place + QPoint(0, 150))
    assert grid.dragged.title == "Vandaag"
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.dragged is None
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=place + QPoint(0, 150))
    assert not bench.bar.isVisible()


def test_a_line_of_the_days_list_is_dragged_onto_the_month(bench, grid):
    page = bench.view.page
    begin = page.list.visualRect(page.model.index(0)).center()
    target = page.list.viewport().mapFromGlobal(grid.mapToGlobal(middle(grid, dt.date(2026, 6, 25))))
    bench.drag(page.list.viewport(), begin, target)
    assert bench.bar.day.text() == "by 25 June 2026"


def test_m_in_the_days_list_moves(bench):
    page = bench.view.page
    page.list.setFocus()
    bench.press(Qt.Key.Key_M, widget=page.list)
    assert bench.bar.title.text() == "Move C2026-0003 to"


def test_a_double_click_shows_the_words(bench, grid):
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=chip(grid, "Vandaag"))
    assert [ids[0] for ids in bench.items] == [bench.entry("Vandaag").item_id]


def test_the_language_switches(bench, grid):
    i18n.set_language("nl")
    bench.place.bus.language_changed.emit()
    bench.settle()
    page = bench.view.page
    assert page.title.text() == "Juni 2026"
    assert page.day_title.text() == "woensdag 10 juni 2026"
    assert page.more.text() == "1 termijn"
    assert page.next.accessibleName() == "Volgende maand"


def test_the_paper_of_a_month_has_only_its_days(bench):
    paper = bench.view.paper()()
    rows = [row[4] for section in paper.sections for row in section.rows]
    assert [row.partition(": ")[2] for row in rows] == [
        "Gisteren", "Vandaag", "Verzoek deze week", "Brief B2026-0002", "Zondag", "Eind juni",
    ]  # fmt: skip
    assert "1 June 2026 through 30 June 2026" in paper.subtitle


def test_chips_are_as_high_as_a_finger_needs_on_a_mouse():
    assert CHIP_PX >= 20
