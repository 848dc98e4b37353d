"""What the window remembers of itself between two starts: size, panes, columns, recent letters."""

import base64
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from griffie.base.settings import read_toml, write_toml

RECENT = 12


class Remembered:
    """A small TOML file in the state folder. Reads never fail; a file that cannot be written is let be."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = read_toml(path)

    def bytes(self, name: str) -> QByteArray:
        """Return a state that Qt made, empty if there is none."""
        value = self._values.get(name, "")
        try:
            return QByteArray(base64.b64decode(value, validate=True)) if isinstance(value, str) else QByteArray()
        except ValueError:
            return QByteArray()

    def keep_bytes(self, name: str, state: QByteArray) -> None:
        """Keep a state that Qt made."""
        self._values[name] = base64.b64encode(state.data()).decode("ascii")

    def recent(self) -> list[str]:
        """Return the ids of the letters that were open last, newest first."""
        found = self._values.get("recent", [])
        return [entry for entry in found if isinstance(entry, str)][:RECENT] if isinstance(found, list) else []

    def keep_recent(self, letter_id: str) -> None:
        """Put a letter at the head of the recent ones."""
        self._values["recent"] = [letter_id, *(entry for entry in self.recent() if entry != letter_id)][:RECENT]

    def text(self, name: str) -> str:
        """Return a kept text, '' if there is none."""
        value = self._values.get(name, "")
        return value if isinstance(value, str) else ""

    def keep_text(self, name: str, value: str) -> None:
        """Keep a text."""
        self._values[name] = value

    def flag(self, name: str, default: bool) -> bool:
        """Return a kept yes or no."""
        value = self._values.get(name, default)
        return value if isinstance(value, bool) else default

    def keep_flag(self, name: str, value: bool) -> None:
        """Keep a yes or no."""
        self._values[name] = value

    def save(self) -> None:
        """Write the file; without it the next start only looks as the first."""
        try:
            write_toml(self._path, self._values)
        except OSError:
            return
