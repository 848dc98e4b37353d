"""The status bar: page and count, where keys go, when it was saved, the state of the text, the register's name."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QLabel, QStatusBar, QWidget

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
        self.keys = QLabel()
        for label in (self.page, self.saved, self.text):
            self.addWidget(label)
        self.addPermanentWidget(self.keys)
        self.addPermanentWidget(self.name)
        for label in (self.page, self.saved, self.text, self.keys, self.name):
            label.setTextFormat(Qt.TextFormat.PlainText)
        letter.status_changed.connect(self.retranslate)
        letter.left.connect(self.retranslate)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
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
        self._on_focus(None, QApplication.focusWidget())
        self.name.setText(self._register.name)
        self.name.setToolTip(str(self._register))

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Name where keys go, and what the single ones do there."""
        self.keys.setText(self._keys_of(now))

    def _keys_of(self, widget: QWidget | None) -> str:
        letter = self._letter
        if widget is None or letter.opened is None or not letter.isAncestorOf(widget):
            return ""
        if widget is not letter.page and widget is not letter.panel.list:
            name = widget.accessibleName()
            return _("keys: {name}").format(name=name) if name else ""
        where = _("keys: page") if widget is letter.page else _("keys: list")
        current = letter.panel.current_item_id()
        if current is None or not letter.suggesting.found.waits(current):
            return where
        return _("{where} · A accept, R leave out, E edit first").format(where=where)
