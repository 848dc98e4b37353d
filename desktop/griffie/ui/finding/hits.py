"""The list of what was found. The keys stay with the box, which tells it where to go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from griffie.ui.finding.delegate import FindingDelegate
from griffie.ui.finding.model import FindingModel
from griffie.ui.finding.rows import Row
from griffie.ui.place import Workplace


class Hits(QListView):
    """Headings and rows; one of the rows is current."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FindingModel(self)
        self._painter = FindingDelegate(place)
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_rows(self, rows: Sequence[Row], current: int) -> None:
        """Show other rows, with the one at `current` or the next after it chosen."""
        self.rows.show(rows)
        self.scrollToTop()
        found = self.rows.next_choice(max(0, current), 1)
        self.go_to(found if found >= 0 else self.rows.next_choice(len(rows) - 1, -1))

    def current(self) -> Row | None:
        """Return the row that is chosen."""
        return self.rows.row(self.currentIndex())

    def step(self, by: int) -> None:
        """Choose a row so many further down, or up; at the end stay there."""
        step = 1 if by > 0 else -1
        wanted = min(max(self.currentIndex().row() + by, 0), self.rows.rowCount() - 1)
        found = self.rows.next_choice(wanted, step)
        self.go_to(found if found >= 0 else self.rows.next_choice(wanted, -step))

    def step_screen(self, by: int) -> None:
        """Choose a row one screen further down (1) or up (-1)."""
        height = self.visualRect(self.currentIndex()).height()
        self.step(by * max(1, self.viewport().height() // height - 1) if height > 0 else by)

    def go_to_end(self, *, last: bool) -> None:
        """Choose the first or the last row."""
        self.go_to(self.rows.next_choice(self.rows.rowCount() - 1, -1) if last else self.rows.next_choice(0, 1))

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view; -1 is none."""
        if row < 0:
            return
        index = self.rows.index(row)
        self.setCurrentIndex(index)
        if self.rows.next_choice(row - 1, -1) < 0:
            self.scrollToTop()  # the heading above it too
        else:
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the current row stays in view."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.go_to(self.currentIndex().row())
