"""What is overdue and what falls due this week, in a few quiet words in the status bar; a click goes to the agenda.

It comes when the first page stands on the screen, and is read off the GUI thread; nothing waits for it.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _, ngettext
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.domain.agenda import Summary

# The agenda itself is imported in the lane: a page that is being turned does not wait for it.

REST_MS = 1_000
"""However fast changes follow one another, they are counted at most so often."""


class AgendaSummary(QToolButton):
    """Few words with a sign in front where something is overdue. `clicked` asks for the agenda."""

    def __init__(
        self, place: Workplace, lane: Lane, clock: Callable[[], date] = date.today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place, self._lane, self._clock = place, lane, clock
        self.found: Summary | None = None
        self._closed = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.read)
        self._midnight = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self._midnight.timeout.connect(self.read)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()
        self.setFixedHeight(self.fontMetrics().height())  # the bar grows no higher, and so no page moves

    def begin(self) -> None:
        """Count for the first time, and again whenever something has changed."""
        if self._closed:
            return
        bus = self._place.bus
        bus.changed.connect(self._on_changed)
        bus.language_changed.connect(self.retranslate)
        bus.theme_changed.connect(self.retranslate)
        self._place.settings.listeners.append(self._on_setting)
        self.read()

    @Slot()
    def read(self) -> None:
        """Count anew."""
        if self._closed:
            return
        desk, settings, today = self._place.desk, self._place.settings, self._clock()

        def work() -> Any:
            from griffie.services import agenda

            return agenda.summary(desk, today, agenda.leads_of(settings))

        self._lane.run(work, self._take, self._on_failed)
        now = datetime.now()
        midnight = datetime.combine(now + timedelta(days=1), time.min)
        self._midnight.start(int((midnight - now).total_seconds() * 1000) + REST_MS)

    def close_down(self) -> None:
        """Count no more; the window is closing."""
        self._closed = True
        self._rest.stop()
        self._midnight.stop()
        if self._on_setting in self._place.settings.listeners:
            self._place.settings.listeners.remove(self._on_setting)

    def _take(self, found: Any) -> None:
        if not self._closed:
            self.found = found
            self.retranslate()

    def _on_failed(self, error: Exception) -> None:
        """A register that cannot be read just now says so elsewhere; here the words go."""
        if not isinstance(error, UserError):
            raise error
        if not self._closed:
            self.hide()

    @Slot(object, object)
    def _on_changed(self, *_what: Any) -> None:
        if not self._rest.isActive() and not self._closed:
            self._rest.start()

    def _on_setting(self, name: str) -> None:
        if name.startswith("reminder_"):
            self._on_changed()

    @Slot()
    def retranslate(self, *_theme: Any) -> None:
        """Show the words in the language and the colours in force."""
        found = self.found
        parts = []
        if found is not None and found.overdue:
            parts.append(_("{n} overdue").format(n=found.overdue))
        if found is not None and found.this_week:
            parts.append(_("{n} this week").format(n=found.this_week))
        self.setVisible(bool(parts))
        self.setText(", ".join(parts))
        self.setAccessibleName(_("Agenda: {what}").format(what=self.text()))
        if found is not None:
            coming = ngettext("{n} deadline is coming up", "{n} deadlines are coming up", found.coming_up)
            self.setToolTip(f"{coming.format(n=found.coming_up)}\n{_('Show the agenda (Alt+3)')}")
        theme = self._place.theme
        late = found is not None and found.overdue > 0
        self.setIcon(_sign(theme.error, self.devicePixelRatioF()) if late else QIcon())
        self.setIconSize(QSize(_SIGN + GAP, _SIGN))
        self.setStyleSheet(
            f"QToolButton {{ border: 0; padding: 0 8px; background: transparent; "
            f"color: {theme.muted.name()}; }} QToolButton:hover, QToolButton:focus {{ color: {theme.text.name()}; "
            "text-decoration: underline; }"
        )


_SIGN, GAP = 10, 6


def _sign(colour: QColor, ratio: float) -> QIcon:
    """Return the sign of what is late, as the agenda has it."""
    from griffie.ui.agenda.painting import paint_sign

    pixmap = QPixmap(QSize(_SIGN + GAP, _SIGN) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_sign(painter, "late", 0, _SIGN / 2, colour)
    painter.end()
    return QIcon(pixmap)
