"""griffie list and export."""

import csv

import pytest


@pytest.fixture
def some(griffie, added, promise):
    griffie("new", "deadline", "phrase=1 mei 2027", "--of", promise)
    griffie("new", "request", "summary=Overzicht van de pilots", "committee=Financiën")
    return added


def numbers(answer):
    return [row["number"] for row in answer.json]


def test_a_list_is_an_array_of_rows_with_ids(griffie, some, promise):
    (row,) = griffie("list", "commitments", "--json").json
    assert row["number"] == promise
    assert row["id"]
    assert (row["date_to"], row["letter_number"]) == ("2027-05-01", some)


def test_an_empty_list_is_an_empty_array_and_no_fault(griffie, some):
    answer = griffie("list", "motions", "--json")
    assert (answer.code, answer.json, answer.err) == (0, [], "")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["commitments"], 1),
        (["deadlines"], 1),
        (["requests"], 1),
        (["items"], 3),
        (["items", "--kind", "request", "--kind", "deadline"], 2),
        (["items", "--status", "openstaand"], 3),
        (["items", "--status", "afgedaan"], 0),
        (["items", "--due-before", "2027-05-02"], 2),
        (["items", "--due-before", "1 mei 2027"], 0),
        (["items", "--due-after", "2027-04-30"], 2),
        (["items", "--committee", "financien"], 1),
        (["items", "--query", "pilots"], 1),
        (["items", "--dossier", "36 112"], 2),
        (["letters", "--dossier", "36112"], 1),
        (["letters", "--status", "bezig"], 1),
        (["letters", "--status", "done"], 0),
        (["letters", "--query", "gemeenten"], 1),
    ],
)
def test_a_list_has_what_was_asked_for(griffie, some, words, count):
    assert len(griffie("list", *words, "--json").json) == count


def test_a_list_of_one_letter(griffie, some):
    assert len(numbers(griffie("list", "items", "--letter", some, "--json"))) == 2
    assert griffie("list", "items", "--letter", "B1999-0001").code == 1


def test_people_get_a_line_for_each_row(griffie, some, promise):
    lines = griffie("list", "items").out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(promise)
    assert "2027-05-01" in lines[0]


@pytest.mark.parametrize(
    "words",
    [
        ["wishes"],
        [],
        ["items", "--status", "misschien"],
        ["letters", "--kind", "motion"],
        ["items", "--due-before", "ooit"],
        ["items", "--dossier", "abc"],
        ["items", "--kind", "wish"],
    ],
)
def test_a_list_that_cannot_be_is_wrong_use(griffie, some, words):
    answer = griffie("list", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_a_missing_register_is_not_made_by_looking(griffie, tmp_path):
    answer = griffie("list", "letters", database=tmp_path / "tikfout.sqlite")
    assert answer.code == 1
    assert "tikfout.sqlite" in answer.err
    assert not (tmp_path / "tikfout.sqlite").exists()


def test_a_table_for_dutch_excel_is_written(griffie, some, tmp_path):
    target = tmp_path / "lijst.csv"
    answer = griffie("export", "csv", "--out", target, "--language", "nl", "--json").json
    assert answer == {"path": str(target), "rows": 3}
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["Soort"] for row in rows] == ["Toezegging", "Termijn", "Verzoek"]


def test_an_export_is_limited_as_a_list_is(griffie, some, tmp_path):
    target = tmp_path / "lijst.csv"
    words = ["--kind", "request", "--profile", "machine", "--out", target]
    assert griffie("export", "csv", *words, "--json").json["rows"] == 1
    assert "asked_by" in target.read_text(encoding="utf-8").splitlines()[0]


def test_the_profile_of_the_settings_counts_when_none_is_named(griffie, some, tmp_path, throw_away_profile):
    settings = throw_away_profile / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('csv_profile = "international"\n')
    griffie("export", "csv", "--out", tmp_path / "lijst.csv")
    assert (tmp_path / "lijst.csv").read_text(encoding="utf-8").startswith('"Own number","Kind"')


def test_a_table_that_cannot_be_written_is_said_so(griffie, some, tmp_path):
    answer = griffie("export", "csv", "--out", tmp_path / "nergens" / "lijst.csv")
    assert answer.code == 1
    assert "nergens" in answer.err
