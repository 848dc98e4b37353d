"""The month of the agenda: the grid, the lines of the current day beside it, and the way to other months."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from griffie.base.i18n import _, ngettext
from griffie.domain.agenda import Entry
from griffie.domain.periods import month_span
from griffie.services import agenda
from griffie.ui.agenda import words
from griffie.ui.agenda.day_list import DayDelegate, DayList, DayModel
from griffie.ui.agenda.delegate import AgendaDelegate
from griffie.ui.agenda.month_grid import MonthGrid
from griffie.ui.agenda.month_shape import months_away
from griffie.ui.agenda.pages import AgendaPage
from griffie.ui.agenda.source import Source
from griffie.ui.panel.look import TITLE, sized
from griffie.ui.remembered import Remembered
from griffie.ui.theme import Theme

IN_A_DAY = 12
"""So many lines of a day are read for the grid: as many as fit on a large screen."""
OF_THE_DAY = 500
"""So many lines stand beside the month at most."""
SIDE_PX, NARROW_SIDE_PX, ROOMY_PX = 320, 240, 1100


class MonthPage(AgendaPage):
    """One month at a time."""

    def __init__(self, source: Source, remembered: Remembered) -> None:
        super().__init__()
        self._source = source
        place = source.place
        self._rows = AgendaDelegate(source, place.theme, agenda.leads_of(place.settings))
        self.grid = MonthGrid(place.theme, source.today)
        self.model = DayModel(source)
        single = bool(place.settings.get("single_keys"))
        self.list = DayList(self.model, DayDelegate(source, self._rows), single_keys=single)
        self.title, self.day_title, self.more = QLabel(), QLabel(), QLabel()
        self.previous, self.next = QToolButton(), QToolButton()
        self._build()
        self._connect()
        self.setFocusProxy(self.grid)
        self.retranslate()

    def _build(self) -> None:
        self.title.setFont(sized(TITLE, bold=True))
        self.day_title.setFont(sized(1.0, bold=True))
        self.day_title.setWordWrap(True)
        self.more.setProperty("role", "muted")
        self.more.setWordWrap(True)
        for button, sign in ((self.previous, "‹"), (self.next, "›")):
            button.setText(sign)
            button.setFixedSize(28, 28)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 4)
        for widget in (self.previous, self.next, self.title):
            head.addWidget(widget)
        head.addStretch(1)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addLayout(head)
        main.addWidget(self.grid, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(main, 1)
        row.addWidget(self._build_side())

    def _build_side(self) -> QWidget:
        self.side = QWidget()
        self.side.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        titles = QVBoxLayout()
        titles.setContentsMargins(12, 8, 12, 8)
        titles.setSpacing(4)
        titles.addWidget(self.day_title)
        titles.addWidget(self.more)
        column.addLayout(titles)
        column.addWidget(self.list, 1)
        return self.side

    def _connect(self) -> None:
        grid, lines = self.grid, self.list
        self.previous.clicked.connect(lambda: grid.go_to(months_away(grid.day, -1)))
        self.next.clicked.connect(lambda: grid.go_to(months_away(grid.day, 1)))
        grid.day_changed.connect(self._read_day)
        grid.month_changed.connect(self._read_month)
        grid.day_opened.connect(self._go_to_list)
        grid.opened.connect(self.opened)
        grid.menu_requested.connect(self.menu_wanted)
        grid.dropped.connect(self.move_wanted)
        lines.opened.connect(self.opened)
        lines.sheet_requested.connect(self.sheet_wanted)
        lines.move_requested.connect(lambda entry: self.move_wanted.emit(entry, None))
        lines.menu_requested.connect(self.menu_wanted)
        lines.dragged.connect(lambda entry, place: grid.drag(entry, QPointF(grid.mapFromGlobal(place))))
        lines.dropped.connect(self._on_dropped)
        lines.left.connect(lambda: grid.setFocus(Qt.FocusReason.OtherFocusReason))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow window the lines of the day make room for the month."""
        super().resizeEvent(event)
        self.side.setFixedWidth(SIDE_PX if event.size().width() >= ROOMY_PX else NARROW_SIDE_PX)

    def panes(self) -> list[QWidget]:
        """Return the month and the list of the day."""
        return [self.grid, self.list]

    def refresh(self, *, hidden: bool = False) -> None:
        """Read the month and the day anew; hidden, it waits until it is shown."""
        if hidden or not self._source.is_counted:
            return
        leads = agenda.leads_of(self._source.place.settings)
        self._rows.leads = self.grid.leads = leads
        self.grid.today = self._source.today
        self._read_month()
        self._read_day()

    def go_to_today(self) -> None:
        """Make today current."""
        self.grid.go_to(self._source.today)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def range_shown(self) -> tuple[date, date]:
        """Return first and last day of the month."""
        return month_span(self.grid.day.year, self.grid.day.month)

    @Slot()
    def _read_month(self) -> None:
        self._show_title()
        desk, shown, tally, shape = self._source.place.desk, self._source.shown, self._source.tally, self.grid.shape
        recesses = self._source.recesses(shape.first, shape.last)
        days = [day.isoformat() for day in shape.days if tally.on(day.isoformat())]
        self.grid.show_lines(self.grid.entries, tally, recesses)

        def take(found: dict[str, list[Entry]]) -> None:
            if self.grid.shape.first == shape.first:
                self.grid.show_lines(found, tally, recesses)

        self._source.ask(lambda: agenda.of_days(desk, shown, days, IN_A_DAY), take)

    @Slot()
    def _read_day(self) -> None:
        desk, shown, day = self._source.place.desk, self._source.shown, self.grid.day
        text = day.isoformat()

        def take(found: Sequence[Entry]) -> None:
            if self.grid.day == day:
                self._show_day(found)

        self._source.ask(lambda: agenda.page(desk, shown, first=text, behind=text + "!", limit=OF_THE_DAY), take)

    def _show_day(self, found: Sequence[Entry]) -> None:
        current = self.list.current_entry()
        self.model.show_entries(found)
        row = next((n for n, entry in enumerate(found) if current is not None and entry.id == current.id), 0)
        if found:
            self.list.setCurrentIndex(self.model.index(row))
        self._show_day_title()

    def _show_day_title(self) -> None:
        day, count = self.grid.day, self._source.tally.on(self.grid.day.isoformat())
        self.day_title.setText(words.long_day(day))
        parts = [ngettext("{n} deadline", "{n} deadlines", count).format(n=count)]
        parts += [words.recess_words(recess) for recess in self.grid.recesses_on(day)]
        shown = len(self.model.entries)
        if 0 < shown < count:
            parts.append(_("the first {n} are shown").format(n=shown))
        self.more.setText(" · ".join(parts))

    def _show_title(self) -> None:
        self.title.setText(words.month_name(self.grid.day).capitalize())

    def _go_to_list(self) -> None:
        if self.model.entries:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_dropped(self, entry: Entry, place: QPoint) -> None:
        self.grid.let_go(entry, QPointF(self.grid.mapFromGlobal(place)))

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        self.previous.setAccessibleName(_("Previous month"))
        self.next.setAccessibleName(_("Next month"))
        for button, keys in ((self.previous, "PageUp"), (self.next, "PageDown")):
            button.setToolTip(f"{button.accessibleName()} ({keys})")
        self.list.setAccessibleName(_("Deadlines of the day"))
        self._show_title()
        self._show_day_title()
        self.grid.tell()
        self.grid.redraw()
        self.list.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._rows.theme = self.grid.theme = theme
        self.grid.redraw()
        self.list.viewport().update()
