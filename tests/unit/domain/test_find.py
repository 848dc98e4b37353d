"""Finding words in a letter as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.domain.find import Finder, find_all, fold, query_of
from tests.unit.domain.drawn import Drawn, line, paragraph


def letter():
    first = [
        *paragraph(
            80,
            100,
            "De oﬃciële brief aan de Kamer gaat over «Reïntegratie».",
            "Hij noemt de weerbar-",
            "stigheid van drone-",
            "exploitanten en de in- en uitvoer van het",
        ),
        line(80, 700, "1 Kamerstuk 28 844, nr. 266.", 8),
        line(80, 800, "Tweede Kamer, nr. 131", 8),
    ]
    second = [
        *paragraph(80, 100, "zomerreces. Officiële stukken en offi\u00adciële brieven."),
        line(80, 800, "Tweede Kamer, nr. 131", 8),
    ]
    return Drawn(first, second)


def hits(found, query, **more):
    return [found.flow.text(*ends) for ends in find_all(found.flow, query, **more)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("officiele", ["oﬃciële", "Officiële", "officiële"]),
        ("REINTEGRATIE", ["Reïntegratie"]),
        ("weerbarstigheid", ["weerbarstigheid"]),
        ("weerbar-stigheid", ["weerbarstigheid"]),
        ("drone-exploitanten", ["drone-exploitanten"]),
        ("droneexploitanten", ["drone-exploitanten"]),
        ("in- en uitvoer", ["in- en uitvoer"]),
        ("  van   drone-exploitanten\nen ", ["van drone-exploitanten en"]),
        ('"reïntegratie"', ["«Reïntegratie»"]),
        ("uitvoer van het zomerreces. off", ["uitvoer van het zomerreces. Off"]),
        ("tweede kamer, nr. 131", ["Tweede Kamer, nr. 131"] * 2),
        ("28 844", ["28 844"]),
        ("staten", []),
        ("een (zaak", []),
    ],
)
def test_words_are_found_however_they_are_set(query, expected):
    assert hits(letter(), query) == expected


def test_case_counts_when_asked_for():
    assert hits(letter(), "Officiële", match_case=True) == ["Officiële"]
    assert hits(letter(), "oﬃciele", match_case=True) == ["oﬃciële", "officiële"]


@pytest.mark.parametrize("nothing", ["", "   ", "\n", "\u00ad"])
def test_nothing_is_found_for_nothing(nothing):
    assert query_of(nothing) is None
    assert find_all(letter().flow, nothing) == []


def test_hits_come_in_reading_order_and_page_by_page():
    found = letter()
    every = find_all(found.flow, "e")
    assert every == sorted(every)
    finder, query = Finder(found.flow), query_of("e")
    assert [ends for index in range(2) for ends in finder.on_page(query, index)] == every


def test_a_word_broken_over_the_page_end_is_found_once():
    pages = Drawn(paragraph(80, 100, "Over de weerbar-"), paragraph(80, 100, "stigheid van beleid."))
    (ends,) = find_all(pages.flow, "weerbarstigheid")
    assert (ends[0].page_index, ends[1].page_index) == (0, 1)
    assert hits(pages, "weerbar-stigheid") == ["weerbarstigheid"]
    assert hits(pages, "beleid") == ["beleid"]


def test_hits_can_be_painted():
    found = letter()
    (ends,) = find_all(found.flow, "weerbarstigheid")
    assert len(found.flow.quads(*ends, 0, found.boxes(0))) == 2


@given(st.text(max_size=30), st.booleans())
def test_any_text_finds_itself(text, match_case):
    page = Drawn([line(80, 100, text)])
    query = query_of(text, match_case=match_case)
    if query is not None and len(page.flow.text(*page.flow.line(page.flow.caret_at(0, 0, 0, None)))):
        assert find_all(page.flow, text, match_case=match_case)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
