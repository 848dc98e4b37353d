"""What is read from the head and the foot of a letter, and where each word of it stands."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from griffie.domain.kinds import Chamber
from griffie.domain.letter import Dossier, Sender

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A run of stripped characters of one page, `start` to `end` (exclusive)."""

    page_index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value and the places that it was read from, one for each line."""

    value: Value
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Header:
    """The header of a letter as it is printed; what is not there is empty.

    `sender` is the phrase of the heading ("Ministers van Buitenlandse Zaken en van Defensie"), `senders` the functions
    in it one by one, with ministry and person where those are known. `signatory` is the first who signed. `reference`
    is the ministry's own ("Ons kenmerk"). `session_year` is "2024-2025", by the date where it is not printed.
    `places` holds, for each field that was found, where it was read.
    """

    date: dt.date | None = None
    chamber: Chamber | None = None
    sender: str = ""
    senders: tuple[Sender, ...] = ()
    signatory: str = ""
    dossiers: tuple[Dossier, ...] = ()
    paper_number: str = ""
    subject: str = ""
    reference: str = ""
    document_number: str = ""
    case_number: str = ""
    letter_kind: str = ""
    session_year: str = ""
    reprint: bool = False
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
