"""The recesses of the chambers: dated rows with their source, and the rule where no row exists.

The rows are data (`resources/recesses.toml`, with source and grade of each); a user's own rows are laid over them.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import N_, _
from griffie.base.resources import resource
from griffie.domain.kinds import Chamber
from griffie.domain.periods import christmas_recess, summer_recess


class RecessKind(StrEnum):
    """The recesses of a sitting year, and shorter times without sittings."""

    SUMMER = "summer"
    AUTUMN = "autumn"
    CHRISTMAS = "christmas"
    SPRING = "spring"
    MAY = "may"
    ELECTION = "election"
    ASCENSION = "ascension"
    FREE = "free"


RECESS_WORDS: Final[Mapping[RecessKind, str]] = {
    RecessKind.SUMMER: N_("summer recess"),
    RecessKind.AUTUMN: N_("autumn recess"),
    RecessKind.CHRISTMAS: N_("Christmas recess"),
    RecessKind.SPRING: N_("spring recess"),
    RecessKind.MAY: N_("May recess"),
    RecessKind.ELECTION: N_("election recess"),
    RecessKind.ASCENSION: N_("Ascension Day"),
    RecessKind.FREE: N_("free of meetings"),
}
"""The word a user reads for each kind, to be passed through `_()` where it is shown."""

GRADES: Final = frozenset("ABCRU")
"""A official, B read from a data model or source code, C secondary, R by rule, U unchecked."""
OWN_GRADE: Final = "U"
LONGEST: Final = 100
"""No recess lasts longer, in days; a longer one is a slip of the keys."""
_KEYS: Final = frozenset({"chamber", "kind", "first", "last", "source", "grade"})
Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Recess:
    """One recess: first and last day, both without sittings. `grade` is that of the source; "R" is by rule."""

    chamber: Chamber
    kind: RecessKind
    first: dt.date
    last: dt.date
    source: str = ""
    grade: str = "R"


class RecessCalendar:
    """The recesses that are known, and the rule for those that are not."""

    def __init__(self, rows: Iterable[Recess] = ()) -> None:
        self.rows = tuple(sorted(rows, key=lambda row: (row.first, row.chamber.value)))

    @cached_property
    def _at(self) -> dict[tuple[Chamber, RecessKind, int], Recess]:
        return {(row.chamber, row.kind, row.first.year): row for row in reversed(self.rows)}

    def recess(self, kind: RecessKind, year: int, chamber: Chamber = Chamber.TK) -> Recess | None:
        """Return the recess of that kind that begins in a year; by rule without a row; None where there is no rule.

        The rules for summer and Christmas fit the dated rows of the Tweede Kamer; for the Eerste Kamer they are the
        nearest that is known. A letter to both chambers goes by the Tweede Kamer.
        """
        chamber = Chamber.EK if chamber is Chamber.EK else Chamber.TK
        if found := self._at.get((chamber, kind, year)):
            return found
        rule = {RecessKind.SUMMER: summer_recess, RecessKind.CHRISTMAS: christmas_recess}.get(kind)
        return Recess(chamber, kind, *rule(year)) if rule else None

    def merged(self, own: Iterable[Recess]) -> "RecessCalendar":
        """Return the calendar with a user's own rows laid over it: one of the same chamber, kind and year replaces."""
        added = tuple(own)
        taken = {_place(row) for row in added}
        return RecessCalendar((*(row for row in self.rows if _place(row) not in taken), *added))


def _place(row: Recess) -> tuple[object, ...]:
    """Return what a row of the user stands in for: single days can be many in a year, recesses cannot."""
    single = row.kind in (RecessKind.FREE, RecessKind.ASCENSION)
    return (row.chamber, row.kind, row.first if single else row.first.year)


def read_recesses(source: str | Path) -> RecessCalendar:
    """Return the recesses that a table `[[recess]]` in TOML describes: the text itself, or the path of a file.

    Raises:
        UserError: the file cannot be read, or is no TOML.
        InvalidValueError: a row lacks a value or has one that cannot be; the text names the row.
    """
    text = source if isinstance(source, str) else _text_of(source)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            _("The recess calendar cannot be read: {error}.").format(error=str(error)),
            _("Correct the file, or remove it to go by the shipped calendar."),
        ) from None
    rows = table.get("recess", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UserError(
            _("The recess calendar has no rows [[recess]]."),
            _("Correct the file, or remove it to go by the shipped calendar."),
        )
    return RecessCalendar(_row(row, number) for number, row in enumerate(rows, 1))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UserError(
            _("The recess calendar {path} cannot be read: {error}.").format(path=path, error=reason),
            _("Correct the file, or remove it to go by the shipped calendar."),
        ) from None


def _row(row: Mapping[str, Any], number: int) -> Recess:
    if unknown := sorted(set(row) - _KEYS):
        raise _wrong(number, _("“{name}” is not known").format(name=unknown[0]))
    chamber = _member(Chamber, row.get("chamber"), "chamber", number)
    if chamber is Chamber.BOTH:
        raise _wrong(number, _("each chamber has rows of its own: “TK” or “EK”"))
    first, last = _day(row, "first", number), _day(row, "last", number)
    if first > last:
        raise _wrong(number, _("it ends before it begins"))
    if (last - first).days >= LONGEST:
        raise _wrong(number, _("it lasts longer than {days} days").format(days=LONGEST))
    source, grade = row.get("source", ""), row.get("grade", OWN_GRADE)
    if not isinstance(source, str):
        raise _wrong(number, _("“{name}” is no text").format(name="source"))
    if grade not in GRADES:
        raise _wrong(number, _("“grade” is one of {grades}").format(grades=", ".join(sorted(GRADES))))
    return Recess(chamber, _member(RecessKind, row.get("kind"), "kind", number), first, last, source, grade)


def _member(members: type[Member], value: object, name: str, number: int) -> Member:
    try:
        return members(str(value))
    except ValueError:
        accepted = ", ".join(members)
        raise _wrong(number, _("“{name}” is one of {accepted}").format(name=name, accepted=accepted)) from None


def _day(row: Mapping[str, Any], name: str, number: int) -> dt.date:
    value = row.get(name)
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise _wrong(number, _("“{name}” is no day, such as 2026-07-03").format(name=name))
    return value


def _wrong(number: int, what: str) -> InvalidValueError:
    return InvalidValueError(
        _("Recess calendar, row {number}: {what}.").format(number=number, what=what),
        _("A row has chamber, kind, first and last; source and grade may be added."),
    )


def to_toml(rows: Iterable[Recess]) -> str:
    """Return rows as the text of a file that `read_recesses` reads back."""
    return "\n".join(_written(row) for row in rows)


def _written(row: Recess) -> str:
    import tomli_w  # late: only a user who changes the calendar writes one

    values = {"chamber": row.chamber.value, "kind": row.kind.value, "first": row.first, "last": row.last}
    return "[[recess]]\n" + tomli_w.dumps({**values, "source": row.source, "grade": row.grade})


@cache
def shipped_calendar() -> RecessCalendar:
    """Return the calendar that comes with the program, read once."""
    return read_recesses(resource("recesses.toml"))
