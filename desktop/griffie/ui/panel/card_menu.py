"""The menu of a card."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from griffie.base.i18n import _
from griffie.domain.item import Item
from griffie.domain.kinds import ItemKind
from griffie.domain.passage import Passage


@dataclass(frozen=True)
class Choice:
    """What was chosen, of which item, and of which passage where it matters."""

    what: str
    item_id: str
    passage_id: str = ""


class CardMenu(QObject):
    """Makes the menu of a card and tells what was chosen.

    Signals:
        chosen: a Choice: go, retie, add_passage, deadline, adjust, untie, copy_text, copy_number, history, delete; of
            a suggestion: accept, edit, dismiss, go, copy_quote.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.has_selection = True
        self.read_only = False

    def menu(self, item: Item, passages: Sequence[Passage]) -> QMenu:
        """Return the menu for an item."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("Menu of {number}").format(number=item.number))
        self._add(menu, _("Go to the passage"), Choice("go", item.id)).setEnabled(bool(passages))
        if not self.read_only:
            menu.addSeparator()
            self._add_ties(menu, item, passages)
        menu.addSeparator()
        self._add(menu, _("Everything about this item"), Choice("sheet", item.id))
        self._add(menu, _("Copy text"), Choice("copy_text", item.id)).setEnabled(bool(passages or item.summary))
        self._add(menu, _("Copy number"), Choice("copy_number", item.id))
        self._add(menu, _("History"), Choice("history", item.id))
        if not self.read_only:
            menu.addSeparator()
            delete = self._add(menu, _("Delete"), Choice("delete", item.id))
            delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        return menu

    def menu_of_suggestion(self, suggestion_id: str, quote: str) -> QMenu:
        """Return the menu for a suggestion."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("Menu of a suggestion"))
        if not self.read_only:
            for text, what in ((_("Accept"), "accept"), (_("Edit first"), "edit"), (_("Leave out"), "dismiss")):
                self._add(menu, text, Choice(what, suggestion_id))
            menu.addSeparator()
        self._add(menu, _("Go to the passage"), Choice("go", suggestion_id))
        self._add(menu, _("Copy text"), Choice("copy_quote", suggestion_id, quote))
        return menu

    def menu_of_settlement(self, settlement_id: str, quote: str) -> QMenu:
        """Return the menu for a settlement that the letter claims."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("Menu of a settlement"))
        if not self.read_only:
            self._add(menu, _("Edit"), Choice("edit", settlement_id))
        self._add(menu, _("Go to the passage"), Choice("go", settlement_id))
        self._add(menu, _("Copy text"), Choice("copy_quote", settlement_id, quote))
        if not self.read_only:
            menu.addSeparator()
            self._add(menu, _("Take the settlement away"), Choice("delete", settlement_id))
        return menu

    def _add_ties(self, menu: QMenu, item: Item, passages: Sequence[Passage]) -> None:
        for text, what in (
            (_("Tie to the selection"), "retie"),
            (_("Add the selection as a further passage"), "add_passage"),
        ):
            self._add(menu, text, Choice(what, item.id)).setEnabled(self.has_selection)
        if item.kind is not ItemKind.DEADLINE:
            self._add(menu, _("Add a deadline"), Choice("deadline", item.id))
        self._add_of_passages(menu, _("Adjust the ends"), "adjust", item, passages)
        self._add_of_passages(menu, _("Untie"), "untie", item, passages)

    def _add_of_passages(self, menu: QMenu, text: str, what: str, item: Item, passages: Sequence[Passage]) -> None:
        """One entry, or one for each passage where there are more."""
        if len(passages) < 2:
            passage_id = passages[0].id if passages else ""
            self._add(menu, text, Choice(what, item.id, passage_id)).setEnabled(bool(passages))
            return
        below = menu.addMenu(text)
        for passage in passages:
            words = passage.quote if len(passage.quote) < 48 else f"{passage.quote[:46]} …"
            name = _("p. {n}").format(n=passage.page_number) + f"  “{words}”"
            self._add(below, name.replace("&", "&&"), Choice(what, item.id, passage.id))

    def _add(self, menu: QMenu, text: str, choice: Choice) -> QAction:
        action = menu.addAction(text)
        action.setData(choice)
        action.triggered.connect(self._on_triggered)
        return action

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())
