"""What a child can be asked, one handler per kind of request. Runs in the child only.

A new kind is a line in HANDLERS and a function `(call: Call) -> Answer`, in a module of its own where it
is more than a few lines; the module is imported when the kind is first asked for. The parent asks for it with
`PdfDocument.request`. A handler raises FaultError, or lets MuPDF's errors pass.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf

from griffie.pdf.codec import boxes_to_wire, text_to_wire
from griffie.pdf.memory import BlockPool
from griffie.pdf.render import render
from griffie.pdf.session import Session, page_size

SIZES_AT_OPEN = 2000
OUTLINE_LIMIT = 20_000


class Answer(NamedTuple):
    """What goes back to the parent; descriptors stay the child's own."""

    value: Any
    blob: bytes = b""
    fds: tuple[int, ...] = ()


class Call(NamedTuple):
    """One request: the open document, memory for pixels, what is wanted, and the bytes that came along."""

    session: Session
    pool: BlockPool
    wish: dict[str, Any]
    blob: bytes


Handler = Callable[[Call], Answer]

HANDLERS: dict[str, str] = {
    "open": "griffie.pdf.handlers:open_source",
    "sizes": "griffie.pdf.handlers:sizes",
    "render": "griffie.pdf.handlers:draw",
    "text": "griffie.pdf.handlers:text",
    "boxes": "griffie.pdf.handlers:boxes",
    "outline": "griffie.pdf.handlers:outline",
    "close": "griffie.pdf.handlers:close",
    "nothing": "griffie.pdf.handlers:nothing",
}
"""Kind of request -> "module:function"."""


def handler_for(kind: str) -> Handler:
    """Return the handler of a kind of request.

    Raises:
        KeyError: there is no such kind.
    """
    module, function = HANDLERS[kind].split(":")
    found: Handler = getattr(import_module(module), function)
    return found


def open_source(call: Call) -> Answer:
    """Open the document; answers what DocumentInfo holds."""
    source = call.blob if call.wish["path"] is None else Path(call.wish["path"])
    document = call.session.open(source, call.wish["password"])
    count = document.page_count
    return Answer(
        {
            "page_count": count,
            "sizes": [page_size(document, i) for i in range(min(count, SIZES_AT_OPEN))],
            "has_text": _names_a_font(document) or None,
            "encrypted": bool((document.metadata or {}).get("encryption")),
            "repaired": bool(document.is_repaired),
            "title": clean((document.metadata or {}).get("title") or ""),
            "permissions_copy": bool(document.permissions & pymupdf.PDF_PERM_COPY),
        }
    )


def _names_a_font(document: Any) -> bool:
    """Tell whether the first page names a font, without reading what is drawn on it."""
    try:
        kind, _ = document.xref_get_key(document.page_xref(0), "Resources/Font")
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return False  # a page too damaged to look at may still be drawn
    return kind in {"dict", "xref"}


def sizes(call: Call) -> Answer:
    """Answer the sizes of the pages from `start` to `stop`."""
    document = call.session.document
    stop = min(call.wish["stop"], document.page_count)
    return Answer([page_size(document, i) for i in range(max(0, call.wish["start"]), stop)])


def draw(call: Call) -> Answer:
    """Draw a page; see `render`."""
    answer = render(call.session, call.pool, call.wish)
    fd = answer.pop("fd")
    return Answer(answer, fds=(fd,) if answer["new"] and fd >= 0 else ())


def text(call: Call) -> Answer:
    """Answer the text of a page."""
    return Answer(text_to_wire(call.session.page_text(call.wish["page_index"])))


def boxes(call: Call) -> Answer:
    """Answer the text of a page, with the quads of its characters as bytes."""
    page_text, page_boxes = call.session.page_text_and_boxes(call.wish["page_index"])
    return Answer(text_to_wire(page_text), boxes_to_wire(page_boxes))


def outline(call: Call) -> Answer:
    """Answer the bookmarks that lead to a page of this document: level, title, page_index, y in points or None."""
    count = call.session.document.page_count
    entries = call.session.document.get_toc(simple=False)[:OUTLINE_LIMIT]
    return Answer([entry for raw in entries if (entry := _entry(raw, count))])


def _entry(raw: list[Any], page_count: int) -> tuple[int, str, int, float | None] | None:
    level, title, page_number, target = raw[0], raw[1], raw[2], raw[3] if len(raw) > 3 else {}
    if not 1 <= page_number <= page_count:
        return None
    point = target.get("to") if isinstance(target, dict) else None
    y_pt = float(point.y) if isinstance(point, pymupdf.Point) else None
    return max(1, int(level)), clean(str(title)), page_number - 1, y_pt


def close(call: Call) -> Answer:
    """Forget the document, and give its memory back."""
    call.session.close()
    call.pool.drop_free()
    dropped = call.pool.dropped[:]
    call.pool.dropped.clear()
    return Answer({"dropped": dropped})


def nothing(_: Call) -> Answer:
    """Answer at once; measures the way there and back."""
    return Answer(None)


def clean(text: str) -> str:
    """Return a short text of a PDF without what cannot be shown or stored: NUL, control characters, lone surrogates."""
    return "".join(c for c in text if c.isprintable() or c == " ").strip()
