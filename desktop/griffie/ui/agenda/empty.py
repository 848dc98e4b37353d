"""What stands in the place of an empty agenda: how to begin, or that the filter leaves nothing."""

from PySide6.QtCore import Signal

from griffie.base.i18n import _
from griffie.ui.empty import EmptyState


class EmptyAgenda(EmptyState):
    """Says why there is nothing, and offers the way out.

    Signals:
        all_requested: the filter is to be taken away.
    """

    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button.clicked.connect(self.all_requested)
        self._filtered, self._has_lines = False, False
        self.retranslate()

    def explain(self, *, filtered: bool, has_lines: bool) -> None:
        """Say why it is empty: by the filter, because all is settled, or because nothing is tagged yet."""
        self._filtered, self._has_lines = filtered, has_lines
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        if self._filtered:
            self.title.setText(_("Nothing for this choice"))
            self.advice.setText(_("No deadline has all that is chosen above."))
        elif self._has_lines:
            self.title.setText(_("Nothing is open"))
            self.advice.setText(_("All deadlines are settled or lapsed. Tick “settled ones too” to see them."))
        else:
            self.title.setText(_("No deadlines yet"))
            self.advice.setText(
                _("Open a letter, select the words of a deadline and press 3. It stands here from then on.")
            )
        self.button.setText(_("Show all"))
        self.button.setVisible(self._filtered)
