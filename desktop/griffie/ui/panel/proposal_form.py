"""The settlement proposal that is current, whole: both passages, why, how much of it, and the buttons to decide."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from griffie.base.i18n import N_, _
from griffie.domain.settlement import DEGREE_WORDS, Degree
from griffie.ui.item.editors import choice_row
from griffie.ui.item.part import Link
from griffie.ui.panel.both_passages import BothPassages
from griffie.ui.panel.look import SMALL, hairline, label, sized
from griffie.ui.panel.marks import MARK, mark_icon
from griffie.ui.panel.proposed import ProposalCard, may_settle
from griffie.ui.panel.suggested import confidence_word
from griffie.ui.place import Workplace

if TYPE_CHECKING:
    from griffie.services.promises import ShownProposal


class ProposalForm(QWidget):
    """Shows one proposal; the clerk may say first that it is met in part only (E).

    Signals:
        accept_requested: id of the proposal, and the degree where the clerk chose another one.
        dismiss_requested: id of the proposal.
        sheet_requested: id of the item of which everything is to be shown.
        page_requested: Esc.
    """

    accept_requested = Signal(str, dict)
    dismiss_requested = Signal(str)
    sheet_requested = Signal(str)
    page_requested = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.shown: ShownProposal | None = None
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.both = BothPassages()
        self.degree = choice_row("degree", N_("Degree"), DEGREE_WORDS)
        self.degree.only_checks = True
        self.degree.page_requested.connect(self.page_requested)
        self.degree.next_requested.connect(self.keep)
        self.why_head, self.why = label("muted", factor=SMALL), label(factor=SMALL)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(self._head())
        for part in (self.both, self.degree, self.why_head, self.why):
            column.addWidget(part)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        for below in (hairline(), self._buttons()):
            whole.addWidget(below)

    def _head(self) -> QHBoxLayout:
        self.mark, self.title, self.sure = QLabel(), QLabel(), QLabel()
        self.title.setFont(sized(1.0, bold=True))
        self.number = Link()
        self.number.clicked.connect(self._on_number)
        self.sure.setFont(sized(SMALL))
        self.sure.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.mark, self.title, self.number):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.sure)
        return head

    def _buttons(self) -> QWidget:
        self.accept, self.dismiss = QPushButton(), QPushButton()
        self.accept.setProperty("primary", True)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for button in (self.accept, self.dismiss):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
            row.addWidget(button)
        row.addStretch(1)
        self.accept.clicked.connect(self.keep)
        self.dismiss.clicked.connect(self._on_dismiss)
        return bar

    def show_proposal(self, shown: "ShownProposal") -> None:
        """Show another proposal; the same one keeps the degree that was chosen."""
        if self.shown == shown:
            return
        if self.shown is None or self.shown.id != shown.id:
            self.degree.fill(shown.proposal.degree.value)
            self._area.verticalScrollBar().setValue(0)
        self.shown = shown
        self._fill(shown)

    def _fill(self, shown: "ShownProposal") -> None:
        card = ProposalCard(shown)
        colour = self._place.theme.kind_colours[card.kind]
        self.mark.setPixmap(mark_icon(card.kind, colour, self.devicePixelRatioF()).pixmap(MARK, MARK))
        number = shown.promise.item.number
        head, _sep, _rest = may_settle("\0").partition("\0")
        self.title.setText(head.strip())
        self.number.setText(" ".join(part for part in (number, card.name) if part))
        self.number.setAccessibleName(_("Show everything about {number}").format(number=number))
        self.number.setToolTip(self.number.accessibleName())
        self.sure.setText(confidence_word(shown.proposal.score))
        self.both.show_both(shown)
        self.why.setText(card.why)
        self.setAccessibleName(card.head)
        self.setAccessibleDescription(f"{card.text} {card.why}")
        self._show_buttons()

    def _show_buttons(self) -> None:
        writable = not self._place.desk.register.read_only
        self.accept.setText(_("Accept") + "  A")
        self.dismiss.setText(_("Leave out") + "  R")
        for button in (self.accept, self.dismiss):
            button.setVisible(writable)
            button.setAccessibleName(button.text().split("  ")[0])
        self.degree.setVisible(writable)

    def edits(self) -> dict[str, str]:
        """Return the degree where the clerk chose another one than was proposed."""
        chosen = self.degree.editor.typed_text()
        if self.shown is None or chosen not in list(Degree) or chosen == self.shown.proposal.degree.value:
            return {}
        return {"degree": chosen}

    def begin_editing(self) -> None:
        """Put the cursor where the degree is chosen."""
        if not self.degree.isHidden():
            self.degree.editor.setFocus()

    def keep(self) -> None:
        """Propose the settlement, to the degree that is chosen."""
        if self.shown is not None:
            self.accept_requested.emit(self.shown.id, self.edits())

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.why_head.setText(_("Why?"))
        self.degree.retranslate()
        if self.shown is not None:
            self._fill(self.shown)
        self._show_buttons()

    def restyle(self) -> None:
        """Take the colours of the theme in force."""
        if self.shown is not None:
            self._fill(self.shown)

    def _on_number(self) -> None:
        if self.shown is not None:
            self.sheet_requested.emit(self.shown.proposal.item_id)

    def _on_dismiss(self) -> None:
        if self.shown is not None:
            self.dismiss_requested.emit(self.shown.id)
