"""A settlement that is selected in the panel of its letter: the letter's words, and which item they meet how far."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.domain.settlement import Settlement
from griffie.services import choosing
from griffie.ui.item.settlement_form import SettlementForm
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.look import SMALL, label, sized
from griffie.ui.panel.marks import MARK, mark_icon
from griffie.ui.panel.settled import SettlementCard
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane


class ClaimPart(QScrollArea):
    """Shows one settlement of the open letter; which item it meets can be chosen.

    Signals:
        page_requested: Esc.
    """

    page_requested = Signal()

    def __init__(self, place: Workplace, reads: Lane) -> None:
        super().__init__()
        self._place = place
        self.settlement: Settlement | None = None
        self.mark, self.title = QLabel(), QLabel()
        self.title.setFont(sized(1.0, bold=True))
        self.title.setWordWrap(True)
        self.quote, self.advice = label(), label("muted", factor=SMALL)
        self.quote.setTextFormat(Qt.TextFormat.PlainText)
        self.quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form = SettlementForm(place, reads, Keeper(place, self))
        self.form.abandoned.connect(self._on_abandoned)
        self.form.kept.connect(self._on_kept)
        self._build()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(120)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.title, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.quote, self.form, self.advice):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)

    def show_claim(self, settlement: Settlement) -> None:
        """Show a settlement as it is now; what is being typed into the one that is shown stays."""
        same = self.settlement is not None and self.settlement.id == settlement.id
        if same and (self.settlement == settlement or self._is_typed()):
            return
        self.settlement = settlement
        self._fill()
        self.form.begin_change(settlement, meets=self._meets(settlement))
        if not same:
            self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the cursor where the item is chosen."""
        self.form.focus_first()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.form.retranslate()
        self._fill()

    def restyle(self) -> None:
        """Take the colours of the theme in force."""
        self._fill()

    def _fill(self) -> None:
        if self.settlement is None:
            return
        card = SettlementCard(self.settlement)
        colour = self._place.theme.kind_colours[card.kind]
        self.mark.setPixmap(mark_icon(card.kind, colour, self.devicePixelRatioF()).pixmap(MARK, MARK))
        self.title.setText(" · ".join(part for part in (card.head, card.name) if part))
        self.quote.setText(card.words)
        self.quote.setVisible(bool(card.text))
        self.advice.setText(_("Only a decision, with who decided and when, changes the status of the item."))
        self.setAccessibleName(card.spoken())

    def _meets(self, settlement: Settlement) -> str:
        """Return what it meets: the item that the register has, else the number by which the letter names it."""
        if settlement.item_id:
            try:
                return choosing.item_choice(self._place.desk.item(settlement.item_id))
            except UserError:
                return settlement.target
        return settlement.target

    def _is_typed(self) -> bool:
        return any(row.editor.changed for row in self.form.rows.rows.values())

    def _on_kept(self) -> None:
        self.settlement = None  # the announcement that follows brings it as it is now

    def _on_abandoned(self) -> None:
        if self.settlement is not None:
            self.form.begin_change(self.settlement, meets=self._meets(self.settlement))
        self.page_requested.emit()
