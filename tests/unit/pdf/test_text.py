"""What a caller gets of the text of a page: lines, offsets that agree, and boxes that lie on the letters."""

import math
from itertools import pairwise
from pathlib import Path

import pymupdf
import pytest

from griffie.domain.page import counts
from griffie.pdf.text import EXTRACTOR, page_text, page_text_and_boxes

OFFICIAL_CROP = pymupdf.Rect(18.4, 35.5, 576.8, 806.6)  # of the printed Kamerstukken, in a MediaBox of 0 0 595 842
SHARED = Path(__file__).resolve().parents[3] / "../shared"


def document(*texts, rotation=0, crop=None):
    doc = pymupdf.open()
    page = doc.new_page(width=595, height=842)
    for index, text in enumerate(texts):
        page.insert_text((72, 100 + 20 * index), text, fontsize=10)
    if crop is not None:
        page.set_cropbox(crop)
    page.set_rotation(rotation)
    return pymupdf.open("pdf", doc.tobytes())


def written(*runs):
    """Write (point, text, degrees) runs."""
    doc = pymupdf.open()
    page = doc.new_page(width=595, height=842)
    for point, text, degrees in runs:
        writer = pymupdf.TextWriter(page.rect)
        writer.append(point, text, font=pymupdf.Font("tiro"), fontsize=12)
        writer.write_text(page, morph=(pymupdf.Point(point), pymupdf.Matrix(degrees)))
    return pymupdf.open("pdf", doc.tobytes())


def test_lines_keep_their_spaces_and_count_only_what_counts():
    text = page_text(document("De minister zegt toe", "en doet het")[0])
    assert [line.text for line in text.lines] == ["De minister zegt toe", "en doet het"]
    assert [(line.start, line.end) for line in text.lines] == [(0, 17), (17, 26)]
    assert text.stripped == "Deministerzegttoeendoethet"
    assert text.extractor == EXTRACTOR
    assert (text.page_index, text.width, text.height, text.rotation) == (0, 595, 842, 0)


def test_size_and_boldness_are_those_of_most_characters():
    doc = pymupdf.open()
    page = doc.new_page()
    page.insert_text((72, 100), "Vetgedrukt kopje", fontsize=12, fontname="hebo")
    page.insert_text((72, 130), "Gewone tekst", fontsize=9)
    heading, plain = page_text(page).lines
    assert (heading.size, heading.bold) == (12, True)
    assert (plain.size, plain.bold) == (9, False)


def test_every_character_that_counts_has_the_box_mupdf_gives_it():
    page = document("Aan de Voorzitter", crop=OFFICIAL_CROP)[0]
    text, boxes = page_text_and_boxes(page)
    raw = [
        char["bbox"]
        for block in page.get_text("rawdict")["blocks"]
        for line in block["lines"]
        for span in line["spans"]
        for char in span["chars"]
        if counts(char["c"])
    ]
    assert len(boxes) == len(text.stripped) == len(raw)
    for offset, (x0, y0, x1, y1) in enumerate(raw):
        assert boxes.quad(offset) == pytest.approx((x0, y0, x1, y0, x0, y1, x1, y1), abs=0.01)
    assert boxes.quad(0)[0] == pytest.approx(72 - 18.4, abs=1)  # the origin is the corner of the CropBox


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_rotated_page_has_the_same_text_and_boxes(rotation):
    upright = page_text_and_boxes(document("Kamerstuk 29 344", crop=OFFICIAL_CROP)[0])
    page = document("Kamerstuk 29 344", crop=OFFICIAL_CROP, rotation=rotation)[0]
    text, boxes = page_text_and_boxes(page)
    assert text.lines == upright[0].lines
    assert boxes.values == upright[1].values
    assert (round(text.width, 1), round(text.height, 1), text.rotation) == (558.4, 771.1, rotation)
    assert page.rotation == rotation


@pytest.mark.parametrize("degrees", [0, 30, 45, 90, 135, 180, 200, 270, 300])
def test_turned_text_has_quads_turned_with_it(degrees):
    page = written(((300, 400), "minister", degrees))[0]
    text, boxes = page_text_and_boxes(page)
    (line,) = text.lines
    radians = math.radians(degrees)
    assert line.direction == pytest.approx((math.cos(radians), -math.sin(radians)), abs=0.01)
    plain = page_text_and_boxes(written(((300, 400), "minister", 0))[0])[1]
    for offset in range(len(boxes)):
        expected = [
            coordinate
            for x, y in zip(plain.quad(offset)[::2], plain.quad(offset)[1::2], strict=True)
            for coordinate in pymupdf.Point(x - 300, y - 400) * pymupdf.Matrix(-degrees) + (300, 400)
        ]
        assert boxes.quad(offset) == pytest.approx(expected, abs=0.3)


def test_text_outside_the_cropbox_is_left_out():
    doc = pymupdf.open()
    page = doc.new_page(width=595, height=842)
    page.insert_text((72, 20), "drukkersmerk")
    page.insert_text((72, 100), "zichtbaar")
    page.set_cropbox(OFFICIAL_CROP)
    assert page_text(page).stripped == "zichtbaar"
    assert page_text_and_boxes(page)[0].stripped == "zichtbaar"


def test_an_empty_page_has_no_lines():
    page = pymupdf.open().new_page()
    text, boxes = page_text_and_boxes(page)
    assert text.lines == page_text(page).lines == ()
    assert len(boxes) == 0


def raw_page(mapping):
    """Make a page of one font whose byte `A` means `mapping`, as a damaged ToUnicode table has it."""
    doc = document("AB")
    cmap = doc.get_new_xref()
    doc.update_object(cmap, "<<>>")
    table = f"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <{mapping}> endbfchar"
    doc.update_stream(cmap, f"begincmap {table} endcmap".encode())
    font = doc.get_page_fonts(0)[0][0]
    doc.xref_set_key(font, "ToUnicode", f"{cmap} 0 R")
    return pymupdf.open("pdf", doc.tobytes())[0]


def test_a_ligature_becomes_letters_that_share_its_width():
    text, boxes = page_text_and_boxes(raw_page("fb03"))
    assert text.stripped == "ffiB"
    edges = [(boxes.quad(offset)[0], boxes.quad(offset)[2]) for offset in range(4)]
    widths = [right - left for left, right in edges]
    assert widths[:3] == pytest.approx([widths[0]] * 3, abs=0.01)
    assert all(width > 1 for width in widths)
    assert all(before[1] <= after[0] + 0.01 for before, after in pairwise(edges))


def test_soft_hyphens_do_not_count():
    text, boxes = page_text_and_boxes(raw_page("00ad"))
    assert "\u00ad" in text.text
    assert text.stripped == "B"
    assert len(boxes) == 1


@pytest.mark.parametrize("mapping", ["0000", "d800", "000a", "2028", "0085", "fffd", "f0b7", "005c"])
def test_damaged_characters_do_no_harm(mapping):
    page = raw_page(mapping)
    text, boxes = page_text_and_boxes(page)
    assert text == page_text(page)
    assert len(boxes) == len(text.stripped) == text.lines[-1].end
    assert text.stripped.endswith("B")
    assert "\0" not in text.text
    assert text.text.encode("utf-8")
    assert len(text.text.splitlines()) == len(text.lines)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared letters are not here")
@pytest.mark.parametrize("name", ["letters/kst-29344-131.pdf", "letters/kst-28844-269.pdf", "letters/composed-04.pdf"])
def test_both_ways_give_the_same_text_of_real_letters(name):
    for page in pymupdf.open(SHARED / name):
        text, boxes = page_text_and_boxes(page)
        assert text == page_text(page)
        assert len(boxes) == len(text.stripped) == text.lines[-1].end


def kerned():
    """A page that prints its own spaces, and sets one word in two pieces with a gap that MuPDF takes for a space."""
    document = pymupdf.open()
    page = document.new_page()
    font = pymupdf.Font("helv")
    for row, words in enumerate(("Dit is een gewone regel met spaties", "en nog een regel met zes woorden")):
        page.insert_text((72, 72 + 20 * row), words, fontsize=12)
    page.insert_text((72, 120), "Zie de T", fontsize=12)
    page.insert_text((72 + font.text_length("Zie de T", 12) + 0.17 * 12, 120), "oezegging van mei", fontsize=12)
    return page


def test_a_word_torn_by_kerning_is_whole():
    assert "Toezegging" in page_text(kerned()).text


def test_mending_words_moves_no_offset_and_both_ways_agree():
    text, boxes = page_text_and_boxes(kerned())
    assert text == page_text(kerned())
    assert text.lines[-1].end == len(boxes)


def test_spaces_that_mupdf_has_to_guess_stay_where_a_page_prints_none():
    document = pymupdf.open()
    page = document.new_page()
    for x, word in zip((72, 110, 150, 200), ("Alle", "woorden", "staan", "los"), strict=True):
        page.insert_text((x, 72), word, fontsize=9)
    assert page_text(page).text.split() == ["Alle", "woorden", "staan", "los"]


def test_raised_digits_are_known_as_marks():
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 72), "op Schiphol", fontsize=11)
    x = 72 + pymupdf.get_text_length("op Schiphol", fontsize=11)
    page.insert_text((x, 68), "12", fontsize=6)
    (line,) = [line for line in page_text(page).lines if "Schiphol" in line.text]
    assert [page_text(page).stripped[first:last] for first, last in line.small] == ["12"]
    assert page_text_and_boxes(page)[0] == page_text(page)
