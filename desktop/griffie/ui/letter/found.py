"""What a reading found in the open letter, as the register has it now: open suggestions, counts, citations."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from griffie.services.desk import Desk
from griffie.ui.page.highlights import Highlight
from griffie.ui.page.underlines import Underline

if TYPE_CHECKING:
    from griffie.services.citing import ShownCitation
    from griffie.services.suggesting import Shown

FURTHER = "#"
"""Between the id of a suggestion and the number of a further place of it, in the id of a highlight."""


@dataclass(frozen=True)
class Found:
    """Open suggestions in reading order, on how many a clerk has decided, whether the letter was read at all."""

    suggestions: "tuple[Shown, ...]" = ()
    decided: int = 0
    is_read: bool = True
    citations: "tuple[ShownCitation, ...]" = ()

    def suggestion(self, suggestion_id: str | None) -> "Shown | None":
        """Return an open suggestion."""
        return next((shown for shown in self.suggestions if shown.id == suggestion_id), None)

    def citation(self, citation_id: str) -> "ShownCitation | None":
        """Return a citation."""
        return next((cited for cited in self.citations if cited.id == citation_id), None)

    def without(self, ids: frozenset[str]) -> "Found":
        """Return what is left when these suggestions have been decided on."""
        left = tuple(shown for shown in self.suggestions if shown.id not in ids)
        return replace(self, suggestions=left, decided=self.decided + len(self.suggestions) - len(left))

    def highlights(self, document_id: str) -> list[Highlight]:
        """Return a highlight for each suggestion in a document, and for each further place of a motion."""
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
        return made

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
    from griffie.services import citing, reading, suggesting

    still_open = tuple(suggesting.suggestions(desk, letter_id))
    _open, decided = suggesting.counts(desk, letter_id)
    return Found(still_open, decided, reading.is_read(desk, letter_id), tuple(citing.citations(desk, letter_id)))
