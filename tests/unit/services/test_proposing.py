"""Settlement proposals: which open items a letter may settle, the other way round, and what a clerk does with them."""

import pytest

from griffie.base.errors import ConflictError
from griffie.domain.settlement import Degree, Stage
from griffie.services import history, itemising, proposal_steps, proposing, reading, settling, suggesting
from griffie.services.promises import promise_of
from griffie.services.settling import Ruling
from griffie.store import settlements
from tests.helpers.registers import dump
from tests.helpers.settlement_register import put_composed_letter, put_open_item, shipped_without_pdf

EMPTY = {
    "official_number": "", "dossier": "", "suffix": "", "paper_number": "", "submitters": "", "cs": False, "quote": "",
    "promised_by": "", "promised_to": "", "committee": "", "due": "", "origin": "debate",
}  # fmt: skip
JETTIES = {
    **EMPTY, "kind": "commitment", "ministry": "IenW", "made_on": "2026-01-14", "official_number": "TZ202601-204",
    "summary": "De minister zal de Kamer informeren over het herstel van aanlegsteigers langs de Vecht",
    "promised_to": "Lid Hofstee (CDA)",
}  # fmt: skip
BELLS = {
    **EMPTY, "kind": "motion", "ministry": "OCW", "made_on": "2026-01-20", "dossier": "32820", "paper_number": "612",
    "submitters": "Wijnstra", "summary": "Onderhoud van carillons",
    "quote": "verzoekt de regering, een regeling voor het onderhoud van carillons open te stellen,",
}  # fmt: skip
WORDS = "Met deze brief doe ik de toezegging gestand om uw Kamer te informeren over de aanlegsteigers (TZ202601-204)."
WITHOUT = (
    "Zoals toegezegd aan het lid Hofstee informeer ik u hierbij over het herstel van de aanlegsteigers langs de Vecht."
)
OF_MOTION = "Hiermee geef ik invulling aan de motie van het lid Wijnstra over het onderhoud van carillons."


def letter(desk, *sentences, date="2026-04-01", ministry="IenW", function="Minister van Infrastructuur en Waterstaat"):
    text = "\n\n".join(["Geachte voorzitter,", " ".join(sentences), "Hoogachtend,", f"De {function},", "P. de Wit"])
    return put_composed_letter(
        desk,
        {
            "date": date, "chamber": "TK", "senders": [[function, ministry, "P. de Wit"]], "dossiers": [],
            "paper_number": "", "subject": "Onderwerpen van dit voorjaar", "text": text,
        },
    )  # fmt: skip


def only(desk, letter_id):
    (proposal,) = proposing.proposals_for_letter(desk, letter_id)
    return proposal


def stages(desk, item_id):
    return [(one.stage, one.degree) for one in settlements.settlements_of_item(desk.register, item_id)]


# what is proposed


def test_a_number_that_the_letter_meets_is_proposed_with_its_words_and_the_reason(desk):
    item_id, letter_id = put_open_item(desk, JETTIES), letter(desk, WORDS)

    proposal = only(desk, letter_id)

    assert (proposal.item_id, proposal.by_number, proposal.degree) == (item_id, True, Degree.WHOLE)
    assert proposal.place.quote == WORDS
    assert proposal.score > 0.9
    assert "TZ202601-204" in proposal.why()


def test_words_member_and_ministry_do_where_no_number_is_given(desk):
    item_id, letter_id = put_open_item(desk, JETTIES), letter(desk, WITHOUT)

    proposal = only(desk, letter_id)

    assert (proposal.item_id, proposal.by_number) == (item_id, False)
    assert [word in proposal.why() for word in ("aanlegsteigers", "Hofstee", "IenW")] == [True] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "De toezegging over de aanlegsteigers langs de Vecht (TZ202601-204) kan ik pas na de zomer nakomen.",
        "Ik heb de toezegging over de aanlegsteigers langs de Vecht (TZ202601-204) genoteerd.",
        "Met mijn brief van 3 maart heb ik u over de aanlegsteigers (TZ202601-204) reeds geïnformeerd.",
        "Hierbij informeer ik u over de vaarroutes in Friesland, zoals toegezegd (TZ202601-205).",
    ],
)
def test_what_is_put_off_only_named_done_before_or_another_number_is_not_proposed(desk, sentence):
    put_open_item(desk, JETTIES)

    assert proposing.proposals_for_letter(desk, letter(desk, sentence)) == []


def test_a_promise_made_after_the_letter_is_not_settled_by_it(desk):
    put_open_item(desk, JETTIES)

    assert proposing.proposals_for_letter(desk, letter(desk, WITHOUT, date="2026-01-13")) == []


@pytest.mark.parametrize(("status", "proposed"), [("settled", 0), ("lapsed", 0), ("partly_settled", 1), ("unknown", 1)])
def test_only_items_that_are_not_closed_are_proposed(desk, status, proposed):
    item_id, letter_id = put_open_item(desk, JETTIES), letter(desk, WORDS)
    itemising.type_item_field(desk, desk.item(item_id), "status", status)

    assert len(proposing.proposals_for_letter(desk, letter_id)) == proposed


def test_an_item_that_comes_later_is_proposed_at_once(desk):
    letter_id = letter(desk, WORDS)
    assert proposing.proposals_for_letter(desk, letter_id) == []

    item_id = put_open_item(desk, JETTIES)

    assert only(desk, letter_id).item_id == item_id


def test_what_the_letter_itself_promises_is_not_settled_by_it(desk):
    letter_id = letter(desk, "Ik zal uw Kamer voor 1 oktober informeren over de aanlegsteigers langs de Vecht.", WORDS)
    (promise,) = [s for s in suggesting.suggestions(desk, letter_id) if s.suggestion.kind.value == "commitment"]
    suggesting.accept(desk, letter_id, [promise.id])

    assert proposing.proposals_for_letter(desk, letter_id) == []


def test_a_letter_that_was_not_read_yet_has_no_proposals(desk, letter_id):
    put_open_item(desk, JETTIES)

    assert proposing.proposals_for_letter(desk, letter_id) == []


def test_from_an_item_the_letters_that_may_settle_it_are_found(desk):
    item_id = put_open_item(desk, JETTIES)
    other, early = letter(desk, "De dienstregeling is ongewijzigd."), letter(desk, WITHOUT, date="2025-11-03")
    by_number, by_words = letter(desk, WORDS), letter(desk, WITHOUT, date="2026-05-06")

    found = [one.letter_id for one in proposing.proposals_for_item(desk, item_id)]

    assert sorted(found) == sorted([by_number, by_words])
    assert not {other, early} & set(found)


def test_a_closed_item_wants_no_letters(desk):
    item_id = put_open_item(desk, JETTIES)
    letter(desk, WORDS)
    itemising.type_item_field(desk, desk.item(item_id), "status", "settled")

    assert proposing.proposals_for_item(desk, item_id) == []


def test_the_newest_letters_come_first_among_all_proposals(desk):
    put_open_item(desk, JETTIES)
    put_open_item(desk, BELLS)
    first, then = letter(desk, WORDS), letter(desk, OF_MOTION, ministry="OCW", function="Minister van Onderwijs")

    assert [one.letter_id for one in proposing.all_proposals(desk)] == [then, first]
    assert [one.letter_id for one in proposing.all_proposals(desk, 1)] == [then]


def test_the_promise_is_laid_beside_with_its_day_and_origin(desk):
    promise = promise_of(desk, put_open_item(desk, {**JETTIES, "committee": "Infrastructuur en Waterstaat"}))

    assert promise.text == JETTIES["summary"]
    assert (promise.day.isoformat(), promise.source) == ("2026-01-14", "Infrastructuur en Waterstaat")
    assert promise.who == "Hofstee (CDA)"
    assert (promise.quoted, promise.page_number) == (False, 0)


def test_a_promise_made_in_a_letter_has_its_literal_words_and_page(desk):
    made = {**JETTIES, "dossier": "31409", "paper_number": "88", "official_number": "",
            "quote": "Ik informeer u over de aanlegsteigers langs de Vecht."}  # fmt: skip
    promise = promise_of(desk, put_open_item(desk, made))

    assert (promise.text, promise.quoted) == (made["quote"], True)
    assert (promise.page_number, promise.source) == (1, "31409, nr. 88")


# what a clerk does


def test_accepting_proposes_the_settlement_with_the_letters_words(desk):
    item_id, letter_id = put_open_item(desk, JETTIES), letter(desk, WORDS)

    proposal_steps.accept(desk, only(desk, letter_id))

    (settlement,) = settlements.settlements_of_item(desk.register, item_id)
    assert (settlement.stage, settlement.degree, settlement.letter_id) == (Stage.PROPOSED, Degree.WHOLE, letter_id)
    assert settlement.passage.quote == WORDS
    assert desk.item(item_id).status.value == "open"
    assert proposing.proposals_for_letter(desk, letter_id) == []


def test_the_clerk_may_say_that_it_is_met_in_part_only(desk):
    item_id, letter_id = put_open_item(desk, JETTIES), letter(desk, WORDS)

    proposal_steps.accept(desk, only(desk, letter_id), Degree.PARTLY)

    assert stages(desk, item_id) == [(Stage.PROPOSED, Degree.PARTLY)]


@pytest.mark.parametrize("sentence", [WORDS, WITHOUT])
def test_the_suggestion_with_the_same_words_is_accepted_along(desk, sentence):
    put_open_item(desk, JETTIES)
    letter_id = letter(desk, sentence)
    assert [s.suggestion.kind.value for s in suggesting.suggestions(desk, letter_id)] == ["discharge"]

    proposal_steps.accept(desk, only(desk, letter_id))

    assert suggesting.suggestions(desk, letter_id) == []
    assert len(settling.settlements_in(desk, letter_id)) == 1


@pytest.mark.parametrize("sentence", [WORDS, WITHOUT])
def test_what_the_letter_claims_already_is_raised_and_not_doubled(desk, sentence):
    letter_id = letter(desk, sentence)
    suggesting.accept(desk, letter_id, [s.id for s in suggesting.suggestions(desk, letter_id)])
    item_id = put_open_item(desk, JETTIES)

    proposal_steps.accept(desk, only(desk, letter_id))

    (settlement,) = settling.settlements_in(desk, letter_id)
    assert (settlement.item_id, settlement.stage) == (item_id, Stage.PROPOSED)
    assert settlement.passage.quote == sentence


def test_a_settlement_that_is_proposed_already_is_not_proposed_again(desk):
    item_id, letter_id = put_open_item(desk, JETTIES), letter(desk, WORDS)
    settling.settle(desk, item_id, Ruling(Stage.PROPOSED), letter_id=letter_id)

    assert proposing.proposals_for_letter(desk, letter_id) == []


def test_a_motion_by_name_is_settled_in_its_mention_and_no_other_motion_is_made(desk):
    motion_id = put_open_item(desk, BELLS)
    letter_id = letter(desk, OF_MOTION, ministry="OCW", function="Minister van Onderwijs, Cultuur en Wetenschap")

    proposal_steps.accept(desk, only(desk, letter_id))

    motion = desk.item(motion_id, letter_id)
    assert motion.role.value in ("carries_out", "settles")
    assert [p.quote for p in motion.passages if p.quote == OF_MOTION] == [OF_MOTION]
    assert stages(desk, motion_id) == [(Stage.PROPOSED, Degree.WHOLE)]
    assert desk.register.read.execute("SELECT count(*) FROM motion").fetchone()[0] == 1
    assert suggesting.suggestions(desk, letter_id) == []


def test_a_report_without_a_claim_is_tied_to_its_sentence(desk):
    item_id = put_open_item(desk, JETTIES)
    asked = "Het lid Hofstee vroeg in het debat van 14 januari naar het herstel van aanlegsteigers langs de Vecht."
    letter_id = letter(desk, asked, "Veertig steigers zijn inmiddels hersteld.")

    proposal_steps.accept(desk, only(desk, letter_id))

    (settlement,) = settlements.settlements_of_item(desk.register, item_id)
    assert settlement.passage.quote == asked
    assert settlement.passage.spans


def test_a_dismissed_proposal_stays_away_also_when_the_letter_is_read_anew(desk):
    item_id, letter_id = put_open_item(desk, JETTIES), letter(desk, WORDS)

    proposal_steps.dismiss(desk, only(desk, letter_id))
    reading.read_document(desk, letter_id, reader=shipped_without_pdf())

    assert proposing.proposals_for_letter(desk, letter_id) == []
    assert proposing.proposals_for_item(desk, item_id) == []
    assert len(suggesting.suggestions(desk, letter_id)) == 1  # the letter says it all the same


@pytest.mark.parametrize("sentence", [WORDS, WITHOUT, OF_MOTION])
@pytest.mark.parametrize("act", [proposal_steps.accept, proposal_steps.dismiss])
def test_one_undo_takes_it_back_and_one_redo_makes_it_again(desk, sentence, act):
    put_open_item(desk, JETTIES)
    put_open_item(desk, BELLS)
    ministry = "OCW" if sentence == OF_MOTION else "IenW"
    letter_id = letter(desk, sentence, ministry=ministry, function="Minister")
    proposal, before = only(desk, letter_id), dump(desk.register)

    act(desk, proposal)
    after = dump(desk.register)
    history.undo(desk)

    assert dump(desk.register) == before
    assert only(desk, letter_id) == proposal
    history.redo(desk)
    assert dump(desk.register) == after


def test_a_proposal_that_somebody_decided_on_meanwhile_is_a_clear_conflict(desk):
    put_open_item(desk, JETTIES)
    letter_id = letter(desk, WORDS)
    proposal = only(desk, letter_id)
    proposal_steps.dismiss(desk, proposal)

    with pytest.raises(ConflictError):
        proposal_steps.accept(desk, proposal)


def test_the_step_is_named_after_the_item(desk):
    put_open_item(desk, JETTIES)
    letter_id = letter(desk, WORDS)
    proposal = only(desk, letter_id)
    number = desk.item(proposal.item_id).number

    proposal_steps.accept(desk, proposal)

    assert number in history.status(desk).undo.name
