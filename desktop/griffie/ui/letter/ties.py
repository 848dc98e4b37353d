"""What the panel asks of the page: tie an item to the selection, untie it, adjust a passage, add a deadline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from griffie.base.i18n import _
from griffie.domain.kinds import ItemKind
from griffie.domain.passage import Selection
from griffie.ui.place import Workplace

if TYPE_CHECKING:
    from griffie.ui.letter.view import LetterView
    from griffie.ui.panel.panel import Panel


class Ties(QObject):
    """Hands what is asked to the operations of a letter view, with what is selected on its page."""

    def __init__(self, place: Workplace, view: "LetterView") -> None:
        super().__init__(view)
        self._place, self._view = place, view

    def connect_panel(self, panel: "Panel") -> None:
        """Listen to a panel."""
        panel.delete_requested.connect(self.delete)
        panel.retie_requested.connect(self.retie)
        panel.untie_requested.connect(self._on_untie_requested)
        panel.new_deadline_requested.connect(self._on_new_deadline_requested)
        panel.adjust_requested.connect(self._on_adjust_requested)

    @Slot(str)
    def delete(self, item_id: str) -> None:
        """Delete an item; a suggestion is left out, a settlement taken away."""
        if self._view.suggesting.found.waits(item_id):
            self._view.suggesting.dismiss([item_id])
        elif self._view.suggesting.found.settlement(item_id) is not None:
            self._view.work.remove_settlement(item_id)
        elif self._view.opened is not None:
            self._view.work.delete(item_id, self._view.opened.letter.id)

    @Slot(str, bool)
    def retie(self, item_id: str, replace: bool) -> None:
        """Tie an item to the selection, in place of its passage or besides it."""
        selection, opened = self._view.selection(), self._view.opened
        if selection is not None and opened is not None and self._view.item(item_id) is not None:
            self._view.work.retie(item_id, opened.letter.id, opened.document.id, selection, replace=replace)

    @Slot(str, object)
    def adjust(self, passage_id: str, selection: Selection) -> None:
        """Move the ends of a passage."""
        self._view.work.adjust(passage_id, selection)

    @Slot(str, str)
    def _on_untie_requested(self, item_id: str, passage_id: str) -> None:
        item = self._view.item(item_id)
        passage = next((p for p in item.passages if p.id == passage_id), None) if item else None
        if passage is not None:
            self._view.work.untie(item_id, passage)

    @Slot(str)
    def _on_new_deadline_requested(self, owner_id: str) -> None:
        """Tag what is selected as a deadline of the item, or make an empty one to be filled in."""
        opened, selection = self._view.opened, self._view.page.selection()
        if opened is not None and selection is not None:
            self._view.work.tag(opened.letter.id, opened.document.id, ItemKind.DEADLINE, selection, owner_id)
        else:
            self._view.work.new_deadline(owner_id, opened.letter.id if opened else None)

    @Slot(str, str)
    def _on_adjust_requested(self, _item_id: str, passage_id: str) -> None:
        self._view.page.select_highlight(passage_id)
        self._view.page.setFocus()
        self._place.bus.told.emit(_("Drag the ends of the passage, or press [ or ] and the arrow keys, then Enter."))
