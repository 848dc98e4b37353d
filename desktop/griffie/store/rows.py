"""Between rows and domain objects: dates, enumerations, spans and page lines."""

import datetime as dt
import json
from functools import lru_cache
from typing import Any

from griffie.domain.page import PageText, TextLine
from griffie.domain.passage import Span


def to_date(text: str) -> dt.date | None:
    """Return the date of an ISO text, None for '' and for what is no date (a damaged row shows no date, no crash)."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def from_date(value: dt.date | None) -> str:
    """Return the ISO text of a date, '' for None."""
    return value.isoformat() if value else ""


def to_moment(text: str) -> dt.datetime | None:
    """Return the moment of an ISO text, or None."""
    try:
        return dt.datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def to_code(choices: Any, text: str) -> Any:
    """Return the member of an enumeration, None for '' and for a code that this version does not know."""
    try:
        return choices(text) if text else None
    except ValueError:
        return None


def spans_to_json(spans: tuple[Span, ...]) -> str:
    """Return spans as the JSON that the store keeps; coordinates in points, to a thousandth."""
    return json.dumps(
        [[s.page_index, s.start, s.end, s.raw_exact, [[round(v, 3) for v in q] for q in s.quads]] for s in spans],
        ensure_ascii=False,
        separators=(",", ":"),
    )


@lru_cache(maxsize=2048)  # a letter is read anew after each tag, and hardly any passage of it has changed
def spans_from_json(text: str) -> tuple[Span, ...]:
    """Return the spans of a stored passage."""
    return tuple(
        Span(page, start, end, raw, tuple(tuple(q) for q in quads)) for page, start, end, raw, quads in json.loads(text)
    )


def lines_to_json(page: PageText) -> str:
    """Return the lines of a page as JSON: offsets, box, size, bold, direction, text, and where there are any, marks."""
    return json.dumps(
        [
            [
                n.start,
                n.end,
                [round(v, 2) for v in n.box],
                round(n.size, 2),
                int(n.bold),
                [round(v, 4) for v in n.direction],
                n.text,
                *([n.small] if n.small else []),
            ]
            for n in page.lines
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def page_from_row(row: Any) -> PageText:
    """Return the frozen text of a page."""
    lines = tuple(
        TextLine(
            start,
            end,
            text,
            (box[0], box[1], box[2], box[3]),
            size,
            bool(bold),
            (direction[0], direction[1]),
            tuple((first, last) for first, last in (small[0] if small else ())),
        )
        for start, end, box, size, bold, direction, text, *small in json.loads(row["lines"])
    )
    return PageText(row["page_index"], row["width"], row["height"], row["rotation"], lines, row["extractor"])
