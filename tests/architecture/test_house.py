"""The rules of the house that no linter knows: sizes, first lines, names that shadow, paths of one machine."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, name, python_files, tracked_files

FUNCTION_LINES = 40
FILE_LINES = 500
OURS = python_files("desktop", "packaging")


def long_functions(text):
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [
        f"{node.name} in line {node.lineno}" for node in functions if node.end_lineno - node.lineno + 1 > FUNCTION_LINES
    ]


@pytest.mark.parametrize("path", OURS, ids=name)
def test_functions_and_files_stay_small(path):
    text = path.read_text(encoding="utf-8")
    assert long_functions(text) == []
    assert text.count("\n") <= FILE_LINES


def test_a_long_function_is_noticed():
    assert long_functions("def long():\n" + "    pass\n" * FUNCTION_LINES) == ["long in line 1"]
    assert long_functions("def short():\n" + "    pass\n" * (FUNCTION_LINES - 1)) == []


@pytest.mark.parametrize("path", OURS, ids=name)
def test_every_module_opens_by_saying_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_folder_packaging_does_not_shadow_the_library_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
    import packaging.version

    assert Path(packaging.version.__file__).parent != ROOT / "packaging"


def test_no_module_shadows_a_module_of_python():
    assert [name(path) for path in python_files("desktop") if path.name == "csv.py"] == []
    scripts = [path for path in python_files("packaging") if path.parent == ROOT / "packaging"]
    assert [name(path) for path in scripts if path.stem in sys.stdlib_module_names] == []


def machine_paths(text):
    places = "/" + "home/", "/" + "root/", "/" + "work/", "C:" + r"\\+Users"
    return re.findall("|".join(rf"(?<![\w.}}])(?:{place})" for place in places), text)


def test_no_file_names_a_folder_of_one_machine():
    found = {}
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures, letters, compiled catalogues
        if places := machine_paths(text):
            found[name(path)] = places
    assert found == {}


@pytest.mark.parametrize("place", ["/" + "home/clerk", "see /" + "root/x", '"/' + 'work/main"', "C:" + r"\Users\clerk"])
def test_a_folder_of_one_machine_is_noticed(place):
    assert machine_paths(place)


def test_an_address_on_the_web_is_no_folder_of_a_machine():
    assert not machine_paths("https://example.org/" + "home/letters")
