"""Finds what is on a page but not of the letter's text: running heads and feet, page numbers, the reference column."""

import re
from collections.abc import Iterable, Sequence

from griffie.domain.frame import Frame, Placed

TOP_BAND = 0.24  # share of the page in which a running head may stand (the second page of a ministry letter has 0.21)
FOOT_BAND = 0.82  # where a running foot may begin
NUMBER_TOP, NUMBER_FOOT = 0.12, 0.88
DRIFT_PT = 4.0  # a running line stands as high on the next page, give or take this

NUMBERS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:pagina|pag\.?|page|p\.|blad|bladzijde|blz\.?)?[-–—]?\d{1,4}[-–—]?(?:(?:van|of|/)\d{1,4})?"
)
IMPRINT = re.compile(r"(?:kst|ah|blg|h|stb|stcrt)-[\w-]*\d|issn\d|.?s-gravenhage(?:,)?\d{4}|\d{6,7}[a-z]?$")
RUNNING_FOOT = re.compile(r"(?:tweede|eerste)kamer,|staatscourant\d{4}|staatsblad\d{4}|verenigdevergadering,")


def key_of(line: Placed) -> str:
    """Return the text of a line with its numbers made alike: what a running line has in common over the pages."""
    return NUMBERS.sub("#", "".join(line.line.text.split()).casefold())


NOTE = re.compile(r"\d{1,3}(?:kamerst|kst|handelingen|aanhangsel|zie|stb|stcrt|com\(|ecli|tz?\d{5})")
"""A note of a few words at the foot of a page, which is like that of the next page but for its numbers."""


class RunningLines:
    """The lines near the edges of one page, to compare a neighbour with."""

    def __init__(self, lines: Iterable[Placed], frame: Frame) -> None:
        self._places: dict[str, list[tuple[float, float, float, list[str]]]] = {}
        for line in lines:
            where = frame.from_top(line)
            if where < TOP_BAND or where > FOOT_BAND:
                place = (line.left, line.right, line.bottom, NUMBERS.findall(line.line.text))
                self._places.setdefault(key_of(line), []).append(place)

    def has(self, line: Placed) -> bool:
        """Tell whether a line like this one stands in the same place: same height, and same left or right edge.

        Only the number of the page may differ: two notes that cite papers of one dossier differ in more.
        """
        numbers = NUMBERS.findall(line.line.text)
        return any(
            abs(bottom - line.bottom) < DRIFT_PT
            and (abs(left - line.left) < DRIFT_PT or abs(right - line.right) < DRIFT_PT or _is_short(line))
            and sum(one != other for one, other in zip(numbers, theirs, strict=False)) <= 1
            for left, right, bottom, theirs in self._places.get(key_of(line), ())
        )


def _is_short(line: Placed) -> bool:
    return line.count <= 4  # a page number may stand left on even pages


def running_lines(
    lines: Sequence[Placed], frame: Frame, neighbours: Sequence[RunningLines]
) -> tuple[list[Placed], list[Placed]]:
    """Return the running head and the running foot of a page: lines at its edge that a neighbour repeats.

    A foot or imprint that is known by its words counts on a single page too. Lines that stand as close to the text as
    text does are text, whatever a neighbour says: letters repeat sentences.
    """
    head = [n for n in lines if frame.from_top(n) < TOP_BAND and any(page.has(n) for page in neighbours)]
    foot = [
        line
        for line in lines
        if frame.from_top(line) > FOOT_BAND
        and (any(page.has(line) for page in neighbours) or _known_foot(line))
        and not _is_note(line)
    ]
    return _apart(head, lines), _apart(foot, lines)


def _is_note(line: Placed) -> bool:
    return bool(NOTE.match("".join(line.line.text.split()).casefold()))


def _known_foot(line: Placed) -> bool:
    text = "".join(line.line.text.split()).casefold()
    return bool(IMPRINT.match(text) or RUNNING_FOOT.match(text))


def _apart(running: list[Placed], lines: Sequence[Placed]) -> list[Placed]:
    """Drop what touches the text: less than two thirds of a line between them."""
    kept = {line.index: line for line in running}
    while kept:
        others = [line for line in lines if line.index not in kept]
        touching = [line for line in kept.values() if any(_touches(line, other) for other in others)]
        if not touching:
            break
        for line in touching:
            del kept[line.index]
    return list(kept.values())


def _touches(line: Placed, other: Placed) -> bool:
    space = max(line.core[0] - other.core[1], other.core[0] - line.core[1])
    return space < 0.65 * other.line.size and line.above(other)


def page_numbers(lines: Sequence[Placed], frame: Frame, page_index: int, running: Iterable[Placed]) -> list[Placed]:
    """Return the lines that number the page: by their words, or a bare number that runs on or fits the page."""
    known = {line.index for line in running}
    found = []
    for line in lines:
        where = frame.from_top(line)
        if NUMBER_TOP < where < NUMBER_FOOT:
            continue
        text = "".join(line.line.text.split()).casefold()
        if not PAGE_NUMBER.fullmatch(text):
            continue
        bare = text.strip("-–—").isdigit()
        fits = not bare or line.index in known or (where > NUMBER_FOOT and int(text.strip("-–—")) == page_index + 1)
        if fits and not any(other.index != line.index and _touches(line, other) for other in lines):
            found.append(line)
    return found


def reference_column(lines: Sequence[Placed], frame: Frame) -> list[Placed]:
    """Return the lines of a ministry's reference column: a narrow strip to the right of all running text.

    Tables end where the text ends, so they are no column; two-column pages have text on both sides.
    """
    left_edge = frame.box[0]
    wide = [n for n in lines if n.width > 0.4 * frame.width and n.left < left_edge + 0.6 * frame.width]
    if not wide:
        return []
    edge = max(line.right for line in lines if line.left < left_edge + 0.6 * frame.width)
    strip = [line for line in lines if line.left > max(edge, left_edge + 0.68 * frame.width) - 2.0]
    share = sum(line.count for line in strip) / max(1, sum(line.count for line in lines))
    return strip if share < 0.4 else []
