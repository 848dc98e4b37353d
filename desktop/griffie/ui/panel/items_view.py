"""The items and suggestions of a letter: filters, cards, and below them the form of the one that is selected."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.item import Deadline, Item
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Letter
from griffie.services import itemising
from griffie.ui.panel.card_list import CardList
from griffie.ui.panel.cards import cards_of, with_suggestions
from griffie.ui.panel.chips import Chips
from griffie.ui.panel.item_form import ItemForm
from griffie.ui.panel.look import SMALL, hairline, label
from griffie.ui.panel.notice import Notice
from griffie.ui.panel.suggested import SuggestedCard
from griffie.ui.place import Workplace
from griffie.ui.theme import Theme

if TYPE_CHECKING:
    from griffie.services.promises import ShownProposal
    from griffie.services.suggesting import Shown
    from griffie.ui.item.claim import ClaimPart
    from griffie.ui.letter.found import Found
    from griffie.ui.panel.proposal_form import ProposalForm
    from griffie.ui.panel.suggestion_bar import SuggestionBar
    from griffie.ui.panel.suggestion_form import SuggestionForm


ITEM_SHARE, SUGGESTION_SHARE = 45, 60
"""Percent of the height that the list gets at most: an item has many fields, a suggestion a few lines."""


class ItemsView(QWidget):
    """List and form, kept in step.

    Signals:
        item_selected: the user went to another item or suggestion: its id, "" where none is left.
        menu_requested: id of an item and the place on the screen.
        accept_requested: id of a suggestion, and what was typed over its fields.
        dismiss_requested: id of a suggestion.
        accept_shown_requested: all suggestions that are shown.
        shown_changed: other suggestions may be shown now: filter or list has changed.
        sheet_requested: id of an item of which everything is to be shown.
    """

    item_selected = Signal(str)
    accept_requested = Signal(str, dict)
    dismiss_requested = Signal(str)
    accept_shown_requested = Signal()
    shown_changed = Signal()
    menu_requested = Signal(str, QPoint)
    sheet_requested = Signal(str)

    def __init__(self, place: Workplace, form: ItemForm) -> None:
        super().__init__()
        self._place = place
        self.form = form
        self.items: list[Item] = []
        self._letter: Letter | None = None
        self._document_id: str | None = None
        self._wanted: tuple[str, bool] | None = None
        self._moved_by_hand = False
        self.found: Found | None = None
        self.chips = Chips()
        self.list = CardList(place)
        self.empty = Notice()
        self.scan = label("muted", factor=SMALL)
        self.scan.setContentsMargins(12, 4, 12, 8)
        self._lay_out()
        self._connect()
        self.restyle(place.theme)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        upper, self._upper_column = _column()
        for part in (self.chips, self.scan):
            self._upper_column.addWidget(part)
        self._upper_column.addWidget(self.stack, 1)
        lower, self._lower_column = _column()
        self._lower = lower
        self._lower_column.addWidget(hairline())
        self._lower_column.addWidget(self.form, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(4)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(lower)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 6)
        self.splitter.setSizes([300, 360])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        lower.hide()

    def _connect(self) -> None:
        self.list.setMinimumHeight(96)
        self.form.setMinimumHeight(120)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self.chips.changed.connect(self._on_filter)
        self.list.chosen.connect(self._on_chosen)
        self.list.edit_requested.connect(self.focus_first_field)
        self.list.menu_requested.connect(self.menu_requested)
        self.list.accept_requested.connect(self._on_accept)
        self.list.dismiss_requested.connect(self.dismiss_requested)
        self.form.next_requested.connect(self.go_next)
        self.form.go_requested.connect(self._on_go)
        self.form.replaced.connect(self._on_replaced)

    @cached_property
    def bar(self) -> "SuggestionBar":
        """How far the suggestions are; made for the first letter that has any."""
        from griffie.ui.panel.suggestion_bar import SuggestionBar

        bar = SuggestionBar()
        bar.accept_shown_requested.connect(self.accept_shown_requested)
        self._upper_column.insertWidget(0, bar)
        return bar

    @cached_property
    def suggestion_form(self) -> "SuggestionForm":
        """The suggestion that is current; made for the first one."""
        from griffie.ui.panel.suggestion_form import SuggestionForm

        form = SuggestionForm(self._place, self.form.factory)
        form.accept_requested.connect(self.accept_requested)
        form.dismiss_requested.connect(self.dismiss_requested)
        form.page_requested.connect(self.form.page_requested)
        form.editing_changed.connect(self._share_height)
        self._lower_column.addWidget(form, 1)
        return form

    @cached_property
    def proposal_form(self) -> "ProposalForm":
        """The settlement proposal that is current; made for the first one."""
        from griffie.ui.panel.proposal_form import ProposalForm

        form = ProposalForm(self._place)
        form.accept_requested.connect(self.accept_requested)
        form.dismiss_requested.connect(self.dismiss_requested)
        form.sheet_requested.connect(self.sheet_requested)
        form.page_requested.connect(self.form.page_requested)
        self._lower_column.addWidget(form, 1)
        return form

    @cached_property
    def claim(self) -> "ClaimPart":
        """The settlement that is current; made for the first one."""
        from griffie.ui.item.claim import ClaimPart

        claim = ClaimPart(self._place, self.form.factory.reads)
        claim.page_requested.connect(self.form.page_requested)
        self._lower_column.addWidget(claim, 1)
        return claim

    def _made(self, name: str) -> bool:
        return name in self.__dict__

    @property
    def suggestions(self) -> "tuple[Shown, ...]":
        """The open suggestions of the letter, in reading order."""
        return self.found.suggestions if self.found is not None else ()

    def show_items(
        self, letter: Letter, items: Sequence[Item], document_id: str | None, found: "Found | None" = None
    ) -> None:
        """Show items and suggestions as they are now; selection, scroll and what is being typed stay."""
        if self._letter is None or self._letter.id != letter.id:
            self.list.select_id(None)
            self.found = None
            self.chips.choose(None)
        self._letter, self.items, self._document_id, self.found = letter, list(items), document_id, found
        beside = [card.kind for card in with_suggestions((), found, document_id)]
        self.chips.show_counts([*(item.kind for item in items), *beside])
        self._show_bar()
        self._show_cards()
        self._say_what_is_missing()
        if self._wanted is not None:
            item_id, edit_first = self._wanted
            self.select(item_id, edit_first=edit_first)
        self._show_form()

    def select(self, item_id: str | None, *, edit_first: bool) -> None:
        """Select an item without telling; one that is not here yet is selected when it comes."""
        known = item_id is None or self.item(item_id) is not None or self._is_found(item_id)
        self._wanted = None if known or item_id is None else (item_id, edit_first)
        if not known:
            return
        if item_id is not None and self.list.cards.row_of(item_id) < 0:
            self.chips.choose(None)
        self.list.select_id(item_id)
        self._show_form()
        if edit_first and item_id is not None:
            self.focus_first_field()

    def focus_first_field(self) -> None:
        """Put the cursor into the first field of the item, or of the suggestion, which can be corrected from now on."""
        if self.suggestion(self.list.current_id()) is not None:
            self.suggestion_form.begin_editing()
        elif self.proposal(self.list.current_id()) is not None:
            self.proposal_form.begin_editing()
        elif self._made("claim") and not self.claim.isHidden():
            self.claim.focus_first()
        else:
            self.form.focus_first_field()

    def suggestion(self, suggestion_id: str | None) -> "Shown | None":
        """Return an open suggestion of the letter."""
        return next((shown for shown in self.suggestions if shown.id == suggestion_id), None)

    def proposal(self, proposal_id: str | None) -> "ShownProposal | None":
        """Return an open settlement proposal of the letter."""
        return self.found.proposal(proposal_id) if self.found is not None else None

    def _is_found(self, card_id: str) -> bool:
        """Tell whether an id is that of a suggestion, of a proposal or of a settlement."""
        return self.found is not None and (self.found.waits(card_id) or self.found.settlement(card_id) is not None)

    def next_suggestion(self, after: str | None, leaving: frozenset[str] = frozenset()) -> str | None:
        """Return what waits for a decision after a card, else the first one, none of `leaving`; None without one."""
        ids = self.list.ids()
        start = ids.index(after) + 1 if after in ids else 0
        ahead = [*ids[start:], *ids[:start]]
        others = (one for one in ahead if one != after and one not in leaving)
        return next((one for one in others if self.found is not None and self.found.waits(one)), None)

    def shown_suggestions(self) -> list[str] | None:
        """Return the suggestions that a filter lets through; None where nothing is filtered."""
        if self.chips.kind is None:
            return None
        return [card.id for card in self.list.cards.cards if isinstance(card, SuggestedCard)]

    def item(self, item_id: str | None) -> Item | None:
        """Return an item of the letter."""
        return next((item for item in self.items if item.id == item_id), None)

    def go_next(self) -> None:
        """Go to the next suggestion; without one to the next item and its first field, after the last to the list."""
        if (following := self.next_suggestion(self.list.current_id())) is not None:
            self.list.setFocus()
            self.select(following, edit_first=False)
            self.item_selected.emit(following)
        elif self.list.go_next():
            self.form.focus_first_field()
        else:
            self.list.setFocus()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.chips.retranslate()
        self.list.retranslate()
        self.form.retranslate()
        for name in ("bar", "suggestion_form", "proposal_form", "claim"):
            if self._made(name):
                getattr(self, name).retranslate()
        if self._letter is not None:
            self._show_cards()
            self._say_what_is_missing()

    def restyle(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.chips.restyle(theme)
        self.list.viewport().update()
        self.form.restyle()
        for name in ("suggestion_form", "proposal_form", "claim"):
            if self._made(name):
                getattr(self, name).restyle()

    def _show_cards(self) -> None:
        kind, document_id = self.chips.kind, self._document_id
        cards = cards_of(self.items, document_id, kind)
        self.list.show_cards(with_suggestions(cards, self.found, document_id, kind))
        self.shown_changed.emit()

    def _show_bar(self) -> None:
        found = self.found
        if found is None:
            return
        still_open = len(found.suggestions) + len(found.proposals)
        decided = found.decided + found.proposals_decided
        if still_open or decided or self._made("bar"):
            self.bar.show_counts(still_open, decided, read_only=self._place.desk.register.read_only)

    def _say_what_is_missing(self) -> None:
        document = (
            next((d for d in self._letter.documents if d.id == self._document_id), None) if self._letter else None
        )
        scanned = document is not None and not document.has_text
        settled = self.found is not None and bool(self.found.settlements or self.found.proposals)
        filled = bool(self.items or self.suggestions) or settled
        self.stack.setCurrentWidget(self.list if filled else self.empty)
        self.chips.setVisible(filled)
        self.scan.setVisible(scanned and bool(self.items))
        self.scan.setText(
            _("This PDF has no text: its words cannot be selected. Ctrl+N makes an item without a passage.")
        )
        if self._place.desk.register.read_only:
            self.empty.say(_("Nothing has been tagged in this letter."), _("This register can only be read."))
        elif scanned:
            self.empty.say(
                _("This PDF has no text."),
                _("Its words cannot be selected. Ctrl+N makes an item without a passage."),
            )
        elif self.found is not None and not self.found.is_read:
            self.empty.say(
                _("This letter has not been read yet."),
                _("It is read in the background; what it promises will stand here as suggestions."),
            )
        elif self.found is not None and not self.found.decided:
            self.empty.say(
                _("Nothing to suggest was found in this letter."),
                _("Select text on the page and press 1, 2, 3 or 4: commitment, motion, deadline or request."),
            )
        else:
            self.empty.say(
                _("Nothing has been tagged in this letter yet."),
                _("Select text on the page and press 1, 2, 3 or 4: commitment, motion, deadline or request."),
            )

    def _show_form(self) -> None:
        suggestion = self.suggestion(self.list.current_id())
        claim = self.found.settlement(self.list.current_id()) if self.found is not None else None
        proposal = self.proposal(self.list.current_id())
        for name, shown in (("suggestion_form", suggestion), ("proposal_form", proposal), ("claim", claim)):
            if self._made(name) or shown is not None:
                getattr(self, name).setVisible(shown is not None)
        beside = suggestion or proposal or claim
        self.form.setVisible(beside is None)
        if beside is not None:
            self.form.keep_open_edit()
            if claim is not None:
                self.claim.show_claim(claim)
            elif proposal is not None:
                self.proposal_form.show_proposal(proposal)
            elif suggestion is not None:
                self.suggestion_form.show_suggestion(suggestion)
            self._lower.show()
            self._share_height()
            return
        item = self.item(self.list.current_id())
        if item is None:
            self.form.keep_open_edit()
            self._lower.hide()
            return
        deadlines = [d for d in self.items if isinstance(d, Deadline) and d.owner_id == item.id]
        letter_id = self._letter.id if self._letter is not None else None
        self.form.show_item(item, deadlines, letter_id, self._document_id)
        self._lower.show()
        self._share_height()
        self._look_at([one.id for one in (item, *deadlines) if one.unreviewed])

    def _look_at(self, ids: list[str]) -> None:
        """Items that were accepted in bulk count as looked at once their card is open."""
        if not ids or self._place.desk.register.read_only:
            return
        desk, bus = self._place.desk, self._place.bus
        self._place.lane.run(
            lambda: itemising.mark_reviewed(desk, ids), lambda changes: bus.changed.emit(changes, self), bus.failed.emit
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the panel has another height."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Give the form what a short list of cards leaves; the clerk's own division stays."""
        whole = self.splitter.height() - self.splitter.handleWidth()
        if self._moved_by_hand or self._lower.isHidden() or not self.list.cards.cards:
            return
        parts = (self.chips, self.scan, *((self.bar,) if self._made("bar") else ()))
        around = sum(part.sizeHint().height() for part in parts if not part.isHidden())
        wanted = around + max(self.list.minimumHeight(), self.list.content_height())
        made = self._made("suggestion_form") and not self.suggestion_form.isHidden()
        suggested = made and self.suggestion_form.rows is None  # a proposal has two passages to show
        upper = min(wanted, whole * (SUGGESTION_SHARE if suggested else ITEM_SHARE) // 100)
        self.splitter.setSizes([upper, whole - upper])

    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        self._moved_by_hand = True

    def _on_filter(self, _kind: ItemKind | None) -> None:
        self._show_cards()
        self._show_form()

    def _on_accept(self, suggestion_id: str) -> None:
        self.accept_requested.emit(suggestion_id, {})

    def _on_chosen(self, item_id: str) -> None:
        self._show_form()
        self.item_selected.emit(item_id)

    def _on_go(self, item_id: str) -> None:
        self.select(item_id, edit_first=False)
        self.item_selected.emit(item_id)

    def _on_replaced(self, old_id: str, new_id: str) -> None:
        if self.list.current_id() == old_id:
            self._wanted = (new_id, False)


def _column() -> tuple[QWidget, QVBoxLayout]:
    """Return a widget whose parts stand below one another without a gap."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return widget, column
