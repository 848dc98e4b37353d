"""Search everywhere: what was typed made into words to find, and what is found. No dialect of a full-text index here.

All words must occur and the last one may go on; "words between quotes" stand side by side; a word with a hyphen or an
apostrophe counts as one. A number of an item, letter or paper leads straight to what bears it.
"""

import contextlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Dossier
from griffie.domain.numbers import normal_number
from griffie.domain.papers import ROMAN, Paper, parse_dossier, parse_papers
from griffie.domain.plain import clean_line, plain

LONGEST: Final = 400
"""Characters of a query that are looked at; somebody may paste half a letter."""
MOST_TERMS: Final = 24
MOST_PAPERS: Final = 20
SHORTEST_EXACT: Final = 4
SHORTEST_OPEN_WORD: Final = 2
"""One letter does not go on: half of all words begin with it."""

Parts = tuple[tuple[str, bool], ...]
"""A text in stretches: words, and whether they are what was looked for."""
Phrase = tuple[str, ...]
"""Bare words, without any other character, that stand side by side."""


class HitKind(StrEnum):
    """What was found: the header of a letter, a page of its text, or an item."""

    LETTER = "letter"
    PAGE = "page"
    ITEM = "item"


class GroupName(StrEnum):
    """The parts of an answer, in their order."""

    NUMBER = "number"
    ITEMS = "items"
    LETTERS = "letters"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. Text throughout: '' is nothing, dates are ISO, `status` is a code.

    `number` is the own number of the item, else of the letter. `letter_id` is the letter to open, '' of an item that
    stands in none; `page_number` counts from 1 and is 0 where there is no page. `due` is the last day of an item's
    deadline, `made_on` the day of the letter or debate. `title` and `excerpt` have the words that were looked for
    marked; `excerpt` is what else has them, and may be empty.
    """

    kind: HitKind
    number: str
    title: Parts
    excerpt: Parts = ()
    item_id: str = ""
    item_kind: ItemKind | None = None
    official_number: str = ""
    status: str = ""
    due: str = ""
    made_on: str = ""
    letter_id: str = ""
    letter_number: str = ""
    letter_subject: str = ""
    senders: str = ""
    document_id: str = ""
    page_number: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one sort, newest first; `more` says that these are not all."""

    name: GroupName
    hits: tuple[Hit, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to what was typed, '' where there were no words in it; groups without hits are left out."""

    typed: str
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: any of these phrases occurs.

    `goes_on`: the last word of each of `phrases` may be longer; that of the phrases in `closed` may not.
    """

    phrases: tuple[Phrase, ...]
    goes_on: bool = False
    closed: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that were typed, each in its one form; '' and empty where it was none.

    `exact` is what was typed, as it is: a reference of a ministry, a document number.
    """

    own: str = ""
    official: str = ""
    exact: str = ""
    papers: tuple[Paper, ...] = ()
    dossier: Dossier | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: terms that must all be met, and what bears the number."""

    typed: str
    terms: tuple[Term, ...] = ()
    numbers: Numbers = Numbers()


_QUOTE = re.compile('["“”„‟«»″]')
_WORD = re.compile(r"[^\W_]+")
_KIND = re.compile(
    r"(?i:kamerbrief|brief|motie|toezegging|verzoek|termijn|letter|motion|commitment|request|deadline)\b[ :]*"
)
_OWN = re.compile(r"([A-Z]) ?((?:19|20)\d{2}) ?[-/] ?(\d{1,7})", re.IGNORECASE | re.ASCII)
_PAPER_IN_WORDS = re.compile(
    r"(?<![\w.-])(?P<first>\d{2})[ .]?(?P<rest>\d{3})(?!\d)"
    rf"(?:(?:-| |, ?)(?P<suffix>(?i:{ROMAN})[A-Z]?|[A-Z])(?!\w))?"
    r"(?:(?:-|, ?(?:nrs?\.? ?)?| nrs?\.? ?)(?P<number>\d{1,4})(?!\w))?"
)
"""A dossier, with what may follow it, between other words."""


def query_of(typed: str) -> Query:
    """Return what is looked for by what somebody typed. Never raises; a text without words has no terms."""
    text = unicodedata.normalize("NFC", plain(clean_line(typed[:LONGEST])))
    if not text.isascii():
        text = "".join(c for c in text if not unicodedata.combining(c))  # they would break a word in two
    numbers = numbers_in(text)
    whole = _whole_number(numbers)
    terms = (whole,) if whole else _terms(text)
    if numbers.own and text.upper().endswith(numbers.own):  # the number is whole, no beginning of longer ones
        terms = tuple(Term(term.phrases) for term in terms)
    return Query(text, terms, numbers)


def numbers_in(text: str) -> Numbers:
    """Return what number a text is, if it is nothing but that."""
    bare = _KIND.sub("", text, count=1).strip(" .,;()\"'") if _KIND.match(text) else text.strip(" .,;()\"'")
    if not re.search(r"\d", bare) and not re.match(r"[CLXVI]{2,}\b", bare):
        return Numbers()
    if found := _OWN.fullmatch(bare):
        return Numbers(own=f"{found[1].upper()}{found[2]}-{int(found[3]):04d}")
    official = ""
    if bare[:1] in ("T", "t"):
        with contextlib.suppress(InvalidValueError):
            official = normal_number("official", bare)
    papers, dossier = _papers(bare)
    return Numbers("", official, bare if len(bare) >= SHORTEST_EXACT else "", papers, dossier)


def _papers(bare: str) -> tuple[tuple[Paper, ...], Dossier | None]:
    """Return the papers that are meant, else the dossier: "36600-B" is both, fund B and paper B."""
    papers: tuple[Paper, ...] = ()
    dossier = None
    with contextlib.suppress(InvalidValueError):
        dossier = parse_dossier(bare)
    with contextlib.suppress(InvalidValueError):
        papers = parse_papers(bare)[:MOST_PAPERS]
    return papers, dossier


def _whole_number(numbers: Numbers) -> Term | None:
    """Return the one term of a text that is nothing but a paper or dossier of digits."""
    if numbers.dossier is not None and numbers.dossier.number.isdecimal():
        return Term(_spellings(numbers.dossier, ""), goes_on=True)
    if numbers.papers and numbers.papers[0].dossiers[0].number.isdecimal():
        phrases = [one for paper in numbers.papers for one in _spellings(paper.dossiers[0], paper.number)]
        return Term(tuple(phrases), goes_on=len(numbers.papers) == 1)
    return None


def _spellings(dossier: Dossier, number: str) -> tuple[Phrase, ...]:
    """Return how a dossier or paper stands in letters: "29344", "29 344", "29 344, nr. 120"."""
    digits = dossier.number
    heads: list[Phrase] = [(digits,), (digits[:2], digits[2:])] if len(digits) == 5 else [(digits,)]
    suffix: Phrase = (dossier.suffix,) if dossier.suffix else ()
    tails: list[Phrase] = [(number,), ("nr", number)] if number else [()]
    return tuple((*head, *suffix, *tail) for head, tail in product(heads, tails))


def _terms(text: str) -> tuple[Term, ...]:
    found: list[Term] = []
    pieces = _QUOTE.split(text)
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            found += _loose(piece)
        elif phrase := tuple(_WORD.findall(piece)):
            found.append(Term((phrase[:MOST_TERMS],)))
    found = found[:MOST_TERMS]
    closed = len(pieces) % 2 == 1 and not _WORD.search(pieces[-1])
    if found and not closed and len(found[-1].phrases[0][-1]) >= SHORTEST_OPEN_WORD:
        found[-1] = Term(found[-1].phrases, goes_on=True)
    return tuple(found)


def _loose(piece: str) -> list[Term]:
    """Return the terms of words without quotes around them."""
    found: list[Term] = []
    at = 0
    for paper in _PAPER_IN_WORDS.finditer(piece):
        found += _chunks(piece[at : paper.start()])
        dossier = Dossier(paper["first"] + paper["rest"], (paper["suffix"] or "").upper())
        found.append(Term(_spellings(dossier, paper["number"] or "")))
        at = paper.end()
    return found + _chunks(piece[at:])


def _chunks(text: str) -> list[Term]:
    phrases = (tuple(_WORD.findall(chunk)) for chunk in text.split())
    return [Term((phrase,)) for phrase in phrases if phrase]


SHORTEST_BROKEN: Final = 6
"""Words shorter than this are rarely broken at the end of a line, and their halves are words of their own."""
SHORTEST_PART: Final = 2
SHORTEST_OPEN_PART: Final = 5
"""A second half shorter than this does not go on: the index would have to gather all words that begin like it."""


def broken(terms: tuple[Term, ...]) -> tuple[Term, ...] | None:
    """Return the same terms for text whose words may be broken off at line ends; None where none of them can be."""
    found = tuple(_broken(term) for term in terms)
    return found if found != terms else None


def _broken(term: Term) -> Term:
    if len(term.phrases) != 1 or len(term.phrases[0]) != 1:
        return term
    word = term.phrases[0][0]
    if len(word) < SHORTEST_BROKEN or not word.isalpha():
        return term
    halves = [(word[:cut], word[cut:]) for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)]
    short = tuple(half for half in halves if len(half[1]) < SHORTEST_OPEN_PART)
    return Term((*term.phrases, *(half for half in halves if half not in short)), term.goes_on, short)
