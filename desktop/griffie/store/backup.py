"""Copies of the register: made while it is in use, verified by reading them back, and put back in its place."""

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.store.database import Register, open_register, translated

PAGES_AT_A_TIME = 2_000


def back_up(register: Register, target: Path, *, overwrite: bool = False) -> Path:
    """Copy the register into a new file next to its final name, verify it and move it into place.

    Raises:
        UserError: the file is there already, is the register itself, or cannot be written.
    """
    target = target.expanduser().absolute()
    if target.is_dir():
        target = target / f"{register.path.stem}-{datetime.now():%Y-%m-%d-%H%M%S}.sqlite"
    if target == register.path:
        raise UserError(_("A backup cannot take the register's own place."), _("Choose another name."))
    if target.exists() and not overwrite:
        raise UserError(_("{path} is there already.").format(path=target), _("Choose another name."))
    unfinished = target.with_name(target.name + ".unfinished")
    with translated(target):
        try:
            _copy(register.read, unfinished)
            _verify(unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return target


def _copy(source: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with contextlib.closing(sqlite3.connect(path)) as copy:
        source.backup(copy, pages=PAGES_AT_A_TIME)
        copy.execute("PRAGMA journal_mode=DELETE")


def _verify(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as conn:
        result = conn.execute("PRAGMA quick_check").fetchone()[0]
    if result != "ok":
        raise UserError(_("The backup {name} could not be read back.").format(name=path.name), _("Try another disk."))


def restore(source: Path, target: Path) -> Path | None:
    """Put the backup `source` in the place of `target`; the register there is kept under a name with the time.

    Raises:
        UserError: the backup is no sound register, or the place cannot be written.
    """
    source, target = source.expanduser().absolute(), target.expanduser().absolute()
    if source == target:
        raise UserError(_("This is the register itself."), _("Choose a backup."))
    if not source.is_file():
        raise UserError(_("There is no file {name}.").format(name=source.name))
    unfinished = target.with_name(target.name + ".unfinished")
    kept: Path | None = None
    with translated(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with (
                contextlib.closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as conn,
                translated(source),
            ):
                _copy(conn, unfinished)
            _verify(unfinished)
            open_register(unfinished, create=False).close()
            if target.exists():
                kept = _set_aside(target)
            unfinished.replace(target)
        finally:
            for suffix in ("", "-wal", "-shm"):
                Path(str(unfinished) + suffix).unlink(missing_ok=True)
    return kept


def _set_aside(target: Path) -> Path:
    """Fold the write-ahead log of the old register into it and give it a name with the time."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(target)) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = target.with_name(f"{target.stem}-before-restore-{datetime.now():%Y%m%d-%H%M%S}{target.suffix}")
    target.replace(kept)
    for suffix in ("-wal", "-shm"):
        Path(str(target) + suffix).unlink(missing_ok=True)
    return kept
