"""Finds what committees and members ask of the minister in this letter's telling, and what it does not answer yet.

Careful on purpose: only a request in plain words, by a committee, the Chamber or a member, that no sentence of the
letter meets and that the letter puts off, declines or leaves for later.
"""

import re
from collections.abc import Sequence

from griffie.base.i18n import N_
from griffie.domain.reading import DischargeFound, Extent, Reason, RequestFound
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.motions.names import members_at
from griffie.reading.nl.motions.words import TITLE
from griffie.reading.text import LetterText

NEAR = 4
"""So many sentences behind a request tell what becomes of it."""

_COMMITTEE = (
    r"(?:[Dd]e|[Uu]w) (?:vaste |algemene |tijdelijke )?(?:Kamer)?commissie"
    r"(?: voor (?:de |het )?[A-Z][\w-]*(?:,? (?:en |voor |van |de |het )*[A-Z][\w-]*)*)?"
)
_CHAMBER = r"[Uu]w Kamer|[Dd]e (?:Tweede |Eerste )?Kamer"
_BY = rf"(?P<by>{_COMMITTEE}|{_CHAMBER}|(?P<title>{TITLE} )(?=[^\W\d_]))"
ASKS = (
    re.compile(rf"\b(?:heeft|hebben) {_BY}(?P<rest>[^.;]{{0,140}}?)\b(?P<verb>verzocht|gevraagd)\b"),
    re.compile(rf"{_BY} (?:heeft|hebben)(?P<rest>[^.;]{{0,140}}?)\b(?P<verb>verzocht|gevraagd)\b"),
    re.compile(rf"\b(?P<verb>verzoekt|verzoeken|vroeg|vroegen|vraagt) {_BY}"),
    re.compile(rf"{_BY}[^.;]{{0,60}}? (?P<verb>verzoekt|verzocht|vroeg|vroegen|vraagt)\b[^.;]*\b(?:om|naar|of|te)\b"),
    re.compile(rf"\b(?:verzoek|verzoeken) van {_BY}\b[^.;]*\b(?P<verb>om)\b"),
)
OPEN = re.compile(
    r"\b(?:niet (?:haalbaar|mogelijk|lukken|lukt|binnen)|helaas|uitstel|later|nog niet|zo spoedig mogelijk"
    r"|kan ik (?:\w+ ){0,3}niet|ik (?:zal|streef|verwacht|hoop|tracht)"
    r"|volgt|stuur ik|zend ik|ontvangt u|kom ik|komen wij|zullen wij|binnen \w+ weken|uiterlijk|na ontvangst)\b",
    re.IGNORECASE,
)
_CHEAP = ("verzo", "vroeg", "vraag", "gevraagd")
CONFIDENCE = 0.6


def find_requests(
    letter: LetterText,
    facts: LetterFacts,
    discharges: Sequence[DischargeFound],
) -> list[RequestFound]:
    """Return the requests that a letter reports and leaves open, with who asked.

    Args:
        letter: its text.
        facts: its header; these rules need none of it.
        discharges: the sentences that meet something; a request right before one of them is answered.
    """
    met = [letter.sentence_at(d.extent.start) for d in discharges]
    met_at = {sentence.index for sentence in met if sentence is not None}
    found: list[RequestFound] = []
    for sentence in letter.body:
        words = letter.words(sentence)
        small = words.casefold()
        if not any(stem in small for stem in _CHEAP) or "motie" in small:
            continue
        near = range(sentence.index, sentence.index + NEAR)
        if met_at.intersection(near) or not _is_left_open(letter, near):
            continue
        for pattern in ASKS:
            if asked := pattern.search(words):
                found.append(_found(sentence.extent, asked))
                break
    return found


def _is_left_open(letter: LetterText, near: range) -> bool:
    """Tell whether the sentences behind a request put it off."""
    paragraph = letter.sentences[near.start].paragraph
    behind = [s for s in letter.sentences[near.start : near.stop] if s.paragraph == paragraph]
    return any(OPEN.search(letter.words(s)) for s in behind)


def _asker(asked: "re.Match[str]") -> str:
    """Return who asked, as printed: the committee, the Chamber, or the members by name."""
    if asked["title"] is None:
        return asked["by"].strip()
    members = list(members_at(asked.string, asked.start("by"), titled=True))
    return asked.string[asked.start("by") : members[-1].end] if members else asked["by"].strip()


def _found(extent: Extent, asked: "re.Match[str]") -> RequestFound:
    by = _asker(asked)
    reason = Reason(N_("“{words}”: a request that this letter does not answer yet"), {"words": asked[0][:80]})
    return RequestFound(extent, by[:1].upper() + by[1:], "left_open", reason, CONFIDENCE)
