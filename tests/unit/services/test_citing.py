"""Citations as a letter has them, and what a clerk says they really are."""

import pytest

from griffie.base.errors import ConflictError, InvalidValueError
from griffie.domain.reading import CitationKind
from griffie.services import citing, history
from griffie.services.keeping import check
from tests.helpers.composed_readings import cited, read
from tests.helpers.registers import dump

WORDS = "29 344, nr. 120"


def one(desk, letter_id, ref="29344-120", words=WORDS):
    return cited(desk, letter_id, words, ref)


def refs(desk, letter_id):
    return [shown.citation.id for shown in citing.citations(desk, letter_id)]


def test_citations_are_shown_in_reading_order_with_page_and_address(desk, letter_id):
    late = cited(desk, letter_id, "het rapport", "2026D00123", CitationKind.DOCUMENT)
    read(desk, letter_id, citations=(late, one(desk, letter_id)))
    first, second = citing.citations(desk, letter_id)
    assert first.citation == one(desk, letter_id)
    assert (first.page_number, first.corrected, first.citation.selection.quote) == (1, False, WORDS)
    assert first.citation.address == "https://zoek.officielebekendmakingen.nl/kst-29344-120.html"
    assert second.citation.kind is CitationKind.DOCUMENT


def test_a_correction_is_one_step_and_outlives_a_new_reading(desk, letter_id):
    read(desk, letter_id, citations=(one(desk, letter_id),))
    before = dump(desk.register)
    (shown,) = citing.citations(desk, letter_id)
    citing.correct_citation(desk, letter_id, shown.id, "Kamerstuk 36 600 VI, nr. 12")
    (corrected,) = citing.citations(desk, letter_id)
    assert (corrected.id, corrected.citation.id, corrected.corrected) == (shown.id, "36600-VI-12", True)
    assert corrected.citation.address == "https://zoek.officielebekendmakingen.nl/kst-36600-VI-12.html"
    read(desk, letter_id, citations=(one(desk, letter_id),), name="composed/2")
    assert refs(desk, letter_id) == ["36600-VI-12"]
    read(desk, letter_id, citations=(one(desk, letter_id, "29344-121"),), name="composed/3")
    assert refs(desk, letter_id) == ["36600-VI-12"], "the only citation in this place, read otherwise"
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before
    assert refs(desk, letter_id) == ["29344-121"]


def test_one_of_a_list_is_corrected_alone(desk, letter_id):
    both = (one(desk, letter_id), one(desk, letter_id, "29344-121"))
    read(desk, letter_id, citations=both)
    first, second = citing.citations(desk, letter_id)
    citing.correct_citation(desk, letter_id, second.id, "29344, nr. 125")
    assert refs(desk, letter_id) == ["29344-120", "29344-125"]
    citing.correct_citation(desk, letter_id, second.id, "29344, nr. 126")
    assert refs(desk, letter_id) == ["29344-120", "29344-126"]
    citing.correct_citation(desk, letter_id, first.id, None)
    assert refs(desk, letter_id) == ["29344-126"]
    for _time in range(3):
        history.undo(desk)
    assert refs(desk, letter_id) == ["29344-120", "29344-121"]


def test_what_is_taken_away_stays_away(desk, letter_id):
    read(desk, letter_id, citations=(one(desk, letter_id),))
    (shown,) = citing.citations(desk, letter_id)
    citing.correct_citation(desk, letter_id, shown.id, None)
    read(desk, letter_id, citations=(one(desk, letter_id),), name="composed/2")
    assert refs(desk, letter_id) == []


TYPED = {
    "34 475-VI, nr. 6": (CitationKind.KAMERSTUK, "34475-VI-6"),
    "kst-26643-144": (CitationKind.KAMERSTUK, "26643-144"),
    "TZ202603-130": (CitationKind.TOEZEGGING, "TZ202603-130"),
    "T01970": (CitationKind.TOEZEGGING, "T01970"),
    "2023Z02406": (CitationKind.ZAAK, "2023Z02406"),
    "2023D05549": (CitationKind.DOCUMENT, "2023D05549"),
    "ECLI:NL:HR:2019:2006": (CitationKind.ECLI, "ECLI:NL:HR:2019:2006"),
    "COM(2021) 206": (CitationKind.COM, "COM(2021)206"),
}


@pytest.mark.parametrize("text", TYPED)
def test_what_a_clerk_types_is_understood(text):
    assert citing.typed_citation(text)[:2] == TYPED[text]


def test_what_a_clerk_types_has_its_official_address_where_a_rule_gives_one():
    assert citing.typed_citation("kst-26643-144")[2] == "https://zoek.officielebekendmakingen.nl/kst-26643-144.html"
    assert "2023D05549" in (citing.typed_citation("2023D05549")[2] or "")
    assert citing.typed_citation("T01970")[2] is None


def test_what_is_no_citation_is_refused_and_changes_nothing(desk, letter_id):
    read(desk, letter_id, citations=(one(desk, letter_id),))
    before = dump(desk.register)
    (shown,) = citing.citations(desk, letter_id)
    for text in ("", "geen stuk", "29344, nrs. 1 en 2"):
        with pytest.raises(InvalidValueError):
            citing.correct_citation(desk, letter_id, shown.id, text)
    with pytest.raises(ConflictError):
        citing.correct_citation(desk, letter_id, "gone", None)
    assert dump(desk.register) == before
