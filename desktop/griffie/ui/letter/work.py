"""What a clerk does with an open letter that changes the register; each goes through the lane."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from griffie.base.i18n import _
from griffie.domain.changes import Changes
from griffie.domain.kinds import ItemKind
from griffie.domain.passage import Passage, Selection
from griffie.services import itemising, tagging
from griffie.ui.place import Workplace

if TYPE_CHECKING:
    from griffie.ui.letter.view import LetterView


class LetterWork:
    """The operations of one letter view."""

    def __init__(self, place: Workplace, view: "LetterView") -> None:
        self._place, self._view = place, view

    def tag(
        self, letter_id: str, document_id: str, kind: ItemKind, selection: Selection, owner_id: str | None = None
    ) -> None:
        """Make an item of a selection, and put the cursor into its first field."""
        desk = self._place.desk
        self._make(lambda: tagging.tag(desk, letter_id, document_id, kind, selection, owner_id))

    def new_deadline(self, owner_id: str, letter_id: str | None) -> None:
        """Give an item a further deadline, to be filled in."""
        desk = self._place.desk
        self._make(lambda: itemising.new_item(desk, ItemKind.DEADLINE, {}, letter_id=letter_id, owner_id=owner_id))

    def adjust(self, passage_id: str, selection: Selection) -> None:
        """Move the ends of a passage."""
        desk = self._place.desk
        self._change(lambda: tagging.adjust_passage(desk, passage_id, selection))

    def retie(self, item_id: str, letter_id: str, document_id: str, selection: Selection, *, replace: bool) -> None:
        """Tie an item to a selection, in place of its passage or besides it."""
        desk = self._place.desk
        self._change(lambda: tagging.tie_item(desk, item_id, letter_id, document_id, selection, replace=replace))

    def untie(self, item_id: str, passage: Passage) -> None:
        """Take a passage away from an item."""
        desk = self._place.desk
        self._change(lambda: tagging.untie(desk, item_id, passage))

    def remove_settlement(self, settlement_id: str) -> None:
        """Take away a settlement that the letter claims."""
        from griffie.services import settling

        desk, bus = self._place.desk, self._place.bus

        def done(changes: Changes) -> None:
            self._view.follow(changes, None)
            bus.told.emit(_("Settlement taken away. Ctrl+Z brings it back."))

        self._place.lane.run(lambda: settling.remove_settlement(desk, settlement_id), done, bus.failed.emit)

    def delete(self, item_id: str, letter_id: str) -> None:
        """Delete an item; the status bar says how to get it back."""
        desk, bus = self._place.desk, self._place.bus
        number = desk.item(item_id, letter_id).number

        def done(changes: Changes) -> None:
            self._view.follow(changes, None)
            bus.told.emit(_("{number} deleted. Ctrl+Z brings it back.").format(number=number))

        self._place.lane.run(lambda: itemising.delete_item(desk, item_id, letter_id), done, bus.failed.emit)

    def _make(self, work: Callable[[], tuple[str, Changes]]) -> None:
        def done(result: tuple[str, Changes]) -> None:
            self._view.page.clear_selection()
            self._view.follow(result[1], result[0])
            self._place.bus.saved.emit()

        self._place.lane.run(work, done, self._place.bus.failed.emit)

    def _change(self, work: Callable[[], Changes]) -> None:
        def done(changes: Changes) -> None:
            self._view.page.clear_selection()
            self._view.follow(changes, None)
            self._place.bus.saved.emit()

        self._place.lane.run(work, done, self._place.bus.failed.emit)
