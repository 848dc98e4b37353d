"""The agenda as rows of a table: headings of groups and the lines below them, read a page at a time.

Only a few pages are kept, those looked at last, so that memory stays flat however far one scrolls.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from griffie.base.i18n import N_, _, ngettext
from griffie.domain.agenda import Entry, Group
from griffie.ui.agenda import words
from griffie.ui.agenda.source import Source

PAGE = 100
KEPT_PAGES = 12
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
HEADING_ROLE = int(Qt.ItemDataRole.UserRole) + 2
COLUMNS = ("date", "left", "phrase", "item", "ministry", "letter")
HEADINGS = {
    "date": N_("Date"), "left": N_("Still"), "phrase": N_("Phrase"), "item": N_("Belongs to"),
    "ministry": N_("Ministry"), "letter": N_("Letter"),
}  # fmt: skip
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Heading:
    """The heading of a group: where its lines begin in the whole agenda, how many they are, and whether they show."""

    group: Group
    start: int
    count: int
    open: bool
    row: int


class AgendaModel(QAbstractTableModel):
    """Headings and lines. A line that is not read yet is empty; it is asked for when it is looked at.

    Signals:
        arrived: a page was read.
    """

    arrived = Signal()

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.headings: list[Heading] = []
        self.closed_groups: set[Group] = {Group.NO_DATE}
        self._pages: OrderedDict[int, list[Entry]] = OrderedDict()
        self._stale: OrderedDict[int, list[Entry]] = OrderedDict()
        self._wanted: list[int] = []
        self._reading: int | None = None
        self._turn = -1

    def take_counts(self) -> bool:
        """Lay the rows out anew by the counts of the source; what was read before shows until it is read again.

        Returns True where only lines behind all others have come, and every row is still where it was.
        """
        same = self._turn == self._source.turn
        self.beginResetModel()
        if self._turn != self._source.turn:
            self._turn = self._source.turn
            self._stale, self._pages = self._pages or self._stale, OrderedDict()
            self._wanted, self._reading = [], None
        for number in [number for number, page in self._pages.items() if len(page) < PAGE]:
            self._stale[number] = self._pages.pop(number)  # more lines may have come behind its own
        self._lay_out()
        self.endResetModel()
        return same

    def set_open(self, group: Group, is_open: bool) -> None:
        """Show the lines of a group, or only its heading."""
        if is_open != (group not in self.closed_groups):
            self.beginResetModel()
            (self.closed_groups.discard if is_open else self.closed_groups.add)(group)
            self._lay_out()
            self.endResetModel()

    def heading(self, row: int) -> Heading | None:
        """Return the heading that a row is, None where it is a line."""
        found = self.heading_above(row)
        return found if found is not None and found.row == row else None

    def heading_above(self, row: int) -> Heading | None:
        """Return the heading that a row is, or that it stands below."""
        return next((heading for heading in reversed(self.headings) if heading.row <= row), None)

    def position(self, row: int) -> int | None:
        """Return the place of a row's line in the whole agenda; None for a heading."""
        heading = self.heading_above(row)
        return heading.start + row - heading.row - 1 if heading is not None and heading.row < row else None

    def row_of_position(self, position: int) -> int:
        """Return the row of a line by its place in the whole agenda; of its heading where its group is closed."""
        for heading in self.headings:
            if heading.start <= position < heading.start + heading.count:
                return heading.row + 1 + position - heading.start if heading.open else heading.row
        return -1

    def group_at(self, position: int) -> Group | None:
        """Return the group of a place in the whole agenda."""
        return next((h.group for h in self.headings if h.start <= position < h.start + h.count), None)

    def entry(self, index: Index) -> Entry | None:
        """Return the line of an index; None for a heading and for what is not read yet."""
        return self.entry_at(index.row()) if index.isValid() else None

    def entry_at(self, row: int) -> Entry | None:
        """Return the line of a row; None for a heading and for what is not read yet."""
        position = self.position(row)
        if position is None:
            return None
        number, offset = divmod(position, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._want(number)
            page = self._stale.get(number, [])
        else:
            self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def known(self) -> Iterable[tuple[int, Entry]]:
        """Yield the lines that are held just now, with their rows."""
        for number, page in self._pages.items():
            for offset, entry in enumerate(page):
                yield self.row_of_position(number * PAGE + offset), entry

    def _lay_out(self) -> None:
        row, made = 0, []
        for counted in self._source.tally.groups(self._source.seen):
            if counted.count:
                is_open = counted.group not in self.closed_groups
                made.append(Heading(counted.group, counted.start, counted.count, is_open, row))
                row += 1 + (counted.count if is_open else 0)
        self.headings, self._rows = made, row

    _rows = 0

    def _want(self, number: int) -> None:
        if number in self._wanted:
            self._wanted.remove(number)
        self._wanted.append(number)
        del self._wanted[: -KEPT_PAGES // 2]  # what was scrolled past is no longer wanted
        if self._reading is None:
            self._read_next()

    def _read_next(self) -> None:
        self._reading = self._wanted.pop() if self._wanted else None
        if self._reading is None:
            return
        source, number, track = self._source, self._reading, self._source.track
        total = source.tally.total

        def take(found: list[Entry]) -> None:
            grown = len(found) < PAGE and source.tally.total != total
            self._take(number, found, whole=not grown)

        source.ask(lambda: track.page(number * PAGE, PAGE), take, self._give_up)

    def _take(self, number: int, found: list[Entry], *, whole: bool) -> None:
        (self._pages if whole else self._stale)[number] = found
        if whole:
            self._stale.pop(number, None)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        first, last = self.row_of_position(number * PAGE), self.row_of_position(number * PAGE + len(found) - 1)
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
        self._read_next()
        self.arrived.emit()

    def _give_up(self) -> None:
        self._wanted, self._reading = [], None

    @property
    def is_reading(self) -> bool:
        """True while a page is being read."""
        return self._reading is not None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many rows there are."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[COLUMNS[section]])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: every row can be gone to."""
        return FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: what a cell shows."""
        if not index.isValid():
            return None
        heading = self.heading(index.row())
        if heading is not None:
            return self._heading_data(heading, index.column(), role)
        entry = self.entry(index)
        if role == ENTRY_ROLE or entry is None:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(entry, COLUMNS[index.column()], self._source.today)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() > 0:
            return cell_text(entry, COLUMNS[index.column()], self._source.today)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.spoken(entry, self._source.today)
        return None

    def _heading_data(self, heading: Heading, column: int, role: int) -> Any:
        if role == HEADING_ROLE:
            return heading
        if role == Qt.ItemDataRole.DisplayRole:
            return words.heading_words(heading.group, self._source.seen) if column == 0 else ""
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            state = _("shown") if heading.open else _("hidden")
            count = ngettext("{n} line", "{n} lines", heading.count).format(n=heading.count)
            return f"{words.heading_words(heading.group, self._source.seen)}, {count}, {state}"
        return None


def cell_text(entry: Entry, column: str, today: date) -> str:
    """Return what a line says in a column."""
    if column == "date":
        return words.date_words(entry)
    if column == "left":
        return words.left_words(entry, today)
    if column == "phrase":
        return words.phrase_words(entry)
    if column == "item":
        return words.item_words(entry)
    return entry.ministry if column == "ministry" else entry.letter_number
