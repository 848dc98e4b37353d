"""The look: one palette for light, one for dark; a colour and a shape per kind; sizes on a grid of four points."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from griffie.base.resources import resource
from griffie.domain.kinds import ItemKind

GRID = 4
ROW_HEIGHT = 28


@dataclass(frozen=True)
class Theme:
    """Colours by role. Text on its ground has a contrast of at least 4.5:1, marks at least 3:1 (a test measures it)."""

    dark: bool
    window: QColor
    surface: QColor
    raised: QColor
    ground: QColor
    page_edge: QColor
    hairline: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_text: QColor
    selection: QColor
    selection_text: QColor
    error: QColor
    warning: QColor
    find_hit: QColor
    find_current: QColor
    kind_colours: dict[ItemKind, QColor] = field(default_factory=dict)


def _colours(**named: str) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in named.items()}


LIGHT = Theme(
    dark=False,
    **_colours(
        window="#f4f5f6", surface="#ffffff", raised="#fbfbfc", ground="#dfe2e6", page_edge="#b9bfc7",
        hairline="#d4d8dd", text="#1c2227", muted="#59636e", accent="#1d5f9e", accent_text="#ffffff",
        selection="#cfe2f5", selection_text="#10202f", error="#a4262c", warning="#8a5a00", find_hit="#ffe58a",
        find_current="#ffab2e",
    ),
    kind_colours={
        ItemKind.COMMITMENT: QColor("#1d5f9e"),
        ItemKind.MOTION: QColor("#7439a8"),
        ItemKind.DEADLINE: QColor("#9a5b00"),
        ItemKind.REQUEST: QColor("#1f7050"),
    },
)  # fmt: skip

DARK = Theme(
    dark=True,
    **_colours(
        window="#1f2327", surface="#262b30", raised="#2c3238", ground="#15181b", page_edge="#0c0e10",
        hairline="#3c444c", text="#e8ebee", muted="#a3adb7", accent="#6fb1ec", accent_text="#0d1b28",
        selection="#274b6d", selection_text="#f2f6fa", error="#ff9b9b", warning="#f0bd62", find_hit="#ffe58a",
        find_current="#ffab2e",
    ),
    kind_colours={
        ItemKind.COMMITMENT: QColor("#6fb1ec"),
        ItemKind.MOTION: QColor("#c39bea"),
        ItemKind.DEADLINE: QColor("#f0b04a"),
        ItemKind.REQUEST: QColor("#6fcda4"),
    },
)  # fmt: skip


def theme_for(appearance: str) -> Theme:
    """Return the theme of a setting: "light", "dark", or "system" for what the machine shows."""
    if appearance == "system":
        return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if appearance == "dark" else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the program a theme: Fusion, our palette and one small style sheet, the same on every system."""
    app.setStyle("Fusion")
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet(theme))


def palette_of(theme: Theme) -> QPalette:
    """Return the palette of a theme."""
    roles = {
        QPalette.ColorRole.Window: theme.window, QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface, QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text, QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.raised, QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.error, QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_text, QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text, QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent, QPalette.ColorRole.Mid: theme.hairline,
        QPalette.ColorRole.Accent: theme.accent,
    }  # fmt: skip
    palette = QPalette(theme.window)
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.muted)
    return palette


def style_sheet(theme: Theme) -> str:
    """Return the style sheet: hairlines instead of boxes, one accent, colours filled in from the theme."""
    text = resource("style.qss").read_text(encoding="utf-8")
    names = ("window", "surface", "raised", "ground", "hairline", "text", "muted", "accent", "accent_text", "selection",
             "selection_text", "error", "warning")  # fmt: skip
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(f"@{name}", getattr(theme, name).name())
    return text
