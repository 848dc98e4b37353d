"""The columns of every table that leaves Griffie or comes back: name, label, where the value is, of which kinds.

Names are stable: machines and imports read them, and `griffie list --json` uses the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final

from griffie.base.i18n import N_
from griffie.domain import kinds
from griffie.domain.kinds import ItemKind
from griffie.domain.listing import ItemRow

ALL: Final = frozenset(ItemKind)
_COMMITMENT: Final = frozenset({ItemKind.COMMITMENT})
_MOTION: Final = frozenset({ItemKind.MOTION})
_REQUEST: Final = frozenset({ItemKind.REQUEST})
_DEADLINE: Final = frozenset({ItemKind.DEADLINE})
_OWNERS: Final = ALL - _DEADLINE
_NUMBERED: Final = _COMMITMENT | _REQUEST

POSITIONS: Final = {field.name: position for position, field in enumerate(fields(ItemRow))}


@dataclass(frozen=True)
class Column:
    """One column. `name` is also the field of ItemRow; `choices` has the words of its codes; `of` the kinds it has."""

    name: str
    label: str
    of: frozenset[ItemKind] = ALL
    choices: type[StrEnum] | None = None
    flag: bool = False

    @property
    def getter(self) -> Callable[[ItemRow], Any]:
        """What takes the value out of a row."""
        return attrgetter(self.name)

    @property
    def position(self) -> int:
        """Where the value stands among the bare values of a row."""
        return POSITIONS[self.name]


COLUMNS: Final[tuple[Column, ...]] = (
    Column("number", N_("Own number")),
    Column("kind", N_("Kind"), choices=ItemKind),
    Column("official_number", N_("Official number"), _NUMBERED),
    Column("summary", N_("Summary"), _OWNERS),
    Column("quote", N_("Literal text")),
    Column("page", N_("Page")),
    Column("owner_number", N_("Belongs to"), _DEADLINE),
    Column("status", N_("Status"), choices=kinds.Status),
    Column("status_word", N_("The chamber's own word"), _OWNERS),
    Column("phrase", N_("Deadline: phrase")),
    Column("date_from", N_("Deadline: from")),
    Column("date_to", N_("Deadline: on or before")),
    Column("precision", N_("Deadline: precision"), choices=kinds.Precision),
    Column("recurring", N_("Deadline: recurring"), flag=True),
    Column("no_date", N_("Deadline: no date"), flag=True),
    Column("action", N_("Action"), _COMMITMENT, kinds.Action),
    Column("promised_by", N_("Promised by"), _COMMITMENT),
    Column("promised_to", N_("Promised to"), _COMMITMENT),
    Column("ministry", N_("Responsible ministry"), _COMMITMENT),
    Column("dossier", N_("Motion: dossier"), _MOTION),
    Column("paper_number", N_("Motion: number"), _MOTION),
    Column("submitters", N_("Submitters"), _MOTION),
    Column("cs", N_("c.s."), _MOTION, flag=True),
    Column("role", N_("In this letter"), _MOTION, kinds.MentionRole),
    Column("vote", N_("Outcome of the vote"), _MOTION, kinds.Vote),
    Column("judgement", N_("Cabinet's judgement"), _MOTION, kinds.Judgement),
    Column("execution", N_("Execution"), _MOTION, kinds.Execution),
    Column("asked_by", N_("Asked by"), _REQUEST),
    Column("asked_of", N_("Asked of"), _REQUEST),
    Column("letter_number", N_("Letter")),
    Column("letter_date", N_("Letter: date")),
    Column("letter_citation", N_("Letter: citation")),
    Column("letter_subject", N_("Letter: subject")),
    Column("letter_senders", N_("Letter: senders")),
    Column("letter_chamber", N_("Letter: chamber"), choices=kinds.Chamber),
    Column("letters", N_("Mentioned in letters"), _MOTION),
    Column("origin", N_("Origin"), choices=kinds.Origin),
    Column("meeting", N_("Meeting"), _OWNERS),
    Column("meeting_date", N_("Date of the meeting"), _OWNERS),
    Column("committee", N_("Committee"), _OWNERS),
    Column("place", N_("Place in the Handelingen"), _OWNERS),
    Column("handler", N_("Handled by"), _OWNERS),
    Column("claimed", N_("Settlement reported"), _OWNERS, flag=True),
    Column("remarks", N_("Remarks")),
    Column("unreviewed", N_("Not reviewed yet"), flag=True),
    Column("created_at", N_("Recorded at")),
    Column("created_by", N_("Recorded by")),
    Column("id", N_("Id")),
)


def columns_of(wanted: tuple[ItemKind, ...]) -> tuple[Column, ...]:
    """Return the columns of a table that holds these kinds; of every kind when none is named."""
    of = frozenset(wanted) or ALL
    return tuple(column for column in COLUMNS if column.of & of)
