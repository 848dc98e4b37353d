"""Keeps what was typed: one write through the lane, then every view hears of it, or the field says why not."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from griffie.base.errors import UserError
from griffie.domain.changes import Changes
from griffie.ui.panel.answers import while_alive
from griffie.ui.place import Workplace

Write = Callable[[], Any]
"""Does the write in the lane; returns Changes, or an id with Changes."""
Kept = Callable[[str], None]
"""Is told the id that the write returned ("" where there is none), after the change was announced."""
Refused = Callable[[UserError], None]


class Keeper:
    """Runs writes of one view and announces them under its name."""

    def __init__(self, place: Workplace, source: QObject) -> None:
        self._place = place
        self._source = source

    def keep(self, write: Write, kept: Kept, refused: Refused | None = None) -> None:
        """Run `write` in the lane; then `kept` and the announcement, or `refused` (else the window shows the error)."""

        def done(result: Any) -> None:
            found_id, changes = result if isinstance(result, tuple) else ("", result)
            kept(found_id)
            self._announce(changes)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            if refused is not None:
                refused(error)
            else:
                self._place.bus.failed.emit(error)

        self._place.lane.run(write, while_alive(self._source, done), while_alive(self._source, failed))

    def _announce(self, changes: Changes) -> None:
        if changes:
            self._place.bus.changed.emit(changes, self._source)
            self._place.bus.saved.emit()
