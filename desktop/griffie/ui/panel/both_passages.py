"""Two passages side by side: what a letter says, and what was promised; one below the other where it is narrow."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.kinds import ItemKind
from griffie.ui.panel.look import SMALL, label
from griffie.ui.panel.proposed import origin_of

if TYPE_CHECKING:
    from griffie.services.promises import ShownProposal

SIDE_BY_SIDE = 340
"""Logical pixels from which on there is room for two columns."""
LONGEST = 900
"""Characters of a passage that are shown; the letter, or the sheet of the item, has the rest."""


class BothPassages(QWidget):
    """The letter's words at the left, the promise with day, origin and page at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.letter_head, self.promise_head = label("muted", factor=SMALL), label("muted", factor=SMALL)
        self.letter_words, self.promise_words = label(), label()
        self.origin = label("muted", factor=SMALL)
        for part in (self.letter_words, self.promise_words, self.origin):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addLayout(_column(self.letter_head, self.letter_words), 1)
        self._box.addLayout(_column(self.promise_head, self.promise_words, self.origin), 1)

    def sizeHint(self) -> QSize:
        """Return a hint that lets a panel be narrow."""
        return QSize(280, super().sizeHint().height())

    def show_both(self, shown: "ShownProposal", *, with_letter: bool = False) -> None:
        """Show both sides of a proposal; `with_letter` names the letter, where that is not the one in view."""
        place, promise = shown.proposal.place, shown.promise
        page = _("p. {n}").format(n=place.page_number) if place.page_number else ""
        where = shown.letter.number if with_letter else _("In this letter")
        self.letter_head.setText(" · ".join(part for part in (where, page) if part))
        self.letter_words.setText(f"“{_short(place.quote)}”")
        self.promise_head.setText(_was(promise.item.kind))
        words = _short(promise.text) or _("no summary yet")
        self.promise_words.setText(f"“{words}”" if promise.quoted else words)
        self.origin.setText(origin_of(promise))
        self.origin.setVisible(bool(self.origin.text()))
        self.setAccessibleName(f"{self.letter_head.text()}: {place.quote}. {self.promise_head.text()}: {words}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: two columns where the width has room for them."""
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)


def _was(kind: ItemKind) -> str:
    if kind is ItemKind.MOTION:
        return _("Moved")
    return _("Asked") if kind is ItemKind.REQUEST else _("Promised")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rsplit(' ', 1)[0]} …"


def _column(*parts: QLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column
