"""What undo, redo and the history promise: everything comes back exactly, also after a restart, or it says why not."""

import sqlite3
from datetime import date

import pytest

from griffie.base.errors import ConflictError, UserError
from griffie.store import steps
from griffie.store.steps import history, redo, step, step_changes, undo, undo_status
from tests.helpers.registers import dump, log_size, new_desk, put_letter


def edit(desk, letter_id, **values):
    with step(desk.register, desk.who, "Change {field} of {number}", field=next(iter(values)), number="B") as work:
        work.update("letter", letter_id, values)
    return work.changes()


def subject(desk, letter_id):
    return desk.letter(letter_id).subject


def test_undo_and_redo_walk_through_the_same_states(desk, letter_id):
    states = [dump(desk.register)]
    for name in ("een", "twee", "drie"):
        edit(desk, letter_id, subject=name)
        states.append(dump(desk.register))
    for state in states[-2::-1]:
        undo(desk.register, "clerk")
        assert dump(desk.register) == state
    for state in states[1:]:
        redo(desk.register, "clerk")
        assert dump(desk.register) == state


def test_undo_of_everything_ends_with_an_empty_register_and_then_refuses(desk, letter_id):
    edit(desk, letter_id, subject="een")
    undo(desk.register, "clerk")
    undo(desk.register, "clerk")
    assert not any(dump(desk.register).values())
    with pytest.raises(UserError, match="nothing to undo"):
        undo(desk.register, "clerk")
    redo(desk.register, "clerk")
    redo(desk.register, "clerk")
    assert subject(desk, letter_id) == "een"
    with pytest.raises(UserError, match="nothing to redo"):
        redo(desk.register, "clerk")


def test_undo_and_redo_survive_closing_and_opening(tmp_path):
    desk = new_desk(tmp_path / "griffie.sqlite")
    letter_id = put_letter(desk, subject="oud")
    edit(desk, letter_id, subject="een")
    edit(desk, letter_id, subject="twee")
    undo(desk.register, "clerk")
    desk.register.close()
    desk = new_desk(tmp_path / "griffie.sqlite")
    status = undo_status(desk.register)
    assert (status.undo.args["field"], status.redo.args["field"]) == ("subject", "subject")
    redo(desk.register, "clerk")
    assert subject(desk, letter_id) == "twee"
    undo(desk.register, "clerk")
    undo(desk.register, "clerk")
    assert subject(desk, letter_id) == "oud"
    desk.register.close()


def test_a_new_step_after_undo_drops_what_could_be_redone(desk, letter_id):
    edit(desk, letter_id, subject="een")
    undo(desk.register, "clerk")
    edit(desk, letter_id, subject="anders")
    assert undo_status(desk.register).redo is None
    with pytest.raises(UserError, match="nothing to redo"):
        redo(desk.register, "clerk")
    undo(desk.register, "clerk")
    assert subject(desk, letter_id).startswith("Brief")


def test_undo_refuses_with_a_message_when_the_row_has_moved_on(desk, letter_id):
    edit(desk, letter_id, subject="een")
    with desk.register.write() as conn:
        conn.execute("UPDATE letter SET subject = 'van buiten'")
    before, log = dump(desk.register), log_size(desk.register)
    with pytest.raises(ConflictError, match="changed since"):
        undo(desk.register, "clerk")
    assert dump(desk.register) == before
    assert log_size(desk.register) == log
    assert undo_status(desk.register).undo is not None


def test_redo_refuses_when_the_row_has_moved_on(desk, letter_id):
    edit(desk, letter_id, subject="een")
    undo(desk.register, "clerk")
    with desk.register.write() as conn:
        conn.execute("UPDATE letter SET subject = 'van buiten'")
    with pytest.raises(ConflictError):
        redo(desk.register, "clerk")
    assert undo_status(desk.register).redo is not None


def test_changing_what_is_gone_is_refused(desk, letter_id):
    with pytest.raises(ConflictError, match="no longer in the register"):
        edit(desk, "no such letter", subject="een")


def test_a_step_that_changes_nothing_leaves_no_trace_and_keeps_what_can_be_redone(desk, letter_id):
    edit(desk, letter_id, subject="een")
    undo(desk.register, "clerk")
    log = log_size(desk.register)
    changes = edit(desk, letter_id, subject=subject(desk, letter_id))
    assert not changes
    assert log_size(desk.register) == log
    assert undo_status(desk.register).redo is not None


def test_a_step_that_fails_leaves_no_trace(desk, letter_id):
    before, log = dump(desk.register), log_size(desk.register)
    with pytest.raises(sqlite3.IntegrityError), step(desk.register, "clerk", "Fail") as work:
        _fail(work, letter_id)
    assert dump(desk.register) == before
    assert log_size(desk.register) == log


def _fail(work, letter_id):
    work.update("letter", letter_id, {"subject": "half"})
    work.insert("tie", {"passage_id": "nothing", "item_id": "nothing", "mention_id": None, "position": 0})


def test_own_numbers_are_never_given_twice_not_even_after_undo_or_deletion(desk):
    def number(letter_id):
        return desk.letter(letter_id).number

    first = number(put_letter(desk))
    undo(desk.register, "clerk")
    second = number(put_letter(desk))
    undo(desk.register, "clerk")
    redo(desk.register, "clerk")
    third = number(put_letter(desk))
    year = date.today().year
    assert [first, second, third] == [f"B{year}-000{n}" for n in (1, 2, 3)]


def test_the_log_only_grows(desk, letter_id):
    edit(desk, letter_id, subject="een")
    sizes = [log_size(desk.register)]
    for turn in (undo, redo, undo):
        turn(desk.register, "clerk")
        sizes.append(log_size(desk.register))
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4


def test_the_history_tells_who_did_what_newest_first_and_in_words(desk, letter_id):
    edit(desk, letter_id, subject="een")
    undo(desk.register, "collega")
    redo(desk.register, "clerk")
    lines = history(desk.register)
    assert [(line.who, line.kind) for line in lines] == [
        ("clerk", "redo"),
        ("collega", "undo"),
        ("clerk", "do"),
        ("clerk", "do"),
    ]
    assert lines[0].text.startswith("Redone: ")
    assert lines[1].text.startswith("Undone: ")
    assert lines[3].text == f"Add letter {desk.letter(letter_id).number}"


def test_the_history_of_one_letter_has_only_its_steps(desk, letter_id):
    other = put_letter(desk)
    edit(desk, other, subject="een")
    assert len(history(desk.register, letter_id=letter_id)) == 1
    assert len(history(desk.register, letter_id=other)) == 2
    assert len(history(desk.register, limit=2)) == 2


def test_each_change_is_logged_with_what_was_before_and_after(desk, letter_id):
    edit(desk, letter_id, subject="een")
    ((table, row_id, before, after),) = step_changes(desk.register, history(desk.register)[0].id)
    assert (table, row_id) == ("letter", letter_id)
    assert before["subject"].startswith("Brief")
    assert after["subject"] == "een"


def test_a_column_that_a_later_version_added_does_not_stop_undo(desk, letter_id):
    edit(desk, letter_id, subject="een")
    with desk.register.write() as conn:
        conn.execute("ALTER TABLE letter ADD COLUMN later TEXT NOT NULL DEFAULT ''")
    undo(desk.register, "clerk")
    assert subject(desk, letter_id).startswith("Brief")


def test_only_the_tables_of_a_clerks_work_can_be_changed_in_a_step(desk):
    with pytest.raises(KeyError), step(desk.register, "clerk", "Fail") as work:
        work.update("step", "1", {"who": "x"})


def test_the_search_index_follows_each_change_and_its_undo(desk, letter_id):
    def found(word):
        sql = "SELECT count(*) FROM fts_letter WHERE fts_letter MATCH ?"
        return desk.register.read.execute(sql, (word,)).fetchone()[0]

    edit(desk, letter_id, subject="zeldzaam")
    assert found("zeldzaam") == 1
    undo(desk.register, "clerk")
    assert found("zeldzaam") == 0
    redo(desk.register, "clerk")
    assert found("zeldzaam") == 1
    undo(desk.register, "clerk")
    undo(desk.register, "clerk")
    assert found("brief") == 0
    assert steps.undo_status(desk.register).undo is None


def test_a_clerk_in_another_process_can_undo(tmp_path):
    one, other = new_desk(tmp_path / "griffie.sqlite"), new_desk(tmp_path / "griffie.sqlite", "collega")
    letter_id = put_letter(one, subject="oud")
    edit(one, letter_id, subject="een")
    undo(other.register, "collega")
    assert subject(one, letter_id) == "oud"
    for desk in (one, other):
        desk.register.close()
