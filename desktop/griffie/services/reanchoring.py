"""Finding passages again: in another print of the same letter, or after the text was extracted by another version."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from griffie.domain.anchor import locate
from griffie.domain.kinds import AnchorState
from griffie.domain.page import PageBoxes, PageText
from griffie.domain.passage import Passage, Span, sort_key
from griffie.services.desk import Desk
from griffie.store import items


@dataclass(frozen=True)
class Place:
    """Where a passage was found; no spans where it was not."""

    spans: tuple[Span, ...]

    @property
    def sort_key(self) -> str:
        """Where it stands among others."""
        return sort_key(self.spans)


@dataclass(frozen=True)
class Twin:
    """A passage of one print and its place in another."""

    passage: Passage
    found: Place


def find_twins(desk: Desk, letter_id: str, data: bytes, pages: Sequence[PageText]) -> list[Twin]:
    """Look for the passages of a letter, as its first print has them, in another print; reads boxes in the child."""
    passages = items.passages_of_letter(desk.register, letter_id)
    firsts: dict[tuple[str, str, str], Passage] = {}
    for passage in passages:
        firsts.setdefault((passage.quote, passage.prefix, passage.suffix), passage)
    if not firsts:
        return []
    document = desk.process().open(data)
    try:

        def boxes(page_index: int) -> PageBoxes:
            return document.boxes(page_index).result()[1]

        return [Twin(passage, _place(passage, pages, boxes)) for passage in firsts.values()]
    finally:
        document.close()


def _place(passage: Passage, pages: Sequence[PageText], boxes: Callable[[int], PageBoxes]) -> Place:
    found = locate(passage, pages, boxes)
    return Place(() if found.state is AnchorState.REVIEW else found.spans)
