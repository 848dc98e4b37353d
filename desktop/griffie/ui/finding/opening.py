"""Opens what was found: the letter at its passage or page, the item's sheet, a list with the same words."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from griffie.domain.excerpts import found_words
from griffie.domain.finding import Hit, HitKind
from griffie.domain.listing import Wanted
from griffie.ui.finding.palette import Palette

if TYPE_CHECKING:
    from griffie.ui.letter.opened import Opened
    from griffie.ui.window import Window


class Finding(QObject):
    """Search everywhere in a window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._page_hit: Hit | None = None
        self._bar_is_ours = False
        window.stack.currentChanged.connect(self._on_view_changed)
        window.letter.shown.connect(self._on_letter_shown)

    @cached_property
    def palette(self) -> Palette:
        """The box, made when it is first asked for."""
        palette = Palette(self._window.place, self._window.remembered, self._window)
        palette.hit_chosen.connect(self.open_hit)
        palette.list_requested.connect(self.open_list)
        return palette

    def open(self) -> None:
        """Let the box come up."""
        self.palette.open()

    def close_down(self) -> None:
        """Let go of the box; the window is closing."""
        if "palette" in self.__dict__:
            self.palette.close_down()

    @Slot(object, bool)
    def open_hit(self, hit: Hit, wants_sheet: bool = False) -> None:
        """Open a hit: an item at its passage or as a sheet, a page with the words found on it, a letter."""
        self._page_hit = None
        self._put_bar_away()
        if hit.kind is HitKind.ITEM and (wants_sheet or not hit.letter_id):
            self._window.views.show_sheet(hit.item_id)
        elif hit.kind is HitKind.ITEM:
            self._window.open_item(hit.item_id, hit.letter_id)
        elif hit.kind is HitKind.PAGE:
            self._open_page(hit)
        else:
            self._window.open_letter(hit.letter_id)

    @Slot(str, str)
    def open_list(self, view: str, typed: str) -> None:
        """Show a view limited to the words: the register, or the list of letters."""
        if view == "register":
            self._window.views.show_register(Wanted(query=typed))
            return
        self._window.show_letters()
        self._window.letters.search.setText(typed)
        self._window.letters.table.setFocus()

    def _open_page(self, hit: Hit) -> None:
        letter = self._window.letter
        opened = letter.opened
        if opened is not None and opened.document.id == hit.document_id:
            self._window.open_letter(hit.letter_id)
            self._show_page(hit)
            return
        self._page_hit = hit
        letter.open(hit.letter_id, document_id=hit.document_id)

    @Slot(object)
    def _on_letter_shown(self, opened: "Opened") -> None:
        hit, self._page_hit = self._page_hit, None
        if hit is not None and opened.document.id == hit.document_id:
            self._show_page(hit)

    def _show_page(self, hit: Hit) -> None:
        """Go to the page, with the words in the find bar: Enter there goes to the next place."""
        letter = self._window.letter
        letter.page.clear_selection()
        letter.page.go_to_page(hit.page_number - 1)
        letter.find_bar.query.setText(found_words(hit.excerpt))
        letter.find_bar.open()
        self._bar_is_ours = True

    def _put_bar_away(self) -> None:
        """Close the find bar that the last page hit has opened: its words are not those of the next letter."""
        ours, self._bar_is_ours = self._bar_is_ours, False
        if ours and self._window.letter.find_bar.isVisible():
            self._window.letter.find_bar.close_bar()

    @Slot()
    def _on_view_changed(self) -> None:
        if "palette" in self.__dict__ and self.palette.isVisible():
            self.palette.close_box()
