"""Lists over the whole register: what a clerk asks for, and one line of the answer, flat enough for a table."""

from dataclasses import dataclass
from datetime import date

from griffie.domain.kinds import ItemKind, LetterState, Status
from griffie.domain.letter import Dossier


@dataclass(frozen=True)
class Wanted:
    """What a list is limited to; everything left empty does not limit.

    Dates compare with the last day of a deadline: `due_before` and `due_after` are themselves left out. A deadline
    counts with the status, ministry and committee of the item it belongs to.
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


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item in a list. Text throughout: '' is nothing, dates are ISO, choices are codes, people as they are typed.

    `phrase`, `date_from`, `date_to` and what follows them are of a deadline itself or else of the item's current
    deadline: of several within the asked dates the one that ends first. `quote` holds the words of its passages in the
    first print, `page` the first page of them, from 1, 0 without a passage. `dossier` is of a motion, with its suffix:
    "36600-VI". A motion stands with the first letter that mentions it, or with the letter asked for; `letters` names
    all of them. `status` of a deadline is that of the item it belongs to.
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
