"""`griffie export csv`: items to a file for a spreadsheet."""

import argparse
from pathlib import Path

from griffie.base.i18n import LANGUAGES, _, ngettext
from griffie.cli.filters import add_filters, wanted
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.domain.kinds import ItemKind
from griffie.services import exporting


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("form", choices=["csv"], metavar=_("FORM"), help="csv")
    parser.choices.add_argument(
        "--out", type=Path, required=True, metavar=_("FILE"), help=_("the file; one that is there is replaced")
    )
    parser.choices.add_argument(
        "--profile", choices=exporting.CSV_PROFILES, help=_("how the file is written; as in the settings when left out")
    )
    parser.choices.add_argument("--language", choices=list(LANGUAGES), help=_("of headers and words"))
    add_filters(parser)


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Write the file."""
    with house.desk(options.db) as desk:
        rows = exporting.export_csv(
            desk,
            options.out,
            wanted(desk, options, tuple(ItemKind(kind) for kind in options.kind)),
            profile=options.profile or house.settings.get("csv_profile"),
            language=options.language or "",
        )
    path = options.out.expanduser().absolute()
    out.say(ngettext("{n} row written to {path}", "{n} rows written to {path}", rows).format(n=rows, path=path))
    out.give({"path": str(path), "rows": rows})
    return 0
