"""The last searches, kept with what else the window remembers of itself."""

from griffie.ui.remembered import Remembered

KEY = "searches"
MOST = 8


def searches(remembered: Remembered) -> list[str]:
    """Return what was looked for before, the last one first."""
    return [line for line in remembered.text(KEY).split("\n") if line.strip()][:MOST]


def keep_search(remembered: Remembered, typed: str) -> None:
    """Put words at the head of the searches."""
    line = " ".join(typed.split())
    if line:
        kept = [line, *(other for other in searches(remembered) if other.casefold() != line.casefold())]
        remembered.keep_text(KEY, "\n".join(kept[:MOST]))
