"""What a clerk does with the fields of an item: each kept at once, checked, and taken back exactly."""

import datetime as dt

import pytest

from griffie.base.errors import InvalidValueError, NotFoundError, UserError
from griffie.domain import kinds
from griffie.domain.fields import ITEM_FIELDS, FieldType
from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind, MentionRole, Origin, Precision, Status
from griffie.domain.periods import DateRange
from griffie.services import history, itemising, looking, tagging
from griffie.services.keeping import check
from tests.helpers.registers import document_of, dump, log_size, put_letter, select
from tests.unit.services.test_tagging import item_words, tag

MAY, JULY = dt.date(2026, 5, 1), dt.date(2026, 7, 3)


def example(field):
    match field.field_type:
        case FieldType.DATE:
            return MAY
        case FieldType.CHOICE:
            return list(field.choices)[1]
        case FieldType.FLAG:
            return True
        case FieldType.PEOPLE:
            return (Person("Azmani", "VVD"), Person("Keijzer", "CDA"))
        case _:
            return {"official": "T01234", "paper_number": "120"}.get(
                field.form, "29344" if field.name == "dossier" else "x"
            )


@pytest.mark.parametrize(("kind", "name"), [(kind, f.name) for kind, fields in ITEM_FIELDS.items() for f in fields])
def test_every_field_of_every_kind_keeps_its_value_and_undo_takes_it_back(desk, letter_id, kind, name):
    item_id, _changes = tag(desk, letter_id, "De motie van het lid Azmani", kind)
    field = itemising.field_of_item(kind, name)
    before = dump(desk.register)
    same, changes = itemising.set_item_field(desk, item_id, name, example(field), letter_id=letter_id)
    assert same == item_id
    assert item_id in changes.items
    assert getattr(desk.item(item_id, letter_id), name) == example(field)
    after = dump(desk.register)
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert dump(desk.register) == after


@pytest.mark.parametrize("kind", list(ItemKind))
def test_an_item_without_a_passage_is_made_in_one_step_with_its_fields(desk, kind):
    before = dump(desk.register)
    values = {
        field.name: example(field)
        for field in ITEM_FIELDS[kind]
        if field.table != "mention" and field.name not in ("date_from", "no_date")
    }
    item_id, changes = itemising.new_item(desk, kind, values)
    item = desk.item(item_id)
    assert {name: getattr(item, name) for name in values} == values
    assert item_id in changes.items
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert desk.item(item_id) == item


def test_a_field_that_the_kind_does_not_have_is_refused(desk, letter_id):
    with pytest.raises(UserError, match="no field"):
        itemising.new_item(desk, ItemKind.REQUEST, {"ministry": "JenV"})
    assert looking.items_in(desk, letter_id) == []


def test_the_same_value_again_is_no_step(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, "het rapport", ItemKind.REQUEST)
    itemising.set_item_field(desk, item_id, "summary", "x")
    log = log_size(desk.register)
    _same, changes = itemising.set_item_field(desk, item_id, "summary", "x")
    assert not changes
    assert log_size(desk.register) == log


def test_an_unknown_item_is_told(desk):
    with pytest.raises(NotFoundError, match="no item C2026-0099"):
        itemising.set_item_field(desk, "C2026-0099", "summary", "x")


def test_what_is_typed_is_checked_with_a_hint(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, "het rapport", ItemKind.REQUEST)
    item = desk.item(item_id)
    itemising.type_item_field(desk, item, "status", "afgedaan")
    assert desk.item(item_id).status is Status.SETTLED
    with pytest.raises(InvalidValueError):
        itemising.type_item_field(desk, item, "status", "misschien")
    with pytest.raises(InvalidValueError):
        itemising.type_item_field(desk, item, "status", "")
    with pytest.raises(InvalidValueError):
        itemising.type_item_field(desk, item, "meeting_date", "32 mei")


def test_changing_a_person_finds_the_item_by_the_new_name_only(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, "het rapport", ItemKind.REQUEST)
    itemising.set_item_field(desk, item_id, "asked_by", (Person("Azmani"),))
    itemising.set_item_field(desk, item_id, "asked_by", (Person("Keijzer"),))
    assert (item_words(desk, "azmani"), len(item_words(desk, "keijzer"))) == ([], 1)
    history.undo(desk)
    assert (len(item_words(desk, "azmani")), item_words(desk, "keijzer")) == (1, [])


# ---- deadlines


@pytest.fixture
def deadline_id(desk, letter_id):
    return tag(desk, letter_id, "voor 1 mei 2026", ItemKind.DEADLINE)[0]


def test_a_deadline_that_has_a_date_moves_only_with_a_reason_and_keeps_the_old_one(desk, deadline_id):
    found = DateRange(JULY, JULY, Precision.DAY)
    before = dump(desk.register)
    with pytest.raises(UserError, match="only with a reason"):
        itemising.set_deadline(desk, deadline_id, found, reason="  ")
    assert dump(desk.register) == before
    itemising.set_deadline(desk, deadline_id, found, reason="uitstel gevraagd")
    assert desk.item(deadline_id).date_to == JULY
    (move,) = looking.deadline_changes(desk, deadline_id)
    assert (move.reason, move.date_to, move.who) == ("uitstel gevraagd", dt.date(2026, 4, 30), "clerk")
    history.undo(desk)
    assert dump(desk.register) == before


def test_the_first_date_needs_no_reason(desk, letter_id):
    deadline_id, _changes = tag(desk, letter_id, "het rapport", ItemKind.DEADLINE)
    itemising.set_item_field(desk, deadline_id, "date_to", MAY)
    deadline = desk.item(deadline_id)
    assert (deadline.date_to, deadline.precision) == (MAY, Precision.DAY)
    assert looking.deadline_changes(desk, deadline_id) == []
    assert itemising.needs_reason(deadline, "date_to")
    assert not itemising.needs_reason(deadline, "phrase")


def test_a_quarter_of_which_one_end_is_typed_anew_is_known_to_the_day(desk, letter_id):
    deadline_id, _changes = tag(desk, letter_id, "het rapport", ItemKind.DEADLINE)
    quarter = DateRange(dt.date(2026, 1, 1), dt.date(2026, 3, 31), Precision.QUARTER)
    itemising.set_deadline(desk, deadline_id, quarter)
    itemising.set_item_field(desk, deadline_id, "date_to", dt.date(2026, 3, 31))
    assert desk.item(deadline_id).precision is Precision.QUARTER
    itemising.set_item_field(desk, deadline_id, "date_to", MAY, reason="uitstel gevraagd")
    assert desk.item(deadline_id).precision is Precision.DAY


def test_the_history_of_a_letter_tells_what_became_of_its_motions(desk, letter_id):
    motion_id, _changes = tag(desk, letter_id, "het rapport", ItemKind.MOTION)
    before = history.history(desk, reference=letter_id)
    itemising.set_item_field(desk, motion_id, "execution", kinds.Execution.DONE)
    assert len(history.history(desk, reference=letter_id)) == len(before) + 1


def test_giving_a_deadline_the_range_it_has_is_no_move(desk, deadline_id):
    deadline = desk.item(deadline_id)
    same = DateRange(deadline.date_from, deadline.date_to, deadline.precision)
    assert not itemising.set_deadline(desk, deadline_id, same)
    assert looking.deadline_changes(desk, deadline_id) == []


def test_moves_keep_their_order_also_after_deleting_and_undoing(desk, deadline_id):
    for day in (5, 6, 7):
        itemising.set_item_field(desk, deadline_id, "date_to", dt.date(2026, 6, day), reason=str(day))
    itemising.delete_item(desk, deadline_id)
    history.undo(desk)
    assert [move.reason for move in looking.deadline_changes(desk, deadline_id)] == ["5", "6", "7"]


def test_no_date_clears_the_dates_and_a_date_clears_no_date(desk, deadline_id):
    itemising.set_item_field(desk, deadline_id, "no_date", True, reason="open einde")
    deadline = desk.item(deadline_id)
    assert (deadline.date_from, deadline.date_to, deadline.no_date, deadline.precision) == (
        None,
        None,
        True,
        Precision.NONE,
    )
    with pytest.raises(UserError, match="only with a reason"):
        itemising.set_item_field(desk, deadline_id, "date_to", MAY)
    itemising.set_item_field(desk, deadline_id, "date_to", MAY, reason="toch een datum")
    deadline = desk.item(deadline_id)
    assert (deadline.date_to, deadline.no_date, deadline.precision) == (MAY, False, Precision.DAY)


def test_a_deadline_without_dates_has_no_precision(desk, letter_id):
    deadline_id, _changes = tag(desk, letter_id, "het rapport", ItemKind.DEADLINE)
    itemising.set_item_field(desk, deadline_id, "date_to", MAY)
    itemising.set_item_field(desk, deadline_id, "date_to", None, reason="vervallen")
    assert desk.item(deadline_id).precision is Precision.NONE


def test_a_deadline_does_not_end_before_it_begins(desk, deadline_id):
    with pytest.raises(InvalidValueError, match="before it begins"):
        itemising.set_item_field(desk, deadline_id, "date_from", JULY, reason="x")
    with pytest.raises(InvalidValueError, match="before it begins"):
        itemising.new_item(desk, ItemKind.DEADLINE, {"date_from": JULY, "date_to": MAY})


def test_only_a_deadline_has_a_range(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, "het rapport")
    with pytest.raises(UserError, match="is not a deadline"):
        itemising.set_deadline(desk, item_id, DateRange(MAY, MAY, Precision.DAY))


def test_a_new_deadline_belongs_to_its_commitment_and_to_its_letter(desk, letter_id):
    owner, _changes = tag(desk, letter_id, "het rapport")
    deadline_id, _changes = itemising.new_item(desk, ItemKind.DEADLINE, {"date_to": MAY}, owner_id=owner)
    deadline = desk.item(deadline_id)
    assert (deadline.owner_id, deadline.letter_id, deadline.precision) == (owner, letter_id, Precision.DAY)


# ---- motions


def motion_in(desk, letter_id, number="120", **fields):
    motion_id, _changes = tag(desk, letter_id, "De motie van het lid Azmani", ItemKind.MOTION)
    for name, value in {"dossier": "29344", "paper_number": number, **fields}.items():
        motion_id, _changes = itemising.set_item_field(desk, motion_id, name, value, letter_id=letter_id)
    return motion_id


def test_the_same_number_in_two_letters_makes_one_motion_and_undo_makes_two_again(desk, letter_id):
    older = motion_in(desk, letter_id)
    other = put_letter(desk)
    younger, _changes = tag(desk, other, "De motie van het lid Azmani", ItemKind.MOTION)
    deadline_id, _changes = itemising.new_item(
        desk, ItemKind.DEADLINE, {"date_to": MAY}, owner_id=younger, letter_id=other
    )
    itemising.set_item_field(desk, younger, "dossier", "29344")
    before = dump(desk.register)
    survivor, changes = itemising.set_item_field(desk, younger, "paper_number", "120", letter_id=other)
    assert survivor == older
    assert {older, younger} <= changes.items
    assert [item.id for item in looking.items_in(desk, other) if item.kind is ItemKind.MOTION] == [older]
    assert desk.item(deadline_id).owner_id == older
    assert len(desk.item(older).passages) == 2
    assert check(desk).faults == []
    after = dump(desk.register)
    undone = history.undo(desk)
    assert {older, younger} <= undone.items
    assert dump(desk.register) == before
    assert check(desk).faults == []
    history.redo(desk)
    assert dump(desk.register) == after


def test_the_older_motion_stays_also_when_it_is_the_one_that_gets_the_number(desk, letter_id):
    older = motion_in(desk, letter_id, "119")
    younger = motion_in(desk, put_letter(desk), "120")
    survivor, _changes = itemising.set_item_field(desk, older, "paper_number", "120", letter_id=letter_id)
    assert survivor == older
    with pytest.raises(NotFoundError):
        desk.item(younger)


def test_two_mentions_of_one_motion_in_one_letter_become_one_with_both_passages(desk, letter_id):
    older = motion_in(desk, letter_id)
    younger, _changes = tag(desk, letter_id, "(29 344, nr. 120)", ItemKind.MOTION)
    before = dump(desk.register)
    survivor, _changes = itemising.type_item_field(desk, desk.item(younger, letter_id), "dossier", "29 344, nr. 120")
    assert survivor == older
    assert len(desk.item(older, letter_id).passages) == 2
    assert item_words(desk, "azmani") == [desk.item(older).number]
    history.undo(desk)
    assert dump(desk.register) == before


def test_what_only_the_younger_motion_knew_goes_over_to_the_older(desk, letter_id):
    older = motion_in(desk, letter_id, summary="Onderwerp")
    late = put_letter(desk)
    younger, _changes = tag(desk, late, "De motie van het lid Azmani", ItemKind.MOTION)
    for name, value in {
        "summary": "anders",
        "vote": kinds.Vote.ADOPTED,
        "submitters": (Person("Azmani", "VVD"),),
        "cs": True,
        "status": Status.SETTLED,
        "dossier": "29344",
        "paper_number": "120",
    }.items():
        survivor, _changes = itemising.set_item_field(desk, younger, name, value, letter_id=late)
    motion = desk.item(survivor)
    assert survivor == older
    assert (motion.summary, motion.vote, motion.cs, motion.status) == (
        "Onderwerp",
        kinds.Vote.ADOPTED,
        True,
        Status.SETTLED,
    )
    assert motion.submitters == (Person("Azmani", "VVD"),)


def test_a_new_motion_that_the_register_has_becomes_that_motion(desk, letter_id):
    older = motion_in(desk, letter_id)
    other = put_letter(desk)
    before = dump(desk.register)
    item_id, _changes = itemising.new_item(
        desk, ItemKind.MOTION, {"dossier": "29344", "paper_number": "120", "role": MentionRole.SETTLES}, letter_id=other
    )
    assert item_id == older
    assert desk.item(older, other).role is MentionRole.SETTLES
    history.undo(desk)
    assert dump(desk.register) == before


def test_motions_without_a_whole_number_stay_apart(desk, letter_id):
    first = motion_in(desk, letter_id, "")
    second = motion_in(desk, put_letter(desk), "")
    assert first != second


def test_what_the_letter_does_with_a_motion_is_asked_of_a_letter_that_mentions_it(desk, letter_id):
    motion_id = motion_in(desk, letter_id)
    other = put_letter(desk)
    with pytest.raises(UserError, match="not mentioned"):
        itemising.set_item_field(desk, motion_id, "role", MentionRole.SETTLES, letter_id=other)


# ---- deleting


@pytest.mark.parametrize("kind", list(ItemKind))
def test_deleting_takes_everything_of_an_item_and_undo_brings_it_all_back(desk, letter_id, kind):
    item_id, _changes = tag(desk, letter_id, "De motie van het lid Azmani", kind)
    if kind is not ItemKind.DEADLINE:
        deadline_id, _changes = tag(desk, letter_id, "lid Azmani", ItemKind.DEADLINE, item_id)
        itemising.set_item_field(desk, deadline_id, "date_to", MAY)
        itemising.set_item_field(desk, deadline_id, "date_to", JULY, reason="uitstel")
    before = dump(desk.register)
    itemising.delete_item(desk, item_id)
    left = dump(desk.register)
    assert not any(
        left[table] for table in ("item", "passage", "tie", "mention", "deadline", "item_person", "fts_item")
    )
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert dump(desk.register) == left


def test_a_motion_that_another_letter_mentions_loses_only_its_mention_here(desk, letter_id):
    motion_id = motion_in(desk, letter_id)
    other = put_letter(desk)
    tagging.tie_item(desk, motion_id, other, document_of(desk, other), select(desk, other, "De motie"))
    before = dump(desk.register)
    itemising.delete_item(desk, motion_id, letter_id)
    assert looking.items_in(desk, letter_id) == []
    assert [item.id for item in looking.items_in(desk, other)] == [motion_id]
    history.undo(desk)
    assert dump(desk.register) == before
    itemising.delete_item(desk, motion_id)
    assert looking.items_in(desk, other) == []


def test_a_number_is_not_given_again_after_its_item_is_deleted(desk, letter_id):
    first, _changes = tag(desk, letter_id, "het rapport")
    number = desk.item(first).number
    itemising.delete_item(desk, first)
    second, _changes = tag(desk, letter_id, "het rapport")
    assert desk.item(second).number > number


def test_items_are_named_by_number_by_beginning_and_by_official_number(desk, letter_id):
    item_id, _changes = itemising.new_item(
        desk, ItemKind.COMMITMENT, {"official_number": "T01234", "origin": Origin.REGISTER}, letter_id=letter_id
    )
    number = desk.item(item_id).number
    assert {desk.item(name).id for name in (item_id, item_id[:8], number, number.lower(), "T01234")} == {item_id}
    with pytest.raises(NotFoundError):
        desk.item(item_id[:3])
    with pytest.raises(NotFoundError):
        desk.item("")


# ---- several fields at once


def test_tagging_with_fields_is_one_step(desk, letter_id):
    before = dump(desk.register)
    values = {"summary": "Rapport sturen", "promised_to": (Person("Azmani", "VVD"),)}
    selection, document = select(desk, letter_id, "het rapport"), document_of(desk, letter_id)
    item_id, _changes = itemising.tag_with_fields(desk, letter_id, document, ItemKind.COMMITMENT, selection, values)
    item = desk.item(item_id)
    assert (item.summary, item.promised_to, item.literal) == (*values.values(), "het rapport")
    history.undo(desk)
    assert dump(desk.register) == before


def test_tagging_a_motion_with_a_number_that_is_known_ties_the_known_one(desk, letter_id):
    older = motion_in(desk, letter_id)
    other = put_letter(desk)
    before = dump(desk.register)
    values = {"dossier": "29344", "paper_number": "120", "role": MentionRole.SETTLES}
    selection, document = select(desk, other, "De motie"), document_of(desk, other)
    item_id, _changes = itemising.tag_with_fields(desk, other, document, ItemKind.MOTION, selection, values)
    assert item_id == older
    assert (desk.item(older, other).literal, desk.item(older, other).role) == ("De motie", MentionRole.SETTLES)
    assert len(desk.item(older).passages) == 2
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before


def test_tagging_a_known_motion_twice_in_one_letter_gives_it_both_passages(desk, letter_id):
    older = motion_in(desk, letter_id)
    before = dump(desk.register)
    values = {"dossier": "29344", "paper_number": "120", "role": MentionRole.SETTLES}
    selection, document = select(desk, letter_id, "(29 344, nr. 120)"), document_of(desk, letter_id)
    item_id, _changes = itemising.tag_with_fields(desk, letter_id, document, ItemKind.MOTION, selection, values)
    assert item_id == older
    assert len(desk.item(older, letter_id).passages) == 2
    assert desk.item(older, letter_id).role is MentionRole.SETTLES
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before


def test_several_fields_of_a_deadline_move_it_once_and_ask_for_a_reason(desk, deadline_id):
    values = {"date_from": MAY, "date_to": JULY, "remarks": "x"}
    before = dump(desk.register)
    with pytest.raises(UserError, match="only with a reason"):
        itemising.set_item_fields(desk, deadline_id, values)
    assert dump(desk.register) == before
    itemising.set_item_fields(desk, deadline_id, values, reason="uitstel")
    deadline = desk.item(deadline_id)
    assert (deadline.date_from, deadline.date_to, deadline.remarks) == (MAY, JULY, "x")
    assert len(looking.deadline_changes(desk, deadline_id)) == 1
    history.undo(desk)
    assert dump(desk.register) == before
