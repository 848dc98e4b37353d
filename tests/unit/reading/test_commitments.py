"""What a letter promises: found, and told apart from what only sounds like it."""

import datetime as dt

import pytest

from griffie.domain.recess import shipped_calendar
from griffie.reading.facts import LetterFacts
from griffie.reading.findings import find_all
from griffie.reading.plain import letter_text
from tests.unit.reading.rules.commitments import EXAMPLES

DAY = dt.date(2026, 3, 9)
AROUND = "Geachte voorzitter,\n\nInleiding\n\nDe afgelopen maanden is veel werk verzet.\n\nVervolg\n\n{text}\n\n{after}"
AFTER = "De sector heeft daar veel aan gehad."


def found(text, *, day=DAY):
    letter = letter_text(AROUND.format(text=text, after=AFTER))
    return letter, find_all(
        letter, LetterFacts(day, functions=("Minister van Financiën",), calendar=shipped_calendar())
    )


def promises(text):
    return found(text)[1].commitments


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.text[:40]}")
def test_a_promise_is_found_with_action_and_term(example):
    letter, findings = found(example.text)
    (one,) = findings.commitments
    assert (letter.quote(one.extent), one.action, one.due) == (example.text, *example.expect)
    assert one.rule == example.rule


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.counter[:40]}")
def test_what_only_sounds_like_it_is_left_alone(example):
    assert promises(example.counter) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ik zal uw Kamer hierover voor de zomer informeren.",
        "Hierover zal ik uw Kamer nader berichten.",
        "Ik stuur u de antwoorden zo spoedig mogelijk toe.",
        "Uw Kamer wordt hier separaat over geïnformeerd.",
        "Naar verwachting kan ik uw Kamer eind dit jaar de resultaten toesturen.",
        "Ik houd uw Kamer op de hoogte van de ontwikkelingen.",
        "Ik kom hier in het derde kwartaal op terug.",
        "Het wetsvoorstel wordt naar verwachting in september bij uw Kamer ingediend.",
        "Indien daartoe aanleiding is, informeer ik uw Kamer.",
        "Mocht de planning wijzigen, dan wordt u daarvan in kennis gesteld.",
        "De Minister van Defensie zal uw Kamer daarover voor 1 juli informeren.",
        "Ik ga hierover in gesprek met de vervoerders.",
        "Het rapport zal na afronding met uw Kamer worden gedeeld.",
        "Ik hoop uw Kamer de uitwerking in mei te kunnen aanbieden.",
        "Zodra de cijfers bekend zijn, zend ik ze uw Kamer toe.",
        "Wij komen hier over twee maanden op terug.",
        "De kabinetsreactie ontvangt de Kamer voor het herfstreces.",
    ],
)
def test_promises_in_the_usual_words_are_found(text):
    letter, findings = found(text)
    assert [letter.quote(one.extent) for one in findings.commitments] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Bent u bereid uw Kamer hierover voor de zomer te informeren?",
        "In mijn brief van 3 mei jl. heb ik uw Kamer hierover geïnformeerd.",
        "Uw Kamer is hierover op 4 mei jl. geïnformeerd.",
        "De motie verzoekt de regering de Kamer voor de zomer te informeren.",
        "In het dictum staat dat de Kamer «uiterlijk voor het zomerreces wordt geïnformeerd».",
        "De vakbonden hebben toegezegd hun leden voor de zomer te raadplegen.",
        "Op grond van artikel 8 worden werkgevers binnen zes weken geïnformeerd.",
        "Het kabinet zet in op een sterke en weerbare sector.",
        "Hierbij bied ik uw Kamer het rapport aan.",
        "Ik zie geen aanleiding uw Kamer hierover nader te informeren.",
        "Gewoonlijk ontvangt de Kamer deze cijfers in het voorjaar.",
        "De Autoriteit Consument & Markt heeft aangekondigd in mei een rapport te publiceren.",
    ],
)
def test_past_rules_questions_and_others_promise_nothing(text):
    assert promises(text) == ()


def test_a_promise_of_those_who_sign_names_them():
    (one,) = promises("Ik zal uw Kamer hierover voor de zomer informeren.")
    assert one.promised_by == "Minister van Financiën"


def test_a_promise_of_another_minister_names_that_one():
    (one,) = promises("De Minister van Defensie zal uw Kamer daarover voor 1 juli informeren.")
    assert one.promised_by == "Minister van Defensie"


def test_what_was_promised_before_is_marked():
    (one,) = promises("Zoals ik in het debat heb toegezegd, zal ik uw Kamer hierover in mei berichten.")
    assert one.restated


def test_a_condition_is_marked():
    (one,) = promises("Mocht de planning wijzigen, dan informeer ik uw Kamer daarover.")
    assert one.conditional


def test_the_opening_tells_what_the_letter_itself_does():
    letter = letter_text(
        "Geachte voorzitter,\n\nHet kabinet informeert u over de uitkomsten. Ook ga ik op de motie in.\n\nX"
    )
    assert find_all(letter, LetterFacts(DAY)).commitments == ()


def test_the_mark_of_a_list_item_is_no_part_of_the_promise():
    letter, findings = found("– in september ontvangt u de geactualiseerde prognose;")
    assert letter.quote(findings.commitments[0].extent) == "in september ontvangt u de geactualiseerde prognose;"


def test_the_reason_tells_the_words_that_promise():
    (one,) = promises("Hierover zal ik uw Kamer nader berichten.")
    assert "zal ik" in one.reason.told()
