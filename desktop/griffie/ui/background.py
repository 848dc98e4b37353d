"""Reading letters in the background: the open one first, then all that wait, with progress and a way to stop."""

import sys
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from griffie.base.errors import NotFoundError
from griffie.base.i18n import _, ngettext
from griffie.domain.changes import Changes
from griffie.domain.letter import Letter
from griffie.ui.notices import Notices, Progress
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.services.reading import Prepared, Reader
    from griffie.ui.letter.opened import Opened
    from griffie.ui.letter.view import LetterView

OFFER_MS = 6_000
"""How long after the start it is looked whether letters wait to be read."""
REST_MS = 300
"""How long the hands must rest before a letter is read: reading takes the processor that a tag needs to show."""
SWITCH_S = 0.0005
"""How long the reader keeps the interpreter while a key waits; 5 ms, Python's own, would be felt in a page turn."""


class Background(QObject):
    """A lane of its own in which letters are read; what is found is written in the lane of all writes."""

    def __init__(self, place: Workplace, notices: Notices, view: "LetterView", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place, self._notices, self._view = place, notices, view
        self.reader: Reader | None = None
        self._waiting: list[str] = []
        self._current = ""
        self._done = self._failed = 0
        self._strip: Progress | None = None
        self._facts: tuple[object, ...] = ()
        self._usual_switch = sys.getswitchinterval()
        self._offer = QTimer(self, singleShot=True, interval=OFFER_MS)
        self._offer.timeout.connect(self._look_for_unread)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._start)
        place.bus.changed.connect(self._on_changed)

    @cached_property
    def _lane(self) -> Lane:
        return Lane("griffie-letters", self)

    @property
    def idle(self) -> bool:
        """True where nothing is being read."""
        return not self._current and not self._waiting and ("_lane" not in self.__dict__ or self._lane.idle)

    def offer_soon(self) -> None:
        """Look in a while whether letters wait to be read, and offer to read them."""
        if not self._place.desk.register.read_only:
            self._offer.start()

    def close(self) -> None:
        """Stop after the letter at hand; the window is closing."""
        self._offer.stop()
        self._rest.stop()
        self._waiting.clear()
        if "_lane" in self.__dict__:
            self._lane.close()
        sys.setswitchinterval(self._usual_switch)

    # what is asked

    def read(self, letter_ids: Iterable[str], *, first: bool = False) -> None:
        """Read letters one by one; `first` puts them before those that wait."""
        if self._place.desk.register.read_only:
            return
        new = [one for one in letter_ids if one != self._current and (first or one not in self._waiting)]
        rest = [one for one in self._waiting if one not in new]
        self._waiting = [*new, *rest] if first else [*rest, *new]
        self._start()
        self._show_progress()

    def read_unread(self) -> None:
        """Read every letter that has not been read by this reader, or whose header has changed since."""
        self._ask_unread(self._read_all)

    def stop(self) -> None:
        """Read no more letters after the one at hand; what was read stays."""
        self._waiting.clear()

    def _read_all(self, ids: list[str]) -> None:
        if ids:
            self.read(ids)
        else:
            self._place.bus.told.emit(_("All letters have been read."))

    def _look_for_unread(self) -> None:
        self._ask_unread(self._offer_reading)

    def _offer_reading(self, ids: list[str]) -> None:
        ids = [one for one in ids if one != self._current and one not in self._waiting]
        if ids:
            text = ngettext(
                "{n} letter has not been read for suggestions by this version.",
                "{n} letters have not been read for suggestions by this version.",
                len(ids),
            )
            self._notices.tell(text.format(n=len(ids)), [(_("Read them now"), lambda: self.read(ids))])

    def _ask_unread(self, then: Callable[[list[str]], None]) -> None:
        desk, reader = self._place.desk, self.reader

        def work() -> list[str]:
            from griffie.services import reading

            return reading.unread(desk, reader=reader)

        self._lane.run(work, then, self._place.bus.failed.emit)

    # one after the other

    @Slot()
    def _start(self) -> None:
        """Go on with the next letter, unless one is being read or the hands are at work."""
        if not self._current and not self._rest.isActive():
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._finish()
            return
        letter_id = self._current = self._waiting.pop(0)
        desk, reader = self._place.desk, self.reader
        sys.setswitchinterval(SWITCH_S)

        def work() -> "Prepared":
            from griffie.services import reading

            return reading.prepare(desk, letter_id, reader=reader)

        self._lane.run(work, self._keep, self._on_failed)

    def _keep(self, prepared: "Prepared") -> None:
        from griffie.services import reading

        desk = self._place.desk
        self._place.lane.run(lambda: reading.keep(desk, prepared), self._on_kept, self._on_failed)

    def _on_kept(self, changes: Changes) -> None:
        self._done += 1
        self._place.bus.changed.emit(changes, self)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._failed += 1
        if not isinstance(error, NotFoundError):  # one that was forgotten meanwhile is no news
            self._place.bus.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        self._current = ""
        self._start()
        self._show_progress()

    def _finish(self) -> None:
        sys.setswitchinterval(self._usual_switch)
        if self._strip is not None:
            self._strip.dismiss()
            self._strip = None
            text = ngettext("{n} letter read", "{n} letters read", self._done).format(n=self._done)
            self._place.bus.told.emit(text)
        self._done = self._failed = 0

    def _show_progress(self) -> None:
        """A single letter is read before anybody could look at a bar; more of them show how far they are."""
        whole = self._done + self._failed + len(self._waiting) + bool(self._current)
        if self._strip is None and len(self._waiting) > 1:
            self._strip = self._notices.progress(_("Reading letters..."), self._on_stopped)
        if self._strip is not None and self._current:
            done = self._done + self._failed
            text = _("Reading letters: {done} of {total}").format(done=done, total=whole)
            self._strip.show_progress(done, whole, text)

    def _on_stopped(self) -> None:
        self._strip = None  # it takes itself away
        left = len(self._waiting)
        self.stop()
        text = ngettext("Stopped: {n} letter is not read yet.", "Stopped: {n} letters are not read yet.", left)
        self._place.bus.told.emit(text.format(n=left))

    # the open letter

    def take(self, opened: "Opened") -> None:
        """The letter that is open now: one that nobody has read yet is read when its page stands on the screen."""
        self._facts = facts_of(opened.letter)
        if not opened.found.is_read:
            letter_id = opened.letter.id
            self._view.when_drawn(lambda: self._read_when_at_rest(letter_id))

    def _read_when_at_rest(self, letter_id: str) -> None:
        self._rest.start()
        self.read([letter_id], first=True)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        """When the open letter has another date, chamber, dossier or sender than before it is read anew."""
        if initiator is not self and self._waiting:
            self._rest.start()
        opened = self._view.opened
        if opened is None or opened.letter.id not in changes.letters:
            return
        facts = facts_of(opened.letter)
        if self._facts and self._facts[0] == facts[0] and facts != self._facts:
            self.read([opened.letter.id], first=True)
        self._facts = facts


def facts_of(letter: Letter) -> tuple[object, ...]:
    """Return which letter it is, and what a reading goes by besides the words."""
    return (letter.id, letter.date, letter.chamber, letter.dossiers, letter.senders)
