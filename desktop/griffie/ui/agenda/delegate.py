"""Draws the rows of the agenda list: headings over the whole width, lines cell by cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from griffie.domain.agenda import Entry, Group, Leads
from griffie.ui.agenda import painting, words
from griffie.ui.agenda.model import COLUMNS, ENTRY_ROLE, HEADING_ROLE, Heading, cell_text
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
        self._row: tuple[int, Heading | Entry | None, str] | None = None

    def begin(self) -> None:
        """A picture is about to be painted: what was looked up for the last one may have changed."""
        self._row = None

    def _look_up(self, index: Index) -> tuple[int, Heading | Entry | None, str]:
        """Return the row, what it is and how near: looked up once for all of its cells."""
        row = index.row()
        if self._row is None or self._row[0] != row:
            found = index.data(HEADING_ROLE) or index.data(ENTRY_ROLE)
            near = words.nearness(found, self._source.today, self.leads) if isinstance(found, Entry) else ""
            self._row = (row, found, near)
        return self._row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the size of a cell."""
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint one cell."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _row, found, near = self._look_up(index)
        if isinstance(found, Heading):
            self.paint_heading(painter, option.rect, found, current=chosen)
            return
        painter.fillRect(option.rect, self.theme.selection if chosen else self.theme.surface)
        column = COLUMNS[index.column()]
        if isinstance(found, Entry):
            self._paint_cell(painter, option.rect, found, column, near, chosen=chosen)
        elif column in ("date", "item"):
            self._paint_waiting(painter, option.rect)

    def paint_heading(self, painter: QPainter, area: QRect, heading: Heading, *, current: bool) -> None:
        """Paint the heading of a group into an area."""
        painting.paint_heading(
            painter, area, self.theme, text=words.heading_words(heading.group, self._source.seen),
            count=f"{heading.count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}"), is_open=heading.open,
            current=current, late=heading.group is Group.OVERDUE,
        )  # fmt: skip

    def _paint_cell(
        self, painter: QPainter, area: QRect, entry: Entry, column: str, nearness: str, *, chosen: bool
    ) -> None:
        left, colour = area.left() + PADDING, self._colour(entry, column, chosen=chosen)
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
        text = cell_text(entry, column, self._source.today)
        painter.drawText(room, painting.LEFT, painting.elided(painter, text, room.width()))

    def _colour(self, entry: Entry, column: str, *, chosen: bool) -> QColor:
        if chosen:
            return self.theme.selection_text
        quiet = entry.closed or column in ("ministry", "letter") or (column == "date" and entry.due is None)
        return self.theme.muted if quiet else self.theme.text

    def _paint_waiting(self, painter: QPainter, area: QRect) -> None:
        """A line that is still being read: a quiet bar where its words will be."""
        bar = QRect(area.left() + PADDING, area.center().y() - 3, min(120, area.width() // 2), 7)
        painter.fillRect(bar, self.theme.hairline)
