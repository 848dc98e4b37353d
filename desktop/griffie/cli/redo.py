"""`griffie redo`: the last undone step once more."""

import argparse

from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.services import history


def arguments(_parser: Parser) -> None:
    """Declare what the command takes: nothing of its own."""


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Do the last undone step again."""
    with house.desk(options.db) as desk:
        step = history.status(desk).redo
        changes = history.redo(desk)
        text = step.text if step else ""
        out.say(_("Redone: {step}").format(step=text))
        out.give({"step": text, "letters": sorted(changes.letters), "items": sorted(changes.items)})
    return 0
