"""What stands in the list below the box, row by row: headings, hits, and the rows that lead further."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from griffie.base.i18n import N_, _, ngettext
from griffie.domain.excerpts import plain_text
from griffie.domain.finding import Found, Group, GroupName, Hit, HitKind, Parts
from griffie.domain.kinds import WORDS, Status
from griffie.ui.letters.model import short_date

NAMES = {
    GroupName.NUMBER: N_("By number"),
    GroupName.ITEMS: N_("Items"),
    GroupName.LETTERS: N_("Letters"),
    GroupName.PAGES: N_("Text of letters"),
}
SHOWN_OF_GROUP = 5
"""Hits of each group where all groups are shown; the rest is one key away."""
MOST_SEARCHES, MOST_OPENED = 5, 8


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group, with how many it has."""

    text: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """Something that was found."""

    hit: Hit


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Leads to all hits of one group."""

    name: GroupName
    text: str


@dataclass(frozen=True, slots=True)
class WordsRow:
    """Words that were looked for before."""

    text: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """Leads to the view that has everything with these words: "register" or "letters"."""

    view: str
    text: str


Row = Heading | HitRow | GroupRow | WordsRow | ListRow


def count_text(group: Group) -> str:
    """Return how many hits a group has; counting them all would take longer than finding the first."""
    return f"{len(group.hits)}+" if group.more else str(len(group.hits))


def rows_of_answer(found: Found, chosen: GroupName | None) -> list[Row]:
    """Return the rows of an answer: the first hits of each group, or all hits of the chosen one."""
    groups = [group for group in found.groups if chosen is None or group.name is chosen]
    rows: list[Row] = []
    for group in groups:
        rows += _whole(group) if chosen is not None else _beginning(group)
    return [*rows, *_further(groups)] if groups else []


def rows_before_typing(found: Found, searches: Sequence[str]) -> list[Row]:
    """Return what there is to choose while nothing is typed: earlier searches, and letters."""
    rows: list[Row] = []
    if searches:
        rows += [Heading(_("Searched before")), *map(WordsRow, searches[:MOST_SEARCHES])]
    if found.groups:
        rows.append(Heading(_("Recent letters")))
        rows += map(HitRow, found.groups[0].hits[:MOST_OPENED])
    return rows


def _whole(group: Group) -> Iterator[Row]:
    yield from map(HitRow, group.hits)


def _beginning(group: Group) -> Iterator[Row]:
    yield Heading(f"{_(NAMES[group.name])}  {count_text(group)}")
    yield from map(HitRow, group.hits[:SHOWN_OF_GROUP])
    left = len(group.hits) - SHOWN_OF_GROUP
    if left > 0 and group.more:
        yield GroupRow(group.name, _("Show the newest {n}").format(n=len(group.hits)))
    elif left > 0:
        yield GroupRow(group.name, ngettext("Show {n} more", "Show {n} more", left).format(n=left))


def _further(groups: Sequence[Group]) -> Iterator[Row]:
    names = {group.name for group in groups}
    if GroupName.ITEMS in names:
        yield ListRow("register", _("Show all items with these words in the register"))
    if names & {GroupName.LETTERS, GroupName.PAGES}:
        yield ListRow("letters", _("Show all letters with these words in the list"))


def day_text(text: str) -> str:
    """Return a day of the register as it fits a row; what is no day as it is."""
    try:
        return short_date(date.fromisoformat(text)) if text else ""
    except ValueError:
        return text


def status_word(code: str) -> str:
    """Return the word of a status, '' where there is none."""
    return _(WORDS[Status(code)]) if code in list(Status) else code


def right_text(hit: Hit) -> str:
    """Return what stands at the right of the first line: term or status, page, day."""
    if hit.kind is HitKind.PAGE:
        return _("p. {n}").format(n=hit.page_number)
    if hit.kind is HitKind.ITEM:
        return " · ".join(filter(None, (status_word(hit.status), day_text(hit.due))))
    return day_text(hit.made_on)


def place_text(hit: Hit) -> str:
    """Return what stands at the right of the second line: of an item its letter and page, of a page its day."""
    if hit.kind is HitKind.ITEM:
        page = _("p. {n}").format(n=hit.page_number) if hit.page_number else ""
        return " · ".join(filter(None, (hit.letter_number or _("no letter"), page)))
    return day_text(hit.made_on) if hit.kind is HitKind.PAGE else ""


def second_text(hit: Hit) -> str:
    """Return what stands on the second line where there are no words in context: the letter, or who sent it."""
    return hit.letter_subject if hit.kind is HitKind.ITEM else hit.senders


def title_parts(hit: Hit) -> Parts:
    """Return the title of a hit; of an item that has none yet, that it has none."""
    return hit.title if hit.title or hit.kind is not HitKind.ITEM else ((_("no summary yet"), False),)


def kind_word(hit: Hit) -> str:
    """Return what a hit is in a word."""
    if hit.item_kind is not None:
        return _(WORDS[hit.item_kind])
    return _("Text of a letter") if hit.kind is HitKind.PAGE else _("Letter")


def spoken(row: Row) -> str:
    """Return a row as a screen reader says it."""
    if not isinstance(row, HitRow):
        return row.text
    hit = row.hit
    parts = (f"{kind_word(hit)} {hit.number}", plain_text(hit.title), plain_text(hit.excerpt) or second_text(hit),
             place_text(hit), right_text(hit))  # fmt: skip
    return ", ".join(filter(None, parts))
