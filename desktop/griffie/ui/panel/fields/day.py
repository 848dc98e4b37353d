"""A date, typed in any of the forms of the trade, or picked from a small calendar (F4 or Alt+Down)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.ui.panel.buttons import CalendarButton
from griffie.ui.panel.fields.line import LineEditor

_CALM = """
QWidget#qt_calendar_navigationbar { background: palette(window); }
QToolButton { color: palette(text); min-height: 20px; padding: 2px 6px; }
QToolButton::menu-indicator { image: none; }
QSpinBox { min-width: 56px; }
QAbstractItemView { selection-background-color: palette(highlight); selection-color: palette(highlighted-text); }
"""


class DayPicker(QFrame):
    """A calendar that goes away when a day is picked or Esc is pressed.

    Signals:
        picked: the day, a datetime.date.
    """

    picked = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget(self)
        language = QLocale.Language.Dutch if current_language() == "nl" else QLocale.Language.English
        self.calendar.setLocale(QLocale(language))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setAccessibleName(_("Calendar"))
        self.calendar.setStyleSheet(_CALM)
        for name, text in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
            if (button := self.calendar.findChild(QToolButton, name)) is not None:
                button.setIcon(QIcon())  # Qt's own arrows are black, on a dark ground too
                button.setText(text)
        plain = QTextCharFormat()
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def _on_picked(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DateEditor(LineEditor):
    """A line for a date with a calendar button. `read` turns typed text into a day, for the calendar to open at."""

    def __init__(self, read: Callable[[str], date | None], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._read = read
        self.button = CalendarButton(self)
        self.button.clicked.connect(self.open_calendar)
        self.row.addWidget(self.button)

    def set_read_only(self, read_only: bool) -> None:
        """Let the date be read and copied only."""
        super().set_read_only(read_only)
        self.button.setEnabled(not read_only)

    def retranslate(self) -> None:
        """Ask for the button's text again."""
        self.button.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F4 and Alt+Down open the calendar."""
        if watched is self.control and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if (event.key() == Qt.Key.Key_F4 and not event.modifiers()) or alt_down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def open_calendar(self) -> None:
        """Show the calendar below the line, at the day that the line holds."""
        if self.line.isReadOnly():
            return
        self.line.setFocus()
        try:
            day = self._read(self.text()) or date.today()
        except InvalidValueError:
            day = date.today()
        picker = DayPicker(day, self)
        picker.picked.connect(self._on_picked)
        place = self.mapToGlobal(QPoint(0, self.height()))
        area = self.screen().availableGeometry()
        size = picker.sizeHint()
        x = max(area.left(), min(place.x(), area.right() - size.width()))
        y = place.y() if place.y() + size.height() <= area.bottom() else place.y() - self.height() - size.height()
        picker.move(x, y)
        picker.show()
        picker.calendar.setFocus(Qt.FocusReason.PopupFocusReason)  # the line has not been left

    def _on_picked(self, day: date) -> None:
        self.type_text(format_date(day, current_language()))
        self.edited.emit()
        self.entered.emit()
