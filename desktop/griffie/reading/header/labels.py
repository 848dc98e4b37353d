"""Labels of a letter's head and reference column ("Datum", "Betreft", "Ons kenmerk") and the values they stand with.

A value stands behind its label on the line, right of it, or below it: ministries and years differ.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import Final

from griffie.reading.header.model import Found
from griffie.reading.header.sheet import Line, Sheet, join


class Label(Enum):
    """What a label announces, by all its names; `OTHER` are labels whose values we only must not take for others'."""

    DATE = ("datum", "date")
    SUBJECT = ("betreft", "onderwerp", "betreffende")
    OUR_REFERENCE = ("ons kenmerk", "onze referentie", "ons nummer", "onze ref")
    REFERENCE = ("kenmerk", "referentie", "briefkenmerk")
    THEIR_REFERENCE = ("uw kenmerk", "uw referentie", "uw brief (kenmerk)", "uw brief van", "uw brief")
    CASE = ("zaaknummer", "zaak nummer")
    OTHER = (
        "bijlage(n)", "bijlagen", "bijlage", "contactpersoon", "contact", "auteur", "inlichtingen bij", "inlichtingen",
        "behandeld door", "telefoon", "telefoonnummer", "doorkiesnummer", "fax", "e-mail", "afschrift aan", "kopie aan",
        "cc", "aantal pagina's", "pagina", "bezoekadres", "postadres",
    )  # fmt: skip


def _letters(name: str) -> str:
    """Return a pattern for a label that may have been set with wide letters."""
    return " ?".join(re.escape(letter) for letter in name.replace(" ", "")).replace("'", "['’]")


_NAMES: Final = sorted(((name, label) for label in Label for name in label.value), key=lambda pair: -len(pair[0]))
_PATTERNS: Final = tuple(
    (re.compile(_letters(name) + r"(?![^\W_])[ .]?(?P<colon>:?) ?", re.IGNORECASE), label) for name, label in _NAMES
)
_SALUTATION: Final = re.compile(
    r"g ?e ?a ?c ?h ?t ?e\b|excellentie|mevrouw|mijne? (?:heer|heren)|hierbij\b", re.IGNORECASE
)
_LONGEST_SUBJECT: Final = 6
_MOST_LABELS: Final = 60  # a page of nothing but labels is no letter, and must not take minutes


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label met on the page, with what stands behind it on the same line (may be empty)."""

    label: Label
    line: Line
    inline: str
    colon: bool


def label_of(line: Line) -> Labelled | None:
    """Return the label that a line begins with, or None.

    A line that goes on behind a label without a colon must begin like a value: "Bijlage 3 bevat" is no label.
    """
    for pattern, label in _PATTERNS:
        if found := pattern.match(line.text):
            inline, colon = line.text[found.end() :], bool(found["colon"])
            if inline and not colon and (label is Label.OTHER or inline[0].islower()):
                return None
            return Labelled(label, line, inline, colon)
    return None


def is_salutation(line: Line) -> bool:
    """Tell whether the letter itself begins with this line: "Geachte voorzitter,"."""
    return bool(_SALUTATION.match(line.text))


def labels_on(sheet: Sheet) -> tuple[Labelled, ...]:
    """Return the labels of a page, above its salutation only in the width of the letter itself."""
    start = next((line for line in sheet.lines if is_salutation(line)), None)
    found = (label_of(line) for line in sheet.lines)
    wanted = (
        one for one in found if one and (start is None or one.line.top < start.top or one.line.left > start.right)
    )
    return tuple(islice(wanted, _MOST_LABELS))


def candidates(sheet: Sheet, labelled: Labelled) -> Iterator[Found[str]]:
    """Yield what may be the value of a label, the likeliest first."""
    line = labelled.line
    if labelled.inline:
        yield line.cut(labelled.inline)
        return
    for other in (sheet.right_of(line), sheet.below(line)):
        if other is not None and label_of(other) is None and not is_salutation(other):
            yield other.cut()


def subject_of(sheet: Sheet, labelled: Labelled) -> Found[str] | None:
    """Return the subject behind a label, with the lines that it runs on over."""
    line = labelled.line
    if labelled.inline:
        return join([line.cut(labelled.inline), *(more.cut() for more in _going_on(sheet, line, loose=True))])
    first = next((o for o in (sheet.right_of(line), sheet.below(line)) if o and not label_of(o)), None)
    if first is None or is_salutation(first):
        return None
    return join([first.cut(), *(more.cut() for more in _going_on(sheet, first, loose=False))])


def _going_on(sheet: Sheet, line: Line, *, loose: bool) -> Iterator[Line]:
    """Yield the lines that go on right below: same left side (or further right, if `loose`), same size, no gap."""
    for _count in range(_LONGEST_SUBJECT):
        after = sheet.below(line, reach=0.55)
        if after is None or label_of(after) or is_salutation(after):
            return
        fits = after.starts_with(line) or (loose and after.left > line.left)
        if not fits or abs(after.size - line.size) > 0.6 or after.source.bold != line.source.bold:
            return
        yield after
        line = after
