"""The bar below the register: one change to all selected rows, with its reason and source, as one step."""

import datetime as dt

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QSizePolicy, QWidget

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _, ngettext
from griffie.domain.dates import parse_date
from griffie.domain.following import BulkChange
from griffie.domain.kinds import WORDS, Status
from griffie.domain.periods import DateRange, parse_range
from griffie.ui.panel.fields.choice import QuietCombo

SETTABLE = (Status.OPEN, Status.PARTLY_SETTLED, Status.SETTLED, Status.LAPSED)


class BulkBar(QFrame):
    """What is done to the selected rows; nothing happens before "Change" is pressed.

    Signals:
        wanted: a BulkChange to be made.
        closed: the bar is to be put away.
        stopped: what is being changed is to stop, and to be as it was.
    """

    wanted = Signal(object)
    closed = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk_bar")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._rows = 0
        self.title, self.hint = QLabel(), QLabel()
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.status = QuietCombo()
        self.deadline, self.handler, self.reason, self.body, self.day = (QLineEdit() for _n in range(5))
        self.labels = {name: QLabel() for name in ("status", "deadline", "handler", "reason", "body", "day")}
        self.change_button, self.close_button = QPushButton(), QPushButton()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()
        self.change_button.setProperty("primary", True)
        self._lay_out()
        self.change_button.clicked.connect(self._on_change)
        self.close_button.clicked.connect(self._on_close)
        for edit in (self.deadline, self.handler, self.reason, self.body, self.day):
            edit.returnPressed.connect(self._on_change)
            edit.textEdited.connect(lambda _text: self.hint.hide())
        self.retranslate()
        self.hint.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        fields = {"status": self.status, "deadline": self.deadline, "handler": self.handler, "reason": self.reason,
                  "body": self.body, "day": self.day}  # fmt: skip
        grid.addWidget(self.title, 0, 0, 1, 6)
        for place, (name, field) in enumerate(fields.items()):
            row, column = 1 + place // 3, (place % 3) * 2
            self.labels[name].setBuddy(field)
            grid.addWidget(self.labels[name], row, column)
            grid.addWidget(field, row, column + 1)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.addWidget(self.change_button, 1, 6)
        grid.addWidget(self.close_button, 2, 6)
        grid.addWidget(self.hint, 3, 0, 1, 7)
        grid.addWidget(self.progress, 4, 0, 1, 7)
        for column, share in ((1, 2), (3, 3), (5, 2)):
            grid.setColumnStretch(column, share)

    def show_rows(self, rows: int) -> None:
        """Say how many rows will change."""
        self._rows = rows
        self.title.setText(ngettext("Change {n} selected row", "Change {n} selected rows", rows).format(n=rows))
        self.change_button.setEnabled(rows > 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of how many rows have been changed; meanwhile the second button stops it."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()
        self.change_button.setEnabled(False)
        self.close_button.setText(_("Stop"))

    def end_progress(self) -> None:
        """It is done, or was stopped."""
        self.progress.hide()
        self.close_button.setText(_("Close"))
        self.show_rows(self._rows)

    @Slot()
    def _on_close(self) -> None:
        (self.stopped if self.progress.isVisible() else self.closed).emit()

    def empty(self) -> None:
        """Empty every field but the body and the day: a list of decisions is mostly of one meeting."""
        self.status.setCurrentIndex(0)
        for edit in (self.deadline, self.handler, self.reason):
            edit.clear()
        self.hint.hide()

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        texts = {"status": _("Status"), "deadline": _("New deadline"), "handler": _("Handled by"),
                 "reason": _("Reason"), "body": _("Decided by"), "day": _("On")}  # fmt: skip
        for name, text in texts.items():
            self.labels[name].setText(text)
        for field, name in ((self.status, "status"), (self.deadline, "deadline"), (self.handler, "handler"),
                            (self.reason, "reason"), (self.body, "body"), (self.day, "day")):  # fmt: skip
            field.setAccessibleName(texts[name])
        self.deadline.setPlaceholderText(_("1 October 2026, before the summer recess..."))
        self.body.setPlaceholderText(_("committee or Chamber, if it decided so"))
        self.day.setPlaceholderText(_("day of the decision"))
        chosen = self.status.currentData()
        self.status.clear()
        self.status.addItem(_("leave as it is"), "")
        for status in SETTABLE:
            self.status.addItem(_(WORDS[status]), status.value)
        self.status.setCurrentIndex(max(0, self.status.findData(chosen)))
        self.change_button.setText(_("Change"))
        self.close_button.setText(_("Close"))
        self.show_rows(self._rows)

    def tell(self, text: str) -> None:
        """Say what is missing or went wrong."""
        self.hint.setText(text)
        self.hint.show()

    @Slot()
    def _on_change(self) -> None:
        try:
            change = self._change()
        except InvalidValueError as error:
            self.tell(str(error))
            return
        if change.is_nothing:
            self.tell(_("Choose what is to change."))
        elif change.due is not None and not change.reason.strip():
            self.tell(_("Say why the deadline moves."))
            self.reason.setFocus()
        else:
            self.wanted.emit(change)

    def _change(self) -> BulkChange:
        status = self.status.currentData()
        deadline = self.deadline.text().strip()
        due: DateRange | None = parse_range(deadline, reference=dt.date.today()) if deadline else None
        day = self.day.text().strip()
        return BulkChange(
            status=Status(status) if status else None,
            handler=self.handler.text() if self.handler.text().strip() else None,
            due=due,
            reason=self.reason.text(),
            body=self.body.text(),
            on_date=parse_date(day) if day else None,
        )
