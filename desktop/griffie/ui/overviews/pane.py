"""The pane with the charts; QtCharts is loaded when it shows something for the first time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.overview import Measure, Overview, Row
from griffie.ui.overviews.bars import of_rows, of_years
from griffie.ui.theme import Theme

if TYPE_CHECKING:
    from griffie.ui.overviews.charts import BarChart


class ChartPane(QWidget):
    """Bars of the rows, and below them what was made and settled in each year.

    Signals:
        chosen: the Wanted of a bar.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: BarChart | None = None
        self.years: BarChart | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setMinimumSize(380, 300)

    def show_overview(self, overview: Overview, rows: Sequence[Row], measure: Measure | None) -> None:
        """Draw the first of the rows, in the order of the table, and the years."""
        if self.rows is None or self.years is None:
            from griffie.ui.overviews.charts import BarChart

            self.rows, self.years = BarChart(self._theme), BarChart(self._theme)
            for chart, share in ((self.rows, 3), (self.years, 2)):
                chart.chosen.connect(self.chosen)
                self._column.addWidget(chart, share)
            self.retranslate()
        self.rows.draw(of_rows(overview, rows, measure))
        years = of_years(overview)
        self.years.setVisible(years is not None)
        if years is not None:
            self.years.draw(years)

    def retranslate(self) -> None:
        """Show the texts for a screen reader in the language in force; the bars are drawn anew by the view."""
        if self.rows is None or self.years is None:
            return
        self.rows.setAccessibleName(_("Chart of the rows"))
        self.years.setAccessibleName(_("Chart of the years"))
        for chart in (self.rows, self.years):
            chart.setAccessibleDescription(_("The table beside it has the same numbers, and leads to the same items."))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        for chart in (self.rows, self.years):
            if chart is not None:
                chart.set_theme(theme)
