"""What tagging does: one item, one passage, one step, and undo brings back the very same rows."""

import datetime as dt

import pytest

from griffie.base.errors import UserError
from griffie.domain.kinds import AnchorState, ItemKind, LetterState, Origin, Precision
from griffie.domain.passage import Selection
from griffie.services import history, itemising, lettering, looking, tagging
from griffie.services.keeping import check
from griffie.store.search import match_text
from tests.helpers.registers import document_of, dump, put_letter, select

PROMISE = "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren"


def tag(desk, letter_id, words, kind=ItemKind.COMMITMENT, owner_id=None):
    selection = select(desk, letter_id, words)
    return tagging.tag(desk, letter_id, document_of(desk, letter_id), kind, selection, owner_id)


def item_words(desk, word):
    sql = "SELECT i.number FROM fts_item f JOIN item i ON i.seq = f.rowid WHERE fts_item MATCH ?"
    return [row[0] for row in desk.register.read.execute(sql, (match_text(word),)).fetchall()]


@pytest.mark.parametrize("kind", list(ItemKind))
def test_a_selection_becomes_an_item_tied_to_its_words_and_undo_leaves_nothing(desk, letter_id, kind):
    before = dump(desk.register)
    item_id, changes = tag(desk, letter_id, PROMISE, kind)
    (item,) = looking.items_in(desk, letter_id)
    assert (item.id, item.kind, item.literal, item.origin) == (item_id, kind, PROMISE, Origin.PASSAGE)
    assert item.passages[0].state is AnchorState.EXACT
    assert (letter_id in changes.letters, item_id in changes.items) == (True, True)
    assert item.number in history.status(desk).undo.text
    assert check(desk).faults == []
    after = dump(desk.register)
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert dump(desk.register) == after


def test_the_sender_of_the_letter_is_the_one_who_promises(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, PROMISE)
    item = desk.item(item_id)
    assert [person.name for person in item.promised_by] == ["Minister van Justitie en Veiligheid"]
    assert item.ministry == "JenV"


def test_a_letter_in_which_something_is_tagged_is_in_progress_but_one_that_is_done_stays_done(desk, letter_id):
    tag(desk, letter_id, PROMISE)
    assert desk.letter(letter_id).state is LetterState.IN_PROGRESS
    lettering.set_letter_field(desk, letter_id, "state", LetterState.DONE)
    tag(desk, letter_id, "het rapport")
    assert desk.letter(letter_id).state is LetterState.DONE


def test_a_deadline_reads_its_phrase_and_goes_to_the_item_whose_words_it_stands_in(desk, letter_id):
    owner, _changes = tag(desk, letter_id, PROMISE)
    deadline_id, _changes = tag(desk, letter_id, "voor 1 mei 2026", ItemKind.DEADLINE)
    deadline = desk.item(deadline_id)
    assert deadline.owner_id == owner
    assert (deadline.phrase, deadline.date_to) == ("voor 1 mei 2026", dt.date(2026, 4, 30))
    loose, _changes = tag(desk, letter_id, "zomerreces", ItemKind.DEADLINE)
    assert desk.item(loose).owner_id is None


def test_a_phrase_that_is_no_date_has_none_yet(desk, letter_id):
    deadline_id, _changes = tag(desk, letter_id, "beschouw ik hiermee", ItemKind.DEADLINE)
    deadline = desk.item(deadline_id)
    assert (deadline.date_from, deadline.date_to, deadline.precision) == (None, None, Precision.NONE)


def test_tags_may_overlap(desk, letter_id):
    for words in (PROMISE, "uw Kamer voor 1 mei", "uw Kamer voor 1 mei"):
        tag(desk, letter_id, words)
    assert len(looking.items_in(desk, letter_id)) == 3
    assert check(desk).sound


def test_items_come_in_the_order_of_the_page(desk, letter_id):
    late, _changes = tag(desk, letter_id, "Hoogachtend")
    early, _changes = tag(desk, letter_id, PROMISE)
    unplaced, _changes = itemising.new_item(desk, ItemKind.REQUEST, {"summary": "x"}, letter_id=letter_id)
    assert [item.id for item in looking.items_in(desk, letter_id)] == [early, late, unplaced]


def test_tagging_without_a_selection_is_refused_and_gives_no_number_away(desk, letter_id):
    document_id = document_of(desk, letter_id)
    before = dump(desk.register)
    with pytest.raises(UserError, match="Nothing is selected"):
        tagging.tag(desk, letter_id, document_id, ItemKind.COMMITMENT, Selection("", "", "", ()))
    assert dump(desk.register) == before
    item_id, _changes = tag(desk, letter_id, PROMISE)
    assert desk.item(item_id).number.endswith("-0001")


@pytest.mark.parametrize("kind", list(ItemKind))
def test_moving_the_ends_of_a_passage_changes_the_literal_text_and_what_is_found(desk, letter_id, kind):
    item_id, _changes = tag(desk, letter_id, PROMISE, kind)
    before = dump(desk.register)
    (passage,) = desk.item(item_id, letter_id).passages
    changes = tagging.adjust_passage(desk, passage.id, select(desk, letter_id, "over de uitvoering"))
    assert changes.items == {item_id}
    assert desk.item(item_id, letter_id).literal == "over de uitvoering"
    assert item_words(desk, "uitvoering")
    assert not item_words(desk, "informeren") or kind is ItemKind.DEADLINE
    undone = history.undo(desk)
    assert undone.items == {item_id}
    assert dump(desk.register) == before
    assert item_words(desk, "informeren")
    history.redo(desk)
    assert item_words(desk, "uitvoering")


def test_adjusting_a_passage_that_is_gone_is_refused(desk, letter_id):
    with pytest.raises(UserError, match="no longer in the register"):
        tagging.adjust_passage(desk, "gone", select(desk, letter_id, PROMISE))


@pytest.mark.parametrize("kind", list(ItemKind))
def test_an_item_is_tied_to_another_passage_and_undo_ties_it_back(desk, letter_id, kind):
    item_id, _changes = tag(desk, letter_id, PROMISE, kind)
    before = dump(desk.register)
    tagging.tie_item(desk, item_id, letter_id, document_of(desk, letter_id), select(desk, letter_id, "het rapport"))
    assert [p.quote for p in desk.item(item_id, letter_id).passages] == ["het rapport"]
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before


def test_a_second_passage_is_added_beside_the_first(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, PROMISE)
    selection = select(desk, letter_id, "het rapport")
    tagging.tie_item(desk, item_id, letter_id, document_of(desk, letter_id), selection, replace=False)
    assert desk.item(item_id).literal == f"{PROMISE} […] het rapport"


def test_an_item_from_a_debate_is_tied_to_a_letter_and_then_belongs_to_it(desk, letter_id):
    item_id, _changes = itemising.new_item(
        desk, ItemKind.COMMITMENT, {"origin": Origin.DEBATE, "meeting": "AO Politie", "summary": "x"}
    )
    tagging.tie_item(desk, item_id, letter_id, document_of(desk, letter_id), select(desk, letter_id, PROMISE))
    item = desk.item(item_id)
    assert (item.letter_id, item.origin, item.literal) == (letter_id, Origin.DEBATE, PROMISE)
    history.undo(desk)
    assert desk.item(item_id).letter_id is None


def test_a_motion_is_tied_in_a_second_letter_by_a_mention_of_its_own(desk, letter_id):
    motion_id, _changes = tag(desk, letter_id, "De motie van het lid Azmani", ItemKind.MOTION)
    other = put_letter(desk)
    before = dump(desk.register)
    tagging.tie_item(desk, motion_id, other, document_of(desk, other), select(desk, other, "De motie"))
    assert [item.id for item in looking.items_in(desk, other)] == [motion_id]
    assert len(desk.item(motion_id).passages) == 2
    history.undo(desk)
    assert dump(desk.register) == before


def test_untying_the_last_passage_leaves_an_item_typed_by_hand(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, PROMISE)
    before = dump(desk.register)
    (passage,) = desk.item(item_id).passages
    tagging.untie(desk, item_id, passage)
    item = desk.item(item_id)
    assert (item.passages, item.origin, item.letter_id) == ((), Origin.TYPED, letter_id)
    assert not item_words(desk, "informeren")
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before


def test_untying_one_of_two_passages_leaves_the_origin_as_it_was(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, PROMISE)
    selection = select(desk, letter_id, "het rapport")
    tagging.tie_item(desk, item_id, letter_id, document_of(desk, letter_id), selection, replace=False)
    tagging.untie(desk, item_id, desk.item(item_id).passages[0])
    assert desk.item(item_id).origin is Origin.PASSAGE


def test_untying_a_motion_here_leaves_its_origin_while_another_letter_has_its_words(desk, letter_id):
    motion_id, _changes = tag(desk, letter_id, "De motie van het lid Azmani", ItemKind.MOTION)
    other = put_letter(desk)
    tagging.tie_item(desk, motion_id, other, document_of(desk, other), select(desk, other, "De motie"))
    tagging.untie(desk, motion_id, desk.item(motion_id, letter_id).passages[0])
    assert desk.item(motion_id).origin is Origin.PASSAGE
    tagging.untie(desk, motion_id, desk.item(motion_id, other).passages[0])
    assert desk.item(motion_id).origin is Origin.TYPED


def test_an_area_of_a_scan_has_a_place_and_no_words(desk, letter_id):
    from griffie.domain.passage import Span

    quad = (10.0, 10.0, 90.0, 10.0, 10.0, 40.0, 90.0, 40.0)
    area = Selection("", "", "", (Span(0, 0, 0, "", (quad,)),))
    item_id, _changes = tagging.tag(desk, letter_id, document_of(desk, letter_id), ItemKind.REQUEST, area)
    item = desk.item(item_id)
    assert (item.literal, item.page_number, item.passages[0].spans[0].quads) == ("", 1, (quad,))
    assert check(desk).faults == []
