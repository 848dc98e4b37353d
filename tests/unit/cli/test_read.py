"""`griffie read`: one letter, no register, one line of JSON."""

import json

import pymupdf
import pytest

from tests.helpers.letters import letter_pdf

LONG = (
    "Ik zal uw Kamer voor het zomerreces informeren over de uitkomst van het overleg met de gemeenten.",
    "Uiterlijk op 1 oktober 2026 stuur ik uw Kamer het eindverslag toe.",
)


@pytest.fixture
def one_page(tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(letter_pdf())
    return path


@pytest.fixture
def answer(griffie, one_page):
    return griffie("read", one_page, "--json", database=None).json


def test_the_answer_stands_on_one_line_and_fits_its_schema(griffie, one_page):
    answer = griffie("read", one_page, "--json", database=None)
    assert answer.code == 0
    assert answer.out.count("\n") == 1
    assert list(json.loads(answer.out)) == [
        "letter", "references", "motions", "commitments", "discharges", "deadlines", "requests",
    ]  # fmt: skip


def test_no_register_is_made(griffie, one_page, db):
    griffie("read", one_page, "--json")
    assert not db.exists()


def test_the_header_is_read(answer):
    letter = answer["letter"]
    assert (letter["date"], letter["chamber"], letter["dossiers"], letter["number"]) == (
        "2026-03-09", "TK", ["36112"], "47",
    )  # fmt: skip
    assert (letter["sender"], letter["session_year"]) == ("Minister van Financiën", "2025-2026")


def test_promises_have_their_words_action_and_term(answer):
    first, second = answer["commitments"]
    assert [first["quote"], second["quote"]] == list(LONG)
    assert (first["action"], first["due"], first["page"]) == ("inform", "voor het zomerreces", 1)
    assert (second["action"], second["due"]) == ("send", "Uiterlijk op 1 oktober 2026")
    assert "zal ik" in first["reason"] or "Ik zal" in first["reason"]


def test_terms_are_dated_from_the_letter(answer):
    found = {row["quote"]: (row["latest"], row["to"]) for row in answer["deadlines"]}
    assert found == {
        "voor het zomerreces": ("2026-07", "2026-07-02"),
        "Uiterlijk op 1 oktober 2026": ("2026-10-01", "2026-10-01"),
    }


def test_terms_count_from_another_date_when_one_is_given(griffie, one_page):
    answer = griffie("read", one_page, "--date", "2027-02-01", "--json", database=None).json
    assert answer["deadlines"][0]["latest"] == "2027-07"


def test_recesses_of_a_file_of_ones_own_count(griffie, one_page, tmp_path):
    own = tmp_path / "recessen.toml"
    own.write_text(
        '[[recess]]\nchamber = "TK"\nkind = "summer"\nfirst = 2026-06-26\nlast = 2026-09-07\n'
        'source = "own"\ngrade = "A"\n',
        encoding="utf-8",
    )
    answer = griffie("read", one_page, "--calendar", own, "--json", database=None).json
    assert answer["deadlines"][0]["to"] == "2026-06-25"


def test_motion_reference_and_discharge_belong_together(answer):
    (motion,) = answer["motions"]
    assert (motion["submitters"], motion["id"], motion["discharged"]) == (["Brouwers"], "36112-38", True)
    assert [(row["id"], row["address"]) for row in answer["references"]] == [
        ("36112-38", "https://zoek.officielebekendmakingen.nl/kst-36112-38.html")
    ]
    (discharge,) = answer["discharges"]
    assert (discharge["what"], discharge["targets"]) == ("motie", ["36112-38"])


def test_the_quads_lie_on_the_words(answer, one_page):
    row = answer["references"][0]
    page = pymupdf.open(one_page)[0]
    found = "".join(page.get_text("text", clip=pymupdf.Rect(q[0], q[1], q[6], q[7])).strip() for q in row["quads"])
    assert found == "Kamerstuk 36 112, nr. 38"


def test_people_get_lines_to_read(griffie, one_page):
    answer = griffie("read", one_page, database=None)
    assert answer.code == 0
    assert LONG[1] in answer.out
    assert "2026-10-01" in answer.out


def test_a_file_that_is_no_pdf_is_refused_in_one_line(griffie, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"no letter at all")
    answer = griffie("read", path, "--json", database=None)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
