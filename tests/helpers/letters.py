"""Small letters composed for the tests, typeset with MuPDF: words where a test puts them, pages turned and cropped."""

import pymupdf

BODY = (
    "Geachte voorzitter,",
    "Ik zal uw Kamer voor het zomerreces informeren over de uitkomst",
    "van het overleg met de gemeenten. De motie van het lid Brouwers",
    "(Kamerstuk 36 112, nr. 38) beschouw ik hiermee als afgedaan. Uiter-",
    "lijk op 1 oktober 2026 stuur ik uw Kamer het eindverslag toe.",
    "De commissie heeft mij verzocht om een overzicht van de pilots.",
)
HEAD = (
    "Vergaderjaar 2025-2026",
    "36 112 Toegankelijke dienstverlening",
    "Nr. 47 BRIEF VAN DE MINISTER VAN FINANCIËN",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
    "Den Haag, 9 maart 2026",
)
CROP = (18.4, 35.5, 576.8, 806.6)
"""The CropBox of official prints, in a MediaBox of 0 0 595 842."""


def letter_pdf(*, pages=1, rotation=0, cropped=False, extra="", left=90.0):
    """Return the bytes of a letter; every page has the body, the first the head."""
    document = pymupdf.open()
    for index in range(pages):
        page = document.new_page(width=595, height=842)
        y = 100
        for line in HEAD if index == 0 else ():
            page.insert_text((left, y), line, fontsize=11, fontname="tiro")
            y += 22
        for line in (*BODY, *((extra,) if extra else ())):
            page.insert_text((left, y), line, fontsize=11, fontname="tiro")
            y += 15
        page.insert_text((left, 800), f"Tweede Kamer, vergaderjaar 2025-2026, 36 112, nr. 47 {index + 1}", fontsize=8)
        if cropped:
            page.set_cropbox(pymupdf.Rect(*CROP))
        page.set_rotation(rotation)
    return document.tobytes(garbage=3, deflate=True)
