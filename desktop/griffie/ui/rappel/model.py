"""One list of a reminder round as a Qt model: the numbers of its rows, and the rows around what is in view.

Rows are read in blocks off the GUI thread, the block asked for last before the others; until they come the cells are
empty, and a block that has changed shows what it was until it is read anew.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from griffie.base.i18n import N_, _, current_language
from griffie.domain.dates import MONTHS
from griffie.domain.kinds import WORDS, Status
from griffie.domain.rappel import ListName, RappelLine, RappelQuestion
from griffie.services import rappel
from griffie.services.desk import Desk
from griffie.ui.tasks import Lane

BLOCK = 64
BLOCKS_KEPT = 48
WAITING = 6
"""Blocks that wait to be read; those asked for before them are asked for again when they are in view."""
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shown:
    """A row: the item, and what was decided on it in this round."""

    line: RappelLine
    ruling: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its key, heading, text of a row, and width in letters; 0 takes the room that is left."""

    key: str
    heading: str
    text: Callable[[Shown], str]
    width: int


def _status(row: Shown) -> str:
    line = row.line
    word = _(WORDS[Status(line.status)]) if line.status in list(Status) else line.status
    return f"{word} · {_('settlement reported')}" if line.claimed else word


def short_day(text: str) -> str:
    """Return an ISO date as it fits a column: "9 mrt 2026"; what is no date as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    language = current_language()
    month = "mrt" if language == "nl" and day.month == 3 else MONTHS[language][day.month - 1][:3]
    return f"{day.day} {month} {day.year}"


def _days(row: Shown) -> str:
    """Return how many days late or left; '' where the term has been moved out of the list meanwhile."""
    late = row.line.days_late if row.line.list_name is ListName.PASSED else -row.line.days_late
    return str(late) if row.line.due and late >= 0 else ""


def columns_of(name: ListName) -> tuple[Column, ...]:
    """Return the columns of a list; what is still to come has days left instead of days late."""
    days = N_("Days late") if name is ListName.PASSED else N_("Days left")
    dated = (Column("due", N_("Term"), lambda row: short_day(row.line.due), 13), Column("days", days, _days, 15))
    return (
        Column("number", N_("Number"), lambda row: row.line.number, 15),
        Column("text", N_("Commitment"), lambda row: row.line.text, 0),
        Column("status", N_("Status"), _status, 29),
        *(dated if name is not ListName.UNDATED else ()),
        Column("ministry", N_("Ministry"), lambda row: row.line.ministry, 10),
        Column("committee", N_("Committee"), lambda row: row.line.committee, 22),
        Column("ruling", N_("Decision"), lambda row: row.ruling, 32),
    )


@dataclass
class _Block:
    rows: dict[int, Shown]
    version: int


class RappelModel(QAbstractTableModel):
    """Rows of one list.

    Signals:
        failed: an error that reading met.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk, lane: Lane, name: ListName, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane, self.name = desk, lane, name
        self.columns = columns_of(name)
        self._question: RappelQuestion | None = None
        self._round = ("", "")
        self._seqs: array[int] = array("q")
        self._blocks: OrderedDict[int, _Block] = OrderedDict()
        self._version = 0
        self._waiting: list[int] = []
        self._reading = False

    # what is shown

    def show(self, question: RappelQuestion, seqs: Sequence[int]) -> None:
        """Show the rows of a list that has been read."""
        self.beginResetModel()
        self._question, self._seqs = question, array("q", seqs)
        self._blocks.clear()
        self._waiting.clear()
        self._version += 1
        self.endResetModel()

    def show_round(self, body: str, on: str) -> None:
        """Show the decisions that a body took on a day (ISO)."""
        if (body, on) != self._round:
            self._round = (body, on)
            self.refresh()

    def refresh(self) -> None:
        """Read what is in view anew; the rows stay where they are."""
        self._version += 1
        self._tell_changed(0, len(self._seqs) - 1)

    @property
    def seqs(self) -> "array[int]":
        """The numbers of the rows, in order."""
        return self._seqs

    @property
    def is_reading(self) -> bool:
        """True while rows are being read."""
        return self._reading

    def row(self, place: int) -> Shown | None:
        """Return a row by its place; None where it is not at hand yet, or no longer in the register."""
        if not 0 <= place < len(self._seqs):
            return None
        number = place // BLOCK
        block = self._blocks.get(number)
        if block is None or block.version != self._version:
            self._ask(number)
        else:
            self._blocks.move_to_end(number)
        return block.rows.get(self._seqs[place]) if block is not None else None

    def seqs_of(self, ranges: Iterable[tuple[int, int]]) -> "array[int]":
        """Return the `seq` of the rows in these ranges of places, both ends included."""
        found = array("q")
        for first, last in sorted(ranges):
            found.extend(self._seqs[first : last + 1])
        return found

    # reading

    def _ask(self, number: int) -> None:
        if number in self._waiting:
            return
        self._waiting.append(number)
        del self._waiting[:-WAITING]
        self._read_next()

    def _read_next(self) -> None:
        if self._reading or not self._waiting or self._question is None:
            return
        number, question, version = self._waiting[-1], self._question, self._version
        seqs, (body, on) = self._seqs[number * BLOCK : (number + 1) * BLOCK], self._round
        self._reading = True

        def work() -> dict[int, Shown]:
            lines = rappel.lines(self._desk, question, self.name, seqs)
            rulings = rappel.decided(self._desk, [line.id for line in lines], body, on) if body and on else {}
            return {line.seq: Shown(line, rulings.get(line.id, "")) for line in lines}

        def done(rows: dict[int, Shown]) -> None:
            self._take(number, rows, version)

        def failed(error: Exception) -> None:
            self._take(number, {}, version)
            self.failed.emit(error)

        self._lane.run(work, done, failed)

    def _take(self, number: int, rows: dict[int, Shown], version: int) -> None:
        self._reading = False
        if version == self._version:
            self._blocks[number] = _Block(rows, version)
            self._blocks.move_to_end(number)
            if number in self._waiting:
                self._waiting.remove(number)
            while len(self._blocks) > BLOCKS_KEPT:
                self._blocks.popitem(last=False)
            self._tell_changed(number * BLOCK, min((number + 1) * BLOCK, len(self._seqs)) - 1)
        self._read_next()

    def _tell_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many rows there are."""
        return 0 if parent.isValid() else len(self._seqs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the text of a cell, and the row behind it."""
        if not index.isValid() or role not in _ROLES:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[index.column()].key == "days"
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        row = self.row(index.row())
        if row is None or role == ROW_ROLE:
            return row
        return self.columns[index.column()].text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].heading)
        return self.data(self.index(0, section), role) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def retranslate(self) -> None:
        """Show headings and words in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._tell_changed(0, len(self._seqs) - 1)


_ROLES = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        ROW_ROLE,
    )
)
