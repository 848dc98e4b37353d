"""The agenda as a list: groups that fold, headings that stay in view, keys, and lines that can be dragged."""

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from griffie.base.i18n import _
from griffie.domain.agenda import Entry
from griffie.ui.agenda.delegate import AgendaDelegate
from griffie.ui.agenda.model import COLUMNS, AgendaModel, Heading
from griffie.ui.theme import ROW_HEIGHT

WIDEST = {"date": "Wed 30 May 2026", "left": "17 maanden te laat", "phrase": "voor het einde van het jaar",
          "item": "", "ministry": "Ministerie", "letter": "B2026-00007"}  # fmt: skip
"""What a column has room for."""
MARGIN = 20
SIGN_ROOM = 18
TYPING_MS = 1_500
"""What is typed within that time of one another belongs together."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StickyHeading(QWidget):
    """The heading of the group that the top row belongs to, over the rows while they scroll past."""

    def __init__(self, table: "AgendaList") -> None:
        super().__init__(table.viewport())
        self._table = table
        self.heading: Heading | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: paint the heading."""
        if self.heading is not None:
            painter = QPainter(self)
            self._table.delegate.paint_heading(painter, self.rect(), self.heading, current=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click goes to the group's heading."""
        if self.heading is not None:
            self._table.go_to(self.heading.row)


class AgendaList(QTableView):
    """The table of the agenda.

    Signals:
        opened: Enter or a double click: an Entry whose words are to be shown.
        sheet_requested: Ctrl+Enter: an Entry of which all is to be shown.
        move_requested: M or F2: an Entry that gets another date.
        menu_requested: an Entry and the place on the screen.
        dragged: an Entry and the place on the screen that the pointer is at.
        dropped: an Entry and the place on the screen where it was let go; None for where the drag was given up.
        folded: a group was opened or closed.
        typed: what was typed to go to a line.
    """

    opened = Signal(object)
    sheet_requested = Signal(object)
    move_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    dragged = Signal(object, QPoint)
    dropped = Signal(object, object)
    folded = Signal()
    typed = Signal(str)

    def __init__(self, model: AgendaModel, delegate: AgendaDelegate, *, single_keys: bool = True) -> None:
        super().__init__()
        self.rows, self.delegate, self.single_keys = model, delegate, single_keys
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._kept: tuple[str, int] | None = None
        self._pressed: tuple[Entry, QPoint] | None = None
        self._dragging = False
        self._search, self._typing = "", QElapsedTimer()
        self._build()
        self.sticky = StickyHeading(self)
        self.verticalScrollBar().valueChanged.connect(self._place_sticky)
        self.customContextMenuRequested.connect(self._on_menu)
        model.modelReset.connect(self._on_reset)

    def _build(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(COLUMNS.index("item"), QHeaderView.ResizeMode.Stretch)
        self._set_widths()

    def _set_widths(self) -> None:
        metrics = self.fontMetrics()
        for place, column in enumerate(COLUMNS):
            room = metrics.horizontalAdvance(WIDEST[column]) + MARGIN + (SIGN_ROOM if column == "left" else 0)
            if column == "phrase":
                room = min(room, self.viewport().width() // 6)
            self.setColumnWidth(place, room)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another font wants other widths."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_widths()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.setAccessibleName(_("Deadlines"))
        self.horizontalHeader().setAccessibleName(_("Columns"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.viewport().update()
        self.sticky.update()

    # where we are

    def current_entry(self) -> Entry | None:
        """Return the line that is current."""
        return self.rows.entry(self.currentIndex())

    def go_to(self, row: int, *, at_top: bool = False) -> None:
        """Make a row current and bring it into view."""
        if not 0 <= row < self.rows.rowCount():
            return
        index = self.rows.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        hint = QAbstractItemView.ScrollHint.PositionAtTop if at_top else QAbstractItemView.ScrollHint.EnsureVisible
        self.scrollTo(index, hint)

    def go_to_position(self, position: int) -> None:
        """Go to a line by its place in the whole agenda; its group opens for it."""
        group = self.rows.group_at(position)
        if group is not None:
            self.rows.set_open(group, is_open=True)
            self.go_to(self.rows.row_of_position(position))

    def scrollTo(  # noqa: N802
        self, index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:  # fmt: skip
        """Qt: bring a row into view, below the heading that stays there."""
        super().scrollTo(index, hint)
        bar, top = self.verticalScrollBar(), self.visualRect(index).top()
        if self.rows.heading(index.row()) is None and 0 <= top < ROW_HEIGHT:
            bar.setValue(bar.value() - (ROW_HEIGHT - top))

    def read_visible(self) -> None:
        """Ask for the lines in view now, before they are painted."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for row in {first, last if last >= 0 else self.rows.rowCount() - 1}:
            if row >= 0:
                self.rows.entry_at(min(row + 1, self.rows.rowCount() - 1))

    def fold(self, row: int, *, is_open: bool | None = None) -> None:
        """Open or close the group of a heading."""
        heading = self.rows.heading(row)
        if heading is None:
            return
        self.rows.set_open(heading.group, is_open=not heading.open if is_open is None else is_open)
        self.go_to(heading.row)
        self.folded.emit()

    def _on_reset(self) -> None:
        self.clearSpans()
        for heading in self.rows.headings:
            self.setSpan(heading.row, 0, 1, len(COLUMNS))
        self._place_sticky()

    def _place_sticky(self) -> None:
        top = self.rowAt(0)
        heading = self.rows.heading_above(top) if top >= 0 else None
        if heading is None or (heading.row == top and self.rowViewportPosition(top) >= 0) or not heading.open:
            self.sticky.hide()
            return
        lift = 0
        following = next((h for h in self.rows.headings if h.row > top), None)
        if following is not None:
            lift = min(0, self.rowViewportPosition(following.row) - ROW_HEIGHT)
        self.sticky.heading = heading
        self.sticky.setGeometry(QRect(0, lift, self.viewport().width(), ROW_HEIGHT))
        self.sticky.show()
        self.sticky.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the heading on top is as wide as the table; in a narrow one the phrase makes room for the title."""
        super().resizeEvent(event)
        self._set_widths()
        self._place_sticky()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: paint the rows."""
        self.delegate.begin()
        super().paintEvent(event)

    # keys

    def event(self, event: QEvent) -> bool:
        """Qt: Enter, F2 and letters are the list's own before they are shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (*_ENTER, Qt.Key.Key_F2) or (plain and event.text().strip()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter shows the words, Ctrl+Enter all of the item, M or F2 moves; arrows fold the groups."""
        row, key = self.currentIndex().row(), event.key()
        entry, heading = self.current_entry(), self.rows.heading(row) if row >= 0 else None
        if key in _ENTER and entry is not None:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.sheet_requested if control else self.opened).emit(entry)
        elif heading is not None and key in (*_ENTER, Qt.Key.Key_Space):
            self.fold(row)
        elif heading is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold(row, is_open=key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Left and row >= 0 and (above := self.rows.heading_above(row)) is not None:
            self.go_to(above.row)
        elif entry is not None and self._is_move(event):
            self.move_requested.emit(entry)
        elif key == Qt.Key.Key_Home and not event.modifiers():
            self.go_to(0)
        elif key == Qt.Key.Key_End and not event.modifiers():
            self.go_to(self.rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def _is_move(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F2:
            return True
        return self.single_keys and not self._is_typing() and event.key() == Qt.Key.Key_M and not event.modifiers()

    def _is_typing(self) -> bool:
        return self._typing.isValid() and self._typing.elapsed() < TYPING_MS

    def keyboardSearch(self, search: str) -> None:
        """Qt: typing goes to the first line whose number or title begins so; the register is asked, not the rows."""
        self._search = self._search + search if self._is_typing() else search.lstrip()
        self._typing.start()
        if self._search:
            self.typed.emit(self._search)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a heading folds its group; a press on a line may become a drag."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self.rows.heading(index.row()) is not None:
            self.fold(index.row())
            return
        super().mousePressEvent(event)
        entry = self.rows.entry(index)
        if event.button() is Qt.MouseButton.LeftButton and entry is not None:
            self._pressed = (entry, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a line follows the pointer."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
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
        entry = self.rows.entry(self.indexAt(event.position().toPoint()))
        if entry is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(entry)

    def _on_menu(self, place: QPoint) -> None:
        entry = self.rows.entry(self.indexAt(place))
        if entry is not None:
            self.menu_requested.emit(entry, self.viewport().mapToGlobal(place))
