"""griffie new, set, show, delete and forget."""

import io

import pytest


def test_an_item_of_a_debate_needs_no_letter(griffie):
    words = ["summary=Kamer informeren", "origin=debat", "meeting=Commissiedebat", "meeting_date=4 februari 2026"]
    item = griffie("new", "commitment", *words, "--json").json
    assert (item["origin"], item["meeting_date"], item["letter_id"]) == ("debate", "2026-02-04", "")


def test_a_deadline_belongs_to_an_item_and_its_phrase_is_read(griffie, promise):
    item = griffie("new", "deadline", "phrase=voor 1 mei 2027", "--of", promise, "--json").json
    assert (item["date_to"], item["precision"]) == ("2027-04-30", "day")
    (deadline,) = griffie("show", promise, "--json").json["deadlines"]
    assert deadline["number"] == item["number"]


def test_only_a_deadline_belongs_to_an_item(griffie, promise):
    assert griffie("new", "request", "--of", promise).code == 2


def test_several_fields_are_one_step(griffie, promise):
    before = len(griffie("history", "--json").json)
    item = griffie("set", promise, "status=afgedaan", "status_word=Afgedaan", "summary=Klaar", "--json").json
    assert (item["status"], item["status_word"], item["summary"]) == ("settled", "Afgedaan", "Klaar")
    assert len(griffie("history", "--json").json) == before + 1
    griffie("undo")
    item = griffie("show", promise, "--json").json
    assert (item["status"], item["status_word"], item["summary"]) == ("open", "", "")


def test_one_bad_value_keeps_all_fields_as_they_were(griffie, promise):
    answer = griffie("set", promise, "summary=Klaar", "status=misschien")
    assert (answer.code, answer.out) == (1, "")
    assert griffie("show", promise, "--json").json["summary"] == ""


def test_an_empty_value_clears_a_field(griffie, promise):
    griffie("set", promise, "summary=iets")
    assert griffie("set", promise, "summary=", "--json").json["summary"] == ""


def test_a_field_that_must_have_a_value_is_not_cleared(griffie, promise):
    assert griffie("set", promise, "status=").code == 1


def test_the_header_of_a_letter_is_set_in_one_step(griffie, added):
    words = ["dossiers=29 344; 36 600 VI", "senders=Minister van Financiën | FIN | E. Heinen", "committees=Financiën"]
    letter = griffie("set", added, *words, "--json").json
    assert letter["dossiers"] == "29344; 36600-VI"
    assert letter["senders"] == "Minister van Financiën | FIN | E. Heinen"
    griffie("undo")
    assert griffie("show", added, "--json").json["committees"] == ""


def test_a_deadline_with_a_date_moves_only_with_a_reason(griffie, promise):
    number = griffie("new", "deadline", "phrase=1 mei 2027", "--of", promise, "--json").json["number"]
    answer = griffie("set", number, "date_to=2027-06-01")
    assert answer.code == 1
    assert "reason" in answer.err
    item = griffie("set", number, "date_to=2027-06-01", "--reason", "uitgesteld", "--json").json
    assert item["date_to"] == "2027-06-01"
    assert [(move["reason"], move["date_to"]) for move in item["moves"]] == [("uitgesteld", "2027-05-01")]


@pytest.mark.parametrize("shorten", [lambda item: item["id"], lambda item: item["id"][:8], lambda item: item["number"]])
def test_an_item_is_found_by_its_id_a_beginning_and_its_number(griffie, promise, shorten):
    item = griffie("show", promise, "--json").json
    assert griffie("show", shorten(item), "--json").json["id"] == item["id"]


def test_an_item_is_found_by_its_official_number_in_small_letters_too(griffie, promise):
    griffie("set", promise, "official_number=TZ202603-130")
    assert griffie("show", "tz202603-130", "--json").json["number"] == promise
    assert griffie("show", promise.lower(), "--json").json["number"] == promise


def test_what_is_not_there_is_said_in_one_line(griffie, added):
    answer = griffie("show", "C1999-0001")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("griffie: There is no letter or item C1999-0001.")
    assert answer.err.count("\n") == 1


def test_people_read_an_item_in_words(griffie, promise):
    griffie("set", promise, "action=send")
    text = griffie("show", promise).out
    assert "Action: send" in text
    assert "p. 1" in text


def test_people_read_a_letter_with_what_is_tagged_in_it(griffie, added, promise):
    text = griffie("show", added).out
    assert promise in text
    assert "brief.pdf" in text


def test_a_deleted_item_comes_back(griffie, promise):
    assert griffie("delete", promise, "--json").json["deleted"] is True
    assert griffie("show", promise).code == 1
    griffie("undo")
    assert griffie("show", promise).code == 0


def test_a_letter_is_not_deleted_by_mistake(griffie, added):
    answer = griffie("delete", added)
    assert answer.code == 1
    assert "griffie forget" in answer.err


def test_a_letter_is_not_forgotten_without_a_yes(griffie, added):
    answer = griffie("forget", added)
    assert answer.code == 2
    assert "--yes" in answer.err
    assert griffie("show", added).code == 0


class _Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("typed", "code"), [("yes\n", 0), ("no\n", 1), ("", 1)])
def test_at_a_terminal_it_is_asked(griffie, added, monkeypatch, typed, code):
    monkeypatch.setattr("sys.stdin", _Terminal(typed))
    assert griffie("forget", added).code == code
    assert griffie("show", added).code == 1 - code


def test_a_letter_is_forgotten_with_all_that_was_in_it(griffie, added, promise, db):
    assert griffie("forget", added, "--yes", "--json").json["forgotten"] is True
    assert griffie("list", "items", "--json").json == []
    assert griffie("undo").code == 1
    assert "zomerreces" not in db.read_bytes().decode("latin-1")
