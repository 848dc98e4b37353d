"""Which sentences say that a letter meets something earlier, and what it is."""

import pytest

from griffie.reading.facts import LetterFacts
from griffie.reading.nl.citations import find_citations
from griffie.reading.nl.discharges import find_discharges
from griffie.reading.nl.motions import find_motions
from griffie.reading.plain import letter_text
from tests.unit.reading.rules.discharges import EXAMPLES, MET, NOT_MET

HEAD = "Den Haag, 3 juni 2021\n\n"
FOOT = "\n\nTot slot volgt hier nog een zin."
FACTS = LetterFacts()


def discharges_in(text, foot=FOOT):
    letter = letter_text(HEAD + text + foot)
    citations = find_citations(letter, FACTS)
    return letter, find_discharges(letter, FACTS, find_motions(letter, FACTS, citations), citations)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.rule)
def test_a_sentence_that_meets_something_is_found_with_the_rule_that_says_so(example):
    letter, (found,) = discharges_in(example.text)
    assert (found.rule, found.what) == (example.rule, example.expect)
    assert example.text.endswith(letter.quote(found.extent))
    assert found.reason.told()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.rule)
def test_a_sentence_that_looks_alike_but_meets_nothing_is_not_found(example):
    assert discharges_in(example.counter)[1] == []


@pytest.mark.parametrize("text", MET)
def test_every_way_of_saying_that_it_is_met_here_is_found(text):
    assert len(discharges_in(text)[1]) == 1


@pytest.mark.parametrize("text", NOT_MET)
def test_what_is_later_earlier_denied_or_of_others_is_not_found(text):
    assert discharges_in(text)[1] == []


def test_a_commitment_is_tied_to_its_number_in_the_sentence_before():
    _, (found,) = discharges_in(
        "Ik heb aan het lid Kat toegezegd inzicht te geven (TZ202501-153). Hiermee doe ik die toezegging gestand."
    )
    assert found.targets == ("TZ202501-153",)


def test_a_commitment_is_tied_to_its_number_in_the_note():
    _, (found,) = discharges_in(
        "Hiermee wordt de toezegging aan lid Kat1 als afgedaan beschouwd.\n\n1 Toezegging TZ202309-010", foot=""
    )
    assert found.targets == ("TZ202309-010",)


def test_a_commitment_is_tied_to_the_number_of_its_heading():
    text = (
        "T03021 – Griffierechten\n\nEr is een overzicht toegezegd. Met de bijlage geef ik gevolg aan deze toezegging."
    )
    assert discharges_in(text)[1][0].targets == ("T03021",)


def test_a_commitment_is_not_tied_to_the_number_of_the_item_before():
    _, found = discharges_in(
        "– Aan het lid Kat heb ik een reactie toegezegd (TZ202502-089). U vindt mijn antwoord in bijlage 1.\n\n"
        "– Mijn ambtsvoorganger zegde toe het rapport te sturen. Dit rapport treft u bijgaand aan."
    )
    assert [d.targets for d in found] == [("TZ202502-089",), ()]


def test_a_motion_is_tied_by_its_number():
    _, (found,) = discharges_in(
        "De moties Kat (Kamerstuk 29 270, nr. 187) en Peters (Kamerstuk 29 270, nr. 189) vragen hierom. "
        "Daarmee beschouw ik beide moties als afgedaan."
    )
    assert found.targets == ("29270-187", "29270-189")


def test_a_hint_gives_way_to_the_plain_words_that_follow_it():
    letter, (found,) = discharges_in(
        "De motie-Kat verzoekt om een overzicht. Bijgevoegd vindt u het overzicht. "
        "Hiermee geef ik invulling aan de motie."
    )
    assert letter.quote(found.extent) == "Hiermee geef ik invulling aan de motie."


def test_a_hint_of_another_motion_stays():
    _, found = discharges_in(
        "Uw Kamer verzocht bij motie van het lid Kat om een meldpunt. Hiervoor is een plan opgesteld, dat als bijlage "
        "bij deze brief gaat. Met de motie-Kok zet ik een stap; deze is daarmee in uitvoering."
    )
    assert [d.rule for d in found] == ["annex_behind_request", "settled"]
    assert found[0].confidence < found[1].confidence


def test_a_part_that_is_met_is_told_as_a_part():
    _, (found,) = discharges_in("Met de tabellen doe ik het eerste onderdeel van de motie-Kat gestand.")
    assert found.partly


def test_a_note_may_say_it_in_plain_words():
    _, (found,) = discharges_in(
        "Het rapport is gereed.1\n\n1 Hiermee is ook de toezegging aan het lid Kat afgedaan.", foot=""
    )
    assert found.what == "toezegging"


def test_a_letter_that_meets_nothing_has_no_discharges():
    assert discharges_in("Hierbij ontvangt u ter informatie een overzicht van de stukken.")[1] == []
