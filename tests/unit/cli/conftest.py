"""Runs commands in this process, as `griffie` would, on a register of the test; PDF processes are started once."""

import json
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest

from griffie.app import command_line
from griffie.base.resources import resource
from griffie.cli.commands import place_of_command
from griffie.pdf.launch import start_launcher
from tests.helpers.letters import letter_pdf

SCHEMAS = {
    "tag": "item",
    "new": "item",
    "settle": "item",
    "note": "item",
    "undo": "step",
    "redo": "step",
}
"""Commands whose answer has a schema of another name; `set`, `show` and `list` have two each."""


@dataclass(frozen=True)
class Answer:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class _Kept:
    """A launcher that outlives the commands it is lent to."""

    def __init__(self, launcher):
        self.mode, self.start_child = launcher.mode, launcher.start_child

    def close(self):
        pass


@pytest.fixture(scope="session")
def kept_launcher():
    launcher = start_launcher()
    yield _Kept(launcher)
    launcher.close()


@pytest.fixture
def db(tmp_path):
    return tmp_path / "griffie.sqlite"


@pytest.fixture
def griffie(db, capsys, kept_launcher):
    """Run one command on the test's register; an answer in JSON is held against its schema."""

    def run(*words, database=db):
        argv = [*map(str, words), *(["--db", str(database)] if database else [])]
        code = command_line(argv, kept_launcher)
        captured = capsys.readouterr()
        answer = Answer(code, captured.out, captured.err)
        if "--json" in argv and code == 0:
            check_schema(argv[place_of_command(argv) :], answer.json)
        return answer

    return run


def check_schema(words, answer):
    command = words[0]
    if command in ("set", "show"):
        name = answer["type"]
    elif command == "list":
        name = f"list_{words[1]}" if words[1] in ("letters", "citations") else "list_items"
    else:
        name = SCHEMAS.get(command, command)
    validate(name, answer)


def validate(name, answer):
    schema = json.loads(resource("schemas", f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(answer)


@pytest.fixture
def letter(tmp_path) -> Path:
    path = tmp_path / "brief.pdf"
    path.write_bytes(letter_pdf(pages=2))
    return path


@pytest.fixture
def added(griffie, letter):
    """A register with one letter in it; returns its own number."""
    return griffie("add", letter, "--json").json[0]["number"]


@pytest.fixture
def promise(griffie, added):
    """The own number of a commitment that is tagged in the letter."""
    return griffie("tag", added, "--kind", "commitment", "--page", "1", "--quote", QUOTE, "--json").json["number"]


QUOTE = "Ik zal uw Kamer voor het zomerreces informeren over de uitkomst van het overleg met de gemeenten."
