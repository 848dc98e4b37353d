"""Says what a letter does with each motion: settles, carries out, declines, delays, or only mentions it, and where."""

import re
from collections.abc import Iterator, Sequence

from griffie.base.i18n import N_
from griffie.domain.reading import Discharged, Extent, MotionFound, Reason
from griffie.reading.nl.discharges.claims import Claim, claims
from griffie.reading.nl.motions.identity import Told
from griffie.reading.text import LetterText, Sentence

RANK = {"settles": 5, "carries_out": 4, "declines": 3, "delays": 2, "answers": 1, "mentions": 0}
"""The surest role wins; a bare "ga ik in op de motie" ("answers") counts only where nothing puts the motion off."""

ANSWERS = frozenset({"goes_into", "replies", "reports_on"})
SPAN = 6
"""A claim without the word "motie" is of the motion named at most so many sentences before."""

DECLINES = re.compile(
    r"\b(?:ontraad|ontraden|ontraadde|afgeraden|ontijdig)\b"
    r"|\bniet (?:uit te voeren|uitvoeren|over te nemen|overnemen|opvolgen)\b"
    r"|\bvoer\b[^.;]*\bniet uit\b"
    r"|\b(?:geen|niet)\b[^.;]*\b(?:uitvoering|gevolg|opvolging|invulling)\b[^.;]*\b(?:geven|gegeven|geef)\b"
    r"|\bniet\b[^.;]*\b(?:worden|kunnen) uitgevoerd\b|\bzie(?:n)?\b[^.;]*\bgeen aanleiding\b"
    r"|\bkan(?: ik)?\b[^.;]*\bniet\b[^.;]*\btegemoetkomen\b"
)
DELAYS = re.compile(
    r"\b(?:nog (?:open|niet|geen sprake)|later dan|niet eerder|uitstel|vertraging|meer tijd|in uitvoering|betrokken bij"
    r"|betrek|betrekken|kom(?:en)?\b[^.;]*\bterug)\b"
)
SAYS: dict[str, str] = {
    "settles": N_("“{words}”: this letter settles the motion"),
    "carries_out": N_("“{words}”: this letter carries out the motion"),
    "declines": N_("“{words}”: this letter does not carry out the motion"),
    "delays": N_("“{words}”: the motion is still under way"),
    "mentions": N_("“{words}”: named in this letter"),
}


def with_roles(letter: LetterText, motions: Sequence[MotionFound], told: Sequence[Told]) -> list[MotionFound]:
    """Return the motions with their roles; `told` says which motions each place means."""
    roles: dict[int, tuple[str, Extent, str]] = {}
    for number, role, extent, words in [*_claimed(letter, told), *_otherwise(letter, told)]:
        if number not in roles or RANK[role] > RANK[roles[number][0]]:
            roles[number] = (role, extent, words)
    return [_with_role(letter, motion, roles.get(n)) for n, motion in enumerate(motions)]


def _with_role(letter: LetterText, motion: MotionFound, role: tuple[str, Extent, str] | None) -> MotionFound:
    if role is None:
        place = motion.extents[0]
        sentence = letter.sentence_at(place.start)
        extent = sentence.extent if sentence else place
        return motion.with_role("mentions", extent, Reason(SAYS["mentions"], {"words": letter.quote(place)}))
    name, extent, words = role
    name = "carries_out" if name == "answers" else name
    return motion.with_role(name, extent, Reason(SAYS[name], {"words": words}))


def _claimed(letter: LetterText, told: Sequence[Told]) -> Iterator[tuple[int, str, Extent, str]]:
    """Yield what the letter claims to meet."""
    for claim in claims(letter):
        if Discharged.MOTION not in claim.whats:
            for number in _of_heading(letter, claim, told):
                yield number, "answers", claim.extent, claim.words
            continue
        role = _role_of(claim)
        for number in _meant(letter, claim, told):
            yield number, role, claim.extent, claim.words


def _of_heading(letter: LetterText, claim: Claim, told: Sequence[Told]) -> list[int]:
    """Return the motion that heads a section in which a promise is met: the section answers it, unless it is put off."""
    sentence = letter.sentence_at(claim.extent.start)
    number = letter.paragraphs[sentence.paragraph].heading if sentence else None
    if number is None or claim.whats != (Discharged.COMMITMENT,):
        return []
    heading = letter.paragraphs[number].extent
    if re.search(r"[Tt]oezegging|\bTZ?\d", letter.quote(heading)):
        return []
    named = [t for t in told if heading.start <= t.extent.start < heading.end and not t.pointing]
    return list(named[0].motions) if len(named) == 1 else []


def _role_of(claim: Claim) -> str:
    if claim.partly:
        return "delays"
    if claim.rule in ANSWERS:
        return "answers"
    return "settles" if claim.settles else "carries_out"


def _meant(letter: LetterText, claim: Claim, told: Sequence[Told]) -> list[int]:
    """Return which motions a claim is about."""
    inside = [t for t in told if claim.extent.start <= t.extent.start < claim.extent.end]
    if claim.clause and len(inside) > 1:
        in_clause = [t for t in inside if claim.clause.start <= t.extent.start < claim.clause.end]
        inside = in_clause or [t for t in inside if t.extent.start < claim.clause.start][-1:] or inside
    if chosen := [t for t in inside if not t.pointing] or inside:
        return [number for t in chosen for number in t.motions]
    words = letter.quote(claim.extent)
    if re.search(r"\b[Mm]otie", words) and claim.named and claim.plain:
        return []
    before = [t for t in told if t.extent.start < claim.extent.start]
    if not before or not _near(letter, before[-1].extent, claim.extent):
        return []
    return list(before[-1].motions)


def _near(letter: LetterText, first: Extent, then: Extent) -> bool:
    one, other = letter.sentence_at(first.start), letter.sentence_at(then.start)
    return one is not None and other is not None and 0 <= other.index - one.index <= SPAN


def _otherwise(letter: LetterText, told: Sequence[Told]) -> Iterator[tuple[int, str, Extent, str]]:
    """Yield the motions that a sentence declines or puts off."""
    for place in told:
        sentence = letter.sentence_at(place.extent.start)
        if sentence is None:
            continue
        for kind, pattern in (("declines", DECLINES), ("delays", DELAYS)):
            if found := pattern.search(letter.text, _from(sentence, place), sentence.end):
                for number in place.motions:
                    yield number, kind, sentence.extent, found[0]
                break


def _from(sentence: Sentence, place: Told) -> int:
    """Return where to look from: in a sentence that names its motion the words before count as well."""
    return sentence.start if place.pointing else min(sentence.start, place.extent.start)
