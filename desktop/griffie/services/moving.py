"""Deadlines that a rule gave their dates: how they follow the letter's header, and what another calendar would move.

Only those that nobody has edited are touched: a deadline that a clerk sets has the rule "clerk" from then on.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from griffie.base.i18n import N_, _, current_language
from griffie.domain.changes import Changes
from griffie.domain.dates import format_date
from griffie.domain.item import Deadline
from griffie.domain.kinds import WORDS, Chamber
from griffie.domain.letter import Letter
from griffie.domain.periods import DateRange
from griffie.services import recesses
from griffie.services.desk import Desk
from griffie.services.itemising import by_reader, put_move
from griffie.services.reading import facts_for_reader
from griffie.store import items
from griffie.store.reading_rows import reason_to_json
from griffie.store.rows import from_date
from griffie.store.steps import Step, step

if TYPE_CHECKING:
    from griffie.domain.reading import DeadlineFound
    from griffie.domain.recess import RecessCalendar
    from griffie.reading.facts import LetterFacts

    Resolve = Callable[["Words", LetterFacts], DeadlineFound | None]
FOLLOWED = frozenset({"date", "chamber"})
"""Fields of a letter that its deadlines follow."""


@dataclass(frozen=True)
class Words:
    """The phrase of a deadline with the words around it: "gepland voor mei" is another time than "voor mei"."""

    phrase: str
    before: str = ""
    after: str = ""


def shipped_resolver() -> "Resolve":
    """Return what reads the phrase of a deadline by the rules of the reader."""
    from griffie.reading.nl.deadlines import find_phrases  # its rules are loaded when a deadline may move
    from griffie.reading.text import LetterText, Paragraph, ParagraphKind

    def resolve(words: Words, facts: "LetterFacts") -> "DeadlineFound | None":
        before = f"{words.before.rstrip()} " if words.before.strip() else ""
        gap = "" if words.after[:1] in ("", " ", ".", ",", ";", ":", ")") else " "
        text, end = f"{before}{words.phrase}{gap}{words.after}", len(before) + len(words.phrase)
        letter = LetterText(text, (Paragraph(0, len(text), ParagraphKind.TEXT),))
        here = (one for one in find_phrases(letter, 0, len(text), facts) if len(before) <= one.extent.start < end)
        return max(here, key=lambda one: min(one.extent.end, end) - one.extent.start, default=None)

    return resolve


def _words(deadline: Deadline) -> Words:
    passage = next((passage for passage in deadline.passages if passage.quote == deadline.phrase), None)
    return Words(deadline.phrase, passage.prefix, passage.suffix) if passage else Words(deadline.phrase)


@dataclass(frozen=True)
class Move:
    """A deadline that a rule would give other dates now: what it was and what it would be, and why."""

    item_id: str
    number: str
    letter_id: str
    phrase: str
    old: DateRange
    new: DateRange
    reason: str
    """Why it has its new dates, as the store keeps it: see services.reading.told."""
    letter_number: str = ""


def follow_header(
    work: Step, desk: Desk, letter: Letter, values: Mapping[str, Any], *, resolve: "Resolve | None" = None
) -> None:
    """Within the step that changes the letter's date or chamber: move the deadlines that go by them.

    Args:
        work: the step.
        desk: gives the calendar.
        letter: the letter as it was.
        values: the new values of its fields.
        resolve: what reads a phrase; the reader's own when left out.
    """
    changed = {name: values[name] for name in FOLLOWED & set(values) if values[name] != getattr(letter, name)}
    deadlines = [one for one in items.ruled_deadlines(desk.register, letter.id) if by_reader(one.rule)]
    if not changed or not deadlines:
        return
    moves = _moves(deadlines, replace(letter, **changed), recesses.calendar(desk), resolve or shipped_resolver())
    why = _why(changed)
    for deadline, move in moves:
        _put(work, deadline, move, why)


def _why(changed: Mapping[str, Any]) -> str:
    day, chamber = changed.get("date"), changed.get("chamber")
    if isinstance(day, dt.date):
        return _("The letter is of {date}.").format(date=format_date(day, current_language()))
    if isinstance(chamber, Chamber):
        return _("The letter is to: {chamber}.").format(chamber=_(WORDS[chamber]))
    return _("The letter has another header.")


def _moves(
    deadlines: Iterable[Deadline],
    letter: Letter,
    calendar: "RecessCalendar",
    resolve: "Resolve",
) -> Iterator[tuple[Deadline, Move]]:
    """Yield the deadlines of a letter to which their own rule gives other dates now."""
    facts = facts_for_reader(letter, calendar)
    for deadline in deadlines:
        found = resolve(_words(deadline), facts)
        old = DateRange(deadline.date_from, deadline.date_to, deadline.precision)
        if found is not None and found.rule == deadline.rule and found.range != old:
            reason = reason_to_json(found.reason)
            ranges = (old, found.range)
            move = Move(deadline.id, deadline.number, letter.id, deadline.phrase, *ranges, reason, letter.number)
            yield deadline, move


def _put(work: Step, deadline: Deadline, move: Move, why: str) -> None:
    put_move(work, deadline, why)
    columns = {
        "date_from": from_date(move.new.date_from),
        "date_to": from_date(move.new.date_to),
        "precision": move.new.precision.value,
        "reason": move.reason,
    }
    work.update("deadline", deadline.id, columns)


def moved_by_calendar(
    desk: Desk, *, before: "RecessCalendar | None" = None, resolve: "Resolve | None" = None
) -> list[Move]:
    """Return the deadlines that the calendar of now gives other dates than they have; nothing is changed.

    Args:
        desk: gives the calendar.
        before: the calendar that went before; then only what that one gave its dates is listed.
        resolve: what reads a phrase; the reader's own when left out.

    Raises:
        UserError: the file with the user's own rows is damaged.
    """
    resolve = resolve or shipped_resolver()
    calendar, found = recesses.calendar(desk), []
    for letter_id in items.letters_with_ruled_deadlines(desk.register):
        letter = desk.letter(letter_id)
        deadlines = [one for one in items.ruled_deadlines(desk.register, letter_id) if by_reader(one.rule)]
        if before is not None:
            other = {deadline.id for deadline, _move in _moves(deadlines, letter, before, resolve)}
            deadlines = [deadline for deadline in deadlines if deadline.id not in other]
        found += [move for _deadline, move in _moves(deadlines, letter, calendar, resolve)]
    return found


def apply_moves(desk: Desk, moves: Iterable[Move]) -> Changes:
    """Give deadlines the dates of moves that were listed, all in one step; the old ones are kept with the reason.

    One that has other dates by now, or that somebody has edited, is passed over.
    """
    chosen = list(moves)
    label = N_("Move {count} deadlines to the recess calendar")
    with step(desk.register, desk.who, label, count=len(chosen)) as work:
        for move in chosen:
            deadline = items.item(desk.register, move.item_id)
            if isinstance(deadline, Deadline) and by_reader(deadline.rule):
                held = DateRange(deadline.date_from, deadline.date_to, deadline.precision)
                if held == move.old:
                    _put(work, deadline, move, _("The recess calendar says otherwise."))
    return work.changes()
