"""griffie undo, redo, history, check, backup and restore."""

import sqlite3


def test_undo_and_redo_say_what_they_did(griffie, promise):
    undone = griffie("undo", "--json").json
    assert promise in undone["step"]
    assert len(undone["items"]) == 1
    assert griffie("redo", "--json").json["step"] == undone["step"]
    assert griffie("show", promise).code == 0


def test_nothing_to_undo_is_nothing_done(griffie, letter):
    griffie("add", letter)
    assert griffie("undo").code == 0
    answer = griffie("undo")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "griffie: There is nothing to undo.\n"
    assert griffie("redo").code == 0
    assert griffie("redo").code == 1


def test_the_history_has_the_newest_step_first(griffie, added, promise):
    steps = griffie("history", "--json").json
    assert promise in steps[0]["text"]
    assert added in steps[-1]["text"]
    assert len(griffie("history", "--limit", "1", "--json").json) == 1
    assert griffie("history").out.splitlines()[0].endswith(steps[0]["text"])


def test_the_history_of_one_item_and_of_one_letter(griffie, added, promise):
    griffie("new", "request", "summary=iets anders")
    assert len(griffie("history", promise, "--json").json) == 1
    assert len(griffie("history", added, "--json").json) == 2
    assert griffie("history", "C1999-0001").code == 1
    assert griffie("history", "--limit", "0").code == 2


def test_a_whole_register_is_said_to_be_whole(griffie, promise):
    answer = griffie("check", "--json")
    assert answer.code == 0
    assert answer.json["sound"] is True
    assert answer.json["items"] == 1
    assert "whole" in griffie("check").out


def test_a_fault_is_told_with_exit_code_1(griffie, promise, db):
    conn = sqlite3.connect(db)
    conn.execute("UPDATE pdf SET bytes = x'00'")
    conn.commit()
    conn.close()
    answer = griffie("check", "--json")
    assert answer.code == 1
    assert answer.json["sound"] is False
    assert len(answer.json["faults"]) == answer.err.count("\n") == 1


def test_a_backup_is_put_back_and_what_was_there_is_kept(griffie, promise, tmp_path):
    copy = tmp_path / "kopie.sqlite"
    assert griffie("backup", "--out", copy, "--json").json["path"] == str(copy)
    griffie("delete", promise)
    restored = griffie("restore", copy, "--json").json
    assert griffie("show", promise).code == 0
    assert griffie("show", promise, database=restored["kept"]).code == 1


def test_a_backup_replaces_nothing_unasked(griffie, promise, tmp_path):
    copy = tmp_path / "kopie.sqlite"
    copy.write_text("van iemand anders")
    assert griffie("backup", "--out", copy).code == 1
    assert copy.read_text() == "van iemand anders"
    assert griffie("backup", "--out", copy, "--overwrite").code == 0


def test_what_is_no_backup_is_not_restored(griffie, promise, tmp_path):
    (tmp_path / "geen.sqlite").write_text("geen register")
    assert griffie("restore", tmp_path / "geen.sqlite").code == 1
    assert griffie("show", promise).code == 0
