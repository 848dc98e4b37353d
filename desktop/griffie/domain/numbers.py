"""Official numbers with a form of their own: commitments, documents, cases, numbers of papers, suffixes of dossiers."""

import re
from collections.abc import Callable
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _
from griffie.domain.papers import ROMAN
from griffie.domain.plain import plain

_ANY_CASE: Final = re.IGNORECASE | re.ASCII


def normal_number(form: str, text: str) -> str:
    """Return an official number in its one form.

    Args:
        form: "official" (T01970, TZ202603-130), "document" (2023D05549), "case" (2023Z02406), "paper_number" (131, AI),
            or "suffix" (VI, B, 02).
        text: as typed, in capitals or not, with or without spaces.

    Raises:
        InvalidValueError: it has another form; the text shows the right one.
        KeyError: there is no such form.
    """
    return _FORMS[form](text)


def _official(text: str) -> str:
    """Eerste Kamer: T and five digits; Tweede Kamer: TZ, year, month, a number within the month (1 to 5 digits).

    Digits stay as typed: the registers pad their numbers with zeros themselves.
    """
    bare = _squeezed(text)
    if re.fullmatch(r"T[0-9]{1,5}", bare):
        return bare
    if (found := re.fullmatch(r"TZ[0-9]{4}([0-9]{2})-[0-9]{1,5}", bare)) and 1 <= int(found[1]) <= 12:
        return bare
    raise InvalidValueError(
        _("“{text}” is not the number of a registered commitment.").format(text=text.strip()[:40]),
        _("The Eerste Kamer numbers them T01970, the Tweede Kamer TZ202603-130 (year, month, number)."),
    )


def _document(text: str) -> str:
    return _parlis(text, "D", _("“{text}” is not a document number."), _("Type it as 2023D05549."))


def _case(text: str) -> str:
    return _parlis(text, "Z", _("“{text}” is not a case number."), _("Type it as 2023Z02406."))


def _parlis(text: str, letter: str, message: str, advice: str) -> str:
    bare = _squeezed(text)
    if not re.fullmatch(rf"(?:19|20)[0-9]{{2}}{letter}[0-9]{{5}}", bare):
        raise InvalidValueError(message.format(text=text.strip()[:40]), advice)
    return bare


def _paper_number(text: str) -> str:
    bare = re.sub(r"^(?:nummer|nr\.?|no\.) ?", "", plain(text).strip(" .,"), flags=_ANY_CASE)
    if re.fullmatch(r"\d{1,5}[a-z]?", bare, _ANY_CASE) and bare.strip("0"):
        return bare.lstrip("0").lower()
    if re.fullmatch(r"[A-Z]{1,2}", bare, _ANY_CASE):
        return bare.upper()
    raise InvalidValueError(
        _("“{text}” is not the number of a paper.").format(text=text.strip()[:40]),
        _("It is a number (131) or, in the Eerste Kamer, one or two letters (K, AI)."),
    )


def _suffix(text: str) -> str:
    bare = _squeezed(text).removeprefix("HOOFDSTUK").strip("()-")
    if re.fullmatch(rf"{ROMAN}[A-Z]?|[A-Z]|[0-9]{{2}}", bare):
        return bare
    raise InvalidValueError(
        _("“{text}” is not the suffix of a dossier.").format(text=text.strip()[:40]),
        _("It is a chapter (VI, IIB), a fund (A, B) or two digits (02)."),
    )


def _squeezed(text: str) -> str:
    return plain(text).replace(" ", "").strip(".,;()").upper()


_FORMS: Final[dict[str, Callable[[str], str]]] = {
    "official": _official,
    "document": _document,
    "case": _case,
    "paper_number": _paper_number,
    "suffix": _suffix,
}
