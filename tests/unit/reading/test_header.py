import json
import re
from datetime import date
from pathlib import Path

import pytest

from griffie.domain.kinds import Chamber
from griffie.domain.letter import Dossier, Sender
from griffie.reading.header import Header, read_header
from griffie.reading.header.sheet import unspaced
from tests.unit.reading.composed_pages import compose

LETTERS = Path(__file__).resolve().parents[3] / "../shared/letters"

BODY = [
    (165, 300, "Hierbij informeer ik uw Kamer over de stand van zaken van het beleid, mede naar", 10),
    (165, 312, "aanleiding van de brief van 4 april 2019 (Kamerstuk 31 066, nr. 471) over dit onderwerp.", 10),
]


def printed(*lines, sign=()):
    return [compose(*lines, *BODY, *sign)]


def head(*more):
    return (
        (165, 90, "Tweede Kamer der Staten-Generaal", 10),
        (540, 90, "2", 10),
        (165, 110, "Vergaderjaar 2015–2016", 10),
        *more,
    )


def column_head():
    """The Kamerstuk as it is really printed: numbers in the left margin, titles in the text column."""
    return head(
        (57, 150, "29 344", 10),
        (165, 150, "Terugkeerbeleid", 10),
        (57, 170, "32 317", 10),
        (165, 170, "JBZ-Raad en vreemdelingen, asiel en mi-", 10),
        (165, 182, "gratie", 10),
        (57, 210, "Nr. 131", 10),
        (165, 210, "BRIEF VAN DE STAATSSECRETARIS VAN VEILIGHEID EN", 10),
        (165, 222, "JUSTITIE", 10),
        (165, 245, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", 10),
        (165, 265, "Den Haag, 12 augustus 2016", 10),
        (57, 780, "kst-29344-131", 7),
        (57, 788, "ISSN 0921 - 7371", 7),
    )


SIGNED = ((165, 700, "De Staatssecretaris van Veiligheid en Justitie, K.H.D.M. Dijkhoff", 10),)


def test_a_printed_paper_with_numbers_in_the_margin_is_read_whole(ministries):
    header = read_header(printed(*column_head(), sign=SIGNED), ministries)
    assert header.date == date(2016, 8, 12)
    assert header.chamber is Chamber.TK
    assert header.dossiers == (Dossier("29344"), Dossier("32317"))
    assert header.paper_number == "131"
    assert header.sender == "Staatssecretaris van Veiligheid en Justitie"
    assert header.senders == (Sender("Staatssecretaris van Veiligheid en Justitie", "VenJ", "K.H.D.M. Dijkhoff"),)
    assert header.signatory == "K.H.D.M. Dijkhoff"
    assert header.subject == "Terugkeerbeleid"
    assert header.letter_kind == "Brief regering"
    assert not header.reprint


def test_every_field_that_was_found_says_where_it_was_read(ministries):
    pages = printed(*column_head(), sign=SIGNED)
    header = read_header(pages, ministries)
    read = {
        name: "|".join(pages[place.page_index].stripped[place.start : place.end] for place in places)
        for name, places in header.places.items()
    }
    assert read["date"] == "DenHaag,12augustus2016"
    assert read["dossiers"] == "29344|32317"
    assert read["paper_number"] == "131"
    assert read["subject"] == "Terugkeerbeleid"
    assert read["signatory"] == "K.H.D.M.Dijkhoff"
    assert read["senders"] == "BRIEFVANDESTAATSSECRETARISVANVEILIGHEIDEN|JUSTITIE"
    assert "VoorzittervandeTweedeKamer" in read["chamber"]


def test_without_dossiers_in_the_head_the_foot_of_the_page_is_read(ministries):
    lines = [line for line in column_head() if line[1] not in (150, 170, 182)]
    assert read_header(printed(*lines), ministries).dossiers == (Dossier("29344"),)
    running = [line for line in lines if line[1] < 700]
    foot = (165, 800, "Tweede Kamer, vergaderjaar 2015–2016, 34 475 VI, nr. 131", 8)
    assert read_header(printed(*running, foot), ministries).dossiers == (Dossier("34475", "VI"),)


@pytest.mark.parametrize(
    ("line", "dossier", "title"),
    [
        (
            "21 501–07 Raad voor Economische en Financiële Zaken",
            "21501-07",
            "Raad voor Economische en Financiële Zaken",
        ),
        ("33 400 VI Vaststelling van de begrotingsstaten", "33400-VI", "Vaststelling van de begrotingsstaten"),
        ("36 600 IXB Vaststelling van de begrotingsstaten", "36600-IXB", "Vaststelling van de begrotingsstaten"),
        ("36 600 B Vaststelling van de begrotingsstaat", "36600-B", "Vaststelling van de begrotingsstaat"),
        ("34 356 (R2064) Wijziging van de Paspoortwet", "34356", "Wijziging van de Paspoortwet"),
        ("36 045 Situatie in de Oekraïne", "36045", "Situatie in de Oekraïne"),
        ("29\u00a0398 Maatregelen verkeersveiligheid", "29398", "Maatregelen verkeersveiligheid"),
    ],
)
def test_the_number_of_a_dossier_ends_where_its_title_begins(ministries, line, dossier, title):
    lines = head((165, 150, line, 10), (165, 170, "Nr. 5 BRIEF VAN DE MINISTER VAN FINANCIËN", 10))
    header = read_header(printed(*lines), ministries)
    assert [str(one) for one in header.dossiers] == [dossier]
    assert header.subject == title


def test_a_title_over_several_lines_is_one_subject(ministries):
    lines = head(
        (165, 150, "33 978 Wijziging van de Wet normering publieke en se-", 10),
        (165, 162, "mipublieke sector (Wet verlaging) voor het jaar", 10),
        (165, 174, "2013", 10),
        (165, 200, "Nr. 5 BRIEF VAN DE MINISTER VAN FINANCIËN", 10),
    )
    header = read_header(printed(*lines), ministries)
    expected = "Wijziging van de Wet normering publieke en semipublieke sector (Wet verlaging) voor het jaar 2013"
    assert header.subject == expected


@pytest.mark.parametrize(
    ("heading", "number", "sender", "senders"),
    [
        ("Nr. 9 BRIEF VAN DE MINISTER VAN VWS", "9", "Minister van VWS", ["Minister van VWS"]),
        ("Nr. 9 HERDRUK1 BRIEF VAN DE MINISTER VAN DEFENSIE", "9", "Minister van Defensie", ["Minister van Defensie"]),
        (
            "Nr. 9 BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE",
            "9",
            "Ministers van Buitenlandse Zaken en van Defensie",
            ["Minister van Buitenlandse Zaken", "Minister van Defensie"],
        ),
        (
            "AE BRIEF VAN DE MINISTER EN STAATSSECRETARIS VAN FINANCIËN",
            "AE",
            "Minister en Staatssecretaris van Financiën",
            ["Minister van Financiën", "Staatssecretaris van Financiën"],
        ),
        (
            "K BRIEF VAN DE MINISTER VAN VWS, DE STAATSSECRETARIS VAN LNV EN DE MINISTER VAN VROM",
            "K",
            "Minister van VWS, de Staatssecretaris van LNV en de Minister van VROM",
            ["Minister van VWS", "Staatssecretaris van LNV", "Minister van VROM"],
        ),
        (
            "Nr. 9 BRIEF VAN DE MINISTER-PRESIDENT, MINISTER VAN ALGEMENE ZAKEN",
            "9",
            "Minister-President, Minister van Algemene Zaken",
            ["Minister-President, Minister van Algemene Zaken"],
        ),
        ("Nr. 9 BRIEF VAN HET PRESIDIUM", "9", "Presidium", ["Presidium"]),
        (
            "Nr. 9 BRIEF VAN DE MINISTER VAN VOLKSGEZONDHEID, WELZIJN EN SPORT",
            "9",
            "Minister van Volksgezondheid, Welzijn en Sport",
            ["Minister van Volksgezondheid, Welzijn en Sport"],
        ),
    ],
)
def test_the_heading_names_the_senders(ministries, heading, number, sender, senders):
    header = read_header(printed(*head((165, 150, "31 066 Belastingdienst", 10), (165, 170, heading, 10))), ministries)
    assert header.paper_number == number
    assert header.sender == sender
    assert [one.function for one in header.senders] == senders
    assert header.reprint == ("HERDRUK" in heading)


def test_a_heading_whose_number_stands_on_a_line_of_its_own(ministries):
    lines = head(
        (165, 150, "33 820", 10),
        (165, 165, "Evaluatie Wet op de inlichtingendiensten", 10),
        (165, 185, "Nr. 2", 10),
        (165, 197, "BRIEF VAN DE MINISTER VAN DEFENSIE", 10),
        (165, 220, "Den Haag, 11 maart 2014", 10),
    )
    header = read_header(printed(*lines), ministries)
    assert (header.paper_number, header.sender, header.subject, header.date) == (
        "2",
        "Minister van Defensie",
        "Evaluatie Wet op de inlichtingendiensten",
        date(2014, 3, 11),
    )


def test_a_reference_column_beside_the_printed_head_is_no_part_of_it(ministries):
    lines = (*column_head(), (480, 182, "Ons kenmerk", 7), (480, 210, "IENM/BSK-2016/0131", 7), (480, 222, "-", 7))
    header = read_header(printed(*lines), ministries)
    assert header.sender == "Staatssecretaris van Veiligheid en Justitie"
    assert header.subject == "Terugkeerbeleid"


def test_a_word_broken_in_the_heading_is_whole_again(ministries):
    lines = head(
        (165, 150, "36 045 Situatie in de Oekraïne", 10),
        (165, 170, "Nr. 9 BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DE-", 10),
        (165, 182, "FENSIE", 10),
    )
    assert read_header(printed(*lines), ministries).sender == "Ministers van Buitenlandse Zaken en van Defensie"


def test_a_report_of_a_committee_gives_its_kind_and_day(ministries):
    lines = head(
        (165, 150, "35 510 Parlementaire ondervraging kinderopvangtoeslag", 10),
        (165, 170, "Nr. 130 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", 10),
        (165, 190, "Vastgesteld 25 mei 2023", 10),
    )
    header = read_header(printed(*lines), ministries)
    assert header.letter_kind == "Verslag van een schriftelijk overleg"
    assert (header.date, header.paper_number) == (date(2023, 5, 25), "130")


def ministry(*more, sign=((80, 700, "De Minister van Defensie,"), (80, 760, "E. van Middelkoop")), column=True):
    reference = (
        (467, 154, "Ministerie van Defensie", 6.8),
        (467, 224, "Ons kenmerk", 6.8),
        (467, 233, "BS/2008014684", 6.8),
        (467, 247, "Uw kenmerk", 6.8),
        (467, 256, "2008Z09417/2008D12345", 6.8),
    )
    return [
        compose(
            *(reference if column else ()),
            (80, 134, "> Retouradres Postbus 20701 2500 ES Den Haag", 6.8),
            (80, 155, "De voorzitter van de Tweede Kamer"),
            (80, 167, "der Staten-Generaal"),
            (80, 179, "2500 EA DEN HAAG"),
            *more,
            (80, 378, "Geachte voorzitter,"),
            (80, 402, "Op 14 mei 2007 heeft uw Kamer mij gevraagd naar de stand van zaken (2007Z00001)."),
            *sign,
        )
    ]


DATED = ((80, 300, "Datum"), (142, 300, "18 oktober 2008"))
TITLED = ((80, 312, "Betreft"), (142, 312, "Verzamelbrief personeel"))


def test_a_letter_of_a_ministry_is_read_with_its_reference_column(ministries):
    header = read_header(ministry(*DATED, *TITLED), ministries)
    assert header.date == date(2008, 10, 18)
    assert header.subject == "Verzamelbrief personeel"
    assert header.reference == "BS/2008014684"
    assert (header.case_number, header.document_number) == ("2008Z09417", "2008D12345")
    assert header.chamber is Chamber.TK
    assert header.senders == (Sender("Minister van Defensie", "DEF", "E. van Middelkoop"),)
    assert header.letter_kind == "Verzamelbrief"
    assert (header.dossiers, header.paper_number) == ((), "")


@pytest.mark.parametrize(
    "lines",
    [
        ((80, 300, "Datum 18 oktober 2008"), (80, 312, "Onderwerp Verzamelbrief personeel")),
        ((80, 300, "Datum: 18-10-2008"), (80, 312, "Betreft: Verzamelbrief personeel")),
        (
            (80, 300, "D a t u m"),
            (142, 300, "1 8 oktober 2 008"),
            (80, 312, "Onderwerp"),
            (142, 312, "V erzamelbrief personeel"),
        ),
        (
            (80, 300, "Datum"),
            (80, 311, "18 oktober 2008"),
            (80, 330, "Onderwerp"),
            (80, 341, "Verzamelbrief personeel"),
        ),
        ((80, 250, "Den Haag, 18 oktober 2008"), (80, 312, "Betreft: Verzamelbrief"), (80, 323, "personeel")),
        (
            (467, 300, "Datum", 6.8),
            (467, 309, "18 oktober 2008", 6.8),
            *TITLED[:1],
            (142, 312, "Verzamelbrief"),
            (142, 323, "personeel"),
        ),
        (
            (80, 300, "Datum"),
            (200, 300, "Betreft"),
            (80, 311, "18 oktober 2008"),
            (200, 311, "Verzamelbrief personeel"),
        ),
    ],
)
def test_values_stand_behind_beside_or_below_their_labels(ministries, lines):
    header = read_header(ministry(*lines), ministries)
    assert (header.date, header.subject) == (date(2008, 10, 18), "Verzamelbrief personeel")


def test_a_date_that_is_not_printed_out_is_no_date(ministries):
    assert read_header(ministry((80, 300, "Datum"), (142, 300, "vandaag"), *TITLED), ministries).date is None


def test_the_text_right_below_the_subject_is_not_part_of_it(ministries):
    page = compose(
        (80, 145, "Aan de Voorzitter van de Eerste Kamer"),
        (80, 157, "der Staten-Generaal"),
        (80, 286, "Datum 1 maart 2011"),
        (80, 298, "Onderwerp Draagmoederschap"),
        (80, 322, "Draagmoederschap is een complex onderwerp waar velen zich bij betrokken voelen."),
    )
    header = read_header([page], ministries)
    assert (header.subject, header.chamber) == ("Draagmoederschap", Chamber.EK)


@pytest.mark.parametrize(
    "sign",
    [
        ((80, 700, "DE MINISTER VAN DEFENSIE,"), (80, 760, "E. van Middelkoop")),
        ((80, 700, "de minister van Defensie,"), (80, 712, "namens deze,"), (80, 760, "E. van Middelkoop")),
        (
            (80, 680, "Mede namens de"),
            (80, 692, "Minister van Financiën,"),
            (80, 740, "De Minister van Defensie,"),
            (80, 780, "E. van Middelkoop"),
        ),
        ((80, 700, "De Minister van Defensie, E. van Middelkoop"),),
        ((80, 700, "De Minister van Defensie, E. van"), (80, 712, "Middelkoop")),
    ],
)
def test_the_signature_is_found_however_it_is_set(ministries, sign):
    header = read_header(ministry(*DATED, sign=sign), ministries)
    assert header.senders == (Sender("Minister van Defensie", "DEF", "E. van Middelkoop"),)


def test_two_who_sign_side_by_side_are_two_senders(ministries):
    sign = (
        (80, 700, "De Minister van Sociale Zaken"),
        (300, 700, "De Staatssecretaris van Financiën,"),
        (80, 712, "en Werkgelegenheid,"),
        (80, 760, "L.F. Asscher"),
        (300, 760, "Eric Wiebes"),
    )
    header = read_header(ministry(*DATED, sign=sign), ministries)
    assert header.senders == (
        Sender("Minister van Sociale Zaken en Werkgelegenheid", "SZW", "L.F. Asscher"),
        Sender("Staatssecretaris van Financiën", "FIN", "Eric Wiebes"),
    )
    assert header.signatory == "L.F. Asscher"


@pytest.mark.parametrize(
    "name",
    [
        "K.H.D.M. Dijkhoff",
        "E.Th. van Oldenborgh",
        "D. Yeşilgöz-Zegerius",
        "C.J.M. Holtrop-van Gelre",
        "Mark Harbers",
        "Ingrid van Engelshoven",
        "R.H. Quarles van Wijhe",
        "Ph. Rösler",
        "B. van ’t Slot",
        "drs. M.C.G. Keijzer",
        "A.Th.B. Bijleveld-Schouten",
    ],
)
def test_names_of_every_make_are_signatures(ministries, name):
    sign = ((80, 700, "De Minister van Onderwijs,"), (80, 712, "Cultuur en Wetenschap,"), (80, 760, name))
    header = read_header(ministry(*DATED, sign=sign), ministries)
    assert header.senders == (Sender("Minister van Onderwijs, Cultuur en Wetenschap", "OCW", name),)


def test_a_portfolio_below_the_function_is_not_part_of_it(ministries):
    sign = (
        (80, 700, "De staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties"),
        (80, 712, "Koninkrijksrelaties en Digitalisering"),
        (80, 760, "F.A.M. Coppée"),
    )
    header = read_header(ministry(*DATED, sign=sign), ministries)
    assert header.sender == "Staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties"
    assert header.signatory == "F.A.M. Coppée"


def test_a_minister_in_the_text_is_no_signature(ministries):
    sign = (
        (80, 500, "minister van Financiën, met wie ik hierover overleg voer, heeft laten weten dat de"),
        (80, 512, "Belastingdienst Meewerkt aan"),
        (80, 700, "De Minister van Defensie,"),
        (80, 760, "E. van Middelkoop"),
    )
    header = read_header(ministry(*DATED, sign=sign), ministries)
    assert [one.person for one in header.senders] == ["E. van Middelkoop"]


def test_a_name_may_stand_on_top_of_the_next_page(ministries):
    first = ministry(*DATED, sign=((80, 780, "De Minister van Defensie,"),))
    pages = [*first, compose((80, 60, "E. van Middelkoop"), page_index=1)]
    header = read_header(pages, ministries)
    assert header.signatory == "E. van Middelkoop"
    assert header.places["signatory"][0].page_index == 1


def test_a_letter_to_both_chambers_says_so(ministries):
    page = compose(
        (80, 145, "Aan de Voorzitters van de Eerste en van de Tweede Kamer"), (80, 157, "der Staten-Generaal")
    )
    assert read_header([page], ministries).chamber is Chamber.BOTH


def test_a_letter_without_text_or_head_gives_an_empty_header(ministries):
    assert read_header([], ministries) == Header()
    assert read_header([compose()], ministries) == Header()
    assert read_header([compose((80, 100, "Notulen van de vergadering"))], ministries) == Header()


def test_without_the_table_of_ministries_the_rest_is_read_all_the_same():
    header = read_header(printed(*column_head(), sign=SIGNED))
    assert header.senders == (Sender("Staatssecretaris van Veiligheid en Justitie", "", "K.H.D.M. Dijkhoff"),)
    assert header.date == date(2016, 8, 12)


@pytest.mark.parametrize(
    ("printed_text", "read"),
    [
        ("P agina 1 van 7", "Pagina 1 van 7"),
        ("T oezegging  en motie", "Toezegging en motie"),
        ("D a t u m", "Datum"),
        ("D e  M i n i s t e r", "De Minister"),
        ("Bijlage B en C", "Bijlage B en C"),
        ("U wordt geïnformeerd", "U wordt geïnformeerd"),
    ],
)
def test_wide_set_words_are_whole_again(printed_text, read):
    assert unspaced(printed_text) == read


@pytest.mark.skipif(not LETTERS.is_dir(), reason="the labelled letters are not here")
def test_the_headers_of_the_labelled_letters_are_right(ministries):
    pymupdf = pytest.importorskip("pymupdf")
    from griffie.pdf.text import page_text

    right = of = 0
    for label in sorted(LETTERS.glob("*.json")):
        with pymupdf.open(label.with_suffix(".pdf")) as document:
            header = read_header([page_text(page) for page in document], ministries)
        found = {
            "date": header.date.isoformat() if header.date else None,
            "sender": header.sender or None,
            "signatory": header.signatory or None,
            "chamber": header.chamber.value if header.chamber else None,
            "dossiers": [str(dossier) for dossier in header.dossiers],
            "number": header.paper_number or None,
            "subject": header.subject or None,
        }
        labels = json.loads(label.read_text(encoding="utf-8"))["letter"]
        right += sum(_same(found[name], value) for name, value in labels.items())
        of += len(labels)
    assert right / of >= 0.97


def _same(found, label):
    def norm(value):
        return re.sub(r"[\s.]+", " ", value).strip().casefold() if isinstance(value, str) else value

    return norm(found) == norm(label)


def test_a_name_alone_under_the_closing_words_is_the_signatory(ministries):
    sign = ((80, 700, "Hoogachtend,"), (80, 760, "E.D. Wijnberg"))
    header = read_header(ministry(*DATED, sign=sign), ministries)
    assert (header.signatory, header.sender) == ("E.D. Wijnberg", "")


def test_academic_titles_are_no_part_of_a_name(ministries):
    sign = ((80, 700, "De Minister van Defensie,"), (80, 760, "mr. drs. E. van Middelkoop"))
    assert read_header(ministry(*DATED, sign=sign), ministries).signatory == "E. van Middelkoop"


def test_first_names_and_initials_are_one_name(ministries):
    sign = ((80, 700, "DE MINISTER VAN DEFENSIE,"), (80, 760, "Mona C.H. ter Braak"))
    assert read_header(ministry(*DATED, sign=sign), ministries).signatory == "Mona C.H. ter Braak"


def test_the_prime_minister_signs_in_one_function_on_two_lines(ministries):
    sign = (
        (80, 700, "DE MINISTER-PRESIDENT,"),
        (80, 712, "Minister van Algemene Zaken,"),
        (80, 760, "F.W. Boreel van Hogelande"),
    )
    header = read_header(ministry(*DATED, sign=sign), ministries)
    assert header.sender == "Minister-President, Minister van Algemene Zaken"


def test_a_session_year_that_is_not_printed_follows_from_the_date(ministries):
    assert read_header(ministry((80, 200, "Datum 15 september 2015")), ministries).session_year == "2015-2016"
    assert read_header(ministry((80, 200, "Datum 14 september 2015")), ministries).session_year == "2014-2015"


def test_a_name_may_stand_right_above_the_function(ministries):
    sign = ((80, 700, "E.D. Wijnberg"), (80, 711, "Minister van Economische Zaken en Klimaat"))
    header = read_header(ministry((80, 200, "Datum 15 september 2019"), sign=sign), ministries)
    assert (header.signatory, header.sender) == ("E.D. Wijnberg", "Minister van Economische Zaken en Klimaat")
