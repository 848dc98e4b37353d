"""The rows of reading: suggestions of a letter's text once extracted, and `griffie read` from process start."""

import datetime as dt
import random
import subprocess
import sys

import pymupdf

from griffie.domain.kinds import Chamber
from griffie.domain.recess import shipped_calendar
from griffie.pdf.text import page_text_and_boxes
from griffie.reading.facts import LetterFacts
from griffie.reading.reader import read_letter
from tests.benchmarks.big_register import Sentences
from tests.benchmarks.measuring import Measured, Rows, side_by_side
from tests.benchmarks.pdfs import SENTENCES

ROWS = Rows()
ALLOWED_MS = 20.0  # what the budget of row 10 gives on top of the floor
HEAD = (
    "Vergaderjaar 2025-2026",
    "36 112 Voortgang programma",
    "Nr. 47 BRIEF VAN DE MINISTER VAN FINANCIËN",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
    "Den Haag, 9 maart 2026",
)


def letter_of_five_pages(path):
    """Write a letter of five full pages in which every sixth sentence promises, cites or settles something."""
    chance = random.Random(10)
    filler = iter(Sentences(chance).pool * 3)
    document = pymupdf.open()
    for number in range(5):
        page = document.new_page(width=595, height=842)
        for row, line in enumerate(HEAD if number == 0 else ()):
            page.insert_text((90, 60 + 18 * row), line, fontsize=10)
        sentences = [chance.choice(SENTENCES) if n % 6 == 0 else next(filler) for n in range(30)]
        assert page.insert_textbox((90, 170, 500, 800), " ".join(sentences), fontsize=9) >= 0
    document.save(path)
    return path


@ROWS.row("10")
def reading_a_text(setting):
    document = pymupdf.open(letter_of_five_pages(setting.folder / "letter.pdf"))
    both = [page_text_and_boxes(page) for page in document]
    pages, boxes = [text for text, _ in both], [box for _, box in both]
    facts = LetterFacts(dt.date(2026, 3, 9), Chamber.TK, (), ("Minister van Financiën",), shipped_calendar())
    found = read_letter(pages, boxes.__getitem__, facts)

    def ours():
        read_letter(pages, boxes.__getitem__, facts)

    def floor():
        for page in document:
            page.get_text("rawdict")

    ours_ms, floor_ms = side_by_side(ours, floor, setting.rounds)
    note = f"{len(found.suggestions)} suggestions, {len(found.citations)} citations"
    yield Measured("10", "five pages", max(ours_ms - ALLOWED_MS, 0.01), floor_ms, note)


@ROWS.row("17")
def griffie_read(setting):
    path = str(letter_of_five_pages(setting.folder / "letter.pdf"))
    bare = "import sys, pymupdf\nfor page in pymupdf.open(sys.argv[1]): page.get_text('rawdict')"

    def ours():
        subprocess.run([sys.executable, "-m", "griffie", "read", path, "--json"], check=True, capture_output=True)

    def floor():
        subprocess.run([sys.executable, "-c", bare, path], check=True, capture_output=True)

    ours_ms, floor_ms = side_by_side(ours, floor, max(setting.rounds // 3, 3))
    yield Measured("17", "process start included", ours_ms, floor_ms)
