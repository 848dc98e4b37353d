"""Writes words into a card: cut off with an ellipsis, beside one another, or on two lines."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from griffie.ui.panel.look import sized

BETWEEN = 8


class Writer:
    """A painter with the two colours of a card's text."""

    def __init__(self, painter: QPainter, rect: QRect, text: QColor, muted: QColor) -> None:
        self.painter, self.rect, self.text, self.muted = painter, rect, text, muted

    def line(self, rect: QRect, text: str, font: QFont, colour: QColor) -> QRect:
        """Write on one line; return what is left of it at the right."""
        metrics = QFontMetrics(font)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, short)
        used = metrics.horizontalAdvance(short)
        return rect.adjusted(used + BETWEEN, 0, 0, 0) if short else rect

    def at_right(self, rect: QRect, text: str, font: QFont, colour: QColor) -> QRect:
        """Write at the right end of a line; return what is left of it."""
        width = QFontMetrics(font).horizontalAdvance(text)
        self.line(QRect(rect.right() + 1 - width, rect.top(), width + 1, rect.height()), text, font, colour)
        return rect.adjusted(0, 0, -width - BETWEEN, 0)

    def two_lines(self, rect: QRect, text: str) -> None:
        """Write the first words on two lines; what does not fit ends in an ellipsis."""
        font = sized(1.0)
        layout = QTextLayout(text[:400], font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(rect.width())
        layout.endLayout()
        cut = first.textLength()
        height = rect.height() / 2
        self.painter.setFont(font)
        self.painter.setPen(self.text)
        base = QPointF(rect.left(), rect.top() + QFontMetrics(font).ascent())
        self.painter.drawText(base, text[:cut].rstrip())
        if rest := text[cut:].strip():
            short = QFontMetrics(font).elidedText(rest[:300], Qt.TextElideMode.ElideRight, rect.width())
            self.painter.drawText(base + QPointF(0, height), short)
