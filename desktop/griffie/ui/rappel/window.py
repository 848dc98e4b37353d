"""Brings the reminder round up in the window."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from griffie.ui.window import Window


def show_rappel(window: "Window") -> None:
    """Show the reminder round in the place of letters and register."""
    window.views.show("rappel")
