"""The bars: parts of all items, patterns besides colours, and a click that shows the items of a bar."""

import re
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from griffie.base import i18n
from griffie.domain.overview import Dimension, Measure, Part
from griffie.store.register_rows import count
from griffie.ui.overviews.bars import Look, of_rows, of_years
from griffie.ui.overviews.charts import look_of
from griffie.ui.theme import DARK, LIGHT
from tests.gui.overviews.test_table import choose, led_to, names


def labels(chart):
    from PySide6.QtCharts import QBarCategoryAxis

    (axis,) = [axis for axis in chart.chart().axes() if isinstance(axis, QBarCategoryAxis)]
    return axis.categories()


def values(one):
    return [one.at(place) for place in range(one.count())]


class Tip:
    """What stands beside the pointer; the offscreen screen cannot raise a real one."""

    shown = ""

    def showText(self, _at, text, _widget):  # noqa: N802  as Qt has it
        self.shown = text

    def hideText(self):  # noqa: N802
        self.shown = ""


@pytest.fixture(autouse=True)
def tip(monkeypatch):
    tip = Tip()
    monkeypatch.setattr("griffie.ui.overviews.charts.QToolTip", tip)
    return tip


def test_the_bars_are_the_first_rows_of_the_table(view):
    chart = view.charts.rows
    shown = labels(chart)[::-1]
    assert shown == names(view)[: len(shown)]
    assert len(shown) == min(len(names(view)), chart._room) > 1
    sums = [sum(parts) for parts in zip(*map(values, chart.sets), strict=True)]
    assert sums[::-1] == [row.tally.made for row in view.table.table.numbers.rows][: len(shown)]


def test_the_bars_follow_the_order_of_the_table(view):
    view.table.table.numbers.sort(0, Qt.SortOrder.DescendingOrder)
    assert labels(view.charts.rows)[-1] == names(view)[0] == max(names(view), key=str.casefold)


def test_a_click_on_a_part_shows_as_many_items_as_the_bar_tells(qtbot, place, view):
    chart = view.charts.rows
    drawing = chart.drawing.cut(chart._room)
    for one, told in zip(chart.sets, drawing.sets, strict=True):
        for place_of_bar, bar in enumerate(reversed(told.bars)):
            wanted = led_to(qtbot, view, lambda s=one, n=place_of_bar: s.clicked.emit(n))
            number = int(re.findall(r"\d+", bar.told)[-1])
            assert number == (0 if wanted is None else count(place.desk.register, wanted)), bar.told


def test_a_real_click_reaches_the_bar(qtbot, view):
    chart = view.charts.rows
    qtbot.waitExposed(chart)
    first = len(labels(chart)) - 1
    middle = chart.chart().mapToPosition(_point(values(chart.sets[0])[first] / 2, first))
    at = chart.mapFromScene(chart.chart().mapToScene(middle))
    wanted = led_to(qtbot, view, lambda: qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at))
    assert wanted == chart.drawing.sets[0].bars[0].wanted is not None


def _point(x, y):
    from PySide6.QtCore import QPointF

    return QPointF(x, y)


def test_the_pointer_above_a_bar_tells_its_number(view, tip):
    chart = view.charts.rows
    chart.sets[0].hovered.emit(True, len(labels(chart)) - 1)
    assert tip.shown == chart.drawing.sets[0].bars[0].told
    assert tip.shown.startswith(f"{names(view)[0]}\nSettled: ")
    chart.sets[0].hovered.emit(False, 0)
    assert tip.shown == ""


def test_what_was_made_in_a_year_and_settled_of_it_stands_below(qtbot, place, view):
    chart = view.charts.years
    total = view._counted.overview.total.by_year
    assert labels(chart) == ["2022", "2023", "2024", "2025", "2026"]
    made, settled = map(values, chart.sets)
    assert made == [total[year].made for year in labels(chart)]
    assert settled == [total[year].settled for year in labels(chart)]
    wanted = led_to(qtbot, view, lambda: chart.sets[1].clicked.emit(2))
    assert count(place.desk.register, wanted) == total["2024"].settled


def test_rows_that_are_years_need_no_second_chart(qtbot, view):
    choose(qtbot, view, view.bar.by, Dimension.YEAR)
    assert not view.charts.years.isVisible()
    choose(qtbot, view, view.bar.by, Dimension.KIND)
    assert view.charts.years.isVisible()


def test_one_number_can_be_charted(qtbot, view):
    choose(qtbot, view, view.bar.measure, Measure.SHARE_LATE)
    (bars,) = view.charts.rows.sets
    rows = view.table.table.numbers.rows[: bars.count()]
    assert values(bars)[::-1] == pytest.approx([100 * (row.tally.share_late or 0) for row in rows])
    assert view.charts.rows.chart().title().startswith("Share late")
    assert view.charts.rows.legend.entries == ()


def test_as_many_bars_as_have_room_for_their_name_and_the_title_says_of_how_many(qtbot, view):
    choose(qtbot, view, view.bar.by, Dimension.DOSSIER)
    view.resize(1400, 420)
    few = labels(view.charts.rows)
    assert len(few) < len(names(view))
    assert view.charts.rows.chart().title() == f"What has become of them (the first {len(few)} rows)"
    view.resize(1400, 900)
    assert len(labels(view.charts.rows)) == len(names(view))
    assert view.charts.rows.chart().title() == "What has become of them"


def test_parts_differ_by_pattern_and_not_by_colour_alone():
    for theme in (LIGHT, DARK):
        parts = [look_of(look, theme) for look in (Look.SETTLED, Look.LAPSED, Look.PARTLY, Look.IN_TIME, Look.LATE)]
        assert len({brush.style() for brush, _pen in parts}) == len(parts) == len(Part)


def test_a_screen_reader_is_told_that_the_table_has_the_same_numbers(view):
    for chart in (view.charts.rows, view.charts.years):
        assert chart.accessibleName()
        assert "table" in chart.accessibleDescription()
    assert view.charts.rows.legend.accessibleName() == "Settled, Lapsed, Partly settled, Still open, Late"


def test_names_that_are_cut_alike_keep_their_own_bars(view):
    from griffie.ui.overviews.charts import _distinct

    found = _distinct(["Minister van Buitenlandse Zaken", "Minister van Buitenlandse Handel", "A"])
    assert len(set(found)) == 3
    assert [name.strip("\u200b") for name in found[:2]] == ["Minister van Buitenland…"] * 2


def test_the_charts_change_with_theme_and_language(place, view):
    place.theme = DARK
    place.bus.theme_changed.emit(DARK)
    assert view.charts.rows.sets[0].brush().color() == DARK.accent
    i18n.set_language("nl")
    place.bus.language_changed.emit()
    assert view.charts.rows.sets[0].label() == "Voldaan"
    assert view.charts.rows.chart().title().startswith("Wat ervan geworden is")


def test_a_closed_pane_draws_nothing(qtbot, view):
    view.bar.chart.setChecked(False)
    assert not view.charts.isVisible()
    drawn = view.charts.rows.drawing
    choose(qtbot, view, view.bar.by, Dimension.KIND)
    assert view.charts.rows.drawing is drawn
    view.bar.chart.setChecked(True)
    assert view.charts.rows.drawing is not drawn


def test_a_drawing_of_nothing_is_no_fault(make_view):
    view = make_view()
    overview = view._counted.overview
    assert of_years(overview) is None
    assert of_rows(overview, [], None).names == ()


@pytest.mark.parametrize(("chart", "loaded"), [(False, "[False, False]"), (True, "[False, True]")])
def test_qtcharts_is_loaded_when_a_chart_is_shown_and_not_before(tmp_path, chart, loaded):
    """In a program of its own: here it is loaded long since."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.overviews.unseen", str(tmp_path), str(chart)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == loaded
