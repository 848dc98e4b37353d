"""What was promised, moved or asked, as it is laid beside the letter that may settle it: words, day, origin, page."""

import datetime as dt
from dataclasses import dataclass

from griffie.domain.item import Commitment, Item, Motion, Request
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Letter
from griffie.domain.people import format_people
from griffie.services import proposing
from griffie.services.desk import Desk
from griffie.services.proposal_places import placed_exactly
from griffie.services.proposing import Proposal
from griffie.store import matching


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


@dataclass(frozen=True)
class ShownProposal:
    """A proposal with both sides: what the letter says, and what was promised; `letter` is the one that settles."""

    proposal: Proposal
    promise: Promise
    letter: Letter

    @property
    def id(self) -> str:
        """What the windows know it by; no other card of a letter has it."""
        return f"proposal|{self.proposal.letter_id}|{self.proposal.item_id}"


@dataclass(frozen=True)
class Proposed:
    """The open proposals of a letter, and on how many a clerk has decided."""

    shown: tuple[ShownProposal, ...] = ()
    decided: int = 0


def proposed_in(desk: Desk, letter_id: str) -> Proposed:
    """Return what a letter may settle, both sides of each proposal.

    Raises:
        NotFoundError: no such letter.
    """
    decided = len(matching.decisions_of(desk.register, letter_id))
    found = placed_exactly(desk, letter_id, proposing.proposals_for_letter(desk, letter_id))
    return Proposed(_shown(desk, found), decided)


def proposed_for(desk: Desk, item_id: str) -> tuple[ShownProposal, ...]:
    """Return which letters may settle an item, both sides of each proposal.

    Raises:
        NotFoundError: no such item.
    """
    return _shown(desk, proposing.proposals_for_item(desk, item_id))


def _shown(desk: Desk, found: list[Proposal]) -> tuple[ShownProposal, ...]:
    return tuple(ShownProposal(one, promise_of(desk, one.item_id), desk.letter(one.letter_id)) for one in found)


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
