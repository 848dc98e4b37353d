"""All that the rules find in one letter, in its own text: the rules of the language are called here, in their order."""

from dataclasses import dataclass

from griffie.domain.reading import (
    CitationFound,
    CommitmentFound,
    DeadlineFound,
    DischargeFound,
    MotionFound,
    RequestFound,
)
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.citations import find_citations
from griffie.reading.nl.commitments import find_commitments
from griffie.reading.nl.deadlines import find_deadlines
from griffie.reading.nl.discharges import find_discharges
from griffie.reading.nl.motions import find_motions
from griffie.reading.nl.requests import find_requests
from griffie.reading.text import LetterText


@dataclass(frozen=True)
class Findings:
    """What stands in a letter; each list in the order of the text."""

    letter: LetterText
    citations: tuple[CitationFound, ...]
    motions: tuple[MotionFound, ...]
    commitments: tuple[CommitmentFound, ...]
    discharges: tuple[DischargeFound, ...]
    deadlines: tuple[DeadlineFound, ...]
    requests: tuple[RequestFound, ...]

    @property
    def loose_deadlines(self) -> tuple[DeadlineFound, ...]:
        """The deadlines that belong to no commitment or request."""
        owners = [*(c.deadline for c in self.commitments), *(r.deadline for r in self.requests)]
        owned = [deadline for deadline in owners if deadline is not None]
        return tuple(d for d in self.deadlines if not any(d.extent.overlaps(one.extent) for one in owned))


def find_all(letter: LetterText, facts: LetterFacts) -> Findings:
    """Return everything that the rules find in a letter."""
    citations = tuple(find_citations(letter, facts))
    deadlines = tuple(find_deadlines(letter, facts))
    motions = tuple(find_motions(letter, facts, citations))
    discharges = tuple(find_discharges(letter, facts, motions, citations))
    commitments = tuple(find_commitments(letter, facts, deadlines, discharges))
    requests = tuple(find_requests(letter, facts, discharges))
    return Findings(letter, citations, motions, commitments, discharges, deadlines, requests)
