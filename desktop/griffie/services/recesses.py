"""The recess calendar that letters are read by: the one that comes with the program, with the user's own rows."""

import hashlib
from collections.abc import Iterable

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.domain.recess import Recess, RecessCalendar, read_recesses, shipped_calendar, to_toml
from griffie.services.desk import Desk


def calendar(desk: Desk) -> RecessCalendar:
    """Return the calendar in force.

    Raises:
        UserError: the file with the user's own rows is damaged.
    """
    own = own_rows(desk)
    return shipped_calendar().merged(own) if own else shipped_calendar()


def own_rows(desk: Desk) -> tuple[Recess, ...]:
    """Return the user's own rows, none where there is no file of them.

    Raises:
        UserError: the file is damaged.
    """
    if desk.own_recesses is None or not desk.own_recesses.exists():
        return ()
    return read_recesses(desk.own_recesses).rows


def save_own_rows(desk: Desk, rows: Iterable[Recess]) -> None:
    """Put these rows in the place of the user's own; nothing in the register moves by it (see services.moving).

    Raises:
        UserError: the file cannot be written, or this desk has no place for it.
    """
    path = desk.own_recesses
    if path is None:
        raise UserError(_("There is no place for a recess calendar of your own."))
    text = to_toml(rows)
    read_recesses(text)  # what would not be read back is refused now
    unfinished = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise UserError(
            _("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror or error)
        ) from error


def mark_of(of: RecessCalendar) -> str:
    """Return what tells one calendar from another: readings by another one are out of date."""
    rows = "\n".join(f"{row.chamber} {row.kind} {row.first} {row.last}" for row in of.rows)
    return hashlib.sha256(rows.encode()).hexdigest()[:16]
