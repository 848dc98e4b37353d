"""`griffie tag`: an item of words in a letter, with fields filled in the same step."""

import argparse

from griffie.base.i18n import _
from griffie.cli.as_json import item_as_json, text_of
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import KINDS, Parser, fields_of
from griffie.domain.fields import ITEM_FIELDS
from griffie.domain.kinds import ItemKind
from griffie.services import itemising, quoting


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("letter", metavar=_("LETTER"), help=_("own number, id or its beginning"))
    parser.words.add_argument("fields", nargs="*", metavar=_("field=value"), help=_("fields of the item"))
    parser.choices.add_argument("--kind", required=True, choices=KINDS, help=_("what the words are"))
    parser.choices.add_argument("--quote", required=True, metavar=_("WORDS"), help=_("the words in the letter"))
    parser.choices.add_argument("--page", type=int, metavar="N", help=_("the page on which they begin, from 1"))
    parser.choices.add_argument("--occurrence", type=int, metavar="N", help=_("which of several places, from 1"))
    parser.choices.add_argument(
        "--of", metavar=_("ITEM"), help=_("of a deadline: the item it belongs to; found by its place when left out")
    )


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Tag the words and show the item."""
    kind = ItemKind(options.kind)
    fields = fields_of(options.fields, [field.name for field in ITEM_FIELDS[kind]])
    with house.desk(options.db, reads_pdf=True) as desk:
        letter = desk.letter(options.letter)
        owner_id = desk.item(options.of).id if options.of else None
        values = itemising.typed_values(kind, fields, reference=letter.date)
        document, selection = quoting.select_quote(
            desk, letter, options.quote, page_number=options.page, occurrence=options.occurrence
        )
        item_id, _changes = itemising.tag_with_fields(
            desk, letter.id, document.id, kind, selection, values, owner_id=owner_id
        )
        item = desk.item(item_id, letter.id)
        out.say(f"{item.number}  " + _("page {page}").format(page=item.page_number) + f"  {text_of(item)}")
        out.give(item_as_json(desk, item))
    return 0
