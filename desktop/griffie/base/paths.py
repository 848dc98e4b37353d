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
    def own_recesses(self) -> Path:
        """The user's own rows of the recess calendar."""
        return self.config / "recesses.toml"

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
    "my drive",
    "mijn drive",
    "icloud",
    "mobile documents",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "syncthing",
    "seafile",
    "box sync",
    "pcloud",
    "stackstorage",
    "surfdrive",
)
"""How the names of their folders begin; a company's or person's name may follow."""

MARKS = (".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".sync_journal.db")
"""What synchronisers leave in a folder of any name. Dropbox leaves a file `.dropbox`; the folder `.dropbox` of the home
folder holds its settings and means nothing for what lies beside it."""

EMPTIED = () if sys.platform == "win32" else (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
"""Folders that the system empties, besides the one that it names as temporary."""


def danger_of(folder: Path) -> Danger | None:
    """Say what is wrong with `folder` as the home of a register, or None.

    A synchroniser copies a SQLite file between two writes and so breaks it; a roaming profile does the same at log-off;
    a temporary folder is emptied by the machine.
    """
    places = _both_names(folder)
    if any(_is_synchronised(place) for place in places):
        return Danger.SYNCHRONISED
    if any({"appdata", "roaming"} <= {part.casefold() for part in place.parts} for place in places):
        return Danger.ROAMING
    return Danger.TEMPORARY if any(_is_temporary(place) for place in places) else None


def _both_names(folder: Path) -> tuple[Path, ...]:
    """Return the folder as it is named and as it lies: a link may lead into a synchronised folder."""
    named = folder.expanduser().absolute()
    try:
        return tuple(dict.fromkeys((named, named.resolve())))
    except (OSError, RuntimeError):  # a loop of links, or a folder that may not be looked at
        return (named,)


def _is_synchronised(folder: Path) -> bool:
    if any(part.casefold().startswith(SYNCHRONISERS) for part in folder.parts):
        return True
    above = (folder, *folder.parents)
    return any(_is_file(place / ".dropbox") or any(_is_there(place / mark) for mark in MARKS) for place in above)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder above may not be looked into
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_temporary(folder: Path) -> bool:
    places = (*_both_names(Path(tempfile.gettempdir())), *EMPTIED)
    return any(folder.is_relative_to(place) for place in places)
