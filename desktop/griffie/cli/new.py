"""`griffie new`: an item without words in a letter, of a debate, an official register or typed."""

import argparse

from griffie.base.i18n import _
from griffie.cli.as_json import item_as_json, text_of
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import KINDS, Parser, WrongUse, fields_of
from griffie.domain.fields import ITEM_FIELDS
from griffie.domain.kinds import ItemKind
from griffie.services import itemising


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("kind", choices=KINDS, metavar=_("KIND"), help=", ".join(KINDS))
    parser.words.add_argument("fields", nargs="*", metavar=_("field=value"), help=_("fields of the item"))
    parser.choices.add_argument("--letter", metavar=_("LETTER"), help=_("the letter it belongs to"))
    parser.choices.add_argument("--of", metavar=_("ITEM"), help=_("of a deadline: the item it belongs to"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Make the item and show it."""
    kind = ItemKind(options.kind)
    if options.of and kind is not ItemKind.DEADLINE:
        raise WrongUse(_("--of goes with a deadline."))
    fields = fields_of(options.fields, [field.name for field in ITEM_FIELDS[kind]])
    with house.desk(options.db, create=True) as desk:
        letter = desk.letter(options.letter) if options.letter else None
        owner_id = desk.item(options.of).id if options.of else None
        values = itemising.typed_values(kind, fields, reference=letter.date if letter else None)
        letter_id = letter.id if letter else None
        item_id, _changes = itemising.new_item(desk, kind, values, letter_id=letter_id, owner_id=owner_id)
        item = desk.item(item_id, letter_id)
        out.say(f"{item.number}  {text_of(item)}")
        out.give(item_as_json(desk, item))
    return 0
