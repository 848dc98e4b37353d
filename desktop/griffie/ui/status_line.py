"""The status bar: page and count, where keys go, when it was saved, the state of the text, the register's name."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QStatusBar

from griffie.base.i18n import _
from griffie.ui.letter.view import LetterView

MESSAGE_MS = 6_000


class StatusLine(QStatusBar):
    """Says where we are and that everything is kept."""

    def __init__(self, letter: LetterView, register: Path) -> None:
        super().__init__()
        self._letter, self._register = letter, register
        self._saved_at: datetime | None = None
        self.page, self.saved, self.text, self.name = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self.page, self.saved, self.text):
            self.addWidget(label)
        self.addPermanentWidget(self.name)
        for label in (self.page, self.saved, self.text, self.name):
            label.setTextFormat(Qt.TextFormat.PlainText)
        letter.status_changed.connect(self.retranslate)
        letter.left.connect(self.retranslate)
        self.retranslate()

    def tell(self, text: str) -> None:
        """Show one line for some seconds."""
        self.showMessage(text, MESSAGE_MS)

    @Slot()
    def note_saved(self) -> None:
        """Show that the last change is in the register."""
        self._saved_at = datetime.now()
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        opened = self._letter.opened
        page = self._letter.page
        shown = bool(opened) and page.page_count > 0 and not self._letter.isHidden()
        place = _("p. {page} of {count}").format(page=page.current_page + 1, count=page.page_count)
        self.page.setText(place if shown else "")
        self.saved.setText(_("saved {time}").format(time=f"{self._saved_at:%H:%M}") if self._saved_at else "")
        if opened is None:
            self.text.setText("")
        else:
            self.text.setText(
                "" if opened.document.has_text else _("no text in this PDF: mark areas with Alt and drag")
            )
        self.name.setText(self._register.name)
        self.name.setToolTip(str(self._register))
