"""Finding what a letter may settle, and which letters may settle an item: by number, paper, member and shared words.

Every question is answered from an index, also among a million items. How rare a word is is counted only up to a bound:
a word that stands in more items than that tells nothing apart, and costs nothing.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from griffie.domain.kinds import ItemKind
from griffie.domain.matching import OpenItem
from griffie.store.database import Register
from griffie.store.lines import CLOSED
from griffie.store.reading_rows import to_suggestion
from griffie.store.readings import KeptSuggestion
from griffie.store.rows import to_date

COMMON = 1500
"""A word in so many rows of the index is common: it is not looked for, and its count is not known any better."""
LONG = 7
"""A beginning of so many letters is looked for as one."""
BY_WORDS, BY_OTHER = 30, 60
"""So many candidates at the most come from shared words, and from each of the other ways."""
LETTERS = 12
"""So many letters at the most are looked at for one item."""

Paper = tuple[str, str, str]
"""Dossier, suffix, number of a parliamentary paper."""


def counted(register: Register, words: Iterable[str], *, index: str = "fts_item") -> dict[str, int]:
    """Return in how many rows of an index each beginning of a word stands, counted up to COMMON."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT {COMMON})"
    return {word: register.read.execute(sql, (_beginning(word),)).fetchone()[0] for word in set(words)}


def item_count(register: Register) -> int:
    """Return about how many items the register has ever had."""
    return int(register.read.execute("SELECT coalesce(max(seq), 0) FROM item").fetchone()[0])


def by_words(register: Register, words: Sequence[str]) -> list[str]:
    """Return open items that share beginnings of words, those that share the rarest most first (bm25)."""
    if not words:
        return []
    rows = register.read.execute(
        "SELECT n.item_id FROM fts_item f CROSS JOIN line n ON n.seq = f.rowid "
        "WHERE f.fts_item MATCH ? AND n.closed = 0 AND n.kind <> 'deadline' ORDER BY f.rank LIMIT ?",
        (" OR ".join(map(_beginning, words)), BY_WORDS),
    ).fetchall()
    return [row[0] for row in rows]


def _beginning(word: str) -> str:
    """Return what finds the forms of a word; a short one by its commonest forms, for too much begins with it."""
    bare = word.replace('"', "")
    if len(bare) >= LONG:
        return f'"{bare}"*'
    return "(" + " OR ".join(f'"{bare}{ending}"' for ending in ("", "e", "en", "s")) + ")"


_OPEN = "i.status NOT IN ('settled', 'lapsed') AND i.kind <> 'deadline'"


def by_numbers(register: Register, numbers: Collection[str]) -> list[str]:
    """Return open items with these official numbers."""
    return _ids(
        register,
        "SELECT i.id FROM json_each(?) n CROSS JOIN item i ON i.official_number = n.value "
        f"WHERE i.official_number <> '' AND {_OPEN} LIMIT ?",
        json.dumps(sorted(numbers)),
    )


def by_papers(register: Register, papers: Collection[Paper]) -> list[str]:
    """Return open motions with these papers, and open items made in letters that are these papers."""
    return [
        *_ids(register, _MOTIONS, json.dumps(sorted(papers))),
        *_ids(register, _MADE_IN, json.dumps(sorted(papers))),
    ]


_IN_PAPER = (
    "{}.{} = json_extract(p.value, '$[0]') AND {}.suffix = json_extract(p.value, '$[1]') "
    "AND {}.paper_number = json_extract(p.value, '$[2]')"
)
_MOTIONS = (
    f"SELECT i.id FROM json_each(?) p CROSS JOIN motion m ON {_IN_PAPER.format('m', 'dossier', 'm', 'm')} "
    f"JOIN item i ON i.id = m.id WHERE {_OPEN} LIMIT ?"
)
_MADE_IN = (
    "SELECT i.id FROM json_each(?) p CROSS JOIN letter_dossier d CROSS JOIN letter l ON l.id = d.letter_id "
    f"AND {_IN_PAPER.format('d', 'number', 'd', 'l')} CROSS JOIN item i ON i.letter_id = l.id WHERE {_OPEN} LIMIT ?"
)


def by_names(register: Register, names: Collection[str]) -> list[str]:
    """Return open motions with these submitters, as their names are written."""
    return _ids(
        register,
        "SELECT i.id FROM json_each(?) n CROSS JOIN item_person x ON x.name = n.value AND x.role = 'submitter' "
        f"CROSS JOIN item i ON i.id = x.item_id WHERE {_OPEN} LIMIT ?",
        json.dumps(sorted(names)),
    )


def by_dossiers(register: Register, dossiers: Collection[str]) -> list[str]:
    """Return open items of these dossiers, those that fall due first."""
    return _ids(
        register,
        "SELECT n.item_id FROM json_each(?) d CROSS JOIN line n ON n.dossier = d.value AND n.closed = 0 "
        "WHERE n.kind <> 'deadline' LIMIT ?",
        json.dumps(sorted(dossiers)),
    )


def _ids(register: Register, sql: str, given: str) -> list[str]:
    return [row[0] for row in register.read.execute(sql, (given, BY_OTHER)).fetchall()]


_FACTS = """
    SELECT i.id, i.kind, i.number, i.status, i.official_number, i.summary, i.remarks, i.meeting_date, i.letter_id,
        i.place, m.dossier, m.suffix, m.paper_number, n.ministry, l.date AS letter_date,
        l.paper_number AS letter_paper,
        (SELECT coalesce(min(nullif(h.date, '')), '') FROM mention x JOIN letter h ON h.id = x.letter_id
            WHERE x.item_id = i.id) AS first_mention
    FROM json_each(?) asked CROSS JOIN item i ON i.id = asked.value LEFT JOIN motion m ON m.id = i.id
    LEFT JOIN letter l ON l.id = i.letter_id LEFT JOIN line n ON n.seq = i.seq
"""
_PEOPLE = """
    SELECT p.item_id, p.role, p.name FROM json_each(?) asked CROSS JOIN item_person p ON p.item_id = asked.value
    WHERE p.role IN ('submitter', 'promised_to', 'asked_by') ORDER BY p.item_id, p.role, p.position
"""
_QUOTES = """
    SELECT t.item_id, p.quote FROM json_each(?) asked CROSS JOIN tie t ON t.item_id = asked.value
    JOIN passage p ON p.id = t.passage_id
    UNION ALL SELECT m.item_id, p.quote FROM json_each(?) asked CROSS JOIN mention m ON m.item_id = asked.value
    CROSS JOIN tie t ON t.mention_id = m.id JOIN passage p ON p.id = t.passage_id
"""
_DOSSIERS = """
    SELECT i.id, d.number, d.suffix FROM json_each(?) asked CROSS JOIN item i ON i.id = asked.value
    CROSS JOIN letter_dossier d ON d.letter_id = i.letter_id
"""


@dataclass(frozen=True)
class ItemRow:
    """An item as the register has it, with the letter in which it was made, and what only a rule can read of it."""

    item: OpenItem
    letter_id: str | None
    place: str
    closed: bool


def item_rows(register: Register, item_ids: Sequence[str]) -> list[ItemRow]:
    """Return what is known of items, in the order given; what is gone is left out."""
    asked, conn = json.dumps(list(item_ids)), register.read
    people, quotes, dossiers = (
        _grouped(conn.execute(sql, given).fetchall())
        for sql, given in ((_PEOPLE, (asked,)), (_QUOTES, (asked, asked)), (_DOSSIERS, (asked,)))
    )
    rows = {row["id"]: row for row in conn.execute(_FACTS, (asked,)).fetchall()}
    none: list[sqlite3.Row] = []
    return [
        _item_row(rows[one], people.get(one, none), quotes.get(one, none), dossiers.get(one, none))
        for one in item_ids
        if one in rows
    ]


def _grouped(rows: Iterable[sqlite3.Row]) -> dict[str, list[sqlite3.Row]]:
    found: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _item_row(
    row: sqlite3.Row, people: list[sqlite3.Row], quotes: list[sqlite3.Row], dossiers: list[sqlite3.Row]
) -> ItemRow:
    own = _dossier(row["dossier"] or "", row["suffix"] or "")
    of_letter = [_dossier(found[1], found[2]) for found in dossiers]
    paper = f"{own}-{row['paper_number']}" if own and row["paper_number"] else ""
    made_in = {f"{dossier}-{row['letter_paper']}" for dossier in of_letter if row["letter_paper"]}
    texts = (row["summary"], *(found[1] for found in quotes), row["remarks"])
    made_on = row["meeting_date"] or row["letter_date"] or row["first_mention"]
    item = OpenItem(
        row["id"], ItemKind(row["kind"]), row["number"], row["official_number"],
        frozenset({paper} - {""}), frozenset(made_in), frozenset({own, *of_letter} - {""}),
        tuple(p[2] for p in people if p[1] == "submitter"), tuple(p[2] for p in people if p[1] != "submitter"),
        row["ministry"] or "", to_date(made_on or ""), tuple(text for text in dict.fromkeys(texts) if text),
    )  # fmt: skip
    return ItemRow(item, row["letter_id"], row["place"], row["status"] in CLOSED)


def _dossier(number: str, suffix: str) -> str:
    return f"{number}-{suffix}" if suffix else number


def kept_apart(register: Register, letter_id: str, item_ids: Sequence[str]) -> set[str]:
    """Return which of some items need no proposal for a letter: made in it, decided on, or proposed for it already.

    A motion that only this letter mentions was made in it.
    """
    rows = register.read.execute(
        """SELECT i.id FROM json_each(:asked) a CROSS JOIN item i ON i.id = a.value WHERE i.letter_id = :letter
            OR EXISTS (SELECT 1 FROM proposal_decision d WHERE d.letter_id = :letter AND d.item_id = i.id)
            OR EXISTS (SELECT 1 FROM settlement s WHERE s.letter_id = :letter AND s.item_id = i.id
                AND s.stage <> 'claimed')
            OR EXISTS (SELECT 1 FROM mention m WHERE m.letter_id = :letter AND m.item_id = i.id
                AND (m.stage IN ('proposed', 'decided') OR (i.origin = 'passage'
                    AND NOT EXISTS (SELECT 1 FROM mention x WHERE x.item_id = i.id AND x.letter_id <> :letter))))""",
        {"asked": json.dumps(list(item_ids)), "letter": letter_id},
    ).fetchall()
    return {row[0] for row in rows}


@dataclass(frozen=True)
class HeldSuggestion:
    """A suggestion of a letter that no clerk has left out; `is_open` where nobody has decided on it."""

    kept: KeptSuggestion
    is_open: bool


def held_suggestions(register: Register, letter_id: str) -> list[HeldSuggestion]:
    """Return the suggestions of a letter that were not left out, in reading order."""
    rows = register.read.execute(
        """SELECT s.*, d.state AS decided FROM suggestion s LEFT JOIN decision d
            ON d.letter_id = s.letter_id AND d.kind = s.kind AND d.key = s.key
            WHERE s.letter_id = ? AND coalesce(d.state, '') <> 'dismissed' ORDER BY s.sort_key, s.position""",
        (letter_id,),
    ).fetchall()
    return [
        HeldSuggestion(KeptSuggestion(row["id"], row["document_id"], to_suggestion(row)), row["decided"] is None)
        for row in rows
    ]


def newest_letters(register: Register, limit: int) -> list[str]:
    """Return the letters that were added last and have been read, newest first."""
    rows = register.read.execute(
        "SELECT l.id FROM letter l JOIN reading r ON r.letter_id = l.id ORDER BY l.seq DESC LIMIT ?", (limit,)
    ).fetchall()
    return [row[0] for row in rows]


def letters_citing(register: Register, refs: Collection[str], after: str) -> list[str]:
    """Return letters later than a day that cite one of these papers or numbers, newest first."""
    rows = register.read.execute(
        "SELECT DISTINCT l.id, l.date FROM json_each(?) r CROSS JOIN citation c ON c.ref = r.value "
        "JOIN letter l ON l.id = c.letter_id WHERE l.date = '' OR l.date > ? ORDER BY l.date DESC LIMIT ?",
        (json.dumps(sorted(refs)), after, LETTERS),
    ).fetchall()
    return [row[0] for row in rows]


def letters_with_words(register: Register, words: Sequence[str], after: str) -> list[str]:
    """Return letters later than a day whose pages share the most and rarest beginnings of words (bm25)."""
    if not words:
        return []
    rows = register.read.execute(
        "SELECT l.id, min(f.rank) AS best FROM fts_page f CROSS JOIN page p ON p.seq = f.rowid "
        "CROSS JOIN document d ON d.sha256 = p.sha256 CROSS JOIN letter l ON l.id = d.letter_id "
        "WHERE f.fts_page MATCH ? AND (l.date = '' OR l.date > ?) GROUP BY l.id ORDER BY best LIMIT ?",
        (" OR ".join(map(_beginning, words)), after, LETTERS),
    ).fetchall()
    return [row[0] for row in rows]


def decisions_of(register: Register, letter_id: str) -> Mapping[str, str]:
    """Return by item what a clerk decided on the proposals of a letter."""
    rows = register.read.execute(
        "SELECT item_id, state FROM proposal_decision WHERE letter_id = ?", (letter_id,)
    ).fetchall()
    return {row[0]: row[1] for row in rows}
