"""What a clerk keeps track of: commitments, motions, requests and their deadlines."""

from dataclasses import dataclass
from datetime import date, datetime

from griffie.domain.kinds import Action, Execution, ItemKind, Judgement, MentionRole, Origin, Precision, Status, Vote
from griffie.domain.passage import Passage


@dataclass(frozen=True, slots=True)
class Person:
    """A member, minister, committee or chamber in some role with an item; `party` in the chamber's short form."""

    name: str
    party: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.party})" if self.party else self.name


@dataclass(frozen=True)
class Item:
    """What all kinds have in common. `number` is the own number, never used twice; `literal` is the passage's text."""

    id: str
    kind: ItemKind
    number: str
    letter_id: str | None = None
    origin: Origin = Origin.PASSAGE
    official_number: str = ""
    summary: str = ""
    literal: str = ""
    status: Status = Status.OPEN
    status_word: str = ""
    meeting: str = ""
    meeting_date: date | None = None
    committee: str = ""
    place: str = ""
    handler: str = ""
    remarks: str = ""
    unreviewed: bool = False
    created_at: datetime | None = None
    created_by: str = ""
    passages: tuple[Passage, ...] = ()

    @property
    def page_number(self) -> int:
        """The page of its first passage, counted from 1; 0 without a passage."""
        return min((p.page_number for p in self.passages if p.page_number), default=0)


@dataclass(frozen=True)
class Commitment(Item):
    """What government promises the Chamber."""

    action: Action | None = None
    promised_by: tuple[Person, ...] = ()
    promised_to: tuple[Person, ...] = ()
    ministry: str = ""


@dataclass(frozen=True)
class Motion(Item):
    """A motion with its own identity; `mention_id` and `role` say what the letter at hand does with it."""

    dossier: str = ""
    suffix: str = ""
    paper_number: str = ""
    submitters: tuple[Person, ...] = ()
    cs: bool = False
    vote: Vote | None = None
    judgement: Judgement | None = None
    execution: Execution | None = None
    mention_id: str | None = None
    role: MentionRole | None = None


@dataclass(frozen=True)
class Request(Item):
    """What a committee or member asks of a minister."""

    asked_by: tuple[Person, ...] = ()
    asked_of: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Deadline(Item):
    """A literal phrase with its date range; belongs to the item `owner_id`, or to the letter itself when that is None.

    `date_to` is the last day on which it would still be on time. `no_date` says that a clerk looked and there is none.
    `rule` is "typed" or "clerk" where a person says so, else the reader's rule; `reason` is what that rule goes by, as
    the store keeps it (see services.reading.told).
    """

    owner_id: str | None = None
    phrase: str = ""
    date_from: date | None = None
    date_to: date | None = None
    precision: Precision = Precision.NONE
    rule: str = ""
    reason: str = ""
    recurring: bool = False
    no_date: bool = False


@dataclass(frozen=True, slots=True)
class DeadlineChange:
    """One move of a deadline: the old range is kept, with who moved it, when and why."""

    at: datetime
    who: str
    reason: str
    phrase: str
    date_from: date | None
    date_to: date | None
    no_date: bool
