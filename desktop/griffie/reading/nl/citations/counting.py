"""Numbers behind one label: "nrs. 5, 6 en 8", "5-8", "t/m", "nr. 6; nr. 7", letters of the Eerste Kamer."""

import re
from dataclasses import dataclass
from typing import Final

from griffie.reading.nl.citations import words

LONGEST_RANGE: Final = 60
LONGEST_LIST: Final = 200
_DIGITS = re.compile(r"\d{1,5}(?:[a-z](?![^\W_]))?(?!\d)")
_SPACED_DIGITS = re.compile(r"\d(?: ?\d){0,3}(?!\d)")
_LETTERS = re.compile(r"[A-Z]{1,3}(?![^\W_])")
_AND = rf"{words.AND}(?![^\W\d_])"
_BETWEEN = re.compile(
    rf" ?(?:(?P<through>{words.THROUGH}(?![^\W\d_]) ?)|[,;/+] ?(?:{_AND} ?)?|{_AND} ?)"
    rf"(?P<again>{words.NUMBER_WORD})?"
)
_ASIDE = re.compile(
    r" \([^()\n]{2,60}\)| (?:van|d\.?d\.?) \d{1,2} [a-z]{3,9}(?: \d{4}| jl\.)?(?= ?,| en )|, p\. \d{1,4}(?=,| en nr)"
)
_TURNED_NEXT = re.compile(r"\d{1,4} ?\(\d{2} ?\d{3}")
_ABBREVIATIONS = frozenset({"EU", "EK", "TK", "VN", "VS", "UK", "EC", "EP", "AO", "CD"})


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a list, as ids have them, and where the list ends."""

    values: tuple[str, ...]
    end: int


def numbers_at(
    text: str,
    at: int,
    *,
    plural: bool = False,
    spaced: bool = False,
    letters: bool = True,
    again: bool = True,
    dossiers: bool = True,
) -> Numbers | None:
    """Return the numbers that stand at a place, or None where there is none.

    Args:
        text: folded text.
        at: where the first number begins.
        plural: the label is plural, so that what follows a comma is a number too.
        spaced: the citation is letter-spaced, so that "4 27" is 427.
        letters: papers of the Eerste Kamer, which have letters, may be meant.
        dossiers: five digits are a dossier, not one more number.
        again: the list may go on with a "nr." of its own.
    """
    first = _one(text, at, spaced, letters)
    if first is None:
        return None
    values, end = [_value(first[0])], first[1]
    while len(values) < LONGEST_LIST and (between := _between(text, end, plural)):
        following = _next(text, between, values[-1], plural, spaced, letters, dossiers)
        if following is None or (between["again"] and not again):
            break
        values += _through(values[-1], following[0]) if between["through"] else [following[0]]
        end = following[1]
    return Numbers(tuple(dict.fromkeys(values)), end)


def _between(text: str, at: int, plural: bool) -> "re.Match[str] | None":
    """Return what stands between two numbers of a list, also where each is told apart: "nr. 5 (motie-X) en nr. 6"."""
    if found := _BETWEEN.match(text, at):
        return found
    aside = _ASIDE.match(text, at)
    found = _BETWEEN.match(text, aside.end()) if aside else None
    if found is None or not (found["again"] or plural) or _TURNED_NEXT.match(text, found.end()):
        return None
    return found


def _one(text: str, at: int, spaced: bool, letters: bool) -> tuple[str, int] | None:
    for pattern in (_SPACED_DIGITS if spaced else _DIGITS, *((_LETTERS,) if letters else ())):
        if found := pattern.match(text, at):
            return found[0], found.end()
    return None


def _value(text: str) -> str:
    return text.replace(" ", "").lstrip("0") or "0"


def _next(
    text: str, between: "re.Match[str]", last: str, plural: bool, spaced: bool, letters: bool, dossiers: bool
) -> tuple[str, int] | None:
    """Return the next number of a list, unless what follows is a dossier, a date, a year or a count."""
    at = between.end()
    letters = letters and not last.isdecimal()
    found = _one(text, at, spaced, letters or bool(between["again"]))
    if found is None or (dossiers and words.DOSSIER_AHEAD.match(text, at)) or words.MONTH_AHEAD.match(text, at):
        return None
    value, end = _value(found[0]), found[1]
    if between["again"]:
        return value, end
    if not value[0].isdigit():
        ends = words.CLOSED.match(text, end) or words.GOES_ON.match(text, end)
        return (value, end) if value not in _ABBREVIATIONS and ends else None
    if (
        re.match(words.YEAR, text[at : at + 12])
        or words.UNIT.match(text, end)
        or re.match(r"[.,]\d", text[end : end + 2])
    ):
        return None
    if words.YEAR_LIKE.fullmatch(value) and not (plural and last.isdecimal() and int(last) >= 1000):
        return None
    if ";" in between[0] and not plural:
        return None
    if plural or words.CLOSED.match(text, end):
        return value, end
    rising = last.isdecimal() and value.isdecimal() and int(value) > int(last)
    return (value, end) if rising and words.GOES_ON.match(text, end) else None


def _through(first: str, last: str) -> list[str]:
    """Return what follows `first` through `last`: each number, or the last alone where that is no range."""
    if first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) <= LONGEST_RANGE:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1 and first.isupper() and first < last:
        return [chr(n) for n in range(ord(first) + 1, ord(last) + 1)]
    return [last]
