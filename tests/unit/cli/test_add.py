"""griffie add: letters and folders in, each with what became of it."""

import sqlite3

import pytest

from tests.helpers.letters import letter_pdf


def test_a_letter_is_added_and_its_number_said(griffie, letter):
    answer = griffie("add", letter)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("B")
    assert "added" in answer.out


def test_the_same_file_is_there_already(griffie, letter, added):
    (row,) = griffie("add", letter, "--json").json
    assert row["status"] == "duplicate"
    assert row["number"] == added
    assert row["reason"]


def test_a_bad_file_is_refused_with_its_reason_and_the_rest_goes_on(griffie, tmp_path, letter):
    (tmp_path / "geen.pdf").write_bytes(b"<html>no pdf</html>")
    answer = griffie("add", tmp_path, "--json")
    assert answer.code == 1
    assert [row["status"] for row in answer.json] == ["added", "refused"]
    assert "geen.pdf" in answer.err
    assert answer.err.count("\n") == 1


def test_a_missing_file_is_named(griffie, tmp_path):
    answer = griffie("add", tmp_path / "nergens.pdf")
    assert answer.code == 1
    assert "nergens.pdf" in answer.err


def test_an_empty_folder_is_nothing_done(griffie, tmp_path):
    (tmp_path / "leeg").mkdir()
    answer = griffie("add", tmp_path / "leeg")
    assert answer.code == 1
    assert "no PDF file" in answer.err


def test_another_document_goes_to_its_letter(griffie, tmp_path, added):
    annex = tmp_path / "bijlage.pdf"
    annex.write_bytes(letter_pdf(extra="Bijlage bij de brief"))
    (row,) = griffie("add", annex, "--to", added, "--role", "annex", "--json").json
    assert (row["status"], row["number"]) == ("added", added)
    roles = [document["role"] for document in griffie("show", added, "--json").json["documents"]]
    assert roles[1:] == ["annex"]


def test_a_document_of_an_unknown_letter_is_not_added(griffie, letter, added):
    answer = griffie("add", letter, "--to", "B1999-0001")
    assert (answer.code, answer.out) == (1, "")
    assert "B1999-0001" in answer.err


def test_a_role_without_a_letter_is_wrong_use(griffie, letter):
    assert griffie("add", letter, "--role", "annex").code == 2


def test_a_newer_register_is_refused_in_one_line(griffie, db, letter, added):
    with sqlite3.connect(db) as conn:
        conn.execute("PRAGMA user_version=999")
    conn.close()
    answer = griffie("list", "letters")
    assert answer.code == 1
    assert "newer Griffie" in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n"])
def test_an_empty_or_cut_off_file_is_refused(griffie, tmp_path, content):
    path = tmp_path / "stuk.pdf"
    path.write_bytes(content)
    answer = griffie("add", path, "--json")
    assert answer.code == 1
    assert answer.json[0]["status"] == "refused"
