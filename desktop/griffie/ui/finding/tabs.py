"""The row of groups above the hits: all of them, or one; Tab in the box goes through them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from griffie.base.i18n import N_, _
from griffie.domain.finding import Group, GroupName
from griffie.ui.finding.rows import NAMES, count_text

ALL = N_("Everything")


class Tabs(QWidget):
    """One button for each group that has hits.

    Signals:
        changed: another group was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: GroupName | None = None
        self._groups: Sequence[Group] = ()
        self.buttons: dict[GroupName | None, QToolButton] = {}
        self._together = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        for name in (None, *GroupName):
            button = self.buttons[name] = QToolButton()
            button.setCheckable(True)
            button.setMinimumHeight(28)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go to the box; Tab there goes through the groups
            button.setProperty("group", name.value if name else "")
            button.clicked.connect(self._on_clicked)
            self._together.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.show_groups(())

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Take the groups of an answer; a group that is no longer there is let go of."""
        self._groups = groups
        if self.chosen not in {group.name for group in groups}:
            self.chosen = None
        self.retranslate()

    def choose(self, name: GroupName | None) -> None:
        """Show one group, None for all."""
        if name != self.chosen:
            self.chosen = name
            self.buttons[name].setChecked(True)
            self.changed.emit()

    def step(self, by: int) -> None:
        """Go to the next group, round the end."""
        names: list[GroupName | None] = [None, *(group.name for group in self._groups)]
        self.choose(names[(names.index(self.chosen) + by) % len(names)])

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        groups = {group.name: group for group in self._groups}
        for name, button in self.buttons.items():
            button.setVisible(bool(groups) if name is None else name in groups)
            button.setText(_(ALL) if name is None else _(NAMES[name]))
            if name in groups:
                button.setText(f"{_(NAMES[name])}  {count_text(groups[name])}")
        self.buttons[self.chosen].setChecked(True)

    def _on_clicked(self) -> None:
        named = str(self.sender().property("group"))
        self.choose(GroupName(named) if named else None)
