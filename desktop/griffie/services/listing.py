"""Lists over the whole register, as a stream: what the command line prints and exports write."""

from collections.abc import Generator

from griffie.domain.listing import CitationRow, ItemRow, Wanted
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


def citations_in_register(desk: Desk, wanted: Wanted) -> Generator[CitationRow, None, None]:
    """Yield the citations of the letters that are wanted, letter by letter in reading order, corrected where they are.

    Raises:
        UserError: the register is damaged or locked.
    """
    from griffie.services.citing import citations  # brings the types of a reading along

    for letter in letters_in_register(desk, wanted):
        for shown in citations(desk, letter.id):
            cited = shown.citation
            place = (shown.page_number, cited.selection.quote, cited.address or "")
            yield CitationRow(shown.id, letter.id, letter.number, cited.kind.value, cited.id, *place, shown.corrected)
