"""Highlights on the page: colours, clicks, the selected one, moving its ends, leading the eye to a passage."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from griffie.domain.kinds import ItemKind
from griffie.domain.passage import Span
from griffie.ui.page.colours import LightColours
from griffie.ui.page.geometry import PagePoint, quad_of
from griffie.ui.page.highlights import Highlight
from tests.gui.page.test_selecting import place, quote, ready

__all__ = ["ready"]


def over(document, words, page_index=0, name="one", kind=ItemKind.COMMITMENT, **how):
    text, boxes = document.pages[page_index]
    start = text.stripped.index(words.replace(" ", ""))
    end = start + len(words.replace(" ", ""))
    quads = tuple(boxes.quad(offset) for offset in range(start, end))
    return Highlight(name, kind, (Span(page_index, start, end, words, quads),), **how)


def centre(view, box, page_index=0):
    return view.position_of(PagePoint(page_index, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)).toPoint()


def colour_at(view, position):
    return view.viewport().grab().toImage().pixelColor(position)


@pytest.fixture
def boxed(view, rested):
    """A commitment with a deadline in it, and a suggested motion, as areas that are easy to hit."""
    rested()
    boxes = {"outer": (40, 200, 340, 260), "inner": (100, 215, 160, 240), "maybe": (40, 300, 200, 330)}
    kinds = {"outer": ItemKind.COMMITMENT, "inner": ItemKind.DEADLINE, "maybe": ItemKind.MOTION}
    view.set_highlights(
        Highlight(name, kinds[name], (Span(0, 0, 5, "x" * 5, (quad_of(box),)),), suggested=name == "maybe")
        for name, box in boxes.items()
    )
    return boxes


def test_a_highlight_tints_its_words_and_overlapping_ones_both_show(view, boxed):
    plain = colour_at(view, view.position_of(PagePoint(0, 300, 350)).toPoint())
    outer = colour_at(view, view.position_of(PagePoint(0, 300, 230)).toPoint())
    inner = colour_at(view, centre(view, boxed["inner"]))
    assert outer.red() < plain.red()
    assert inner.blue() < outer.blue()


def test_black_text_stays_black_below_a_highlight(qtbot, view, document, boxed):
    view.pictures.cache.clear()
    document.sizes = list(document.sizes)
    black = QColor("black")
    view.canvas.paint_page = lambda painter, stack, index, view_box, ratio: bool(
        painter.fillRect(stack.frame(index).left, stack.frame(index).top, 2000, 2000, black) or True
    )
    assert colour_at(view, centre(view, boxed["inner"])).lightness() == 0


def test_a_suggestion_is_an_outline_and_no_fill(view, boxed):
    plain = colour_at(view, view.position_of(PagePoint(0, 300, 350)).toPoint())
    assert colour_at(view, centre(view, boxed["maybe"])) == plain


@pytest.fixture
def slow_hand(qapp):
    """No two clicks make a double click."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(usual)


def test_a_click_names_the_smallest_highlight_and_the_next_click_the_one_below(qtbot, view, boxed, slow_hand):
    position = centre(view, boxed["inner"])
    for expected in ("inner", "outer", "inner"):
        with qtbot.waitSignal(view.highlight_clicked) as heard:
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=position)
        assert heard.args == [expected]
        view.select_highlight(expected)


def test_all_highlights_under_the_pointer_are_known(view, boxed):
    assert view.highlights_at(view.position_of(PagePoint(0, 130, 230))) == ["inner", "outer"]
    assert view.highlights_at(view.position_of(PagePoint(0, 130, 450))) == []


def test_the_highlight_under_the_pointer_is_told_and_so_is_leaving_it(qtbot, view, boxed):
    with qtbot.waitSignal(view.highlight_hovered) as heard:
        QTest.mouseMove(view.viewport(), centre(view, boxed["maybe"]))
    assert heard.args == ["maybe"]
    with qtbot.waitSignal(view.highlight_hovered) as heard:
        QTest.mouseMove(view.viewport(), view.position_of(PagePoint(0, 300, 450)).toPoint())
    assert heard.args == [""]


def test_the_selected_highlight_has_a_frame(view, boxed):
    edge = view.position_of(PagePoint(0, 200, 200)).toPoint() - QPoint(0, 1)
    before = colour_at(view, edge)
    view.select_highlight("outer")
    after = colour_at(view, edge)
    assert after != before
    assert after.blue() > after.red()


def test_a_highlight_that_is_gone_is_no_longer_selected(view, boxed):
    view.select_highlight("outer")
    view.set_highlights([])
    assert view.selected_id is None


def test_the_menu_is_asked_for_with_what_lies_there(qtbot, view, boxed):
    position = centre(view, boxed["inner"])
    with qtbot.waitSignal(view.context_menu_requested) as heard:
        from PySide6.QtGui import QContextMenuEvent
        from PySide6.QtWidgets import QApplication

        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, position, view.viewport().mapToGlobal(position))
        QApplication.sendEvent(view.viewport(), event)
    assert heard.args[1] == ["inner", "outer"]


def test_showing_a_passage_scrolls_there_and_leads_the_eye_once(qtbot, view):
    spans = (Span(7, 0, 5, "x" * 5, (quad_of((40, 300, 200, 310)),)),)
    view.show_passage(spans)
    assert view.visible_pages()[0] <= 7 <= view.visible_pages()[-1]
    position = view.position_of(PagePoint(7, 40, 300))
    assert 40 < position.y() < view.viewport().height() - 40
    assert view._flash.strength > 0
    qtbot.waitUntil(lambda: view._flash.strength == 0)


def test_without_motion_the_frame_stands_still(qtbot, view):
    view.set_reduced_motion(True)
    seen = set()
    view._flash.changed.connect(lambda: seen.add(view._flash.strength))
    view.show_passage((Span(2, 0, 5, "x" * 5, (quad_of((40, 300, 200, 310)),)),))
    qtbot.waitUntil(lambda: view._flash.strength == 0)
    assert seen == {0.0, 1.0}


def test_a_passage_in_view_is_not_scrolled(view, boxed):
    before = view.position()
    view.show_passage((Span(0, 0, 5, "x" * 5, (quad_of((40, 200, 200, 230)),)),))
    assert view.position() == before


# ends


@pytest.fixture
def tied(ready, document):
    """A commitment over "minister zal", selected."""
    ready.set_highlights([over(document, "minister zal")])
    ready.select_highlight("one")
    return ready


def test_dragging_the_end_of_a_highlight_adjusts_its_passage(qtbot, tied):
    target, end = tied.viewport(), place(tied, 0, "zal", after=True)
    with qtbot.waitSignal(tied.passage_adjusted) as heard:
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=end)
        QTest.mouseMove(target, place(tied, 0, "Kamer"))
        QTest.mouseMove(target, place(tied, 0, "Kamer", after=True))
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=place(tied, 0, "Kamer", after=True))
    assert heard.args[0] == "one"
    assert heard.args[1].quote == "minister zal de Kamer"
    assert not tied.has_selection()


def test_dragging_the_beginning_adjusts_it_too(qtbot, tied):
    target = tied.viewport()
    with qtbot.waitSignal(tied.passage_adjusted) as heard:
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=place(tied, 0, "minister"))
        QTest.mouseMove(target, place(tied, 0, "De") + QPoint(5, 0))
        QTest.mouseMove(target, place(tied, 0, "De"))
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=place(tied, 0, "De"))
    assert heard.args[1].quote == "De minister zal"


def test_keys_take_hold_of_an_end_and_move_it_by_word_and_character(qtbot, tied):
    QTest.keyClick(tied, "]")
    QTest.keyClick(tied, Qt.Key.Key_Right)
    assert quote(tied) == "minister zal de"
    QTest.keyClick(tied, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert quote(tied) == "minister zal de K"
    QTest.keyClick(tied, "[")
    QTest.keyClick(tied, Qt.Key.Key_Left)
    with qtbot.waitSignal(tied.passage_adjusted) as heard:
        QTest.keyClick(tied, Qt.Key.Key_Return)
    assert heard.args[1].quote == "De minister zal de K"


def test_escape_leaves_the_passage_as_it_was(qtbot, tied):
    with qtbot.assertNotEmitted(tied.passage_adjusted):
        QTest.keyClick(tied, "]")
        QTest.keyClick(tied, Qt.Key.Key_Right)
        QTest.keyClick(tied, Qt.Key.Key_Escape)
    assert not tied.has_selection()


def test_an_end_that_was_not_moved_adjusts_nothing(qtbot, tied):
    with qtbot.assertNotEmitted(tied.passage_adjusted):
        QTest.keyClick(tied, "]")
        QTest.keyClick(tied, Qt.Key.Key_Return)


def test_an_end_cannot_pass_the_other(tied):
    QTest.keyClick(tied, "]")
    for _ in range(5):
        QTest.keyClick(tied, Qt.Key.Key_Left)
    assert quote(tied) == "minister"


def test_each_kind_has_a_mark_of_its_own_in_the_margin(view, document, rested):
    rested()
    pictures = set()
    for kind in ItemKind:
        view.set_theme(LightColours(kind_colours=dict.fromkeys(ItemKind, QColor("#336699"))))
        view.set_highlights([over(document, "minister zal", kind=kind)])
        image = view.viewport().grab().toImage()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(ItemKind)  # told apart by shape alone
