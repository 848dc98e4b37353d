"""`griffie settle`: says which letter, or which decision alone, meets an item, and how far that is."""

import argparse

from griffie.base.i18n import _
from griffie.cli.as_json import item_as_json
from griffie.cli.followed import followed_lines
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import DAY, Parser, WrongUse
from griffie.domain.kinds import WORDS
from griffie.domain.settlement import Degree, Stage
from griffie.services import looking, settling
from griffie.services.settling import Ruling


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("id", metavar=_("ID"), help=_("own number, id or its beginning, of an item"))
    parser.choices.add_argument("--by", metavar=_("LETTER"), help=_("the letter that settles it"))
    parser.choices.add_argument(
        "--degree", choices=[degree.value for degree in Degree], default=Degree.WHOLE.value, help=_("how much of it")
    )
    parser.choices.add_argument(
        "--proposed", action="store_true", help=_("a proposal, which is what it is without --decided")
    )
    parser.choices.add_argument(
        "--decided", type=DAY, metavar=_("DATE"), help=_("the day of the decision, which changes the status")
    )
    parser.choices.add_argument("--body", default="", metavar=_("BODY"), help=_("who decided"))
    parser.choices.add_argument("--remarks", default="", metavar=_("TEXT"), help=_("what is to be said of it"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Settle the item and show it."""
    ruling = _ruling(options)
    with house.desk(options.db) as desk:
        letter = desk.letter(options.by) if options.by else None
        item_id = desk.item(options.id).id
        settling.settle(desk, item_id, ruling, letter_id=letter.id if letter else None)
        item = desk.item(item_id)
        item = desk.item(item_id, looking.letter_of(item))
        out.say(f"{item.number}  {_(WORDS[item.status])}")
        for line in followed_lines(desk, item.id):
            out.say(f"  {line}")
        out.give(item_as_json(desk, item))
    return 0


def _ruling(options: argparse.Namespace) -> Ruling:
    decided = options.decided is not None
    if decided and options.proposed:
        raise WrongUse(_("{name} does not go with {other}.").format(name="--proposed", other="--decided"))
    if decided != bool(options.body.strip()):
        raise WrongUse(_("--decided and --body go together: who decided, and when."))
    stage = Stage.DECIDED if decided else Stage.PROPOSED
    return Ruling(stage, Degree(options.degree), options.body, options.decided, options.remarks)
