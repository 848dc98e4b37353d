"""The one command for developers: what it runs, in which order, and what it says when it cannot."""

import sys

import pytest

import dev
import environment
import machine
import steps


@pytest.fixture
def ran(monkeypatch):
    """A set-up that is there already, and the commands that would have run: (words, changed environment)."""
    commands = []

    def record(command, changed=None):
        commands.append(([str(word) for word in command], dict(changed or {})))
        return 0

    monkeypatch.setattr(environment, "ready", lambda _pins, _libraries: "python")
    monkeypatch.setattr(dev, "compile_texts_if_newer", lambda _python: None)
    monkeypatch.setattr(steps, "call", record)
    return commands


@pytest.fixture
def sample(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "SAMPLES", tmp_path)
    (tmp_path / "letter.pdf").touch()
    return tmp_path / "letter.pdf"


def test_without_a_letter_the_sample_opens_in_a_register_of_its_own(ran, sample, monkeypatch):
    monkeypatch.setattr(machine, "has_screen", lambda: True)
    assert dev.main(["run"]) == 0
    assert ran == [(["python", "-m", "griffie", str(sample)], {"GRIFFIE_PROFILE": str(dev.SAMPLE_PROFILE)})]


def test_a_named_letter_opens_in_the_users_own_register(ran, sample, monkeypatch, capsys):
    monkeypatch.setattr(machine, "has_screen", lambda: True)
    monkeypatch.chdir(sample.parent)
    assert dev.main(["run", "letter.pdf"]) == 0
    assert ran == [(["python", "-m", "griffie", str(sample)], {})]
    assert "your own register" in capsys.readouterr().out


def test_without_a_screen_the_job_is_done_unseen(ran, sample, monkeypatch, capsys):
    monkeypatch.setattr(machine, "has_screen", lambda: False)
    assert dev.main(["run"]) == 0
    ((command, _),) = ran
    assert command[1:] == [str(steps.ROOT / "packaging" / "unseen.py"), str(sample)]
    assert "no screen" in capsys.readouterr().out


def test_a_letter_that_is_not_there_is_said_in_one_line(ran, capsys):
    assert dev.main(["run", "nowhere.pdf"]) == 1
    assert capsys.readouterr().out.startswith("griffie: There is no file ")
    assert ran == []


def test_all_tests_run_last_so_that_their_closing_line_is_the_last(ran, monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.main(["test"]) == 0
    words = [" ".join(command) for command, _ in ran]
    assert words[-2:] == ["python -m pytest -m pdf_process", "python -m pytest"]
    assert [changed.get("GRIFFIE_CHILD") for _, changed in ran[-2:]] == ["spawn", "fork"]
    assert all(changed["QT_QPA_PLATFORM"] == "offscreen" for _, changed in ran[-2:])
    assert capsys.readouterr().out.splitlines()[-1] == "griffie: all tests ..."
    assert [word.split()[2] for word in words[:3]] == ["ruff", "ruff", "mypy"]


def test_elsewhere_all_tests_run_once_for_children_are_always_spawned_there(ran, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert dev.main(["test"]) == 0
    assert [command for command, _ in ran if "pytest" in command] == [["python", "-m", "pytest"]]


def test_headed_tests_use_the_screen(ran):
    assert dev.main(["test", "--headed"]) == 0
    assert "QT_QPA_PLATFORM" not in ran[-1][1]


def test_the_first_failing_step_ends_it(ran, monkeypatch, capsys):
    monkeypatch.setattr(steps, "call", lambda command, _changed=None: 3 if "mypy" in command else 0)
    assert dev.main(["test"]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("griffie: FAILED: mypy (exit code 3")


def test_failing_tests_are_said_and_give_an_exit_code(ran, monkeypatch, capsys):
    monkeypatch.setattr(steps, "call", lambda command, _changed=None: 1 if command[-1] == "pytest" else 0)
    assert dev.main(["test"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "griffie: FAILED: all tests (exit code 1)."


def test_an_unknown_command_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as stop:
        dev.main(["fly"])
    assert stop.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_the_commands_are_listed_when_none_is_named(capsys):
    with pytest.raises(SystemExit) as stop:
        dev.main([])
    assert stop.value.code == 0
    told = capsys.readouterr().out
    assert all(f"  {name} " in told for name in dev.COMMANDS)
