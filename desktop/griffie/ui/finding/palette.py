"""The box that drops over the window: type, and letters, items and text are found as you type.

It is no dialog: it lies over the window, goes away with Esc or when something else is clicked, and gives the focus back
to where it was.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.domain.changes import Changes
from griffie.domain.finding import Found
from griffie.ui.finding.asking import Asker
from griffie.ui.finding.before import keep_search, searches
from griffie.ui.finding.empty import Empty, plain_label
from griffie.ui.finding.hits import Hits
from griffie.ui.finding.rows import GroupRow, HitRow, ListRow, WordsRow, rows_before_typing, rows_of_answer, spoken
from griffie.ui.finding.sheet import Sheet
from griffie.ui.finding.tabs import Tabs
from griffie.ui.icons import icon
from griffie.ui.panel.look import TITLE, hairline, sized
from griffie.ui.place import Workplace
from griffie.ui.remembered import Remembered
from griffie.ui.theme import Theme

PAUSE_MS = 100
SLOW_MS = 150
"""An answer that takes longer than this shows that it is on its way."""

Act = Callable[[], None]


class Palette(Sheet):
    """Search everywhere.

    Signals:
        hit_chosen: a Hit to be opened, and whether its sheet is wanted rather than its letter.
        list_requested: "register" or "letters", and the words to limit it to.
        closed: the box was put away.
    """

    hit_chosen = Signal(object, bool)
    list_requested = Signal(str, str)
    closed = Signal()

    def __init__(self, place: Workplace, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(place, parent)
        self._remembered = remembered
        self._found = Found("")
        self._before: QWidget | None = None
        self._act_on_answer: bool | None = None
        self.asker = Asker(place.desk, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._build()
        self._keys = self._key_table()
        self._connect()
        self._show_busy(False)
        self.retranslate()

    def _build(self) -> None:
        self.box = QLineEdit(clearButtonEnabled=True)
        self.box.setFont(sized(TITLE))
        self.box.setMinimumHeight(36)
        self._glass = self.box.addAction(icon("find", self._place.theme), QLineEdit.ActionPosition.LeadingPosition)
        self.bar = QProgressBar()  # at rest it is the line above the hits
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(2)
        self.tabs, self.hits, self.empty = Tabs(), Hits(self._place), Empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.hits)
        self.stack.addWidget(self.empty)
        self.keys = plain_label()
        self.keys.setContentsMargins(12, 6, 12, 8)
        top = QVBoxLayout()
        top.setContentsMargins(8, 8, 8, 4)
        top.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        for widget in (self.tabs, self.bar, self.stack, hairline(), self.keys):
            column.addWidget(widget, 1 if widget is self.stack else 0)

    def _connect(self) -> None:
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self._on_typed)
        self._pause.timeout.connect(self._ask)
        self._slow.timeout.connect(self._on_slow)
        self.asker.answered.connect(self._on_answered)
        self.asker.failed.connect(self._on_failed)
        self.tabs.changed.connect(self._show_rows)
        self.hits.clicked.connect(self._on_clicked)
        self.hits.selectionModel().currentChanged.connect(self._on_current_changed)
        bus = self._place.bus
        bus.changed.connect(self._on_register_changed)
        bus.theme_changed.connect(self._on_theme_changed)
        bus.language_changed.connect(self.retranslate)

    # coming and going

    def open(self) -> None:
        """Come up with the words of last time, ready to be typed over; a second time only selects them."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self.settle()
            self.show()
            self.raise_()
            QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self.box.setFocus()
        self.box.selectAll()
        self._ask()

    @Slot()
    def close_box(self) -> None:
        """Go away; the focus goes back to where it was."""
        back, self._before = self._before, None
        if self._go_away() and back is not None and back.isVisible():
            back.setFocus()

    def close_down(self) -> None:
        """End the thread and the timers; the window is closing."""
        self._before = None
        self._go_away()
        self._rest()
        self.asker.close()

    def _go_away(self) -> bool:
        if not self.isVisible():
            return False
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr]
        self._rest()
        self.hide()
        self.closed.emit()
        return True

    def _rest(self) -> None:
        self._pause.stop()
        self.asker.forget()
        self._act_on_answer = None
        self._show_busy(False)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new):
            self._before = None
            self._go_away()

    # asking

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that has not been asked yet."""
        return self._pause.isActive()

    @Slot()
    def _on_typed(self) -> None:
        self._act_on_answer = None
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        if self.isVisible():
            self.asker.ask(self.box.text(), self._remembered.recent())
            self._slow.start()

    @Slot(object)
    def _on_answered(self, found: Found) -> None:
        self._show_busy(False)
        again = found.typed == self._found.typed
        self._found = found
        self.tabs.show_groups(found.groups if found.typed else ())
        self._show_rows(self.hits.currentIndex().row() if again else 0)
        if self._act_on_answer is not None:
            self._act(wants_sheet=self._act_on_answer)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show_busy(False)
        self._found = Found(self.box.text())
        self.tabs.show_groups(())
        self.hits.show_rows((), 0)
        self.empty.tell_failed(error)
        self.stack.setCurrentWidget(self.empty)
        if not isinstance(error, UserError):
            self._place.bus.failed.emit(error)

    @Slot()
    def _on_slow(self) -> None:
        self._show_busy(True)

    def _show_busy(self, busy: bool) -> None:
        self._slow.stop()
        self.bar.setRange(0, 0 if busy else 1)

    @Slot()
    def _show_rows(self, row: int = 0) -> None:
        typed = self._found.typed
        if typed:
            rows = rows_of_answer(self._found, self.tabs.chosen)
        else:
            rows = rows_before_typing(self._found, searches(self._remembered))
        self.hits.show_rows(rows, row)
        if not rows and typed:
            self.empty.tell_nothing(typed)
        elif not rows:
            self.empty.tell_how()
        self.stack.setCurrentWidget(self.hits if rows else self.empty)

    # choosing

    def _key_table(self) -> dict[tuple[Qt.Key, bool], Act]:
        """Return what keys do in the box, by key and whether Ctrl is held."""
        key, hits, tabs = Qt.Key, self.hits, self.tabs
        table: dict[tuple[Qt.Key, bool], Act] = {
            (key.Key_Up, False): lambda: hits.step(-1), (key.Key_Down, False): lambda: hits.step(1),
            (key.Key_PageUp, False): lambda: hits.step_screen(-1),
            (key.Key_PageDown, False): lambda: hits.step_screen(1),
            (key.Key_Home, True): lambda: hits.go_to_end(last=False),
            (key.Key_End, True): lambda: hits.go_to_end(last=True),
            (key.Key_Tab, False): lambda: tabs.step(1), (key.Key_Backtab, False): lambda: tabs.step(-1),
            (key.Key_Escape, False): self.close_box,
        }  # fmt: skip
        for enter in (key.Key_Return, key.Key_Enter):
            table[enter, False] = lambda: self._enter(wants_sheet=False)
            table[enter, True] = lambda: self._enter(wants_sheet=True)
        return table

    def _enter(self, *, wants_sheet: bool) -> None:
        """Choose the current row; while an answer is on its way, the first row of that."""
        if self._pause.isActive():
            self._ask()
            self._act_on_answer = wants_sheet
        elif self.asker.is_busy and self._act_on_answer is None and not self.hits.rows.rows:
            self._act_on_answer = wants_sheet
        else:
            self._act(wants_sheet=wants_sheet)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.hits.setCurrentIndex(index)
        self._act(wants_sheet=bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier))

    def _act(self, *, wants_sheet: bool) -> None:
        self._act_on_answer = None
        row = self.hits.current()
        if isinstance(row, HitRow):
            self._leave()
            self.hit_chosen.emit(row.hit, wants_sheet)
        elif isinstance(row, GroupRow):
            self.tabs.choose(row.name)
        elif isinstance(row, WordsRow):
            self.box.setText(row.text)
            self._ask()
        elif isinstance(row, ListRow):
            self._leave()
            self.list_requested.emit(row.view, self._found.typed)

    def _leave(self) -> None:
        """Go away because something was chosen; the words are kept for another time."""
        keep_search(self._remembered, self._found.typed)
        self.close_box()

    @Slot(QModelIndex)
    def _on_current_changed(self, index: QModelIndex) -> None:
        row = self.hits.rows.row(index)
        self.box.setAccessibleDescription(spoken(row) if row is not None else "")

    # what happens around it

    @Slot(object, object)
    def _on_register_changed(self, _changes: Changes, _initiator: object) -> None:
        if self.isVisible():
            self._ask()

    @Slot(object)
    def _on_theme_changed(self, theme: Theme) -> None:
        self._glass.setIcon(icon("find", theme))
        self.update()

    @Slot()
    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        name = _("Search everywhere")
        self.setAccessibleName(name)
        self.box.setAccessibleName(name)
        self.box.setPlaceholderText(_("Search letters, items, text or a number"))
        self.hits.setAccessibleName(_("What was found"))
        self.keys.setText(_("Enter: open   Ctrl+Enter: all about the item   Tab: next group   Esc: close"))
        self.tabs.retranslate()
        if self.isVisible():
            self._show_rows(self.hits.currentIndex().row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the keys in the box that go through the list come before those of the window."""
        if watched is self.box and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            act = self._keys.get((Qt.Key(event.key()), control))
            if act is not None and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if act is not None and event.type() is QEvent.Type.KeyPress:
                act()
                return True
        return super().eventFilter(watched, event)
