"""A suggestion that a clerk has decided on is known again, also when a new reader names it otherwise."""

from dataclasses import replace

from griffie.domain.decided import Decided, keys_of, runs_of
from griffie.domain.page import strip_text
from griffie.domain.passage import Selection, Span
from griffie.domain.reading import Suggestion, SuggestionKind

TEXT = "Ik zal uw Kamer voor het zomerreces informeren over de uitkomst van het overleg met de gemeenten."


def suggestion(key, words, kind="commitment", page=0):
    start = strip_text(TEXT).find(strip_text(words))
    span = Span(page, start, start + len(strip_text(words)), words, ())
    return Suggestion(SuggestionKind(kind), key, Selection(words, "", "", (span,)), {}, 0.9, "composed", ())


def decision(one, document_id="D"):
    return Decided(one.kind.value, one.key, one.selection.quote, document_id, runs_of(one.selection))


def test_the_same_key_stays():
    one = suggestion("a", TEXT)
    assert keys_of([one], "D", [decision(one)]) == ["a"]


def test_another_key_over_half_of_the_same_characters_takes_the_key_of_the_decision():
    whole, half = suggestion("a", TEXT), suggestion("b", "Ik zal uw Kamer voor het zomerreces informeren")
    assert keys_of([half], "D", [decision(whole)]) == ["a"]
    assert keys_of([whole], "D", [decision(half)]) == ["b"]


def test_less_than_half_is_something_else():
    first = suggestion("a", "Ik zal uw Kamer voor het zomerreces informeren")
    second = suggestion("b", "informeren over de uitkomst van het overleg")
    assert keys_of([second], "D", [decision(first)]) == ["b"]


def test_the_same_characters_of_another_page_or_kind_are_something_else():
    decided = decision(suggestion("a", TEXT))
    assert keys_of([suggestion("b", TEXT, page=1)], "D", [decided]) == ["b"]
    assert keys_of([suggestion("b", TEXT, kind="request")], "D", [decided]) == ["b"]


def test_both_parts_of_what_was_decided_as_one_are_decided():
    whole = decision(suggestion("a", TEXT))
    parts = [suggestion("b", "Ik zal uw Kamer voor het zomerreces informeren"), suggestion("c", "over de uitkomst")]
    assert keys_of(parts, "D", [whole]) == ["a", "a"]


def test_a_decision_whose_own_suggestion_is_still_there_swallows_no_other_one():
    decided = suggestion("a", TEXT)
    other = suggestion("b", "Ik zal uw Kamer voor het zomerreces informeren")
    assert keys_of([decided, other], "D", [decision(decided)]) == ["a", "b"]


def test_one_that_was_open_before_stays_open():
    lost, other = suggestion("a", TEXT), suggestion("b", "Ik zal uw Kamer voor het zomerreces informeren")
    assert keys_of([other], "D", [decision(lost)], {("commitment", "b")}) == ["b"]


def test_in_another_print_the_words_decide():
    decided = decision(suggestion("a", TEXT), "ministry")
    same = suggestion("b", "Ik zal uw Kamer voor het zomerreces informeren", page=3)
    assert keys_of([same], "kamerstuk", [decided]) == ["a"]
    other = Selection("Ik zie geen aanleiding voor nader onderzoek.", "", "", ())
    assert keys_of([Suggestion(SuggestionKind.COMMITMENT, "c", other, {}, 1, "", ())], "kamerstuk", [decided]) == ["c"]


def test_the_nearest_of_several_decisions_is_taken():
    whole, part = suggestion("a", TEXT), suggestion("b", "over de uitkomst van het overleg met de gemeenten.")
    new = suggestion("c", "informeren over de uitkomst van het overleg met de gemeenten.")
    assert keys_of([new], "D", [decision(part), decision(suggestion("x", TEXT[:30]))]) == ["b"]
    assert keys_of([whole], "D", [decision(part)]) == ["b"]


TERM = strip_text("voor het zomerreces")


def term(start):
    """A loose deadline: its key is its words, which occur twice."""
    span = Span(0, start, start + len(TERM), TERM, ())
    return Suggestion(
        SuggestionKind.DEADLINE, TERM, Selection("voor het zomerreces", "", "", (span,)), {}, 0.9, "r", ()
    )


FIRST, SECOND, THIRD = term(0), term(100), term(200)


def keyed(one, key):
    return replace(one, key=key)


def test_the_same_words_further_on_are_another_suggestion():
    assert keys_of([FIRST, SECOND, THIRD], "D", []) == [TERM, f"{TERM} #2", f"{TERM} #3"]


def test_which_of_the_same_words_was_decided_is_known_by_its_place():
    second = decision(keyed(SECOND, f"{TERM} #2"))
    assert keys_of([FIRST, SECOND], "D", [second]) == [TERM, f"{TERM} #2"]
    assert keys_of([SECOND], "D", [second]) == [f"{TERM} #2"]
    assert keys_of([FIRST], "D", [second]) == [TERM]
    first = decision(FIRST)
    assert keys_of([SECOND], "D", [first]) == [f"{TERM} #2"], "the first one is gone, and this is not it"
    assert keys_of([FIRST, SECOND, THIRD], "D", [first, second]) == [TERM, f"{TERM} #2", f"{TERM} #3"]


def test_in_another_print_the_same_words_are_known_by_their_order():
    second = decision(keyed(SECOND, f"{TERM} #2"), "ministry")
    assert keys_of([term(500), term(900)], "kamerstuk", [second]) == [TERM, f"{TERM} #2"]


def test_an_official_number_is_known_wherever_it_stands():
    one = Suggestion(SuggestionKind.MOTION, "29344-120", FIRST.selection, {}, 0.9, "r", ())
    elsewhere = replace(one, selection=SECOND.selection)
    assert keys_of([elsewhere], "D", [decision(one)]) == ["29344-120"]


def test_two_that_would_have_the_same_key_are_decided_one_by_one():
    pair = [keyed(FIRST, "azmani"), keyed(SECOND, "azmani")]
    assert keys_of(pair, "D", []) == ["azmani", "azmani #2"]
    second = decision(keyed(SECOND, "azmani #2"))
    assert keys_of(pair, "D", [second]) == ["azmani", "azmani #2"]
    assert keys_of(pair, "D", [decision(keyed(SECOND, "azmani"))]) == ["azmani #2", "azmani"]
    assert keys_of([keyed(THIRD, "azmani")], "D", [decision(pair[0])]) == ["azmani"]
