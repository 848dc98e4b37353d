"""A settlement proposal as a card of the list: which open item the letter may settle, its words, and why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.domain.kinds import ItemKind
from griffie.domain.passage import sort_key
from griffie.domain.settlement import DEGREE_WORDS, Degree

if TYPE_CHECKING:
    from griffie.services.promises import Promise, ShownProposal


@dataclass(frozen=True)
class ProposalCard:
    """One proposal in the list; its promise stands on the line of a suggestion's term."""

    shown: "ShownProposal"
    nested: bool = False
    quoted: bool = True

    @property
    def id(self) -> str:
        """The proposal's id, by which the list knows its line."""
        return self.shown.id

    @property
    def kind(self) -> ItemKind:
        """The kind of what may be settled."""
        return self.shown.promise.item.kind

    @property
    def page_number(self) -> int:
        """The page of the letter's words, from 1."""
        return self.shown.proposal.place.page_number

    @property
    def place(self) -> str:
        """Where the letter's words stand among others; a proposal stands before the suggestion with the same words."""
        selection = self.shown.proposal.place.selection
        return sort_key(selection.spans if selection is not None else ())

    @property
    def head(self) -> str:
        """What it proposes."""
        return may_settle(self.shown.promise.item.number)

    @property
    def name(self) -> str:
        """The official number or paper of what may be settled."""
        from griffie.services.promises import name_of_item

        return name_of_item(self.shown.promise.item)

    @property
    def text(self) -> str:
        """The letter's own words."""
        return " ".join(self.shown.proposal.place.quote.split())

    @property
    def promise(self) -> str:
        """What was promised, moved or asked."""
        return self.shown.promise.item.summary or self.shown.promise.text

    @property
    def term(self) -> str:
        """That it is met in part only; '' where wholly."""
        return _(DEGREE_WORDS[Degree.PARTLY]) if self.shown.proposal.degree is Degree.PARTLY else ""

    @property
    def why(self) -> str:
        """Why it is proposed."""
        return self.shown.proposal.why()

    def spoken(self) -> str:
        """Return the card as a screen reader says it."""
        parts = [_("Suggestion: {what}").format(what=self.head), self.name, self.term, self.text]
        if self.page_number:
            parts.append(_("page {n}").format(n=self.page_number))
        return ", ".join(part for part in (*parts, origin_of(self.shown.promise), self.why) if part)


def may_settle(number: str) -> str:
    """Return what a proposal says of an item."""
    return _("May settle {number}").format(number=number)


def origin_of(promise: "Promise") -> str:
    """Return the day and the source of a promise, its page, and to whom it was made."""
    day = format_date(promise.day, current_language()) if promise.day else ""
    page = _("p. {n}").format(n=promise.page_number) if promise.page_number else ""
    who = promise.who if promise.who != promise.source else ""
    return " · ".join(part for part in (day, promise.source, page, who) if part)
