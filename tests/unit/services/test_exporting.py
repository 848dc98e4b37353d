"""An export is written whole or not at all."""

import csv
import os
import stat
import sys

import pytest

from griffie.base.errors import Cancelled, UserError
from griffie.domain.kinds import ItemKind
from griffie.domain.listing import Wanted
from griffie.services import exporting, itemising
from griffie.services.exporting import export_csv


@pytest.fixture
def full(desk, letter_id):
    for number in range(3):
        itemising.new_item(desk, ItemKind.COMMITMENT, {"summary": f"=SUM({number})"}, letter_id=letter_id)
    itemising.new_item(desk, ItemKind.REQUEST, {"summary": "een verzoek"})
    return desk


def rows_in(path, separator=";"):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def test_the_number_of_rows_is_told(full, tmp_path):
    target = tmp_path / "lijst.csv"
    assert export_csv(full, target, Wanted()) == 4
    assert len(rows_in(target)) == 4


def test_text_that_could_be_a_formula_is_defused(full, tmp_path):
    target = tmp_path / "lijst.csv"
    export_csv(full, target, Wanted(kinds=(ItemKind.COMMITMENT,)))
    assert [row["Summary"] for row in rows_in(target)] == ["'=SUM(0)", "'=SUM(1)", "'=SUM(2)"]


def test_the_window_may_speak_another_language_than_the_file(full, tmp_path):
    target = tmp_path / "lijst.csv"
    export_csv(full, target, Wanted(), language="nl", profile="international")
    assert rows_in(target, ",")[0]["Soort"] == "Toezegging"


def test_progress_is_told_until_all_rows_are_written(full, tmp_path):
    told = []
    export_csv(full, tmp_path / "lijst.csv", Wanted(), progress=told.append)
    assert told[-1] == 4


def test_a_cancelled_export_leaves_the_old_file(full, tmp_path):
    target = tmp_path / "lijst.csv"
    target.write_text("oud")
    with pytest.raises(Cancelled):
        export_csv(full, target, Wanted(), cancelled=lambda: True)
    assert target.read_text() == "oud"
    assert [path.name for path in tmp_path.glob("*lijst*")] == ["lijst.csv"]


def test_a_full_disk_leaves_the_old_file(full, tmp_path, monkeypatch):
    target = tmp_path / "lijst.csv"
    target.write_text("oud")

    def full_disk(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting.os, "fsync", full_disk)
    with pytest.raises(UserError, match="No space left on device"):
        export_csv(full, target, Wanted())
    assert target.read_text() == "oud"
    assert [path.name for path in tmp_path.glob("*lijst*")] == ["lijst.csv"]


def test_a_folder_is_no_place_for_a_table(full, tmp_path):
    with pytest.raises(UserError, match="is not a file"):
        export_csv(full, tmp_path, Wanted())


def test_a_folder_that_is_not_there_is_named(full, tmp_path):
    with pytest.raises(UserError, match="nergens"):
        export_csv(full, tmp_path / "nergens" / "lijst.csv", Wanted())


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions of POSIX")
class TestOnPosix:
    def test_a_link_stays_a_link(self, full, tmp_path):
        (tmp_path / "elders").mkdir()
        real, link = tmp_path / "elders" / "lijst.csv", tmp_path / "link.csv"
        real.write_text("oud")
        link.symlink_to(real)
        export_csv(full, link, Wanted())
        assert link.is_symlink()
        assert len(rows_in(real)) == 4

    def test_the_permissions_of_the_old_file_are_kept(self, full, tmp_path):
        target = tmp_path / "lijst.csv"
        target.touch(mode=0o640)
        target.chmod(0o640)
        export_csv(full, target, Wanted())
        assert stat.S_IMODE(target.stat().st_mode) == 0o640

    def test_a_new_file_has_the_permissions_that_are_usual(self, full, tmp_path):
        other = tmp_path / "other"
        other.touch()
        export_csv(full, tmp_path / "lijst.csv", Wanted())
        assert (tmp_path / "lijst.csv").stat().st_mode == other.stat().st_mode

    def test_a_device_is_not_replaced(self, full, tmp_path):
        os.mkfifo(tmp_path / "pijp")
        with pytest.raises(UserError, match="is not a file"):
            export_csv(full, tmp_path / "pijp", Wanted())


def test_an_unknown_profile_is_refused(full, tmp_path):
    with pytest.raises(UserError, match="no CSV profile"):
        export_csv(full, tmp_path / "lijst.csv", Wanted(), profile="word")
