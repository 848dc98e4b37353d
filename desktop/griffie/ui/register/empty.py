"""What stands where the register would be: how items come into it, or that nothing fits the limits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from griffie.base.i18n import _
from griffie.ui.empty import EmptyState


class EmptyRegister(EmptyState):
    """A title, an advice and, where limits are in the way, a button that takes them away.

    Signals:
        clear_requested: every limit is to go.
    """

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limited = False
        self.button.clicked.connect(self.clear_requested)

    def show_state(self, *, limited: bool) -> None:
        """Say that nothing fits (`limited`), or how the register begins."""
        self._limited = limited
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        if self._limited:
            self.title.setText(_("Nothing found"))
            self.advice.setText(_("No item fits these limits."))
        else:
            self.title.setText(_("No items yet"))
            self.advice.setText(
                _("Open a letter and accept what Griffie suggests, or tag words yourself: it all comes together here.")
            )
        self.button.setText(_("Show everything"))
        self.button.setVisible(self._limited)
