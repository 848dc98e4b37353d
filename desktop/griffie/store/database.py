"""The register file: how it is opened, refused, backed up before a migration, read and written.

One connection writes, guarded by a lock, and each thread that reads has a read-only connection of its own (WAL lets
them work side by side). Opening goes through plain sqlite3: loading sqlite-utils costs 94 ms, and only a register that
is new or of an older version needs its migrations.
"""

import contextlib
import os
import shutil
import sqlite3
import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.store.schema import APPLICATION_ID, SCHEMA_DIGEST, SCHEMA_VERSION, schema_digest

BUSY_MS = 5_000


class Register:
    """An open register. Made by `open_register`; `close()` ends every connection."""

    def __init__(self, path: Path, writer: sqlite3.Connection | None) -> None:
        self.path = path
        self._writer = writer
        self._lock = threading.RLock()
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []

    @property
    def read_only(self) -> bool:
        """True where the file cannot be written, for instance on read-only media."""
        return self._writer is None

    @property
    def read(self) -> sqlite3.Connection:
        """The calling thread's own read-only connection."""
        conn: sqlite3.Connection | None = getattr(self._local, "conn", None)
        if conn is None:
            conn = _connect(self.path, read_only=True)
            self._local.conn = conn
            with self._lock:
                self._readers.append(conn)
        return conn

    @contextlib.contextmanager
    def write(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Run one transaction on the writing connection; everything in it lands, or nothing.

        `durable` asks for a commit that survives a power cut (a clerk's edit); bulk reading does without.

        Raises:
            UserError: the file is read-only, locked by another program, full or damaged.
        """
        if self._writer is None:
            raise UserError(_("This register can only be read."), _("Copy it to a folder that you can write in."))
        with self._lock, translated(self.path):
            self._writer.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        with self._lock:
            for conn in self._readers:
                conn.close()
            self._readers.clear()
            self._local = threading.local()
            if self._writer is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._writer.close()
                self._writer = None

    def forget_text(self) -> None:
        """Overwrite what was deleted, in the file and in the write-ahead log."""
        if self._writer is not None:
            with self._lock, translated(self.path):
                self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def open_register(path: Path, *, create: bool = True) -> Register:
    """Open the register at `path`, make it if it is missing, bring an older one up to date after a backup.

    Raises:
        UserError: no register, made by a newer Griffie, damaged, tampered with, locked, or in an unusable place.
    """
    path = path.expanduser().absolute()
    if not path.exists() or path.stat().st_size == 0:
        if not create:
            raise UserError(_("There is no register at {path}.").format(path=path))
        return _make(path)
    with translated(path):
        return _open_existing(path)


def _open_existing(path: Path) -> Register:
    writer = _connect(path, read_only=not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK))
    try:
        version = _checked_version(writer, path)
        read_only = writer.execute("PRAGMA query_only").fetchone()[0] == 1
        if version < SCHEMA_VERSION:
            if read_only:
                raise UserError(
                    _("This register is of an older Griffie and cannot be written."),
                    _("Copy it to a folder that you can write in."),
                )
            _back_up_before_migration(writer, path, version)
            _migrate(writer)
        if schema_digest(writer) != SCHEMA_DIGEST:
            raise UserError(
                _("The file {name} is not a register as Griffie makes it.").format(name=path.name),
                _("Restore a backup, or ask whoever sent you the file."),
            )
    except BaseException:
        writer.close()
        raise
    if read_only:
        writer.close()
        return Register(path, None)
    return Register(path, writer)


def _checked_version(conn: sqlite3.Connection, path: Path) -> int:
    """Return the schema version of a register; refuse what is none, or is newer than this program."""
    application_id = conn.execute("PRAGMA application_id").fetchone()[0]
    version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    if application_id != APPLICATION_ID:
        raise UserError(
            _("The file {name} is a database, but no Griffie register.").format(name=path.name),
            _("Choose another file."),
        )
    if version > SCHEMA_VERSION:
        raise UserError(
            _("The register {name} was made by a newer Griffie.").format(name=path.name),
            _("Install the newest Griffie to open it. The file was not changed."),
        )
    return version


def _make(path: Path) -> Register:
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        conn = _connect(path, read_only=False)
        try:
            _migrate(conn)
        except BaseException:
            conn.close()
            raise
    return Register(path, conn)


def _migrate(conn: sqlite3.Connection) -> None:
    from sqlite_utils import Database  # 94 ms that only a new or old register pays

    from griffie.store.migrations import REGISTER_MIGRATIONS

    db = Database(conn, execute_plugins=False)
    with db.atomic():
        REGISTER_MIGRATIONS.apply(db)
        if not conn.execute("SELECT 1 FROM register").fetchone():
            conn.execute("INSERT INTO register VALUES (?, ?)", (str(uuid.uuid4()), datetime.now(UTC).isoformat()))
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _back_up_before_migration(conn: sqlite3.Connection, path: Path, version: int) -> None:
    target = path.with_name(f"{path.stem}-v{version}-{datetime.now():%Y%m%d-%H%M%S}{path.suffix}")
    with contextlib.closing(sqlite3.connect(target)) as copy:
        conn.backup(copy)
    shutil.copymode(path, target)


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open one connection with the pragmas that every connection needs."""
    uri = f"{path.as_uri()}?mode={'ro' if read_only else 'rw'}"
    conn = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256)
    conn.row_factory = sqlite3.Row
    conn.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    conn.execute("PRAGMA foreign_keys=ON")
    conn.execute("PRAGMA trusted_schema=OFF")
    conn.execute("PRAGMA cell_size_check=ON")
    if read_only:
        conn.execute("PRAGMA query_only=ON")
    else:
        conn.execute("PRAGMA journal_mode=WAL")
    return conn


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk complain of into sentences for a clerk; our own mistakes pass through."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise _as_user_error(error, path) from error
    except OSError as error:
        raise UserError(
            _("{path} cannot be used: {reason}.").format(path=path, reason=error.strerror or error),
            _("Choose another folder for the register."),
        ) from error


def _as_user_error(error: sqlite3.DatabaseError, path: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return UserError(
            _("The register {name} is in use by another program.").format(name=name),
            _("Close that program or try again in a moment."),
        )
    if code == sqlite3.SQLITE_FULL:
        return UserError(_("The disk is full; the last change was not saved."), _("Make room and do it again."))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return UserError(
            _("The register {name} cannot be opened or written.").format(name=name),
            _("Check the folder's permissions."),
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR):
        return UserError(
            _("The register {name} is damaged or no register.").format(name=name),
            _("Restore a backup with `griffie restore`."),
        )
    return error
