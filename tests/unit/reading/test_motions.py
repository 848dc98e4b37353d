"""Which motions a letter names, whose they are, and what it does with them."""

import pytest

from griffie.domain.letter import Dossier
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.citations import find_citations
from griffie.reading.nl.motions import find_motions
from griffie.reading.plain import letter_text
from tests.unit.reading.rules.motions import EXAMPLES, NAMES, NO_MOTIONS, ROLES

HEAD = "Den Haag, 3 mei 2021\n\n"


def motions_in(text, facts=None):
    facts = facts or LetterFacts()
    letter = letter_text(HEAD + text)
    return letter, find_motions(letter, facts, find_citations(letter, facts))


def named(motions):
    return tuple(("/".join(m.submitters) + (" c.s." if m.cs else ""), m.paper) for m in motions)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.rule)
def test_a_motion_is_known_with_its_submitters_and_its_number(example):
    assert named(motions_in(example.text)[1]) == example.expect


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.rule)
def test_what_only_looks_like_a_motion_is_none(example):
    assert named(motions_in(example.counter)[1]) == ()


@pytest.mark.parametrize(("words", "submitters"), NAMES)
def test_names_of_members_are_read_in_every_form(words, submitters):
    _, motions = motions_in(f"De motie {words} is aangenomen.")
    assert [name for name, _ in named(motions)] == [submitters]


@pytest.mark.parametrize("text", NO_MOTIONS)
def test_headings_and_other_bodies_have_no_motions(text):
    assert motions_in(text)[1] == []


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_letter_says_what_it_does_with_a_motion(text, role):
    letter, motions = motions_in(text)
    (motion,) = motions
    assert motion.role == role
    assert motion.discharged == (role in ("carries_out", "settles"))
    assert letter.quote(motion.role_extent) in text
    assert motion.reason.told()


def test_the_number_may_stand_in_the_note_on_the_name():
    _, motions = motions_in(
        "De moties Kat1 en Peters2 zijn aangenomen.\n\n1 Kamerstuk 31 765, nr. 48.\n\n2 Kamerstuk 31 765, nr. 49."
    )
    assert named(motions) == (("Kat", "31765-48"), ("Peters", "31765-49"))


def test_two_motions_of_one_member_have_their_numbers_in_one_note():
    _, motions = motions_in("Twee moties van het lid Kat1 zijn aangenomen.\n\n1 Kamerstuk 31 765, nrs. 48 en 49.")
    assert named(motions) == (("Kat", "31765-48"), ("Kat", "31765-49"))


def test_a_note_on_a_letter_of_the_minister_gives_the_motion_no_number():
    _, motions = motions_in(
        "De motie van het lid Kat is in mijn brief van 3 mei1 besproken.\n\n1 Kamerstuk 35 510, nr. 10."
    )
    assert named(motions) == (("Kat", None),)


def test_a_motion_that_is_named_thrice_is_one_with_three_places():
    letter, motions = motions_in(
        "Betreft Uitvoering motie-Kat\n\nGeachte voorzitter,\n\nDe motie van het lid Kat (Kamerstuk 31 765, nr. 48) "
        "over wonen vraagt om een plan. Met dit plan is de motie uitgevoerd."
    )
    (motion,) = motions
    assert motion.paper == "31765-48"
    assert motion.subject == "wonen"
    assert [letter.quote(place) for place in motion.extents] == ["motie van het lid Kat", "motie-Kat", "motie"]


def test_the_same_members_may_have_two_motions():
    _, motions = motions_in(
        "De motie Kat/Peters (Kamerstuk 31 765, nr. 48) en de motie met Kamerstuk 31 765, nr. 49 van dezelfde leden."
    )
    assert named(motions) == (("Kat/Peters", "31765-48"), ("Kat/Peters", "31765-49"))


def test_both_motions_are_met_by_words_of_both():
    _, motions = motions_in("De moties Kat en Peters vragen hierom. Daarmee beschouw ik beide moties als afgedaan.")
    assert [m.role for m in motions] == ["settles", "settles"]


def test_only_the_motion_of_the_clause_is_met():
    _, motions = motions_in(
        "De motie-Kat heb ik uitgevoerd door het loket te openen; de motie-Peters betrek ik bij de evaluatie."
    )
    assert [m.discharged for m in motions] == [True, False]


def test_a_motion_that_heads_a_section_is_answered_by_the_promise_met_there():
    section = "1. Motie van het lid Kat over een agenda\n\n{}\n\n2. Overig\n\nTot slot volgt hier een zin."
    met = "Ik zegde toe dit te bespreken. De toezegging is hiermee gestand gedaan."
    assert [m.discharged for m in motions_in(section.format(met))[1]] == [True]
    assert [m.discharged for m in motions_in(section.format(f"{met} De motie heb ik ontraden."))[1]] == [False]


def test_a_nickname_stands_for_its_motion():
    _, motions = motions_in(
        "De motie van de leden Kat en Peters (hierna: motie A) vraagt dit. De motie van het lid Kuik (hierna: motie B) "
        "niet. Hiermee is uitvoering gegeven aan motie A."
    )
    assert [(m.nickname, m.discharged) for m in motions] == [("motie A", True), ("motie B", False)]


def test_a_bare_number_is_of_the_only_dossier_of_the_letter():
    _, motions = motions_in("De motie 571 van het lid Kat is aangenomen.", LetterFacts(dossiers=(Dossier("33037"),)))
    assert named(motions) == (("Kat", "33037-571"),)


def test_a_letter_without_motions_has_none():
    assert motions_in("Hierbij ontvangt u het jaarverslag.")[1] == []
