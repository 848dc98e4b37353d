"""The recess calendar: the rows that come with the program, and a clerk's own laid over them.

Saving moves no deadline by itself: what the new calendar would move is listed, to be agreed to or left.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import N_, _, current_language
from griffie.domain.dates import format_date, parse_date
from griffie.domain.kinds import WORDS, Chamber
from griffie.domain.recess import (
    LONGEST,
    OWN_GRADE,
    RECESS_WORDS,
    Recess,
    RecessCalendar,
    RecessKind,
    shipped_calendar,
)
from griffie.services import recesses
from griffie.ui.panel.answers import while_alive
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.place import Workplace
from griffie.ui.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from griffie.services.moving import Move

GRADE_WORDS = {
    "A": N_("official"),
    "B": N_("from a data file"),
    "C": N_("secondary source"),
    "R": N_("by rule"),
    "U": N_("unchecked"),
}
ROW = Qt.ItemDataRole.UserRole
SOURCE_WIDTH = 230


class RecessDialog(QDialog):
    """A table of recesses with a line below it to add a row or to replace one.

    `saved` tells whether the calendar was changed.
    """

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.saved = False
        self.own: list[Recess] = list(self._read_own())
        self.setWindowTitle(_("Recess calendar"))
        self.resize(940, 640)
        self._build()
        self._fill()
        self._on_current()

    def _read_own(self) -> tuple[Recess, ...]:
        try:
            return recesses.own_rows(self._place.desk)
        except UserError as error:
            self._place.bus.failed.emit(error)
            return ()

    def _build(self) -> None:
        about = QLabel(_("“Before the summer recess” means the day before its first day. Own rows go before those of "
                         "Griffie; where no row exists, summer and Christmas go by rule."))  # fmt: skip
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setStyleSheet(f"QTreeView::item {{ height: {ROW_HEIGHT - 2}px; padding: 0 4px; }}")
        self.table.setHeaderLabels(
            [_("Chamber"), _("Recess"), _("First day"), _("Last day"), _("Grade"), _("Source"), _("Whose")]
        )
        self.table.setAccessibleName(_("Recess calendar"))
        self.table.currentItemChanged.connect(self._on_current)
        self.hint = QLabel()
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        self.save_button = buttons.button(QDialogButtonBox.StandardButton.Save)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addWidget(self.table, 1)
        column.addLayout(self._line())
        column.addWidget(self.hint)
        column.addWidget(buttons)

    def _line(self) -> QGridLayout:
        """Return the fields of one row, and what can be done with it."""
        self.chamber, self.kind = QuietCombo(), QuietCombo()
        for chamber in (Chamber.TK, Chamber.EK):
            self.chamber.addItem(_(WORDS[chamber]), chamber)
        for kind in RecessKind:
            self.kind.addItem(_(RECESS_WORDS[kind]), kind)
        for box in (self.chamber, self.kind):
            box.setMinimumContentsLength(14)
        self.first, self.last, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        grid = QGridLayout()
        named = ((_("Chamber"), self.chamber), (_("Recess"), self.kind), (_("First day"), self.first),
                 (_("Last day"), self.last), (_("Source"), self.source))  # fmt: skip
        for column, (text, widget) in enumerate(named):
            caption = QLabel(text)
            caption.setBuddy(widget)
            caption.setProperty("role", "muted")
            widget.setAccessibleName(text)
            grid.addWidget(caption, 0, column)
            grid.addWidget(widget, 1, column)
        self.put, self.remove = QPushButton(_("Put in")), QPushButton(_("Remove own row"))
        for button in (self.put, self.remove):
            button.setAutoDefault(False)
        self.put.setToolTip(_("Adds the row, or replaces the one of the same chamber, recess and year"))
        self.put.clicked.connect(self.put_row)
        self.remove.clicked.connect(self.remove_row)
        row = QHBoxLayout()
        row.addWidget(self.put)
        row.addWidget(self.remove)
        row.addStretch(1)
        grid.addLayout(row, 2, 0, 1, 5)
        grid.setColumnStretch(4, 1)
        return grid

    def rows(self) -> tuple[Recess, ...]:
        """Return the calendar as it would be, newest first."""
        return tuple(reversed(shipped_calendar().merged(self.own).rows))

    def _fill(self, current: Recess | None = None) -> None:
        self.table.clear()
        for row in self.rows():
            item = self._item(row)
            self.table.addTopLevelItem(item)
            if row == current:
                self.table.setCurrentItem(item)
        for column in range(self.table.columnCount()):
            self.table.resizeColumnToContents(column)
        self.table.setColumnWidth(5, min(self.table.columnWidth(5), SOURCE_WIDTH))

    def _item(self, row: Recess) -> QTreeWidgetItem:
        language = current_language()
        own = row in self.own
        texts = [row.chamber.value, _(RECESS_WORDS[row.kind]), format_date(row.first, language),
                 format_date(row.last, language), _(GRADE_WORDS.get(row.grade, row.grade)), row.source,
                 _("own row") if own else "Griffie"]  # fmt: skip
        item = QTreeWidgetItem(texts)
        item.setData(0, ROW, row)
        item.setToolTip(5, row.source)
        if own:
            font = item.font(0)
            font.setBold(True)
            for column in range(len(texts)):
                item.setFont(column, font)
        return item

    def current(self) -> Recess | None:
        """Return the row that is current."""
        item = self.table.currentItem()
        found = item.data(0, ROW) if item is not None else None
        return found if isinstance(found, Recess) else None

    def _on_current(self) -> None:
        row = self.current()
        self.remove.setEnabled(row in self.own)
        self.hint.setText("")
        if row is not None:
            language = current_language()
            self.chamber.setCurrentIndex(self.chamber.findData(row.chamber))
            self.kind.setCurrentIndex(self.kind.findData(row.kind))
            self.first.setText(format_date(row.first, language))
            self.last.setText(format_date(row.last, language))
            self.source.setText(row.source if row in self.own else "")

    def put_row(self) -> None:
        """Lay the typed row over the calendar, in the place of one of the same chamber, recess and year."""
        try:
            row = self._typed()
        except InvalidValueError as error:
            self.hint.setText(str(error))
            return
        others = RecessCalendar(self.own).merged([row]).rows
        self.own = [one for one in others if one != row] + [row]
        self._fill(row)

    def _typed(self) -> Recess:
        first, last = parse_date(self.first.text()), parse_date(self.last.text())
        if first > last:
            raise InvalidValueError(_("The recess ends before it begins."))
        if (last - first).days >= LONGEST:
            raise InvalidValueError(_("No recess lasts longer than {days} days.").format(days=LONGEST))
        source = self.source.text().strip()
        chamber, kind = Chamber(self.chamber.currentData()), RecessKind(self.kind.currentData())  # Qt keeps the text
        return Recess(chamber, kind, first, last, source, OWN_GRADE)

    def remove_row(self) -> None:
        """Take an own row away; the one of Griffie, if any, counts again."""
        row = self.current()
        self.own = [one for one in self.own if one != row]
        self._fill()
        self._on_current()

    def save(self) -> None:
        """Keep the own rows, then list what would move."""
        desk = self._place.desk
        try:
            before = recesses.calendar(desk)
        except UserError:  # the damaged file is replaced
            before = shipped_calendar()
        if tuple(self.own) == tuple(self._read_own()):
            self.accept()
            return
        try:
            recesses.save_own_rows(desk, self.own)
        except UserError as error:
            self.hint.setText(str(error))
            return
        self.saved = True
        self.save_button.setEnabled(False)
        self._ask_what_moves(before)

    def _ask_what_moves(self, before: RecessCalendar) -> None:
        desk = self._place.desk

        def work() -> "list[Move]":
            from griffie.services import moving

            return moving.moved_by_calendar(desk, before=before)

        def failed(error: Exception) -> None:
            self._place.bus.failed.emit(error)
            self.accept()

        self._place.lane.run(work, while_alive(self, self._on_moves), while_alive(self, failed))

    def _on_moves(self, moves: "list[Move]") -> None:
        from griffie.ui.dialogs.moves import MovesDialog

        if moves:
            MovesDialog(self._place, moves, self).exec()
        self.accept()
