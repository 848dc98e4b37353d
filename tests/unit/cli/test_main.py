"""The command line as a whole: help, wrong use, mistakes of our own, and what opens the window."""

import json

import pytest

from griffie import __version__
from griffie.app import command_line, open_desk, running
from griffie.base import i18n
from griffie.base.resources import resource
from griffie.cli.commands import COMMANDS, wants_pdf, wants_window
from griffie.cli.main import main
from griffie.services import looking
from tests.unit.cli.conftest import SCHEMAS, validate


def test_help_names_every_command(griffie):
    answer = griffie("--help", database=None)
    assert answer.code == 0
    assert all(f"  {name} " in answer.out for name in COMMANDS)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_takes_db_and_json(griffie, name, language, monkeypatch):
    monkeypatch.setenv("GRIFFIE_LANGUAGE", language)
    answer = griffie(name, "--help", database=None)
    assert answer.code == 0
    assert answer.out.startswith(f"{i18n._('usage: ')}griffie {name} ")
    assert "--db" in answer.out
    assert "--json" in answer.out


def test_the_version_is_told(griffie):
    assert griffie("--version", database=None).out == f"griffie {__version__}\n"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["lst"], "Do you mean list?"),
        (["add"], "Missing: PATH."),
        (["show", "x", "--colour", "red"], "Not understood: --colour"),
        (["tag", "x", "--kind"], "--kind wants a value."),
        (["tag", "x", "--kind", "wish", "--quote", "x"], "--kind cannot be 'wish'; choose from"),
        (["tag", "x", "--kind", "motion", "--quote", "x", "--page", "two"], "--page cannot be 'two'."),
        (["set", "x", "summary"], "summary is not field=value"),
    ],
)
def test_wrong_use_is_one_clear_line_and_exit_code_2(griffie, added, words, text):
    words = [added if word == "x" and words[0] == "set" else word for word in words]
    answer = griffie(*words)
    assert (answer.code, answer.out) == (2, "")
    assert text in answer.err
    assert answer.err.count("\n") == 1


def test_options_may_stand_before_the_command(griffie, added, db):
    answer = griffie("--db", db, "--json", "list", "letters", database=None)
    assert answer.json[0]["number"] == added


def test_a_register_called_like_a_command_is_not_one(griffie, tmp_path, letter):
    assert griffie("--db", tmp_path / "list", "add", letter, database=None).code == 0
    assert griffie("--db", tmp_path / "list", "list", "letters", database=None).code == 0


def test_errors_are_in_the_language_of_the_user(griffie, added, monkeypatch):
    monkeypatch.setenv("GRIFFIE_LANGUAGE", "nl")
    assert griffie("undo").code == 0
    assert griffie("undo").err == f"griffie: {i18n.in_language('nl')('There is nothing to undo.')}\n"


class _Broken:
    """A house in which something of our own is wrong."""

    settings = None

    def desk(self, *_words, **_options):
        raise ZeroDivisionError


@pytest.mark.log_warnings
def test_a_mistake_of_our_own_is_one_line_and_a_traceback_only_when_asked_for(capsys):
    assert main(["check"], _Broken()) == 1
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    assert err.count("\n") == 1
    assert main(["check", "--debug"], _Broken()) == 1
    assert "Traceback" in capsys.readouterr().err


def test_debug_shows_where_an_error_of_the_world_comes_from(griffie, tmp_path):
    answer = griffie("list", "letters", "--debug", database=tmp_path / "weg.sqlite")
    assert answer.code == 1
    assert "Traceback" in answer.err


class _House:
    """Remembers how the window was opened."""

    def open_window(self, paths, database, *, picture, debug, view=""):
        self.asked = ([str(path) for path in paths], database, picture, debug)
        return 0


@pytest.mark.parametrize(
    ("words", "paths"),
    [([], []), (["open"], []), (["brief.pdf", "nog.PDF"], ["brief.pdf", "nog.PDF"]), (["open", "map"], ["map"])],
)
def test_letters_alone_or_nothing_open_the_window(words, paths):
    house = _House()
    assert main(words, house) == 0
    assert house.asked == (paths, None, None, False)


def test_a_picture_of_the_window_is_asked_for(tmp_path, capsys):
    house = _House()
    words = [
        "open",
        "brief.pdf",
        "--picture",
        str(tmp_path / "venster.png"),
        "--db",
        str(tmp_path / "r.sqlite"),
        "--json",
    ]
    assert main(words, house) == 0
    assert house.asked == (["brief.pdf"], tmp_path / "r.sqlite", tmp_path / "venster.png", False)
    validate("open", json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("words", "window", "pdf"),
    [
        ([], True, True),
        (["brief.pdf"], True, True),
        (["open", "brief.pdf"], True, True),
        (["--db", "x.sqlite"], True, True),
        (["--db", "x.sqlite", "list", "letters"], False, False),
        (["add", "brief.pdf"], False, True),
        (["tag", "B1"], False, True),
        (["list", "letters"], False, False),
        (["--help"], False, False),
        (["--version"], False, False),
    ],
)
def test_the_pdf_process_starts_at_once_where_it_will_be_needed(words, window, pdf):
    assert (wants_window(words), wants_pdf(words)) == (window, pdf)


def test_every_schema_belongs_to_a_command():
    stems = {path.stem for path in resource("schemas").glob("*.json")}
    named = {SCHEMAS.get(name, name) for name in COMMANDS if name not in ("set", "show", "list")}
    assert stems == named | {"item", "letter", "list_items", "list_letters", "list_citations"}


def test_a_register_opens_for_a_script(db):
    with open_desk(db, create=True) as desk:
        assert looking.count_letters(desk) == 0


def test_the_register_of_the_settings_is_used_when_none_is_named(tmp_path, throw_away_profile):
    settings = throw_away_profile / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    place = tmp_path / "elders.sqlite"
    settings.write_text(f"register = '{place}'\n")
    with running() as app:
        assert app.register_path(None) == place
    assert command_line(["new", "request", "summary=iets"]) == 0
    assert place.exists()
