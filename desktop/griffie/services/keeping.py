"""Keeping the register whole: checking it, backing it up, putting a backup back."""

from collections.abc import Callable
from pathlib import Path

from griffie.services.desk import Desk
from griffie.store import backup, checking
from griffie.store.checking import Report


def check(desk: Desk, *, progress: Callable[[str], None] | None = None) -> Report:
    """Check the whole register: the file, its schema, its rows, its PDFs and its log."""
    return checking.check(desk.register, progress=progress)


def back_up(desk: Desk, target: Path, *, overwrite: bool = False) -> Path:
    """Write a verified copy of the register to a file, or with today's name into a folder, and return where it is.

    Raises:
        UserError: the file is there already, or cannot be written.
    """
    return backup.back_up(desk.register, target, overwrite=overwrite)


def restore(source: Path, target: Path) -> Path | None:
    """Put a backup in the place of the register `target`, which must not be open; what was there is kept beside it.

    Returns where the register that was there is kept, None if there was none.

    Raises:
        UserError: the backup is no sound register, or the place cannot be written.
    """
    return backup.restore(source, target)
