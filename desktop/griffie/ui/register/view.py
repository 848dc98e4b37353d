"""The register: filters above, facets beside, the table, and below it one change to all selected rows."""

import datetime as dt
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import _
from griffie.domain.changes import Changes
from griffie.domain.following import BulkChange
from griffie.domain.listing import Wanted
from griffie.services import register
from griffie.services.register import Sort, ViewOfRegister
from griffie.ui.place import Workplace
from griffie.ui.register.bulk_bar import BulkBar
from griffie.ui.register.columns import USUAL
from griffie.ui.register.empty import EmptyRegister
from griffie.ui.register.facets import FacetPane
from griffie.ui.register.filter_bar import FilterBar
from griffie.ui.register.model import RegisterModel
from griffie.ui.register.table import RegisterTable
from griffie.ui.remembered import Remembered
from griffie.ui.tasks import Lane
from griffie.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from griffie.domain.paper import Paper

REFRESH_MS = 120
FACETS_MS = 80


class RegisterView(QWidget):
    """All items of the register.

    Signals:
        item_requested: id of an item and of the letter to open at its passage.
        sheet_requested: id of an item of which everything is to be shown.
        progressed: internal, how many of how many rows are changed, from the thread that writes.
    """

    item_requested = Signal(str, str)
    sheet_requested = Signal(str)
    progressed = Signal(int, int)

    def __init__(self, place: Workplace, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._remembered = place, remembered
        self._lane = Lane("griffie-register", self)
        self._views: list[ViewOfRegister] = []
        self._chosen = 0
        self._stop: Event | None = None
        self._asked = 0
        self.model = RegisterModel(place.desk, self._lane, self)
        self._build()
        self._connect()
        self._restore()
        self.retranslate()
        self._on_theme_changed(place.theme)

    def _build(self) -> None:
        self.bar = FilterBar()
        self.facets = FacetPane()
        self.facets.setMinimumWidth(160)
        self.table = RegisterTable(self.model)
        self.empty = EmptyRegister()
        self.bulk = BulkBar()
        self.bulk.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._read_anew)
        self._facets_soon = QTimer(self, singleShot=True, interval=FACETS_MS)
        self._facets_soon.timeout.connect(self._ask_facets)
        self._lay_out()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bulk)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.facets)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([220, 900])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self.limit_to)
        self.bar.view_chosen.connect(self._on_view_chosen)
        self.bar.save_requested.connect(self.save_view)
        self.bar.delete_requested.connect(self._on_delete_view)
        self.facets.chosen.connect(self._on_facet)
        self.table.sort_requested.connect(self.sort_by)
        self.table.passage_requested.connect(self.open_passage)
        self.table.sheet_requested.connect(self.open_sheet)
        self.table.menu_requested.connect(self._on_menu)
        self.table.told.connect(self._place.bus.told)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.model.counted.connect(self._on_counted)
        self.model.failed.connect(self._place.bus.failed)
        self.model.edit_requested.connect(self._on_edited)
        self.bulk.wanted.connect(self.change_selected)
        self.bulk.closed.connect(self._on_bulk_closed)
        self.bulk.stopped.connect(self._on_bulk_stopped)
        self.progressed.connect(self.bulk.show_progress, Qt.ConnectionType.QueuedConnection)
        self.bar.change_button.clicked.connect(self.show_bulk)
        self.empty.clear_requested.connect(lambda: self.limit_to(Wanted()))
        bus = self._place.bus
        bus.changed.connect(self._on_changed)
        bus.language_changed.connect(self.retranslate)
        bus.theme_changed.connect(self._on_theme_changed)

    # what the window asks

    def load(self) -> None:
        """Read the register anew for what it is limited to."""
        self._read_views()
        self.limit_to(self.model.wanted)

    def panes(self) -> list[QWidget]:
        """Return the places that F6 goes through."""
        return [self.table, self.bar.search, self.facets.tree, *([self.bulk.status] if self.bulk.isVisible() else [])]

    def paper(self) -> "Callable[[], Paper] | None":
        """Return what gathers the rows as they would be printed."""
        from griffie.ui.register.on_paper import paper_of

        return paper_of(self.model, self.table.shown_columns(), self.title)

    def close_down(self) -> None:
        """Remember columns and panes, and end what runs for this view."""
        self.remember()
        for timer in (self._refresh, self._facets_soon):
            timer.stop()
        self.bar.close_down()
        if self._stop is not None:
            self._stop.set()
        self._lane.close()

    def remember(self) -> None:
        """Keep columns and panes for the next time."""
        self._remembered.keep_text("register_columns", ";".join(f"{key}={width}" for key, width in self.table.widths()))
        self._remembered.keep_bytes("register_panes", self.splitter.saveState())

    # what is shown

    @Slot(object)
    def limit_to(self, wanted: Wanted) -> None:
        """Show what is wanted, in the order that stands."""
        self._show(wanted, self.model.sort_by)

    @Slot(object)
    def sort_by(self, sort: Sort) -> None:
        """Show the same in another order."""
        self._show(self.model.wanted, sort)

    def show_view(self, view: ViewOfRegister) -> None:
        """Show a saved or ready view: its limits, order and columns."""
        if view.columns:
            self.table.show_columns(view.columns, dict(self.table.widths()))
        self._show(view.wanted, view.sort)

    def _show(self, wanted: Wanted, sort: Sort) -> None:
        self.bar.show_count(None)
        try:
            self.model.ask(wanted, sort)
        except UserError as error:
            self._place.bus.failed.emit(error)
            return
        self.bar.show_wanted(wanted)
        self._show_chosen_view()
        self.table.show_sort()
        self.table.scrollToTop()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_state()
        self._facets_soon.start()

    def _show_state(self) -> None:
        empty = self.model.rowCount() == 0 and not self.model.counting
        if empty:
            self.empty.show_state(limited=register.count(self._place.desk, Wanted()) > 0)
        self.stack.setCurrentWidget(self.empty if empty else self.table)

    def _ask_facets(self) -> None:
        self._asked += 1
        asked, desk, wanted = self._asked, self._place.desk, self.model.wanted

        def work() -> Any:
            return register.facets(desk, wanted) if asked == self._asked else None

        def done(counts: Any) -> None:
            if counts is not None and asked == self._asked:
                self.facets.show_counts(counts, wanted)

        self._lane.run(work, done, self._place.bus.failed.emit)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.bar.show_count(count)
        self._show_state()
        self._on_selected()

    @Slot(str, str, bool)
    def _on_facet(self, facet: str, value: str, on: bool) -> None:
        self.limit_to(self.model.wanted.choose(facet, value, on=on))

    # views

    def _read_views(self) -> None:
        self._views = [*register.ready_views(dt.date.today()), *register.saved_views(self._place.desk)]
        self._show_chosen_view()

    def _show_chosen_view(self) -> None:
        same = [n for n, view in enumerate(self._views) if view.wanted == self.model.wanted]
        self._chosen = next((n for n in same if self._views[n].sort == self.model.sort_by), next(iter(same), -1))
        self.bar.show_views(self._views, self._chosen)

    @Slot(int)
    def _on_view_chosen(self, place: int) -> None:
        view = self.bar.view_at(place)
        if view is not None:
            self.show_view(view)
            self.table.setFocus()

    @Slot()
    def save_view(self) -> None:
        """Ask for a name and keep limits, order and columns under it."""
        chosen = self._views[self._chosen] if self._chosen >= 0 else None
        start = chosen.name if chosen is not None and chosen.id else ""
        name, agreed = QInputDialog.getText(self, _("Save this view"), _("Name of the view"), text=start)
        if agreed and name.strip():
            self.keep_view(name)

    def keep_view(self, name: str) -> None:
        """Keep limits, order and columns under a name."""
        columns = tuple(column.key for column in self.table.shown_columns())
        view = ViewOfRegister("", name, self.model.wanted, self.model.sort_by, columns)
        self._run(lambda: register.save_view(self._place.desk, view), _("View saved"))

    @Slot()
    def _on_delete_view(self) -> None:
        view = self._views[self._chosen] if self._chosen >= 0 else None
        if view is not None and view.id:
            self._run(lambda: register.delete_view(self._place.desk, view.id), _("Saved view deleted"))

    # rows

    @Slot()
    def open_passage(self) -> None:
        """Open the current row's letter at its words; an item of no letter shows its sheet."""
        row = self.table.current_row()
        if row is None:
            return
        if row.letter_id:
            self.item_requested.emit(row.id, row.letter_id)
        else:
            self.sheet_requested.emit(row.id)

    @Slot()
    def open_sheet(self) -> None:
        """Show everything about the current row; of a deadline, about what it belongs to."""
        row = self.table.current_row()
        if row is not None:
            owner = self._place.desk.item(row.owner_number).id if row.owner_number else row.id
            self.sheet_requested.emit(owner)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        choices = {
            menu.addAction(_("Open at the passage")): self.open_passage,
            menu.addAction(_("Everything about this item")): self.open_sheet,
            menu.addAction(_("Change the selected rows...")): self.show_bulk,
            menu.addAction(_("Copy as a table")): self.table.copy,
        }
        chosen = menu.exec(place)
        if chosen is not None:
            choices[chosen]()
        menu.deleteLater()

    @Slot(str, str, str)
    def _on_edited(self, item_id: str, field: str, typed: str) -> None:
        from griffie.services import itemising

        desk = self._place.desk
        self._run(lambda: itemising.type_item_field(desk, desk.item(item_id), field, typed)[1])

    # many at once

    @Slot()
    def show_bulk(self) -> None:
        """Show the bar that changes all selected rows."""
        self.bulk.show()
        self.bulk.empty()
        self._on_selected()
        self.bulk.status.setFocus()

    @Slot()
    def _on_bulk_closed(self) -> None:
        self.bulk.hide()
        self.table.setFocus()

    @Slot()
    def _on_bulk_stopped(self) -> None:
        if self._stop is not None:
            self._stop.set()

    @Slot()
    def _on_selected(self, *_selection: Any) -> None:
        chosen = self.table.chosen_count()
        self.bulk.show_rows(chosen)
        self.bar.change_button.setEnabled(chosen > 0 and not self._place.desk.register.read_only)

    @Slot(object)
    def change_selected(self, change: BulkChange) -> None:
        """Make one change to all selected rows: one step, with progress and a way to stop where they are many."""
        from griffie.services import following

        desk, stop = self._place.desk, Event()
        self._stop = stop
        seqs = self.model.seqs_of(self.table.chosen_ranges())
        self.bulk.show_progress(0, len(seqs))

        def work() -> Changes:
            ids = register.ids_of(desk, seqs)
            return following.change_many(desk, ids, change, progress=self.progressed.emit, cancelled=stop.is_set)

        def done(changes: Changes) -> None:
            self.bulk.end_progress()
            self._on_done(changes, _("Changed"))
            self.bulk.empty()
            self._on_selected()

        def failed(error: Exception) -> None:
            self.bulk.end_progress()
            if isinstance(error, Cancelled):
                self._place.bus.told.emit(_("Stopped: nothing was changed."))
            elif isinstance(error, UserError):
                self.bulk.tell(str(error))
            else:
                self._place.bus.failed.emit(error)

        self._place.lane.run(work, done, failed)

    def _run(self, work: Any, told: str = "") -> None:
        self._place.lane.run(work, lambda result: self._on_done(result, told), self._on_failed)

    def _on_done(self, changes: Changes, told: str) -> None:
        self._place.bus.changed.emit(changes, self)
        self._place.bus.saved.emit()
        self._read_views()
        if told:
            self._place.bus.told.emit(told)

    def _on_failed(self, error: Exception) -> None:
        self.model.refresh()  # the cell shows what the register has
        self._place.bus.failed.emit(error)

    # changes from elsewhere

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        if self.isVisible():
            self._refresh.start()

    def _read_anew(self) -> None:
        self.model.refresh()
        self._read_views()
        self._facets_soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc puts the bar of changes away."""
        if event.key() == Qt.Key.Key_Escape and self.bulk.isVisible():
            self._on_bulk_closed()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_theme_changed(self, theme: Theme) -> None:
        self.table.painter_.theme = theme
        self.table.viewport().update()

    @Slot()
    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self.table.setAccessibleName(_("Register"))
        self.bar.retranslate()
        self.facets.retranslate()
        self.bulk.retranslate()
        self.empty.retranslate()
        self.model.retranslate()
        if self._views:
            self._read_views()

    def _restore(self) -> None:
        kept = [entry.partition("=") for entry in self._remembered.text("register_columns").split(";")]
        widths = {key: int(width) for key, _sign, width in kept if width.isdecimal()}
        self.table.show_columns(list(widths) or USUAL, widths)
        state = self._remembered.bytes("register_panes")
        if not state.isEmpty():
            self.splitter.restoreState(state)
        self.model.wanted = Wanted(open_only=True, once=True)

    @property
    def title(self) -> str:
        """The name of the view that is up."""
        return self._views[self._chosen].name if self._chosen >= 0 else _("Own selection")
