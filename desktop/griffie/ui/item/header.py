"""The head of a sheet: kind, number, official number, how it stands, and what it is about."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.item import Deadline, Item, Motion
from griffie.domain.kinds import WORDS, ItemKind
from griffie.services.sheet import Sheet, paper_of, status_text
from griffie.ui.agenda.words import late_words
from griffie.ui.item.part import Link
from griffie.ui.panel.look import SMALL, TITLE, hairline, label, sized
from griffie.ui.panel.marks import MARK, mark_icon
from griffie.ui.theme import Theme

LONGEST = 300
"""Characters of what an item is about; its field has the rest."""


class Chip(QLabel):
    """A word on a coloured ground."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(sized(SMALL))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedHeight(self.fontMetrics().height() + 6)

    def show_word(self, word: str, ground: QColor, text: QColor) -> None:
        """Show a word, or nothing."""
        self.setText(word)
        self.setVisible(bool(word))
        radius = self.height() // 2 - 1
        self.setStyleSheet(
            f"QLabel {{ background: {ground.name()}; color: {text.name()}; "
            f"border-radius: {radius}px; padding: 0 {radius}px; }}"
        )


class Header(QWidget):
    """Stands above both columns and does not scroll.

    Signals:
        back_requested: go where the sheet was opened from.
        open_requested: show the words in their letter.
        address_requested: a web address that should be shown, and opened if the clerk says so.
        owner_requested: show the item that a deadline belongs to.
    """

    back_requested = Signal()
    open_requested = Signal()
    address_requested = Signal(str)
    owner_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._sheet = theme, Sheet(Item("", ItemKind.COMMITMENT, ""))
        self.back, self.mark, self.name = Link(), QLabel(), QLabel()
        self.name.setFont(sized(TITLE, bold=True))
        self.official, self.owner = Link(), Link()
        self.plain_number = label("muted")
        self.plain_number.setWordWrap(False)
        self.status, self.reported, self.late = Chip(), Chip(), Chip()
        self.open = QPushButton()
        self.open.setAutoDefault(True)
        self.about = label()
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.back.clicked.connect(self.back_requested)
        self.open.clicked.connect(self.open_requested)
        self.official.clicked.connect(lambda: self.address_requested.emit(self._sheet.address))
        self.owner.clicked.connect(self._on_owner)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.back, self.mark, self.name, self.official, self.plain_number, self.owner, self.status,
                       self.reported, self.late):  # fmt: skip
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.about)
        column.addWidget(hairline())

    def show_sheet(self, sheet: Sheet, theme: Theme, today: dt.date) -> None:
        """Show the head of an item."""
        self._sheet, self._theme = sheet, theme
        item, kind = sheet.item, sheet.item.kind
        self.mark.setPixmap(mark_icon(kind, theme.kind_colours[kind], self.devicePixelRatioF()).pixmap(MARK, MARK))
        self.name.setText(f"{_(WORDS[kind])} {item.number}")
        official = paper_name(item) if isinstance(item, Motion) else item.official_number
        self.official.setText(official if sheet.address else "")
        self.official.setVisible(bool(official and sheet.address))
        self.plain_number.setText("" if sheet.address else official)
        self.plain_number.setVisible(bool(self.plain_number.text()))
        self._show_chips(sheet, theme, today)
        owner = sheet.owner
        self.owner.setText(_("of {number}").format(number=owner.number) if owner is not None else "")
        self.owner.setVisible(owner is not None)
        text = " ".join(about(item).split())
        self.about.setText(text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …")
        self.about.setVisible(bool(text))
        self.open.setVisible(sheet.home is not None)
        self.setAccessibleName(f"{self.name.text()} {self.about.text()}")

    def _show_chips(self, sheet: Sheet, theme: Theme, today: dt.date) -> None:
        self.status.show_word(status_text(sheet), theme.selection, theme.selection_text)
        reported = _("settlement reported") if sheet.is_reported else ""
        self.reported.show_word(reported, theme.raised, theme.accent)
        days = sheet.days_late(today)
        self.late.show_word(late_words(days) if days else "", theme.raised, theme.error)

    def retranslate(self) -> None:
        """Ask for the texts of the buttons again."""
        self.back.setText("‹ " + _("Back"))
        self.back.setAccessibleName(_("Back"))
        self.back.setToolTip(_("Esc"))
        self.open.setText(_("Open in the letter"))
        self.open.setToolTip(_("Enter"))
        self.official.setToolTip(_("Show the official address"))

    def _on_owner(self) -> None:
        if self._sheet.owner is not None:
            self.owner_requested.emit(self._sheet.owner.id)


def about(item: Item) -> str:
    """Return what an item is about: its summary, the phrase of a deadline, else its words."""
    phrase = item.phrase if isinstance(item, Deadline) else ""
    return item.summary or phrase or item.literal


def paper_name(motion: Motion) -> str:
    """Return the paper of a motion as it is cited."""
    if not motion.paper_number:
        return ""
    dossier = "-".join(part for part in (motion.dossier, motion.suffix) if part)
    return f"{dossier}, nr. {motion.paper_number}" if paper_of(motion) else ""
