"""What the machine must have: missing system libraries are installed by root, and named with the command otherwise."""

import shutil
import sys

import pytest

import machine
import steps

MISSING = {"libnowhere.so.9": "libnowhere9", "libnever.so.1": "libnever1", "libc.so.6": "libc6"}
LINE = "apt-get install --yes --no-install-recommends libnever1 libnowhere9"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has libraries to install")


@pytest.fixture
def debian(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    commands = []
    monkeypatch.setattr(steps, "call", lambda command, _changed=None: commands.append(" ".join(command)) or 0)
    return commands


def test_who_is_not_root_gets_the_exact_command(debian, monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(steps.Stopped) as stop:
        machine.need(MISSING)
    assert f"\n    sudo {LINE}\n" in str(stop.value)
    assert debian == []


def test_pip_and_libraries_are_asked_for_in_one_command(debian, monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(steps.Stopped, match=f"sudo {LINE} python3-pip"):
        machine.need(MISSING, pip_is_missing=True)


def test_root_installs_what_is_missing_and_nothing_else(debian, monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    with pytest.raises(steps.Stopped, match=r"still missing: libnowhere\.so\.9, libnever\.so\.1\."):
        machine.need(MISSING)
    assert debian[-1] == LINE


def test_another_linux_is_told_the_libraries(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(steps.Stopped, match=r"libnowhere\.so\.9, libnever\.so\.1"):
        machine.need(MISSING)


def test_a_machine_that_has_them_all_is_left_alone(debian):
    machine.need({"libc.so.6": "libc6"})
    assert debian == []


@pytest.mark.parametrize(("variable", "seen"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("TERM", False)])
def test_a_screen_is_an_x_or_wayland_server(monkeypatch, variable, seen):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv(variable, ":0")
    assert machine.has_screen() is seen
