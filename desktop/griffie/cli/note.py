"""`griffie note`: a dated line about how an item stands, or an interim message to the Chamber."""

import argparse

from griffie.base.i18n import _
from griffie.cli.as_json import item_as_json
from griffie.cli.followed import followed_lines
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import DAY, Parser
from griffie.domain.following import ProgressKind
from griffie.services import following, looking


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("id", metavar=_("ID"), help=_("own number, id or its beginning, of an item"))
    parser.words.add_argument("text", metavar=_("TEXT"), help=_("how it stands"))
    parser.choices.add_argument(
        "--date", type=DAY, metavar=_("DATE"), help=_("the day that it is of; today if left out")
    )
    parser.choices.add_argument("--interim", action="store_true", help=_("it is an interim message to the Chamber"))
    parser.choices.add_argument("--by", metavar=_("LETTER"), help=_("the letter that says so"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Write the note and show the item."""
    kind = ProgressKind.INTERIM if options.interim else ProgressKind.NOTE
    with house.desk(options.db) as desk:
        letter = desk.letter(options.by) if options.by else None
        item = desk.item(options.id)
        following.add_progress(
            desk, item.id, options.text, on_date=options.date, kind=kind, letter_id=letter.id if letter else None
        )
        item = desk.item(item.id, looking.letter_of(item))
        out.say(item.number)
        for line in followed_lines(desk, item.id):
            out.say(f"  {line}")
        out.give(item_as_json(desk, item))
    return 0
