"""Lists over the whole register: what a clerk asks for, and one line of the answer, flat enough for a table."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from griffie.domain.kinds import ItemKind, LetterState, Status
from griffie.domain.letter import Dossier


@dataclass(frozen=True)
class Wanted:
    """What a list is limited to; everything left empty does not limit.

    Dates compare with the last day of a deadline: `due_before` and `due_after` are themselves left out. A deadline
    counts with the status, ministry and committee of the item it belongs to. `open_only` leaves out what is settled or
    lapsed; `overdue_on` takes what was due before that day and is still open; `claimed` takes what a letter reports as
    settled while nobody has decided; `once` leaves out deadlines of an item, which has them in its own row; `chosen`
    are pairs of a facet and one of its values (see FACETS).
    """

    kinds: tuple[ItemKind, ...] = ()
    statuses: tuple[Status, ...] = ()
    states: tuple[LetterState, ...] = ()
    due_before: date | None = None
    due_after: date | None = None
    ministry: str = ""
    committee: str = ""
    dossier: Dossier | None = None
    letter_id: str = ""
    query: str = ""
    open_only: bool = False
    overdue_on: date | None = None
    no_date: bool = False
    claimed: bool = False
    once: bool = False
    chosen: tuple[tuple[str, str], ...] = ()

    def choose(self, facet: str, value: str, *, on: bool = True) -> "Wanted":
        """Return the same with a value of a facet chosen, or no longer chosen."""
        rest = tuple(pair for pair in self.chosen if pair != (facet, value))
        return replace(self, chosen=(*rest, (facet, value)) if on else rest)

    def without(self, facet: str) -> "Wanted":
        """Return the same with nothing chosen of a facet."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] != facet))

    def values_of(self, facet: str) -> tuple[str, ...]:
        """Return the values that are chosen of a facet."""
        return tuple(value for name, value in self.chosen if name == facet)

    @property
    def is_everything(self) -> bool:
        """True where nothing limits."""
        return self == Wanted()


FACETS = (
    "kind", "status", "ministry", "person", "committee", "dossier", "chamber", "handler", "letter_state", "year",
)  # fmt: skip
"""What a register can be limited by with a click; values of one facet widen, those of different ones narrow."""

YEAR_LENGTH = 4


def wanted_to_json(wanted: Wanted) -> str:
    """Return what is wanted as the text that a saved view keeps; `wanted_from_json` gives it back."""
    kept: dict[str, Any] = {}
    for name in Wanted.__dataclass_fields__:
        value = getattr(wanted, name)
        if value == getattr(Wanted(), name):
            continue
        if isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, Dossier):
            value = [value.number, value.suffix]
        kept[name] = value
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def wanted_from_json(text: str) -> Wanted:
    """Return what a saved view limits to.

    Raises:
        ValueError: the text is damaged, or of a Griffie that knows other limits.
    """
    try:
        kept = json.loads(text)
        values = {name: _limit(name, value) for name, value in kept.items()}
        return Wanted(**values)
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(text) from error


def _limit(name: str, value: Any) -> Any:
    if name in ("due_before", "due_after", "overdue_on"):
        return date.fromisoformat(value)
    if name == "dossier":
        return Dossier(*value)
    if name == "chosen":
        return tuple((str(facet), str(one)) for facet, one in value)
    members: dict[str, Iterable[Any]] = {"kinds": ItemKind, "statuses": Status, "states": LetterState}
    if name in members:
        known = {str(member): member for member in members[name]}
        return tuple(known[one] for one in value)
    if type(value) is not type(getattr(Wanted(), name)):
        raise TypeError(name)
    return value


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item in a list. Text throughout: '' is nothing, dates are ISO, choices are codes, people as they are typed.

    `phrase`, `date_from`, `date_to` and what follows them are of a deadline itself or else of the item's current
    deadline: of several within the asked dates the one that ends first. `quote` holds the words of its passages in the
    first print, `page` the first page of them, from 1, 0 without a passage. `dossier` is of a motion, with its suffix:
    "36600-VI". `claimed` is 1 where a settlement is reported or proposed and nobody has decided on it yet. A motion
    stands with the first letter that mentions it, or with the letter asked for; `letters` names
    all of them. `title` is what it is about in a line; `of_ministry` and `of_committee` are what the register sorts it
    under: its own, else those of its letter. `status` of a deadline is that of the item it belongs to.
    """

    seq: int
    id: str
    kind: str
    number: str
    official_number: str
    summary: str
    status: str
    status_word: str
    action: str
    promised_by: str
    promised_to: str
    ministry: str
    dossier: str
    paper_number: str
    submitters: str
    cs: int
    role: str
    vote: str
    judgement: str
    execution: str
    asked_by: str
    asked_of: str
    owner_number: str
    phrase: str
    date_from: str
    date_to: str
    precision: str
    recurring: int
    no_date: int
    origin: str
    meeting: str
    meeting_date: str
    committee: str
    place: str
    remarks: str
    unreviewed: int
    page: int
    quote: str
    letter_id: str
    letter_number: str
    letter_date: str
    letter_citation: str
    letter_subject: str
    letter_senders: str
    letter_chamber: str
    letters: str
    handler: str
    claimed: int
    title: str
    of_ministry: str
    of_committee: str
    created_at: str
    created_by: str


@dataclass(frozen=True, slots=True)
class CitationRow:
    """One citation in a list: the letter it stands in, the paper by its canonical id, page from 1, official address."""

    id: str
    letter_id: str
    letter_number: str
    kind: str
    ref: str
    page: int
    quote: str
    address: str
    corrected: bool
