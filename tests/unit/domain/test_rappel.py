"""The lists of a reminder round: which day belongs where, and in which words a committee decides."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import in_language, set_language
from griffie.domain.kinds import Chamber, ItemKind, Precision, Status
from griffie.domain.periods import DateRange
from griffie.domain.rappel import (
    KINDS,
    ListName,
    Proposal,
    RappelQuestion,
    is_reference_day,
    last_reference_day,
    next_reference_day,
)
from griffie.domain.rappel_decision import NAMED, Decision, DecisionKind, numbers_text
from griffie.domain.settlement import Degree, Stage

days = st.dates(date(1990, 1, 1), date(2150, 1, 1))
NEW_YEAR = DateRange(date(2027, 1, 1), date(2027, 1, 1), Precision.DAY)
BODY, DAY = "commissie voor Justitie en Veiligheid", date(2026, 5, 12)


@pytest.mark.parametrize(
    ("on", "until"),
    [
        (date(2027, 1, 1), date(2027, 7, 1)),
        (date(2026, 7, 1), date(2027, 1, 1)),
        (date(2026, 9, 15), date(2027, 3, 15)),
        (date(2026, 8, 31), date(2027, 2, 28)),
    ],
)
def test_the_second_list_runs_to_the_next_reference_day_or_half_a_year_after_a_meeting(on, until):
    assert RappelQuestion(on).until == until


@pytest.mark.parametrize(
    ("due", "name"),
    [
        (date(2026, 12, 31), ListName.PASSED),
        (date(2027, 1, 1), ListName.PASSED),
        (date(2027, 1, 2), ListName.COMING),
        (date(2027, 7, 1), ListName.COMING),
        (date(2027, 7, 2), None),
        (None, ListName.UNDATED),
    ],
)
def test_a_term_that_ends_on_the_reference_day_has_passed(due, name):
    assert RappelQuestion(date(2027, 1, 1)).list_of(due) is name


@given(days, days)
def test_an_open_dated_item_is_passed_or_coming_or_later_and_never_two_of_them(on, due):
    question = RappelQuestion(on)
    places = [due <= on, on < due <= question.until, due > question.until]
    assert places.count(True) == 1
    name = (ListName.PASSED, ListName.COMING, None)[places.index(True)]
    assert question.list_of(due) is name


@given(days)
def test_lists_of_one_round_after_the_other_leave_no_day_out(on):
    day = next_reference_day(on)
    following = RappelQuestion(day)
    assert is_reference_day(day)
    assert RappelQuestion(following.until).list_of(day + timedelta(days=1)) is ListName.PASSED
    assert last_reference_day(day) == day
    assert last_reference_day(on) <= on < next_reference_day(on)


def test_what_was_sent_to_both_chambers_belongs_to_either():
    wanted = RappelQuestion(DAY, chamber=Chamber.EK).wanted()
    assert wanted.values_of("chamber") == ("EK", "VV")
    assert RappelQuestion(DAY).wanted().chosen == ()
    assert set(wanted.statuses) == {Status.OPEN, Status.PARTLY_SETTLED}


@pytest.mark.parametrize("kinds", [(), (ItemKind.DEADLINE,), (ItemKind.COMMITMENT, ItemKind.DEADLINE)])
def test_a_round_is_not_about_deadlines(kinds):
    with pytest.raises(InvalidValueError):
        RappelQuestion(DAY, kinds=kinds)


def test_lists_have_their_names_in_both_languages():
    question = RappelQuestion(date(2027, 1, 1), kinds=KINDS, undated=True)
    names = [question.heading(name, in_language("en"), "en") for name in question.lists]
    assert names == ["Term passed on 1 January 2027", "Term ends on or before 1 July 2027", "Without a date"]
    assert "1 januari 2027" in question.heading(ListName.PASSED, in_language("nl"), "nl")


def test_what_a_letter_reports_is_told_with_its_words():
    claim = Proposal(Stage.CLAIMED, Degree.PARTLY, "29344, nr. 131", "2026-08-12", 2, "Hiermee is voldaan.")
    said = claim.words(in_language("en"), "en")
    assert said == "partly settled according to letter of 12 August 2026 (29344, nr. 131), p. 2: “Hiermee is voldaan.”"
    plain = Proposal(Stage.PROPOSED, Degree.WHOLE, "B2026-0001", remarks="zie ook T01222")
    assert plain.words(in_language("en"), "en") == "to be marked as “settled”: letter B2026-0001 (zie ook T01222)"


def decision(kind=DecisionKind.SETTLED, **more):
    return Decision(kind, **{"body": BODY, "decided_on": DAY, **more})


@pytest.mark.parametrize(
    ("made", "status", "words"),
    [
        (decision(), "open", "als “voldaan” aan te merken"),
        (decision(DecisionKind.PARTLY), "open", "als “deels voldaan” aan te merken"),
        (decision(DecisionKind.PARTLY), "partly_settled", "als “deels voldaan” te blijven beschouwen"),
        (
            decision(DecisionKind.PARTLY, due=NEW_YEAR, reason="in afwachting van de volgende monitor"),
            "partly_settled",
            "als “deels voldaan” te blijven beschouwen met als nieuwe deadline 1 januari 2027, "
            "in afwachting van de volgende monitor",
        ),
        (decision(DecisionKind.OPEN), "open", "als “openstaand” te blijven beschouwen"),
        (decision(DecisionKind.OPEN), "partly_settled", "als “deels voldaan” te blijven beschouwen"),
        (
            decision(DecisionKind.OPEN, due=NEW_YEAR, reason="zie brief"),
            "open",
            "als “openstaand” te blijven beschouwen met als nieuwe deadline 1 januari 2027, zie brief",
        ),
        (decision(DecisionKind.LAPSED, reason="de wet is ingetrokken"), "open",
         "als “vervallen” aan te merken, de wet is ingetrokken"),
        (decision(DecisionKind.EXPLANATION), "open", "een nadere toelichting te vragen op de uitvoering"),
    ],
)  # fmt: skip
def test_decisions_are_recorded_in_the_words_of_the_committees(made, status, words):
    set_language("nl")
    assert made.words(status) == words


def test_a_batch_of_numbers_is_one_line():
    set_language("nl")
    numbers = ["T02883", "T02889", "T02897"]
    line = decision().line(ItemKind.COMMITMENT, numbers, "open")
    assert line == "de toezeggingen T02883, T02889 en T02897 als “voldaan” aan te merken"
    asked = decision(DecisionKind.EXPLANATION).line(ItemKind.COMMITMENT, numbers[:1], "open")
    assert asked == "een nadere toelichting te vragen op de uitvoering van de toezegging T02883"
    assert decision().line(None, numbers[:2], "open") == "T02883 en T02889 als “voldaan” aan te merken"


def test_of_very_many_numbers_the_rest_is_counted():
    numbers = [f"T{n:05}" for n in range(NAMED + 30)]
    assert numbers_text(numbers).endswith("T00011 and 30 more")
    assert numbers_text([]) == ""


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (decision(body="  "), "body"),
        (decision(decided_on=None), "body"),
        (decision(DecisionKind.LAPSED), "reason"),
        (decision(DecisionKind.OPEN, due=NEW_YEAR), "reason"),
        (decision(DecisionKind.SETTLED, due=NEW_YEAR, reason="x"), "new deadline"),
        (decision(DecisionKind.OPEN, due=DateRange(DAY, None, Precision.DAY), reason="x"), "last day"),
        (
            decision(DecisionKind.OPEN, due=DateRange(None, DAY - timedelta(days=1), Precision.DAY), reason="x"),
            "before the day",
        ),
    ],
)
def test_a_decision_says_who_when_and_why(made, words):
    with pytest.raises(InvalidValueError, match=words):
        made.check()


def test_what_stays_open_in_part_stays_so():
    stays = decision(DecisionKind.OPEN)
    assert stays.status_after("partly_settled") is Status.PARTLY_SETTLED
    assert stays.status_after("open") is Status.OPEN
