"""What an operation touched, so that every view can decide whether to look again."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Changes:
    """Ids of the letters and items that changed, and the name of the step, ready for the undo menu."""

    letters: frozenset[str] = field(default_factory=frozenset)
    items: frozenset[str] = field(default_factory=frozenset)
    step: str = ""

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.letters | other.letters, self.items | other.items, other.step or self.step)

    def __bool__(self) -> bool:
        return bool(self.letters or self.items)
