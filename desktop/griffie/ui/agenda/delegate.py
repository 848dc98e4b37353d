"""Draws the rows of the agenda list: headings over the whole width, lines cell by cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from griffie.domain.agenda import Entry, Group, Leads
from griffie.ui.agenda import painting, words
from griffie.ui.agenda.model import COLUMNS, ENTRY_ROLE, HEADING_ROLE, Heading
from griffie.ui.agenda.source import Source
from griffie.ui.panel.marks import MARK
from griffie.ui.theme import ROW_HEIGHT, Theme

PADDING = 8
Index = QModelIndex | QPersistentModelIndex


class AgendaDelegate(QStyledItemDelegate):
    """Paints one cell of the agenda."""

    def __init__(self, source: Source, theme: Theme, leads: Leads) -> None:
        super().__init__(source)
        self._source, self.theme, self.leads = source, theme, leads

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the size of a cell."""
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint one cell."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        heading = index.data(HEADING_ROLE)
        if isinstance(heading, Heading):
            self.paint_heading(painter, option.rect, heading, current=chosen)
            return
        painter.fillRect(option.rect, self.theme.selection if chosen else self.theme.surface)
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self._paint_cell(painter, option.rect, entry, COLUMNS[index.column()], index.data() or "", chosen=chosen)
        elif index.column() in (0, 3):
            self._paint_waiting(painter, option.rect)

    def paint_heading(self, painter: QPainter, area: QRect, heading: Heading, *, current: bool) -> None:
        """Paint the heading of a group into an area."""
        painting.paint_heading(
            painter, area, self.theme, text=words.heading_words(heading.group, self._source.seen),
            count=f"{heading.count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}"), is_open=heading.open,
            current=current, late=heading.group is Group.OVERDUE,
        )  # fmt: skip

    def _paint_cell(
        self, painter: QPainter, area: QRect, entry: Entry, column: str, text: str, *, chosen: bool
    ) -> None:
        left, colour = area.left() + PADDING, self._colour(entry, column, chosen=chosen)
        nearness = words.nearness(entry, self._source.today, self.leads)
        middle = area.center().y() + 0.5
        if column == "left" and nearness != "none":
            sign = self.theme.selection_text if chosen else painting.near_colour(nearness, self.theme)
            painting.paint_sign(painter, nearness, left, middle, sign)
            left += painting.SIGN + 6
            colour = self.theme.selection_text if chosen else painting.near_colour(nearness, self.theme)
        elif column == "item":
            painting.paint_kind(painter, entry.kind, left, middle, self.theme)
            left += MARK + 6
        room = QRect(left, area.top(), area.right() - left - 4, area.height())
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _colour(self, entry: Entry, column: str, *, chosen: bool) -> QColor:
        if chosen:
            return self.theme.selection_text
        quiet = entry.closed or column in ("ministry", "letter") or (column == "date" and entry.due is None)
        return self.theme.muted if quiet else self.theme.text

    def _paint_waiting(self, painter: QPainter, area: QRect) -> None:
        """A line that is still being read: a quiet bar where its words will be."""
        bar = QRect(area.left() + PADDING, area.center().y() - 3, min(120, area.width() // 2), 7)
        painter.fillRect(bar, self.theme.hairline)
