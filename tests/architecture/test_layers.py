"""Imports go down only. The contracts hold for the code as it is, and each catches a violation planted for it."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

PROGRAM = Path(sysconfig.get_path("scripts")) / ("lint-imports.exe" if os.name == "nt" else "lint-imports")


def lint_imports(folder):
    """Run the contracts on the package in `folder`; returns the exit code and the lines that name a contract."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "desktop"), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
    done = subprocess.run(
        [PROGRAM, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path):
    """The package by itself, to plant in."""
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_all_contracts_are_kept():
    code, said = lint_imports(ROOT)
    assert code == 0, said
    assert "0 broken" in said


PLANTED = [
    pytest.param("domain/planted.py", "import griffie.services", "Imports go down only", id="upwards"),
    pytest.param("store/planted.py", "import griffie.pdf", "Imports go down only", id="to a sibling"),
    pytest.param("cli/planted.py", "import griffie.ui", "Imports go down only", id="command line to window"),
    pytest.param("cli/planted.py", "import PySide6.QtCore", "Qt only in ui", id="Qt in the command line"),
    pytest.param("domain/planted.py", "import shiboken6", "Qt only in ui", id="shiboken in the domain"),
    pytest.param("ui/planted.py", "import pymupdf", "MuPDF only in pdf", id="MuPDF in the window"),
    pytest.param("reading/planted.py", "import fitz", "MuPDF only in pdf", id="MuPDF by its old name"),
    pytest.param("services/planted.py", "import sqlite3", "SQL only in store", id="SQL in the services"),
    pytest.param("ui/planted.py", "import sqlite_utils", "SQL only in store", id="sqlite-utils in the window"),
]


@pytest.mark.parametrize(("module", "line", "contract"), PLANTED)
def test_a_planted_violation_is_caught(copy, module, line, contract):
    (copy / "desktop" / "griffie" / module).write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    code, said = lint_imports(copy)
    assert code == 1
    broken = [row for row in said.splitlines() if row.strip().endswith("BROKEN")]
    assert [row.strip() for row in broken] == [f"{contract} BROKEN"]


def test_a_package_that_belongs_to_no_layer_is_caught(copy):
    (copy / "desktop" / "griffie" / "elsewhere").mkdir()
    (copy / "desktop" / "griffie" / "elsewhere" / "__init__.py").write_text('"""Planted."""\n', encoding="utf-8")
    code, said = lint_imports(copy)
    assert code == 1
    assert "elsewhere" in said


WITHOUT_QT = """
import importlib, pkgutil, sys
import griffie.cli
for module in pkgutil.walk_packages(griffie.cli.__path__, "griffie.cli."):
    importlib.import_module(module.name)
print(sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")))
"""


def test_the_command_line_loads_no_qt():
    done = subprocess.run([sys.executable, "-c", WITHOUT_QT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
