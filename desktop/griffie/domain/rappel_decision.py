"""What a committee decides on items of a reminder round, and the words in which it is recorded.

The words are those of the committees of the Eerste Kamer (their short notes, "korte aantekeningen"): to be marked as
settled, to remain partly settled or open with a new deadline, with the reason behind it; a batch of numbers at a time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import LANGUAGES, N_, _, current_language, in_language, ngettext
from griffie.domain.dates import format_date
from griffie.domain.kinds import ItemKind, Status
from griffie.domain.periods import DateRange

NAMED: Final = 12
"""Numbers in a line of a decision; of more the rest is counted."""


class DecisionKind(StrEnum):
    """What can be decided; `explanation` asks the minister how it stands and leaves the item as it is."""

    SETTLED = "settled"
    PARTLY = "partly_settled"
    OPEN = "open"
    LAPSED = "lapsed"
    EXPLANATION = "explanation"


DECISION_WORDS: Final = {
    DecisionKind.SETTLED: N_("Settled"),
    DecisionKind.PARTLY: N_("Partly settled"),
    DecisionKind.OPEN: N_("Stays open"),
    DecisionKind.LAPSED: N_("Lapsed"),
    DecisionKind.EXPLANATION: N_("Ask for an explanation"),
}
"""The names of the choices."""

MAY_MOVE: Final = frozenset({DecisionKind.PARTLY, DecisionKind.OPEN})
"""Decisions that may come with a new deadline."""

_MARKED: Final = {
    Status.SETTLED: N_("to be marked as “settled”"),
    Status.PARTLY_SETTLED: N_("to be marked as “partly settled”"),
    Status.LAPSED: N_("to be marked as “lapsed”"),
}
_REMAINS: Final = {
    Status.OPEN: N_("to remain “open”"),
    Status.PARTLY_SETTLED: N_("to remain “partly settled”"),
}


@dataclass(frozen=True)
class Decision:
    """One decision, on one item or on many.

    Attributes:
        kind: what was decided.
        body: who decided: a committee.
        decided_on: on which day.
        due: the new deadline, whose last day counts; only with a decision of MAY_MOVE.
        phrase: the new deadline as it was typed, where it is a period rather than a day.
        reason: why; must be there where a date moves or an item lapses.
    """

    kind: DecisionKind
    body: str
    decided_on: date | None
    due: DateRange | None = None
    phrase: str = ""
    reason: str = ""

    def check(self) -> None:
        """See that the decision says who decided and when, and why where that is wanted.

        Raises:
            InvalidValueError: it does not, or its new deadline cannot be.
        """
        if self.decided_on is None or not self.body.strip():
            raise InvalidValueError(
                _("A decision needs the body that decided and the date."),
                _("For example: commissie voor Justitie en Veiligheid, 12 mei 2026."),
            )
        self._check_due(self.decided_on)
        if self.kind is DecisionKind.LAPSED and not self.reason.strip():
            raise InvalidValueError(_("An item lapses only with a reason."), _("Say why it lapses."))

    def _check_due(self, decided_on: date) -> None:
        if self.due is None:
            return
        if self.kind not in MAY_MOVE:
            raise InvalidValueError(_("A new deadline goes only with what stays open, wholly or in part."))
        if self.due.date_to is None:
            raise InvalidValueError(_("A new deadline needs a last day."), _("For example: 1 januari 2027."))
        if self.due.date_to < decided_on:
            raise InvalidValueError(_("The new deadline lies before the day of the decision."))
        if not self.reason.strip():
            raise InvalidValueError(_("A deadline that had a date moves only with a reason."), _("Say why it moves."))

    def status_after(self, status: str) -> Status:
        """Return the status of an item after the decision; what stays open in part stays so."""
        kept = Status.PARTLY_SETTLED if status == Status.PARTLY_SETTLED else Status.OPEN
        return {
            DecisionKind.SETTLED: Status.SETTLED,
            DecisionKind.PARTLY: Status.PARTLY_SETTLED,
            DecisionKind.LAPSED: Status.LAPSED,
        }.get(self.kind, kept)

    def words(self, status: str) -> str:
        """Return the decision as it is recorded with an item of this status, in the language in force."""
        return self._with_reason(self._plain_words(status))

    def _plain_words(self, status: str) -> str:
        after = self.status_after(status)
        if self.kind is DecisionKind.EXPLANATION:
            return _("to ask for a further explanation of its execution")
        if after in _REMAINS and (self.kind is DecisionKind.OPEN or status == after):
            text = _(_REMAINS[after])
        else:
            text = _(_MARKED[after])
        if self.due is None or self.due.date_to is None:
            return text
        day = format_date(self.due.date_to, current_language())
        return _("{words} with as new deadline {day}").format(words=text, day=day)

    def _with_reason(self, text: str) -> str:
        reason = " ".join(self.reason.split())
        return f"{text}, {reason}" if reason else text

    def line(self, kind: ItemKind | None, numbers: Sequence[str], status: str) -> str:
        """Return the line of a committee's notes for a batch: "commitments T02883 and T02889 to be marked as ...".

        Args:
            kind: of the items; None where they are of several.
            numbers: their numbers.
            status: what they were before.
        """
        items = named(kind, numbers)
        if self.kind is DecisionKind.EXPLANATION:
            text = _("to ask for a further explanation of the execution of {items}").format(items=items)
            return self._with_reason(text)
        return f"{items} {self.words(status)}"


def is_of_a_round(text: str) -> bool:
    """Tell whether a line of progress has the words of such a decision, in either language; not of an explanation."""
    words = (*_MARKED.values(), *_REMAINS.values())
    return any(text.startswith(in_language(language)(word)) for language in LANGUAGES for word in words)


def named(kind: ItemKind | None, numbers: Sequence[str], most: int = NAMED) -> str:
    """Return items by what they are and their numbers: "commitments T02883, T02889 and T02897"; `most` are named."""
    count = len(numbers)
    texts = {
        ItemKind.COMMITMENT: ngettext("commitment {numbers}", "commitments {numbers}", count),
        ItemKind.MOTION: ngettext("motion {numbers}", "motions {numbers}", count),
        ItemKind.REQUEST: ngettext("request {numbers}", "requests {numbers}", count),
    }
    text = texts.get(kind, "{numbers}") if kind is not None else "{numbers}"
    return text.format(numbers=numbers_text(numbers, most))


def numbers_text(numbers: Iterable[str], most: int = NAMED) -> str:
    """Return numbers as they are listed: "T02883, T02889 and T02897"; of more than `most` the rest is counted."""
    every = list(numbers)
    if len(every) > most:
        return _("{numbers} and {n} more").format(numbers=", ".join(every[:most]), n=len(every) - most)
    if len(every) < 2:
        return "".join(every)
    return _("{first} and {last}").format(first=", ".join(every[:-1]), last=every[-1])
