"""The reminder round in the window: the question, two lists (a third for what has no date), the bar of decisions."""

import datetime as dt
from array import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from griffie.domain.changes import Changes
from griffie.domain.rappel import ListName, Rappel, RappelQuestion, next_reference_day
from griffie.services import rappel
from griffie.ui.notices import Notices
from griffie.ui.place import Workplace
from griffie.ui.rappel.deciding import Deciding
from griffie.ui.rappel.decision_bar import DecisionBar
from griffie.ui.rappel.empty import EmptyRound
from griffie.ui.rappel.model import RappelModel
from griffie.ui.rappel.pane import ListPane
from griffie.ui.rappel.question_bar import QuestionBar
from griffie.ui.remembered import Remembered
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.domain.paper import Paper

SETTLING_MS = 120
"""Changes that follow one another so fast are read together."""
QUESTION, BODY = "rappel_question", "rappel_body"


class RappelView(QWidget):
    """What is due on a reference day, and what the committee decides on it.

    Signals:
        item_requested: ids of an item and of the letter in which its words stand.
        sheet_requested: id of an item of which everything is to be shown.
    """

    item_requested = Signal(str, str)
    sheet_requested = Signal(str)

    def __init__(
        self, place: Workplace, remembered: Remembered, notices: Notices,
        clock: Callable[[], dt.date] = dt.date.today, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._place, self._remembered = place, remembered
        self.lane = Lane("griffie-rappel", self)
        self.question_bar, self.bar, self.empty = QuestionBar(clock()), DecisionBar(clock()), EmptyRound()
        self.panes_ = {name: ListPane(RappelModel(place.desk, self.lane, name, self)) for name in ListName}
        self.active = self.panes_[ListName.PASSED]
        self.question: RappelQuestion | None = None
        self.decided: set[int] = set()
        self.is_closing = False
        self._asked, self._wants_focus = 0, False
        self._soon = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._build()
        self.deciding = Deciding(self, place, notices)
        self._connect()
        self._restore()
        self._on_theme_changed(place.theme)
        self.retranslate()

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        for pane in self.panes_.values():
            self.splitter.addWidget(pane)
        self.panes_[ListName.UNDATED].hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.question_bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)
        again = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self.read_lists)

    def _connect(self) -> None:
        top, bus = self.question_bar, self._place.bus
        top.changed.connect(self._on_question)
        top.reload_requested.connect(self.read_lists)
        top.csv_requested.connect(self.deciding.export_csv)
        top.copy_requested.connect(self.deciding.copy_decisions)
        self.bar.decided.connect(self.deciding.decide)
        self.bar.round_changed.connect(self._show_round)
        self.bar.over.connect(lambda: self.active.table.setFocus())
        self.empty.clear_requested.connect(top.clear_limits)
        self.empty.undated_requested.connect(top.show_undated)
        for pane in self.panes_.values():
            pane.model.failed.connect(bus.failed)
            pane.table.decided.connect(self.bar.ask)
            pane.table.passage_requested.connect(self.open_passage)
            pane.table.sheet_requested.connect(self.open_sheet)
            pane.table.chosen.connect(lambda one=pane: self._on_chosen(one))
        self._soon.timeout.connect(self._refresh)
        bus.changed.connect(self._on_changed)
        bus.theme_changed.connect(self._on_theme_changed)
        bus.language_changed.connect(self.retranslate)

    # what the window asks of a view

    def load(self) -> None:
        """Read anew; rows on which has been decided stay until the lists are read anew by hand."""
        self._wants_focus = True
        self.bar.set_usable(not self._place.desk.register.read_only)
        single = bool(self._place.settings.get("single_keys"))
        self.bar.set_single_keys(single)
        for pane in self.panes_.values():
            pane.table.single_keys = single
        self._refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through: the lists, the bar of decisions, the question."""
        lists: list[QWidget] = [pane.table for pane in self.panes_.values() if pane.table.isVisibleTo(self)]
        return [*lists, self.bar.due.line, self.question_bar.on]

    def paper(self) -> "Paper | Callable[[], Paper | None] | None":
        """Return what gathers the lists as they would be printed, None where there is nothing."""
        if self.question is None or not any(pane.model.seqs for pane in self.shown_panes()):
            return None
        from griffie.ui.rappel.on_paper import Snapshot, paper_of

        lists = tuple((pane.name, pane.model.seqs) for pane in self.shown_panes())
        desk, shown = self._place.desk, Snapshot(self.question, lists, *self.bar.round)
        return lambda: paper_of(desk, shown)

    def close_down(self) -> None:
        """Keep what is asked and let go of the lane and the timer."""
        self._remembered.keep_text(QUESTION, self.question_bar.state())
        self._remembered.keep_text(BODY, self.bar.body.text().strip())
        self.is_closing = True
        self._soon.stop()
        self.deciding.stop()
        self.lane.close()

    def _restore(self) -> None:
        self.question_bar.restore(self._remembered.text(QUESTION))
        self.bar.body.setText(self._remembered.text(BODY))

    # lists

    def shown_panes(self) -> list[ListPane]:
        """Return the lists that are asked for."""
        names = self.question.lists if self.question is not None else ()
        return [self.panes_[name] for name in names]

    @property
    def _has_decided(self) -> bool:
        return any(not self.decided.isdisjoint(pane.model.seqs) for pane in self.shown_panes())

    @property
    def is_idle(self) -> bool:
        """True while nothing is read or waits to be read."""
        return self.lane.idle and not self._soon.isActive()

    @Slot(object)
    def _on_question(self, question: RappelQuestion) -> None:
        self._read(question)

    @Slot()
    def read_lists(self) -> None:
        """Read the lists anew: what has been settled leaves them."""
        question = self.question_bar.question()
        if question is not None:
            self._read(question)

    def _read(self, question: RappelQuestion) -> None:
        self._asked += 1
        asked, desk, everything = self._asked, self._place.desk, replace(question, undated=True)

        def work() -> tuple[Rappel[int], list[str], list[str], list[str]] | None:
            if asked != self._asked:
                return None
            found = rappel.seqs(desk, everything)
            return found, rappel.ministries(desk), rappel.committees(desk), rappel.bodies(desk)

        def done(found: tuple[Rappel[int], list[str], list[str], list[str]] | None) -> None:
            if found is not None and asked == self._asked:
                lists, top = found[0], self.question_bar
                top.ministries, top.committees, self.bar.bodies = found[1:]
                self._show(question, lists)

        self.lane.run(work, done, self._place.bus.failed.emit)

    def _show(self, question: RappelQuestion, lists: Rappel[int]) -> None:
        wanted = {name: lists[name] if name in question.lists else array("q") for name in ListName}
        if question == self.question and all(pane.model.seqs == wanted[pane.name] for pane in self.panes_.values()):
            self._refresh_rows()
            return
        here = self.active.current_seq
        self.question = question
        for pane in self.panes_.values():
            pane.setVisible(pane.name in question.lists)
            pane.model.show(question, wanted[pane.name])
            pane.show_question(question)
            pane.table.fit_text()
        self._show_around(question, lists)
        self._show_round()
        self._begin(here)

    def _show_around(self, question: RappelQuestion, lists: Rappel[int]) -> None:
        """Show what stands beside the lists, or in their place where there is nothing in them."""
        nothing = not any(pane.model.seqs for pane in self.shown_panes())
        undated = 0 if question.undated else len(lists.undated)
        self.empty.show_state(question, limited=self.question_bar.is_limited, undated=undated)
        self.stack.setCurrentWidget(self.empty if nothing else self.splitter)
        self.bar.setVisible(not nothing)
        self.bar.offer_body(question.committee)
        first = next_reference_day(question.on)
        self.bar.offer_days([first, next_reference_day(first)])

    def _begin(self, seq: int) -> None:
        """Stand on the row that we stood on, if it is still there, else on the first one."""
        filled = [pane for pane in self.shown_panes() if pane.model.seqs]
        if not filled:
            self.bar.show_rows(0)
            return
        focused = self._wants_focus or any(pane.table.hasFocus() for pane in self.panes_.values())
        self._wants_focus = False
        pane, place = next(
            ((pane, pane.model.seqs.index(seq)) for pane in filled if seq in pane.model.seqs), (filled[0], 0)
        )
        self.active = pane
        pane.table.go_to(place)
        if focused and self.isVisible():
            self.active.table.setFocus()

    def _on_chosen(self, pane: ListPane) -> None:
        """Rows are selected in one list at a time: a decision is about them."""
        if pane.table.chosen_ranges():
            self.active = pane
            for other in self.panes_.values():
                if other is not pane:
                    other.table.clearSelection()
        self.bar.show_rows(self.active.table.chosen_count())

    # decisions of this round

    @Slot()
    def _show_round(self) -> None:
        """Show the decisions that the body took on the day that the bar names."""
        for pane in self.panes_.values():
            pane.model.show_round(*self.bar.round)
        self._count_decided()

    def _count_decided(self) -> None:
        desk, (body, day) = self._place.desk, self.bar.round

        def done(found: set[int]) -> None:
            if (body, day) == self.bar.round:
                self.decided = found
                for pane in self.panes_.values():
                    pane.show_decided(found)
                self.question_bar.copy_button.setEnabled(bool(found))

        if body and day:
            self.lane.run(lambda: rappel.decided_seqs(desk, body, day), done, self._place.bus.failed.emit)
        else:
            done(set())

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        if self.isVisible():
            self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        """Show what the register has now; once something is decided in this round the rows stay where they are."""
        if self._has_decided:
            self._refresh_rows()
        else:
            self.read_lists()

    def _refresh_rows(self) -> None:
        for pane in self.shown_panes():
            pane.model.refresh()
        self._count_decided()

    # rows

    @Slot()
    def open_passage(self) -> None:
        """Open the current row's letter at its words; an item of no letter shows its sheet."""
        row = self.active.table.current_row()
        if row is not None and row.line.letter_id:
            self.item_requested.emit(row.line.id, row.line.letter_id)
        else:
            self.open_sheet()

    @Slot()
    def open_sheet(self) -> None:
        """Show everything about the current row."""
        row = self.active.table.current_row()
        if row is not None:
            self.sheet_requested.emit(row.line.id)

    # files

    def folder(self) -> Path:
        """Return the folder in which the clerk wrote a file last."""
        kept = Path(self._remembered.text("folder") or "?")
        return kept if kept.is_dir() else Path.home()

    def keep_folder(self, folder: Path) -> None:
        """Remember in which folder a file was written."""
        self._remembered.keep_text("folder", str(folder))

    # look

    @Slot()
    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        self.question_bar.retranslate()
        self.bar.retranslate()
        self.empty.retranslate()
        for pane in self.panes_.values():
            pane.retranslate()
            pane.show_decided(self.decided)

    @Slot(object)
    def _on_theme_changed(self, theme: Any) -> None:
        for pane in self.panes_.values():
            pane.table.painter_.theme = theme
            pane.table.viewport().update()
