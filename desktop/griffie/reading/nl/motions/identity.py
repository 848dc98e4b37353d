"""Makes motions of mentions: the same motion named thrice is one, and "die motie" is the one named last.

Two mentions are the same motion when they have the same paper, or the same submitters while one of them has no paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from griffie.domain.reading import Extent
from griffie.reading.nl.motions.mentions import Mention

NEAR = 400
"""Within so many characters "die motie (29 344, nr. 12)" gives the number of the motion named just before."""


@dataclass
class Known:
    """A motion as it takes shape: what its mentions say together."""

    submitters: tuple[str, ...]
    cs: bool
    paper: str | None
    mentions: list[Mention] = field(default_factory=list)
    nickname: str = ""
    number: str = ""

    def is_numbered(self, number: str) -> bool:
        """Tell whether a bare number is that of this motion."""
        return self.number == number or (self.paper or "").endswith(f"-{number}")

    @property
    def subject(self) -> str:
        """The first words that say what it is about."""
        return next((m.subject for m in self.mentions if m.subject), "")

    @property
    def extents(self) -> tuple[Extent, ...]:
        """Every place, the fullest first: most submitters, then with a number, then the earliest."""
        named = [m for m in self.mentions if m.submitters or m.papers or m.number] or self.mentions
        best = max(named, key=lambda m: (len(m.submitters), bool(m.papers), -m.extent.start))
        rest = [m.extent for m in self.mentions if m is not best]
        return tuple(dict.fromkeys([best.extent, *rest]))

    def take(self, mention: Mention) -> None:
        """Take what a further mention of the same motion tells."""
        if len(mention.submitters) > len(self.submitters) or (mention.cs and not self.cs and mention.submitters):
            self.submitters = mention.submitters if len(mention.submitters) >= len(self.submitters) else self.submitters
        self.cs = self.cs or mention.cs
        self.nickname = self.nickname or mention.nickname
        self.paper = self.paper or next(iter(mention.papers), None)
        self.mentions.append(mention)


@dataclass(frozen=True)
class Told:
    """What was said where: the extents of the words, and the motions that they mean."""

    extent: Extent
    motions: tuple[int, ...]
    pointing: bool


def join(mentions: Sequence[Mention]) -> tuple[list[Known], list[Told]]:
    """Return the motions of a letter, in order, and for each mention which motions it means."""
    known: list[Known] = []
    told: list[Told] = []
    last: list[int] = []
    batch: list[int] = []  # motions named by one word, "de moties A en B"
    for mention in mentions:
        if mention.submitters or mention.papers or mention.number:
            for at in _place(mention, known, last):
                known[at].take(mention)
                same_words = bool(told) and told[-1].extent == mention.extent and not told[-1].pointing
                batch = [*batch, at] if same_words else [at]
                last = [*([i for i in last if i != at]), at][-8:]
                told.append(Told(mention.extent, (at,), pointing=False))
        elif not mention.indefinite and last:
            meant = _meant(mention, known, last, batch)
            if meant:
                for at in meant:
                    known[at].mentions.append(mention)
                told.append(Told(mention.extent, tuple(meant), pointing=True))
                last = [*([i for i in last if i not in meant]), *meant]
    return known, told


def _meant(mention: Mention, known: Sequence[Known], last: Sequence[int], batch: Sequence[int]) -> list[int]:
    """Return which motions "die motie", "beide moties" or "de moties" speak of."""
    if not mention.pointing:
        return []
    if mention.nickname:
        return [n for n, motion in enumerate(known) if motion.nickname == mention.nickname]
    if mention.count == 1:
        return [last[-1]]
    if mention.count == 0:
        return list(batch) if len(batch) > 1 else list(last[-2:])
    return list(last[-mention.count :])


def _place(mention: Mention, known: list[Known], last: Sequence[int]) -> list[int]:
    """Return which known motions a mention is, adding it where it is new."""
    paper = next(iter(mention.papers), None)
    at = _by_paper(paper, known) if paper else None
    if at is None and mention.number:
        at = next((n for n, k in enumerate(known) if k.is_numbered(mention.number)), None)
    if at is None and paper and not mention.submitters:
        at = _just_named(mention, known, last)
    if at is None and mention.submitters:
        at = _by_names(mention, paper, known, last)
    if at is not None:
        return [at]
    count = mention.count if paper is None and mention.submitters else 1  # "twee moties van het lid X", no numbers
    first = len(known)
    known += [Known(mention.submitters, mention.cs, paper, number=mention.number) for _ in range(max(1, count))]
    return list(range(first, len(known)))


def _by_paper(paper: str, known: Sequence[Known]) -> int | None:
    """Return the motion that has a paper, or was named by its bare number."""
    same = [n for n, k in enumerate(known) if k.paper == paper]
    return next(iter(same or [n for n, k in enumerate(known) if k.number and paper.endswith(f"-{k.number}")]), None)


def _just_named(mention: Mention, known: Sequence[Known], last: Sequence[int]) -> int | None:
    """Return the motion named just before where "die motie (29 344, nr. 12)" gives its number."""
    if not (mention.pointing and last) or known[last[-1]].paper is not None:
        return None
    gap = mention.extent.start - known[last[-1]].mentions[-1].extent.end
    return last[-1] if 0 < gap < NEAR else None


def _by_names(mention: Mention, paper: str | None, known: Sequence[Known], last: Sequence[int]) -> int | None:
    """Return the motion of the same submitters: the one named last, or, for one with a paper, one that has none yet."""
    alike = [n for n, k in enumerate(known) if _same_names(mention, k) and (paper is None or k.paper is None)]
    if paper is not None:
        return next(iter(alike), None)
    return max(alike, key=lambda n: last.index(n) if n in last else -1, default=None)


def _same_names(mention: Mention, motion: Known) -> bool:
    """Tell whether two lists of submitters can be of one motion."""
    ours, theirs = [_bare(n) for n in mention.submitters], [_bare(n) for n in motion.submitters]
    if not ours or not theirs:
        return False
    if set(ours) == set(theirs):
        return True
    short, long, cs = (ours, theirs, mention.cs) if len(ours) < len(theirs) else (theirs, ours, motion.cs)
    return cs and short[0] == long[0] and set(short) <= set(long)


def _bare(name: str) -> str:
    return name.casefold().replace("’", "'").replace("‘", "'").replace("`", "'")
