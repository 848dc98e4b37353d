"""Letters and lines for paper: the fonts, how wide words are, and where lines break.

Everything is measured in units of a tenth of a point, so fine that hinting does not count and the same lines fit on a
screen, on any printer and in a PDF.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QTextLayout, QTextOption

from griffie.domain.plain import clean_text

UNITS_PER_PT: Final = 10
UNITS_PER_INCH: Final = 72 * UNITS_PER_PT

FAMILIES: Final = ("Segoe UI", "Liberation Sans", "Arial", "Helvetica Neue", "Noto Sans", "Nimbus Sans")
"""Quiet letters that are narrow enough for a table; the first that is there is used, else that of the window."""

LEADING: Final = 1.26
"""From line to line, in sizes of the letters."""

SHORT: Final = 64
"""Characters. Texts up to this length come again (a ministry, a status, a day), and are broken into lines once."""
KNOWN: Final = 10_000
"""How many short texts are known at most."""


class Style(Enum):
    """What a line of text is: its size in units, and whether it is bold."""

    TITLE = (150, True)
    SUBTITLE = (100, False)
    HEADING = (110, True)
    CONTINUED = (90, True)
    TEXT = (95, False)
    COLUMN = (85, True)
    CELL = (90, False)
    TOTAL = (90, True)
    LABEL = (85, True)
    VALUE = (95, False)
    RUNNING = (80, False)
    RUNNING_TITLE = (80, True)


class Face:
    """The font of one style, with its measures in units."""

    def __init__(self, style: Style, family: str) -> None:
        size, bold = style.value
        self.font = QFont(family)
        self.font.setPixelSize(size)
        self.font.setBold(bold)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.font.setFeature(QFont.Tag("liga"), 0)  # words copied from a PDF are to be found again
        self._metrics = QFontMetricsF(self.font)
        self.leading = round(size * LEADING)
        spare = self.leading - self._metrics.ascent() - self._metrics.descent()
        self.ascent = spare / 2 + self._metrics.ascent()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._known: dict[str, float] = {}

    def advance(self, text: str) -> float:
        """Return how wide a text is on one line."""
        width = self._known.get(text)
        if width is None:
            width = self._metrics.horizontalAdvance(text)
            if len(text) <= SHORT:
                make_room(self._known)
                self._known[text] = width
        return width

    def elided(self, text: str, width: float) -> str:
        """Return the text cut off with an ellipsis where it is wider than `width`."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def broken(self, text: str, width: float) -> list[str]:
        """Return the lines of a text without line feeds; a word that does not fit by itself is cut."""
        if self.advance(text) <= width:
            return [text]
        layout = QTextLayout(text, self.font)
        layout.setTextOption(self._option)
        utf16 = text if text.isascii() or max(text) <= "\uffff" else ""
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            begin, length = line.textStart(), line.textLength()
            lines.append((utf16[begin : begin + length] if utf16 else _cut(text, begin, length)).rstrip())
        layout.endLayout()
        return lines


def _cut(text: str, begin: int, length: int) -> str:
    """Return a piece of a text as Qt counts: a letter outside the basic plane is two."""
    return text.encode("utf-16-le")[2 * begin : 2 * (begin + length)].decode("utf-16-le", "replace")


class Typeset:
    """All faces of one job, and the lines that have been broken so far."""

    def __init__(self, family: str = "") -> None:
        family = family or paper_family()
        self.faces: Mapping[Style, Face] = {style: Face(style, family) for style in Style}
        self._known: dict[tuple[str, Style, float], tuple[str, ...]] = {}

    def lines(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Return a text as lines of at most `width`; line feeds begin new ones. An empty text has one empty line."""
        key = (text, style, width)
        found = self._known.get(key)
        if found is None:
            face, clean = self.faces[style], fit_to_print(text)
            found = tuple(line for part in clean.split("\n") for line in face.broken(part, width))
            if len(text) <= SHORT:
                make_room(self._known)
                self._known[key] = found
        return found


def make_room(known: dict[Any, Any]) -> None:
    """Forget what is known where it has become too much: own numbers, say, which never come again."""
    if len(known) >= KNOWN:
        known.clear()


def fit_to_print(text: str) -> str:
    """Return a text without control characters; a tab is a space."""
    return text if text.isprintable() else clean_text(text).replace("\t", " ")


def paper_family() -> str:
    """Return the family of letters to print with."""
    there = {name.partition(" [")[0] for name in QFontDatabase.families()}  # a maker's name may follow
    return next((family for family in FAMILIES if family in there), QGuiApplication.font().family())
