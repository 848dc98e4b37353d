"""A page view with a document made by hand."""

import pytest

from griffie.ui.page.view import PageView
from tests.gui.page.fakes import FakeDocument, page_of

LINES = {
    0: [("De minister zal de Kamer", 40, 60), ("voor het zomerreces informeren.", 40, 80), ("Dank u wel.", 40, 110)],
    1: [("Op de tweede bladzijde", 40, 60), ("staat een termijn.", 40, 80)],
}


@pytest.fixture
def document():
    return FakeDocument(pages={index: page_of(index, lines) for index, lines in LINES.items()})


@pytest.fixture
def view(qtbot, document):
    """Ten pages of 400 by 500 points at 100 %, in a window of 700 by 500."""
    view = PageView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    qtbot.waitExposed(view)
    view.set_document(document, document.sizes)
    view.set_zoom(1.0)
    view.go_to_page(0)
    yield view
    view.set_document(None)


@pytest.fixture
def rested(qtbot, view):
    """Wait until everything in view is drawn and its characters are known."""

    def rest():
        qtbot.waitUntil(view.pictures.is_idle)
        qtbot.waitUntil(lambda: all(view.words.get(index) is not None for index in view.visible_pages()))

    return rest
