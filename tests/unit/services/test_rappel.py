"""The lists of a reminder round, and decisions on many of their items at once."""

import datetime as dt

import pytest

from griffie.base.errors import Cancelled, InvalidValueError, UserError
from griffie.domain.following import ProgressKind
from griffie.domain.kinds import Chamber, ItemKind, Precision, Status
from griffie.domain.periods import DateRange
from griffie.domain.rappel import KINDS, ListName, RappelQuestion
from griffie.domain.rappel_decision import Decision, DecisionKind
from griffie.domain.settlement import Degree, Stage
from griffie.services import following, history, looking, rappel, settling
from griffie.services.rappel_deciding import decide, line_of
from griffie.services.settling import Ruling, settle
from griffie.store.lines import stale_lines
from tests.helpers.rappel_register import BODY, DAY, ON, fill, put_due, put_item
from tests.helpers.registers import dump, put_letter

NEXT = DateRange(dt.date(2027, 7, 1), dt.date(2027, 7, 1), Precision.DAY)


@pytest.fixture
def ids(desk):
    return fill(desk)


def names(desk, ids, question):
    """Return the names of the items in each list, in order."""
    of_id = {item_id: name for name, item_id in ids.items()}
    return {name.value: [of_id[line.id] for line in lines] for name, lines in rappel.lists(desk, question)}


def decision(kind, **more):
    return Decision(kind, **{"body": BODY, "decided_on": DAY, **more})


SETTLED = decision(DecisionKind.SETTLED)


def status_of(desk, item_id):
    return desk.item(item_id).status


def lines(desk):
    return [tuple(row) for row in desk.register.read.execute("SELECT * FROM line ORDER BY seq").fetchall()]


def test_a_round_lists_what_is_open_or_partly_settled_by_its_term(desk, ids):
    assert names(desk, ids, RappelQuestion(ON)) == {
        "passed": ["passed", "today"],
        "coming": ["coming", "edge"],
        "undated": [],
    }


def test_what_has_no_date_is_a_third_list_where_it_is_asked_for(desk, ids):
    assert names(desk, ids, RappelQuestion(ON, undated=True))["undated"] == ["undated"]


def test_motions_and_requests_come_along_when_they_are_asked_for(desk, ids):
    found = names(desk, ids, RappelQuestion(ON, kinds=KINDS))
    assert sorted(found["passed"]) == ["motion", "passed", "request", "today"]
    assert names(desk, ids, RappelQuestion(ON, kinds=(ItemKind.REQUEST,)))["passed"] == ["request"]


def test_lists_stand_by_ministry_and_within_it_by_term(desk, ids):
    put_item(desk, "2026-01-01", ministry="VWS")
    put_item(desk, "2026-12-01", ministry="BZK")
    found = rappel.lists(desk, RappelQuestion(ON)).passed
    assert [(line.ministry, line.due) for line in found] == [
        ("BZK", "2026-12-01"), ("JenV", "2026-07-01"), ("JenV", "2027-01-01"), ("VWS", "2026-01-01"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("limits", "passed", "coming"),
    [
        ({"ministry": "BZK"}, [], ["coming", "edge"]),
        ({"ministry": "Ministerie van Justitie en Veiligheid"}, ["passed", "today"], []),
        ({"committee": "j&v"}, ["passed"], []),
        ({"chamber": Chamber.EK}, ["passed", "today"], ["coming"]),
        ({"chamber": Chamber.TK}, [], ["coming", "edge"]),
        ({"committee": "Defensie"}, [], []),
    ],
)
def test_a_round_is_limited_to_a_chamber_a_ministry_or_a_committee(desk, ids, limits, passed, coming):
    found = names(desk, ids, RappelQuestion(ON, **limits))
    assert (found["passed"], found["coming"]) == (passed, coming)


def test_an_item_with_several_deadlines_stands_in_the_list_of_the_first_one(desk, ids):
    put_due(desk, ids["passed"], "2027-03-01")
    found = names(desk, ids, RappelQuestion(ON))
    assert (found["passed"], found["coming"]) == (["passed", "today"], ["coming", "edge"])


def test_a_line_says_what_the_form_asks(desk, ids):
    line = rappel.lists(desk, RappelQuestion(ON)).passed[0]
    assert (line.number, line.text, line.due, line.days_late) == (
        "T02883", "Informeren over de uitkomst", "2026-07-01", 184,
    )  # fmt: skip
    assert (line.responsible, line.committee) == ("Minister van Justitie en Veiligheid", "J&V")
    assert line.claimed
    (claim,) = line.proposals
    assert (claim.stage, claim.degree, claim.letter_date) == (Stage.CLAIMED, Degree.WHOLE, "2026-08-12")


def test_settled_raises_what_a_letter_reports_and_adds_no_second_settlement(desk, ids):
    decide(desk, [ids["passed"], ids["today"]], decision(DecisionKind.SETTLED, reason="zie de brief"))
    (raised,) = settling.settlements_of(desk, ids["passed"])
    assert (raised.stage, raised.body, raised.decided_on, raised.remarks) == (Stage.DECIDED, BODY, DAY, "zie de brief")
    assert raised.letter_id
    (alone,) = settling.settlements_of(desk, ids["today"])
    assert (alone.stage, alone.letter_id, alone.degree) == (Stage.DECIDED, None, Degree.WHOLE)
    assert {status_of(desk, ids[name]) for name in ("passed", "today")} == {Status.SETTLED}
    (ruling,) = following.progress_of(desk, ids["passed"])
    assert (ruling.kind, ruling.body, ruling.on_date) == (ProgressKind.RULING, BODY, DAY)
    assert ruling.text == "to be marked as “settled”, zie de brief"


def test_two_letters_that_settle_an_item_are_both_decided_on(desk, ids):
    other = put_letter(desk)
    settle(desk, ids["passed"], Ruling(Stage.PROPOSED, Degree.PARTLY, remarks="deel twee"), letter_id=other)
    decide(desk, [ids["passed"]], SETTLED)
    found = settling.settlements_of(desk, ids["passed"])
    assert [(one.stage, one.degree) for one in found] == [
        (Stage.DECIDED, Degree.WHOLE), (Stage.DECIDED, Degree.PARTLY),
    ]  # fmt: skip
    assert found[1].remarks == "deel twee"
    assert status_of(desk, ids["passed"]) is Status.SETTLED


def test_letters_that_each_settle_a_part_settle_it_when_the_committee_says_so(desk, ids):
    for _n in range(2):
        settle(desk, ids["today"], Ruling(Stage.CLAIMED, Degree.PARTLY), letter_id=put_letter(desk))
    decide(desk, [ids["today"]], SETTLED)
    assert status_of(desk, ids["today"]) is Status.SETTLED
    assert {one.stage for one in settling.settlements_of(desk, ids["today"])} == {Stage.DECIDED}


def test_a_claim_of_the_whole_is_lowered_when_the_committee_sees_a_part(desk, ids):
    decide(desk, [ids["passed"]], decision(DecisionKind.PARTLY))
    (one,) = settling.settlements_of(desk, ids["passed"])
    assert (one.stage, one.degree) == (Stage.DECIDED, Degree.PARTLY)
    assert status_of(desk, ids["passed"]) is Status.PARTLY_SETTLED


def test_a_motion_is_settled_by_the_letter_that_says_so(desk, ids):
    motion = desk.item(ids["motion"])
    letter = put_letter(desk)
    settle(desk, motion.id, Ruling(Stage.CLAIMED), letter_id=letter)
    decide(desk, [motion.id], SETTLED)
    (one,) = settling.settlements_of(desk, motion.id)
    assert (one.stage, one.letter_id, one.role) == (Stage.DECIDED, letter, "settles")
    assert status_of(desk, motion.id) is Status.SETTLED


@pytest.mark.parametrize(
    ("kind", "status"), [(DecisionKind.PARTLY, Status.PARTLY_SETTLED), (DecisionKind.OPEN, Status.OPEN)]
)
def test_a_new_deadline_keeps_the_old_one_with_reason_and_source(desk, ids, kind, status):
    decide(desk, [ids["passed"]], decision(kind, due=NEXT, reason="in afwachting van de monitor"))
    (deadline,) = looking.deadlines_of(desk, ids["passed"])
    assert (deadline.date_to, deadline.phrase) == (NEXT.date_to, "voor de zomer")
    (moved,) = looking.deadline_changes(desk, deadline.id)
    assert moved.date_to == dt.date(2026, 7, 1)
    assert moved.reason == f"in afwachting van de monitor ({BODY}, 2 February 2027)"
    assert status_of(desk, ids["passed"]) is status
    assert following.progress_of(desk, ids["passed"])[0].text.endswith("1 July 2027, in afwachting van de monitor")


def test_an_item_that_stays_open_leaves_the_list_once_all_its_passed_terms_have_moved(desk, ids):
    put_due(desk, ids["passed"], "2026-12-01")
    kept = put_due(desk, ids["passed"], "2027-09-01")
    decide(desk, [ids["passed"]], decision(DecisionKind.OPEN, due=NEXT, reason="later"))
    days = sorted(deadline.date_to for deadline in looking.deadlines_of(desk, ids["passed"]))
    assert days == [NEXT.date_to, NEXT.date_to, dt.date(2027, 9, 1)]
    assert looking.deadline_changes(desk, kept) == []
    assert "passed" not in names(desk, ids, RappelQuestion(ON))["passed"]


def test_an_item_without_a_date_gets_its_first_one(desk, ids):
    decide(desk, [ids["undated"]], decision(DecisionKind.OPEN, due=NEXT, reason="op verzoek", phrase="medio 2027"))
    (deadline,) = looking.deadlines_of(desk, ids["undated"])
    assert (deadline.date_to, deadline.phrase) == (NEXT.date_to, "medio 2027")
    assert history.history(desk)[0].name == f"Decision on {desk.item(ids['undated']).number}"


def test_what_is_partly_settled_stays_so_and_gets_no_settlement_for_it(desk, ids):
    decide(desk, [ids["passed"], ids["today"]], decision(DecisionKind.OPEN))
    assert status_of(desk, ids["passed"]) is Status.OPEN
    assert status_of(desk, ids["today"]) is Status.PARTLY_SETTLED
    assert settling.settlements_of(desk, ids["today"]) == []
    assert following.progress_of(desk, ids["today"])[0].text == "to remain “partly settled”"


def test_partly_settled_once_more_adds_no_second_decision(desk, ids):
    decide(desk, [ids["today"]], decision(DecisionKind.PARTLY, decided_on=dt.date(2026, 7, 7)))
    decide(desk, [ids["today"]], decision(DecisionKind.PARTLY, due=NEXT, reason="nog niet klaar"))
    assert len(settling.settlements_of(desk, ids["today"])) == 1
    assert len(following.progress_of(desk, ids["today"])) == 2


def test_what_lapses_says_why(desk, ids):
    decide(desk, [ids["passed"]], decision(DecisionKind.LAPSED, reason="de wet is ingetrokken"))
    assert status_of(desk, ids["passed"]) is Status.LAPSED
    (ruling,) = following.progress_of(desk, ids["passed"])
    assert ruling.text == "to be marked as “lapsed”, de wet is ingetrokken"


def test_asking_for_an_explanation_changes_nothing_but_the_progress(desk, ids):
    before = dump(desk.register)
    decide(desk, [ids["today"]], decision(DecisionKind.EXPLANATION))
    after = dump(desk.register)
    assert {name for name in before if before[name] != after[name]} <= {"progress", "fts_item"}
    assert following.progress_of(desk, ids["today"])[0].text == "to ask for a further explanation of its execution"


KINDS_OF_DECISION = [
    SETTLED,
    decision(DecisionKind.PARTLY),
    decision(DecisionKind.PARTLY, due=NEXT, reason="later"),
    decision(DecisionKind.OPEN, due=NEXT, reason="later"),
    decision(DecisionKind.LAPSED, reason="niet meer nodig"),
    decision(DecisionKind.EXPLANATION),
]


@pytest.mark.parametrize("made", KINDS_OF_DECISION, ids=lambda made: made.kind.value)
def test_one_undo_brings_every_row_back_and_redo_does_it_again(desk, ids, made):
    chosen = [ids[name] for name in ("passed", "today", "coming", "undated", "motion", "request")]
    before, before_lines = dump(desk.register), lines(desk)
    decide(desk, chosen, made)
    after, after_lines = dump(desk.register), lines(desk)
    assert after != before
    assert stale_lines(desk.register.read) == []
    history.undo(desk)
    assert dump(desk.register) == before
    assert lines(desk) == before_lines
    history.redo(desk)
    assert dump(desk.register) == after
    assert lines(desk) == after_lines


@pytest.mark.parametrize("first", KINDS_OF_DECISION[:5], ids=lambda made: made.kind.value)
@pytest.mark.parametrize("name", ["passed", "today", "motion"])
def test_the_same_committee_on_the_same_day_corrects_itself(desk, ids, first, name):
    """A slip of the key: another decision stands in its place, as if the first had not been taken."""
    status = status_of(desk, ids[name])
    decide(desk, [ids[name]], first)
    decide(desk, [ids[name]], decision(DecisionKind.OPEN))
    assert status_of(desk, ids[name]) is status
    assert all(one.stage is not Stage.DECIDED for one in settling.settlements_of(desk, ids[name]))
    assert len(settling.settlements_of(desk, ids[name])) == (1 if name == "passed" else 0)
    assert len(following.progress_of(desk, ids[name])) == 1


def test_what_a_clerk_wrote_of_the_meeting_and_an_explanation_asked_stay_beside_a_correction(desk, ids):
    following.add_progress(
        desk, ids["passed"], "Besproken met de minister", on_date=DAY, kind=ProgressKind.RULING, body=BODY
    )
    for made in (decision(DecisionKind.EXPLANATION), SETTLED, decision(DecisionKind.OPEN)):
        decide(desk, [ids["passed"]], made)
    assert [line.text for line in following.progress_of(desk, ids["passed"])] == [
        "to remain “open”", "to ask for a further explanation of its execution", "Besproken met de minister",
    ]  # fmt: skip


def test_a_decision_of_another_day_is_not_taken_back(desk, ids):
    decide(desk, [ids["passed"]], decision(DecisionKind.PARTLY, decided_on=dt.date(2026, 7, 7)))
    decide(desk, [ids["passed"]], SETTLED)
    decide(desk, [ids["passed"]], decision(DecisionKind.OPEN))
    assert status_of(desk, ids["passed"]) is Status.PARTLY_SETTLED
    assert [one.degree for one in settling.settlements_of(desk, ids["passed"])] == [Degree.PARTLY]


def test_a_decision_without_who_or_why_changes_nothing(desk, ids):
    before = dump(desk.register)
    for made in (decision(DecisionKind.SETTLED, body=""), decision(DecisionKind.OPEN, due=NEXT)):
        with pytest.raises(InvalidValueError):
            decide(desk, [ids["passed"]], made)
    assert dump(desk.register) == before


def test_a_deadline_itself_is_not_decided_on(desk, ids):
    deadline = put_due(desk, ids["passed"], "2026-08-01")
    before = dump(desk.register)
    with pytest.raises(UserError):
        decide(desk, [ids["passed"], deadline], SETTLED)
    assert dump(desk.register) == before


def test_what_is_gone_is_passed_over(desk, ids):
    decide(desk, ["gone", ids["passed"]], SETTLED)
    assert status_of(desk, ids["passed"]) is Status.SETTLED


def test_many_items_tell_how_far_they_are_and_can_be_stopped(desk):
    chosen = [put_item(desk) for _n in range(250)]
    told = []
    decide(desk, chosen, SETTLED, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 250), (100, 250), (200, 250)]
    before = dump(desk.register)
    with pytest.raises(Cancelled):
        decide(desk, chosen, decision(DecisionKind.OPEN), cancelled=lambda: len(told) > 3 or told.append(1))
    assert dump(desk.register) == before


def test_the_round_knows_what_was_decided_in_it(desk, ids):
    decide(desk, [ids["passed"], ids["today"]], SETTLED)
    decide(desk, [ids["coming"]], decision(DecisionKind.OPEN, body="een andere commissie"))
    on = DAY.isoformat()
    assert rappel.decided(desk, ids.values(), f" {BODY} ", on) == {
        ids["passed"]: "to be marked as “settled”",
        ids["today"]: "to be marked as “settled”",
    }
    assert rappel.decisions_of_round(desk, BODY, on) == {
        "to be marked as “settled”": [(ItemKind.COMMITMENT, "T02883"), (ItemKind.COMMITMENT, "T02889")]
    }
    assert rappel.bodies(desk)[:2] == ["een andere commissie", BODY]
    history.undo(desk)
    history.undo(desk)
    assert rappel.decided(desk, ids.values(), BODY, on) == {}


def test_the_line_of_a_decision_names_the_batch(desk, ids):
    line = line_of(desk, [ids["passed"], ids["today"]], SETTLED)
    assert line == "commitments T02883 and T02889 to be marked as “settled”"
    stays = line_of(desk, [ids["passed"], ids["today"], ids["edge"]], decision(DecisionKind.OPEN))
    assert stays == (
        "commitments T02883 and TZ202609-012 to remain “open”; commitment T02889 to remain “partly settled”"
    )
    mixed = line_of(desk, [ids["passed"], ids["motion"]], SETTLED)
    assert mixed.startswith("T02883 and M")


def test_completions_name_what_the_register_has(desk, ids):
    assert rappel.ministries(desk) == ["BZK", "JenV"]
    assert rappel.committees(desk) == ["J&V"]


def test_a_list_is_read_some_hundred_lines_at_a_time(desk, monkeypatch):
    monkeypatch.setattr(rappel, "BATCH", 3)
    for day in range(1, 8):
        put_item(desk, f"2026-12-0{day}")
    found = rappel.seqs(desk, RappelQuestion(ON))
    pieces = list(rappel.read(desk, RappelQuestion(ON), ListName.PASSED, found.passed))
    assert [len(piece) for piece in pieces] == [3, 3, 1]
