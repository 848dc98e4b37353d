"""What a reading found in the open letter, as the register has it now: open suggestions, counts, citations."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from griffie.domain.passage import Span
from griffie.services.desk import Desk
from griffie.ui.page.highlights import Highlight
from griffie.ui.page.underlines import Underline

if TYPE_CHECKING:
    from griffie.domain.settlement import Settlement
    from griffie.services.citing import ShownCitation
    from griffie.services.promises import Proposed, ShownProposal
    from griffie.services.suggesting import Shown
    from griffie.ui.letter.opened import Opened

FURTHER = "#"
"""Between the id of a suggestion and the number of a further place of it, in the id of a highlight."""


@dataclass(frozen=True)
class Found:
    """Open suggestions in reading order, on how many a clerk has decided, whether the letter was read at all; and
    what stands beside items: citations, settlements that the letter claims, and open items that it may settle, which
    come a moment later.
    """

    suggestions: "tuple[Shown, ...]" = ()
    decided: int = 0
    is_read: bool = True
    citations: "tuple[ShownCitation, ...]" = ()
    settlements: "tuple[Settlement, ...]" = ()
    proposals: "tuple[ShownProposal, ...]" = ()
    proposals_decided: int = 0

    def suggestion(self, suggestion_id: str | None) -> "Shown | None":
        """Return an open suggestion."""
        return next((shown for shown in self.suggestions if shown.id == suggestion_id), None)

    def citation(self, citation_id: str) -> "ShownCitation | None":
        """Return a citation."""
        return next((cited for cited in self.citations if cited.id == citation_id), None)

    def settlement(self, settlement_id: str | None) -> "Settlement | None":
        """Return a settlement that the letter claims."""
        return next((one for one in self.settlements if one.id == settlement_id), None)

    def proposal(self, proposal_id: str | None) -> "ShownProposal | None":
        """Return an open settlement proposal."""
        return next((shown for shown in self.proposals if shown.id == proposal_id), None)

    def waits(self, card_id: str | None) -> bool:
        """Tell whether a card is a suggestion or proposal on which a clerk has to decide."""
        return (self.suggestion(card_id) or self.proposal(card_id)) is not None

    def along(self, proposal_id: str) -> frozenset[str]:
        """Return a proposal with the open suggestion of the same words, which is accepted along with it."""
        shown = self.proposal(proposal_id)
        held = shown.proposal.place.held if shown is not None else None
        same = {held.kept.id} if held is not None and self.suggestion(held.kept.id) is not None else set()
        return frozenset({proposal_id, *same})

    def mark(self, card_id: str | None) -> str | None:
        """Return the highlight of a card: a proposal shares that of the open suggestion with the same words."""
        proposed = self.proposal(card_id)
        if card_id is None or proposed is None:
            return card_id if self.spans(card_id) else None
        held = proposed.proposal.place.held
        if held is None or self.suggestion(held.kept.id) is None:
            return card_id
        spans, suggestion = self.spans(card_id), held.kept.suggestion
        further = [place.spans for place in suggestion.places if place.spans != suggestion.selection.spans]
        return f"{held.kept.id}{FURTHER}{further.index(spans)}" if spans in further else held.kept.id

    def with_proposals(self, proposed: "Proposed") -> "Found":
        """Return the same with what the letter may settle."""
        return replace(self, proposals=proposed.shown, proposals_decided=proposed.decided)

    def spans(self, card_id: str | None, opened: "Opened | None" = None) -> tuple[Span, ...]:
        """Return where a suggestion or settlement lies, with `opened` only if that is in its document; else nothing."""
        shown, settled, proposed = self.suggestion(card_id), self.settlement(card_id), self.proposal(card_id)
        if proposed is not None:
            place = proposed.proposal.place.selection
            document_id, spans = proposed.proposal.document_id, place.spans if place is not None else ()
        elif shown is not None:
            document_id, spans = shown.document_id, shown.suggestion.selection.spans
        elif settled is not None and settled.passage is not None:
            document_id, spans = settled.passage.document_id, settled.passage.spans
        else:
            return ()
        return spans if opened is None or opened.document.id == document_id else ()

    def without(self, ids: frozenset[str]) -> "Found":
        """Return what is left when these suggestions have been decided on."""
        left = tuple(shown for shown in self.suggestions if shown.id not in ids)
        open_still = tuple(shown for shown in self.proposals if shown.id not in ids)
        return replace(
            self, suggestions=left, decided=self.decided + len(self.suggestions) - len(left), proposals=open_still,
            proposals_decided=self.proposals_decided + len(self.proposals) - len(open_still),
        )  # fmt: skip

    def highlights(self, document_id: str) -> list[Highlight]:
        """Return highlights of suggestions in a document, of the further places of motions, and of settlements."""
        from griffie.ui.panel.settled import kind_of_settlement
        from griffie.ui.panel.suggested import kind_of

        made = []
        for shown in self.suggestions:
            if shown.document_id != document_id:
                continue
            kind, first = kind_of(shown.suggestion), shown.suggestion.selection
            made.append(Highlight(shown.id, kind, first.spans, suggested=True))
            for number, place in enumerate(p for p in shown.suggestion.places if p.spans != first.spans):
                made.append(
                    Highlight(f"{shown.id}{FURTHER}{number}", kind, place.spans, suggested=True, in_margin=False)
                )
        made += [
            Highlight(one.id, one.promise.item.kind, self.spans(one.id), suggested=True)
            for one in self.proposals
            if one.proposal.document_id == document_id and self.mark(one.id) == one.id
        ]
        return [
            *made,
            *(
                Highlight(one.id, kind_of_settlement(one), one.passage.spans)
                for one in self.settlements
                if one.passage is not None and one.passage.document_id == document_id
            ),
        ]

    def underlines(self, document_id: str) -> list[Underline]:
        """Return an underline for each citation in a document."""
        return [
            Underline(cited.id, cited.citation.selection.spans)
            for cited in self.citations
            if cited.document_id == document_id
        ]


NOTHING = Found()


def read_found(desk: Desk, letter_id: str) -> Found:
    """Return what was found in a letter; from any thread."""
    from griffie.services import citing, reading, settling, suggesting

    still_open = tuple(suggesting.suggestions(desk, letter_id))
    _open, decided = suggesting.counts(desk, letter_id)
    return Found(
        still_open,
        decided,
        reading.is_read(desk, letter_id),
        tuple(citing.citations(desk, letter_id)),
        tuple(settling.settlements_in(desk, letter_id)),
    )
