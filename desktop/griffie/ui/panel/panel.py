"""The panel beside the page: the letter on top, its items as cards, and the form of the one that is selected."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _, ngettext
from griffie.domain.changes import Changes
from griffie.domain.item import Deadline, Item
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Letter
from griffie.services import lettering
from griffie.ui.panel.card_menu import CardMenu, Choice
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.item_form import ItemForm, copy_text
from griffie.ui.panel.items_view import ItemsView
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.letter_form import LetterForm
from griffie.ui.panel.letter_header import LetterHeader
from griffie.ui.panel.look import SMALL, hairline, label
from griffie.ui.panel.new_item import NewItemForm
from griffie.ui.panel.notice import Notice
from griffie.ui.panel.passages import passages_in
from griffie.ui.panel.row import FieldRow
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.ui.letter.found import Found
    from griffie.ui.panel.citations import CitationList


class Panel(QWidget):
    """Shows a letter and everything tagged in it. Every field is saved when it is left; there is no Save button.

    Signals:
        item_selected: the user went to another item: its id, "" where none is left.
        passage_requested: id of the item whose words the page should show.
        delete_requested: id of an item.
        retie_requested: id of an item; True to tie it to the selection instead, False to add a further passage.
        untie_requested, adjust_requested: ids of an item and of one of its passages.
        new_deadline_requested: id of the item that should get a further deadline.
        page_focus_requested: Esc with nothing to restore.
        letter_address_requested: a web address to open.
        document_chosen: id of the print of the letter that the page should show.
        accept_requested: id of a suggestion, and what was typed over its fields.
        dismiss_requested: id of a suggestion.
        accept_shown_requested: all suggestions that are shown.
        shown_changed: other suggestions may be shown now.
        citation_chosen: id of a citation whose words the page should show.
        citation_requested: id of a citation whose address is wanted.
        sources_wanted: the letter's own fields show: where was each read? Answered by `show_sources`.
        source_requested: name of a field whose words the page should show.
        sheet_requested: id of an item of which everything is to be shown.
    """

    item_selected = Signal(str)
    passage_requested = Signal(str)
    delete_requested = Signal(str)
    retie_requested = Signal(str, bool)
    untie_requested = Signal(str, str)
    adjust_requested = Signal(str, str)
    new_deadline_requested = Signal(str)
    page_focus_requested = Signal()
    letter_address_requested = Signal(str)
    document_chosen = Signal(str)
    accept_requested = Signal(str, dict)
    dismiss_requested = Signal(str)
    accept_shown_requested = Signal()
    shown_changed = Signal()
    citation_chosen = Signal(str)
    citation_requested = Signal(str)
    sources_wanted = Signal()
    source_requested = Signal(str)
    sheet_requested = Signal(str)

    def __init__(self, place: Workplace, reads: Lane | None = None) -> None:
        """Make an empty panel; `reads` is the lane for completions and histories, else the lane of the writes."""
        super().__init__()
        self._place = place
        self.letter: Letter | None = None
        self._document_id: str | None = None
        self._found: Found | None = None
        keeper = self._keeper = Keeper(place, self)
        reads = reads or place.lane
        factory = self._factory = RowFactory(place, reads, self._reference)
        self.header = LetterHeader(factory)
        self.items = ItemsView(place, ItemForm(place, reads, factory, keeper))
        self.list = self.items.list
        self.nothing = Notice()
        self.read_only = label("muted", factor=SMALL)
        self.menu = CardMenu(self)
        self.menu.read_only = place.desk.register.read_only
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for part in (self.nothing, self.items):
            self.stack.addWidget(part)
        self.read_only.setContentsMargins(12, 8, 12, 0)
        self.read_only.setVisible(self._place.desk.register.read_only)
        self._line = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.read_only, self.header, self._line):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.header.hide()
        self._line.hide()

    def _connect(self) -> None:
        form = self.items.form
        self.items.item_selected.connect(self.item_selected)
        self.items.menu_requested.connect(self._on_menu)
        self.items.accept_requested.connect(self.accept_requested)
        self.items.dismiss_requested.connect(self.dismiss_requested)
        self.items.accept_shown_requested.connect(self.accept_shown_requested)
        self.items.shown_changed.connect(self.shown_changed)
        self.items.sheet_requested.connect(self.sheet_requested)
        self.list.delete_requested.connect(self.delete_requested)
        form.passage_requested.connect(self.passage_requested)
        form.untie_requested.connect(self.untie_requested)
        form.adjust_requested.connect(self.adjust_requested)
        form.new_deadline_requested.connect(self.new_deadline_requested)
        self.menu.chosen.connect(self._on_chosen)
        self.header.keep_requested.connect(self._on_keep)
        for view in (self.header, form, self.list):
            view.page_requested.connect(self.page_focus_requested)
        self.header.document_chosen.connect(self.document_chosen)
        self.header.unfolded.connect(self._on_unfolded)
        self.header.citations_unfolded.connect(self._on_citations)
        self._place.bus.language_changed.connect(self.retranslate)
        self._place.bus.theme_changed.connect(self._on_theme)

    @cached_property
    def letter_form(self) -> LetterForm:
        """All fields of the letter; made when they are first unfolded, so that the first page comes sooner."""
        form = LetterForm(self._factory)
        form.keep_requested.connect(self._on_keep)
        form.page_requested.connect(self.page_focus_requested)
        form.address_requested.connect(self.letter_address_requested)
        form.next_requested.connect(self._on_letter_done)
        form.source_requested.connect(self.source_requested)
        form.retranslate()
        self.stack.addWidget(form)
        if self.letter is not None:
            form.show_letter(self.letter, read_only=self._place.desk.register.read_only)
        return form

    @cached_property
    def citations(self) -> "CitationList":
        """The papers that the letter cites; made when they are first asked for."""
        from griffie.ui.panel.citations import CitationList

        citations = CitationList(self._place, self._keeper)
        citations.chosen.connect(self.citation_chosen)
        citations.address_requested.connect(self.citation_requested)
        citations.page_requested.connect(self.page_focus_requested)
        self.stack.addWidget(citations)
        return citations

    @cached_property
    def new_form(self) -> NewItemForm:
        """The form of an item without a passage; made when it is first asked for."""
        form = NewItemForm(self._place, self._factory, self._keeper)
        form.made.connect(self._on_made)
        form.abandoned.connect(self._on_abandoned)
        form.retranslate()
        self.stack.addWidget(form)
        return form

    def _made(self, name: str) -> bool:
        return name in self.__dict__

    def _writes_anew(self) -> bool:
        return self._made("new_form") and self.stack.currentWidget() is self.new_form

    def sizeHint(self) -> QSize:
        """Return the width in which labels and fields stand comfortably side by side."""
        return QSize(380, 640)

    def minimumSizeHint(self) -> QSize:
        """Return the least width that cuts nothing off."""
        return QSize(300, 320)

    def show_letter(
        self,
        letter: Letter | None,
        items: Sequence[Item],
        document_id: str | None,
        found: "Found | None" = None,
    ) -> None:
        """Show a letter as it is now, with `document_id` the print that the page shows; None for no letter.

        `found` is what its reading gave, None where nobody asked for it.

        Called again after a change it keeps selection, scroll and what is being typed.
        """
        if self.letter is not None and (letter is None or letter.id != self.letter.id):
            self.keep_open_edit()  # while the rows still know whose text it is
            self.header.citations.setChecked(False)  # a letter opens on its cards
        self.letter, self._document_id, self._found = letter, document_id, found
        self.header.setVisible(letter is not None)
        self._line.setVisible(letter is not None)
        if letter is None:
            self.items.select(None, edit_first=False)
            if not self._writes_anew():
                self.stack.setCurrentWidget(self.nothing)
            return
        read_only = self._place.desk.register.read_only
        self.header.show_letter(letter, document_id, read_only=read_only)
        if self._made("letter_form"):
            self.letter_form.show_letter(letter, read_only=read_only)
            if self.header.fold.isChecked():
                self.sources_wanted.emit()
        self.items.show_items(letter, items, document_id, found)
        self._show_citations()
        if self.stack.currentWidget() is self.nothing:
            self.stack.setCurrentWidget(self.items)

    def show_sources(self, pages: Mapping[str, int]) -> None:
        """Show by field of the letter on which page (from 1) it was read."""
        if self._made("letter_form"):
            self.letter_form.show_sources(pages)

    def _show_citations(self) -> None:
        cited = self._found.citations if self._found is not None else ()
        self.header.show_citation_count(len(cited))
        if self._made("citations") and self.letter is not None:
            self.citations.show_citations(self.letter.id, cited)

    def select(self, item_id: str | None, *, edit_first: bool = False) -> None:
        """Select an item (or none) without a signal; `edit_first` puts the cursor into its first field.

        An item that is not in the list yet is selected at the next `show_letter`.
        """
        writing_anew = self._writes_anew() and not edit_first
        if item_id is not None and self.letter is not None and not writing_anew:
            self._show_items()
        self.items.select(item_id, edit_first=edit_first)

    def current_item_id(self) -> str | None:
        """Return the id of the selected item."""
        return self.list.current_id()

    def focus_list(self) -> None:
        """Put the keys into the list; without one selected the first item becomes current."""
        self._show_items()
        self.list.setFocus()
        if self.current_item_id() is None:
            self.list.go_next()

    def focus_first_field(self) -> None:
        """Put the cursor into the first field of what is shown: item, new item, or the letter."""
        if self._made("letter_form") and self.stack.currentWidget() is self.letter_form:
            self.letter_form.focus_first_field()
        elif self._writes_anew():
            self.new_form.rows.focus_first()
        else:
            self.items.focus_first_field()

    def begin_new(self, kind: ItemKind | None = None, *, owner_id: str | None = None) -> None:
        """Show the form of a new item without a passage; `owner_id` is proposed as the owner of a deadline."""
        if self._place.desk.register.read_only:
            self._place.bus.told.emit(_("This register can only be read."))
            return
        self.keep_open_edit()
        self.stack.setCurrentWidget(self.new_form)
        self.new_form.begin(kind, self.letter.id if self.letter else None, self.items.items, owner_id)

    def keep_open_edit(self) -> bool:
        """Keep what is being typed, before the window closes; False where a text cannot be kept as it is."""
        kept = [self.items.form.keep_open_edit(), self.header.state.keep()]
        if self._made("letter_form"):
            kept.append(self.letter_form.keep_open_edit())
        return all(kept)

    def set_selection_available(self, available: bool) -> None:
        """Say whether words are selected on the page, for the menu of a card."""
        self.menu.has_selection = available

    def unfold_letter(self, unfolded: bool = True) -> None:
        """Show or hide all fields of the letter."""
        self.header.fold.setChecked(unfolded)

    def retranslate(self) -> None:
        """Ask for every text again."""
        self.setAccessibleName(_("Letter and items"))
        self.read_only.setText(_("This register can only be read: nothing here can be changed."))
        self.nothing.say(_("No letter is open."), _("Choose a letter from the list, or drop a PDF on the window."))
        made = [getattr(self, name) for name in ("letter_form", "new_form", "citations") if self._made(name)]
        for part in (self.header, self.items, *made):
            part.retranslate()

    def _reference(self) -> date | None:
        return self.letter.date if self.letter else None

    def _show_items(self) -> None:
        self.header.fold.setChecked(False)
        self.header.citations.setChecked(False)
        self.stack.setCurrentWidget(self.items if self.letter else self.nothing)

    def _on_theme(self) -> None:
        self.items.restyle(self._place.theme)

    def _on_unfolded(self, unfolded: bool) -> None:
        if unfolded:
            self.header.citations.setChecked(False)
            self.letter_form.unfold()
            self.stack.setCurrentWidget(self.letter_form)
            self.sources_wanted.emit()
        elif not self.header.citations.isChecked():
            self.stack.setCurrentWidget(self.items)

    def _on_citations(self, unfolded: bool) -> None:
        if unfolded:
            self.header.fold.setChecked(False)
            self.stack.setCurrentWidget(self.citations)
            self._show_citations()
            self.citations.begin()
        elif not self.header.fold.isChecked():
            self.stack.setCurrentWidget(self.items)

    def _on_letter_done(self) -> None:
        self._show_items()
        self.focus_list()

    def _on_keep(self, row: FieldRow, typed: str, _reason: str) -> None:
        letter, desk = self.letter, self._place.desk
        if letter is None:
            return

        def is_shown() -> bool:
            return self.letter is not None and self.letter.id == letter.id

        moved: list[str] = []

        def write() -> Changes:
            changes = lettering.type_letter_field(desk, letter, row.name, typed)
            moved.extend(changes.items)
            return changes

        def kept(_found_id: str) -> None:
            if is_shown():
                row.kept()
            if moved and row.name in ("date", "chamber"):
                self._place.bus.noticed.emit(followed_text(len(moved)))

        def refused(error: UserError) -> None:
            if is_shown():
                row.refuse(error)
            else:
                self._place.bus.failed.emit(error)

        self._keeper.keep(write, kept, refused)

    def _on_made(self, item_id: str) -> None:
        self._on_abandoned()
        self.select(item_id)

    def _on_abandoned(self) -> None:
        self._show_items()
        self.list.setFocus()

    def _on_menu(self, item_id: str, place: QPoint) -> None:
        if (shown := self.items.suggestion(item_id)) is not None:
            self.menu.menu_of_suggestion(item_id, shown.suggestion.selection.quote).popup(place)
        elif (proposed := self.items.proposal(item_id)) is not None:
            self.menu.menu_of_suggestion(item_id, proposed.proposal.place.quote).popup(place)
        elif self._found is not None and (settled := self._found.settlement(item_id)) is not None:
            words = settled.passage.quote if settled.passage is not None else ""
            self.menu.menu_of_settlement(item_id, words).popup(place)
        elif (item := self.items.item(item_id)) is not None:
            self.menu.menu(item, passages_in(item, self._document_id)).popup(place)

    def _on_chosen(self, choice: Choice) -> None:
        """Do what was chosen from a card's menu."""
        item = self.items.item(choice.item_id)
        if item is None:
            self._on_suggestion_chosen(choice)
            return
        if choice.what in ("copy_text", "copy_number"):
            quotes = "\n".join(p.quote for p in passages_in(item, self._document_id))
            copy_text(item.number if choice.what == "copy_number" else quotes or item.summary)
            self._place.bus.told.emit(_("Copied."))
        elif choice.what in ("retie", "add_passage"):
            self.retie_requested.emit(item.id, choice.what == "retie")
        elif choice.what in ("untie", "adjust"):
            signal = self.untie_requested if choice.what == "untie" else self.adjust_requested
            signal.emit(item.id, choice.passage_id)
        elif choice.what == "history":
            self.items.form.show_history()
        elif choice.what == "sheet":
            self.sheet_requested.emit(subject_of(item))
        else:
            signals = {"go": self.passage_requested, "deadline": self.new_deadline_requested}
            signals.get(choice.what, self.delete_requested).emit(item.id)

    def _on_suggestion_chosen(self, choice: Choice) -> None:
        """Do what was chosen from the menu of a suggestion."""
        if choice.what == "copy_quote":
            copy_text(choice.passage_id)
            self._place.bus.told.emit(_("Copied."))
        elif choice.what == "accept":
            self.accept_requested.emit(choice.item_id, {})
        elif choice.what == "delete":
            self.delete_requested.emit(choice.item_id)
        elif choice.what == "dismiss":
            self.dismiss_requested.emit(choice.item_id)
        elif choice.what == "go":
            self.passage_requested.emit(choice.item_id)
        elif choice.what == "edit":
            self.select(choice.item_id, edit_first=True)


def followed_text(count: int) -> str:
    """Return what happened to the deadlines of a letter whose date or chamber has changed."""
    text = ngettext(
        "{n} deadline that a rule had dated follows the letter. Its earlier date is kept; Ctrl+Z takes it back.",
        "{n} deadlines that a rule had dated follow the letter. Their earlier dates are kept; Ctrl+Z takes it back.",
        count,
    )
    return text.format(n=count)


def subject_of(item: Item) -> str:
    """Return the id of the item whose sheet is meant: of a deadline what it belongs to."""
    return (item.owner_id or item.id) if isinstance(item, Deadline) else item.id
