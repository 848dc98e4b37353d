"""What happened to an item as lines for people: settlements, progress, relations."""

from collections.abc import Iterator

from griffie.base.i18n import _
from griffie.domain.wording import progress_text, settlement_text
from griffie.services import following, settling
from griffie.services.desk import Desk


def followed_lines(desk: Desk, item_id: str) -> Iterator[str]:
    """Yield a line for each settlement, each note and each relation of an item."""
    for one in settling.settlements_of(desk, item_id):
        yield settlement_text(one, _number(desk, one.letter_id))
    for note in following.progress_of(desk, item_id):
        yield progress_text(note, _number(desk, note.letter_id))
    for relation in following.relations_of(desk, item_id):
        yield f"{_(relation.word)} {relation.other_number}"


def _number(desk: Desk, letter_id: str | None) -> str:
    return desk.letter(letter_id).number if letter_id else ""
