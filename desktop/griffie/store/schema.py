"""What a register's schema must be, without loading the migrations: version, application id and a digest.

The digest stands here as a constant so that opening a register costs no migration machinery; a test makes it anew from
the migrations and compares.
"""

import hashlib
import sqlite3

APPLICATION_ID = 0x47524946  # "GRIF"
SCHEMA_VERSION = 4
SCHEMA_DIGEST = "e7cfb481009c0c724830f46cbce9ffd619ae47daf06db4fdf48287606f96cc8c"

_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")


def schema_digest(conn: sqlite3.Connection) -> str:
    """Return the SHA-256 over every table, index, view and trigger of the file, SQL text included.

    FTS5's own shadow tables count by name only, since their SQL is the library's; `sqlite_%` tables do not count.
    """
    rows = conn.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    lines = sorted(
        "|".join((kind, name, table, "" if _is_shadow(name) else " ".join(sql.split())))
        for kind, name, table, sql in rows
        if not name.startswith("_sqlite_migrations") and not name.startswith("idx__sqlite_migrations")
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _is_shadow(name: str) -> bool:
    return name.startswith("fts_") and name.endswith(_SHADOWS)
