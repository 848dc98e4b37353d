"""The items of a letter: filters, cards, and below them the form of the one that is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.item import Deadline, Item
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Letter
from griffie.ui.panel.card_list import CardList
from griffie.ui.panel.cards import cards_of
from griffie.ui.panel.chips import Chips
from griffie.ui.panel.item_form import ItemForm
from griffie.ui.panel.look import SMALL, hairline, label
from griffie.ui.panel.notice import Notice
from griffie.ui.place import Workplace
from griffie.ui.theme import Theme


class ItemsView(QWidget):
    """List and form, kept in step.

    Signals:
        item_selected: the user went to another item: its id, "" where none is left.
        menu_requested: id of an item and the place on the screen.
    """

    item_selected = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, place: Workplace, form: ItemForm) -> None:
        super().__init__()
        self._place = place
        self.form = form
        self.items: list[Item] = []
        self._letter: Letter | None = None
        self._document_id: str | None = None
        self._wanted: tuple[str, bool] | None = None
        self._moved_by_hand = False
        self.chips = Chips()
        self.list = CardList(place)
        self.empty = Notice()
        self.scan = label("muted", factor=SMALL)
        self.scan.setContentsMargins(12, 4, 12, 8)
        self._lay_out()
        self._connect()
        self.restyle(place.theme)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.scan)
        column.addWidget(self.stack, 1)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addWidget(self.form, 1)
        self._lower = lower
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(4)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(lower)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 6)
        self.splitter.setSizes([300, 360])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        lower.hide()

    def _connect(self) -> None:
        self.list.setMinimumHeight(96)
        self.form.setMinimumHeight(120)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self.chips.changed.connect(self._on_filter)
        self.list.chosen.connect(self._on_chosen)
        self.list.edit_requested.connect(self.form.focus_first_field)
        self.list.menu_requested.connect(self.menu_requested)
        self.form.next_requested.connect(self.go_next)
        self.form.go_requested.connect(self._on_go)
        self.form.replaced.connect(self._on_replaced)

    def show_items(self, letter: Letter, items: Sequence[Item], document_id: str | None) -> None:
        """Show the items as they are now; selection, scroll and what is being typed stay."""
        if self._letter is None or self._letter.id != letter.id:
            self.list.select_id(None)
            self.chips.choose(None)
        self._letter, self.items, self._document_id = letter, list(items), document_id
        self.chips.show_counts(items)
        self._show_cards()
        self._say_what_is_missing()
        if self._wanted is not None:
            item_id, edit_first = self._wanted
            self.select(item_id, edit_first=edit_first)
        self._show_form()

    def select(self, item_id: str | None, *, edit_first: bool) -> None:
        """Select an item without telling; one that is not here yet is selected when it comes."""
        known = item_id is None or any(item.id == item_id for item in self.items)
        self._wanted = None if known or item_id is None else (item_id, edit_first)
        if not known:
            return
        if item_id is not None and self.list.cards.row_of(item_id) < 0:
            self.chips.choose(None)
        self.list.select_id(item_id)
        self._show_form()
        if edit_first and item_id is not None:
            self.form.focus_first_field()

    def item(self, item_id: str | None) -> Item | None:
        """Return an item of the letter."""
        return next((item for item in self.items if item.id == item_id), None)

    def go_next(self) -> None:
        """Go to the next item and its first field; after the last one to the list."""
        if self.list.go_next():
            self.form.focus_first_field()
        else:
            self.list.setFocus()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.chips.retranslate()
        self.list.retranslate()
        self.form.retranslate()
        if self._letter is not None:
            self._show_cards()
            self._say_what_is_missing()

    def restyle(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.chips.restyle(theme)
        self.list.viewport().update()
        self.form.restyle()

    def _show_cards(self) -> None:
        self.list.show_cards(cards_of(self.items, self._document_id, self.chips.kind))

    def _say_what_is_missing(self) -> None:
        document = (
            next((d for d in self._letter.documents if d.id == self._document_id), None) if self._letter else None
        )
        scanned = document is not None and not document.has_text
        self.stack.setCurrentWidget(self.list if self.items else self.empty)
        self.chips.setVisible(bool(self.items))
        self.scan.setVisible(scanned and bool(self.items))
        self.scan.setText(
            _("This PDF has no text: its words cannot be selected. Ctrl+N makes an item without a passage.")
        )
        if self._place.desk.register.read_only:
            self.empty.say(_("Nothing has been tagged in this letter."), _("This register can only be read."))
        elif scanned:
            self.empty.say(
                _("This PDF has no text."),
                _("Its words cannot be selected. Ctrl+N makes an item without a passage."),
            )
        else:
            self.empty.say(
                _("Nothing has been tagged in this letter yet."),
                _("Select text on the page and press 1, 2, 3 or 4: commitment, motion, deadline or request."),
            )

    def _show_form(self) -> None:
        item = self.item(self.list.current_id())
        if item is None:
            self.form.keep_open_edit()
            self._lower.hide()
            return
        deadlines = [d for d in self.items if isinstance(d, Deadline) and d.owner_id == item.id]
        letter_id = self._letter.id if self._letter is not None else None
        self.form.show_item(item, deadlines, letter_id, self._document_id)
        self._lower.show()
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the panel has another height."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Give the form what a short list of cards leaves; the clerk's own division stays."""
        whole = self.splitter.height() - self.splitter.handleWidth()
        if self._moved_by_hand or self._lower.isHidden() or not self.list.cards.cards:
            return
        around = sum(part.sizeHint().height() for part in (self.chips, self.scan) if not part.isHidden())
        wanted = around + max(self.list.minimumHeight(), self.list.content_height())
        upper = min(wanted, whole * 5 // 11)
        self.splitter.setSizes([upper, whole - upper])

    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        self._moved_by_hand = True

    def _on_filter(self, _kind: ItemKind | None) -> None:
        self._show_cards()
        self._show_form()

    def _on_chosen(self, item_id: str) -> None:
        self._show_form()
        self.item_selected.emit(item_id)

    def _on_go(self, item_id: str) -> None:
        self.select(item_id, edit_first=False)
        self.item_selected.emit(item_id)

    def _on_replaced(self, old_id: str, new_id: str) -> None:
        if self.list.current_id() == old_id:
            self._wanted = (new_id, False)
