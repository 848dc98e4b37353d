"""The helpers of a letter view, each loaded when it is first needed: the first page waits for none of them."""

from functools import cached_property
from typing import TYPE_CHECKING

from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.ui.letter.citing import Citing
    from griffie.ui.letter.proposing import Proposing
    from griffie.ui.letter.sources import Sources
    from griffie.ui.letter.suggesting import Suggesting
    from griffie.ui.letter.ties import Ties
    from griffie.ui.letter.view import LetterView
    from griffie.ui.letter.work import LetterWork


class Parts:
    """Makes the helpers of one letter view."""

    def __init__(self, place: Workplace, view: "LetterView", reading: Lane) -> None:
        self._place, self._view, self._reading = place, view, reading

    @cached_property
    def work(self) -> "LetterWork":
        """What changes the register; its rules of dates and papers are loaded after the first page is on the screen."""
        from griffie.ui.letter.work import LetterWork

        return LetterWork(self._place, self._view)

    @cached_property
    def suggesting(self) -> "Suggesting":
        """What the reading of the letter found, and what a clerk decides on it."""
        from griffie.ui.letter.suggesting import Suggesting

        return Suggesting(self._place, self._view, self._reading)

    @cached_property
    def proposing(self) -> "Proposing":
        """Which open items the letter may settle."""
        from griffie.ui.letter.proposing import Proposing

        return Proposing(self._place, self._view, self._reading)

    @cached_property
    def ties(self) -> "Ties":
        """What the panel asks of the page."""
        from griffie.ui.letter.ties import Ties

        return Ties(self._place, self._view)

    @cached_property
    def citing(self) -> "Citing":
        """The papers that the letter cites, and their addresses."""
        from griffie.ui.letter.citing import Citing

        return Citing(self._place, self._view)

    @cached_property
    def sources(self) -> "Sources":
        """Where the letter's own data are printed."""
        from griffie.ui.letter.sources import Sources

        return Sources(self._view, self._reading)

    def has(self, name: str) -> bool:
        """Tell whether a helper has been made."""
        return name in self.__dict__
