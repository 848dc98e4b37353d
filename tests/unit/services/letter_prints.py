"""One letter in two layouts: as a ministry prints it, and as the Chamber prints it days later."""

import pymupdf

PARAGRAPHS = (
    "Geachte voorzitter,",
    "In het commissiedebat van 4 februari 2026 heb ik uw Kamer toegezegd terug te komen op de uitvoering van de "
    "regeling voor windmolens op zee. Met deze brief geef ik daaraan gevolg.",
    "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitkomsten van het onderzoek naar de uitvoering van "
    "de regeling, en daarbij in te gaan op de gevolgen voor de visserij en de scheepvaart.",
    "De motie van het lid Azmani over een onafhankelijke toets beschouw ik hiermee als uitgevoerd. Het rapport van "
    "de onafhankelijke commissie treft u als bijlage aan.",
    "Voor het overige verwijs ik naar de jaarlijkse rapportage, die ik uw Kamer in het najaar zal sturen.",
)
PROMISE = "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitkomsten van het onderzoek"
MOTION = "De motie van het lid Azmani over een onafhankelijke toets"


def ministry_print(paragraphs=PARAGRAPHS, subject="Uitvoering regeling windmolens"):
    """A4, one column of 380 points, facts in labels above."""
    head = ("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "Datum 12 maart 2026", f"Betreft {subject}")
    foot = "De Minister van Klimaat en Groene Groei, S. Winter"
    return _print(head, (*paragraphs, foot), 380, 11)


def chamber_print(paragraphs=PARAGRAPHS):
    """Narrower and smaller, so that every line breaks elsewhere, with a dossier and a number above."""
    head = (
        "Tweede Kamer der Staten-Generaal",
        "Vergaderjaar 2025-2026",
        "33 561 Structuurvisie Windenergie op Zee",
        "Nr. 61 BRIEF VAN DE MINISTER VAN KLIMAAT EN GROENE GROEI",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Den Haag, 12 maart 2026",
    )
    return _print(head, (*paragraphs, "De Minister van Klimaat en Groene Groei, S. Winter"), 300, 9.5)


def _print(head, paragraphs, width, size):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    top = 60.0
    for line in head:
        page.insert_text((90, top), line, fontsize=size)
        top += size * 1.6
    top += 20
    for paragraph in paragraphs:
        left = page.insert_textbox((90, top, 90 + width, 800), paragraph, fontsize=size)
        top += (800 - top) - left + size
    return document.tobytes()


def covering_note(words):
    """A PDF of one page with a few words of its own."""
    document = pymupdf.open()
    document.new_page().insert_text((72, 100), words)
    return document.tobytes()


def locked_print(password):
    document = pymupdf.open("pdf", covering_note("geheim"))
    return document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password, owner_pw=password)
