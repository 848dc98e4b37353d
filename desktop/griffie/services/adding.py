"""Taking letters into the register: whole, once, and recognised when another print of the same letter arrives."""

import contextlib
import hashlib
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.kinds import AnchorState, DocumentRole
from griffie.domain.page import PageText
from griffie.reading.header import Header, read_header
from griffie.reading.same_letter import SAME_LETTER, likeness
from griffie.services.desk import Desk
from griffie.services.files import read_file
from griffie.services.merging import move_mention
from griffie.services.ministries import known_ministries
from griffie.services.reanchoring import Twin, find_twins
from griffie.store import letters
from griffie.store.rows import from_date, spans_to_json
from griffie.store.steps import Step, now_text, step

if TYPE_CHECKING:
    from griffie.pdf.client import PdfDocument
    from griffie.services.reading import Reader

log = logging.getLogger("griffie.adding")


class AddStatus(StrEnum):
    """What became of one file."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True)
class Added:
    """The outcome for one file: the letter it is in now, why not if refused, and which letter it seems a print of."""

    path: Path
    status: AddStatus
    letter_id: str | None = None
    reason: str = ""
    same_as: str | None = None
    changes: Changes = field(default_factory=Changes)


def pdf_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that were named, and every PDF below the folders that were named, sorted by name.

    Links to folders are not followed, so that a loop of links ends.
    """
    for path in paths:
        if not _is_folder(path):
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (Path(folder) / name for name in sorted(names) if name.lower().endswith(".pdf"))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # what cannot even be looked at is refused by name when it is read
        return False


def add_files(
    desk: Desk,
    paths: Iterable[Path],
    *,
    progress: Callable[[int, int, Path], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    read: bool = False,
) -> Iterator[Added]:
    """Take files and folders in, one letter a file, and yield each outcome; one bad file does not stop the rest.

    With `read` each letter is read as well; else it is for later (see services.reading).

    Raises:
        Cancelled: the user stopped it; what was added stays.
    """
    files = list(pdf_files(paths))
    for done, path in enumerate(files):
        if cancelled():
            raise Cancelled
        if progress is not None:
            progress(done, len(files), path)
        yield add_file(desk, path, durable=len(files) == 1, read=read)
    if progress is not None and files:
        progress(len(files), len(files), files[-1])


class _ThereError(UserError):
    """This very file is in the register already."""

    def __init__(self, letter_id: str) -> None:
        super().__init__(_("This very file is in the register already."))
        self.letter_id = letter_id


def _refuse_known(desk: Desk, sha256: str) -> None:
    known = letters.letter_of_pdf(desk.register, sha256)
    if known is not None:
        raise _ThereError(known)


def add_file(
    desk: Desk, path: Path, *, durable: bool = True, read: bool = False, reader: "Reader | None" = None
) -> Added:
    """Take one file in as a letter of its own, and read it if asked for.

    A letter that cannot be read is added all the same.
    """
    try:
        data = read_file(path)
        sha256 = hashlib.sha256(data).hexdigest()
        _refuse_known(desk, sha256)
        with _opened(desk, data) as document:
            pages = _texts(document)
            header = read_header(pages, known_ministries())
            same_as = _same_letter(desk, header, pages)
            letter_id, changes = _store(desk, path.name, data, sha256, pages, header, durable=durable)
            if read:
                changes |= _read(desk, letter_id, document, reader)
        return Added(path, AddStatus.ADDED, letter_id, "", same_as, changes)
    except _ThereError as error:
        return Added(path, AddStatus.DUPLICATE, error.letter_id, str(error))
    except UserError as error:
        return Added(path, AddStatus.REFUSED, None, str(error))


def _read(desk: Desk, letter_id: str, document: "PdfDocument", reader: "Reader | None") -> Changes:
    from griffie.services import reading  # brings its rules along, which no start needs

    try:
        return reading.read_document(desk, letter_id, reader=reader, source=document)
    except Exception:  # the letter is in the register; it stays unread, and is tried again later
        log.exception("a letter was added and could not be read")
        return Changes()


def add_document(desk: Desk, letter_id: str, path: Path, role: DocumentRole) -> Changes:
    """Add another print or an annex to a letter; in a print of the same text the passages are tied anew by quote.

    Raises:
        UserError: the file cannot be read or is in the register already.
    """
    letter = desk.letter(letter_id)
    data = read_file(path)
    sha256 = hashlib.sha256(data).hexdigest()
    _refuse_known(desk, sha256)
    pages = extract(desk, data)
    twins = [] if role is DocumentRole.ANNEX else find_twins(desk, letter.id, data, pages)
    with step(desk.register, desk.who, N_("Add a document to {number}"), number=letter.number) as work:
        _refuse_known(desk, sha256)  # another process may have been faster
        letters.put_pdf(work.conn, sha256, data, pages)
        document_id = _put_document(work, letter.id, path.name, sha256, pages, role, len(letter.documents))
        put_twins(work, letter.id, document_id, twins)
    return work.changes()


def join_letters(desk: Desk, letter_id: str, into: str, role: DocumentRole) -> Changes:
    """Make the only document of a letter a further print of another letter, and drop the letter it came with.

    What was tagged in it already moves along; one step.

    Raises:
        UserError: no such letter, or both are the same.
    """
    letter, target = desk.letter(letter_id), desk.letter(into)
    if letter.id == target.id:
        raise UserError(_("A letter cannot be joined with itself."))
    twins = {d.id: _twins_of_stored(desk, target.id, d.sha256) for d in letter.documents}
    label = N_("Join {number} with {target}")
    with step(desk.register, desk.who, label, number=letter.number, target=target.number) as work:
        _move_children(work, letter.id, target.id)
        for offset, document in enumerate(letter.documents):
            position = len(target.documents) + offset
            work.update("document", document.id, {"letter_id": target.id, "role": role.value, "position": position})
        for table in ("letter_sender", "letter_dossier", "letter_committee"):
            work.replace_children(table, "letter_id", letter.id, [])
        work.delete("letter", letter.id)
        for document in letter.documents:
            put_twins(work, target.id, document.id, twins[document.id])
    return work.changes()


def _twins_of_stored(desk: Desk, letter_id: str, sha256: str) -> list[Twin]:
    data = letters.pdf_bytes(desk.register, sha256)
    return find_twins(desk, letter_id, data, letters.page_texts(desk.register, sha256)) if data else []


def _move_children(work: Step, letter_id: str, target_id: str) -> None:
    for mention in work.rows("mention", letter_id=letter_id):
        move_mention(work, mention, {"letter_id": target_id})
    for table in ("passage", "item", "decision", "citation_fix", "settlement"):
        for row in work.rows(table, letter_id=letter_id):
            work.update(table, row["id"], {"letter_id": target_id})


def extract(desk: Desk, data: bytes) -> list[PageText]:
    """Return the text of every page, read in the child process.

    Raises:
        UserError: no PDF, a password is needed, no pages, or a page that cannot be read.
    """
    with _opened(desk, data) as document:
        return _texts(document)


@contextlib.contextmanager
def _opened(desk: Desk, data: bytes) -> Iterator["PdfDocument"]:
    document = desk.process().open(data)
    try:
        yield document
    finally:
        document.close()


def _texts(document: "PdfDocument") -> list[PageText]:
    info = document.info.result()
    asked = [document.text(page_index) for page_index in range(info.page_count)]
    return [text.result() for text in asked]


def _same_letter(desk: Desk, header: Header, pages: Sequence[PageText]) -> str | None:
    """Return the letter of which this seems another print: like facts in the header, and mostly the same words."""
    values = {
        "reference": header.reference,
        "document_number": header.document_number,
        "date": from_date(header.date),
        "paper_number": header.paper_number,
        "dossier_line": _dossier_line(header),
    }
    words = _words("\n".join(page.text for page in pages))
    best, found = SAME_LETTER, None
    for letter_id in letters.likely_same(desk.register, values):
        for document in letters.documents(desk.register.read, letter_id):
            if document.role is DocumentRole.ANNEX:
                continue
            theirs = _words(letters.plain_text(desk.register, document.sha256))
            if len(words & theirs) < WORTH_A_LOOK * min(len(words), len(theirs)):
                continue
            like = likeness(pages, letters.page_texts(desk.register, document.sha256))
            if like >= best:
                best, found = like, letter_id
    return found


def _words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text.casefold()))


_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
WORTH_A_LOOK = 0.4
"""Of the long words of the shorter text, the share that must be in the other before the texts are compared in order.

A glance that costs a tenth: on a busy day dozens of letters have the same date. Prints of one letter share far more.
"""


def _dossier_line(header: Header) -> str:
    return "; ".join(str(d) for d in header.dossiers)


def _store(
    desk: Desk, name: str, data: bytes, sha256: str, pages: Sequence[PageText], header: Header, *, durable: bool
) -> tuple[str, Changes]:
    with step(desk.register, desk.who, N_("Add letter {number}"), durable=durable) as work:
        _refuse_known(desk, sha256)  # another process may have been faster
        number = work.number("B")
        letters.put_pdf(work.conn, sha256, data, pages)
        letter_id = work.insert("letter", _letter_row(number, header))
        senders = [{"function": s.function, "ministry": s.ministry, "person": s.person} for s in header.senders]
        dossiers = [{"number": d.number, "suffix": d.suffix} for d in header.dossiers]
        work.replace_children("letter_sender", "letter_id", letter_id, senders)
        work.replace_children("letter_dossier", "letter_id", letter_id, dossiers)
        role = DocumentRole.KAMERSTUK if header.paper_number else DocumentRole.MINISTRY
        _put_document(work, letter_id, name, sha256, pages, role, 0)
    return letter_id, work.changes()


def _letter_row(number: str, header: Header) -> dict[str, object]:
    return {
        "number": number,
        "date": from_date(header.date),
        "received_on": date.today().isoformat(),
        "chamber": header.chamber.value if header.chamber else "",
        "paper_number": header.paper_number,
        "subject": header.subject,
        "reference": header.reference,
        "document_number": header.document_number,
        "case_number": header.case_number,
        "letter_kind": header.letter_kind,
        "added_at": now_text(),
        "sender_line": "; ".join(s.function for s in header.senders),
        "dossier_line": _dossier_line(header),
    }


def _put_document(
    work: Step, letter_id: str, name: str, sha256: str, pages: Sequence[PageText], role: DocumentRole, position: int
) -> str:
    has_text = any(page.lines for page in pages)
    return work.insert(
        "document",
        {
            "letter_id": letter_id,
            "position": position,
            "role": role.value,
            "file_name": name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
            "sha256": sha256,
            "page_count": len(pages),
            "has_text": int(has_text),
        },
    )


def put_twins(work: Step, letter_id: str, document_id: str, twins: Sequence[Twin]) -> None:
    """Give passages of a letter's other prints their twins in this one; what was not found is put up for review."""
    for twin in twins:
        state = AnchorState.REPAIRED if twin.found.spans else AnchorState.REVIEW
        passage_id = work.insert(
            "passage",
            {
                "letter_id": letter_id,
                "document_id": document_id,
                "quote": twin.passage.quote,
                "prefix": twin.passage.prefix,
                "suffix": twin.passage.suffix,
                "state": state.value,
                "spans": spans_to_json(twin.found.spans),
                "sort_key": twin.found.sort_key,
            },
        )
        owner = {"item_id": twin.item_id, "mention_id": twin.mention_id}
        work.insert("tie", {**owner, "passage_id": passage_id, "position": twin.position % TWIN + TWIN})


TWIN = 100
"""Added to the position of a tie in a later print, so that the literal text of an item comes from its first print."""
