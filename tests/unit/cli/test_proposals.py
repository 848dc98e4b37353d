"""`griffie proposals`: which open items letters may settle, from a letter, from an item, and of the newest letters."""

import pytest


@pytest.fixture
def motion(griffie, added):
    """The own number of the motion that the composed letter says it has carried out."""
    fields = ("dossier=36112", "paper_number=38", "submitters=Brouwers", "meeting_date=2026-01-20", "summary=Loketten")
    return griffie("new", "motion", *fields, "--json").json["number"]


@pytest.fixture
def read(griffie, added, motion):
    """The composed letter, read; returns its own number."""
    griffie("proposals", added)
    return added


def test_a_letter_is_read_and_shows_what_it_may_settle_with_both_passages(griffie, added, motion):
    (row,) = griffie("proposals", added, "--json").json

    assert (row["letter_number"], row["item_number"], row["kind"]) == (added, motion, "motion")
    assert (row["item_name"], row["by_number"], row["degree"]) == ("36112, nr. 38", True, "whole")
    assert "beschouw ik hiermee als afgedaan" in row["quote"]
    assert row["page"] in (1, 2)  # both pages of the composed letter have these words
    assert row["promise"]["text"] == "Loketten"
    assert (row["promise"]["date"], row["promise"]["source"]) == ("2026-01-20", "36112, nr. 38")
    assert any("36112-38" in reason for reason in row["reasons"])


def test_people_read_numbers_words_and_reasons(griffie, read, motion):
    out = griffie("proposals", read).out

    assert f"{read} -> {motion}" in out
    assert "beschouw ik hiermee als afgedaan" in out
    assert "Loketten" in out
    assert "97%" in out


def test_an_item_shows_the_letters_that_may_settle_it(griffie, read, motion):
    assert [row["letter_number"] for row in griffie("proposals", "--item", motion, "--json").json] == [read]


def test_without_a_letter_the_newest_letters_are_looked_at(griffie, read, motion):
    assert [row["item_number"] for row in griffie("proposals", "--json").json] == [motion]


def test_what_is_settled_already_is_not_proposed(griffie, read, motion):
    griffie("settle", motion, "--by", read)

    answer = griffie("proposals", read)

    assert answer.code == 0
    assert motion not in answer.out
    assert griffie("proposals", read, "--json").json == []


def test_a_letter_and_an_item_together_are_wrong_use(griffie, read, motion):
    assert griffie("proposals", read, "--item", motion).code == 2


def test_an_unknown_letter_is_one_clear_line(griffie, added):
    answer = griffie("proposals", "B1999-0001")

    assert answer.code == 1
    assert len(answer.err.strip().splitlines()) == 1
