"""The rows of the palette as a Qt model. Headings cannot be chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from griffie.ui.finding.rows import Heading, Row, spoken
from griffie.ui.tips import tip

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class FindingModel(QAbstractListModel):
    """The rows that are shown now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def next_choice(self, row: int, step: int) -> int:
        """Return the nearest row that can be chosen from `row` on in a direction, -1 where there is none."""
        while 0 <= row < len(self.rows):
            if not isinstance(self.rows[row], Heading):
                return row
            row += step
        return -1

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: a heading is only read."""
        if isinstance(self.row(index), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the row itself, and its words for a screen reader and the pointer."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, Heading):
            return tip(spoken(row))
        return None
