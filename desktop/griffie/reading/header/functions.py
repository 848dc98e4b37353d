"""Functions of ministers: their names out of headings in capitals, and one function out of a phrase of several."""

import re
from typing import Final

from griffie.domain.ministries import Ministries
from griffie.domain.plain import fold

FUNCTION: Final = re.compile(
    r"(?:de |het )?(?:vice-?)?(?:minister-president|ministers?|staatssecretaris(?:sen)?)\b", re.IGNORECASE
)
_SMALL: Final = frozenset("van voor en de het der bij op in te met aan".split())  # noqa: SIM905
_NEXT: Final = re.compile(
    r"(?:,? (?:en|als(?:mede|ook)) |, )(?=(?:van )?(?:de |het )?(?:minister|staatssecretaris|vice-?minister))",
    re.IGNORECASE,
)
_NEXT_MINISTRY: Final = re.compile(r"(?:,? en |, )(?=(?:van|voor) )", re.IGNORECASE)


def in_lower_case(phrase: str, ministries: Ministries | None) -> str:
    """Return a heading in capitals as it is written in a sentence; a phrase that has small letters is left alone."""
    phrase = phrase.strip(" ,.;:")
    if not phrase.isupper():
        capitals, comma, rest = phrase.partition(", ")
        if comma and capitals.isupper() and FUNCTION.match(capitals):
            return f"{in_lower_case(capitals, ministries)}, {rest}"
        return phrase[:1].upper() + phrase[1:]
    words = [_word(word, ministries, first=not n) for n, word in enumerate(phrase.split(" "))]
    return " ".join(words)


def _word(word: str, ministries: Ministries | None, *, first: bool) -> str:
    bare = word.strip(",;")
    code = _code(bare, ministries)
    if code:
        return word.replace(bare, code)
    if bare.casefold() in _SMALL and not first:
        return word.casefold()
    return "-".join(part.capitalize() for part in word.split("-"))


def _code(word: str, ministries: Ministries | None) -> str:
    """Return an abbreviation as the ministry writes it: "JENV" is JenV."""
    if ministries is None or not 2 <= len(word) <= 6:
        return ""
    return next((n.code for n in ministries.all_names if fold(n.code) == fold(word) and n.code != n.name), "")


def without_article(phrase: str) -> str:
    """Return "Minister van ..." for "De Minister van ...,"."""
    phrase = re.sub(r"^(?:van )?(?:de|het) ", "", phrase.strip(" ,.;:"), flags=re.IGNORECASE)
    return phrase[:1].upper() + phrase[1:]


def split_functions(phrase: str) -> tuple[str, ...]:
    """Return the functions that a phrase names, each whole.

    "Ministers van Buitenlandse Zaken en van Defensie" are two ministers; "Minister en Staatssecretaris van Financiën"
    two of one ministry; "Minister-President, Minister van Algemene Zaken" is one.
    """
    found: list[str] = []
    for part in _NEXT.split(phrase):
        part = without_article(part)
        if found and found[-1].casefold() == "minister-president" and "algemene zaken" in part.casefold():
            found[-1] = f"{found[-1]}, {part}"
        elif part:
            found += _plural(part)
    return tuple(_with_shared_ministry(found))


def _plural(part: str) -> list[str]:
    """Return the functions of "Ministers van A en van B"; one function is returned as it is."""
    if not (found := re.match(r"(ministers|staatssecretarissen) (?=van |voor )", part, re.IGNORECASE)):
        return [part]
    title = {"ministers": "Minister", "staatssecretarissen": "Staatssecretaris"}[found[1].casefold()]
    return [f"{title} {ministry}" for ministry in _NEXT_MINISTRY.split(part[found.end() :])]


def _with_shared_ministry(functions: list[str]) -> list[str]:
    """Give "Minister" in "Minister en Staatssecretaris van Financiën" the ministry of the one that follows."""
    whole: list[str] = []
    ministry = ""
    for function in reversed(functions):
        title, _space, rest = function.partition(" ")
        if rest:
            ministry = rest
        elif ministry and title.casefold() in ("minister", "staatssecretaris"):
            function = f"{title} {ministry}"
        whole.append(function)
    return whole[::-1]
