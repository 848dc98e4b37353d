"""The words that say what a text is about: stems, what is left out, and how near two words are."""

import pytest

from griffie.domain.salient import Nearby, cover, likeness, root, stem, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("school", "scholen"), ("woning", "woningen"), ("brief", "brieven"), ("huis", "huizen"), ("plaats", "plaatsen"),
        ("overheid", "overheden"), ("foto", "foto's"), ("Gemeente", "gemeenten"), ("cijfer", "cijfers"),
        ("financiën", "financien"),
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("haven", "haver"), ("molen", "mol"), ("water", "wateren")])
def test_other_words_keep_apart_or_at_least_their_own_beginning(one, other):
    assert stem(one) != stem(other) or root(one) == root(other)


def test_what_every_letter_says_is_left_out():
    text = "De minister zal de Kamer informeren over de motie van het lid en zegt toe een brief te sturen."

    assert terms(text) == ()


def test_each_word_stands_once_in_its_order_and_weak_words_say_less():
    found = terms("Onderzoek naar carillons; de carillons in Friesland")

    assert [term.word for term in found] == ["Onderzoek", "carillons", "Friesland"]
    assert found[0].strength < found[1].strength == 1.0


def test_parts_behind_a_hyphen_count_by_themselves_too():
    assert {term.stem for term in terms("zorg-app")} >= {stem("zorg-app"), stem("zorg"), stem("app")}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("stikstofanpak", "stikstof", True),  # a compound and how it begins
        ("wintersterft", "sterft", True),  # and how it ends
        ("inventarisatie", "inventaris", True),  # another form
        ("vergunning", "vergunnig", True),  # a slip
        ("molen", "mossel", False),
        ("bij", "bijstand", False),  # too short to be a part
    ],
)
def test_likeness_of_stems(one, other, same):
    assert (likeness(one, other) > 0.5) is same
    assert likeness(one, other) == likeness(other, one)


def test_cover_counts_what_is_near_by_its_weight_and_names_the_words_that_weigh_most():
    there = Nearby([("De carillons van Kinderdijk", 1.0), ("een subsidie", 0.5)])
    rare = {stem("Kinderdijk"): 1.0, stem("carillons"): 0.5, stem("subsidie"): 0.5, stem("viaducten"): 1.0}

    found = cover(terms("subsidie carillons viaducten Kinderdijk"), there, rare.__getitem__)

    assert found.mass == pytest.approx(1.0 + 0.5 + 0.25)
    assert found.share == pytest.approx(1.75 / 3.0)
    assert found.words == ("Kinderdijk", "carillons", "subsidie")


def test_nothing_shared_is_nothing():
    assert cover(terms("molens"), Nearby([("bruggen", 1.0)]), lambda _stem: 1.0).mass == 0.0
    assert cover((), Nearby([("bruggen", 1.0)]), lambda _stem: 1.0).share == 0.0
