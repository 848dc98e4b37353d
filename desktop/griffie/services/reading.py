"""Reading letters: what a letter's reading gives is kept beside it, without a step, and made anew when it is stale."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from griffie.base.errors import Cancelled, NotFoundError, UserError
from griffie.base.i18n import _
from griffie.domain.changes import Changes
from griffie.domain.item import Deadline
from griffie.domain.letter import Letter
from griffie.domain.page import PageBoxes, PageText
from griffie.domain.reading import Reading
from griffie.domain.recess import RecessCalendar
from griffie.services import recesses
from griffie.services.desk import Desk
from griffie.services.ministries import known_ministries
from griffie.store import letters, readings
from griffie.store.reading_rows import reason_from_json

if TYPE_CHECKING:
    from griffie.pdf.client import PdfDocument
    from griffie.reading.facts import LetterFacts

Boxes = Callable[[int], PageBoxes]


@dataclass(frozen=True)
class Reader:
    """What reads letters: a name that changes with its rules, and the function."""

    name: str
    read: "Callable[[Sequence[PageText], Boxes, LetterFacts], Reading]"


def shipped_reader() -> Reader:
    """Return the reader that comes with the program."""
    from griffie.reading.reader import READER, read_letter  # its rules are loaded when a letter is read

    return Reader(READER, read_letter)


@dataclass(frozen=True)
class Prepared:
    """What was read in a letter and is not yet kept."""

    letter_id: str
    document_id: str
    reading: Reading
    facts: readings.Facts


@dataclass(frozen=True)
class Outcome:
    """What became of one letter that was to be read; `error` says why it could not be."""

    letter_id: str
    changes: Changes = field(default_factory=Changes)
    error: UserError | None = None


def read_document(
    desk: Desk, letter_id: str, *, reader: Reader | None = None, source: "PdfDocument | None" = None
) -> Changes:
    """Read a letter's first document with text and keep what it gives, without a step; from any thread.

    Args:
        desk: with its PDF process, which gives the place of each character.
        letter_id: the letter.
        reader: what reads it; the shipped one when left out.
        source: the document, where it is open in the PDF process already.

    Raises:
        UserError: no such letter, its PDF cannot be read, or the register cannot be written.
    """
    return keep(desk, prepare(desk, letter_id, reader=reader, source=source))


def prepare(
    desk: Desk, letter_id: str, *, reader: Reader | None = None, source: "PdfDocument | None" = None
) -> Prepared:
    """Read a letter and keep nothing yet; else as `read_document`."""
    letter, calendar, reader = desk.letter(letter_id), recesses.calendar(desk), reader or shipped_reader()
    facts = readings.facts_of(desk.register, letter.id, recesses.mark_of(calendar))
    if facts is None:
        raise NotFoundError(_("There is no letter {reference}.").format(reference=letter.number))
    found = readings.document_to_read(desk.register, letter.id)
    if found is None:
        return Prepared(letter.id, "", Reading(reader=reader.name), facts)
    document_id, sha256 = found
    pages = letters.page_texts(desk.register, sha256)
    with open_boxes(desk, sha256, source) as boxes:
        reading = reader.read(pages, boxes, facts_for_reader(letter, calendar))
    return Prepared(letter.id, document_id, reading, facts)


def keep(desk: Desk, prepared: Prepared) -> Changes:
    """Keep what was read, in one transaction; nothing where the letter is gone meanwhile.

    Raises:
        UserError: the register cannot be written.
    """
    there = readings.put_reading(
        desk.register, prepared.letter_id, prepared.document_id, prepared.reading, prepared.facts
    )
    return Changes(frozenset({prepared.letter_id})) if there else Changes()


def facts_for_reader(letter: Letter, calendar: RecessCalendar) -> "LetterFacts":
    """Return what rules may know of a letter besides its text."""
    from griffie.reading.facts import LetterFacts

    functions = tuple(sender.function for sender in letter.senders if sender.function)
    return LetterFacts(letter.date, letter.chamber, letter.dossiers, functions, calendar)


@contextlib.contextmanager
def open_boxes(desk: Desk, sha256: str, source: "PdfDocument | None") -> Iterator[Boxes]:
    """Give the place of each character of a page, asked for once; the PDF is opened when the first one is wanted."""
    with contextlib.ExitStack() as held:
        opened = [source] if source is not None else []

        @cache
        def boxes(page_index: int) -> PageBoxes:
            if not opened:
                data = letters.pdf_bytes(desk.register, sha256)
                opened.append(desk.process().open(data or b""))
                held.callback(opened[0].close)
            return opened[0].boxes(page_index).result()[1]

        yield boxes


def unread(desk: Desk, *, reader: Reader | None = None) -> list[str]:
    """Return the letters that have no reading, or one by another reader, calendar or header than those of now.

    Letters at work come before those that are done, newest first.
    """
    name = (reader or shipped_reader()).name
    return readings.unread(desk.register, name, recesses.mark_of(recesses.calendar(desk)))


def is_current(desk: Desk, letter_id: str, *, reader: Reader | None = None) -> bool:
    """Tell whether a letter has a reading by this reader, the calendar and the header of now."""
    name = (reader or shipped_reader()).name
    return not readings.unread(desk.register, name, recesses.mark_of(recesses.calendar(desk)), letter_id)


def read_letters(
    desk: Desk,
    letter_ids: Iterable[str],
    *,
    reader: Reader | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Read letters one by one and yield what became of each; one that cannot be read does not stop the rest.

    Nothing is held in between: a clerk's own change waits at most for one letter's rows to be written.

    Raises:
        Cancelled: the user stopped it; what was read stays.
    """
    ids = list(letter_ids)
    for done, letter_id in enumerate(ids):
        if cancelled():
            raise Cancelled
        if progress is not None:
            progress(done, len(ids))
        try:
            yield Outcome(letter_id, read_document(desk, letter_id, reader=reader))
        except NotFoundError:  # forgotten meanwhile
            yield Outcome(letter_id)
        except UserError as error:
            yield Outcome(letter_id, error=error)
    if progress is not None and ids:
        progress(len(ids), len(ids))


def is_read(desk: Desk, letter_id: str) -> bool:
    """Tell whether a letter has been read: without suggestions there is nothing in it, not just nothing yet."""
    return readings.is_read(desk.register, letter_id)


def header_places(pages: Sequence[PageText]) -> Mapping[str, tuple[Any, ...]]:
    """Return by field of the letter where its value is printed, as the header is read on these pages."""
    from griffie.reading.header import read_header

    return read_header(pages, known_ministries()).places


def told(deadline: Deadline) -> str:
    """Return why a deadline has its dates, in the language in use; '' where no rule gave them."""
    return reason_from_json(deadline.reason).told()
