"""A part of a form that can be folded away."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.ui.panel.buttons import FoldButton


class Section(QWidget):
    """A title that folds and unfolds what stands below it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.button = FoldButton()
        self.body = QWidget()
        self.rows = QVBoxLayout(self.body)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.button)
        layout.addWidget(self.body)
        self.body.hide()
        self.button.toggled.connect(self._on_toggled)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the title again."""
        self.button.setText(_(self._title))
        self.button.setAccessibleName(_(self._title))

    def unfold(self, unfolded: bool = True) -> None:
        """Show or hide what stands below the title."""
        self.button.setChecked(unfolded)

    @Slot(bool)
    def _on_toggled(self, unfolded: bool) -> None:
        self.body.setVisible(unfolded)
