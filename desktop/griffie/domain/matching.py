"""Which open items a letter settles: scores what the letter says in each place against what the register knows.

Deterministic, and each score explains itself. A number that the letter gives where it says that it meets something
decides; without one the debate, the member, the ministry and the words shared with the promise are weighed. What the
letter puts off, or meets of another number or name, is no match, however many words are shared.
"""

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from griffie.base.i18n import N_
from griffie.domain.kinds import ItemKind
from griffie.domain.plain import fold
from griffie.domain.reading import Reason
from griffie.domain.salient import NOTHING, Cover, Term, Weigh, cover, near_terms, near_words, terms
from griffie.domain.settlement import Degree

LEAST = 0.5
"""From this score on a match is worth proposing."""
BY_NUMBER, BY_NUMBER_ALONE = 0.97, 0.85
"""The score of a number given in words that meet it, and of one given where the letter reports without saying so."""
SHOWN_WORDS = 6


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

    @property
    def numbers(self) -> frozenset[str]:
        """Everything it is known by outside this register."""
        return self.papers | ({self.official_number} if self.official_number else frozenset())


@dataclass(frozen=True)
class Said:
    """One place in a letter where it says, or may mean, that it meets something.

    `what` is of what kind, None where it does not say; `numbers` are those that it meets, `cited` further papers that
    stand with it; `names` the submitters of its motion; `told` its words with those that lead to it, for debates and
    members; `texts` all words about it, each with how near it stands (0 to 1); `sure` is how surely it says so, 0 where
    it only reports; `several` that it speaks of more than one.
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
    reasons: tuple[Reason, ...] = ()

    @cached_property
    def terms(self) -> Mapping[str, tuple[float, Term]]:
        """The salient words about it by stem, with how near each stands."""
        return near_terms(((self.sentence, 1.0), *self.texts))

    @cached_property
    def near(self) -> Mapping[str, float]:
        """How near each stem about it stands."""
        return {stem: near for stem, (near, _term) in self.terms.items()}

    @cached_property
    def dates(self) -> tuple[tuple[int, int, int | None], ...]:
        """The debates and letters that it names by date: day, month, year where given."""
        return tuple(_dates(self.told or self.sentence))

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
    def later(self) -> tuple[Mapping[str, float], ...]:
        """The salient words of each thing that is still to come."""
        return tuple(near_words([(text, 1.0)]) for text in self.put_off)


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
    items = [item for item in items if _may_be(writing, item)]
    known = {number for item in items for number in item.numbers}
    for at, said in enumerate(writing.said):
        taken = bool(said.numbers & known)
        here = [m for item in items if (m := _judge(writing, at, item, weigh, taken=taken)) and m.score >= LEAST]
        found += _best_of(said, here)
    best: dict[str, Match] = {}
    for one in found:
        if one.item_id not in best or one.score > best[one.item_id].score:
            best[one.item_id] = one
    return sorted(best.values(), key=lambda one: (-one.score, one.at, one.item_id))


def _may_be(writing: Writing, item: OpenItem) -> bool:
    return writing.date is None or item.made_on is None or item.made_on < writing.date


def _best_of(said: Said, here: list[Match]) -> list[Match]:
    by_number = [one for one in here if one.by_number]
    others = sorted((one for one in here if not one.by_number), key=lambda one: (-one.score, one.item_id))
    if by_number:
        return by_number
    return others if said.several else others[:1]


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


_FAMILY = re.compile(r"^(?:TZ|T|\d{4}[ZD]|\d)")


def _is_another(said: Said, item: OpenItem) -> bool:
    """Tell whether what is said is of another number, kind or name than an item."""
    families = {m[0] for number in said.numbers if (m := _FAMILY.match(number))}
    if any((m := _FAMILY.match(number)) and m[0] in families for number in item.numbers):
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
MINISTRY = N_("the same ministry: {ministry}")
DOSSIER = N_("the same dossier: {dossier}")
WORDS = N_("shared words: {words}")

BASE, OF_WORDS = -3.3, 6.2
DAY_NAMED, DAY_OF_ANOTHER = 1.6, -2.0
MEMBER_NAMED, MEMBER_OF_ANOTHER = 1.3, -1.2
MOTION_NAMED, PAPER_NAMED = 2.4, 2.2
SAME_MINISTRY, OTHER_MINISTRY = 0.3, -2.2
SAME_DOSSIER, SAME_KIND, OTHER_KIND = 0.5, 0.3, -0.5
HINTED, REPORTED = -0.3, -1.2
PUT_OFF = -3.0
"""Weights of the evidence, on the scale of log odds; tests/unit/services/test_settlement_pairs.py measures them."""
LEAST_MASS = 0.9
"""The shared words must weigh so much together, unless something else ties letter and promise."""


class _Weighing:
    """The evidence for one item in one place of a letter."""

    def __init__(self, writing: Writing, said: Said, item: OpenItem, weigh: Weigh) -> None:
        self.writing, self.said, self.item = writing, said, item
        self.cover = max((cover(terms(text), said.near, weigh) for text in item.texts), default=NOTHING, key=_worth)
        self.back = self._covered_back(weigh)
        self.put_off = self._is_put_off(weigh)

    def _covered_back(self, weigh: Weigh) -> Cover:
        """Return how much of the letter's own sentence the item has."""
        there = near_words((text, 1.0) for text in self.item.texts)
        own: Sequence[Term] = terms(self.said.sentence)
        return cover(own, there, weigh)

    def _is_put_off(self, weigh: Weigh) -> bool:
        wanted = [terms(text) for text in self.item.texts]
        later = [cover(one, there, weigh) for one in wanted for there in self.writing.later]
        best = max(later, default=NOTHING, key=_worth)
        return best.mass >= LEAST_MASS and _worth(best) > _worth(self.cover)

    @cached_property
    def day(self) -> int:
        """1 where the day of the promise is named, -1 where another one is, else 0."""
        made_on = self.item.made_on
        if made_on is None or not self.said.dates:
            return 0
        named = any(
            (day, month) == (made_on.day, made_on.month) and year in (None, made_on.year)
            for day, month, year in self.said.dates
        )
        return 1 if named else -1

    @cached_property
    def member(self) -> str:
        """The one to whom it was promised, where the letter names that one; "-" where it names others."""
        text = fold(self.said.told or self.said.sentence)
        for name in self.item.people:
            if re.search(rf"(?<!\w){re.escape(surname(name))}(?!\w)", text):
                return name
        names = {surname(name) for name in self.item.people}
        return "-" if names and self.said.members and not names & self.said.members else ""

    @cached_property
    def by_name(self) -> bool:
        """Whether it is a motion that the letter names by its submitters."""
        if self.item.kind is not ItemKind.MOTION or not self.said.names:
            return False
        said, own = [[surname(name) for name in names] for names in (self.said.names, self.item.submitters)]
        return bool(own) and (set(said) == set(own) or said[0] == own[0])

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
        total += HINTED if 0 < self.said.sure < 0.85 else REPORTED if not self.said.sure else 0.0
        total += PUT_OFF if self.put_off else 0.0
        return round(1 / (1 + math.exp(-total)), 3)

    def _ties(self) -> Iterable[float]:
        yield {1: DAY_NAMED, -1: DAY_OF_ANOTHER}.get(self.day, 0.0)
        yield 0.0 if not self.member else MEMBER_OF_ANOTHER if self.member == "-" else MEMBER_NAMED
        yield MOTION_NAMED if self.by_name else 0.0
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
        if self.member not in ("", "-"):
            found.append(Reason(TO_MEMBER, {"name": self.member}))
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
_PARTY = re.compile(r"\s*\([^)]*\)\s*$")


def surname(name: str) -> str:
    """Return the folded surname: "C. van der Plas (BBB)", "Olger van Dijk" and "Caroline Bikker" lose what goes before."""
    bare = _INITIALS.sub("", _PARTY.sub("", fold(name))).strip()
    if _PREFIX.match(bare):
        return bare
    if (cut := _PREFIXED.search(bare)) is not None:
        return bare[cut.end() :]
    return bare.rpartition(" ")[2]


_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_DATE = re.compile(
    rf"(?:debat|overleg|vragenuur|behandeling|vergadering|brief|toegezegd|toezegging|ingediend|aangenomen)\b"
    rf"[^.;]{{0,80}}?\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)})(?: (?P<year>\d{{4}}))?"
)
_ON_DAY = re.compile(
    rf"\b(?:op|van) (?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)})(?: (?P<year>\d{{4}}))?"
    r"(?= (?:jl\.?,? |jongstleden,? )?(?:toegezegd|aangenomen|is|heb|heeft|werd))"
)
_NAME = r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l|'t) )*[A-ZÀ-Þ][\w'’-]+"
_MEMBER = re.compile(
    rf"\b(?:[Ll]id|[Ll]eden|[Kk]amerlid|[Kk]amerleden|heer|heren|mevrouw|senator)\s+"
    rf"(?P<names>{_NAME}(?:(?:, | en |/){_NAME})*)"
)


def _dates(text: str) -> Iterable[tuple[int, int, int | None]]:
    """Yield the days on which the text says that something was promised, asked or debated."""
    for pattern in (_DATE, _ON_DAY):
        for found in pattern.finditer(text):
            year = int(found["year"]) if found["year"] else None
            yield int(found["day"]), _MONTHS.index(found["month"]) + 1, year


def _members(text: str) -> Iterable[str]:
    for found in _MEMBER.finditer(text):
        yield from (surname(name) for name in re.split(r", | en |/", found["names"]))
