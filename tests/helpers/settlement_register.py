"""Registers of composed letters and open items for settlement proposals: put in by the services, read by the reader."""

import datetime as dt
import hashlib
import re
import textwrap
import uuid
from array import array

from griffie.domain.kinds import ItemKind, Origin
from griffie.domain.page import PageBoxes, PageText, TextLine, counts
from griffie.domain.people import parse_people
from griffie.reading.reader import READER, read_letter
from griffie.services import itemising, reading
from griffie.services.reading import Reader
from griffie.store import letters, steps
from tests.helpers.registers import document_of, select

WIDTH, LEFT, SIZE, PITCH, TOP, FOOT = 92, 72.0, 10.5, 14.0, 80.0, 740.0
NOTE = re.compile(r"\d{1,3} +(?=\S)")
HELD = re.compile(r"(?<=\bnr\.) (?=\d)|(?<=\bnrs\.) (?=\d)|(?<=\d\d) (?=\d{3}\b)")
"""Spaces at which no ministry breaks a line: "nr. 24", "36 740"."""
ORIGINS = {"debate": Origin.DEBATE, "register": Origin.REGISTER, "list": Origin.TYPED, "letter": Origin.TYPED}


def pages_of(text):
    """Return plain text as the pages of a typeset letter: paragraphs in lines, notes at the foot of the last page."""
    body, notes = _apart([line.strip() for line in text.split("\n") if line.strip()])
    pages, lines, top = [], [], TOP
    for paragraph in body:
        held = HELD.sub("\u00a0", paragraph)
        for line in textwrap.wrap(held, WIDTH, break_long_words=False, break_on_hyphens=False):
            line = line.replace("\u00a0", " ")
            if top > FOOT:
                pages.append(lines)
                lines, top = [], TOP
            lines.append((top, line, SIZE))
            top += PITCH
        top += PITCH
    foot = 820.0 - 10 * len(notes)
    if notes and top > foot - PITCH:
        pages.append(lines)
        lines = [(TOP, body[-1], SIZE)]
    lines += [(foot + 10 * n, line, 7.5) for n, line in enumerate(notes)]
    return [_page(index, rows) for index, rows in enumerate([*pages, lines])]


def _apart(lines):
    """Divide off the notes: the last lines, numbered from 1 without a gap."""
    for at in range(len(lines)):
        found = [NOTE.match(line) for line in lines[at:]]
        if all(found) and [int(one[0]) for one in found] == list(range(1, len(found) + 1)):
            return lines[:at], lines[at:]
    return lines, []


def _page(index, rows):
    made, start = [], 0
    for top, text, size in rows:
        end = start + sum(map(counts, text))
        made.append(TextLine(start, end, text, (LEFT, top, LEFT + 0.47 * size * len(text), top + 1.2 * size), size))
        start = end
    return PageText(index, 595.0, 842.0, 0, tuple(made), "composed/1")


def boxes_of(page):
    """Return a box for each character that counts, all characters of a line being equally wide."""
    values = array("f")
    for line in page.lines:
        left, top, right, bottom = line.box
        width = (right - left) / max(1, len(line.text))
        for at, character in enumerate(line.text):
            if counts(character):
                x, end = left + at * width, left + (at + 1) * width
                values.extend((x, top, end, top, x, bottom, end, bottom))
    return PageBoxes(page.page_index, values)


def shipped_without_pdf():
    """Return the shipped reader, with boxes made of the page texts: these letters have no PDF."""
    return Reader(READER, lambda pages, _boxes, facts: read_letter(pages, lambda i: boxes_of(pages[i]), facts))


def put_composed_letter(desk, entry):
    """Put a letter of the set into the register and read it; returns its id."""
    pages = pages_of(entry["text"])
    data = b"%PDF composed " + uuid.uuid4().bytes
    sha256 = hashlib.sha256(data).hexdigest()
    senders = [dict(zip(("function", "ministry", "person"), row, strict=True)) for row in entry["senders"]]
    dossiers = [_dossier(text) for text in entry["dossiers"]]
    with steps.step(desk.register, desk.who, "Add letter {number}", durable=False) as work:
        letters.put_pdf(work.conn, sha256, data, pages)
        number = work.number("B")
        row = {"number": number, "subject": entry["subject"], "date": entry["date"], "chamber": entry["chamber"]}
        letter_id = work.insert("letter", {**row, "paper_number": entry["paper_number"], "added_at": steps.now_text()})
        work.replace_children("letter_sender", "letter_id", letter_id, senders)
        work.replace_children("letter_dossier", "letter_id", letter_id, dossiers)
        row = {"letter_id": letter_id, "position": 0, "role": "ministry", "file_name": f"{number}.pdf"}
        work.insert("document", {**row, "sha256": sha256, "page_count": len(pages), "has_text": 1})
    reading.read_document(desk, letter_id, reader=shipped_without_pdf())
    return letter_id


def _dossier(text):
    number, _, suffix = text.replace(" ", "-").partition("-")
    return {"number": number, "suffix": suffix}


def put_open_item(desk, entry):
    """Put an item of the set into the register, open, as a clerk or an import would; returns its id."""
    kind = ItemKind(entry["kind"])
    values = {"summary": entry["summary"], "origin": ORIGINS.get(entry["origin"], Origin.TYPED)}
    values |= {"meeting_date": dt.date.fromisoformat(entry["made_on"]) if entry["made_on"] else None}
    values |= {"committee": entry["committee"]}
    people = parse_people(entry["promised_to"])
    home = None
    if kind is ItemKind.MOTION:
        values |= {name: entry[name] for name in ("dossier", "suffix", "paper_number", "cs")}
        values |= {"submitters": parse_people(entry["submitters"])}
    else:
        values |= {"official_number": entry["official_number"]}
        home = _home_letter(desk, entry) if entry["dossier"] and entry["paper_number"] else None
    if kind is ItemKind.COMMITMENT:
        values |= {"ministry": entry["ministry"], "promised_to": people}
        values |= {"promised_by": parse_people(entry["promised_by"])}
    if kind is ItemKind.REQUEST:
        values |= {"asked_by": people}
    if home is not None:
        values.pop("meeting_date")
        if entry["quote"]:
            return _tagged(desk, kind, home, entry["quote"], values)
    if entry["quote"]:
        values |= {"remarks": entry["quote"]}
    item_id, _changes = itemising.new_item(desk, kind, {k: v for k, v in values.items() if v}, letter_id=home)
    return item_id


def _tagged(desk, kind, letter_id, quote, values):
    """Tag a promise in the letter that it was made in; returns the item's id."""
    document_id = document_of(desk, letter_id)
    fields = {name: value for name, value in values.items() if value and name != "origin"}
    item_id, _changes = itemising.tag_with_fields(
        desk, letter_id, document_id, kind, select(desk, letter_id, quote), fields
    )
    return item_id


def _home_letter(desk, entry, quotes=()):
    """Return the letter in which a promise was made, known by dossier and number; put in where it is missing."""
    wanted = {"number": entry["dossier"], "suffix": entry["suffix"], "paper": entry["paper_number"]}
    found = desk.register.read.execute(
        "SELECT l.id FROM letter l JOIN letter_dossier d ON d.letter_id = l.id "
        "WHERE d.number = :number AND d.suffix = :suffix AND l.paper_number = :paper",
        wanted,
    ).fetchone()
    if found is not None:
        return found[0]
    words = "\n\n".join(dict.fromkeys(quotes or [entry["quote"] or entry["summary"]]))
    dossier = "-".join(part for part in (entry["dossier"], entry["suffix"]) if part)
    head = {"senders": [["", entry["ministry"], ""]], "dossiers": [dossier], "subject": "Brief van eerder"}
    own = {"date": entry["made_on"], "chamber": "TK", "paper_number": entry["paper_number"], "text": words}
    return put_composed_letter(desk, head | own)


def _put_home_letters(desk, entries):
    """Put in the letters in which promises of the set were made, each with all the promises that it makes."""
    homes = {}
    for entry in entries:
        if entry["kind"] != "motion" and entry["dossier"] and entry["paper_number"]:
            homes.setdefault((entry["dossier"], entry["suffix"], entry["paper_number"]), []).append(entry)
    for group in homes.values():
        _home_letter(desk, group[0], [one["quote"] or one["summary"] for one in group])


def fill(desk, data):
    """Put a whole set into a register; returns the ids of items and letters by their keys."""
    _put_home_letters(desk, data["items"])
    item_ids = {entry["key"]: put_open_item(desk, entry) for entry in data["items"]}
    letter_ids = {entry["key"]: put_composed_letter(desk, entry) for entry in data["letters"]}
    return item_ids, letter_ids
