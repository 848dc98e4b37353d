"""What stands where the hits would be: how to begin, that nothing was found and what to try, what went wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.ui.panel.look import TITLE, label


class Empty(QWidget):
    """A title and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(factor=TITLE)
        self.advice = label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        for text in (self.title, self.advice):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(text)
        column.addStretch(2)

    def tell_how(self) -> None:
        """Say what can be typed."""
        self._tell(
            _("Search letters, items and the text of letters"),
            _("Type words, “words side by side” between quotes, or a number: C2026-0007, 29 344, nr. 120, "
              "TZ202603-130."),
        )  # fmt: skip

    def tell_nothing(self, typed: str) -> None:
        """Say that nothing was found, and what may help."""
        self._tell(
            _("Nothing found for “{words}”").format(words=typed[:60]),
            _("All words must occur. Try fewer words, or only the beginning of the last one. A letter that is a scan "
              "without text is found by its header only."),
        )  # fmt: skip

    def tell_failed(self, error: Exception) -> None:
        """Say what went wrong."""
        ours = _("Something went wrong in Griffie; it is in the log.")
        self._tell(_("The search did not work"), str(error) if isinstance(error, UserError) else ours)

    def _tell(self, title: str, advice: str) -> None:
        self.title.setText(title)
        self.advice.setText(advice)


def plain_label() -> QLabel:
    """Return a label that may be as narrow as it must, for a line of keys."""
    made = label("muted", factor=0.9)
    made.setWordWrap(False)
    made.setMinimumWidth(0)
    return made
