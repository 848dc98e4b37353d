"""An overview as a Qt model: a row for each value, a column for each number, or for each year of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from griffie.base.i18n import _
from griffie.domain.listing import Wanted
from griffie.domain.overview import MEANINGS, MEASURE_WORDS, SHARES, Measure, Overview, Row, Tally, label_of
from griffie.ui.overviews import wording
from griffie.ui.tips import tip

Index = QModelIndex | QPersistentModelIndex
SHARE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""A share from 0 to 1, of a cell that gets a bar."""
LEADS_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""Whether a cell has something that a click can show: what counts nothing leads nowhere."""

ALL_YEARS = "*"
"""The year of a column with the number of all years."""


@dataclass(frozen=True)
class Column:
    """A number of a row; of one year where `year` is one."""

    measure: Measure
    year: str = ALL_YEARS

    def tally(self, row: Row) -> Tally:
        """Return the numbers of a row that this column takes one of."""
        return row.tally if self.year == ALL_YEARS else row.by_year.get(self.year, Tally())

    def value(self, row: Row) -> float | None:
        """Return the number of a row."""
        return self.tally(row).value(self.measure)


MEASURES = tuple(Column(measure) for measure in Measure)


def years_of(overview: Overview, measure: Measure) -> tuple[Column, ...]:
    """Return a column for each year, and one for all."""
    return (*(Column(measure, year) for year in overview.years), Column(measure))


class OverviewModel(QAbstractTableModel):
    """The rows of an overview, or its total as the only row. The first column has the names, the others the numbers.

    Signals:
        sorted: the rows stand in another order.
    """

    sorted = Signal()

    def __init__(self, *, total: bool = False) -> None:
        super().__init__()
        self._total = total
        self.overview: Overview | None = None
        self.columns: tuple[Column, ...] = MEASURES
        self.rows: list[Row] = []
        self.order: tuple[int, bool] | None = None
        """The column that the rows are sorted by and whether it goes down; None for the usual order."""

    def show_overview(self, overview: Overview, columns: Sequence[Column]) -> None:
        """Show other numbers; the rows stay sorted as they were, unless the columns are others."""
        self.beginResetModel()
        if tuple(columns) != self.columns or (self.overview and self.overview.dimension is not overview.dimension):
            self.order = None
        self.overview, self.columns = overview, tuple(columns)
        self.rows = [overview.total] if self._total else self._in_order(overview.rows)
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """Return the row of a cell."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def column_at(self, index: Index) -> Column:
        """Return the number that a cell has; the name of a row stands for all its items."""
        return self.columns[index.column() - 1] if index.column() else Column(Measure.MADE)

    def leads_to(self, index: Index) -> Wanted | None:
        """Return what limits the register to the items of a cell, None where it has none."""
        row, column = self.row_at(index), self.column_at(index)
        if row is None or self.overview is None or not column.value(row):
            return None
        year = "" if column.year == ALL_YEARS else column.year
        if column.year != ALL_YEARS and not year:
            return None
        return self.overview.limited_to(None if self._total else row, column.measure, year)

    def name_of(self, row: Row) -> str:
        """Return how a row is named."""
        if self._total or self.overview is None:
            return _("All items")
        return label_of(self.overview.dimension, row.value)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many columns there are."""
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: what a cell shows."""
        row = self.row_at(index)
        if row is None:
            return None
        column = self.column_at(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == LEADS_ROLE:
            return bool(column.value(row))
        if role == SHARE_ROLE:
            return column.value(row) if index.column() and column.measure in SHARES else None
        return self._text(row, column, index.column() == 0, role)

    def _text(self, row: Row, column: Column, is_name: bool, role: int) -> Any:
        text = self.name_of(row) if is_name else wording.shown(column.value(row), column.measure)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text if is_name else f"{self.name_of(row)}, {self.heading_of(column)}: {text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return text if is_name else self._explained(row, column, text)
        return None

    def _explained(self, row: Row, column: Column, text: str) -> str:
        first = f"{self.name_of(row)}, {self.heading_of(column)}: {text}"
        tally = column.tally(row)
        if column.measure is Measure.SHARE_LATE:
            first += _(" ({part} of {all})").format(part=tally.late, all=tally.open)
        if column.measure is Measure.SHARE_SETTLED_LATE:
            first += _(" ({part} of {all})").format(part=tally.settled_late, all=tally.timed)
        return tip(f"{first}\n{_(MEANINGS[column.measure])}")

    def heading_of(self, column: Column) -> str:
        """Return the heading of a column with numbers."""
        if column.year != ALL_YEARS:
            return column.year or "?"
        return _("All years") if self.columns != MEASURES else _(MEASURE_WORDS[column.measure])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the heading of a column, and what its numbers mean."""
        if orientation is not Qt.Orientation.Horizontal or section > len(self.columns) or self.overview is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading_of(self.columns[section - 1]) if section else wording.heading(self.overview.dimension)
        if role == Qt.ItemDataRole.ToolTipRole and section:
            return tip(_(MEANINGS[self.columns[section - 1].measure]))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt: sort by a column; -1 brings the usual order back."""
        self.order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        if self.overview is None or self._total:
            return
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.rows[index.row()]) for index in self.persistentIndexList()]
        self.rows = self._in_order(self.overview.rows)
        places = {id(row): place for place, row in enumerate(self.rows)}
        for index, row in kept:
            self.changePersistentIndex(index, self.index(places[id(row)], index.column()))
        self.layoutChanged.emit()
        self.sorted.emit()

    def _in_order(self, rows: Sequence[Row]) -> list[Row]:
        """Sort by a column; what has no number stands last either way, and equals stay in the usual order."""
        if self.order is None or self.order[0] > len(self.columns):
            return list(rows)
        place, down = self.order
        if place == 0:
            return sorted(rows, key=lambda row: self.name_of(row).casefold(), reverse=down)
        column = self.columns[place - 1]
        sign = -1 if down else 1

        def key(row: Row) -> tuple[bool, float]:
            value = column.value(row)
            return (value is None, sign * (value or 0))

        return sorted(rows, key=key)
