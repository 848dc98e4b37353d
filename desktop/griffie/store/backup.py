"""Copies of the register: made while it is in use, verified by reading them back, and put back in its place."""

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.store.database import Register, free_name, open_register, translated

PAGES_AT_A_TIME = 2_000


def back_up(register: Register, target: Path, *, overwrite: bool = False) -> Path:
    """Copy the register into a new file next to its final name, verify it and move it into place.

    Raises:
        UserError: the file is there already, is the register itself, or cannot be written.
    """
    target = target.expanduser().absolute()
    with translated(target):
        if target.is_dir():
            target = target / f"{register.path.stem}-{datetime.now():%Y-%m-%d-%H%M%S}.sqlite"
        if target == register.path or (target.exists() and target.samefile(register.path)):
            raise UserError(_("A backup cannot take the register's own place."), _("Choose another name."))
        if target.exists() and not overwrite:
            raise UserError(_("{path} is there already.").format(path=target), _("Choose another name."))
        unfinished = target.with_name(target.name + ".unfinished")
        try:
            _copy(register.read, unfinished)
            _verify(unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return target


def _copy(source: sqlite3.Connection, path: Path) -> None:
    """Copy one moment of the register: a reading transaction keeps what others write meanwhile out of it."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with contextlib.closing(sqlite3.connect(path)) as copy:
            copy.execute("PRAGMA synchronous=OFF")  # it counts for nothing until it is whole; then it goes to the disk
            source.backup(copy, pages=PAGES_AT_A_TIME)
            copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        source.execute("ROLLBACK")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _verify(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as conn:
        result = conn.execute("PRAGMA quick_check").fetchone()[0]
    if result != "ok":
        raise UserError(_("The backup {name} could not be read back.").format(name=path.name), _("Try another disk."))


def restore(source: Path, target: Path) -> Path | None:
    """Put the backup `source` in the place of `target`; the register there is kept under a name with the time.

    Raises:
        UserError: the backup is no sound register, the register is open somewhere, or the place cannot be written.
    """
    source, target = source.expanduser().absolute(), target.expanduser().absolute()
    with translated(source):
        if source == target or (source.exists() and target.exists() and source.samefile(target)):
            raise UserError(_("This is the register itself."), _("Choose a backup."))
        if not source.is_file():
            raise UserError(_("There is no file {name}.").format(name=source.name))
    unfinished = target.with_name(target.name + ".unfinished")
    with translated(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with contextlib.closing(_still(source)) as conn, translated(source):
                _copy(conn, unfinished)
            _verify(unfinished)
            open_register(unfinished, create=False, keep_old=False).close()
            kept = _set_aside(target) if target.exists() else None
            unfinished.replace(target)
        finally:
            for suffix in ("", "-wal", "-shm"):
                Path(str(unfinished) + suffix).unlink(missing_ok=True)
    return kept


def _still(source: Path) -> sqlite3.Connection:
    """Open a backup so that nothing is made beside it; one with a write-ahead log needs that log."""
    still = "" if Path(f"{source}-wal").exists() else "&immutable=1"
    return sqlite3.connect(f"{source.as_uri()}?mode=ro{still}", uri=True)


def _set_aside(target: Path) -> Path:
    """Give the old register a second name with the time; it keeps the first until the backup takes that over.

    Its write-ahead log is folded into it first; that of a damaged register, which cannot be, goes along.
    """
    _fold(target)
    kept = free_name(target, f"-before-restore-{datetime.now():%Y%m%d-%H%M%S}")
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{target}{suffix}").replace(f"{kept}{suffix}")
    try:
        os.link(target, kept)
    except OSError:  # a file system without hard links
        target.replace(kept)
    return kept


def _fold(target: Path) -> None:
    """Fold the write-ahead log into the file; that also shows whether anyone has it open.

    Raises:
        UserError: it is open.
    """
    with contextlib.closing(sqlite3.connect(f"{target.as_uri()}?mode=rw", uri=True, timeout=1)) as conn:
        try:
            conn.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
