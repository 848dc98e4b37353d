"""The bar above the agenda: list, month or timeline; today; the filters; how many deadlines there are."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from griffie.base.i18n import N_, _, ngettext
from griffie.domain.agenda import NO_DEADLINE, Tally
from griffie.ui.agenda.filter_bar import FilterBar

ROOMY_PX = 1100
MODE_WORDS = {"list": N_("List"), "month": N_("Month"), "timeline": N_("Timeline")}


class TopBar(QWidget):
    """Modes, today, filters, count.

    Signals:
        mode_chosen: "list", "month" or "timeline".
        today_requested: the button was pressed.
    """

    mode_chosen = Signal(str)
    today_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters, self.count, self.today = FilterBar(), QLabel(), QPushButton()
        self.count.setProperty("role", "muted")
        self.modes: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        for mode in MODE_WORDS:
            button = QToolButton()
            button.setCheckable(True)
            button.setMinimumHeight(28)
            self._group.addButton(button)
            button.clicked.connect(lambda _on=False, name=mode: self.mode_chosen.emit(name))
            self.modes[mode] = button
            row.addWidget(button)
        row.addSpacing(8)
        self.today.clicked.connect(self.today_requested)
        row.addWidget(self.today)
        row.addSpacing(8)
        row.addWidget(self.filters)
        row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self.count)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for mode, button in self.modes.items():
            button.setText(_(MODE_WORDS[mode]))
            button.setAccessibleName(_(MODE_WORDS[mode]))
        self.today.setText(_("Today"))
        self.filters.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow window the number of deadlines makes room for the choices."""
        super().resizeEvent(event)
        self.count.setVisible(event.size().width() >= ROOMY_PX)

    def show_mode(self, mode: str) -> None:
        """Press the button of a mode."""
        self.modes[mode].setChecked(True)

    def show_count(self, tally: Tally) -> None:
        """Show how many deadlines there are, those of items without one not counted."""
        n = tally.total - tally.on(NO_DEADLINE)
        self.count.setText(ngettext("{n} deadline", "{n} deadlines", n).format(n=n))

    def first_control(self) -> QWidget:
        """Return where the keys go that come to this bar."""
        return next((button for button in self.modes.values() if button.isChecked()), self.today)
