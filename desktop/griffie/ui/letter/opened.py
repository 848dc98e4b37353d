"""A letter read from the register, ready to be shown; made off the GUI thread."""

from dataclasses import dataclass, field
from typing import Any

from griffie.domain.flow import Flow
from griffie.domain.item import Item
from griffie.domain.kinds import AnchorState
from griffie.domain.layout import LetterLayout
from griffie.domain.letter import Document, Letter
from griffie.pdf.client import PageSize
from griffie.services import looking
from griffie.services.desk import Desk
from griffie.ui.letter.found import NOTHING, Found, read_found
from griffie.ui.page.highlights import Highlight


@dataclass(frozen=True)
class Opened:
    """A letter with its items and one of its documents: bytes, text in reading order, and where the clerk left it."""

    letter: Letter
    items: tuple[Item, ...]
    document: Document
    data: bytes
    flow: Flow
    sizes: tuple[PageSize, ...]
    position: dict[str, Any] = field(default_factory=dict)
    found: Found = NOTHING

    @property
    def highlights(self) -> list[Highlight]:
        """What is tagged in this document, a highlight for each passage: its id is the passage's."""
        return highlights_of(self.items, self.document.id)


def read_letter(desk: Desk, letter_id: str, document_id: str | None = None) -> Opened:
    """Read a letter for the window; without `document_id` its first document.

    Raises:
        UserError: no such letter, or its PDF is missing from the register.
    """
    letter = looking.letter(desk, letter_id)
    document = next((d for d in letter.documents if d.id == document_id), letter.documents[0])
    opened = looking.open_document(desk, document)
    flow = Flow(opened.pages, LetterLayout(opened.pages))
    sizes = tuple((page.width, page.height, page.rotation) for page in opened.pages)
    return Opened(
        letter, tuple(looking.items_in(desk, letter.id)), document, opened.data, flow, sizes,
        looking.view_state(desk, letter.id).get(document.id, {}), read_found(desk, letter.id),
    )  # fmt: skip


def highlights_of(items: tuple[Item, ...], document_id: str) -> list[Highlight]:
    """Return a highlight for each passage of the items in a document."""
    return [
        Highlight(passage.id, item.kind, passage.spans, needs_review=passage.state is AnchorState.REVIEW)
        for item in items
        for passage in item.passages
        if passage.document_id == document_id and passage.spans
    ]
