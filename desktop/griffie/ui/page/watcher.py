"""Hears of events that a scroll area tells nobody, without overriding `event`.

PySide ends the process when a handler below an overridden `event` or `viewportEvent` raises; a filter is safe.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractScrollArea


class Watcher(QObject):
    """Watches a scroll area and its viewport.

    Signals:
        pointer_left(): the pointer is no longer over the viewport.
        ratio_changed(): there are more or fewer device pixels to a logical one.
        tip_wanted(QPoint, QPoint): the pointer rests: where in the viewport, and on the screen.
    """

    pointer_left = Signal()
    ratio_changed = Signal()
    tip_wanted = Signal(QPoint, QPoint)

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
        elif event.type() == QEvent.Type.ToolTip and watched is not self.parent() and isinstance(event, QHelpEvent):
            self.tip_wanted.emit(event.pos(), event.globalPos())
        return False
