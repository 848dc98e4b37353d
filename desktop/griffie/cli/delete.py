"""`griffie delete`: an item, which undo brings back."""

import argparse

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.domain.letter import Letter
from griffie.services import itemising, looking


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("id", metavar=_("ID"), help=_("own number, id or its beginning, of an item"))
    parser.choices.add_argument(
        "--letter",
        metavar=_("LETTER"),
        help=_("of a motion: only its mention in this letter, if others mention it too"),
    )


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Delete the item."""
    with house.desk(options.db) as desk:
        found = looking.find(desk, options.id)
        if isinstance(found, Letter):
            raise UserError(
                _("{number} is a letter.").format(number=found.number),
                _("`griffie forget` deletes a letter, for good."),
            )
        letter_id = desk.letter(options.letter).id if options.letter else None
        itemising.delete_item(desk, found.id, letter_id)
        out.say(_("{number} is deleted; `griffie undo` brings it back.").format(number=found.number))
        out.give({"id": found.id, "number": found.number, "deleted": True})
    return 0
