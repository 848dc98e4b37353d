"""The list of cards: keys, selection, and the menu of a card."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from griffie.base.i18n import _
from griffie.ui.panel.card_actions import CardActions
from griffie.ui.panel.card_delegate import CardDelegate
from griffie.ui.panel.cards import UNDECIDED, CardModel, Line
from griffie.ui.panel.suggestion_painter import last_line
from griffie.ui.place import Workplace


class CardList(QListView):
    """Shows the items and suggestions of a letter; Up, Down, Home and End go through it.

    Signals:
        chosen: the user went to another card: id of its item, "" where none is left.
        edit_requested: Enter on an item, or a double click.
        delete_requested: id of an item or suggestion.
        page_requested: Esc.
        menu_requested: id of an item and the place on the screen.
        accept_requested: id of a suggestion: Enter, or its button.
        dismiss_requested: id of a suggestion: its button.
    """

    chosen = Signal(str)
    edit_requested = Signal()
    delete_requested = Signal(str)
    page_requested = Signal()
    menu_requested = Signal(str, QPoint)
    accept_requested = Signal(str)
    dismiss_requested = Signal(str)

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
        self.entered.connect(self._on_entered)
        self.verticalScrollBar().setSingleStep(20)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.setAccessibleName(_("Items of this letter"))
        self.cards.retranslate()
        for name in ("actions_here", "actions_below_pointer"):
            if name in self.__dict__:
                getattr(self, name).retranslate()

    @cached_property
    def actions_here(self) -> CardActions:
        """The buttons on the current card, made for the first suggestion."""
        return self._make_actions()

    @cached_property
    def actions_below_pointer(self) -> CardActions:
        """The buttons on the card below the pointer."""
        return self._make_actions()

    def _make_actions(self) -> CardActions:
        actions = CardActions(self.viewport())
        actions.accept_requested.connect(self.accept_requested)
        actions.dismiss_requested.connect(self.dismiss_requested)
        return actions

    def _place_actions(self) -> None:
        """Put the buttons onto the current card where that is a suggestion, and take the other ones away."""
        if "actions_below_pointer" in self.__dict__:
            self.actions_below_pointer.show_on("", QRect())
        card = self.current_card()
        if isinstance(card, UNDECIDED) and not self._read_only:
            self.actions_here.show_on(card.id, last_line(self.visualRect(self.currentIndex())))
        elif "actions_here" in self.__dict__:
            self.actions_here.show_on("", QRect())

    def _on_entered(self, index: QModelIndex) -> None:
        card = self.cards.cards[index.row()]
        if isinstance(card, UNDECIDED) and index != self.currentIndex() and not self._read_only:
            self.actions_below_pointer.show_on(card.id, last_line(self.visualRect(index)))
        elif "actions_below_pointer" in self.__dict__:
            self.actions_below_pointer.show_on("", QRect())

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is no longer on any card."""
        super().leaveEvent(event)
        if "actions_below_pointer" in self.__dict__:
            self.actions_below_pointer.show_on("", QRect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The buttons move along with their card."""
        super().scrollContentsBy(dx, dy)
        self._place_actions()

    def show_cards(self, cards: Sequence[Line]) -> None:
        """Show the cards; selection and scroll stay. Where the current item is gone its neighbour is chosen."""
        before, row, scroll = self.current_id(), self.currentIndex().row(), self.verticalScrollBar().value()
        self._silent = True
        if self.cards.show_cards(list(cards)):
            found = self.cards.row_of(before)
            self.doItemsLayout()
            self._go_to(found if found >= 0 else min(row, len(self.cards.cards) - 1) if before else -1)
            self.verticalScrollBar().setValue(scroll)
        self._silent = False
        self._place_actions()
        if before is not None and self.current_id() != before:
            self.scrollTo(self.currentIndex())
            self.chosen.emit(self.current_id() or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current card stays in view when the form below takes room."""
        before = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        if before.isValid() and before.top() < event.oldSize().height():
            self.scrollTo(self.currentIndex())
        self._place_actions()

    def content_height(self) -> int:
        """Return how high all cards are together, in pixels; no more than a tall panel can show is counted."""
        return sum(self.sizeHintForIndex(self.cards.index(row)).height() for row in range(self.cards.rowCount())[:40])

    def current_id(self) -> str | None:
        """Return the id of the item whose card is current."""
        card = self.current_card()
        return card.id if card is not None else None

    def current_card(self) -> Line | None:
        """Return the card that is current."""
        row = self.currentIndex().row()
        return self.cards.cards[row] if 0 <= row < len(self.cards.cards) else None

    def ids(self) -> list[str]:
        """Return the ids of all cards that the filter lets through, from top to bottom."""
        return [card.id for card in self.cards.cards]

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
        self._place_actions()
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
        """Enter edits an item or accepts a suggestion, Del takes away, Esc goes to the page; all else moves."""
        key, current = event.key(), self.current_id()
        if key in _ENTER and current:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.go_next()
            elif isinstance(self.current_card(), UNDECIDED):
                self.accept_requested.emit(current)
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
        self.menu_requested.emit(self.cards.cards[index.row()].id, self.viewport().mapToGlobal(place))


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
