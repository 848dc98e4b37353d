"""Finding words of a letter by typing them: what `griffie tag --quote` stands on."""

from collections.abc import Sequence

from griffie.base.errors import NotFoundError, UserError
from griffie.base.i18n import _, ngettext
from griffie.domain.anchor import find_quote
from griffie.domain.flow import Flow
from griffie.domain.letter import Document, Letter
from griffie.domain.page import PageBoxes
from griffie.domain.passage import Selection
from griffie.domain.stream import Caret
from griffie.services import looking
from griffie.services.desk import Desk
from griffie.store import letters

Place = tuple[Caret, Caret]


def select_quote(
    desk: Desk, letter: Letter, quote: str, *, page_number: int | None = None, occurrence: int | None = None
) -> tuple[Document, Selection]:
    """Return the document and the selection of words that are typed; line ends and hyphens make no difference.

    Args:
        desk: with its PDF process, which gives the place of each character.
        letter: the letter; its documents are searched in their order.
        quote: the words.
        page_number: the page on which they begin, from 1.
        occurrence: which of several, from 1.

    Raises:
        NotFoundError: the words are not there, or there is no such page or occurrence.
        UserError: they occur more than once, or the PDF cannot be read.
    """
    if not any(character.isalnum() for character in quote):
        raise NotFoundError(_("There are no words to look for."))
    for document in letter.documents:
        flow = Flow(letters.page_texts(desk.register, document.sha256))
        if page_number is not None and not 1 <= page_number <= len(flow.pages):
            continue
        places = find_quote(quote, flow, None if page_number is None else page_number - 1)
        if places:
            return document, _select(desk, document, flow, _choose(letter, places, occurrence))
    raise _not_found(letter, quote, page_number)


def _choose(letter: Letter, places: Sequence[Place], occurrence: int | None) -> Place:
    if occurrence is None and len(places) == 1:
        return places[0]
    if occurrence is not None and 1 <= occurrence <= len(places):
        return places[occurrence - 1]
    pages = ", ".join(dict.fromkeys(str(begin.page_index + 1) for begin, _end in places))
    found = ngettext(
        "These words occur {n} time in {number}, on page {pages}.",
        "These words occur {n} times in {number}, on page {pages}.",
        len(places),
    )
    raise UserError(
        found.format(n=len(places), number=letter.number, pages=pages),
        _("Type more of them, name the page with --page, or choose one with --occurrence."),
    )


def _not_found(letter: Letter, quote: str, page_number: int | None) -> NotFoundError:
    pages = max((document.page_count for document in letter.documents), default=0)
    if page_number is not None and not 1 <= page_number <= pages:
        return NotFoundError(
            _("{number} has no page {page}.").format(number=letter.number, page=page_number),
            _("It has {pages}.").format(pages=pages),
        )
    if not any(document.has_text for document in letter.documents):
        return NotFoundError(
            _("{number} is a scan without text.").format(number=letter.number),
            _("Open it in the window and mark the place on the page."),
        )
    short = quote if len(quote) <= 60 else f"{quote[:59]}…"
    if page_number is None:
        text = _("“{quote}” is not in {number}.").format(quote=short, number=letter.number)
    else:
        text = _("“{quote}” does not begin on page {page} of {number}.").format(
            quote=short, page=page_number, number=letter.number
        )
    return NotFoundError(text, _("Copy the words from the page."))


def _select(desk: Desk, document: Document, flow: Flow, place: Place) -> Selection:
    opened = desk.process().open(looking.open_document(desk, document).data)
    try:

        def boxes(page_index: int) -> PageBoxes:
            return opened.boxes(page_index).result()[1]

        selection = flow.select(*place, boxes)
    finally:
        opened.close()
    if selection is None:
        raise UserError(_("These words cannot be selected."), _("Choose others."))
    return selection
