"""Which open items a letter settles: scores what the letter says in each place against what the register knows.

Deterministic, and each score explains itself. A number that the letter gives where it says that it meets something
decides; without one the debate, the member, the ministry and the words shared with the promise are weighed. What the
letter puts off, or meets of another number or name, is no match, however many words are shared.
"""

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from griffie.base.i18n import N_
from griffie.domain.kinds import ItemKind
from griffie.domain.plain import fold
from griffie.domain.reading import Reason
from griffie.domain.salient import NOTHING, Cover, Nearby, Weigh, cover, terms
from griffie.domain.settlement import Degree

LEAST = 0.5
"""From this score on a match is worth proposing."""
BY_NUMBER, BY_NUMBER_ALONE = 0.97, 0.85
"""The score of a number given in words that meet it, and of one given where the letter reports without saying so."""
PLAIN = 0.5
"""From this sureness on a place says itself that something is met."""
SHOWN_WORDS = 6
SAME_SCORE, SAME_TEXT = 0.1, 90.0
"""Two items so near in score, and by rapidfuzz in words, are one promise registered twice."""


@dataclass(frozen=True)
class OpenItem:
    """What the register knows of an item that may be settled.

    `papers` are the canonical ids of a motion itself; `made_in` those of the paper in which a promise was made;
    `people` to whom it was promised or who asked; `texts` what says it: summary first, then quotes and remarks.
    """

    id: str
    kind: ItemKind
    number: str
    official_number: str = ""
    papers: frozenset[str] = frozenset()
    made_in: frozenset[str] = frozenset()
    dossiers: frozenset[str] = frozenset()
    submitters: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    ministry: str = ""
    made_on: dt.date | None = None
    texts: tuple[str, ...] = ()

    @cached_property
    def near(self) -> Nearby:
        """The salient words of it."""
        return Nearby((text, 1.0) for text in self.texts)

    @property
    def numbers(self) -> frozenset[str]:
        """Everything it is known by outside this register."""
        return self.papers | ({self.official_number} if self.official_number else frozenset())


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a letter names, with its year where that is given; `firm` where only the promise can be meant."""

    day: int
    month: int
    year: int | None
    firm: bool

    def is_of(self, date: dt.date) -> bool:
        """Tell whether it is that date."""
        return (self.day, self.month) == (date.day, date.month) and self.year in (None, date.year)


@dataclass(frozen=True)
class Said:
    """One place in a letter where it says, or may mean, that it meets something.

    `what` is of what kind, None where it does not say; `numbers` are those that it meets, `cited` further papers that
    stand with it; `names` the submitters of its motion; `told` its words with those that lead to it, for debates and
    members; `texts` all words about it, each with how near it stands (0 to 1); `sure` is how surely it says so, 0 where
    it only reports; `several` that it speaks of more than one; `progress` that it tells how far something is.
    """

    what: ItemKind | None
    sentence: str
    told: str = ""
    numbers: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    texts: tuple[tuple[str, float], ...] = ()
    sure: float = 0.9
    degree: Degree = Degree.WHOLE
    several: bool = False
    progress: bool = False
    reasons: tuple[Reason, ...] = ()

    @cached_property
    def near(self) -> Nearby:
        """The salient words about it, with how near each stands."""
        return Nearby(((self.sentence, 1.0), *self.texts))

    @cached_property
    def dates(self) -> "tuple[Day, ...]":
        """The debates and letters that it names by date."""
        return tuple(_dates(self.told or self.sentence))

    @cached_property
    def months(self) -> frozenset[tuple[int, int | None]]:
        """The months, with the year where it is given, in which it says that something was promised or asked."""
        told = self.told or self.sentence
        found = _IN_MONTH.finditer(told) if self.members or _ASKS.search(told) else ()
        return frozenset((_MONTHS.index(m["month"].lower()) + 1, int(m["year"]) if m["year"] else None) for m in found)

    @cached_property
    def members(self) -> frozenset[str]:
        """The members of the Chamber that it names, folded."""
        return frozenset(_members(self.told or self.sentence))


@dataclass(frozen=True)
class Writing:
    """What is known of a letter that may settle something; `put_off` holds what it says that is still to come."""

    date: dt.date | None = None
    ministries: frozenset[str] = frozenset()
    dossiers: frozenset[str] = frozenset()
    said: tuple[Said, ...] = ()
    put_off: tuple[str, ...] = ()

    @cached_property
    def later(self) -> tuple[Nearby, ...]:
        """The salient words of each thing that is still to come."""
        return tuple(Nearby([(text, 1.0)]) for text in self.put_off)


@dataclass(frozen=True)
class Match:
    """An item that a letter may settle: by what it says in place `at`, how surely (0 to 1), and why."""

    item_id: str
    at: int
    score: float
    degree: Degree
    reasons: tuple[Reason, ...]
    by_number: bool = False
    words: tuple[str, ...] = field(default=(), compare=False)


def match(writing: Writing, items: Sequence[OpenItem], weigh: Weigh) -> list[Match]:
    """Return which items a letter settles, the surest first, each once.

    Without a number a place in the letter is of one item, the best, unless it speaks of several.
    """
    found: list[Match] = []
    by_id = {item.id: item for item in items}
    items = [item for item in items if _may_be(writing, item)]
    known = {number for item in items for number in item.numbers}
    for at, said in enumerate(writing.said):
        taken = bool(said.numbers & known)
        here = [m for item in items if (m := _judge(writing, at, item, weigh, taken=taken)) and m.score >= LEAST]
        found += _best_of(said, here, by_id)
    places: dict[str, list[Match]] = {}
    for one in found:
        places.setdefault(one.item_id, []).append(one)
    joined = [_joined(writing, several) for several in places.values()]
    return sorted(joined, key=lambda one: (-one.score, one.at, one.item_id))


def _joined(writing: Writing, several: Sequence[Match]) -> Match:
    """Return the matches of one item as one: where the letter says it plainest, as surely as the surest."""
    plainest = max(several, key=lambda one: (one.by_number, writing.said[one.at].sure >= PLAIN, one.score, -one.at))
    partly = any(one.degree is Degree.PARTLY for one in several)
    degree = Degree.PARTLY if partly else plainest.degree
    return replace(plainest, score=max(one.score for one in several), degree=degree)


def _may_be(writing: Writing, item: OpenItem) -> bool:
    return writing.date is None or item.made_on is None or item.made_on < writing.date


def _best_of(said: Said, here: list[Match], items: Mapping[str, OpenItem]) -> list[Match]:
    by_number = [one for one in here if one.by_number]
    others = sorted((one for one in here if not one.by_number), key=lambda one: (-one.score, one.item_id))
    if by_number:
        return by_number
    return others if said.several else [one for one in others[:3] if _is_the_same(one, others[0], items)]


def _is_the_same(one: Match, best: Match, items: Mapping[str, OpenItem]) -> bool:
    """Tell whether two items are one promise, registered twice: the Chamber's number and an office's own line."""
    if one.item_id == best.item_id:
        return True
    item, other = items[one.item_id], items[best.item_id]
    if one.score <= best.score - SAME_SCORE or (item.numbers and other.numbers) or not (item.texts and other.texts):
        return False
    from rapidfuzz.fuzz import token_set_ratio  # loaded when two items are near each other, not with the window

    return token_set_ratio(fold(item.texts[0]), fold(other.texts[0])) >= SAME_TEXT


def _judge(writing: Writing, at: int, item: OpenItem, weigh: Weigh, *, taken: bool) -> Match | None:
    said = writing.said[at]
    if shared := said.numbers & item.numbers:
        score = BY_NUMBER if said.sure else BY_NUMBER_ALONE
        reasons = (*said.reasons, Reason(CITED, {"number": ", ".join(sorted(shared))}))
        return Match(item.id, at, score, said.degree, reasons, by_number=True)
    if taken or _is_another(said, item):
        return None
    weighed = _Weighing(writing, said, item, weigh)
    if not weighed.enough:
        return None
    return Match(item.id, at, weighed.score, said.degree, weighed.reasons(), words=weighed.cover.words)


PROGRESS = re.compile(r"\b(?:stand van zaken|voortgang|tussenstand|planning|hoe ver|vordering\w*)\b", re.IGNORECASE)
"""What a report on how far something is can meet."""
_FAMILY = re.compile(r"^(?:TZ|T|\d{4}[ZD]|\d)")


def _is_another(said: Said, item: OpenItem) -> bool:
    """Tell whether what is said is of another number, kind or name than an item."""
    families = {m[0] for number in said.numbers if (m := _FAMILY.match(number))}
    if any((m := _FAMILY.match(number)) and m[0] in families for number in item.numbers):
        return True
    if said.progress and not said.numbers and not any(PROGRESS.search(text) for text in item.texts):
        return True
    if said.what is not None and (said.what is ItemKind.MOTION) is not (item.kind is ItemKind.MOTION):
        return True
    if item.kind is ItemKind.MOTION and said.names and item.submitters:
        return not set(map(surname, said.names)) & set(map(surname, item.submitters))
    return False


CITED = N_("“{number}” is what the letter meets")
MADE_IN = N_("names the paper in which it was promised: {paper}")
BY_NAME = N_("the motion of {names}")
TO_MEMBER = N_("names {name}")
DEBATE = N_("names the day of {day}")
IN_MONTH = N_("names the month of {day}")
COMMITTEE = N_("says that the committee asked for it")
MINISTRY = N_("the same ministry: {ministry}")
DOSSIER = N_("the same dossier: {dossier}")
WORDS = N_("shared words: {words}")

BASE, OF_WORDS = -3.3, 6.2
DAY_NAMED, DAY_OF_ANOTHER, MONTH_NAMED = 1.6, -2.0, 0.9
MEMBER_NAMED, MEMBER_OF_ANOTHER = 1.3, -1.2
MOTION_NAMED, PAPER_NAMED, COMMITTEE_NAMED = 2.4, 2.2, 0.7
SAME_MINISTRY, OTHER_MINISTRY = 0.3, -2.2
SAME_DOSSIER, SAME_KIND, OTHER_KIND = 0.5, 0.3, -0.5
BY_SURENESS = ((0.85, 0.0), (0.5, -0.3), (0.2, -0.7), (0.0, -1.2))
PUT_OFF = -3.0
"""Weights of the evidence, on the scale of log odds; tests/unit/services/test_settlement_pairs.py measures them."""
LEAST_MASS = 0.9
"""The shared words must weigh so much together, unless something else ties letter and promise."""


class _Weighing:
    """The evidence for one item in one place of a letter."""

    def __init__(self, writing: Writing, said: Said, item: OpenItem, weigh: Weigh) -> None:
        self.writing, self.said, self.item, self._weigh = writing, said, item, weigh
        self.cover = max((cover(terms(text), said.near, weigh) for text in item.texts), default=NOTHING, key=_worth)

    @cached_property
    def back(self) -> Cover:
        """How much of the letter's own sentence the item has."""
        return cover(terms(self.said.sentence), self.item.near, self._weigh)

    @cached_property
    def put_off(self) -> bool:
        """Whether the letter says more of it among what is still to come than here."""
        wanted = [terms(text) for text in self.item.texts]
        later = [cover(one, there, self._weigh) for one in wanted for there in self.writing.later]
        best = max(later, default=NOTHING, key=_worth)
        return best.mass >= LEAST_MASS and _worth(best) > _worth(self.cover)

    @cached_property
    def day(self) -> int:
        """1 where the day of the promise is named, -1 where another one is, else 0."""
        made_on = self.item.made_on
        if made_on is None or not self.said.dates:
            return 0
        if any(day.is_of(made_on) for day in self.said.dates):
            return 1
        return -1 if any(day.firm for day in self.said.dates) else 0

    @property
    def month(self) -> bool:
        """Whether the month of the promise is named, and no day."""
        made_on = self.item.made_on
        if made_on is None or self.day:
            return False
        return any(month == made_on.month and year in (None, made_on.year) for month, year in self.said.months)

    @cached_property
    def member(self) -> str:
        """The one to whom it was promised, where the letter names that one; "-" where it names others."""
        text = fold(self.said.told or self.said.sentence)
        for name in self.item.people:
            if not _OFFICE.search(fold(name)) and re.search(rf"(?<!\w){re.escape(surname(name))}(?!\w)", text):
                return name
        names = {surname(name) for name in self.item.people if not _OFFICE.search(fold(name))}
        return "-" if names and self.said.members and not names & self.said.members else ""

    @property
    def committee(self) -> bool:
        """Whether it is asked by a committee, and the letter says that the committee asked."""
        asked = any("commissie" in fold(name) for name in self.item.people)
        return (
            asked
            and self.item.kind is ItemKind.REQUEST
            and _COMMITTEE_ASKS.search(self.said.told or self.said.sentence) is not None
        )

    @cached_property
    def by_name(self) -> float:
        """How well the letter names a motion by its submitters: 1 all of them, 0.5 the first one, 0 not."""
        if self.item.kind is not ItemKind.MOTION or not self.said.names:
            return 0.0
        said, own = [[surname(name) for name in names] for names in (self.said.names, self.item.submitters)]
        if not own:
            return 0.0
        return 1.0 if set(said) == set(own) else 0.5 if said[0] == own[0] else 0.0

    @property
    def papers(self) -> frozenset[str]:
        """The papers in which it was promised that the letter cites."""
        return self.item.made_in & (self.said.cited | self.said.numbers)

    @property
    def enough(self) -> bool:
        """Whether there is anything to go by."""
        tied = self.by_name or self.papers or (self.day > 0 and self.member not in ("", "-"))
        return bool(tied and self.cover.mass > 0) or self.cover.mass >= LEAST_MASS

    @cached_property
    def score(self) -> float:
        """How likely it is, 0 to 1."""
        likely = max(self.cover.share, 0.6 * self.cover.share + 0.4 * self.back.share)
        total = BASE + OF_WORDS * likely + sum(self._ties()) + self._kind()
        total += next(weight for least, weight in BY_SURENESS if self.said.sure >= least)
        total += PUT_OFF if self.put_off else 0.0
        return round(1 / (1 + math.exp(-total)), 3)

    def _ties(self) -> Iterable[float]:
        yield {1: DAY_NAMED, -1: DAY_OF_ANOTHER}.get(self.day, 0.0)
        yield MONTH_NAMED if self.month else 0.0
        yield 0.0 if not self.member else MEMBER_OF_ANOTHER if self.member == "-" else MEMBER_NAMED
        yield COMMITTEE_NAMED if self.committee else 0.0
        yield MOTION_NAMED * self.by_name
        yield PAPER_NAMED if self.papers else 0.0
        yield SAME_DOSSIER if self.item.dossiers & self.writing.dossiers else 0.0
        if self.item.ministry and self.writing.ministries:
            yield SAME_MINISTRY if self.item.ministry in self.writing.ministries else OTHER_MINISTRY

    def _kind(self) -> float:
        if self.said.what is None:
            return 0.0
        return SAME_KIND if self.said.what is self.item.kind else OTHER_KIND

    def reasons(self) -> tuple[Reason, ...]:
        """Return why, in the order in which it convinces."""
        item, found = self.item, [*self.said.reasons]
        if self.by_name:
            found.append(Reason(BY_NAME, {"names": ", ".join(item.submitters)}))
        if self.papers:
            found.append(Reason(MADE_IN, {"paper": ", ".join(sorted(self.papers))}))
        if self.day > 0 and item.made_on:
            found.append(Reason(DEBATE, {"day": item.made_on}))
        elif self.month and item.made_on:
            found.append(Reason(IN_MONTH, {"day": item.made_on}))
        if self.member not in ("", "-"):
            found.append(Reason(TO_MEMBER, {"name": self.member}))
        if self.committee:
            found.append(Reason(COMMITTEE))
        if self.cover.words:
            found.append(Reason(WORDS, {"words": ", ".join(self.cover.words[:SHOWN_WORDS])}))
        if item.ministry and item.ministry in self.writing.ministries:
            found.append(Reason(MINISTRY, {"ministry": item.ministry}))
        if shared := item.dossiers & self.writing.dossiers:
            found.append(Reason(DOSSIER, {"dossier": ", ".join(sorted(shared))}))
        return tuple(found)


def _worth(found: Cover) -> float:
    return found.share * min(1.0, found.mass / 1.5)


_INITIALS = re.compile(r"^(?:(?:[a-z]{1,2}\.)+\s*)+")
_PREFIX = re.compile(r"(?:van|de|den|der|ten|ter|el|al|'t)\s")
_PREFIXED = re.compile(r"\s(?=(?:van|de|den|der|ten|ter|el|al|'t)\s)")
_OFFICE = re.compile(r"\b(?:commissie|kamer|fractie|griffie|regering|kabinet)\b")
_COMMITTEE_ASKS = re.compile(
    r"\bcommissie\b[^.;]*\b(?:gevraagd|verzocht|verzoek|vroeg|verzoekt|vraagt)\b"
    r"|\bverzoek van (?:uw|de) (?:vaste )?commissie\b",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\s*\([^)]*\)\s*$")


def surname(name: str) -> str:
    """Return the folded surname: "C. van der Plas (BBB)", "Olger van Dijk", "Caroline Bikker" lose what goes before."""
    bare = _INITIALS.sub("", _PARTY.sub("", fold(name))).strip()
    if _PREFIX.match(bare):
        return bare
    if (cut := _PREFIXED.search(bare)) is not None:
        return bare[cut.end() :]
    return bare.rpartition(" ")[2]


_YEAR = "januari februari maart april mei juni juli augustus september oktober november december"
_MONTHS = tuple(_YEAR.split())
_OF_DAY = rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)})(?: (?P<year>\d{{4}}))?"
_FIRM = re.compile(
    r"(?:debat|vragenuur|\w*behandeling|(?:algemeen|wetgevings|nota|schriftelijk|commissie) ?overleg|toegezegd"
    rf"|toezegging|ingediend|aangenomen)\b[^.;]{{0,80}}?\b{_OF_DAY}"
)
_SAID_ON = re.compile(
    rf"\bop {_OF_DAY}(?=[^.;]{{0,80}}\b(?:toegezegd|verzocht|gevraagd|weten|aangenomen|ingediend)\b)", re.IGNORECASE
)
_SOFT = re.compile(rf"(?:brief|overleg|vergadering)\b[^.;]{{0,80}}?\b{_OF_DAY}")
_IN_MONTH = re.compile(
    rf"\b(?:in|van|sinds|afgelopen) (?P<month>{'|'.join(_MONTHS)})(?: (?P<year>\d{{4}}))?\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:toegezegd|toezegging|gevraagd|verzocht|vroeg|schreef|beloofd|belofte|aangekondigd|aangegeven|motie)\b",
    re.IGNORECASE,
)
_NAME = r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l|'t) )*[A-ZÀ-Þ][\w'’-]+"
_MEMBER = re.compile(
    rf"\b(?:[Ll]id|[Ll]eden|[Kk]amerlid|[Kk]amerleden|heer|heren|[Mm]evrouw|[Ss]enator)\s+"
    rf"(?P<names>{_NAME}(?:(?:, | en |/){_NAME})*)"
)


def _dates(text: str) -> Iterable[Day]:
    """Yield the days on which the text says that something was promised, asked or debated."""
    for pattern in (_FIRM, _SAID_ON, _SOFT):
        for found in pattern.finditer(text):
            year = int(found["year"]) if found["year"] else None
            yield Day(int(found["day"]), _MONTHS.index(found["month"].lower()) + 1, year, pattern is not _SOFT)


def _members(text: str) -> Iterable[str]:
    for found in _MEMBER.finditer(text):
        yield from (surname(name) for name in re.split(r", | en |/", found["names"]))
