"""`griffie forget`: a letter for good, with its items and their history. Asks first."""

import argparse
import sys

from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser, WrongUse
from griffie.domain.letter import Letter
from griffie.services import lettering


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("letter", metavar=_("LETTER"), help=_("own number, id or its beginning"))
    parser.choices.add_argument("--yes", action="store_true", help=_("do not ask"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Delete the letter, when that is what is wanted."""
    with house.desk(options.db) as desk:
        letter = desk.letter(options.letter)
        if not options.yes and not _agreed(letter):
            out.complain(_("Nothing was deleted."))
            return 1
        lettering.forget(desk, letter.id)
        out.say(_("{number} is deleted for good.").format(number=letter.number))
        out.give({"id": letter.id, "number": letter.number, "forgotten": True})
    return 0


def _agreed(letter: Letter) -> bool:
    if not sys.stdin.isatty():
        raise WrongUse(_("This cannot be undone; add --yes when you are sure."))
    question = _("Delete {number} ({title}) for good, with everything tagged in it? Type yes: ")
    sys.stderr.write(question.format(number=letter.number, title=letter.title))
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("yes", _("yes"))
