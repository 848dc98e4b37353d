"""`griffie set`: fields of an item or a letter, all named ones in one step."""

import argparse

from griffie.base.i18n import _
from griffie.cli.as_json import item_as_json, letter_as_json, text_of
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser, WrongUse, fields_of
from griffie.domain.fields import ITEM_FIELDS, LETTER_FIELDS
from griffie.domain.item import Item
from griffie.domain.letter import Letter
from griffie.services import itemising, lettering, looking
from griffie.services.desk import Desk


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("id", metavar=_("ID"), help=_("own number, id or its beginning, of an item or a letter"))
    parser.words.add_argument("fields", nargs="+", metavar=_("field=value"), help=_("an empty value clears the field"))
    parser.choices.add_argument("--reason", default="", help=_("why a deadline moves"))
    parser.choices.add_argument("--letter", metavar=_("LETTER"), help=_("of a motion: the letter that mentions it"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Fill the fields and show what has them now."""
    with house.desk(options.db) as desk:
        found = looking.find(desk, options.id)
        if isinstance(found, Letter):
            _set_letter(desk, found, options, out)
        else:
            _set_item(desk, found, options, out)
    return 0


def _set_letter(desk: Desk, letter: Letter, options: argparse.Namespace, out: Output) -> None:
    if options.reason or options.letter:
        raise WrongUse(_("--reason and --letter go with an item."))
    fields = fields_of(options.fields, [field.name for field in LETTER_FIELDS])
    lettering.type_letter_fields(desk, letter, fields)
    letter = desk.letter(letter.id)
    out.say(f"{letter.number}  {letter.title}")
    out.give(letter_as_json(desk, letter))


def _set_item(desk: Desk, item: Item, options: argparse.Namespace, out: Output) -> None:
    fields = fields_of(options.fields, [field.name for field in ITEM_FIELDS[item.kind]])
    letter_id = desk.letter(options.letter).id if options.letter else looking.letter_of(item)
    item = desk.item(item.id, letter_id)
    item_id, _changes = itemising.type_item_fields(desk, item, fields, reason=options.reason, letter_id=letter_id)
    item = desk.item(item_id, letter_id)
    out.say(f"{item.number}  {text_of(item)}")
    out.give(item_as_json(desk, item))
