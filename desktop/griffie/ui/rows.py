"""How every table of rows looks and behaves: whole rows, one height, no grid, smooth sideways, no number column."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from griffie.ui.theme import ROW_HEIGHT


def set_up_rows(table: QTableView, *, many: bool) -> None:
    """Give a table the look of rows; `many` lets a clerk select more than one."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    modes = QAbstractItemView.SelectionMode
    table.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
