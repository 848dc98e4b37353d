"""Lists over the whole register, as a stream: what the command line prints and exports write."""

from collections.abc import Generator

from griffie.domain.listing import ItemRow, Wanted
from griffie.services.desk import Desk
from griffie.store import listing
from griffie.store.letters import LetterRow


def items_in_register(desk: Desk, wanted: Wanted) -> Generator[ItemRow, None, None]:
    """Yield the items that are wanted, in the order in which they were made.

    Raises:
        UserError: the register is damaged or locked.
    """
    return listing.items_in_register(desk.register, wanted)


def letters_in_register(desk: Desk, wanted: Wanted) -> Generator[LetterRow, None, None]:
    """Yield the letters that are wanted, in the order in which they were added.

    Raises:
        UserError: the register is damaged or locked.
    """
    return listing.letters_in_register(desk.register, wanted)
