"""Which open items the open letter may settle: worked out after its reading, when the hands rest."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from griffie.base.errors import NotFoundError
from griffie.base.i18n import _
from griffie.domain.changes import Changes
from griffie.ui.page.drawn import is_drawn
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.services.promises import Proposed, ShownProposal
    from griffie.ui.letter.view import LetterView

REST_MS = 300
"""How long the hands must rest: looking takes the processor that a tag or the first page needs to show."""
MOST_WAITS = 10
"""So many times at the most it waits for a page that is being drawn."""


@dataclass(frozen=True)
class Deed:
    """What the lane of writes does with a proposal, and what is told of it then."""

    work: Callable[[], tuple[list[str], Changes]]
    told: Callable[[list[str]], str]


class Proposing(QObject):
    """The settlement proposals of one letter view."""

    def __init__(self, place: Workplace, view: "LetterView", reads: Lane) -> None:
        super().__init__(view)
        self._place, self._view, self._reads = place, view, reads
        self._asked = self._waits = self._turn = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        view.shown.connect(self.look_soon)

    @property
    def is_waiting(self) -> bool:
        """True while the register is being asked, or will be."""
        return self._asked > 0 or self._rest.isActive()

    def close(self) -> None:
        """Ask nothing any more: no letter is open, or the window is closing."""
        self._rest.stop()

    @Slot()
    def look_soon(self) -> None:
        """Look again when the hands rest: the letter, its reading or the register has changed."""
        self._turn += 1  # what is being looked up now is no longer so
        self._waits = 0
        self._rest.start()

    @Slot()
    def _look(self) -> None:
        opened, desk = self._view.opened, self._place.desk
        if opened is None:
            return
        self._waits += 1
        if self._waits < MOST_WAITS and self._view.isVisible() and not is_drawn(self._view.page):
            self._rest.start()
            return
        letter_id, turn = opened.letter.id, self._turn
        self._asked += 1

        def work() -> "Proposed":
            from griffie.services.promises import proposed_in

            return proposed_in(desk, letter_id)

        def done(proposed: "Proposed") -> None:
            self._asked -= 1
            now = self._view.opened
            if now is not None and now.letter.id == letter_id and turn == self._turn:
                self._view.suggesting.take_proposals(proposed)

        def failed(error: Exception) -> None:
            self._asked -= 1
            if not isinstance(error, NotFoundError):  # forgotten meanwhile
                self._place.bus.failed.emit(error)

        self._reads.run(work, done, failed)

    def accepting(self, shown: "ShownProposal", degree: str) -> Deed:
        """Return how a settlement is proposed, to a degree where the clerk chose one."""
        desk = self._place.desk
        self._turn += 1

        def work() -> tuple[list[str], Changes]:
            from griffie.domain.settlement import Degree
            from griffie.services import proposal_steps

            return [], proposal_steps.accept(desk, shown.proposal, Degree(degree) if degree else None)

        text = _("Settlement of {number} proposed").format(number=shown.promise.item.number)
        return Deed(work, lambda _made: text)

    def dismissing(self, shown: "ShownProposal") -> Deed:
        """Return how a proposal is left out."""
        desk = self._place.desk
        self._turn += 1

        def work() -> tuple[list[str], Changes]:
            from griffie.services import proposal_steps

            return [], proposal_steps.dismiss(desk, shown.proposal)

        return Deed(work, lambda _made: _("Left out"))
