"""The tile that stands on a page which could not be drawn: what happened, what now, and a way to try again."""

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _


class FailureTile(QFrame):
    """Message and button for one page.

    Signals:
        asked_again(int): the user wants the page to be tried once more.
    """

    asked_again = Signal(int)

    def __init__(self, page_index: int, error: UserError, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page_failure")
        self.page_index = page_index
        self._error = error
        self.headline = QLabel(self)
        self.message = QLabel(self)
        self.button = QPushButton(self)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(16, 16, 16, 16)
        for label in (self.headline, self.message):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.button.clicked.connect(partial(self.asked_again.emit, page_index))
        self.setAutoFillBackground(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        self.headline.setText(_("Page {number} cannot be shown").format(number=self.page_index + 1))
        self.message.setText(str(self._error))
        self.button.setText(_("Try again"))
        self.setAccessibleName(f"{self.headline.text()}. {self.message.text()}")


class FailureTiles:
    """The tiles of the pages that failed, kept where their pages are."""

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._tiles: dict[int, FailureTile] = {}

    def add(self, page_index: int, error: UserError) -> FailureTile:
        """Make the tile of a page."""
        self.remove(page_index)
        tile = self._tiles[page_index] = FailureTile(page_index, error, self._viewport)
        return tile

    def remove(self, page_index: int) -> None:
        """Take the tile of a page away."""
        tile = self._tiles.pop(page_index, None)
        if tile is not None:
            tile.hide()
            tile.deleteLater()

    def clear(self) -> None:
        """Take all tiles away."""
        for page_index in list(self._tiles):
            self.remove(page_index)

    def get(self, page_index: int) -> FailureTile | None:
        """Return the tile of a page, if it failed."""
        return self._tiles.get(page_index)

    def place(self, pages: dict[int, QRect]) -> None:
        """Put the tiles in the middle of their pages, given as rectangles in the viewport; hide the others."""
        for page_index, tile in self._tiles.items():
            page = pages.get(page_index)
            tile.setVisible(page is not None)
            if page is not None:
                width = min(page.width() - 16, 360)
                tile.resize(width, max(tile.heightForWidth(width), tile.minimumSizeHint().height()))
                seen = page.intersected(self._viewport.rect())
                tile.move(seen.center() - tile.rect().center())

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        for tile in self._tiles.values():
            tile.retranslate()
