"""A small list of what was done to an item, newest first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListWidget, QVBoxLayout, QWidget

from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.store.steps import StepLine
from griffie.ui.panel.look import label


class HistoryPopup(QFrame):
    """Lists steps; Esc or a click outside closes it."""

    def __init__(self, number: str, steps: Sequence[StepLine], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title: QLabel = label(bold=True)
        title.setText(_("History of {number}").format(number=number))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(title.text())
        self.list.setSpacing(2)
        self.list.addItems([step_text(step) for step in steps] or [_("Nothing was done to it yet.")])
        title.setBuddy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(self.list)
        self.setFixedSize(QSize(max(280, min(420, parent.width() - 16)), 240))

    def show_below(self, widget: QWidget) -> None:
        """Open below a widget, inside the screen."""
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 2))
        area: QRect = widget.screen().availableGeometry()
        x = max(area.left(), min(corner.x(), area.right() - self.width()))
        y = min(corner.y(), area.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)


def step_text(step: StepLine) -> str:
    """Return one step: what, by whom, when, in the clerk's own time."""
    at = datetime.fromisoformat(step.at).astimezone()
    when = f"{format_date(at.date(), current_language())} {at:%H:%M}"
    return f"{step.text}\n{when}" + (f" · {step.who}" if step.who else "")
