"""The bar that finds words in the letter: all hits are marked, one is current, Enter and F3 go on."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from griffie.base.i18n import _
from griffie.domain.find import query_of
from griffie.domain.flow import Caret, Flow
from griffie.ui.page.finding import Hit, HitSearch
from griffie.ui.page.view import PageView

TYPING_MS = 80
SHORTEST = 2  # letters, before Enter is pressed: one letter is everywhere
LONGEST_SELECTION = 80


class FindBar(QWidget):
    """Finds words in what a view shows.

    Signals:
        closed(): the bar was put away.
        counted(int): how many hits are known by now.
    """

    closed = Signal()
    counted = Signal(int)

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._flow: Flow | None = None
        self._current: Hit | None = None
        self._from = Caret(0, 0)
        self._hits = HitSearch(self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self.query = QLineEdit(self)
        self.result = QLabel(self)
        self.previous_button, self.next_button = self._button(), self._button()
        self.case_button, self.close_button = self._button(), self._button()
        self.case_button.setCheckable(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        self.query.setMinimumWidth(220)
        self.query.setClearButtonEnabled(True)
        self.result.setProperty("role", "muted")
        self.result.setMinimumWidth(self.result.fontMetrics().horizontalAdvance("8888 / 8888 ..."))
        for widget in (self.query, self.previous_button, self.next_button, self.case_button, self.result):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.query.textEdited.connect(self._on_edited)
        self.case_button.toggled.connect(self._search)
        self.previous_button.clicked.connect(self.find_previous)
        self.next_button.clicked.connect(self.find_next)
        self.close_button.clicked.connect(self.close_bar)
        self._typing.timeout.connect(self._search)
        self._hits.found.connect(self._on_found)
        self._hits.finished.connect(self._on_finished)
        self._view.document_changed.connect(self._on_document_changed)

    def set_icons(self, *, previous: QIcon, following: QIcon, close: QIcon) -> None:
        """Take icons for the buttons; without them they show signs."""
        for button, icon in (
            (self.previous_button, previous),
            (self.next_button, following),
            (self.close_button, close),
        ):
            button.setIcon(icon)

    def set_flow(self, flow: Flow | None) -> None:
        """Take the text in reading order."""
        self._flow = flow
        self._current = None
        self._hits.stop()
        if self.isVisible():
            self._search()

    def open(self) -> None:
        """Show the bar, ready to type; words that are selected are taken over."""
        words = self._view.selected.text() if len(self._view.selected.pages()) == 1 else ""
        if 0 < len(words) <= LONGEST_SELECTION:
            self.query.setText(words)
        self.show()
        self.query.setFocus()
        self.query.selectAll()
        if self.query.text():
            self._search()

    @Slot()
    def close_bar(self) -> None:
        """Put the bar away; the current hit stays, selected."""
        current = self._current
        self._forget()
        self.hide()
        if current is not None:
            self._view.select(*current)
        self._view.setFocus()
        self.closed.emit()

    @Slot()
    def find_next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(forward=True)

    @Slot()
    def find_previous(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._step(forward=False)

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self.setAccessibleName(_("Find in letter"))
        self.query.setPlaceholderText(_("Find in letter"))
        self.query.setAccessibleName(_("Find in letter"))
        for button, sign, text in (
            (self.previous_button, "‹", _("Previous hit (Shift+F3)")),
            (self.next_button, "›", _("Next hit (F3)")),
            (self.case_button, "Aa", _("Match case")),
            (self.close_button, "×", _("Close (Esc)")),
        ):
            button.setText(sign)
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._show_result()

    # searching

    @Slot()
    def _on_edited(self) -> None:
        self._typing.start()

    @Slot()
    def _search(self) -> None:
        """Look for what is typed, from where the reader is."""
        self._typing.stop()
        query = query_of(self.query.text(), match_case=self.case_button.isChecked())
        short = len(self.query.text().strip()) < SHORTEST
        self._from = self._here()
        self._forget()
        self._view.clear_selection()
        if query is not None and not short and self._flow is not None and self._flow.pages:
            self._hits.start(self._flow, query, min(self._from.page_index, len(self._flow.pages) - 1))
        self._show_result()

    def _here(self) -> Caret:
        """Where to begin: at the current hit, at the selection, else at the top of the page in view."""
        if self._current is not None:
            return self._current[0]
        anchor, head = self._view.selected.anchor, self._view.selected.head
        if anchor is not None and head is not None:
            return min(anchor, head)
        return Caret(max(self._view.current_page, 0), 0)

    def _forget(self) -> None:
        self._current = None
        self._hits.stop()
        self._view.found.show(None, {}, None)

    @Slot(int)
    def _on_found(self, page_index: int) -> None:
        del page_index
        if self._current is None:
            self._go(self._hits.first_from(self._from))
        else:
            self._view.found.show(self._flow, self._hits.by_page, self._current)
        self._show_result()

    @Slot()
    def _on_finished(self) -> None:
        if self._current is None:
            self._go(self._hits.first_from(self._from))
        self._show_result()

    def _step(self, *, forward: bool) -> None:
        if not self._hits.by_page:
            self._search()
            return
        here = self._here()
        self._go(self._hits.after(here) if forward else self._hits.before(here))
        self._show_result()

    def _go(self, hit: Hit | None) -> None:
        if hit is None or self._flow is None:
            return
        self._current = hit
        self._view.found.show(self._flow, self._hits.by_page, hit)
        page = self._flow.page(hit[0].page_index)
        self._view.show_box(hit[0].page_index, page.lines[page.line_number(hit[0].position)].box)

    @Slot()
    def _show_result(self) -> None:
        count = self._hits.count
        if not self.query.text().strip() or self._flow is None:
            text = ""
        elif self._current is not None:
            more = _("{number} of {count} so far") if self._hits.is_running else _("{number} of {count}")
            text = more.format(number=self._hits.number_of(self._current), count=count)
        elif self._hits.is_running or self._typing.isActive():
            text = _("searching")
        else:
            text = _("nothing found") if len(self.query.text().strip()) >= SHORTEST else ""
        self.result.setText(text)
        self.result.setAccessibleName(text)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(count > 0)
        self.counted.emit(count)

    @Slot()
    def _on_document_changed(self) -> None:
        self.set_flow(None)
        self._forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and F3 go on, with Shift back; Esc closes."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            if self._typing.isActive():
                self._search()
            else:
                self._step(forward=not back)
        else:
            super().keyPressEvent(event)
