"""Writes the lists of a reminder round as CSV, in the form in which a committee and a ministry fill them in.

One row per item, the list it stands in first; the new term is left empty, the proposal holds what a letter reports.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from griffie.base.i18n import N_
from griffie.domain.kinds import ItemKind, Status
from griffie.domain.rappel import ListName, RappelLine, RappelQuestion
from griffie.exchange.columns import Column
from griffie.exchange.to_csv import Profile, Table


@dataclass(frozen=True)
class FormColumn(Column):
    """A column of the form; `at` is where its value stands among those of a row."""

    at: int = 0

    @property
    def position(self) -> int:
        """Where the value stands."""
        return self.at


_COLUMNS: Final = (
    Column("list", N_("List")),
    Column("number", N_("Number")),
    Column("text", N_("Commitment")),
    Column("status", N_("Status"), choices=Status),
    Column("due", N_("Term")),
    Column("new_due", N_("New term / forecast")),
    Column("proposal", N_("Proposal")),
    Column("responsible", N_("Responsible")),
    Column("committee", N_("Committee")),
    Column("letter", N_("Letter")),
    Column("page", N_("Page")),
)

TEXT_OF_SEVERAL: Final = N_("Commitment, motion or request")
COLUMNS: Final = tuple(
    FormColumn(column.name, column.label, choices=column.choices, at=at) for at, column in enumerate(_COLUMNS)
)


def _of_several() -> tuple[FormColumn, ...]:
    """Return the columns of a round that is not about commitments alone."""
    return tuple(replace(one, label=TEXT_OF_SEVERAL) if one.name == "text" else one for one in COLUMNS)


class Form:
    """Turns lines of a round into lines of the file."""

    def __init__(
        self, question: RappelQuestion, profile: Profile, translate: Callable[[str], str], language: str
    ) -> None:
        self._translate, self._language = translate, language
        columns = COLUMNS if question.kinds == (ItemKind.COMMITMENT,) else _of_several()
        self._table = Table(columns, profile, translate)
        self._lists = {
            name: name.value if profile.codes else question.heading(name, translate, language) for name in ListName
        }

    def head(self) -> bytes:
        """Return the line of headers, after the byte order mark where the profile has one."""
        return self._table.head()

    def rows(self, lines: Sequence[RappelLine]) -> bytes:
        """Return lines of a round, at least one, as lines of the file."""
        return self._table.lines(list(zip(*map(self._values, lines), strict=True)))

    def _values(self, line: RappelLine) -> tuple[Any, ...]:
        return (
            self._lists[line.list_name], line.number, line.text, line.status, line.due, "",
            line.proposal(self._translate, self._language), line.responsible, line.committee, line.letter, line.page,
        )  # fmt: skip
