"""What reading a letter gives: citations, and suggestions with their exact words, fields, confidence and reason."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from griffie.base.i18n import N_, _, current_language
from griffie.domain.dates import format_date
from griffie.domain.kinds import Precision
from griffie.domain.passage import Selection
from griffie.domain.periods import DateRange


class CitationKind(StrEnum):
    """What kind of paper is cited; the values are those of the answers on the command line."""

    KAMERSTUK = "kamerstuk"
    HANDELINGEN = "handelingen"
    AANHANGSEL = "aanhangsel"
    TOEZEGGING = "toezegging"
    ZAAK = "zaak"
    DOCUMENT = "document"
    ACTIVITY = "activiteit"
    ANNEX = "bijlage"
    NO_DOSSIER = "niet-dossierstuk"
    COM = "com"
    ECLI = "ecli"
    STB = "stb"
    STCRT = "stcrt"
    TRB = "trb"


CITATION_WORDS: Mapping[CitationKind, str] = {
    CitationKind.KAMERSTUK: N_("parliamentary paper"),
    CitationKind.HANDELINGEN: N_("report of a debate"),
    CitationKind.AANHANGSEL: N_("answer to written questions"),
    CitationKind.TOEZEGGING: N_("registered commitment"),
    CitationKind.ZAAK: N_("case of the Chamber"),
    CitationKind.DOCUMENT: N_("document of the Chamber"),
    CitationKind.ACTIVITY: N_("meeting of the Chamber"),
    CitationKind.ANNEX: N_("annex"),
    CitationKind.NO_DOSSIER: N_("paper outside a dossier"),
    CitationKind.COM: N_("paper of the European Commission"),
    CitationKind.ECLI: N_("court ruling"),
    CitationKind.STB: N_("Bulletin of Acts (Staatsblad)"),
    CitationKind.STCRT: N_("Government Gazette (Staatscourant)"),
    CitationKind.TRB: N_("Treaty Series (Tractatenblad)"),
}


class SuggestionKind(StrEnum):
    """What a card proposes."""

    COMMITMENT = "commitment"
    MOTION = "motion"
    DISCHARGE = "discharge"
    DEADLINE = "deadline"
    REQUEST = "request"


class SuggestionState(StrEnum):
    """Whether a clerk has decided on a suggestion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class Discharged(StrEnum):
    """What a letter says that it meets; the values are those of the labels."""

    COMMITMENT = "toezegging"
    MOTION = "motie"
    REQUEST = "verzoek"


@dataclass(frozen=True)
class Reason:
    """One step of why: a sentence of the catalogue with places for values, so that it is told in the user's language.

    A value may be a date, shown in the user's own form, or a `Reason` itself.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def told(self) -> str:
        """Return the reason in the language in use."""
        return _(self.text).format(**{name: _shown(value) for name, value in self.values.items()})


def _shown(value: object) -> str:
    if isinstance(value, Reason):
        return value.told()
    return format_date(value, current_language()) if isinstance(value, dt.date) else str(value)


@dataclass(frozen=True, slots=True)
class Extent:
    """A run of characters of the letter's text, `start` to `end` (exclusive)."""

    start: int
    end: int

    def overlaps(self, other: "Extent") -> bool:
        """Tell whether two extents share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Extent") -> bool:
        """Tell whether another extent lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class CitationFound:
    """One citation in the text: which paper, where. A list of numbers gives one per paper, all of one extent."""

    extent: Extent
    kind: CitationKind
    id: str
    quote: str = ""


@dataclass(frozen=True)
class DeadlineFound:
    """A term still to come: its phrase, the range it means, and the rule that says so.

    `latest` is the last moment on which it would be on time, as precisely as the phrase says: "2017-07-06", "2017-07",
    "2017-Q3"; None where the letter names none. `rule` is the rule's short name ("before_recess"), `reason` tells it.
    """

    extent: Extent
    phrase: str
    range: DateRange
    latest: str | None
    rule: str
    reason: Reason
    recurring: bool = False


@dataclass(frozen=True)
class MotionFound:
    """A motion that the letter names: every place, first the fullest; its identity, and what the letter does with it.

    `paper` is the canonical id ("29344-120") or None. `role` is a code of `kinds.MentionRole`; `role_extent` the
    sentence that says so.
    """

    extents: tuple[Extent, ...]
    submitters: tuple[str, ...]
    cs: bool
    paper: str | None
    role: str = "mentions"
    role_extent: Extent | None = None
    reason: Reason = field(default_factory=lambda: Reason(""))
    confidence: float = 0.9
    nickname: str = ""
    subject: str = ""

    @property
    def discharged(self) -> bool:
        """Whether the letter says that it carries out or settles the motion."""
        return self.role in ("carries_out", "settles")

    def with_role(self, role: str, extent: Extent, reason: Reason) -> "MotionFound":
        """Return the motion with what the letter does with it."""
        return replace(self, role=role, role_extent=extent, reason=reason)


@dataclass(frozen=True)
class CommitmentFound:
    """A promise of the government to the Chamber: its sentence, what is promised, by whom, by when."""

    extent: Extent
    action: str
    deadline: DeadlineFound | None
    rule: str
    reason: Reason
    confidence: float
    promised_by: str = ""
    restated: bool = False
    conditional: bool = False
    due: str | None = None


@dataclass(frozen=True)
class DischargeFound:
    """A sentence that says that this letter meets an earlier commitment, motion or request.

    `targets` holds canonical ids ("TZ202501-153", "29344-120") that the sentence or its note ties to it.
    """

    extent: Extent
    what: Discharged
    rule: str
    reason: Reason
    confidence: float
    targets: tuple[str, ...] = ()
    partly: bool = False


@dataclass(frozen=True)
class RequestFound:
    """What a committee or member asks of the minister and this letter does not yet answer."""

    extent: Extent
    asked_by: str
    rule: str
    reason: Reason
    confidence: float
    deadline: DeadlineFound | None = None


@dataclass(frozen=True)
class Citation:
    """A citation with its exact words on the page and the official address of the paper where a rule gives one."""

    kind: CitationKind
    id: str
    selection: Selection
    address: str | None = None
    id_number: str = ""


@dataclass(frozen=True)
class RuledDeadline:
    """A deadline as the reader resolved it, ready to be kept with an item: its words, range, rule and reason."""

    selection: Selection
    date_range: DateRange
    latest: str | None
    rule: str
    reason: Reason
    recurring: bool = False


@dataclass(frozen=True)
class Suggestion:
    """One card: what the reader proposes, with the exact words, the fields filled in, a confidence and the reason.

    `key` knows it again when the letter is read anew: a canonical id or its stripped words. `fields` are those of the
    item kind (`domain.fields`), as typed text. `confidence` runs from 0 to 1.
    """

    kind: SuggestionKind
    key: str
    selection: Selection
    fields: Mapping[str, str]
    confidence: float
    rule: str
    reasons: tuple[Reason, ...]
    deadline: RuledDeadline | None = None
    places: tuple[Selection, ...] = ()
    targets: tuple[str, ...] = ()

    def why(self) -> str:
        """Return the reasons in the language in use, joined."""
        return "; ".join(text for reason in self.reasons if (text := reason.told()))


@dataclass(frozen=True)
class Reading:
    """All that was read in one document of a letter, apart from its header."""

    citations: tuple[Citation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    reader: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was found to suggest."""
        return not self.suggestions


NO_RANGE = DateRange(None, None, Precision.NONE)
"""The range of a phrase that names no moment: "zo spoedig mogelijk"."""
