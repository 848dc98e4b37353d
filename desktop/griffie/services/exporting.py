"""Writing what is tagged to a file: whole or not at all, and never as formulas."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import _, current_language, in_language
from griffie.domain.listing import Wanted
from griffie.exchange.columns import columns_of
from griffie.exchange.to_csv import PROFILES, csv_lines
from griffie.services.desk import Desk
from griffie.store.listing import batches

Batch = list[Sequence[Any]]
"""Values of some hundred items, field by field."""

CSV_PROFILES = tuple(PROFILES)


def export_csv(
    desk: Desk,
    target: Path,
    wanted: Wanted,
    *,
    profile: str = "excel_nl",
    language: str = "",
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write the items that are wanted to a CSV file and return how many rows it has, headers not counted.

    The file appears when it is whole; a failure or a cancel leaves what was there before.

    Args:
        desk: where the items are.
        target: the file; one that is there is replaced.
        wanted: which items; the columns are those of its kinds.
        profile: excel_nl, international or machine.
        language: of headers and words, nl or en; the language in force when empty.
        progress: is told how many rows are written so far.
        cancelled: is asked between batches.

    Raises:
        UserError: no such profile or language, or the file cannot be written.
        Cancelled: the user stopped it.
    """
    if profile not in PROFILES:
        raise UserError(_("There is no CSV profile {name}.").format(name=profile))
    translate = in_language(language or current_language())
    written = _Written(progress, cancelled)
    with contextlib.closing(batches(desk.register, wanted)) as found, replaced(target) as file:
        for piece in csv_lines(written.watch(found), columns_of(wanted.kinds), PROFILES[profile], translate):
            file.write(piece)
    return written.rows


@dataclass
class _Written:
    """Counts the rows that go by, tells how many, and stops when it is asked to."""

    progress: Callable[[int], None] | None
    cancelled: Callable[[], bool]
    rows: int = 0

    def watch(self, found: Iterable[Batch]) -> Iterator[Batch]:
        """Yield the batches as they are written."""
        for batch in found:
            if self.cancelled():
                raise Cancelled
            yield batch
            self.rows += len(batch[0])
            if self.progress is not None:
                self.progress(self.rows)


@contextlib.contextmanager
def replaced(target: Path) -> Iterator[BinaryIO]:
    """Open a new file beside `target` that takes its place when the block ends well; a link is followed.

    Raises:
        UserError: it is a folder or a device, or cannot be written.
    """
    target = Path(os.path.realpath(target.expanduser()))
    try:
        mode = _mode_of(target)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}-", suffix=".unfinished", dir=target.parent)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            unfinished.chmod(mode)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        _keep_folder(target.parent)
    except OSError as error:
        raise UserError(
            _("{path} cannot be written: {reason}.").format(path=target, reason=error.strerror or error),
            _("Close the file where it is open, or choose another place."),
        ) from error


def _mode_of(target: Path) -> int:
    """Return the permissions that the new file gets: those of the file it replaces, else what is usual here."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask
    if not stat.S_ISREG(found):
        raise UserError(_("{path} is not a file.").format(path=target), _("Choose the name of a file."))
    return stat.S_IMODE(found)


def _keep_folder(folder: Path) -> None:
    """Make the new name in the folder survive a power cut, where the system can."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
