"""Finds the footnotes of a page: small lines at its foot that begin with rising note marks."""

import re
from collections.abc import Sequence

from griffie.domain.frame import Placed

SMALL = 0.93  # notes are set smaller than this share of the text's size
MARK = re.compile(r"\s*[\[(]?(\d{1,3})(?!\d)[\])]?\s*[^\W\d]|\s*[\[(]?(\d{1,3})[\])]?\s+\S|\s*([*†‡§])+\s*\S")
LIST_MARK = re.compile(r"\s*\d{1,3}[.)]\s")


def is_small(line: Placed, body_size: float) -> bool:
    """Tell whether a line is set clearly smaller than the text of the letter."""
    return line.line.size < SMALL * body_size


def mark_of(line: Placed) -> int | None:
    """Return the number of the note that begins on this line, 0 for a star, None where none begins."""
    return note_mark(line.line.text)


def note_mark(text: str) -> int | None:
    """Return the number that a text begins with as a note does, 0 for a star, None for no mark."""
    found = MARK.match(text)
    if not found or LIST_MARK.match(text):
        return None
    number = found[1] or found[2]
    return int(number) if number else 0


def note_lines(lines: Sequence[Placed], body_size: float, *, continued: bool) -> list[Placed]:
    """Return the lines of the notes at the foot of a page, from the top.

    `continued`: the page before has notes, so that the first lines here may be the rest of one.
    """
    run = _small_run(lines, body_size)
    if not run or len(run) == len(lines):
        return []
    first = _first_mark(run)
    if first is None:
        return run[_top_of_stretch(run, len(run) - 1) :] if continued and _is_apart(run, lines) else []
    if continued and first:
        first = _top_of_stretch(run, first)
    return run[first:]


def _small_run(lines: Sequence[Placed], body_size: float) -> list[Placed]:
    """Return the lines from the foot upwards until one has the size of the text."""
    run: list[Placed] = []
    for line in sorted(lines, key=lambda n: (n.bottom, n.left), reverse=True):
        if not is_small(line, body_size):
            break
        run.append(line)
    run.reverse()
    return run


def note_starts(notes: Sequence[Placed]) -> list[int]:
    """Return where in the notes of a page one begins; the first line always counts."""
    chain = _chain(notes)
    return sorted({0, *chain}) if notes else []


def _first_mark(run: Sequence[Placed]) -> int | None:
    chain = _chain(run)
    return chain[0] if chain else None


def _chain(run: Sequence[Placed]) -> list[int]:
    """Return the lines of the longest chain of marks that rise by one; a gap above it decides between equals."""
    marks = [(at, mark) for at, line in enumerate(run) if (mark := mark_of(line)) is not None]
    best: tuple[tuple[int, bool, int], list[int]] | None = None
    for begin, (at, mark) in enumerate(marks[:200]):
        chain, expected = [at], mark + 1
        for later_at, later in marks[begin + 1 :]:
            if later == expected or later == mark == 0:
                chain.append(later_at)
                expected += 1
        rank = (len(chain), at == 0 or _gap(run, at) > 0.55 * run[at].line.size, -at)
        if best is None or rank > best[0]:
            best = rank, chain
    return best[1] if best else []


def _gap(run: Sequence[Placed], at: int) -> float:
    return run[at].core[0] - run[at - 1].core[1]


def _top_of_stretch(run: Sequence[Placed], at: int) -> int:
    """Return the first line of the stretch without a gap that holds line `at`."""
    while at and _gap(run, at) < 0.55 * run[at].line.size:
        at -= 1
    return at


def _is_apart(run: Sequence[Placed], lines: Sequence[Placed]) -> bool:
    """Tell whether more than a line is left free above the last stretch of small lines."""
    top = run[_top_of_stretch(run, len(run) - 1)]
    above = [line.core[1] for line in lines if line.core[1] <= top.core[0] + 1 and line.index != top.index]
    return not above or top.core[0] - max(above) > 0.9 * top.line.size
