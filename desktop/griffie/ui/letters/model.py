"""The letters list as a Qt model: rows come from the register a page at a time, by key, never by counting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from griffie.base.i18n import N_, _, current_language
from griffie.domain.dates import MONTHS
from griffie.domain.kinds import WORDS, LetterState
from griffie.services import looking
from griffie.services.desk import Desk
from griffie.store.letters import LetterRow

PAGE = 100
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """One column: its key (a sort of the register where it can be sorted), heading, text of a row, width in letters."""

    key: str
    heading: str
    text: Callable[[LetterRow], str]
    width: int
    sortable: bool = True


def short_date(day: date) -> str:
    """Return a day as it fits a column: "9 mrt 2026", "9 Mar 2026"."""
    language = current_language()
    month = "mrt" if language == "nl" and day.month == 3 else MONTHS[language][day.month - 1][:3]
    return f"{day.day} {month} {day.year}"


def _date(text: str) -> str:
    try:
        return short_date(date.fromisoformat(text)) if text else ""
    except ValueError:
        return text


def _paper(row: LetterRow) -> str:
    number = f"nr. {row.paper_number}" if row.paper_number[:1].isdigit() else row.paper_number
    return ", ".join(part for part in (row.dossiers, number) if part)


def _state(row: LetterRow) -> str:
    try:
        return _(WORDS[LetterState(row.state)])
    except ValueError:
        return row.state


def left_text(row: LetterRow) -> str:
    """Return how many suggestions wait for a decision, that none is left, or that there were none; '' if unread."""
    if row.suggestions:
        return _("{n} left").format(n=row.suggestions)
    if row.suggested:
        return _("all viewed")
    return _("none") if row.is_read else ""


COLUMNS: tuple[Column, ...] = (
    Column("date", N_("Date"), lambda row: _date(row.date), 16),
    Column("senders", N_("Sender"), lambda row: row.senders, 28),
    Column("subject", N_("Subject"), lambda row: row.subject or row.file_name, 48),
    Column("dossiers", N_("Paper"), _paper, 21),
    Column("state", N_("State"), _state, 13),
    Column("items", N_("Tagged"), lambda _row: "", 18, sortable=False),
    Column("suggestions", N_("Suggestions"), left_text, 12, sortable=False),
    Column("received_on", N_("Received"), lambda row: _date(row.received_on), 16),
    Column("handler", N_("Handled by"), lambda row: row.handler, 14),
    Column("added_at", N_("Number"), lambda row: row.number, 15),
)


class LettersModel(QAbstractTableModel):
    """Rows of the letters list for a search, a state and a sort; more rows are fetched as the view scrolls."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[LetterRow] = []
        self._complete = False
        self.query, self.state, self.sort_key, self.descending = "", "", "added_at", True

    def reload(self) -> None:
        """Read the first page anew."""
        self.beginResetModel()
        self._rows = self._fetch(None)
        self._complete = len(self._rows) < PAGE
        self.endResetModel()

    def ask(self, *, query: str | None = None, state: str | None = None) -> None:
        """Change what is looked for and read anew."""
        self.query = self.query if query is None else query
        self.state = self.state if state is None else state
        self.reload()

    def refresh(self, letter_ids: frozenset[str]) -> None:
        """Show changed letters anew where they stand; a new or vanished one makes the list read anew."""
        known = {row.id: place for place, row in enumerate(self._rows)}
        fresh = looking.letter_rows(self._desk, letter_ids)
        if {row.id for row in fresh} != letter_ids or any(row.id not in known for row in fresh):
            self.reload()
            return
        for row in fresh:
            place = known[row.id]
            self._rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def row_of(self, letter_id: str) -> int:
        """Return where a letter stands among the rows read so far, -1 where it does not."""
        return next((place for place, row in enumerate(self._rows) if row.id == letter_id), -1)

    def letter_row(self, index: Index) -> LetterRow | None:
        """Return the letter of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many rows have been read."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        """Qt: whether there may be more rows."""
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: Index) -> None:
        """Qt: read the next page."""
        more = self._fetch(self._rows[-1] if self._rows else None)
        self._complete = len(more) < PAGE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: what a cell shows."""
        row = self.letter_row(index)
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_counts(row) if column.key == "items" else column.text(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section].heading)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt: sort by a column; the register sorts, by index."""
        if COLUMNS[column].sortable:
            self.sort_key, self.descending = COLUMNS[column].key, order is Qt.SortOrder.DescendingOrder
            self.reload()

    def retranslate(self) -> None:
        """Show headings and words in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    def _fetch(self, after: LetterRow | None) -> list[LetterRow]:
        return looking.list_letters(
            self._desk, query=self.query, state=self.state, sort=self.sort_key, descending=self.descending,
            after=after, limit=PAGE,
        )  # fmt: skip


def spoken_counts(row: LetterRow) -> str:
    """Return the counts of a letter in words, for a screen reader and the tooltip."""
    parts = (
        (row.commitments, N_("commitments")), (row.motions, N_("motions")),
        (row.deadlines, N_("deadlines")), (row.requests, N_("requests")),
    )  # fmt: skip
    return ", ".join(f"{count} {_(word)}" for count, word in parts if count)
