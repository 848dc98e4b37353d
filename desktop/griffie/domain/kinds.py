"""The words that have a fixed list: kinds, statuses, roles. Values are what the database and the command line use."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from griffie.base.i18n import N_

Kept = TypeVar("Kept")


class ByMember(Mapping[StrEnum, Kept]):
    """A mapping that tells members of different lists apart.

    To Python `Status.LAPSED` and `Vote.LAPSED` are equal, both being "lapsed"; a dict would keep only one of them.
    """

    def __init__(self, pairs: Iterable[tuple[StrEnum, Kept]]) -> None:
        self._kept = {(type(member), member.value): (member, kept) for member, kept in pairs}

    def __getitem__(self, member: StrEnum) -> Kept:
        return self._kept[type(member), str(member)][1]

    def __iter__(self) -> Iterator[StrEnum]:
        return (member for member, _kept in self._kept.values())

    def __len__(self) -> int:
        return len(self._kept)


class ItemKind(StrEnum):
    """What a clerk can tag."""

    COMMITMENT = "commitment"
    MOTION = "motion"
    DEADLINE = "deadline"
    REQUEST = "request"


class Status(StrEnum):
    """How far an item is; the chamber's own word is kept beside it."""

    OPEN = "open"
    PARTLY_SETTLED = "partly_settled"
    SETTLED = "settled"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


class Action(StrEnum):
    """What government promises to do (labels of the shared letters use the same list)."""

    INFORM = "inform"
    SEND = "send"
    INVESTIGATE = "investigate"
    LEGISLATE = "legislate"
    CONSULT = "consult"
    IMPLEMENT = "implement"
    OTHER = "other"


class Origin(StrEnum):
    """Where an item comes from: the words of a letter, a debate, an official register, or a clerk's own hand."""

    PASSAGE = "passage"
    DEBATE = "debate"
    REGISTER = "register"
    TYPED = "typed"


class Chamber(StrEnum):
    """Whom the letter is addressed to."""

    TK = "TK"
    EK = "EK"
    BOTH = "VV"


class LetterState(StrEnum):
    """How far the clerk is with a letter."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class DocumentRole(StrEnum):
    """Which print of a letter a PDF is."""

    MINISTRY = "ministry"
    KAMERSTUK = "kamerstuk"
    REPRINT = "reprint"
    ANNEX = "annex"


class MentionRole(StrEnum):
    """What a letter does with a motion."""

    MENTIONS = "mentions"
    CARRIES_OUT = "carries_out"
    SETTLES = "settles"
    DELAYS = "delays"
    DECLINES = "declines"


class PersonRole(StrEnum):
    """In what role a person, committee or chamber stands with an item."""

    PROMISED_BY = "promised_by"
    PROMISED_TO = "promised_to"
    SUBMITTER = "submitter"
    ASKED_BY = "asked_by"
    ASKED_OF = "asked_of"


class Precision(StrEnum):
    """How exactly a deadline is known (domain notes, section 6.4)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    RECESS = "recess"
    YEAR = "year"
    EVENT = "event"
    NONE = "none"


class Vote(StrEnum):
    """Outcome of the vote on a motion, or its stage in the Chamber."""

    SUBMITTED = "submitted"
    HELD = "held"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    TAKEN_OVER = "taken_over"
    LAPSED = "lapsed"


class Judgement(StrEnum):
    """The cabinet's judgement of a motion (kabinetsappreciatie), the Tweede Kamer's own list."""

    TAKEN_OVER = "taken_over"
    LEFT_TO_CHAMBER = "left_to_chamber"
    ADVISED_AGAINST = "advised_against"
    ADVISED_AGAINST_UNLESS = "advised_against_unless"
    ASKED_TO_HOLD = "asked_to_hold"
    NONE_EXPLICIT = "none_explicit"
    NOT_YET_KNOWN = "not_yet_known"
    TO_BE_RECEIVED = "to_be_received"
    NOT_AVAILABLE = "not_available"
    NOT_AVAILABLE_2019 = "not_available_before_2019"


class Execution(StrEnum):
    """How far government is with carrying out a motion; no official source keeps this."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    PARTLY = "partly"
    DONE = "done"
    WILL_NOT = "will_not"


class AnchorState(StrEnum):
    """How surely a passage is tied to its words: exact, found again by its quote, to be looked at, not found."""

    EXACT = "exact"
    REPAIRED = "repaired"
    REVIEW = "review"


OWN_NUMBER_LETTER = {
    ItemKind.COMMITMENT: "C",
    ItemKind.MOTION: "M",
    ItemKind.DEADLINE: "T",
    ItemKind.REQUEST: "V",
}
"""First letter of an own number; T is for termijn and V for verzoek, as clerks say them. Letters have B (brief)."""

WORDS = ByMember[str](
    (
        (ItemKind.COMMITMENT, N_("Commitment")),
        (ItemKind.MOTION, N_("Motion")),
        (ItemKind.DEADLINE, N_("Deadline")),
        (ItemKind.REQUEST, N_("Request")),
        (Status.OPEN, N_("open")),
        (Status.PARTLY_SETTLED, N_("partly settled")),
        (Status.SETTLED, N_("settled")),
        (Status.LAPSED, N_("lapsed")),
        (Status.UNKNOWN, N_("unknown")),
        (Action.INFORM, N_("inform")),
        (Action.SEND, N_("send")),
        (Action.INVESTIGATE, N_("investigate")),
        (Action.LEGISLATE, N_("legislate")),
        (Action.CONSULT, N_("consult")),
        (Action.IMPLEMENT, N_("implement")),
        (Action.OTHER, N_("other")),
        (Origin.PASSAGE, N_("passage in the letter")),
        (Origin.DEBATE, N_("debate")),
        (Origin.REGISTER, N_("official register")),
        (Origin.TYPED, N_("typed by hand")),
        (Chamber.TK, N_("House of Representatives (TK)")),
        (Chamber.EK, N_("Senate (EK)")),
        (Chamber.BOTH, N_("both chambers")),
        (LetterState.NEW, N_("new")),
        (LetterState.IN_PROGRESS, N_("in progress")),
        (LetterState.DONE, N_("done")),
        (DocumentRole.MINISTRY, N_("ministry's letter")),
        (DocumentRole.KAMERSTUK, N_("printed Kamerstuk")),
        (DocumentRole.REPRINT, N_("reprint")),
        (DocumentRole.ANNEX, N_("annex")),
        (MentionRole.MENTIONS, N_("mentions")),
        (MentionRole.CARRIES_OUT, N_("carries out")),
        (MentionRole.SETTLES, N_("settles")),
        (MentionRole.DELAYS, N_("delays")),
        (MentionRole.DECLINES, N_("declines")),
        (Precision.DAY, N_("day")),
        (Precision.WEEK, N_("week")),
        (Precision.MONTH, N_("month")),
        (Precision.QUARTER, N_("quarter")),
        (Precision.SEASON, N_("season")),
        (Precision.RECESS, N_("recess")),
        (Precision.YEAR, N_("year")),
        (Precision.EVENT, N_("event")),
        (Precision.NONE, N_("not determined")),
        (Vote.SUBMITTED, N_("submitted")),
        (Vote.HELD, N_("held over")),
        (Vote.ADOPTED, N_("adopted")),
        (Vote.REJECTED, N_("rejected")),
        (Vote.WITHDRAWN, N_("withdrawn")),
        (Vote.TAKEN_OVER, N_("taken over")),
        (Vote.LAPSED, N_("lapsed without a vote")),
        (Judgement.TAKEN_OVER, N_("taken over by the government")),
        (Judgement.LEFT_TO_CHAMBER, N_("left to the Chamber")),
        (Judgement.ADVISED_AGAINST, N_("advised against")),
        (Judgement.ADVISED_AGAINST_UNLESS, N_("advised against, unless amended")),
        (Judgement.ASKED_TO_HOLD, N_("asked to hold the motion over")),
        (Judgement.NONE_EXPLICIT, N_("no (explicit) judgement")),
        (Judgement.NOT_YET_KNOWN, N_("not yet known")),
        (Judgement.TO_BE_RECEIVED, N_("still to be received")),
        (Judgement.NOT_AVAILABLE, N_("not available for amended motions or amendments")),
        (Judgement.NOT_AVAILABLE_2019, N_("not available before 1 April 2019")),
        (Execution.NOT_STARTED, N_("not started")),
        (Execution.UNDER_WAY, N_("under way")),
        (Execution.PARTLY, N_("carried out in part")),
        (Execution.DONE, N_("carried out")),
        (Execution.WILL_NOT, N_("will not be carried out")),
        (AnchorState.EXACT, N_("tied to its words")),
        (AnchorState.REPAIRED, N_("found again by its words")),
        (AnchorState.REVIEW, N_("needs review")),
    )
)
"""The word a user reads for each code, to be passed through `_()` where it is shown."""
