"""A sentence as the deadline rules see it: its clauses, its neighbours, and what stands in brackets by itself."""

from dataclasses import dataclass

from griffie.reading.nl.deadlines.clauses import Clause, clauses, without_asides


@dataclass(frozen=True)
class Setting:
    """A sentence of even text with what stands around it; `before` and `after` are its neighbours in the paragraph."""

    text: str
    start: int
    end: int
    parts: tuple[Clause, ...]
    before: str = ""
    after: str = ""
    later: str = ""
    inside: bool = False
    note: bool = False

    @property
    def words(self) -> str:
        """The sentence."""
        return self.text[self.start : self.end]


def setting(
    text: str, start: int, end: int, before: str = "", after: str = "", later: str = "", *, note: bool = False
) -> Setting:
    """Return a sentence with its clauses and its neighbours; `later` is the rest of the paragraph."""
    plain = without_asides(text, start, end)
    return Setting(plain, start, end, tuple(clauses(plain, start, end)), before, after, later, note=note)


def aside(text: str, around: Setting, at: int) -> Setting:
    """Return the setting of a phrase within round brackets: what stands in them is read by itself."""
    start = text.rfind("(", around.start, at) + 1
    if not start or ")" in text[start:at]:
        return around
    close = text.find(")", at, around.end)
    end = close if close >= 0 else around.end
    inner = tuple(clauses(text, start, end))
    return Setting(text, start, end, inner, around.before, around.after, around.later, note=around.note, inside=True)
