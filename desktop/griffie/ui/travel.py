"""Back and forth between the letters that were open, as in a browser."""

from typing import TYPE_CHECKING

from griffie.base.errors import UserError

if TYPE_CHECKING:
    from griffie.ui.window import Window


class Travel:
    """The trail of letters; the list of all letters is where the trail begins."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._trail: list[str] = []
        self._place = -1
        self.show()

    def went_to(self, letter_id: str) -> None:
        """Note that a letter is open now; where we came from is one step back."""
        if not (0 <= self._place < len(self._trail) and self._trail[self._place] == letter_id):
            self._trail = [*self._trail[: self._place + 1], letter_id]
            self._place = len(self._trail) - 1
        self.show()

    def step(self, by: int) -> None:
        """Go a step back (-1) or forth (1); a letter that is gone is passed over."""
        place = self._place + by
        while 0 <= place < len(self._trail):
            try:
                self._window.place.desk.letter(self._trail[place])
            except UserError:
                place += by
                continue
            self._place = place
            self._window.open_letter(self._trail[place])
            break
        else:
            if by < 0:
                self._place = -1
                self._window.show_letters()
        self.show()

    def show(self) -> None:
        """Switch the two actions on or off."""
        self._window.actions_["back"].setEnabled(self._place >= 0)
        self._window.actions_["forward"].setEnabled(self._place < len(self._trail) - 1)
