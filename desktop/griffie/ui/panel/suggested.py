"""A suggestion as a card of the list: what it is of, its words, its term, and why it was made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import N_, _
from griffie.domain.fields import ITEM_FIELDS, Field
from griffie.domain.kinds import WORDS, ItemKind
from griffie.domain.reading import Suggestion, SuggestionKind
from griffie.domain.values import parse_value, show_value
from griffie.ui.panel.terms import term_text

if TYPE_CHECKING:
    from griffie.services.suggesting import Shown

HEADS = {
    SuggestionKind.COMMITMENT: N_("Commitment"),
    SuggestionKind.MOTION: N_("Motion"),
    SuggestionKind.DEADLINE: N_("Deadline"),
    SuggestionKind.REQUEST: N_("Request"),
    SuggestionKind.DISCHARGE: N_("Settlement"),
}
OF = {"motie": ItemKind.MOTION, "verzoek": ItemKind.REQUEST, "toezegging": ItemKind.COMMITMENT}
SURE, LIKELY = 0.85, 0.6
"""From these confidences on a card is called certain, and likely."""


@dataclass(frozen=True)
class SuggestedCard:
    """One suggestion in the list. `nested` is as of an item's card: a suggestion always stands by itself."""

    shown: "Shown"
    nested: bool = False

    @property
    def id(self) -> str:
        """The suggestion's id, by which the list knows its line."""
        return self.shown.id

    @property
    def suggestion(self) -> Suggestion:
        """What the reader proposes."""
        return self.shown.suggestion

    @property
    def kind(self) -> ItemKind:
        """The kind whose mark and colour it has."""
        return kind_of(self.suggestion)

    @property
    def page_number(self) -> int:
        """The page it begins on, from 1."""
        return self.shown.page_number

    @property
    def place(self) -> str:
        """Where its words stand among others."""
        return self.suggestion.selection.sort_key

    @property
    def head(self) -> str:
        """What it is."""
        return head_of(self.suggestion)

    @property
    def name(self) -> str:
        """What it is known by: a motion's paper, the number of what is settled; '' where it has no such name."""
        return name_of(self.suggestion)

    @property
    def quoted(self) -> bool:
        """Whether `text` is the letter's own words."""
        return not self.suggestion.fields.get("summary")

    @property
    def text(self) -> str:
        """Its summary, else its words."""
        return " ".join((self.suggestion.fields.get("summary") or self.suggestion.selection.quote).split())

    @property
    def term(self) -> str:
        """What its deadline comes to; '' where it has none."""
        return term_of(self.suggestion)

    @property
    def why(self) -> str:
        """Why it was made."""
        return self.suggestion.why()

    def spoken(self) -> str:
        """Return the card as a screen reader says it."""
        parts = [_("Suggestion: {what}").format(what=self.head), self.name, self.text, self.term]
        if self.page_number:
            parts.append(_("page {n}").format(n=self.page_number))
        parts.append(self.suggestion.why())
        return ", ".join(part for part in parts if part)


def kind_of(suggestion: Suggestion) -> ItemKind:
    """Return the kind that a suggestion is of; a settlement has the kind of what it settles."""
    if suggestion.kind is SuggestionKind.DISCHARGE:
        return OF.get(suggestion.fields.get("what", ""), ItemKind.COMMITMENT)
    return ItemKind(suggestion.kind.value)


def head_of(suggestion: Suggestion) -> str:
    """Return what a suggestion is, in one or two words."""
    if suggestion.kind is SuggestionKind.DISCHARGE:
        return _("Settlement of a {kind}").format(kind=_(WORDS[kind_of(suggestion)]).lower())
    return _(HEADS[suggestion.kind])


def name_of(suggestion: Suggestion) -> str:
    """Return the paper or number that a suggestion is known by; '' for none."""
    if suggestion.kind is SuggestionKind.DISCHARGE:
        return ", ".join(suggestion.targets)
    fields = suggestion.fields
    if suggestion.kind is not SuggestionKind.MOTION:
        return ""
    dossier = "-".join(part for part in (fields.get("dossier"), fields.get("suffix")) if part)
    paper = ", nr. ".join(part for part in (dossier, fields.get("paper_number")) if part)
    return paper or fields.get("submitters", "")


def term_of(suggestion: Suggestion) -> str:
    """Return what the deadline of a suggestion comes to, in short words."""
    deadline = suggestion.deadline
    if deadline is None:
        return ""
    if suggestion.kind is SuggestionKind.DEADLINE:
        return term_text(deadline.date_range) or _("no day is named")  # the card shows the phrase itself already
    return term_text(deadline.date_range) or deadline.selection.quote


def confidence_word(confidence: float) -> str:
    """Return how sure the reader is, in a word."""
    if confidence >= SURE:
        return _("certain")
    return _("likely") if confidence >= LIKELY else _("doubtful")


def facts_of(suggestion: Suggestion) -> Iterator[tuple[str, str]]:
    """Yield label and value of each field that the reader filled in, as people read them."""
    for field in fields_of(suggestion):
        if value := shown_value(field, suggestion.fields.get(field.name, "")):
            yield _(field.label), value
    if suggestion.kind is SuggestionKind.DISCHARGE:
        if suggestion.targets:
            yield _("Settles"), ", ".join(suggestion.targets)
        if suggestion.fields.get("degree") == "partly":
            yield _("Degree"), _("in part")
    if suggestion.deadline is not None:
        yield _("Phrase"), suggestion.deadline.selection.quote
        yield _("Term"), term_text(suggestion.deadline.date_range) or _("no date")


def fields_of(suggestion: Suggestion) -> Sequence[Field]:
    """Return the fields of the item that would be made."""
    if suggestion.kind is SuggestionKind.DISCHARGE:
        return ()
    return ITEM_FIELDS[ItemKind(suggestion.kind.value)]


def shown_value(field: Field, typed: str) -> str:
    """Return a typed text as people read the value; as it is where it does not fit the field."""
    if not typed:
        return ""
    try:
        return show_value(field, parse_value(field, typed))
    except InvalidValueError:
        return typed
