"""The register as a Qt model: the first rows come off an index at once, all row numbers follow, rows come in blocks.

Nothing but the numbers of the rows (8 bytes each) is kept of a register of any size; the rows around what is in view
are read when they are asked for and forgotten again.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from griffie.base.i18n import _
from griffie.domain.fields import item_field
from griffie.domain.kinds import ItemKind
from griffie.domain.listing import ItemRow, Wanted
from griffie.services import register
from griffie.services.desk import Desk
from griffie.services.register import Sort
from griffie.ui.register.columns import BY_KEY, USUAL, Column
from griffie.ui.tasks import Lane

FIRST = 60
BLOCK = 64
SORTED_AT_ONCE = 100_000
"""Up to so many rows the first ones of an order by several columns are there at once; of more they are waited for."""
BLOCKS_KEPT = 48
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLUMN_ROLE = int(Qt.ItemDataRole.UserRole) + 2
Index = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel):
    """Rows of the register for what is wanted, in an order.

    Signals:
        counted: how many rows there are in all, once that is known.
        failed: an error that reading met.
        edit_requested: item id, field and typed text of an edit in a cell.
    """

    counted = Signal(int)
    failed = Signal(object)
    edit_requested = Signal(str, str, str)

    def __init__(self, desk: Desk, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self._lane = desk, lane
        self.wanted, self.sort_by = Wanted(), register.BY_DATE
        self.columns: tuple[Column, ...] = tuple(BY_KEY[key] for key in USUAL)
        self._seqs: array[int] = array("q")
        self._blocks: OrderedDict[int, list[ItemRow]] = OrderedDict()
        self._question = 0
        self.counting = False

    # what is asked

    def ask(self, wanted: Wanted, sort: Sort) -> None:
        """Show what is wanted in an order: the first rows at once, the rest when they are counted."""
        self._question += 1
        self.counting = False
        self.wanted, self.sort_by = wanted, sort
        quick = len(sort) < 2 or register.size(self.desk) <= SORTED_AT_ONCE
        self.beginResetModel()
        rows = register.first_rows(self.desk, wanted, sort, FIRST) if quick else []
        self._seqs = array("q", [row.seq for row in rows])
        self._blocks.clear()
        self._blocks[0] = rows
        self.endResetModel()
        if quick and len(rows) < FIRST:
            self.counted.emit(len(rows))
        else:
            self._count(self._take_rest)

    def refresh(self) -> None:
        """Read anew what has changed; the place in the list stays."""
        self._question += 1
        self._count(self._take_changed)

    def _count(self, take: Any) -> None:
        self.counting = True
        question, wanted, sort = self._question, self.wanted, self.sort_by

        def work() -> "array[int] | None":
            return register.all_seqs(self.desk, wanted, sort) if question == self._question else None

        def done(seqs: "array[int] | None") -> None:
            if seqs is not None and question == self._question:
                self.counting = False
                take(seqs)
                self.counted.emit(len(seqs))

        self._lane.run(work, done, self.failed.emit)

    def _take_rest(self, seqs: "array[int]") -> None:
        """Add the rows behind the first ones; where the register has changed meanwhile, begin anew."""
        known = len(self._seqs)
        if seqs[:known] != self._seqs:
            self._take_changed(seqs)
            return
        if len(seqs) > known:
            self.beginInsertRows(QModelIndex(), known, len(seqs) - 1)
            self._seqs = seqs
            self._blocks.clear()
            self.endInsertRows()

    def _take_changed(self, seqs: "array[int]") -> None:
        if seqs == self._seqs:
            self._blocks.clear()
            if seqs:
                self.dataChanged.emit(self.index(0, 0), self.index(len(seqs) - 1, len(self.columns) - 1))
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        kept = {index.row(): self._seqs[index.row()] for index in old if index.row() < len(self._seqs)}
        places = _places(seqs, set(kept.values()))
        self._seqs = seqs
        self._blocks.clear()
        new = [
            self.index(places[kept[index.row()]], index.column()) if kept.get(index.row()) in places else QModelIndex()
            for index in old
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns in this order; names that are no column are left out."""
        columns = tuple(BY_KEY[key] for key in dict.fromkeys(keys) if key in BY_KEY)
        if columns and columns != self.columns:
            self.beginResetModel()
            self.columns = columns
            self.endResetModel()

    # rows

    def item_row(self, row: int) -> ItemRow | None:
        """Return a row of the register by its place, read now if it is not at hand; None where it has gone."""
        if not 0 <= row < len(self._seqs):
            return None
        block = self._block(row // BLOCK)
        seq, place = self._seqs[row], row % BLOCK
        if place < len(block) and block[place].seq == seq:
            return block[place]
        return next((found for found in block if found.seq == seq), None)

    def _block(self, number: int) -> list[ItemRow]:
        if number in self._blocks:
            self._blocks.move_to_end(number)
            return self._blocks[number]
        seqs = self._seqs[number * BLOCK : (number + 1) * BLOCK]
        rows = register.rows(self.desk, seqs, self.wanted)
        self._blocks[number] = rows
        while len(self._blocks) > BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        return rows

    def seqs_of(self, ranges: Iterable[tuple[int, int]]) -> "array[int]":
        """Return the `seq` of the rows in these ranges of places, both ends included."""
        found = array("q")
        for first, last in sorted(ranges):
            found.extend(self._seqs[first : last + 1])
        return found

    def place_of(self, seq: int) -> int:
        """Return the place of a row by its `seq`, -1 where it is not in the list."""
        try:
            return self._seqs.index(seq)
        except ValueError:
            return -1

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many rows there are."""
        return 0 if parent.isValid() else len(self._seqs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many columns are shown."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the text of a cell, and the row and column behind it."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == COLUMN_ROLE:
            return column
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, ROW_ROLE, Qt.ItemDataRole.EditRole):
            row = self.item_row(index.row())
            if row is None or role == ROW_ROLE:
                return row
            if role == Qt.ItemDataRole.EditRole:
                return getattr(row, column.field) if column.field else None
            return column.text(row)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Qt: a cell was edited; whoever listens writes it, and the row follows the register."""
        row, column = self.item_row(index.row()), self.columns[index.column()]
        if row is None or not column.field or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != str(getattr(row, column.field)):
            self.edit_requested.emit(row.id, column.field, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what can be done with a cell; one is edited only where that is safe and its kind has the field."""
        usual = super().flags(index)
        if not index.isValid() or self.desk.register.read_only:
            return usual
        field, row = self.columns[index.column()].field, self.item_row(index.row())
        if not field or row is None or item_field(ItemKind(row.kind), field) is None:
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the heading of a column; the place of a further sort stands behind it."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(column.heading) + self._sort_mark(column)
        return None

    def _sort_mark(self, column: Column) -> str:
        places = {key: (place, down) for place, (key, down) in enumerate(self.sort_by)}
        if column.sort not in places or len(self.sort_by) < 2:
            return ""
        place, down = places[column.sort]
        return f"  {place + 1}{'↓' if down else '↑'}"

    def retranslate(self) -> None:
        """Show headings and words in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._seqs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._seqs) - 1, len(self.columns) - 1))


def _places(seqs: "array[int]", sought: set[int]) -> dict[int, int]:
    """Return where each of some rows stands now; those that are gone are left out."""
    return {seq: place for place, seq in enumerate(seqs) if seq in sought} if sought else {}
