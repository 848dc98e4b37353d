"""What the round writes: decisions on the selected rows as one step, the form as CSV, the notes on the clipboard."""

from array import array
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.changes import Changes
from griffie.domain.rappel_decision import Decision, is_of_a_round
from griffie.services import rappel, register
from griffie.services.following import TOLD_EVERY
from griffie.ui.notices import Notices, Progress
from griffie.ui.place import Workplace
from griffie.ui.rappel.pane import grouped

if TYPE_CHECKING:
    from griffie.ui.rappel.pane import ListPane
    from griffie.ui.rappel.view import RappelView

MANY = 400
"""Rows from which on a decision shows its progress, with a way to stop it."""


class Deciding(QObject):
    """Writes for the view, off the GUI thread.

    Signals:
        progressed: how many of how many items are done.
    """

    progressed = Signal(int, int)

    def __init__(self, view: "RappelView", place: Workplace, notices: Notices) -> None:
        super().__init__(view)
        self._view, self._place, self._notices = view, place, notices
        self._stop = Event()
        self._strip: Progress | None = None
        self.progressed.connect(self._on_progress)

    def stop(self) -> None:
        """Stop what is being written: a decision is then taken back whole."""
        self._stop.set()

    # decisions

    @Slot(object)
    def decide(self, decision: Decision) -> None:
        """Record a decision on the selected rows of the active list, and go on to the next row."""
        from griffie.services.rappel_deciding import decide, line_of

        desk, pane, stop = self._place.desk, self._view.active, Event()
        ranges = pane.table.chosen_ranges()
        seqs = pane.model.seqs_of(ranges)
        if not seqs:
            return
        self._begin(len(seqs), stop)

        def work() -> tuple[str, Changes]:
            ids = register.ids_of(desk, seqs)
            line = line_of(desk, ids, decision)
            changes = decide(desk, ids, decision, progress=self.progressed.emit, cancelled=stop.is_set)
            return line, changes

        def done(result: tuple[str, Changes]) -> None:
            self._end()
            self._view.bar.accepted(decision.kind)
            self._view.decided |= set(seqs)  # from now on these rows stay, whatever the lists would be
            self._place.bus.changed.emit(result[1], self._view)
            self._place.bus.saved.emit()
            self._place.bus.told.emit(_("Recorded: {decision}").format(decision=result[0]))
            self._go_on(pane, seqs, max(last for _first, last in ranges))

        self._place.lane.run(work, done, self._on_failed)

    def _begin(self, rows: int, stop: Event) -> None:
        self._stop = stop
        self._view.bar.set_usable(False)
        if rows >= MANY:
            self._strip = self._notices.progress(_("Recording the decision..."), stop.set)

    def _end(self) -> None:
        if self._strip is not None and not self._stop.is_set():
            self._strip.dismiss()
        self._strip = None
        self._view.bar.set_usable(True)

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        """Show how far it is; what follows when all items are written, the search index, has no measure."""
        if self._strip is None or self._stop.is_set():
            return
        text = _("Recording the decision: {done} of {total}").format(done=grouped(done), total=grouped(total))
        if done + TOLD_EVERY >= total:
            self._strip.show_progress(0, 0, _("Recording the decision..."))
        else:
            self._strip.show_progress(done, total, text)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._place.bus.told.emit(_("Stopped: nothing was decided."))
        elif isinstance(error, UserError):
            self._view.bar.tell(str(error))
        else:
            self._place.bus.failed.emit(error)

    def _go_on(self, pane: "ListPane", seqs: "array[int]", last: int) -> None:
        """Select the next row on which nothing has been decided yet; behind the last one stay where we are."""
        decided, rows = self._view.decided, pane.model.seqs
        following = (place for place in range(last + 1, len(rows)) if rows[place] not in decided)
        place = next(following, None)
        if place is not None and pane.model.seqs_of(pane.table.chosen_ranges()) == seqs:
            pane.table.go_to(place)

    # files

    @Slot()
    def copy_decisions(self) -> None:
        """Put what was decided in this round on the clipboard, as the notes of the committee have it."""
        desk, (body, day) = self._place.desk, self._view.bar.round

        def done(notes: list[tuple[str, str]]) -> None:
            lines = [f"{items} {words}" if is_of_a_round(words) else f"{words}: {items}" for items, words in notes]
            QApplication.clipboard().setText("\n".join(lines))
            text = ngettext("{n} decision copied", "{n} decisions copied", len(lines))
            self._place.bus.told.emit(text.format(n=len(lines)))

        self._view.lane.run(lambda: rappel.notes_of_round(desk, body, day), done, self._place.bus.failed.emit)

    @Slot()
    def export_csv(self) -> None:
        """Ask where to, and write the lists as a table to be filled in."""
        question = self._view.question
        if question is None:
            return
        folder = self._view.folder()
        start = str(folder / f"rappel-{question.on.isoformat()}.csv")
        name, _kind = QFileDialog.getSaveFileName(self._view, _("Export to CSV"), start, _("CSV files (*.csv)"))
        if name:
            path = Path(name if name.lower().endswith(".csv") else f"{name}.csv")
            self._view.keep_folder(path.parent)
            self.write_csv(path)

    def write_csv(self, path: Path) -> None:
        """Write the lists to a CSV file; a failure leaves the old file."""
        desk, question = self._place.desk, self._view.question
        profile, language = self._place.settings.get("csv_profile"), current_language()
        if question is None:
            return

        def done(rows: int) -> None:
            text = ngettext("{n} row written to {name}", "{n} rows written to {name}", rows)
            self._place.bus.told.emit(text.format(n=rows, name=path.name))

        self._view.lane.run(
            lambda: rappel.export_csv(
                desk, path, question, profile=profile, language=language, cancelled=self._stop_export
            ),
            done, self._place.bus.failed.emit,
        )  # fmt: skip

    def _stop_export(self) -> bool:
        return self._view.is_closing
