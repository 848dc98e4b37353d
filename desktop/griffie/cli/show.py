"""`griffie show`: an item or a letter with everything that is known of it."""

import argparse

from griffie.base.i18n import _, ngettext
from griffie.cli.as_json import item_as_json, letter_as_json, text_of
from griffie.cli.followed import followed_lines
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.domain.fields import ITEM_FIELDS, LETTER_FIELDS, Field
from griffie.domain.item import Item
from griffie.domain.kinds import WORDS
from griffie.domain.letter import Letter
from griffie.domain.values import show_value
from griffie.services import looking
from griffie.services.desk import Desk


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("id", metavar=_("ID"), help=_("own number, id or its beginning, of an item or a letter"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Print what is known."""
    with house.desk(options.db) as desk:
        found = looking.find(desk, options.id)
        if isinstance(found, Letter):
            _print_letter(desk, found, out)
            out.give(letter_as_json(desk, found))
        else:
            found = desk.item(found.id, looking.letter_of(found))
            _print_item(desk, found, out)
            out.give(item_as_json(desk, found))
    return 0


def _print_letter(desk: Desk, letter: Letter, out: Output) -> None:
    out.say(f"{letter.number}  {letter.title}")
    _print_fields(letter, LETTER_FIELDS, out)
    for document in letter.documents:
        count = document.page_count
        pages = ngettext("{n} page", "{n} pages", count).format(n=count)
        out.say(f"  {_(WORDS[document.role])}: {document.file_name}, {pages}")
    for item in looking.items_in(desk, letter.id):
        page = _("p. {page}").format(page=item.page_number) if item.page_number else ""
        out.say(f"  {item.number}  {_(WORDS[item.kind])}  {page}".rstrip())
        out.say(f"    {text_of(item)}")


def _print_item(desk: Desk, item: Item, out: Output) -> None:
    out.say(f"{item.number}  {_(WORDS[item.kind])}")
    _print_fields(item, ITEM_FIELDS[item.kind], out)
    for passage in item.passages:
        out.say("  " + _("p. {page}").format(page=passage.page_number) + f": “{passage.quote}”")
    for line in followed_lines(desk, item.id):
        out.say(f"  {line}")
    out.say(f"  {item.id}")


def _print_fields(of: Item | Letter, fields: tuple[Field, ...], out: Output) -> None:
    for field in fields:
        shown = show_value(field, getattr(of, field.name))
        if shown:
            out.say(f"  {_(field.label)}: {shown}")
