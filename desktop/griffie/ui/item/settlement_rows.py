"""The fields of a settlement: what it meets, by which letter, how far it is, who decided when. Kept by who asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import N_, _
from griffie.domain.reading import Suggestion
from griffie.domain.settlement import DEGREE_WORDS, STAGE_WORDS, Degree, Stage
from griffie.services import choosing
from griffie.services.settling import Ruling
from griffie.ui.item.editors import asker, bodies_like, choice_row, day_row, line_row, remarks_row
from griffie.ui.panel.fields.line import LineEditor
from griffie.ui.panel.row import FieldRow
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

OF_DECISION = ("body", "decided_on")
"""Rows that only a decision has."""


class SettlementRows(QWidget):
    """The rows, checked as they are left.

    Signals:
        keep_requested: Ctrl+Enter, or Enter in a line.
        abandoned: Esc.
    """

    keep_requested = Signal()
    abandoned = Signal()

    def __init__(self, place: Workplace, reads: Lane) -> None:
        super().__init__()
        desk = place.desk
        self.rows: dict[str, FieldRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for row in (
            line_row("meets", N_("Settles"), asker(reads, desk, choosing.items_like)),
            line_row("letter", N_("By letter"), asker(reads, desk, choosing.letters_like)),
            choice_row("stage", N_("How far"), STAGE_WORDS),
            choice_row("degree", N_("Degree"), DEGREE_WORDS),
            line_row("body", N_("Decided by"), asker(reads, desk, bodies_like)),
            day_row("decided_on", N_("Decided on")),
            remarks_row(),
        ):
            layout.addWidget(self._add(row))
        self.rows["stage"].editor.edited.connect(self._show_fitting)
        self.retranslate()

    def _add(self, row: FieldRow) -> FieldRow:
        self.rows[row.name] = row
        row.only_checks = True
        row.page_requested.connect(self.abandoned)
        row.next_requested.connect(self.keep_requested)
        return row

    def begin(self, ruling: Ruling, *, meets: str | None = None, letter: str | None = None) -> None:
        """Show a settlement; `meets` and `letter` are texts of what can be chosen, None where that is fixed."""
        self.rows["meets"].fill(meets or "")
        self.rows["meets"].setVisible(meets is not None)
        self.rows["letter"].fill(letter or "")
        self.rows["letter"].setVisible(letter is not None)
        for name in ("stage", "degree"):
            self.rows[name].fill(getattr(ruling, name).value)
        for name in (*OF_DECISION, "remarks"):
            self.rows[name].fill(getattr(ruling, name))
        self._show_fitting()

    def fill(self, suggestion: Suggestion) -> None:
        """Show what the reader says of a settlement that a letter claims; several targets cannot be chosen anew."""
        partly = suggestion.fields.get("degree") == Degree.PARTLY.value
        degree = Degree.PARTLY if partly else Degree.WHOLE
        single = suggestion.targets[0] if suggestion.targets else ""
        self.begin(Ruling(Stage.CLAIMED, degree), meets=single if len(suggestion.targets) < 2 else None)

    def edits(self) -> dict[str, str]:
        """Return by name what was typed over what was shown.

        Raises:
            InvalidValueError: a row cannot take its text; it says so and has the focus.
        """
        self._check()
        changed = (row for row in self.rows.values() if not row.isHidden() and row.editor.changed)
        return {row.name: row.editor.typed_text() for row in changed}

    def ruling(self) -> Ruling:
        """Return how far the settlement is.

        Raises:
            InvalidValueError: a row cannot take its text, or a decision lacks who and when.
        """
        self._check()
        values = {name: row.texts.parse(row.editor.typed_text()) for name, row in self.rows.items()}
        ruling = Ruling(
            Stage(values["stage"]), Degree(values["degree"]), values["body"], values["decided_on"], values["remarks"]
        )
        try:
            ruling.check()
        except InvalidValueError:
            lacking = next(name for name in OF_DECISION if not values[name])
            self.rows[lacking].editor.setFocus()
            raise
        return ruling

    def text(self, name: str) -> str:
        """Return what is typed into a line, '' where the row is not shown."""
        row = self.rows[name]
        return "" if row.isHidden() else row.editor.typed_text().strip()

    def focus_first(self) -> None:
        """Put the cursor into the first row that is shown."""
        next(row for row in self.rows.values() if not row.isHidden()).editor.setFocus()

    def set_read_only(self, read_only: bool) -> None:
        """Let the settlement be read only."""
        for row in self.rows.values():
            row.set_read_only(read_only)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for row in self.rows.values():
            row.retranslate()
        for name, text in (("meets", _("Number, or words of it")), ("letter", _("Number, or words of the letter"))):
            editor = self.rows[name].editor
            assert isinstance(editor, LineEditor)
            editor.set_placeholder(text)

    def _check(self) -> None:
        for row in self.rows.values():
            if not row.isHidden() and not row.keep():
                row.editor.setFocus()
                raise InvalidValueError(row.hint.text())

    def _show_fitting(self) -> None:
        decided = self.rows["stage"].editor.typed_text() == Stage.DECIDED
        for name in OF_DECISION:
            self.rows[name].setVisible(decided)
