"""Keeping the register whole: a check that finds each fault, a backup of one moment, a restore that loses nothing."""

import contextlib
import hashlib
import os
import re
import sqlite3
import stat
import threading

import pytest

from griffie.base.errors import UserError
from griffie.domain.kinds import ItemKind
from griffie.services import keeping, lettering, looking
from griffie.store.schema import SCHEMA_VERSION
from tests.helpers.registers import dump, new_desk, put_letter
from tests.unit.services.test_tagging import tag
from tests.unit.store.old_registers import make_old


def plain(path):
    return contextlib.closing(sqlite3.connect(path, isolation_level=None))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


# ---- checking


@pytest.fixture
def tagged(desk, letter_id):
    for kind in ItemKind:
        tag(desk, letter_id, "De motie van het lid Azmani", kind)
    return desk


def test_a_sound_register_is_found_sound_and_is_counted(tagged):
    said = []
    report = keeping.check(tagged, progress=said.append)
    assert report.sound
    assert (report.letters, report.items, report.documents, report.steps) == (1, 4, 1, 5)
    assert len(said) > 5


FAULTS = {
    "a changed PDF": ("UPDATE pdf SET bytes = x'00'", "is not what was stored"),
    "a changed page text": ("UPDATE page SET text = replace(text, 'motie', 'notie')", "text of page 1"),
    "changed lines of a page": ("UPDATE page SET lines = replace(lines, 'motie', 'notie')", "text of page 1"),
    "lines of a page that cannot be read": ("UPDATE page SET lines = '[[1]]'", "text of page 1"),
    "a lost page": ("DELETE FROM page", "Pages of .* are missing"),
    "a passage that is not on its page": ("UPDATE passage SET spans = replace(spans, 'lid', 'dil')", "not on its page"),
    "a passage that cannot be read": ("UPDATE passage SET spans = '{\"a\": 1}'", "cannot be read"),
    "a passage with words for offsets": ("UPDATE passage SET spans = '[[0, \"a\", 1, \"\", []]]'", "cannot be read"),
    "a passage that belongs to nothing": ("DELETE FROM tie", "belongs to nothing"),
    "a lost letter": ("DELETE FROM letter", "points at something missing in letter"),
    "a lost item": ("DELETE FROM item WHERE kind = 'request'", "points at something missing in item"),
    "lost fields": ("DELETE FROM commitment", "has lost its fields"),
    "fields of another kind": ("UPDATE item SET kind = 'request' WHERE kind = 'deadline'", "has lost its fields"),
    "a counter set back": ("UPDATE counter SET last = 0 WHERE prefix = 'C'", "would be given again"),
    "a strange own number": ("UPDATE item SET number = 'zeven' WHERE kind = 'motion'", "would be given again"),
    "a lost step": ("UPDATE cursor SET position = 99", "lost step 99"),
    "a lost cursor": ("DELETE FROM cursor", "damaged"),
    "a cursor that cannot be read": ("UPDATE cursor SET redo = 'x'", "damaged"),
    "a lost line of the search": ("DELETE FROM fts_item WHERE rowid = 1", "search index of item"),
    "a stale line of the search": ("UPDATE fts_letter SET body = 'x'", "search index of letter"),
    "a stray line of the search": ("INSERT INTO fts_item (rowid, body) VALUES (99, 'x')", "search index of item"),
    "a lost page of the search": ("INSERT INTO fts_page (fts_page) VALUES ('delete-all')", "search index of page"),
    "a planted trigger": ("CREATE TRIGGER t AFTER INSERT ON tie BEGIN DELETE FROM item; END", "not those that Griffie"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_check_finds(tagged, fault):
    sql, said = FAULTS[fault]
    with plain(tagged.register.path) as conn:
        conn.execute(sql)
    report = keeping.check(tagged)
    assert not report.sound
    assert any(re.search(said, line) for line in report.faults), report.faults


def test_a_check_of_a_damaged_file_ends_in_a_report(tmp_path):
    desk = new_desk(tmp_path / "griffie.sqlite")
    letter_id = put_letter(desk)
    tag(desk, letter_id, "het rapport")
    desk.register.close()
    with plain(desk.register.path) as conn:
        names = ("item", "passage", "letter_by_date")
        roots = [conn.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (n,)).fetchone()[0] for n in names]
    for root in roots:
        with desk.register.path.open("r+b") as file:
            file.seek((root - 1) * 4096)
            file.write(b"\xee" * 4096)
    desk = new_desk(desk.register.path)
    report = keeping.check(desk)
    assert any("damaged" in line for line in report.faults)
    assert report.letters in (0, 1)
    desk.register.close()


def test_a_check_while_a_clerk_works_finds_nothing_wrong(desk, letter_id):
    done, reports = threading.Event(), []

    def work():
        for n in range(60):
            tag(desk, letter_id, "het rapport")
            lettering.set_letter_field(desk, letter_id, "remarks", f"woord {n}")
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        reports.append(keeping.check(desk).faults)
    thread.join()
    assert len(reports) > 1
    assert not any(reports)


# ---- backing up


def test_a_backup_is_one_file_that_opens_with_the_same_content(tagged, tmp_path):
    path = keeping.back_up(tagged, tmp_path / "copy.sqlite")
    assert sorted(p.name for p in tmp_path.glob("copy*")) == ["copy.sqlite"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    copy = new_desk(path)
    assert dump(copy.register) == dump(tagged.register)
    assert keeping.check(copy).faults == []
    copy.register.close()


def test_a_backup_into_a_folder_gets_a_name_with_the_time(tagged, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    path = keeping.back_up(tagged, folder)
    assert path.parent == folder
    assert path.name.startswith("griffie-20")


def test_a_backup_overwrites_only_when_asked_and_never_the_register_itself(tagged, tmp_path):
    path = tmp_path / "copy.sqlite"
    path.write_text("something else")
    with pytest.raises(UserError, match="there already"):
        keeping.back_up(tagged, path)
    assert path.read_text() == "something else"
    keeping.back_up(tagged, path, overwrite=True)
    assert path.read_bytes().startswith(b"SQLite format 3")
    itself = tagged.register.path
    other_name = tmp_path / "linked.sqlite"
    other_name.symlink_to(itself)
    for target in (itself, other_name):
        with pytest.raises(UserError, match="own place"):
            keeping.back_up(tagged, target, overwrite=True)


def test_a_backup_to_a_place_that_is_not_there_says_so_and_leaves_nothing(tagged, tmp_path):
    with pytest.raises(UserError, match="cannot be used"):
        keeping.back_up(tagged, tmp_path / "nowhere" / "copy.sqlite")
    assert not (tmp_path / "nowhere").exists()


def test_a_backup_made_while_a_clerk_works_is_of_one_moment(desk, monkeypatch):
    monkeypatch.setattr("griffie.store.backup.PAGES_AT_A_TIME", 1)
    letter_id = put_letter(desk)
    done, started = threading.Event(), threading.Event()

    def work():
        for _turn in range(150):
            tag(desk, letter_id, "het rapport")
            started.set()
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    started.wait(10)
    copies = []
    while not done.is_set() or not copies:
        copies.append(keeping.back_up(desk, desk.register.path.with_name(f"copy{len(copies)}.sqlite")))
    thread.join()
    for path in copies[:5]:
        copy = new_desk(path)
        assert keeping.check(copy).faults == []
        assert 0 < len(looking.items_in(copy, letter_id)) <= 150
        copy.register.close()


def test_a_backup_that_cannot_be_read_back_is_not_kept(tagged, tmp_path, monkeypatch):
    from griffie.store import backup

    real = backup._copy

    def damaging(source, path):
        real(source, path)
        with path.open("r+b") as file:
            file.seek(3 * 4096)
            file.write(b"\xee" * 4096)

    monkeypatch.setattr(backup, "_copy", damaging)
    with pytest.raises(UserError, match=r"damaged|read back"):
        keeping.back_up(tagged, tmp_path / "copy.sqlite")
    assert list(tmp_path.glob("copy*")) == []


# ---- restoring


@pytest.fixture
def backup(tmp_path):
    """A backup with one letter in it."""
    desk = new_desk(tmp_path / "source.sqlite")
    put_letter(desk, subject="uit de backup")
    path = keeping.back_up(desk, tmp_path / "backup.sqlite")
    desk.register.close()
    return path


def subjects(path):
    desk = new_desk(path)
    found = [row.subject for row in looking.list_letters(desk)]
    desk.register.close()
    return found


def register_with(path, subject):
    desk = new_desk(path)
    put_letter(desk, subject=subject)
    desk.register.close()
    return path


def test_a_restore_keeps_the_old_register_beside_the_new(backup, tmp_path):
    target = register_with(tmp_path / "griffie.sqlite", "van nu")
    before = digest(backup)
    kept = keeping.restore(backup, target)
    assert subjects(target) == ["uit de backup"]
    assert subjects(kept) == ["van nu"]
    assert digest(backup) == before
    again = keeping.restore(backup, target)
    assert again != kept
    assert subjects(kept) == ["van nu"]


def test_a_restore_where_there_was_no_register_keeps_nothing(backup, tmp_path):
    target = tmp_path / "new" / "griffie.sqlite"
    assert keeping.restore(backup, target) is None
    assert subjects(target) == ["uit de backup"]
    assert [p.name for p in target.parent.iterdir()] == ["griffie.sqlite"]


def test_what_the_old_register_had_in_its_log_is_kept(backup, tmp_path):
    live = new_desk(tmp_path / "live.sqlite")
    put_letter(live, subject="van nu")
    target = tmp_path / "griffie.sqlite"
    for suffix in ("", "-wal"):  # as a killed program leaves it
        target.with_name(target.name + suffix).write_bytes((tmp_path / f"live.sqlite{suffix}").read_bytes())
    live.register.close()
    kept = keeping.restore(backup, target)
    assert subjects(kept) == ["van nu"]
    assert subjects(target) == ["uit de backup"]


def test_a_restore_over_an_open_register_is_refused(backup, tmp_path):
    desk = new_desk(tmp_path / "griffie.sqlite")
    put_letter(desk, subject="van nu")
    with pytest.raises(UserError, match="in use"):
        keeping.restore(backup, desk.register.path)
    put_letter(desk, subject="verder")
    desk.register.close()
    assert sorted(subjects(desk.register.path)) == ["van nu", "verder"]


def test_a_damaged_register_is_replaced_and_kept_with_its_log(backup, tmp_path):
    target = tmp_path / "griffie.sqlite"
    target.write_bytes(b"SQLite format 3\0" + b"\xee" * 9000)
    (tmp_path / "griffie.sqlite-wal").write_bytes(b"log")
    kept = keeping.restore(backup, target)
    assert subjects(target) == ["uit de backup"]
    assert kept.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + b"\xee" * 9000])
def test_what_is_no_sound_backup_is_refused_and_nothing_changes(tmp_path, content):
    target, source = register_with(tmp_path / "griffie.sqlite", "van nu"), tmp_path / "backup.sqlite"
    source.write_bytes(content)
    names = sorted(p.name for p in tmp_path.iterdir())
    with pytest.raises(UserError):
        keeping.restore(source, target)
    assert sorted(p.name for p in tmp_path.iterdir()) == names
    assert subjects(target) == ["van nu"]


def test_a_missing_backup_and_the_register_itself_are_refused(tmp_path):
    target = register_with(tmp_path / "griffie.sqlite", "van nu")
    with pytest.raises(UserError, match="no file"):
        keeping.restore(tmp_path / "nothing.sqlite", target)
    with pytest.raises(UserError, match="register itself"):
        keeping.restore(target, target)


def test_a_backup_of_an_older_griffie_is_brought_up_to_date_in_the_new_place_only(tmp_path):
    old, target = make_old(tmp_path / "old.sqlite", SCHEMA_VERSION - 1), tmp_path / "griffie.sqlite"
    before = digest(old)
    keeping.restore(old, target)
    assert subjects(target) == ["Oud"]
    assert digest(old) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["griffie.sqlite", "old.sqlite"]
