"""The pinned packages: they belong to pyproject.toml, are exact and hashed, and name no address."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

import lock
from tests.architecture.tree import ROOT, name, tracked_files

PINS = [ROOT / "packaging" / file for file in lock.FILES]
PACKAGES = re.compile(r"^[A-Za-z0-9]", re.MULTILINE)
PINNED = re.compile(r"^[A-Za-z0-9._-]+==\S+(?: ; [^\\\n]+)? \\\n    --hash=sha256:[0-9a-f]{64}", re.MULTILINE)


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted(package):
    dependencies = map(Requirement, project()["project"]["dependencies"])
    return next(requirement.specifier for requirement in dependencies if requirement.name == package)


def test_the_pins_were_made_from_this_pyproject():
    lock.verify()


def test_pins_of_another_pyproject_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8").replace("rapidfuzz>=3.9", "rapidfuzz>=3.8"),
        encoding="utf-8",
    )
    with pytest.raises(lock.Stopped, match=r"requirements\.txt does not belong to pyproject\.toml"):
        lock.verify()


@pytest.mark.parametrize("path", PINS, ids=name)
def test_every_package_is_pinned_exactly_and_with_a_hash(path):
    text = path.read_text(encoding="utf-8")
    assert len(PACKAGES.findall(text)) == len(PINNED.findall(text)) > 10


@pytest.mark.parametrize("path", PINS, ids=name)
def test_pins_name_no_address(path):
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert "file:" not in text


def test_the_developers_pins_hold_the_users_pins():
    few, many = (set(re.findall(r"^\S+==\S+", path.read_text(encoding="utf-8"), re.MULTILINE)) for path in PINS)
    assert few <= many


def test_no_lock_file_with_addresses_is_kept():
    assert [name(path) for path in tracked_files() if path.name in ("uv.lock", "pylock.toml", "poetry.lock")] == []


def test_qt_stays_below_the_release_that_aborts_python_3_11():
    assert not wanted("PySide6-Essentials").contains("6.12.0")
    assert wanted("PySide6-Essentials").contains("6.11.3")


def test_mupdf_stays_below_the_release_that_needs_numpy_and_onnxruntime():
    assert not wanted("pymupdf").contains("2.0")
    assert wanted("pymupdf").contains("1.28.2")
