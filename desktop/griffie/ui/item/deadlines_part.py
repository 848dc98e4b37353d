"""The deadlines of an item: each with what it was before and why it moved, ways to move it or say it has none."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import N_, _
from griffie.domain.item import Deadline
from griffie.domain.kinds import ItemKind
from griffie.domain.periods import DateRange
from griffie.services import itemising
from griffie.services.sheet import DeadlineStory, Sheet
from griffie.ui.agenda.words import late_words
from griffie.ui.item.part import Hands, Link, Part, action_line
from griffie.ui.panel.deadline_rows import NewTermLine, TermRow, values_of
from griffie.ui.panel.item_form import write_of_row
from griffie.ui.panel.look import SMALL, label
from griffie.ui.panel.moves import Moves
from griffie.ui.panel.reason import ReasonLine
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.texts import Reference, range_of


class StoryView(QWidget):
    """One deadline.

    Signals:
        no_date_requested: id of the deadline, and the reason; "" where none is asked.
    """

    no_date_requested = Signal(str, str)

    def __init__(self, deadline: Deadline, reference: Reference) -> None:
        super().__init__()
        self.row = TermRow(deadline, reference)
        self.row.fill(range_of(deadline))
        self.state = label(factor=SMALL)
        self.moves = Moves()
        self.move_button, self.no_date_button = Link(), Link()
        self.reason = ReasonLine()
        self.reason.hide()
        self.deeds = action_line([self.move_button, self.no_date_button])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.row, self.state, self.deeds, self.reason, self.moves):
            column.addWidget(widget)
        self.move_button.clicked.connect(self._on_move)
        self.no_date_button.clicked.connect(self._on_no_date)
        self.reason.given.connect(self._on_reason)
        self.reason.dropped.connect(self.reason.hide)

    @property
    def deadline(self) -> Deadline:
        """The deadline as it is now."""
        return self.row.deadline

    def show_story(self, story: DeadlineStory, *, is_open: bool, read_only: bool) -> None:
        """Show the deadline as it is now."""
        self.row.show_deadline(story.deadline)
        self.row.set_read_only(read_only)
        self.moves.show_moves(story.moves)
        self.deeds.setVisible(not read_only)
        self.no_date_button.setVisible(not story.deadline.no_date)
        late = (dt.date.today() - story.deadline.date_to).days if story.deadline.date_to and is_open else 0
        text = _("no date") if story.deadline.no_date else late_words(late) if late > 0 else ""
        self.state.setProperty("role", "hint" if late > 0 else "muted")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setText(text)
        self.state.setVisible(bool(text))
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        number = self.deadline.number
        self.row.retranslate()
        self.moves.retranslate()
        self.reason.retranslate()
        self.move_button.setText(_("Move"))
        self.move_button.setAccessibleName(_("Move deadline {number}").format(number=number))
        self.no_date_button.setText(_("No date"))
        self.no_date_button.setAccessibleName(_("Say that {number} has no date").format(number=number))
        self.no_date_button.setToolTip(_("Say that there is no date, so that it is not asked for again"))

    def _on_move(self) -> None:
        self.row.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_no_date(self) -> None:
        if itemising.needs_reason(self.deadline, "no_date"):
            self.reason.begin(take_focus=True)
        else:
            self.no_date_requested.emit(self.deadline.id, "")

    def _on_reason(self, reason: str) -> None:
        self.reason.hide()
        self.move_button.setFocus()
        self.no_date_requested.emit(self.deadline.id, reason)


class DeadlinesPart(Part):
    """All deadlines of an item, and a line to type another; a deadline's own sheet has no such part."""

    title_key = N_("Deadlines")

    def __init__(self, hands: Hands, reference: Reference) -> None:
        super().__init__(hands)
        self._reference = reference
        self.stories: dict[str, StoryView] = {}
        self.new_line = NewTermLine(reference)
        self.new_line.typed.connect(self._on_typed)
        self.new_line.page_requested.connect(self.body_requested)
        self.column.addWidget(self.new_line)
        self.retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the deadlines as they are now; what is being typed stays."""
        if self.sheet is not None and self.sheet.item.id != sheet.item.id:
            self.keep_open_edit()
            self.new_line.clear()
        super().show_sheet(sheet)
        self.setVisible(sheet.item.kind is not ItemKind.DEADLINE)
        stories = () if sheet.item.kind is ItemKind.DEADLINE else sheet.deadlines
        if list(self.stories) != [story.deadline.id for story in stories]:
            self.stories = {story.deadline.id: self._made(story.deadline) for story in stories}
            self.replace_lines(list(self.stories.values()))
        for story in stories:
            view = self.stories[story.deadline.id]
            view.show_story(story, is_open=sheet.is_open, read_only=self.hands.read_only)
        self.new_line.setVisible(not self.hands.read_only)
        self.say_empty("" if stories else self._nothing())

    def _nothing(self) -> str:
        return _("No deadline yet.") if self.hands.read_only else _("No deadline yet: type one below, then Enter.")

    def keep_open_edit(self) -> bool:
        """Keep what is being typed; False where it cannot be kept as it is."""
        rows = [view.row.keep() for view in self.stories.values() if view.row.open]
        return all([*rows, self.new_line.keep()])

    def focus_first(self) -> None:
        """Put the keys into the line for a new deadline."""
        self.new_line.editor.setFocus()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        self.new_line.retranslate()
        for view in self.stories.values():
            view.retranslate()
        if self.sheet is not None:
            self.show_sheet(self.sheet)

    def _made(self, deadline: Deadline) -> StoryView:
        view = StoryView(deadline, self._reference)
        view.row.keep_requested.connect(self._on_keep)
        view.row.page_requested.connect(self.body_requested)
        view.row.next_requested.connect(self.body_requested)
        view.row.go.clicked.connect(lambda: self.sheet_requested.emit(view.deadline.id))
        view.no_date_requested.connect(self._on_no_date)
        return view

    def _on_keep(self, row: FieldRow, typed: str, reason: str) -> None:
        assert isinstance(row, TermRow)
        assert self.sheet is not None
        write = write_of_row(self.hands.place.desk, row.deadline, row, typed, reason, self.sheet.home)
        deadline_id = row.deadline.id

        def kept(_found_id: str) -> None:
            if deadline_id in self.stories:
                row.kept()

        def refused(error: UserError) -> None:
            if deadline_id in self.stories:
                row.refuse(error)
            else:
                self.hands.place.bus.failed.emit(error)

        self.hands.keeper.keep(write, kept, refused)

    def _on_no_date(self, deadline_id: str, reason: str) -> None:
        desk = self.hands.place.desk
        self.hands.keeper.keep(
            lambda: itemising.set_item_field(desk, deadline_id, "no_date", True, reason=reason), _nothing_more
        )

    def _on_typed(self, phrase: str, found: DateRange) -> None:
        assert self.sheet is not None
        desk, owner_id, home = self.hands.place.desk, self.sheet.item.id, self.sheet.home
        values = values_of(phrase, found)

        def write() -> Any:
            made = itemising.new_item(desk, ItemKind.DEADLINE, values, letter_id=home, owner_id=owner_id)
            return made[1]

        self.hands.keeper.keep(write, _nothing_more)


def _nothing_more(_found_id: str) -> None:
    """Nothing more to do: the announcement brings the new state."""
