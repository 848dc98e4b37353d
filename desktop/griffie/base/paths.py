"""Where Griffie keeps things on this machine, and which of those places are a danger to a register."""

import os
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

REGISTER_NAME = "griffie.sqlite"


@dataclass(frozen=True)
class Paths:
    """The folders of one user; a throw-away profile has them all below one folder."""

    data: Path
    config: Path
    state: Path

    @property
    def register(self) -> Path:
        """The register file that opens when none is named."""
        return self.data / REGISTER_NAME

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @property
    def window_state(self) -> Path:
        """What the window remembers of itself: size, panes, recent letters."""
        return self.state / "window.toml"

    @property
    def log(self) -> Path:
        """The log file; it never holds text of a letter."""
        return self.state / "griffie.log"


def user_paths(profile: Path | None = None) -> Paths:
    """Return the platform's folders for Griffie, or folders below `profile`; none is made before it is needed.

    The environment variable GRIFFIE_PROFILE names a profile for a whole session.
    """
    profile = profile or (Path(named) if (named := os.environ.get("GRIFFIE_PROFILE")) else None)
    if profile is not None:
        return Paths(profile / "data", profile / "config", profile / "state")
    from platformdirs import PlatformDirs  # 10 ms that a start with a profile need not pay

    folders = PlatformDirs("Griffie", appauthor=False, roaming=False)
    return Paths(folders.user_data_path, folders.user_config_path, folders.user_state_path)


class Danger(StrEnum):
    """Why a folder is a bad place for a register."""

    SYNCHRONISED = "synchronised"
    ROAMING = "roaming"
    TEMPORARY = "temporary"


SYNCHRONISERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "syncthing",
    "seafile",
    "box sync",
    "pcloud",
    "stackstorage",
    "surfdrive",
    "clouddocs",
)


def danger_of(folder: Path) -> Danger | None:
    """Say what is wrong with `folder` as the home of a register, or None.

    A synchroniser copies a SQLite file between two writes and so breaks it; a roaming profile does the same at log-off;
    a temporary folder is emptied by the machine.
    """
    folder = folder.expanduser().absolute()
    parts = [part.casefold() for part in folder.parts]
    if any(part.startswith(name) for part in parts for name in SYNCHRONISERS):
        return Danger.SYNCHRONISED
    if any(
        (above / mark).exists()
        for above in (folder, *folder.parents)
        for mark in (".dropbox", ".stfolder", ".owncloudsync.log", ".sync_journal.db")
    ):
        return Danger.SYNCHRONISED
    if "roaming" in parts and "appdata" in parts:
        return Danger.ROAMING
    return Danger.TEMPORARY if _is_temporary(folder) else None


def _is_temporary(folder: Path) -> bool:
    places = {Path(tempfile.gettempdir()).absolute()}
    if sys.platform != "win32":
        places |= {Path("/tmp"), Path("/var/tmp"), Path("/dev/shm")}
    return any(folder.is_relative_to(place) for place in places)
