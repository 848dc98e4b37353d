"""The menu of a line of the agenda."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from griffie.base.i18n import _
from griffie.domain.agenda import Entry

if TYPE_CHECKING:
    from griffie.ui.agenda.view import AgendaView


def show_menu(view: "AgendaView", entry: Entry, place: QPoint) -> None:
    """Show what can be done with a line, and do it."""
    menu = QMenu(view)
    words = menu.addAction(_("Show the words"))
    words.setEnabled(bool(entry.letter_id))
    sheet = menu.addAction(_("Show all of {number}").format(number=entry.number))
    menu.addSeparator()
    move = menu.addAction(_("Move the deadline...") if entry.deadline_id else _("Give it a deadline..."))
    move.setEnabled(not view.source.place.desk.register.read_only)
    chosen = menu.exec(place)
    menu.deleteLater()
    if chosen is words:
        view.open_entry(entry)
    elif chosen is sheet:
        view.open_sheet(entry)
    elif chosen is move:
        view.moving.ask(entry)
