"""The overviews as a whole: what is counted, the latest question wins, empty states, what is remembered."""

import threading

import pytest

from griffie.base import i18n
from griffie.base.errors import UserError
from griffie.domain.changes import Changes
from griffie.domain.overview import Dimension
from griffie.services import overview as services
from griffie.store.register_rows import count
from griffie.ui.overviews.counting import REMEMBERED
from griffie.ui.remembered import Remembered
from tests.gui.overviews.conftest import settle
from tests.gui.overviews.test_table import choose, names
from tests.helpers.generated_lines import Line, drawn, put


def test_it_opens_on_what_is_followed_per_ministry(view, lines):
    followed = [line for line in lines if line.alone]
    assert view.bar.count.text() == f"{len(followed)} items"
    assert set(names(view)) == {line.ministry or "not given" for line in followed}
    assert view.stack.currentWidget() is view.splitter


def test_each_box_limits_what_is_counted(qtbot, place, view, lines):
    def made():
        number = view.table.total.numbers.rows[0].tally.made
        assert number == count(place.desk.register, view._counted.overview.wanted)
        return number

    choose(qtbot, view, view.bar.kind, "motion")
    motions = [line for line in lines if line.kind == "motion"]
    assert made() == len(motions)
    choose(qtbot, view, view.bar.first, "2023")
    choose(qtbot, view, view.bar.last, "2024")
    motions = [line for line in motions if line.made_on[:4] in ("2023", "2024")]
    assert made() == len(motions)
    choose(qtbot, view, view.bar.chamber, "EK")
    assert made() == len([line for line in motions if line.chamber == "EK"])


def test_the_latest_question_wins_and_the_earlier_one_is_told_to_stop(qtbot, view, monkeypatch):
    begun, go_on, stopped = threading.Event(), threading.Event(), []
    real = services.overview

    def slow(desk, wanted, dimension, today, *, by_year, stop):
        if dimension is Dimension.CHAMBER:
            begun.set()
            go_on.wait(10)
            stopped.append(stop())
        return real(desk, wanted, dimension, today, by_year=by_year)

    monkeypatch.setattr(services, "overview", slow)
    shown = []
    view.table.table.numbers.modelReset.connect(lambda: shown.append(view.table.table.numbers.overview.dimension))
    view.bar.by.setCurrentIndex(view.bar.by.findData(Dimension.CHAMBER))
    qtbot.waitUntil(begun.is_set)
    assert view.bar.count.text() == "Counting..."
    view.bar.by.setCurrentIndex(view.bar.by.findData(Dimension.KIND))
    go_on.set()
    settle(qtbot, view)
    assert stopped == [True]
    assert shown == [Dimension.KIND]
    assert set(names(view)) == {"Commitment", "Motion", "Request", "Deadline"}


def test_what_was_counted_is_remembered_until_somebody_writes(qtbot, place, view, monkeypatch):
    asked = []
    real = services.overview

    def heard(desk, wanted, dimension, *args, **named):
        asked.append(dimension)
        return real(desk, wanted, dimension, *args, **named)

    monkeypatch.setattr(services, "overview", heard)
    choose(qtbot, view, view.bar.by, Dimension.KIND)
    choose(qtbot, view, view.bar.by, Dimension.MINISTRY)
    view.load()
    settle(qtbot, view)
    assert asked == [Dimension.KIND]
    before = view.table.total.numbers.rows[0].tally.made
    put(place.desk.register, [Line(999, "x", "motion", "M9", "", "open", 0, "~", "2025-01-01", *[""] * 7, "", 0, "")])
    view.load()
    settle(qtbot, view)
    assert asked == [Dimension.KIND, Dimension.MINISTRY]
    assert view.table.total.numbers.rows[0].tally.made == before + 1


def test_only_so_many_answers_are_remembered(qtbot, view):
    for dimension in Dimension:
        for kind in ("motion", "request"):
            choose(qtbot, view, view.bar.kind, kind)
        choose(qtbot, view, view.bar.by, dimension)
    assert len(view._counting._kept) == REMEMBERED


def test_an_empty_register_says_how_something_comes_to_be_counted(make_view):
    view = make_view()
    assert view.stack.currentWidget() is view.empty
    assert view.empty.title.text() == "Nothing to count yet"
    assert not view.empty.button.isVisible()
    assert view.paper() is None
    assert view.panes() == [view.bar.by]


def test_limits_that_leave_nothing_can_be_taken_away(qtbot, place, make_view):
    deadline = Line(1, "a", "deadline", "T1", "", "open", 0, "~", "2025-01-01", "JenV", *[""] * 6, "", 0, "", alone=0)
    put(place.desk.register, [deadline])
    view = make_view()
    assert view.empty.title.text() == "Nothing found"
    view.empty.button.click()
    settle(qtbot, view)
    assert view.stack.currentWidget() is view.splitter
    assert names(view) == ["JenV"]
    assert view.panes()[0] is view.table.table


def test_a_change_of_the_register_is_counted_while_the_view_is_up(qtbot, place, view, lines):
    put(place.desk.register, [line for line in drawn(9, 330) if line.seq > 300])
    before = view.bar.count.text()
    place.bus.changed.emit(Changes(), None)
    settle(qtbot, view)
    assert view.bar.count.text() != before
    view.hide()
    place.bus.changed.emit(Changes(), None)
    assert not view.is_counting


def test_the_current_row_stays_when_the_numbers_change(qtbot, view):
    table = view.table.table
    table.setCurrentIndex(table.model().index(2, 4))
    name = names(view)[2]
    view.load()
    settle(qtbot, view)
    assert (names(view)[table.currentIndex().row()], table.currentIndex().column()) == (name, 4)


def test_a_register_that_cannot_be_read_is_told_of(qtbot, place, view, monkeypatch):
    def broken(*_args, **_named):
        raise UserError("The register is damaged.")

    monkeypatch.setattr(services, "version", broken)
    told = []
    place.bus.failed.connect(told.append)
    view.load()
    settle(qtbot, view)
    assert [str(error) for error in told] == ["The register is damaged."]
    assert view.bar.count.text() == ""


def test_the_choices_are_remembered(qtbot, view, make_view, remembered, tmp_path):
    choose(qtbot, view, view.bar.by, Dimension.COMMITTEE)
    choose(qtbot, view, view.bar.kind, "motion")
    choose(qtbot, view, view.bar.measure, "late")
    view.bar.per_year.setChecked(True)
    view.bar.chart.setChecked(False)
    remembered.save()
    other = make_view()
    assert other.bar.choice() == view.bar.choice()
    assert other.bar.per_year.isChecked()
    assert not other.charts.isVisible()
    assert Remembered(tmp_path / "window.toml").text("overviews_measure") == "late"


def test_the_widths_of_the_panes_are_remembered(view, make_view):
    view.splitter.setSizes([700, 700])
    sizes = view.splitter.sizes()
    make_view.close(view)
    assert make_view().splitter.sizes() == pytest.approx(sizes, abs=2)


def test_all_texts_follow_the_language(place, view):
    i18n.set_language("nl")
    place.bus.language_changed.emit()
    assert view.bar.by.currentText() == "per ministerie"
    assert view.bar.kind.currentText() == "alle items"
    assert view.table.table.numbers.headerData(1, _horizontal()) == "Aantal"
    assert view.table.total.numbers.index(0, 0).data() == "Alle items"
    assert view.table.table.accessibleName() == "Overzicht"


def _horizontal():
    from PySide6.QtCore import Qt

    return Qt.Orientation.Horizontal


def test_every_control_has_a_name_for_a_screen_reader(view):
    bar = view.bar
    for box in (bar.by, bar.kind, bar.first, bar.last, bar.chamber, bar.measure):
        assert box.accessibleName()
    assert bar.per_year.text() == "Years"
    assert bar.chart.text() == "Chart"
    assert view.table.total.accessibleName() == "Total of the overview"


def test_in_a_narrow_window_the_charts_stand_below_the_table(view):
    view.resize(900, 700)
    assert view.charts.mapTo(view, view.charts.rect().topLeft()).y() > view.table.height() / 2
    view.resize(1400, 700)
    assert view.charts.mapTo(view, view.charts.rect().topLeft()).x() > view.table.width() / 2
