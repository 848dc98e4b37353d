"""The timeline of the agenda: zoom, lanes by ministry or by kind, and the reading of what is in view."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from griffie.base.i18n import N_, _
from griffie.domain.agenda import NO_DATE, Entry
from griffie.domain.kinds import WORDS, ItemKind
from griffie.services import agenda
from griffie.ui.agenda.axis import DAY_PX, Zoom, axis_around
from griffie.ui.agenda.lanes import lay_out, spots
from griffie.ui.agenda.pages import AgendaPage
from griffie.ui.agenda.source import Source
from griffie.ui.agenda.timeline import Timeline
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.remembered import Remembered
from griffie.ui.theme import Theme

ZOOM_WORDS = {Zoom.WEEK: N_("Week"), Zoom.MONTH: N_("Month"), Zoom.QUARTER: N_("Quarter")}
LANE_WORDS = {"ministry": N_("by ministry"), "kind": N_("by kind")}
MOST = 3_000
"""So many lines are read one by one; where more are in view, columns show their number."""
REST_MS = 60
"""Scrolling rests so long before more is read."""


class TimelinePage(AgendaPage):
    """Deadlines along the days.

    Signals:
        (those of AgendaPage)
    """

    def __init__(self, source: Source, remembered: Remembered) -> None:
        super().__init__()
        self._source = source
        place = source.place
        single = bool(place.settings.get("single_keys"))
        self.timeline = Timeline(place.theme, source.today, single_keys=single)
        self.by = remembered.text("agenda_lanes") if remembered.text("agenda_lanes") in LANE_WORDS else "ministry"
        kept = remembered.text("agenda_zoom")
        self.zoom = Zoom(kept) if kept in list(Zoom) else Zoom.MONTH
        self._read: tuple[date, date] | None = None
        self._begun = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._read_if_needed)
        self._build()
        self._connect()
        self.setFocusProxy(self.timeline)
        self.retranslate()

    def _build(self) -> None:
        self.zooms: dict[Zoom, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.zoom_label, self.lanes_label, self.lanes_box = QLabel(), QLabel(), QuietCombo()
        self.lanes_box.setMinimumContentsLength(12)
        self.lanes_label.setBuddy(self.lanes_box)
        for by in LANE_WORDS:
            self.lanes_box.addItem("", by)
        self.lanes_box.setCurrentIndex(self.lanes_box.findData(self.by))
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 4, 12, 4)
        bar.setSpacing(4)
        bar.addWidget(self.zoom_label)
        for zoom in Zoom:
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(zoom is self.zoom)
            button.setMinimumHeight(28)
            button.clicked.connect(lambda _on=False, wanted=zoom: self.set_zoom(wanted, self._middle()))
            self._group.addButton(button)
            self.zooms[zoom] = button
            bar.addWidget(button)
        bar.addSpacing(12)
        bar.addWidget(self.lanes_label)
        bar.addWidget(self.lanes_box)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.timeline, 1)

    def _connect(self) -> None:
        line = self.timeline
        self.lanes_box.currentIndexChanged.connect(self._on_lanes)
        line.view_changed.connect(self._on_view_changed)
        line.zoom_requested.connect(self._on_zoom)
        line.opened.connect(self.opened)
        line.sheet_requested.connect(self.sheet_wanted)
        line.move_requested.connect(lambda entry: self.move_wanted.emit(entry, None))
        line.menu_requested.connect(self.menu_wanted)
        line.dropped.connect(self.move_wanted)
        line.day_requested.connect(self._on_day)

    def panes(self) -> list[QWidget]:
        """Return the timeline."""
        return [self.timeline]

    def refresh(self, *, hidden: bool = False) -> None:
        """Lay the axis out by the dates that occur and read what is in view; hidden, it waits until it is shown."""
        if hidden or not self._source.is_counted:
            return
        self.timeline.today = self._source.today
        self.timeline.leads = agenda.leads_of(self._source.place.settings)
        self._lay_axis(self._middle() if self._begun else self._source.today)
        self._begun = True
        self._read = None
        self._read_if_needed()

    def go_to_today(self) -> None:
        """Bring today to the middle."""
        self.timeline.centre_on(self._source.today)
        self._read_if_needed()
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def range_shown(self) -> tuple[date, date]:
        """Return the days in view."""
        return self.timeline.days_in_view()

    def set_zoom(self, zoom: Zoom, keep: date) -> None:
        """Show more or less time; a day stays where it is."""
        self.zoom = zoom
        self.zooms[zoom].setChecked(True)
        self._lay_axis(keep)
        self._read = None
        self._read_if_needed()

    def _lay_axis(self, keep: date) -> None:
        days = [day for day in self._source.tally.days if day < NO_DATE]
        axis = axis_around(self._source.today, days[0] if days else "", days[-1] if days else "", self.zoom)
        self.timeline.show_axis(axis, keep)

    def _middle(self) -> date:
        first, last = self.timeline.days_in_view()
        return first + (last - first) / 2

    @Slot()
    def _on_view_changed(self) -> None:
        if self.isVisible():
            self._rest.start()

    @Slot()
    def _read_if_needed(self) -> None:
        """Read the days in view with as many before and behind them, unless they are held already."""
        if not self._source.is_counted:
            return
        first, last = self.timeline.days_in_view()
        if self._read is not None and self._read[0] <= first and last <= self._read[1]:
            return
        width = last - first + timedelta(days=1)
        axis = self.timeline.axis
        first, last = max(axis.first, first - width), min(axis.last, last + width)
        first = first - timedelta(days=first.weekday()) if first > axis.first else first
        desk, shown, by, count = self._source.place.desk, self._source.shown, self.by, self._count(first, last)

        def work() -> tuple[Any, ...]:
            behind = (last + timedelta(days=1)).isoformat()
            lines = None
            if count <= MOST:
                lines = agenda.page(desk, shown, first=first.isoformat(), behind=behind, limit=MOST)
            return agenda.lanes(desk, shown, by, first, last), lines

        def take(found: tuple[Any, ...]) -> None:
            self._take(found[0], found[1], (first, last), by)

        self._source.ask(work, take)

    def _count(self, first: date, last: date) -> int:
        return self._source.tally.between(first.isoformat(), (last + timedelta(days=1)).isoformat())

    def _take(
        self, counts: dict[str, list[tuple[str, int]]], lines: Sequence[Entry] | None, span: tuple[date, date], by: str
    ) -> None:
        if by != self.by:
            return
        self._read = span
        axis = self.timeline.axis
        lanes = lay_out(axis, counts, by)
        self.timeline.show_spots(lanes, spots(axis, lanes, lines, by), self._source.recesses(*span), self._names())

    def _names(self) -> dict[str, str]:
        if self.by == "ministry":
            return {"": _("no ministry")}
        named = {kind.value: _(WORDS[kind]) for kind in ItemKind}
        return {**named, ItemKind.DEADLINE.value: _("Of the letter")}

    @Slot(int, object)
    def _on_zoom(self, step: int, day: date) -> None:
        order = sorted(Zoom, key=lambda zoom: DAY_PX[zoom])
        place = order.index(self.zoom) + step
        if 0 <= place < len(order):
            self.set_zoom(order[place], day)

    @Slot(object)
    def _on_day(self, day: date) -> None:
        """Too many to be shown one by one: come nearer, and at the nearest go to the list of that day."""
        if self.zoom is Zoom.WEEK:
            self.day_wanted.emit(day)
        else:
            self._on_zoom(1, day)

    @Slot()
    def _on_lanes(self) -> None:
        self.by = str(self.lanes_box.currentData())
        self._read = None
        self._read_if_needed()

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        for zoom, button in self.zooms.items():
            button.setText(_(ZOOM_WORDS[zoom]))
            button.setAccessibleName(_("Zoom: {what}").format(what=_(ZOOM_WORDS[zoom])))
        self.zoom_label.setText(_("Zoom"))
        self.lanes_label.setText(_("Lanes"))
        self.lanes_box.setAccessibleName(_("Lanes"))
        for n, word in enumerate(LANE_WORDS.values()):
            self.lanes_box.setItemText(n, _(word))
        self.timeline.names = self._names()
        self.timeline.tell()
        self.timeline.redraw()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.timeline.theme = theme
        self.timeline.redraw()

    def close_down(self, remembered: Remembered) -> None:
        """Keep zoom and lanes; stop the timer."""
        self._rest.stop()
        remembered.keep_text("agenda_zoom", self.zoom.value)
        remembered.keep_text("agenda_lanes", self.by)
