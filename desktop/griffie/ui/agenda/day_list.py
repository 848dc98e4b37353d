"""The lines of one day beside the month: short, to be gone through, opened and dragged."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from griffie.domain.agenda import Entry
from griffie.ui.agenda import painting, words
from griffie.ui.agenda.delegate import AgendaDelegate
from griffie.ui.agenda.model import ENTRY_ROLE
from griffie.ui.agenda.source import Source
from griffie.ui.panel.marks import MARK

ROW_PX = 48
Index = QModelIndex | QPersistentModelIndex


class DayModel(QAbstractListModel):
    """The lines of a day."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._source = source
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a line, or what is said of it."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return words.item_words(entry)
        spoken = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return words.spoken(entry, self._source.today) if role in spoken else None


class DayDelegate(QStyledItemDelegate):
    """Paints a line of a day in two rows: number and title, below it the phrase and how long there is still."""

    def __init__(self, source: Source, rows: AgendaDelegate) -> None:
        super().__init__(source)
        self._source, self._rows = source, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the size of a line."""
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint a line."""
        theme, entry, area = self._rows.theme, index.data(ENTRY_ROLE), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, theme.selection if chosen else theme.surface)
        painter.setPen(theme.hairline)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if not isinstance(entry, Entry):
            return
        left, half = area.left() + 12, area.height() // 2
        painting.paint_kind(painter, entry.kind, left, area.top() + half / 2 + 2, theme)
        room = QRect(left + MARK + 6, area.top() + 3, area.width() - MARK - 30, half - 2)
        painter.setPen(theme.selection_text if chosen else theme.text)
        self._draw(painter, room, words.item_words(entry))
        near = words.nearness(entry, self._source.today, self._rows.leads)
        room.translate(0, half - 3)
        quiet = theme.selection_text if chosen else painting.near_colour(near, theme)
        painting.paint_sign(painter, near, left + 1, room.center().y() + 0.5, quiet)
        painter.setPen(theme.selection_text if chosen else theme.muted)
        parts = (words.left_words(entry, self._source.today), words.phrase_words(entry), entry.ministry)
        self._draw(painter, room, " · ".join(part for part in parts if part))

    @staticmethod
    def _draw(painter: QPainter, room: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class DayList(QListView):
    """Goes through the lines of a day.

    Signals:
        opened, sheet_requested, move_requested, menu_requested, dragged, dropped: as of the agenda's list.
        left: Esc: back to the month.
    """

    opened = Signal(object)
    sheet_requested = Signal(object)
    move_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    dragged = Signal(object, QPoint)
    dropped = Signal(object, object)
    left = Signal()

    def __init__(self, model: DayModel, delegate: DayDelegate, *, single_keys: bool) -> None:
        super().__init__()
        self.rows, self.single_keys = model, single_keys
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self._pressed: tuple[Entry, QPoint] | None = None
        self._dragging = False

    def current_entry(self) -> Entry | None:
        """Return the line that is current."""
        row = self.currentIndex().row()
        return self.rows.entries[row] if 0 <= row < len(self.rows.entries) else None

    def event(self, event: QEvent) -> bool:
        """Qt: Enter, Esc, F2 and M are the list's own before they are shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_F2)
            if event.key() in own or (not event.modifiers() and event.text().strip()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: as in the agenda's list; Esc goes back to the month."""
        entry, key = self.current_entry(), event.key()
        moves = key == Qt.Key.Key_F2 or (key == Qt.Key.Key_M and self.single_keys and not event.modifiers())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.sheet_requested if control else self.opened).emit(entry)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif moves and entry is not None:
            self.move_requested.emit(entry)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a press on a line may become a drag."""
        super().mousePressEvent(event)
        entry = self.indexAt(event.position().toPoint()).data(ENTRY_ROLE)
        if isinstance(entry, Entry) and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = (entry, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a line follows the pointer, out of the list too."""
        if self._pressed is None:
            return
        entry, begin = self._pressed
        far = (event.position().toPoint() - begin).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self.dragged.emit(entry, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a line that was dragged is let go."""
        pressed, dragging = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        if pressed is not None and dragging:
            self.dropped.emit(pressed[0], event.globalPosition().toPoint())
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a double click shows the words."""
        self._pressed = None
        entry = self.indexAt(event.position().toPoint()).data(ENTRY_ROLE)
        if isinstance(entry, Entry) and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(entry)

    def _on_menu(self, place: QPoint) -> None:
        entry = self.indexAt(place).data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.menu_requested.emit(entry, self.viewport().mapToGlobal(place))
