"""The table of an overview with its total below, always in view: every number leads to the items that it counts."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.overview import Overview
from griffie.exchange.guards import guard, one_line
from griffie.ui.overviews import wording
from griffie.ui.overviews.delegate import NumberDelegate
from griffie.ui.overviews.model import LEADS_ROLE, Column, OverviewModel
from griffie.ui.theme import ROW_HEIGHT, Theme

NAME_LETTERS, YEAR_LETTERS = 15, 8
PAD_PX = 18
ROOM_PX = 20
"""For the bar to scroll with."""


class NumbersTable(QTableView):
    """Rows of names and numbers. A click or Enter chooses a cell; with Ctrl or Shift, or dragged, cells are selected.

    Signals:
        chosen: the Wanted of a cell.
        copy_requested: the cells that are to be copied; fewer than two stand for the whole table.
    """

    chosen = Signal(object)
    copy_requested = Signal()

    def __init__(self, model: OverviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = model
        model.setParent(self)
        self.setModel(model)
        self.painter_ = NumberDelegate(self)
        self.setItemDelegate(self.painter_)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(lambda: self.viewport().unsetCursor())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter chooses the current cell, Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        more = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if not QApplication.keyboardModifiers() & more and len(self.selectionModel().selectedIndexes()) < 2:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        wanted = self.numbers.leads_to(index)
        if wanted is not None:
            self.chosen.emit(wanted)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        if index.data(LEADS_ROLE):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()


class TotalTable(NumbersTable):
    """The one row of the total; its columns follow those of the table above."""

    def __init__(self, above: NumbersTable, parent: QWidget | None = None) -> None:
        super().__init__(OverviewModel(total=True), parent)
        self._above = above
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(ROW_HEIGHT + 1)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        above.horizontalHeader().sectionResized.connect(lambda place, _old, width: self.setColumnWidth(place, width))
        above.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        self.horizontalScrollBar().valueChanged.connect(above.horizontalScrollBar().setValue)

    def follow(self) -> None:
        """Take over the widths of the table above."""
        for place in range(self.numbers.columnCount()):
            self.setColumnWidth(place, self._above.columnWidth(place))


class OverviewTable(QWidget):
    """The table and its total.

    Signals:
        chosen: the Wanted of a cell.
        sorted: the rows stand in another order.
        told: a line for the status bar.
    """

    chosen = Signal(object)
    sorted = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = NumbersTable(OverviewModel())
        self.total = TotalTable(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.total)
        self.table.installEventFilter(self)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setHighlightSections(False)
        header.sectionClicked.connect(self._on_heading)
        self.table.numbers.sorted.connect(self.sorted)
        for one in (self.table, self.total):
            one.chosen.connect(self.chosen)
            one.copy_requested.connect(self.copy)
        self.setFocusProxy(self.table)

    def show_overview(self, overview: Overview, columns: tuple[Column, ...]) -> None:
        """Show other numbers."""
        columns_changed = columns != self.table.numbers.columns or self.table.numbers.overview is None
        at = self.table.currentIndex()
        kept = (self.table.numbers.row_at(at), at.column())
        self.table.numbers.show_overview(overview, columns)
        self.total.numbers.show_overview(overview, columns)
        if columns_changed:
            self.fit_columns()
        self.total.follow()
        self._show_order()
        self._go_back_to(kept[0].value if kept[0] else "", kept[1])

    def _go_back_to(self, value: str, column: int) -> None:
        model = self.table.numbers
        row = next((place for place, one in enumerate(model.rows) if one.value == value), 0)
        place = model.index(row, max(0, min(column, model.columnCount() - 1)))
        self.table.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)

    def fit_columns(self) -> None:
        """Give each column the width of its heading, and the names room for a name."""
        metrics = self.table.horizontalHeader().fontMetrics()
        letter, bold = metrics.averageCharWidth(), self.total.fontMetrics()
        for place in range(1, self.table.numbers.columnCount()):
            heading = str(self.table.numbers.headerData(place, Qt.Orientation.Horizontal))
            widest = max(bold.horizontalAdvance(self._text(place)), metrics.horizontalAdvance(heading))
            self.table.setColumnWidth(place, max(widest + PAD_PX, YEAR_LETTERS * letter))
        self._fit_names()

    def _fit_names(self) -> None:
        """Give the names what the numbers leave, but no less than most of them need."""
        letter = self.table.horizontalHeader().fontMetrics().averageCharWidth()
        numbers = sum(self.table.columnWidth(place) for place in range(1, self.table.numbers.columnCount()))
        room = self.table.viewport().width() - numbers
        self.table.setColumnWidth(0, max(NAME_LETTERS * letter, room))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the names follow the width of the table."""
        if event.type() is QEvent.Type.Resize and watched is self.table:
            self._fit_names()
        return super().eventFilter(watched, event)

    def _text(self, place: int) -> str:
        """Return the total of a column: no number in it is longer."""
        return str(self.total.numbers.index(0, place).data() or "")

    def sizeHint(self) -> QSize:
        """Qt: wide enough for all columns."""
        widths = sum(self.table.columnWidth(place) for place in range(self.table.numbers.columnCount()))
        return QSize(widths + ROOM_PX, 400)

    def retranslate(self) -> None:
        """Show names and headings in the language in force."""
        self.table.setAccessibleName(_("Overview"))
        self.total.setAccessibleName(_("Total of the overview"))
        hint = _("Enter shows the items of a number in the register; Ctrl+C copies the table.")
        for one in (self.table, self.total):
            one.setAccessibleDescription(hint)
        if self.table.numbers.overview is not None:
            self.show_overview(self.table.numbers.overview, self.table.numbers.columns)
            self.fit_columns()

    def set_theme(self, theme: Theme) -> None:
        """Show the colours of a theme."""
        for one in (self.table, self.total):
            one.painter_.bar, one.painter_.muted = theme.accent, theme.muted
            one.viewport().update()
        self.total.setStyleSheet(f"QTableView {{ border-top: 1px solid {theme.hairline.name()}; }}")

    @Slot()
    def copy(self) -> None:
        """Copy the selected cells, or the whole table with headings and total, so that a spreadsheet takes them."""
        picked = sorted((one.row(), one.column()) for one in self.table.selectionModel().selectedIndexes())
        if len(picked) > 1 and not self.total.hasFocus():
            rows: dict[int, list[str]] = {}
            for row, place in picked:
                rows.setdefault(row, []).append(cell(self.table.numbers, row, place))
            lines = list(rows.values())
        else:
            lines = list(whole_table(self.table.numbers, self.total.numbers))
        QApplication.clipboard().setText("".join("\t".join(line) + "\n" for line in lines))
        self.told.emit(_("Copied. Paste it into a spreadsheet."))

    @Slot(int)
    def _on_heading(self, place: int) -> None:
        """A click sorts: numbers from the largest, names from A; another one turns round, a third one ends it."""
        model = self.table.numbers
        first_down = place > 0
        if model.order is None or model.order[0] != place:
            self._sort(place, down=first_down)
        elif model.order[1] == first_down:
            self._sort(place, down=not first_down)
        else:
            self._sort(-1, down=True)

    def _sort(self, place: int, *, down: bool) -> None:
        self.table.numbers.sort(place, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
        self._show_order()

    def _show_order(self) -> None:
        place, down = self.table.numbers.order or (-1, True)
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(place, order)


def cell(model: OverviewModel, row: int, place: int) -> str:
    """Return a cell as a spreadsheet takes it; a name never becomes a formula."""
    one = model.rows[row]
    if place == 0:
        return guard(one_line(model.name_of(one)).replace("\t", " "))
    column = model.columns[place - 1]
    return wording.copied(column.value(one), column.measure)


def whole_table(rows: OverviewModel, total: OverviewModel) -> Iterator[list[str]]:
    """Yield the lines of the whole table: headings, rows, total."""
    places = range(rows.columnCount())
    yield [str(rows.headerData(place, Qt.Orientation.Horizontal)) for place in places]
    for row in range(rows.rowCount()):
        yield [cell(rows, row, place) for place in places]
    yield [cell(total, 0, place) for place in places]
