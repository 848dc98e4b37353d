"""The agenda in the window: a bar with modes and filters, the list, the month or the timeline, the strip of a move."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from griffie.domain.agenda import Entry
from griffie.domain.changes import Changes
from griffie.services import agenda
from griffie.ui.agenda.empty import EmptyAgenda
from griffie.ui.agenda.kept import keep, kept_filter
from griffie.ui.agenda.list_page import ListPage
from griffie.ui.agenda.menu import show_menu
from griffie.ui.agenda.moving import Moving
from griffie.ui.agenda.pages import MODES, AgendaPage, make_page
from griffie.ui.agenda.source import Source
from griffie.ui.agenda.top_bar import TopBar
from griffie.ui.place import Workplace
from griffie.ui.remembered import Remembered

if TYPE_CHECKING:
    from griffie.domain.agenda import AgendaFilter
    from griffie.domain.paper import Paper

SETTLING_MS = 150
"""Changes that follow one another so fast are read together."""


class AgendaView(QWidget):
    """All deadlines in time.

    Signals:
        item_requested: ids of an item and of the letter in which its words stand.
        sheet_requested: id of an item of which everything is to be shown.
    """

    item_requested = Signal(str, str)
    sheet_requested = Signal(str)

    def __init__(
        self, place: Workplace, remembered: Remembered, clock: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._place, self._remembered = place, remembered
        self.source = Source(place, clock, self)
        self.source.shown = kept_filter(remembered)
        self.top = TopBar()
        self.moving = Moving(self.source)
        self.stack = QStackedWidget()
        self.empty = EmptyAgenda()
        self.pages: dict[str, AgendaPage] = {}
        self.mode = remembered.text("agenda_mode")
        self.mode = self.mode if self.mode in MODES else MODES[0]
        self._soon = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._build()
        self._connect()
        self.retranslate()
        self.show_mode(self.mode)

    def _build(self) -> None:
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.moving.bar)
        self.top.filters.show_filter(self.source.shown)

    def _connect(self) -> None:
        self.source.counted.connect(self._on_counted)
        self.top.mode_chosen.connect(self._on_mode)
        self.top.today_requested.connect(lambda: self.page.go_to_today())
        self.top.filters.changed.connect(self._on_filter)
        self.empty.all_requested.connect(self._show_all)
        self.moving.over.connect(lambda: self.page.setFocus())
        self._soon.timeout.connect(self._reload)
        bus = self._place.bus
        bus.changed.connect(self._on_changed)
        bus.language_changed.connect(self.retranslate)
        bus.theme_changed.connect(self._on_theme_changed)

    @property
    def page(self) -> AgendaPage:
        """The page of the mode that is chosen."""
        return self.pages[self.mode]

    @property
    def list_page(self) -> ListPage:
        """The page with the list, made if it was never shown."""
        page = self._page_of("list")
        assert isinstance(page, ListPage)
        return page

    @property
    def is_waiting(self) -> bool:
        """True while a change is about to be read."""
        return self._soon.isActive()

    def load(self) -> None:
        """Read anew; the view comes up."""
        self._soon.stop()
        self._reload()

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through: the page, then the bar above it."""
        shown = [*self.page.panes(), self.top.first_control()]
        return [*shown, self.moving.bar.day] if self.moving.bar.isVisible() else shown

    def paper(self) -> "Callable[[], Paper] | None":
        """Return what gathers the lines as they would be printed, off the GUI thread; None where there is nothing."""
        from griffie.ui.agenda.paper import paper_of

        without = self.list_page.model.closed_groups if self.mode == "list" else ()
        return paper_of(self.source, self.page.range_shown(), without)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: whoever comes back on another day finds the groups of that day."""
        super().changeEvent(event)
        came_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible()
        if came_back and self.source.is_counted and self.source.is_another_day():
            self.load()

    def close_down(self) -> None:
        """Keep what is chosen and let go of the lane and the timers."""
        keep(self._remembered, self.mode, self.source.shown)
        for page in self.pages.values():
            page.close_down(self._remembered)
        self._soon.stop()
        self.source.close()

    @Slot(str)
    def show_mode(self, mode: str) -> None:
        """Show the list, the month or the timeline."""
        self.mode = mode
        page = self._page_of(mode)
        self.top.show_mode(mode)
        page.refresh()
        self._show_page()

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        self.show_mode(mode)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_of(self, mode: str) -> AgendaPage:
        if mode not in self.pages:
            page = make_page(mode, self.source, self._remembered)
            page.opened.connect(self.open_entry)
            page.sheet_wanted.connect(self.open_sheet)
            page.move_wanted.connect(self.moving.ask)
            page.menu_wanted.connect(self._on_menu)
            page.day_wanted.connect(self.show_day)
            page.set_theme(self._place.theme)
            self.pages[mode] = page
            self.stack.addWidget(page)
        return self.pages[mode]

    def _show_page(self) -> None:
        nothing = self.source.is_whole and self.source.tally.total == 0
        self.empty.explain(filtered=self.source.shown.limits, has_lines=self.source.has_lines)
        self.stack.setCurrentWidget(self.empty if nothing else self.page)

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Show the lines of a day in the list."""
        self.show_mode("list")
        self.list_page.go_to_day(day)
        self.list_page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def open_entry(self, entry: Entry) -> None:
        """Show the words of a line on their page; without a letter, all that is known of its item."""
        if entry.letter_id:
            self.item_requested.emit(entry.passage_id, entry.letter_id)
        else:
            self.sheet_requested.emit(entry.item_id)

    @Slot(object)
    def open_sheet(self, entry: Entry) -> None:
        """Show everything about the item of a line."""
        self.sheet_requested.emit(entry.item_id)

    @Slot(object, QPoint)
    def _on_menu(self, entry: Entry, place: QPoint) -> None:
        show_menu(self, entry, place)

    @Slot()
    def _on_counted(self) -> None:
        self.top.show_count(self.source.tally)
        for mode, page in self.pages.items():
            page.refresh(hidden=mode != self.mode)
        self._show_page()

    @Slot(object)
    def _on_filter(self, shown: "AgendaFilter") -> None:
        self.top.count.setText("…")
        self.source.show(shown)

    @Slot()
    def _show_all(self) -> None:
        from griffie.domain.agenda import AgendaFilter

        self.top.filters.show_filter(AgendaFilter(also_closed=self.source.shown.also_closed))
        self.source.show(self.top.filters.chosen())

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if not self.isVisible() or not changes:  # a hidden view is read when it comes up
            return
        if initiator is self.moving:
            self.load()
        elif not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _reload(self) -> None:
        self.source.reload()
        desk = self._place.desk

        def values() -> dict[str, list[str]]:
            return {facet: agenda.values(desk, facet) for facet in ("ministry", "committee", "handler", "chamber")}

        self.source.ask(values, self.top.filters.offer)

    @Slot()
    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        self.top.retranslate()
        self.top.show_count(self.source.tally)
        self.moving.bar.retranslate()
        self.empty.retranslate()
        for page in self.pages.values():
            page.retranslate()

    @Slot(object)
    def _on_theme_changed(self, _theme: object) -> None:
        for page in self.pages.values():
            page.set_theme(self._place.theme)
