"""Undo, redo and the history, as the menu and the command line show them."""

from griffie.domain.changes import Changes
from griffie.services.desk import Desk
from griffie.store import steps
from griffie.store.steps import StepLine, UndoStatus


def undo(desk: Desk) -> Changes:
    """Take back the last step.

    Raises:
        UserError: nothing to undo, or a row has been changed since (ConflictError).
    """
    return steps.undo(desk.register, desk.who)


def redo(desk: Desk) -> Changes:
    """Do the last undone step again.

    Raises:
        UserError: nothing to redo, or a row has been changed since (ConflictError).
    """
    return steps.redo(desk.register, desk.who)


def status(desk: Desk) -> UndoStatus:
    """Return what undo and redo would do, for the menu."""
    return steps.undo_status(desk.register)


def history(desk: Desk, *, reference: str = "", limit: int = 200) -> list[StepLine]:
    """Return the newest steps first: of everything, or of the letter or item with that id or own number."""
    if not reference:
        return steps.history(desk.register, limit=limit)
    if reference[:1].upper() == "B" and not desk_has_item(desk, reference):
        return steps.history(desk.register, letter_id=desk.letter(reference).id, limit=limit)
    if desk_has_item(desk, reference):
        return steps.history(desk.register, item_id=desk.item(reference).id, limit=limit)
    return steps.history(desk.register, letter_id=desk.letter(reference).id, limit=limit)


def desk_has_item(desk: Desk, reference: str) -> bool:
    """Tell whether the reference is of an item rather than of a letter."""
    from griffie.store.items import find_items

    return bool(find_items(desk.register, reference))
