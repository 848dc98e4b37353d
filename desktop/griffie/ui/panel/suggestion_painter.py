"""Paints the card of a suggestion: a dashed outline, what it is, its words, and on its last line why it was made."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from griffie.base.i18n import _
from griffie.ui.panel.card_actions import HEIGHT
from griffie.ui.panel.look import SMALL, sized
from griffie.ui.panel.marks import MARK, paint_mark
from griffie.ui.panel.proposed import ProposalCard
from griffie.ui.panel.suggested import SuggestedCard
from griffie.ui.panel.written import Writer

EDGE, TOP, OUTLINE = 12, 8, 4
DASHES = [4.0, 3.0]


def card_height() -> int:
    """Return the height of a suggestion's card, which does not depend on its text."""
    line = QFontMetrics(sized(1.0)).height()
    return TOP + line + 2 + line * 2 + 4 + HEIGHT + TOP


def last_line(card: QRect) -> QRect:
    """Return where the buttons stand on a card."""
    left = card.left() + EDGE + MARK + 8
    return QRect(left, card.bottom() + 1 - TOP - HEIGHT, card.right() + 1 - EDGE - left, HEIGHT)


def paint_suggestion(writer: Writer, card: SuggestedCard | ProposalCard, colour: QColor, *, with_buttons: bool) -> None:
    """Paint a card into the writer's rectangle; `with_buttons` leaves its last line to them."""
    _paint_outline(writer.painter, writer.rect, colour)
    area = writer.rect.adjusted(EDGE, TOP, -EDGE, -TOP)
    bold, small = sized(1.0, bold=True), sized(SMALL)
    line = QFontMetrics(bold).height()
    paint_mark(writer.painter, card.kind, area.left(), area.top() + (line - MARK) / 2, colour)
    head = QRect(area.left() + MARK + 8, area.top(), area.width() - MARK - 8, line)
    if card.page_number:
        head = writer.at_right(head, _("p. {n}").format(n=card.page_number), small, writer.muted)
    rest = writer.line(head, card.head, bold, writer.text)
    rest = writer.line(rest, card.name, small, writer.text)
    if rest.width() >= QFontMetrics(small).horizontalAdvance(_("suggestion")):
        writer.line(rest, _("suggestion"), small, writer.muted)
    words = QRect(area.left() + MARK + 8, area.top() + line + 2, area.width() - MARK - 8, line * 2)
    if isinstance(card, ProposalCard):  # the letter's words, and below them what was promised
        first, second = words.adjusted(0, 0, 0, -line), words.adjusted(0, line, 0, 0)
        writer.line(first, f"“{card.text}”", sized(1.0), writer.text)
        writer.line(second, card.promise, sized(1.0), writer.muted)
    else:
        writer.two_lines(words, f"“{card.text}”" if card.quoted else card.text)
    if not with_buttons:
        foot = last_line(writer.rect)
        if card.term:
            foot = writer.line(foot, card.term, sized(1.0, bold=True), writer.text)
        writer.line(foot, card.why, small, writer.muted)


def _paint_outline(painter: QPainter, rect: QRect, colour: QColor) -> None:
    pen = QPen(colour, 1.2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(rect).adjusted(OUTLINE + 0.5, 2.5, -OUTLINE - 0.5, -2.5)
    painter.drawRoundedRect(inner, 4, 4)
