"""The bars of an overview, drawn by QtCharts. This module alone loads it, when a chart is shown for the first time.

Parts of a bar differ by pattern and not by colour alone. Everything the bars say stands in the table beside them.
"""

import math
from collections.abc import Iterable

from PySide6.QtCharts import (
    QAbstractAxis,
    QAbstractBarSeries,
    QBarCategoryAxis,
    QBarSeries,
    QBarSet,
    QChart,
    QChartView,
    QHorizontalBarSeries,
    QHorizontalStackedBarSeries,
    QValueAxis,
)
from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QCursor, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QToolTip, QVBoxLayout, QWidget

from griffie.ui.overviews import wording
from griffie.ui.overviews.bars import Bar, BarSet, Drawing, Look
from griffie.ui.overviews.legend import Entry, Legend
from griffie.ui.theme import Theme

LABEL_LETTERS = 24
TICKS = 5
FEWEST = 2
HEAD_PX, SIDE_PX, NAME_PAD_PX = 76, 90, 12
"""Room that title and axis take of the height, axis and margins of the width, and a name besides its letters."""


class ChartBox(QWidget):
    """A chart with its legend below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = BarChart(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chart, 1)
        column.addWidget(self.chart.legend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the legend takes another number of lines; the layout has done its part when this is called."""
        super().resizeEvent(event)
        self.chart.legend.fit(self.width())


class BarChart(QChartView):
    """One drawing of bars. A click on a bar leads to its items; above a bar the pointer tells what it is.

    Signals:
        chosen: the Wanted of a bar.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.drawing: Drawing | None = None
        self.sets: list[QBarSet] = []
        self._room = 0
        self._pointed: Bar | None = None
        self.legend = Legend()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(140)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        if self.drawing is not None:
            self.draw(self.drawing)

    def draw(self, drawing: Drawing) -> None:
        """Show other bars, as many as there is room for."""
        self.drawing = drawing
        self._room = self._bars_that_fit()
        self._draw(drawing.cut(self._room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: more or fewer bars fit now."""
        super().resizeEvent(event)
        if self.drawing is not None and self._bars_that_fit() != self._room:
            self.draw(self.drawing)

    def _bars_that_fit(self) -> int:
        """Return how many bars have room for a whole name: QtCharts puts dots in the place of one that does not fit."""
        metrics = self.fontMetrics()
        lying = self.drawing is not None and self.drawing.lying
        if lying:
            return max(FEWEST, (self.height() - HEAD_PX) // (metrics.height() + NAME_PAD_PX))
        return max(FEWEST, (self.width() - SIDE_PX) // (metrics.horizontalAdvance("2000") + NAME_PAD_PX))

    def _draw(self, drawing: Drawing) -> None:
        self.sets, self._pointed = [], None
        self.setBackgroundBrush(QBrush(self._theme.surface))
        chart = self._empty_chart(drawing.heading)
        series = _series_of(drawing)
        series.setBarWidth(0.66)
        order = range(len(drawing.names) - 1, -1, -1) if drawing.lying else range(len(drawing.names))
        for one in drawing.sets:
            series.append(self._set_of(one, list(order)))
        chart.addSeries(series)
        self._add_axes(chart, series, drawing, [drawing.names[place] for place in order])
        chart.legend().hide()
        entries = [Entry(one.name, *look_of(one.look, self._theme, self.devicePixelRatioF())) for one in drawing.sets]
        self.legend.show_entries(entries, self._theme.text, self._theme.surface)
        before = self.chart()
        self.setChart(chart)
        if before is not None:
            before.deleteLater()

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: what a bar tells stays where the scene, which knows nothing of it, would take it away."""
        if event.type() is QEvent.Type.ToolTip and self._pointed is not None:
            QToolTip.showText(QCursor.pos(), self._pointed.told, self)
            return True
        return super().viewportEvent(event)

    def _point_at(self, bar: Bar | None) -> None:
        self._pointed = bar
        leads = bar is not None and bar.wanted is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        if bar is not None:
            QToolTip.showText(QCursor.pos(), bar.told, self)
        else:
            QToolTip.hideText()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: what a bar told goes away with the pointer."""
        self._point_at(None)
        super().leaveEvent(event)

    def _empty_chart(self, title: str) -> QChart:
        chart = QChart()
        theme = self._theme
        chart.setBackgroundVisible(False)
        chart.setContentsMargins(-8, -8, -8, -8)  # QtCharts leaves a margin around the one that is asked for
        chart.setMargins(QMargins(12, 8, 16, 8))
        chart.setLocalizeNumbers(True)
        chart.setLocale(wording.locale())
        chart.setTitle(title)
        chart.setTitleBrush(QBrush(theme.text))
        font = self.font()
        font.setBold(True)
        chart.setTitleFont(font)
        return chart

    def _set_of(self, one: BarSet, order: list[int]) -> QBarSet:
        """Return the bars of one meaning; those that lie stand from below upwards, so their order is turned round."""
        made = QBarSet(one.name)
        made.append([one.bars[place].value for place in order])
        brush, pen = look_of(one.look, self._theme, self.devicePixelRatioF())
        made.setBrush(brush)
        made.setPen(pen)
        bars = [one.bars[place] for place in order]

        def clicked(place: int) -> None:
            self._point_at(None)
            if bars[place].wanted is not None:
                self.chosen.emit(bars[place].wanted)

        def hovered(on: bool, place: int) -> None:
            self._point_at(bars[place] if on else None)

        made.clicked.connect(clicked)
        made.hovered.connect(hovered)
        self.sets.append(made)
        return made

    def _add_axes(self, chart: QChart, series: QAbstractBarSeries, drawing: Drawing, names: Iterable[str]) -> None:
        theme = self._theme
        along, across = QBarCategoryAxis(), QValueAxis()
        along.append(_distinct(names))
        step, most = _ticks(drawing)
        across.setTickType(QValueAxis.TickType.TicksDynamic)
        across.setTickAnchor(0)
        across.setTickInterval(step)
        across.setRange(0, most)
        across.setLabelFormat("%.0f%" if drawing.share else "%.0f")  # %d gives no labels where numbers are localised
        along.setGridLineVisible(False)
        across.setGridLineColor(theme.hairline)
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignBottom)
        axes: tuple[QAbstractAxis, ...] = (along, across)
        for axis, side in zip(axes, sides if drawing.lying else sides[::-1], strict=True):
            axis.setLabelsColor(theme.text)
            axis.setLabelsFont(self.font())
            axis.setLinePenColor(theme.hairline)
            chart.addAxis(axis, side)
            series.attachAxis(axis)


def _series_of(drawing: Drawing) -> QAbstractBarSeries:
    if not drawing.lying:
        return QBarSeries()
    return QHorizontalStackedBarSeries() if drawing.stacked else QHorizontalBarSeries()


def _ticks(drawing: Drawing) -> tuple[float, float]:
    """Return the step of the axis, a whole number that reads well, and where the axis ends."""
    if drawing.share:
        return 25, 100
    sums = [sum(bars) if drawing.stacked else max(bars) for bars in _by_name(drawing)]
    most = max(sums, default=0) or 1
    size = 10 ** math.floor(math.log10(max(most / TICKS, 1)))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor * TICKS >= most)
    return step, step * math.ceil(most / step)


def _by_name(drawing: Drawing) -> Iterable[list[float]]:
    return ([one.bars[place].value for one in drawing.sets] for place in range(len(drawing.names)))


def _distinct(names: Iterable[str]) -> list[str]:
    """Return names that are short and differ: an axis shows a name only once."""
    found: list[str] = []
    for name in names:
        short = name if len(name) <= LABEL_LETTERS else f"{name[: LABEL_LETTERS - 1].rstrip()}…"
        while short in found:
            short += "\u200b"
        found.append(short)
    return found


def look_of(look: Look, theme: Theme, scale: float = 1.0) -> tuple[QBrush, QPen]:
    """Return how a part is filled and lined: colours of the theme, each with a pattern of its own.

    `scale` is how many dots of the screen make a pixel: Qt counts patterns in dots, which are too fine to tell apart.
    """
    patterns = {
        Look.SETTLED: (theme.accent, Qt.BrushStyle.SolidPattern),
        Look.PLAIN: (theme.accent, Qt.BrushStyle.SolidPattern),
        Look.LAPSED: (theme.muted, Qt.BrushStyle.VerPattern),
        Look.PARTLY: (theme.accent, Qt.BrushStyle.BDiagPattern),
        Look.IN_TIME: (theme.muted, Qt.BrushStyle.NoBrush),
        Look.MADE: (theme.muted, Qt.BrushStyle.NoBrush),
        Look.LATE: (theme.error, Qt.BrushStyle.DiagCrossPattern),
    }
    colour, pattern = patterns[look]
    brush = QBrush(QColor(colour), pattern)
    brush.setTransform(QTransform.fromScale(scale, scale))
    return brush, QPen(colour, 1)
