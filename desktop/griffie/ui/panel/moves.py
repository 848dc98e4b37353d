"""How a deadline moved: what it was, why it changed, who did it and when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from griffie.base.i18n import N_, _, current_language
from griffie.domain.dates import format_date
from griffie.domain.item import DeadlineChange
from griffie.domain.kinds import Precision
from griffie.domain.periods import DateRange
from griffie.ui.panel.look import SMALL, clear, label
from griffie.ui.panel.section import Section
from griffie.ui.panel.terms import term_text


class Moves(Section):
    """The moves of one deadline, newest first; hidden while it never moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Earlier dates"), parent)
        self._moves: tuple[DeadlineChange, ...] = ()
        self.unfold()
        self.hide()

    def show_moves(self, moves: Sequence[DeadlineChange]) -> None:
        """Show the moves, given oldest first."""
        if tuple(moves) == self._moves:
            return
        self._moves = tuple(moves)
        self._fill()
        self.setVisible(bool(moves))

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        if getattr(self, "_moves", ()):
            self._fill()

    def texts(self) -> list[str]:
        """Return the lines as they are shown."""
        return [move_text(move) for move in reversed(self._moves)]

    def _fill(self) -> None:
        clear(self.body)
        for text in self.texts():
            line: QLabel = label("muted", factor=SMALL)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line.setContentsMargins(20, 0, 0, 4)
            line.setText(text)
            self.rows.addWidget(line)


def move_text(move: DeadlineChange) -> str:
    """Return one move in words."""
    before = _("no date") if move.no_date else term_text(_range(move)) or _("no date yet")
    day = format_date(move.at.astimezone().date(), current_language())
    return _("{before} — moved on {day} by {who}: {reason}").format(
        before=before, day=day, who=move.who or "?", reason=move.reason
    )


def _range(move: DeadlineChange) -> DateRange:
    return DateRange(move.date_from, move.date_to, Precision.NONE)
