"""griffie settle and griffie note: what meets an item, and how it stands, as programs and people read them."""

import pytest

from tests.helpers.letters import letter_pdf


@pytest.fixture
def later(griffie, tmp_path):
    """The own number of a second letter."""
    path = tmp_path / "later.pdf"
    path.write_bytes(letter_pdf(extra="Hiermee is aan de toezegging voldaan."))
    return griffie("add", path, "--json").json[0]["number"]


def test_by_a_letter_alone_it_is_a_proposal_and_the_item_stays_open(griffie, promise, later):
    item = griffie("settle", promise, "--by", later, "--json").json
    (found,) = item["settlements"]
    assert (found["letter_number"], found["stage"], found["degree"]) == (later, "proposed", "whole")
    assert (found["body"], found["decided_on"]) == ("", "")
    assert item["status"] == "open"
    assert griffie("settle", promise, "--by", later, "--proposed", "--json").json["settlements"] == [found]


def test_a_decision_has_a_day_and_a_body_and_changes_the_status(griffie, promise, later):
    words = ["--by", later, "--degree", "partly", "--decided", "12 mei 2026", "--body", "commissie JenV"]
    item = griffie("settle", promise, *words, "--json").json
    (found,) = item["settlements"]
    assert (found["stage"], found["degree"], found["body"], found["decided_on"]) == (
        "decided", "partly", "commissie JenV", "2026-05-12",
    )  # fmt: skip
    assert item["status"] == "partly_settled"
    assert griffie("show", promise, "--json").json["settlements"] == [found]
    griffie("undo")
    item = griffie("show", promise, "--json").json
    assert (item["status"], item["settlements"]) == ("open", [])


def test_a_body_decides_without_a_letter(griffie, promise):
    item = griffie("settle", promise, "--decided", "2026-05-12", "--body", "de Kamer", "--json").json
    assert [(one["letter_id"], one["letter_number"]) for one in item["settlements"]] == [("", "")]
    assert item["status"] == "settled"


def test_without_a_letter_nothing_is_proposed(griffie, promise):
    answer = griffie("settle", promise)
    assert (answer.code, answer.out) == (1, "")
    assert "letter that settles it" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ["--decided", "2026-05-12"],
        ["--body", "de Kamer"],
        ["--proposed", "--decided", "2026-05-12", "--body", "de Kamer"],
        ["--degree", "half"],
        ["--decided", "ooit", "--body", "de Kamer"],
    ],
)
def test_a_wrong_use_settles_nothing(griffie, promise, later, words):
    assert griffie("settle", promise, "--by", later, *words).code == 2
    assert griffie("show", promise, "--json").json["settlements"] == []


def test_a_motion_is_settled_in_what_the_letter_says_of_it(griffie, added):
    motion = griffie("new", "motion", "dossier=36112", "paper_number=38", "--json").json["number"]
    item = griffie("settle", motion, "--by", added, "--json").json
    assert [one["stage"] for one in item["settlements"]] == ["proposed"]
    letter = griffie("show", added, "--json").json
    assert motion in {one["number"] for one in letter["items"]}


def test_people_read_what_became_of_it(griffie, promise, later):
    griffie("settle", promise, "--by", later, "--degree", "partly")
    text = griffie("settle", promise, "--decided", "2026-05-12", "--body", "de Kamer", "--remarks", "na debat").out
    assert f"{promise}  settled" in text
    assert f"Settlement proposed with letter {later} (in part)" in text
    assert "Settled by decision of de Kamer, 12 May 2026: na debat" in text
    shown = griffie("show", promise).out
    assert "Settlement proposed with letter" in shown


def test_a_note_has_its_day_its_kind_and_its_letter(griffie, promise, later):
    griffie("note", promise, "Onderzoek loopt", "--date", "1 april 2026")
    item = griffie(
        "note", promise, "Volgt na de zomer", "--date", "2026-05-12", "--interim", "--by", later, "--json"
    ).json
    assert [(one["on_date"], one["kind"], one["text"]) for one in item["progress"]] == [
        ("2026-05-12", "interim", "Volgt na de zomer"), ("2026-04-01", "note", "Onderzoek loopt"),
    ]  # fmt: skip
    assert item["progress"][0]["letter_id"] == griffie("show", later, "--json").json["id"]
    text = griffie("note", promise, "Derde").out
    assert f"Interim message, 12 May 2026, letter {later}: Volgt na de zomer" in text
    assert "Progress, 1 April 2026: Onderzoek loopt" in griffie("show", promise).out


def test_a_note_of_nothing_is_refused(griffie, promise):
    assert griffie("note", promise, " ").code == 1


def test_an_item_shows_its_relations_from_both_sides(griffie, promise, added, db):
    from griffie.domain.following import RelationKind
    from griffie.services import following
    from tests.helpers.registers import new_desk

    other = griffie("new", "request", "summary=Vraag", "--json").json["number"]
    desk = new_desk(db)
    following.relate(desk, desk.item(other).id, RelationKind.REPEATS, desk.item(promise).id)
    desk.register.close()
    seen = [griffie("show", one, "--json").json["relations"][0] for one in (other, promise)]
    assert [(one["kind"], one["inverse"], one["number"]) for one in seen] == [
        ("repeats", False, promise), ("repeats", True, other),
    ]  # fmt: skip
    assert f"is repeated by {other}" in griffie("show", promise).out
