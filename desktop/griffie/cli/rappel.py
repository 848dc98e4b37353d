"""`griffie rappel`: the lists of a reminder round, for people, for programs or as a table to be filled in."""

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import Any

from griffie.base.i18n import LANGUAGES, _, current_language, ngettext
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import DAY, Parser, WrongUse
from griffie.domain.kinds import WORDS, Chamber, ItemKind, Status
from griffie.domain.rappel import KINDS, Rappel, RappelLine, RappelQuestion, next_reference_day
from griffie.services import exporting, rappel
from griffie.services.desk import Desk

CHAMBERS = [Chamber.TK.value, Chamber.EK.value]


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    add = parser.choices.add_argument
    add("--on", type=DAY, metavar=_("DATE"), help=_("the reference date; the next 1 January or 1 July when left out"))
    add("--chamber", choices=CHAMBERS, help=_("only of this chamber"))
    add("--ministry", default="", help=_("only of this ministry (JenV)"))
    add("--committee", default="", help=_("only of the committee with this in its name"))
    add("--kind", action="append", choices=[kind.value for kind in KINDS], default=[],
        help=_("of this kind, commitments when left out; may be repeated"))  # fmt: skip
    add("--undated", action="store_true", help=_("with what has no date as a third list"))
    add("--csv", action="store_true", help=_("as a table to be filled in; to FILE with --out"))
    add("--out", type=Path, metavar=_("FILE"), help=_("the file; one that is there is replaced"))
    add("--profile", choices=exporting.CSV_PROFILES,
        help=_("how the file is written; as in the settings when left out"))  # fmt: skip
    add("--language", choices=list(LANGUAGES), help=_("of headers and words"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Print the lists, or write them to a file."""
    as_csv = options.csv or options.out is not None
    if as_csv and out.as_json:
        raise WrongUse(_("{name} does not go with {other}.").format(name="--csv", other="--json"))
    question = RappelQuestion(
        on=options.on or next_reference_day(dt.date.today()),
        chamber=Chamber(options.chamber) if options.chamber else None,
        ministry=options.ministry,
        committee=options.committee,
        kinds=tuple(kind for kind in KINDS if kind.value in options.kind) or (ItemKind.COMMITMENT,),
        undated=options.undated,
    )
    with house.desk(options.db) as desk:
        if as_csv:
            _write(desk, question, options, options.profile or house.settings.get("csv_profile"), out)
            return 0
        lists = rappel.lists(desk, question)
    out.give(as_json(question, lists))
    if not out.as_json:
        _tell(question, lists, out)
    return 0


def _write(desk: Desk, question: RappelQuestion, options: argparse.Namespace, profile: str, out: Output) -> None:
    language = options.language or ""
    if options.out is None:
        sys.stdout.flush()
        for piece in rappel.csv_pieces(desk, question, profile=profile, language=language):
            sys.stdout.buffer.write(piece)
        return
    rows = rappel.export_csv(desk, options.out, question, profile=profile, language=language)
    path = options.out.expanduser().absolute()
    out.say(ngettext("{n} row written to {path}", "{n} rows written to {path}", rows).format(n=rows, path=path))


def as_json(question: RappelQuestion, lists: Rappel[RappelLine]) -> dict[str, Any]:
    """Return a round as JSON: what was asked, and the lines of each list."""
    return {
        "on": question.on.isoformat(),
        "until": question.until.isoformat(),
        "chamber": question.chamber.value if question.chamber else "",
        "ministry": question.ministry,
        "committee": question.committee,
        "kinds": [kind.value for kind in question.kinds],
        **{name.value: [_line(line) for line in lists[name]] for name in question.lists},
    }


def _line(line: RappelLine) -> dict[str, Any]:
    left_out = ("seq", "list_name", "proposals")
    found = {name: getattr(line, name) for name in line.__match_args__ if name not in left_out}
    return found | {"proposals": [_proposal(line, place) for place in range(len(line.proposals))]}


def _proposal(line: RappelLine, place: int) -> dict[str, Any]:
    proposal = line.proposals[place]
    return {name: getattr(proposal, name) for name in proposal.__match_args__}


def _tell(question: RappelQuestion, lists: Rappel[RappelLine], out: Output) -> None:
    """Print each list with its name; a list without items says so."""
    for place, name in enumerate(question.lists):
        lines = lists[name]
        heading = question.heading(name, _, current_language())
        out.say(f"{'' if place == 0 else chr(10)}{heading} ({len(lines)})")
        for line in lines:
            status = _(WORDS[Status(line.status)]) if line.status in list(Status) else line.status
            mark = _("settlement reported") if line.claimed else ""
            words = (f"{line.number:<13}", f"{status:<14}", f"{line.due:<10}", f"{line.ministry:<6}", line.text, mark)
            out.say("  " + "  ".join(word for word in words if word))
