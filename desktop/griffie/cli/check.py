"""`griffie check`: whether the register is whole, from the file up."""

import argparse
import dataclasses

from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.services import keeping


def arguments(_parser: Parser) -> None:
    """Declare what the command takes: nothing of its own."""


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Check; 1 if there is a fault."""
    with house.desk(options.db) as desk:
        report = keeping.check(desk)
    for fault in report.faults:
        out.complain(fault)
    counted = _("{letters} letters, {items} items, {documents} documents and {steps} steps were checked.")
    found = dataclasses.asdict(report)
    out.say(counted.format(**found))
    if report.sound:
        out.say(_("The register is whole."))
    out.give({"sound": report.sound, **found})
    return 0 if report.sound else 1
