"""Deadlines by rule follow the letter's date, stay once edited, and a new calendar only lists what it would move."""

import datetime as dt

import pytest

from griffie.domain.kinds import Chamber, ItemKind, Precision
from griffie.domain.letter import Letter
from griffie.domain.periods import DateRange
from griffie.domain.reading import DeadlineFound, Extent, Reason
from griffie.domain.recess import Recess, RecessKind
from griffie.services import history, itemising, lettering, looking, moving, reading, recesses, suggesting, tagging
from griffie.services.keeping import check
from griffie.services.moving import Words
from tests.helpers.composed_readings import read, ruled, suggested
from tests.helpers.registers import document_of, dump, log_size, put_letter, select

SUMMER = "voor het zomerreces"


def resolve(words, facts):
    """Know one phrase, as a rule of the reader would: the day before the summer recess of the letter's year."""
    phrase = words.phrase
    if phrase != SUMMER or facts.date is None:
        return None
    recess = facts.calendar.recess(RecessKind.SUMMER, facts.date.year, facts.chamber or Chamber.TK)
    last = recess.first - dt.timedelta(days=1)
    reason = Reason("“{words}”: recess of {first}", {"words": phrase, "first": recess.first})
    return DeadlineFound(
        Extent(0, 0), phrase, DateRange(None, last, Precision.RECESS), last.isoformat(), "before_day", reason
    )


SHIPPED = moving.shipped_resolver


@pytest.fixture(autouse=True)
def the_rule(monkeypatch):
    monkeypatch.setattr(moving, "shipped_resolver", lambda: resolve)


def test_the_readers_own_rules_read_a_phrase_with_the_words_around_it(desk, letter_id):
    facts = reading.facts_for_reader(desk.letter(letter_id), recesses.calendar(desk))
    before = SHIPPED()(Words("voor het zomerreces", "zal ik uw Kamer ", "informeren."), facts)
    planned = SHIPPED()(Words("voor mei 2027", "Het debat is gepland", ""), facts)
    assert before.range.date_to == dt.date(2026, 7, 2)
    assert before.rule != planned.rule
    assert (planned.range.date_from, planned.range.date_to) == (dt.date(2027, 5, 1), dt.date(2027, 5, 31))
    assert SHIPPED()(Words("een woord"), facts) is None


@pytest.fixture
def deadline(desk, letter_id):
    """A deadline that the rule gave 2 July 2026."""
    return by_rule(desk, letter_id)


def by_rule(desk, letter_id):
    found = resolve(Words(SUMMER), reading.facts_for_reader(desk.letter(letter_id), recesses.calendar(desk)))
    one = ruled(desk, letter_id, SUMMER, None, found.range.date_to, date_range=found.range, reason=found.reason)
    read(desk, letter_id, suggested(desk, letter_id, "deadline", SUMMER, deadline=one))
    ids = [shown.id for shown in suggesting.suggestions(desk, letter_id)]
    return suggesting.accept(desk, letter_id, ids)[0][0]


def end_of(desk, item_id):
    return desk.item(item_id).date_to


def test_the_date_of_the_letter_moves_the_deadline_in_the_same_step(desk, letter_id, deadline):
    assert end_of(desk, deadline) == dt.date(2026, 7, 2)
    before, steps = dump(desk.register), log_size(desk.register)[0]
    changes = lettering.set_letter_field(desk, letter_id, "date", dt.date(2025, 3, 1))
    assert log_size(desk.register)[0] == steps + 1
    assert (changes.letters, changes.items) == ({letter_id}, {deadline})
    moved = desk.item(deadline)
    assert (moved.date_to, moved.rule, moved.precision) == (dt.date(2025, 7, 3), "before_day", Precision.RECESS)
    assert reading.told(moved) == f"“{SUMMER}”: recess of 4 July 2025"
    (change,) = looking.deadline_changes(desk, deadline)
    assert (change.date_to, change.reason) == (dt.date(2026, 7, 2), "The letter is of 1 March 2025.")
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert end_of(desk, deadline) == dt.date(2025, 7, 3)


def test_it_follows_again_and_back(desk, letter_id, deadline):
    for year in (2025, 2024, 2026):
        lettering.set_letter_field(desk, letter_id, "date", dt.date(year, 3, 1))
    assert end_of(desk, deadline) == dt.date(2026, 7, 2)
    assert len(looking.deadline_changes(desk, deadline)) == 3


def test_a_chamber_with_another_recess_moves_it_too(desk, letter_id, deadline, tmp_path):
    desk.own_recesses = tmp_path / "recesses.toml"
    recesses.save_own_rows(
        desk, [Recess(Chamber.EK, RecessKind.SUMMER, dt.date(2026, 7, 8), dt.date(2026, 9, 7), "eigen", "U")]
    )
    lettering.set_letter_field(desk, letter_id, "chamber", Chamber.EK)
    assert end_of(desk, deadline) == dt.date(2026, 7, 7)


EDITS = {
    "date": {"date_to": dt.date(2026, 6, 1)},
    "no date": {"no_date": True},
    "phrase": {"phrase": "voor de zomer"},
    "recurring": {"recurring": True},
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_somebody_has_edited_stays(desk, letter_id, deadline, edit):
    itemising.set_item_fields(desk, deadline, EDITS[edit], reason="zo afgesproken")
    before = desk.item(deadline)
    assert (before.rule, before.reason) == ("clerk", "")
    lettering.set_letter_field(desk, letter_id, "date", dt.date(2025, 3, 1))
    assert desk.item(deadline) == before


def test_remarks_are_no_edit_of_the_dates(desk, letter_id, deadline):
    itemising.set_item_field(desk, deadline, "remarks", "let op")
    lettering.set_letter_field(desk, letter_id, "date", dt.date(2025, 3, 1))
    assert end_of(desk, deadline) == dt.date(2025, 7, 3)


def test_what_was_tagged_by_hand_stays(desk, letter_id):
    words = select(desk, letter_id, SUMMER)
    item_id, _changes = tagging.tag(desk, letter_id, document_of(desk, letter_id), ItemKind.DEADLINE, words)
    before = desk.item(item_id)
    lettering.set_letter_field(desk, letter_id, "date", dt.date(2025, 3, 1))
    assert desk.item(item_id) == before


def test_what_the_rule_no_longer_dates_stays(desk, letter_id, deadline):
    lettering.set_letter_field(desk, letter_id, "date", None)
    assert end_of(desk, deadline) == dt.date(2026, 7, 2)


def test_other_fields_move_nothing_and_load_no_rules(desk, letter_id, deadline, monkeypatch):
    monkeypatch.setattr(moving, "follow_header", lambda *args: pytest.fail("nothing to follow"))
    lettering.set_letter_field(desk, letter_id, "subject", "Anders")
    lettering.set_letter_field(desk, put_letter(desk), "date", dt.date(2025, 3, 1))


@pytest.fixture
def later_recess(desk, tmp_path):
    """A calendar in which the summer recess of 2026 begins a week later."""

    def put():
        desk.own_recesses = tmp_path / "recesses.toml"
        row = Recess(Chamber.TK, RecessKind.SUMMER, dt.date(2026, 7, 10), dt.date(2026, 9, 7), "eigen", "U")
        recesses.save_own_rows(desk, [row])

    return put


def test_another_calendar_moves_nothing_and_lists_what_it_would_move(desk, letter_id, deadline, later_recess):
    assert moving.moved_by_calendar(desk) == []
    later_recess()
    before = dump(desk.register)
    (move,) = moving.moved_by_calendar(desk)
    assert dump(desk.register) == before
    assert (move.item_id, move.letter_id, move.phrase) == (deadline, letter_id, SUMMER)
    assert (move.old.date_to, move.new.date_to) == (dt.date(2026, 7, 2), dt.date(2026, 7, 9))
    assert move.number == desk.item(deadline).number


def test_the_moves_that_a_clerk_agrees_to_are_one_step(desk, letter_id, deadline, later_recess):
    by_rule(desk, put_letter(desk))
    later_recess()
    moves = moving.moved_by_calendar(desk)
    before, steps = dump(desk.register), log_size(desk.register)[0]
    changes = moving.apply_moves(desk, moves)
    assert log_size(desk.register)[0] == steps + 1
    assert changes.items == {move.item_id for move in moves}
    assert [end_of(desk, move.item_id) for move in moves] == [dt.date(2026, 7, 9)] * 2
    (change,) = looking.deadline_changes(desk, deadline)
    assert change.reason == "The recess calendar says otherwise."
    assert moving.moved_by_calendar(desk) == []
    history.undo(desk)
    assert dump(desk.register) == before


def test_a_move_of_what_has_been_edited_meanwhile_is_passed_over(desk, letter_id, deadline, later_recess):
    later_recess()
    moves = moving.moved_by_calendar(desk)
    itemising.set_item_field(desk, deadline, "date_to", dt.date(2026, 6, 1), reason="zo afgesproken")
    assert not moving.apply_moves(desk, moves)
    assert moving.moved_by_calendar(desk) == []


def test_only_what_the_old_calendar_had_dated_is_listed(desk, letter_id, deadline, later_recess):
    old = recesses.calendar(desk)
    other = by_rule(desk, put_letter(desk))
    with desk.register.write() as conn:
        conn.execute("UPDATE deadline SET date_to = '2026-01-01' WHERE id = ?", (other,))
    later_recess()
    assert [move.item_id for move in moving.moved_by_calendar(desk, before=old)] == [deadline]


def test_own_rows_are_laid_over_the_shipped_ones(desk, later_recess):
    assert recesses.own_rows(desk) == ()
    later_recess()
    (row,) = recesses.own_rows(desk)
    assert recesses.calendar(desk).recess(RecessKind.SUMMER, 2026) == row
    recesses.save_own_rows(desk, [])
    assert recesses.own_rows(desk) == ()
    assert isinstance(desk.letter(put_letter(desk)), Letter)
