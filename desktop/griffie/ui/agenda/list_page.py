"""The list of the agenda with a small calendar beside it, to jump to a day and to drop a deadline on one."""

import json
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from griffie.domain.agenda import Entry, Group
from griffie.services import agenda
from griffie.ui.agenda.delegate import AgendaDelegate
from griffie.ui.agenda.listing import AgendaList
from griffie.ui.agenda.model import AgendaModel
from griffie.ui.agenda.pages import AgendaPage
from griffie.ui.agenda.source import Source
from griffie.ui.remembered import Remembered
from griffie.ui.theme import Theme


class ListPage(AgendaPage):
    """All deadlines, group by group."""

    def __init__(self, source: Source, remembered: Remembered) -> None:
        super().__init__()
        self._source = source
        self.model = AgendaModel(source, self)
        self.model.closed_groups = _kept_groups(remembered)
        place = source.place
        self.delegate = AgendaDelegate(source, place.theme, agenda.leads_of(place.settings))
        self.table = AgendaList(self.model, self.delegate, single_keys=bool(place.settings.get("single_keys")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._sought: tuple[str, int] | None = None
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        table = self.table
        table.opened.connect(self.opened)
        table.sheet_requested.connect(self.sheet_wanted)
        table.move_requested.connect(lambda entry: self.move_wanted.emit(entry, None))
        table.menu_requested.connect(self.menu_wanted)
        table.dropped.connect(self._on_dropped)
        table.typed.connect(self._on_typed)

    def panes(self) -> list[QWidget]:
        """Return the table."""
        return [self.table]

    def refresh(self, *, hidden: bool = False) -> None:
        """Lay the rows out by the counts of now; the line that was current stays so, and where it was."""
        self.delegate.leads = agenda.leads_of(self._source.place.settings)
        if not self._source.is_counted:
            return
        row, scroll = self.table.currentIndex().row(), self.table.verticalScrollBar().value()
        current = self.table.current_entry()
        heading = self.model.heading(row) if row >= 0 else None
        same = self.model.take_counts()
        self.table.verticalScrollBar().setValue(scroll)
        if same and row >= 0:
            self.table.go_to(row)
            self.table.verticalScrollBar().setValue(scroll)
        elif current is not None and not hidden:
            self._find_again(current, row)
        elif heading is not None:
            self.table.go_to(next((h.row for h in self.model.headings if h.group is heading.group), 0))
        elif self.model.rowCount() and row < 0:
            self.table.go_to(0)
        if not hidden:
            self.table.read_visible()

    def _find_again(self, entry: Entry, row: int) -> None:
        """Go to the line that was current, wherever it stands now; where it is gone, to the one in its place."""
        desk, shown, counted = self._source.place.desk, self._source.shown, self._source.tally

        def work() -> int | None:
            return agenda.position_of(desk, shown, counted, entry.id)

        def take(position: int | None) -> None:
            group = self.model.group_at(position) if position is not None else None
            if position is None or group in self.model.closed_groups:
                self.table.go_to(min(row, self.model.rowCount() - 1))
            else:
                self.table.go_to(self.model.row_of_position(position))

        self._source.ask(work, take)

    def go_to_today(self) -> None:
        """Go to the first line from today on, whose group opens for it."""
        tally, seen = self._source.tally, self._source.seen
        position = tally.before(seen.today.isoformat())
        if position < tally.total:
            self.table.go_to_position(position)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_day(self, day: date) -> None:
        """Go to the first line of a day, or the next one that has any."""
        position = self._source.tally.before(day.isoformat())
        if position < self._source.tally.total:
            self.table.go_to_position(position)

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        self.table.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.delegate.theme = theme
        self.table.viewport().update()
        self.table.sticky.update()

    def close_down(self, remembered: Remembered) -> None:
        """Keep which groups are closed."""
        remembered.keep_text("agenda_closed_groups", json.dumps(sorted(self.model.closed_groups)))

    def _on_dropped(self, entry: Entry, place: QPoint) -> None:
        index = self.table.indexAt(self.table.viewport().mapFromGlobal(place))
        onto = self.model.entry(index)
        if onto is not None and onto.due is not None and onto.id != entry.id:
            self.move_wanted.emit(entry, onto.due)

    def _on_typed(self, text: str) -> None:
        desk, shown, counted = self._source.place.desk, self._source.shown, self._source.tally

        def work() -> int | None:
            return agenda.position_of_text(desk, shown, counted, text)

        def take(position: int | None) -> None:
            if position is not None:
                self.table.go_to_position(position)
            self._source.place.bus.told.emit(text)

        self._source.ask(work, take)


def _kept_groups(remembered: Remembered) -> set[Group]:
    try:
        return {Group(name) for name in json.loads(remembered.text("agenda_closed_groups"))}
    except (ValueError, TypeError):
        return {Group.NO_DATE}
