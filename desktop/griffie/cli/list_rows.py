"""`griffie list`: letters, items and citations, line by line as they are read, however many there are."""

import argparse
import shutil
import sys
from contextlib import closing

from griffie.base.i18n import _
from griffie.cli.as_json import row_as_json
from griffie.cli.filters import add_filters, wanted
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser, WrongUse
from griffie.domain.kinds import WORDS, ItemKind, LetterState, Status
from griffie.domain.listing import ItemRow
from griffie.services import listing
from griffie.services.desk import Desk

WHAT = {f"{kind.value}s": (kind,) for kind in ItemKind}
NARROW = 40


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    what = ["letters", *WHAT, "items", "citations"]
    parser.words.add_argument("what", choices=what, metavar=_("WHAT"), help=", ".join(what))
    add_filters(parser)


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Print the list."""
    if options.kind and options.what != "items":
        raise WrongUse(_("--kind goes with `list items`."))
    with house.desk(options.db) as desk:
        if options.what == "letters":
            _letters(desk, options, out)
        elif options.what == "citations":
            _citations(desk, options, out)
        else:
            kinds = WHAT.get(options.what) or tuple(ItemKind(kind) for kind in options.kind)
            _items(desk, options, kinds, out)
    return 0


def _letters(desk: Desk, options: argparse.Namespace, out: Output) -> None:
    with closing(listing.letters_in_register(desk, wanted(desk, options, (), letters=True))) as rows:
        if out.as_json:
            out.give_rows(map(row_as_json, rows))
            return
        for row in rows:
            state = _(WORDS[LetterState(row.state)]) if row.state in list(LetterState) else row.state
            out.say(_cut(f"{row.number:<11} {row.date:<10} {state:<12} {row.subject or row.file_name}"))


def _citations(desk: Desk, options: argparse.Namespace, out: Output) -> None:
    """Print the citations of the letters that are asked for."""
    with closing(listing.citations_in_register(desk, wanted(desk, options, (), letters=True))) as rows:
        if out.as_json:
            out.give_rows(map(row_as_json, rows))
            return
        for row in rows:
            page = _("p. {page}").format(page=row.page)
            out.say(_cut(f"{row.letter_number:<11} {page:<6} {row.ref:<16} {row.quote}"))


def _items(desk: Desk, options: argparse.Namespace, kinds: tuple[ItemKind, ...], out: Output) -> None:
    with closing(listing.items_in_register(desk, wanted(desk, options, kinds))) as rows:
        if out.as_json:
            out.give_rows(map(row_as_json, rows))
            return
        for row in rows:
            out.say(_cut(_line(row)))


def _line(row: ItemRow) -> str:
    status = _(WORDS[Status(row.status)]) if row.status in list(Status) else row.status
    about = row.summary or (row.kind == ItemKind.DEADLINE and row.phrase) or row.quote
    owner = f"{row.owner_number}  " if row.owner_number else ""
    return f"{row.number:<11} {status:<14} {row.date_to:<10} {row.letter_number:<11} {owner}{about}"


def _cut(text: str) -> str:
    """Return a line that fits the terminal; whole where the output goes to a file or another program."""
    text = " ".join(text.splitlines())
    if not sys.stdout.isatty():
        return text
    width = max(NARROW, shutil.get_terminal_size().columns)
    return text if len(text) <= width else f"{text[: width - 1]}…"
