"""The list of cards: keys, selection, and the menu of a card."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from griffie.base.i18n import _
from griffie.ui.panel.card_delegate import CardDelegate
from griffie.ui.panel.cards import Card, CardModel
from griffie.ui.place import Workplace


class CardList(QListView):
    """Shows the items of a letter; Up, Down, Home and End go through it.

    Signals:
        chosen: the user went to another card: id of its item, "" where none is left.
        edit_requested: Enter or a double click.
        delete_requested: id of an item.
        page_requested: Esc.
        menu_requested: id of an item and the place on the screen.
    """

    chosen = Signal(str)
    edit_requested = Signal()
    delete_requested = Signal(str)
    page_requested = Signal()
    menu_requested = Signal(str, QPoint)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = place.desk.register.read_only
        self._silent = False
        self.cards = CardModel(self)
        self._delegate = CardDelegate(place)
        self.setModel(self.cards)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.verticalScrollBar().setSingleStep(20)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.setAccessibleName(_("Items of this letter"))
        self.cards.retranslate()

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show the cards; selection and scroll stay. Where the current item is gone its neighbour is chosen."""
        before, row, scroll = self.current_id(), self.currentIndex().row(), self.verticalScrollBar().value()
        self._silent = True
        if self.cards.show_cards(list(cards)):
            found = self.cards.row_of(before)
            self.doItemsLayout()
            self._go_to(found if found >= 0 else min(row, len(self.cards.cards) - 1) if before else -1)
            self.verticalScrollBar().setValue(scroll)
        self._silent = False
        if before is not None and self.current_id() != before:
            self.scrollTo(self.currentIndex())
            self.chosen.emit(self.current_id() or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current card stays in view when the form below takes room."""
        before = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        if before.isValid() and before.top() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def content_height(self) -> int:
        """Return how high all cards are together, in pixels; no more than a tall panel can show is counted."""
        return sum(self.sizeHintForIndex(self.cards.index(row)).height() for row in range(self.cards.rowCount())[:40])

    def current_id(self) -> str | None:
        """Return the id of the item whose card is current."""
        row = self.currentIndex().row()
        return self.cards.cards[row].item.id if 0 <= row < len(self.cards.cards) else None

    def select_id(self, item_id: str | None) -> bool:
        """Make a card current and bring it into view, without telling; False where it is not in the list."""
        row = self.cards.row_of(item_id)
        self._silent = True
        self._go_to(row)
        self._silent = False
        if row >= 0:
            self.scrollTo(self.cards.index(row))
        return row >= 0 or item_id is None

    def go_next(self) -> bool:
        """Go to the next card as a user does; False at the last."""
        row = self.currentIndex().row() + 1
        if row >= len(self.cards.cards):
            return False
        self._go_to(row)
        self.scrollTo(self.cards.index(row))
        return True

    def _go_to(self, row: int) -> None:
        if row < 0:
            self.selectionModel().clear()
            return
        self.selectionModel().setCurrentIndex(self.cards.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def currentChanged(  # noqa: N802
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell of a card that the user went to."""
        super().currentChanged(current, previous)
        if not self._silent and current.isValid():
            self.chosen.emit(self.current_id() or "")

    def event(self, event: QEvent) -> bool:
        """Enter, Del and Esc are the list's own before they are shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (*_ENTER, Qt.Key.Key_Delete, Qt.Key.Key_Escape) and self.current_id():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Del deletes, Esc goes to the page; all else moves."""
        key, current = event.key(), self.current_id()
        if key in _ENTER and current:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.go_next()
            else:
                self.edit_requested.emit()
        elif key == Qt.Key.Key_Delete and current and not self._read_only:
            self.delete_requested.emit(current)
        elif key == Qt.Key.Key_Escape:
            self.page_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_requested.emit()

    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        self._go_to(index.row())
        self.menu_requested.emit(self.cards.cards[index.row()].item.id, self.viewport().mapToGlobal(place))


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
