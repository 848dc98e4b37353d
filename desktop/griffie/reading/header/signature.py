"""Who signed: a function at the start of a line, with a name behind it or some lines below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from griffie.domain.ministries import Ministries
from griffie.domain.page import PageText
from griffie.reading.header.functions import FUNCTION, in_lower_case, without_article
from griffie.reading.header.model import Found
from griffie.reading.header.sheet import Line, Sheet, join

_PARTICLE: Final = (
    r"(?:van|de|den|der|het|['’]t|ter|ten|te|in|op|von|zu|el|al|la|le|du|di|da|dos|bin|ben|aan|onder|uit|d['’])"
)
_WORD: Final = r"(?:[dl]['’])?(?=[^\W\d_])[^\W\d_a-z][^\W\d_]*(?:[-'’.][^\W\d_]+)*"
_INITIALS: Final = r"(?:[^\W\d_a-z][a-z]{0,2}\.[ -]?)+"
_TITLES: Final = r"(?:(?:[Mm]r|[Dd]rs|[Dd]r|[Ii]r|[Ii]ng|[Pp]rof|[Jj]hr|[Mm]w)\.? )*"
_SURNAME: Final = rf"(?:{_PARTICLE} )*{_WORD}(?:[ -](?:{_PARTICLE} )*{_WORD}){{0,3}}"
NAME: Final = re.compile(rf"{_TITLES}{_INITIALS} ?(?:\([^\W\d_]+\) ?)?{_SURNAME}(?: MA| MSc| LLM)?", re.UNICODE)
"""A name with initials."""
FULL_NAME: Final = re.compile(rf"{_TITLES}{_WORD}(?: {_INITIALS})?(?: (?:{_PARTICLE} )*{_WORD}){{1,4}}", re.UNICODE)
"""A name with first names; only believed below a function."""
_PREMIER: Final = re.compile(r"minister-president,?$", re.IGNORECASE)
"""One function on two lines: "Minister-President, / Minister van Algemene Zaken"."""
_CLOSING: Final = re.compile(r"hoogachtend|met (?:de meeste hoogachting|vriendelijke groet(?:en)?)\b", re.IGNORECASE)
_ON_BEHALF: Final = re.compile(r"\bnamens(?: de| het)?$|\bmede namens\b", re.IGNORECASE)
_NO_FUNCTION: Final = re.compile(r"namens|voor deze|w\.g\.|i\.o\.|mede ", re.IGNORECASE)
_LOWEST: Final = 12  # a signature leaves room for ink: so many font sizes may lie between function and name
_MOST_FUNCTIONS: Final = 60  # on one page
_LONGEST_NAME: Final = 70  # characters
_FURTHEST: Final = 4  # lines in between: a portfolio, "w.g."


@dataclass(frozen=True, slots=True)
class Signature:
    """A function and who signed for it."""

    function: Found[str]
    person: Found[str]


def find_signatures(pages: Sequence[PageText], ministries: Ministries | None) -> tuple[Signature, ...]:
    """Return the signatures of a letter, in the order of the pages; those of annexes further on are left out."""
    found: list[Signature] = []
    for page in pages:
        if not any(FUNCTION.match(line.text.lstrip()) for line in page.lines):
            continue
        sheet = Sheet(page)
        found += _on_sheet(sheet, pages, ministries)
        if found and page.page_index > found[0].person.places[0].page_index:
            break
    return tuple(found)


def find_lone_name(pages: Sequence[PageText]) -> Found[str] | None:
    """Return the name under the closing words of a letter that names no function: "Hoogachtend, / E.D. Wijnberg"."""
    for page in reversed(pages):
        closed = False
        lines = Sheet(page).lines if page.lines else ()
        for line in lines:
            name = line.text.strip(" ,.")
            if closed and (NAME.fullmatch(name) or FULL_NAME.fullmatch(name)) and len(name) <= _LONGEST_NAME:
                return line.cut(name)
            closed = closed or bool(_CLOSING.match(line.text.strip()))
    return None


def without_titles(name: str) -> str:
    """Return a name without academic titles: "drs. M.E. Wijngaarde" signs as "M.E. Wijngaarde"."""
    return re.sub(rf"^{_TITLES}", "", name)


def _on_sheet(sheet: Sheet, pages: Sequence[PageText], ministries: Ministries | None) -> Iterator[Signature]:
    for line in islice((line for line in sheet.lines if FUNCTION.match(line.text)), _MOST_FUNCTIONS):
        if _speaks_for_others(sheet, line):
            continue
        lines = [line, *_function_goes_on(sheet, line, ministries)]
        signature = (
            _in_line(lines, ministries) or _below(sheet, lines, pages, ministries) or _above(sheet, lines, ministries)
        )
        if signature:
            yield signature


def _speaks_for_others(sheet: Sheet, line: Line) -> bool:
    above = [other for other in sheet.lines if other.bottom <= line.top + 2 and other.overlaps(line)]
    nearest = max(above, key=lambda other: other.bottom, default=None)
    return nearest is not None and line.top - nearest.bottom < line.size and bool(_ON_BEHALF.search(nearest.text))


def _function_goes_on(sheet: Sheet, line: Line, ministries: Ministries | None) -> Iterator[Line]:
    """Yield the lines over which a function runs on; a portfolio of its own below the ministry is none of them."""
    text = line.text
    for _count in range(3):
        after = sheet.below(line, reach=0.8)
        if after is None or not after.starts_with(line, tolerance_pt=12):
            return
        if FUNCTION.match(after.text) and not _PREMIER.search(text):
            return
        if _PREMIER.search(text) and FUNCTION.match(after.text):
            yield after
            text, line = f"{text} {after.text}", after
            continue
        if not _belongs(text, after.text, ministries):
            return
        yield after
        text, line = f"{text} {after.text}", after


def _belongs(before: str, after: str, ministries: Ministries | None) -> bool:
    if _name_at_end(before, ministries) or _NO_FUNCTION.match(after):
        return False
    if after[:1].islower() or before.casefold().endswith((" en", " van", " voor", "-", " de")):
        return True
    if _is_name(after.strip(" ,.")):
        return before.endswith(",")
    return _named(f"{before} {after}", ministries) > max(_named(before, ministries), len(before) - 8)


def _is_name(text: str, *, full: bool = False) -> bool:
    return len(text) <= _LONGEST_NAME and (FULL_NAME if full else NAME).fullmatch(text) is not None


def _named(text: str, ministries: Ministries | None) -> int:
    """Return where the last ministry that a text names ends; 0 where it names none."""
    found = ministries.find_all(text) if ministries else ()
    return found[-1].end if found else 0


def _in_line(lines: list[Line], ministries: Ministries | None) -> Signature | None:
    """Read "De Minister van Financiën, J.K. van Swinderen", in one line or several."""
    whole = join(line.cut() for line in lines)
    at = _name_at_end(whole.value, ministries)
    if not at:
        return None
    name = whole.value[at:].strip(" ,.")
    function = in_lower_case(without_article(whole.value[:at]), ministries)
    person = next((line.cut(name) for line in reversed(lines) if name in line.text), None)
    return Signature(Found(function, whole.places), person or Found(name, whole.places[-1:]))


def _name_at_end(text: str, ministries: Ministries | None) -> int:
    """Return where the name begins that a text ends in, behind a comma; 0 where it ends in none."""
    at = text.rfind(", ")
    tail = text[at + 2 :].strip(" ,.")
    if at < 0 or FUNCTION.match(tail):
        return 0
    certain = _is_name(tail) or (_is_name(tail, full=True) and _named(text[:at], ministries))
    return at + 2 if certain and not _named(tail, ministries) else 0


def _above(sheet: Sheet, lines: list[Line], ministries: Ministries | None) -> Signature | None:
    """Find the name right above a function, as some ministries sign: "E.D. Wijnberg / Minister van ..."."""
    first = lines[0]
    above = [
        line
        for line in sheet.lines
        if line.bottom <= first.top + 2
        and first.top - line.bottom < 1.5 * first.size
        and line.starts_with(first, tolerance_pt=12)
    ]
    nearest = max(above, key=lambda line: line.bottom, default=None)
    name = nearest.text.strip(" ,.") if nearest is not None else ""
    if nearest is None or not (_is_name(name) or (_is_name(name, full=True) and not _named(name, ministries))):
        return None
    function = join(one.cut() for one in lines)
    text = in_lower_case(without_article(function.value), ministries)
    if not _named(text, ministries) and ministries is not None:
        return None
    return Signature(Found(text, function.places), nearest.cut(name))


def _below(
    sheet: Sheet, lines: list[Line], pages: Sequence[PageText], ministries: Ministries | None
) -> Signature | None:
    """Find the name under a function, in its column; at the foot of a page it may stand on top of the next."""
    last = lines[-1]
    under = [
        line
        for line in sheet.lines
        if last.bottom - 2 < line.top < last.bottom + _LOWEST * last.size and line.left - 25 <= last.left <= line.right
    ]
    if not under and sheet.page.page_index + 1 < len(pages):
        under = list(Sheet(pages[sheet.page.page_index + 1]).lines)
    for line in under[:_FURTHEST]:
        if FUNCTION.match(line.text):
            return None
        name = line.text.strip(" ,.")
        if _is_name(name) or (_is_name(name, full=True) and not _named(name, ministries)):
            function = join(one.cut() for one in lines)
            text = in_lower_case(without_article(function.value), ministries)
            return Signature(Found(text, function.places), line.cut(name))
    return None
