"""`griffie restore`: a backup in the place of the register; what was there is kept beside it."""

import argparse
from pathlib import Path

from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.services import keeping


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("backup", type=Path, metavar=_("FILE"), help=_("the backup"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Put the backup in place."""
    path = house.register_path(options.db)
    kept = keeping.restore(options.backup, path)
    out.say(_("{path} is restored.").format(path=path))
    if kept is not None:
        out.say(_("What was there is kept as {path}").format(path=kept))
    out.give({"path": str(path), "kept": str(kept) if kept else ""})
    return 0
