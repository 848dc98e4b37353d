"""Qt's add-ons go with its essentials, and one module alone loads the charts among them."""

import ast
import re

import pytest

from tests.architecture.test_pinned import PINS, wanted
from tests.architecture.tree import ROOT, name, python_files

CHARTS = "desktop/griffie/ui/overviews/charts.py"
ADD_ONS = ("QtCharts", "QtWebEngine", "QtPdf", "QtMultimedia", "QtGraphs", "QtDataVisualization")


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_the_add_ons_are_held_to_the_releases_of_the_essentials():
    assert wanted("PySide6-Addons") == wanted("PySide6-Essentials")


@pytest.mark.parametrize("path", PINS, ids=name)
def test_the_add_ons_are_pinned_to_the_release_of_the_essentials(path):
    releases = re.findall(r"^(?:pyside6-addons|pyside6-essentials|shiboken6)==(\S+)", path.read_text("utf-8"), re.M)
    assert len(releases) == 3
    assert len(set(releases)) == 1


def test_one_module_alone_takes_something_from_the_add_ons():
    users = {
        path.relative_to(ROOT).as_posix()
        for path in python_files("desktop")
        for one in imported(path)
        if one.startswith("PySide6") and any(part in one for part in ADD_ONS)
    }
    assert users == {CHARTS}


def test_the_charts_are_imported_inside_a_function_only():
    """A module that names them at its top would load them with the window."""
    module = CHARTS.removeprefix("desktop/").removesuffix(".py").replace("/", ".")
    found = []
    for path in python_files("desktop"):
        top = ast.parse(path.read_text(encoding="utf-8")).body
        found += [name(path) for node in top if isinstance(node, ast.ImportFrom) and node.module == module]
    assert found == []
