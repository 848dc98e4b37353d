"""What stands before the number of a dossier (label, chamber, session, another citation), and how sure it makes it."""

import re
from dataclasses import dataclass
from typing import Final

from griffie.reading.nl.citations import words

_PAPER = (
    rf"{words.spaced('kamerstuk')}(?: ?-?k ?e ?n)?(?: ?n ?u ?m ?m ?e ?r ?s?| ?nrs?\.?)?|kamerst(?:kn)?\.|kamerstnr\.?"
)
_OTHER = rf"k ?s ?t ?\.?|{words.spaced('kamerbrief')}|parlementaire stukken|vergaderstuk(?:ken)?"
_DOSSIER = r"(?:kamerstuk|kamer|begrotings|wets|verzamel|eu|tk|ek)?[ -]?dossiers?(?: ?nummers?| ?nrs?\.?)?"
LABEL: Final = rf"(?i:{_PAPER}|{_OTHER}|{_DOSSIER})"
_BILL = (
    r"(?i:(?:initiatief|rijks)?(?:wets?)?voorstel(?:len)?(?: van (?:rijks)?wet)?|initiatief(?:wet|nota)|wetsontwerp)"
)
_BETWEEN = (
    r"[ .,:;(\[/-]{0,4}(?:(?i:(?:met|onder|het|de|van) ){0,2}(?i:(?:kamerstuk|kamer)?dossier ?|kamerstuk ?)?"
    rf"(?:{words.NUMBER_WORD})?)"
)
_SESSION = (
    rf"(?:\(?{words.SESSION_WORD}[ :]{{0,2}})?"
    rf"(?:(?P<session>{words.YEAR}(?: ?- ?{words.YEAR})?)\)?[ ,.:;-]{{0,3}})?"
)
_HEAD = re.compile(
    rf"{words.NO_LETTER}(?:(?:(?P<label>{LABEL})|(?P<bill>{_BILL}))(?![^\W\d_]){_BETWEEN})?"
    rf"(?:(?P<chamber>(?<![^\W_]){words.CHAMBER})[ ,.:)]{{0,3}})?{_SESSION}"
    rf"(?:(?P<later>(?<![^\W_]){words.CHAMBER})[ ,.:]{{0,3}})?(?:{words.NUMBER_WORD})?[(\[]?\Z"
)
_REACH: Final = 100
_SHORT_CHAMBERS: Final = frozenset({"I", "II", "1", "2", "11", "I-II", "I/II"})
_LISTED = re.compile(
    rf"[)\]]?(?: ?[,;/&+-]{{1,2}} ?| )(?:(?i:{words.AND}|en ook|als|zie ook|idem|en de|zie) ?)?"
    r"(?:(?i:bijlage) (?:bij|van) )?[(\[]?"
)
_SPACED_LABEL = re.compile(rf"(?!(?i:parlementair|kamerstuk ?d)){LABEL}")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a citation begins, and what was read there; `bracket`: it is the first thing in brackets."""

    start: int
    label: bool
    bill: bool
    chamber: bool
    session: bool
    listed: bool
    bracket: bool

    @property
    def sure(self) -> bool:
        """Whether a bare dossier, or a number without a word before it, is a citation here."""
        return self.label or self.session or self.listed


def head_before(text: str, at: int, last_end: int) -> Head | None:
    """Read what stands before a dossier; `last_end` is where the citation before it ends, or -1.

    None where a letter is glued to the dossier.
    """
    low = max(text.rfind("\n", 0, at) + 1, at - _REACH, last_end)
    found = _HEAD.search(text, low, at)
    if found is None:
        return None
    session, label = bool(found["session"]), bool(found["label"])
    chamber = found["chamber"] or found["later"] or ""
    if chamber.strip() in _SHORT_CHAMBERS and not (label or session):
        chamber = ""  # "deel II 29 344": a Roman number of something else
    names = [name for name in ("label", "session", "chamber", "later") if found[name]]
    start = min((found.start(name) for name in names if chamber or name in ("label", "session")), default=at)
    before = text[start:at]
    if before.count("(") + before.count("[") > before.count(")") + before.count("]"):
        start = max(text.rfind("(", low, at), text.rfind("[", low, at)) + 1  # "dossier (31832)"
    listed = last_end >= low and bool(start == last_end or _LISTED.fullmatch(text, last_end, start))
    bracket = start > 0 and text[start - 1] in "(["
    return Head(start, label, bool(found["bill"]), bool(chamber), session, listed, bracket)


def letter_spaced(text: str, start: int, end: int) -> bool:
    """Tell whether the label there is letter-spaced ("Kamers tukken"), so that its numbers may be."""
    label = _SPACED_LABEL.match(text, start, end)
    return bool(label and re.search(r"[^\W\d_] +[^\W\d_]", label[0]))
