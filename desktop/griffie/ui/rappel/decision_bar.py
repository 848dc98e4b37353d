"""The bar below the lists: a button for each decision, with the new deadline, the reason, who decided and when.

Who and when stay for the whole round; so do deadline and reason, for a committee often decides the same of one batch
after the other. A reason that was given for one kind of decision is not taken along to another.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.dates import format_date, parse_date
from griffie.domain.periods import DateRange, parse_range
from griffie.domain.rappel_decision import DECISION_WORDS, MAY_MOVE, Decision, DecisionKind
from griffie.ui.panel.fields.base import ROW
from griffie.ui.panel.fields.day import DateEditor
from griffie.ui.rappel.pane import grouped
from griffie.ui.rappel.question_bar import offering
from griffie.ui.tips import tip

ALIKE = (MAY_MOVE, frozenset({DecisionKind.SETTLED}), frozenset({DecisionKind.LAPSED}),
         frozenset({DecisionKind.EXPLANATION}))  # fmt: skip
"""Decisions that may share a reason."""


class DecisionBar(QFrame):
    """What is decided on the selected rows.

    Signals:
        decided: a Decision that has been checked.
        round_changed: another body or day, so other decisions belong to this round.
        over: the fields are filled in; the keys go back to the list.
    """

    decided = Signal(object)
    round_changed = Signal()
    over = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows, self._single_keys, self._usable = 0, True, True
        self._pending: DecisionKind | None = None
        self._reason_of: DecisionKind | None = None
        self._days: Sequence[dt.date] = ()
        self.bodies: Sequence[str] = ()
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_rows(0)

    def _build(self) -> None:
        self.setObjectName("notice")
        self.title, self.hint = QLabel(), QLabel()
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        room = self.hint.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the lists do not jump when something is said
        self.hint.setSizePolicy(room)
        self.hint.setMinimumHeight(self.hint.fontMetrics().height())
        self.hint.hide()
        self.buttons = {kind: QPushButton() for kind in DecisionKind}
        self.captions = {name: QLabel() for name in ("due", "reason", "body", "day")}
        for caption in self.captions.values():
            caption.setProperty("role", "muted")
        self.due, self.day = DateEditor(self._read_due), DateEditor(self._read_day)
        self.day.setMinimumWidth(168)
        self.reason, self.body = QLineEdit(clearButtonEnabled=True), QLineEdit(clearButtonEnabled=True)
        for line in (self.reason, self.body):
            line.setMinimumHeight(ROW)
            line.installEventFilter(self)
        self._completion = offering(self.body, lambda: self.bodies)
        self.chips = (QToolButton(), QToolButton())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addStretch(1)
        for button in self.buttons.values():
            head.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addLayout(head, 0, 0, 1, 4)
        over_due = QHBoxLayout()
        over_due.setSpacing(4)
        over_due.addWidget(self.captions["due"])
        over_due.addStretch(1)
        for chip in self.chips:
            over_due.addWidget(chip)
        grid.addLayout(over_due, 1, 0)
        for column, name in enumerate(("reason", "body", "day"), 1):
            grid.addWidget(self.captions[name], 1, column)
        for column, (name, field, share) in enumerate(
            (("due", self.due, 3), ("reason", self.reason, 5), ("body", self.body, 4), ("day", self.day, 2))
        ):
            self.captions[name].setBuddy(field)
            grid.addWidget(field, 2, column)
            grid.setColumnStretch(column, share)
        grid.addWidget(self.hint, 3, 0, 1, 4)

    def _connect(self) -> None:
        for kind, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, one=kind: self.ask(one))
        for chip, place in zip(self.chips, (0, 1), strict=True):
            chip.clicked.connect(lambda _checked=False, one=place: self._on_chip(one))
        for editor in (self.due, self.day):
            editor.edited.connect(self._on_edited)
            editor.entered.connect(self._on_return)
            editor.escaped.connect(lambda _changed: self.leave())
        self.day.left.connect(lambda _by_key: self._show_day())
        self.reason.textEdited.connect(self._on_reason)
        self.reason.returnPressed.connect(self._on_return)
        self.body.textEdited.connect(self._on_edited)
        self.body.returnPressed.connect(self._on_return)
        self.body.editingFinished.connect(self.round_changed)
        self._completion.completed.connect(self.round_changed)

    # what is shown

    def show_rows(self, rows: int) -> None:
        """Say how many rows are selected; without any there is nothing to decide."""
        self._rows = rows
        text = ngettext("{n} selected", "{n} selected", rows).format(n=grouped(rows))
        self.title.setText(text if rows else _("Select the items that the committee decided on"))
        for button in self.buttons.values():
            button.setEnabled(rows > 0 and self._usable)

    def set_usable(self, usable: bool) -> None:
        """Let decisions be taken, or not: while others are being written, or where the register can only be read."""
        self._usable = usable
        self.show_rows(self._rows)

    def set_single_keys(self, on: bool) -> None:
        """Say whether a digit decides."""
        self._single_keys = on
        self._show_buttons()

    def offer_days(self, days: Sequence[dt.date]) -> None:
        """Offer two days as new deadlines."""
        self._days = days[: len(self.chips)]
        for chip, day in zip(self.chips, self._days, strict=True):
            chip.setText(format_date(day, current_language()))
            chip.setAccessibleName(_("New deadline {day}").format(day=chip.text()))

    def offer_body(self, body: str) -> None:
        """Fill in who decided, where nobody is."""
        if body and not self.body.text().strip():
            self.body.setText(body)
            self.round_changed.emit()

    def tell(self, text: str) -> None:
        """Say what is missing or went wrong."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        texts = {"due": _("New deadline"), "reason": _("Reason"), "body": _("Decided by"), "day": _("On")}
        for name, text in texts.items():
            self.captions[name].setText(text)
        self.due.set_name(texts["due"])
        self.day.set_name(_("Day of the decision"))
        self.reason.setAccessibleName(texts["reason"])
        self.body.setAccessibleName(texts["body"])
        for editor in (self.due, self.day):
            editor.retranslate()
        self.due.set_placeholder(_("as it is"))
        self.reason.setPlaceholderText(_("awaiting the next monitor"))
        self.body.setPlaceholderText(_("committee"))
        self.day.set_placeholder(_("day of the decision"))
        self._show_day()
        self._show_buttons()
        if self._days:
            self.offer_days(self._days)
        self.show_rows(self._rows)

    def _show_buttons(self) -> None:
        for number, (kind, button) in enumerate(self.buttons.items(), 1):
            word = _(DECISION_WORDS[kind])
            button.setText(f"{number}  {word}" if self._single_keys else word)
            button.setAccessibleName(word)
            button.setToolTip(tip(Decision(kind, "", None).words("open")))

    # what is decided

    @property
    def round(self) -> tuple[str, str]:
        """Who decides and on which day (ISO), '' where that is not filled in."""
        day = self._day()
        return self.body.text().strip(), day.isoformat() if day else ""

    def ask(self, kind: DecisionKind) -> None:
        """Decide so on the selected rows; what is missing is asked for first."""
        self._pending = None
        if not self._rows or not self._usable:
            return
        missing = self._missing(kind)
        if missing is not None:
            field, text = missing
            self._pending = kind
            self.tell(text)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(field, QLineEdit):
                field.selectAll()
            return
        self.tell("")
        self.over.emit()
        self.decided.emit(self._decision(kind))

    def accepted(self, kind: DecisionKind) -> None:
        """Note that a decision has been written: its reason serves decisions like it."""
        self._reason_of = kind if self.reason.text().strip() else None

    def _decision(self, kind: DecisionKind) -> Decision:
        text = self.due.text().strip()
        due = self._due() if kind in MAY_MOVE else None
        one_day = due is not None and due.date_from == due.date_to
        reason = self._reason(kind)
        return Decision(
            kind, self.body.text().strip(), self._day(), due, "" if due is None or one_day else text, reason
        )

    def _reason(self, kind: DecisionKind) -> str:
        """Return the reason, unless it was given for a decision of another kind."""
        alike = self._reason_of is None or any({kind, self._reason_of} <= kinds for kinds in ALIKE)
        return self.reason.text().strip() if alike else ""

    def _missing(self, kind: DecisionKind) -> tuple[QWidget, str] | None:
        """Return the first field that must be filled in or corrected, and what to say of it."""
        if not self.body.text().strip():
            return self.body, _("Say which committee decided.")
        if self._day() is None:
            return self.day, _("Say on which day it decided.")
        if kind in MAY_MOVE and self.due.text().strip() and self._due() is None:
            return self.due, _("This is no date that a deadline can have. For example: 1 januari 2027.")
        decision = self._decision(kind)
        try:
            decision.check()
        except InvalidValueError as error:
            about_due = decision.due is not None and bool(decision.reason)
            self._reason_of = None  # the one that stands there is seen now; asked again it counts
            return self.due if about_due else self.reason, str(error)
        return None

    def _day(self) -> dt.date | None:
        try:
            return self._read_day(self.day.text())
        except InvalidValueError:
            return None

    def _due(self) -> DateRange | None:
        """Return the new deadline; None where there is none, or no last day in it."""
        try:
            found = parse_range(self.due.text(), reference=self._day() or self._today)
        except InvalidValueError:
            return None
        return found if found.date_to is not None else None

    def _read_day(self, text: str) -> dt.date | None:
        return parse_date(text, reference=self._today, ahead=False) if text.strip() else None

    def _read_due(self, text: str) -> dt.date | None:
        found = parse_range(text, reference=self._day() or self._today) if text.strip() else None
        return found.date_to if found is not None else None

    # what happens in the fields

    @Slot(int)
    def _on_chip(self, place: int) -> None:
        text = format_date(self._days[place], current_language())
        self.due.type_text("" if self.due.text() == text else text)
        self.tell("")
        self.over.emit()

    @Slot()
    def _on_edited(self, *_text: Any) -> None:
        self.tell("")

    @Slot(str)
    def _on_reason(self, _text: str) -> None:
        self._reason_of = None
        self.tell("")

    @Slot()
    def _on_return(self) -> None:
        """Enter goes on with the decision that waits for this field, else back to the list."""
        self.round_changed.emit()
        if self._pending is not None:
            self.ask(self._pending)
        else:
            self.over.emit()

    def _show_day(self) -> None:
        """Write the day of the decision out."""
        day = self._day()
        if day is not None and not self.day.line.hasFocus():
            self.day.type_text(format_date(day, current_language()))
        self.day.set_invalid(day is None and bool(self.day.text().strip()))
        self.round_changed.emit()

    def leave(self) -> None:
        """Give up what was asked for; the keys go back to the list."""
        self._pending = None
        self.tell("")
        self.over.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Esc in a line leaves the bar."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)
