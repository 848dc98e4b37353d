"""Dossiers, parliamentary papers and official numbers: every form that is typed or pasted, one form that is kept.

Typed values only: finding citations in running text is for the reader of letters. Forms: KCBR Aanwijzing 3.43 and
what letters, Handelingen and registers really print.
"""

import contextlib
import re
from dataclasses import dataclass
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _
from griffie.domain.letter import Dossier
from griffie.domain.plain import plain

EU_DOSSIERS: Final = frozenset({"21501"})
"""Dossiers that are divided by two digits (a Council formation): 21501-02."""
ADDRESS: Final = "https://zoek.officielebekendmakingen.nl/kst-{id}.html"
LONGEST_LIST: Final = 50

ROMAN: Final = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
"""A budget chapter, I through XXXIX."""
_NUMBER = r"(?P<number>\d{2}[ .-]?\d{3}(?!\d))"
_R_NUMBER = r"[ -]*\(?\bR ?\d{3,4}\)?"
_SUFFIX = rf"(?:[ .-]*(?:hoofdstuk |hfst\.? )?\(?(?P<suffix>{ROMAN}[A-Z]?|[A-Z](?![A-Z])|\d{{2}})\)?(?![A-Z\d]))"
_ANY_CASE: Final = re.IGNORECASE | re.ASCII
_ROMAN_DOSSIER = r"(?P<roman>(?=[CL])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Z]))"
_DOSSIER = re.compile(rf"(?:{_NUMBER}(?:{_R_NUMBER})?{_SUFFIX}?(?:{_R_NUMBER})?|{_ROMAN_DOSSIER})", _ANY_CASE)

_LETTERS = r"[A-Z]{1,2}"
_PAPER_NUMBER = re.compile(rf"(?P<digits>\d{{1,5}}[a-z]?)|(?P<letters>{_LETTERS})", _ANY_CASE)
_COUNT = re.compile(r"(?:nummers?|nrs?\b\.?|no\.)[ ]*", _ANY_CASE)
_LIST = re.compile(r" ?(?:,|;|/|&| en | and | t/m | tot en met | - |-)(?: ?nrs?\.)? ?", _ANY_CASE)
_THROUGH = re.compile(r"t/m|tot en met|-")
_BETWEEN_DOSSIERS = re.compile(r" ?[;,/&\n] ?| en | and ", _ANY_CASE)

_ADDRESS = re.compile(r"https?://\S*?/(?=kst-)|(?<=\d)\.(?:html|pdf|xml)\b\S*|(?<=-[A-Z])\.(?:html|pdf|xml)\b\S*")
_LABEL = re.compile(
    r"[(\[«]?(?:zie )?(?:(?:kamers?tuk(?:ken|nummer)?|kst\b\.?|dossier(?:nummer)?)[ :-]*)?"
    r"(?:(?:I/II|I-II|II|I|EK|TK|VV|Eerste Kamer|Tweede Kamer)\b,? ?)?"
    r"(?:(?:vergaderjaar |zitting )?\d{4} ?[-/]{1,2} ?\d{2,4}\b,? ?)?",
    _ANY_CASE,
)
_PAGE = re.compile(r",? (?:p|pag|blz|pagina|bladzijde)\b\.? ?\d.*$", _ANY_CASE)
_VERSION = re.compile(r"-[hn]\d$", _ANY_CASE)
_TURNED = re.compile(r"(?P<first>(?:nr\.? ?)?\d{1,4}) ?\((?P<then>\d{2}[ .]?\d{3}[^()]*)\)", _ANY_CASE)


@dataclass(frozen=True, slots=True)
class Paper:
    """One parliamentary paper: its dossiers (rarely more than one) and its number or, in the Eerste Kamer, letters."""

    dossiers: tuple[Dossier, ...]
    number: str

    @property
    def id(self) -> str:
        """The canonical id, of its first dossier: "34475-VI-6"."""
        return f"{self.dossiers[0]}-{self.number}"

    def cite(self) -> str:
        """Return the paper as it is cited: "34475-VI, nr. 6", "33328, AI"."""
        dossiers = " / ".join(str(d) for d in self.dossiers)
        return f"{dossiers}, {'nr. ' if self.number[:1].isdigit() else ''}{self.number}"


def parse_dossier(text: str) -> Dossier:
    """Return the dossier that is meant by "29 344", "34.475 VI", "21501-02", "19 700 hoofdstuk XV", "34356 (R2064)".

    The R-number of a Kingdom act is left out, as it is in official ids.

    Raises:
        InvalidValueError: it is no dossier number, or it is a paper with its own number.
    """
    bare = _bare(text)
    found = _DOSSIER.fullmatch(bare)
    if found is None or (dossier := _dossier_of(found)) is None:
        raise _no_dossier(text)
    return dossier


def parse_dossiers(text: str) -> tuple[Dossier, ...]:
    """Return the dossiers of a list: "26 643; 32 761", "35925 VII / 35925 IV", "36 600 VI en VII".

    Empty text gives none.

    Raises:
        InvalidValueError: one of them is no dossier number.
    """
    found: list[Dossier] = []
    for part in _BETWEEN_DOSSIERS.split(plain(text.replace("\n", ";"))):
        if not part.strip():
            continue
        if found and re.fullmatch(rf"{ROMAN}[A-Z]?", part.strip(), _ANY_CASE):
            dossier = Dossier(found[-1].number, part.strip().upper())  # a chapter of the same budget
        else:
            dossier = parse_dossier(part)
        if dossier not in found:
            found.append(dossier)
    return tuple(found)


def parse_paper(text: str) -> Paper:
    """Return the one paper that is meant by "Kamerstuk 34 475-VI, nr. 6", "kst-26643-144", "36 600 B, K", "35510-21".

    Raises:
        InvalidValueError: it is no citation, it has no number, or it names several papers.
    """
    papers = parse_papers(text)
    if len(papers) > 1:
        raise InvalidValueError(
            _("“{text}” names more than one paper.").format(text=text.strip()[:60]), _("Type them one by one.")
        )
    return papers[0]


def parse_papers(text: str) -> tuple[Paper, ...]:
    """Return the papers of one citation: "29 344, nrs. 130 en 131", "nrs. 5 - 8", or with one number the one paper.

    Raises:
        InvalidValueError: it is no citation, or it has no number.
    """
    bare = _PAGE.sub("", _bare(text))
    if turned := _TURNED.fullmatch(bare):  # "nr. 12 (35300-VII)", as the Handelingen print it
        bare = f"{turned['then']}, {turned['first']}"
    dossiers, rest = _dossiers_before_number(bare)
    if not dossiers:
        raise _no_paper(text)
    if not rest:
        dossiers, rest = _number_out_of_suffix(dossiers)
    numbers = _numbers(rest)
    if not numbers:
        raise _no_paper(text)
    return tuple(Paper(dossiers, number) for number in numbers)


def split_paper(text: str) -> dict[str, str] | None:
    """Return the fields `dossier`, `suffix` and `paper_number` where a whole citation was pasted into one field.

    A dossier with its suffix alone gives those two. None where `text` is neither (a bare dossier number, a word).
    """
    with contextlib.suppress(InvalidValueError):  # first the dossier: 36600-B is a fund, not paper B
        dossier = parse_dossier(text)
        return {"dossier": dossier.number, "suffix": dossier.suffix} if dossier.suffix else None
    try:
        paper = parse_paper(text)
    except InvalidValueError:
        return None
    dossier = paper.dossiers[0]
    return {"dossier": dossier.number, "suffix": dossier.suffix, "paper_number": paper.number}


def address_of(paper: Paper) -> str | None:
    """Return the official address of a paper, "https://zoek.officielebekendmakingen.nl/kst-29344-131.html".

    None where it has no number. Dossiers of the Eerste Kamer with a Roman number have their ids in small letters.
    """
    if not paper.dossiers or not paper.number:
        return None
    roman = not paper.dossiers[0].number.isdecimal()
    return ADDRESS.format(id=paper.id.lower() if roman else paper.id)


def _bare(text: str) -> str:
    """Return a citation without label, chamber, year, brackets around it and what an address adds."""
    bare = _ADDRESS.sub("", plain(text)).strip(" .,;«»\"'")
    if bare.startswith(("(", "[")) and bare.endswith((")", "]")):
        bare = bare[1:-1].strip()
    label = _LABEL.match(bare)
    bare = bare[label.end() :] if label and not _DOSSIER.fullmatch(bare) else bare
    if bare.endswith(")") and bare.count("(") < bare.count(")"):
        bare = bare[:-1]
    return _VERSION.sub("", bare.strip(" ,"))


def _dossier_of(found: "re.Match[str]") -> Dossier | None:
    if found["roman"]:
        return Dossier(found["roman"].upper())
    number = re.sub(r"\D", "", found["number"])
    suffix = (found["suffix"] or "").upper()
    if suffix.isdecimal() and not _divided(number, suffix):
        return None
    return Dossier(number, suffix)


def _divided(number: str, suffix: str) -> bool:
    """Tell whether two digits behind a dossier are part of it: 35510-21 is paper 21, 21501-02 a dossier."""
    return number in EU_DOSSIERS or suffix.startswith("0")


def _dossiers_before_number(bare: str) -> tuple[tuple[Dossier, ...], str]:
    """Return the dossiers that a citation begins with, and the rest of it."""
    dossiers: list[Dossier] = []
    at = 0
    while found := _DOSSIER.match(bare, at):
        end = found.end()
        if (dossier := _dossier_of(found)) is None:  # the two digits are the number of the paper
            dossier, end = Dossier(re.sub(r"\D", "", found["number"])), found.end("number")
        dossiers.append(dossier)
        at = end
        if not (between := _BETWEEN_DOSSIERS.match(bare, at)) or not _DOSSIER.match(bare, between.end()):
            break
        if _PAPER_NUMBER.fullmatch(bare, between.end()):  # "36836, CX": a letter of the Eerste Kamer, no dossier
            break
        at = between.end()
    return tuple(dossiers), bare[at:]


def _number_out_of_suffix(dossiers: tuple[Dossier, ...]) -> tuple[tuple[Dossier, ...], str]:
    """Read "36836 D" as paper D of dossier 36836: a citation has a number, so the letter is the number."""
    *before, last = dossiers
    if re.fullmatch(r"[A-Z]", last.suffix):
        return (*before, Dossier(last.number)), last.suffix
    return dossiers, ""


def _numbers(rest: str) -> tuple[str, ...]:
    rest = rest.strip(" ,.:-()")
    if label := _COUNT.match(rest):
        rest = rest[label.end() :]
    found: list[str] = []
    at, through = 0, False
    while number := _PAPER_NUMBER.match(rest, at):
        found += _counted(found[-1], number[0]) if through and found else [_normal_number(number)]
        at = number.end()
        if not (between := _LIST.match(rest, at)):
            break
        at, through = between.end(), bool(_THROUGH.search(between[0]))
    return tuple(dict.fromkeys(found)) if at == len(rest) else ()


def _normal_number(found: "re.Match[str]") -> str:
    if found["letters"]:
        return found["letters"].upper()
    return found["digits"].lower().lstrip("0") or "0"


def _counted(first: str, last: str) -> list[str]:
    """Return the numbers after `first` through `last`, or only `last` where that would be no sensible list."""
    if first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) <= LONGEST_LIST:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    return [last]


def _no_dossier(text: str) -> InvalidValueError:
    shown = text.strip()[:60]
    if re.search(r"\bnrs?\b|kst-", text, _ANY_CASE) or re.fullmatch(r"\d{2} ?\d{3} ?- ?\d{1,4}", plain(text)):
        return InvalidValueError(
            _("“{text}” is a paper, not a dossier.").format(text=shown),
            _("Type the number of the paper in its own field: here only 34475-VI."),
        )
    return InvalidValueError(
        _("“{text}” is not a dossier number.").format(text=shown),
        _("It has five digits, and sometimes a suffix: 29344, 34475-VI, 36600-B, 21501-02."),
    )


def _no_paper(text: str) -> InvalidValueError:
    return InvalidValueError(
        _("“{text}” is not the number of a parliamentary paper.").format(text=text.strip()[:60]),
        _("Type dossier and number: 29344, nr. 131; 34475-VI, nr. 6; 36600-B, K; kst-26643-144."),
    )
