"""All fields of the letter in three groups; each is saved when it is left."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from griffie.base.i18n import N_, _
from griffie.domain.fields import letter_field
from griffie.domain.letter import Letter
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.fields.line import AddressEditor
from griffie.ui.panel.look import label
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.source_mark import SourceMark

GROUPS = (
    (N_("Header"), ("date", "received_on", "chamber", "senders", "subject")),
    (N_("Numbers"), ("dossiers", "paper_number", "reference", "document_number", "case_number", "address")),
    (N_("Handling"), ("committees", "meeting", "letter_kind", "handler", "state", "remarks")),
)


class LetterForm(QScrollArea):
    """The letter's own form.

    Signals:
        keep_requested: row, typed text, reason.
        page_requested: Esc with nothing to restore.
        next_requested: Ctrl+Enter.
        address_requested: the address to open.
        source_requested: name of the field whose words the page should show.
    """

    keep_requested = Signal(object, str, str)
    page_requested = Signal()
    next_requested = Signal()
    address_requested = Signal(str)
    source_requested = Signal(str)

    def __init__(self, factory: RowFactory) -> None:
        super().__init__()
        self._factory = factory
        self.letter: Letter | None = None
        self.rows: dict[str, FieldRow] = {}
        self._titles: list[tuple[QLabel, str]] = []
        self._marks: dict[str, SourceMark] = {}
        self._read_only = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def unfold(self) -> None:
        """Make the rows when they are first wanted: most letters are read without them."""
        if self.rows:
            return
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(4)
        for title, names in GROUPS:
            heading = label(bold=True)
            heading.setContentsMargins(0, 8, 0, 0)
            self._titles.append((heading, title))
            column.addWidget(heading)
            for name in names:
                column.addWidget(self._row(name))
        column.addStretch(1)
        self.setWidget(body)
        self.retranslate()
        if self.letter is not None:
            self._fill(self.letter, same=False)

    def _row(self, name: str) -> FieldRow:
        field = letter_field(name)
        assert field is not None
        row = self._factory.row(field)
        self.rows[name] = row
        row.keep_requested.connect(self.keep_requested)
        row.page_requested.connect(self.page_requested)
        row.next_requested.connect(self.next_requested)
        if isinstance(row.editor, AddressEditor):
            row.editor.open_requested.connect(self.address_requested)
        return row

    def show_letter(self, letter: Letter, *, read_only: bool) -> None:
        """Show a letter; the one that is shown already is refreshed, and what is being typed stays."""
        same = self.letter is not None and self.letter.id == letter.id
        self.letter, self._read_only = letter, read_only
        self._fill(letter, same=same)

    def show_sources(self, pages: Mapping[str, int]) -> None:
        """Mark the fields that were read on a page, given by name with the page from 1."""
        for name in self.rows:
            if name in pages and name not in self._marks:
                mark = self._marks[name] = SourceMark(name)
                mark.requested.connect(self.source_requested)
                self.rows[name].put_at_end(mark)
            if name in self._marks:
                self._marks[name].show_page(pages.get(name, 0))

    def _fill(self, letter: Letter, *, same: bool) -> None:
        for name, row in self.rows.items():
            if same:
                row.refresh(getattr(letter, name))
            else:
                row.fill(getattr(letter, name))
            row.set_read_only(self._read_only)
        if not same:
            self.show_sources({})
            self.verticalScrollBar().setValue(0)

    def keep_open_edit(self) -> bool:
        """Keep what is being typed; False where it cannot be kept as it is."""
        kept = [row.keep() for row in self.rows.values() if row.open]
        return all(kept)

    def focus_first_field(self) -> None:
        """Put the cursor into the first field."""
        self.rows["date"].editor.setFocus()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for heading, title in self._titles:
            heading.setText(_(title))
        for row in self.rows.values():
            row.retranslate()
        for mark in self._marks.values():
            mark.retranslate()
