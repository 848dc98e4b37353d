"""What a parser of one kind of paper hands over: a place in the text and what is cited there."""

from dataclasses import dataclass

from griffie.domain.letter import Dossier
from griffie.domain.reading import CitationKind
from griffie.reading.nl.citations.words import GONE


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in folded text; `dossier` is the one that a later "nr. 12" without dossier belongs to."""

    start: int
    end: int
    kind: CitationKind
    ids: tuple[str, ...]
    dossier: Dossier | None = None


def without(text: str, taken: "list[Cited] | list[tuple[int, int]]") -> str:
    """Return text in which what is taken cannot be read a second time; its length stays."""
    pieces: list[str] = []
    at = 0
    spans = sorted((t.start, t.end) if isinstance(t, Cited) else t for t in taken)
    for start, end in spans:
        if start < at:
            continue
        pieces += [text[at:start], GONE * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
