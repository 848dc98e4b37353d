"""What list, month and timeline have in common; each is made when it is first shown."""

from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from griffie.ui.agenda.source import Source
from griffie.ui.remembered import Remembered
from griffie.ui.theme import Theme

MODES = ("list", "month", "timeline")


class AgendaPage(QWidget):
    """One way to look at the agenda.

    Signals:
        opened: an Entry whose words are to be shown.
        sheet_wanted: an Entry of which everything is to be shown.
        move_wanted: an Entry, and the day it was dragged to, or None.
        menu_wanted: an Entry and the place on the screen.
        day_wanted: a day whose lines are to be shown in the list.
    """

    opened = Signal(object)
    sheet_wanted = Signal(object)
    move_wanted = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    day_wanted = Signal(object)

    def refresh(self, *, hidden: bool = False) -> None:
        """Show the agenda as the source has it now; a hidden page may wait until it is shown."""
        raise NotImplementedError

    def go_to_today(self) -> None:
        """Show today."""
        raise NotImplementedError

    def panes(self) -> list[QWidget]:
        """Return the places that F6 goes through."""
        return [self]

    def range_shown(self) -> tuple[date, date] | None:
        """Return the days that are shown, first and last; None for all."""
        return None

    def retranslate(self) -> None:
        """Show the texts in the language in force."""

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""

    def close_down(self, remembered: Remembered) -> None:
        """Keep what is to be kept and stop timers."""


def make_page(mode: str, source: Source, remembered: Remembered) -> AgendaPage:
    """Return the page of a mode."""
    if mode == "month":
        from griffie.ui.agenda.month_page import MonthPage

        return MonthPage(source, remembered)
    if mode == "timeline":
        from griffie.ui.agenda.timeline_page import TimelinePage

        return TimelinePage(source, remembered)
    from griffie.ui.agenda.list_page import ListPage

    return ListPage(source, remembered)
