"""What a clerk does with a settlement proposal: propose the settlement, or leave the proposal out. One step each."""

from typing import Any

from griffie.base.errors import ConflictError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.item import Item, Motion
from griffie.domain.letter import Letter
from griffie.domain.reading import SuggestionKind, SuggestionState
from griffie.domain.settlement import Degree, Stage
from griffie.services.accepting import Acceptance, make
from griffie.services.desk import Desk
from griffie.services.proposal_places import placed_exactly
from griffie.services.proposing import Proposal
from griffie.services.settling import Ruling, put_settlement
from griffie.services.tagging import begin_work, put_passage
from griffie.store import decisions
from griffie.store.rows import spans_to_json
from griffie.store.steps import Step, now_text, step

GONE = N_("This proposal is no longer there.")


def accept(desk: Desk, proposal: Proposal, degree: Degree | None = None) -> Changes:
    """Propose the settlement of an item by a letter, tied to the letter's words; one step.

    The suggestion that says so is accepted with it, and what the letter claimed of the item already is raised, not
    doubled. Only a body's decision changes the status of the item.

    Args:
        desk: the register; with its PDF process the passage gets the exact place of its words.
        proposal: what was proposed.
        degree: wholly or in part, where the clerk knows better.

    Raises:
        NotFoundError: the letter or the item is gone.
        ConflictError: somebody has decided on it meanwhile.
    """
    letter, item = desk.letter(proposal.letter_id), desk.item(proposal.item_id, proposal.letter_id)
    (proposal,) = placed_exactly(desk, letter.id, [proposal])
    with step(desk.register, desk.who, N_("Propose the settlement of {number}"), number=item.number) as work:
        _decide(work, proposal, SuggestionState.ACCEPTED)
        _accept_suggestion(work, letter, item, proposal)
        passage_id = _claim_of(work, letter, item, proposal) or _passage(work, proposal, item)
        ruling = Ruling(Stage.PROPOSED, degree or proposal.degree)
        put_settlement(work, item.id, ruling, letter_id=letter.id, passage_id=passage_id)
        if isinstance(item, Motion) and passage_id:
            _tie_mention(work, item, letter, passage_id)
        begin_work(work, letter)
        work.args["number"] = item.number
    return work.changes()


def dismiss(desk: Desk, proposal: Proposal) -> Changes:
    """Leave a proposal out; it stays away, also when the letter is read anew. One step.

    Raises:
        NotFoundError: the letter or the item is gone.
        ConflictError: somebody has decided on it meanwhile.
    """
    letter, item = desk.letter(proposal.letter_id), desk.item(proposal.item_id)
    label = N_("Leave out the proposed settlement of {number}")
    with step(desk.register, desk.who, label, number=item.number) as work:
        _decide(work, proposal, SuggestionState.DISMISSED)
        begin_work(work, letter)
    return work.changes()


def _decide(work: Step, proposal: Proposal, state: SuggestionState) -> None:
    pair = {"letter_id": proposal.letter_id, "item_id": proposal.item_id}
    if work.rows("proposal_decision", **pair):
        raise ConflictError(_(GONE))
    work.insert("proposal_decision", {**pair, "state": state.value, "at": now_text()})


def _accept_suggestion(work: Step, letter: Letter, item: Item, proposal: Proposal) -> None:
    """Accept the reader's suggestion with the same words: one card, one key."""
    held = proposal.place.held
    if held is None or decisions.is_decided(work, letter.id, held.kept.suggestion):
        return
    edits: dict[str, str] = {}
    if held.kept.suggestion.kind is SuggestionKind.MOTION:
        if not isinstance(item, Motion) or not (item.dossier and item.paper_number):
            return  # without a number the suggestion would make another motion of it
        edits = {"dossier": item.dossier, "suffix": item.suffix, "paper_number": item.paper_number}
    make(Acceptance(work, letter, held.kept, {name: text for name, text in edits.items() if text}))
    decisions.put_decision(
        work, letter.id, held.kept.document_id, held.kept.suggestion, SuggestionState.ACCEPTED, item.id
    )


def _claim_of(work: Step, letter: Letter, item: Item, proposal: Proposal) -> str | None:
    """Give the item what the letter claims in the same words of nobody in the register; return the claim's passage."""
    if isinstance(item, Motion) or proposal.place.selection is None:
        return None
    own = work.rows("settlement", letter_id=letter.id, item_id=item.id)
    spans = spans_to_json(proposal.place.selection.spans)
    here = [row for row in work.rows("settlement", letter_id=letter.id) if _stands_at(work, row, spans)]
    free = [row for row in here if row["item_id"] is None and row["target"] in ("", item.official_number)]
    if not own and free:
        work.update("settlement", free[0]["id"], {"item_id": item.id})
    return next((str(row["passage_id"]) for row in (*own, *here) if row["passage_id"]), None)


def _stands_at(work: Step, row: dict[str, Any], spans: str) -> bool:
    return bool(row["passage_id"]) and work.rows("passage", id=row["passage_id"])[0]["spans"] == spans


def _passage(work: Step, proposal: Proposal, item: Item) -> str | None:
    place = proposal.place.selection
    if place is None or not place.spans:
        return None
    if isinstance(item, Motion):
        for mention in work.rows("mention", item_id=item.id, letter_id=proposal.letter_id):
            for tie in work.rows("tie", mention_id=mention["id"]):
                if work.rows("passage", id=tie["passage_id"])[0]["sort_key"] == place.sort_key:
                    return None
    return put_passage(work, proposal.letter_id, proposal.document_id, place)


def _tie_mention(work: Step, item: Item, letter: Letter, passage_id: str) -> None:
    mention = work.rows("mention", item_id=item.id, letter_id=letter.id)[0]
    ties = work.rows("tie", mention_id=mention["id"])
    row = {"item_id": None, "mention_id": mention["id"], "passage_id": passage_id, "position": len(ties)}
    work.insert("tie", row)
