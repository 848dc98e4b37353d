"""Registers for tests: letters composed of plain lines, put in through a step of the history, no PDF process needed."""

import hashlib
import uuid

from griffie.domain.page import PageText, TextLine, strip_text
from griffie.domain.passage import Selection, Span
from griffie.services.desk import Desk
from griffie.store import letters, steps
from griffie.store.database import open_register

SENTENCES = (
    "Aan de Voorzitter van de Tweede Kamer",
    "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitvoering.",
    "De motie van het lid Azmani (29 344, nr. 120) beschouw ik hiermee als uitgevoerd.",
    "De commissie verzoekt mij het rapport voor het zomerreces te sturen.",
    "Hoogachtend, de Minister van Justitie en Veiligheid",
)


def page_of(*texts, page_index=0):
    """Return the text of a page with these lines, 20 points apart."""
    lines, offset = [], 0
    for number, text in enumerate(texts):
        end = offset + len(strip_text(text))
        top = 80.0 + 20 * number
        lines.append(TextLine(offset, end, text, (72.0, top, 500.0, top + 12), 10.0))
        offset = end
    return PageText(page_index, 595.0, 842.0, 0, tuple(lines), "composed/1")


def new_desk(path, who="clerk"):
    """Open (or make) a register and sit down at it, without a PDF process."""
    return Desk(open_register(path), None, who)


def put_letter(desk, *texts, durable=True, **columns):
    """Put a letter of one page into the register in one undoable step; returns the letter's id."""
    pages = [page_of(*(texts or SENTENCES))]
    data = b"%PDF composed " + uuid.uuid4().bytes
    sha256 = hashlib.sha256(data).hexdigest()
    with steps.step(desk.register, desk.who, "Add letter {number}", durable=durable) as work:
        number = work.number("B")
        letters.put_pdf(work.conn, sha256, data, pages)
        row = {"number": number, "subject": f"Brief {number}", "added_at": steps.now_text(), "date": "2026-03-01"}
        letter_id = work.insert("letter", row | columns)
        sender = {"function": "Minister van Justitie en Veiligheid", "ministry": "JenV", "person": "D. Weel"}
        work.replace_children("letter_sender", "letter_id", letter_id, [sender])
        row = {"letter_id": letter_id, "position": 0, "role": "ministry", "file_name": f"{number}.pdf"}
        work.insert("document", {**row, "sha256": sha256, "page_count": 1, "has_text": 1})
    return letter_id


def document_of(desk, letter_id):
    """Return the id of the letter's first document."""
    return desk.letter(letter_id).documents[0].id


def select(desk, letter_id, words):
    """Return the selection of `words` on the first page of a letter that has them."""
    for document in desk.letter(letter_id).documents:
        for page in letters.page_texts(desk.register, document.sha256):
            start = page.stripped.find(strip_text(words))
            if start >= 0:
                end = start + len(strip_text(words))
                quad = (72.0, 100.0, 300.0, 100.0, 72.0, 112.0, 300.0, 112.0)
                return Selection(words, "", "", (Span(page.page_index, start, end, words, (quad,)),))
    raise LookupError(words)


def dump(register):
    """Return every row that a clerk can change, by table and id, and the search index; for comparing."""
    conn = register.read
    rows = {
        table: {row["id"]: dict(row) for row in conn.execute(f"SELECT * FROM {table}").fetchall()}
        for table in sorted(steps.TABLES)
    }
    for index in ("fts_letter", "fts_item"):
        rows[index] = dict(conn.execute(f"SELECT rowid, body FROM {index}").fetchall())
    return rows


def log_size(register):
    """Return how many steps and changes the log has."""
    conn = register.read
    return tuple(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("step", "change"))
