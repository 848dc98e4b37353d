"""The log: one line in one file, three old ones kept, never in the way of the program."""

import logging

import pytest

from griffie.base.log import start_log

LOG = logging.getLogger("griffie.test")


@pytest.fixture(autouse=True)
def no_log_before(request):
    yield
    logging.getLogger("griffie").setLevel(logging.NOTSET)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "griffie.log"


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def test_what_happens_is_written_with_its_time_weight_and_place(path):
    start_log(path)
    LOG.info("%d pages read", 3)
    (line,) = lines(path)
    assert line.endswith(" INFO griffie.test 3 pages read")
    assert line[:4].isdigit()


def test_details_are_written_only_when_asked_for(path):
    start_log(path)
    LOG.debug("a detail")
    assert lines(path) == []
    start_log(path, debug=True)
    LOG.debug("a detail")
    assert [line.split(" ", 2)[2] for line in lines(path)] == ["DEBUG griffie.test a detail"]


def test_the_terminal_hears_it_only_when_asked_for(path, capsys):
    start_log(path)
    LOG.info("quietly")
    assert capsys.readouterr() == ("", "")
    start_log(path, debug=True)
    LOG.info("aloud")
    assert "INFO griffie.test aloud" in capsys.readouterr().err


def test_letters_of_any_language_come_through(path):
    start_log(path)
    LOG.info("Yeşilgöz €")
    assert lines(path)[0].endswith("Yeşilgöz €")


def test_a_traceback_is_kept(path):
    start_log(path)
    try:
        raise KeyError("no such field")
    except KeyError:
        LOG.info("a mistake of our own", exc_info=True)
    assert lines(path)[-1] == "KeyError: 'no such field'"


def test_a_second_start_writes_each_line_once_and_leaves_the_first_file(path, tmp_path):
    start_log(path)
    start_log(path)
    LOG.info("one")
    assert len(lines(path)) == 1
    other = tmp_path / "other.log"
    start_log(other)
    LOG.info("two")
    assert (len(lines(path)), len(lines(other))) == (1, 1)
    path.unlink()  # on Windows only a closed file can go


def test_handlers_of_others_stay(path):
    heard = []

    class Listener(logging.Handler):
        def emit(self, record):
            heard.append(record.getMessage())

    logging.getLogger("griffie").addHandler(Listener())
    start_log(path)
    start_log(path)
    LOG.info("hello")
    assert heard == ["hello"]


def test_a_full_log_begins_anew_and_three_old_ones_are_kept(path):
    start_log(path)
    for number in range(50):
        LOG.info("%d %s", number, "x" * 100_000)
    files = sorted(file.name for file in path.parent.iterdir())
    assert files == ["griffie.log", "griffie.log.1", "griffie.log.2", "griffie.log.3"]
    assert all(file.stat().st_size <= 1_000_000 for file in path.parent.iterdir())
    assert " 49 x" in lines(path)[-1]


@pytest.mark.parametrize("blocked", ["folder", "file"])
def test_a_place_that_cannot_be_written_leaves_the_program_running_in_silence(path, capsys, blocked):
    if blocked == "folder":
        path.parent.write_text("a file where the folder should be", encoding="utf-8")
    else:
        path.mkdir(parents=True)
    start_log(path)
    LOG.info("nobody hears this")
    assert capsys.readouterr() == ("", "")
