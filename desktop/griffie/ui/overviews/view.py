"""The overviews in the window: a bar of choices, the table, the charts; counted in a lane of their own."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from griffie.base.errors import Cancelled
from griffie.base.i18n import _, ngettext
from griffie.domain.changes import Changes
from griffie.ui.overviews import wording
from griffie.ui.overviews.bar import OverviewBar
from griffie.ui.overviews.counting import Counted, Counting
from griffie.ui.overviews.empty import EmptyOverview
from griffie.ui.overviews.model import MEASURES, years_of
from griffie.ui.overviews.pane import ChartPane
from griffie.ui.overviews.table import OverviewTable
from griffie.ui.place import Workplace
from griffie.ui.remembered import Remembered
from griffie.ui.tasks import Lane
from griffie.ui.theme import Theme

if TYPE_CHECKING:
    from griffie.domain.paper import Paper

SETTLING_MS = 300
"""Changes that follow one another so fast are counted together."""
SIDE_BY_SIDE_PX = 1100
"""A view that is narrower has the charts below the table."""
PANES = "overviews_panes"


class OverviewsView(QWidget):
    """How many items there are and how far they are, by ministry, minister, committee, dossier, year, chamber or kind.

    Signals:
        register_requested: the Wanted of what the register is to show.
    """

    register_requested = Signal(object)

    def __init__(
        self,
        place: Workplace,
        remembered: Remembered,
        clock: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._place, self._remembered, self._clock = place, remembered, clock
        self._lane = Lane("griffie-overviews", self)
        self._counting = Counting(place.desk)
        self._turn = 0
        self._counted: Counted | None = None
        self.bar = OverviewBar(remembered)
        self.table = OverviewTable()
        self.charts = ChartPane(place.theme)
        self.empty = EmptyOverview()
        self._soon = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._build()
        self._connect()
        self.retranslate()
        self._on_theme_changed(place.theme)

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.charts)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        panes = self._remembered.bytes(PANES)
        if not panes.isEmpty():
            self.splitter.restoreState(panes)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.bar.asked.connect(self._ask)
        self.bar.shown.connect(self._show)
        self.table.chosen.connect(self.register_requested)
        self.charts.chosen.connect(self.register_requested)
        self.table.sorted.connect(self._show_charts)
        self.table.told.connect(self._place.bus.told)
        self.empty.clear_requested.connect(self.bar.clear)
        self._soon.timeout.connect(self._ask)
        bus = self._place.bus
        bus.changed.connect(self._on_changed)
        bus.language_changed.connect(self.retranslate)
        bus.theme_changed.connect(self._on_theme_changed)

    @property
    def is_counting(self) -> bool:
        """True while numbers are on their way."""
        return self._soon.isActive() or not self._lane.idle

    def load(self) -> None:
        """Count anew; the view comes up. What was counted before stands there meanwhile."""
        self._ask()

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through: the table, its total, the bar above."""
        if self.stack.currentWidget() is self.empty:
            return [self.bar.by]
        return [self.table.table, self.table.total, self.bar.by]

    def paper(self) -> "Paper | None":
        """Return the table as it would be printed, None where nothing is counted."""
        from griffie.ui.overviews.paper import paper_of

        if self._counted is None:
            return None
        return paper_of(self.table.table.numbers, self.table.total.numbers, self._counted.asked)

    def close_down(self) -> None:
        """Stop counting and let go of the lane."""
        self._soon.stop()
        self._turn += 1
        self._remembered.keep_bytes(PANES, self.splitter.saveState())
        self._lane.close()

    @Slot()
    def _ask(self) -> None:
        """Count what is asked for; what is being counted for an earlier question stops."""
        self._soon.stop()
        self._turn += 1
        turn, today, asked = self._turn, self._clock(), self.bar.choice()

        def work() -> Counted:
            return self._counting.count(asked, today, lambda: turn != self._turn)

        def done(counted: Counted) -> None:
            if turn == self._turn:
                self._counted = counted
                self.bar.show_years(counted.years)
                self._show()

        self.bar.count.setText(_("Counting..."))
        self._lane.run(work, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.bar.count.clear()
            self._place.bus.failed.emit(error)

    @Slot()
    def _show(self) -> None:
        """Show what was counted, in the way that the bar asks for."""
        if self._counted is None:
            return
        overview, made = self._counted.overview, self._counted.overview.total.tally.made
        self.bar.count.setText(ngettext("{n} item", "{n} items", made).format(n=wording.locale().toString(made)))
        if not made:
            self.empty.explain(limited=bool(self._counted.years))
        self.stack.setCurrentWidget(self.splitter if made else self.empty)
        by_year = self.bar.per_year.isChecked()
        self.table.show_overview(overview, years_of(overview, self.bar.year_measure) if by_year else MEASURES)
        self._show_charts()

    @Slot()
    def _show_charts(self) -> None:
        """Draw the bars of the rows as the table has them; a pane that is closed draws nothing."""
        wanted = self.bar.chart.isChecked()
        self.charts.setVisible(wanted)
        if wanted and self._counted is not None and self.stack.currentWidget() is self.splitter:
            self.charts.show_overview(self._counted.overview, self.table.table.numbers.rows, self.bar.charted)

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        """Count anew in a moment; a view that is not up is counted when it comes up."""
        if self.isVisible():
            self._soon.start()

    @Slot()
    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self.bar.retranslate()
        self.table.retranslate()
        self.charts.retranslate()
        self.empty.retranslate()
        self._show()

    @Slot(object)
    def _on_theme_changed(self, theme: Theme) -> None:
        self.table.set_theme(theme)
        self.charts.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: charts stand beside the table where there is room, else below it."""
        super().resizeEvent(event)
        side_by_side = event.size().width() >= SIDE_BY_SIDE_PX
        self.splitter.setOrientation(Qt.Orientation.Horizontal if side_by_side else Qt.Orientation.Vertical)
