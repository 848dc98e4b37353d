"""griffie tag: words of a letter become an item, tied to their place on the page."""

from tests.unit.cli.conftest import QUOTE


def test_words_become_an_item_with_their_place(griffie, added):
    item = griffie("tag", added, "--kind", "commitment", "--page", "1", "--quote", QUOTE, "--json").json
    assert item["literal"] == QUOTE
    assert item["page"] == 1
    quads = item["passages"][0]["quads"]
    assert len(quads) == 2, "one for each line"
    assert quads[0]["quad"][0] == 90


def test_fields_are_filled_in_the_same_step(griffie, added):
    words = ["action=informeren", "promised_to=Azmani (VVD); Keijzer (CDA)", "summary=Informeren"]
    item = griffie("tag", added, "--kind", "commitment", "--page", "1", "--quote", QUOTE, *words, "--json").json
    assert (item["action"], item["promised_to"]) == ("inform", "Azmani (VVD); Keijzer (CDA)")
    griffie("undo")
    assert griffie("list", "items", "--json").json == []


def test_a_hyphen_at_a_line_end_makes_no_difference(griffie, added):
    item = griffie(
        "tag", added, "--kind", "deadline", "--page", "2", "--quote", "Uiterlijk op 1 oktober 2026", "--json"
    )
    assert item.json["date_to"] == "2026-10-01"
    assert item.json["page"] == 2


def test_a_motion_gets_its_paper(griffie, added):
    quote = "De motie van het lid Brouwers (Kamerstuk 36 112, nr. 38)"
    words = ["dossier=36 112, nr. 38", "submitters=Brouwers (D66)", "role=settles"]
    item = griffie("tag", added, "--kind", "motion", "--page", "1", "--quote", quote, *words, "--json").json
    assert (item["dossier"], item["paper_number"], item["role"]) == ("36112", "38", "settles")


def test_the_same_motion_tagged_twice_is_one_motion(griffie, added):
    for page in (1, 2):
        words = ["--kind", "motion", "--page", page, "--quote", "De motie van het lid Brouwers"]
        last = griffie("tag", added, *words, "dossier=36112, nr. 38", "--json").json
    assert [row["id"] for row in griffie("list", "motions", "--json").json] == [last["id"]]


def test_words_that_occur_twice_want_a_page_or_an_occurrence(griffie, added):
    answer = griffie("tag", added, "--kind", "commitment", "--quote", QUOTE)
    assert (answer.code, answer.out) == (1, "")
    assert "occur 2 times" in answer.err
    assert "1, 2" in answer.err
    assert (
        griffie("tag", added, "--kind", "commitment", "--quote", QUOTE, "--occurrence", "2", "--json").json["page"] == 2
    )


def test_words_that_are_not_there_are_said_so(griffie, added):
    answer = griffie("tag", added, "--kind", "commitment", "--quote", "een heel ander verhaal")
    assert answer.code == 1
    assert "een heel ander verhaal" in answer.err
    assert "not in" in answer.err


def test_a_page_that_is_not_there_is_said_so(griffie, added):
    answer = griffie("tag", added, "--kind", "commitment", "--page", "9", "--quote", QUOTE)
    assert answer.code == 1
    assert "no page 9" in answer.err


def test_an_occurrence_that_is_not_there_is_said_so(griffie, added):
    assert griffie("tag", added, "--kind", "commitment", "--quote", QUOTE, "--occurrence", "3").code == 1


def test_no_words_are_nothing_to_look_for(griffie, added):
    assert griffie("tag", added, "--kind", "commitment", "--quote", " - ").code == 1


def test_a_bad_value_tags_nothing(griffie, added):
    answer = griffie("tag", added, "--kind", "commitment", "--page", "1", "--quote", QUOTE, "status=misschien")
    assert answer.code == 1
    assert "misschien" in answer.err
    assert griffie("list", "items", "--json").json == []


def test_an_unknown_field_is_wrong_use_and_the_fields_are_named(griffie, added):
    answer = griffie("tag", added, "--kind", "commitment", "--page", "1", "--quote", QUOTE, "colour=red")
    assert answer.code == 2
    assert "promised_to" in answer.err


def test_a_deadline_goes_to_the_item_whose_words_it_stands_in_or_to_the_one_that_is_named(griffie, added, promise):
    words = ["--kind", "deadline", "--page", "1", "--quote", "voor het zomerreces"]
    of_promise = griffie("show", promise, "--json").json["id"]
    assert griffie("tag", added, *words, "--json").json["owner_id"] == of_promise
    request = griffie("new", "request", "summary=iets", "--json").json
    assert griffie("tag", added, *words, "--of", request["number"], "--json").json["owner_id"] == request["id"]
