"""`griffie search`: letters, items and passages with these words, newest first, with the words in context."""

import argparse
import shutil
import sys
from typing import Any

from griffie.base.i18n import N_, _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser
from griffie.domain.excerpts import plain_text, window
from griffie.domain.finding import Group, GroupName, Hit, Parts
from griffie.services import finding

NAMES = {
    GroupName.NUMBER: N_("By number"),
    GroupName.ITEMS: N_("Items"),
    GroupName.LETTERS: N_("Letters"),
    GroupName.PAGES: N_("Text of letters"),
}
DEFAULT_LIMIT = 10
INDENT = "             "
BOLD, PLAIN = "\x1b[1;4m", "\x1b[0m"


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("words", nargs="+", metavar=_("WORDS"), help=_("words that must all occur, or a number"))
    parser.choices.add_argument(
        "--limit", type=int, default=DEFAULT_LIMIT, metavar=_("N"), help=_("at most so many of each sort (10)")
    )


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Print what is found."""
    typed = " ".join(options.words)
    with house.desk(options.db) as desk:
        found = finding.search(desk, typed, limit=max(1, options.limit))
    out.give({"query": typed, "groups": [_group(group) for group in found.groups]})
    if not found.groups:
        out.say(_("Nothing found for “{words}”.").format(words=typed))
    for group in found.groups:
        count = f"{len(group.hits)}+" if group.more else str(len(group.hits))
        out.say(f"{_(NAMES[group.name])} ({count})")
        for hit in group.hits:
            for line in _lines(hit):
                out.say(line)
    return 0


def _group(group: Group) -> dict[str, Any]:
    return {"group": group.name.value, "more": group.more, "hits": [_hit(hit) for hit in group.hits]}


def _hit(hit: Hit) -> dict[str, Any]:
    """Return a hit for programs; a text in stretches is its words and where the marked ones are, in characters."""
    return {
        "type": hit.kind.value,
        "id": hit.item_id or hit.letter_id,
        "kind": hit.item_kind.value if hit.item_kind else "",
        "number": hit.number,
        "official_number": hit.official_number,
        "title": _text(hit.title),
        "excerpt": _text(hit.excerpt),
        "status": hit.status,
        "due": hit.due,
        "date": hit.made_on,
        "letter_id": hit.letter_id,
        "letter_number": hit.letter_number,
        "letter_subject": hit.letter_subject,
        "senders": hit.senders,
        "document_id": hit.document_id,
        "page": hit.page_number,
    }


def _text(parts: Parts) -> dict[str, Any]:
    marks, at = [], 0
    for text, marked in parts:
        if marked:
            marks.append([at, at + len(text)])
        at += len(text)
    return {"text": plain_text(parts), "marks": marks}


def _lines(hit: Hit) -> list[str]:
    """Return a hit for people: number, page or day and title, and below it the words in context."""
    place = _("p. {page}").format(page=hit.page_number) if hit.document_id else hit.made_on
    lines = [f"{hit.number:<12} {place:<10} {_shown(hit.title, len(INDENT) + 11)}"]
    if hit.excerpt:
        lines.append(f"{INDENT}{_shown(hit.excerpt, len(INDENT))}")
    return lines


def _shown(parts: Parts, used: int) -> str:
    """Return a text that fits the terminal, marked there; whole and bare for a file or another program."""
    if not sys.stdout.isatty():
        return plain_text(parts)
    room = max(30, shutil.get_terminal_size().columns - used - 2)
    return "".join(f"{BOLD}{text}{PLAIN}" if marked else text for text, marked in window(parts, room, room // 3))
