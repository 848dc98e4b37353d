"""Moving through a letter: zoom, fit, turning, going to pages, what is drawn and what is asked for."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from griffie.ui.page.position import Fit, ViewPosition
from griffie.ui.page.view import PageView
from tests.gui.page.fakes import FakeDocument


def wheel(view, position, notches, modifiers=Qt.KeyboardModifier.NoModifier):
    target = view.viewport()
    event = QWheelEvent(
        QPointF(position),
        QPointF(target.mapToGlobal(position)),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def grey_at(view, position):
    return view.viewport().grab().toImage().pixelColor(position).red()


def same(a, b):
    return (a.page_index, a.x_pt, a.y_pt) == (b.page_index, pytest.approx(b.x_pt, abs=1), pytest.approx(b.y_pt, abs=1))


def test_a_page_is_painted_with_what_the_document_drew(qtbot, view):
    qtbot.waitUntil(lambda: grey_at(view, view.viewport().rect().center()) == 100)


def test_the_page_that_is_seen_is_asked_for_first_and_its_neighbours_after(qtbot):
    document = FakeDocument()
    view = PageView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.set_document(document, document.sizes)
    view.set_fit(Fit.PAGE)
    view.go_to_page(4)
    del document.asked[:]
    view.go_to_page(7)
    qtbot.waitUntil(lambda: view.pictures.is_idle() and len(document.asked) >= 3)
    assert [asked.page_index for asked in document.asked] == [7, 8, 6, 9]


def test_what_scrolled_away_before_it_was_drawn_is_dropped(qtbot, view, document):
    qtbot.waitUntil(view.pictures.is_idle)
    document.holds = True
    view.go_to_page(5)
    first = document.waiting[0]
    view.go_to_page(9)
    assert first.future.cancelled()
    assert {asked.page_index for asked in document.waiting if not asked.future.cancelled()} == {9}
    document.answer()
    qtbot.waitUntil(lambda: grey_at(view, view.viewport().rect().center()) == 109)


def test_zooming_keeps_the_point_under_the_pointer(view):
    view.go_to_page(3)
    position = QPoint(333, 217)
    wheel(view, position, 4, Qt.KeyboardModifier.ControlModifier)
    for notches in (1, 2, -1, 3, -4, -3):
        before = view.point_at(QPointF(position))
        wheel(view, position, notches, Qt.KeyboardModifier.ControlModifier)
        if view.horizontalScrollBar().maximum() > 0:
            assert same(view.point_at(QPointF(position)), before)
        else:
            assert view.point_at(QPointF(position)).y_pt == pytest.approx(before.y_pt, abs=1)


def test_the_old_picture_is_scaled_while_the_new_one_is_drawn(qtbot, view, document):
    qtbot.waitUntil(lambda: grey_at(view, view.viewport().rect().center()) == 100)
    document.holds = True
    view.set_zoom(2.0)
    assert grey_at(view, view.viewport().rect().center()) == 100
    document.holds = False
    document.answer()
    qtbot.waitUntil(view.pictures.is_idle)


def test_the_zoom_has_bounds(view):
    view.set_zoom(100.0)
    assert view.zoom == 8.0
    view.set_zoom(0.0001)
    assert view.zoom == 0.1


def test_zoom_steps_go_up_and_down_the_same_ladder(view):
    view.zoom_in()
    assert view.zoom == 1.1
    view.zoom_out()
    view.zoom_out()
    assert view.zoom == 0.9


def test_fit_width_follows_the_window(qtbot, view):
    with qtbot.waitSignal(view.zoom_changed):
        view.set_fit(Fit.WIDTH)
    narrow = view.zoom
    view.resize(1000, 500)
    qtbot.waitUntil(lambda: view.zoom > narrow)
    assert view.horizontalScrollBar().maximum() == 0


def test_fit_page_shows_the_whole_page(view):
    view.go_to_page(2)
    view.set_fit(Fit.PAGE)
    frame, (_, top, _, bottom) = view.stack.frame(2), view.view_box()
    assert top <= frame.top
    assert frame.bottom <= bottom


def test_turning_the_view_keeps_the_page_and_asks_for_it_turned(qtbot, view, document):
    view.go_to_page(2)
    view.set_turn(90)
    assert view.current_page == 2
    qtbot.waitUntil(view.pictures.is_idle)
    assert document.asked[-1].rotation == 90
    frame = view.stack.frame(2)
    assert frame.width > frame.height


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_End, 9), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, 5), (Qt.Key.Key_PageUp, 3)]
)
def test_keys_turn_pages_where_a_page_fits_the_window(view, key, page):
    view.set_fit(Fit.PAGE)
    view.go_to_page(4)
    QTest.keyClick(view, key)
    assert view.current_page == page


def test_space_and_arrows_scroll(view):
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.view_box()[1] > 300
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() == 0


def test_the_page_asked_for_is_the_current_one_even_at_the_end_of_the_letter(qtbot, view):
    view.set_zoom(0.3)
    with qtbot.waitSignal(view.page_changed) as heard:
        view.go_to_page(9)
    assert heard.args == [9]
    assert view.current_page == 9
    wheel(view, QPoint(100, 100), 1)
    assert view.current_page != 9


def test_a_position_is_gone_back_to(qtbot, view):
    view.set_zoom(1.7)
    view.go_to_page(6, 0.4)
    kept = view.position()
    view.set_fit(Fit.PAGE)
    view.go_to_page(0)
    view.restore(kept)
    now = view.position()
    assert (now.page_index, now.zoom, now.fit) == (6, 1.7, Fit.NONE)
    assert (now.x, now.y) == (pytest.approx(kept.x, abs=0.01), pytest.approx(kept.y, abs=0.01))


def test_a_position_beyond_the_letter_leads_to_its_last_page(view):
    view.restore(ViewPosition(page_index=99, y=0.1, zoom=1.0, fit=Fit.NONE))
    assert view.current_page == 9


def test_a_page_that_fails_says_so_and_is_tried_again_only_when_asked(qtbot, document, view):
    document.broken.add(4)
    view.go_to_page(4)
    qtbot.waitUntil(lambda: view._failures.get(4) is not None)
    tile = view._failures.get(4)
    assert "Page 5 cannot be shown" in tile.headline.text()
    assert "took too long" in tile.message.text()
    asked = sum(one.page_index == 4 for one in document.asked)
    view.go_to_page(0)
    view.go_to_page(4)
    qtbot.waitUntil(view.pictures.is_idle)
    assert sum(one.page_index == 4 for one in document.asked) == asked
    document.broken.clear()
    qtbot.mouseClick(tile.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view._failures.get(4) is None and grey_at(view, QPoint(350, 250)) == 104)


def test_other_pages_go_on_beside_a_failed_one(qtbot, document, view):
    document.broken.add(0)
    view.pictures.set_source(document)
    view.go_to_page(1)
    qtbot.waitUntil(lambda: grey_at(view, view.viewport().rect().center()) == 101)


def test_a_page_too_big_for_one_picture_is_drawn_in_tiles_of_what_is_seen(qtbot, view, document):
    view.set_zoom(8.0)
    qtbot.waitUntil(view.pictures.is_idle)
    tiles = [asked for asked in document.asked if asked.clip is not None]
    assert tiles
    assert all(asked.page_index == 0 for asked in tiles)
    assert len(tiles) <= 6
    qtbot.waitUntil(lambda: grey_at(view, view.viewport().rect().center()) == 100)


def test_pictures_stay_within_their_budget(qtbot, document):
    view = PageView()
    view.pictures._most_bytes = 5_000_000
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.set_document(document, document.sizes)
    view.set_zoom(1.5)
    for page in range(10):
        view.go_to_page(page)
        qtbot.waitUntil(view.pictures.is_idle)
        assert 0 < view.pictures.cache.size_bytes <= 5_000_000


def test_without_a_document_there_is_nothing_to_go_to(view):
    view.set_document(None)
    assert view.current_page == -1
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(view.viewport(), QPoint(60, 60))
    assert view.position().page_index == 0
    assert view.selection() is None


def test_the_page_is_named_for_those_who_cannot_see_it(qtbot, view):
    view.go_to_page(3)
    qtbot.waitUntil(lambda: view.accessibleDescription() == "Page 4 of 10.")
    assert view.accessibleName() == "Pages of the letter"
