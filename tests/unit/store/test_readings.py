"""What readings leave in the register: indices that serve the lists, ids that stay, rows that undo does not mind."""

import datetime as dt
import json

import pytest

from griffie.domain.kinds import Precision
from griffie.domain.passage import Selection, Span
from griffie.domain.periods import DateRange
from griffie.domain.reading import Reason, RuledDeadline, Suggestion, SuggestionKind
from griffie.store import letters, readings, steps
from griffie.store.database import open_register
from griffie.store.reading_rows import reason_from_json, reason_to_json, suggestion_columns, to_suggestion
from tests.helpers.registers import document_of, dump, new_desk, put_letter
from tests.unit.store.old_registers import make_old

FACTS = readings.Facts("2026-03-01", "", "", "", "calendar")


def plan(register, sql, *args):
    return " | ".join(row[3] for row in register.read.execute(f"EXPLAIN QUERY PLAN {sql}", args).fetchall())


def test_the_list_counts_suggestions_from_an_index_alone(desk):
    found = plan(desk.register, f"{letters._ROW} WHERE l.id = ?", "x")
    assert "SEARCH s USING COVERING INDEX suggestion_of_letter (letter_id=?)" in found
    assert "SEARCH d USING COVERING INDEX decision_of_letter (letter_id=? AND kind=? AND key=?)" in found


WANTED = {
    "a ministry": ("SELECT letter_id FROM letter_sender WHERE ministry IN ('JenV')", "sender_by_ministry"),
    "a committee of letters": ("SELECT letter_id FROM letter_committee WHERE name IN ('JV')", "committee_by_name"),
    "a committee of items": ("SELECT id FROM item WHERE committee IN ('JV')", "item_by_committee"),
    "a cited paper": ("SELECT letter_id FROM citation WHERE ref = '29344-120'", "citation_by_ref"),
    "what settles an item": ("SELECT * FROM settlement WHERE item_id = 'x'", "settlement_of_item"),
    "what stands on a passage": ("SELECT * FROM settlement WHERE passage_id = 'x'", "settlement_of_passage"),
}


@pytest.mark.parametrize("what", WANTED)
def test_each_question_has_its_index(desk, what):
    sql, index = WANTED[what]
    assert f"INDEX {index}" in plan(desk.register, sql)


def whole_suggestion():
    quad = (72.0, 100.0, 300.0, 100.0, 72.0, 112.0, 300.0, 112.0)
    words = Selection("“Ik zeg toe” — ‘ï’", "ervoor ", " erna", (Span(1, 3, 9, "Ik zeg", (quad, quad)),))
    deadline = RuledDeadline(
        words,
        DateRange(dt.date(2026, 1, 1), None, Precision.RECESS),
        None,
        "r",
        Reason("x {d}", {"d": dt.date(2026, 1, 1)}),
        True,
    )
    inner = Reason("“{words}”", {"words": "{iets}"})
    return Suggestion(
        SuggestionKind.COMMITMENT,
        "key",
        words,
        {"summary": "é"},
        0.875,
        "rule",
        (Reason("{a}: {b} of {n}", {"a": inner, "b": dt.date(2026, 5, 1), "n": 3}), Reason("")),
        deadline,
        (words, words),
        ("TZ202501-153", "29344-120"),
    )


def test_a_suggestion_comes_back_as_it_was_put():
    one = whole_suggestion()
    assert to_suggestion(suggestion_columns(one)) == one


def test_a_reason_is_told_in_either_language_later():
    reason = whole_suggestion().reasons[0]
    assert reason_from_json(reason_to_json(reason)).told() == "“{iets}”: 1 May 2026 of 3"
    assert reason_from_json("").told() == ""
    json.loads(reason_to_json(reason))


def test_a_reading_of_a_letter_that_is_gone_is_not_kept(desk):
    from griffie.domain.reading import Reading

    assert not readings.put_reading(desk.register, "gone", "D", Reading(reader="r"), FACTS)
    assert desk.register.read.execute("SELECT count(*) FROM reading").fetchone()[0] == 0


def test_a_register_of_the_version_before_has_everything_unread_and_goes_on(tmp_path):
    path = make_old(tmp_path / "griffie.sqlite", 4)
    register = open_register(path)
    try:
        assert readings.unread(register, "r", "c") == ["L"]
        (row,) = letters.list_letters(register)
        assert (row.id, row.suggestions) == ("L", 0)
    finally:
        register.close()


def test_an_undo_of_an_older_log_does_not_miss_the_new_column(tmp_path):
    desk = new_desk(tmp_path / "griffie.sqlite")
    letter_id = put_letter(desk)
    with steps.step(desk.register, "clerk", "x") as work:
        row = {"kind": "deadline", "number": "T2026-0001", "letter_id": letter_id, "origin": "typed", "created_at": "x"}
        work.insert("deadline", {"id": work.insert("item", row), "phrase": "mei"})
    with desk.register.write() as conn:
        conn.execute("UPDATE change SET after = json_remove(after, '$.reason') WHERE tbl = 'deadline'")
    before = dump(desk.register)
    steps.undo(desk.register, "clerk")
    steps.redo(desk.register, "clerk")
    assert dump(desk.register) == before
    assert document_of(desk, letter_id)
    desk.register.close()
