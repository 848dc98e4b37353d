"""The bar above the pages: page and count, zoom, fit, find."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from griffie.base.i18n import _
from griffie.ui.actions import ActionSet
from griffie.ui.page.view import PageView
from griffie.ui.place import Workplace


class PageBar(QWidget):
    """Shows where we are in the letter and lets a clerk go elsewhere."""

    def __init__(self, place: Workplace, actions: ActionSet, page: PageView) -> None:
        super().__init__()
        self._place, self._page = place, page
        self.number = QLineEdit()
        self.number.setFixedWidth(48)
        self.number.setValidator(QIntValidator(1, 999_999, self))
        self.count, self.zoom = QLabel(), QLabel()
        self.count.setProperty("role", "muted")
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("8888 %"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._button(actions, "side_pane"))
        row.addSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._button(actions, "zoom_out"))
        row.addWidget(self.zoom)
        for name in ("zoom_in", "fit_width", "fit_page", "rotate", "find"):
            row.addWidget(self._button(actions, name))
        row.addStretch(1)
        row.addWidget(self._button(actions, "side_panel"))
        self.number.returnPressed.connect(self._on_number_entered)
        page.page_changed.connect(self._show)
        page.zoom_changed.connect(self._show)
        self.retranslate()

    def _button(self, actions: ActionSet, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(actions[name])
        button.setAutoRaise(True)
        return button

    def focus_number(self) -> None:
        """Put the cursor into the page number."""
        self.number.setFocus()
        self.number.selectAll()

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        self.number.setAccessibleName(_("Page"))
        self._show()

    @Slot()
    def _show(self, *_values: object) -> None:
        count = self._page.page_count
        self.number.setEnabled(count > 0)
        self.number.setText(str(self._page.current_page + 1) if count else "")
        self.count.setText(_("of {count}").format(count=count) if count else "")
        self.zoom.setText(f"{round(self._page.zoom * 100)} %")

    @Slot()
    def _on_number_entered(self) -> None:
        if self._page.page_count:
            wanted = int(self.number.text() or "1")
            self._page.go_to_page(min(wanted, self._page.page_count) - 1)
            self._page.setFocus()
