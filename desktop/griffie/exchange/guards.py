"""Keeps text of a letter from becoming a formula in a spreadsheet, and gives it back whole.

A cell that begins with = + - @ is run by Excel, also behind white space and in full-width form, and quoting does not
help. Such a text gets an apostrophe in front. The same is done after a line break, and after ; and , where a table that
is split at the wrong separator would begin a new cell; there a dash counts only where it touches both sides, since
", - " is ordinary text in every other letter. A text that has apostrophes there already gets one more, so that
`unguard` can take exactly one away again.
"""

import re
from typing import Final

_BREAK: Final = "\n\r\v\f\x1c-\x1f\x85\u2028\u2029"
_BLANK: Final = r"(?:[^\S" + _BREAK + r"]|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060\ufeff])*"
_DASH: Final = "\\-\uff0d\ufe63"
_SIGN: Final = "=+@\uff1d\uff0b\uff20\ufe66\ufe62\ufe6b"

_FIRST: Final = rf"(?:\A|(?<=[{_BREAK}]))"
_INNER: Final = r"(?<=[;,])"
_RUNS: Final = rf"{_BLANK}[{_SIGN}{_DASH}]"
_RUNS_INSIDE: Final = rf"(?:{_BLANK}[{_SIGN}]|[{_DASH}](?=\S))"

_GUARD: Final = re.compile(rf"{_FIRST}(?='*{_RUNS})|{_INNER}(?='*{_RUNS_INSIDE})")
_UNGUARD: Final = re.compile(rf"{_FIRST}'(?='*{_RUNS})|{_INNER}'(?='*{_RUNS_INSIDE})")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_BREAKS: Final = re.compile(rf"[{_BREAK}]+")


def guard(text: str) -> str:
    """Return `text` so that no spreadsheet runs it; `unguard` gives it back."""
    return _GUARD.sub("'", text)


def unguard(text: str) -> str:
    """Return the text that `guard` was given."""
    return _UNGUARD.sub("", text)


def one_line(text: str) -> str:
    """Return `text` as a table in plain text can hold it: line breaks are a space, control characters are gone."""
    return text if text.isprintable() else _BREAKS.sub(" ", _CONTROL.sub("", text))


_CONTROL_BYTES: Final = bytes((*range(9), *range(0x0E, 0x1C), 0x7F))
_WIDE: Final = "\uff0d\ufe63\uff1d\uff0b\uff20\ufe66\ufe62\ufe6b"
_ODD_FIRSTS: Final = frozenset("'-=+@" + _WIDE)


def begins_oddly(firsts: set[str]) -> bool:
    """Tell whether one of these first characters may stand before a formula, or is the first of one."""
    return any(c and (c in _ODD_FIRSTS or c.isspace() or not c.isprintable()) for c in firsts)


def holds_oddly(text: str, encoded: bytes, lines: int) -> bool:
    """Tell whether a long text of so many lines may hold what `guard` or `one_line` changes, beginnings apart.

    This and `begins_oddly` look through a thousand cells at once, so that few go through `guard` one by one. They may
    find too much, never too little.
    """
    return (
        "=" in text
        or "+" in text
        or "@" in text
        or (not text.isascii() and any(sign in text for sign in _WIDE))
        or b";-" in encoded
        or b",-" in encoded
        or ("'" in text and (b";'" in encoded or b",'" in encoded))
        or len(f"{text}.".splitlines()) != lines  # the dot keeps a break at the very end from being dropped
        or len(encoded.translate(None, _CONTROL_BYTES)) != len(encoded)
    )
