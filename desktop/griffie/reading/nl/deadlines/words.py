"""The words of time in Dutch letters: months, numbers, units, and the text made even so that patterns stay plain."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_PLAIN: Final = str.maketrans(
    "àáâäãèéêëìíîïòóôöõùúûüçñ\u00a0\u2009\u202f\u2007\u2008\u200a\u2002\u2003‐‑’‘",
    "aaaaaeeeeiiiiooooouuuucn        --''",
)

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")

MONTHS: Final = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS: Final = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5, "zondag": 6,
}  # fmt: skip
SEASONS: Final = {
    "voorjaar": (3, 6), "lente": (3, 6), "zomer": (6, 9), "najaar": (9, 12), "herfst": (9, 12), "winter": (12, 3),
}  # fmt: skip
"""Each from the 21st of the one month through the 21st of the other."""
ORDINALS: Final = {
    "eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3, "vierde": 4,
    "4e": 4, "4de": 4, "laatste": -1,
}  # fmt: skip
UNITS: Final = {
    "dag": "d", "dagen": "d", "werkdag": "b", "werkdagen": "b", "week": "w", "weken": "w", "maand": "m",
    "maanden": "m", "jaar": "y", "jaren": "y", "kwartaal": "q", "kwartalen": "q",
    "halfjaar": "h",
}  # fmt: skip
_ONES: Final = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS: Final = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS: Final = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _numbers() -> dict[str, int]:
    words = {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)}
    for tens, word in enumerate(_TENS, 2):
        words[word] = tens * 10
        for one, name in enumerate(_ONES, 1):
            words[f"{name}en{word}"] = tens * 10 + one
    return words | {"honderd": 100}


NUMBERS: Final = _numbers()
"""Numbers from one to a hundred in words, without accents."""


@lru_cache(maxsize=4)
def even(text: str) -> str:
    """Return the text in small letters, without accents, every space a plain one; each character keeps its place."""
    plain = _BEYOND_ASCII.sub(lambda found: found[0].translate(_PLAIN), text).lower()
    return plain if len(plain) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def count_of(word: str) -> int | None:
    """Return the number that digits or a word say, or None."""
    return int(word) if word.isdecimal() else NUMBERS.get(word)


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"
