"""The lists of a reminder round out of the register, what letters report of their items, and what was decided on them.

An item stands in the list of its current deadline, the one that ends first: `line.due`. Its other deadlines do not
count, so that it is in one list only.
"""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from griffie.domain.listing import Wanted
from griffie.domain.rappel import ListName, Proposal, Rappel, RappelLine, RappelQuestion, letter_name
from griffie.domain.settlement import Degree, Stage
from griffie.store.conditions import conditions, spellings
from griffie.store.database import Register, translated
from griffie.store.lines import NO_DATE
from griffie.store.register_rows import Sort, order_by, rows

BY_MINISTRY: Sort = (("ministry", False), ("due", False))
"""By ministry, and within it what is due first."""

_BOUNDS = {
    ListName.PASSED: "n.due <= :on",
    ListName.COMING: "n.due > :on AND n.due <= :until",
    ListName.UNDATED: f"n.due = '{NO_DATE}'",
}


def seqs(register: Register, question: RappelQuestion, sort: Sort = BY_MINISTRY) -> Rappel[int]:
    """Return the `seq` of every item in each list, in an order; some tens of milliseconds for tens of thousands."""
    with translated(register.path):
        found = {name: _seqs(register.read, question, name, sort) for name in question.lists}
    return Rappel(*(found.get(name, array("q")) for name in ListName))


def _seqs(conn: sqlite3.Connection, question: RappelQuestion, name: ListName, sort: Sort) -> "array[int]":
    limits = conditions(conn, question.wanted())
    cursor = conn.cursor()
    cursor.row_factory = None
    days = {"on": question.on.isoformat(), "until": question.until.isoformat()}
    sql = f"SELECT n.seq FROM line n WHERE {limits.where} AND {_BOUNDS[name]} ORDER BY {order_by(sort)}"
    return array("q", [row[0] for row in cursor.execute(sql, limits.args | days).fetchall()])


def lines(register: Register, question: RappelQuestion, name: ListName, some: Sequence[int]) -> list[RappelLine]:
    """Return items of a list by their `seq`, in the order asked; those that are gone are left out."""
    with translated(register.path):
        conn = register.read
        found = rows(register, some, Wanted())
        of_lines = {row[0]: row[1:] for row in conn.execute(_LINES, (json.dumps(list(some)),)).fetchall()}
        proposed = _proposals(conn, [row.id for row in found if row.claimed])
    made = []
    for row in found:
        due, ministry, person, committee, chamber = of_lines[row.seq]
        late = _days_late(question, due)
        paper = f" ({row.dossier}, nr. {row.paper_number})" if row.dossier and row.paper_number else ""
        made.append(
            RappelLine(
                name, row.seq, row.id, row.kind, row.official_number or row.number, row.number,
                " ".join((row.summary or row.quote or row.phrase).split()) + paper, row.status, bool(row.claimed),
                "" if due == NO_DATE else due, late, ministry, row.promised_by or row.asked_of or person or ministry,
                row.committee or committee, chamber, row.letter_id, row.letter_number, row.letter_citation, row.page,
                tuple(proposed.get(row.id, ())),
            )
        )  # fmt: skip
    return made


_LINES = """SELECT n.seq, n.due, n.ministry, n.person, n.committee, n.chamber
    FROM json_each(?) asked CROSS JOIN line n ON n.seq = asked.value"""


def _days_late(question: RappelQuestion, due: str) -> int:
    try:
        return (question.on - date.fromisoformat(due)).days
    except ValueError:
        return 0


_LETTER = """coalesce(l.number, ''), coalesce(l.date, ''), coalesce(replace(l.dossier_line, '; ', ' / ')
        || CASE WHEN l.dossier_line = '' OR l.paper_number = '' THEN ''
            WHEN l.paper_number GLOB '[0-9]*' THEN ', nr. ' || l.paper_number ELSE ', ' || l.paper_number END, '')"""
_PROPOSALS = f"""
    SELECT s.item_id, s.stage, s.degree, s.remarks, {_LETTER}, coalesce(p.quote, ''), coalesce(p.sort_key, ''), l.date
        FROM json_each(:asked) asked CROSS JOIN settlement s ON s.item_id = asked.value
        LEFT JOIN letter l ON l.id = s.letter_id LEFT JOIN passage p ON p.id = s.passage_id
        WHERE s.stage <> 'decided'
    UNION ALL
    SELECT m.item_id, m.stage, m.degree, m.remarks, {_LETTER}, coalesce(p.quote, ''), coalesce(p.sort_key, ''), l.date
        FROM json_each(:asked) asked CROSS JOIN mention m ON m.item_id = asked.value
        JOIN letter l ON l.id = m.letter_id LEFT JOIN passage p ON p.id =
            (SELECT t.passage_id FROM tie t WHERE t.mention_id = m.id ORDER BY t.position LIMIT 1)
        WHERE m.stage IN ('claimed', 'proposed')
    ORDER BY 10"""


def _proposals(conn: sqlite3.Connection, item_ids: Sequence[str]) -> dict[str, list[Proposal]]:
    """Return by item what is reported or proposed of it, oldest letter first."""
    found: dict[str, list[Proposal]] = defaultdict(list)
    if not item_ids:
        return found
    for row in conn.execute(_PROPOSALS, {"asked": json.dumps(list(item_ids))}).fetchall():
        item_id, stage, degree, remarks, number, day, citation, quote, key = tuple(row)[:9]
        place = (letter_name(citation, number), day, _page_of(key), quote, remarks)
        found[item_id].append(Proposal(Stage(stage), Degree(degree), *place))
    return found


def _page_of(sort_key: str) -> int:
    return 0 if not sort_key or sort_key.startswith("99999") else int(sort_key[:5]) + 1


def rulings(register: Register, item_ids: Iterable[str], body: str, on: str) -> dict[str, str]:
    """Return by item the words of the last decision that a body took on it on a day (ISO); few have one."""
    found = register.read.execute(
        "SELECT p.item_id, p.text FROM json_each(?) asked CROSS JOIN progress p ON p.item_id = asked.value "
        "AND p.on_date = ? WHERE p.kind = 'ruling' AND p.body = ? ORDER BY p.rowid",
        (json.dumps(list(item_ids)), on, body),
    )
    return {row[0]: row[1] for row in found.fetchall()}


def decided_seqs(register: Register, body: str, on: str) -> set[int]:
    """Return the `seq` of every item on which a body decided on a day (ISO)."""
    found = register.read.execute(
        "SELECT i.seq FROM progress p JOIN item i ON i.id = p.item_id "
        "WHERE p.kind = 'ruling' AND p.body = ? AND p.on_date = ?",
        (body, on),
    )
    return {row[0] for row in found.fetchall()}


def rulings_of_round(register: Register, body: str, on: str) -> list[tuple[str, str, str]]:
    """Return of all that a body decided on a day (ISO) the words, the kind of item and its number, oldest first."""
    found = register.read.execute(
        "SELECT p.text, i.kind, coalesce(nullif(i.official_number, ''), i.number) FROM progress p "
        "JOIN item i ON i.id = p.item_id WHERE p.kind = 'ruling' AND p.body = ? AND p.on_date = ? ORDER BY p.rowid",
        (body, on),
    )
    return [(row[0], row[1], row[2]) for row in found.fetchall()]


def ministries(register: Register) -> list[str]:
    """Return the ministries that items have, for completion."""
    with translated(register.path):
        return sorted(set(spellings(register.read, "ministry")), key=str.casefold)


def committees(register: Register) -> list[str]:
    """Return the committees that items have, for completion."""
    with translated(register.path):
        return sorted(set(spellings(register.read, "committee")), key=str.casefold)


def bodies(register: Register) -> list[str]:
    """Return who has decided before, the last one first, and then the committees."""
    found = register.read.execute(
        "SELECT body FROM progress WHERE body <> '' GROUP BY body ORDER BY max(rowid) DESC LIMIT 200"
    ).fetchall()
    return list(dict.fromkeys([*(row[0] for row in found), *committees(register)]))


def named(register: Register, item_ids: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return kind, number and status of items, in the order asked; those that are gone are left out."""
    found = register.read.execute(
        "SELECT i.kind, coalesce(nullif(i.official_number, ''), i.number), i.status "
        "FROM json_each(?) asked CROSS JOIN item i ON i.id = asked.value",
        (json.dumps(list(item_ids)),),
    )
    return [(row[0], row[1], row[2]) for row in found.fetchall()]


def status_before(conn: sqlite3.Connection, item_id: str, progress_ids: Iterable[str], status: str) -> str:
    """Return the status that an item had before the steps that wrote these lines of progress, as the log has it.

    `status`, what it has now, where those steps did not touch it.
    """
    row = conn.execute(_STATUS_BEFORE, {"item": item_id, "lines": json.dumps(list(progress_ids))}).fetchone()
    return str(row[0]) if row else status


_STATUS_BEFORE = """
    SELECT json_extract(c.before, '$.status') FROM change c
    WHERE c.item_id = :item AND c.tbl = 'item' AND c.before IS NOT NULL AND c.after IS NOT NULL
    AND json_extract(c.before, '$.status') <> json_extract(c.after, '$.status') AND c.step_id IN (
        SELECT p.step_id FROM change p WHERE p.item_id = :item AND p.tbl = 'progress' AND p.before IS NULL
        AND p.row_id IN (SELECT value FROM json_each(:lines)))
    ORDER BY c.id LIMIT 1"""
