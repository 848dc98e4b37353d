"""Settlement proposals: which open items a letter may settle, and which letters may settle an open item.

They are worked out when they are asked for, out of the letter's reading and the register as it is now; only what a
clerk decides on them is kept. Accepting proposes the settlement; a body decides on it later.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from griffie.domain.matching import Match, OpenItem, Said, Writing, match, surname
from griffie.domain.papers import parse_papers
from griffie.domain.plain import fold
from griffie.domain.reading import Reason
from griffie.domain.salient import SHORT, Term, Weigh, terms
from griffie.domain.settlement import Degree
from griffie.services.desk import Desk
from griffie.services.evidence import Evidence, Place, evidence_in, ministry_now
from griffie.services.ministries import known_ministries
from griffie.store import matching
from griffie.store.matching import ItemRow
from griffie.store.rows import from_date

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
    return Proposal(
        evidence.letter.id, one.item_id, one.score, one.degree, one.reasons, evidence.place(one.at),
        evidence.document_id, one.by_number,
    )  # fmt: skip


def proposals_for_item(desk: Desk, item_id: str) -> list[Proposal]:
    """Return which later letters may settle an open item, the surest first; none for a closed one.

    Raises:
        NotFoundError: no such item.
    """
    rows = matching.item_rows(desk.register, [desk.item(item_id).id])
    if not rows or rows[0].closed:
        return []
    item = _known(rows[0])
    found = [one for letter in _letters_for(desk, item) for one in proposals_for_letter(desk, letter)]
    own = [one for one in found if one.item_id == item.id]
    return sorted(own, key=lambda one: (-one.score, one.letter_id))


def _letters_for(desk: Desk, item: OpenItem) -> list[str]:
    """Return the letters that are worth a look for an item: that cite it, name its members, or share its words."""
    after = from_date(item.made_on)
    wanted = {term.beginning: term for text in item.texts for term in terms(text)}
    names = [word for name in (*item.submitters, *item.people) for word in surname(name).split() if len(word) > SHORT]
    count = matching.counted(desk.register, [*wanted, *names], index="fts_page")
    rare = [word for word in (*wanted, *names) if 0 < count[word] < matching.COMMON]
    rare.sort(key=lambda word: count[word])
    cited = matching.letters_citing(desk.register, item.numbers | item.made_in, after)
    return list(dict.fromkeys([*cited, *matching.letters_with_words(desk.register, rare[:WORDS_OF_PLACE], after)]))


def all_proposals(desk: Desk, limit: int = NEWEST) -> list[Proposal]:
    """Return what the letters that were added last may settle, newest letter first."""
    newest = matching.newest_letters(desk.register, limit)
    return [one for letter_id in newest for one in proposals_for_letter(desk, letter_id)]


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
    near = sorted(said.near.terms.values(), key=lambda entry: -entry[0])
    return [term for _near, term in near][: 4 * WORDS_OF_PLACE]


def _to_look_for(writing: Writing, count: dict[str, int]) -> list[str]:
    """Return the beginnings of the rarest words of each place that any item has."""
    chosen: dict[str, None] = {}
    for said in writing.said:
        words = [term for term in _terms_of(said) if 0 < count[term.beginning] < matching.COMMON]
        words.sort(key=lambda term: (-round(said.near.near(term.stem), 1), count[term.beginning]))
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
    more = (
        frozenset("-".join(part for part in paper if part) for paper in _paper(fold(row.place)))
        if row.place
        else frozenset()
    )
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
