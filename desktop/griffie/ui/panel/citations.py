"""The papers that a letter cites: what each is, where, and its official address; each can be corrected."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.domain.cited import name_of_paper
from griffie.domain.reading import CITATION_WORDS
from griffie.ui.panel.fields.base import ROW
from griffie.ui.panel.item_form import copy_text
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.look import SMALL, label
from griffie.ui.place import Workplace

if TYPE_CHECKING:
    from griffie.services.citing import ShownCitation

ID = Qt.ItemDataRole.UserRole
LONGEST = 60


class CitationList(QWidget):
    """A line for each citation, in reading order.

    Signals:
        chosen: id of the citation that the user went to: the page shows its words.
        address_requested: id of a citation: Enter, a double click or the button.
        page_requested: Esc.
    """

    chosen = Signal(str)
    address_requested = Signal(str)
    page_requested = Signal()

    def __init__(self, place: Workplace, keeper: Keeper) -> None:
        super().__init__()
        self._place, self._keeper = place, keeper
        self._letter_id = ""
        self.cited: tuple[ShownCitation, ...] = ()
        self._next: int | None = None
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._build_list()
        self.address = label("muted", factor=SMALL)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line = QLineEdit()
        self.line.hide()
        self.line.installEventFilter(self)
        self.hint = label("hint", factor=SMALL)
        self.hint.hide()
        below = QVBoxLayout()
        below.setContentsMargins(12, 8, 12, 8)
        below.setSpacing(8)
        for part in (self.address, self.line, self.hint):
            below.addWidget(part)
        below.addLayout(self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.setFocusProxy(self.list)

    def _build_list(self) -> None:
        self.list = QTreeWidget()
        self.list.setColumnCount(3)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setStyleSheet(f"QTreeView::item {{ height: {ROW}px; padding: 0 4px; }}")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what tells papers apart is the end: item 5
        self.list.installEventFilter(self)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemClicked.connect(self._on_current)  # the page may have been scrolled away since
        self.list.itemDoubleClicked.connect(self._on_open)
        self.list.customContextMenuRequested.connect(self._on_menu)

    def _buttons(self) -> QHBoxLayout:
        self.open, self.correct, self.remove = QPushButton(), QPushButton(), QPushButton()
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.open, self.correct, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        self.open.clicked.connect(self._on_open)
        self.correct.clicked.connect(self._on_correct)
        self.remove.clicked.connect(self._on_remove)
        return row

    def show_citations(self, letter_id: str, cited: Sequence["ShownCitation"]) -> None:
        """Show the citations of a letter; the current one stays."""
        if letter_id == self._letter_id and tuple(cited) == self.cited:
            return
        before = self.current_id()
        self._letter_id, self.cited = letter_id, tuple(cited)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addTopLevelItems([self._item(one) for one in self.cited])
        for place, one in enumerate(self.cited):
            if one.id == before:
                self._make_current(place)
        if self._next is not None and self.list.currentItem() is None and self.cited:
            self._make_current(min(self._next, len(self.cited) - 1))  # the one behind what was taken away
        self._next = None
        self.list.blockSignals(False)
        self._show_current()

    def _item(self, one: "ShownCitation") -> QTreeWidgetItem:
        citation = one.citation
        quote = " ".join(citation.selection.quote.split())
        short = quote if len(quote) <= LONGEST else f"{quote[:LONGEST]} …"
        name = name_of_paper(citation.kind, citation.id) + (" *" if one.corrected else "")
        item = QTreeWidgetItem([name, short, _("p. {n}").format(n=one.page_number) if one.page_number else ""])
        item.setData(0, ID, one.id)
        word = _(CITATION_WORDS[citation.kind])
        item.setToolTip(0, f"{word}\n{name}" + ("\n" + _("corrected by hand") if one.corrected else ""))
        item.setToolTip(1, quote)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{word} {name}")
        return item

    def current_id(self) -> str:
        """Return the id of the citation that is current, "" for none."""
        item = self.list.currentItem()
        return str(item.data(0, ID)) if item is not None else ""

    def current(self) -> "ShownCitation | None":
        """Return the citation that is current."""
        current_id = self.current_id()
        return next((one for one in self.cited if one.id == current_id), None)

    def select_id(self, citation_id: str) -> None:
        """Make a citation current without telling."""
        self.list.blockSignals(True)
        for place in range(self.list.topLevelItemCount()):
            if self.cited[place].id == citation_id:
                self._make_current(place)
        self.list.blockSignals(False)
        self._show_current()

    def begin(self) -> None:
        """Take the keys; without a current citation the first one is, and the page stays where it is."""
        if not self.current_id() and self.cited:
            self.select_id(self.cited[0].id)
        self.list.setFocus()

    def _make_current(self, place: int) -> None:
        if (item := self.list.topLevelItem(place)) is not None:
            self.list.setCurrentItem(item)

    def begin_correcting(self) -> None:
        """Let the clerk type what the paper is."""
        self._on_correct()

    def _show_current(self) -> None:
        one = self.current()
        self.line.hide()
        self.hint.hide()
        self.address.setText(self._about(one) if one is not None else _("Choose a reference to see its address."))
        writable = not self._place.desk.register.read_only
        self.open.setEnabled(one is not None and bool(one.citation.address))
        for button in (self.correct, self.remove):
            button.setEnabled(one is not None and writable)

    def _about(self, one: "ShownCitation") -> str:
        word = _(CITATION_WORDS[one.citation.kind])
        return f"{word}\n{one.citation.address or _('No official address is known for this paper.')}"

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.list.setHeaderLabels([_("Reference"), _("In the letter"), _("Page")])
        self.list.setAccessibleName(_("Papers that the letter refers to"))
        self.open.setText(_("Open..."))
        self.correct.setText(_("Correct"))
        self.remove.setText(_("Not a reference"))
        self.line.setPlaceholderText(_("29344-120, then Enter"))
        self.line.setAccessibleName(_("What the paper is"))
        cited, self.cited = self.cited, ()
        self.show_citations(self._letter_id, cited)
        self._show_current()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Qt: Enter opens or keeps, F2 corrects, Del takes away, Esc goes back."""
        if isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._on_key(event.key(), typing=watched is self.line):
                return True
        return False

    def _on_key(self, key: int, *, typing: bool) -> bool:
        if key == Qt.Key.Key_Escape:
            if typing:
                self._show_current()
                self.list.setFocus()
            else:
                self.page_requested.emit()
        elif typing and key in _ENTER:
            self._keep(self.line.text().strip() or None)
        elif typing:
            return False
        elif key in _ENTER:
            self._on_open()
        elif key == Qt.Key.Key_F2:
            self._on_correct()
        else:
            self._on_remove()
        return True

    def _on_current(self) -> None:
        self._show_current()
        if one_id := self.current_id():
            self.chosen.emit(one_id)

    def _on_open(self) -> None:
        one = self.current()
        if one is not None and one.citation.address:
            self.address_requested.emit(one.id)

    def _on_correct(self) -> None:
        one = self.current()
        if one is not None and not self._place.desk.register.read_only:
            self.line.setText(one.citation.id)
            self.line.show()
            self.line.setFocus()
            self.line.selectAll()

    def _on_remove(self) -> None:
        if self.current() is not None and not self._place.desk.register.read_only:
            self._keep(None)

    def _keep(self, text: str | None) -> None:
        from griffie.services import citing

        desk, letter_id, citation_id = self._place.desk, self._letter_id, self.current_id()
        place = self.list.currentIndex().row()

        def kept(_found_id: str) -> None:
            self._next = place if text is None else None
            told = _("Reference corrected.") if text is not None else _("Reference taken away. Ctrl+Z brings it back.")
            self._place.bus.told.emit(told)
            self._show_current()
            self.list.setFocus()

        self._keeper.keep(lambda: citing.correct_citation(desk, letter_id, citation_id, text), kept, self._on_refused)

    def _on_refused(self, error: UserError) -> None:
        self.hint.setText(str(error))
        self.hint.show()

    def _on_menu(self, place: QPoint) -> None:
        one = self.current()
        if one is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open..."), self._on_open).setEnabled(bool(one.citation.address))
        menu.addAction(_("Copy number"), lambda: copy_text(one.citation.id))
        if one.citation.address:
            menu.addAction(_("Copy address"), lambda: copy_text(one.citation.address or ""))
        if not self._place.desk.register.read_only:
            menu.addSeparator()
            menu.addAction(_("Correct"), self._on_correct)
            menu.addAction(_("Not a reference"), self._on_remove)
        menu.popup(self.list.viewport().mapToGlobal(place))


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Delete)
