"""Joins the lines of a page into the text a person reads: line-end hyphens, addresses of web pages, one space a word.

Rules for hyphens follow Dutch spelling (Leidraad 6: samenstellingen met koppelteken, klinkerbotsing). Where a rule and
the letter disagree the letter wins: a word that it writes elsewhere with or without hyphen is joined that way.
"""

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from griffie.domain.page import IGNORED

HYPHENS = "-\u2010\u2011"
SOFT_HYPHEN = "\u00ad"
NOTHING = dict.fromkeys(map(ord, IGNORED))

SUSPENDED = frozenset(
    [
        "en",
        "of",
        "en/of",
        "tot",
        "als",
        "noch",
        "dan",
        "alsook",
        "alsmede",
        "respectievelijk",
        "resp",
        "c.q",
        "maar",
        "&",
    ]
)
"""Words before which a hyphen stands for a part left out: "in- en uitvoer", "wet- of regelgeving"."""

CLASHES = frozenset(
    ["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu", "aé", "eé"]
)
"""Vowels that would be read as one: compounds keep their hyphen between them ("zee-egel", "drone-exploitant")."""

BEFORE_HYPHEN = """
    niet non vice adjunct oud kandidaat mvo mbo hbo vwo vmbo ggz tbs zzp mkb lhbti lhbtiq pgb btw dna ict tv pc vn wmo
    wlz zvw pfas lng cao bbp vve wob avg nox wia aow wajong
"""
ALWAYS_HYPHENED = frozenset(BEFORE_HYPHEN.split())
"""First parts and abbreviations in small letters that are written with a hyphen before a second part."""

LINKING = frozenset(["to", "the", "of", "op", "in", "on", "up", "off", "de", "van", "aan", "ex", "post", "ante", "één"])
ENDINGS = ("eel", "ele", "eur", "eus", "euze", "eren", "eerd", "eert", "iek", "isch")
"""What follows a vowel inside a word ("financi-eel"): no second part of a compound."""

UNSPLIT_PREFIXES = frozenset(["be", "ge"])
ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
LEADING = re.compile(r"^[^\w]+")
FIRST_WORD = re.compile(r"[^\W\d_]+")


class Joint(NamedTuple):
    """How two lines are joined: whether the first one's hyphen goes, and what comes between."""

    drop: bool
    glue: str
    hyphen: bool = False  # the line ends in a hyphen, whatever became of it


@dataclass(frozen=True, slots=True)
class CleanText:
    """Clean text, and for each of its characters the position of the character it stands for.

    A space has the position of the character after it. `positions` has one entry more than the text: the end.
    `hyphens` holds the indices where a line ended in a hyphen: of the hyphen if it was kept, of what follows if not.
    `soft` says that the last line ends in a soft hyphen, so that the next begins in the middle of a word.
    """

    text: str
    positions: "array[int]"
    hyphens: tuple[int, ...] = ()
    soft: bool = False


Occurs = Callable[[str], bool]
"""Tells whether a word, in small letters, occurs nearby in the letter."""

Repair = Callable[[str], str]
"""Mends the spaces of a line ("Kamers tuk"); it must not change, add or remove any other character."""


def clean_line(text: str) -> str:
    """Return a line with one space between words and without marks that do not count."""
    return " ".join((text if text.isprintable() else text.translate(NOTHING)).split())


def clean_lines(lines: Sequence[str], first: int, occurs: Occurs, repair: Repair | None = None) -> CleanText:
    """Join lines into clean text. `first` is the position of the first character that counts."""
    parts: list[str] = []
    positions = array("l")
    hyphens: list[int] = []
    at, length, soft = first, 0, False
    for raw in lines:
        line = clean_line(repair(raw) if repair else raw)
        if not line:
            continue
        if parts:
            joint = Joint(False, "", True) if soft else join(parts[-1], line, occurs)
            if joint.drop:
                parts[-1] = parts[-1][:-1]
                positions.pop()
                length -= 1
            if joint.hyphen:
                hyphens.append(length if joint.drop or soft else length - 1)
            if joint.glue:
                parts.append(joint.glue)
                positions.append(at)
                length += 1
        at = _add_positions(line, at, positions)
        parts.append(line)
        length += len(line)
        soft = raw.rstrip().endswith(SOFT_HYPHEN)
    positions.append(at)
    return CleanText("".join(parts), positions, tuple(hyphens), soft)


def _add_positions(line: str, at: int, positions: "array[int]") -> int:
    """Add a position for each character of a clean line; return the position after the last."""
    start = 0
    while (space := line.find(" ", start)) >= 0:
        positions.extend(range(at, at + space - start + 1))  # the space stands where the next word begins
        at += space - start
        start = space + 1
    positions.extend(range(at, at + len(line) - start))
    return at + len(line) - start


def join(before: str, after: str, occurs: Occurs) -> Joint:
    """Say how a clean line is joined to the next; both must not be empty."""
    last, mark = before[before.rfind(" ") + 1 :], before[-1]
    first = after.split(" ", 1)[0]
    if ADDRESS.search(last) and (mark in "/-_=?&%#" or first[0] in "/?&=%#"):
        return Joint(False, "", mark in HYPHENS)
    if mark in HYPHENS and len(last) > 1 and (last[-2].isalnum() or last[-2] in ")'’"):
        return _join_hyphen(before, last, first, occurs)
    if mark == "/" and len(last) > 1:
        return Joint(False, "")
    if mark in "–—" and last[-2:-1].isdigit() and first[0].isdigit():
        return Joint(False, "")
    return Joint(False, " ")


def _join_hyphen(before: str, last: str, first: str, occurs: Occurs) -> Joint:
    if first.rstrip(",.;:)").casefold() in SUSPENDED:
        return Joint(False, " ", True)
    stem = LEADING.sub("", last)[:-1]
    found = FIRST_WORD.match(first)
    if not found or not stem:
        return Joint(False, "", True)
    word = found[0]
    joined, hyphened = (stem + word).casefold(), f"{stem}-{word}".casefold()
    if (known := occurs(hyphened)) != occurs(joined):
        return Joint(not known, "", True)
    if word[0].isupper():
        return Joint(_is_broken_capitals(before, stem, word), "", True)
    return Joint(not _keeps_hyphen(stem, word), "", True)


def _is_broken_capitals(before: str, stem: str, word: str) -> bool:
    """Tell whether a hyphen before a capital only breaks a word of a line set in capitals ("KONINK-RIJKSRELATIES")."""
    letters = [c for c in before[-40:] if c.isalpha()]
    return stem.isupper() and word.isupper() and len(letters) > len(stem) + 3 and all(c.isupper() for c in letters)


def _keeps_hyphen(stem: str, word: str) -> bool:
    """Tell whether a hyphen before a small letter belongs to the word."""
    part = re.split("[-\u2010\u2011]", stem)[-1]
    if not part or part[-1].isdigit() or len(part) == 1 or (part.isupper() and len(part) > 1):
        return True
    small = part.casefold()
    if small in LINKING and part != stem:
        return True
    if small in ALWAYS_HYPHENED and len(word) > 4:
        return True
    if small in UNSPLIT_PREFIXES or len(word) < 4 or word.casefold().startswith(ENDINGS):
        return False
    return small[-1] + word[0].casefold() in CLASHES
