"""The table of the register: sort by several columns, choose and move columns, copy rows so that Excel takes them."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTableView, QWidget

from griffie.base.i18n import _
from griffie.domain.listing import ItemRow
from griffie.exchange.guards import guard, one_line
from griffie.services.register import Sort
from griffie.ui.register.columns import COLUMNS, Column
from griffie.ui.register.delegate import RegisterDelegate
from griffie.ui.register.model import RegisterModel
from griffie.ui.rows import set_up_rows

COPY_AT_MOST = 20_000
"""Rows that a clipboard takes; more belong in a file."""


class RegisterTable(QTableView):
    """The rows of the register.

    Signals:
        sort_requested: another order.
        passage_requested, sheet_requested: the current row's words, or everything about it.
        told: a line for the status bar.
        menu_requested: where on the screen a menu of the selected rows is wanted.
    """

    sort_requested = Signal(object)
    passage_requested = Signal()
    sheet_requested = Signal()
    told = Signal(str)
    menu_requested = Signal(object)

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.painter_ = RegisterDelegate(self)
        self.setItemDelegate(self.painter_)
        set_up_rows(self, many=True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._set_up_header()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(lambda _index: self.passage_requested.emit())

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        # With the table's own selection Qt looks through every selected row for each heading that it paints.
        header.setSelectionModel(QItemSelectionModel(self._rows, header))
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._on_heading)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column the width that it usually needs."""
        letter = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(self._rows.columns):
            self.setColumnWidth(place, column.width * letter + 16)

    # columns

    def shown_columns(self) -> tuple[Column, ...]:
        """Return the columns in the order in which they stand on the screen."""
        header = self.horizontalHeader()
        return tuple(self._rows.columns[header.logicalIndex(place)] for place in range(header.count()))

    def widths(self) -> list[tuple[str, int]]:
        """Return the shown columns with their widths in pixels, for the next time."""
        return [(column.key, self.columnWidth(self._rows.columns.index(column))) for column in self.shown_columns()]

    def show_columns(self, keys: Sequence[str], widths: dict[str, int] | None = None) -> None:
        """Show these columns in this order, with widths where they are known."""
        self._rows.show_columns(keys)
        header = self.horizontalHeader()
        for place in range(header.count()):  # what was dragged about stands in the model's order now
            header.moveSection(header.visualIndex(place), place)
        self.fit_columns()
        for place, column in enumerate(self._rows.columns):
            if widths and column.key in widths:
                self.setColumnWidth(place, widths[column.key])
        self.show_sort()

    def show_sort(self) -> None:
        """Show by which column the rows are sorted first."""
        header = self.horizontalHeader()
        if self._rows.sort_by:
            key, down = self._rows.sort_by[0]
            places = [place for place, column in enumerate(self._rows.columns) if column.sort == key]
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(places[0] if places else -1, order)

    @Slot(int)
    def _on_heading(self, place: int) -> None:
        """A click sorts, another one turns round; with Shift the column is sorted by after those before."""
        key = self._rows.columns[place].sort
        if not key:
            self.show_sort()
            return
        more = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.sort_requested.emit(sorted_by(self._rows.sort_by, key, more=more))

    @Slot(QPoint)
    def _on_header_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        shown = [column.key for column in self.shown_columns()]
        for column in COLUMNS:
            action = menu.addAction(_(column.heading))
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(column.key != "title")
            action.setData(column.key)
        menu.addSeparator()
        usual = menu.addAction(_("The usual columns"))
        chosen = menu.exec(self.horizontalHeader().mapToGlobal(position))
        if chosen is usual:
            self.show_columns([column.key for column in COLUMNS if column.usual])
        elif chosen is not None:
            self.toggle_column(str(chosen.data()))
        menu.deleteLater()

    def toggle_column(self, key: str) -> None:
        """Show a column behind the others, or hide it."""
        widths = dict(self.widths())
        keys = [column.key for column in self.shown_columns()]
        keys = [one for one in keys if one != key] if key in keys else [*keys, key]
        self.show_columns(keys, widths)

    # rows

    def chosen_ranges(self) -> list[tuple[int, int]]:
        """Return the selected rows as ranges of places, both ends included; cheap however many they are."""
        chosen = self.selectionModel().selection()
        return [(chosen.at(n).top(), chosen.at(n).bottom()) for n in range(chosen.count())]

    def chosen_count(self) -> int:
        """Return how many rows are selected."""
        return sum(last - first + 1 for first, last in self.chosen_ranges())

    def current_row(self) -> ItemRow | None:
        """Return the row that the keys are at."""
        return self._rows.item_row(self.currentIndex().row())

    def copy(self) -> None:
        """Put the selected rows on the clipboard: as text with tabs and as a table; Excel takes either."""
        places = [place for first, last in sorted(self.chosen_ranges()) for place in range(first, last + 1)]
        if not places:
            return
        columns = self.shown_columns()
        rows = [row for place in places[:COPY_AT_MOST] if (row := self._rows.item_row(place)) is not None]
        table = [[_(column.heading) for column in columns]]
        table += [[guard(one_line(column.text(row))) for column in columns] for row in rows]
        mime = QMimeData()
        mime.setText("\n".join("\t".join(cell.replace("\t", " ") for cell in line) for line in table))
        mime.setHtml(as_html(table))
        QApplication.clipboard().setMimeData(mime)
        if len(places) > COPY_AT_MOST:
            self.told.emit(_("The first {n} rows are copied; export the rest to a file.").format(n=COPY_AT_MOST))
        else:
            self.told.emit(_("{n} rows copied").format(n=len(rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens the passage, Ctrl+Enter and Space the sheet of the item, Ctrl+C copies rows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.sheet_requested if with_ctrl else self.passage_requested).emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.sheet_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QPoint)
    def _on_menu(self, position: QPoint) -> None:
        if self.indexAt(position).isValid():
            self.menu_requested.emit(self.viewport().mapToGlobal(position))


def sorted_by(sort: Sort, key: str, *, more: bool) -> Sort:
    """Return the order after a click on a heading: that column first, or with `more` after those that stand already.

    The same column again turns round where it stands.
    """
    held = dict(sort)
    if more and sort:
        if key in held:
            return tuple((name, not down if name == key else down) for name, down in sort)
        return (*sort, (key, False))
    return ((key, not held[key] if sort and sort[0][0] == key else False),)


def as_html(table: Sequence[Sequence[str]]) -> str:
    """Return a table as HTML in which every cell is text to Excel, dates and numbers included."""
    from html import escape

    rows = "".join(
        "<tr>" + "".join(f"<td style=\"mso-number-format:'\\@'\">{escape(cell)}</td>" for cell in line) + "</tr>"
        for line in table
    )
    return f"<table>{rows}</table>"
