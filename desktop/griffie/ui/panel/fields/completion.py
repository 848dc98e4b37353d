"""Completion of the part being typed; the register is asked elsewhere, so that typing never waits."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from griffie.ui.panel.answers import while_alive

Answer = Callable[[list[str]], None]
Ask = Callable[[str, Answer], None]
"""Asks for what begins like the text and hands the answer over later."""

PAUSE_MS = 120
"""How long typing rests before the register is asked."""


class Completion(QObject):
    """Watches a line edit and offers what the register knows.

    Signals:
        completed: a word was put in.
        passed_over: Enter was pressed while the list was open but nothing in it chosen.
    """

    completed = Signal()
    passed_over = Signal()

    def __init__(self, line: QLineEdit, ask: Ask, listing: bool) -> None:
        super().__init__(line)
        self._line = line
        self._ask = ask
        self._listing = listing
        self._words = QStringListModel(self)
        self._list = QCompleter(self._words, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setWidget(line)
        self._list.activated[str].connect(self._on_chosen)  # type: ignore[index]
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        line.textEdited.connect(self._on_edited)
        line.returnPressed.connect(self._on_return)

    def _part(self) -> tuple[int, int]:
        """Return where the part under the cursor begins and ends."""
        text, cursor = self._line.text(), self._line.cursorPosition()
        if not self._listing:
            return 0, len(text)
        start = text.rfind(";", 0, cursor) + 1
        start += len(text[start:cursor]) - len(text[start:cursor].lstrip())
        end = text.find(";", cursor)
        return start, len(text) if end < 0 else end

    def _typed(self) -> str:
        start, _end = self._part()
        return self._line.text()[start : self._line.cursorPosition()].strip()

    def _on_edited(self) -> None:
        if self._typed():
            self._pause.start()
        else:
            self._pause.stop()
            self._hide()

    def _on_pause(self) -> None:
        asked = self._typed()
        if asked and self._line.hasFocus() and not self._line.isReadOnly():
            self._ask(asked, while_alive(self._line, partial(self._offer, asked)))

    def _offer(self, asked: str, found: list[str]) -> None:
        """Show what was found, unless the typing has gone on meanwhile."""
        if self._typed() != asked or not self._line.hasFocus():
            return
        words = [word for word in found if word.casefold() != asked.casefold()]
        self._words.setStringList(words)
        if words:
            self._list.complete()
        else:
            self._hide()

    def _on_chosen(self, word: str) -> None:
        start, end = self._part()
        self._line.setSelection(start, end - start)  # insert() keeps the line's own undo
        self._line.insert(word)
        self._line.setCursorPosition(start + len(word))
        self.completed.emit()

    def _on_return(self) -> None:
        popup = self._list.popup()
        if popup is not None and popup.isVisible() and not popup.currentIndex().isValid():
            popup.hide()
            self.passed_over.emit()

    def _hide(self) -> None:
        if (popup := self._list.popup()) is not None:
            popup.hide()
