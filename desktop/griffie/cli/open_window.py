"""`griffie open`: the window, with the letters that are named."""

import argparse
from pathlib import Path

from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser

VIEWS = ("register", "agenda", "overviews", "rappel")


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("paths", nargs="*", type=Path, metavar=_("LETTER.pdf"), help=_("files or folders"))
    parser.choices.add_argument(
        "--picture", type=Path, metavar=_("FILE.png"), help=_("save a picture of the window and close it")
    )
    parser.choices.add_argument("--view", default="", choices=VIEWS, help=_("what to show first"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Run the window until it is closed."""
    code = house.open_window(options.paths, options.db, picture=options.picture, debug=options.debug, view=options.view)
    out.give({"exit_code": code, "picture": str(options.picture) if options.picture else ""})
    return code
