"""Search everywhere: one box for letters, items, the text of letters and anything that bears a number."""

from collections.abc import Sequence

from griffie.domain.finding import Found, query_of
from griffie.services.desk import Desk
from griffie.store.finding import Asking

MOST = 50
"""Hits that a group has at the most; there may be more in the register."""


class Search:
    """One search, to be run on a thread that reads; the next one cuts it short from the thread that types."""

    def __init__(self, desk: Desk, typed: str, *, limit: int = MOST, opened: Sequence[str] = ()) -> None:
        self.typed = typed
        self._asking = Asking(desk.register, query_of(typed), limit, opened)

    def run(self) -> Found:
        """Return what is found, newest first in each group, with the words in context.

        Raises:
            Cancelled: `cancel` was called.
            UserError: the register is damaged or locked.
        """
        return self._asking.found()

    def cancel(self) -> None:
        """End the search, also while it runs; it then raises Cancelled."""
        self._asking.cut_short()


def search(desk: Desk, typed: str, *, limit: int = MOST) -> Found:
    """Return what is found in the register by what somebody typed; without words the newest letters.

    Args:
        desk: the desk.
        typed: words, "words side by side", a number of an item, letter, paper or dossier.
        limit: how many hits each group may have.

    Raises:
        UserError: the register is damaged or locked.
    """
    return Search(desk, typed, limit=limit).run()
