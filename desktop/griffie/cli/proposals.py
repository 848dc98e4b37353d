"""`griffie proposals`: which open items letters may settle, each with the reason and both passages."""

import argparse
from typing import Any

from griffie.base.i18n import _, current_language, ngettext
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser, WrongUse
from griffie.domain.dates import format_date
from griffie.domain.kinds import WORDS
from griffie.domain.settlement import DEGREE_WORDS, Degree
from griffie.services import proposing, reading
from griffie.services.desk import Desk
from griffie.services.promises import Promise, name_of_item, promise_of
from griffie.services.proposing import Proposal


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    words = parser.words
    words.add_argument("letter", nargs="?", metavar=_("LETTER"), help=_("one letter; else the letters added last"))
    parser.choices.add_argument("--item", metavar=_("ID"), help=_("which letters may settle this open item"))


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Print what is proposed, the surest first.

    Raises:
        WrongUse: both a letter and an item are named.
    """
    if options.letter and options.item:
        raise WrongUse(_("Name a letter or an item, not both."))
    with house.desk(options.db, reads_pdf=bool(options.letter)) as desk:
        found = _found(desk, options)
        rows = [(one, promise_of(desk, one.item_id)) for one in found]
        for one, promise in rows:
            _print(desk, one, promise, out)
        if not rows:
            out.say(_("Nothing open seems to be settled."))
        else:
            count = len(rows)
            out.say(ngettext("{n} proposal", "{n} proposals", count).format(n=count))
        out.give([_as_json(desk, one, promise) for one, promise in rows])
    return 0


def _found(desk: Desk, options: argparse.Namespace) -> list[Proposal]:
    if options.item:
        return proposing.proposals_for_item(desk, options.item)
    if not options.letter:
        return proposing.all_proposals(desk)
    letter = desk.letter(options.letter)
    if not desk.register.read_only and not reading.is_current(desk, letter.id):
        reading.read_document(desk, letter.id)
    return proposing.proposals_for_letter(desk, letter.id)


def _print(desk: Desk, one: Proposal, promise: Promise, out: Output) -> None:
    item, letter = promise.item, desk.letter(one.letter_id)
    name = " ".join(part for part in (item.number, name_of_item(item)) if part)
    degree = f", {_(DEGREE_WORDS[Degree.PARTLY])}" if one.degree is Degree.PARTLY else ""
    out.say(f"{letter.number} -> {name}  {_(WORDS[item.kind])}  {one.score:.0%}{degree}")
    out.say(f"  {_page(one.place.page_number)}“{one.place.quote}”")
    day = format_date(promise.day, current_language()) if promise.day else ""
    origin = ", ".join(part for part in (day, promise.source) if part)
    text = f"“{promise.text}”" if promise.quoted else promise.text
    out.say("  " + ": ".join(part for part in (origin, f"{_page(promise.page_number)}{text}") if part))
    out.say("  " + one.why())


def _page(number: int) -> str:
    return _("p. {page}").format(page=number) + ": " if number else ""


def _as_json(desk: Desk, one: Proposal, promise: Promise) -> dict[str, Any]:
    return {
        "letter_id": one.letter_id,
        "letter_number": desk.letter(one.letter_id).number,
        "item_id": one.item_id,
        "item_number": promise.item.number,
        "item_name": name_of_item(promise.item),
        "kind": promise.item.kind.value,
        "score": one.score,
        "by_number": one.by_number,
        "degree": one.degree.value,
        "reasons": [text for reason in one.reasons if (text := reason.told())],
        "quote": one.place.quote,
        "page": one.place.page_number,
        "promise": {
            "text": promise.text,
            "quoted": promise.quoted,
            "date": promise.day.isoformat() if promise.day else "",
            "source": promise.source,
            "page": promise.page_number,
            "letter_id": promise.letter.id if promise.letter else "",
        },
    }
