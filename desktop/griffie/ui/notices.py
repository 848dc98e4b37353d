"""A strip below the tool bar for what a clerk must know but need not answer at once; never a dialog."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from griffie.base.i18n import _
from griffie.ui.icons import icon
from griffie.ui.theme import Theme


class Notice(QFrame):
    """One notice: icon, text, choices, a cross. `choices` are (text, what to do); the first is the primary one."""

    def __init__(
        self, theme: Theme, text: str, choices: list[tuple[str, Callable[[], None]]], *, symbol: str = "info"
    ) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.label = QLabel(text)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._symbol, self._mark = symbol, QLabel()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 6, 8, 6)
        self.row.setSpacing(8)
        self.row.addWidget(self._mark)
        self.row.addWidget(self.label, 1)
        for number, (caption, act) in enumerate(choices):
            button = QPushButton(caption)
            button.setProperty("primary", number == 0)
            button.clicked.connect(act)
            button.clicked.connect(self.dismiss)
            self.row.addWidget(button)
        self.cross = QToolButton()
        self.cross.setAccessibleName(_("Close this notice"))
        self.cross.clicked.connect(self.dismiss)
        self.row.addWidget(self.cross)
        self.restyle(theme)

    def restyle(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        colour = theme.error if self._symbol == "warning" else theme.accent
        self._mark.setPixmap(icon(self._symbol, theme, colour).pixmap(20, 20))
        self.cross.setIcon(icon("close", theme))

    @Slot()
    def dismiss(self) -> None:
        """Take the notice away."""
        self.hide()
        self.setParent(None)
        self.deleteLater()


class Progress(Notice):
    """A notice with a bar, for work that takes longer than a second; its cross stops the work."""

    def __init__(self, theme: Theme, text: str, stop: Callable[[], None]) -> None:
        super().__init__(theme, text, [])
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(200, 6)
        self.row.insertWidget(2, self.bar)
        self.cross.setAccessibleName(_("Stop"))
        self.cross.setToolTip(_("Stop"))
        self.cross.clicked.connect(stop)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the work is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.label.setText(text)


class Notices(QWidget):
    """The strip of notices, newest at the bottom; takes no room when there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, for the notices that stand there and those to come."""
        self._theme = theme
        for notice in self.findChildren(Notice):
            notice.restyle(theme)

    def tell(
        self, text: str, choices: list[tuple[str, Callable[[], None]]] | None = None, *, symbol: str = "info"
    ) -> Notice:
        """Show a notice; one with the same text that stands there already is replaced."""
        for old in self.findChildren(Notice):
            if old.label.text() == text:
                old.dismiss()
        notice = Notice(self._theme, text, choices or [], symbol=symbol)
        self._column.addWidget(notice)
        return notice

    def tell_of_step(self, text: str) -> None:
        """Show a notice of what a step has done; it goes when a step is taken back, or another letter is opened."""
        self.forget_steps()
        self.tell(text).setProperty("of_step", True)

    def forget_steps(self) -> None:
        """Take away what was told of steps: it may no longer be so."""
        for notice in self.findChildren(Notice):
            if notice.property("of_step"):
                notice.dismiss()

    def progress(self, text: str, stop: Callable[[], None]) -> Progress:
        """Show a notice with a bar."""
        notice = Progress(self._theme, text, stop)
        self._column.addWidget(notice)
        return notice

    def texts(self) -> list[str]:
        """Return the texts of the notices that stand there."""
        return [notice.label.text() for notice in self.findChildren(Notice)]
