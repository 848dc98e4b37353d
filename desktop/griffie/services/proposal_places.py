"""Where the words of a proposal stand exactly on the page, as the PDF itself says it."""

from collections.abc import Iterable
from dataclasses import replace

from griffie.base.errors import UserError
from griffie.services.desk import Desk
from griffie.services.evidence_text import LetterWords, placed_text
from griffie.services.proposing import Proposal
from griffie.services.reading import Boxes, open_boxes
from griffie.store import readings


def placed_exactly(desk: Desk, letter_id: str, proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return proposals of a letter with the exact place of each character, where the PDF can be asked for it.

    The words of the reader's suggestions have their exact place already; those of other sentences are only about
    where they are, and stay so without a PDF process, or where the PDF cannot be read now.
    """
    found = list(proposals)
    document = readings.document_to_read(desk.register, letter_id)
    if desk.pdf is None or document is None or all(one.place.extent is None for one in found):
        return found
    words = LetterWords(placed_text(desk, document[1]), ())
    try:
        with open_boxes(desk, document[1], None) as boxes:
            return [_placed(words, one, boxes) for one in found]
    except UserError:
        return found


def _placed(words: LetterWords, one: Proposal, boxes: Boxes) -> Proposal:
    if one.place.extent is None:
        return one
    selection = words.select(one.place.extent, boxes)
    return replace(one, place=replace(one.place, selection=selection or one.place.selection))
