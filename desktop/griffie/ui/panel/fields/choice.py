"""A choice from a fixed list, and a choice between yes and no."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from griffie.base.i18n import _
from griffie.domain.kinds import WORDS
from griffie.ui.panel.fields.base import ROW, FieldEditor


class QuietCombo(QComboBox):
    """A combo box that the wheel scrolls past, and that knows a pick in the open list from an arrow key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picking = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(ROW)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QComboBox::drop-down { border: 0; width: 24px; } QComboBox::down-arrow { image: none; }")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box as the style does, with a plain tip for its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.palette().color(QPalette.ColorRole.PlaceholderText))
        colour.setAlphaF(1.0 if self.isEnabled() else 0.45)
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        x, y = self.width() - 14.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        painter.end()

    def showPopup(self) -> None:  # noqa: N802
        """Open the list."""
        self.picking = True
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form: scrolling past must change nothing."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key in the closed box is no pick yet; Enter or leaving keeps it."""
        self.picking = False
        super().keyPressEvent(event)


class ChoiceEditor(FieldEditor):
    """A combo box of translated words. F4 opens it, typing a word finds it."""

    def __init__(self, choices: Iterable[StrEnum], *, required: bool, parent: QWidget | None = None) -> None:
        self.box = QuietCombo()
        super().__init__(self.box, parent)
        self._choices = [*([] if required else [""]), *choices]
        for choice in self._choices:
            self.box.addItem("", str(choice))
        self.box.activated.connect(self._on_activated)
        self.retranslate()
        self.box.setCurrentIndex(-1)

    def text(self) -> str:
        """Return the code of the choice; empty where none is made."""
        return str(self.box.currentData() or "")

    @property
    def changed(self) -> bool:
        """True where another choice shows than the stored one."""
        return self.text() != self._stored

    def set_stored(self, shown: str, typed: str) -> None:
        """Take over the code and show its word."""
        super().set_stored(typed, typed)

    def remember(self, shown: str, typed: str) -> None:
        """Take over the code."""
        super().remember(typed, typed)

    def typed_text(self) -> str:
        """Return the code that would be kept."""
        return self.text()

    def put_text(self, text: str) -> None:
        """Show the choice of a code; an unknown one shows nothing."""
        self.box.setCurrentIndex(self.box.findData(text))

    def set_read_only(self, read_only: bool) -> None:
        """A combo box cannot be read-only; it rests."""
        super().set_read_only(read_only)
        self.box.setEnabled(not read_only)

    def retranslate(self) -> None:
        """Ask for the words again."""
        for index, choice in enumerate(self._choices):
            self.box.setItemText(index, _(WORDS[choice]) if isinstance(choice, StrEnum) else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the list is open its keys are its own."""
        if watched is self.box and event.type() == QEvent.Type.KeyPress and self.box.view().isVisible():
            return False
        return super().eventFilter(watched, event)

    def _on_activated(self) -> None:
        self.edited.emit()
        if self.box.picking:
            self.box.picking = False
            self.entered.emit()


class DrawnCheck(QCheckBox):
    """A check box whose frame is seen on a dark ground too."""

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Take a click anywhere in the row's height."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, mark and focus."""
        palette, painter = self.palette(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, self.height() / 2 - 8, 16, 16)
        checked, accent = self.isChecked(), palette.color(QPalette.ColorRole.Highlight)
        edge = accent if checked or self.hasFocus() else palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.setPen(QPen(edge, 1.8 if self.hasFocus() else 1.0))
        painter.setBrush(accent if checked else palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if checked:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 1.8))
            top = box.top()
            painter.drawPolyline([QPointF(5, top + 8.5), QPointF(8, top + 11.5), QPointF(13.5, top + 5)])
        painter.end()


class FlagEditor(FieldEditor):
    """A check box; a click is kept at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.box = DrawnCheck()
        super().__init__(self.box, parent)
        self.box.setFixedSize(ROW, ROW)
        self.row.setAlignment(self.box, Qt.AlignmentFlag.AlignLeft)
        self.box.clicked.connect(self.entered)

    @property
    def changed(self) -> bool:
        """True where the mark is not the stored one."""
        return self.text() != self._stored

    def text(self) -> str:
        """Return "yes" or "no"."""
        return "yes" if self.box.isChecked() else "no"

    def typed_text(self) -> str:
        """Return what would be kept."""
        return self.text()

    def set_stored(self, shown: str, typed: str) -> None:
        """Take over the stored mark."""
        super().set_stored(typed, typed)

    def remember(self, shown: str, typed: str) -> None:
        """Take over the stored mark."""
        super().remember(typed, typed)

    def put_text(self, text: str) -> None:
        """Show a mark."""
        self.box.setChecked(text == "yes")

    def set_read_only(self, read_only: bool) -> None:
        """A check box cannot be read-only; it rests."""
        super().set_read_only(read_only)
        self.box.setEnabled(not read_only)
