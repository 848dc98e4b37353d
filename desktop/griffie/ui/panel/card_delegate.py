"""Paints the cards: mark and colour of the kind, number, page and status, the first words, the term of a deadline."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from griffie.base.i18n import _
from griffie.domain.kinds import WORDS, ItemKind
from griffie.ui.panel.cards import CARD_ROLE, UNDECIDED, Card, Line
from griffie.ui.panel.look import SMALL, sized
from griffie.ui.panel.marks import MARK, paint_mark
from griffie.ui.panel.settled import SettlementCard
from griffie.ui.panel.suggestion_painter import card_height, paint_suggestion
from griffie.ui.panel.written import Writer
from griffie.ui.place import Workplace

EDGE, TOP, INDENT = 12, 8, 20


class CardDelegate(QStyledItemDelegate):
    """Cards of three lines, deadlines of one, suggestions of four."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a card, which does not depend on its text."""
        card: Line = index.data(CARD_ROLE)
        if isinstance(card, UNDECIDED):
            return QSize(100, card_height())
        line = QFontMetrics(sized(1.0)).height()
        if card.nested:
            return QSize(100, max(28, line + 10))
        return QSize(100, TOP + line + 2 + line * 2 + TOP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line of the list."""
        card: Line = index.data(CARD_ROLE)
        painter.save()
        _CardPainter(self._place, painter, option).paint(card)
        painter.restore()


class _CardPainter(Writer):
    """Paints one card into its rectangle."""

    def __init__(self, place: Workplace, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = self.theme = place.theme
        state: QStyle.StateFlag = option.state
        self.selected = bool(state & QStyle.StateFlag.State_Selected)
        self.hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self.focused = self.selected and bool(state & QStyle.StateFlag.State_HasFocus)
        text = theme.selection_text if self.selected else theme.text
        super().__init__(painter, option.rect, text, theme.selection_text if self.selected else theme.muted)

    def paint(self, card: Line) -> None:
        """Paint ground, frame and words."""
        colour = self.theme.kind_colours[card.kind]
        ground = self.theme.selection if self.selected else self.theme.raised if self.hovered else self.theme.surface
        self.painter.fillRect(self.rect, ground)
        if not card.nested:
            self.painter.fillRect(QRect(self.rect.left(), self.rect.top(), self.rect.width(), 1), self.theme.hairline)
        if self.focused:
            self.painter.setPen(QPen(self.theme.accent, 1))
            self.painter.drawRect(self.rect.adjusted(0, 0, -1, -1))
        if isinstance(card, UNDECIDED):
            paint_suggestion(self, card, colour, with_buttons=self.selected or self.hovered)
        elif isinstance(card, SettlementCard):
            self._settlement(card, colour)
        elif card.nested:
            self._nested(card, colour)
        else:
            self._whole(card, colour)

    def _settlement(self, card: SettlementCard, colour: QColor) -> None:
        area = self.rect.adjusted(EDGE, TOP, -EDGE, -TOP)
        bold, small = sized(1.0, bold=True), sized(SMALL)
        line = QFontMetrics(bold).height()
        paint_mark(self.painter, card.kind, area.left(), area.top() + (line - MARK) / 2, colour)
        top = QRect(area.left() + MARK + 8, area.top(), area.width() - MARK - 8, line)
        if card.page_number:
            top = self.at_right(top, _("p. {n}").format(n=card.page_number), small, self.muted)
        self.line(self.line(top, card.head, bold, self.text), card.name, small, self.text)
        words = top.translated(0, line + 2)
        self.line(words, card.status, small, self.muted)
        self.line(words.translated(0, line), card.words, sized(1.0), self.text)

    def _whole(self, card: Card, colour: QColor) -> None:
        area = self.rect.adjusted(EDGE, TOP, -EDGE, -TOP)
        bold = sized(1.0, bold=True)
        line = QFontMetrics(bold).height()
        paint_mark(self.painter, card.item.kind, area.left(), area.top() + (line - MARK) / 2, colour)
        top = QRect(area.left() + MARK + 8, area.top(), area.width() - MARK - 8, line)
        right = self._right(top, card, sized(SMALL))
        self._head(QRect(top.left(), top.top(), right - top.left() - 8, line), card, bold)
        words = QRect(area.left() + MARK + 8, area.top() + line + 2, area.width() - MARK - 8, line * 2)
        self._words(words, card)

    def _head(self, rect: QRect, card: Card, bold: QFont) -> None:
        """The kind's name is left out where there is no room for it: mark and number say it too."""
        number, name = card.item.number, _(WORDS[card.item.kind])
        metrics, small = QFontMetrics(bold), sized(SMALL)
        self.line(rect, number, bold, self.text)
        used = metrics.horizontalAdvance(number) + 8
        rest = rect.adjusted(used, 0, 0, 0)
        if rest.width() >= QFontMetrics(small).horizontalAdvance(name):
            self.line(rest, name, small, self.muted)

    def _right(self, rect: QRect, card: Card, font: QFont) -> int:
        """Write page, status and what needs a look at the right end; return where that begins."""
        parts = [(_("needs review"), self.theme.warning)] if card.review else []
        parts += [(card.status, self.muted)] if card.status and not card.review else []
        if card.page_number:
            parts.append((_("p. {n}").format(n=card.page_number), self.muted))
        metrics, right = QFontMetrics(font), rect.right() + 1
        for text, colour in reversed(parts):
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(40, rect.width() // 3))
            width = metrics.horizontalAdvance(short)
            chosen = self.text if self.selected and colour is not self.theme.warning else colour
            self.line(QRect(right - width, rect.top(), width + 1, rect.height()), short, font, chosen)
            right -= width + 10
        return right

    def _words(self, rect: QRect, card: Card) -> None:
        if card.item.kind is ItemKind.DEADLINE:
            height = rect.height() // 2
            self.line(QRect(rect.left(), rect.top(), rect.width(), height), self._phrase(card), sized(1.0), self.text)
            below = QRect(rect.left(), rect.top() + height, rect.width(), height)
            self.line(below, card.term, sized(1.0), self.muted)
        elif card.text:
            self.two_lines(rect, f"“{card.text}”" if card.quoted else card.text)
        else:
            italic = sized(1.0)
            self.line(QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2), _("no summary yet"), italic,
                       self.muted)  # fmt: skip

    def _phrase(self, card: Card) -> str:
        return f"“{card.text}”" if card.text else _("no phrase")

    def _nested(self, card: Card, colour: QColor) -> None:
        """One line: clock, phrase, date."""
        left = self.rect.left() + EDGE + INDENT
        line = QRect(left + MARK + 8, self.rect.top(), self.rect.right() - EDGE - left - MARK - 7, self.rect.height())
        paint_mark(self.painter, card.item.kind, left, self.rect.center().y() - MARK / 2 + 0.5, colour)
        font, bold = sized(1.0), sized(1.0, bold=True)
        metrics = QFontMetrics(bold)
        term = metrics.elidedText(card.term, Qt.TextElideMode.ElideRight, max(80, line.width() * 8 // 10))
        width = metrics.horizontalAdvance(term)
        self.line(QRect(line.right() - width, line.top(), width + 1, line.height()), term, bold,
                   self.theme.warning if card.review and not self.selected else self.text)  # fmt: skip
        self.line(line.adjusted(0, 0, -width - 12, 0), self._phrase(card) if card.text else "", font, self.muted)
