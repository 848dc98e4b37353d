"""Lists of people and of senders as a clerk types them: who is one name and who are two."""

import re
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _
from griffie.domain.item import Person
from griffie.domain.letter import Sender
from griffie.domain.plain import clean_line, fold

_OFFICE: Final = re.compile(
    r"\b(?:minister\w*|staatssecretaris\w*|commissie\w*|kamer\w*|senaat|kabinet|regering|ministerie|fractie\w*"
    r"|state secretary|secretary|committee|government|presidium|griffie\w*"
    r"|zaken|justitie|veiligheid|onderwijs|cultuur|wetenschap|infrastructuur|waterstaat|economische|klimaat|landbouw|natuur"
    r"|visserij|sociale|werkgelegenheid|volksgezondheid|welzijn|volkshuisvesting|asiel|migratie|handel)\b"
)
"""Where an office is named, "en" and a comma are part of its name: Minister van Justitie en Veiligheid."""

_AND: Final = re.compile(r"\s*(?:,|/|&)\s*(?:en |and )?|\s+(?:en|and)\s+")
_AFTER_PARTY: Final = re.compile(rf"(?<=\))(?:{_AND.pattern})")
_INITIALS: Final = re.compile(r"(?:[A-Z][a-z]{0,2}\.-?)+(?: (?:van|de|der|den|ter|ten|te|von)\b.*)?")
_MEMBERS: Final = re.compile(r"^(?:(?:het|de) )?(?:kamer)?(?:lid|leden)\b ", re.IGNORECASE)
_PARTY: Final = re.compile(r"(?P<name>.*\S)\s*\((?P<party>[^()]+)\)")
_OTHERS: Final = re.compile(r"[ ,]*\bc\.?s\.?(?=$|[ ,;(])", re.IGNORECASE)


def parse_people(text: str) -> tuple[Person, ...]:
    """Return the people of a list: "Azmani (VVD); Keijzer (CDA)", "Azmani (VVD) en Keijzer (CDA)", "Hagen/Sneller".

    A semicolon always divides, and then nothing else does. "c.s." is left out (see `names_others`); a name with its
    initials behind it ("Wiersma, F.M.") and the name of an office, ministry or committee stay whole.
    """
    pieces = re.split(r"[;\n]", text) if ";" in text or "\n" in text.strip() else _pieces(clean_line(text))
    found = (_person(clean_line(piece)) for piece in pieces)
    return tuple(dict.fromkeys(person for person in found if person))


def names_others(text: str) -> bool:
    """Tell whether a list of submitters ends in "c.s." (cum suis): others signed as well."""
    return bool(_OTHERS.search(text))


def format_people(people: tuple[Person, ...]) -> str:
    """Return people as `parse_people` reads them back."""
    text = "; ".join(str(person) for person in people)
    return f"{text};" if len(people) == 1 and ";" not in text and parse_people(text) != people else text


def _pieces(text: str) -> list[str]:
    text = _MEMBERS.sub("", text)
    if _OFFICE.search(fold(text)):
        return _AFTER_PARTY.split(text)
    pieces: list[str] = []
    for piece in _AND.split(text):
        if pieces and _INITIALS.fullmatch(piece):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    return pieces


def _person(text: str) -> Person | None:
    text = _OTHERS.sub("", _MEMBERS.sub("", text)).strip(" ,")
    if not text:
        return None
    if found := _PARTY.fullmatch(text):
        return Person(found["name"].strip(), found["party"].strip())
    return Person(text)


def parse_senders(text: str) -> tuple[Sender, ...]:
    """Return the senders of a list: "Minister van Justitie en Veiligheid | JenV | D. Yeşilgöz; ...".

    Raises:
        InvalidValueError: one of them has more than three parts.
    """
    found: list[Sender] = []
    for piece in re.split(r"[;\n]", text):
        parts = [clean_line(part) for part in piece.split("|")]
        if len(parts) > 3:
            raise InvalidValueError(
                _("“{text}” has too many parts.").format(text=piece.strip()[:60]),
                _("A sender is: function | ministry | person; the next one follows after a semicolon."),
            )
        if any(parts):
            found.append(Sender(*parts))
    return tuple(dict.fromkeys(found))


def format_senders(senders: tuple[Sender, ...]) -> str:
    """Return senders as `parse_senders` reads them back."""
    return "; ".join(str(sender) for sender in senders)
