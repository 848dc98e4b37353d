"""Takes the text of a page out of MuPDF: lines, and the quad of every character that counts. Knows nothing of layout.

Runs in the process that has MuPDF loaded. Flags and rules here are frozen together with `EXTRACTOR`: a change that
moves a stripped offset needs a new name, so that stored pages are known to be of the old kind.
"""

import gc
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain
from typing import Any

import pymupdf

from griffie.domain.page import PageBoxes, PageText, TextLine, counts

EXTRACTOR = "mupdf-text/1"
FLAGS: int = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
"""Ligatures expanded, white space kept, no images, nothing from outside the CropBox, no guessed characters."""

BREAKS = "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
CLEANING = {ord(mark): " " for mark in BREAKS} | {0: None} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""A line holds no line break, no NUL (SQLite and C end a text there) and no lone surrogate (no UTF-8 for it)."""

ON_AXIS = 1e-3  # a baseline that leans less than this is not slanted
BOLD_FONT = 16  # MuPDF's flag of a span
SUPERSCRIPT = 1  # another
SMALL = 0.8  # of the size of its line: so small are the marks that are not raised


def page_text(page: Any) -> PageText:
    """Return the text of a page of MuPDF, without boxes: half the price of `page_text_and_boxes` for most pages."""
    textpage = page.get_textpage(flags=FLAGS)
    texts = [(line, [span["text"] for span in line["spans"]]) for line in _raw_lines(textpage.extractDICT())]
    spaces = sum(text.count(" ") for _, parts in texts for text in parts)
    if guessed_spaces(page, spaces):
        return page_text_and_boxes(page)[0]
    return _page_text(page, textpage, _lines(texts))


def guessed_spaces(page: Any, spaces: int) -> bool:
    """Tell whether a page that prints its own spaces has some that MuPDF guessed: gaps of kerning, "T oezegging"."""
    own: int = page.get_textpage(flags=FLAGS | pymupdf.TEXT_INHIBIT_SPACES).extractTEXT().count(" ")
    return OWN_SPACES * spaces < own < spaces


OWN_SPACES = 0.7
"""Share of a page's spaces that must be printed ones before the guessed ones are doubted."""
NARROW = 0.78
"""A guessed space narrower than this share of the page's printed spaces is a gap of kerning, none between words."""


def page_text_and_boxes(page: Any) -> tuple[PageText, PageBoxes]:
    """Return the text of a page of MuPDF and the quad of each character that counts, in unrotated page points.

    Stripped offsets are the same as those of `page_text`.
    """
    textpage = page.get_textpage(flags=FLAGS)
    values: list[float] = []
    with _without_collector():
        raw = list(_raw_lines(textpage.extractRAWDICT()))
        _drop_kerning_gaps(raw)
        lines = _lines(_with_boxes(raw, values))
        boxes = PageBoxes(page.number, array("f", values))
    return _page_text(page, textpage, lines), boxes


def _drop_kerning_gaps(lines: list[dict[str, Any]]) -> None:
    """Take out the spaces that MuPDF guessed within words, on a page that prints nearly all of its own."""
    spans = [span for line in lines if abs(line["dir"][0]) > 0.9 for span in line["spans"]]
    guessed = [(span, c) for span in spans for c in span["chars"] if c["c"] == " " and c["synthetic"]]
    if not guessed:
        return
    own = [_width(span, c) for span in spans for c in span["chars"] if c["c"] == " " and not c["synthetic"]]
    if len(own) <= OWN_SPACES * (len(own) + len(guessed)):
        return
    least = NARROW * sorted(own)[len(own) // 2]
    for span, char in guessed:
        if _width(span, char) < least:
            span["chars"].remove(char)


def _width(span: dict[str, Any], char: dict[str, Any]) -> float:
    """Return the width of a character, in font sizes."""
    return float((char["bbox"][2] - char["bbox"][0]) / max(span["size"], 1e-6))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Stop the search for reference cycles: a page makes ten thousand small objects and not one cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _page_text(page: Any, textpage: Any, lines: tuple[TextLine, ...]) -> PageText:
    rect = textpage.rect  # of the page before its rotation, UserUnit applied
    return PageText(page.number, rect.width, rect.height, page.rotation, lines, EXTRACTOR)


def _raw_lines(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for block in content["blocks"]:
        if block["type"] == 0:
            yield from block["lines"]


def _lines(raw: Iterable[tuple[dict[str, Any], list[str]]]) -> tuple[TextLine, ...]:
    lines: list[TextLine] = []
    start = 0
    for line, texts in raw:
        text = "".join(texts)
        if not text.isprintable():  # rare, and `translate` is slow
            text = text.translate(CLEANING)
        end = start + _count(text)
        size, bold = _style(line["spans"], texts)
        small = _small_runs(line["spans"], texts, start, size) if len(texts) > 1 else ()
        lines.append(TextLine(start, end, text, line["bbox"], size, bold, _direction(line["dir"]), small))
        start = end
    return tuple(lines)


def _count(text: str) -> int:
    """Count the characters that count, as `strip_text` would, without a step per character for most lines."""
    bare = "".join(text.split())
    return len(bare) if bare.isprintable() else sum(map(counts, bare))


def _style(spans: list[dict[str, Any]], texts: list[str]) -> tuple[float, bool]:
    """Return the font size of most characters and whether most are bold."""
    if len(spans) == 1:
        return spans[0]["size"], bool(spans[0]["flags"] & BOLD_FONT)
    weights: dict[tuple[float, bool], int] = {}
    for span, text in zip(spans, texts, strict=True):
        key = (span["size"], bool(span["flags"] & BOLD_FONT))
        weights[key] = weights.get(key, 0) + len("".join(text.split()))
    return max(weights, key=weights.__getitem__, default=(0.0, False))


def _direction(raw: tuple[float, float]) -> tuple[float, float]:
    """Return the direction of a baseline, put on the axis when it is as good as on it."""
    x, y = raw
    if abs(y) < ON_AXIS:
        return (1.0 if x > 0 else -1.0), 0.0
    if abs(x) < ON_AXIS:
        return 0.0, (1.0 if y > 0 else -1.0)
    return x, y


def _small_runs(spans: list[dict[str, Any]], texts: list[str], start: int, size: float) -> tuple[tuple[int, int], ...]:
    """Return the runs of digits that are raised or clearly smaller than the line, as note marks are."""
    runs: list[tuple[int, int]] = []
    for span, text in zip(spans, texts, strict=True):
        count = _count(text)
        if (span["flags"] & SUPERSCRIPT or span["size"] < SMALL * size) and text.strip().isdecimal():
            runs.append((start, start + count))
        start += count
    return tuple(runs)


def _with_boxes(raw: Iterable[dict[str, Any]], values: list[float]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Yield each line with its texts; add the quads of its characters to `values`."""
    skipped = _skipped()
    for line in raw:
        texts: list[str] = []
        direction = _direction(line["dir"])
        for span in line["spans"]:
            chars = span["chars"]
            texts.append("".join([char["c"] for char in chars]))
            boxes = _shared([char["bbox"] for char in chars if char["c"] not in skipped], direction)
            if direction == (1.0, 0.0):
                values += chain.from_iterable([(x0, y0, x1, y0, x0, y1, x1, y1) for x0, y0, x1, y1 in boxes])
            else:
                _add_turned(boxes, direction, _height(span), values)
        yield line, texts


@cache
def _skipped() -> frozenset[str]:
    """The characters that have no box of their own; white space of Unicode ends at U+3000."""
    return frozenset(c for c in map(chr, [*range(0x3001), 0xFEFF]) if not counts(c)) | {"\x00"}


def _shared(
    boxes: list[tuple[float, float, float, float]], direction: tuple[float, float]
) -> list[tuple[float, float, float, float]]:
    """Divide the width of a ligature over its letters: MuPDF gives all of it to the first and none to the others."""
    low, high = (0, 2) if abs(direction[0]) >= abs(direction[1]) else (1, 3)
    if not [None for box in boxes if box[low] >= box[high]]:  # a list, not `any`: it is twice as fast
        return boxes
    result = list(boxes)
    first = 0
    for index in range(1, len(boxes) + 1):
        if index < len(boxes) and boxes[index][low] >= boxes[index][high]:
            continue
        for part in range(first, index) if index - first > 1 else ():
            box, share = list(boxes[first]), (boxes[first][high] - boxes[first][low]) / (index - first)
            at = part - first if direction[low] >= 0 else index - 1 - part
            box[low], box[high] = boxes[first][low] + share * at, boxes[first][low] + share * (at + 1)
            result[part] = (box[0], box[1], box[2], box[3])
        first = index
    return result


def _height(span: dict[str, Any]) -> float:
    """Return the height of a character's box across its baseline; MuPDF makes it at least the font size."""
    return float(span["size"] * max(1.0, span["ascender"] - span["descender"]))


def _add_turned(
    boxes: Iterable[tuple[float, float, float, float]],
    direction: tuple[float, float],
    height: float,
    values: list[float],
) -> None:
    """Add the quads inside upright boxes of characters whose baseline runs in `direction`."""
    x, y = direction
    lean_x, lean_y = abs(x), abs(y)
    for x0, y0, x1, y1 in boxes:
        if lean_x * lean_y == 0:  # a quarter or half turn: the box is the quad
            length, across = (x1 - x0, y1 - y0) if lean_x else (y1 - y0, x1 - x0)
        else:
            across = height
            length = (x1 - x0 - height * lean_y) / lean_x if lean_x >= lean_y else (y1 - y0 - height * lean_x) / lean_y
        middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
        along_x, along_y = x * max(length, 0.0) / 2, y * max(length, 0.0) / 2
        down_x, down_y = -y * across / 2, x * across / 2
        for side, half in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
            values += (middle_x + half * along_x + side * down_x, middle_y + half * along_y + side * down_y)
