"""A month as a painted grid: days with what falls due, recesses shaded, one day current; lines can be dragged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from griffie.base.i18n import _, ngettext
from griffie.domain.agenda import Entry, Leads, Tally
from griffie.domain.holidays import holidays
from griffie.domain.recess import Recess
from griffie.ui.agenda import words
from griffie.ui.agenda.month_paint import MonthPainter
from griffie.ui.agenda.month_shape import CHIP_PX, MonthShape, months_away
from griffie.ui.agenda.still import Still
from griffie.ui.theme import Theme
from griffie.ui.tips import tip

WHEEL_STEP = 120


@dataclass(frozen=True)
class Hit:
    """What lies at a place: a day, a line of it, or the words that say how many more there are."""

    day: date
    entry: Entry | None = None
    more: bool = False


class MonthGrid(QWidget):
    """The days of one month, with those of its first and last week that belong to others.

    Signals:
        day_changed: the day that is current now.
        month_changed: another month shows.
        day_opened: Enter, or a click on the words that say how many more there are.
        opened, menu_requested: as of the list.
        dropped: an Entry and the day it was let go on.
    """

    day_changed = Signal(object)
    month_changed = Signal()
    day_opened = Signal()
    opened = Signal(object)
    menu_requested = Signal(object, QPoint)
    dropped = Signal(object, object)

    def __init__(self, theme: Theme, today: date, day: date | None = None) -> None:
        super().__init__()
        self.theme, self.today, self.leads = theme, today, Leads()
        self.day = day or today
        self.entries: Mapping[str, Sequence[Entry]] = {}
        self.tally = Tally()
        self.recesses: Sequence[Recess] = ()
        self.current_id = ""
        self.dragged: Entry | None = None
        self.drag_place: QPointF = QPointF()
        self.target: date | None = None
        self._pressed: tuple[Entry, QPointF] | None = None
        self._wheel = 0
        self._still = Still(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(480, 320)
        self.setMouseTracking(True)

    @property
    def shape(self) -> MonthShape:
        """Where the days lie."""
        return MonthShape(self.day.replace(day=1), self.width(), self.height())

    def go_to(self, day: date) -> None:
        """Make a day current; its month shows."""
        if day == self.day:
            return
        other = (day.year, day.month) != (self.day.year, self.day.month)
        self.day = day
        self.tell()
        self.redraw()
        self.day_changed.emit(day)
        if other:
            self.month_changed.emit()

    def show_lines(self, entries: Mapping[str, Sequence[Entry]], tally: Tally, recesses: Sequence[Recess]) -> None:
        """Show what falls due on the days of the month."""
        self.entries, self.tally, self.recesses = entries, tally, recesses
        self.tell()
        self.redraw()

    def redraw(self) -> None:
        """Paint the month anew: something has changed."""
        self._still.drop()

    def tell(self) -> None:
        """Say the current day to who cannot see it."""
        n = self.tally.on(self.day.isoformat())
        parts = [words.long_day(self.day), ngettext("{n} deadline", "{n} deadlines", n).format(n=n)]
        parts += [words.recess_words(recess) for recess in self.recesses_on(self.day)]
        parts += [_(holidays(self.day.year)[self.day])] if self.day in holidays(self.day.year) else []
        self.setAccessibleName(", ".join(parts))

    def recesses_on(self, day: date) -> list[Recess]:
        """Return the recesses that a day lies in."""
        return [recess for recess in self.recesses if recess.first <= day <= recess.last]

    def hit(self, place: QPointF) -> Hit | None:
        """Return what lies at a place of the grid, None beside the days."""
        shape = self.shape
        day = shape.day_at(place)
        if day is None:
            return None
        lines, count = self.entries.get(day.isoformat(), ()), self.tally.on(day.isoformat())
        shown, rows = shape.shown_of(day, count), shape.rows_of(day, count)
        for n, entry in enumerate(lines[:shown]):
            if shape.chip(day, n, rows).contains(place):
                return Hit(day, entry)
        more: QRectF = shape.chip(day, shown)
        return Hit(day, more=shown < count and more.contains(place))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: paint the month."""
        painter = QPainter(self)
        self._still.paint(painter, lambda inside: MonthPainter(self, inside, self.theme).paint())
        if self.dragged is not None:
            MonthPainter(self, painter, self.theme).paint_drag(self.dragged)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the frame of the current day is that of the focus."""
        super().focusInEvent(event)
        self.redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the frame of the current day rests."""
        super().focusOutEvent(event)
        self.redraw()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows move the day, PageUp and PageDown the month, Enter goes to the day's list, Esc ends a drag."""
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if key == Qt.Key.Key_Escape and self.dragged is not None:
            self.end_drag()
        elif key in steps:
            self.go_to(self.day + timedelta(days=steps[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_to(months_away(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.go_to(self.day.replace(day=1))
        elif key == Qt.Key.Key_End:
            self.go_to(months_away(self.day.replace(day=1), 1) - timedelta(days=1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit()
        else:
            super().keyPressEvent(event)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a press makes the day current; on a line it may become a drag."""
        hit = self.hit(event.position())
        if hit is None:
            return
        self.go_to(hit.day)
        if hit.entry is not None:
            self.current_id = hit.entry.id
            if event.button() is Qt.MouseButton.LeftButton:
                self._pressed = (hit.entry, event.position())
        elif hit.more and event.button() is Qt.MouseButton.LeftButton:
            self.day_opened.emit()
        self.redraw()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a line follows the pointer."""
        if self._pressed is None:
            hit = self.hit(event.position())
            hand = hit is not None and (hit.entry is not None or hit.more)
            self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            return
        entry, begin = self._pressed
        if self.dragged or (event.position() - begin).manhattanLength() >= QApplication.startDragDistance():
            self.drag(entry, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a line that was dragged is let go."""
        entry, dragging = self.dragged, self._pressed is not None
        self._pressed = None
        if entry is not None and dragging:
            self.let_go(entry, event.position())

    def drag(self, entry: Entry, place: QPointF) -> None:
        """Show a line below the pointer, and the day it would come to."""
        self.dragged, self.drag_place, self.target = entry, place, self.shape.day_at(place)
        self.update()

    def let_go(self, entry: Entry, place: QPointF) -> None:
        """Put a line on the day at a place, if there is one."""
        day = self.shape.day_at(place)
        self.end_drag()
        if day is not None:
            self.dropped.emit(entry, day)

    def end_drag(self) -> None:
        """Let the line be where it was."""
        self.dragged, self.target, self._pressed = None, None, None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a double click on a line shows its words."""
        hit = self.hit(event.position())
        self._pressed = None
        if hit is not None and hit.entry is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(hit.entry)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel turns the months."""
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= WHEEL_STEP:
            self.go_to(months_away(self.day, -1 if self._wheel > 0 else 1))
            self._wheel = 0
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Qt: a tip below the pointer, the menu of a line, and keys that are no shortcuts here."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self.hit(QPointF(event.pos()))
            text = words.spoken(hit.entry, self.today) if hit is not None and hit.entry is not None else ""
            if not text and hit is not None:
                text = ", ".join(words.recess_words(recess) for recess in self.recesses_on(hit.day))
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        if event.type() == QEvent.Type.ContextMenu:
            place = self.mapFromGlobal(event.globalPos())  # type: ignore[attr-defined]
            hit = self.hit(QPointF(place))
            if hit is not None and hit.entry is not None:
                self.menu_requested.emit(hit.entry, event.globalPos())  # type: ignore[attr-defined]
            return True
        return super().event(event)


__all__ = ["CHIP_PX", "Hit", "MonthGrid"]
