"""Chooses what a new deadline belongs to: the letter itself or one of its items."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from griffie.base.i18n import _
from griffie.domain.item import Item
from griffie.domain.kinds import WORDS, ItemKind
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.panel.look import label_width
from griffie.ui.panel.row import GAP

WORDS_SHOWN = 48
"""Characters of an item's summary in the list."""


class OwnerLine(QWidget):
    """A combo box of the items of a letter."""

    def __init__(self) -> None:
        super().__init__()
        self.caption = QLabel()
        self.caption.setProperty("role", "muted")
        self.caption.setFixedWidth(label_width())
        self.box: QComboBox = QuietCombo()
        self.caption.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.caption)
        layout.addWidget(self.box, 1)
        self.retranslate()

    def begin(self, items: Sequence[Item], owner_id: str | None) -> None:
        """Offer the items; `owner_id` is the one that is proposed."""
        self.box.clear()
        self.box.addItem(_("the letter itself"), "")
        for item in items:
            if item.kind is not ItemKind.DEADLINE:
                words = (item.summary or item.literal)[:WORDS_SHOWN]
                name = f"{_(WORDS[item.kind])} {item.number}"
                self.box.addItem(f"{name}: {words}" if words else name, item.id)
        self.box.setCurrentIndex(max(0, self.box.findData(owner_id or "")))

    @property
    def owner_id(self) -> str | None:
        """The chosen item, None for the letter."""
        return self.box.currentData() or None

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.caption.setText(_("Belongs to"))
        self.box.setAccessibleName(_("Belongs to"))
        if self.box.count():
            self.box.setItemText(0, _("the letter itself"))
