"""`griffie history`: what was done, newest first, of everything or of one letter or item."""

import argparse

from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser, WrongUse
from griffie.services import history


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("id", nargs="?", default="", metavar=_("ID"), help=_("only of this letter or item"))
    parser.choices.add_argument("--limit", type=int, default=200, metavar="N", help=_("at most so many steps (200)"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Print the steps."""
    if options.limit < 1:
        raise WrongUse(_("--limit must be 1 or more."))
    with house.desk(options.db) as desk:
        lines = history.history(desk, reference=options.id, limit=options.limit)
    for line in lines:
        out.say(f"{line.at[:16].replace('T', ' ')}  {line.who}  {line.text}")
    out.give([{"id": n.id, "at": n.at, "who": n.who, "kind": n.kind, "text": n.text} for n in lines])
    return 0
