"""The deadlines of a commitment, motion or request, as lines in its form, and a line to type another."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import N_, _
from griffie.domain.dates import parse_date
from griffie.domain.item import Deadline
from griffie.domain.periods import DateRange, parse_range
from griffie.services import itemising
from griffie.ui.panel.buttons import GoButton
from griffie.ui.panel.fields.line import LineEditor
from griffie.ui.panel.look import SMALL, label
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.texts import Reference, TermText, range_of


class TermRow(FieldRow):
    """The range of one deadline, labelled with its phrase; a button goes to its own form."""

    def __init__(self, deadline: Deadline, reference: Reference) -> None:
        self.deadline = deadline
        super().__init__("term", N_("Deadline"), LineEditor(), TermText(reference))
        self.asks_reason = self._has_date
        self.go = GoButton()
        self.editor.row.addWidget(self.go)

    def label_text(self) -> str:
        """Return the phrase, or the kind where it has none."""
        return self.deadline.phrase or super().label_text()

    def show_deadline(self, deadline: Deadline) -> None:
        """Show the deadline as it is now."""
        self.deadline = deadline
        self.caption.setText(self.label_text())
        self.refresh(range_of(deadline))
        self.editor.set_name(_("Term of {number}").format(number=deadline.number))

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        self.editor.set_name(_("Term of {number}").format(number=self.deadline.number))
        if hasattr(self, "go"):
            self.go.retranslate()

    def _has_date(self) -> bool:
        return itemising.needs_reason(self.deadline, "date_to")


class NewTermLine(QWidget):
    """A line that takes a new deadline: typed and Enter.

    Signals:
        typed: phrase and DateRange of a deadline to make.
        page_requested, next_requested: as of FieldRow.
    """

    typed = Signal(str, object)
    page_requested = Signal()
    next_requested = Signal()

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self._reference = reference
        self.editor = LineEditor()
        self.hint = label("hint", factor=SMALL)
        self.hint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.editor)
        layout.addWidget(self.hint)
        self.editor.entered.connect(self._on_entered)
        self.editor.escaped.connect(self._on_escaped)
        self.editor.edited.connect(self._on_edited)
        self.editor.next_requested.connect(self._on_next)
        self.editor.left.connect(self._on_left)
        self.editor.set_stored("", "")
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.editor.set_placeholder(_("Add a deadline: Q1 2027, before 1 May 2026"))
        self.editor.set_name(_("Add a deadline"))

    def clear(self) -> None:
        """Make the line ready for the next one."""
        self.editor.set_stored("", "")
        self.say("")

    def say(self, hint: str) -> None:
        """Show why a text cannot be taken."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.editor.set_invalid(bool(hint))

    def _on_entered(self) -> None:
        self.keep()

    def _on_left(self, _by_key: bool) -> None:
        self.keep()

    def keep(self) -> bool:
        """Make a deadline of what is typed; False where it is no term."""
        text = self.editor.text().strip()
        if not text or not self.editor.changed:
            self.say("")
            return True
        try:
            found = parse_range(text, reference=self._reference())
        except InvalidValueError as error:
            self.say(str(error))
            return False
        self.clear()
        self.typed.emit("" if _is_plain_day(text, self._reference()) else text, found)
        return True

    def _on_next(self) -> None:
        if self.keep():
            self.next_requested.emit()

    def _on_edited(self) -> None:
        self.say("")

    def _on_escaped(self, changed: bool) -> None:
        if changed or not self.hint.isHidden():
            self.clear()
        else:
            self.page_requested.emit()


class DeadlineRows(QWidget):
    """The deadlines of one item.

    Signals:
        keep_requested: the TermRow, the typed text, the reason.
        new_typed: phrase and DateRange of a deadline to make.
        add_requested: the button: a deadline to be filled in in its own form.
        go_requested: id of the deadline whose form should be shown.
        page_requested, next_requested: as of FieldRow.
    """

    keep_requested = Signal(object, str, str)
    new_typed = Signal(str, object)
    add_requested = Signal()
    go_requested = Signal(str)
    page_requested = Signal()
    next_requested = Signal()

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self._reference = reference
        self.rows: dict[str, TermRow] = {}
        self._read_only = False
        self.title = label(bold=True)
        self.add = QPushButton()
        self.add.setFlat(True)
        self.add.setAutoDefault(True)  # Enter presses it too, outside a dialog
        self.add.setStyleSheet("QPushButton { border: 0; background: transparent; color: palette(link); }")
        self.add.setCursor(Qt.CursorShape.PointingHandCursor)
        self.add.clicked.connect(self.add_requested)
        self.new_line = NewTermLine(reference)
        self.new_line.typed.connect(self.new_typed)
        self.new_line.page_requested.connect(self.page_requested)
        self.new_line.next_requested.connect(self.next_requested)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._lines)
        layout.addWidget(self.new_line)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.title.setText(_("Deadlines"))
        self.add.setText(_("Add"))
        self.add.setAccessibleName(_("Add a deadline and fill in its fields"))
        self.add.setToolTip(_("Add a deadline and fill in its fields"))
        self.new_line.retranslate()
        for row in self.rows.values():
            row.retranslate()

    def sizeHint(self) -> QSize:
        """Return a hint that lets the panel be narrow."""
        return QSize(240, super().sizeHint().height())

    def show_deadlines(self, deadlines: Sequence[Deadline]) -> None:
        """Show the deadlines as they are now; what is being typed stays."""
        if list(self.rows) != [deadline.id for deadline in deadlines]:
            self._rebuild(deadlines)
        for deadline in deadlines:
            self.rows[deadline.id].show_deadline(deadline)

    def set_read_only(self, read_only: bool) -> None:
        """Let the deadlines be read only."""
        self._read_only = read_only
        self.new_line.setVisible(not read_only)
        self.add.setVisible(not read_only)
        for row in self.rows.values():
            row.set_read_only(read_only)

    def _rebuild(self, deadlines: Sequence[Deadline]) -> None:
        wanted = {deadline.id for deadline in deadlines}
        for row_id in [row_id for row_id in self.rows if row_id not in wanted]:
            row = self.rows.pop(row_id)
            row.hide()
            row.deleteLater()
        ordered = {d.id: self.rows.get(d.id) or self._made(d) for d in deadlines}
        for position, row in enumerate(ordered.values()):
            self._lines.removeWidget(row)
            self._lines.insertWidget(position, row)
        self.rows = ordered

    def _made(self, deadline: Deadline) -> TermRow:
        row = TermRow(deadline, self._reference)
        row.fill(range_of(deadline))
        row.set_read_only(self._read_only)
        row.keep_requested.connect(self.keep_requested)
        row.page_requested.connect(self.page_requested)
        row.next_requested.connect(self.next_requested)
        row.go.clicked.connect(self._on_go)
        return row

    def _on_go(self) -> None:
        sender = self.sender()
        for row in self.rows.values():
            if row.go is sender:
                self.go_requested.emit(row.deadline.id)
                return


def values_of(phrase: str, found: DateRange) -> dict[str, object]:
    """Return the fields of a deadline to be made of a typed term."""
    return {"phrase": phrase, "date_from": found.date_from, "date_to": found.date_to, "precision": found.precision}


def _is_plain_day(text: str, reference: date | None) -> bool:
    """Tell whether the text is a mere date, and so no phrase worth keeping."""
    try:
        parse_date(text, reference=reference)
    except UserError:
        return False
    return True
