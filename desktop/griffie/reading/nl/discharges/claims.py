"""Finds the sentences that say that this letter meets something earlier, and what they say it of; ties no numbers.

A sentence is judged by its own frames first, then read in its place: "deze brief strekt daartoe" is a claim only
behind a request, an annex only where it is what was asked, and a hint gives way to the plain words that follow it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from griffie.domain.reading import Discharged, Extent
from griffie.reading.nl.discharges import phrases as p
from griffie.reading.nl.discharges import words as w
from griffie.reading.nl.discharges.clause import Clause, Pending
from griffie.reading.nl.discharges.context import asked_in, hinted
from griffie.reading.nl.discharges.frames import Frame, of_sentence
from griffie.reading.text import LetterText, ParagraphKind, Sentence

REACH = 3
"""How many sentences a hint may stand before the plain words that make it needless."""

BACK = 4
"""So many sentences back a pronoun finds what it stands for."""

STEMS = (
    *("toegezegd", "toezeg", "zegde", "belof", "beloof", "afspra", "moti", "verzo", "vra", "vroeg", "rappel", "wens"),
    *("gestand", "voldo", "voldaan", "tegemoet", "gevolg", "invulling", "uitvoering", "gehoor", "afgedaan", "strekt"),
    *("afgehandeld", "dictum", "voorzie", "doe ik dat", "doen wij dat", "dat doe", "dit doe", "uitgevoerd", "oproep"),
    *("gewenst", "opvolging", "uw brief", "afgesproken", "deze brief vormt", "deze brief is"),
    *("schriftelijk overleg", "inbreng"),
)
"""Pieces of words, one of which every claim and everything that can be met has."""

_NUMBERED = re.compile(r"\bTZ? ?\d{4,6}")
_NAMED_MOTION = re.compile(r"\bmoties?[- ](?:van (?:het lid|de leden) )?(?P<name>[A-Z][\w/]+)")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that says that something is met here: what, by which rule, in which words.

    `whats` holds all it says it of, the first named first. `plain` is False for a hint, that needs what stands around
    it. `named` is False where the object is a pronoun. `clause` is the part of the sentence that says so.
    """

    extent: Extent
    whats: tuple[Discharged, ...]
    rule: str
    words: str
    plain: bool = True
    partly: bool = False
    settles: bool = False
    named: bool = True
    clause: Extent | None = None


_ELSEWHERE = re.compile(
    r"\b(?:in|met|bij) (?:de|mijn|onze|een|het) (?:memorie van (?:toelichting|antwoord)|volgende |nadere |aparte |separate )"
    r"[^.;]*\b(?:ga|gaan|kom|komen|zal|zullen|wordt)\b|\bvolledig overzicht\b[^.;]*\bvan (?:de|alle) (?:openstaande )?(?:moties|toezeggingen)\b"
    r"|\bdoorgaans\b[^.;]*\bbinnen\b",
    re.IGNORECASE,
)
"""What is met in another paper, an overview of all that is open, and how things usually go."""


@lru_cache(maxsize=2)  # the rules of motions and of discharges both ask for those of the letter at hand
def claims(letter: LetterText) -> tuple[Claim, ...]:
    """Return the claims of a letter, in order."""
    return tuple(_Reader(letter).read())


class _Reader:
    def __init__(self, letter: LetterText) -> None:
        self._letter = letter
        self._pending: list[Pending] = []

    def read(self) -> list[Claim]:
        found: list[tuple[Sentence, Claim]] = []
        for sentence in self._letter.sentences:
            kind = self._letter.paragraphs[sentence.paragraph].kind
            if kind is ParagraphKind.NOTE:
                self._pending = []
            text = self._letter.words(sentence)
            claim = None if text.endswith("?") else self._claim(sentence, text) or _at_once(sentence, text)
            if claim and (not _may_stand_in(kind, claim) or _ELSEWHERE.search(text)):
                claim = None
            if claim:
                found.append((sentence, claim))
            self._remember(sentence, text, claim)
        return [claim for n, (sentence, claim) in enumerate(found) if self._stays(n, sentence, claim, found)]

    def _stays(self, n: int, sentence: Sentence, claim: Claim, found: Sequence[tuple[Sentence, Claim]]) -> bool:
        """Tell whether a hint stays: no plain words of the same matter follow it."""
        if claim.plain:
            return True
        for later, other in found[n + 1 :]:
            if later.index - sentence.index > REACH:
                break
            same = sentence.paragraph == later.paragraph
            if other.plain and (same or set(other.whats) & set(claim.whats)):
                return later.paragraph - sentence.paragraph > 1 or self._names_another(later)
        return True

    def _names_another(self, later: Sentence) -> bool:
        """Tell whether a sentence names a motion that was not named before it: another matter."""
        found = _NAMED_MOTION.search(self._letter.text, later.start, later.end)
        return found is not None and found["name"] not in self._letter.text[: later.start]

    def _remember(self, sentence: Sentence, text: str, claim: Claim | None) -> None:
        """Keep in mind what a sentence says was asked or promised; plain words settle what was pending."""
        if claim and claim.plain:
            self._pending = []
        elif _worth_reading(text):
            self._pending = [*self._pending, *asked_in(text, sentence.index)][-6:]

    def _claim(self, sentence: Sentence, text: str) -> Claim | None:
        recent = [p for p in self._pending if p.sentence >= sentence.index - BACK]
        if not _worth_reading(text):
            return self._behind(sentence, text, recent)
        asked = any(
            told.sentence > sentence.index - BACK - 2
            and (told.what is Discharged.REQUEST or (told.what is Discharged.MOTION and told.firm))
            for told in self._pending
        )
        parliamentary = asked or w.PARLIAMENT.search(text) is not None
        pending = recent[-1] if recent else None
        for begin, clause, frame in of_sentence(text, parliamentary=parliamentary, pending=pending):
            claim = _made(sentence, begin, clause, frame)
            return self._of_the_motion(sentence, text, claim, pending)
        return self._behind(sentence, text, recent)

    def _behind(self, sentence: Sentence, text: str, recent: Sequence[Pending]) -> Claim | None:
        """Return what a sentence says only because of what was asked or promised before it."""
        near = bool(recent) and self._letter.sentences[recent[-1].sentence].paragraph == sentence.paragraph
        return _hint(sentence, text, recent, near=near) or self._satisfied(sentence, text, recent)

    def _of_the_motion(self, sentence: Sentence, text: str, claim: Claim, pending: Pending | None) -> Claim:
        """Return a claim of "de wens van de Kamer" as one of the motion that the same paragraph told of."""
        if pending is None or pending.what is not Discharged.MOTION or not pending.firm:
            return claim
        if claim.whats != (Discharged.REQUEST,) or w.WISH_OF_OTHERS.search(text) or w.QUESTION.search(text):
            return claim
        same = self._letter.sentences[pending.sentence].paragraph == sentence.paragraph
        return replace(claim, whats=(Discharged.MOTION,)) if same else claim

    def _satisfied(self, sentence: Sentence, text: str, recent: Sequence[Pending]) -> Claim | None:
        """Return "ik meen u daarmee te hebben ingelicht" behind a request of its own paragraph; a letter's close is none."""
        found = p.SATISFIED_READER.search(text)
        near = [
            asked
            for asked in recent
            if asked.firm and self._letter.sentences[asked.sentence].paragraph == sentence.paragraph
        ]
        if found is None or not near or w.NEGATED.search(text):
            return None
        return Claim(sentence.extent, (near[-1].what,), "reports_back", found[0][:60], plain=False, named=False)


def _made(sentence: Sentence, begin: int, clause: Clause, frame: Frame) -> Claim:
    start = sentence.start + begin
    plain = frame.named or clause.here or w.THEREBY.search(clause.text) is not None
    partly = w.PARTLY.search(clause.text) is not None
    return Claim(
        sentence.extent,
        frame.whats,
        frame.rule,
        frame.words,
        plain,
        partly,
        frame.settles,
        frame.named,
        Extent(start, start + len(clause.text)),
    )


def _hint(sentence: Sentence, text: str, recent: Sequence[Pending], *, near: bool) -> Claim | None:
    """Return what an annex, or the asked figures, say right behind a request or promise."""
    last = next((told for told in reversed(recent) if told.sentence >= sentence.index - 1 and told.firm), None)
    if (
        last is None
        or not (rule := hinted(text, last, near=near))
        or any(p.firm for p in asked_in(text, sentence.index))
    ):
        return None
    return Claim(sentence.extent, (last.what,), rule, text[:60], plain=False, named=False)


def _at_once(sentence: Sentence, text: str) -> Claim | None:
    """Return what a sentence hands over that first tells what was asked: "uw Kamer vroeg X; deze treft u bijgaand aan"."""
    if not _worth_reading(text):
        return None
    for cut in p.ASKED_THEN.finditer(text):
        asked = [told for told in asked_in(text[: cut.start()], sentence.index) if told.firm]
        rest = text[cut.end() :]
        if not asked or (p.BOUND.match(cut[0]) and not p.WITH_LETTER.search(rest)):
            continue
        if claim := _hint(sentence, rest, asked, near=True):
            return claim
    return None


def _worth_reading(text: str) -> bool:
    small = text.casefold()
    return any(stem in small for stem in STEMS) or _NUMBERED.search(text) is not None


def _may_stand_in(kind: ParagraphKind, claim: Claim) -> bool:
    """Tell whether a claim counts in such a paragraph: a heading has only rows of a list, a note only plain words."""
    if kind in (ParagraphKind.TEXT, ParagraphKind.ITEM):
        return True
    if kind is ParagraphKind.HEADING:
        return claim.rule in ("listed", "settled") and claim.plain
    return kind is ParagraphKind.NOTE and claim.plain and claim.named
