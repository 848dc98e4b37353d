"""Reading order, selection and finding again on real letters, upright and turned, cropped as official prints are."""

import importlib.util
import json
import os
import pickle
import random
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pymupdf
import pytest

from griffie.domain.anchor import find_quote, locate
from griffie.domain.bare import bare_text
from griffie.domain.flow import Flow, Stream
from griffie.domain.kinds import AnchorState
from griffie.domain.layout import Role
from griffie.domain.page import strip_text
from griffie.domain.passage import Span
from griffie.pdf.text import page_text_and_boxes

ROOT = Path(__file__).resolve().parents[3]
LETTERS = ROOT / "../shared/letters"
pytestmark = pytest.mark.skipif(not LETTERS.is_dir(), reason="the shared letters are not here")

THREE = ["kst-29344-131", "kb_2023-10-18_ienw_verzamelbrief-luchtvaart", "kst-28844-269"]
OFFICIAL_CROP = (18.4, 35.5, 576.8, 806.6)
VARIANTS = ["upright", "90", "180", "270", "cropped", "cropped 90"]


class Letter:
    """A letter as it is opened: its pages, boxes and flow."""

    def __init__(self, pdf):
        self.pdf = pdf
        extracted = [page_text_and_boxes(page) for page in pdf]
        self.pages = [page for page, _ in extracted]
        self._boxes = [boxes for _, boxes in extracted]
        self.flow = Flow(self.pages)

    def boxes(self, index):
        return self._boxes[index]

    def text(self, stream=Stream.BODY):
        return self.flow.stitch(stream, 0, len(self.pages) - 1).text


@cache
def letter(name, variant="upright"):
    pdf = pymupdf.open(LETTERS / f"{name}.pdf")
    for page in pdf:
        if "cropped" in variant:
            page.set_mediabox(pymupdf.Rect(0, 0, 595, 842))
            page.set_cropbox(pymupdf.Rect(OFFICIAL_CROP))
        if variant.split()[-1].isdigit():
            page.set_rotation(int(variant.split()[-1]))
    return Letter(pymupdf.open("pdf", pdf.tobytes()))


def role_of(found, index, part):
    layout = found.flow.layout(index)
    lines = enumerate(found.pages[index].lines)
    return next(layout.roles[n] for n, line in lines if part in line.text)


# every page by hand


def test_the_verzamelbrief_is_read_past_column_notes_and_page_numbers():
    found = letter(THREE[1])
    body = found.text()
    assert "De inschrijving in het register is geldig voor de duur van 1 jaar" in body
    assert "risicoanalyse en meldingen.8 Blinde vlekken" in body
    assert "maatregelen die betrekking hebben op het gebruik van Auxilliary Power Units" in body
    assert "problemen op te lossen. Een concrete wettelijke grondslag" in body
    assert "tijdelijke maatregel. Samen met België zal wel verder" in body
    assert "Datum 18 oktober 2023 Betreft Verzamelbrief luchtvaart" in body
    assert "drone-exploitanten. In Nederland" in body
    assert body.endswith("DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT, Mark Harbers")
    assert "Kenmerk" not in body
    assert "agina" not in body
    notes = found.text(Stream.NOTE)
    assert "29665, nr. 482. 10 Auxiliary power unit" in notes
    assert notes.startswith("1 Kamerstuk 36200-XII-60 2 Toezegging TZ202309-010 3")
    assert [role_of(found, n, "Kenmerk") for n in range(7)] == [Role.COLUMN] * 7
    assert [role_of(found, n, "agina") for n in range(7)] == [Role.PAGE_NUMBER] * 7
    for index, heading in [
        (0, "1. Registratiekosten voor drone-exploitanten in andere EU-landen "),
        (4, "EU-recht "),
        (5, "Conclusie "),
    ]:
        assert role_of(found, index, heading) in (Role.HEADING, Role.BODY)
    assert role_of(found, 1, "2. Controles door") is Role.HEADING


@pytest.mark.parametrize("name", [THREE[0], THREE[2]])
def test_a_kamerstuk_is_read_past_feet_and_notes(name):
    found = letter(name)
    for index in range(len(found.pages)):
        assert role_of(found, index, "Tweede Kamer, ") is Role.FOOTER
        numbers = [n for n, role in enumerate(found.flow.layout(index).roles) if role is Role.PAGE_NUMBER]
        assert [found.pages[index].lines[n].text for n in numbers] == [str(index + 1)]
    assert "Tweede Kamer, " not in found.text()
    source = (LETTERS / f"{name}.txt").read_text(encoding="utf-8")
    notes = found.text(Stream.NOTE)
    assert all(strip_text(row) in strip_text(source) for row in notes.split(". ")[:1])


def test_sentences_run_on_over_the_pages_of_a_kamerstuk():
    found = letter(THREE[0])
    assert "vrijwillig verlaten. Daartoe zet de DT&V door middel van casemanagement" in found.text()
    ((begin, _),) = find_quote("door middel van casemanagement", found.flow)
    sentence = found.flow.text(*found.flow.sentence(begin))
    assert sentence == "Daartoe zet de DT&V door middel van casemanagement in op persoonsgerichte aanpak."


def test_an_older_letter_is_read_past_its_column():
    found = letter("kb_2011-03-01_justitie_draagmoederschap")
    assert "in ongeveer tien gevallen in aanraking te komen met" in found.text()
    assert "de wet- en regelgeving" in found.text().replace("wordt wet-", "wordt de wet-")
    assert role_of(found, 0, "Schedeldoekshaven") is Role.COLUMN
    assert found.text(Stream.NOTE).startswith("1 Bij hoogtechnologisch draagmoederschap")


# selecting with the mouse


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", THREE)
def test_a_passage_dragged_on_each_page_has_its_words_and_quads_on_them(name, variant):
    found = letter(name, variant)
    rng = random.Random(f"{name} {variant}")
    for index in range(len(found.pages)):
        for _ in range(8):
            drag_somewhere(found, index, rng)


def drag_somewhere(found, index, rng):
    page, layout = found.pages[index], found.flow.layout(index)
    body = [page.lines[n] for n in layout.order if layout.roles[n] in (Role.BODY, Role.HEADING)]
    at = rng.randrange(len(body))
    lines = body[at : at + rng.choice([1, 1, 2, 4, 9])]
    first, last = rng.randrange(lines[0].start, lines[0].end), rng.randrange(lines[-1].start, lines[-1].end)
    if len(lines) == 1:
        first, last = min(first, last), max(first, last)
    start, end = (inside(found.boxes(index).quad(first), -0.3), inside(found.boxes(index).quad(last), 0.3))
    ends = found.flow.caret_at(index, *start, found.boxes(index)), found.flow.caret_at(index, *end, found.boxes(index))
    selection = found.flow.select(*ends, found.boxes)
    wanted = "".join(strip_text(line.text) for line in lines)
    wanted = wanted[first - lines[0].start : len(wanted) - (lines[-1].end - 1 - last)]
    assert "".join(strip_text(span.raw_exact) for span in selection.spans) == wanted
    assert strip_text(selection.quote).replace("-", "") == wanted.replace("-", "")
    quads = [quad for span in selection.spans for quad in span.quads]
    assert len(quads) == len(lines)
    check_quads(found, index, quads, wanted)


def inside(quad, side):
    """A point in a letter, left or right of its middle."""
    return (quad[0] + quad[2]) / 2 + side * (quad[2] - quad[0]), (quad[1] + quad[7]) / 2


def check_quads(found, index, quads, wanted):
    """Compare with MuPDF's own letters: those of the line whose middle lies on a quad are the words, and fill it."""
    seen = ""
    for quad in quads:
        box = pymupdf.Rect(quad[0], quad[1], quad[6], quad[7])
        on = [(c, r) for c, r in nearest_raw_line(found, index, box) if box.x0 <= (r.x0 + r.x1) / 2 <= box.x1]
        seen += "".join(c for c, _ in on)
        assert min(r.x0 for _, r in on) == pytest.approx(box.x0, abs=1)
        assert max(r.x1 for _, r in on) == pytest.approx(box.x1, abs=1)
        assert min(r.y0 for _, r in on) == pytest.approx(box.y0, abs=1)
        assert max(r.y1 for _, r in on) == pytest.approx(box.y1, abs=1)
    assert seen == wanted


def nearest_raw_line(found, index, box):
    """The letters of the line of MuPDF's whose foot is nearest to that of a box, among those beside or on it."""
    lines = [letters for letters in raw_lines(found, index) if letters[0][1].x0 < box.x1 and letters[-1][1].x1 > box.x0]
    return min(lines, key=lambda letters: abs(max(r.y1 for _, r in letters) - box.y1))


@cache
def raw_lines(found, index):
    """The letters of each line of a page with their boxes, as MuPDF gives them."""
    lines = [
        [
            (char["c"], pymupdf.Rect(char["bbox"]))
            for span in line["spans"]
            for char in span["chars"]
            if strip_text(char["c"])
        ]
        for block in found.pdf[index].get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]
        for line in block["lines"]
    ]
    return [letters for letters in lines if letters]


@pytest.mark.parametrize("name", THREE)
def test_a_passage_over_the_page_end_leaves_out_what_stands_between(name):
    found = letter(name)
    for index in range(len(found.pages) - 1):
        _, end = found.flow.page(index).positions_of(Stream.BODY)
        start, _ = found.flow.page(index + 1).positions_of(Stream.BODY)
        text = found.flow.stitch(Stream.BODY, index, index + 1)
        edge = text.parts[1][0]
        ends = text.caret(edge - 30), text.caret(edge + 30, back=True)
        selection = found.flow.select(*ends, found.boxes)
        assert selection.quote == text.text[edge - 30 : edge + 30].strip()
        assert [span.page_index for span in selection.spans] == [index, index + 1]
        assert end > start


# finding again


def passages(found, rng, count):
    """Random passages of a letter, of all lengths and streams."""
    made = []
    while len(made) < count:
        stream = rng.choice([Stream.BODY] * 6 + [Stream.NOTE, Stream.COLUMN])
        text = found.flow.stitch(stream, 0, len(found.pages) - 1)
        if len(text.text) < 5:
            continue
        start = rng.randrange(len(text.text) - 2)
        end = min(len(text.text), start + rng.choice([3, 8, 20, 60, 150, 400]))
        selection = found.flow.select(text.caret(start), text.caret(end, back=True), found.boxes)
        if selection is not None:
            made.append(selection)
    return made


def names():
    return sorted(path.stem for path in LETTERS.glob("*.pdf")) if LETTERS.is_dir() else []


def thousand():
    """A thousand passages over all letters, each time the same."""
    rng = random.Random(2016)
    share = -(-1000 // len(names()))
    return [(name, passage) for name in names() for passage in passages(letter(name), rng, share)][:1000]


def places(spans):
    return [(span.page_index, span.start, span.end) for span in spans]


def test_a_thousand_passages_are_found_again_after_reopening():
    found = 0
    for name, passage in thousand():
        again = letter(name)
        result = locate(passage, again.pages, again.boxes, again.flow)
        found += result.state is AnchorState.EXACT and result.spans == passage.spans
    assert found == 1000


def test_no_passage_is_placed_wrongly_when_only_its_words_are_known():
    placed = 0
    for name, passage in thousand():
        again = letter(name)
        lost = tuple(Span(0, 10**6, 10**6 + 5, span.raw_exact, span.quads) for span in passage.spans)
        bare = type(passage)(passage.quote, passage.prefix, passage.suffix, lost)
        result = locate(bare, again.pages, again.boxes, again.flow)
        if result.state is not AnchorState.REVIEW:
            placed += 1
            assert places(result.spans) == places(passage.spans)
    assert placed >= 980


# from one print to another


class SimplePyphen:
    """Hyphenates for the typesetter without its library: before a consonant between two vowels."""

    def __init__(self, lang):
        self.cut = re.compile(r"(?<=[aeiou])(?=[bdfgklmnprstvwz][aeiou])")

    def iterate(self, word):
        for found in reversed(list(self.cut.finditer(word))):
            yield word[: found.start()], word[found.start() :]


@pytest.fixture
def typeset(monkeypatch):
    """The tool that sets the text of a letter as a ministry or as the Chamber's printer does."""
    monkeypatch.setitem(sys.modules, "pyphen", SimpleNamespace(Pyphen=SimplePyphen))
    path = LETTERS.parent / "tools/typeset_letter.py"
    spec = importlib.util.spec_from_file_location("typeset_letter", path)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "typeset_letter", module)
    spec.loader.exec_module(module)
    return module.typeset


def labelled_quotes(name):
    labels = json.loads((LETTERS / f"{name}.json").read_text(encoding="utf-8"))
    return [row["quote"] for kind in ("commitments", "motions", "discharges") for row in labels.get(kind, [])]


def test_labelled_passages_are_found_in_the_other_print_and_none_is_placed_wrongly(typeset):
    asked = placed = 0
    for name in names()[::3]:  # setting the type is what takes time
        text = (LETTERS / f"{name}.txt").read_text(encoding="utf-8")
        prints = [Letter(typeset(text, layout)) for layout in ("ministry", "kamerstuk")]
        for here, there in (prints, prints[::-1]):
            for quote in labelled_quotes(name):
                for ends in find_quote(quote, here.flow):
                    asked += 1
                    placed += is_found_there(here.flow.select(*ends, here.boxes), there)
    assert asked >= 60
    assert placed == asked


def is_found_there(passage, there):
    """Tell whether a passage has a place in another print; that it is the right one is checked here."""
    found = locate(passage, there.pages, there.boxes, there.flow)
    if found.state is AnchorState.REVIEW:
        return False
    words, before, after = there.flow.context_of(*there.flow.ends_of(found.spans))
    assert bare_text(words) == bare_text(passage.quote)
    assert agree(before, passage.prefix, after, passage.suffix)
    return True


def agree(before, prefix, after, suffix):
    return bare_text(before)[-10:] == bare_text(prefix)[-10:] or bare_text(after)[:10] == bare_text(suffix)[:10]


DUMP = """
import pickle, sys, pymupdf
from griffie.pdf.text import page_text_and_boxes
letters = [[page_text_and_boxes(page) for page in pymupdf.open(path)] for path in sys.argv[2:]]
pickle.dump(letters, open(sys.argv[1], "wb"))
"""


@pytest.mark.skipif(
    "GRIFFIE_OLD_MUPDF" not in os.environ, reason="GRIFFIE_OLD_MUPDF names no Python with an older PyMuPDF"
)
def test_a_thousand_passages_are_found_again_over_versions_of_the_extractor(tmp_path):
    paths = [str(LETTERS / f"{name}.pdf") for name in names()]
    out = tmp_path / "old.pickle"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    subprocess.run([os.environ["GRIFFIE_OLD_MUPDF"], "-c", DUMP, str(out), *paths], check=True, env=environment)
    old = dict(zip(names(), pickle.loads(out.read_bytes()), strict=True))
    for name, passage in thousand():
        pages, boxes = zip(*old[name], strict=True)
        result = locate(passage, pages, boxes.__getitem__)
        assert result.state is AnchorState.EXACT
        assert places(result.spans) == places(passage.spans)
        now = letter(name)
        stored = type(passage)(passage.quote, passage.prefix, passage.suffix, result.spans)
        assert locate(stored, now.pages, now.boxes, now.flow).spans == passage.spans
    assert sys.version_info >= (3, 11)
