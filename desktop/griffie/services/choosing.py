"""Choosing a letter or an item by typing: by number, official number or words; each choice begins with its number."""

import datetime as dt
from collections.abc import Iterable

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.domain.item import Item
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Letter
from griffie.domain.listing import ItemRow, Wanted
from griffie.services import looking, register
from griffie.services.desk import Desk
from griffie.store.letters import LetterRow

BETWEEN = " · "
"""Between the number of a choice and what it is about."""
MOST = 8
LONGEST = 90
SETTLED_KINDS = (ItemKind.COMMITMENT, ItemKind.MOTION, ItemKind.REQUEST)
"""What can be settled or stand in relation to another item: a deadline goes with what it belongs to."""


def letters_like(desk: Desk, typed: str) -> list[str]:
    """Return letters that have these words, newest first, as they are offered while one types."""
    return [_letter_line(row) for row in looking.list_letters(desk, query=typed, limit=MOST)]


def items_like(desk: Desk, typed: str, kinds: Iterable[ItemKind] = SETTLED_KINDS) -> list[str]:
    """Return items that have these words, the newest first, as they are offered while one types."""
    wanted = Wanted(kinds=tuple(kinds), query=typed)
    return [_item_line(row) for row in register.first_rows(desk, wanted, register.NEWEST_FIRST, MOST)]


def letter_of(desk: Desk, text: str) -> Letter:
    """Return the letter that was chosen or typed: by number, or by words that only one letter has.

    Raises:
        InvalidValueError: none, or more than one, is meant.
    """
    number = _number(text)
    try:
        return desk.letter(number)
    except UserError:
        found = looking.list_letters(desk, query=text, limit=2)
        if len(found) != 1:
            raise _unclear(text, found) from None
        return desk.letter(found[0].id)


def item_of(desk: Desk, text: str, kinds: Iterable[ItemKind] = SETTLED_KINDS) -> Item:
    """Return the item that was chosen or typed: by number, official number, or by words that only one item has.

    Raises:
        InvalidValueError: none, or more than one, is meant.
    """
    number = _number(text)
    try:
        return desk.item(number)
    except UserError:
        wanted = Wanted(kinds=tuple(kinds), query=text)
        found = register.first_rows(desk, wanted, register.NEWEST_FIRST, 2)
        if len(found) != 1:
            raise _unclear(text, found) from None
        return desk.item(found[0].id)


def item_choice(item: Item) -> str:
    """Return an item as it is offered while one types."""
    return _joined(item.number, item.summary or item.literal)


def letter_choice(letter: Letter) -> str:
    """Return a letter as it is offered while one types."""
    return _joined(letter.number, _day(letter.date), letter.subject)


def _unclear(text: str, found: Iterable[object]) -> InvalidValueError:
    if list(found):
        return InvalidValueError(_("More than one has these words."), _("Choose from the list, or type the number."))
    return InvalidValueError(
        _("Nothing in the register is called “{text}”.").format(text=text.strip()[:40]),
        _("Type the number, or words that it has, and choose from the list."),
    )


def _number(text: str) -> str:
    """Return the number that a choice begins with.

    Raises:
        InvalidValueError: nothing is typed.
    """
    number = text.split(BETWEEN)[0].strip()
    if not number:
        raise InvalidValueError(_("Nothing is chosen yet."), _("Type the number, or words that it has."))
    return number


def _letter_line(row: LetterRow) -> str:
    day = _day(dt.date.fromisoformat(row.date)) if row.date else ""
    return _joined(row.number, day, row.subject or row.file_name)


def _item_line(row: ItemRow) -> str:
    official = row.official_number or "-".join(part for part in (row.dossier, row.paper_number) if part)
    return _joined(row.number, official, row.summary or row.quote)


def _day(day: dt.date | None) -> str:
    return format_date(day, current_language()) if day else ""


def _joined(*parts: str) -> str:
    text = BETWEEN.join(" ".join(part.split()) for part in parts if part.strip())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2].rstrip()} …"
