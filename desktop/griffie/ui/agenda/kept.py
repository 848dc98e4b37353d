"""What the agenda keeps between two starts: mode and filter. A file that says nothing sensible counts as nothing."""

import json

from griffie.domain.agenda import AgendaFilter
from griffie.domain.kinds import ItemKind
from griffie.ui.remembered import Remembered

_TEXTS = ("ministry", "committee", "handler", "chamber")


def keep(remembered: Remembered, mode: str, shown: AgendaFilter) -> None:
    """Keep mode and filter."""
    values: dict[str, object] = {name: getattr(shown, name) for name in _TEXTS if getattr(shown, name)}
    if shown.kinds:
        values["kinds"] = list(shown.kinds)
    remembered.keep_text("agenda_mode", mode)
    remembered.keep_text("agenda_filter", json.dumps(values) if values else "")


def kept_filter(remembered: Remembered) -> AgendaFilter:
    """Return the filter that was kept; settled ones are left out at each start."""
    try:
        values = json.loads(remembered.text("agenda_filter") or "{}")
        kinds = tuple(ItemKind(kind) for kind in values.get("kinds", ()))
        ministry, committee, handler, chamber = (str(values.get(name, "")) for name in _TEXTS)
    except (ValueError, TypeError, AttributeError):
        return AgendaFilter()
    return AgendaFilter(kinds, ministry, committee, handler, chamber)
