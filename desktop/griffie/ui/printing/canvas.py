"""The sheets of a paper below each other on a quiet ground; only those in view are drawn."""

from collections import OrderedDict
from enum import Enum
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from griffie.ui.printing.layout import Format, Layout
from griffie.ui.printing.sheets import paint_sheet
from griffie.ui.printing.typeset import UNITS_PER_INCH, UNITS_PER_PT
from griffie.ui.theme import Theme

EDGE: Final = 16
"""Pixels around each sheet."""
KEPT: Final = 6
"""Sheets that are kept as drawn: those in view and their neighbours."""
SCREEN_DPI: Final = 96
ZOOMS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
LINE: Final = 48


class Fit(Enum):
    """What the size of the sheets follows."""

    NONE = "none"
    WIDTH = "width"
    PAGE = "page"


class SheetCanvas(QAbstractScrollArea):
    """Shows the sheets of a layout, which may still be growing.

    Signals:
        moved: another page is in view, or the sheets have another size.
    """

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout: Layout | None = None
        self._source = ""
        self._fit, self._zoom = Fit.PAGE, 1.0
        self._measured_for = 0
        self._drawn: OrderedDict[tuple[int, float, float], QPixmap] = OrderedDict()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(LINE)
        self.horizontalScrollBar().setSingleStep(LINE)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def show_layout(self, layout: Layout, source: str) -> None:
        """Show another layout, from its first sheet."""
        self._layout, self._source = layout, source
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Look at the layout again: it has more sheets, or is finished."""
        self._drawn.clear()
        self._measure()

    def grow(self) -> None:
        """Make room for sheets that have been added; the view is drawn again only where one of them comes into it."""
        if self._measured_for <= 1 or self._measured_for * self._stride < self._end_of_view:
            self._measure()
        else:
            self._set_ranges()
            self.moved.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme for the ground; paper is white."""
        self._theme = theme
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """How many sheets there are so far."""
        return len(self._layout.sheets) if self._layout is not None else 0

    @property
    def page_index(self) -> int:
        """The sheet that the middle of the view shows, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max(0, min(int(middle // self._stride), self.page_count - 1))

    @property
    def zoom(self) -> float:
        """How large sheets are; 1 is as on paper, on a screen of 96 dots per inch."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the sheets at another size, the same place in view."""
        self._fit = Fit.NONE
        self._take_zoom(zoom)

    def set_fit(self, fit: Fit) -> None:
        """Let the size of the sheets follow the view."""
        self._fit = fit
        self._measure()

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(next((zoom for zoom in ZOOMS if zoom > self._zoom * 1.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom * 0.99), ZOOMS[0]))

    def go_to_page(self, page_index: int) -> None:
        """Bring a sheet into view, its head at the top."""
        self.verticalScrollBar().setValue(round(max(0, min(page_index, self.page_count - 1)) * self._stride))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheets in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.ground)
        top = self.verticalScrollBar().value()
        first = max(0, int(top // self._stride))
        last = min(self.page_count, int((top + self.viewport().height()) // self._stride) + 1)
        for page_index in range(first, last):
            place = self.place_of(page_index)
            painter.drawPixmap(place.topLeft(), self._picture(page_index, place))
            painter.setPen(QPen(self._theme.page_edge, 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def place_of(self, page_index: int) -> QRect:
        """Return where a sheet stands in the viewport, in pixels."""
        width, height = round(self._sheet_width), round(self._sheet_height)
        spare = self.viewport().width() - width
        x = spare // 2 if spare >= 2 * EDGE else EDGE - self.horizontalScrollBar().value()
        y = round(page_index * self._stride) + EDGE - self.verticalScrollBar().value()
        return QRect(x, y, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sheets again."""
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn to a sheet where whole sheets are shown; Home and End go to the first and last."""
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1} if self._fit is Fit.PAGE else {}
        if event.key() in turns:
            self.go_to_page(self.page_index + turns[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.go_to_page(0)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel makes the sheets larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
        else:
            super().wheelEvent(event)

    def _picture(self, page_index: int, place: QRect) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (page_index, self._zoom, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(page_index, place, ratio)
            while len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def _draw(self, page_index: int, place: QRect, ratio: float) -> QPixmap:
        picture = QPixmap(place.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        if self._layout is not None:
            painter = QPainter(picture)
            painter.scale(self._pixels_per_unit, self._pixels_per_unit)
            for _step in paint_sheet(painter, self._layout, page_index, self._source):
                pass
            painter.end()
        return picture

    @property
    def _format(self) -> Format:
        return self._layout.format if self._layout is not None else Format(UNITS_PER_PT, UNITS_PER_PT)

    @property
    def _pixels_per_unit(self) -> float:
        return self._zoom * SCREEN_DPI / UNITS_PER_INCH

    @property
    def _sheet_width(self) -> float:
        return self._format.width * self._pixels_per_unit

    @property
    def _sheet_height(self) -> float:
        return self._format.height * self._pixels_per_unit

    @property
    def _stride(self) -> float:
        """Pixels from the head of a sheet to that of the next."""
        return self._sheet_height + EDGE

    @property
    def _end_of_view(self) -> float:
        return self.verticalScrollBar().value() + self.viewport().height()

    def _measure(self) -> None:
        zoom = self._zoom
        unit = SCREEN_DPI / UNITS_PER_INCH
        across = (self.viewport().width() - 2 * EDGE) / (self._format.width * unit)
        down = (self.viewport().height() - 2 * EDGE) / (self._format.height * unit)
        if self._layout is not None and self._fit is not Fit.NONE:
            zoom = across if self._fit is Fit.WIDTH else min(across, down)
        self._take_zoom(max(ZOOMS[0], min(zoom, ZOOMS[-1])))

    def _take_zoom(self, zoom: float) -> None:
        bar, before = self.verticalScrollBar(), self._stride
        share = bar.value() / before
        self._zoom = zoom
        self._set_ranges()
        bar.setValue(round(share * self._stride))
        self.viewport().update()
        self.moved.emit()

    def _set_ranges(self) -> None:
        """Let the scroll bars run over all sheets that there are now."""
        self._measured_for = self.page_count
        port, down, across = self.viewport().size(), self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self.page_count * self._stride + EDGE - port.height())))
        down.setPageStep(port.height())
        across.setRange(0, max(0, round(self._sheet_width + 2 * EDGE - port.width())))
        across.setPageStep(port.width())
