"""The chambers' words for a status: known ones are understood in any spelling, unknown ones never guessed."""

import pytest

from griffie.domain.kinds import Status
from griffie.domain.statuses import read_status_words
from griffie.services.statuses import status_words


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("openstaand", Status.OPEN),
        ("Deels Afgedaan", Status.PARTLY_SETTLED),
        ("deels voldaan", Status.PARTLY_SETTLED),
        ("AFGEDAAN", Status.SETTLED),
        ("Voldaan.", Status.SETTLED),
        ("Vervallen", Status.LAPSED),
        ("Nagekomen", Status.UNKNOWN),
        ("niet voldaan", Status.UNKNOWN),
        ("", Status.UNKNOWN),
    ],
)
def test_a_word_of_a_chamber_means_one_status_or_none(word, status):
    assert status_words().status_of(word) is status


def test_each_chamber_has_its_own_word_of_today():
    words = status_words()
    assert words.word_of(Status.SETTLED, "EK") == "voldaan"
    assert words.word_of(Status.SETTLED, "TK") == "Afgedaan"
    assert words.word_of(Status.LAPSED, "EK") == ""
    assert words.word_of(Status.UNKNOWN, "TK") == ""


def test_every_word_leads_back_to_the_status_that_it_was_given_for():
    words = status_words()
    assert all(words.status_of(word) is row.status for row in words.rows for word in row.words)


@pytest.mark.parametrize(
    "toml",
    [
        "[[status]]\nchamber = 'EK'\ncode = 'open'",
        "[[status]]\nchamber = 'EK'\ncode = 'dicht'\nnow = 'dicht'",
        "[[status]]\nchamber = 'EK'\ncode = 'open'\nnow = 'x'\n[[status]]\nchamber = 'TK'\ncode = 'settled'\nnow = 'X'",
        "[[status",
    ],
)
def test_a_damaged_list_is_refused(toml):
    with pytest.raises(ValueError, match=r"\S"):
        read_status_words(toml)
