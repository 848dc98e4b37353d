"""Lists over the whole register, read as a stream: memory stays flat however many items there are.

One open statement on the reading connection gives a list: all of it sees one consistent state of the register, also
when another connection writes meanwhile. No OFFSET.
"""

import json
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import Any

from griffie.domain.listing import ItemRow, Wanted
from griffie.domain.plain import fold
from griffie.store.assembling import ANY_TIME, ITEM_COLUMNS, Batch
from griffie.store.conditions import conditions
from griffie.store.database import Register, translated
from griffie.store.letters import LetterRow, letter_rows
from griffie.store.search import LETTERS_FOUND, match_text

AT_A_TIME = 500
CACHE_KIB = 16_384
"""Of the reading connection: ids are random, so that the pages of an index come back again and again."""

_LETTERS_BY = {
    "ministry": "SELECT letter_id FROM letter_sender WHERE ministry IN (SELECT value FROM json_each(:ministries))",
    "committee": "SELECT letter_id FROM letter_committee WHERE name IN (SELECT value FROM json_each(:committees))",
    "dossier": "SELECT letter_id FROM letter_dossier WHERE number = :dossier AND (:suffix = '' OR suffix = :suffix)",
    "letter_id": ":letter",
}
_DUE = "x.date_to > :due_after AND x.date_to < :due_before"


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
        limits = conditions(conn, wanted)
        due = (limits.args["due_after"], limits.args["due_before"]) if "due_after" in limits.args else ANY_TIME
        sql = (
            f"SELECT {ITEM_COLUMNS} FROM (SELECT n.seq FROM line n WHERE n.seq > :after AND {limits.where} "
            "ORDER BY n.seq LIMIT :limit) f CROSS JOIN item i ON i.seq = f.seq"
        )
        conn.execute(f"PRAGMA cache_size={-CACHE_KIB}")
        with closing(conn.cursor()) as cursor:
            cursor.row_factory = None
            cursor.execute(sql, limits.args | {"after": after, "limit": limit})
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


def _arguments(conn: sqlite3.Connection, wanted: Wanted) -> dict[str, Any]:
    return {
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


_MINISTRIES = "SELECT DISTINCT ministry FROM letter_sender"
_COMMITTEES = "SELECT DISTINCT name FROM letter_committee"


def _spellings(conn: sqlite3.Connection, sql: str, asked: str, *, whole: bool) -> list[str]:
    """Return the spellings in the register that `asked` names, by the whole name or by a part of it."""
    if not asked.strip():
        return []
    sought = fold(asked)
    names = (row[0] for row in conn.execute(sql))
    return [name for name in names if name and (fold(name) == sought or (not whole and sought in fold(name)))]
