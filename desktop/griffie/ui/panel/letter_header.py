"""The letter in a few lines on top of the panel: number, date, senders, subject, and how far the clerk is with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.domain.fields import LETTER_FIELDS
from griffie.domain.kinds import WORDS
from griffie.domain.letter import Letter
from griffie.ui.panel.buttons import FoldButton
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.panel.look import TITLE, sized
from griffie.ui.panel.row import FieldRow

SUBJECT_LINES = 2
STATE_WIDTH = 124


class LetterHeader(QWidget):
    """Shows a letter in short; a button unfolds all its fields.

    Signals:
        unfolded: whether the fields should show.
        keep_requested: row of the state, typed text, reason.
        page_requested: Esc in the state.
        document_chosen: id of the print to show, where the letter has more than one.
        citations_unfolded: whether the papers that the letter cites should show.
    """

    unfolded = Signal(bool)
    keep_requested = Signal(object, str, str)
    page_requested = Signal()
    document_chosen = Signal(str)
    citations_unfolded = Signal(bool)

    def __init__(self, factory: RowFactory) -> None:
        super().__init__()
        self._letter: Letter | None = None
        self._document_id: str | None = None
        field = next(field for field in LETTER_FIELDS if field.name == "state")
        self.state: FieldRow = factory.row(field)
        self.state.caption.hide()
        self.state.setFixedWidth(STATE_WIDTH)
        self.state.keep_requested.connect(self.keep_requested)
        self.state.page_requested.connect(self.page_requested)
        self.title = QLabel()
        self.title.setFont(sized(TITLE, bold=True))
        self.senders = QLabel()
        self.senders.setProperty("role", "muted")
        self.subject = QLabel()
        self.subject.setWordWrap(True)
        self.documents = QuietCombo()
        self.documents.activated.connect(self._on_document)
        self.fold = FoldButton()
        self.fold.toggled.connect(self.unfolded)
        self._cited = 0
        self.citations = FoldButton()
        self.citations.toggled.connect(self.citations_unfolded)
        self.citations.hide()
        for line in (self.title, self.senders, self.subject):
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setMinimumWidth(40)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.senders, 1)
        second.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(second)
        layout.addWidget(self.subject)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.fold)
        bottom.addWidget(self.citations)
        bottom.addWidget(self.documents, 1)
        bottom.addStretch(0)
        layout.addLayout(bottom)

    def show_letter(self, letter: Letter, document_id: str | None, *, read_only: bool) -> None:
        """Show a letter, with the print that the page shows."""
        self._document_id = document_id
        if self._letter is None or self._letter.id != letter.id:
            self.state.fill(letter.state)
        else:
            self.state.refresh(letter.state)
        self._letter = letter
        self.state.set_read_only(read_only)
        self._fill()

    def show_citation_count(self, count: int) -> None:
        """Offer the papers that the letter cites; nothing where it cites none."""
        self._cited = count
        self.citations.setText(_("References ({n})").format(n=count))
        self.citations.setAccessibleName(_("Show or hide the papers that the letter refers to"))
        self.citations.setVisible(count > 0)
        if not count:
            self.citations.setChecked(False)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.show_citation_count(self._cited)
        self.fold.setText(_("Letter's data"))
        self.fold.setAccessibleName(_("Show or hide the letter's data"))
        self.documents.setAccessibleName(_("Print that the page shows"))
        self.state.retranslate()
        if self._letter is not None:
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the lines anew."""
        super().resizeEvent(event)
        if self._letter is not None:
            self._fill()

    def _fill(self) -> None:
        letter = self._letter
        assert letter is not None
        width = self.width() - 24
        day = format_date(letter.date, current_language()) if letter.date else _("no date")
        _cut(self.title, f"{letter.citation or letter.number} · {day}", width)
        senders = "; ".join(s.function or s.person or s.ministry for s in letter.senders)
        _cut(self.senders, senders or _("No sender yet"), width - STATE_WIDTH - 8)
        self.subject.setText(_two_lines(self.subject, letter.subject or letter.title, width))
        self.subject.setToolTip(letter.subject)
        self._offer_documents(letter)

    def _offer_documents(self, letter: Letter) -> None:
        self.documents.clear()
        for document in letter.documents:
            self.documents.addItem(f"{_(WORDS[document.role])} · {document.file_name}", document.id)
        self.documents.setCurrentIndex(self.documents.findData(self._document_id))
        self.documents.setVisible(len(letter.documents) > 1)

    def _on_document(self) -> None:
        if (document_id := self.documents.currentData()) and document_id != self._document_id:
            self.document_chosen.emit(document_id)


def _cut(line: QLabel, text: str, width: int) -> None:
    short = line.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(width, 40))
    line.setText(short)
    line.setToolTip(text if short != text else "")


def _two_lines(line: QLabel, text: str, width: int) -> str:
    """Return so much of a text as fits on SUBJECT_LINES lines."""
    metrics, words, lines = line.fontMetrics(), text.split(), [""]
    for number, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width - 4:
            lines[-1] = longer
        elif len(lines) < SUBJECT_LINES:
            lines.append(word)
        else:
            rest = " ".join([lines[-1], *words[number:]])
            lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width - 4)
            break
    return "\n".join(metrics.elidedText(part, Qt.TextElideMode.ElideRight, width) for part in lines)
