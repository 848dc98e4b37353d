"""Readings composed by hand: suggestions over words of a letter, and a reader that gives them."""

from dataclasses import replace

from griffie.domain.kinds import Precision
from griffie.domain.page import strip_text
from griffie.domain.periods import DateRange
from griffie.domain.reading import Citation, CitationKind, Reading, Reason, RuledDeadline, Suggestion, SuggestionKind
from griffie.services import reading
from griffie.services.reading import Reader
from tests.helpers.registers import select

NAME = "composed/1"


def composed_reader(*suggestions, citations=(), name=NAME):
    """Return a reader that finds these in whatever letter it is given."""
    found = Reading(tuple(citations), tuple(suggestions), name)
    return Reader(name, lambda pages, boxes, facts: found)


def read(desk, letter_id, *suggestions, citations=(), name=NAME):
    """Read a letter with a reader that finds these; returns what changed."""
    return reading.read_document(desk, letter_id, reader=composed_reader(*suggestions, citations=citations, name=name))


def suggested(desk, letter_id, kind, words, **more):
    """Return a suggestion of a kind over words of the letter; its key is the words without white space."""
    values = {
        "key": strip_text(words),
        "fields": {},
        "confidence": 0.9,
        "rule": "composed",
        "reasons": (Reason("“{words}”: promise to inform", {"words": words}),),
    }
    return Suggestion(SuggestionKind(kind), selection=select(desk, letter_id, words), **(values | more))


def ruled(desk, letter_id, words, first, last, **more):
    """Return a deadline over words of the letter as a reader resolves it."""
    day = last or first
    found = RuledDeadline(
        select(desk, letter_id, words),
        DateRange(first, last, Precision.DAY),
        day.isoformat() if day else None,
        "before_day",
        Reason("“{words}”: before {day}", {"words": words, "day": day}),
    )
    return replace(found, **more)


def cited(desk, letter_id, words, ref, kind=CitationKind.KAMERSTUK):
    """Return a citation over words of the letter."""
    address = f"https://zoek.officielebekendmakingen.nl/kst-{ref}.html"
    return Citation(kind, ref, select(desk, letter_id, words), address)
