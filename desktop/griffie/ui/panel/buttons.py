"""Small buttons drawn in the theme's colours: calendar, open, fold. Strokes of 1.5, no pictures to load."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget

from griffie.base.i18n import N_, _


class DrawnButton(QToolButton):
    """A tool button with a drawn sign of 16 pixels and a name of its own."""

    text_key = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(28, 28)
        self.setAutoRaise(True)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Return the size of a row."""
        return QSize(28, 28)

    def retranslate(self) -> None:
        """Ask for the name again."""
        name = _(self.text_key) if self.text_key else ""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground as the style does and the sign on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        colour = QColor(self.palette().color(enabled, QPalette.ColorRole.PlaceholderText))
        colour.setAlphaF(1.0 if self.isEnabled() else 0.45)
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.translate(self.width() / 2 - 8, self.height() / 2 - 8)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the sign into a square of 16 pixels."""
        raise NotImplementedError


class CalendarButton(DrawnButton):
    """Opens the calendar of a date."""

    text_key = N_("Pick a date (F4)")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F4 does it from the line itself

    def draw(self, painter: QPainter) -> None:
        """Draw a leaf of a calendar."""
        painter.drawRoundedRect(QRectF(2, 3, 12, 11), 1.5, 1.5)
        painter.drawLine(QLineF(2, 6.5, 14, 6.5))
        painter.drawLine(QLineF(5.5, 1.5, 5.5, 4))
        painter.drawLine(QLineF(10.5, 1.5, 10.5, 4))


class OpenButton(DrawnButton):
    """Opens a web address."""

    text_key = N_("Open the address")

    def draw(self, painter: QPainter) -> None:
        """Draw an arrow that leaves a box."""
        painter.drawPolyline([QPointF(8, 3), QPointF(3, 3), QPointF(3, 13), QPointF(13, 13), QPointF(13, 8)])
        painter.drawLine(QLineF(8, 8, 13.5, 2.5))
        painter.drawPolyline([QPointF(10, 2.5), QPointF(13.5, 2.5), QPointF(13.5, 6)])


class HistoryButton(DrawnButton):
    """Shows how an item came to be as it is."""

    text_key = N_("History")

    def draw(self, painter: QPainter) -> None:
        """Draw a dial with an arrow that turns back."""
        painter.drawArc(QRectF(2, 2, 12, 12), 150 * 16, -300 * 16)
        painter.drawPolyline([QPointF(2.2, 2.5), QPointF(2.4, 5.6), QPointF(5.4, 5.2)])
        painter.drawPolyline([QPointF(8, 5), QPointF(8, 8.4), QPointF(10.6, 9.8)])


class GoButton(DrawnButton):
    """Goes to the form of a deadline."""

    text_key = N_("Show this deadline")

    def draw(self, painter: QPainter) -> None:
        """Draw a tip that points to the right."""
        painter.drawPolyline([QPointF(6, 4), QPointF(10, 8), QPointF(6, 12)])


class FoldButton(QToolButton):
    """A line of text with a tip that folds what follows it away; checked is unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setMinimumHeight(28)
        self.setStyleSheet("QToolButton, QToolButton:checked { background: transparent; padding: 4px 8px 4px 20px; }")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text as the style does, and the tip before it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.palette().color(QPalette.ColorRole.ButtonText))
        colour.setAlphaF(0.7)
        painter.setPen(QPen(colour, 1.5))
        middle = self.height() / 2
        if self.isChecked():
            tip = [QPointF(4, middle - 2), QPointF(8, middle + 2), QPointF(12, middle - 2)]
        else:
            tip = [QPointF(6, middle - 4), QPointF(10, middle), QPointF(6, middle + 4)]
        painter.drawPolyline(QPolygonF(tip))
        painter.end()
