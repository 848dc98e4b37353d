"""The table of one list: many rows selected at once, a key for each decision, Enter and Space to look further."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from griffie.domain.kinds import ItemKind
from griffie.domain.rappel import ListName
from griffie.domain.rappel_decision import DecisionKind
from griffie.ui.rappel.model import ROW_ROLE, RappelModel, Shown
from griffie.ui.rows import set_up_rows
from griffie.ui.theme import Theme

KEYS: dict[int, DecisionKind] = {
    int(Qt.Key.Key_1): DecisionKind.SETTLED,
    int(Qt.Key.Key_2): DecisionKind.PARTLY,
    int(Qt.Key.Key_3): DecisionKind.OPEN,
    int(Qt.Key.Key_4): DecisionKind.LAPSED,
    int(Qt.Key.Key_5): DecisionKind.EXPLANATION,
}
NARROWEST = 180
"""Pixels of the column with the words, below which the table scrolls sideways."""


class RowDelegate(QStyledItemDelegate):
    """Paints what is late and what is reported so that it stands out, and what has been decided on quietly."""

    theme: Theme

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: colours of a cell."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        row = index.data(ROW_ROLE)
        if not isinstance(row, Shown):
            return
        model = index.model()
        key = model.columns[index.column()].key if isinstance(model, RappelModel) else ""
        colour = None
        if row.ruling and key != "ruling":
            colour = self.theme.muted
        elif key in ("due", "days") and row.line.list_name is ListName.PASSED:
            colour = self.theme.error
        elif key == "status" and row.line.claimed:
            colour = self.theme.kind_colours[ItemKind.REQUEST]
        if colour is not None and not option.state & QStyle.StateFlag.State_Selected:
            option.palette.setColor(QPalette.ColorRole.Text, colour)


class RappelTable(QTableView):
    """The rows of a list.

    Signals:
        decided: a DecisionKind for the selected rows, chosen by its key.
        passage_requested, sheet_requested: the current row's words, or everything about it.
        chosen: other rows are selected.
    """

    decided = Signal(object)
    passage_requested = Signal()
    sheet_requested = Signal()
    chosen = Signal()

    def __init__(self, model: RappelModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self.single_keys = model, True
        self.setModel(model)
        self.painter_ = RowDelegate(self)
        self.setItemDelegate(self.painter_)
        set_up_rows(self, many=True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._set_up_header()
        self.doubleClicked.connect(lambda _index: self.passage_requested.emit())
        self.selectionModel().selectionChanged.connect(lambda *_selection: self.chosen.emit())

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        # With the table's own selection Qt looks through every selected row for each heading that it paints.
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.fit_text()

    def fit_text(self) -> None:
        """Give the words and the decision what the other columns leave, two parts and one.

        In a narrow window committee and status give some of their room.
        """
        letter = self.fontMetrics().averageCharWidth()
        widths = {column.key: max(column.width * letter + 16, 48) for column in self.rows.columns}
        widths["text"], widths["ruling"] = NARROWEST, NARROWEST // 2
        room = self.viewport().width() - sum(widths.values())
        for key, least in (("committee", 11), ("status", 16)):
            given = min(max(0, -room), widths[key] - least * letter - 16)
            widths[key] -= given
            room += given
        widths["text"] += max(0, room) * 2 // 3
        widths["ruling"] += max(0, room) - max(0, room) * 2 // 3
        for place, column in enumerate(self.rows.columns):
            self.setColumnWidth(place, widths[column.key])

    def chosen_ranges(self) -> list[tuple[int, int]]:
        """Return the selected rows as ranges of places, both ends included; cheap however many they are."""
        found = self.selectionModel().selection()
        return [(found.at(n).top(), found.at(n).bottom()) for n in range(found.count())]

    def chosen_count(self) -> int:
        """Return how many rows are selected."""
        return sum(last - first + 1 for first, last in self.chosen_ranges())

    def current_row(self) -> Shown | None:
        """Return the row that the keys are at."""
        return self.rows.row(self.currentIndex().row())

    def go_to(self, place: int) -> None:
        """Select one row and bring it into view."""
        index = self.rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a digit decides, Enter opens the passage, Ctrl+Enter and Space the sheet of the item."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        kind = KEYS.get(event.key()) if plain else None
        if kind is not None:
            if self.single_keys:
                self.decided.emit(kind)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.sheet_requested if with_ctrl else self.passage_requested).emit()
        elif event.key() == Qt.Key.Key_Space and plain:
            self.sheet_requested.emit()
        else:
            super().keyPressEvent(event)
