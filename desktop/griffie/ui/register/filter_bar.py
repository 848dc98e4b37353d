"""The bar above the register: which view, the words searched for, quick limits, the days between which it is due."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.dates import format_date, parse_date
from griffie.domain.listing import Wanted
from griffie.services.register import ViewOfRegister
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.register.columns import FACET_HEADINGS, facet_word

TYPING_PAUSE_MS = 150
DAY = dt.timedelta(days=1)


class FilterBar(QWidget):
    """Everything by which the register is limited, but for the facets.

    Signals:
        changed: what is wanted now.
        view_chosen: a view, by its place in the list.
        save_requested: keep what is shown as a view of that name.
        delete_requested: take the saved view away.
    """

    changed = Signal(object)
    view_chosen = Signal(int)
    save_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Wanted()
        self._count: int | None = None
        self._views: list[ViewOfRegister] = []
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.view_box = QuietCombo()
        self.view_box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.view_box.setMinimumWidth(200)
        self.view_menu_button = QToolButton()
        self.view_menu_button.setText("⋯")
        self.view_menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.view_menu = QMenu(self)
        self.save_action = self.view_menu.addAction("")
        self.delete_action = self.view_menu.addAction("")
        self.view_menu_button.setMenu(self.view_menu)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.after, self.before = QLineEdit(), QLineEdit()
        for edit in (self.after, self.before):
            edit.setFixedWidth(edit.fontMetrics().averageCharWidth() * 16 + 16)
        self.between, self.until = QLabel(), QLabel("–")
        self.change_button, self.clear_button = QPushButton(), QToolButton()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.quick = {name: QToolButton() for name in ("open_only", "overdue", "claimed", "no_date", "once")}
        for button in self.quick.values():
            button.setCheckable(True)
        self._lay_out()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (first, (self.view_box, self.view_menu_button, self.search, self.count, self.change_button)),
            (second, (*self.quick.values(), self.between, self.after, self.until, self.before)),
        ):
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget, 1 if widget is self.search else 0)
        second.addStretch(1)
        second.addWidget(self.clear_button)
        self.chips = QHBoxLayout()
        self.chips.setSpacing(4)
        self.chips_place = QWidget()
        self.chips_place.setLayout(self.chips)
        self.chips.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.chips_place)

    def _connect(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._on_typed)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._on_typed)
        for edit in (self.after, self.before):
            edit.editingFinished.connect(self._on_days)
        for button in self.quick.values():
            button.clicked.connect(self._on_quick)
        self.clear_button.clicked.connect(lambda: self.changed.emit(Wanted()))
        self.view_box.activated.connect(self.view_chosen)
        self.save_action.triggered.connect(self.save_requested)
        self.delete_action.triggered.connect(self.delete_requested)

    # what is shown

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what the register is limited to."""
        self.wanted = wanted
        if self.search.text().strip() != wanted.query:
            self.search.setText(wanted.query)
        marks = {"open_only": wanted.open_only, "overdue": wanted.overdue_on is not None, "claimed": wanted.claimed,
                 "no_date": wanted.no_date, "once": wanted.once}  # fmt: skip
        for name, on in marks.items():
            self.quick[name].setChecked(on)
        after = wanted.due_after + DAY if wanted.due_after else None
        before = wanted.due_before - DAY if wanted.due_before else None
        for edit, day in ((self.after, after), (self.before, before)):
            edit.setText(format_date(day, current_language()) if day else "")
            self._mark(edit, fits=True)
        self._show_chips()

    def show_views(self, views: list[ViewOfRegister], chosen: int) -> None:
        """Show the names of the views; `chosen` is the one that is up, -1 where what is shown is none of them."""
        self._views = views
        self.view_box.clear()
        for view in views:
            self.view_box.addItem(view.name)
        ready = sum(1 for view in views if not view.id)
        if ready < len(views):
            self.view_box.insertSeparator(ready)
        self.view_box.setCurrentIndex(chosen if chosen < ready else chosen + 1)
        if chosen < 0:
            self.view_box.setCurrentIndex(-1)
        self.delete_action.setEnabled(chosen >= 0 and bool(views[chosen].id))

    def view_at(self, place: int) -> ViewOfRegister | None:
        """Return the view at a place of the box, which has a line between ready and saved ones."""
        ready = sum(1 for view in self._views if not view.id)
        number = place if place < ready else place - 1
        return self._views[number] if 0 <= number < len(self._views) else None

    def show_count(self, count: int | None) -> None:
        """Say how many rows there are; None while they are counted."""
        self._count = count
        shown = "" if count is None else f"{count:,}".replace(",", "." if current_language() == "nl" else ",")
        self.count.setText("" if count is None else ngettext("{n} row", "{n} rows", count).format(n=shown))

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        texts = {"open_only": _("Open"), "overdue": _("Overdue"), "claimed": _("Settlement reported"),
                 "no_date": _("No date"), "once": _("Deadlines with their item")}  # fmt: skip
        for name, text in texts.items():
            self.quick[name].setText(text)
            self.quick[name].setAccessibleName(_("Only: {limit}").format(limit=text))
        self.quick["once"].setToolTip(_("A deadline of an item has no row of its own"))
        self.view_box.setAccessibleName(_("View of the register"))
        self.view_box.setPlaceholderText(_("Own selection"))
        self.view_menu_button.setAccessibleName(_("Saved views"))
        self.view_menu_button.setToolTip(_("Saved views"))
        self.save_action.setText(_("Save this view as..."))
        self.delete_action.setText(_("Delete the saved view"))
        self.search.setPlaceholderText(_("Search the items"))
        self.search.setAccessibleName(_("Search the items"))
        self.between.setText(_("due"))
        self.clear_button.setText(_("Clear all"))
        self.change_button.setText(_("Change..."))
        self.change_button.setToolTip(_("Change all selected rows at once"))
        self.after.setAccessibleName(_("Due from"))
        self.before.setAccessibleName(_("Due up to and including"))
        self.after.setPlaceholderText(_("from"))
        self.before.setPlaceholderText(_("up to and incl."))
        self.show_wanted(self.wanted)
        self.show_count(self._count)

    def _show_chips(self) -> None:
        while self.chips.count():
            line = self.chips.takeAt(0)
            if line is not None and (widget := line.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for facet, value in self.wanted.chosen:
            text = f"{_(FACET_HEADINGS.get(facet, facet))}: {facet_word(facet, value)}"
            self._chip(text, self.wanted.choose(facet, value, on=False))
        typed = {"ministry": self.wanted.ministry, "committee": self.wanted.committee,
                 "dossier": str(self.wanted.dossier or "")}  # fmt: skip
        for name, text in typed.items():
            if text:
                cleared = replace(self.wanted, **{name: None if name == "dossier" else ""})  # type: ignore[arg-type]
                self._chip(f"{_(FACET_HEADINGS[name])}: {text}", cleared)
        self.chips_place.setVisible(self.chips.count() > 0)
        self.chips.addStretch(1)
        self.clear_button.setEnabled(not self.wanted.is_everything)

    def _chip(self, text: str, wanted: Wanted) -> None:
        chip = QToolButton()
        chip.setText(f"{text}  ✕")
        chip.setToolTip(_("Take this limit away"))
        chip.setAccessibleName(_("Take away: {limit}").format(limit=text))
        chip.setProperty("chip", True)
        chip.clicked.connect(lambda: self.changed.emit(wanted))
        self.chips.addWidget(chip)

    # what is done

    @Slot()
    def _on_typed(self) -> None:
        self._pause.stop()
        query = self.search.text().strip()
        if query != self.wanted.query:
            self.changed.emit(replace(self.wanted, query=query))

    @Slot()
    def _on_quick(self) -> None:
        today = dt.date.today() if self.quick["overdue"].isChecked() else None
        self.changed.emit(
            replace(
                self.wanted,
                open_only=self.quick["open_only"].isChecked(),
                overdue_on=today,
                claimed=self.quick["claimed"].isChecked(),
                no_date=self.quick["no_date"].isChecked(),
                once=self.quick["once"].isChecked(),
            )
        )

    @Slot()
    def _on_days(self) -> None:
        after, before = self._day(self.after), self._day(self.before)
        if after is False or before is False:
            return
        wanted = replace(
            self.wanted,
            due_after=after - DAY if isinstance(after, dt.date) else None,
            due_before=before + DAY if isinstance(before, dt.date) else None,
        )
        if wanted != self.wanted:
            self.changed.emit(wanted)

    def _day(self, edit: QLineEdit) -> dt.date | bool | None:
        """Return the day that was typed, None for nothing, False where it is no day."""
        text = edit.text().strip()
        try:
            day = parse_date(text) if text else None
        except InvalidValueError as error:
            self._mark(edit, fits=False)
            edit.setToolTip(str(error))
            return False
        self._mark(edit, fits=True)
        edit.setToolTip("")
        return day

    def _mark(self, edit: QLineEdit, *, fits: bool) -> None:
        if edit.property("invalid") != (not fits):
            edit.setProperty("invalid", not fits)
            edit.style().unpolish(edit)
            edit.style().polish(edit)

    def close_down(self) -> None:
        """Stop waiting for more typing."""
        self._pause.stop()
