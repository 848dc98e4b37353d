"""Words of the lists of choices: each list has its own, also where two lists share a code."""

import pytest

from griffie.domain.choices import DUTCH, choice_of
from griffie.domain.kinds import WORDS, Execution, LetterState, Status, Vote


def test_lists_that_share_a_code_have_words_of_their_own():
    assert WORDS[LetterState.DONE] == "done"
    assert WORDS[Execution.DONE] == "carried out"
    assert WORDS[Status.LAPSED] != WORDS[Vote.LAPSED]


@pytest.mark.parametrize("choices", {type(member) for member in WORDS}, ids=lambda choices: choices.__name__)
def test_every_choice_is_found_by_its_dutch_words_and_its_english_word(choices):
    for member in choices:
        assert choice_of(choices, WORDS[member]) is member
        for word in DUTCH.get(member, ()):
            assert choice_of(choices, word) is member
