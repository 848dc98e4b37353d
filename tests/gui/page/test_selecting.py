"""Selecting words with the mouse and with keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from griffie.domain.flow import Flow
from griffie.domain.layout import LetterLayout
from griffie.ui.page.geometry import PagePoint
from tests.gui.page.conftest import LINES
from tests.gui.page.fakes import HEIGHT_PT, WIDTH_PT, page_of

SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def ready(view, document, rested):
    """The view with its text in reading order."""
    texts = [(document.pages.get(index) or page_of(index, []))[0] for index in range(len(document.sizes))]
    view.set_flow(Flow(texts, LetterLayout(texts)))
    rested()
    view.setFocus()
    return view


def place(view, page_index, word, after=False, share=0.0):
    """Where a word begins or ends, in the viewport, `share` of a character inside it."""
    for text, x, y in LINES[page_index]:
        if word in text:
            start = text.index(word) + (len(word) - share if after else share)
            point = PagePoint(page_index, x + start * WIDTH_PT, y + HEIGHT_PT / 2)
            return view.position_of(point).toPoint()
    raise LookupError(word)


def drag(view, start, end, modifier=Qt.KeyboardModifier.NoModifier):
    target = view.viewport()
    QTest.mousePress(target, Qt.MouseButton.LeftButton, modifier, start)
    QTest.mouseMove(target, (start + end) / 2)
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, modifier, end)


def click(view, position, times=1, modifier=Qt.KeyboardModifier.NoModifier):
    target = view.viewport()
    for count in range(times):
        if count % 2:
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, modifier, position)
        else:
            QTest.mousePress(target, Qt.MouseButton.LeftButton, modifier, position)
            QTest.mouseRelease(target, Qt.MouseButton.LeftButton, modifier, position)


def quote(view):
    selection = view.selection()
    return selection.quote if selection is not None else None


def test_dragging_over_words_selects_exactly_those(qtbot, ready):
    with qtbot.waitSignal(ready.selection_changed):
        drag(ready, place(ready, 0, "minister"), place(ready, 0, "zal", after=True))
    assert quote(ready) == "minister zal"
    (span,) = ready.selection().spans
    assert (span.page_index, span.raw_exact) == (0, "minister zal")


def test_dragging_backwards_selects_the_same(ready):
    drag(ready, place(ready, 0, "zal", after=True), place(ready, 0, "minister"))
    assert quote(ready) == "minister zal"


def test_a_drag_goes_across_lines(ready):
    drag(ready, place(ready, 0, "Kamer"), place(ready, 0, "voor het", after=True))
    assert quote(ready) == "Kamer voor het"


def test_a_drag_goes_across_pages(ready, rested):
    ready.set_zoom(0.5)
    rested()
    drag(ready, place(ready, 0, "Dank"), place(ready, 1, "tweede", after=True))
    assert [span.page_index for span in ready.selection().spans] == [0, 1]
    assert quote(ready).startswith("Dank u wel.")
    assert quote(ready).endswith("tweede")


def test_two_clicks_select_the_word(ready):
    click(ready, place(ready, 0, "zomerreces", share=4), times=2)
    assert quote(ready) == "zomerreces"


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_two_clicks_on_the_last_letter_select_that_word(ready, share):
    click(ready, place(ready, 0, "minister", after=True, share=share), times=2)
    assert quote(ready) == "minister"


def test_three_clicks_select_the_sentence(ready):
    click(ready, place(ready, 0, "zomerreces", share=4), times=3)
    assert quote(ready) == "De minister zal de Kamer voor het zomerreces informeren."


def test_dragging_on_after_two_clicks_takes_whole_words(ready):
    target, end = ready.viewport(), place(ready, 0, "Kamer", share=2)
    press_twice(target, place(ready, 0, "minister", share=3))
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=end)
    assert quote(ready) == "minister zal de Kamer"


def press_twice(target, position):
    """A click, and a second press that is held: QTest has none."""
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=position)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=position)


def test_shift_and_a_click_extend_the_selection(ready):
    drag(ready, place(ready, 0, "minister"), place(ready, 0, "minister", after=True))
    click(ready, place(ready, 0, "Kamer", after=True), modifier=SHIFT)
    assert quote(ready) == "minister zal de Kamer"


def test_a_click_without_a_drag_selects_nothing(ready):
    drag(ready, place(ready, 0, "minister"), place(ready, 0, "zal", after=True))
    click(ready, place(ready, 0, "wel"))
    assert quote(ready) is None
    assert not ready.has_selection()


def test_escape_selects_nothing(ready):
    drag(ready, place(ready, 0, "minister"), place(ready, 0, "zal", after=True))
    QTest.keyClick(ready, Qt.Key.Key_Escape)
    assert quote(ready) is None


def test_alt_and_a_drag_select_an_area_without_text(ready):
    start, end = place(ready, 0, "minister"), place(ready, 0, "het", after=True)
    drag(ready, start, end, ALT)
    selection = ready.selection()
    assert (selection.quote, len(selection.spans)) == ("", 1)
    (span,) = selection.spans
    assert (span.start, span.end, span.raw_exact) == (0, 0, "")
    left, top = span.quads[0][0:2]
    assert (left, top) == (pytest.approx(40 + 3 * WIDTH_PT, abs=1), pytest.approx(65, abs=1))


def test_on_a_page_without_text_every_drag_selects_an_area(ready, rested):
    ready.go_to_page(4)
    rested()
    drag(ready, QPoint(200, 100), QPoint(300, 200))
    (span,) = ready.selection().spans
    assert (span.page_index, span.start, span.end) == (4, 0, 0)


def test_a_speck_of_an_area_selects_nothing(ready):
    start = place(ready, 0, "minister")
    drag(ready, start, start + QPoint(1, 1), ALT)
    assert ready.selection() is None


def test_a_drag_before_the_boxes_are_there_counts_once_they_are(qtbot, ready, document):
    document.holds_boxes = True
    ready.words.set_source(document)
    drag(ready, place(ready, 0, "minister"), place(ready, 0, "zal", after=True))
    assert ready.selection() is None
    document.answer_boxes()
    qtbot.waitUntil(lambda: quote(ready) == "minister zal")


def test_dragging_beyond_the_edge_scrolls(qtbot, ready):
    ready.set_zoom(2.0)
    target = ready.viewport()
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=place(ready, 0, "minister"))
    QTest.mouseMove(target, QPoint(100, 300))
    QTest.mouseMove(target, QPoint(100, target.height() + 60))
    qtbot.waitUntil(lambda: ready.verticalScrollBar().value() > 100)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(100, 300))
    now = ready.verticalScrollBar().value()
    QTest.mouseMove(target, QPoint(100, 310))
    assert ready.verticalScrollBar().value() == now


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.3])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_are_hit_at_every_zoom_and_turn(ready, zoom, turn):
    ready.set_zoom(zoom)
    ready.set_turn(turn)
    ready.show_box(0, (40, 60, 180, 70))
    drag(ready, place(ready, 0, "minister"), place(ready, 0, "zal", after=True))
    assert quote(ready) == "minister zal"


# keys


def test_shift_and_arrows_select_from_where_one_clicked(ready):
    click(ready, place(ready, 0, "minister"))
    for _ in range(3):
        QTest.keyClick(ready, Qt.Key.Key_Right, SHIFT)
    assert quote(ready) == "min"
    QTest.keyClick(ready, Qt.Key.Key_Left, SHIFT)
    assert quote(ready) == "mi"


def test_control_shift_and_arrows_select_by_word(ready):
    click(ready, place(ready, 0, "minister"))
    QTest.keyClick(ready, Qt.Key.Key_Right, SHIFT | CONTROL)
    QTest.keyClick(ready, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert quote(ready) == "minister zal"


def test_shift_end_and_home_select_to_the_edges_of_the_line(ready):
    click(ready, place(ready, 0, "zal"))
    QTest.keyClick(ready, Qt.Key.Key_End, SHIFT)
    assert quote(ready) == "zal de Kamer"
    QTest.keyClick(ready, Qt.Key.Key_Home, SHIFT)
    assert quote(ready) == "De minister"


def test_shift_down_keeps_the_column(ready):
    click(ready, place(ready, 0, "minister"))
    QTest.keyClick(ready, Qt.Key.Key_Down, SHIFT)
    assert quote(ready) == "minister zal de Kamer voo"


def test_keys_begin_at_the_top_of_the_page_where_nothing_was_clicked(ready):
    QTest.keyClick(ready, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert quote(ready) == "De"


def test_f7_moves_the_caret_in_place_of_the_page(qtbot, ready):
    with qtbot.waitSignal(ready.caret_mode_changed) as heard:
        QTest.keyClick(ready, Qt.Key.Key_F7)
    assert heard.args == [True]
    assert ready.keys.edge() is not None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(ready, key)
    QTest.keyClick(ready, Qt.Key.Key_Right, SHIFT)
    assert quote(ready) == "m"
    assert ready.verticalScrollBar().value() == 0
    QTest.keyClick(ready, Qt.Key.Key_F7)
    ready.clear_selection()
    QTest.keyClick(ready, Qt.Key.Key_Down)
    assert ready.verticalScrollBar().value() > 0


def test_control_a_selects_the_whole_letter(ready):
    QTest.keyClick(ready, Qt.Key.Key_A, CONTROL)
    assert quote(ready).startswith("De minister")
    assert quote(ready).endswith("staat een termijn.")


def test_a_selection_over_pages_never_seen_is_told_again_when_it_is_complete(qtbot, ready, document, monkeypatch):
    monkeypatch.setattr("griffie.ui.page.selected.WAIT_S", 0.0)
    document.holds_boxes = True
    ready.words.set_source(document)
    QTest.keyClick(ready, Qt.Key.Key_A, CONTROL)
    assert ready.selection() is None
    assert ready.has_selection()
    with qtbot.waitSignal(ready.selection_changed):
        document.answer_boxes()
    assert quote(ready).endswith("staat een termijn.")


def test_control_c_copies_clean_text_and_nothing_else(ready):
    QGuiApplication.clipboard().clear()
    drag(ready, place(ready, 0, "Kamer"), place(ready, 0, "voor", after=True))
    QTest.keyClick(ready, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Kamer voor"
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_the_selection_is_told_to_those_who_cannot_see_it(qtbot, ready):
    drag(ready, place(ready, 0, "minister"), place(ready, 0, "zal", after=True))
    qtbot.waitUntil(lambda: "Selected: minister zal" in ready.accessibleDescription())


def test_the_selection_is_painted_over_its_words_only(ready):
    drag(ready, place(ready, 0, "minister"), place(ready, 0, "zal", after=True))
    picture = ready.viewport().grab().toImage()
    inside = picture.pixelColor(place(ready, 0, "minister", share=2))
    outside = picture.pixelColor(place(ready, 0, "Kamer", share=2))
    assert inside != outside
    assert ready.point_at(QPointF(place(ready, 0, "Kamer"))).page_index == 0
