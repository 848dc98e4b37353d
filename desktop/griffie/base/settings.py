"""Declared settings: type, default and text of each; the TOML file holds only what differs from the default."""

import contextlib
import os
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from griffie.base.i18n import N_


@dataclass(frozen=True)
class Setting:
    """One setting: its name in the file, its default, its text in the window and the values it may have."""

    name: str
    default: Any
    text: str
    choices: tuple[Any, ...] = ()
    limits: tuple[int, int] | None = None  # the least and the most of a number

    def accepts(self, value: Any) -> bool:
        """Tell whether `value` has the setting's type and is one of its choices or within its limits."""
        if type(value) is not type(self.default) or (self.choices and value not in self.choices):
            return False
        return self.limits is None or self.limits[0] <= value <= self.limits[1]


SETTINGS: tuple[Setting, ...] = (
    Setting("language", "", N_("Language"), ("", "nl", "en")),
    Setting("appearance", "system", N_("Appearance"), ("system", "light", "dark")),
    Setting("register", "", N_("Register file")),
    Setting("register_place_confirmed", False, N_("The place of the register has been agreed to")),
    Setting("single_keys", True, N_("Single letters and digits act on the page and the list")),
    Setting("csv_profile", "excel_nl", N_("CSV profile"), ("excel_nl", "international", "machine")),
    Setting("user_name", "", N_("Name in the history")),
    Setting("pdf_time_limit", 10, N_("Time limit for one page (seconds)"), limits=(1, 120)),
    Setting("reminder_commitment", 14, N_("Commitments (days ahead)"), limits=(0, 365)),
    Setting("reminder_motion", 28, N_("Motions (days ahead)"), limits=(0, 365)),
    Setting("reminder_request", 7, N_("Requests (days ahead)"), limits=(0, 365)),
    Setting("reminder_deadline", 14, N_("Deadlines of a letter (days ahead)"), limits=(0, 365)),
)
DECLARED = {setting.name: setting for setting in SETTINGS}


@dataclass
class Settings:
    """The settings of one user. Reads never fail: a damaged file or a wrong value counts as the default."""

    path: Path
    values: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)  # action name -> key sequence, for rebound keys
    listeners: list[Callable[[str], None]] = field(default_factory=list)

    def get(self, name: str) -> Any:
        """Return the value of a declared setting.

        Raises:
            KeyError: no such setting is declared.
        """
        return self.values.get(name, DECLARED[name].default)

    def set(self, name: str, value: Any) -> None:
        """Change a declared setting and write the file.

        Raises:
            KeyError: no such setting is declared.
            ValueError: the value does not fit.
            OSError: the file cannot be written; the value holds for this run all the same.
        """
        if not DECLARED[name].accepts(value):
            raise ValueError(name)
        self.values[name] = value
        if value == DECLARED[name].default:
            del self.values[name]
        for listener in tuple(self.listeners):  # one may take itself off the list
            listener(name)
        self.save()

    def set_key(self, action: str, sequence: str | None) -> None:
        """Bind an action to another key sequence, or with None back to its own; writes the file."""
        self.keys.pop(action, None)
        if sequence is not None:
            self.keys[action] = sequence
        self.save()

    def save(self) -> None:
        """Write the file, whole or not at all."""
        write_toml(self.path, {**self.values, "keys": self.keys} if self.keys else dict(self.values))


def load_settings(path: Path) -> Settings:
    """Read the settings file; a missing or damaged one gives the defaults."""
    raw = read_toml(path)
    values = {name: raw[name] for name, setting in DECLARED.items() if name in raw and setting.accepts(raw[name])}
    keys = raw.get("keys", {})
    bound = {str(k): v for k, v in keys.items() if isinstance(v, str)} if isinstance(keys, dict) else {}
    return Settings(path, values, bound)


def read_toml(path: Path, limit: int = 1_000_000) -> dict[str, Any]:
    """Return what a TOML file of at most `limit` bytes holds; nothing where it is missing, too big or damaged."""
    try:
        if path.stat().st_size > limit:
            return {}
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))  # Notepad may have put a mark in front
    except (OSError, ValueError, RecursionError):
        return {}


def write_toml(path: Path, values: dict[str, Any]) -> None:
    """Replace a TOML file in one step, so that a crash leaves the old one.

    Raises:
        OSError: the folder cannot be written.
    """
    import tomli_w  # only needed when something is remembered

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            tomli_w.dump(values, file)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
