"""Real pages, turned and cropped: what one drags over on the screen is what is selected, at every screen scale.

The words to hit are printed in red, so that the tests find them by their ink in the picture of the window and not by
the same arithmetic that is under test.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from griffie.domain.flow import Flow
from griffie.pdf.client import PdfService
from griffie.pdf.launch import start_launcher
from griffie.ui.page.geometry import PagePoint, box_of, corners
from griffie.ui.page.tiles import picture_of
from griffie.ui.page.view import PageView

pytestmark = pytest.mark.pdf_process

RED, BLACK = (1, 0, 0), (0, 0, 0)
LINES = (
    ("De staatssecretaris zegt toe de ", "Kamer voor het zomerreces", " te informeren over"),
    ("de uitkomsten van het onderzoek en ", "de stand van zaken", " bij de uitvoering."),
)
CROP = pymupdf.Rect(18.4, 35.5, 576.8, 806.6)  # of official prints


def page_with(document, rotation, crop):
    """Two lines, the second part of each red, in Helvetica 11, on an A4 page."""
    page = document.new_page(width=595, height=842)
    for number, (before, red, after) in enumerate(LINES):
        x, y = 90.0, 200.0 + 60 * number
        for text, colour in ((before, BLACK), (red, RED), (after, BLACK)):
            page.insert_text((x, y), text, fontsize=11, color=colour)
            x += pymupdf.get_text_length(text, fontsize=11)
    if crop:
        page.set_cropbox(CROP)
    page.set_rotation(rotation)


@pytest.fixture(scope="module")
def launcher():
    launcher = start_launcher()
    yield launcher
    launcher.close()


@pytest.fixture
def letter(launcher):
    """A page for each rotation, first whole, then cropped."""
    with pymupdf.open() as document:
        for crop in (False, True):
            for rotation in (0, 90, 180, 270):
                page_with(document, rotation, crop)
        data = document.tobytes()
    service = PdfService(launcher)
    document = service.open(data)
    yield document
    service.close()


@pytest.fixture
def view(qtbot, letter):
    view = PageView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    info = letter.info.result(20)
    view.set_document(letter, info.sizes)
    view.set_flow(Flow([letter.text(index).result(20) for index in range(info.page_count)]))
    yield view
    view.set_document(None)


def show(qtbot, view, page_index, zoom=1.0, y_pt=230.0):
    view.set_zoom(zoom)
    view.show_box(page_index, (80, y_pt - 80, 500, y_pt + 80))
    qtbot.waitUntil(view.pictures.is_idle)
    qtbot.waitUntil(lambda: all(view.words.get(index) is not None for index in view.visible_pages()))


def picture_of_view(view):
    """What stands on the screen, without marks."""
    view.clear_selection()
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


RED_INK = re.compile(rb"[\x00-\x77]{2}[\xc8-\xff]\xff", re.DOTALL)  # blue, green, red, nothing


def red_box(image, within):
    """Return the smallest rectangle around the red ink in a part of the picture, in logical pixels."""
    ratio, rows = image.devicePixelRatio(), bytes(image.constBits())
    top, bottom = max(0, int(within.top() * ratio)), min(image.height(), int(within.bottom() * ratio))
    left, right = max(0, int(within.left() * ratio)), min(image.width(), int(within.right() * ratio))
    xs, ys = [], []
    for y in range(top, bottom):
        start = y * image.bytesPerLine()
        row = rows[start + 4 * left : start + 4 * right]
        found = [match.start() // 4 for match in RED_INK.finditer(row) if match.start() % 4 == 0]
        if found:
            xs += [left + found[0], left + found[-1] + 1]
            ys += [y, y + 1]
    return QRectF(QPointF(min(xs) / ratio, min(ys) / ratio), QPointF(max(xs) / ratio, max(ys) / ratio))


def around_line(view, page_index, y_pt):
    """Return roughly where a line of the page is in the window."""
    points = [view.position_of(PagePoint(page_index, x, y)) for x in (60, 540) for y in (y_pt - 22, y_pt + 12)]
    return QRect(
        QPoint(int(min(p.x() for p in points)), int(min(p.y() for p in points))),
        QPoint(int(max(p.x() for p in points)), int(max(p.y() for p in points))),
    )


def ends_of_ink(box, rotation):
    """Return where the first letter begins and the last one ends, as the page is displayed."""
    middle = box.center()
    ends = {
        0: (QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y())),
        90: (QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom())),
        180: (QPointF(box.right(), middle.y()), QPointF(box.left(), middle.y())),
        270: (QPointF(middle.x(), box.bottom()), QPointF(middle.x(), box.top())),
    }
    return [end.toPoint() for end in ends[rotation]]


def drag(view, start, end):
    target = view.viewport()
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(target, (start + end) / 2)
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=end)


def line_y(page_index, line):
    """The baseline of a line, in points below the top of what is cropped."""
    return 200.0 + 60 * line - (CROP.y0 if page_index >= 4 else 0)


@pytest.mark.parametrize("turn", [0, 90], ids=["as_it_is", "turned"])
@pytest.mark.parametrize("page_index", range(8))
def test_dragging_over_printed_words_selects_exactly_those(qtbot, view, page_index, turn):
    view.set_turn(turn)
    show(qtbot, view, page_index)
    image = picture_of_view(view)
    for line, (_, words, _) in enumerate(LINES):
        box = red_box(image, around_line(view, page_index, line_y(page_index, line)))
        drag(view, *ends_of_ink(box, (view.stack.sizes[page_index][2] + turn) % 360))
        selection = view.selection()
        assert (selection.quote, selection.spans[0].page_index) == (words, page_index)
        assert selection.spans[0].raw_exact == words


@pytest.mark.parametrize("page_index", range(8))
def test_the_quads_lie_on_the_ink_within_a_point(qtbot, view, page_index):
    show(qtbot, view, page_index)
    image = picture_of_view(view)
    ink = red_box(image, around_line(view, page_index, line_y(page_index, 0)))
    drag(view, *ends_of_ink(ink, view.stack.sizes[page_index][2]))
    (quad,) = view.selection().spans[0].quads
    points = [view.position_of(PagePoint(page_index, x, y)) for x, y in corners(quad)]
    left, top, right, bottom = box_of((p.x(), p.y()) for p in points)
    point = view.stack.scale / view.ratio
    assert left - point <= ink.left()
    assert top - point <= ink.top()
    assert ink.right() <= right + point
    assert ink.bottom() <= bottom + point
    along = (left - ink.left(), right - ink.right()) if view.stack.sizes[page_index][2] % 180 == 0 else (
        top - ink.top(), bottom - ink.bottom())  # fmt: skip
    assert max(map(abs, along)) <= 2 * point  # a letter's own space beside its ink included


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.75])
def test_a_page_is_painted_pixel_for_pixel_as_it_was_drawn(qtbot, view, letter, zoom):
    show(qtbot, view, 0, zoom)
    view.set_theme(view.canvas.colours)
    painted = picture_of_view(view)
    drawn = picture_of(letter.render(0, view.stack.scale).result(20))
    frame, (left, top, _, _) = view.stack.frame(0), view.view_box()
    x, y = max(0, frame.left - int(left)), max(0, frame.top - int(top))
    source_x, source_y = max(0, int(left) - frame.left), max(0, int(top) - frame.top)
    width = min(painted.width() - x, drawn.image.width() - source_x)
    height = min(painted.height() - y, drawn.image.height() - source_y)
    part = painted.copy(x, y, width, height)
    part.setDevicePixelRatio(1.0)
    assert part == drawn.image.copy(source_x, source_y, width, height)


def test_tiles_fit_together_as_the_page_was_drawn(qtbot, view, letter):
    show(qtbot, view, 0, 6.0)
    painted = picture_of_view(view)
    (left, top, _, _), frame = view.view_box(), view.stack.frame(0)
    scale = view.stack.scale
    x, y = int(left) - frame.left, int(top) - frame.top
    clip = (x / scale, y / scale, (x + painted.width()) / scale, (y + painted.height()) / scale)
    drawn = picture_of(letter.render(0, scale, clip=clip).result(20)).image
    painted.setDevicePixelRatio(1.0)
    assert different_share(painted, drawn.copy(0, 0, painted.width(), painted.height())) < 0.0005


def different_share(one, other):
    """Return which share of pixels differs visibly."""
    pairs = list(zip(bytes(one.constBits())[1::40], bytes(other.constBits())[1::40], strict=True))
    return sum(abs(a - b) > 24 for a, b in pairs) / len(pairs)


ROOT = Path(__file__).resolve().parents[3]
SCALES = ("1.5", "2")
INNER = "GRIFFIE_TEST_INNER"
INNER_TESTS = "as_it_is or pixel_for_pixel or tiles or that_scale"


@pytest.mark.skipif(INNER in os.environ, reason="this is the run at another screen scale")
@pytest.mark.parametrize("scale", SCALES)
def test_all_this_holds_at_other_screen_scales(scale):
    """The scale of a screen is fixed when a program starts: run this file again."""
    environment = dict(os.environ, QT_SCALE_FACTOR=scale, **{INNER: scale})
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:randomly", "-k", INNER_TESTS, str(Path(__file__))]
    done = subprocess.run(
        command,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.skipif(INNER not in os.environ, reason="only at another screen scale")
def test_the_screen_has_that_scale(view):
    assert view.ratio == float(os.environ[INNER])
