"""The pinned packages: remakes packaging/requirements*.txt with uv, and sees that they belong to pyproject.toml.

Only names, versions and hashes are kept, never an address; the lock file of uv holds addresses and is thrown away.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from steps import ROOT, Stopped, say

FOLDER = ROOT / "packaging"
MARK = "# Made from pyproject.toml by packaging/dev.py lock; its lists of dependencies: "
FILES = {"requirements.txt": (), "requirements-dev.txt": ("--extra", "dev")}
# settings of one machine (mirrors, caps) must not end up in pins for all
LOCAL_SETTINGS = ("UV_INDEX", "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS")


def wanted() -> dict[str, Any]:
    """Return what pyproject.toml asks for: Python, packages to run with (and the build backend), and to develop."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    return {
        "requires-python": project["project"]["requires-python"],
        "dependencies": sorted(project["project"]["dependencies"] + project["build-system"]["requires"]),
        "dev": sorted(project["project"]["optional-dependencies"]["dev"]),
    }


def digest() -> str:
    """Return the mark of those lists that each file of pins carries in its first line."""
    return hashlib.sha256(json.dumps(wanted(), sort_keys=True).encode()).hexdigest()[:32]


def verify() -> None:
    """See that the pins were made from the present pyproject.toml.

    Raises:
        Stopped: they were not.
    """
    for name in FILES:
        path = FOLDER / name
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        if not lines or lines[0] != MARK + digest():
            raise Stopped(f"packaging/{name} does not belong to pyproject.toml: run python3 packaging/dev.py lock")


def remake() -> None:
    """Write the files of pins anew.

    Raises:
        Stopped: uv is missing, or finds no set of versions.
    """
    uv = _uv()
    environment = {name: value for name, value in os.environ.items() if name not in LOCAL_SETTINGS}
    environment |= {"UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never"}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pyproject.toml").write_text(_stand_in(), encoding="utf-8")
        _call([uv, "lock", "--quiet", "--python", sys.executable], folder, environment)
        for name, extra in FILES.items():
            export = [uv, "export", "--quiet", "--locked", "--no-emit-project", "--no-header", *extra]
            pins = _call(export, folder, environment)
            (FOLDER / name).write_text(f"{MARK}{digest()}\n{pins}", encoding="utf-8", newline="\n")
            say(f"packaging/{name}: {pins.count('==')} packages pinned")


def _stand_in() -> str:
    """Return a project file with the same wants and nothing else: uv needs no source then, and leaves nothing here."""
    lists = wanted()
    return (
        f'[project]\nname = "griffie"\nversion = "0"\nrequires-python = {json.dumps(lists["requires-python"])}\n'
        f"dependencies = {json.dumps(lists['dependencies'])}\n"
        f"[project.optional-dependencies]\ndev = {json.dumps(lists['dev'])}\n"
    )


def _uv() -> str:
    inside = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    found = shutil.which("uv", path=str(inside)) or shutil.which("uv")
    if found is None:
        raise Stopped(f"uv is missing: {Path(sys.executable).name} -m pip --python .venv install uv")
    return found


def _call(command: list[str], folder: str, environment: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True, check=False)
    if done.returncode:
        raise Stopped(f"uv failed:\n{done.stderr.strip()}")
    return done.stdout
