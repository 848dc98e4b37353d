"""The program from outside, as a process of its own."""

import json
import os
import subprocess
import sys
import time

import pytest

from tests.unit.cli.conftest import QUOTE


@pytest.fixture
def program(db, throw_away_profile):
    def run(*words, **changed):
        return subprocess.run(
            [sys.executable, "-m", "griffie", *map(str, words), "--db", str(db)],
            env={**os.environ, **changed},
            capture_output=True,
            check=False,
            timeout=60,
        )

    return run


@pytest.mark.parametrize("mode", ["spawn", *(["fork"] if sys.platform == "linux" else [])])
def test_a_letter_is_added_tagged_and_exported(program, letter, tmp_path, mode):
    added = json.loads(program("add", letter, "--json", GRIFFIE_CHILD=mode).stdout)
    words = ["--kind", "commitment", "--page", "1", "--quote", QUOTE, "--json"]
    tagged = program("tag", added[0]["id"][:8], *words, GRIFFIE_CHILD=mode)
    assert json.loads(tagged.stdout)["literal"] == QUOTE
    exported = program("export", "csv", "--out", tmp_path / "lijst.csv")
    assert (exported.returncode, exported.stderr) == (0, b"")
    assert QUOTE.encode() in (tmp_path / "lijst.csv").read_bytes()


def test_no_command_loads_the_window_or_the_pdf_library(program, letter):
    program("add", letter)
    code = (
        "import sys; from griffie.app import command_line; command_line(sys.argv[1:]); "
        "sys.exit(sorted({'PySide6', 'pymupdf', 'sqlite_utils'} & set(sys.modules)) or 0)"
    )
    for words in (["list", "items"], ["check"], ["history"], ["undo"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *words, "--db", str(letter.parent / "griffie.sqlite")],
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr


def test_json_is_utf8_whatever_the_terminal_speaks(program, letter):
    program("add", letter)
    program("new", "request", "summary=Überzicht – één")
    done = program("list", "requests", "--json", PYTHONIOENCODING="latin-1", LC_ALL="C")
    assert json.loads(done.stdout.decode("utf-8"))[0]["summary"] == "Überzicht – één"


def test_a_reader_that_stops_early_gets_no_traceback(program, db):
    for _number in range(3):
        program("new", "request", f"summary={'x' * 30_000}")
    listing = subprocess.Popen(
        [sys.executable, "-m", "griffie", "list", "items", "--json", "--db", str(db)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    listing.stdout.read(10)
    listing.stdout.close()
    err = listing.stderr.read()
    listing.stderr.close()
    assert listing.wait(30) == 1
    assert err == b""


def test_a_list_comes_quickly(program, letter):
    program("add", letter)
    times = []
    for _number in range(5):
        start = time.perf_counter()
        assert program("list", "letters", "--json").returncode == 0
        times.append(time.perf_counter() - start)
    bare = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    bare = time.perf_counter() - bare
    assert min(times) < max(0.3, 12 * bare), "a quarter of a second on a quiet machine"
