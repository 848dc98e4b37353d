"""What was done to the item, in plain words: who, when, what; the newest first, older ones when asked for."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.i18n import N_, _, current_language
from griffie.domain.dates import format_date
from griffie.services.sheet import Sheet
from griffie.ui.item.part import Hands, Link, Part
from griffie.ui.panel.answers import while_alive
from griffie.ui.panel.look import SMALL, label

if TYPE_CHECKING:
    from griffie.services.telling import ToldStep, TrailPage


class StepView(QWidget):
    """One step: when and who above what was done."""

    def __init__(self, told: "ToldStep") -> None:
        super().__init__()
        self.told = told
        about, text = label("muted", factor=SMALL), label()
        about.setText(when_and_who(told))
        text.setText("\n".join(lines_of(told)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (about, text):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(part)
        self.setAccessibleName(f"{about.text()}: {text.text()}")


class LogPart(Part):
    """The change log, read off the GUI thread page by page."""

    title_key = N_("What was done")

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.steps: list[ToldStep] = []
        self._views: list[StepView] = []
        self._page: TrailPage | None = None
        self._asked = 0
        self.older = Link()
        self.older.clicked.connect(self._on_older)
        self.older.hide()
        self.column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    @property
    def is_whole(self) -> bool:
        """True where no older steps are left to be read."""
        return self._page is not None and self._page.more is None

    def show_sheet(self, sheet: Sheet) -> None:
        """Read what was done to an item, as many pages as are shown now."""
        same = self.sheet is not None and self.sheet.item.id == sheet.item.id
        super().show_sheet(sheet)
        if not same:
            self.steps, self._views, self._page = [], [], None
            self.replace_lines([])
            self.older.hide()
            self.say_empty(_("Reading what was done ..."))
        self._ask(sheet.item.id, max(1, len(self.steps)))

    def _ask(self, item_id: str, least: int) -> None:
        self._asked += 1
        asked, desk = self._asked, self.hands.place.desk

        def read() -> "tuple[list[ToldStep], TrailPage]":
            from griffie.services import telling

            page = telling.first_page(desk, item_id)
            steps = list(page.steps)
            while page.more is not None and len(steps) < least:
                page = telling.next_page(desk, page)
                steps += page.steps
            return steps, page

        def answered(found: "tuple[list[ToldStep], TrailPage]") -> None:
            if asked == self._asked:
                self._show(*found)

        self.hands.reads.run(read, while_alive(self, answered))

    def _show(self, steps: "list[ToldStep]", page: "TrailPage") -> None:
        self._page = page
        self.older.setVisible(page.more is not None)
        self.say_empty("" if steps else _("Nothing was done to it yet."))
        known = self.steps[: len(steps)]
        fresh = next((n for n in range(len(steps)) if known and steps[n:] == known[: len(steps) - n]), None)
        self.steps = steps
        if fresh is None:
            self._views = [StepView(told) for told in steps]
            self.replace_lines(self._views)
            return
        for view in self._views[len(steps) - fresh :]:  # what has gone to the next page
            view.hide()
            view.deleteLater()
        made = [StepView(told) for told in steps[:fresh]]
        self._views = [*made, *self._views[: len(steps) - fresh]]
        for position, view in enumerate(made):
            self.lines.insertWidget(position, view)

    def _on_older(self) -> None:
        page, desk = self._page, self.hands.place.desk
        if page is None or page.more is None:
            return
        self.older.setEnabled(False)
        self._asked += 1
        asked = self._asked

        def read() -> "TrailPage":
            from griffie.services import telling

            return telling.next_page(desk, page)

        def answered(found: "TrailPage") -> None:
            self.older.setEnabled(True)
            if asked != self._asked:
                return
            self._page = found
            self.older.setVisible(found.more is not None)
            self.steps = [*self.steps, *found.steps]
            made = [StepView(told) for told in found.steps]
            self._views += made
            for view in made:
                self.lines.addWidget(view)

        self.hands.reads.run(read, while_alive(self, answered))

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        self.older.setText(_("Show older changes"))
        if self.sheet is not None:
            self._ask(self.sheet.item.id, max(1, len(self.steps)))


def when_and_who(told: "ToldStep") -> str:
    """Return when a step was done, in the clerk's own time, and by whom."""
    at = datetime.fromisoformat(told.at).astimezone()
    when = f"{format_date(at.date(), current_language())} {at:%H:%M}"
    return f"{when} · {told.who}" if told.who else when


def lines_of(told: "ToldStep") -> list[str]:
    """Return what a step did, line by line."""
    return [*([told.title] if told.title else []), *told.lines]
