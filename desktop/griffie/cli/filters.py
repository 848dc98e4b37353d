"""The options that limit a list or an export."""

import argparse
from datetime import date
from enum import StrEnum
from typing import TypeVar

from griffie.base.i18n import N_, _
from griffie.cli.parser import DAY, DOSSIER, KINDS, Parser, WrongUse
from griffie.domain.choices import choice_of
from griffie.domain.kinds import ItemKind, LetterState, Status
from griffie.domain.listing import Wanted
from griffie.services.desk import Desk


def add_filters(parser: Parser) -> None:
    """Give a command the options that limit what it takes."""
    add = parser.choices.add_argument
    add("--kind", action="append", choices=KINDS, default=[], help=_("only this kind; may be repeated"))
    add("--status", action="append", default=[], metavar=_("STATUS"), help=_("only this status; may be repeated"))
    add("--due-before", type=DAY, metavar=_("DATE"), help=_("only what must be done before this day"))
    add("--due-after", type=DAY, metavar=_("DATE"), help=_("only what must be done after this day"))
    add("--ministry", default="", help=_("only of this ministry (JenV)"))
    add("--committee", default="", help=_("only of the committee with this in its name"))
    add("--dossier", type=DOSSIER, help=_("only of this dossier (29344, 36600-VI)"))
    add("--open", action="store_true", help=_("only what is not settled or lapsed"))
    add("--overdue", action="store_true", help=_("only what is open and late today"))
    add("--no-date", action="store_true", help=_("only what has no date"))
    add("--claimed", action="store_true", help=_("only what a letter reports as settled, undecided"))
    for name, text in FACET_HELP.items():
        add(f"--{name}", action="append", default=[], metavar=_("VALUE"), help=_(text))
    add("--letter", default="", help=_("only of this letter (own number, id or its beginning)"))
    add("--query", default="", help=_("only with these words"))


def wanted(desk: Desk, options: argparse.Namespace, kinds: tuple[ItemKind, ...], *, letters: bool = False) -> Wanted:
    """Return what the options ask for; of letters, --status is how far the clerk is with them.

    Raises:
        WrongUse: there is no such status.
        NotFoundError: there is no such letter.
    """
    return Wanted(
        kinds=kinds,
        statuses=() if letters else _choices(Status, options.status),
        states=_choices(LetterState, options.status) if letters else (),
        due_before=options.due_before,
        due_after=options.due_after,
        ministry=options.ministry,
        committee=options.committee,
        dossier=options.dossier,
        letter_id=desk.letter(options.letter).id if options.letter else "",
        query=options.query,
        open_only=options.open,
        overdue_on=date.today() if options.overdue else None,
        no_date=options.no_date,
        claimed=options.claimed,
        chosen=tuple((name, value) for name in FACET_HELP for value in getattr(options, name)),
    )


FACET_HELP = {
    "person": N_("only of this minister, as the register writes it; may be repeated"),
    "chamber": N_("only of this chamber (TK, EK, VV); may be repeated"),
    "handler": N_("only handled by; may be repeated"),
    "year": N_("only made in this year; may be repeated"),
}


Choice = TypeVar("Choice", bound=StrEnum)


def _choices(choices: type[Choice], words: list[str]) -> tuple[Choice, ...]:
    found = []
    for word in words:
        member = choice_of(choices, word)
        if member is None:
            names = ", ".join(member.value for member in choices)
            raise WrongUse(_("There is no status {word}; choose from {names}.").format(word=word, names=names))
        found.append(member)
    return tuple(found)
