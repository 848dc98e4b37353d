"""The list of items and suggestions as a model: in reading order, deadlines right below what they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from griffie.base.i18n import _
from griffie.domain.item import Deadline, Item
from griffie.domain.kinds import WORDS, ItemKind
from griffie.domain.passage import sort_key
from griffie.ui.panel.form_title import needs_review
from griffie.ui.panel.passages import passages_in
from griffie.ui.panel.proposed import ProposalCard
from griffie.ui.panel.settled import SettlementCard
from griffie.ui.panel.suggested import SuggestedCard
from griffie.ui.panel.terms import deadline_text
from griffie.ui.tips import tip

if TYPE_CHECKING:
    from griffie.ui.letter.found import Found

CARD_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Card:
    """One line of the list. `text` is its summary or its quote; `nested` says that it belongs to the one above."""

    item: Item
    nested: bool
    page_number: int
    text: str
    quoted: bool
    review: bool

    @property
    def id(self) -> str:
        """The item's id, by which the list knows its line."""
        return self.item.id

    @property
    def kind(self) -> ItemKind:
        """The kind of the item."""
        return self.item.kind

    @property
    def term(self) -> str:
        """What a deadline comes to; empty for other kinds."""
        return deadline_text(self.item) if isinstance(self.item, Deadline) else ""

    @property
    def status(self) -> str:
        """The chamber's own word or ours; a deadline has none. First of all: that nobody has looked at it yet."""
        if self.item.unreviewed:
            return _("to be looked at")
        if self.item.kind is ItemKind.DEADLINE:
            return ""
        return self.item.status_word or _(WORDS[self.item.status])

    def spoken(self) -> str:
        """Return the card as a screen reader says it."""
        parts = [f"{_(WORDS[self.item.kind])} {self.item.number}", self.text, self.term, self.status]
        if self.page_number:
            parts.append(_("page {n}").format(n=self.page_number))
        if self.review:
            parts.append(_("needs review"))
        return ", ".join(part for part in parts if part)


def cards_of(items: Sequence[Item], document_id: str | None, kind: ItemKind | None = None) -> list[Card]:
    """Return the cards of the items, of one kind only where `kind` is given (with their deadlines below them)."""
    ids = {item.id for item in items}
    owned: dict[str, list[Item]] = {}
    for item in items:
        if isinstance(item, Deadline) and item.owner_id in ids and item.owner_id is not None:
            owned.setdefault(item.owner_id, []).append(item)
    found: list[Card] = []
    for item in items:
        nested = isinstance(item, Deadline) and item.owner_id in ids
        if kind is ItemKind.DEADLINE:
            if item.kind is kind:
                found.append(_card(item, document_id, nested=False))
        elif not nested and kind in (None, item.kind):
            found.append(_card(item, document_id, nested=False))
            found += (_card(deadline, document_id, nested=True) for deadline in owned.get(item.id, ()))
    return found


def _card(item: Item, document_id: str | None, *, nested: bool) -> Card:
    passages = passages_in(item, document_id)
    page_number = min((p.page_number for p in passages if p.page_number), default=0)
    own = item.phrase if isinstance(item, Deadline) else item.summary
    quote = passages[0].quote if passages else item.literal
    return Card(
        item, nested, page_number, " ".join((own or quote).split()), not own and bool(quote), needs_review(item)
    )


Line = Card | SuggestedCard | ProposalCard | SettlementCard
UNDECIDED = (SuggestedCard, ProposalCard)
"""Cards on which a clerk decides with one key."""


def with_suggestions(
    cards: Sequence[Card], found: "Found | None", document_id: str | None, kind: ItemKind | None = None
) -> list[Line]:
    """Return the cards with suggestions and settlements among them in reading order, of one kind only if asked for."""
    if found is None or not (found.suggestions or found.settlements or found.proposals):
        return list(cards)
    others: list[SuggestedCard | ProposalCard | SettlementCard] = [ProposalCard(shown) for shown in found.proposals]
    others += [SuggestedCard(shown) for shown in found.suggestions]
    others += [SettlementCard(one) for one in found.settlements]
    waiting = sorted((one for one in others if kind in (None, one.kind)), key=lambda one: one.place)
    lines: list[Line] = []
    for card in cards:
        if not card.nested and (place := _place(card, document_id)):
            while waiting and waiting[0].place < place:
                lines.append(waiting.pop(0))
        lines.append(card)
    return [*lines, *waiting]


def _place(card: Card, document_id: str | None) -> str:
    """Return where an item stands in the document; '' where it has no place there."""
    spans = [passage.spans for passage in card.item.passages if passage.document_id == document_id and passage.spans]
    return min(map(sort_key, spans), default="")


class CardModel(QAbstractListModel):
    """Cards of the letter at hand. A refresh with the same lines changes them in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Line] = []

    def show_cards(self, cards: list[Line]) -> bool:
        """Take over the cards; returns True where lines came, went or moved."""
        if _lines(cards) == _lines(self.cards):
            changed = [row for row, card in enumerate(cards) if card != self.cards[row]]
            self.cards = cards
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return False
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()
        return True

    def retranslate(self) -> None:
        """Show every line again."""
        if self.cards:
            self.dataChanged.emit(self.index(0), self.index(len(self.cards) - 1))

    def row_of(self, item_id: str | None) -> int:
        """Return the line of an item, -1 where it is not in the list."""
        return next((row for row, card in enumerate(self.cards) if card.id == item_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a card, or its text for a screen reader."""
        if not index.isValid() or index.row() >= len(self.cards):
            return None
        card = self.cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(card)
        return None


def tip_of(card: Line) -> str | None:
    """Return what a card says under the pointer: why it is suggested, or the text that may be cut off."""
    if isinstance(card, UNDECIDED):
        return tip(f"{card.text}\n\n{card.why}")
    return tip(card.text) if len(card.text) > 60 else None


def _lines(cards: Iterable[Line]) -> list[tuple[str, bool]]:
    return [(card.id, card.nested) for card in cards]
