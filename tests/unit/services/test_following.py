"""Following an item: dated notes, relations to other items, and one change to many items as one step."""

import datetime as dt

import pytest

from griffie.base.errors import Cancelled, ConflictError, InvalidValueError, NotFoundError, UserError
from griffie.domain.following import BulkChange, ProgressKind, RelationKind
from griffie.domain.kinds import ItemKind, Origin, Precision, Status
from griffie.domain.periods import DateRange, parse_range
from griffie.services import following, history, itemising, lettering, looking
from griffie.services.keeping import check
from tests.helpers.registers import dump, put_letter
from tests.unit.services.test_tagging import item_words, tag

DAY = dt.date(2026, 5, 12)
OCTOBER = DateRange(dt.date(2026, 10, 1), dt.date(2026, 10, 31), Precision.MONTH)
PROMISE, QUESTION, TERM = "Ik zeg toe uw Kamer", "De commissie verzoekt mij", "voor 1 mei 2026"
MOTION = "De motie van het lid Azmani"


@pytest.fixture
def promise(desk, letter_id):
    return tag(desk, letter_id, PROMISE)[0]


@pytest.fixture
def question(desk, letter_id):
    return tag(desk, letter_id, QUESTION, ItemKind.REQUEST)[0]


@pytest.fixture
def dated(desk, letter_id, promise):
    """A promise whose deadline has a date."""
    tag(desk, letter_id, TERM, ItemKind.DEADLINE, promise)
    return promise


def number(desk, item_id):
    return desk.item(item_id).number


def deadline_of(desk, item_id):
    (found,) = looking.deadlines_of(desk, item_id)
    return found


def related(desk, item_id):
    return [(one.word, one.other_number) for one in following.relations_of(desk, item_id)]


def undone(desk, act):
    """Do something and take it back; the register is as before, and redo brings the same."""
    before = dump(desk.register)
    act()
    after = dump(desk.register)
    assert after != before
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert dump(desk.register) == after
    assert check(desk).faults == []


# ---- progress


def test_a_note_is_of_today_unless_it_says_otherwise(desk, promise):
    changes = following.add_progress(desk, promise, "  Het onderzoek loopt.  ")
    assert changes.items == {promise}
    (note,) = following.progress_of(desk, promise)
    assert (note.on_date, note.kind, note.text) == (dt.date.today(), ProgressKind.NOTE, "Het onderzoek loopt.")
    assert (note.who, note.at is not None) == ("clerk", True)


def test_notes_come_newest_first_by_their_own_day(desk, promise):
    for text, day in (("mei", DAY), ("juni", dt.date(2026, 6, 1)), ("april", dt.date(2026, 4, 1)), ("mei ook", DAY)):
        following.add_progress(desk, promise, text, on_date=day)
    assert [note.text for note in following.progress_of(desk, promise)] == ["juni", "mei ook", "mei", "april"]


def test_an_interim_message_names_its_letter_and_a_ruling_its_body(desk, promise):
    letter_id = put_letter(desk)
    following.add_progress(desk, promise, "Later", on_date=DAY, kind=ProgressKind.INTERIM, letter_id=letter_id)
    following.add_progress(desk, promise, "Blijft open", on_date=DAY, kind=ProgressKind.RULING, body="commissie JenV")
    ruling, interim = following.progress_of(desk, promise)
    assert (interim.kind, interim.letter_id) == (ProgressKind.INTERIM, letter_id)
    assert (ruling.kind, ruling.body) == (ProgressKind.RULING, "commissie JenV")


def test_notes_are_changed_and_taken_away_each_as_one_step(desk, promise):
    undone(desk, lambda: following.add_progress(desk, promise, "eerst", on_date=DAY))
    (note,) = following.progress_of(desk, promise)
    undone(desk, lambda: following.change_progress(desk, note.id, "daarna", dt.date(2026, 6, 1)))
    (note,) = following.progress_of(desk, promise)
    assert (note.text, note.on_date) == ("daarna", dt.date(2026, 6, 1))
    undone(desk, lambda: following.remove_progress(desk, note.id))
    assert following.progress_of(desk, promise) == []


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_note_without_words_is_none(desk, promise, text):
    following.add_progress(desk, promise, "iets", on_date=DAY)
    (note,) = following.progress_of(desk, promise)
    with pytest.raises(InvalidValueError):
        following.add_progress(desk, promise, text)
    with pytest.raises(InvalidValueError):
        following.change_progress(desk, note.id, text, DAY)
    assert [one.text for one in following.progress_of(desk, promise)] == ["iets"]


def test_a_note_that_is_gone_says_so(desk, promise):
    following.add_progress(desk, promise, "iets", on_date=DAY)
    (note,) = following.progress_of(desk, promise)
    following.remove_progress(desk, note.id)
    with pytest.raises(ConflictError):
        following.change_progress(desk, note.id, "anders", DAY)


def test_a_note_is_found_by_its_words_until_it_is_taken_back(desk, promise):
    following.add_progress(desk, promise, "Het rapport ligt bij de Algemene Rekenkamer")
    assert item_words(desk, "rekenkamer") == [number(desk, promise)]
    history.undo(desk)
    assert item_words(desk, "rekenkamer") == []


def test_a_note_of_an_item_or_letter_that_is_not_there_is_refused(desk, promise):
    with pytest.raises(NotFoundError):
        following.add_progress(desk, "C1999-0001", "iets")
    with pytest.raises(NotFoundError):
        following.add_progress(desk, promise, "iets", letter_id="B1999-0001")


# ---- relations


@pytest.mark.parametrize("kind", list(RelationKind))
def test_a_relation_is_seen_from_both_sides_each_in_its_own_words(desk, promise, question, kind):
    undone(desk, lambda: following.relate(desk, promise, kind, question))
    (mine,), (other,) = related(desk, promise), related(desk, question)
    assert (mine[1], other[1]) == (number(desk, question), number(desk, promise))
    assert mine[0] != other[0]
    assert [one.inverse for one in following.relations_of(desk, question)] == [True]


def test_a_relation_is_taken_away_from_either_side(desk, promise, question):
    following.relate(desk, promise, RelationKind.REPEATS, question)
    (seen,) = following.relations_of(desk, question)
    undone(desk, lambda: following.unrelate(desk, seen.id))
    assert related(desk, promise) == related(desk, question) == []
    with pytest.raises(ConflictError):
        following.unrelate(desk, seen.id)


def test_an_item_has_no_relation_to_itself_and_none_twice(desk, promise, question):
    following.relate(desk, promise, RelationKind.REPEATS, question)
    with pytest.raises(UserError, match="already"):
        following.relate(desk, promise, RelationKind.REPEATS, question)
    following.relate(desk, promise, RelationKind.CHANGES, question)
    with pytest.raises(UserError, match="itself"):
        following.relate(desk, promise, RelationKind.REPEATS, promise)
    assert len(related(desk, promise)) == 2


# ---- many at once


def test_many_items_change_in_one_step_with_who_ruled_so(desk, promise, question):
    change = BulkChange(status=Status.SETTLED, body="commissie JenV", on_date=DAY, remarks="Afgedaan verklaard")
    undone(desk, lambda: following.change_many(desk, [promise, question], change))
    assert {desk.item(one).status for one in (promise, question)} == {Status.SETTLED}
    for one in (promise, question):
        (note,) = following.progress_of(desk, one)
        assert (note.kind, note.body, note.on_date, note.text) == (
            ProgressKind.RULING, "commissie JenV", DAY, "Afgedaan verklaard",
        )  # fmt: skip


def test_a_status_of_its_own_word_goes_when_the_status_changes_and_stays_when_not(desk, promise, question):
    itemising.set_item_field(desk, promise, "status_word", "openstaand")
    itemising.set_item_fields(desk, question, {"status": Status.SETTLED, "status_word": "voldaan"})
    following.change_many(desk, [promise, question], BulkChange(status=Status.SETTLED))
    assert (desk.item(promise).status_word, desk.item(question).status_word) == ("", "voldaan")


def test_deadlines_of_many_move_with_reason_and_source_and_keep_their_old_dates(desk, dated):
    change = BulkChange(due=OCTOBER, phrase="oktober 2026", reason="uitstel", body="commissie JenV", on_date=DAY)
    undone(desk, lambda: following.change_many(desk, [dated], change))
    deadline = deadline_of(desk, dated)
    assert (deadline.phrase, deadline.date_from, deadline.date_to) == (
        "oktober 2026", OCTOBER.date_from, OCTOBER.date_to,
    )  # fmt: skip
    (moved,) = looking.deadline_changes(desk, deadline.id)
    assert (moved.date_to, moved.reason) == (dt.date(2026, 4, 30), "uitstel (commissie JenV, 12 May 2026)")


def test_an_item_without_a_deadline_gets_one(desk, letter_id, promise):
    following.change_many(desk, [promise], BulkChange(due=OCTOBER, phrase="in oktober", reason="afgesproken"))
    deadline = deadline_of(desk, promise)
    assert (deadline.phrase, deadline.date_to, deadline.precision) == ("in oktober", OCTOBER.date_to, Precision.MONTH)
    assert (deadline.letter_id, deadline.origin) == (letter_id, Origin.TYPED)
    assert looking.deadline_changes(desk, deadline.id) == []


def test_of_several_deadlines_the_one_that_ends_first_moves(desk, dated):
    values = {"phrase": "1 maart 2026", "date_to": dt.date(2026, 3, 1)}
    first, _changes = itemising.new_item(desk, ItemKind.DEADLINE, values, owner_id=dated)
    following.change_many(desk, [dated], BulkChange(due=OCTOBER, reason="uitstel"))
    assert {one.id: one.date_to for one in looking.deadlines_of(desk, dated)}[first] == OCTOBER.date_to


def test_dates_of_many_do_not_move_without_a_reason(desk, dated):
    before = dump(desk.register)
    with pytest.raises(UserError, match="only with a reason"):
        following.change_many(desk, [dated], BulkChange(due=OCTOBER, reason=" "))
    assert dump(desk.register) == before


def test_the_status_of_a_deadline_is_that_of_its_item_and_is_noted_once(desk, dated):
    deadline = deadline_of(desk, dated)
    change = BulkChange(status=Status.LAPSED, body="de Kamer", on_date=DAY)
    following.change_many(desk, [deadline.id, dated], change)
    assert desk.item(dated).status is Status.LAPSED
    assert len(following.progress_of(desk, dated)) == 1


def test_who_handles_them_changes_for_many_and_what_is_gone_is_passed_over(desk, promise, question):
    itemising.delete_item(desk, question)
    following.change_many(desk, [promise, question], BulkChange(handler=" Anna "))
    assert desk.item(promise).handler == "Anna"


def test_a_change_of_nothing_is_refused(desk, promise):
    with pytest.raises(InvalidValueError):
        following.change_many(desk, [promise], BulkChange())


def test_a_change_that_is_stopped_leaves_everything_as_it_was(desk, promise, question):
    before, told = dump(desk.register), []
    with pytest.raises(Cancelled):
        following.change_many(
            desk,
            [promise, question],
            BulkChange(status=Status.SETTLED),
            progress=lambda done, of: told.append((done, of)),
            cancelled=lambda: True,
        )
    assert dump(desk.register) == before
    assert told == []


# ---- deleting, merging, forgetting


def test_deleting_an_item_takes_its_notes_and_relations_along_and_undo_brings_them_back(desk, promise, question):
    following.add_progress(desk, promise, "loopt", on_date=DAY)
    following.relate(desk, promise, RelationKind.REPEATS, question)
    following.relate(desk, question, RelationKind.CHANGES, promise)
    undone(desk, lambda: itemising.delete_item(desk, promise))
    assert related(desk, question) == []


def test_motions_that_become_one_keep_notes_and_relations(desk, letter_id, promise):
    paper = {"dossier": "29344", "paper_number": "120"}
    kept, _changes = itemising.new_item(desk, ItemKind.MOTION, paper)
    other, _changes = tag(desk, letter_id, MOTION, ItemKind.MOTION)
    following.add_progress(desk, other, "ligt voor", on_date=DAY)
    following.relate(desk, other, RelationKind.CHANGES, kept)
    following.relate(desk, promise, RelationKind.CARRIES_OUT, other)
    following.relate(desk, promise, RelationKind.CARRIES_OUT, kept)
    undone(desk, lambda: itemising.set_item_fields(desk, other, paper, letter_id=letter_id))
    assert [note.text for note in following.progress_of(desk, kept)] == ["ligt voor"]
    assert related(desk, kept) == [("is carried out by", number(desk, promise))]


def test_forgetting_the_letter_of_an_interim_message_leaves_the_note(desk, promise):
    letter_id = put_letter(desk)
    following.add_progress(desk, promise, "Later", on_date=DAY, kind=ProgressKind.INTERIM, letter_id=letter_id)
    lettering.forget(desk, letter_id)
    (note,) = following.progress_of(desk, promise)
    assert (note.text, note.letter_id) == ("Later", None)
    assert check(desk).faults == []


def test_forgetting_the_letter_of_an_item_takes_its_notes_and_relations_along(desk, letter_id, promise):
    other, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {"summary": "anders"})
    following.add_progress(desk, promise, "Vertrouwelijke stand", on_date=DAY)
    following.relate(desk, other, RelationKind.REPEATS, promise)
    lettering.forget(desk, letter_id)
    assert related(desk, other) == []
    assert check(desk).faults == []
    texts = desk.register.read.execute("SELECT group_concat(coalesce(before, '') || coalesce(after, '')) FROM change")
    assert "Vertrouwelijke" not in texts.fetchone()[0]


def test_undo_goes_past_a_relation_to_an_item_that_was_forgotten(desk, letter_id, promise):
    other, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {"summary": "eerst"})
    itemising.set_item_field(desk, other, "summary", "daarna")
    following.relate(desk, other, RelationKind.REPEATS, promise)
    (made,) = following.relations_of(desk, other)
    following.unrelate(desk, made.id)
    lettering.forget(desk, letter_id)
    history.undo(desk)
    assert desk.item(other).summary == "eerst"


def test_undo_goes_on_with_a_note_whose_letter_was_forgotten(desk, promise):
    letter_id = put_letter(desk)
    following.add_progress(desk, promise, "Later", on_date=DAY, kind=ProgressKind.INTERIM, letter_id=letter_id)
    (note,) = following.progress_of(desk, promise)
    following.remove_progress(desk, note.id)
    lettering.forget(desk, letter_id)
    history.undo(desk)
    (note,) = following.progress_of(desk, promise)
    assert (note.text, note.letter_id) == ("Later", None)
    history.undo(desk)
    assert following.progress_of(desk, promise) == []
    history.undo(desk)
    with pytest.raises(NotFoundError):
        desk.item(promise)
    assert check(desk).faults == []


def test_a_term_typed_for_many_is_read_as_in_a_field(desk, promise):
    found = parse_range("oktober 2026")
    following.change_many(desk, [promise], BulkChange(due=found, phrase="oktober 2026", reason="afgesproken"))
    assert deadline_of(desk, promise).date_to == dt.date(2026, 10, 31)
