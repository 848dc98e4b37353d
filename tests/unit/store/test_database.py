"""What opening a register does for the clerk, and which files it refuses without touching them."""

import contextlib
import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import warnings
from pathlib import Path

import pytest
from sqlite_utils import Database

from griffie.base.errors import UserError
from griffie.store import database
from griffie.store.database import open_register
from griffie.store.migrations import REGISTER_MIGRATIONS, digest_of_version
from griffie.store.schema import APPLICATION_ID, SCHEMA_DIGEST, SCHEMA_VERSION, schema_digest
from tests.helpers.registers import new_desk, put_letter
from tests.unit.store.old_registers import make_old, migration_names

ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def made(path):
    """A whole register that is closed again."""
    desk = new_desk(path)
    put_letter(desk)
    desk.register.close()
    return path


def plain(path):
    return contextlib.closing(sqlite3.connect(path, isolation_level=None))


def refused(path, **options):
    """Open a file that must be refused and stay as it is; returns the sentence."""
    before = digest(path)
    with pytest.raises(UserError) as caught:
        open_register(path, **options)
    assert digest(path) == before
    return str(caught.value)


def test_a_new_register_is_made_with_its_folder_and_only_its_owner_may_read_it(tmp_path):
    path = tmp_path / "new" / "folder" / "griffie.sqlite"
    register = open_register(path)
    try:
        assert not register.read_only
        assert register.read.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
        assert register.read.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        with register.write() as conn:
            conn.execute("INSERT INTO view_state VALUES ('x', '{}')")
        if os.name == "posix":
            names = [path, Path(f"{path}-wal"), Path(f"{path}-shm")]
            assert [stat.S_IMODE(name.stat().st_mode) for name in names] == [0o600] * 3
    finally:
        register.close()


def test_closing_leaves_one_file_that_holds_everything(tmp_path):
    path = made(tmp_path / "griffie.sqlite")
    assert [p.name for p in tmp_path.iterdir()] == ["griffie.sqlite"]
    with plain(path) as conn:
        assert conn.execute("SELECT count(*) FROM letter").fetchone()[0] == 1


def test_a_register_opens_again_with_what_was_in_it(tmp_path):
    path = made(tmp_path / "griffie.sqlite")
    register = open_register(path, create=False)
    assert register.read.execute("SELECT number FROM letter").fetchone()[0].startswith("B")
    register.close()


def test_an_empty_file_becomes_a_register_unless_one_must_be_there(tmp_path):
    path = tmp_path / "griffie.sqlite"
    path.touch()
    with pytest.raises(UserError, match="no register"):
        open_register(path, create=False)
    open_register(path).close()
    assert path.stat().st_size > 0


def test_a_missing_register_is_not_made_where_one_must_be_there(tmp_path):
    with pytest.raises(UserError, match="no register"):
        open_register(tmp_path / "griffie.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_blank_database_is_what_a_start_that_was_cut_off_leaves_and_becomes_a_register(tmp_path):
    path = tmp_path / "griffie.sqlite"
    with plain(path) as conn:
        conn.execute("PRAGMA journal_mode=WAL")
    assert path.stat().st_size > 0
    register = open_register(path)
    assert register.read.execute("SELECT count(*) FROM register").fetchone()[0] == 1
    register.close()


def test_a_register_whose_making_was_cut_off_half_way_is_made_anew(tmp_path):
    half, path = tmp_path / "half.sqlite", tmp_path / "griffie.sqlite"
    with plain(half) as conn:
        conn.execute("PRAGMA cache_size=2")
        conn.execute("PRAGMA cache_spill=1")
        conn.execute("CREATE TABLE seed (a)")
        conn.execute("DROP TABLE seed")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("CREATE TABLE letter (a)")
        conn.executemany("INSERT INTO letter VALUES (?)", [("x" * 3000,)] * 50)
        shutil.copy(half, path)
        shutil.copy(f"{half}-journal", f"{path}-journal")
        conn.execute("ROLLBACK")
    register = open_register(path)
    assert register.read.execute("SELECT count(*) FROM letter").fetchone()[0] == 0
    register.close()


def test_a_register_of_a_newer_griffie_is_refused_and_stays_as_it_is(tmp_path):
    path = made(tmp_path / "griffie.sqlite")
    with plain(path) as conn:
        conn.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    assert "newer Griffie" in refused(path)


def test_another_programs_database_is_refused_and_stays_as_it_is(tmp_path):
    path = tmp_path / "photos.sqlite"
    with plain(path) as conn:
        conn.execute("CREATE TABLE photo (id)")
    assert "no Griffie register" in refused(path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["photos.sqlite"]


PLANTS = {
    "view": "CREATE VIEW letters AS SELECT * FROM letter",
    "trigger": "CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM letter; END",
    "trigger named as the migrations' own": (
        "CREATE TRIGGER _sqlite_migrations_x AFTER INSERT ON item BEGIN DELETE FROM letter; END"
    ),
    "view named as an index of the search": "CREATE VIEW fts_x_data AS SELECT 1",
    "table": "CREATE TABLE more (a)",
    "column": "ALTER TABLE item ADD COLUMN more TEXT",
    "lost index": "DROP INDEX item_by_kind",
    "table turned into a view": (
        "DROP TABLE view_state; CREATE VIEW view_state AS "
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS letter_id, x AS state FROM n"
    ),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_a_register_with_something_planted_in_its_schema_is_refused(tmp_path, plant):
    path = made(tmp_path / "griffie.sqlite")
    with plain(path) as conn:
        conn.executescript(PLANTS[plant])
    assert "not a register as Griffie makes it" in refused(path)


def test_a_trigger_with_a_name_that_sqlite_keeps_for_itself_is_refused(tmp_path):
    path = made(tmp_path / "griffie.sqlite")
    with plain(path) as conn:
        conn.execute("CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM letter; END")
        conn.execute("PRAGMA writable_schema=ON")
        conn.execute(
            "UPDATE sqlite_master SET name = 'sqlite_stat1', sql = replace(sql, 'TRIGGER t', 'TRIGGER sqlite_stat1') "
            "WHERE name = 't'"
        )
    assert refused(path)


def test_an_older_register_is_not_migrated_when_something_is_planted_in_it(tmp_path):
    path = make_old(tmp_path / "griffie.sqlite", SCHEMA_VERSION - 1)
    with plain(path) as conn:
        conn.execute("CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM letter; END")
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert "not a register as Griffie makes it" in refused(path)
    assert [p.name for p in tmp_path.iterdir() if "-v" in p.name] == []


@pytest.mark.parametrize("content", [b"no database at all, just text" * 50, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_refused(tmp_path, content):
    path = tmp_path / "griffie.sqlite"
    path.write_bytes(content)
    assert "damaged or no register" in refused(path)


def read_all(path):
    register = open_register(path)
    try:
        for table in ("letter", "page", "change", "document", "tie", "step"):
            register.read.execute(f"SELECT * FROM {table}").fetchall()
    finally:
        register.close()


def test_a_register_cut_off_in_the_middle_is_refused_or_says_so_when_read(tmp_path):
    path = made(tmp_path / "griffie.sqlite")
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // 4096 * 4096)
    with pytest.raises(UserError, match="damaged"):
        read_all(path)


def test_a_damaged_page_is_told_in_words_while_a_view_reads(tmp_path):
    path = made(tmp_path / "griffie.sqlite")
    with plain(path) as conn:
        root = conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'letter'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xee" * 4096)
    register = open_register(path)
    with pytest.raises(UserError, match="damaged"):
        register.read.execute("SELECT * FROM letter").fetchall()
    register.close()


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(UserError, match="not a file"):
        open_register(tmp_path)


def test_a_place_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="cannot be used"):
        open_register(tmp_path / "file" / "griffie.sqlite")


def test_a_register_locked_by_another_program_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_MS", 50)
    path = made(tmp_path / "griffie.sqlite")
    with plain(path) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="in use by another program"):
            open_register(path)


def test_a_write_that_another_program_holds_up_says_so_and_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_MS", 50)
    path = made(tmp_path / "griffie.sqlite")
    register = open_register(path)
    with plain(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="in use by another program"), register.write() as conn:
            conn.execute("DELETE FROM letter")
        assert register.read.execute("SELECT count(*) FROM letter").fetchone()[0] == 1
        other.execute("ROLLBACK")
    with register.write() as conn:
        conn.execute("INSERT INTO view_state VALUES ('x', '{}')")
    register.close()


def test_a_failure_in_the_middle_of_a_change_leaves_the_last_good_state(tmp_path):
    register = open_register(tmp_path / "griffie.sqlite")
    with pytest.raises(sqlite3.IntegrityError), register.write() as conn:
        conn.executemany("INSERT INTO view_state VALUES (?, '{}')", [("x",), ("x",)])
    assert register.read.execute("SELECT count(*) FROM view_state").fetchone()[0] == 0
    register.close()


def test_a_full_disk_is_told_and_nothing_is_half_saved(tmp_path):
    path = made(tmp_path / "griffie.sqlite")
    register = open_register(path)
    with register.write() as conn:
        conn.execute(f"PRAGMA max_page_count={conn.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(UserError, match="disk is full"), register.write() as conn:
        conn.execute("INSERT INTO view_state VALUES ('x', ?)", ("x" * 100_000,))
    assert register.read.execute("SELECT count(*) FROM view_state").fetchone()[0] == 0
    register.close()


def test_a_closed_register_neither_reads_nor_writes(tmp_path):
    register = open_register(tmp_path / "griffie.sqlite")
    register.close()
    with pytest.raises(UserError, match="closed"):
        _ = register.read
    with pytest.raises(UserError, match="closed"), register.write():
        pass


def test_a_thread_that_ends_leaves_no_connection_behind(tmp_path):
    register = open_register(tmp_path / "griffie.sqlite")
    before = len(register._readers)
    threads = [threading.Thread(target=lambda: register.read.execute("SELECT 1").fetchone()) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(register._readers) == before
    register.close()


def test_a_reader_does_not_wait_for_a_writer(tmp_path):
    register = open_register(made(tmp_path / "griffie.sqlite"))
    seen = []
    with register.write() as conn:
        conn.execute("UPDATE letter SET subject = 'anders'")
        thread = threading.Thread(
            target=lambda: seen.append(register.read.execute("SELECT subject FROM letter").fetchone()[0])
        )
        thread.start()
        thread.join(timeout=10)
    assert seen
    assert seen != ["anders"]
    register.close()


def test_reading_connections_cannot_write(tmp_path):
    register = open_register(made(tmp_path / "griffie.sqlite"))
    with pytest.raises(UserError, match="cannot be opened or written"):
        register.read.execute("DELETE FROM letter")
    register.close()


def test_two_programs_that_start_at_once_make_one_register(tmp_path):
    path = tmp_path / "griffie.sqlite"
    script = (
        "import sys; from pathlib import Path; from griffie.store.database import open_register\n"
        "register = open_register(Path(sys.argv[1]))\n"
        "print(register.read.execute('SELECT id FROM register').fetchone()[0])"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    answers = [process.communicate(timeout=60)[0].strip() for process in started]
    assert len(set(answers)) == 1
    assert all(answers)


# ---- read-only files and folders: as root the bits do not count, so another user looks


def as_nobody(path, change=False):
    """Open a register as a user who may not write there; returns what that user sees, or the sentence that refuses."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking beside threads; the child only reads a file
        pid = os.fork()
    if pid == 0:
        if ROOT:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        os.write(writing, _looked_at(path, change).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        seen = pipe.read()
    assert os.waitpid(pid, 0)[1] == 0
    return seen


def _looked_at(path, change):
    try:
        register = open_register(path)
        if change:
            with register.write():
                pass
        return f"{register.read_only} {register.read.execute('SELECT count(*) FROM letter').fetchone()[0]}"
    except UserError as error:
        return str(error)


@pytest.fixture
def open_folder():
    """A folder that any user can look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="permission bits of POSIX")
def test_a_register_that_cannot_be_written_is_shown_and_says_so_on_a_change(open_folder):
    path = made(open_folder / "griffie.sqlite")
    path.chmod(0o444)
    before = digest(path)
    assert as_nobody(path) == "True 1"
    assert "can only be read" in as_nobody(path, change=True)
    assert digest(path) == before


@pytest.mark.skipif(os.name != "posix", reason="permission bits of POSIX")
def test_a_register_in_a_folder_that_cannot_be_written_is_shown(open_folder):
    path = made(open_folder / "griffie.sqlite")
    path.chmod(0o666)
    open_folder.chmod(0o555)
    assert as_nobody(path) == "True 1"


@pytest.mark.skipif(os.name != "posix", reason="permission bits of POSIX")
def test_an_older_register_that_cannot_be_written_is_refused_with_advice(open_folder):
    path = make_old(open_folder / "griffie.sqlite", SCHEMA_VERSION - 1)
    path.chmod(0o444)
    assert "older Griffie" in as_nobody(path)


@pytest.mark.skipif(not ROOT, reason="needs a folder that this user may not look into")
def test_a_register_in_a_folder_that_cannot_be_looked_into_is_refused_with_advice(open_folder):
    path = made(open_folder / "griffie.sqlite")
    open_folder.chmod(0o700)
    assert "cannot be" in as_nobody(path)


# ---- versions


def test_the_constants_are_what_the_migrations_make():
    assert len(migration_names()) == SCHEMA_VERSION
    assert digest_of_version(SCHEMA_VERSION) == SCHEMA_DIGEST


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_older_register_is_brought_up_to_date_and_equals_a_fresh_one(tmp_path, version):
    path = make_old(tmp_path / "griffie.sqlite", version)
    register = open_register(path)
    try:
        assert schema_digest(register.read) == SCHEMA_DIGEST
        assert register.read.execute("SELECT subject FROM letter").fetchone()[0] == "Oud"
        assert register.read.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    finally:
        register.close()


def test_a_migrated_schema_and_a_fresh_one_have_the_same_triggers_and_indices(tmp_path):
    def objects(path):
        with plain(path) as conn:
            sql = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
            return conn.execute(sql).fetchall()

    old, fresh = make_old(tmp_path / "old.sqlite", 1), tmp_path / "fresh.sqlite"
    open_register(old).close()
    open_register(fresh).close()
    assert objects(old) == objects(fresh)


def test_before_migrating_the_old_register_is_kept_whole_beside_it(tmp_path):
    path = make_old(tmp_path / "griffie.sqlite", SCHEMA_VERSION - 1)
    open_register(path).close()
    (kept,) = [p for p in tmp_path.iterdir() if p.name.startswith(f"griffie-v{SCHEMA_VERSION - 1}-")]
    if os.name == "posix":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    with plain(kept) as conn:
        assert conn.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION - 1
        assert conn.execute("SELECT subject FROM letter").fetchone()[0] == "Oud"
        assert conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_migration_that_fails_leaves_the_old_version(tmp_path, monkeypatch):
    path = make_old(tmp_path / "griffie.sqlite", SCHEMA_VERSION - 1)

    def fail(_self, db, **_options):
        db.conn.execute("CREATE TABLE half (a)")
        raise RuntimeError

    monkeypatch.setattr(
        type(REGISTER_MIGRATIONS), "apply", lambda s, db, stop_before=None: fail(s, db) if not db.memory else None
    )
    monkeypatch.setattr(database, "_check_schema", lambda *_args: None)
    with pytest.raises(RuntimeError):
        open_register(path)
    with plain(path) as conn:
        assert conn.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION - 1
        assert not conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone()


def test_a_migration_changes_no_connection_setting_that_the_store_counts_on(tmp_path):
    register = open_register(tmp_path / "griffie.sqlite")
    with register.write() as conn:
        assert [conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "recursive_triggers")] == [
            1,
            0,
        ]
        assert conn.execute("PRAGMA secure_delete").fetchone()[0] == 1
        assert conn.execute("PRAGMA synchronous").fetchone()[0] == 2
    with register.write(durable=False) as conn:
        assert conn.execute("PRAGMA synchronous").fetchone()[0] == 1
    register.close()


def test_the_migrations_run_on_an_empty_database_of_the_library(tmp_path):
    db = Database(memory=True)
    REGISTER_MIGRATIONS.apply(db)
    assert db.conn.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
