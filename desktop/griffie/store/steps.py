"""Every change a clerk makes: row changes and their history in one transaction, and the way back.

A step is a group of row changes with a name. The log is append-only: undoing appends a step that holds the inverse.
The cursor row knows which step is undone next and which are ready to be redone.
"""

import contextlib
import json
import sqlite3
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from griffie.base.errors import ConflictError, UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.store.database import Register
from griffie.store.lines import drop_lines, refresh_lines
from griffie.store.search import drop_items, drop_letters, refresh_items, refresh_letters

Row = dict[str, Any]

TABLES = frozenset(
    (
        "letter",
        "letter_sender",
        "letter_dossier",
        "letter_committee",
        "document",
        "passage",
        "item",
        "commitment",
        "motion",
        "deadline",
        "deadline_change",
        "item_person",
        "mention",
        "tie",
        "decision",
        "citation_fix",
        "settlement",
        "progress",
        "relation",
        "proposal_decision",
        "saved_view",
    )
)
"""The tables whose rows a step may change; caches, blobs, readings and the log itself are not among them."""

HEADERS = frozenset({"letter", "letter_sender", "letter_dossier", "letter_committee"})
"""Tables of a letter's header: its items sort and filter by what stands there."""

SEEN = {"item": frozenset({"unreviewed"})}
"""Columns that say what a clerk has seen. Looking is no step: undo neither minds nor brings back what they were."""


def new_id() -> str:
    """Return a fresh UUID."""
    return str(uuid.uuid4())


def now_text() -> str:
    """Return this moment in UTC, ISO form, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass
class Step:
    """An open step: change rows through it, and the log follows."""

    conn: sqlite3.Connection
    step_id: int
    who: str
    label: str
    letters: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)
    headers: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    homes: dict[str, str] = field(default_factory=dict)
    gone: dict[str, set[int]] = field(default_factory=lambda: {"letter": set(), "item": set()})
    count: int = 0
    args: dict[str, Any] = field(default_factory=dict)

    def insert(self, table: str, row: Row) -> str:
        """Insert a row (an `id` is made if it has none) and return its id."""
        row = {"id": new_id(), **row}
        self._put(table, row)
        self._log(table, row["id"], None, self._row(table, row["id"]))
        return str(row["id"])

    def update(self, table: str, row_id: str, values: Row) -> bool:
        """Change columns of a row; returns whether anything differed.

        Raises:
            ConflictError: the row is no longer there.
        """
        before = self._row(table, row_id)
        if before is None:
            raise ConflictError(_("What you were changing is no longer in the register."))
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return False
        sets = ", ".join(f"{name} = ?" for name in changed)
        self.conn.execute(f"UPDATE {_known(table)} SET {sets} WHERE id = ?", (*changed.values(), row_id))
        self._log(table, row_id, before, before | changed)  # no trigger and no default could make it other than asked
        return True

    def delete(self, table: str, row_id: str) -> None:
        """Delete a row; what points at it must be deleted in the same step."""
        before = self._row(table, row_id)
        if before is None:
            return
        self.conn.execute(f"DELETE FROM {_known(table)} WHERE id = ?", (row_id,))
        self._log(table, row_id, before, None)

    def replace_children(self, table: str, column: str, owner: str, rows: list[Row], where: Row | None = None) -> None:
        """Make `rows` the children of `owner` in a list table (senders, dossiers, persons of one role)."""
        where = where or {}
        condition = "".join(f" AND {name} = ?" for name in where)
        old = self.conn.execute(
            f"SELECT id FROM {_known(table)} WHERE {column} = ?{condition} ORDER BY position", (owner, *where.values())
        ).fetchall()
        for (row_id,) in old:
            self.delete(table, row_id)
        for position, row in enumerate(rows):
            self.insert(table, {**row, **where, column: owner, "position": position})

    def restore(self, table: str, row_id: str, expected: Row | None, wanted: Row | None) -> None:
        """Put a row back to `wanted` if it still is `expected`; the heart of undo.

        Raises:
            ConflictError: the row has moved on since.
        """
        if not _same(self._row(table, row_id), expected, SEEN.get(table, frozenset())):
            raise ConflictError(_("It has been changed since by something else."))
        if wanted is None:
            self.conn.execute(f"DELETE FROM {_known(table)} WHERE id = ?", (row_id,))
        elif expected is None:
            self._put(table, wanted)
        else:
            names = [name for name in wanted if name != "id" and name not in SEEN.get(table, ())]
            sets = ", ".join(f"{name} = ?" for name in names)
            self.conn.execute(
                f"UPDATE {_known(table)} SET {sets} WHERE id = ?", (*(wanted[name] for name in names), row_id)
            )
        self._log(table, row_id, expected, wanted)

    def rows(self, table: str, **equals: Any) -> list[Row]:
        """Return the rows of a table whose columns have these values, as this step sees them, oldest first."""
        condition = " AND ".join(f"{name} = ?" for name in equals)
        found = self.conn.execute(
            f"SELECT * FROM {_known(table)} WHERE {condition} ORDER BY rowid", tuple(equals.values())
        )
        return [dict(row) for row in found.fetchall()]

    def number(self, prefix: str) -> str:
        """Return the next own number of this year, such as C2026-0007, and name the step after it.

        The counter is no part of the step, so no number is ever used twice.
        """
        self.args["number"] = next_number(self.conn, prefix, date.today().year)
        return str(self.args["number"])

    def changes(self) -> Changes:
        """Return what this step touched."""
        return Changes(frozenset(self.letters), frozenset(self.items), self.label)

    def _put(self, table: str, row: Row) -> None:
        names, marks = ", ".join(row), ", ".join("?" for _name in row)
        self.conn.execute(f"INSERT INTO {_known(table)} ({names}) VALUES ({marks})", tuple(row.values()))

    def _row(self, table: str, row_id: str) -> Row | None:
        row = self.conn.execute(f"SELECT * FROM {_known(table)} WHERE id = ?", (row_id,)).fetchone()
        return None if row is None else dict(row)

    def _log(self, table: str, row_id: str, before: Row | None, after: Row | None) -> None:
        letter_id, item_id = "", ""
        if table == "item":
            self.homes.pop(row_id, None)
        for row in filter(None, (before, after)):  # a row that moves touches both of its owners
            letter_id, item_id = self._owners(table, row_id, row)
            self.letters |= {letter_id} - {""}
            self.items |= {item_id} - {""}
            self.headers |= {letter_id} if table in HEADERS else set()
            self.owners |= {row.get("owner_id") or row.get("other_id") or ""}
        if table in self.gone and before is not None and after is None:
            self.gone[table].add(before["seq"])
        self.conn.execute(
            "INSERT INTO change (step_id, tbl, row_id, letter_id, item_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.step_id, table, row_id, letter_id, item_id, _dump(before), _dump(after)),
        )
        self.count += 1

    def _owners(self, table: str, row_id: str, row: Row) -> tuple[str, str]:
        """Return the letter and the item that a row belongs to, '' where there is none."""
        if table == "letter":
            return row_id, ""
        if table == "decision":  # it stays when the item goes
            return row["letter_id"], ""
        if table == "saved_view":
            return "", ""
        if table == "item":
            return row["letter_id"] or "", row_id
        if table in ("commitment", "motion", "deadline"):
            return self._letter_of_item(row_id), row_id
        if table == "tie":
            return self._owners_of_tie(row)
        if table == "passage":
            ties = self.rows("tie", passage_id=row_id)
            return row["letter_id"], self._owners_of_tie(ties[0])[1] if ties else ""
        item_id = row.get("item_id") or ""
        return row.get("letter_id") or self._letter_of_item(item_id), item_id

    def _owners_of_tie(self, tie: Row) -> tuple[str, str]:
        """A tie belongs to the letter of its passage: it goes when that letter is forgotten."""
        found = self.conn.execute("SELECT letter_id FROM passage WHERE id = ?", (tie["passage_id"],)).fetchone()
        owner = self.conn.execute("SELECT item_id FROM mention WHERE id = ?", (tie["mention_id"],)).fetchone()
        return found[0] if found else "", owner[0] if owner else tie["item_id"] or ""

    def _letter_of_item(self, item_id: str) -> str:
        if item_id not in self.homes:
            row = self.conn.execute("SELECT letter_id FROM item WHERE id = ?", (item_id,)).fetchone()
            self.homes[item_id] = (row[0] or "") if row else ""
        return self.homes[item_id]


@contextlib.contextmanager
def step(register: Register, who: str, label: str, *, durable: bool = True, **args: Any) -> Iterator[Step]:
    """Open a step named `label` (an English text to be translated, with `args` filled in) and commit it.

    A step that changed nothing leaves no trace.

    Raises:
        UserError: the register cannot be written.
    """
    with register.write(durable=durable) as conn:
        previous = conn.execute("SELECT position FROM cursor").fetchone()[0]
        opened = _begin(conn, who, "do", label, args, None, previous)
        yield opened
        if not opened.count:
            conn.execute("DELETE FROM step WHERE id = ?", (opened.step_id,))
            return
        conn.execute(
            "UPDATE step SET label = ?, args = ? WHERE id = ?", (opened.label, json.dumps(opened.args), opened.step_id)
        )
        conn.execute("UPDATE cursor SET position = ?, redo = '[]'", (opened.step_id,))
        _refresh_search(opened)


def undo(register: Register, who: str) -> Changes:
    """Take back the last step and return what changed.

    Raises:
        UserError: there is nothing to undo, or the register cannot be written.
        ConflictError: a row of the step has been changed since.
    """
    with _reversing(register) as conn:
        target = _undoable(conn)
        if target is None:
            raise UserError(_("There is nothing to undo."))
        undone = _invert(conn, who, "undo", target)
        redo = [*json.loads(conn.execute("SELECT redo FROM cursor").fetchone()[0]), target["id"]]
        conn.execute("UPDATE cursor SET position = ?, redo = ?", (target["previous"], json.dumps(redo)))
        return undone


def redo(register: Register, who: str) -> Changes:
    """Do the last undone step again and return what changed.

    Raises:
        UserError: there is nothing to redo, or the register cannot be written.
        ConflictError: a row of the step has been changed since.
    """
    with _reversing(register) as conn:
        waiting = json.loads(conn.execute("SELECT redo FROM cursor").fetchone()[0])
        target = _redoable(conn, waiting)
        if target is None:
            raise UserError(_("There is nothing to redo."))
        redone = _invert(conn, who, "redo", target)
        conn.execute("UPDATE cursor SET position = ?, redo = ?", (target["id"], json.dumps(waiting)))
        return redone


@contextlib.contextmanager
def _reversing(register: Register) -> Iterator[sqlite3.Connection]:
    """Write; a row that points at something deleted for good since is a step that cannot be turned round."""
    try:
        with register.write() as conn:
            yield conn
    except sqlite3.IntegrityError as error:
        raise ConflictError(_("It belongs to something that has been deleted for good since.")) from error


def _begin(
    conn: sqlite3.Connection, who: str, kind: str, label: str, args: Row, target: int | None, previous: int | None
) -> Step:
    cursor = conn.execute(
        "INSERT INTO step (at, who, kind, label, args, target, previous) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (now_text(), who, kind, label, json.dumps(args), target, previous),
    )
    return Step(conn, int(cursor.lastrowid or 0), who, label, args=dict(args))


def _invert(conn: sqlite3.Connection, who: str, kind: str, target: sqlite3.Row) -> Changes:
    """Append a step that turns the target's changes round (undo) or makes them once more (redo)."""
    done = _begin(conn, who, kind, target["label"], json.loads(target["args"]), target["id"], None)
    order = "DESC" if kind == "undo" else "ASC"
    rows = conn.execute(
        f"SELECT tbl, row_id, before, after FROM change WHERE step_id = ? AND erased = 0 ORDER BY id {order}",
        (target["id"],),
    ).fetchall()
    for row in rows:
        before, after = _load(row["before"]), _load(row["after"])
        expected, wanted = (after, before) if kind == "undo" else (before, after)
        done.restore(row["tbl"], row["row_id"], expected, wanted)
    _refresh_search(done)
    return done.changes()


def _undoable(conn: sqlite3.Connection) -> sqlite3.Row | None:
    """Return the step that undo takes back: the newest done one of which anything is left (`forget` erases)."""
    position = conn.execute("SELECT position FROM cursor").fetchone()[0]
    while position is not None:
        found: sqlite3.Row | None = conn.execute("SELECT * FROM step WHERE id = ?", (position,)).fetchone()
        if found is None or _has_changes(conn, position):
            return found
        position = found["previous"]
    return None


def _redoable(conn: sqlite3.Connection, waiting: list[int]) -> sqlite3.Row | None:
    while waiting:
        candidate = waiting.pop()
        if _has_changes(conn, candidate):
            found: sqlite3.Row = conn.execute("SELECT * FROM step WHERE id = ?", (candidate,)).fetchone()
            return found
    return None


def _has_changes(conn: sqlite3.Connection, step_id: int) -> bool:
    return conn.execute("SELECT 1 FROM change WHERE step_id = ? AND erased = 0", (step_id,)).fetchone() is not None


def _same(row: Row | None, logged: Row | None, seen: frozenset[str]) -> bool:
    """Compare a row with what the log says of it; a column that a later version added is not in an older log."""
    if row is None or logged is None:
        return row is logged
    return all(row.get(name) == value for name, value in logged.items() if name not in seen)


def _refresh_search(done: Step) -> None:
    drop_letters(done.conn, done.gone["letter"])
    drop_items(done.conn, done.gone["item"])
    refresh_letters(done.conn, done.letters)
    refresh_items(done.conn, done.items)
    drop_lines(done.conn, done.gone["item"])
    refresh_lines(done.conn, done.items | done.owners, done.headers)


@dataclass(frozen=True)
class StepLine:
    """One line of the history: when, who, what, and of which kind (do, undo, redo)."""

    id: int
    at: str
    who: str
    kind: str
    label: str
    args: dict[str, Any]

    @property
    def name(self) -> str:
        """What was done, undone or redone, in the language in force; a field is named by its label."""
        args = dict(self.args)
        if label := args.get("field", ""):
            word = _(label)
            args["field"] = word[:1].lower() + word[1:]
        return _(self.label).format(**args)

    @property
    def text(self) -> str:
        """The line as it is shown: the name, and whether it was undone or redone."""
        name = self.name
        if self.kind == "undo":
            return _("Undone: {step}").format(step=name)
        return _("Redone: {step}").format(step=name) if self.kind == "redo" else name


@dataclass(frozen=True)
class UndoStatus:
    """What undo and redo would do next; None where there is nothing."""

    undo: StepLine | None
    redo: StepLine | None


def undo_status(register: Register) -> UndoStatus:
    """Return the steps that undo and redo would touch, for the menu."""
    conn = register.read
    waiting = json.loads(conn.execute("SELECT redo FROM cursor").fetchone()[0])
    back, again = _undoable(conn), _redoable(conn, waiting)
    return UndoStatus(_line(back) if back else None, _line(again) if again else None)


_STEPS_OF_LETTER = """
    SELECT step_id FROM change WHERE letter_id = ?
    UNION
    SELECT step_id FROM change
    WHERE letter_id = '' AND item_id IN (SELECT item_id FROM mention WHERE letter_id = ?)
"""  # a motion belongs to no one letter: its own fields are found through the letters that mention it


def history(
    register: Register, *, letter_id: str | None = None, item_id: str | None = None, limit: int = 200
) -> list[StepLine]:
    """Return the newest steps first, of the whole register or of one letter (with its motions) or item."""
    wanted = "1"
    values: tuple[str, ...] = ()
    if letter_id:
        wanted, values = f"id IN ({_STEPS_OF_LETTER})", (letter_id, letter_id)
    elif item_id is not None:
        wanted, values = "id IN (SELECT step_id FROM change WHERE item_id = ?)", (item_id,)
    rows = register.read.execute(f"SELECT * FROM step WHERE {wanted} ORDER BY id DESC LIMIT ?", (*values, limit))
    return [_line(row) for row in rows.fetchall()]


def step_changes(register: Register, step_id: int) -> list[tuple[str, str, Row | None, Row | None]]:
    """Return table, row id, before and after of each change of a step."""
    rows = register.read.execute(
        "SELECT tbl, row_id, before, after FROM change WHERE step_id = ? ORDER BY id", (step_id,)
    )
    return [(r["tbl"], r["row_id"], _load(r["before"]), _load(r["after"])) for r in rows.fetchall()]


def _line(row: sqlite3.Row) -> StepLine:
    return StepLine(row["id"], row["at"], row["who"], row["kind"], row["label"], json.loads(row["args"]))


def _known(table: str) -> str:
    if table not in TABLES:
        raise KeyError(table)
    return table


def _dump(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _load(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)


def next_number(conn: sqlite3.Connection, prefix: str, year: int) -> str:
    """Return the next own number, such as C2026-0007; the counter is no part of a step, so none is used twice."""
    last = conn.execute(
        "INSERT INTO counter VALUES (?, ?, 1) ON CONFLICT (prefix, year) DO UPDATE SET last = last + 1 RETURNING last",
        (prefix, year),
    ).fetchone()[0]
    return f"{prefix}{year}-{last:04d}"


ERASED = N_("A letter deleted for good")
