"""What a register's schema must be, without loading the migrations: version, application id and a digest.

The digest stands here as a constant so that opening a register costs no migration machinery; a test makes it anew from
the migrations and compares.
"""

import hashlib
import sqlite3

APPLICATION_ID = 0x47524946  # "GRIF"
SCHEMA_VERSION = 6
SCHEMA_DIGEST = "b728bf911a97223896b9137b4bf24eb2c67dc5e6cf327d10b4a8277688263c2c"

_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")
_NOT_OURS = {
    ("table", "_sqlite_migrations"),
    ("index", "idx__sqlite_migrations_migration_set_name"),
    ("table", "sqlite_sequence"),
    ("table", "sqlite_stat1"),
    ("table", "sqlite_stat4"),
}
"""What SQLite and the migrations keep for themselves; exactly these, since a trigger may have any name."""


def schema_digest(conn: sqlite3.Connection) -> str:
    """Return the SHA-256 over every table, index, view and trigger of the file, SQL text included.

    FTS5's own shadow tables count by name only, since their SQL is the library's.
    """
    rows = conn.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    lines = sorted(
        "|".join((kind, name, table, "" if kind == "table" and _is_shadow(name) else " ".join(sql.split())))
        for kind, name, table, sql in rows
        if (kind, name) not in _NOT_OURS and not (kind == "index" and name.startswith("sqlite_autoindex_"))
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _is_shadow(name: str) -> bool:
    return name.startswith("fts_") and name.endswith(_SHADOWS)
