"""The bar above the lists: reference date, chamber, ministry, committee and kinds; what is asked of the register."""

import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import N_, _, current_language
from griffie.domain.dates import format_date, parse_date
from griffie.domain.kinds import WORDS, Chamber, ItemKind
from griffie.domain.plain import fold
from griffie.domain.rappel import KINDS, RappelQuestion, last_reference_day, next_reference_day
from griffie.ui.panel.fields.base import ROW
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.panel.fields.completion import Answer, Completion
from griffie.ui.panel.fields.day import DateEditor

KIND_WORDS = {
    ItemKind.COMMITMENT: N_("Commitments"),
    ItemKind.MOTION: N_("Motions"),
    ItemKind.REQUEST: N_("Requests"),
}
CHAMBERS = (Chamber.TK, Chamber.EK)
OFFERED = 12
"""Completions that are shown at most."""


def offering(line: QLineEdit, words: Callable[[], Sequence[str]]) -> Completion:
    """Let a line complete what is typed into it from words at hand; those that begin like it come first."""

    def ask(typed: str, answer: Answer) -> None:
        sought = fold(typed)
        found = [word for word in words() if sought in fold(word)]
        answer(sorted(found, key=lambda word: not fold(word).startswith(sought))[:OFFERED])

    return Completion(line, ask, listing=False)


class QuestionBar(QWidget):
    """What the round is about.

    Signals:
        changed: another RappelQuestion is asked.
        reload_requested, csv_requested, copy_requested: the buttons on the right.
    """

    changed = Signal(object)
    reload_requested = Signal()
    csv_requested = Signal()
    copy_requested = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._asked: RappelQuestion | None = None
        self.ministries: Sequence[str] = ()
        self.committees: Sequence[str] = ()
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.labels = {name: QLabel() for name in ("on", "chamber", "ministry", "committee")}
        self.on, self.chamber = QuietCombo(), QuietCombo()
        for box in (self.on, self.chamber):
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.on.setMinimumWidth(150)
        self.chamber.setMinimumWidth(130)
        self.day = DateEditor(self._read_day)
        self.day.setFixedWidth(170)
        self.day.hide()
        self.ministry, self.committee = QLineEdit(clearButtonEnabled=True), QLineEdit(clearButtonEnabled=True)
        for line in (self.ministry, self.committee):
            line.setMinimumHeight(ROW)
        self.ministry.setMaximumWidth(180)
        self._completions = (
            offering(self.ministry, lambda: self.ministries), offering(self.committee, lambda: self.committees),
        )  # fmt: skip
        self.kinds = {kind: QToolButton() for kind in KINDS}
        self.undated = QToolButton()
        for button in (*self.kinds.values(), self.undated):
            button.setCheckable(True)
        self.kinds[ItemKind.COMMITMENT].setChecked(True)
        self.copy_button, self.csv_button, self.reload_button = QPushButton(), QPushButton(), QPushButton()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
        for name, widgets in (("on", (self.on, self.day)), ("chamber", (self.chamber,)),
                              ("ministry", (self.ministry,)), ("committee", (self.committee,))):  # fmt: skip
            self.labels[name].setBuddy(widgets[0])
            first.addWidget(self.labels[name])
            for widget in widgets:
                first.addWidget(widget, 1 if widget in (self.ministry, self.committee) else 0)
        for button in (*self.kinds.values(), self.undated):
            second.addWidget(button)
        second.addStretch(1)
        for push in (self.copy_button, self.csv_button, self.reload_button):
            second.addWidget(push)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)

    def _connect(self) -> None:
        self.on.activated.connect(self._on_reference)
        self.chamber.activated.connect(self._ask)
        self.day.entered.connect(self._ask)
        self.day.left.connect(self._ask)
        self.day.edited.connect(lambda: self.day.set_invalid(False))
        for completion in self._completions:
            completion.completed.connect(self._ask)
        for line in (self.ministry, self.committee):
            line.editingFinished.connect(self._ask)
            line.textChanged.connect(self._on_text)
        for button in (*self.kinds.values(), self.undated):
            button.clicked.connect(self._on_kind)
        self.reload_button.clicked.connect(self.reload_requested)
        self.csv_button.clicked.connect(self.csv_requested)
        self.copy_button.clicked.connect(self.copy_requested)

    # what is asked

    def question(self) -> RappelQuestion | None:
        """Return what is asked; None where the date is none."""
        try:
            on = self._reference_day()
        except InvalidValueError:
            return None
        chamber = self.chamber.currentData()
        return RappelQuestion(
            on=on,
            chamber=Chamber(chamber) if chamber else None,
            ministry=self.ministry.text().strip(),
            committee=self.committee.text().strip(),
            kinds=tuple(kind for kind, button in self.kinds.items() if button.isChecked()) or (ItemKind.COMMITMENT,),
            undated=self.undated.isChecked(),
        )

    def _reference_day(self) -> dt.date:
        chosen = self.on.currentData()
        return dt.date.fromisoformat(chosen) if chosen else parse_date(self.day.text(), reference=self._today)

    def _read_day(self, text: str) -> dt.date | None:
        return parse_date(text, reference=self._today) if text.strip() else None

    def clear_limits(self) -> None:
        """Ask for all chambers, ministries and committees."""
        self.chamber.setCurrentIndex(0)
        self.ministry.clear()
        self.committee.clear()
        self._ask()

    def show_undated(self) -> None:
        """Ask for the list of what has no date as well."""
        self.undated.setChecked(True)
        self._ask()

    @property
    def is_limited(self) -> bool:
        """True where a chamber, ministry or committee is chosen."""
        return bool(self.chamber.currentData() or self.ministry.text().strip() or self.committee.text().strip())

    @Slot()
    def _ask(self, *_ignored: Any) -> None:
        question = self.question()
        self.day.set_invalid(question is None)
        if question is not None and question != self._asked:
            self._asked = question
            self.changed.emit(question)

    @Slot(int)
    def _on_reference(self, _place: int) -> None:
        other = not self.on.currentData()
        self.day.setVisible(other)
        if other:
            if not self.day.text().strip():
                self.day.type_text(format_date(self._today, current_language()))
            self.day.setFocus()
            self.day.line.selectAll()
        self._ask()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if not text:  # the cross in the line was pressed, or all was deleted
            self._ask()

    @Slot()
    def _on_kind(self) -> None:
        if not any(button.isChecked() for button in self.kinds.values()):
            sender = self.sender()
            for button in self.kinds.values():
                button.setChecked(button is sender)
        self._ask()

    # texts

    def _reference_days(self) -> list[dt.date]:
        coming = next_reference_day(self._today)
        return [last_reference_day(self._today), coming, next_reference_day(coming)]

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        texts = {"on": _("Reference date"), "chamber": _("Chamber"), "ministry": _("Ministry"),
                 "committee": _("Committee")}  # fmt: skip
        for name, text in texts.items():
            self.labels[name].setText(text)
            getattr(self, name).setAccessibleName(text)
        self.day.set_name(_("Reference date"))
        self.day.retranslate()
        self.ministry.setPlaceholderText(_("all ministries"))
        self.committee.setPlaceholderText(_("all committees"))
        for kind, button in self.kinds.items():
            button.setText(_(KIND_WORDS[kind]))
        self.undated.setText(_("Without a date"))
        self.copy_button.setText(_("Copy the decisions"))
        self.copy_button.setToolTip(_("Copies what was decided in this round, as the notes of the committee have it"))
        self.csv_button.setText(_("Export to CSV..."))
        self.reload_button.setText(_("Refresh (F5)"))
        self.reload_button.setToolTip(_("Reads the lists anew; what has been settled leaves them"))
        self._fill_boxes()

    def _fill_boxes(self) -> None:
        day, chamber = self.on.currentData(), self.chamber.currentData()
        days = self._reference_days()
        place = self.on.currentIndex()
        self.on.clear()
        for one in days:
            self.on.addItem(format_date(one, current_language()), one.isoformat())
        self.on.addItem(_("Other day..."), "")
        self.on.setCurrentIndex(self.on.findData(day) if place >= 0 else 1)
        self.chamber.clear()
        self.chamber.addItem(_("both"), "")
        for one_chamber in CHAMBERS:
            self.chamber.addItem(_(WORDS[one_chamber]), one_chamber.value)
        self.chamber.setCurrentIndex(max(0, self.chamber.findData(chamber)))

    # from one start to the next

    def state(self) -> str:
        """Return what is asked as a text to be kept; a day of one's own is not."""
        kept = {
            "on": self.on.currentData(), "chamber": self.chamber.currentData(), "ministry": self.ministry.text(),
            "committee": self.committee.text(), "kinds": [k.value for k, b in self.kinds.items() if b.isChecked()],
            "undated": self.undated.isChecked(),
        }  # fmt: skip
        return json.dumps(kept)

    def restore(self, text: str) -> None:
        """Ask what was asked before; a text that is damaged asks the usual."""
        try:
            kept = dict(json.loads(text))
        except (ValueError, TypeError):
            return
        for box, name in ((self.on, "on"), (self.chamber, "chamber")):
            place = box.findData(kept.get(name)) if kept.get(name) else -1
            if place >= 0:
                box.setCurrentIndex(place)
        for line, name in ((self.ministry, "ministry"), (self.committee, "committee")):
            line.setText(str(kept.get(name, "")))
        kinds = kept.get("kinds", [])
        if any(kind.value in kinds for kind in KINDS):
            for kind, button in self.kinds.items():
                button.setChecked(kind.value in kinds)
        self.undated.setChecked(bool(kept.get("undated")))
