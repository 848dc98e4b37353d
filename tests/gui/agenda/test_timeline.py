"""The timeline: days and pixels, lanes, what can be pointed at, keys, zoom, dragging."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from griffie.base import i18n
from griffie.domain.agenda import Entry
from griffie.domain.kinds import ItemKind
from griffie.services import history
from griffie.ui.agenda.axis import BIN_DAYS, DAY_PX, Axis, Zoom, axis_around
from griffie.ui.agenda.lanes import STACK, lay_out, spots
from griffie.ui.agenda.timeline_paint import HEAD_PX, NAMES_PX
from tests.helpers.agenda_register import TODAY, add_deadline

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
ZOOMS = st.sampled_from(Zoom)


@given(today=DAYS, first=DAYS, last=DAYS, zoom=ZOOMS)
def test_the_axis_holds_today_and_every_date_and_knows_each_place(today, first, last, zoom):
    axis = axis_around(today, min(first, last).isoformat(), max(first, last).isoformat(), zoom)
    assert axis.first <= axis.last
    for day in (today, first, last):
        if axis.first <= day <= axis.last:
            assert axis.day_at(axis.x_of(day)) == day
            assert axis.day_at(axis.x_of(day) + axis.day_px - 1) == day
    assert axis.first <= today <= axis.last or today.year in (1900, 2199)
    assert axis.length == len(range((axis.last - axis.first).days + 1)) * axis.day_px


@given(day=DAYS, zoom=ZOOMS)
def test_a_column_holds_its_day(day, zoom):
    axis = Axis(dt.date(1899, 12, 25), dt.date(2200, 1, 5), zoom)
    column = axis.bin_of(day)
    assert column <= day < column + dt.timedelta(days=BIN_DAYS[zoom])
    assert axis.x_of(column) < axis.bin_centre(column) < axis.x_of(column) + BIN_DAYS[zoom] * axis.day_px


@pytest.mark.parametrize("text", ["", "nonsense", "9999-12-31", "0001-01-01"])
def test_a_date_out_of_this_world_does_not_stretch_the_axis(text):
    axis = axis_around(TODAY, text, text, Zoom.WEEK)
    assert axis.length < 120_000 * DAY_PX[Zoom.WEEK]


def line(n, day, kind=ItemKind.COMMITMENT, ministry="JenV"):
    return Entry(n, day, f"d{n}", f"i{n}", kind, f"C{n}", "", due=dt.date.fromisoformat(day), ministry=ministry)


def test_lanes_stand_below_one_another_and_hold_their_marks():
    axis = Axis(dt.date(2026, 6, 1), dt.date(2026, 6, 30), Zoom.MONTH)
    entries = [line(1, "2026-06-02"), line(2, "2026-06-02"), line(3, "2026-06-09", ministry="BZK")]
    lanes = lay_out(
        axis, {"JenV": [("2026-06-02", 2)], "BZK": [("2026-06-09", 1)], "": [("2026-06-01", 9)]}, "ministry"
    )
    assert [lane.name for lane in lanes] == ["BZK", "JenV", ""]
    assert [lane.top for lane in lanes[1:]] == [lanes[0].height, lanes[0].height + lanes[1].height]
    found = spots(axis, lanes, entries, "ministry")
    assert [(spot.lane, spot.entry and spot.entry.number, spot.count) for spot in found] == [
        (0, "C3", 1), (1, "C1", 1), (1, "C2", 1), (2, None, 9),
    ]  # fmt: skip
    for spot in found:
        lane = lanes[spot.lane]
        assert lane.top <= spot.area.top() < spot.area.bottom() <= lane.top + lane.height
    assert not found[1].area.intersects(found[2].area)


def test_more_than_a_stack_is_a_number():
    axis = Axis(dt.date(2026, 6, 1), dt.date(2026, 6, 30), Zoom.QUARTER)
    entries = [line(n, f"2026-06-0{n + 1}") for n in range(STACK + 1)]
    counts = {"commitment": [(entry.day, 1) for entry in entries]}
    (spot,) = spots(axis, lay_out(axis, counts, "kind"), entries, "kind")
    assert (spot.entry, spot.count) == (None, STACK + 1)


def test_what_was_not_read_is_a_number_too():
    axis = Axis(dt.date(2026, 6, 1), dt.date(2026, 6, 30), Zoom.MONTH)
    (spot,) = spots(axis, lay_out(axis, {"JenV": [("2026-06-02", 2)]}, "ministry"), None, "ministry")
    assert (spot.entry, spot.count) == (None, 2)


@pytest.fixture
def bench(make_bench, place):
    return make_bench(place, "timeline")


@pytest.fixture
def timeline(bench):
    return bench.view.page.timeline


def place_of(timeline, title):
    spot = next(spot for spot in timeline.spots if spot.entry is not None and spot.entry.title == title)
    return timeline.place_of(spot)


def test_marks_stand_in_the_lane_of_their_ministry_on_their_day(timeline):
    assert [lane.name for lane in timeline.lanes] == ["BZK", "JenV"]
    place = place_of(timeline, "Vandaag")
    assert timeline.day_at(QPointF(place)) == TODAY
    assert timeline.spot_at(QPointF(place)).entry.title == "Vandaag"
    assert timeline.spot_at(QPointF(5, 5)) is None
    assert timeline.day_at(QPointF(5, 200)) is None


def test_lanes_by_kind(bench, timeline):
    box = bench.view.page.lanes_box
    box.setCurrentIndex(box.findData("kind"))
    bench.settle()
    assert [lane.name for lane in timeline.lanes] == ["commitment", "deadline", "request"]
    assert timeline.names["deadline"] == "Of the letter"


def test_today_stands_in_the_middle_at_first(timeline):
    first, last = timeline.days_in_view()
    assert abs((TODAY - first).days - (last - TODAY).days) <= 1


def test_a_mark_dragged_to_another_day_asks_why_and_moves(bench, timeline):
    begin = place_of(timeline, "Vandaag")
    end = begin + QPoint(5 * timeline.axis.day_px, 0)
    bench.drag(timeline.viewport(), begin, end)
    assert bench.bar.isVisible()
    assert bench.bar.day.text() == "by 15 June 2026"
    bench.give_reason("Advies is later")
    assert bench.entry("Vandaag").due == dt.date(2026, 6, 15)
    assert timeline.day_at(QPointF(place_of(timeline, "Vandaag"))) == dt.date(2026, 6, 15)
    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.bot.waitUntil(lambda: timeline.day_at(QPointF(place_of(timeline, "Vandaag"))) == TODAY)


def test_the_days_can_be_taken_hold_of(bench, timeline):
    first, _last = timeline.days_in_view()
    begin = QPoint(NAMES_PX + 400, HEAD_PX + 300)
    bench.drag(timeline.viewport(), begin, begin + QPoint(-10 * timeline.axis.day_px, 0))
    assert timeline.days_in_view()[0] == first + dt.timedelta(days=10)
    assert not bench.bar.isVisible()


def test_arrows_go_from_mark_to_mark_and_enter_opens(bench, timeline):
    bench.press(Qt.Key.Key_Right, widget=timeline)
    start = timeline.current()
    assert start is not None
    seen = []
    for _turn in range(3):
        bench.press(Qt.Key.Key_Right, widget=timeline)
        seen.append(timeline.current().bin)
    assert seen == sorted(seen)
    lane = timeline.current().lane
    bench.press(Qt.Key.Key_Up if lane else Qt.Key.Key_Down, widget=timeline)
    assert timeline.current().lane != lane
    entry = timeline.current().entry
    assert entry.number in timeline.accessibleName()
    bench.press(Qt.Key.Key_Return, widget=timeline)
    assert bench.items == [(entry.passage_id, entry.letter_id)]
    bench.press(Qt.Key.Key_M, widget=timeline)
    assert bench.bar.title.text() == f"Move {entry.number} to"


def test_zoom_by_keys_buttons_and_wheel_keeps_the_day(bench, timeline):
    page = bench.view.page
    bench.press(Qt.Key.Key_Plus, widget=timeline)
    assert page.zoom is Zoom.WEEK
    assert page.zooms[Zoom.WEEK].isChecked()
    first, last = timeline.days_in_view()
    assert first <= TODAY <= last
    bench.press(Qt.Key.Key_Plus, widget=timeline)
    assert page.zoom is Zoom.WEEK
    page.zooms[Zoom.QUARTER].click()
    bench.settle()
    first, last = timeline.days_in_view()
    assert first <= TODAY <= last
    assert (last - first).days > 100


def test_zoom_and_lanes_are_kept(bench, make_bench, place):
    bench.view.page.zooms[Zoom.QUARTER].click()
    bench.view.page.lanes_box.setCurrentIndex(1)
    bench.close()
    again = make_bench(place, "timeline", bench.remembered)
    assert (again.view.page.zoom, again.view.page.by) == (Zoom.QUARTER, "kind")


def test_too_many_for_marks_lead_nearer_and_at_last_to_the_list(bench, timeline):
    letter = bench.entry("Vandaag").letter_id
    for n in range(STACK + 2):
        add_deadline(bench.desk, TODAY, letter_id=letter, phrase=f"Termijn {n}")
    bench.view.load()
    bench.settle()
    spot = next(spot for spot in timeline.spots if spot.entry is None)
    assert spot.count == STACK + 3
    QTest.mouseDClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=timeline.place_of(spot))
    bench.settle()
    assert bench.view.page.zoom is Zoom.WEEK
    spot = next(spot for spot in timeline.spots if spot.entry is None)
    timeline.go_to_spot(spot)
    bench.press(Qt.Key.Key_Return, widget=timeline)
    assert bench.view.mode == "list"
    assert bench.table.current_entry().due == TODAY


def test_scrolling_reads_what_comes_into_view(bench, timeline):
    add_deadline(
        bench.desk, TODAY + dt.timedelta(days=900), letter_id=bench.entry("Vandaag").letter_id, phrase="Ver weg"
    )
    bench.view.load()
    bench.settle()
    assert "Ver weg" not in [spot.entry.phrase for spot in timeline.spots if spot.entry]
    timeline.centre_on(TODAY + dt.timedelta(days=900))
    bench.bot.waitUntil(lambda: "Ver weg" in [spot.entry.phrase for spot in timeline.spots if spot.entry])
    bench.press(Qt.Key.Key_Home, widget=timeline)
    first, last = timeline.days_in_view()
    assert first <= TODAY <= last


def test_recesses_are_shaded(bench, timeline):
    timeline.centre_on(dt.date(2026, 7, 3))
    bench.settle()
    picture = timeline.viewport().grab().toImage()
    y = timeline.viewport().height() - 20
    x = round(timeline.x_in_view(dt.date(2026, 7, 3))) + NAMES_PX

    def ground(days):
        return picture.pixelColor(x + days * timeline.axis.day_px + 12, y).name()

    assert ground(0) == ground(3) != ground(-1)


def test_the_language_switches(bench, timeline):
    i18n.set_language("nl")
    bench.place.bus.language_changed.emit()
    bench.settle()
    page = bench.view.page
    assert page.zooms[Zoom.QUARTER].text() == "Kwartaal"
    assert page.lanes_box.currentText() == "per ministerie"
    assert timeline.accessibleName().startswith("Tijdlijn, ")
