"""What the parts of a sheet have in common: a title with what can be done, lines, and words where there are none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.domain.letter import Letter
from griffie.services.sheet import Sheet
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.look import SMALL, clear, hairline, label
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

LINK = """
QPushButton { border: 0; background: transparent; color: palette(link); padding: 0; min-height: 20px; }
QPushButton:focus { text-decoration: underline; }
QPushButton:disabled { color: palette(placeholder-text); }
"""


BESIDE_LINK = 3
"""Logical pixels above words that stand beside a link, so that both stand on one line."""


@dataclass(frozen=True)
class Hands:
    """What a part works with: the place, a lane for what is read, and what keeps a change and announces it."""

    place: Workplace
    reads: Lane
    keeper: Keeper

    @property
    def read_only(self) -> bool:
        """True where nothing can be changed."""
        return self.place.desk.register.read_only


class Link(QPushButton):
    """A button that looks like a link: what can be done with a line, or where it leads."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFlat(True)
        self.setAutoDefault(True)  # Enter presses it too, outside a dialog
        self.setStyleSheet(LINK)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if name:
            self.setAccessibleName(name)


class LetterLine(QWidget):
    """A letter: its number leads to it, its day and subject stand behind that.

    Signals:
        requested: the letter should be opened.
    """

    requested = Signal()

    def __init__(self, letter: Letter | None, number: str = "") -> None:
        super().__init__()
        self.link = Link(letter.number if letter is not None else number)
        self.link.clicked.connect(self.requested)
        self.about = label("muted", factor=SMALL)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        if letter is not None:
            day = format_date(letter.date, current_language()) if letter.date else ""
            self.about.setText(" · ".join(part for part in (day, letter.title) if part))
            name = _("Open letter {number}: {title}").format(number=letter.number, title=letter.title)
            self.link.setAccessibleName(name)
            self.link.setToolTip(_("Open this letter"))
        self.about.setContentsMargins(0, BESIDE_LINK, 0, 0)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.about, 1)


class Part(QWidget):
    """One part of the sheet.

    Signals:
        letter_requested: id of the item or settlement whose words the letter should show, and of the letter.
        sheet_requested: id of an item of which everything is to be shown.
        body_requested: Esc with nothing to restore: the keys go back to the sheet.
    """

    letter_requested = Signal(str, str)
    sheet_requested = Signal(str)
    body_requested = Signal()

    title_key = ""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self.sheet: Sheet | None = None
        self.actions_: list[QPushButton] = []
        self.title: QLabel = label(bold=True)
        self.title.setMinimumHeight(22)  # as high as the links beside others
        self.empty = label("muted")
        self.empty.hide()
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.addWidget(self.title, 1)
        self._holder = QWidget()
        self.lines = QVBoxLayout(self._holder)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.rule = hairline()
        self.column.addWidget(self.rule)
        self.column.addLayout(self.head)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._holder)

    def sizeHint(self) -> QSize:
        """Return a hint that lets a column be narrow."""
        return QSize(280, super().sizeHint().height())

    def add_action(self, button: QPushButton) -> None:
        """Put what can be done at the right of the title."""
        self.actions_.append(button)
        self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the part of a sheet; what is being typed into the same item's stays."""
        self.sheet = sheet

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.title.setText(_(self.title_key))
        self.setAccessibleName(self.title.text())

    def restyle(self) -> None:
        """Take the colours of the theme in force; most parts have none of their own."""

    def keep_open_edit(self) -> bool:
        """Keep what is being typed; False where it cannot be kept as it is. Most parts keep on a button only."""
        return True

    def say_empty(self, text: str) -> None:
        """Say what is missing and what to do; '' where something is there."""
        self.empty.setText(text)
        self.empty.setVisible(bool(text))

    def replace_lines(self, widgets: Sequence[QWidget]) -> None:
        """Show other lines; where the keys were on one of them they go to the first thing that can be done."""
        focus = QApplication.focusWidget()
        had = focus is not None and self._holder.isAncestorOf(focus)
        clear(self._holder)
        for widget in widgets:
            self.lines.addWidget(widget)
        self._holder.setVisible(bool(widgets))
        if had:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the keys to the first thing that can be done here."""
        first = next((button for button in self.actions_ if button.isVisible()), None)
        if first is not None:
            first.setFocus()
        else:
            self.body_requested.emit()


def action_line(buttons: Sequence[QWidget]) -> QWidget:
    """Return buttons beside one another, as far left as they go."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(16)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return holder
