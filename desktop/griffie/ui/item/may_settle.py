"""Below the settlements of an open item: which letters may settle it, why, and both passages, one key each."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from griffie.base.errors import NotFoundError, UserError
from griffie.base.i18n import _, ngettext
from griffie.domain.changes import Changes
from griffie.domain.settlement import DEGREE_WORDS, Degree
from griffie.ui.item.part import BESIDE_LINK, LetterLine, Link
from griffie.ui.panel.answers import while_alive
from griffie.ui.panel.both_passages import BothPassages
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.look import SMALL, label
from griffie.ui.panel.suggested import confidence_word
from griffie.ui.panel.suggestion_painter import DASHES
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.services.promises import ShownProposal

REST_MS = 400
"""How long the register must rest before it is looked again."""


class LetterThatMay(QWidget):
    """One letter that may settle the item. A accepts, R leaves out, Enter opens the letter, Up and Down go on.

    Signals:
        accept_requested: to the degree that the clerk says, None for the one that is proposed.
        dismiss_requested: leave it out.
        letter_requested: show the letter's words.
        step_requested: go to the next (1) or previous (-1) one.
    """

    accept_requested = Signal(object)
    dismiss_requested = Signal()
    letter_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, place: Workplace, shown: "ShownProposal") -> None:
        super().__init__()
        self._place, self.shown = place, shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.letter = LetterLine(shown.letter)
        self.letter.requested.connect(self.letter_requested)
        self.sure = label("muted", factor=SMALL)
        self.sure.setContentsMargins(0, BESIDE_LINK, 0, 0)
        self.both = BothPassages()
        self.why = label("muted", factor=SMALL)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.accept, self.partly, self.dismiss = QPushButton(), Link(), Link()
        self.accept.clicked.connect(lambda: self.accept_requested.emit(None))
        self.partly.clicked.connect(lambda: self.accept_requested.emit(Degree.PARTLY))
        self.dismiss.clicked.connect(self.dismiss_requested)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head, deeds = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.letter, 1)
        head.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignTop)
        deeds.setSpacing(16)
        for button in (self.accept, self.partly, self.dismiss):
            deeds.addWidget(button)
        deeds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.both)
        column.addWidget(self.why)
        column.addLayout(deeds)
        for button in (self.accept, self.partly, self.dismiss):
            button.setVisible(not self._place.desk.register.read_only)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        proposal, number = self.shown.proposal, self.shown.letter.number
        degree = _(DEGREE_WORDS[Degree.PARTLY]) if proposal.degree is Degree.PARTLY else ""
        self.sure.setText(", ".join(part for part in (confidence_word(proposal.score), degree) if part))
        self.both.show_both(self.shown, with_letter=True)
        self.why.setText(proposal.why())
        self.accept.setText(_("Accept") + "  A")
        self.partly.setText(_("In part only"))
        self.partly.setHidden(proposal.degree is Degree.PARTLY or self._place.desk.register.read_only)
        self.dismiss.setText(_("Leave out") + "  R")
        for button in (self.accept, self.partly, self.dismiss):
            name = button.text().split("  ")[0]
            button.setAccessibleName(_("{what}: {number}").format(what=name, number=number))
        self.setAccessibleName(_("{number} may settle this").format(number=number))
        self.setAccessibleDescription(f"{proposal.place.quote} {self.why.text()}")

    def event(self, event: QEvent) -> bool:
        """Qt: a single key here is its own before it is a shortcut of the window."""
        own = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in own:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: one key decides."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        single = plain and bool(self._place.settings.get("single_keys"))
        writable = not self._place.desk.register.read_only
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.letter_requested.emit()
        elif plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_requested.emit(1 if key == Qt.Key.Key_Down else -1)
        elif single and writable and key == Qt.Key.Key_A:
            self.accept_requested.emit(None)
        elif single and writable and key == Qt.Key.Key_R:
            self.dismiss_requested.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a dashed outline, as every proposal has; plain while the keys are here."""
        super().paintEvent(event)
        theme = self._place.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.kind_colours[self.shown.promise.item.kind], 1.2)
        if self.hasFocus():
            pen = QPen(theme.accent, 1.5)
        else:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.end()


class MaySettle(QWidget):
    """The letters that may settle one open item, worked out off the GUI thread.

    Signals:
        letter_requested: id of a proposal and of the letter that should show its words.
    """

    letter_requested = Signal(str, str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._keeper = Keeper(place, self)
        self._item_id = ""
        self._turn = self._asked = 0
        self._stale = False
        self.entries: list[LetterThatMay] = []
        self.title, self.state = label(bold=True), label("muted")
        self._holder = QWidget()
        self._lines = QVBoxLayout(self._holder)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.state, self._holder):
            column.addWidget(part)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        place.bus.changed.connect(self._on_changed)
        place.bus.language_changed.connect(self.retranslate)
        place.bus.theme_changed.connect(self._on_theme)
        self._say_looking = True
        self.retranslate()

    @cached_property
    def _lane(self) -> Lane:
        return Lane("griffie-may-settle", self)

    @property
    def idle(self) -> bool:
        """True where nothing is being looked up, or will be."""
        return self._asked == 0 and not self._rest.isActive()

    def take(self, item_id: str) -> None:
        """Show which letters may settle another item."""
        if item_id != self._item_id:
            self._show(())
            self._say_looking = True
            self._say_state()
        self._item_id = item_id
        self._look_or_wait()

    def close_down(self) -> None:
        """End the thread; the window is closing."""
        self._rest.stop()
        self._item_id = ""
        if "_lane" in self.__dict__:
            self._lane.close()

    def _look_or_wait(self) -> None:
        """Look at once where the part is in view; else when it comes into view."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._rest.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what has changed while it was out of view is looked up now."""
        super().showEvent(event)
        if self._stale and self._item_id:
            self._look_or_wait()

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        if not self._item_id:
            return
        if self.isVisible():
            self._rest.start(REST_MS)
        else:
            self._stale = True

    @Slot()
    def _look(self) -> None:
        desk, item_id = self._place.desk, self._item_id
        if not item_id:
            return
        self._turn += 1
        turn = self._turn
        self._asked += 1

        def work() -> "tuple[ShownProposal, ...]":
            from griffie.services.promises import proposed_for

            return proposed_for(desk, item_id)

        def done(found: "tuple[ShownProposal, ...]") -> None:
            self._asked -= 1
            if turn == self._turn and item_id == self._item_id:
                self._say_looking = False
                self._show(found)

        def failed(error: Exception) -> None:
            self._asked -= 1
            if not isinstance(error, NotFoundError):  # deleted meanwhile
                self._place.bus.failed.emit(error)

        self._lane.run(work, while_alive(self, done), while_alive(self, failed))

    def _show(self, found: "tuple[ShownProposal, ...]") -> None:
        before, at = self.entries, self._focused()
        same = {entry.shown.id: entry for entry in before if entry.shown in found}
        self.entries = [same.get(shown.id) or self._entry(shown) for shown in found]
        for gone in (entry for entry in before if entry not in self.entries):
            self._take_away(gone)
        for place, entry in enumerate(self.entries):
            self._lines.insertWidget(place, entry)
            entry.show()  # the layout would do so a moment later, too late for the keys
        if at is not None and before[at] not in self.entries:
            self._focus(at)
        self._say_state()

    def _take_away(self, entry: LetterThatMay) -> None:
        """Take an entry out; it is deleted when the key or click that decided on it has been dealt with."""
        self._lines.removeWidget(entry)
        entry.hide()
        QTimer.singleShot(0, self, lambda: entry.deleteLater())

    def _entry(self, shown: "ShownProposal") -> LetterThatMay:
        entry = LetterThatMay(self._place, shown)
        entry.accept_requested.connect(lambda degree: self._accept(shown, degree))
        entry.dismiss_requested.connect(lambda: self._dismiss(shown))
        entry.letter_requested.connect(lambda: self.letter_requested.emit(shown.id, shown.letter.id))
        entry.step_requested.connect(lambda by: self._focus(self.entries.index(entry) + by))
        return entry

    def _focused(self) -> int | None:
        """Return which entry has the keys, None where they are elsewhere."""
        focus = QApplication.focusWidget()
        held = (n for n, entry in enumerate(self.entries) if focus is entry or (focus and entry.isAncestorOf(focus)))
        return next(held, None)

    def _focus(self, at: int) -> None:
        if self.entries:
            self.entries[max(0, min(at, len(self.entries) - 1))].setFocus()
        elif (parent := self.parentWidget()) is not None:
            parent.setFocus()

    def _accept(self, shown: "ShownProposal", degree: Degree | None) -> None:
        desk = self._place.desk

        def write() -> Changes:
            from griffie.services import proposal_steps

            return proposal_steps.accept(desk, shown.proposal, degree)

        self._decide(shown, write, _("Settlement of {number} proposed").format(number=shown.promise.item.number))

    def _dismiss(self, shown: "ShownProposal") -> None:
        desk = self._place.desk

        def write() -> Changes:
            from griffie.services import proposal_steps

            return proposal_steps.dismiss(desk, shown.proposal)

        self._decide(shown, write, _("Left out"))

    def _decide(self, shown: "ShownProposal", write: Callable[[], Changes], told: str) -> None:
        self._turn += 1  # what is being looked up now is no longer so
        self._show(tuple(entry.shown for entry in self.entries if entry.shown != shown))

        def kept(_found_id: str) -> None:
            self._place.bus.told.emit(f"{told}.")

        def refused(error: UserError) -> None:
            self._place.bus.failed.emit(error)
            self._rest.start(0)

        self._keeper.keep(write, kept, refused)

    def _say_state(self) -> None:
        count = len(self.entries)
        if count:
            text = ngettext("{n} letter", "{n} letters", count).format(n=count)
        elif self._say_looking:
            text = _("The letters are being looked through.")
        else:
            text = _("No letter seems to settle it.")
        self.state.setText(text)

    @Slot()
    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.title.setText(_("Which letters may settle this?"))
        self.setAccessibleName(self.title.text())
        for entry in self.entries:
            entry.retranslate()
        self._say_state()

    @Slot(object)
    def _on_theme(self, _theme: object) -> None:
        for entry in self.entries:
            entry.update()
