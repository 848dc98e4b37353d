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
    """A passage of one print, the item or mention that is tied to it, and its place in another print."""

    passage: Passage
    item_id: str | None
    mention_id: str | None
    position: int
    found: Place


def find_twins(desk: Desk, letter_id: str, data: bytes, pages: Sequence[PageText]) -> list[Twin]:
    """Look for the passages of a letter, as its first print has them, in another print; reads boxes in the child."""
    firsts: dict[tuple[str | None, ...], tuple[Passage, str | None, str | None, int]] = {}
    for entry in items.tied_passages(desk.register, letter_id):
        firsts.setdefault((*_words(entry[0]), entry[1], entry[2]), entry)
    if not firsts:
        return []
    document = desk.process().open(data)
    try:

        def boxes(page_index: int) -> PageBoxes:
            return document.boxes(page_index).result()[1]

        places = {_words(entry[0]): _place(entry[0], pages, boxes) for entry in firsts.values()}
        return [Twin(*entry, places[_words(entry[0])]) for entry in firsts.values()]
    finally:
        document.close()


def _words(passage: Passage) -> tuple[str, str, str]:
    return passage.quote, passage.prefix, passage.suffix


def _place(passage: Passage, pages: Sequence[PageText], boxes: Callable[[int], PageBoxes]) -> Place:
    found = locate(passage, pages, boxes)
    return Place(() if found.state is AnchorState.REVIEW else found.spans)
