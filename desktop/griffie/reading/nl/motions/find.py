"""Finds the motions of a letter."""

from collections.abc import Sequence

from griffie.domain.reading import CitationFound, MotionFound
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.motions.identity import Known, join
from griffie.reading.nl.motions.mentions import MentionFinder
from griffie.reading.nl.motions.roles import with_roles
from griffie.reading.text import LetterText


def find_motions(letter: LetterText, facts: LetterFacts, citations: Sequence[CitationFound]) -> list[MotionFound]:
    """Return every distinct motion that a letter names, in the order of the letter, with what the letter does with it.

    Args:
        letter: its text.
        facts: its header; "motie nr. 12" is of the letter's dossier where it has one only.
        citations: the papers that were found in the text, among them those in brackets and notes behind a name.
    """
    known, told = join(MentionFinder(letter, citations).all())
    return with_roles(letter, [_found(motion, facts) for motion in known], told)


def _found(motion: Known, facts: LetterFacts) -> MotionFound:
    paper = motion.paper
    if paper is None and motion.number and len(facts.dossiers) == 1:
        paper = f"{facts.dossiers[0]}-{motion.number}"
    confidence = 0.97 if motion.submitters and paper else 0.9 if motion.submitters else 0.8
    return MotionFound(
        motion.extents,
        motion.submitters,
        motion.cs,
        paper,
        confidence=confidence,
        nickname=motion.nickname,
        subject=motion.subject,
    )
