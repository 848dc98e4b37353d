"""What a list or a view is limited to, as conditions on the table `line`: the same for window, command line, exports.

Every condition is served by an index of `line`, or is a set of ids that an index serves. A value that only some items
have besides their main one (a second sender, a second dossier) is looked up in `line_also`; where nobody has it so, the
plain condition stands alone and keeps the order of its index.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from griffie.domain.listing import YEAR_LENGTH, Wanted
from griffie.domain.plain import fold
from griffie.store.lines import CLOSED, FACETS_ALSO, NO_DATE, ministry_code
from griffie.store.search import match_text


@dataclass
class Conditions:
    """Conditions on the line `n`, to be joined with AND, and their named arguments."""

    parts: list[str] = field(default_factory=list)
    args: dict[str, Any] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """The text behind WHERE."""
        return " AND ".join(self.parts) or "1"


def conditions(conn: sqlite3.Connection, wanted: Wanted) -> Conditions:
    """Return what `wanted` asks of a line."""
    made = Conditions()
    for build in (_kinds, _dates, _people_and_papers, _chosen, _letter, _words):
        for part, args in build(conn, wanted):
            made.parts.append(part)
            made.args |= args
    return made


Part = tuple[str, dict[str, Any]]


def _kinds(_conn: sqlite3.Connection, wanted: Wanted) -> Iterator[Part]:
    for column, values in (("kind", wanted.kinds), ("status", wanted.statuses), ("letter_state", wanted.states)):
        if len(values) == 1:
            yield f"n.{column} = :{column}", {column: values[0].value}
        elif values:
            yield f"n.{column} IN (SELECT value FROM json_each(:{column}))", {column: json.dumps(values)}
    closed = {status in CLOSED for status in _statuses(wanted)}
    if (
        len(closed) == 1 and not wanted.open_only and wanted.overdue_on is None
    ):  # so that an order by date needs no sort
        yield f"n.closed = {int(closed.pop())}", {}
    if wanted.open_only:
        yield "n.closed = 0", {}
    if wanted.once:
        yield "n.alone = 1", {}
    if wanted.claimed:
        yield "n.claimed = 1", {}


def _statuses(wanted: Wanted) -> set[str]:
    """Return the statuses that are asked for, typed or chosen; where both are, a line must have one of each."""
    return set(map(str, wanted.statuses)) or set(wanted.values_of("status"))


def _dates(conn: sqlite3.Connection, wanted: Wanted) -> Iterator[Part]:
    if wanted.overdue_on is not None:
        yield "n.closed = 0 AND n.due < :overdue_on", {"overdue_on": wanted.overdue_on.isoformat()}
    if wanted.no_date:
        yield "n.due = :no_date", {"no_date": NO_DATE}
    if wanted.due_before is None and wanted.due_after is None:
        return
    after = wanted.due_after.isoformat() if wanted.due_after else "0"
    before = wanted.due_before.isoformat() if wanted.due_before else "a"
    inside = "n.due > :due_after AND n.due < :due_before"
    also = "SELECT seq FROM line_also WHERE facet = 'due' AND value > :due_after AND value < :due_before"
    args = {"due_after": after, "due_before": before}
    some = conn.execute(f"{also} LIMIT 1", args).fetchone()
    yield (f"({inside} OR n.seq IN ({also}))" if some else inside), args


def _people_and_papers(conn: sqlite3.Connection, wanted: Wanted) -> Iterator[Part]:
    if wanted.ministry.strip():
        named = {fold(wanted.ministry), fold(ministry_code(wanted.ministry.strip()))}
        found = [name for name in spellings(conn, "ministry") if fold(name) in named]
        yield _is_one_of(conn, "ministry", found, "typed_ministry")
    if wanted.committee.strip():
        sought = fold(wanted.committee)
        found = [name for name in spellings(conn, "committee") if sought in fold(name)]
        yield _is_one_of(conn, "committee", found, "typed_committee")
    if wanted.dossier is not None:
        number, suffix = wanted.dossier.number, wanted.dossier.suffix
        if suffix:
            yield _is_one_of(conn, "dossier", [f"{number}-{suffix}"], "typed_dossier")
        else:
            found = [name for name in spellings(conn, "dossier") if name == number or name.startswith(f"{number}-")]
            yield _is_one_of(conn, "dossier", found, "typed_dossier")


def _chosen(conn: sqlite3.Connection, wanted: Wanted) -> Iterator[Part]:
    for facet in dict.fromkeys(name for name, _value in wanted.chosen):
        values = wanted.values_of(facet)
        if facet == "year":
            years = [f"substr(n.made_on, 1, {YEAR_LENGTH}) = :year_{place}" for place in range(len(values))]
            if len(values) == 1:
                years = ["n.made_on >= :year_0 AND n.made_on < :year_0 || '~'"]
            yield f"({' OR '.join(years)})", {f"year_{place}": value for place, value in enumerate(values)}
        elif facet in COLUMNS:
            yield _is_one_of(conn, facet, list(values), f"chosen_{facet}")
        else:
            raise ValueError(facet)


def _letter(_conn: sqlite3.Connection, wanted: Wanted) -> Iterator[Part]:
    if wanted.letter_id:
        yield (
            "n.seq IN (SELECT seq FROM item WHERE letter_id = :letter UNION SELECT i.seq FROM mention m "
            "JOIN item i ON i.id = m.item_id WHERE m.letter_id = :letter)",
            {"letter": wanted.letter_id},
        )


def _words(_conn: sqlite3.Connection, wanted: Wanted) -> Iterator[Part]:
    if wanted.query.strip():
        match = match_text(wanted.query) or '""'
        yield "n.seq IN (SELECT rowid FROM fts_item WHERE fts_item MATCH :match)", {"match": match}


COLUMNS = frozenset(
    ("kind", "status", "ministry", "person", "committee", "dossier", "chamber", "handler", "letter_state")
)


def _is_one_of(conn: sqlite3.Connection, column: str, values: list[str], name: str) -> Part:
    """Return the condition that a line has one of these values, in its own column or besides."""
    args = {name: json.dumps(values)}
    asked = f"(SELECT value FROM json_each(:{name}))"
    plain = f"n.{column} IN {asked}"
    if len(values) == 1:
        plain, args = f"n.{column} = :{name}_one", {f"{name}_one": values[0]}
    if column not in FACETS_ALSO or not values:
        return plain, args
    args[name] = json.dumps(values)
    also = f"SELECT seq FROM line_also WHERE facet = '{column}' AND value IN {asked}"
    if conn.execute(f"{also} LIMIT 1", args).fetchone() is None:
        return plain, args
    return f"({plain} OR n.seq IN ({also}))", args


def spellings(conn: sqlite3.Connection, column: str) -> Iterable[str]:
    """Yield every value that a column of lines has, each once, by jumping along its index."""
    for table, where, name in (("line", "1", column), ("line_also", f"facet = '{column}'", "value")):
        sql = f"SELECT {name} FROM {table} WHERE {where} AND {name} > ? ORDER BY {name} LIMIT 1"
        value = ""
        while (row := conn.execute(sql, (value,)).fetchone()) is not None:
            value = row[0]
            yield value
