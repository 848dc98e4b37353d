"""Makes .venv and fills it with exactly the pinned packages and Griffie itself. Does without Debian's venv package."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import sys
import venv
from pathlib import Path

import lock
import machine
import steps
from steps import ROOT, Stopped, say

VENV = ROOT / ".venv"
STAMP = VENV / "griffie-pins.json"
RUNTIME = "requirements.txt"
DEV = "requirements-dev.txt"


def program(name: str) -> Path:
    """Return the path of a program in .venv."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))


def ready(pins: str, libraries: dict[str, str]) -> Path:
    """Return the Python of .venv with the packages of `pins` (RUNTIME or DEV) in it; quick when nothing changed.

    `libraries` are the system libraries that are needed as well; see machine.py.

    Raises:
        Stopped: a package or library cannot be installed, or the pins are older than pyproject.toml.
    """
    lock.verify()
    python = program("python")
    runs = steps.quiet([python, "-c", ""])
    filled = runs and _stamped(pins)
    machine.need(libraries, pip_is_missing=not filled and not _has_pip(python))
    if not runs:
        say(f"making {VENV}")
        shutil.rmtree(VENV, ignore_errors=True)
        venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(VENV)
    if not filled:
        _install(pins, python)
        STAMP.write_text(json.dumps(_digest(pins)), encoding="utf-8")
    return python


def _stamped(pins: str) -> bool:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return stamp in (_digest(pins), _digest(DEV))  # the developer's set holds the other


def _digest(pins: str) -> str:
    parts = (pins, sys.version, str(ROOT), _text(ROOT / "packaging" / pins), _text(ROOT / "pyproject.toml"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _install(pins: str, python: Path) -> None:
    pip = [*_pip(python), "install", "--quiet", "--disable-pip-version-check"]
    say(f"installing the pinned packages of packaging/{pins}")
    if steps.call([*pip, "--require-hashes", "--requirement", ROOT / "packaging" / pins]):
        raise Stopped("The pinned packages could not be installed; pip says why above.")
    # the build backend is among the pins, so nothing that is not pinned comes in here
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if steps.call([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT]):
        raise Stopped("Griffie itself could not be installed; pip says why above.")


def _has_pip(python: Path) -> bool:
    """Tell whether some pip can be had without the machine's package manager; one before 22.3 knows no --python."""
    outer = [sys.executable, "-m", "pip", "--python", sys.executable, "--version"]
    return steps.quiet([python, "-m", "pip", "--version"]) or steps.quiet(outer) or _carried()


def _carried() -> bool:
    return importlib.util.find_spec("ensurepip") is not None  # Debian takes it away


def _pip(python: Path) -> list[object]:
    """Return the pip that fills .venv: its own, that of the Python which runs this, or the one Python carries."""
    own: list[object] = [python, "-m", "pip"]
    outer = [sys.executable, "-m", "pip", "--python", python]
    if steps.quiet([*own, "--version"]):
        return own
    if steps.quiet([*outer, "--version"]):
        return outer
    if steps.call([python, "-m", "ensurepip", "--upgrade"]):
        raise Stopped("Python's own pip could not be unpacked.")
    return own
