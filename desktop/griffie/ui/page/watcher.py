"""Hears of events that a scroll area tells nobody, without overriding `event`.

PySide ends the process when a handler below an overridden `event` or `viewportEvent` raises; a filter is safe.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea


class Watcher(QObject):
    """Watches a scroll area and its viewport.

    Signals:
        pointer_left(): the pointer is no longer over the viewport.
        ratio_changed(): there are more or fewer device pixels to a logical one.
    """

    pointer_left = Signal()
    ratio_changed = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: let everything pass."""
        if event.type() == QEvent.Type.Leave and watched is not self.parent():
            self.pointer_left.emit()
        elif event.type() == QEvent.Type.DevicePixelRatioChange and watched is self.parent():
            self.ratio_changed.emit()
        return False
