"""The sheet of all keys, in which they can be bound anew."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from griffie.base.i18n import N_, _
from griffie.base.settings import Settings
from griffie.ui.actions import ACTIONS, MENUS, ActionRow, ActionSet

PAGE_KEYS = (
    (N_("Select with the keyboard"), "Shift+←→↑↓, Ctrl+Shift+←→"),
    (N_("Adjust the start or end of a passage"), "[  ]"),
    (N_("Keep a field and go to the next item"), "Ctrl+Enter"),
    (N_("Back to the page"), "Esc"),
)


class KeysDialog(QDialog):
    """Lists every action with its keys; a double click or Enter changes them, Delete takes the table's own again."""

    def __init__(self, actions: ActionSet, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self.setWindowTitle(_("Keys"))
        self.resize(620, 640)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([_("Menu"), _("Action"), _("Keys")])
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("Keys"))
        self.editor = QKeySequenceEdit(maximumSequenceLength=1)
        self.change, self.reset = QPushButton(_("Change")), QPushButton(_("As delivered"))
        self.single = QCheckBox(_("Single letters and digits act on the page and the list"))
        self.single.setChecked(bool(settings.get("single_keys")))
        self.clash = QLabel()
        self.clash.setProperty("role", "hint")
        self._lay_out()
        self._fill()
        self.table.currentCellChanged.connect(self._on_row)
        self.change.clicked.connect(self._on_change)
        self.reset.clicked.connect(self._on_reset)
        self.single.toggled.connect(self._on_single)
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget in (self.editor, self.change, self.reset):
            row.addWidget(widget, 1 if widget is self.editor else 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.clash)
        column.addWidget(self.single)
        column.addWidget(buttons)

    def _fill(self) -> None:
        self.table.setRowCount(0)
        for action in ACTIONS:
            keys = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in self._actions.keys_of(action))
            self._add(_(MENUS[action.menu]).replace("&", ""), _(action.text).replace("&", "").rstrip("."), keys, action)
        for text, keys in PAGE_KEYS:
            self._add("", _(text), keys, None)

    def _add(self, menu: str, text: str, keys: str, action: ActionRow | None) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, cell in enumerate((menu, text, keys)):
            item = QTableWidgetItem(cell)
            item.setData(Qt.ItemDataRole.UserRole, action)
            self.table.setItem(row, column, item)

    def _current(self) -> ActionRow | None:
        item = self.table.item(self.table.currentRow(), 0)
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, ActionRow) else None

    @Slot()
    def _on_row(self, *_cells: int) -> None:
        action = self._current()
        for widget in (self.editor, self.change, self.reset):
            widget.setEnabled(action is not None)
        keys = self._actions.keys_of(action) if action else []
        self.editor.setKeySequence(keys[0] if keys else QKeySequence())
        self.clash.setText("")

    @Slot()
    def _on_change(self) -> None:
        action = self._current()
        if action is None:
            return
        wanted = self.editor.keySequence()
        others = [a for a in ACTIONS if a != action and wanted in self._actions.keys_of(a)]
        if others and not wanted.isEmpty():
            name = _(others[0].text).replace("&", "").rstrip(".")
            self.clash.setText(_("These keys are taken by: {name}").format(name=name))
            return
        self._bind(action, wanted.toString())

    @Slot()
    def _on_reset(self) -> None:
        action = self._current()
        if action is not None:
            self._bind(action, None)

    def _bind(self, action: ActionRow, sequence: str | None) -> None:
        row = self.table.currentRow()
        self._settings.set_key(action.name, sequence)
        self._actions.rebind()
        self._actions.retranslate()
        self._fill()
        self.table.selectRow(row)

    @Slot(bool)
    def _on_single(self, on: bool) -> None:
        self._settings.set("single_keys", on)
