"""How lines become the text that a person reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.domain.clean import clean_line, clean_lines
from griffie.domain.page import IGNORED, strip_text


def never(word):
    return False


def joined(*lines, occurs=never, repair=None):
    return clean_lines(lines, 0, occurs, repair).text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("de weerbar-", "stigheid van", "de weerbarstigheid van"),
        ("de wet- ", "en regelgeving", "de wet- en regelgeving"),
        ("de in-", "en uitvoer", "de in- en uitvoer"),
        ("een boven-", "of ondergrens", "een boven- of ondergrens"),
        ("tegen het EU-", "recht in", "tegen het EU-recht in"),
        ("de F-", "16 vliegt", "de F-16 vliegt"),
        ("artikel 20-", "verbod", "artikel 20-verbod"),
        ("in Noord-", "Holland", "in Noord-Holland"),
        ("een e-", "mail", "een e-mail"),
        ("voor drone-", "exploitanten.", "voor drone-exploitanten."),
        ("het financi-", "eel kader", "het financieel kader"),
        ("heeft be-", "ïnvloed", "heeft beïnvloed"),
        ("alles up-to-", "date houden", "alles up-to-date houden"),
        ("de niet-", "ingezetenen", "de niet-ingezetenen"),
        ("de ggz-", "instelling", "de ggz-instelling"),
        ("BINNENLANDSE ZAKEN EN KONINK-", "RIJKSRELATIES", "BINNENLANDSE ZAKEN EN KONINKRIJKSRELATIES"),
        ("de NAVO-", "EU verklaring", "de NAVO-EU verklaring"),
        (
            "zie https://nos.nl/artikel/2510977-kritiek-op-",
            "besluit",
            "zie https://nos.nl/artikel/2510977-kritiek-op-besluit",
        ),
        ("zie https://", "www.movisie.nl/x", "zie https://www.movisie.nl/x"),
        ("Nederland/", "België", "Nederland/België"),
        ("in 2016–", "2017", "in 2016–2017"),
        ("dat – naar ik meen –", "niet", "dat – naar ik meen – niet"),
        ("een gewone", "regel", "een gewone regel"),
        ("een streepje -", "los", "een streepje - los"),
        ("offi\u00ad", "cieel", "officieel"),
        ("de «", "Minister»", "de « Minister»"),
    ],
)
def test_two_lines_are_joined_as_a_person_reads_them(before, after, expected):
    assert joined(before, after) == expected


def test_a_word_written_elsewhere_decides_for_or_against_its_hyphen():
    assert joined("het Commissie-", "voorstel", occurs=lambda w: w == "commissie-voorstel").endswith(
        "Commissie-voorstel"
    )
    assert joined("voor drone-", "exploitanten", occurs=lambda w: w == "droneexploitanten").endswith(
        "droneexploitanten"
    )


def test_spaces_are_made_one_and_marks_that_do_not_count_go():
    assert clean_line("  de \u00a0 minister\t zegt\u200b toe ") == "de minister zegt toe"
    assert joined("een", "   ", "twee") == "een twee"


def test_a_repair_of_spaces_is_applied_before_joining():
    assert (
        joined("Kamers tuk 3 6200", repair=lambda text: text.replace("Kamers tuk 3 6200", "Kamerstuk 36200"))
        == "Kamerstuk 36200"
    )


LINES = st.lists(st.text(alphabet="ab C1-/.–\u00ad\u200b\u00a0", max_size=12), max_size=6)


@given(LINES, st.integers(0, 1000))
def test_every_clean_character_knows_its_place(lines, first):
    clean = clean_lines(lines, first, never)
    stripped = "".join(strip_text(line) for line in lines)
    assert len(clean.positions) == len(clean.text) + 1
    assert list(clean.positions) == sorted(clean.positions)
    assert clean.positions[-1] == first + len(stripped)
    for letter, position in zip(clean.text, clean.positions, strict=False):
        assert letter == " " or stripped[position - first] == letter
    assert "  " not in clean.text
    assert not set(clean.text) & IGNORED


@given(LINES)
def test_nothing_but_line_end_hyphens_is_lost(lines):
    clean = clean_lines(lines, 0, never)
    stripped = "".join(strip_text(line) for line in lines)
    assert clean.text.replace(" ", "").replace("-", "") == stripped.replace("-", "")
    assert all(0 <= at < len(clean.text) for at in clean.hyphens)
