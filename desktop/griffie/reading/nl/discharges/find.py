"""Finds the sentences that say that this letter meets an earlier commitment, motion or request, with what they meet."""

from collections.abc import Sequence

from griffie.base.i18n import N_
from griffie.domain.reading import CitationFound, CitationKind, Discharged, DischargeFound, Extent, MotionFound, Reason
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.discharges.claims import Claim, claims
from griffie.reading.text import LetterText


def find_discharges(
    letter: LetterText, facts: LetterFacts, motions: Sequence[MotionFound], citations: Sequence[CitationFound]
) -> list[DischargeFound]:
    """Return the discharges of a letter in order: the sentence, what it meets, and the numbers it is tied to."""
    return [_found(letter, claim, motions, citations) for claim in claims(letter)]


def _found(
    letter: LetterText, claim: Claim, motions: Sequence[MotionFound], citations: Sequence[CitationFound]
) -> DischargeFound:
    reason = Reason(N_("“{words}”: this letter meets it"), {"words": claim.words})
    return DischargeFound(
        claim.extent, claim.whats[0], claim.rule, reason, 0.9 if claim.plain else 0.6, (), partly=claim.partly
    )
