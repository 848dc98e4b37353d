"""What was promised, moved or asked, as it is laid beside the letter that may settle it: words, day, origin, page."""

import datetime as dt
from dataclasses import dataclass

from griffie.domain.item import Commitment, Item, Motion, Request
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Letter
from griffie.domain.people import format_people
from griffie.services.desk import Desk


@dataclass(frozen=True)
class Promise:
    """An item's words and where they come from.

    `quoted` tells that `text` is literal; `source` is the paper, meeting or committee; `page_number` counts from 1, 0
    where no page is known; `who` made it, or moved or asked for it.
    """

    item: Item
    text: str
    quoted: bool
    day: dt.date | None = None
    source: str = ""
    who: str = ""
    page_number: int = 0
    letter: Letter | None = None


def promise_of(desk: Desk, item_id: str) -> Promise:
    """Return what an item says and where that comes from.

    Raises:
        NotFoundError: no such item.
    """
    item = desk.item(item_id)
    letter = desk.letter(item.letter_id) if item.letter_id else None
    text = item.literal or item.summary or item.remarks
    source = letter.citation or letter.title if letter is not None else _source(item)
    day = item.meeting_date or (letter.date if letter is not None else None)
    own = [p for p in item.passages if letter is None or p.letter_id == letter.id]
    page = min((p.page_number for p in own if p.page_number), default=0)
    return Promise(item, " ".join(text.split()), bool(item.literal), day, source, _who(item), page, letter)


def _source(item: Item) -> str:
    if isinstance(item, Motion) and item.dossier:
        dossier = "-".join(part for part in (item.dossier, item.suffix) if part)
        return ", nr. ".join(part for part in (dossier, item.paper_number) if part)
    return next((text for text in (item.meeting, item.place, item.committee, item.official_number) if text), "")


def _who(item: Item) -> str:
    if isinstance(item, Commitment):
        return format_people(item.promised_to)
    if isinstance(item, Motion):
        return format_people(item.submitters) + (" c.s." if item.cs and item.submitters else "")
    return format_people(item.asked_by) if isinstance(item, Request) else ""


def name_of_item(item: Item) -> str:
    """Return by what an item is known outside this register: its official number or paper; '' for none."""
    if item.kind is ItemKind.MOTION:
        return _source(item)
    return item.official_number
