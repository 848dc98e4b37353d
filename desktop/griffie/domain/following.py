"""What happens to an item after it was made: progress notes, relations to other items, changes to many at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from griffie.base.i18n import N_
from griffie.domain.kinds import Status
from griffie.domain.periods import DateRange


class ProgressKind(StrEnum):
    """What a dated line about an item is: where it stands, an interim message to the Chamber, what a body ruled."""

    NOTE = "note"
    INTERIM = "interim"
    RULING = "ruling"


PROGRESS_WORDS: Mapping[ProgressKind, str] = {
    ProgressKind.NOTE: N_("Progress"),
    ProgressKind.INTERIM: N_("Interim message"),
    ProgressKind.RULING: N_("Decision"),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """A dated line about an item; `body` who ruled, `letter_id` the letter that an interim message is."""

    id: str
    item_id: str
    on_date: date | None
    kind: ProgressKind
    text: str
    body: str = ""
    letter_id: str | None = None
    at: datetime | None = None
    who: str = ""


class RelationKind(StrEnum):
    """How an item stands to another one (the Tweede Kamer's own three, and two more that clerks need)."""

    REPEATS = "repeats"
    CHANGES = "changes"
    ADDS_TO = "adds_to"
    REPLACES = "replaces"
    CARRIES_OUT = "carries_out"


RELATION_WORDS: Mapping[RelationKind, tuple[str, str]] = {
    RelationKind.REPEATS: (N_("repeats"), N_("is repeated by")),
    RelationKind.CHANGES: (N_("changes"), N_("is changed by")),
    RelationKind.ADDS_TO: (N_("adds to"), N_("is added to by")),
    RelationKind.REPLACES: (N_("replaces"), N_("is replaced by")),
    RelationKind.CARRIES_OUT: (N_("carries out"), N_("is carried out by")),
}
"""The word seen from the item, and seen from the other one."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of an item, seen from it: `inverse` says that the other one was related to it."""

    id: str
    kind: RelationKind
    inverse: bool
    other_id: str
    other_number: str
    other_title: str

    @property
    def word(self) -> str:
        """The relation as it reads from this item, to be translated."""
        return RELATION_WORDS[self.kind][int(self.inverse)]


@dataclass(frozen=True)
class BulkChange:
    """What is done to many items in one step; what is None or '' stays as it is.

    Args:
        status: the new status.
        handler: who handles them from now on; None leaves them.
        due: the new deadline of each: the range of days, with `phrase` where there is one.
        reason: why; asked for where a deadline moves that had a date.
        body: who ruled so, and
        on_date: when: kept as a decision in the progress of each item.
    """

    status: Status | None = None
    handler: str | None = None
    due: DateRange | None = None
    phrase: str = ""
    reason: str = ""
    body: str = ""
    on_date: date | None = None
    remarks: str = ""

    @property
    def is_nothing(self) -> bool:
        """True where it would change no item."""
        return self.status is None and self.handler is None and self.due is None and not self.remarks.strip()
