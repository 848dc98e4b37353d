"""Progress notes, relations and saved views out of the register."""

from dataclasses import dataclass

from griffie.domain.following import Progress, ProgressKind, Relation, RelationKind
from griffie.store.database import Register
from griffie.store.rows import to_code, to_date, to_moment


def progress_of(register: Register, item_id: str) -> list[Progress]:
    """Return the dated lines about an item, newest first."""
    rows = register.read.execute(
        "SELECT * FROM progress WHERE item_id = ? ORDER BY on_date DESC, rowid DESC", (item_id,)
    ).fetchall()
    return [
        Progress(
            row["id"],
            row["item_id"],
            to_date(row["on_date"]),
            to_code(ProgressKind, row["kind"]) or ProgressKind.NOTE,
            row["text"],
            row["body"],
            row["letter_id"],
            to_moment(row["at"]),
            row["who"],
        )
        for row in rows
    ]


_RELATIONS = """
    SELECT r.id, r.kind, 0, i.id, i.number, n.title FROM relation r JOIN item i ON i.id = r.other_id
        JOIN line n ON n.seq = i.seq WHERE r.item_id = :item
    UNION ALL SELECT r.id, r.kind, 1, i.id, i.number, n.title FROM relation r JOIN item i ON i.id = r.item_id
        JOIN line n ON n.seq = i.seq WHERE r.other_id = :item
    ORDER BY 3, 2, 5
"""


def relations_of(register: Register, item_id: str) -> list[Relation]:
    """Return how an item stands to others: its own relations first, then those that others have to it."""
    rows = register.read.execute(_RELATIONS, {"item": item_id}).fetchall()
    return [Relation(row[0], RelationKind(row[1]), bool(row[2]), *row[3:]) for row in rows]


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of the register that a clerk named: what it is limited to, its columns and its order, all as JSON."""

    id: str
    name: str
    wanted: str
    columns: str
    sort: str


def saved_views(register: Register) -> list[SavedView]:
    """Return the saved views in their order."""
    rows = register.read.execute("SELECT id, name, wanted, columns, sort FROM saved_view ORDER BY position, name")
    return [SavedView(*row) for row in rows.fetchall()]
