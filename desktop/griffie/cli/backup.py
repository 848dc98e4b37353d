"""`griffie backup`: a verified copy of the register, also while it is in use."""

import argparse
from pathlib import Path

from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.services import keeping


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.choices.add_argument(
        "--out", type=Path, required=True, metavar=_("FILE"), help=_("the copy, or a folder for one with today's name")
    )
    parser.choices.add_argument("--overwrite", action="store_true", help=_("replace a file that is there"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Write the copy."""
    with house.desk(options.db) as desk:
        path = keeping.back_up(desk, options.out, overwrite=options.overwrite)
    out.say(_("The backup is {path}").format(path=path))
    out.give({"path": str(path)})
    return 0
