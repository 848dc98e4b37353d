"""Dossier numbers in running text: 29 344, 34.475-VI, 21501-20, 19 700 hoofdstuk XV, 34 356 (R2064), CXXIV."""

import re
from dataclasses import dataclass
from typing import Final

from griffie.domain.letter import Dossier
from griffie.domain.papers import EU_DOSSIERS, ROMAN
from griffie.reading.nl.citations import words

CANDIDATE: Final = re.compile(
    r"(?<!\d)(?<!\d\d\d\d/)(?<!\d[.,])"
    rf"(?:(?P<plain>\d{{2}}[ .]?\d{{3}})|(?P<hyphen>\d{{2}}-\d{{3}})|(?P<spaced>(?<!\d )(?!\d {words.YEAR})\d(?: ?\d){{4}}))"
    r"(?!\d)(?![.,]\d)"
    r"|(?<![^\W_])(?P<roman>C(?=[CXLVI]{2})C{0,2}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![^\W_])"
)
"""What may be the number of a dossier; the letter-spaced form and the hyphen only behind a label."""
_R_NUMBER = re.compile(r" ?-? ?\(?R ?\d{3,4}(?!\d)\)?")
_CHAPTER = re.compile(
    r"(?:(?: ?[.,-]? ?| )\(?(?i:hoofdstuk|hfst\.?|hst\.?|H) ?| ?[.-]? ?\(?)"
    rf"(?P<suffix>{ROMAN}[A-Z]?|[A-Z])(?![^\W_])\)?"
)
_CHAPTER_BEHIND_COMMA = re.compile(rf", ?(?P<suffix>{ROMAN}[A-Z]?)(?![^\W_])(?=[ ,-]{{0,3}}{words.NUMBER_WORD}\d)")
_COUNCIL = re.compile(r" ?[-/.]? ?(?P<suffix>\d{2})(?!\d)(?![.,]\d)")
_COUNCIL_GLUED = re.compile(r"-(?P<suffix>0\d)(?!\d)(?![.,]\d)")
_LETTER_IN_SENTENCE = re.compile(r" [IU] (?!n ?r|nummer|en )[a-z]")


@dataclass(frozen=True, slots=True)
class Dossiered:
    """A dossier and its place; `spaced`: its digits are letter-spaced, `kingdom`: an R-number was printed."""

    dossier: Dossier
    start: int
    end: int
    spaced: bool = False
    kingdom: bool = False


def dossier_of(text: str, found: "re.Match[str]") -> Dossiered:
    """Read suffix and R-number behind a match of `CANDIDATE`."""
    if found["roman"]:
        return Dossiered(Dossier(found["roman"]), found.start(), found.end())
    number = re.sub(r"\D", "", found[0])
    end = _behind_r(text, found.end())
    kingdom = end > found.end()
    suffix = ""
    if behind := _suffix(text, end, number):
        suffix, end = behind
        end = _behind_r(text, end)
    return Dossiered(Dossier(number, suffix), found.start(), end, bool(found["spaced"]), kingdom)


def _behind_r(text: str, at: int) -> int:
    found = _R_NUMBER.match(text, at)
    return found.end() if found else at


def _suffix(text: str, at: int, number: str) -> tuple[str, int] | None:
    pattern = _COUNCIL if number in EU_DOSSIERS else _COUNCIL_GLUED
    if found := pattern.match(text, at):
        return found["suffix"], found.end()
    for pattern in (_CHAPTER_BEHIND_COMMA, _CHAPTER):
        found = pattern.match(text, at)
        if found and not (pattern is _CHAPTER and _LETTER_IN_SENTENCE.match(text, at)):
            end = found.end()
            if found[0].endswith(")") and "(" not in found[0]:
                end -= 1
            return found["suffix"], end
    return None
