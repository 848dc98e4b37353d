"""The view of all letters: a search box, a state filter, the table, and what to do when it is empty."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from griffie.base.i18n import _, ngettext
from griffie.domain.changes import Changes
from griffie.domain.kinds import WORDS, LetterState
from griffie.services import looking
from griffie.ui.empty import EmptyState
from griffie.ui.letters.delegate import CountsDelegate
from griffie.ui.letters.model import COLUMNS, LettersModel
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.place import Workplace
from griffie.ui.rows import set_up_rows
from griffie.ui.theme import Theme

TYPING_PAUSE_MS = 120


class LettersView(QWidget):
    """All letters of the register.

    Signals:
        letter_chosen: id of a letter to be opened.
        open_requested: the clerk wants to add letters.
        forget_requested: id of a letter to be deleted for good.
    """

    letter_chosen = Signal(str)
    open_requested = Signal()
    forget_requested = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.model = LettersModel(place.desk, self)
        self._build()
        self.retranslate()
        self._on_theme_changed(place.theme)
        place.bus.changed.connect(self._on_changed)
        place.bus.theme_changed.connect(self._on_theme_changed)
        place.bus.language_changed.connect(self.retranslate)

    def _build(self) -> None:
        self.search = QLineEdit(clearButtonEnabled=True)
        self.state = QuietCombo()
        self.state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.state.setMinimumWidth(150)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.state)
        bar.addWidget(self.count)
        self.table = self._build_table()
        self.empty = EmptyLetters()
        self.empty.open_button.clicked.connect(self.open_requested)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_return)
        self.state.currentIndexChanged.connect(self._ask)
        self.setFocusProxy(self.table)

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        set_up_rows(table, many=False)
        table.setSortingEnabled(True)
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(len(COLUMNS) - 1, Qt.SortOrder.DescendingOrder)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.delegate = CountsDelegate(table)
        table.setItemDelegateForColumn(next(i for i, c in enumerate(COLUMNS) if c.key == "items"), self.delegate)
        table.activated.connect(self._on_activated)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        letter = table.fontMetrics().averageCharWidth()
        for index, column in enumerate(COLUMNS):
            table.setColumnWidth(index, column.width * letter + 16)
        return table

    def load(self) -> None:
        """Read the list and show it, or what to do when there is none."""
        self.model.reload()
        self._show_state()

    def focus_search(self) -> None:
        """Put the cursor in the search box."""
        self.search.setFocus()
        self.search.selectAll()

    def select_letter(self, letter_id: str) -> None:
        """Mark a letter in the list."""
        row = self.model.row_of(letter_id)
        if row >= 0:
            self.table.selectRow(row)

    def chosen(self) -> str | None:
        """Return the id of the marked letter."""
        row = self.model.letter_row(self.table.currentIndex())
        return row.id if row else None

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self.search.setPlaceholderText(_("Search header, text and tags"))
        self.search.setAccessibleName(_("Search the letters"))
        self.table.setAccessibleName(_("Letters"))
        self.state.setAccessibleName(_("State"))
        chosen = self.state.currentData()
        self.state.blockSignals(True)
        self.state.clear()
        self.state.addItem(_("all states"), "")
        for state in LetterState:
            self.state.addItem(_(WORDS[state]), state.value)
        self.state.setCurrentIndex(max(0, self.state.findData(chosen)))
        self.state.blockSignals(False)
        self.model.retranslate()
        self.empty.retranslate(searching=bool(self.model.query or self.model.state))
        self._show_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens; Del asks to delete for good."""
        chosen = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen and self.table.hasFocus():
            self.letter_chosen.emit(chosen)
        elif event.key() == Qt.Key.Key_Delete and chosen and self.table.hasFocus():
            self.forget_requested.emit(chosen)
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
            self.table.selectRow(max(0, self.table.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._pause.start()

    @Slot()
    def _on_return(self) -> None:
        self._pause.stop()
        self._ask()
        self.table.setFocus()
        self.table.selectRow(0)

    @Slot()
    def _ask(self) -> None:
        self.model.ask(query=self.search.text().strip(), state=self.state.currentData() or "")
        self._show_state()

    def _show_state(self) -> None:
        empty = self.model.rowCount() == 0
        self.empty.retranslate(searching=bool(self.model.query or self.model.state))
        self.stack.setCurrentWidget(self.empty if empty else self.table)
        self._show_count()

    def _show_count(self) -> None:
        count = looking.count_letters(self._place.desk, query=self.model.query, state=self.model.state)
        self.count.setText(ngettext("{n} letter", "{n} letters", count).format(n=count))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self.model.letter_row(index)
        if row is not None:
            self.letter_chosen.emit(row.id)

    @Slot(QPoint)
    def _on_menu(self, position: QPoint) -> None:
        row = self.model.letter_row(self.table.indexAt(position))
        if row is None:
            return
        menu = QMenu(self)
        opens, forgets = menu.addAction(_("Open")), menu.addAction(_("Delete for good..."))
        chosen = menu.exec(self.table.viewport().mapToGlobal(position))
        if chosen is opens:
            self.letter_chosen.emit(row.id)
        elif chosen is forgets:
            self.forget_requested.emit(row.id)
        menu.deleteLater()

    @Slot(QPoint)
    def _on_header_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        for index, column in enumerate(COLUMNS):
            action = menu.addAction(_(column.heading))
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(index))
            action.setEnabled(column.key != "subject")
            action.setData(index)
        chosen = menu.exec(self.table.horizontalHeader().mapToGlobal(position))
        if chosen is not None:
            self.table.setColumnHidden(int(chosen.data()), not chosen.isChecked())
        menu.deleteLater()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.letters:
            self.model.refresh(changes.letters)
            self._show_state()

    @Slot(object)
    def _on_theme_changed(self, theme: Theme) -> None:
        self.delegate.theme = theme
        self.table.viewport().update()


class EmptyLetters(EmptyState):
    """What stands where the table would be: how to begin, or that nothing was found."""

    def __init__(self) -> None:
        super().__init__()
        self.button.setProperty("primary", True)

    @property
    def open_button(self) -> QPushButton:
        """The button that opens letters."""
        return self.button

    def retranslate(self, *, searching: bool) -> None:
        """Show the texts: of a search without result, or of a register without letters."""
        if searching:
            self.title.setText(_("Nothing found"))
            self.advice.setText(_("Try fewer words, or another state."))
        else:
            self.title.setText(_("No letters yet"))
            self.advice.setText(_("Open a letter, or drag PDF files or folders into this window."))
        self.open_button.setText(_("Open letter..."))
        self.open_button.setVisible(not searching)
