"""The suggestion that is current, whole: its words, what the reader filled in, why, and the buttons to decide."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _
from griffie.domain.kinds import ItemKind
from griffie.domain.reading import SuggestionKind
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.look import SMALL, hairline, label, label_width, sized
from griffie.ui.panel.marks import MARK, mark_icon
from griffie.ui.panel.row import GAP
from griffie.ui.panel.suggested import confidence_word, facts_of, head_of, kind_of, name_of
from griffie.ui.panel.suggestion_rows import SuggestionRows
from griffie.ui.place import Workplace

if TYPE_CHECKING:
    from griffie.services.suggesting import Shown
    from griffie.ui.item.settlement_rows import SettlementRows


class SuggestionForm(QWidget):
    """Shows one suggestion; its fields can be corrected first (E), the item is made when they are kept.

    Signals:
        accept_requested: id of the suggestion, and what was typed over its fields.
        dismiss_requested: id of the suggestion.
        passage_requested: the page should show its words.
        page_requested: Esc.
        editing_changed: the fields can be corrected from now on, or no longer.
    """

    accept_requested = Signal(str, dict)
    dismiss_requested = Signal(str)
    passage_requested = Signal(str)
    page_requested = Signal()
    editing_changed = Signal()

    def __init__(self, place: Workplace, factory: RowFactory) -> None:
        super().__init__()
        self._place, self._factory = place, factory
        self.shown: Shown | None = None
        self.sets: dict[SuggestionKind, SuggestionRows | SettlementRows] = {}
        self._facts: list[tuple[QLabel, QLabel]] = []
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.quote = label()
        self.why_head, self.why = label("muted", factor=SMALL), label(factor=SMALL)
        for part in (self.quote, self.why):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.error = label("hint", factor=SMALL)
        self.error.hide()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self._column.addLayout(self._head())
        self._column.addWidget(self.quote)
        self._column.addLayout(self._grid)
        for part in (self.why_head, self.why):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area = self._scrolled(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        for below in (hairline(), self.error, self._buttons()):
            whole.addWidget(below)

    def _head(self) -> QHBoxLayout:
        self.mark, self.title, self.sure = QLabel(), QLabel(), QLabel()
        self.title.setFont(sized(1.0, bold=True))
        self.title.setWordWrap(True)
        self.sure.setFont(sized(SMALL))
        self.sure.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.title, 1)
        head.addWidget(self.sure)
        return head

    def _scrolled(self, body: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        return area

    def _buttons(self) -> QWidget:
        self.accept, self.edit, self.dismiss = QPushButton(), QPushButton(), QPushButton()
        self.accept.setProperty("primary", True)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for button in (self.accept, self.edit, self.dismiss):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
            row.addWidget(button)
        row.addStretch(1)
        self.accept.clicked.connect(self.keep)
        self.edit.clicked.connect(self._on_edit)
        self.dismiss.clicked.connect(self._on_dismiss)
        return bar

    @property
    def rows(self) -> "SuggestionRows | SettlementRows | None":
        """The rows of the suggestion that is being edited, None while it is only shown."""
        return next((rows for rows in self.sets.values() if not rows.isHidden()), None)

    def show_suggestion(self, shown: "Shown") -> None:
        """Show another suggestion; the same one stays as it is, with what is being typed."""
        if self.shown is not None and self.shown.id == shown.id and self.shown == shown:
            return
        self.stop_editing()
        self.shown = shown
        self.error.hide()
        self._fill()
        self._area.verticalScrollBar().setValue(0)

    def _fill(self) -> None:
        shown = self.shown
        assert shown is not None
        suggestion, kind = shown.suggestion, kind_of(shown.suggestion)
        colour = self._place.theme.kind_colours[kind]
        self.mark.setPixmap(mark_icon(kind, colour, self.devicePixelRatioF()).pixmap(MARK, MARK))
        name = name_of(suggestion)
        head = _("{what}, suggestion").format(what=head_of(suggestion))
        self.title.setText(f"{head} · {name}" if name else head)
        page = _("p. {n}").format(n=shown.page_number) if shown.page_number else ""
        self.sure.setText(" · ".join(part for part in (confidence_word(suggestion.confidence), page) if part))
        self.quote.setText(f"“{suggestion.selection.quote}”")
        self.why.setText(suggestion.why())
        for part in (self.why, self.why_head):
            part.setVisible(bool(self.why.text()))
        self._fill_facts(list(facts_of(suggestion)))
        self._show_buttons()
        self.setAccessibleName(head)
        self.setAccessibleDescription(f"{suggestion.selection.quote} {self.why.text()}")

    def _fill_facts(self, facts: list[tuple[str, str]]) -> None:
        """Write label and value into lines that are made once and used again."""
        while len(self._facts) < len(facts):
            caption, value = label("muted"), label()
            caption.setFixedWidth(label_width())
            value.setTextFormat(Qt.TextFormat.PlainText)
            for column, part in enumerate((caption, value)):
                self._grid.addWidget(part, len(self._facts), column, Qt.AlignmentFlag.AlignTop)
            self._facts.append((caption, value))
        for row, (caption, value) in enumerate(self._facts):
            seen = row < len(facts) and self.rows is None
            if row < len(facts):
                caption.setText(facts[row][0])
                value.setText(facts[row][1])
            caption.setVisible(seen)
            value.setVisible(seen)

    def _show_buttons(self) -> None:
        editing = self.rows is not None
        writable = not self._place.desk.register.read_only
        self.accept.setText(_("Accept") + ("" if editing else "  A"))
        self.edit.setText(_("Do not edit") if editing else _("Edit first") + "  E")
        self.dismiss.setText(_("Leave out") + ("" if editing else "  R"))
        for button in (self.accept, self.edit, self.dismiss):
            button.setVisible(writable)
            button.setAccessibleName(button.text().split("  ")[0])

    def begin_editing(self) -> None:
        """Let the fields be corrected; the cursor goes to the first one."""
        shown = self.shown
        if shown is None or self._place.desk.register.read_only:
            return
        if self.rows is None:
            rows = self._rows_of(shown.suggestion.kind)
            rows.fill(shown.suggestion)
            rows.show()
            self._fill_facts([])
            self._show_buttons()
            self.editing_changed.emit()
        assert self.rows is not None
        self.rows.focus_first()

    def stop_editing(self) -> None:
        """Drop what was typed over the fields and only show them again."""
        if (rows := self.rows) is not None:
            rows.hide()
            self.error.hide()
            if self.shown is not None:
                self._fill()
            self.editing_changed.emit()

    def _rows_of(self, kind: SuggestionKind) -> "SuggestionRows | SettlementRows":
        if kind not in self.sets:
            rows = self._make_rows(kind)
            rows.hide()
            rows.keep_requested.connect(self.keep)
            rows.abandoned.connect(self._on_abandoned)
            self._column.insertWidget(3, rows)
            self.sets[kind] = rows
        return self.sets[kind]

    def _make_rows(self, kind: SuggestionKind) -> "SuggestionRows | SettlementRows":
        if kind is not SuggestionKind.DISCHARGE:
            return SuggestionRows(ItemKind(kind.value), self._factory)
        from griffie.ui.item.settlement_rows import SettlementRows

        return SettlementRows(self._place, self._factory.reads)

    def keep(self) -> None:
        """Accept the suggestion, with what was typed over its fields."""
        if self.shown is None:
            return
        try:
            edits = self.rows.edits() if self.rows is not None else {}
        except InvalidValueError as error:
            self.say_error(str(error))
        else:
            self.accept_requested.emit(self.shown.id, edits)

    def say_error(self, text: str) -> None:
        """Say why the item could not be made; what was typed stays."""
        self.error.setText(text)
        self.error.setContentsMargins(12, 4, 12, 0)
        self.error.show()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.why_head.setText(_("Why?"))
        for rows in self.sets.values():
            rows.retranslate()
        if self.shown is not None:
            self._fill()
        self._show_buttons()

    def restyle(self) -> None:
        """Take the colours of the theme in force."""
        if self.shown is not None:
            self._fill()

    def _on_edit(self) -> None:
        if self.rows is None:
            self.begin_editing()
        else:
            self._on_abandoned()

    def _on_abandoned(self) -> None:
        self.stop_editing()
        self.page_requested.emit()

    def _on_dismiss(self) -> None:
        if self.shown is not None:
            self.dismiss_requested.emit(self.shown.id)
