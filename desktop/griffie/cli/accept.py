"""`griffie accept`: what the reader suggests in a letter, in bulk; the items are marked as not reviewed yet."""

import argparse

from griffie.base.i18n import _, ngettext
from griffie.cli.as_json import text_of
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.domain.kinds import WORDS
from griffie.services import reading, suggesting


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("letter", metavar=_("LETTER"), help=_("own number, id or its beginning"))
    parser.choices.add_argument(
        "--min-confidence",
        type=_share,
        default=0.0,
        metavar="X",
        help=_("only suggestions that are at least so sure, from 0 to 1"),
    )


def _share(text: str) -> float:
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError(_("“{text}” is no number from 0 to 1.").format(text=text))
    return found


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Accept the suggestions in one step and show what came of them; 1 where there were none."""
    with house.desk(options.db, reads_pdf=True) as desk:
        letter = desk.letter(options.letter)
        if not reading.is_current(desk, letter.id):
            reading.read_document(desk, letter.id)
        shown = suggesting.suggestions(desk, letter.id)
        chosen = [one.id for one in shown if one.suggestion.confidence >= options.min_confidence]
        made = suggesting.accept(desk, letter.id, chosen, unreviewed=True)[0] if chosen else []
        items = [desk.item(item_id, letter.id) for item_id in made]
        for item in items:
            page = _("p. {page}").format(page=item.page_number) if item.page_number else ""
            out.say(f"{item.number}  {_(WORDS[item.kind])}  {page}  {text_of(item)}")
        left = len(shown) - len(chosen)
        out.say(ngettext("{n} suggestion is left.", "{n} suggestions are left.", left).format(n=left))
        out.give(
            {
                "id": letter.id,
                "number": letter.number,
                "accepted": len(chosen),
                "left": left,
                "items": [
                    {
                        "id": item.id,
                        "kind": item.kind.value,
                        "number": item.number,
                        "page": item.page_number,
                        "text": text_of(item),
                    }
                    for item in items
                ],
            }
        )
        if not chosen:
            out.complain(_("There is nothing to accept in {number}.").format(number=letter.number))
    return 0 if chosen else 1
