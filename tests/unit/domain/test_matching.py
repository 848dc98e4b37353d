"""Which open items a letter settles: each kind of evidence by itself, with what must not count."""

import datetime as dt
from dataclasses import replace

import pytest

from griffie.domain.kinds import ItemKind
from griffie.domain.matching import LEAST, OpenItem, Said, Writing, match, surname
from griffie.domain.reading import Reason
from griffie.domain.settlement import Degree

MADE = dt.date(2026, 1, 14)
STEIGERS = OpenItem(
    "steigers", ItemKind.COMMITMENT, "C1", people=("Hofstee (CDA)",), ministry="IenW", made_on=MADE,
    texts=("herstel van aanlegsteigers langs de Vecht",),
)  # fmt: skip
SLUIZEN = replace(STEIGERS, id="sluizen", number="C2", texts=("bediening van sluizen in de Vecht",))
CARILLONS = OpenItem(
    "carillons", ItemKind.MOTION, "M1", papers=frozenset({"32820-612"}), submitters=("Wijnstra", "De Boer"),
    made_on=MADE, texts=("onderhoud van carillons",),
)  # fmt: skip
CLAIM = Said(ItemKind.COMMITMENT, "Hiermee doe ik de toezegging gestand.", reasons=(Reason("it says so"),))
ABOUT = (("Het herstel van de aanlegsteigers langs de Vecht is afgerond.", 0.9),)
BY_WORDS = replace(CLAIM, texts=ABOUT)


def weigh(_stem):
    return 0.9


def matched(said, *items, **writing):
    return match(Writing(dt.date(2026, 4, 1), said=(said,), **writing), items, weigh)


def ids(said, *items, **writing):
    return [one.item_id for one in matched(said, *items, **writing)]


def score(said, item, **writing):
    found = matched(said, item, **writing)
    return found[0].score if found else 0.0


# numbers


def test_the_number_that_is_met_decides_whatever_the_words():
    numbered = replace(SLUIZEN, official_number="TZ202601-204")

    (found,) = matched(replace(BY_WORDS, numbers=frozenset({"TZ202601-204"})), numbered, STEIGERS)

    assert (found.item_id, found.by_number) == ("sluizen", True)
    assert "TZ202601-204" in found.reasons[-1].told()


def test_an_item_with_another_number_of_the_same_family_is_another():
    numbered = replace(STEIGERS, official_number="TZ202601-205")

    assert ids(replace(BY_WORDS, numbers=frozenset({"TZ202601-204"})), numbered) == []


def test_a_number_that_nobody_has_leaves_an_item_without_a_number_to_the_words():
    assert ids(replace(BY_WORDS, numbers=frozenset({"TZ202601-204"})), STEIGERS) == ["steigers"]


def test_the_paper_of_a_motion_is_its_number():
    said = Said(ItemKind.MOTION, "De motie is uitgevoerd.", numbers=frozenset({"32820-612"}))

    assert ids(said, CARILLONS) == ["carillons"]
    assert ids(replace(said, numbers=frozenset({"32820-613"}), texts=(("carillons onderhoud", 1.0),)), CARILLONS) == []


def test_a_number_in_a_mere_report_is_less_sure_than_in_plain_words():
    numbered = replace(STEIGERS, official_number="T01234")
    plain = replace(CLAIM, numbers=frozenset({"T01234"}))

    assert score(plain, numbered) > score(replace(plain, sure=0.0), numbered) >= LEAST


# names


def test_a_motion_is_known_by_its_members_and_some_words():
    said = Said(ItemKind.MOTION, "Daarmee is de motie uitgevoerd.", names=("Wijnstra", "De Boer"))

    assert ids(replace(said, texts=(("het onderhoud van carillons", 0.9),)), CARILLONS) == ["carillons"]
    assert ids(said, CARILLONS) == []  # members move many motions


def test_all_members_go_before_the_first_one_only():
    alone = replace(CARILLONS, id="alone", papers=frozenset({"32820-615"}), submitters=("Wijnstra",))
    said = Said(
        ItemKind.MOTION, "Uitgevoerd.", names=("Wijnstra", "De Boer"), texts=(("het onderhoud van carillons", 0.9),)
    )

    assert ids(said, alone, CARILLONS) == ["carillons"]


def test_a_motion_of_other_members_is_another_motion():
    said = Said(ItemKind.MOTION, "Uitgevoerd.", names=("Postma",), texts=(("het onderhoud van carillons", 1.0),))

    assert ids(said, CARILLONS) == []


def test_the_member_to_whom_it_was_promised_helps_and_another_one_does_not():
    helped = replace(BY_WORDS, told="Het lid Hofstee heb ik toegezegd te berichten.")
    other = replace(BY_WORDS, told="Het lid Postma heb ik toegezegd te berichten.")

    assert score(helped, STEIGERS) > score(BY_WORDS, STEIGERS) > score(other, STEIGERS)
    assert any("Hofstee" in reason.told() for reason in matched(helped, STEIGERS)[0].reasons)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Van der Plas (BBB)", "van der plas"), ("C. van der Plas", "van der plas"), ("Olger van Dijk", "van dijk"),
        ("Caroline Bikker", "bikker"), ("De Hoop", "de hoop"), ("Martens-America", "martens-america"),
        ("Kostić", "kostic"),
    ],
)  # fmt: skip
def test_surnames(name, bare):
    assert surname(name) == bare


# days


@pytest.mark.parametrize(
    "told",
    [
        "In het debat van 14 januari heb ik dit toegezegd.",
        "In het commissiedebat van 14 januari 2026 vroeg u hiernaar.",
        "Het lid Hofstee wilde op 14 januari weten hoe het ermee staat.",
        "In mijn brief van 14 januari jl. schreef ik u.",
    ],
)
def test_the_day_of_the_promise_helps(told):
    assert score(replace(BY_WORDS, told=told), STEIGERS) > score(BY_WORDS, STEIGERS)


def test_the_day_of_another_debate_counts_against_it():
    other = replace(BY_WORDS, told="In het debat van 3 februari heb ik dit toegezegd.")

    assert score(other, STEIGERS) < score(BY_WORDS, STEIGERS)


def test_days_of_which_nothing_was_promised_say_nothing():
    told = replace(BY_WORDS, told="Op 3 februari is de eerste steiger geopend.")

    assert score(told, STEIGERS) == score(BY_WORDS, STEIGERS)


def test_the_month_helps_a_little_where_no_day_is_given():
    told = replace(BY_WORDS, told="In januari heb ik toegezegd u te berichten.")
    other = replace(BY_WORDS, told="In maart heb ik toegezegd u te berichten.")

    assert score(told, STEIGERS) > score(BY_WORDS, STEIGERS) == score(other, STEIGERS)


def test_what_is_promised_on_the_letters_day_or_later_is_not_settled():
    numbered = replace(STEIGERS, official_number="T01234", made_on=dt.date(2026, 4, 1))

    assert ids(replace(CLAIM, numbers=frozenset({"T01234"})), numbered) == []
    assert ids(replace(CLAIM, numbers=frozenset({"T01234"})), replace(numbered, made_on=None)) == ["steigers"]


# words, ministry, dossier, kind


def test_without_a_number_the_item_with_most_shared_words_is_meant():
    assert ids(BY_WORDS, SLUIZEN, STEIGERS) == ["steigers"]


def test_too_few_words_are_no_match():
    assert ids(replace(CLAIM, texts=(("Over de Vecht bericht ik u.", 0.5),)), STEIGERS) == []


def test_the_words_are_told_with_the_match():
    reasons = [reason.told() for reason in matched(BY_WORDS, STEIGERS)[0].reasons]

    assert reasons[0] == "it says so"
    assert "shared words: herstel, aanlegsteigers, Vecht" in reasons


def test_one_promise_registered_twice_is_proposed_twice():
    twice = replace(STEIGERS, id="twice", number="C9")

    assert sorted(ids(BY_WORDS, STEIGERS, twice, SLUIZEN)) == ["steigers", "twice"]


def test_words_that_speak_of_several_may_mean_several():
    texts = (*ABOUT, ("De bediening van sluizen in de Vecht is geregeld.", 0.9))

    assert ids(replace(CLAIM, texts=texts), STEIGERS, SLUIZEN) != ["sluizen", "steigers"]
    assert sorted(ids(replace(CLAIM, texts=texts, several=True), STEIGERS, SLUIZEN)) == ["sluizen", "steigers"]


def test_another_ministry_counts_much_against_it_and_the_same_a_little_for_it():
    same = score(BY_WORDS, STEIGERS, ministries=frozenset({"IenW"}))
    other = score(BY_WORDS, STEIGERS, ministries=frozenset({"OCW"}))

    assert same > score(BY_WORDS, STEIGERS) > other


def test_the_paper_in_which_it_was_promised_helps():
    made = replace(STEIGERS, made_in=frozenset({"31409-88"}))
    said = replace(BY_WORDS, cited=frozenset({"31409-88"}))

    assert score(said, made) > score(BY_WORDS, made)
    assert any("31409-88" in reason.told() for reason in matched(said, made)[0].reasons)


def test_the_same_dossier_helps():
    in_dossier = replace(STEIGERS, dossiers=frozenset({"31409"}))

    assert score(BY_WORDS, in_dossier, dossiers=frozenset({"31409"})) > score(BY_WORDS, in_dossier)


def test_a_motion_is_no_commitment_and_a_commitment_no_motion():
    assert ids(replace(BY_WORDS, what=ItemKind.MOTION), STEIGERS) == []
    assert ids(replace(BY_WORDS, texts=(("onderhoud van carillons", 1.0),)), CARILLONS) == []


def test_a_request_may_have_been_registered_as_a_commitment():
    asked = score(replace(BY_WORDS, what=ItemKind.REQUEST), STEIGERS)

    assert LEAST <= asked < score(BY_WORDS, STEIGERS)


def test_a_report_needs_more_than_plain_words_do():
    scores = [score(replace(BY_WORDS, sure=sure), STEIGERS) for sure in (0.92, 0.6, 0.3, 0.0)]

    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


def test_what_the_letter_puts_off_is_no_match_however_many_words_are_shared():
    later = ("Over het herstel van de aanlegsteigers langs de Vecht bericht ik u na de zomer.",)
    said = replace(CLAIM, texts=(("De aanlegsteigers langs de Vecht zijn druk.", 0.6),))

    assert ids(said, STEIGERS, put_off=later) == []


def test_a_report_on_progress_meets_only_what_asks_for_it():
    said = replace(BY_WORDS, sure=0.6, progress=True)

    assert ids(said, STEIGERS) == []
    assert ids(said, replace(STEIGERS, texts=("stand van zaken herstel aanlegsteigers Vecht",))) == ["steigers"]


# joined


def test_an_item_met_in_two_places_is_one_match_where_the_letter_says_it_plainest():
    report = replace(BY_WORDS, sure=0.0, told="In het debat van 14 januari vroeg het lid Hofstee hiernaar.")
    plain = replace(BY_WORDS, degree=Degree.PARTLY)

    (found,) = match(Writing(dt.date(2026, 4, 1), said=(report, plain)), [STEIGERS], weigh)

    assert found.at == 1
    assert found.degree is Degree.PARTLY
    assert found.score == max(score(report, STEIGERS), score(plain, STEIGERS))


def test_the_surest_come_first():
    numbered = replace(SLUIZEN, official_number="T01234")
    said = (BY_WORDS, replace(CLAIM, numbers=frozenset({"T01234"})))

    found = match(Writing(dt.date(2026, 4, 1), said=said), [STEIGERS, numbered], weigh)

    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert {one.item_id for one in found} == {"steigers", "sluizen"}
