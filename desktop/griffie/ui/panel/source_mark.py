"""The page on which a field of the letter was read; resting on it or pressing it leads the eye to the words."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QToolButton, QWidget

from griffie.base.i18n import _
from griffie.ui.panel.fields.base import ROW
from griffie.ui.panel.look import SMALL, sized

REST_MS = 250


class SourceMark(QToolButton):
    """A small button that names a page.

    Signals:
        requested: name of the field.
    """

    requested = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._page_number = name, 0
        self.setAutoRaise(True)
        self.setFont(sized(SMALL))
        self.setFixedHeight(ROW)
        self.setStyleSheet("QToolButton { padding: 2px 4px; }")
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_wanted)
        self.clicked.connect(self._on_wanted)

    def show_page(self, page_number: int) -> None:
        """Name the page, from 1; 0 hides the mark."""
        self._page_number = page_number
        self.setVisible(page_number > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        text = _("Read on page {n} of the letter: show it").format(n=self._page_number)
        self.setText(_("p. {n}").format(n=self._page_number))
        self.setToolTip(text)
        self.setAccessibleName(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the words when the pointer rests here."""
        super().enterEvent(event)
        self._rest.start()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer only passed."""
        super().leaveEvent(event)
        self._rest.stop()

    def _on_wanted(self) -> None:
        self._rest.stop()
        self.requested.emit(self._name)
