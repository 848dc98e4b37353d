"""What a changed recess calendar would move: deadline by deadline, to be agreed to or left as it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from griffie.base.i18n import _, ngettext
from griffie.domain.changes import Changes
from griffie.ui.panel.terms import term_text
from griffie.ui.place import Workplace
from griffie.ui.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from griffie.services.moving import Move


class MovesDialog(QDialog):
    """A line for each deadline, each with a box; those that are ticked move in one step."""

    def __init__(self, place: Workplace, moves: "Sequence[Move]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._moves = place, list(moves)
        self.setWindowTitle(_("What the calendar would move"))
        self.resize(720, 420)
        text = ngettext(
            "By the new calendar {n} deadline has another date. Nothing has moved yet.",
            "By the new calendar {n} deadlines have other dates. Nothing has moved yet.",
            len(self._moves),
        )
        about = QLabel(text.format(n=len(self._moves)))
        about.setWordWrap(True)
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setStyleSheet(f"QTreeView::item {{ height: {ROW_HEIGHT - 2}px; padding: 0 4px; }}")
        self.table.setHeaderLabels([_("Deadline"), _("Letter"), _("Phrase"), _("Now"), _("By the calendar")])
        self.table.setAccessibleName(self.windowTitle())
        for move in self._moves:
            ranges = (term_text(move.old), term_text(move.new))
            item = QTreeWidgetItem([move.number, move.letter_number, move.phrase, *ranges])
            item.setCheckState(0, Qt.CheckState.Checked)
            self.table.addTopLevelItem(item)
        for column in range(5):
            self.table.resizeColumnToContents(column)
        buttons = QDialogButtonBox()
        self.move_button = buttons.addButton(_("Move those ticked"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.leave_button = buttons.addButton(_("Leave all as they are"), QDialogButtonBox.ButtonRole.RejectRole)
        self.move_button.setEnabled(not place.desk.register.read_only)
        buttons.accepted.connect(self._on_move)
        buttons.rejected.connect(self.reject)
        column_layout = QVBoxLayout(self)
        for part in (about, self.table, buttons):
            column_layout.addWidget(part)

    def chosen(self) -> "list[Move]":
        """Return the moves that are ticked."""
        ticked = []
        for place, move in enumerate(self._moves):
            item = self.table.topLevelItem(place)
            if item is not None and item.checkState(0) is Qt.CheckState.Checked:
                ticked.append(move)
        return ticked

    def _on_move(self) -> None:
        from griffie.services import moving

        desk, bus, chosen = self._place.desk, self._place.bus, self.chosen()

        def done(changes: Changes) -> None:
            bus.changed.emit(changes, None)
            bus.saved.emit()

        if chosen:
            self._place.lane.run(lambda: moving.apply_moves(desk, chosen), done, bus.failed.emit)
        self.accept()
