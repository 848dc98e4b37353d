"""The views beside letters and the open letter: register, agenda, overviews. Each is made when it is first shown."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from griffie.domain.listing import Wanted
    from griffie.domain.paper import Paper
    from griffie.ui.window import Window


@runtime_checkable
class View(Protocol):
    """What the window asks of a view; every view is a QWidget besides.

    A view may have these signals: `item_requested(item_id, letter_id)` opens the letter at the item's passage,
    `sheet_requested(item_id)` shows everything about one item, `register_requested(Wanted)` shows the register
    limited to something, and `sheet_closed()` goes back.
    """

    def load(self) -> None:
        """Read what is shown anew; called each time the view comes up."""

    def panes(self) -> list[QWidget]:
        """Return the places that F6 goes through; the first has the focus when the view comes up."""

    def paper(self) -> "Paper | Callable[[], Paper | None] | None":
        """Return what the view shows as it would be printed, None where there is nothing.

        A function gathers the paper off the GUI thread.
        """

    def close_down(self) -> None:
        """Let go of threads and timers; the window is closing."""


def _register(window: "Window") -> QWidget:
    from griffie.ui.register.view import RegisterView

    return RegisterView(window.place, window.remembered)


def _agenda(window: "Window") -> QWidget:
    from griffie.ui.agenda.view import AgendaView

    return AgendaView(window.place, window.remembered)


def _overviews(window: "Window") -> QWidget:
    from griffie.ui.overviews.view import OverviewsView

    return OverviewsView(window.place, window.remembered)


def _item(window: "Window") -> QWidget:
    from griffie.ui.item.view import ItemView

    return ItemView(window.place)


def _rappel(window: "Window") -> QWidget:
    from griffie.ui.rappel.view import RappelView

    return RappelView(window.place, window.remembered, window.notices)


LETTER = "letter"
"""Where one came from, when that was an open letter."""
MAKERS: Mapping[str, Callable[["Window"], QWidget]] = {
    "register": _register,
    "agenda": _agenda,
    "overviews": _overviews,
    "item": _item,
    "rappel": _rappel,
}


class Views(QObject):
    """The views that have been shown so far, in the window's stack."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._made: dict[str, QWidget] = {}
        self._before = ""

    def view(self, name: str) -> View:
        """Return a view, made now if it was never shown."""
        if name not in self._made:
            made = MAKERS[name](self._window)
            self._connect(made)
            self._window.stack.addWidget(made)
            self._made[name] = made
        return cast("View", self._made[name])

    @property
    def current(self) -> View | None:
        """The view that is up, None while letters or a letter are."""
        shown = self._window.stack.currentWidget()
        return next((cast("View", made) for made in self._made.values() if made is shown), None)

    @property
    def name(self) -> str:
        """The name of the view that is up, '' while letters or a letter are."""
        shown = self._window.stack.currentWidget()
        return next((name for name, made in self._made.items() if made is shown), "")

    def show(self, name: str) -> View:
        """Bring a view up and return it."""
        view = self.view(name)
        if self.name != "item":
            letter = self._window.letter
            in_letter = self._window.stack.currentWidget() is letter and letter.opened is not None
            self._before = self.name or (LETTER if in_letter else "")
        self._window.leave_letter_for(cast("QWidget", view))
        view.load()
        panes = view.panes()
        if panes:
            panes[0].setFocus()
        return view

    def close_down(self) -> None:
        """Let go of everything; the window is closing."""
        for made in self._made.values():
            cast("View", made).close_down()

    @Slot(str)
    def show_sheet(self, item_id: str) -> None:
        """Show everything about one item."""
        from griffie.ui.item.view import ItemView

        sheet = self.view("item")
        if isinstance(sheet, ItemView):
            sheet.take(item_id)
            self.show("item")

    @Slot(object)
    def show_register(self, wanted: "Wanted") -> None:
        """Show the register limited to something."""
        from griffie.ui.register.view import RegisterView

        register = self.view("register")
        if isinstance(register, RegisterView):
            register.limit_to(wanted)
            self.show("register")

    @Slot()
    def go_back(self) -> None:
        """Show the letter or the view from which an item was opened, else the register."""
        opened = self._window.letter.opened
        if self._before == LETTER and opened is not None:
            self._window.open_letter(opened.letter.id)
        else:
            self.show(self._before if self._before in MAKERS else "register")

    def _connect(self, made: QWidget) -> None:
        slots = {
            "item_requested": self._window.open_item,
            "sheet_requested": self.show_sheet,
            "register_requested": self.show_register,
            "sheet_closed": self.go_back,
        }
        for name, slot in slots.items():
            signal = getattr(made, name, None)
            if signal is not None:
                signal.connect(slot)
