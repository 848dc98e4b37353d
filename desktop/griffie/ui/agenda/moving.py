"""Moves a deadline: asks with the strip, writes in the lane, tells, and takes itself away."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.domain.agenda import Entry, recesses_between
from griffie.domain.changes import Changes
from griffie.domain.periods import DateRange
from griffie.services import agenda
from griffie.ui.agenda.move_bar import MoveBar
from griffie.ui.agenda.source import Source
from griffie.ui.panel.terms import term_text

YEARS_AHEAD = 3


class Moving(QObject):
    """The strip and what it does.

    Signals:
        over: the strip is gone, moved or not.
    """

    over = Signal()

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._source = source
        self.bar = MoveBar()
        self.bar.move_requested.connect(self._on_move)
        self.bar.given_up.connect(self.over)

    @Slot(object, object)
    def ask(self, entry: Entry, day: date | None = None) -> None:
        """Ask where a line goes and why; a register that can only be read says so."""
        source = self._source
        if source.place.desk.register.read_only:
            source.place.bus.told.emit(_("This register can only be read."))
            return
        if day is not None and day == entry.due:
            return
        first, last = source.today - timedelta(days=366), source.today + timedelta(days=366 * YEARS_AHEAD)
        known = recesses_between(source.calendar, source.chamber, first, last)
        self.bar.ask(entry, day, source.today, known)
        desk = source.place.desk
        source.ask(lambda: agenda.reasons(desk), self.bar.offer_reasons)

    @Slot(object, object, str)
    def _on_move(self, entry: Entry, found: DateRange, reason: str) -> None:
        place = self._source.place
        self.bar.close_bar()
        self.over.emit()

        def done(changes: Changes) -> None:
            place.bus.changed.emit(changes, self)
            if changes:
                place.bus.saved.emit()
                text = _("{number}: now {term}").format(number=entry.number, term=term_text(found))
                place.bus.told.emit(text)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            place.bus.failed.emit(error)

        place.lane.run(lambda: agenda.move(place.desk, entry, found, reason), done, failed)
