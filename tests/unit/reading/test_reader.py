"""The reader's door: pages in, suggestions with their exact words on the page out."""

import datetime as dt

import pymupdf
import pytest

from griffie.domain.kinds import Chamber
from griffie.domain.letter import Dossier
from griffie.domain.page import strip_text
from griffie.domain.reading import SuggestionKind
from griffie.domain.recess import shipped_calendar
from griffie.pdf.text import page_text_and_boxes
from griffie.reading.facts import LetterFacts
from griffie.reading.reader import READER, LetterReader, read_letter
from griffie.reading.text import ParagraphKind
from tests.helpers.letters import letter_pdf

FACTS = LetterFacts(
    dt.date(2026, 3, 9), Chamber.TK, (Dossier("36112"),), ("Minister van Financiën",), shipped_calendar()
)
KIND = SuggestionKind


def extracted(data):
    document = pymupdf.open(stream=data)
    both = [page_text_and_boxes(page) for page in document]
    return document, [text for text, _ in both], [boxes for _, boxes in both]


def read(data, facts=FACTS):
    document, pages, boxes = extracted(data)
    return document, read_letter(pages, boxes.__getitem__, facts)


def typeset(lines, *, marks=(), notes=()):
    """Return a page: each line a text or (text, x); `marks` raises a digit behind a line; notes stand at the foot."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    y = 90
    for number, line in enumerate(lines):
        page.insert_text((90, y), line, fontsize=11, fontname="tiro")
        for at, mark in marks:
            if at == number:
                x = 90 + pymupdf.get_text_length(line, fontname="tiro", fontsize=11)
                page.insert_text((x, y - 3.5), mark, fontsize=6.5, fontname="tiro")
        y += 16
    for number, note in enumerate(notes, 1):
        page.insert_text((90, 740 + 11 * number), f"{number} {note}", fontsize=8, fontname="tiro")
    return document.tobytes()


def by_kind(reading, kind):
    return [one for one in reading.suggestions if one.kind is kind]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_the_quads_of_a_suggestion_lie_on_its_words(rotation, cropped):
    document, reading = read(letter_pdf(rotation=rotation, cropped=cropped))
    promise = by_kind(reading, KIND.COMMITMENT)[0]
    words = ""
    for span in promise.selection.spans:
        assert span.page_index == 0
        for quad in span.quads:
            x0, y0, x1, y1 = min(quad[0::2]), min(quad[1::2]), max(quad[0::2]), max(quad[1::2])
            page = document[0]
            page.set_rotation(0)
            words += strip_text(page.get_text("text", clip=(x0 - 0.5, y0 + 2, x1 + 0.5, y1 - 2)))
    assert words == strip_text(promise.selection.quote)


def test_a_promise_over_two_pages_points_at_both():
    first = ["Den Haag, 9 maart 2026", "", "Over de uitkomsten van het overleg met de gemeenten en de"]
    second = ["uitvoerders zal ik uw Kamer voor het zomerreces informeren."]
    document = pymupdf.open()
    for lines in (first, second):
        document.insert_pdf(pymupdf.open(stream=typeset(lines)))
    _, reading = read(document.tobytes())
    (promise,) = by_kind(reading, KIND.COMMITMENT)
    assert [span.page_index for span in promise.selection.spans] == [0, 1]
    assert promise.selection.quote.startswith("Over de uitkomsten")


def test_suggestions_stand_in_reading_order():
    _, reading = read(letter_pdf(pages=2))
    keys = [one.selection.sort_key for one in reading.suggestions]
    assert keys == sorted(keys)


def test_a_promise_comes_with_its_deadline_and_reasons():
    _, reading = read(letter_pdf())
    promise = by_kind(reading, KIND.COMMITMENT)[0]
    assert promise.deadline.selection.quote == "voor het zomerreces"
    assert promise.deadline.date_range.date_to == dt.date(2026, 7, 2)
    assert promise.fields["promised_by"] == "Minister van Financiën"
    assert len(promise.why().split("; ")) >= 2


def test_a_deadline_of_a_promise_is_no_card_of_its_own():
    _, reading = read(letter_pdf())
    assert by_kind(reading, KIND.DEADLINE) == []


def test_what_is_done_with_a_motion_stands_on_its_own_card():
    _, reading = read(letter_pdf())
    (motion,) = by_kind(reading, KIND.MOTION)
    assert (motion.key, motion.fields["role"]) == ("36112-38", "settles")
    assert by_kind(reading, KIND.DISCHARGE) == []


def test_citations_have_their_official_address():
    _, reading = read(letter_pdf())
    assert [(one.id, one.address) for one in reading.citations] == [
        ("36112-38", "https://zoek.officielebekendmakingen.nl/kst-36112-38.html")
    ]


def test_the_same_letter_read_twice_gives_the_same():
    assert read(letter_pdf(pages=3))[1] == read(letter_pdf(pages=3))[1]


def test_an_empty_letter_gives_nothing():
    document = pymupdf.open()
    document.new_page()
    _, reading = read(document.tobytes())
    assert (reading.suggestions, reading.citations, reading.reader) == ((), (), READER)


def test_a_raised_note_mark_is_taken_off_and_its_note_is_found():
    data = typeset(
        ["Den Haag, 9 maart 2026", "", "De motie van het lid Brouwers"],
        marks=[(2, "1")],
        notes=["Kamerstuk 36 112, nr. 38."],
    )
    _, pages, boxes = extracted(data)
    letter = LetterReader(pages, boxes.__getitem__, FACTS).placed.letter
    assert "Brouwers1" not in letter.text
    assert [(mark.number, letter.text[: mark.at].rsplit(maxsplit=1)[-1]) for mark in letter.marks] == [(1, "Brouwers")]
    _, reading = read(data)
    (motion,) = by_kind(reading, KIND.MOTION)
    assert motion.key == "36112-38"


def test_the_head_of_a_letter_is_told_from_its_text():
    _, pages, boxes = extracted(letter_pdf())
    letter = LetterReader(pages, boxes.__getitem__, FACTS).placed.letter
    heads = [letter.quote(p.extent) for p in letter.paragraphs if p.kind is ParagraphKind.HEAD]
    assert any("BRIEF VAN DE MINISTER" in head for head in heads)
    assert not any("zomerreces" in head for head in heads)


def test_lone_notes_in_the_same_place_of_two_pages_are_no_running_foot():
    document = pymupdf.open()
    for number, (words, paper) in enumerate((("Dit meldde ik u in mei", "588"), ("Ook dit meldde ik u", "571")), 1):
        data = typeset(["Den Haag, 9 maart 2026"] * (number == 1) + [words], marks=[(2 - number, str(number))])
        page = pymupdf.open(stream=data)
        page[0].insert_text((90, 751), f"{number} Kamerstuk 31 293, nr. {paper}.", fontsize=8, fontname="tiro")
        page[0].insert_text((90, 801), f"Tweede Kamer, vergaderjaar 2025-2026, 36 112, nr. 47 {number}", fontsize=8)
        document.insert_pdf(page)
    _, reading = read(document.tobytes())
    assert [one.id for one in reading.citations] == ["31293-588", "31293-571"]
