"""The reminder round (rappel): which open items are asked about on a reference day, and in which list each one stands.

The Eerste Kamer draws the lists up twice a year, on 1 January and 1 July: what is open or partly settled and whose term
has passed on that day, and for information what passes by the next of these days. A term that ends on the reference day
itself counts as passed: its lists of 1 July hold the terms of "1 juli". For a meeting the second list runs six months.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Generic, TypeVar

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import N_, _
from griffie.domain.dates import format_date, later
from griffie.domain.kinds import Chamber, ItemKind, Status
from griffie.domain.listing import Wanted
from griffie.domain.settlement import Degree, Stage

KINDS: Final = (ItemKind.COMMITMENT, ItemKind.MOTION, ItemKind.REQUEST)
"""What a round can be about; a deadline goes with the item it belongs to."""
ASKED: Final = (Status.OPEN, Status.PARTLY_SETTLED)
REFERENCE_MONTHS: Final = (1, 7)
HALF_YEAR: Final = 6  # months

Entry = TypeVar("Entry")


class ListName(StrEnum):
    """The lists of a round: term passed on the reference day, term that passes by the next one, no date at all."""

    PASSED = "passed"
    COMING = "coming"
    UNDATED = "undated"


LIST_WORDS: Final = {
    ListName.PASSED: N_("Term passed on {day}"),
    ListName.COMING: N_("Term ends on or before {day}"),
    ListName.UNDATED: N_("Without a date"),
}


def is_reference_day(day: date) -> bool:
    """Tell whether this is a reference day of the Eerste Kamer: 1 January or 1 July."""
    return day.day == 1 and day.month in REFERENCE_MONTHS


def next_reference_day(day: date) -> date:
    """Return the first 1 January or 1 July after `day`."""
    return date(day.year, 7, 1) if day < date(day.year, 7, 1) else date(day.year + 1, 1, 1)


def last_reference_day(day: date) -> date:
    """Return the last 1 January or 1 July on or before `day`."""
    return date(day.year, 7, 1) if day >= date(day.year, 7, 1) else date(day.year, 1, 1)


@dataclass(frozen=True)
class RappelQuestion:
    """What a round is about; what is left empty does not limit.

    Attributes:
        on: the reference day.
        chamber: TK or EK; what was sent to both belongs to either.
        ministry: its abbreviation or name.
        committee: a part of its name.
        kinds: at least one of KINDS.
        undated: whether what has no date is listed too.

    Raises:
        InvalidValueError: no kind, or one that a round is not about.
    """

    on: date
    chamber: Chamber | None = None
    ministry: str = ""
    committee: str = ""
    kinds: tuple[ItemKind, ...] = (ItemKind.COMMITMENT,)
    undated: bool = False

    def __post_init__(self) -> None:
        if not self.kinds or not set(self.kinds) <= set(KINDS):
            raise InvalidValueError(_("A reminder round is about commitments, motions and requests."))

    @property
    def until(self) -> date:
        """The last day of the second list: the next reference day, of a meeting the day six months later."""
        return next_reference_day(self.on) if is_reference_day(self.on) else later(self.on, HALF_YEAR, "m")

    @property
    def lists(self) -> tuple[ListName, ...]:
        """The lists that are asked for."""
        return tuple(name for name in ListName if self.undated or name is not ListName.UNDATED)

    def list_of(self, due: date | None) -> ListName | None:
        """Return the list of an open item whose term ends on `due` (None: it has no date); None where it is later."""
        if due is None:
            return ListName.UNDATED
        if due <= self.on:
            return ListName.PASSED
        return ListName.COMING if due <= self.until else None

    def wanted(self) -> Wanted:
        """Return what limits the items, dates apart."""
        chambers = (self.chamber, Chamber.BOTH) if self.chamber in (Chamber.TK, Chamber.EK) else (self.chamber,)
        return Wanted(
            kinds=self.kinds,
            statuses=ASKED,
            open_only=True,
            ministry=self.ministry,
            committee=self.committee,
            chosen=tuple(("chamber", one.value) for one in chambers if one is not None),
        )

    def heading(self, name: ListName, translate: Callable[[str], str], language: str) -> str:
        """Return the name of a list: "Term passed on 1 January 2027"."""
        day = self.on if name is ListName.PASSED else self.until
        return translate(LIST_WORDS[name]).format(day=format_date(day, language))


@dataclass(frozen=True)
class Rappel(Generic[Entry]):
    """The lists of a round, of whatever stands for an item; `undated` is empty where it was not asked for."""

    passed: Sequence[Entry]
    coming: Sequence[Entry]
    undated: Sequence[Entry] = ()

    def __getitem__(self, name: ListName) -> Sequence[Entry]:
        return {ListName.PASSED: self.passed, ListName.COMING: self.coming, ListName.UNDATED: self.undated}[name]

    def __iter__(self) -> Iterator[tuple[ListName, Sequence[Entry]]]:
        return ((name, self[name]) for name in ListName)

    @property
    def count(self) -> int:
        """How many items stand in the lists."""
        return sum(len(entries) for _name, entries in self)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A settlement that nobody has decided on yet: a letter reports it (claimed), or a clerk proposes it.

    `letter` is the citation of the letter, else its own number, `letter_date` ISO, `page` from 1 (0 for none), `quote`
    the words of the letter that say so.
    """

    stage: Stage
    degree: Degree
    letter: str
    letter_date: str = ""
    page: int = 0
    quote: str = ""
    remarks: str = ""

    def words(self, translate: Callable[[str], str], language: str) -> str:
        """Return it as it stands in the column of proposals."""
        text = translate(PROPOSAL_WORDS[self.stage, self.degree]).format(letter=self._letter(translate, language))
        if self.quote:
            text = f"{text}: “{self.quote}”"
        return f"{text} ({self.remarks})" if self.remarks else text

    def _letter(self, translate: Callable[[str], str], language: str) -> str:
        day = _day(self.letter_date, language)
        text = translate(N_("letter of {day} ({number})")) if day else translate(N_("letter {number}"))
        text = text.format(day=day, number=self.letter)
        return f"{text}, " + translate(N_("p. {page}")).format(page=self.page) if self.page else text


PROPOSAL_WORDS: Final = {
    (Stage.CLAIMED, Degree.WHOLE): N_("settled according to {letter}"),
    (Stage.CLAIMED, Degree.PARTLY): N_("partly settled according to {letter}"),
    (Stage.PROPOSED, Degree.WHOLE): N_("to be marked as “settled”: {letter}"),
    (Stage.PROPOSED, Degree.PARTLY): N_("to be marked as “partly settled”: {letter}"),
}


@dataclass(frozen=True, slots=True)
class RappelLine:
    """An item in a list of a round. Text throughout; dates ISO, choices are codes, '' is nothing.

    `number` is the official one (T02889, TZ202603-130), else the own one; `days_late` counts from the term to the
    reference day and is below zero for what is still to come; `due` is '' without a date; `page` counts from 1.
    """

    list_name: ListName
    seq: int
    id: str
    kind: str
    number: str
    own_number: str
    text: str
    status: str
    claimed: bool
    due: str
    days_late: int
    ministry: str
    responsible: str
    committee: str
    chamber: str
    letter_id: str
    letter_number: str
    letter_citation: str
    page: int
    proposals: tuple[Proposal, ...] = ()

    @property
    def letter(self) -> str:
        """The letter as a clerk names it: its citation, else its own number."""
        return letter_name(self.letter_citation, self.letter_number)

    def proposal(self, translate: Callable[[str], str], language: str) -> str:
        """Return what is proposed, '' where nothing is."""
        return "; ".join(one.words(translate, language) for one in self.proposals)


def letter_name(citation: str, number: str) -> str:
    """Return what a letter is named by: dossier and paper number where it has both, else its own number."""
    return citation if "," in citation or not number else number


def _day(text: str, language: str) -> str:
    try:
        return format_date(date.fromisoformat(text), language) if text else ""
    except ValueError:
        return text
