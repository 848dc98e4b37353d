"""What committees and members ask and a letter leaves open."""

import pytest

from griffie.reading.facts import LetterFacts
from griffie.reading.nl.discharges import find_discharges
from griffie.reading.nl.requests import find_requests
from griffie.reading.plain import letter_text

FACTS = LetterFacts()


def asked_in(text):
    letter = letter_text("Den Haag, 3 juni 2021\n\n" + text + "\n\nTot slot volgt hier nog een zin.")
    return [r.asked_by for r in find_requests(letter, FACTS, find_discharges(letter, FACTS, [], []))]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "De vaste commissie voor Financiën heeft mij verzocht om een reactie. De reactie volgt voor het reces.",
            "De vaste commissie voor Financiën",
        ),
        (
            "Op 3 mei heeft de vaste commissie voor Justitie en Veiligheid mij verzocht om een brief. "
            "Helaas is het niet mogelijk om tijdig te reageren.",
            "De vaste commissie voor Justitie en Veiligheid",
        ),
        (
            "Het lid Van Nispen (SP) vroeg om cijfers over recidive. Die cijfers ontvangt u in het najaar.",
            "Het lid Van Nispen (SP)",
        ),
        ("Uw Kamer heeft verzocht om een brief over PFAS. U ontvangt de brief uiterlijk 3 mei.", "Uw Kamer"),
        (
            "Tot slot verzoekt de vaste commissie mij om de vragen te beantwoorden. Dat is helaas niet haalbaar.",
            "De vaste commissie",
        ),
    ],
)
def test_a_request_that_is_put_off_is_found_with_who_asked(text, by):
    assert asked_in(text) == [by]


@pytest.mark.parametrize(
    "text",
    [
        "De vaste commissie heeft mij verzocht om een reactie. Met deze brief voldoe ik aan dat verzoek.",
        "De Kamer heeft gevraagd naar de kosten. De kosten bedragen 3 miljoen euro.",
        "De motie van het lid Kat verzoekt om een plan. Het plan volgt in het najaar.",
        "De gemeenten hebben gevraagd om uitstel. Een besluit volgt later.",
    ],
)
def test_a_request_that_is_met_told_or_of_others_is_none(text):
    assert asked_in(text) == []
