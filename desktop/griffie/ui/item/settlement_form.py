"""The form of one settlement: a new one of an item, a change of one, or what a letter claims and the item it meets."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import _
from griffie.domain.changes import Changes
from griffie.domain.settlement import Settlement, Stage
from griffie.services import choosing, settling
from griffie.services.desk import Desk
from griffie.services.settling import Ruling
from griffie.ui.item.settlement_rows import SettlementRows
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.look import SMALL, label
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane


class SettlementForm(QWidget):
    """Rows and two buttons. Ctrl+Enter keeps, Esc leaves; each keeping is one step.

    Signals:
        kept: it is in the register; the announcement of the change has the rest.
        abandoned: Esc, or the button.
    """

    kept = Signal()
    abandoned = Signal()

    def __init__(self, place: Workplace, reads: Lane, keeper: Keeper) -> None:
        super().__init__()
        self._place, self._keeper = place, keeper
        self._write: Callable[[Desk, Ruling, str, str], Changes] | None = None
        self.settlement: Settlement | None = None
        self.rows = SettlementRows(place, reads)
        self.error = label("hint", factor=SMALL)
        self.error.hide()
        self.keep_button, self.drop_button = QPushButton(), QPushButton()
        self.keep_button.setProperty("primary", True)
        for button in (self.keep_button, self.drop_button):
            button.setAutoDefault(True)  # Enter presses it too, outside a dialog
        self._lay_out()
        self.rows.keep_requested.connect(self.keep)
        self.rows.abandoned.connect(self.abandoned)
        self.keep_button.clicked.connect(self.keep)
        self.drop_button.clicked.connect(self.abandoned)
        self.retranslate()

    def _lay_out(self) -> None:
        self.buttons = QWidget()
        buttons = QHBoxLayout(self.buttons)
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.drop_button)
        buttons.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.rows)
        column.addWidget(self.error)
        column.addWidget(self.buttons)

    def begin_new(self, item_id: str, ruling: Ruling, *, letter: str = "") -> None:
        """Settle an item by a letter that is to be chosen; left empty, a body decides without one."""

        def write(desk: Desk, ruling: Ruling, letter: str, _meets: str) -> Changes:
            letter_id = choosing.letter_of(desk, letter).id if letter else None
            return settling.settle(desk, item_id, ruling, letter_id=letter_id)

        self._begin(write, None)
        self.rows.begin(ruling, letter=letter)

    def begin_change(self, settlement: Settlement, *, meets: str | None = None, to: Stage | None = None) -> None:
        """Change a settlement; `meets` is the item it is of where that can be chosen, `to` a stage to begin with."""
        shown = choosing.BETWEEN.join((meets or "").split(choosing.BETWEEN)[:1])

        def write(desk: Desk, ruling: Ruling, _letter: str, typed: str) -> Changes:
            chosen = typed.split(choosing.BETWEEN)[0].strip()
            target = choosing.item_of(desk, typed).id if typed and chosen != shown else None
            return settling.change_settlement(desk, settlement.id, ruling, item_id=target)

        self._begin(write, settlement)
        body, day = settlement.body, settlement.decided_on
        stage = to or settlement.stage
        self.rows.begin(Ruling(stage, settlement.degree, body, day, settlement.remarks), meets=meets)

    def _begin(self, write: Callable[[Desk, Ruling, str, str], Changes], settlement: Settlement | None) -> None:
        self._write, self.settlement = write, settlement
        self.keep_button.setEnabled(True)
        read_only = self._place.desk.register.read_only
        self.buttons.setVisible(not read_only)
        self.rows.set_read_only(read_only)
        self.say("")

    def keep(self) -> None:
        """Keep what is typed, or say why it cannot be kept."""
        if self._write is None or not self.keep_button.isEnabled() or self._place.desk.register.read_only:
            return
        try:
            ruling = self.rows.ruling()
        except InvalidValueError as error:
            self.say(str(error))
            return
        write, desk = self._write, self._place.desk
        letter, meets = self.rows.text("letter"), self.rows.text("meets")
        self.say("")
        self.keep_button.setEnabled(False)
        self._keeper.keep(lambda: write(desk, ruling, letter, meets), self._on_kept, self._on_refused)

    def _on_kept(self, _found_id: Any) -> None:
        self.keep_button.setEnabled(True)
        self.kept.emit()

    def _on_refused(self, error: UserError) -> None:
        self.keep_button.setEnabled(True)
        self.say(str(error))

    def say(self, text: str) -> None:
        """Show why something cannot be kept."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def focus_first(self) -> None:
        """Put the cursor into the first row."""
        self.rows.focus_first()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.rows.retranslate()
        self.keep_button.setText(_("Record"))
        self.keep_button.setToolTip(_("Ctrl+Enter"))
        self.drop_button.setText(_("Cancel"))
        self.drop_button.setToolTip(_("Esc"))
        self.error.setTextFormat(Qt.TextFormat.PlainText)
