"""One list with its heading: "Term passed on 1 January 2027 (23)", how many are decided on, and the table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.rappel import ListName, RappelQuestion
from griffie.ui.rappel.model import RappelModel
from griffie.ui.rappel.table import RappelTable


def grouped(count: int) -> str:
    """Return a count as people write it: 12.345 in Dutch, 12,345 in English."""
    return f"{count:,}".replace(",", "." if current_language() == "nl" else ",")


class ListPane(QWidget):
    """A heading above a table; a list without rows says so in one line and takes no more room."""

    def __init__(self, model: RappelModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.table = model, RappelTable(model)
        self.title, self.progress, self.nothing = QLabel(), QLabel(), QLabel()
        self._question: RappelQuestion | None = None
        self._decided = 0
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.progress.setProperty("role", "muted")
        self.nothing.setProperty("role", "muted")
        self.nothing.setContentsMargins(12, 0, 12, 8)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.progress)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.table)

    @property
    def name(self) -> ListName:
        """Which list this is."""
        return self.model.name

    @property
    def current_seq(self) -> int:
        """The number of the row that the keys are at; 0 where there is none."""
        place = self.table.currentIndex().row()
        return self.model.seqs[place] if 0 <= place < len(self.model.seqs) else 0

    def show_question(self, question: RappelQuestion) -> None:
        """Show the heading for a round whose rows the model has."""
        self._question = question
        self.retranslate()

    def show_decided(self, seqs: set[int]) -> None:
        """Say on how many of the rows has been decided in this round."""
        self._decided = len(seqs.intersection(self.model.seqs))
        text = ngettext("{n} decided", "{n} decided", self._decided).format(n=grouped(self._decided))
        self.progress.setText(text if self._decided else "")

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        if self._question is not None:
            heading = self._question.heading(self.name, _, current_language())
            self.title.setText(f"{heading} ({grouped(len(self.model.seqs))})")
            self.table.setAccessibleName(heading)
        self.nothing.setText(_("Nothing in this list."))
        empty = not self.model.seqs
        self.nothing.setVisible(empty)
        self.table.setVisible(not empty)
        self.setMaximumHeight(self.sizeHint().height() if empty else 16_777_215)
        self.model.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the column with the words takes the room that there is."""
        super().resizeEvent(event)
        self.table.fit_text()
