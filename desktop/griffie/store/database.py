"""The register file: how it is opened, refused, backed up before a migration, read and written.

One connection writes, guarded by a lock, and each thread that reads has a read-only connection of its own (WAL lets
them work side by side). Opening goes through plain sqlite3: loading sqlite-utils costs 94 ms, and only a register that
is new or of an older version needs its migrations.
"""

import contextlib
import os
import sqlite3
import threading
import time
import uuid
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.store.lines import prepare, rebuild
from griffie.store.schema import APPLICATION_ID, SCHEMA_DIGEST, SCHEMA_VERSION, schema_digest

BUSY_MS = 5_000
CACHE_KIB = 8_192  # of one reading connection; a list over a big register touches a few thousand pages


class _Cursor(sqlite3.Cursor):
    """Says in a clerk's words what goes wrong while rows are fetched."""

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            _raise_translated(error, self.connection)

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            _raise_translated(error, self.connection)

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.DatabaseError as error:
            _raise_translated(error, self.connection)


class ReadConnection(sqlite3.Connection):
    """A read-only connection whose errors are sentences for a clerk: views read at any moment, also off a bad disk."""

    path = Path()

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Run one statement.

        Raises:
            UserError: the file is damaged, locked or gone.
        """
        try:
            return self.cursor(_Cursor).execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            _raise_translated(error, self)


class _Reader:
    """The connection of one thread; it is closed when the thread ends, or the register, whichever comes first."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def __del__(self) -> None:
        self.conn.close()


class Register:
    """An open register. Made by `open_register`; `close()` ends every connection."""

    def __init__(self, path: Path, writer: sqlite3.Connection | None, reader: sqlite3.Connection | None = None) -> None:
        self.path = path
        self.read_only = writer is None
        self._writer = writer
        self._closed = False
        self._lock = threading.RLock()
        self._local = threading.local()
        self._readers: weakref.WeakSet[_Reader] = weakref.WeakSet()
        self._readers_lock = threading.Lock()
        if reader is not None:
            self._keep(reader)

    @property
    def read(self) -> sqlite3.Connection:
        """The calling thread's own read-only connection.

        Raises:
            UserError: the register is closed, or its file is gone.
        """
        reader: _Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            if self._closed:
                raise UserError(_("The register is closed."))
            with translated(self.path):
                reader = self._keep(_connect(self.path, read_only=True))
        return reader.conn

    def _keep(self, conn: sqlite3.Connection) -> _Reader:
        reader = _Reader(conn)
        self._local.reader = reader
        with self._readers_lock:
            self._readers.add(reader)
        return reader

    @contextlib.contextmanager
    def write(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Run one transaction on the writing connection; everything in it lands, or nothing.

        `durable` asks for a commit that survives a power cut (a clerk's edit); bulk reading does without.

        Raises:
            UserError: the file is read-only, locked by another program, full or damaged.
        """
        if self._closed:
            raise UserError(_("The register is closed."))
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
        with self._lock, self._readers_lock:
            self._closed = True
            for reader in list(self._readers):
                reader.conn.close()
            self._local = threading.local()
            if self._writer is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._writer.close()
                self._writer = None

    def forget_text(self) -> bool:
        """Overwrite what was deleted, in the file and in the write-ahead log.

        Returns False where somebody is reading just now; it is then done at the latest when the register is closed.
        """
        if self._writer is None:
            return False
        with self._lock, translated(self.path):
            busy: int = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            return not busy


def open_register(path: Path, *, create: bool = True, keep_old: bool = True) -> Register:
    """Open the register at `path`, make it if it is missing, bring an older one up to date.

    The older one is kept under another name first, unless the caller has it anyway (`keep_old=False`).

    Raises:
        UserError: no register, made by a newer Griffie, damaged, tampered with, locked, or in an unusable place.
    """
    path = path.expanduser().absolute()
    with translated(path):
        if path.exists() and not path.is_file():
            raise UserError(_("{path} is not a file.").format(path=path), _("Choose another file."))
        if path.exists() and path.stat().st_size > 0:
            return _open_existing(path, create=create, keep_old=keep_old)
        if not create:
            raise UserError(_("There is no register at {path}.").format(path=path))
        return _make(path)


def _open_existing(path: Path, *, create: bool, keep_old: bool) -> Register:
    """Look first and read-only, so that a file that is refused is not changed; then open it for writing."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    _finish_rollback(path)
    writer: sqlite3.Connection | None = None
    reader = _connect(path, read_only=True)
    try:
        if create and writable and _is_blank(reader):
            reader.close()
            return _make(path)
        version = _checked_version(reader, path)
        _check_schema(reader, path, version)
        if version < SCHEMA_VERSION and not writable:
            raise UserError(
                _("This register is of an older Griffie and cannot be written."),
                _("Copy it to a folder that you can write in."),
            )
        if version < SCHEMA_VERSION and keep_old:
            _back_up_before_migration(reader, path, version)
        if writable:
            writer = _connect(path, read_only=False)
            if version < SCHEMA_VERSION:
                _migrate(writer)
                _check_schema(writer, path, SCHEMA_VERSION)
    except BaseException:
        reader.close()
        if writer is not None:
            writer.close()
        raise
    return Register(path, writer, reader)


def _finish_rollback(path: Path) -> None:
    """Let SQLite take back what a killed program was making of this file; a read-only look could not."""
    if Path(f"{path}-journal").exists() and os.access(path, os.W_OK):
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)) as conn:
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _is_blank(conn: sqlite3.Connection) -> bool:
    """Tell whether this is an empty database: what is left where making a register was cut off."""
    marks = [conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return marks == [0, 0] and conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0


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


def _check_schema(conn: sqlite3.Connection, path: Path, version: int) -> None:
    """Refuse a file whose tables, views and triggers are not exactly those of its version."""
    expected = SCHEMA_DIGEST
    if version < SCHEMA_VERSION:
        from griffie.store.migrations import digest_of_version

        expected = digest_of_version(version)
    if schema_digest(conn) != expected:
        raise UserError(
            _("The file {name} is not a register as Griffie makes it.").format(name=path.name),
            _("Restore a backup, or ask whoever sent you the file."),
        )


def _make(path: Path) -> Register:
    """Make a register in one transaction of the old kind, so that being killed leaves a blank file or a whole one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    with contextlib.closing(_connect(path, read_only=False, wal=False)) as conn:
        _migrate(conn)
    return Register(path, _connect(path, read_only=False))


def _migrate(conn: sqlite3.Connection) -> None:
    from sqlite_utils import Database  # 94 ms that only a new or old register pays

    from griffie.store.migrations import REGISTER_MIGRATIONS

    db = Database(conn, execute_plugins=False, recursive_triggers=False)
    conn.execute("BEGIN IMMEDIATE")
    try:
        REGISTER_MIGRATIONS.apply(db)
        rebuild(conn)
        if not conn.execute("SELECT 1 FROM register").fetchone():
            conn.execute("INSERT INTO register VALUES (?, ?)", (str(uuid.uuid4()), datetime.now(UTC).isoformat()))
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


def _back_up_before_migration(conn: sqlite3.Connection, path: Path, version: int) -> None:
    target = free_name(path, f"-v{version}-{datetime.now():%Y%m%d-%H%M%S}")
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with contextlib.closing(sqlite3.connect(target)) as copy:
        conn.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def free_name(path: Path, addition: str) -> Path:
    """Return a name beside `path` that nothing has yet: its stem, the addition, a number where needed, its ending."""
    names = (
        path.with_name(f"{path.stem}{addition}{number}{path.suffix}")
        for number in ("", *map("-{}".format, range(2, 99)))
    )
    return next(name for name in names if not name.exists())


def _connect(path: Path, *, read_only: bool, wal: bool = True) -> sqlite3.Connection:
    """Open one connection with the pragmas that every connection needs."""
    uri = path.as_uri() + (_reading_mode(path) if read_only else "?mode=rw")
    factory = ReadConnection if read_only else sqlite3.Connection
    conn = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256, factory=factory
    )
    if isinstance(conn, ReadConnection):
        conn.path = path
    pragmas = [f"busy_timeout={BUSY_MS}", "foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"]
    if read_only:
        pragmas += ["query_only=ON", f"cache_size=-{CACHE_KIB}"]
    else:
        pragmas.append("secure_delete=ON")
    conn.row_factory = sqlite3.Row
    prepare(conn)
    try:
        for pragma in pragmas:
            conn.execute(f"PRAGMA {pragma}")
        if wal and not read_only:
            _use_write_ahead_log(conn)
    except BaseException:
        conn.close()
        raise
    return conn


def _use_write_ahead_log(conn: sqlite3.Connection) -> None:
    """For the switch SQLite does not wait by itself until another process that is opening the file is through."""
    give_up = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            conn.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
        time.sleep(0.01)


def _reading_mode(path: Path) -> str:
    """In a folder where nothing can be made, SQLite reads only what it may take for unchanging."""
    if os.access(path.parent, os.W_OK) or Path(f"{path}-wal").exists():
        return "?mode=ro"
    return "?mode=ro&immutable=1"


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk complain of into sentences for a clerk; our own mistakes pass through."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        found = _as_user_error(error, path)
        if found is None:
            raise
        raise found from error
    except OSError as error:
        raise UserError(
            _("{path} cannot be used: {reason}.").format(path=path, reason=error.strerror or error),
            _("Choose another folder for the register."),
        ) from error


def _raise_translated(error: sqlite3.DatabaseError, conn: sqlite3.Connection) -> NoReturn:
    found = _as_user_error(error, conn.path) if isinstance(conn, ReadConnection) else None
    if found is None:
        raise error
    raise found from error


def _as_user_error(error: sqlite3.DatabaseError, path: Path) -> UserError | None:
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
    return None
