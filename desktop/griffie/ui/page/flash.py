"""A frame that leads the eye to a passage once and fades; it only stands a moment where motion is not wanted."""

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal, Slot
from PySide6.QtWidgets import QStyle, QWidget

from griffie.domain.page import Quad
from griffie.domain.passage import Span

FADE_MS = 900
STAND_MS = 1200


class Flash(QObject):
    """The frame around one passage.

    Signals:
        changed(): it is stronger or weaker than before.
    """

    changed = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.quads: dict[int, list[Quad]] = {}
        self.strength = 0.0
        self.reduced_motion = False
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fade.valueChanged.connect(self._on_value)
        self._stand = QTimer(self, singleShot=True, interval=STAND_MS)
        self._stand.timeout.connect(self.stop)

    def start(self, spans: tuple[Span, ...]) -> None:
        """Lead the eye to some spans."""
        self.stop()
        self.quads = {}
        for span in spans:
            self.quads.setdefault(span.page_index, []).extend(span.quads)
        self.strength = 1.0
        if self._is_motion_wanted():
            self._fade.start()
        else:
            self._stand.start()
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Take the frame away."""
        self._fade.stop()
        self._stand.stop()
        if self.strength:
            self.strength = 0.0
            self.quads = {}
            self.changed.emit()

    def _is_motion_wanted(self) -> bool:
        hint = self._view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._view)
        return not self.reduced_motion and hint > 0

    @Slot(object)
    def _on_value(self, value: float) -> None:
        if value <= 0:
            self.stop()
            return
        self.strength = value
        self.changed.emit()
