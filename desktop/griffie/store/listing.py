"""Lists over the whole register, read as a stream: memory stays flat however many items there are.

One open statement on the reading connection gives a list: all of it sees one consistent state of the register, also
when another connection writes meanwhile. Every condition is a set of ids that an index serves; no OFFSET.
"""

import json
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import Any

from griffie.domain.kinds import ItemKind
from griffie.domain.listing import ItemRow, Wanted
from griffie.domain.plain import fold
from griffie.store.assembling import ANY_TIME, ITEM_COLUMNS, Batch
from griffie.store.database import Register, translated
from griffie.store.letters import LetterRow, letter_rows
from griffie.store.search import LETTERS_FOUND, match_text

AT_A_TIME = 500
CACHE_KIB = 16_384
"""Of the reading connection: ids are random, so that the pages of an index come back again and again."""

_DUE = "x.date_to > :due_after AND x.date_to < :due_before"
_IN_DUE = f"""i.id IN (SELECT x.id FROM deadline x WHERE {_DUE}
    UNION ALL SELECT x.owner_id FROM deadline x WHERE {_DUE} AND x.owner_id IS NOT NULL)"""
_SUBJECT = """CASE i.kind WHEN 'deadline' THEN
    coalesce((SELECT owner_id FROM deadline x WHERE x.id = i.id), i.id) ELSE i.id END"""
"""The item that a condition looks at: of a deadline the one it belongs to."""
_OF_LETTERS = """SELECT id FROM item WHERE letter_id IN ({letters})
    UNION ALL SELECT item_id FROM mention WHERE letter_id IN ({letters})"""
_LETTERS_BY = {
    "ministry": "SELECT letter_id FROM letter_sender WHERE ministry IN (SELECT value FROM json_each(:ministries))",
    "committee": "SELECT letter_id FROM letter_committee WHERE name IN (SELECT value FROM json_each(:committees))",
    "dossier": "SELECT letter_id FROM letter_dossier WHERE number = :dossier AND (:suffix = '' OR suffix = :suffix)",
    "letter_id": ":letter",
}
_BY_MINISTRY = f"""{_SUBJECT} IN (
    SELECT id FROM commitment WHERE ministry IN (SELECT value FROM json_each(:ministries))
    UNION ALL SELECT id FROM item WHERE letter_id IN ({_LETTERS_BY["ministry"]})
        AND NOT EXISTS (SELECT 1 FROM commitment c WHERE c.id = item.id AND c.ministry <> '')
    UNION ALL SELECT item_id FROM mention WHERE letter_id IN ({_LETTERS_BY["ministry"]}))"""
_BY_COMMITTEE = f"""{_SUBJECT} IN (
    SELECT id FROM item WHERE committee IN (SELECT value FROM json_each(:committees))
    UNION ALL {_OF_LETTERS.format(letters=_LETTERS_BY["committee"])})"""
_BY_DOSSIER = f"""{_SUBJECT} IN (
    SELECT id FROM motion WHERE dossier = :dossier AND (:suffix = '' OR suffix = :suffix)
    UNION ALL {_OF_LETTERS.format(letters=_LETTERS_BY["dossier"])})"""


def items_in_register(
    register: Register, wanted: Wanted, *, after: int = 0, limit: int = -1
) -> Generator[ItemRow, None, None]:
    """Yield the items that are wanted, in the order in which they were made.

    Args:
        register: the register.
        wanted: what the list is limited to.
        after: the `seq` of the last row before these, for one page at a time.
        limit: at most so many; -1 is all.

    Raises:
        UserError: the register is damaged or locked.
    """
    for columns in batches(register, wanted, after=after, limit=limit):
        yield from map(ItemRow, *columns)


def batches(
    register: Register, wanted: Wanted, *, after: int = 0, limit: int = -1
) -> Generator[list[Sequence[Any]], None, None]:
    """Yield the same as `items_in_register`, some hundreds of items at a time, as bare values field by field in the
    order of ItemRow's fields: what an export of a whole register wants.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        args = _arguments(conn, wanted) | {"after": after, "limit": limit}
        due = (args["due_after"], args["due_before"]) if args["dated"] else ANY_TIME
        sql = f"SELECT {ITEM_COLUMNS} FROM item i WHERE {_conditions(wanted)} ORDER BY i.seq LIMIT :limit"
        conn.execute(f"PRAGMA cache_size={-CACHE_KIB}")
        with closing(conn.cursor()) as cursor:
            cursor.row_factory = None
            cursor.execute(sql, args)
            while items := cursor.fetchmany(AT_A_TIME):
                yield Batch(conn, items, wanted.letter_id, due).columns()


def letters_in_register(
    register: Register, wanted: Wanted, *, after: int = 0, limit: int = -1
) -> Generator[LetterRow, None, None]:
    """Yield the letters that are wanted, in the order in which they were added.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        args = _arguments(conn, wanted) | {"after": after, "limit": limit}
        conditions = ["l.seq > :after"]
        conditions += [f"l.id IN ({letters})" for name, letters in _LETTERS_BY.items() if getattr(wanted, name)]
        if wanted.states:
            conditions.append("l.state IN (SELECT value FROM json_each(:states))")
        if wanted.query.strip():
            conditions.append(f"l.seq IN ({LETTERS_FOUND})")
        if args["dated"]:
            conditions.append(f"l.id IN (SELECT i.letter_id FROM item i JOIN deadline x ON x.id = i.id WHERE {_DUE})")
        sql = f"SELECT l.id FROM letter l WHERE {' AND '.join(conditions)} ORDER BY l.seq LIMIT :limit"
        with closing(conn.cursor()) as cursor:
            for (letter_id,) in cursor.execute(sql, args):
                yield from letter_rows(register, [letter_id])


def _conditions(wanted: Wanted) -> str:
    conditions = ["i.seq > :after", *_of_kind(wanted.kinds, wanted.statuses)]
    if wanted.due_before or wanted.due_after:
        conditions.append(_IN_DUE)
    if wanted.ministry:
        conditions.append(_BY_MINISTRY)
    if wanted.committee:
        conditions.append(_BY_COMMITTEE)
    if wanted.dossier:
        conditions.append(_BY_DOSSIER)
    if wanted.letter_id:
        conditions.append(f"i.id IN ({_OF_LETTERS.format(letters=':letter')})")
    if wanted.query.strip():
        conditions.append("i.seq IN (SELECT rowid FROM fts_item WHERE fts_item MATCH :match)")
    return " AND ".join(conditions)


def _of_kind(kinds: tuple[ItemKind, ...], statuses: tuple[Any, ...]) -> Iterator[str]:
    """Yield the conditions on kind and status; one kind with one status reads the index `item_by_kind` in order.

    Elsewhere a + keeps SQLite from that index, so that nothing is sorted and the first rows come at once.
    """
    if len(kinds) == len(statuses) == 1 and kinds[0] is not ItemKind.DEADLINE:
        yield "i.kind = json_extract(:kinds, '$[0]') AND i.status = json_extract(:statuses, '$[0]')"
        return
    if kinds:
        yield "+i.kind IN (SELECT value FROM json_each(:kinds))"
    if statuses:
        yield (
            f"(SELECT o.status FROM item o WHERE o.id = {_SUBJECT}) IN (SELECT value FROM json_each(:statuses))"
            if not kinds or ItemKind.DEADLINE in kinds
            else "+i.status IN (SELECT value FROM json_each(:statuses))"
        )


def _arguments(conn: sqlite3.Connection, wanted: Wanted) -> dict[str, Any]:
    return {
        "kinds": json.dumps(wanted.kinds),
        "statuses": json.dumps(wanted.statuses),
        "states": json.dumps(wanted.states),
        "dated": bool(wanted.due_before or wanted.due_after),
        "due_after": wanted.due_after.isoformat() if wanted.due_after else "0",
        "due_before": wanted.due_before.isoformat() if wanted.due_before else "a",
        "ministries": json.dumps(_spellings(conn, _MINISTRIES, wanted.ministry, whole=True)),
        "committees": json.dumps(_spellings(conn, _COMMITTEES, wanted.committee, whole=False)),
        "dossier": wanted.dossier.number if wanted.dossier else "",
        "suffix": wanted.dossier.suffix if wanted.dossier else "",
        "letter": wanted.letter_id,
        "match": match_text(wanted.query) or '""',
    }


_MINISTRIES = "SELECT DISTINCT ministry FROM commitment UNION SELECT DISTINCT ministry FROM letter_sender"
_COMMITTEES = "SELECT DISTINCT name FROM letter_committee UNION SELECT DISTINCT committee FROM item"


def _spellings(conn: sqlite3.Connection, sql: str, asked: str, *, whole: bool) -> list[str]:
    """Return the spellings in the register that `asked` names, by the whole name or by a part of it."""
    if not asked.strip():
        return []
    sought = fold(asked)
    names = (row[0] for row in conn.execute(sql))
    return [name for name in names if name and (fold(name) == sought or (not whole and sought in fold(name)))]
