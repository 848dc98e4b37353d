"""griffie rappel."""

import csv
import datetime as dt
import io

import pytest

from griffie.domain.rappel import next_reference_day
from tests.helpers.rappel_register import fill
from tests.helpers.registers import new_desk


@pytest.fixture
def round_(db):
    desk = new_desk(db)
    ids = fill(desk)
    desk.register.close()
    return ids


def numbers(lines):
    return [line["number"] for line in lines]


def test_a_round_has_two_lists(griffie, round_):
    answer = griffie("rappel", "--on", "1 januari 2027", "--json").json
    assert (answer["on"], answer["until"], answer["kinds"]) == ("2027-01-01", "2027-07-01", ["commitment"])
    assert numbers(answer["passed"]) == ["T02883", "T02889"]
    assert len(answer["coming"]) == 2
    assert "undated" not in answer
    first = answer["passed"][0]
    assert (first["id"], first["due"], first["days_late"], first["claimed"]) == (
        round_["passed"], "2026-07-01", 184, True,
    )  # fmt: skip
    assert first["proposals"][0]["stage"] == "claimed"


@pytest.mark.parametrize(
    ("words", "passed", "coming"),
    [
        (["--ministry", "BZK"], 0, 2),
        (["--chamber", "EK"], 2, 1),
        (["--committee", "J&V"], 1, 0),
        (["--kind", "request"], 1, 0),
        (["--kind", "request", "--kind", "commitment", "--kind", "motion"], 4, 2),
    ],
)
def test_a_round_is_limited_as_asked(griffie, round_, words, passed, coming):
    answer = griffie("rappel", "--on", "2027-01-01", *words, "--json").json
    assert (len(answer["passed"]), len(answer["coming"])) == (passed, coming)


def test_what_has_no_date_comes_when_asked_for(griffie, round_):
    answer = griffie("rappel", "--on", "2027-01-01", "--undated", "--json").json
    assert [line["id"] for line in answer["undated"]] == [round_["undated"]]
    assert answer["undated"][0]["due"] == ""


def test_without_a_date_it_is_about_the_next_reference_day(griffie, round_):
    assert griffie("rappel", "--json").json["on"] == next_reference_day(dt.date.today()).isoformat()


def test_people_get_the_lists_with_their_names(griffie, round_):
    lines = griffie("rappel", "--on", "2027-01-01").out.splitlines()
    assert lines[0] == "Term passed on 1 January 2027 (2)"
    assert "T02883" in lines[1]
    assert lines[1].endswith("settlement reported")
    assert "Term ends on or before 1 July 2027 (2)" in lines


def test_the_form_goes_to_a_file(griffie, round_, tmp_path):
    target = tmp_path / "rappel.csv"
    answer = griffie("rappel", "--on", "2027-01-01", "--csv", "--out", target, "--language", "nl")
    assert answer.out == f"4 rows written to {target}\n"
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["Nummer"] for row in rows if row["Nummer"].startswith("T")] == ["T02883", "T02889", "TZ202609-012"]
    assert {row["Lijst"] for row in rows} == {
        "Termijn verstreken op 1 januari 2027", "Termijn verstrijkt op of voor 1 juli 2027",
    }  # fmt: skip
    assert any(row["Toezegging"] == "'=Een brief sturen" for row in rows)


def test_the_form_comes_out_of_the_command_when_no_file_is_named(griffie, round_):
    answer = griffie("rappel", "--on", "2027-01-01", "--csv", "--profile", "machine")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [row["list"] for row in rows] == ["passed", "passed", "coming", "coming"]


def test_a_round_of_an_empty_register_is_two_empty_lists(griffie, db, tmp_path):
    new_desk(db).register.close()
    answer = griffie("rappel", "--on", "2027-01-01", "--json")
    assert (answer.code, answer.json["passed"], answer.json["coming"]) == (0, [], [])
    target = tmp_path / "leeg.csv"
    griffie("rappel", "--on", "2027-01-01", "--out", target, "--profile", "machine")
    assert target.read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--on", "ooit"],
        ["--chamber", "VV"],
        ["--kind", "deadline"],
        ["--csv", "--json"],
        ["commitments"],
    ],
)
def test_a_round_that_cannot_be_is_wrong_use(griffie, round_, words):
    answer = griffie("rappel", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_a_form_that_cannot_be_written_is_said_so(griffie, round_, tmp_path):
    answer = griffie("rappel", "--out", tmp_path / "nergens" / "rappel.csv")
    assert answer.code == 1
    assert "nergens" in answer.err
