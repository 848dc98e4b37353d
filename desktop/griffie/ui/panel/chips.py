"""A row of small buttons above the list: all items, or those of one kind, with their counts."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from griffie.base.i18n import N_, _
from griffie.domain.kinds import ItemKind
from griffie.ui.panel.marks import MARK, mark_icon
from griffie.ui.theme import Theme

PLURALS = {
    ItemKind.COMMITMENT: N_("Commitments"),
    ItemKind.MOTION: N_("Motions"),
    ItemKind.DEADLINE: N_("Deadlines"),
    ItemKind.REQUEST: N_("Requests"),
}


class Chips(QWidget):
    """Filters by kind.

    Signals:
        changed: the kind to show, or None for all.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: ItemKind | None = None
        self._counts: Counter[ItemKind] = Counter()
        self.buttons: dict[ItemKind | None, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        for kind in (None, *ItemKind):
            button = QToolButton()
            button.setCheckable(True)
            button.setMinimumHeight(28)
            button.setIconSize(QSize(MARK, MARK))
            if kind is not None:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.buttons[kind] = button
            self._group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(self._on_clicked)
        layout.addStretch(1)
        self.buttons[None].setChecked(True)
        self.retranslate()

    def show_counts(self, kinds: Iterable[ItemKind]) -> None:
        """Count the items and suggestions of each kind."""
        self._counts = Counter(kinds)
        self.retranslate()

    def choose(self, kind: ItemKind | None) -> None:
        """Show one kind, or all, and tell."""
        self.buttons[kind].setChecked(True)
        if kind is not self.kind:
            self.kind = kind
            self.changed.emit(kind)

    def restyle(self, theme: Theme) -> None:
        """Take the theme's colours."""
        for kind, button in self.buttons.items():
            if kind is not None:
                button.setIcon(mark_icon(kind, theme.kind_colours[kind], self.devicePixelRatioF()))

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for kind, button in self.buttons.items():
            if kind is None:
                button.setText(_("All {n}").format(n=self._counts.total()))
                button.setAccessibleName(_("Show all items, {n}").format(n=self._counts.total()))
                continue
            name, count = _(PLURALS[kind]), self._counts[kind]
            button.setText(str(count))
            button.setAccessibleName(_("Show only: {name}, {n}").format(name=name, n=count))
            button.setToolTip(name)
            button.setEnabled(bool(count) or kind is self.kind)

    def _on_clicked(self) -> None:
        checked = self._group.checkedButton()
        for kind, button in self.buttons.items():
            if button is checked:
                self.choose(kind)
                return
