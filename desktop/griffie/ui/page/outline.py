"""The outline (bookmarks) of a PDF as a tree; it says so when a letter has none."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedLayout, QTreeWidget, QTreeWidgetItem, QWidget

from griffie.base.i18n import _
from griffie.ui.page.hop import Hop
from griffie.ui.page.source import EntryOf, PageSource
from griffie.ui.page.view import PageView

PLACE_ROLE = Qt.ItemDataRole.UserRole
ENTRIES_SHOWN = 10_000
"""A hostile file may have millions."""


class OutlineView(QWidget):
    """The outline of what a view shows; choosing an entry goes there.

    Signals:
        filled(bool): the outline of a document has come; False where it has none.
    """

    filled = Signal(bool)

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._hop = Hop(self)
        self._asked: Future[Any] | None = None
        self._waits = False
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(16, 16, 16, 16)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.empty)
        self._layout.addWidget(self.tree)
        self.tree.itemClicked.connect(self._on_chosen)
        self.tree.itemActivated.connect(self._on_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self.tree.setAccessibleName(_("Outline"))
        self.empty.setText(_("Reading the outline") if self._waits else _("This letter has no outline."))

    def set_document(self, document: PageSource | None) -> None:
        """Show the outline of another document, or of none."""
        self.tree.clear()
        self._asked = document.outline(priority=20) if document is not None else None
        self._waits = self._asked is not None
        self._layout.setCurrentWidget(self.empty)
        self.retranslate()
        if self._asked is not None:
            self._hop.when_done(self._asked, self._on_answer)

    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return self.tree.topLevelItemCount() == 0

    def _on_answer(self, future: Future[Any]) -> None:
        if future is not self._asked:
            return
        self._waits = False
        failed = future.cancelled() or future.exception() is not None
        self._fill(() if failed else future.result())
        self.retranslate()
        self._layout.setCurrentWidget(self.empty if self.is_empty() else self.tree)
        self.filled.emit(not self.is_empty())

    def _fill(self, entries: Sequence[EntryOf]) -> None:
        """Put each entry below the last one of a lower level; levels that jump are no trouble."""
        above: list[tuple[int, QTreeWidgetItem]] = []
        for entry in entries[:ENTRIES_SHOWN]:
            while above and above[-1][0] >= entry.level:
                above.pop()
            parent = above[-1][1] if above else self.tree.invisibleRootItem()
            item = QTreeWidgetItem(parent, [entry.title.strip() or _("(no title)")])
            item.setData(0, PLACE_ROLE, (entry.page_index, entry.y_pt))
            item.setToolTip(0, _("Page {page}").format(page=entry.page_index + 1))
            above.append((entry.level, item))
        self.tree.expandToDepth(0)

    @Slot(QTreeWidgetItem, int)
    def _on_chosen(self, item: QTreeWidgetItem, column: int) -> None:
        del column
        page_index, y_pt = item.data(0, PLACE_ROLE)
        self._view.go_to_point(page_index, y_pt)
