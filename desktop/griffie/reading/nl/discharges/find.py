"""Finds the sentences that say that this letter meets an earlier commitment, motion or request, with what they meet."""

from collections.abc import Sequence

from griffie.base.i18n import N_
from griffie.domain.reading import CitationFound, CitationKind, Discharged, DischargeFound, Extent, MotionFound, Reason
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.discharges.claims import Claim, claims
from griffie.reading.text import LetterText, ParagraphKind, Sentence

BEFORE = 4
"""The number of a commitment may stand so many sentences before the words that meet it."""

SAYS = {
    Discharged.COMMITMENT: N_("“{words}”: this letter meets an earlier commitment"),
    Discharged.MOTION: N_("“{words}”: this letter meets a motion"),
    Discharged.REQUEST: N_("“{words}”: this letter meets a request"),
}
HINTS = {
    "annex_behind_request": N_("“{words}”: an annex that answers what was asked just before"),
    "asked_thing": N_("“{words}”: hands over what was asked just before"),
    "reports_back": N_("“{words}”: reports on what was asked just before"),
    "figures_behind_request": N_("“{words}”: gives the figures that were asked just before"),
    "deed_behind_motion": N_("“{words}”: tells that what the motion asks was done"),
}
SURE, HINTED = 0.92, 0.6


def find_discharges(
    letter: LetterText,
    facts: LetterFacts,
    motions: Sequence[MotionFound],
    citations: Sequence[CitationFound],
) -> list[DischargeFound]:
    """Return the discharges of a letter in order: the sentence, what it meets, and the numbers it is tied to.

    Args:
        letter: its text.
        facts: its header; the rules of discharges need none of it.
        motions: as `find_motions` gives them; a motion is tied to the sentence that gives it its role.
        citations: among them the numbers of commitments, "TZ202501-153".
    """
    return [_found(letter, claim, motions, citations) for claim in claims(letter) if not _is_put_off(claim, motions)]


def _is_put_off(claim: Claim, motions: Sequence[MotionFound]) -> bool:
    """Tell whether a mere "ga ik in op de motie" is of motions that the letter goes on to put off or decline."""
    if claim.rule not in ("goes_into", "replies", "reports_on") or claim.whats != (Discharged.MOTION,):
        return False
    inside = [m for m in motions if any(claim.extent.holds(place) for place in m.extents)]
    return bool(inside) and all(m.role in ("delays", "declines") for m in inside)


def _found(
    letter: LetterText, claim: Claim, motions: Sequence[MotionFound], citations: Sequence[CitationFound]
) -> DischargeFound:
    says = HINTS.get(claim.rule, SAYS[claim.whats[0]])
    return DischargeFound(
        claim.extent,
        claim.whats[0],
        claim.rule,
        Reason(says, {"words": claim.words}),
        SURE if claim.plain else HINTED,
        tuple(dict.fromkeys(_targets(letter, claim, motions, citations))),
        partly=claim.partly,
    )


def _targets(
    letter: LetterText, claim: Claim, motions: Sequence[MotionFound], citations: Sequence[CitationFound]
) -> list[str]:
    """Return the numbers of what a claim meets: of commitments in or just before its words, and of its motions."""
    found: list[str] = []
    if Discharged.COMMITMENT in claim.whats:
        found += _commitments(letter, claim, citations)
    if Discharged.MOTION in claim.whats:
        found += [m.paper for m in motions if m.paper and _is_about(m, claim.extent)]
    if claim.whats[0] is Discharged.REQUEST:
        kinds = (CitationKind.ZAAK, CitationKind.DOCUMENT)
        found += [c.id for c in citations if c.kind in kinds and claim.extent.holds(c.extent)]
    return found


def _is_about(motion: MotionFound, extent: Extent) -> bool:
    if motion.role_extent is not None and motion.discharged and motion.role_extent == extent:
        return True
    return any(extent.holds(place) for place in motion.extents)


def _commitments(letter: LetterText, claim: Claim, citations: Sequence[CitationFound]) -> list[str]:
    """Return the registered numbers in the sentence or its notes, else those told just before, else of the heading."""
    numbers = [c for c in citations if c.kind is CitationKind.TOEZEGGING]
    places = [claim.extent, *(note.extent for note in letter.notes_of(claim.extent))]
    if inside := [c.id for c in numbers if any(place.holds(c.extent) for place in places)]:
        return inside
    sentence = letter.sentence_at(claim.extent.start)
    if sentence is None:
        return []
    for before in reversed(letter.sentences[max(0, sentence.index - BEFORE) : sentence.index]):
        is_heading = letter.paragraphs[before.paragraph].kind is ParagraphKind.HEADING
        if before.paragraph != sentence.paragraph and not is_heading and _is_item(letter, before, sentence):
            break
        places = [before.extent, *(note.extent for note in letter.notes_of(before.extent))]
        if near := [c.id for c in numbers if any(place.holds(c.extent) for place in places)]:
            return near[:1]
        if is_heading:
            break
    return []


def _is_item(letter: LetterText, before: Sentence, sentence: Sentence) -> bool:
    """Tell whether a paragraph before is another matter: an item, or the claim is not the first of its own."""
    if letter.paragraphs[before.paragraph].kind is ParagraphKind.ITEM:
        return True
    return letter.of_paragraph(sentence.paragraph)[0].index != sentence.index
