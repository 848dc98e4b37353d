"""Settling: a letter claims, a clerk proposes, a body decides; only a decision changes the status of an item."""

import datetime as dt

import pytest

from griffie.base.errors import ConflictError, InvalidValueError, NotFoundError, UserError
from griffie.domain.kinds import ItemKind, MentionRole, Status
from griffie.domain.settlement import Degree, Stage
from griffie.services import history, itemising, lettering, settling, suggesting
from griffie.services.keeping import check
from griffie.services.settling import Ruling
from griffie.store import listing
from griffie.store.steps import step
from tests.helpers.registers import dump, put_letter
from tests.unit.services.test_suggesting import SETTLED, discharge, ids, read, suggested
from tests.unit.services.test_tagging import tag

DAY = dt.date(2026, 5, 12)
PROPOSED = Ruling()
DECIDED = Ruling(Stage.DECIDED, body="commissie JenV", decided_on=DAY)
PARTLY = Ruling(Stage.DECIDED, Degree.PARTLY, "commissie JenV", DAY)
PROMISE, MOTION = "Ik zeg toe uw Kamer", "De motie van het lid Azmani"
PAPER = {"dossier": "29344", "paper_number": "120"}


@pytest.fixture
def promise(desk, letter_id):
    return tag(desk, letter_id, PROMISE, ItemKind.COMMITMENT)[0]


@pytest.fixture
def motion(desk, letter_id):
    item_id = tag(desk, letter_id, MOTION, ItemKind.MOTION)[0]
    return itemising.set_item_fields(desk, item_id, PAPER, letter_id=letter_id)[0]


@pytest.fixture
def later(desk):
    """A letter that comes later and may settle things."""
    return put_letter(desk, date="2026-05-01")


def only(desk, item_id):
    (found,) = settling.settlements_of(desk, item_id)
    return found


def status(desk, item_id):
    return desk.item(item_id).status


def reported(desk, item_id):
    """Whether the register shows that a settlement is reported and not decided on."""
    rows = listing.items_in_register(desk.register, listing.Wanted(claimed=True))
    return item_id in {row.id for row in rows}


def put_claim(desk, letter_id, target="T01970", item_id=None):
    """Put in what accepting the discharge of a letter makes; returns the settlement's id."""
    with step(desk.register, desk.who, "Accept a settlement") as work:
        row = {"letter_id": letter_id, "item_id": item_id, "what": "toezegging", "target": target}
        return work.insert("settlement", row)


# ---- stages


def test_a_proposal_leaves_the_item_open_and_the_register_says_that_it_is_reported(desk, promise, later):
    changes = settling.settle(desk, promise, PROPOSED, letter_id=later)
    assert (promise in changes.items, later in changes.letters) == (True, True)
    found = only(desk, promise)
    assert (found.letter_id, found.stage, found.degree) == (later, Stage.PROPOSED, Degree.WHOLE)
    assert status(desk, promise) is Status.OPEN
    assert reported(desk, promise)


@pytest.mark.parametrize(("ruling", "expected"), [(DECIDED, Status.SETTLED), (PARTLY, Status.PARTLY_SETTLED)])
def test_a_decision_changes_the_status_and_is_no_longer_only_reported(desk, promise, later, ruling, expected):
    settling.settle(desk, promise, ruling, letter_id=later)
    found = only(desk, promise)
    assert (found.stage, found.body, found.decided_on) == (Stage.DECIDED, "commissie JenV", DAY)
    assert status(desk, promise) is expected
    assert reported(desk, promise) is False


def test_a_decision_takes_the_word_of_the_chamber_away_for_it_says_something_else(desk, promise, later):
    itemising.set_item_field(desk, promise, "status_word", "openstaand")
    settling.settle(desk, promise, DECIDED, letter_id=later)
    assert desk.item(promise).status_word == ""


@pytest.mark.parametrize("lacking", [{"body": ""}, {"body": "  "}, {"decided_on": None}])
def test_a_decision_says_who_decided_and_when(desk, promise, later, lacking):
    values = {"body": "commissie JenV", "decided_on": DAY} | lacking
    before = dump(desk.register)
    with pytest.raises(InvalidValueError):
        settling.settle(desk, promise, Ruling(Stage.DECIDED, **values), letter_id=later)
    assert dump(desk.register) == before


def test_what_is_not_decided_keeps_no_body_and_no_day(desk, promise, later):
    settling.settle(desk, promise, Ruling(Stage.PROPOSED, body="commissie JenV", decided_on=DAY), letter_id=later)
    assert (only(desk, promise).body, only(desk, promise).decided_on) == ("", None)


def test_a_proposal_raised_to_a_decision_is_the_same_settlement(desk, promise, later):
    settling.settle(desk, promise, PROPOSED, letter_id=later)
    first = only(desk, promise)
    settling.settle(desk, promise, DECIDED, letter_id=later)
    assert (only(desk, promise).id, only(desk, promise).stage) == (first.id, Stage.DECIDED)


def test_what_the_letter_claims_already_is_raised_and_keeps_its_words(desk, promise, later):
    settlement_id = put_claim(desk, later, item_id=promise)
    settling.settle(desk, promise, PARTLY, letter_id=later)
    found = only(desk, promise)
    assert (found.id, found.target, found.stage) == (settlement_id, "T01970", Stage.DECIDED)


def test_a_claim_on_the_official_number_of_an_item_is_raised_too(desk, promise, later):
    settlement_id = put_claim(desk, later)
    itemising.set_item_field(desk, promise, "official_number", "T01970")
    settling.settle(desk, promise, PROPOSED, letter_id=later)
    assert only(desk, promise).id == settlement_id
    assert len(settling.settlements_in(desk, later)) == 1


def test_a_body_decides_without_a_letter(desk, promise):
    settling.settle(desk, promise, DECIDED)
    assert only(desk, promise).letter_id is None
    assert status(desk, promise) is Status.SETTLED


def test_without_a_letter_nothing_is_proposed(desk, promise):
    with pytest.raises(UserError, match="Name the letter"):
        settling.settle(desk, promise, PROPOSED)


def test_a_deadline_is_not_settled_by_itself(desk, letter_id, later):
    deadline, _changes = tag(desk, letter_id, "voor 1 mei 2026", ItemKind.DEADLINE)
    with pytest.raises(UserError, match="not settled by itself"):
        settling.settle(desk, deadline, PROPOSED, letter_id=later)


def test_letter_and_item_must_be_there(desk, promise, later):
    with pytest.raises(NotFoundError):
        settling.settle(desk, promise, PROPOSED, letter_id="B1999-0001")
    with pytest.raises(NotFoundError):
        settling.settle(desk, "C1999-0001", PROPOSED, letter_id=later)


# ---- partly, and several at once


def test_two_letters_settle_one_item_first_in_part_then_wholly(desk, promise, later):
    settling.settle(desk, promise, PARTLY, letter_id=later)
    assert status(desk, promise) is Status.PARTLY_SETTLED
    settling.settle(desk, promise, DECIDED, letter_id=put_letter(desk))
    assert status(desk, promise) is Status.SETTLED
    assert len(settling.settlements_of(desk, promise)) == 2


def test_several_items_are_settled_by_one_letter_in_one_step(desk, letter_id, promise, motion, later):
    question, _changes = tag(desk, letter_id, "De commissie verzoekt mij", ItemKind.REQUEST)
    before = dump(desk.register)
    settling.settle_many(desk, [promise, motion, question], DECIDED, letter_id=later)
    assert {status(desk, one) for one in (promise, motion, question)} == {Status.SETTLED}
    history.undo(desk)
    assert dump(desk.register) == before


def test_one_that_cannot_be_settled_leaves_all_as_they_were(desk, letter_id, promise, later):
    deadline, _changes = tag(desk, letter_id, "voor 1 mei 2026", ItemKind.DEADLINE)
    before = dump(desk.register)
    with pytest.raises(UserError):
        settling.settle_many(desk, [promise, deadline], DECIDED, letter_id=later)
    assert dump(desk.register) == before


# ---- motions: the mention says it


def test_a_motion_is_settled_in_its_mention_and_nowhere_else(desk, motion, later):
    settling.settle(desk, motion, PROPOSED, letter_id=later)
    found = only(desk, motion)
    mention = desk.item(motion, later)
    assert (found.id, found.role) == (mention.mention_id, MentionRole.SETTLES)
    assert mention.role is MentionRole.SETTLES
    assert desk.register.read.execute("SELECT count(*) FROM settlement").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("role", "kept"),
    [(MentionRole.CARRIES_OUT, MentionRole.CARRIES_OUT), (MentionRole.DELAYS, MentionRole.SETTLES)],
)
def test_a_role_that_meets_the_motion_stays_another_one_gives_way(desk, letter_id, motion, role, kept):
    itemising.set_item_field(desk, motion, "role", role, letter_id=letter_id)
    settling.settle(desk, motion, DECIDED, letter_id=letter_id)
    assert desk.item(motion, letter_id).role is kept
    assert status(desk, motion) is Status.SETTLED


def test_a_role_that_meets_the_motion_is_a_claim_and_taking_it_back_ends_it(desk, letter_id, motion):
    itemising.set_item_field(desk, motion, "role", MentionRole.CARRIES_OUT, letter_id=letter_id)
    assert only(desk, motion).stage is Stage.CLAIMED
    assert reported(desk, motion)
    itemising.set_item_field(desk, motion, "role", MentionRole.MENTIONS, letter_id=letter_id)
    assert settling.settlements_of(desk, motion) == []


def test_what_is_decided_of_a_motion_stays_whatever_the_letter_is_said_to_do(desk, letter_id, motion):
    settling.settle(desk, motion, DECIDED, letter_id=letter_id)
    itemising.set_item_field(desk, motion, "role", MentionRole.MENTIONS, letter_id=letter_id)
    assert only(desk, motion).stage is Stage.DECIDED
    assert status(desk, motion) is Status.SETTLED


def test_taking_a_motions_settlement_away_leaves_its_mention(desk, letter_id, motion):
    settling.settle(desk, motion, DECIDED, letter_id=letter_id)
    settling.remove_settlement(desk, only(desk, motion).id)
    assert settling.settlements_of(desk, motion) == []
    assert desk.item(motion, letter_id).role is MentionRole.MENTIONS
    assert status(desk, motion) is Status.OPEN
    assert check(desk).faults == []


def test_a_claim_without_an_item_that_turns_out_to_be_a_motion_goes_into_its_mention(desk, motion, later):
    settlement_id = put_claim(desk, later, target="29344-120")
    settling.change_settlement(desk, settlement_id, PARTLY, item_id=motion)
    found = only(desk, motion)
    assert (found.id, found.stage) == (desk.item(motion, later).mention_id, Stage.DECIDED)
    assert settling.settlements_in(desk, later) == []
    assert status(desk, motion) is Status.PARTLY_SETTLED
    history.undo(desk)
    assert settling.settlements_of(desk, motion) == []


def test_the_settlement_of_a_motion_by_a_letter_stays_that_motions(desk, letter_id, motion, promise):
    settling.settle(desk, motion, PROPOSED, letter_id=letter_id)
    with pytest.raises(UserError, match="mention"):
        settling.change_settlement(desk, only(desk, motion).id, PROPOSED, item_id=promise)


# ---- changing and taking away


def test_a_settlement_changes_in_one_step(desk, promise, later):
    settling.settle(desk, promise, PROPOSED, letter_id=later)
    before = dump(desk.register)
    settling.change_settlement(desk, only(desk, promise).id, PARTLY)
    assert (only(desk, promise).degree, status(desk, promise)) == (Degree.PARTLY, Status.PARTLY_SETTLED)
    history.undo(desk)
    assert dump(desk.register) == before


def test_a_decision_lowered_to_a_proposal_opens_the_item_again(desk, promise, later):
    settling.settle(desk, promise, DECIDED, letter_id=later)
    settling.change_settlement(desk, only(desk, promise).id, PROPOSED)
    assert status(desk, promise) is Status.OPEN
    assert reported(desk, promise)


def test_a_claim_whose_item_is_unknown_gets_one(desk, promise, later):
    settlement_id = put_claim(desk, later)
    assert settling.settlements_of(desk, promise) == []
    settling.change_settlement(desk, settlement_id, Ruling(Stage.CLAIMED), item_id=promise)
    assert only(desk, promise).stage is Stage.CLAIMED
    assert reported(desk, promise)
    history.undo(desk)
    assert settling.settlements_of(desk, promise) == []
    assert reported(desk, promise) is False


def test_a_settlement_that_goes_to_another_item_takes_the_status_along(desk, letter_id, promise, later):
    other, _changes = tag(desk, letter_id, "De commissie verzoekt mij", ItemKind.REQUEST)
    settling.settle(desk, promise, DECIDED, letter_id=later)
    changes = settling.change_settlement(desk, only(desk, promise).id, DECIDED, item_id=other)
    assert {promise, other} <= changes.items
    assert (status(desk, promise), status(desk, other)) == (Status.OPEN, Status.SETTLED)


def test_two_settlements_of_one_item_by_the_same_letter_become_one(desk, letter_id, promise, later):
    settling.settle(desk, promise, PARTLY, letter_id=later)
    held = only(desk, promise)
    before = dump(desk.register)
    claim = put_claim(desk, later)
    settling.change_settlement(desk, claim, Ruling(Stage.CLAIMED), item_id=promise)
    found = only(desk, promise)
    assert (found.id, found.stage, found.degree, found.target) == (held.id, Stage.DECIDED, Degree.PARTLY, "T01970")
    assert len(settling.settlements_in(desk, later)) == 1
    settling.change_settlement(desk, put_claim(desk, later), DECIDED, item_id=promise)
    assert (only(desk, promise).degree, status(desk, promise)) == (Degree.WHOLE, Status.SETTLED)
    for _step in range(4):
        history.undo(desk)
    assert dump(desk.register) == before


def test_a_claim_cannot_become_that_of_a_deadline(desk, letter_id, later):
    deadline, _changes = tag(desk, letter_id, "voor 1 mei 2026", ItemKind.DEADLINE)
    with pytest.raises(UserError, match="not settled by itself"):
        settling.change_settlement(desk, put_claim(desk, later), PROPOSED, item_id=deadline)


def test_taking_the_only_decision_away_opens_the_item_again_and_undo_brings_all_back(desk, promise, later):
    settling.settle(desk, promise, DECIDED, letter_id=later)
    before = dump(desk.register)
    settling.remove_settlement(desk, only(desk, promise).id)
    assert (settling.settlements_of(desk, promise), status(desk, promise)) == ([], Status.OPEN)
    history.undo(desk)
    assert dump(desk.register) == before


def test_taking_one_of_two_decisions_away_leaves_what_the_other_says(desk, promise, later):
    settling.settle(desk, promise, PARTLY, letter_id=later)
    settling.settle(desk, promise, DECIDED)
    whole = next(one for one in settling.settlements_of(desk, promise) if one.letter_id is None)
    settling.remove_settlement(desk, whole.id)
    assert status(desk, promise) is Status.PARTLY_SETTLED


def test_a_status_that_somebody_set_by_hand_stays_when_a_claim_goes(desk, promise, later):
    settling.settle(desk, promise, PROPOSED, letter_id=later)
    itemising.set_item_field(desk, promise, "status", Status.SETTLED)
    settling.remove_settlement(desk, only(desk, promise).id)
    assert status(desk, promise) is Status.SETTLED


def test_what_lapsed_meanwhile_stays_lapsed_when_its_decision_goes(desk, promise, later):
    settling.settle(desk, promise, DECIDED, letter_id=later)
    itemising.set_item_field(desk, promise, "status", Status.LAPSED)
    settling.remove_settlement(desk, only(desk, promise).id)
    assert status(desk, promise) is Status.LAPSED


def test_a_settlement_that_is_gone_says_so(desk, promise, later):
    settling.settle(desk, promise, PROPOSED, letter_id=later)
    gone = only(desk, promise).id
    settling.remove_settlement(desk, gone)
    with pytest.raises(ConflictError):
        settling.remove_settlement(desk, gone)
    with pytest.raises(ConflictError):
        settling.change_settlement(desk, gone, PROPOSED)


# ---- deleting, merging, forgetting


def test_deleting_an_item_leaves_the_claim_of_the_letter_and_undo_ties_them_again(desk, promise, later):
    settling.settle(desk, promise, DECIDED, letter_id=later)
    settling.settle(desk, promise, PARTLY)
    before = dump(desk.register)
    itemising.delete_item(desk, promise)
    (left,) = settling.settlements_in(desk, later)
    assert left.item_id is None
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before


def test_motions_that_become_one_keep_every_settlement_once(desk, letter_id, motion, later):
    other, _changes = tag(desk, later, MOTION, ItemKind.MOTION)
    settling.settle(desk, other, PARTLY, letter_id=later)
    settling.settle(desk, other, DECIDED)
    settling.settle(desk, motion, PROPOSED, letter_id=letter_id)
    before = dump(desk.register)
    kept, _changes = itemising.set_item_fields(desk, other, PAPER, letter_id=later)
    assert kept == motion
    assert {(one.letter_id, one.stage) for one in settling.settlements_of(desk, motion)} == {
        (letter_id, Stage.PROPOSED), (later, Stage.DECIDED), (None, Stage.DECIDED),
    }  # fmt: skip
    assert status(desk, motion) is Status.SETTLED
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before


def test_a_decision_on_a_motion_is_not_lost_when_one_letter_has_it_twice(desk, letter_id, motion):
    other, _changes = tag(desk, letter_id, "het lid Azmani (29 344, nr. 120)", ItemKind.MOTION)
    itemising.set_item_field(desk, motion, "role", MentionRole.CARRIES_OUT, letter_id=letter_id)
    settling.settle(desk, other, DECIDED, letter_id=letter_id)
    itemising.set_item_fields(desk, other, PAPER, letter_id=letter_id)
    found = only(desk, motion)
    assert (found.stage, found.body, found.decided_on) == (Stage.DECIDED, "commissie JenV", DAY)
    assert status(desk, motion) is Status.SETTLED


def test_the_status_of_a_motion_is_that_of_all_decisions_on_it(desk, letter_id, motion, later):
    other, _changes = tag(desk, later, MOTION, ItemKind.MOTION)
    settling.settle(desk, motion, PARTLY, letter_id=letter_id)
    settling.settle(desk, other, DECIDED, letter_id=later)
    itemising.set_item_fields(desk, other, PAPER, letter_id=later)
    assert status(desk, motion) is Status.SETTLED


def test_forgetting_the_letter_of_an_item_leaves_the_claims_of_others(desk, letter_id, promise, later):
    settling.settle(desk, promise, PROPOSED, letter_id=later)
    settling.settle(desk, promise, DECIDED)
    lettering.forget(desk, letter_id)
    (left,) = settling.settlements_in(desk, later)
    assert left.item_id is None
    assert check(desk).faults == []


def test_forgetting_the_letter_that_settled_an_item_keeps_what_was_decided(desk, promise, later):
    settling.settle(desk, promise, DECIDED, letter_id=later)
    lettering.forget(desk, later)
    assert settling.settlements_of(desk, promise) == []
    assert status(desk, promise) is Status.SETTLED
    assert check(desk).faults == []


def test_forgetting_the_letter_that_settled_a_motion_leaves_the_motion(desk, motion, later):
    settling.settle(desk, motion, DECIDED, letter_id=later)
    lettering.forget(desk, later)
    assert settling.settlements_of(desk, motion) == []
    assert status(desk, motion) is Status.SETTLED
    assert check(desk).faults == []


# ---- a claim that is corrected before it is accepted


def accepted(desk, letter_id, suggestion, **edits):
    read(desk, letter_id, suggestion)
    return suggesting.accept(desk, letter_id, ids(desk, letter_id), edits=edits)


def test_a_claim_is_accepted_as_that_of_the_item_that_the_clerk_chose(desk, promise, later):
    number = desk.item(promise).number
    before = dump(desk.register)
    met, _changes = accepted(
        desk, later, discharge(desk, later, targets=("TZ202601-153",)),
        meets=f"{number} · Kamer informeren", degree="partly", remarks="onderdeel b",
    )  # fmt: skip
    found = only(desk, promise)
    assert met == [promise]
    assert (found.target, found.stage, found.degree, found.remarks) == (
        "TZ202601-153", Stage.CLAIMED, Degree.PARTLY, "onderdeel b",
    )  # fmt: skip
    assert status(desk, promise) is Status.OPEN
    history.undo(desk)
    assert settling.settlements_of(desk, promise) == []
    assert before["settlement"] == dump(desk.register)["settlement"]


@pytest.mark.parametrize("edits", [{}, {"remarks": "onderdeel b"}])
def test_a_claim_on_what_the_letter_settles_already_gives_that_its_words(desk, promise, later, edits):
    itemising.set_item_field(desk, promise, "official_number", "TZ202601-153")
    settling.settle(desk, promise, PARTLY, letter_id=later)
    accepted(desk, later, discharge(desk, later), **edits)
    found = only(desk, promise)
    assert (found.stage, found.degree, found.body) == (Stage.DECIDED, Degree.PARTLY, "commissie JenV")
    assert (found.passage.quote, found.remarks) == (SETTLED, edits.get("remarks", ""))
    assert check(desk).faults == []


def test_a_second_claim_on_the_same_item_leaves_no_words_behind(desk, promise, later):
    itemising.set_item_field(desk, promise, "official_number", "TZ202601-153")
    accepted(desk, later, discharge(desk, later))
    accepted(desk, later, suggested(desk, later, "discharge", "De commissie verzoekt mij het rapport",
                                    fields={"what": "toezegging"}, targets=("TZ202601-153",)))  # fmt: skip
    assert only(desk, promise).passage.quote == SETTLED
    assert desk.register.read.execute("SELECT count(*) FROM passage WHERE letter_id = ?", (later,)).fetchone()[0] == 1


def test_a_claim_may_be_accepted_as_a_decision_at_once(desk, promise, later):
    itemising.set_item_field(desk, promise, "official_number", "TZ202601-153")
    accepted(desk, later, discharge(desk, later), stage="decided", body="de Kamer", decided_on="12 mei 2026")
    assert (only(desk, promise).stage, only(desk, promise).decided_on) == (Stage.DECIDED, DAY)
    assert status(desk, promise) is Status.SETTLED


def test_a_claim_on_a_motion_is_corrected_in_its_mention(desk, motion, later):
    one = discharge(desk, later, "motie", ("29344-120",))
    accepted(desk, later, one, stage="proposed", degree="partly")
    assert (only(desk, motion).stage, only(desk, motion).degree) == (Stage.PROPOSED, Degree.PARTLY)
    assert settling.settlements_in(desk, later) == []


def test_a_claim_of_nothing_known_may_turn_out_to_be_on_a_motion(desk, motion, later):
    accepted(desk, later, discharge(desk, later, targets=()), meets=desk.item(motion).number)
    assert only(desk, motion).id == desk.item(motion, later).mention_id
    assert desk.item(motion, later).literal == SETTLED


@pytest.mark.parametrize(
    "edits", [{"meets": "C1999-0001"}, {"stage": "decided"}, {"stage": "decided", "body": "x", "decided_on": "ooit"}]
)
def test_a_correction_that_does_not_fit_accepts_nothing(desk, promise, later, edits):
    before = dump(desk.register)
    with pytest.raises(UserError):
        accepted(desk, later, discharge(desk, later), **edits)
    assert dump(desk.register) == before
    assert len(ids(desk, later)) == 1
