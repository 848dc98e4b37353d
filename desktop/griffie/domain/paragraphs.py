"""Says which lines begin a paragraph and which are headings, from spacing, indent and the room left on a line."""

import re
from collections.abc import Sequence
from itertools import pairwise

from griffie.domain.frame import Placed, bounds
from griffie.domain.middle import median

ITEM = re.compile(r"\s*(?:[-–—•·▪●○*o]\s+\S|\(?\d{1,2}[.)]\s*\S|\(?[a-z][.)]\s+\S|[IVX]{1,4}[.)]\s+\S)")
END = re.compile(r"[.:;?!»”\"’)\]]\d{0,3}\s*$")
SENTENCE_END = re.compile(r"[.?!]['\"»”’)\]]*\d{0,3}\s*$")
HYPHEN_END = re.compile(r"[-\u2010\u00ad]\s*$")
DATE_END = re.compile(r"\b\d{1,2} [a-z]+ (?:19|20)\d\d$")
NUMBERED = re.compile(r"(?:\d{1,2}\.){1,3}\d{0,2}\.? ?[A-Z]")
LONE_MARK = re.compile(r"[-–—•·▪●○*o]|\(?(?:\d{1,2}|[a-z]|[ivxIVX]{1,4})[.)]")


def paragraph_starts(region: Sequence[Placed]) -> list[int]:
    """Return where in a region (lines in reading order) a paragraph begins; the first line always counts."""
    if not region:
        return []
    pitch = _pitch(region)
    left, _, right, _ = bounds(region)
    return [0] + [
        at for at in range(1, len(region)) if _begins(region[at - 1], region[at], pitch=pitch, left=left, right=right)
    ]


def _pitch(region: Sequence[Placed]) -> float:
    """Return the usual distance of two lines, in font sizes."""
    steps = [
        (line.bottom - above.bottom) / line.line.size
        for above, line in pairwise(region)
        if line.line.size > 0 and above.above(line) and 0.8 < (line.bottom - above.bottom) / line.line.size < 2.2
    ]
    return median(steps) if steps else 1.3


def _begins(above: Placed, line: Placed, *, pitch: float, left: float, right: float) -> bool:
    if HYPHEN_END.search(above.line.text) and line.bottom > above.bottom:
        return False
    if above.same_row(line):
        return not _flows_on(above, line)
    step = line.bottom - above.bottom
    size = max(line.line.size, above.line.size, 1.0)
    if step < 0 or step > 1.28 * pitch * size or _other_style(above, line):
        return True
    if _ends_early(above, line, right):
        return True
    ended = bool(END.search(above.line.text))
    indented = line.left - above.left > 0.8 * size and above.left - left < 0.5 * size
    return ended and (bool(ITEM.match(line.line.text)) or indented)


def _flows_on(above: Placed, line: Placed) -> bool:
    """Tell whether two pieces of one row are one text: justified with a wide gap, or a list mark and its item."""
    gap = line.left - above.right
    return -0.5 * line.line.size < gap < 1.5 * line.line.size or (
        0 <= gap < 5 * line.line.size and bool(LONE_MARK.fullmatch(above.line.text.strip()))
    )


def _other_style(above: Placed, line: Placed) -> bool:
    """Tell whether the look changes as it does between a heading and its text."""
    sizes = above.line.size, line.line.size
    return above.line.bold != line.line.bold or max(sizes) > 1.15 * min(sizes)


def _ends_early(above: Placed, line: Placed, right: float) -> bool:
    """Tell whether the first word of a line would have fitted on the line above: then somebody ended that line."""
    room = right - above.right
    first = line.line.text.split(None, 1)[0]
    letter = line.width / max(1, len(line.line.text.strip()))
    if room < (len(first) + 2.5) * letter:
        return False
    if END.search(above.line.text) and ITEM.match(line.line.text):
        return True
    if line.line.text.lstrip()[:1].islower():
        return False
    return bool(SENTENCE_END.search(above.line.text)) or room > 0.4 * (right - above.left)


def headings(region: Sequence[Placed], starts: Sequence[int], body_size: float) -> set[int]:
    """Return the indices of the lines that are headings: short paragraphs that stand out or name what follows."""
    found: set[int] = set()
    right = bounds(region)[2]
    for number, at in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(region)
        paragraph = region[at:end]
        after = region[end] if end < len(region) else None
        if len(paragraph) <= 4 and _is_heading(paragraph, after, body_size, right):
            found.update(line.index for line in paragraph)
    return found


def _is_heading(paragraph: Sequence[Placed], after: Placed | None, body_size: float, right: float) -> bool:
    text = " ".join(line.line.text.strip() for line in paragraph)
    if not any(c.isalpha() for c in text) or text[-1] in ",;":
        return False
    if all(line.line.bold or line.line.size > 1.15 * body_size for line in paragraph):
        return not SENTENCE_END.search(text) or len(text) < 60
    first = paragraph[0]
    if len(paragraph) > 1 or len(text) > 70 or END.search(text.rstrip("?")) or DATE_END.search(text):
        return False
    if NUMBERED.match(text) and (after is None or text[-1] != "."):
        return True
    return (
        (text[0].isupper() or text[0] in "(«‘“")
        and after is not None
        and after.width > 0.75 * (right - first.left)
        and after.line.text.lstrip()[:1].isupper()
        and 0 < after.bottom - first.bottom < 3 * first.line.size
    )
