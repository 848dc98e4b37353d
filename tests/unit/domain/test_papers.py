import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.base.errors import InvalidValueError
from griffie.domain.letter import Dossier
from griffie.domain.numbers import normal_number
from griffie.domain.papers import (
    Paper,
    address_of,
    parse_dossier,
    parse_dossiers,
    parse_paper,
    parse_papers,
    split_paper,
)

CHAPTERS = ["I", "IIA", "IIB", "III", "IV", "V", "VI", "VII", "VIII", "IXA", "IXB", "X", "XIV", "XVI", "XX", "XXIII"]
SUFFIXES = st.sampled_from(["", *CHAPTERS, *"ABCFHJK"])
DOSSIERS = st.builds(Dossier, st.integers(10_000, 69_999).map(str), SUFFIXES) | st.builds(
    Dossier, st.just("21501"), st.integers(1, 50).map("{:02}".format)
)
NUMBERS = st.integers(1, 4000).map(str) | st.from_regex("[A-Z]{1,2}", fullmatch=True)
PAPERS = st.builds(Paper, st.lists(DOSSIERS, min_size=1, max_size=3, unique=True).map(tuple), NUMBERS)


@pytest.mark.parametrize(
    ("text", "dossier"),
    [
        ("29344", "29344"),
        ("29 344", "29344"),
        ("29.344", "29344"),
        ("29\u00a0344", "29344"),
        ("29\u2009344", "29344"),
        ("29\u202f344", "29344"),
        ("(33.344)", "33344"),
        ("dossier 29 344", "29344"),
        ("34475-VI", "34475-VI"),
        ("34 475 vi", "34475-VI"),
        ("34.475VI", "34475-VI"),
        ("31700.VIII", "31700-VIII"),
        ("31-700 XII", "31700-XII"),
        ("31 700-IIB", "31700-IIB"),
        ("36 600 (VI)", "36600-VI"),
        ("19 700 hoofdstuk XV", "19700-XV"),
        ("36 600 B", "36600-B"),
        ("21 501–07", "21501-07"),
        ("34 356 (R2064)", "34356"),
        ("23908-(R1519)", "23908"),
        ("CXXIV", "CXXIV"),
    ],
)
def test_a_dossier_may_be_typed_in_every_printed_form(text, dossier):
    assert str(parse_dossier(text)) == dossier


@pytest.mark.parametrize("text", ["", "VI", "1234", "123456", "foo", "29344 nr. 5", "35510-21", "kst-1158283", "2934٤"])
def test_what_is_no_dossier_is_refused_with_a_hint(text):
    with pytest.raises(InvalidValueError) as refusal:
        parse_dossier(text)
    assert refusal.value.advice


@pytest.mark.parametrize(
    ("text", "dossiers"),
    [
        ("26 643; 32 761", "26643 32761"),
        ("26 643, 32 761", "26643 32761"),
        ("26643\n32761", "26643 32761"),
        ("35925 VII / 35925 IV", "35925-VII 35925-IV"),
        ("36 600 VI en VII", "36600-VI 36600-VII"),
        ("29344; 29 344", "29344"),
        (" ; ", ""),
    ],
)
def test_dossiers_may_be_listed_with_any_usual_sign_between(text, dossiers):
    assert " ".join(map(str, parse_dossiers(text))) == dossiers


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Kamerstuk 34 475-VI, nr. 6", "34475-VI-6"),
        ("Kamerstukken II 2016/17, 31 568, nr. 178", "31568-178"),
        ("Kamerstukken II, 2022-2023, 29665, nr. 482", "29665-482"),
        ("Kamerstukken II 2009/10, 27858, nr. 88, p. 3", "27858-88"),
        ("Kamerstukken I 2008/09, 31700 VI, D, p. 4", "31700-VI-D"),
        ("Kamerstuk II 28286, nr. 1056", "28286-1056"),
        ("TK 2008-2009, 31473, nummer 25", "31473-25"),
        ("Kst. 36 725, nr. 29.", "36725-29"),
        ("kst-26643-144", "26643-144"),
        ("kst-26643-144-h1", "26643-144"),
        ("kst-21501-33-226", "21501-33-226"),
        ("kst-cxxiv-g", "CXXIV-G"),
        ("https://zoek.officielebekendmakingen.nl/kst-36600-B-K.html", "36600-B-K"),
        ("35510-21", "35510-21"),
        ("28286, nr. 1056", "28286-1056"),
        ("(35300-A, nr. 15)", "35300-A-15"),
        ("36 600 B, K", "36600-B-K"),
        ("EK 36 600 B, A", "36600-B-A"),
        ("33328-AI", "33328-AI"),
        ("36836 D", "36836-D"),
        ("36836, CX", "36836-CX"),
        ("21501-02 3174", "21501-02-3174"),
        ("23908-(R1519)-131", "23908-131"),
        ("34 356 (R2064), nr. 3", "34356-3"),
        ("nr. 203(28286)", "28286-203"),
        ("nr. 456 (36800-XVI)", "36800-XVI-456"),
        ("23700, nr. 188b", "23700-188b"),
        ("36222 en 31015, nr. 6", "36222-6"),
        ("35925 VII / 35925 IV, A", "35925-VII-A"),
    ],
)
def test_a_pasted_citation_gives_the_canonical_id(text, paper):
    assert parse_paper(text).id == paper


def test_several_dossiers_of_one_paper_are_all_kept():
    assert parse_paper("36222 en 31015, nr. 6").dossiers == (Dossier("36222"), Dossier("31015"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("29 344, nrs. 130 en 131", ["130", "131"]),
        ("36 062, nrs. 1 - 3", ["1", "2", "3"]),
        ("36 062, nr. 5 t/m 7 en 9", ["5", "6", "7", "9"]),
        ("36 062, nr. 4, 5 en 6", ["4", "5", "6"]),
        ("36 062, nr. 9 - 5", ["9", "5"]),
    ],
)
def test_a_list_of_numbers_gives_each_paper(text, numbers):
    assert [paper.number for paper in parse_papers(text)] == numbers


def test_one_paper_is_asked_for_where_only_one_fits():
    with pytest.raises(InvalidValueError, match="more than one"):
        parse_paper("29 344, nrs. 130 en 131")


@pytest.mark.parametrize(
    "text", ["", "foo", "29344", "34475-VI", "21501-02", "kst-1158283", "29344, nr.", "29344 euro"]
)
def test_what_is_no_paper_is_refused_with_a_hint(text):
    with pytest.raises(InvalidValueError) as refusal:
        parse_paper(text)
    assert refusal.value.advice


@given(PAPERS)
def test_every_paper_is_read_back_as_it_is_cited(paper):
    assert parse_paper(paper.cite()) == paper


@given(DOSSIERS)
def test_every_dossier_is_read_back_as_it_is_shown(dossier):
    assert parse_dossier(str(dossier)) == dossier


@given(st.text(max_size=40) | st.text("kst-0123456789 .,/()nrVIXAB", max_size=40))
def test_any_text_is_a_paper_or_a_clear_refusal(text):
    for parse in (parse_papers, parse_dossier, parse_dossiers, split_paper):
        with contextlib.suppress(InvalidValueError):
            parse(text)


def test_a_citation_pasted_into_one_field_fills_all_three():
    filled = {"dossier": "34475", "suffix": "VI", "paper_number": "6"}
    assert split_paper("Kamerstuk 34 475-VI, nr. 6") == filled
    assert split_paper("34475-VI") == {"dossier": "34475", "suffix": "VI"}
    assert split_paper("36600-B") == {"dossier": "36600", "suffix": "B"}
    assert split_paper("29344") is None
    assert split_paper("foo") is None


def test_the_official_address_leaves_out_what_the_publisher_leaves_out():
    assert (
        address_of(parse_paper("34 356 (R2064), nr. 3")) == "https://zoek.officielebekendmakingen.nl/kst-34356-3.html"
    )
    assert (
        address_of(parse_paper("36 410 VIII, nr. 2")) == "https://zoek.officielebekendmakingen.nl/kst-36410-VIII-2.html"
    )
    assert address_of(parse_paper("CXXIV, G")) == "https://zoek.officielebekendmakingen.nl/kst-cxxiv-g.html"
    assert address_of(Paper((Dossier("29344"),), "")) is None


@pytest.mark.parametrize(
    ("form", "text", "number"),
    [
        ("official", "t01970", "T01970"),
        ("official", "T 1970", "T1970"),
        ("official", "TZ202603-130", "TZ202603-130"),
        ("official", "T Z202309–010", "TZ202309-010"),
        ("document", "2023d05549", "2023D05549"),
        ("case", " 2023Z02406.", "2023Z02406"),
        ("paper_number", "nr. 131", "131"),
        ("paper_number", "007", "7"),
        ("paper_number", "ai", "AI"),
        ("paper_number", "188b", "188b"),
        ("suffix", "hoofdstuk xv", "XV"),
        ("suffix", "02", "02"),
    ],
)
def test_official_numbers_get_one_form(form, text, number):
    assert normal_number(form, text) == number


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("official", "T019701"),
        ("official", "TZ202613-1"),
        ("official", "TZ202603130"),
        ("official", "1970"),
        ("document", "2023Z05549"),
        ("document", "2023D5549"),
        ("case", "2023D02406"),
        ("paper_number", "0"),
        ("paper_number", "12-13"),
        ("suffix", "hoofdstuk"),
    ],
)
def test_a_number_of_another_form_is_refused_with_the_right_one(form, text):
    with pytest.raises(InvalidValueError) as refusal:
        normal_number(form, text)
    assert refusal.value.advice
