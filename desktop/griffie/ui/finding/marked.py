"""Paints a text whose looked-for words are bold and underlined, cut so that the first of them can be read."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from griffie.domain.excerpts import CUT
from griffie.domain.finding import Parts

ROOM_BEFORE = 0.3
"""Of the width: what may stand before the first mark where the text does not fit."""


def marked_font(font: QFont) -> QFont:
    """Return a font for words that were looked for: two signs, so that neither colour nor weight alone tells."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    bold.setUnderline(True)
    return bold


def fitted(parts: Parts, width: int, font: QFont) -> Parts:
    """Return a text that begins late enough for its first mark to stand within `width` pixels."""
    plain, bold = QFontMetrics(font), QFontMetrics(marked_font(font))
    first = next((place for place, part in enumerate(parts) if part[1]), None)
    if first is None:
        return parts
    before = sum(plain.horizontalAdvance(text) for text, _marked in parts[:first])
    if before + bold.horizontalAdvance(parts[first][0]) <= width * 0.9:
        return parts
    leading = "".join(text for text, _marked in parts[:first])
    short = plain.elidedText(leading, Qt.TextElideMode.ElideLeft, int(width * ROOM_BEFORE))
    return ((short, False), *parts[first:])


def paint_marked(painter: QPainter, rect: QRect, parts: Parts, font: QFont, plain: QColor, strong: QColor) -> int:
    """Paint a text on one line, cut off with an ellipsis; return where it ends, in logical pixels.

    `plain` is the colour of the context, `strong` that of the words that were looked for.
    """
    left, right = rect.left(), rect.right() + 1
    bold = marked_font(font)
    shown = fitted(parts, rect.width(), font)
    for place, (text, marked) in enumerate(shown):
        chosen = bold if marked else font
        metrics = QFontMetrics(chosen)
        room = right - left
        needed = metrics.horizontalAdvance(text)
        if place + 1 < len(shown):
            needed += metrics.horizontalAdvance(CUT)  # for what may not fit after it
        fits = needed <= room
        text = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(chosen)
        painter.setPen(strong if marked else plain)
        area = QRect(left, rect.top(), room, rect.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        left += metrics.horizontalAdvance(text)
        if not fits:
            break
    return left
