"""What views ask: lists, a letter with its texts, completions, where the clerk left off; from any thread."""

import json
from dataclasses import dataclass
from typing import Any

from griffie.base.errors import NotFoundError, UserError
from griffie.base.i18n import _
from griffie.domain.item import Deadline, DeadlineChange, Item
from griffie.domain.letter import Document, Letter
from griffie.domain.page import PageText
from griffie.services.desk import Desk
from griffie.store import items, letters
from griffie.store.letters import LetterRow


@dataclass(frozen=True)
class OpenedDocument:
    """A document ready to be shown: its bytes and the frozen text of its pages."""

    document: Document
    data: bytes
    pages: tuple[PageText, ...]


def list_letters(
    desk: Desk,
    *,
    query: str = "",
    state: str = "",
    sort: str = "added_at",
    descending: bool = True,
    after: LetterRow | None = None,
    limit: int = 200,
) -> list[LetterRow]:
    """Return one page of the letters list, sorted by a key of SORTS; `after` is the last row before it."""
    return letters.list_letters(
        desk.register, query=query, state=state, sort=sort, descending=descending, after=after, limit=limit
    )


def count_letters(desk: Desk, *, query: str = "", state: str = "") -> int:
    """Return how many letters the list would have in all."""
    return letters.count_letters(desk.register, query=query, state=state)


def letter_rows(desk: Desk, letter_ids: frozenset[str]) -> list[LetterRow]:
    """Return the list lines of these letters anew; a letter that is gone is left out."""
    return letters.letter_rows(desk.register, letter_ids)


def letter(desk: Desk, reference: str) -> Letter:
    """Return a letter by id, beginning of an id or own number.

    Raises:
        NotFoundError: there is none.
    """
    return desk.letter(reference)


def items_in(desk: Desk, letter_id: str) -> list[Item]:
    """Return everything tagged in a letter, in reading order."""
    return items.items_of_letter(desk.register, letter_id)


def open_document(desk: Desk, document: Document) -> OpenedDocument:
    """Return the bytes and page texts of a document.

    Raises:
        UserError: its bytes are no longer in the register.
    """
    data = letters.pdf_bytes(desk.register, document.sha256)
    if data is None:
        raise UserError(_("The PDF of this letter is missing from the register."), _("Run `griffie check`."))
    return OpenedDocument(document, data, tuple(letters.page_texts(desk.register, document.sha256)))


def deadline_changes(desk: Desk, item_id: str) -> list[DeadlineChange]:
    """Return how a deadline moved, oldest first."""
    return items.deadline_changes(desk.register, item_id)


def deadlines_of(desk: Desk, item_id: str) -> list[Deadline]:
    """Return the deadlines that belong to an item, oldest first."""
    return items.deadlines_of(desk.register, item_id)


def find(desk: Desk, reference: str) -> Letter | Item:
    """Return the letter or item with this id, beginning of an id, own number or official number.

    Raises:
        NotFoundError: none, or more than one, has it.
    """
    reference = reference.strip()
    of_items = items.find_items(desk.register, reference)
    of_letters = letters.find_letters(desk.register, reference)
    if of_items and of_letters:
        raise NotFoundError(_("{reference} fits more than one.").format(reference=reference), _("Type more of the id."))
    if of_items:
        return desk.item(reference)
    if of_letters:
        return desk.letter(reference)
    raise NotFoundError(
        _("There is no letter or item {reference}.").format(reference=reference), _("See `griffie list items`.")
    )


def letter_of(item: Item) -> str | None:
    """Return the letter in which an item is looked at: its own, else that of its first passage."""
    return item.letter_id or (item.passages[0].letter_id if item.passages else None)


def completions(desk: Desk, field: str, typed: str) -> list[str]:
    """Return what the register already has for a field and begins like `typed`, commonest first."""
    return letters.completions(desk.register, field, typed)


def view_state(desk: Desk, letter_id: str) -> dict[str, Any]:
    """Return where the clerk left a letter; empty if never."""
    text = letters.view_state(desk.register, letter_id)
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def keep_view_state(desk: Desk, letter_id: str, state: dict[str, Any]) -> None:
    """Remember where the clerk left a letter (page, place, zoom); no step of the history."""
    if not desk.register.read_only:
        letters.put_view_state(desk.register, letter_id, json.dumps(state))
