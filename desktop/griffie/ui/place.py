"""What every widget is handed: the desk, the lane, the signals between views, the settings and the look."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from griffie.base.settings import Settings
from griffie.services.desk import Desk
from griffie.ui.tasks import Lane
from griffie.ui.theme import Theme


class Bus(QObject):
    """Signals that views share, so that no widget calls another to refresh.

    Signals:
        changed: Changes of an operation, and the widget that asked for it (or None).
        language_changed: every view asks for its texts again.
        theme_changed: the new Theme.
        failed: an error to be shown, without a dialog.
        told: one line for the status bar.
        noticed: what a step has done besides; it stays until it is taken away, or the step is taken back.
        saved: a change has been written.
    """

    changed = Signal(object, object)
    language_changed = Signal()
    theme_changed = Signal(object)
    failed = Signal(object)
    told = Signal(str)
    noticed = Signal(str)
    saved = Signal()


@dataclass
class Workplace:
    """The desk with everything a widget needs around it. `theme` is replaced when the appearance changes."""

    desk: Desk
    lane: Lane
    bus: Bus
    settings: Settings
    theme: Theme
