"""Taking files in from the window: in the background, with progress and a way to stop, each outcome said once."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from griffie.base.errors import Cancelled
from griffie.base.i18n import _, ngettext
from griffie.domain.changes import Changes
from griffie.domain.item import Item
from griffie.domain.kinds import AnchorState, DocumentRole
from griffie.services import looking
from griffie.ui.notices import Notices, Progress
from griffie.ui.place import Workplace

if TYPE_CHECKING:
    from griffie.services.adding import Added


ADDED, DUPLICATE, REFUSED = "added", "duplicate", "refused"
"""The values of `AddStatus`, known without loading the reader."""


class Intake(QObject):
    """Adds letters to the register.

    Signals:
        letter_ready: id of the letter of the single file that was asked for, new or known.
        print_ready: a letter has a further print: ids of the letter and of the document.
        refused: the file (Path) that was to be shown could not be taken in.
        many_added: ids of the new letters, where more than one file was asked for.
    """

    letter_ready = Signal(str)
    print_ready = Signal(str, str)
    refused = Signal(object)
    many_added = Signal(list)
    _progressed = Signal(int, int, str)

    def __init__(self, place: Workplace, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place, self._notices = place, notices
        self._stop = Event()
        self._strip: Progress | None = None
        self._many = False
        self._new: list[str] = []
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    def take(self, paths: Sequence[Path]) -> None:
        """Take files and folders in, in the lane; a single file is shown when it is there."""
        self._stop.clear()
        self._new = []
        self._many = len(paths) > 1 or any(path.is_dir() for path in paths)
        if self._many:
            self._strip = self._notices.progress(_("Adding letters..."), self._stop.set)
        desk = self._place.desk

        def begin() -> Iterator["Added"]:
            from griffie.services import adding  # brings the reader along, which the first page need not wait for

            return adding.add_files(desk, paths, progress=self._say, cancelled=self._stop.is_set)

        self._place.lane.run(begin, lambda files: self._next(files, []), self._place.bus.failed.emit)

    def close(self) -> None:
        """Stop after the file at hand; the window is closing."""
        self._stop.set()

    def _say(self, done: int, total: int, path: Path) -> None:
        self._progressed.emit(done, total, path.name)

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, name: str) -> None:
        if self._strip is not None:
            text = _("Adding letters: {done} of {total}, {name}").format(done=done, total=total, name=name)
            self._strip.show_progress(done, total, text)

    def _next(self, files: Iterator["Added"], outcomes: list["Added"]) -> None:
        """Take the next file in its own turn of the lane, so that a tag never waits for a thousand letters."""

        def done(outcome: "Added | None") -> None:
            if outcome is None:
                self._finish(outcomes)
                return
            self._on_outcome(outcome, first=not any(o.letter_id for o in outcomes))
            self._next(files, [*outcomes[-999:], outcome])

        def failed(error: Exception) -> None:
            self._finish(outcomes)
            if not isinstance(error, Cancelled):
                self._place.bus.failed.emit(error)

        self._place.lane.run(lambda: next(files, None), done, failed)

    def _on_outcome(self, outcome: "Added", *, first: bool) -> None:
        if outcome.changes:
            self._place.bus.changed.emit(outcome.changes, self)
        if outcome.status == ADDED and outcome.letter_id and self._many:
            self._new.append(outcome.letter_id)
        if outcome.letter_id and first and not self._many:
            self.letter_ready.emit(outcome.letter_id)
        if outcome.same_as and outcome.letter_id:
            self._offer_join(outcome.letter_id, outcome.same_as)
        if outcome.status == REFUSED:
            self.refused.emit(outcome.path)

    def _finish(self, outcomes: list["Added"]) -> None:
        if self._strip is not None:
            self._strip.dismiss()
            self._strip = None
        refused = [o for o in outcomes if o.status == REFUSED]
        for outcome in refused[:5]:
            text = _("{name} was not added. {reason}").format(name=outcome.path.name, reason=outcome.reason)
            self._notices.tell(text, symbol="warning")
        if len(refused) > 5:
            rest = len(refused) - 5
            self._notices.tell(
                ngettext("{n} more file was not added.", "{n} more files were not added.", rest).format(n=rest)
            )
        self._summarise(outcomes)
        if self._new:
            self.many_added.emit(self._new)

    def _summarise(self, outcomes: list["Added"]) -> None:
        added = sum(o.status == ADDED for o in outcomes)
        known = sum(o.status == DUPLICATE for o in outcomes)
        parts = []
        if added:
            parts.append(ngettext("{n} letter added", "{n} letters added", added).format(n=added))
        if known:
            parts.append(ngettext("{n} was there already", "{n} were there already", known).format(n=known))
        if not outcomes:
            parts.append(_("No PDF files found."))
        self._place.bus.told.emit(", ".join(parts))

    def _offer_join(self, letter_id: str, same_as: str) -> None:
        other = self._place.desk.letter(same_as)
        text = _("This seems to be another print of {number} ({title}).").format(number=other.number, title=other.title)
        join = partial(self._join, letter_id, same_as)
        self._notices.tell(text, [(_("Same letter"), join), (_("Keep apart"), lambda: None)])

    def _join(self, letter_id: str, same_as: str) -> None:
        from griffie.services import adding

        desk, bus = self._place.desk, self._place.bus
        document = desk.letter(letter_id).documents[0]
        role = document.role
        known = {document.role for document in desk.letter(same_as).documents}
        role = DocumentRole.REPRINT if role in known and role is DocumentRole.KAMERSTUK else role

        def done(changes: Changes) -> None:
            bus.changed.emit(changes, self)
            self.print_ready.emit(same_as, document.id)
            bus.told.emit(tied_again(looking.items_in(desk, same_as), document.id))

        self._place.lane.run(lambda: adding.join_letters(desk, letter_id, same_as, role), done, bus.failed.emit)


def tied_again(items: Sequence[Item], document_id: str) -> str:
    """Say how many passages were found again in another print, and how many are to be looked at."""
    here = {p.id: p.state for item in items for p in item.passages if p.document_id == document_id}
    review = sum(state is AnchorState.REVIEW for state in here.values())
    found = ngettext("{n} passage found again", "{n} passages found again", len(here) - review)
    parts = [found.format(n=len(here) - review)]
    if review:
        parts.append(ngettext("{n} to be reviewed", "{n} to be reviewed", review).format(n=review))
    return ", ".join(parts)
