"""Typed and printed text made comparable: one kind of space, one kind of dash, no accents."""

import re
import unicodedata
from typing import Final

from griffie.domain.page import IGNORED

_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_IGNORED: Final = dict.fromkeys(map(ord, IGNORED))
_QUOTES: Final = {ord("\u2019"): "'", ord("\u2018"): "'", ord("\u02bc"): "'"}
_TABLE: Final = {**_DASHES, **_IGNORED, **_QUOTES}
_PLAIN_ASCII: Final = re.compile(r"[!-~]+(?: [!-~]+)*")


def plain(text: str) -> str:
    """Return `text` on one line: any run of white space is one space, any dash is "-", ignored marks are gone."""
    if _PLAIN_ASCII.fullmatch(text):
        return text
    return " ".join(text.translate(_TABLE).split())


def fold(text: str) -> str:
    """Return `text` for comparing: as `plain`, without accents and without difference of case."""
    text = plain(text)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold()


def clean_line(text: str) -> str:
    """Return `text` fit to be kept as one line: control characters and half surrogates gone, single spaces."""
    return " ".join(_without_controls(text, keep="\t\n\r").split())


def clean_text(text: str) -> str:
    """Return `text` fit to be kept as several lines: control characters gone, lines ended by a line feed, trimmed."""
    text = _without_controls(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\t\n")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def _without_controls(text: str, keep: str) -> str:
    return "".join(c for c in text if c in keep or unicodedata.category(c) not in ("Cc", "Cs"))
