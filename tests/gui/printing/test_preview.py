"""The preview: pages as they will be printed, on white paper in any theme, turned, zoomed, printed and saved."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from griffie.base.i18n import set_language
from griffie.ui.printing.menu import PrintActions
from griffie.ui.printing.preview import Preview
from griffie.ui.theme import DARK
from tests.gui.printing.papers import paper, table


@pytest.fixture
def show(qtbot, place):
    window = QWidget()
    qtbot.addWidget(window)
    shown = []

    def make(count=120, wait=True, **more):
        preview = Preview(place, paper(table("Late", count), **more), "commissie.sqlite", window)
        shown.append(preview)
        preview.show()
        preview.activateWindow()
        qtbot.waitExposed(preview)
        if wait:
            qtbot.waitUntil(lambda: preview.is_laid_out, timeout=20_000)
        return preview

    yield make
    for preview in filter(isValid, shown):
        preview.close()


def colours(preview, page_index=0):
    place = preview.canvas.place_of(page_index)
    picture = preview.canvas.viewport().grab(place.intersected(preview.canvas.viewport().rect())).toImage()
    ratio = picture.devicePixelRatio()
    corner = picture.pixelColor(round(6 * ratio), round(6 * ratio))
    dark = sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )
    return corner.name(), dark


def test_it_shows_the_first_of_all_pages(show):
    preview = show()
    count = preview.canvas.page_count
    assert count > 3
    assert preview.page.text() == f"page 1 of {count}"
    assert preview.windowTitle() == "Print preview: Reminder round"
    assert colours(preview)[1] > 100


def test_paper_is_white_in_a_dark_window(show, place):
    light = colours(show())
    place.theme = DARK
    preview = show()
    assert colours(preview) == light
    corner = preview.canvas.viewport().grab().toImage().pixelColor(2, 2)
    assert corner == DARK.ground


def test_it_follows_a_change_of_theme(show, place):
    preview = show()
    place.theme = DARK
    place.bus.theme_changed.emit(DARK)
    assert preview.canvas.viewport().grab().toImage().pixelColor(2, 2) == DARK.ground
    assert colours(preview)[0] == "#ffffff"


def test_it_speaks_another_language_at_once(show, place):
    preview = show()
    set_language("nl")
    place.bus.language_changed.emit()
    assert preview.windowTitle() == "Afdrukvoorbeeld: Reminder round"
    assert (preview.print_button.text(), preview.save_button.text()) == ("Afdrukken...", "Opslaan als PDF...")
    assert preview.page.text().startswith("pagina 1 van")


def test_paper_can_be_turned_on_its_side(qtbot, show):
    preview = show()
    before = preview.canvas.place_of(0)
    preview.way.setFocus()
    QTest.keyClick(preview.way, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: preview.is_laid_out and preview.paper.landscape)
    after = preview.canvas.place_of(0)
    assert before.width() < before.height()
    assert after.width() > after.height()
    assert preview.way.currentText() == "Landscape"


def test_whole_pages_are_turned_with_page_down_and_up(qtbot, show):
    preview = show()
    preview.canvas.setFocus()
    for key, page in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(preview.canvas, key)
        assert preview.canvas.page_index == page
    QTest.keyClick(preview.canvas, Qt.Key.Key_End)
    assert preview.canvas.page_index == preview.canvas.page_count - 1
    assert preview.page.text() == f"page {preview.canvas.page_count} of {preview.canvas.page_count}"


def test_the_arrows_beside_the_number_turn_pages(qtbot, show):
    preview = show()
    down, up = preview._tools["page-down"], preview._tools["page-up"]
    qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert preview.page.text().startswith("page 2 of")


def test_zoom_and_fit_have_the_keys_of_the_letter_s_page(qtbot, show):
    preview = show()
    canvas, ctrl = preview.canvas, Qt.KeyboardModifier.ControlModifier
    whole = canvas.zoom
    assert canvas.place_of(0).height() <= canvas.viewport().height()
    QTest.keyClick(preview, Qt.Key.Key_1, ctrl)
    wide = canvas.zoom
    assert wide > whole
    QTest.keyClick(preview, Qt.Key.Key_Minus, ctrl)
    assert canvas.zoom < wide
    QTest.keyClick(preview, Qt.Key.Key_Plus, ctrl)
    QTest.keyClick(preview, Qt.Key.Key_2, ctrl)
    assert canvas.zoom == pytest.approx(whole)
    assert preview.zoom.text() == f"{round(whole * 100)} %"


def test_a_larger_size_keeps_the_place(show):
    preview = show()
    preview.canvas.go_to_page(2)
    preview.canvas.set_zoom(2.0)
    assert preview.canvas.page_index == 2


def test_pages_in_view_alone_are_kept_as_drawn(show):
    preview = show(count=400)
    for page_index in range(preview.canvas.page_count):
        preview.canvas.go_to_page(page_index)
        preview.canvas.viewport().grab()
    assert len(preview.canvas._drawn) <= 6


def test_what_is_turned_is_what_is_printed_and_saved(qtbot, show):
    preview = show()
    preview.way.setCurrentIndex(1)
    preview.way.activated.emit(1)
    with qtbot.waitSignal(preview.print_wanted) as printed:
        QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(preview.save_wanted) as saved:
        qtbot.mouseClick(preview.save_button, Qt.MouseButton.LeftButton)
    assert printed.args[0].landscape
    assert saved.args[0].landscape


def test_a_long_paper_can_be_read_before_it_is_laid_out_and_closed_at_any_time(qtbot, show):
    preview = show(count=6000, wait=False)
    qtbot.waitUntil(lambda: preview.canvas.page_count > 2)
    assert not preview.is_laid_out
    preview.canvas.go_to_page(1)
    preview.canvas.viewport().grab()
    assert preview.page.text() == "page 2 of …"
    job = preview._job
    preview.reject()
    assert not job.is_running


def test_every_control_has_a_name(show):
    preview = show()
    tools = [tool.accessibleName() for tool in preview._tools.values()]
    assert all(tools)
    assert len(set(tools)) == len(tools)
    assert preview.way.accessibleName() == "Orientation of the paper"
    assert preview.canvas.accessibleName() == "Pages as they will be printed"


def test_what_came_of_printing_is_told_before_the_window(qtbot, place, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    window = QWidget()
    qtbot.addWidget(window)
    failures = []
    place.bus.failed.connect(failures.append)
    printing = PrintActions(place, lambda: paper(table("Late", 3)), window)
    printing.preview()
    preview = window.findChild(Preview)
    qtbot.mouseClick(preview.print_button, Qt.MouseButton.LeftButton)
    assert preview.notices.texts() == [
        "No printer is set up on this computer. Save it as a PDF, or ask for a printer to be set up."
    ]
    assert failures == []
    printing.close_down()


def test_a_second_preview_takes_the_place_of_the_first(qtbot, place):
    window = QWidget()
    qtbot.addWidget(window)
    titles = iter(("First", "Second"))
    printing = PrintActions(place, lambda: paper(table("Late", 3), title=next(titles)), window)
    printing.preview()
    printing.preview()
    shown = [preview for preview in window.findChildren(Preview) if preview.isVisible()]
    assert [preview.paper.title for preview in shown] == ["Second"]
    printing.close_down()


def test_the_ground_is_no_paper(show):
    preview = show()
    place = preview.canvas.place_of(0)
    beside = preview.canvas.viewport().grab().toImage().pixelColor(QPoint(place.left() - 8, place.top() + 20))
    assert beside.name() != "#ffffff"
