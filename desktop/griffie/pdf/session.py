"""The one document that a child has open, and the pages of it that were asked for last. Runs in the child only."""

import os
import stat
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf

from griffie.domain.page import PageBoxes, PageText
from griffie.pdf.errors import Fault, FaultError
from griffie.pdf.text import page_text, page_text_and_boxes

KEPT_PAGES = 12
"""Pages whose display list and text are kept; a window shows fewer, prefetch included."""

A4_PT = (595.0, 842.0)


@dataclass
class KeptPage:
    """A page with what was made of it: MuPDF's display list, the text with its boxes."""

    page: Any
    display_list: Any = None
    text: tuple[PageText, PageBoxes] | None = None


class Session:
    """An open document. Every method raises FaultError for what is the document's fault."""

    def __init__(self) -> None:
        self._document: Any = None
        self._failed: FaultError | None = None
        self._kept: OrderedDict[int, KeptPage] = OrderedDict()

    def open(self, source: bytes | Path, password: str | None) -> Any:
        """Open a document in place of the one before and return MuPDF's object."""
        self.close()
        try:
            self._document = open_document(source, password)
        except FaultError as failed:
            self._failed = failed
            raise
        return self._document

    def close(self) -> None:
        """Forget the document and all that was made of it."""
        self._kept.clear()
        self._document = self._failed = None
        pymupdf.TOOLS.store_shrink(100)

    @property
    def document(self) -> Any:
        """MuPDF's document object."""
        if self._document is None:
            raise self._failed or FaultError(Fault.UNREADABLE)
        return self._document

    def kept(self, page_index: int) -> KeptPage:
        """Return a page, loaded now or earlier."""
        kept = self._kept.get(page_index)
        if kept is None:
            if not 0 <= page_index < self.document.page_count:
                raise FaultError(Fault.DAMAGED, "no such page")
            kept = self._kept[page_index] = KeptPage(self.document.load_page(page_index))
            while len(self._kept) > KEPT_PAGES:
                self._kept.popitem(last=False)
        self._kept.move_to_end(page_index)
        return kept

    def display_list(self, page_index: int) -> Any:
        """Return the drawing of a page, annotations and form fields included, in rotated page points."""
        kept = self.kept(page_index)
        if kept.display_list is None:
            kept.display_list = kept.page.get_displaylist()
        return kept.display_list

    def page_text(self, page_index: int) -> PageText:
        """Return the text of a page."""
        kept = self.kept(page_index)
        if kept.text is not None:
            return kept.text[0]
        return page_text(kept.page)

    def page_text_and_boxes(self, page_index: int) -> tuple[PageText, PageBoxes]:
        """Return the text of a page with the quad of each character."""
        kept = self.kept(page_index)
        if kept.text is None:
            kept.text = page_text_and_boxes(kept.page)
        return kept.text


def open_document(source: bytes | Path, password: str | None) -> Any:
    """Open a PDF and nothing else: MuPDF would open a web page or a picture under any name."""
    document = _open(source)
    if not document.is_pdf:
        raise FaultError(Fault.NOT_A_PDF)
    if document.needs_pass and not document.authenticate(password or ""):
        raise FaultError(Fault.NEEDS_PASSWORD if password is None else Fault.WRONG_PASSWORD)
    if document.page_count < 1:
        raise FaultError(Fault.NO_PAGES)
    return document


def _open(source: bytes | Path) -> Any:
    try:
        if isinstance(source, bytes):
            return pymupdf.open(stream=source, filetype="pdf")
        _check_regular(source)
        try:
            os.fspath(source).encode()
        except UnicodeEncodeError:  # a name that MuPDF cannot be given
            return pymupdf.open(stream=source.read_bytes(), filetype="pdf")
        return pymupdf.open(os.fspath(source), filetype="pdf")
    except pymupdf.EmptyFileError as error:
        raise FaultError(Fault.EMPTY) from error
    except pymupdf.FileDataError as error:
        detail = str(error.__cause__ or "")
        raise FaultError(Fault.PROTECTED if "encryption" in detail else Fault.NOT_A_PDF, detail) from error
    except OSError as error:
        raise FaultError(Fault.UNREADABLE, error.strerror or "") from error


def _check_regular(path: Path) -> None:
    """Refuse folders, pipes and devices: reading one may never end.

    Raises:
        OSError: the file is missing.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise FaultError(Fault.UNREADABLE, "no regular file")
    with path.open("rb"):  # MuPDF does not say why it cannot open a file
        return


def page_size(document: Any, page_index: int) -> tuple[float, float, int]:
    """Return width and height of the CropBox in points, before rotation, and the page's own rotation in degrees.

    Reads the page's dictionary only. A page too damaged for that counts as an upright A4.
    """
    try:
        page = pymupdf.mupdf.pdf_lookup_page_obj(pymupdf.mupdf.pdf_document_from_fz_document(document.this), page_index)
        box, matrix = pymupdf.mupdf.FzRect(), pymupdf.mupdf.FzMatrix()
        pymupdf.mupdf.pdf_page_obj_transform_box(page, box, matrix, pymupdf.mupdf.FZ_CROP_BOX)
    except pymupdf.mupdf.FzErrorBase:
        return (*A4_PT, 0)
    shown = pymupdf.mupdf.fz_transform_rect(box, matrix)
    width, height = shown.x1 - shown.x0, shown.y1 - shown.y0
    rotation = _rotation(matrix.a, matrix.b, matrix.c)
    return (height, width, rotation) if rotation in {90, 270} else (width, height, rotation)


def _rotation(a: float, b: float, c: float) -> int:
    """Return the rotation in a page's matrix, which also flips y."""
    if abs(b) > abs(a):
        return 90 if c > 0 else 270
    return 0 if a > 0 else 180
