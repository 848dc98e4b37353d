"""Words in context on one line: the first word that was looked for can always be read, by more than its colour."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from griffie.domain.excerpts import plain_text
from griffie.ui.finding.marked import fitted, marked_font, paint_marked
from griffie.ui.panel.look import sized

BLACK, WHITE = QColor("black"), QColor("white")


def painted(parts, width=300):
    """Paint in one colour only; return where the text ends and the pixels."""
    image = QImage(width + 40, 30, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    end = paint_marked(painter, QRect(0, 0, width, 30), parts, sized(1.0), BLACK, BLACK)
    painter.end()
    return end, image


def test_a_mark_can_be_told_without_colour(qapp):
    font = marked_font(sized(1.0))
    assert (font.bold(), font.underline()) == (True, True)
    assert painted((("kamer", True),))[1] != painted((("kamer", False),))[1]


@pytest.mark.parametrize("before", [5, 40, 400])
def test_the_first_mark_stands_within_the_width_however_much_comes_before_it(qapp, before):
    parts = (("woord " * before, False), ("kamer", True), (" en verder", False))
    shown = fitted(parts, 300, sized(1.0))
    place = next(n for n, part in enumerate(shown) if part[1])
    leading = QFontMetrics(sized(1.0)).horizontalAdvance(plain_text(shown[:place]))
    assert leading + QFontMetrics(marked_font(sized(1.0))).horizontalAdvance("kamer") <= 300


def test_a_text_that_fits_is_left_alone(qapp):
    parts = (("de ", False), ("kamer", True))
    assert fitted(parts, 300, sized(1.0)) == parts


@pytest.mark.parametrize("parts", [(("woord " * 80, False),), (("de ", False), ("kamer" * 40, True), (" x", False))])
def test_nothing_is_painted_outside_the_line(qapp, parts):
    end, image = painted(parts)
    assert end <= 300
    assert all(image.pixelColor(x, y) == WHITE for x in range(302, 340) for y in range(30))
