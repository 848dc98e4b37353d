"""What stands where an overview would be: how items come into the register, or that nothing fits the limits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from griffie.base.i18n import _
from griffie.ui.empty import EmptyState


class EmptyOverview(EmptyState):
    """A title, an advice and, where limits are in the way, a button that takes them away.

    Signals:
        clear_requested: every limit is to go.
    """

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limited = False
        self.button.clicked.connect(self.clear_requested)

    def explain(self, *, limited: bool) -> None:
        """Say that nothing fits (`limited`), or how something comes to be counted."""
        self._limited = limited
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        if self._limited:
            self.title.setText(_("Nothing found"))
            self.advice.setText(_("Try another kind, period or chamber."))
        else:
            self.title.setText(_("Nothing to count yet"))
            self.advice.setText(
                _("Open a letter and accept what Griffie suggests, or tag words yourself: it all comes together here.")
            )
        self.button.setText(_("Count everything"))
        self.button.setVisible(self._limited)
