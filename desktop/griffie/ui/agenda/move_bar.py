"""The strip below the agenda that asks where a deadline goes and why; nothing else waits for it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCompleter, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _
from griffie.domain.agenda import Entry
from griffie.domain.periods import DateRange, parse_range
from griffie.domain.recess import Recess
from griffie.ui.agenda import words
from griffie.ui.panel.fields.base import ROW
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.panel.fields.day import DateEditor
from griffie.ui.panel.terms import term_text

ROOMY_PX, LEAST_PX = 1100, 600


class MoveBar(QFrame):
    """Asks the new date and the reason.

    Signals:
        move_requested: Entry, DateRange and reason; all there is to it has been checked.
        given_up: Esc or the button: nothing moves.
    """

    move_requested = Signal(object, object, str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.entry: Entry | None = None
        self._today = date.today()
        self._recesses: Sequence[Recess] = ()
        self.title, self.hint, self.why = QLabel(), QLabel(), QLabel()
        self.day = DateEditor(self._read_day)
        self.day.setFixedWidth(250)
        self.reason = QuietCombo()
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(QuietCombo.InsertPolicy.NoInsert)
        self.reason.setMinimumWidth(160)
        self.keep, self.cancel = QPushButton(), QPushButton()
        self.keep.setProperty("primary", True)
        self._build()
        self.hide()
        self.retranslate()

    def _build(self) -> None:
        for label in (self.title, self.hint, self.why):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hint.setMinimumWidth(120)
        self.why.setBuddy(self.reason)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(12, 8, 12, 8)
        self._rows.setSpacing(8)
        for widgets in ((self.title, self.day, self.hint), (self.why, self.reason, self.keep, self.cancel)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget, int(widget is self.reason))
            self._rows.addLayout(row, int(self.reason in widgets))
        self.day.edited.connect(self._show_hint)
        self.day.entered.connect(self._on_day_entered)
        self.day.escaped.connect(lambda _changed: self.give_up())
        line = self.reason.lineEdit()
        if line is not None:
            line.setMinimumHeight(ROW - 4)
            line.installEventFilter(self)
            line.textEdited.connect(lambda _text: self._mark_reason(missing=False))
        self.keep.clicked.connect(self.try_to_move)
        self.cancel.clicked.connect(self.give_up)
        for button in (self.keep, self.cancel):
            button.setAutoDefault(True)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.why.setText(_("Reason"))
        self.reason.setAccessibleName(_("Reason why the deadline moves"))
        line = self.reason.lineEdit()
        if line is not None:
            line.setAccessibleName(_("Reason why the deadline moves"))
            line.setPlaceholderText(_("Why does it move?"))
        self.day.set_name(_("New date"))
        self.day.retranslate()
        self.day.set_placeholder(_("1 May 2026, Q1 2027, before the summer recess"))
        self.cancel.setText(_("Cancel"))
        if self.entry is not None:
            self._show_title(self.entry)
            self._show_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow window the reason stands below the date."""
        super().resizeEvent(event)
        wide = event.size().width() >= ROOMY_PX
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Qt: as narrow as it is with the reason below the date."""
        return QSize(LEAST_PX, super().minimumSizeHint().height())

    def ask(self, entry: Entry, day: date | None, today: date, recesses: Sequence[Recess]) -> None:
        """Show the strip for a line: with a day it was dragged to, or without, to be typed."""
        self.entry, self._today, self._recesses = entry, today, recesses
        found = entry.moved_to(day) if day is not None else DateRange(entry.date_from, entry.due, entry.precision)
        text = term_text(found)
        self.day.set_stored(text, text)
        self.day.set_typing()
        self.reason.setCurrentIndex(-1)
        self.reason.clearEditText()
        for widget in (self.why, self.reason):
            widget.setVisible(entry.needs_reason)
        self._mark_reason(missing=False)
        self._show_title(entry)
        self._show_hint()
        self.show()
        if day is not None and entry.needs_reason:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.line.selectAll()

    def offer_reasons(self, reasons: Sequence[str]) -> None:
        """Offer the reasons that were given before."""
        typed = self.reason.currentText()
        self.reason.clear()
        self.reason.addItems(list(reasons))
        completer = self.reason.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.reason.setCurrentIndex(-1)
        self.reason.setEditText(typed)

    def give_up(self) -> None:
        """Go away; nothing moves."""
        self.close_bar()
        self.given_up.emit()

    def close_bar(self) -> None:
        """Go away without a word."""
        self.entry = None
        self.hide()

    def range_typed(self) -> DateRange | None:
        """Return the range that is typed, None where it is none."""
        try:
            return parse_range(self.day.text(), reference=self._today)
        except InvalidValueError:
            return None

    def try_to_move(self) -> None:
        """Move, or show what is still missing."""
        entry, found, reason = self.entry, self.range_typed(), self.reason.currentText().strip()
        if entry is None:
            return
        if found is None or (found.date_from is None and found.date_to is None):
            self._show_hint(complete=True)
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        elif entry.needs_reason and not reason:
            self._mark_reason(missing=True)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.move_requested.emit(entry, found, reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter in the reason moves, Esc gives up."""
        if isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                completer = self.reason.completer()
                popup = completer.popup() if completer is not None else None
                if popup is None or not popup.isVisible():
                    (self.give_up if event.key() == Qt.Key.Key_Escape else self.try_to_move)()
                    return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc gives up from a button too."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _on_day_entered(self) -> None:
        self._show_hint(complete=True)
        if self.range_typed() is None:
            return
        if self.entry is not None and self.entry.needs_reason and not self.reason.currentText().strip():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.try_to_move()

    def _read_day(self, _text: str) -> date | None:
        found = self.range_typed()
        return (found.date_to or found.date_from) if found is not None else None

    def _show_title(self, entry: Entry) -> None:
        new = not entry.deadline_id
        self.title.setText((_("Deadline for {number}") if new else _("Move {number} to")).format(number=entry.number))
        self.keep.setText(_("Give it this deadline") if new else _("Move"))
        self.setAccessibleName(self.title.text())

    def _show_hint(self, *, complete: bool = False) -> None:
        """Say on which day that comes to, and whether there is a recess then; or that it is no date."""
        found = self.range_typed()
        last = found.date_to if found is not None else None
        wrong = found is None and (complete or bool(self.day.text().strip()))
        if last is not None:
            recess = next((one for one in self._recesses if one.first <= last <= one.last), None)
            text = words.short_day(last)
            text = _("{day}, in the {recess}").format(day=text, recess=words.recess_words(recess)) if recess else text
        else:
            text = _("This is no date.") if wrong else ""
        self._set_role(self.hint, "hint" if wrong else "muted")
        self.hint.setText(text)
        self.day.set_invalid(wrong)

    def _mark_reason(self, *, missing: bool) -> None:
        self.reason.setProperty("invalid", missing)
        self.reason.style().unpolish(self.reason)
        self.reason.style().polish(self.reason)
        self.why.setText(_("A reason, please") if missing else _("Reason"))
        self._set_role(self.why, "hint" if missing else "")

    @staticmethod
    def _set_role(label: QLabel, role: str) -> None:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)


_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
