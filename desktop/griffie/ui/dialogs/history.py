"""The history of the register, of a letter or of an item, newest first, in plain words."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from griffie.base.i18n import _
from griffie.store.steps import StepLine


class HistoryDialog(QDialog):
    """Shows what was done, when and by whom."""

    def __init__(self, title: str, lines: Sequence[StepLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(720, 480)
        self.table = QTableWidget(len(lines), 3)
        self.table.setHorizontalHeaderLabels([_("When"), _("Who"), _("What")])
        self.table.setAccessibleName(title)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for row, line in enumerate(lines):
            moment = datetime.fromisoformat(line.at).astimezone()
            for column, text in enumerate((f"{moment:%Y-%m-%d %H:%M:%S}", line.who, line.text)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column_layout = QVBoxLayout(self)
        column_layout.addWidget(self.table)
        column_layout.addWidget(buttons)
