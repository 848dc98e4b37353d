"""The line above a form: mark and name of the kind, own number, whether it needs a look, and its history."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from griffie.base.i18n import _
from griffie.domain.item import Item
from griffie.domain.kinds import WORDS, AnchorState
from griffie.ui.panel.buttons import HistoryButton
from griffie.ui.panel.look import SMALL, sized
from griffie.ui.panel.marks import MARK, mark_icon
from griffie.ui.theme import Theme


class FormTitle(QWidget):
    """Says which item the form is of.

    Signals:
        history_requested: the button was pressed.
    """

    history_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self.mark = QLabel()
        self.name = QLabel()
        self.name.setFont(sized(1.0, bold=True))
        self.review = QLabel()
        self.review.setFont(sized(SMALL))
        self.history = HistoryButton()
        self.history.clicked.connect(self.history_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.mark)
        layout.addWidget(self.name)
        layout.addWidget(self.review, 1)
        layout.addWidget(self.history)

    def show_item(self, item: Item, theme: Theme, ratio: float) -> None:
        """Show kind and number of an item."""
        self._item = item
        self.mark.setPixmap(mark_icon(item.kind, theme.kind_colours[item.kind], ratio).pixmap(MARK, MARK))
        self.review.setStyleSheet(f"color: {theme.warning.name()};")
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.history.retranslate()
        if self._item is not None:
            self.name.setText(f"{_(WORDS[self._item.kind])} {self._item.number}")
            self.review.setText(_(WORDS[AnchorState.REVIEW]) if needs_review(self._item) else "")


def needs_review(item: Item) -> bool:
    """Tell whether a passage of an item was not found again for certain."""
    return any(passage.state is AnchorState.REVIEW for passage in item.passages)
