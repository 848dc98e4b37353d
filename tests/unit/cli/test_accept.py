"""`griffie accept` and `griffie list citations`, with a reader composed for the test."""

import datetime as dt

import pytest

from griffie.domain.anchor import find_quote
from griffie.domain.flow import Flow
from griffie.domain.kinds import Precision
from griffie.domain.passage import Selection
from griffie.domain.periods import DateRange
from griffie.domain.reading import Citation, CitationKind, Reading, Reason, RuledDeadline, Suggestion, SuggestionKind
from griffie.domain.stream import Caret
from griffie.services import reading
from griffie.services.reading import Reader

PROMISE = "Ik zal uw Kamer voor het zomerreces informeren over de uitkomst van het overleg met de gemeenten."
SENDING = "Uiterlijk op 1 oktober 2026 stuur ik uw Kamer het eindverslag toe."
CITED = "Kamerstuk 36 112, nr. 38"


def found_in(pages, boxes, facts):
    """Read a letter as `letter_pdf` composes them."""
    flow = Flow(pages)

    def select(words) -> Selection:
        begin, end = find_quote(words, flow, 0)[0]
        assert isinstance(begin, Caret)
        return flow.select(begin, end, boxes)

    term = "voor het zomerreces"
    deadline = RuledDeadline(
        select(term), DateRange(None, dt.date(2026, 7, 2), Precision.RECESS), "2026-07-02", "before_recess", Reason("x")
    )
    kind = SuggestionKind.COMMITMENT
    return Reading(
        (Citation(CitationKind.KAMERSTUK, "36112-38", select(CITED), "https://zoek.officielebekendmakingen.nl/x"),),
        (
            Suggestion(kind, "a", select(PROMISE), {"summary": "Informeren"}, 0.9, "inform", (Reason("x"),), deadline),
            Suggestion(kind, "b", select(SENDING), {}, 0.6, "send", (Reason("x"),)),
        ),
        "composed/1",
    )


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    monkeypatch.setattr(reading, "shipped_reader", lambda: Reader("composed/1", found_in))


def test_a_letter_that_is_added_is_read(griffie, added):
    assert griffie("list", "letters", "--json").json[0]["suggestions"] == 2


def test_accepting_is_one_step_and_the_items_are_not_reviewed(griffie, added):
    answer = griffie("accept", added, "--json").json
    assert (answer["number"], answer["accepted"], answer["left"]) == (added, 2, 0)
    assert [item["kind"] for item in answer["items"]] == ["commitment", "deadline", "commitment"]
    items = griffie("list", "items", "--json").json
    assert [item["unreviewed"] for item in items] == [True] * 3
    assert {item["date_to"] for item in items if item["kind"] == "deadline"} == {"2026-07-02"}
    assert griffie("undo").code == 0
    assert griffie("list", "items", "--json").json == []
    assert griffie("list", "letters", "--json").json[0]["suggestions"] == 2


def test_only_what_is_sure_enough_is_accepted(griffie, added):
    answer = griffie("accept", added, "--min-confidence", "0.8")
    assert answer.code == 0
    assert "C20" in answer.out
    assert "1 suggestion is left." in answer.out
    (row,) = griffie("list", "commitments", "--json").json
    assert row["summary"] == "Informeren"


def test_nothing_to_accept_is_said_and_is_not_done(griffie, added):
    assert griffie("accept", added).code == 0
    again = griffie("accept", added)
    assert (again.code, again.err) == (1, f"griffie: There is nothing to accept in {added}.\n")


@pytest.mark.parametrize("share", ["2", "veel", "-1"])
def test_a_confidence_that_is_none_is_wrong_use(griffie, added, share):
    answer = griffie("accept", added, f"--min-confidence={share}")
    assert answer.code == 2
    assert "from 0 to 1" in answer.err


def test_a_letter_whose_header_has_changed_is_read_again_first(griffie, added, monkeypatch):
    griffie("set", added, "date=1 maart 2025")
    seen = []
    monkeypatch.setattr(
        reading,
        "shipped_reader",
        lambda: Reader("composed/1", lambda p, b, facts: seen.append(facts.date) or found_in(p, b, facts)),
    )
    assert griffie("accept", added).code == 0
    assert seen == [dt.date(2025, 3, 1)]


def test_citations_are_listed_with_their_paper_and_page(griffie, added):
    (row,) = griffie("list", "citations", "--json").json
    assert (row["letter_number"], row["kind"], row["ref"], row["page"]) == (added, "kamerstuk", "36112-38", 1)
    assert (row["quote"], row["corrected"]) == (CITED, False)
    text = griffie("list", "citations", "--letter", added).out
    assert text.split()[:4] == [added, "p.", "1", "36112-38"]


def test_a_letter_that_cannot_be_read_is_added_all_the_same(griffie, letter, monkeypatch, caplog):
    def fail(*_args):
        raise ZeroDivisionError

    monkeypatch.setattr(reading, "shipped_reader", lambda: Reader("composed/1", fail))
    (answer,) = griffie("add", letter, "--json").json
    assert answer["status"] == "added"
