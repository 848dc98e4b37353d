"""Makes the PDFs that the window is measured with: a letter of 10 pages and a report of 300. The same at every run.

The report is text; every fifth page has a chart of polylines, every fifth a photograph, every fiftieth a map of 20,000
short lines. `cached(name)` keeps them below build/bench.
"""

import hashlib
import io
import math
import random
from pathlib import Path

import pymupdf

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"letter10": 10, "report300": 300}
A4 = pymupdf.paper_rect("a4")
COLUMN = pymupdf.Rect(70, 70, A4.x1 - 70, A4.y1 - 70)
CSS = "body{font-family:sans-serif;font-size:10pt;line-height:1.35} h1{font-size:14pt} h2{font-size:12pt}"
HEAD = """<p>Vergaderjaar 2025-2026</p><h2>36 112 Voortgang programma, Nr. 47</h2>
<p><b>BRIEF VAN DE STAATSSECRETARIS</b></p><p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p>
<p>Den Haag, 9 maart 2026</p>"""
SENTENCES = (
    "Hierbij stuur ik uw Kamer mijn antwoord op de vragen over de voortgang van het programma.",
    "In het debat heb ik toegezegd uw Kamer voor het zomerreces te informeren over de uitkomst van het onderzoek.",
    "Met deze brief voer ik de motie van het lid Brouwers (Kamerstuk 36 112, nr. 38) uit.",
    "Gemeenten en provincies lopen bij de uitvoering van de regeling tegen knelpunten aan.",
    "In het eerste kwartaal van 2027 stuur ik uw Kamer een overzicht van de stand van zaken.",
    "Het kabinet weegt alle belangen zorgvuldig af, waaronder de bescherming van persoonsgegevens.",
    "Het aantal meldingen daalde van 12.450 naar 9.870, een afname van ruim twintig procent.",
    "De uitvoeringsorganisaties krijgen voldoende tijd om de wijzigingen door te voeren.",
    "De financiële gevolgen staan in de bijlage; de dekking is gevonden binnen de bestaande begroting.",
    "De Algemene Rekenkamer noemt de doelmatigheid van de bestedingen onvoldoende inzichtelijk.",
    "Dit najaar bied ik het wetsvoorstel aan, na het advies van de Raad van State.",
)


def cached(name):
    """Return the path of `letter10` or `report300`; made when it is not there yet."""
    source = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    path = ROOT / "build" / "bench" / f"{name}-{source}.pdf"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        make(unfinished, PAGES[name])
        unfinished.replace(path)
    return path


def make(path, pages):
    """Write a PDF of so many pages; reports, which have pictures, begin at 50."""
    chance = random.Random(pages)
    document = text_document(chance, pages)
    if pages >= 50:
        photograph = picture(chance)
        for number, page in enumerate(document):
            if number % 5 == 2:
                chart(page, number)
            if number % 5 == 4:
                page.insert_image(pymupdf.Rect(150, 500, 450, 700), stream=photograph)
            if number % 50 == 25:
                city_map(page, chance)
    document.save(path, garbage=4, deflate=True)


def text_document(chance, pages):
    """Return a document of full pages of text."""
    document = pymupdf.open()
    while len(document) < pages:
        wanted = min(20, pages - len(document))
        paragraphs = [paragraph(chance, number) for number in range(wanted * 12)]
        head = "<h2>Hoofdstuk</h2>" if len(document) else HEAD
        with typeset(head + "".join(paragraphs), wanted) as chapter:
            document.insert_pdf(chapter)
    return document


def paragraph(chance, number):
    words = " ".join(chance.choice(SENTENCES) for _sentence in range(5))
    return (f"<h2>{number // 4 + 1}. Paragraaf</h2>" if number % 4 == 0 else "") + f"<p>{words}</p>"


def typeset(html, pages):
    story, written = pymupdf.Story(html, user_css=CSS), io.BytesIO()
    writer = pymupdf.DocumentWriter(written)
    for _page in range(pages):
        device = writer.begin_page(A4)
        more, _filled = story.place(COLUMN)
        story.draw(device)
        writer.end_page()
        assert more, "the text is too short for its pages"
    writer.close()
    return pymupdf.open("pdf", written.getvalue())


def chart(page, number):
    """Bars, and 40 curves of 85 points over them."""
    shape = page.new_shape()
    for bar in range(60):
        height = 20 + 80 * abs(math.sin(number + bar / 7))
        shape.draw_rect(pymupdf.Rect(80 + bar * 7, 700 - height, 85 + bar * 7, 700))
        shape.finish(fill=(0.2, 0.4, 0.7), color=None)
    for curve in range(40):
        heights = [60 * abs(math.sin(number * 0.3 + step / 9 + curve / 5)) for step in range(85)]
        shape.draw_polyline([pymupdf.Point(80 + step * 5, 690 - height) for step, height in enumerate(heights)])
        shape.finish(color=(curve / 40, 0.2, 0.3), width=0.5)
    shape.commit()


def city_map(page, chance):
    """400 wandering lines of 50 points."""
    shape = page.new_shape()
    for _line in range(400):
        x, y, points = chance.uniform(80, 500), chance.uniform(100, 750), []
        for _point in range(50):
            x, y = x + chance.uniform(-6, 6), y + chance.uniform(-6, 6)
            points.append(pymupdf.Point(x, y))
        shape.draw_polyline(points)
        shape.finish(color=(chance.random(), chance.random(), chance.random()), width=0.4, closePath=False)
    shape.commit()


def picture(chance, width=900, height=600):
    """Return a JPEG of waves with grain."""
    across = [math.sin(x / 37) for x in range(width)]
    rows = []
    for y in range(height):
        down, grain = 90 * math.cos(y / 53), chance.randbytes(width)
        greys = bytes(int(128 + down * wave) + grain[x] % 14 for x, wave in enumerate(across))
        colours = zip(greys, reversed(greys), (255 - grey for grey in greys), strict=True)
        rows.append(bytes(value for colour in colours for value in colour))
    return pymupdf.Pixmap(pymupdf.csRGB, width, height, b"".join(rows), False).tobytes("jpg", 85)
