"""Values of the domain as JSON and bytes, and back. The way back trusts nothing: what is wrong raises."""

from array import array
from collections.abc import Mapping
from typing import Any

from griffie.domain.page import Box, PageBoxes, PageText, TextLine


def text_to_wire(text: PageText) -> dict[str, Any]:
    """Return a page's text as JSON values."""
    return {
        "page_index": text.page_index,
        "width": text.width,
        "height": text.height,
        "rotation": text.rotation,
        "extractor": text.extractor,
        "lines": [(ln.start, ln.end, ln.text, ln.box, ln.size, ln.bold, ln.direction, ln.small) for ln in text.lines],
    }


def text_from_wire(value: Mapping[str, Any]) -> PageText:
    """Return a page's text from JSON values.

    Raises:
        KeyError, TypeError, ValueError: they are no page's text.
    """
    return PageText(
        page_index=int(value["page_index"]),
        width=float(value["width"]),
        height=float(value["height"]),
        rotation=int(value["rotation"]),
        lines=tuple(_line(*line) for line in value["lines"]),
        extractor=str(value["extractor"]),
    )


def _line(
    start: int,
    end: int,
    text: str,
    box: list[float],
    size: float,
    bold: bool,
    way: list[float],
    small: list[list[int]],
) -> TextLine:
    dx, dy = way
    runs = tuple((int(first), int(last)) for first, last in small)
    return TextLine(
        int(start), int(end), str(text), box_from_wire(box), float(size), bool(bold), (float(dx), float(dy)), runs
    )


def box_from_wire(value: list[float]) -> Box:
    """Return four numbers as a box.

    Raises:
        TypeError, ValueError: they are not four numbers.
    """
    left, top, right, bottom = value
    return (float(left), float(top), float(right), float(bottom))


def boxes_to_wire(boxes: PageBoxes) -> bytes:
    """Return the quads of a page as float32, in the machine's order: both ends are one machine."""
    return boxes.values.tobytes()


def boxes_from_wire(page_index: int, blob: bytes, text: PageText) -> PageBoxes:
    """Return the quads of a page.

    Raises:
        ValueError: there are not eight numbers per counting character.
    """
    values = array("f")
    values.frombytes(blob)
    if len(values) != 8 * (text.lines[-1].end if text.lines else 0):
        raise ValueError("boxes do not match the text")
    return PageBoxes(page_index, values)
