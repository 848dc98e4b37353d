"""The options that limit a list or an export."""

import argparse
from enum import StrEnum
from typing import TypeVar

from griffie.base.i18n import _
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
    )


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
