"""A rule that recognises a promise: its pattern, the words without which it cannot hold, and what it needs around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from griffie.domain.kinds import Action
from griffie.reading.nl.commitments.words import (
    CHAMBER_SIGN,
    GOVERNMENT_SIGN,
    I_SIGN,
    INFORM,
    LEGISLATE,
    SEND,
    WE_SIGN,
    one_of,
)

ME: Final = f"{I_SIGN}+"
WE: Final = f"{WE_SIGN}+"
FIRST: Final = f"[{I_SIGN}{WE_SIGN}]+"
GOVERNMENT: Final = f"{GOVERNMENT_SIGN}+"
CHAMBER: Final = f"{CHAMBER_SIGN}+"
WHO: Final = f"[{I_SIGN}{WE_SIGN}{GOVERNMENT_SIGN}]+"
"""These stand for words of a tagged sentence (`words.tagged`)."""

NEAR: Final = r"[^;:?]{0,60}?"
FAR: Final = r"[^;:?]{0,260}?"
LITTLE: Final = rf"(?:\s+[\w’'{CHAMBER_SIGN}-]+){{0,3}}?\s+"
AND: Final = r"(?<![\w-])(?:en|maar|doch)"
TOLD: Final = one_of(
    "|".join(verb.infinitive for verb in (*INFORM, *SEND, *LEGISLATE)) + "|af te ronden|gereed te hebben|te kunnen"
)
"""What a promise ends with: the infinitive of telling, sending or legislating."""
DATED: Final = one_of(
    r"(?:in|begin|eind|medio) 20\d\d|dit (?:jaar|najaar|voorjaar)|deze zomer"
    r"|(?:de )?komende (?:maanden|weken|tijd|periode|jaren)|volgend jaar|(?:eerste|tweede|derde|vierde) kwartaal"
    r"|(?:eerste|tweede) helft|najaar|voorjaar"
)
_WORDS: Final = re.compile(r"[\w’'-]+")


@dataclass(frozen=True)
class Rule:
    """`cues` are words of which the sentence must have one; `source` is the pattern, compiled when first needed.

    `then` is a pattern that must follow in the same part of the sentence; many rules share one.
    `needs_chamber`: the sentence must name the Chamber; `needs_first`: one who signs, or another of the government,
    must stand before what is found.
    """

    name: str
    cues: frozenset[str]
    source: str
    action: Action | None
    confidence: float
    needs_chamber: bool = False
    needs_first: bool = False
    then: str = ""

    @cached_property
    def pattern(self) -> "re.Pattern[str]":
        """The pattern."""
        return re.compile(self.source)

    def hits(self, tagged: str, text: str) -> "Iterator[Hit]":
        """Yield where the rule holds in a tagged sentence; `text` are its words."""
        for found in self.pattern.finditer(tagged):
            end = found.end()
            if self.then:
                stop = _PART_END.search(tagged, end)
                after = _compiled(self.then).search(tagged, end, min(stop.start() if stop else len(tagged), end + 300))
                if after is None:
                    continue
                end = after.end()
            yield Hit(text, found.start(), end)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule holds in a sentence."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words in which it holds."""
        return self.text[self.start : self.end]


@cache
def _compiled(source: str) -> "re.Pattern[str]":
    return re.compile(source)


_PART_END: Final = re.compile("[;:?]")


def rule(
    name: str,
    cues: str,
    source: str,
    action: Action | None,
    confidence: float,
    *,
    chamber: bool = False,
    first: bool = False,
    then: str = "",
) -> Rule:
    """Return a rule; `cues` are words with bars between."""
    return Rule(name, frozenset(cues.split("|")), source, action, confidence, chamber, first, then)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a sentence in small letters, to be held against the cues."""
    return frozenset(_WORDS.findall(text))


def by(verbs: str, after: str = "") -> str:
    """Return the pattern of a finite verb beside one who promises: "streef ik", "het kabinet streeft", "en streef"."""
    finite = one_of(verbs)
    return rf"(?:{WHO}{LITTLE}?\s*{finite}|{finite}\s+{WHO}|{AND}\s+{finite}){after}"


def turned(verbs: str, who: str = WHO, *, straight: str | None = None) -> str:
    """Return the pattern of a verb and its subject in either order."""
    return rf"(?:{one_of(verbs)}\s+{who}|{who}\s+{one_of(straight or verbs)})"
