"""Settlement proposals: which open items a letter may settle, and which letters may settle an open item.

They are worked out when they are asked for, out of the letter's reading and the register as it is now; only what a
clerk decides on them is kept. Accepting proposes the settlement; a body decides on it later.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from griffie.domain.kinds import ItemKind
from griffie.domain.matching import Match, OpenItem, Said, Writing, match
from griffie.domain.papers import parse_papers
from griffie.domain.plain import fold
from griffie.domain.reading import Reason
from griffie.domain.salient import Term, Weigh
from griffie.domain.settlement import Degree
from griffie.services.desk import Desk
from griffie.services.evidence import Evidence, Place, evidence_in, ministry_now
from griffie.services.ministries import known_ministries
from griffie.store import matching
from griffie.store.matching import ItemRow

WORDS_OF_PLACE, WORDS_OF_ALL = 12, 40
"""So many of the rarest words of one place, and of all together, are looked for."""
NEWEST = 50
MIDDLING = 0.75
"""What a word of an item weighs that the letter does not have, and whose rarity is therefore not counted."""
LONGEST_CODE = 6
"""Shorter names of ministries are abbreviations, which may be words of their own."""
LEAST_ITEMS = 400
"""A small register counts as one of so many items when the rarity of a word is weighed."""


@dataclass(frozen=True)
class Proposal:
    """A letter that may settle an open item: how surely (0 to 1), to what degree, why, by which words of the letter."""

    letter_id: str
    item_id: str
    score: float
    degree: Degree
    reasons: tuple[Reason, ...]
    place: Place
    document_id: str
    by_number: bool = False

    def why(self) -> str:
        """Return the reasons in the language in use, joined."""
        return "; ".join(text for reason in self.reasons if (text := reason.told()))


def proposals_for_letter(desk: Desk, letter_id: str) -> list[Proposal]:
    """Return which open items a letter may settle, the surest first; what a clerk decided on is left out.

    Raises:
        NotFoundError: no such letter.
    """
    evidence = evidence_in(desk, letter_id)
    if not evidence.writing.said:
        return []
    weigh, words = _weighed(desk, evidence.writing)
    rows = _candidates(desk, evidence, words)
    found = match(evidence.writing, [_known(row) for row in rows], weigh)
    apart = matching.kept_apart(desk.register, evidence.letter.id, [one.item_id for one in found])
    return [_proposal(evidence, one) for one in found if one.item_id not in apart]


def _proposal(evidence: Evidence, one: Match) -> Proposal:
    place = evidence.places[one.at]
    return Proposal(
        evidence.letter.id, one.item_id, one.score, one.degree, one.reasons, place, evidence.document_id, one.by_number
    )


def _weighed(desk: Desk, writing: Writing) -> tuple[Weigh, list[str]]:
    """Return how much each word of the letter tells apart in this register, and the words to look for."""
    wanted = {term for said in writing.said for term in _terms_of(said)}
    count = matching.counted(desk.register, {term.beginning for term in wanted})
    total = max(matching.item_count(desk.register), LEAST_ITEMS)
    rows: dict[str, int] = {}
    for term in wanted:
        rows[term.stem] = max(rows.get(term.stem, 0), count[term.beginning])
    known = {stem: math.log(1 + total / (found + 1)) / math.log(1 + total) for stem, found in rows.items()}
    return (lambda stem: known.get(stem, MIDDLING)), _to_look_for(writing, count)


def _terms_of(said: Said) -> list[Term]:
    """Return the words of a place that may tell what it is about, the nearest first."""
    near = sorted(said.terms.values(), key=lambda entry: -entry[0])
    return [term for _near, term in near][: 4 * WORDS_OF_PLACE]


def _to_look_for(writing: Writing, count: dict[str, int]) -> list[str]:
    """Return the beginnings of the rarest words of each place that any item has."""
    chosen: dict[str, None] = {}
    for said in writing.said:
        words = [term for term in _terms_of(said) if 0 < count[term.beginning] < matching.COMMON]
        words.sort(key=lambda term: (-round(said.near[term.stem], 1), count[term.beginning]))
        chosen |= dict.fromkeys(term.beginning for term in words[:WORDS_OF_PLACE])
    return list(chosen)[:WORDS_OF_ALL]


def _candidates(desk: Desk, evidence: Evidence, words: Sequence[str]) -> list[ItemRow]:
    register, said = desk.register, evidence.writing.said
    numbers = {number for one in said for number in one.numbers | one.cited}
    names = {form for one in said for name in one.names for form in _forms(name)}
    ids = [
        *matching.by_numbers(register, numbers),
        *matching.by_papers(register, [paper for number in sorted(numbers) for paper in _paper(number)]),
        *matching.by_names(register, names),
        *matching.by_words(register, words),
        *matching.by_dossiers(register, evidence.writing.dossiers),
    ]
    return matching.item_rows(register, list(dict.fromkeys(ids)))


def _forms(name: str) -> Iterable[str]:
    """Yield how a name may be written in the register: "Van der Plas", "van der Plas"."""
    yield name
    yield name[:1].upper() + name[1:]
    yield name[:1].lower() + name[1:]


def _paper(number: str) -> list[matching.Paper]:
    if not number[:2].isdecimal():
        return []
    from griffie.base.errors import InvalidValueError

    try:
        papers = parse_papers(number)
    except InvalidValueError:
        return []
    return [(one.dossiers[0].number, one.dossiers[0].suffix, one.number) for one in papers]


def _known(row: ItemRow) -> OpenItem:
    """Return an item as the matcher sees it: its ministry as it is called today, and the paper that its place names."""
    item = row.item
    more = frozenset("-".join(part for part in paper if part) for paper in _paper(fold(row.place))) if row.place else frozenset()
    ministry = ministry_now(item.ministry) if item.ministry else ""
    texts = tuple(_without_ministries(text) for text in item.texts)
    return replace(item, ministry=ministry, made_in=item.made_in | more, texts=texts)


@lru_cache(maxsize=4096)
def _without_ministries(text: str) -> str:
    """Return a text without the names of ministries and their committees, which say nothing of what was promised."""
    if len(fold(text)) != len(text):  # places in the folded text are then not those of the text
        return text
    for found in reversed(known_ministries().find_all(text)):
        if found.end - found.start > LONGEST_CODE:
            text = text[: found.start] + text[found.end :]
    return text
