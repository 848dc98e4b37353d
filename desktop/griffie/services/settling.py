"""What a letter settles: the claims that came of accepted suggestions, and how they are taken away again."""

from griffie.base.errors import ConflictError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.settlement import Settlement
from griffie.services.desk import Desk
from griffie.services.tagging import drop_passage
from griffie.store import settlements
from griffie.store.steps import step


def settlements_in(desk: Desk, letter_id: str) -> list[Settlement]:
    """Return what a letter settles, in reading order."""
    return settlements.settlements_of_letter(desk.register, letter_id)


def settlements_of(desk: Desk, item_id: str) -> list[Settlement]:
    """Return what settles an item."""
    return settlements.settlements_of_item(desk.register, item_id)


def remove_settlement(desk: Desk, settlement_id: str) -> Changes:
    """Take a settlement away; one step.

    Raises:
        ConflictError: it is no longer there.
    """
    with step(desk.register, desk.who, N_("Take a settlement away")) as work:
        rows = work.rows("settlement", id=settlement_id)
        if not rows:
            raise ConflictError(_("This settlement is no longer there."))
        work.delete("settlement", settlement_id)
        if rows[0]["passage_id"]:
            drop_passage(work, rows[0]["passage_id"])
    return work.changes()
