"""What a citation is, and its official address in full before anything opens; it goes away by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.cited import name_of_paper
from griffie.domain.reading import CITATION_WORDS
from griffie.ui.panel.look import SMALL, label

if TYPE_CHECKING:
    from griffie.services.citing import ShownCitation

WIDTH = 340
ABOVE = 24
"""Logical pixels that it keeps away from the words where it stands above them."""


class CitationPopup(QFrame):
    """A small window at the words: Esc or a click elsewhere closes it.

    Signals:
        correct_requested: id of the citation.
    """

    correct_requested = Signal(str)

    def __init__(self, cited: "ShownCitation", parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMinimumWidth(WIDTH)
        self._cited = cited
        self.url = QUrl(cited.citation.address or "")
        self.opens = self.url.scheme() in ("http", "https")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in self._texts():
            column.addWidget(part)
        column.addLayout(self._buttons(read_only=read_only))

    def _texts(self) -> tuple[QWidget, ...]:
        citation = self._cited.citation
        title, kind, self.address = label(bold=True), label("muted", factor=SMALL), label()
        name = name_of_paper(citation.kind, citation.id)
        title.setText(name)
        kind.setText(_(CITATION_WORDS[citation.kind]))
        self.address.setTextFormat(Qt.TextFormat.PlainText)
        shown = (citation.address if self.opens else None) or _("No official address is known for this paper.")
        self.address.setText(shown.replace("/", "/\u200b"))  # so that a long one can be broken into lines
        self.address.setAccessibleName(shown)
        self.setAccessibleName(f"{kind.text()} {name}")
        return title, kind, self.address

    def _buttons(self, *, read_only: bool) -> QHBoxLayout:
        self.open, self.copy = QPushButton(_("Open in the browser")), QPushButton(_("Copy address"))
        self.correct = QPushButton(_("Correct"))
        self.open.setProperty("primary", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, wanted in ((self.open, self.opens), (self.copy, self.opens), (self.correct, not read_only)):
            button.setParent(self)
            button.setHidden(not wanted)
            row.addWidget(button)
        row.addStretch(1)
        self.open.clicked.connect(self._on_open)
        self.copy.clicked.connect(self._on_copy)
        self.correct.clicked.connect(self._on_correct)
        return row

    def show_at(self, place: QPoint) -> None:
        """Show it at a place of the screen, whole."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(max(place.x(), room.left()), room.right() - self.width())
        y = place.y() if place.y() + self.height() <= room.bottom() else place.y() - self.height() - ABOVE
        self.move(x, max(y, room.top()))
        self.show()
        self.setFocus()

    def _on_open(self) -> None:
        self.close()
        QDesktopServices.openUrl(self.url)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.url.toString())
        self.close()

    def _on_correct(self) -> None:
        self.close()
        self.correct_requested.emit(self._cited.id)
