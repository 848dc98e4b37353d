"""A settlement as a card of the list: what the letter says that it meets, and that nobody has decided on it yet."""

from dataclasses import dataclass

from griffie.base.i18n import _
from griffie.domain.kinds import WORDS, ItemKind
from griffie.domain.passage import sort_key
from griffie.domain.settlement import DEGREE_WORDS, STAGE_WORDS, Degree, Settlement
from griffie.ui.panel.suggested import OF


@dataclass(frozen=True)
class SettlementCard:
    """One settlement in the list: its words in the letter, or what it settles where there are none."""

    settlement: Settlement
    nested: bool = False

    @property
    def id(self) -> str:
        """The settlement's id, by which the list knows its line."""
        return self.settlement.id

    @property
    def kind(self) -> ItemKind:
        """The kind of what it settles."""
        return kind_of_settlement(self.settlement)

    @property
    def page_number(self) -> int:
        """The page of its words, from 1."""
        return self.settlement.passage.page_number if self.settlement.passage is not None else 0

    @property
    def place(self) -> str:
        """Where its words stand among others."""
        return sort_key(self.settlement.passage.spans if self.settlement.passage is not None else ())

    @property
    def head(self) -> str:
        """What it is."""
        return _("Settlement of a {kind}").format(kind=_(WORDS[self.kind]).lower())

    @property
    def name(self) -> str:
        """The own number of what it settles, else the number or paper by which the letter names it."""
        return self.settlement.item_number or self.settlement.target

    @property
    def status(self) -> str:
        """How far it is, and how much of it."""
        stage = _(STAGE_WORDS[self.settlement.stage])
        return f"{stage}, {_(DEGREE_WORDS[Degree.PARTLY])}" if self.settlement.degree is Degree.PARTLY else stage

    @property
    def text(self) -> str:
        """The letter's own words; where nothing in it was marked, what the item is about."""
        quote = self.settlement.passage.quote if self.settlement.passage is not None else ""
        return " ".join((quote or self.settlement.item_title).split())

    @property
    def words(self) -> str:
        """The text as it is shown: in quotation marks where it is the letter's."""
        return f"“{self.text}”" if self.settlement.passage is not None and self.text else self.text

    def spoken(self) -> str:
        """Return the card as a screen reader says it."""
        parts = [self.head, self.name, self.status, self.text]
        if self.page_number:
            parts.append(_("page {n}").format(n=self.page_number))
        return ", ".join(part for part in parts if part)


def kind_of_settlement(settlement: Settlement) -> ItemKind:
    """Return the kind of what is settled."""
    return OF.get(settlement.what, ItemKind.COMMITMENT)
