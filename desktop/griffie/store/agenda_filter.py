"""What the agenda is limited to, as statements over `line`: which index is begun at decides whether it is fast.

A statement begins at the index of a ministry, committee, handler or chamber where one is chosen, at the lines that have
it besides their main one (`line_also`), or at the items of a kind where few are wanted. The parts of a filter have no
line in common, so that counts are added up and pages merged. A plus in front of a column keeps SQLite from its index.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from griffie.domain.agenda import NO_DATE, AgendaFilter
from griffie.domain.kinds import ItemKind
from griffie.domain.listing import Wanted
from griffie.store.conditions import conditions

FACETS = ("ministry", "committee", "handler", "chamber")
OTHER_KINDS = tuple(kind for kind in ItemKind if kind is not ItemKind.DEADLINE)
FEW = 3_000
RARE = 20
"""Where the kinds that are wanted have fewer dated items than FEW, and only every twentieth deadline is of them, a page
begins at those items and not at all deadlines."""

OWNER_KIND = """coalesce((SELECT x.kind FROM deadline o JOIN item x ON x.id = o.owner_id WHERE o.id = n.item_id),
    'deadline')"""
"""The kind of the item that the deadline of line `n` belongs to; 'deadline' for one of the letter itself."""


@dataclass(frozen=True)
class Branch:
    """A part of what is wanted: conditions on the line `n`, and what their statement begins at."""

    where: str
    by_facet: bool = False
    by_seq: bool = False

    def column(self, name: str) -> str:
        """Return a column of the line, kept from its index where the ids of lines lead."""
        return f"+n.{name}" if self.by_seq else f"n.{name}"

    def deadlines(self, closed: int) -> str:
        """Return the conditions of deadlines, to be gone through by day."""
        kind = "+n.kind" if self.by_facet or self.by_seq else "n.kind"
        return f"{kind} = 'deadline' AND {self.column('closed')} = {closed} AND {self.where}"

    def of_day(self, kind: ItemKind, closed: int, day: str) -> str:
        """Return the conditions of lines of a kind on one day, in the order of `seq`."""
        return (
            f"{self.column('kind')} = '{kind.value}' AND {self.column('closed')} = {closed} "
            f"AND {self.column('due')} = '{day}' AND {self.where}"
        )


@dataclass(frozen=True)
class Lines:
    """A part of what is wanted as the text behind SELECT, and what its day and `seq` are called in it."""

    source: str
    day: str = "n.due"
    seq: str = "n.seq"


@dataclass(frozen=True)
class Asked:
    """A filter, made ready for SQL. `kinds` are of the items that deadlines belong to; `limited` where not all are."""

    branches: tuple[Branch, ...]
    anyhow: str
    args: dict[str, Any]
    closed: tuple[int, ...]
    kinds: tuple[ItemKind, ...]
    limited: bool

    @property
    def others(self) -> list[tuple[ItemKind, int]]:
        """The kinds that are wanted besides deadlines, each with the values of `closed`."""
        return [(kind, closed) for kind in OTHER_KINDS if kind in self.kinds for closed in self.closed]

    @property
    def owners(self) -> str:
        """The condition that a deadline belongs to an item of the kinds that are wanted."""
        return f" AND {OWNER_KIND} IN (SELECT value FROM json_each(:owner_kinds))" if self.limited else ""

    def lines(self) -> Iterator[Lines]:
        """Yield the deadlines that are wanted, begun at the lines of deadlines, in the order of their days."""
        for branch, closed in product(self.branches, self.closed):
            yield Lines(f"FROM line n WHERE {branch.deadlines(closed)}{self.owners}", branch.column("due"))

    def lines_by_owner(self, *, whole: bool) -> Iterator[Lines]:
        """Yield the same, begun at the items of the kinds that are wanted: the work is that of what is found.

        Args:
            whole: the line `n` and its `seq` are needed; counts by day do without where nothing else limits.
        """
        joined = "CROSS JOIN item i ON i.id = d.id CROSS JOIN line n ON n.seq = i.seq"
        line = joined if whole or self.anyhow != "1" else ""
        for kind, closed in self.others:
            yield Lines(
                f"""FROM line x CROSS JOIN deadline d ON d.owner_id = x.item_id {line}
                WHERE x.kind = '{kind.value}' AND x.closed = {closed} AND x.due < '{NO_DATE}' AND d.date_to <> ''
                AND {self.anyhow}""",
                "d.date_to", "i.seq",
            )  # fmt: skip
        for branch, closed in product(self.branches, self.closed):
            undated = branch.of_day(ItemKind.DEADLINE, closed, NO_DATE)
            yield Lines(f"FROM line n WHERE {undated}{self.owners}")
        if ItemKind.DEADLINE in self.kinds:
            closed_ones = "(0, 1)" if len(self.closed) > 1 else "(0)"
            yield Lines(
                f"""FROM deadline d {joined} WHERE d.owner_id IS NULL AND d.date_to <> ''
                AND +n.closed IN {closed_ones} AND {self.anyhow}""",
                "d.date_to", "i.seq",
            )  # fmt: skip

    def few(self, conn: sqlite3.Connection) -> bool:
        """Tell whether few of all deadlines are of the kinds that are wanted."""
        if not self.limited:
            return False
        found = 0
        for kind, closed in self.others:
            dated = f"kind = '{kind.value}' AND closed = {closed} AND due < '{NO_DATE}'"
            found += _count(conn, f"SELECT 1 FROM line WHERE {dated} LIMIT {FEW}")
        if ItemKind.DEADLINE in self.kinds:
            found += _count(conn, f"SELECT 1 FROM deadline WHERE owner_id IS NULL LIMIT {FEW}")
        if found >= FEW:
            return False
        dated = f"kind = 'deadline' AND closed = 0 AND due < '{NO_DATE}'"
        return _count(conn, f"SELECT 1 FROM line WHERE {dated} LIMIT {found * RARE + 1}") > found * RARE


def _count(conn: sqlite3.Connection, sql: str) -> int:
    return int(conn.execute(f"SELECT count(*) FROM ({sql})").fetchone()[0])


def asked(conn: sqlite3.Connection, shown: AgendaFilter) -> Asked:
    """Return a filter made ready for SQL."""
    args: dict[str, Any] = {}
    choices: list[list[Branch]] = []
    for facet in FACETS:
        if value := getattr(shown, facet):
            args[facet] = value
            choices.append(_facet(conn, facet, value))
    branches = [_together(parts) for parts in product(*choices)]
    if shown.dossier is not None:
        limits = conditions(conn, Wanted(dossier=shown.dossier))
        args |= limits.args
        branches = [Branch(f"{one.where} AND {limits.where}", one.by_facet, one.by_seq) for one in branches]
    anyhow = " OR ".join(branch.where for branch in branches)
    kinds = shown.kinds or tuple(ItemKind)
    limited = set(kinds) != set(ItemKind)
    if limited:
        args["owner_kinds"] = json.dumps(kinds)
    closed = (0, 1) if shown.also_closed else (0,)
    return Asked(tuple(branches), f"({anyhow})" if anyhow != "1" else "1", args, closed, kinds, limited)


def _facet(conn: sqlite3.Connection, facet: str, value: str) -> list[Branch]:
    """Return the lines that have a value in their own column, and those that have it besides, if there are any."""
    made = [Branch(f"n.{facet} = :{facet}", by_facet=True)]
    also = f"SELECT seq FROM line_also WHERE facet = '{facet}' AND value = :{facet}"
    if conn.execute(f"{also} LIMIT 1", {facet: value}).fetchone() is not None:
        made.append(Branch(f"n.seq IN ({also})", by_seq=True))
    return made


def _together(parts: tuple[Branch, ...]) -> Branch:
    """Return what fulfils all parts: ids of lines lead where there are any, else the first column."""
    by_seq = any(part.by_seq for part in parts)
    where = [part.where.replace("n.", "+n.", 1) if by_seq and not part.by_seq else part.where for part in parts]
    return Branch(" AND ".join(where) or "1", bool(parts) and not by_seq, by_seq)
