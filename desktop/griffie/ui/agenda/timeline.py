"""The timeline: lanes of marks along the days, recesses shaded, today a line; marks can be dragged to another day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip

from griffie.base.i18n import _, ngettext
from griffie.domain.agenda import Entry, Leads
from griffie.domain.recess import Recess
from griffie.ui.agenda import words
from griffie.ui.agenda.axis import Axis, Zoom
from griffie.ui.agenda.lanes import Lane, Spot
from griffie.ui.agenda.still import Still
from griffie.ui.agenda.timeline_paint import HEAD_PX, NAMES_PX, TimelinePainter
from griffie.ui.theme import Theme
from griffie.ui.tips import tip


class Timeline(QAbstractScrollArea):
    """Paints the days that are in view; where more are needed it asks for them.

    Signals:
        view_changed: other days are in view.
        zoom_requested: 1 for nearer, -1 for further away; the day that stays where it is.
        opened, sheet_requested, move_requested, menu_requested: as of the list.
        dropped: an Entry and the day it was let go on.
        day_requested: a day whose lines are too many to be shown here.
    """

    view_changed = Signal()
    zoom_requested = Signal(int, object)
    opened = Signal(object)
    sheet_requested = Signal(object)
    move_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    dropped = Signal(object, object)
    day_requested = Signal(object)

    def __init__(self, theme: Theme, today: date, *, single_keys: bool) -> None:
        super().__init__()
        self.theme, self.today, self.single_keys, self.leads = theme, today, single_keys, Leads()
        self.axis = Axis(today, today, Zoom.MONTH)
        self.lanes: Sequence[Lane] = ()
        self.spots: Sequence[Spot] = ()
        self.recesses: Sequence[Recess] = ()
        self.names: dict[str, str] = {}
        self.current_key = ""
        self.dragged: Entry | None = None
        self.drag_place = QPointF()
        self._pressed: tuple[Spot | None, QPointF, int] | None = None
        self._still = Still(self.viewport())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # what is shown

    def show_axis(self, axis: Axis, keep: date) -> None:
        """Show another axis; a day stays where it was, in the middle at first."""
        place = self.x_in_view(keep) if self.axis.length > self.axis.day_px else self.days_width() / 2
        if axis != self.axis:
            self.spots = ()  # they lie where the days were before
        self.axis = axis
        self._set_ranges()
        self.horizontalScrollBar().setValue(round(axis.x_of(keep) - place))
        self.redraw()

    def show_spots(
        self, lanes: Sequence[Lane], spots: Sequence[Spot], recesses: Sequence[Recess], names: dict[str, str]
    ) -> None:
        """Show what falls due on the days in view."""
        self.lanes, self.spots, self.recesses, self.names = lanes, spots, recesses, names
        self._set_ranges()
        self.tell()
        self.redraw()

    def days_width(self) -> int:
        """Return how many pixels of days there is room for."""
        return max(1, self.viewport().width() - NAMES_PX)

    def days_in_view(self) -> tuple[date, date]:
        """Return the first and the last day that is in view."""
        left = self.horizontalScrollBar().value()
        return self.axis.day_at(left), self.axis.day_at(left + self.days_width())

    def x_in_view(self, day: date) -> float:
        """Return where a day begins, in pixels of the days in view."""
        return self.axis.x_of(day) - self.horizontalScrollBar().value()

    def centre_on(self, day: date) -> None:
        """Bring a day to the middle."""
        self.horizontalScrollBar().setValue(self.axis.x_of(day) - self.days_width() // 2)

    def place_of(self, spot: Spot) -> QPoint:
        """Return where a spot lies in the viewport."""
        return (spot.area.center() + self._shift()).toPoint()

    def spot_at(self, place: QPointF) -> Spot | None:
        """Return what lies at a place of the viewport."""
        if place.x() < NAMES_PX or place.y() < HEAD_PX:
            return None
        inside = place - self._shift()
        return next((spot for spot in self.spots if spot.area.adjusted(-2, -1, 2, 1).contains(inside)), None)

    def day_at(self, place: QPointF) -> date | None:
        """Return the day at a place of the viewport, None beside the days."""
        if place.x() < NAMES_PX or place.x() > self.viewport().width():
            return None
        return self.axis.day_at(place.x() - NAMES_PX + self.horizontalScrollBar().value())

    def current(self) -> Spot | None:
        """Return what is current."""
        return next((spot for spot in self.spots if spot.key == self.current_key), None)

    def _shift(self) -> QPointF:
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(NAMES_PX - bars[0], HEAD_PX - bars[1])

    def _set_ranges(self) -> None:
        width, height = self.days_width(), max(1, self.viewport().height() - HEAD_PX)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, self.axis.length - width))
        across.setPageStep(width)
        across.setSingleStep(self.axis.day_px)
        lanes = self.lanes[-1].top + self.lanes[-1].height if self.lanes else 0
        down.setRange(0, max(0, round(lanes) - height))
        down.setPageStep(height)
        down.setSingleStep(20)

    def tell(self) -> None:
        """Say what is current to who cannot see it."""
        spot = self.current()
        if spot is None:
            first, last = self.days_in_view()
            text = _("Timeline, {first} to {last}").format(first=words.long_day(first), last=words.long_day(last))
        elif spot.entry is not None:
            text = words.spoken(spot.entry, self.today)
        else:
            n = ngettext("{n} deadline", "{n} deadlines", spot.count).format(n=spot.count)
            text = f"{self.names.get(self.lanes[spot.lane].name, '')}, {words.long_day(spot.bin)}, {n}"
        self.setAccessibleName(text)

    def _on_scrolled(self) -> None:
        self.redraw()
        self.view_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: more or fewer days are in view; the one in the middle stays there."""
        super().resizeEvent(event)
        bar = self.horizontalScrollBar()
        middle = bar.value() + max(1, event.oldSize().width() - NAMES_PX) / 2
        self._set_ranges()
        bar.setValue(round(middle - self.days_width() / 2))
        self.view_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: paint what is in view."""
        painter = QPainter(self.viewport())
        self._still.paint(painter, lambda inside: TimelinePainter(self, inside, self.theme).paint())
        if self.dragged is not None:
            TimelinePainter(self, painter, self.theme).paint_drag(self.dragged)
        painter.end()

    def redraw(self) -> None:
        """Paint the days in view anew: something has changed."""
        self._still.drop()

    # keys

    def go_to_spot(self, spot: Spot) -> None:
        """Make something current and bring it into view."""
        self.current_key = spot.key
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left, right = spot.area.left() - 40, spot.area.right() + 40
        if left < across.value():
            across.setValue(round(left))
        elif right > across.value() + self.days_width():
            across.setValue(round(right - self.days_width()))
        lane, height = self.lanes[spot.lane], self.viewport().height() - HEAD_PX
        if lane.top < down.value() or lane.top + lane.height > down.value() + height:
            down.setValue(round(lane.top))
        self.tell()
        self.redraw()

    def step(self, along: int, lanes: int) -> None:
        """Go to the next mark along the lane, or to the nearest one of another lane."""
        now = self.current()
        if now is None:
            middle = self.horizontalScrollBar().value() + self.days_width() / 2
            nearest = min(self.spots, key=lambda spot: abs(spot.area.center().x() - middle), default=None)
        elif along:
            ordered = [spot for spot in self.spots if spot.lane == now.lane]
            place = ordered.index(now) + along
            nearest = ordered[place] if 0 <= place < len(ordered) else None
        else:
            others = [spot for spot in self.spots if (spot.lane - now.lane) * lanes > 0]
            lane = min((spot.lane for spot in others), key=lambda n: abs(n - now.lane), default=-1)
            x = now.area.center().x()
            candidates = (spot for spot in others if spot.lane == lane)
            nearest = min(candidates, key=lambda spot: abs(spot.area.center().x() - x), default=None)
        if nearest is not None:
            self.go_to_spot(nearest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows go from mark to mark, + and - zoom, PageUp and PageDown turn a screen, Enter opens, M moves."""
        key, spot = event.key(), self.current()
        arrows = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        moves = key == Qt.Key.Key_F2 or (key == Qt.Key.Key_M and self.single_keys and not event.modifiers())
        bar = self.horizontalScrollBar()
        if key == Qt.Key.Key_Escape and self.dragged is not None:
            self.end_drag()
        elif key in arrows:
            self.step(*arrows[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            bar.setValue(bar.value() + (-1 if key == Qt.Key.Key_PageUp else 1) * self.days_width())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_requested.emit(-1 if key == Qt.Key.Key_Minus else 1, self._middle())
        elif key == Qt.Key.Key_Home:
            self.centre_on(self.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and spot is not None:
            self._open(spot, sheet=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif moves and spot is not None and spot.entry is not None:
            self.move_requested.emit(spot.entry)
        else:
            super().keyPressEvent(event)

    def _middle(self) -> date:
        spot = self.current()
        return (
            spot.bin
            if spot is not None
            else self.axis.day_at(self.horizontalScrollBar().value() + self.days_width() / 2)
        )

    def _open(self, spot: Spot, *, sheet: bool = False) -> None:
        if spot.entry is None:
            self.day_requested.emit(spot.bin)
        else:
            (self.sheet_requested if sheet else self.opened).emit(spot.entry)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a press on a mark makes it current and may become a drag; beside one it takes hold of the days."""
        spot = self.spot_at(event.position())
        if spot is not None:
            self.current_key = spot.key
            self.tell()
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = (spot, event.position(), self.horizontalScrollBar().value())
        self.redraw()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a mark follows the pointer, or the days do."""
        if self._pressed is None:
            hand = self.spot_at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            return
        spot, begin, scroll = self._pressed
        far = (event.position() - begin).manhattanLength() >= QApplication.startDragDistance()
        if spot is None:
            self.horizontalScrollBar().setValue(round(scroll - (event.position().x() - begin.x())))
        elif spot.entry is not None and (far or self.dragged is not None):
            self.dragged, self.drag_place = spot.entry, event.position()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a mark that was dragged is let go."""
        entry, day = self.dragged, self.day_at(event.position())
        self.end_drag()
        if entry is not None and day is not None:
            self.dropped.emit(entry, day)

    def end_drag(self) -> None:
        """Let the mark be where it was."""
        self.dragged, self._pressed = None, None
        self.redraw()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a double click shows the words, or the lines of that day."""
        spot = self.spot_at(event.position())
        self._pressed = None
        if spot is not None and event.button() is Qt.MouseButton.LeftButton:
            self._open(spot)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel goes along the days, with Ctrl it zooms, with Shift it goes over the lanes."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            day = self.day_at(event.position()) or self._middle()
            self.zoom_requested.emit(1 if turned > 0 else -1, day)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - turned // 2)
        else:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - turned)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: a tip below the pointer, and the menu of a mark."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(QPointF(event.pos()))
            text = words.spoken(spot.entry, self.today) if spot is not None and spot.entry is not None else ""
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        if event.type() == QEvent.Type.ContextMenu:
            spot = self.spot_at(QPointF(event.pos()))  # type: ignore[attr-defined]
            if spot is not None and spot.entry is not None:
                self.menu_requested.emit(spot.entry, event.globalPos())  # type: ignore[attr-defined]
            return True
        return super().viewportEvent(event)
