"""Makes registers as older versions of Griffie would have left them: by applying only some of the migrations."""

import sqlite3

from sqlite_utils import Database

from griffie.store.migrations import REGISTER_MIGRATIONS
from griffie.store.schema import APPLICATION_ID, SCHEMA_VERSION


def migration_names():
    db = Database(memory=True)
    try:
        return [migration.name for migration in REGISTER_MIGRATIONS.pending(db)]
    finally:
        db.close()


def make_old(path, version):
    """Make the register of schema `version` with a letter and, where it has items, a commitment; returns its path."""
    names = migration_names()
    conn = sqlite3.connect(path, isolation_level=None)
    db = Database(conn)
    REGISTER_MIGRATIONS.apply(db, stop_before=names[version] if version < len(names) else None)
    conn.execute("INSERT INTO pdf VALUES ('aa', 3, x'255044')")
    conn.execute(
        "INSERT INTO page VALUES (1, 'aa', 0, 595, 842, 0, 'Ik zeg toe', "
        """'[[0,8,[72,80,200,92],10,0,[1,0],"Ik zeg toe"]]', ?, 'composed/1')""",
        ("1f1bd0aa0b7b7c9ee51fb25a8ba3b0f33f1c1a6b1c1e8b4b7a2d6a4f2f3e9d10",),
    )
    conn.execute("INSERT INTO letter (seq, id, number, subject, added_at) VALUES (1, 'L', 'B2025-0001', 'Oud', 'x')")
    conn.execute("INSERT INTO document VALUES ('D', 'L', 0, 'ministry', 'oud.pdf', 'aa', 1, 1)")
    if version >= 2:
        conn.execute(
            "INSERT INTO item (seq, id, kind, number, letter_id, origin, summary, created_at) "
            "VALUES (1, 'I', 'commitment', 'C2025-0001', 'L', 'typed', 'Toezegging', 'x')"
        )
        conn.execute("INSERT INTO commitment VALUES ('I', 'inform', 'JenV')")
    conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
    conn.execute(f"PRAGMA user_version={min(version, SCHEMA_VERSION)}")
    conn.execute("PRAGMA journal_mode=WAL")
    conn.close()
    return path
