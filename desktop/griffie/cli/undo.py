"""`griffie undo`: the last step, whoever made it."""

import argparse

from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.services import history


def arguments(_parser: Parser) -> None:
    """Declare what the command takes: nothing of its own."""


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Take back the last step."""
    with house.desk(options.db) as desk:
        step = history.status(desk).undo
        changes = history.undo(desk)
        text = step.text if step else ""
        out.say(_("Undone: {step}").format(step=text))
        out.give({"step": text, "letters": sorted(changes.letters), "items": sorted(changes.items)})
    return 0
