"""Paints the rows of the palette: the mark of the kind, number and title, and below them the words in context."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from griffie.domain.finding import Hit, HitKind
from griffie.ui.finding.marked import paint_marked
from griffie.ui.finding.model import ROW_ROLE
from griffie.ui.finding.rows import (
    GroupRow,
    Heading,
    HitRow,
    ListRow,
    Row,
    WordsRow,
    place_text,
    right_text,
    second_text,
    title_parts,
)
from griffie.ui.icons import icon
from griffie.ui.panel.look import SMALL, sized
from griffie.ui.panel.marks import MARK, paint_mark
from griffie.ui.panel.written import Writer
from griffie.ui.place import Workplace
from griffie.ui.theme import ROW_HEIGHT

EDGE, TOP, BETWEEN = 12, 6, 8
ICON = 16
ICONS = {HitKind.LETTER: "letters", HitKind.PAGE: "outline"}
WIDEST_RIGHT = 0.4
"""Of a line: what stands at its right may take no more."""


class FindingDelegate(QStyledItemDelegate):
    """Hits of two lines, everything else of one."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: the height of a row, which does not depend on its text."""
        line = QFontMetrics(sized(1.0)).height()
        if isinstance(index.data(ROW_ROLE), HitRow):
            return QSize(200, TOP + line + 2 + line + TOP)
        return QSize(200, max(ROW_HEIGHT, line + 2 * TOP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: paint one row."""
        painter.save()
        _RowPainter(self._place, painter, option).paint(index.data(ROW_ROLE))
        painter.restore()


class _RowPainter(Writer):
    """Paints one row into its rectangle."""

    def __init__(self, place: Workplace, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = self.theme = place.theme
        self.selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        text = theme.selection_text if self.selected else theme.text
        super().__init__(painter, option.rect, text, theme.selection_text if self.selected else theme.muted)

    def paint(self, row: Row) -> None:
        """Paint ground and words."""
        theme = self.theme
        area = self.rect.adjusted(EDGE, TOP, -EDGE, -TOP)
        if isinstance(row, Heading):
            self.line(area, row.text, sized(SMALL, bold=True), theme.muted)
            return
        ground = theme.selection if self.selected else theme.raised if self.hovered else theme.surface
        self.painter.fillRect(self.rect, ground)
        if self.selected:  # a bar as well, so that the ground is not all that tells the current row
            self.painter.fillRect(QRect(self.rect.left(), self.rect.top(), 3, self.rect.height()), theme.accent)
        words = area.adjusted(ICON + BETWEEN, 0, 0, 0)
        if isinstance(row, HitRow):
            self._hit(row.hit, words)
        else:
            self._icon(_icon_of(row), area)
            self.line(words, row.text, sized(1.0), self.text if isinstance(row, WordsRow) else self._leading)

    @property
    def _leading(self) -> QColor:
        return self.theme.selection_text if self.selected else self.theme.accent

    def _hit(self, hit: Hit, words: QRect) -> None:
        font, bold, small = sized(1.0), sized(1.0, bold=True), sized(SMALL)
        height = QFontMetrics(font).height()
        first = QRect(words.left(), words.top(), words.width(), height)
        second = first.translated(0, height + 2)
        mark = QRect(self.rect.left() + EDGE, first.top(), ICON, height)
        if hit.item_kind is not None:
            colour = self.theme.kind_colours[hit.item_kind]
            paint_mark(self.painter, hit.item_kind, mark.left() + 2, mark.center().y() - MARK / 2 + 0.5, colour)
        else:
            self._icon(ICONS[hit.kind], mark)
        first = self._at_right(first, right_text(hit), small)
        first = self.line(first, hit.number, bold, self.text)
        plain = self.muted if hit.kind is HitKind.PAGE or not hit.title else self.text
        paint_marked(self.painter, first, title_parts(hit), font, plain, self.text)
        second = self._at_right(second, place_text(hit), small)
        shown = hit.excerpt or ((second_text(hit), False),)
        paint_marked(self.painter, second, shown, font, self.muted, self.text)

    def _at_right(self, rect: QRect, text: str, font: QFont) -> QRect:
        return self.at_right(rect, text, font, self.muted) if text else rect

    def _icon(self, name: str, area: QRect) -> None:
        top = area.center().y() - ICON // 2 + 1
        icon(name, self.theme, self.muted).paint(self.painter, QRect(area.left(), top, ICON, ICON))


def _icon_of(row: Row) -> str:
    if isinstance(row, WordsRow):
        return "find"
    if isinstance(row, GroupRow):
        return "forward"
    return row.view if isinstance(row, ListRow) else "find"
