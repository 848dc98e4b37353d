"""What is numbered in Handelingen and Aanhangsel: meetings with their items, answers, running pages.

Until the end of 2010 the pages of a session ran on; since then a report has a meeting and an item (KCBR Aanwijzing
3.43). "85-5-7" in the foot of a page is meeting 85, item 5, page 7; "39-2410" of old is meeting 39, page 2410.
"""

import re
from dataclasses import dataclass

from griffie.reading.nl.citations import words
from griffie.reading.nl.citations.counting import Numbers, numbers_at

_TRIPLE = re.compile(
    r"(?<!\d)(?P<nr>\d{1,3}) ?- ?(?P<item>\d{1,3}) ?- ?\d{1,4}(?![\d-])"
    r"(?: ?(?:t/m|tot en met|-|en) ?(?:\d{1,3}-\d{1,3}-)?\d{1,4}(?!\d))?"
)
_PAIR = re.compile(r"(?P<nr>\d{1,3}) ?- ?(?P<item>\d{1,3})(?![\d-])")
_OLD_PAGE = re.compile(r"(?<!\d)(?P<nr>\d{1,3})-\d{4,5}(?!\d)(?: ?(?:t/m|tot en met|-|en) ?\d{4,5}(?!\d))?")
_NUMBER = re.compile(rf"[ ,.:;(-]{{0,3}}(?P<word>{words.NUMBER_WORD})?(?=\d)")
_ITEM = re.compile(
    r"[ ,.:;(-]{0,3}(?i:(?P<word>i ?t ?e ?m ?s?|(?:agenda|vergader)?punt(?:en)?))"
    r"(?: ?nummers?| ?nrs?\.?)?[ .:]{1,2}(?=\d)"
)
_MEETING_ITEM = re.compile(rf"\d{{1,3}}{_ITEM.pattern}")
_ORDINAL = re.compile(r"[ ,(]{0,3}(?P<nr>\d{1,3})(?:e|ste|de) (?i:vergadering)(?![^\W_])")
_AGENDA = re.compile(r",? (?i:regeling van werkzaamheden|stemmingen|vragenuur|mondelinge vragen)(?![^\W_])")
LONGEST_MEETING = 3
"""How many digits the number of a meeting can have."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Targets as number and item (or "" for none); `pages` is the range of running pages where they stand alone."""

    targets: tuple[tuple[str, str], ...]
    end: int
    pages: str = ""


def answers_at(text: str, at: int, sure: bool) -> Numbered | None:
    """Return the numbers of answers to written questions; without "nr." only where the words before are `sure`."""
    opened = _NUMBER.match(text, at)
    if not opened or not (opened["word"] or sure):
        return None
    numbers = _numbers(text, opened)
    return Numbered(tuple((value, "") for value in numbers.values), numbers.end) if numbers else None


def reports_at(text: str, at: int, sure: bool) -> Numbered | None:
    """Return meetings and items; without "nr." only where the words before are `sure`, or where an item follows."""
    if found := _ORDINAL.match(text, at):
        return _with_items(text, Numbers((found["nr"],), found.end()))
    opened = _NUMBER.match(text, at)
    if opened and (found := _TRIPLE.match(text, opened.end())):
        return Numbered((_pair(found),), _behind(text, found.end()))
    if not opened:
        return _by_pages(text, at)
    if not (opened["word"] or sure or _MEETING_ITEM.match(text, opened.end())):
        return None
    if found := _OLD_PAGE.match(text, opened.end()):
        return Numbered(((found["nr"], ""),), found.end())
    if found := _PAIR.match(text, opened.end()):
        return Numbered((_pair(found),), _behind(text, found.end()))
    numbers = _numbers(text, opened)
    if numbers is None or len(numbers.values[0]) > LONGEST_MEETING:
        return None
    return _with_items(text, numbers)


def _numbers(text: str, opened: "re.Match[str]") -> Numbers | None:
    plural = bool(words.PLURAL.search(opened["word"] or ""))
    return numbers_at(text, opened.end(), plural=plural, letters=False)


def _with_items(text: str, numbers: Numbers) -> Numbered:
    """Read the items of the last meeting, then pages or the name of the point of the agenda."""
    meetings = tuple((value, "") for value in numbers.values)
    if found := _ITEM.match(text, numbers.end):
        plural = found["word"].replace(" ", "").casefold().endswith(("s", "en"))
        items = numbers_at(text, found.end(), plural=plural, letters=False, again=False)
        if items:
            with_items = tuple((numbers.values[-1], value) for value in items.values)
            return Numbered(meetings[:-1] + with_items, _behind(text, items.end))
    return Numbered(meetings, _behind(text, numbers.end))


def _by_pages(text: str, at: int) -> Numbered | None:
    pages = words.PAGES.match(text, at)
    if not pages:
        return None
    if found := _TRIPLE.search(pages[0]):
        return Numbered((_pair(found),), pages.end())
    if found := _OLD_PAGE.search(pages[0]):
        return Numbered(((found["nr"], ""),), pages.end())
    last = re.match(r" ?- ?(\d+)", pages["more"])
    return Numbered((), pages.end(), f"{pages['first']}-{last[1]}" if last else pages["first"])


def _behind(text: str, at: int) -> int:
    for pattern in (words.PAGES, _AGENDA):
        if found := pattern.match(text, at):
            at = found.end()
    return at


def _pair(found: "re.Match[str]") -> tuple[str, str]:
    return found["nr"].lstrip("0"), found["item"].lstrip("0")
