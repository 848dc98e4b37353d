"""Reading one letter without a register: what `griffie read` prints."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from griffie.pdf.client import PdfDocument, PdfService
from griffie.services.files import read_file
from griffie.services.ministries import known_ministries

if TYPE_CHECKING:
    from griffie.domain.page import PageBoxes, PageText
    from griffie.domain.recess import RecessCalendar
    from griffie.reading.findings import Findings
    from griffie.reading.header import Header
    from griffie.reading.suggest import Suggester


@dataclass(frozen=True)
class Peek:
    """A letter that was read: its header, what was found in its text, and what points at the words on the page."""

    header: "Header"
    findings: "Findings"
    suggester: "Suggester"


def peek(pdf: PdfService, path: Path, *, day: date | None, calendar: "RecessCalendar") -> Peek:
    """Read a letter's file.

    Args:
        pdf: the PDF process.
        path: the letter.
        day: the date that terms count from, in place of the printed one.
        calendar: the recesses.

    Raises:
        UserError: it is no file, no PDF, or a page of it cannot be read.
    """
    document = pdf.open(read_file(path))
    try:
        return _read(document, day, calendar)
    finally:
        document.close()


def _read(document: PdfDocument, day: date | None, calendar: "RecessCalendar") -> Peek:
    from griffie.reading.facts import LetterFacts  # while the other process opens the letter
    from griffie.reading.header import read_header
    from griffie.reading.reader import LetterReader

    count = document.info.result().page_count
    asked = [document.boxes(page_index) for page_index in range(count)]
    both = [found.result() for found in asked]
    pages: list[PageText] = [page for page, _ in both]
    boxes: list[PageBoxes] = [box for _, box in both]
    header = read_header(pages, known_ministries())
    functions = tuple(sender.function for sender in header.senders if sender.function)
    facts = LetterFacts(day or header.date, header.chamber, header.dossiers, functions, calendar)
    reader = LetterReader(pages, lambda page_index: boxes[page_index], facts, header)
    return Peek(header, reader.findings, reader.suggester)
