"""The pane with the charts; QtCharts is loaded when it shows something for the first time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.overview import Measure, Overview, Row
from griffie.ui.overviews.bars import of_rows, of_years
from griffie.ui.theme import Theme

if TYPE_CHECKING:
    from griffie.ui.overviews.charts import BarChart, ChartBox

SIDE_BY_SIDE_PX = 720


class ChartPane(QWidget):
    """Bars of the rows, and below them what was made and settled in each year.

    Signals:
        chosen: the Wanted of a bar.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: list[ChartBox] = []
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.setMinimumSize(380, 200)

    @property
    def rows(self) -> "BarChart | None":
        """The chart of the rows, None as long as nothing was shown."""
        return self._boxes[0].chart if self._boxes else None

    @property
    def years(self) -> "BarChart | None":
        """The chart of the years, None as long as nothing was shown."""
        return self._boxes[1].chart if self._boxes else None

    def show_overview(self, overview: Overview, rows: Sequence[Row], measure: Measure | None) -> None:
        """Draw the first of the rows, in the order of the table, and the years."""
        if not self._boxes:
            from griffie.ui.overviews.charts import ChartBox

            self._boxes = [ChartBox(self._theme), ChartBox(self._theme)]
            for box, share in zip(self._boxes, (3, 2), strict=True):
                box.chart.chosen.connect(self.chosen)
                self._line.addWidget(box, share)
                box.show()  # a layout does not follow the size of what is not shown yet
            self.retranslate()
        self._boxes[0].chart.draw(of_rows(overview, rows, measure))
        years = of_years(overview)
        self._boxes[1].setVisible(years is not None)
        if years is not None:
            self._boxes[1].chart.draw(years)

    def retranslate(self) -> None:
        """Show the texts for a screen reader in the language in force; the bars are drawn anew by the view."""
        for box, name in zip(self._boxes, (_("Chart of the rows"), _("Chart of the years")), strict=False):
            box.chart.setAccessibleName(name)
            box.chart.setAccessibleDescription(
                _("The table beside it has the same numbers, and leads to the same items.")
            )

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        for box in self._boxes:
            box.chart.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a wide pane the charts stand beside each other."""
        super().resizeEvent(event)
        wide = event.size().width() > SIDE_BY_SIDE_PX
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
