"""Files that a user names: read whole, or refused in one clear sentence."""

from pathlib import Path

from griffie.base.errors import UserError
from griffie.base.i18n import _

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes. SQLite itself takes blobs of a gigabyte; a letter of half of that is no letter."""


def read_file(path: Path) -> bytes:
    """Return the bytes of a regular file of at most LARGEST_FILE.

    Raises:
        UserError: no such file, no regular file, unreadable or too large.
    """
    try:
        if not path.exists():
            raise UserError(_("There is no file {name}.").format(name=path.name))
        if not path.is_file():
            raise UserError(_("{name} is not a file.").format(name=path.name))
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(_("{name} is larger than 512 MB.").format(name=path.name))
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            _("{name} cannot be read: {reason}.").format(name=path.name, reason=error.strerror or error)
        ) from error
