"""The agenda's questions: counts by day, pages of deadlines by key, and what the month and the timeline show.

All of it goes over `line`. A deadline is a line of its own; an item without any deadline stands behind the dates.
Every page goes by key (day, seq), none by OFFSET.
"""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from griffie.domain.agenda import NO_DATE, NO_DEADLINE, AgendaFilter, Entry, Summary, Tally
from griffie.domain.kinds import ItemKind, Precision
from griffie.store.agenda_filter import FACETS, OTHER_KINDS, OWNER_KIND, Asked, asked
from griffie.store.conditions import spellings
from griffie.store.database import Register, translated
from griffie.store.rows import to_date

RECENT_MOVES = 2_000
"""So many moves are looked through for the reasons that were given."""

Key = tuple[str, int]
"""A day and the `seq` of a line: the place of a line in the agenda."""
BEHIND_ALL = NO_DEADLINE + "~"
"""A day behind every day of the agenda."""


def tally(register: Register, shown: AgendaFilter) -> Tally:
    """Return how many deadlines each day has; items without one are counted by `count_without_deadline`.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        limits = asked(conn, shown)
        counts: dict[str, int] = {}
        for part in limits.lines_by_owner(whole=False) if limits.limited else limits.lines():
            sql = f"SELECT {part.day} AS day, count(*) {part.source} GROUP BY day"
            for day, count in conn.execute(sql, limits.args).fetchall():
                counts[day] = counts.get(day, 0) + count
    return Tally(counts.items())


def count_without_deadline(register: Register, shown: AgendaFilter) -> int:
    """Return how many items have no deadline at all.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        limits = asked(conn, shown)
        total = -len(_with_undated(conn, limits))
        for branch in limits.branches:
            for kind, closed in limits.others:
                sql = f"SELECT count(*) FROM line n WHERE {branch.of_day(kind, closed, NO_DATE)}"
                total += conn.execute(sql, limits.args).fetchone()[0]
    return total


def _with_undated(conn: sqlite3.Connection, limits: Asked) -> set[int]:
    """Return the `seq` of wanted items that have a deadline, but none with a date: they are no items without one."""
    kinds = json.dumps([kind for kind in OTHER_KINDS if kind in limits.kinds])
    sql = f"""SELECT DISTINCT n.seq FROM deadline d CROSS JOIN item i ON i.id = d.owner_id
        CROSS JOIN line n ON n.seq = i.seq
        WHERE d.date_to = '' AND d.owner_id IS NOT NULL AND +n.due = '{NO_DATE}'
        AND +n.kind IN (SELECT value FROM json_each(:other_kinds))
        AND +n.closed IN {"(0, 1)" if len(limits.closed) > 1 else "(0)"} AND {limits.anyhow}"""
    return {row[0] for row in conn.execute(sql, limits.args | {"other_kinds": kinds}).fetchall()}


def keys(
    register: Register, shown: AgendaFilter, *, after: Key = ("", 0), behind: str = BEHIND_ALL, limit: int
) -> list[Key]:
    """Return the places of the next lines after one, in the order of the agenda.

    Args:
        register: the register.
        shown: what the agenda is limited to.
        after: the place of the line before; its day alone with 0 begins at that day.
        behind: lines of this day and later ones are not wanted.
        limit: at most so many.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        limits = asked(conn, shown)
        found: list[Key] = []
        if after[0] < NO_DEADLINE:
            found = _dated_keys(conn, limits, after, min(behind, NO_DEADLINE), limit)
        if len(found) < limit and behind > NO_DEADLINE:
            last = after[1] if after[0] == NO_DEADLINE else 0
            found += _undated_keys(conn, limits, last, limit - len(found))
    return found


def _dated_keys(conn: sqlite3.Connection, limits: Asked, after: Key, behind: str, limit: int) -> list[Key]:
    args = limits.args | {"day": after[0], "seq": after[1], "behind": behind, "limit": limit}
    found: list[Key] = []
    for part in limits.lines_by_owner(whole=True) if limits.few(conn) else limits.lines():
        sql = f"""SELECT {part.day} AS day, {part.seq} AS seq {part.source} AND {part.day} < :behind
            AND ({part.day}, {part.seq}) > (:day, :seq) ORDER BY day, seq LIMIT :limit"""
        found += [(row[0], row[1]) for row in conn.execute(sql, args).fetchall()]
    return sorted(found)[:limit]


def _undated_keys(conn: sqlite3.Connection, limits: Asked, after: int, limit: int) -> list[Key]:
    args = limits.args | {"seq": after, "limit": limit}
    found = [
        conn.execute(
            f"""SELECT n.seq FROM line n WHERE {branch.of_day(kind, closed, NO_DATE)} AND n.seq > :seq
            AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.owner_id = n.item_id) ORDER BY n.seq LIMIT :limit""",
            args,
        ).fetchall()
        for branch in limits.branches
        for kind, closed in limits.others
    ]
    return [(NO_DEADLINE, seq) for seq in sorted(row[0] for row in chain(*found))[:limit]]


def seqs_of_day(register: Register, shown: AgendaFilter, day: str) -> "array[int]":
    """Return the `seq` of every line of one day, 8 bytes each, so that a view can begin anywhere in it.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        limits = asked(conn, shown)
        cursor = conn.cursor()
        cursor.row_factory = None
        made = array("q")
        if day != NO_DEADLINE:
            for part in limits.lines():
                sql = f"SELECT n.seq {part.source} AND {part.day} = :day"
                made.extend(row[0] for row in cursor.execute(sql, limits.args | {"day": day}))
            return array("q", sorted(made))
        other = _with_undated(conn, limits)
        for branch in limits.branches:
            for kind, closed in limits.others:
                sql = f"SELECT n.seq FROM line n WHERE {branch.of_day(kind, closed, NO_DATE)}"
                made.extend(row[0] for row in cursor.execute(sql, limits.args) if row[0] not in other)
        return array("q", sorted(made))


def entries(register: Register, seqs: Iterable[int]) -> list[Entry]:
    """Return lines of the agenda by their `seq`, in the order asked; those that are gone are left out.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        cursor = register.read.cursor()
        cursor.row_factory = None
        return [_entry(*row) for row in cursor.execute(_ENTRIES, (json.dumps(list(seqs)),)).fetchall()]


_ENTRIES = """
    SELECT n.seq, n.due, coalesce(d.id, ''), coalesce(o.id, n.item_id), coalesce(o.kind, n.kind),
        coalesce(o.number, n.number), coalesce(x.title, n.title), d.phrase, d.date_from, d.precision, d.recurring,
        d.no_date, n.status, n.closed, n.claimed, n.ministry, n.committee, n.handler, coalesce(l.id, ''), n.letter,
        coalesce(l.subject, ''), EXISTS (SELECT 1 FROM tie t WHERE t.item_id = n.item_id)
    FROM json_each(?) asked CROSS JOIN line n ON n.seq = asked.value LEFT JOIN deadline d ON d.id = n.item_id
    LEFT JOIN item o ON o.id = d.owner_id LEFT JOIN line x ON x.seq = o.seq
    LEFT JOIN letter l ON l.number = n.letter AND n.letter <> ''
"""
_KINDS = {kind.value: kind for kind in ItemKind}
_PRECISIONS = {precision.value: precision for precision in Precision}


def _entry(
    seq: int, due: str, deadline_id: str, item_id: str, kind: str, number: str, title: str, phrase: str | None,
    date_from: str | None, precision: str | None, recurring: int | None, no_date: int | None, *rest: Any,
) -> Entry:  # fmt: skip
    """Return the line of a row; a code that this version does not know counts as the plainest one."""
    status, closed, claimed, ministry, committee, handler, letter_id, letter_number, subject, has_words = rest
    return Entry(
        seq, due if deadline_id else NO_DEADLINE, deadline_id, item_id, _KINDS.get(kind, ItemKind.DEADLINE), number,
        title, phrase or "", to_date(date_from or ""), to_date(due) if deadline_id else None,
        _PRECISIONS.get(precision or "", Precision.NONE), bool(recurring), bool(no_date), status, bool(closed),
        bool(claimed), ministry, committee, handler, letter_id, letter_number, subject, bool(has_words),
    )  # fmt: skip


def lanes(
    register: Register, shown: AgendaFilter, by: str, first: str, behind: str
) -> dict[str, list[tuple[str, int]]]:
    """Return, by ministry or by kind, how many deadlines each day of a range has; `behind` is left out.

    Raises:
        UserError: the register is damaged or locked.
        ValueError: `by` is neither "ministry" nor "kind".
    """
    column = {"ministry": "n.ministry", "kind": OWNER_KIND}.get(by)
    if column is None:
        raise ValueError(by)
    with translated(register.path):
        conn = register.read
        limits = asked(conn, shown)
        args = limits.args | {"first": first, "behind": behind}
        found: dict[str, dict[str, int]] = {}
        for part in limits.lines_by_owner(whole=True) if limits.few(conn) else limits.lines():
            sql = f"""SELECT {column} AS lane, {part.day} AS day, count(*) {part.source}
                AND {part.day} >= :first AND {part.day} < :behind GROUP BY lane, day"""
            for lane, day, count in conn.execute(sql, args).fetchall():
                days = found.setdefault(lane, {})
                days[day] = days.get(day, 0) + count
    return {lane: sorted(days.items()) for lane, days in found.items()}


def summary(register: Register, today: str, week_behind: str, leads: Sequence[tuple[ItemKind, str]]) -> Summary:
    """Return what a start tells.

    Args:
        register: the register.
        today: the day, as an ISO text.
        week_behind: the first day of next week.
        leads: by kind of the item, the first day that is not coming up yet.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        counts = "SELECT count(*) FROM line n WHERE n.kind = 'deadline' AND n.closed = 0 AND n.due >= ? AND n.due < ?"
        overdue, week = (conn.execute(counts, span).fetchone()[0] for span in (("", today), (today, week_behind)))
        coming = dict(leads)
        found = conn.execute(
            f"""SELECT {OWNER_KIND} AS owner, n.due, count(*) FROM line n WHERE n.kind = 'deadline' AND n.closed = 0
            AND n.due >= ? AND n.due < ? GROUP BY owner, n.due""",
            (today, max(coming.values(), default=today)),
        ).fetchall()
        near = sum(count for kind, day, count in found if day < coming.get(_KINDS.get(kind, ItemKind.DEADLINE), today))
    return Summary(overdue, week, near)


def values(register: Register, facet: str) -> list[str]:
    """Return the values of a facet that occur, sorted: one of FACETS.

    Raises:
        UserError: the register is damaged or locked.
        ValueError: the agenda is not limited by that.
    """
    if facet not in FACETS:
        raise ValueError(facet)
    with translated(register.path):
        return sorted(set(spellings(register.read, facet)) - {""}, key=str.casefold)


def has_lines(register: Register) -> bool:
    """Tell whether the register holds anything at all that the agenda could show, settled or not."""
    with translated(register.path):
        return register.read.execute("SELECT 1 FROM line LIMIT 1").fetchone() is not None


def reasons(register: Register, limit: int = 50) -> list[str]:
    """Return the reasons that were given for moves, the newest first, each once.

    Raises:
        UserError: the register is damaged or locked.
    """
    sql = f"SELECT reason FROM deadline_change ORDER BY rowid DESC LIMIT {RECENT_MOVES}"
    with translated(register.path):
        given = dict.fromkeys(row[0] for row in register.read.execute(sql).fetchall() if row[0])
    return list(given)[:limit]


def find(register: Register, shown: AgendaFilter, text: str) -> Key | None:
    """Return the place of the first line whose own number, or else whose title, begins with a text; None without one.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        limits = asked(conn, shown)
        closed = "" if shown.also_closed else " AND +n.closed = 0"
        for column, order in (("n.number", ""), ("n.title", " COLLATE NOCASE")):
            start = text.upper() if column == "n.number" else text
            sql = f"""SELECT n.seq, n.kind, n.due, n.item_id FROM line n WHERE {column} >= :start{order}
                AND {column} < :start || char(0x10FFFF){order} AND {limits.anyhow}{closed}
                ORDER BY {column}{order}, n.seq LIMIT 20"""
            for row in conn.execute(sql, limits.args | {"start": start}).fetchall():
                if (key := _key_of(conn, limits, row)) is not None:
                    return key
    return None


def key_of(register: Register, shown: AgendaFilter, entry_id: str) -> Key | None:
    """Return the place of the line of a deadline, or of an item without one, by its id; None where it is not wanted.

    Raises:
        UserError: the register is damaged or locked.
    """
    with translated(register.path):
        conn = register.read
        limits = asked(conn, shown)
        closed = "" if shown.also_closed else " AND n.closed = 0"
        sql = f"""SELECT n.seq, n.kind, n.due, n.item_id FROM item i JOIN line n ON n.seq = i.seq
            WHERE i.id = :id AND {limits.anyhow}{closed}"""
        row = conn.execute(sql, limits.args | {"id": entry_id}).fetchone()
        return _key_of(conn, limits, row) if row is not None else None


def _key_of(conn: sqlite3.Connection, limits: Asked, row: Any) -> Key | None:
    """Return the place of what belongs to a line: its own, or that of the first deadline of the item."""
    wanted = f"+n.kind = 'deadline' AND {limits.anyhow}{limits.owners}"
    sql = f"SELECT n.due, n.seq FROM line n WHERE n.seq = :found AND {wanted}"
    if row["kind"] != ItemKind.DEADLINE:
        sql = f"""SELECT n.due, n.seq FROM deadline d JOIN item i ON i.id = d.id JOIN line n ON n.seq = i.seq
            WHERE d.owner_id = :item AND {wanted} ORDER BY 1, 2 LIMIT 1"""
    found = conn.execute(sql, limits.args | {"found": row["seq"], "item": row["item_id"]}).fetchone()
    if found is not None:
        return found[0], found[1]
    is_item = row["kind"] != ItemKind.DEADLINE and row["due"] == NO_DATE and ItemKind(row["kind"]) in limits.kinds
    return (NO_DEADLINE, row["seq"]) if is_item else None
