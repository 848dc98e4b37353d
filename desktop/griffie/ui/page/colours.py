"""The colours the canvas needs; the program's theme has them, and a plain light set stands in where none is given."""

from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtGui import QColor

from griffie.domain.kinds import ItemKind

DARK_ENOUGH = 0.40
"""Lightness below which a colour has 3:1 against white paper."""


class PageColours(Protocol):
    """What the canvas asks of a theme."""

    @property
    def kind_colours(self) -> dict[ItemKind, QColor]: ...  # noqa: D102
    @property
    def selection(self) -> QColor: ...  # noqa: D102
    @property
    def ground(self) -> QColor: ...  # noqa: D102
    @property
    def page_edge(self) -> QColor: ...  # noqa: D102
    @property
    def text(self) -> QColor: ...  # noqa: D102
    @property
    def muted(self) -> QColor: ...  # noqa: D102
    @property
    def accent(self) -> QColor: ...  # noqa: D102
    @property
    def find_hit(self) -> QColor: ...  # noqa: D102
    @property
    def find_current(self) -> QColor: ...  # noqa: D102


def _kinds() -> dict[ItemKind, QColor]:
    return {
        ItemKind.COMMITMENT: QColor("#1f5fbf"),
        ItemKind.MOTION: QColor("#7a3fb0"),
        ItemKind.DEADLINE: QColor("#a86400"),
        ItemKind.REQUEST: QColor("#0f7a6c"),
    }


@dataclass(frozen=True)
class LightColours:
    """A quiet light set."""

    kind_colours: dict[ItemKind, QColor] = field(default_factory=_kinds)
    selection: QColor = field(default_factory=lambda: QColor("#9cc3f5"))
    ground: QColor = field(default_factory=lambda: QColor("#e9eaec"))
    page_edge: QColor = field(default_factory=lambda: QColor("#c9ccd1"))
    text: QColor = field(default_factory=lambda: QColor("#1d2127"))
    muted: QColor = field(default_factory=lambda: QColor("#626a75"))
    accent: QColor = field(default_factory=lambda: QColor("#1f5fbf"))
    find_hit: QColor = field(default_factory=lambda: QColor("#ffe58a"))
    find_current: QColor = field(default_factory=lambda: QColor("#ffb84d"))


def on_paper(colour: QColor) -> QColor:
    """Return a colour fit for marks on white paper: a theme for dark windows has pale ones."""
    lightness = colour.lightnessF()
    if lightness <= DARK_ENOUGH:
        return colour
    return QColor.fromHslF(max(colour.hslHueF(), 0.0), colour.hslSaturationF(), DARK_ENOUGH)


def wash(colour: QColor, strength: float) -> QColor:
    """Return the pale tint of a colour that, multiplied over a page, leaves black text black."""
    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return QColor.fromRgbF(*(1 - strength * (1 - part) for part in (red, green, blue)))
