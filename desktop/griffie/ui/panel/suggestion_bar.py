"""How far a letter's suggestions are: a thin bar, the numbers, and a button that accepts all that is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from griffie.base.i18n import _, ngettext
from griffie.ui.panel.look import SMALL, sized


class SuggestionBar(QWidget):
    """Shown while a letter has, or had, suggestions.

    Signals:
        accept_shown_requested: accept every suggestion that is shown, in one step.
    """

    accept_shown_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = self._decided = self._shown = 0
        self._read_only = self._filtered = False
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.viewed, self.left = QLabel(), QLabel()
        self.viewed.setFont(sized(SMALL))
        self.left.setFont(sized(SMALL))
        self.viewed.setProperty("role", "muted")
        self.accept = QPushButton()
        self.accept.setFont(sized(SMALL))
        self.accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self.accept.clicked.connect(self.accept_shown_requested)
        above, row = QHBoxLayout(), QHBoxLayout()
        for line in (above, row):
            line.setSpacing(12)
        above.addWidget(self.progress, 1)
        above.addWidget(self.viewed)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 4)
        column.setSpacing(4)
        column.addLayout(above)
        column.addLayout(row)

    def show_counts(self, still_open: int, decided: int, *, read_only: bool) -> None:
        """Show how many suggestions are open and on how many a clerk has decided."""
        self._open, self._decided, self._read_only = still_open, decided, read_only
        self.setVisible(still_open + decided > 0)
        self.retranslate()

    def show_shown(self, count: int, *, filtered: bool = False) -> None:
        """Say how many suggestions the button would accept: those in view on the page, or all that a filter shows."""
        if (count, filtered) != (self._shown, self._filtered):
            self._shown, self._filtered = count, filtered
            self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        whole = self._open + self._decided
        self.progress.setRange(0, max(whole, 1))
        self.progress.setValue(self._decided)
        viewed = _("{done} of {count} viewed").format(done=self._decided, count=whole)
        self.viewed.setText(viewed)
        self.progress.setAccessibleName(viewed)
        left = ngettext("{n} suggestion left", "{n} suggestions left", self._open).format(n=self._open)
        self.left.setText(left if self._open else _("All suggestions viewed"))
        text = _("Accept all of the list ({n})") if self._filtered else _("Accept all in view ({n})")
        self.accept.setText(text.format(n=self._shown))
        self.accept.setToolTip(_("Accepts the suggestions whose words are in view, or all that the filter shows"))
        self.accept.setAccessibleName(self.accept.text())
        self.accept.setVisible(self._open > 1 and not self._read_only)
        self.accept.setEnabled(self._shown > 0)
