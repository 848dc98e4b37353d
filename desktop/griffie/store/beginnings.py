"""The beginning of a word in a big register: which words it can be, seen in the newest texts.

FTS5 has an index of beginnings of two and three letters. For a longer one it gathers every page of every word that
begins so before it gives the first: seconds for "over" in half a million pages. But a frequent beginning stands in most
of the newest texts with its first three letters; the words that are found there answer the question from the index of
whole words, which streams. A rare beginning is gathered fast enough.
"""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass

from griffie.domain.finding import Phrase, Term
from griffie.domain.plain import fold
from griffie.store.expressions import expression

INDEXED = 3
"""Letters of the longest beginnings that have an index of their own (`prefix` in the schema)."""
SMALL = 100_000
"""Texts, up to which gathering takes no longer than looking."""
SAMPLE = 20
"""Texts that are looked at before a beginning can be called rare."""
FREQUENT = 1 / 3
"""Part of the texts that must have a word that begins so; 50 of them are then found in 150."""

_WORD = re.compile(r"[^\W_]+")
_TEXTS = {
    "fts_page": ("page", "SELECT text FROM fts_page WHERE fts_page MATCH ? ORDER BY rowid DESC"),
    "fts_item": ("item", "SELECT body FROM fts_item WHERE fts_item MATCH ? ORDER BY rowid DESC"),
    "fts_letter": ("letter", "SELECT body FROM fts_letter WHERE fts_letter MATCH ? ORDER BY rowid DESC"),
}


def is_open(terms: tuple[Term, ...]) -> bool:
    """Tell whether the last word may go on and is longer than what has an index."""
    return terms[-1].goes_on and max(len(phrase[-1]) for phrase in terms[-1].phrases) > INDEXED


def whole_words(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the same terms with the last word as it is."""
    return (*terms[:-1], Term(terms[-1].phrases))


@dataclass(frozen=True, slots=True)
class Instead:
    """Terms that may stand for those with a beginning, None where no word begins so.

    `complete` says that they find every text, not only the newest.
    """

    terms: tuple[Term, ...] | None
    complete: bool


def words_for(conn: sqlite3.Connection, index: str, terms: tuple[Term, ...], wanted: int) -> Instead | None:
    """Return the same terms with the words that the beginning stands for in the newest texts.

    They find the newest `wanted` texts as the beginning itself would. None where the register is small, or the
    beginning too rare to be worth it.
    """
    *before, last = terms
    if len(last.phrases) != 1 or _size(conn, index) <= SMALL:
        return None
    *words, beginning = last.phrases[0]
    short = Term(((*words, beginning[:INDEXED]),), goes_on=True)
    seen, complete = _seen(conn, index, expression((*before, short)), fold(beginning), wanted)
    if seen is None:
        return None
    phrases: tuple[Phrase, ...] = tuple((*words, word) for word in sorted(seen))
    return Instead((*before, Term(phrases)) if phrases else None, complete)


def _size(conn: sqlite3.Connection, index: str) -> int:
    return int(conn.execute(f"SELECT coalesce(max(seq), 0) FROM {_TEXTS[index][0]}").fetchone()[0])


def _seen(
    conn: sqlite3.Connection, index: str, match: str, beginning: str, wanted: int
) -> tuple[set[str] | None, bool]:
    """Return the words that begin so in the newest texts, None where too few have one; and whether these are all."""
    seen: set[str] = set()
    known: dict[str, bool] = {}
    having = 0
    with closing(conn.execute(_TEXTS[index][1], (match,))) as texts:
        for looked_at, (text,) in enumerate(texts, 1):
            found = {word for word in _WORD.findall(text) if _begins(word, beginning, known)}
            seen |= found
            having += bool(found)
            if having >= wanted:
                return seen, False
            if looked_at >= SAMPLE and having < FREQUENT * looked_at:
                return None, False
    return seen, True


def _begins(word: str, beginning: str, known: dict[str, bool]) -> bool:
    if (answer := known.get(word)) is None:
        answer = known[word] = fold(word).startswith(beginning)
    return answer
