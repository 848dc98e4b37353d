"""Where things are kept, and the folders in which a register is in danger."""

import sys
import tempfile
from pathlib import Path

import pytest

from griffie.base import paths
from griffie.base.paths import Danger, danger_of, user_paths


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A folder that counts as a fixed place, though pytest keeps it among the temporary ones."""
    elsewhere = tmp_path / "system" / "temp"
    elsewhere.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    monkeypatch.setattr(paths, "EMPTIED", (elsewhere,))
    folder = tmp_path / "users" / "clerk"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    "name", ["griffie", "Documenten/Griffie", "Boxtel", "drives", "my-box", "roaming", "AppData/Local"]
)
def test_an_ordinary_folder_is_no_danger(home, name):
    assert danger_of(home / name) is None


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - Tweede Kamer der Staten-Generaal",
        "OneDrive - Tweede Kamer der Staten-Generaal/Documenten/griffie",
        "ONEDRIVE/register",
        "Dropbox (Persoonlijk)",
        "Google Drive",
        "My Drive/griffie",
        "Mijn Drive/griffie",
        "Library/Mobile Documents/com~apple~CloudDocs",
        "Library/CloudStorage/OneDrive-TweedeKamer",
        "iCloudDrive",
        "Nextcloud/werk",
        "SURFdrive",
        "STACKStorage",
    ],
)
def test_the_folder_of_a_synchroniser_is_known_by_its_name(home, name):
    assert danger_of(home / name) is Danger.SYNCHRONISED


@pytest.mark.parametrize("mark", [".dropbox", *paths.MARKS])
def test_the_folder_of_a_synchroniser_is_known_by_the_mark_it_left(home, mark):
    folder = home / "shared" / "griffie"
    folder.mkdir(parents=True)
    assert danger_of(folder) is None
    (home / "shared" / mark).write_text("", encoding="utf-8")
    assert danger_of(folder) is Danger.SYNCHRONISED
    assert danger_of(home / "other") is None


def test_a_folder_marked_for_syncthing_is_known_by_its_folder(home):
    (home / "shared" / ".stfolder").mkdir(parents=True)
    assert danger_of(home / "shared" / "register") is Danger.SYNCHRONISED


def test_dropbox_on_the_machine_is_no_danger_to_what_lies_beside_it(home):
    (home / ".dropbox").mkdir()
    assert danger_of(home / "griffie") is None


def links(place):
    """Tell whether this machine lets its user make links."""
    try:
        (place / "a link").symlink_to(place)
    except OSError:
        return False
    return True


def test_a_link_into_a_synchronised_folder_is_seen_through(home):
    if not links(home):
        pytest.skip("no links here")
    (home / "OneDrive" / "griffie").mkdir(parents=True)
    (home / "Documenten").symlink_to(home / "OneDrive", target_is_directory=True)
    assert danger_of(home / "Documenten" / "griffie") is Danger.SYNCHRONISED


def test_a_link_that_leads_to_itself_is_no_danger_and_no_error(home):
    if not links(home):
        pytest.skip("no links here")
    (home / "round").symlink_to(home / "round")
    assert danger_of(home / "round") is None
    assert danger_of(home / "round" / "griffie") is None


@pytest.mark.parametrize("name", ["AppData/Roaming/Griffie", "appdata/ROAMING"])
def test_a_roaming_profile_is_a_danger(home, name):
    assert danger_of(home / name) is Danger.ROAMING


def test_a_folder_that_the_machine_empties_is_a_danger(home):
    assert danger_of(Path(tempfile.gettempdir())) is Danger.TEMPORARY
    assert danger_of(Path(tempfile.gettempdir()) / "griffie") is Danger.TEMPORARY
    assert danger_of(Path(tempfile.gettempdir()).parent / "temperature") is None


@pytest.mark.skipif(sys.platform == "win32", reason="these folders are not on Windows")
@pytest.mark.parametrize("place", ["/tmp", "/var/tmp/griffie", "/dev/shm/griffie"])
def test_the_temporary_folders_of_the_system_are_a_danger_wherever_ours_is(place, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/somewhere/else")
    assert danger_of(Path(place)) is Danger.TEMPORARY


def test_the_worst_danger_is_the_one_that_is_told(home):
    assert danger_of(Path(tempfile.gettempdir()) / "OneDrive" / "AppData" / "Roaming") is Danger.SYNCHRONISED


def test_a_folder_above_that_may_not_be_looked_into_is_passed_over(home, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(Path, "exists", refuse)
    monkeypatch.setattr(Path, "is_file", refuse)
    assert danger_of(home / "griffie") is None


def test_a_name_that_is_too_long_for_the_disk_is_no_error(home):
    assert danger_of(home / ("long" * 200)) is None


def test_a_relative_folder_is_judged_by_where_it_lies(home, monkeypatch):
    (home / "OneDrive").mkdir()
    monkeypatch.chdir(home / "OneDrive")
    assert danger_of(Path("griffie")) is Danger.SYNCHRONISED


def test_a_profile_keeps_everything_below_one_folder_and_makes_nothing(tmp_path):
    profile = tmp_path / "mine"
    found = user_paths(profile)
    places = (found.register, found.settings, found.window_state, found.log)
    assert all(place.is_relative_to(profile) for place in places)
    assert len(set(places)) == len(places)
    assert not profile.exists()


def test_the_environment_names_a_profile_and_the_caller_another(tmp_path, monkeypatch):
    monkeypatch.setenv("GRIFFIE_PROFILE", str(tmp_path / "session"))
    assert user_paths().register.is_relative_to(tmp_path / "session")
    assert user_paths(tmp_path / "mine").register.is_relative_to(tmp_path / "mine")


@pytest.mark.parametrize("named", [None, ""])
def test_without_a_profile_the_folders_are_those_of_the_system(monkeypatch, named):
    if named is None:
        monkeypatch.delenv("GRIFFIE_PROFILE")
    else:
        monkeypatch.setenv("GRIFFIE_PROFILE", named)
    found = user_paths()
    assert all("griffie" in str(place).lower() for place in (found.data, found.config, found.state))
    assert found.register.name == "griffie.sqlite"
