"""Small pages and the outline."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from griffie.domain.kinds import ItemKind
from griffie.ui.page.outline import OutlineView
from griffie.ui.page.thumbnails import KINDS_ROLE, Thumbnails
from tests.gui.page.test_highlights import over


@pytest.fixture
def thumbnails(qtbot, view):
    thumbnails = Thumbnails(view)
    qtbot.addWidget(thumbnails)
    thumbnails.resize(140, 600)
    thumbnails.show()
    qtbot.waitExposed(thumbnails)
    return thumbnails


def entry(level, title, page_index, y_pt=None):
    return SimpleNamespace(level=level, title=title, page_index=page_index, y_pt=y_pt)


def test_there_is_a_row_a_page_and_only_those_in_view_are_drawn(qtbot, view, thumbnails):
    assert thumbnails.model().rowCount() == 10
    qtbot.waitUntil(lambda: view.pictures.is_idle() and len(view.pictures.thumbnails) > 0)
    assert len(view.pictures.thumbnails) == len(thumbnails.visible_rows()) < 10


def test_small_pages_are_drawn_after_the_pages_themselves(qtbot, view, document, thumbnails):
    qtbot.waitUntil(lambda: view.pictures.is_idle() and len(view.pictures.thumbnails) > 0)
    document.holds = True
    thumbnails.verticalScrollBar().setValue(600)
    qtbot.waitUntil(lambda: len(document.waiting) > 0)
    view.go_to_page(9)
    waiting = [asked.page_index for asked in document.waiting if not asked.future.cancelled()]
    assert waiting == [9]
    document.holds = False
    document.answer()
    qtbot.waitUntil(view.pictures.is_idle)


def test_a_click_on_a_small_page_goes_there(qtbot, view, thumbnails):
    index = thumbnails.model().index(2)
    with qtbot.waitSignal(thumbnails.page_chosen):
        QTest.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=thumbnails.visualRect(index).center())
    assert view.current_page == 2


def test_the_current_page_is_the_current_row(qtbot, view, thumbnails):
    view.go_to_page(8)
    qtbot.waitUntil(lambda: thumbnails.currentIndex().row() == 8)
    assert thumbnails.visualRect(thumbnails.currentIndex()).intersects(thumbnails.viewport().rect())


def test_a_page_tells_what_is_tagged_on_it(view, document, thumbnails):
    view.set_highlights(
        [over(document, "minister"), over(document, "zal", name="two", kind=ItemKind.DEADLINE)],
    )
    index = thumbnails.model().index(0)
    assert index.data(KINDS_ROLE) == [ItemKind.COMMITMENT, ItemKind.DEADLINE]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Page 1, 2 items"


def test_another_document_has_other_rows(view, thumbnails):
    view.set_document(None)
    assert thumbnails.model().rowCount() == 0


def test_the_outline_leads_to_its_places(qtbot, view, document):
    document.entries = (entry(1, "Inleiding", 0), entry(2, "Aanleiding", 2, 200.0), entry(1, "Slot", 5))
    outline = OutlineView(view)
    qtbot.addWidget(outline)
    with qtbot.waitSignal(outline.filled) as heard:
        outline.set_document(document)
    assert heard.args == [True]
    outline.show()
    first = outline.tree.topLevelItem(0)
    assert (outline.tree.topLevelItemCount(), first.childCount()) == (2, 1)
    rect = outline.tree.visualItemRect(first.child(0))
    qtbot.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert view.current_page == 2
    _, top, _, _ = view.view_box()
    assert view.stack.frame(2).top < top < view.stack.frame(2).bottom


def test_a_letter_without_an_outline_says_so(qtbot, view, document):
    outline = OutlineView(view)
    qtbot.addWidget(outline)
    with qtbot.waitSignal(outline.filled) as heard:
        outline.set_document(document)
    assert heard.args == [False]
    assert outline.empty.text() == "This letter has no outline."
    assert outline._layout.currentWidget() is outline.empty


def test_levels_that_jump_are_no_trouble(qtbot, view, document):
    document.entries = (entry(5, "Deep", 0), entry(1, "Top", 1), entry(7, "Deeper", 2), entry(3, "Middle", 3))
    outline = OutlineView(view)
    qtbot.addWidget(outline)
    with qtbot.waitSignal(outline.filled):
        outline.set_document(document)
    assert outline.tree.topLevelItemCount() == 2
    assert outline.tree.topLevelItem(1).childCount() == 2
