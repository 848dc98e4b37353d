"""Finds the motions of a letter."""

from collections.abc import Sequence

from griffie.domain.reading import CitationFound, MotionFound
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.motions.identity import join
from griffie.reading.nl.motions.mentions import MentionFinder
from griffie.reading.text import LetterText


def find_motions(letter: LetterText, facts: LetterFacts, citations: Sequence[CitationFound]) -> list[MotionFound]:
    """Return every distinct motion that a letter names, in the order of the letter."""
    known, told = join(MentionFinder(letter, citations).all())
    return [MotionFound(m.extents, m.submitters, m.cs, m.paper, subject=m.subject, nickname=m.nickname) for m in known]
