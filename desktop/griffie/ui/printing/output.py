"""A paper to a PDF file, whole or not at all, or to a printer; in small steps, so that a window goes on meanwhile."""

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import _
from griffie.domain.paper import Paper
from griffie.ui.printing.layout import MM, Format, Layout, a4
from griffie.ui.printing.sheets import paint_sheet, to_units
from griffie.ui.printing.typeset import UNITS_PER_INCH, UNITS_PER_PT, Typeset
from griffie.ui.printing.wording import wording

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Progress = tuple[int, int]
"""How much has been done, and of how much; only their ratio means something."""
Steps = Generator[Progress, None, None]
PARTS: Final = 1000
"""Parts of each half of the work."""
PIECE: Final = 1 << 18
"""Bytes that are written in one go."""


def write_pdf(
    paper: Paper,
    path: Path,
    *,
    source: str = "",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write a paper to a PDF file at once and return how many pages it has.

    Blocks until it is done: a window uses `PdfSteps` in a `Job`.

    Args:
        paper: what is written.
        path: the file; it appears when it is whole, and one that is there stays until then.
        source: at the foot of each page, where the paper itself has none.
        progress: is told how far it is.
        cancelled: is asked between steps.

    Raises:
        UserError: the file cannot be written.
        Cancelled: the user stopped it; the old file is still there.
    """
    work = PdfSteps(paper, source)
    for done, total in work.steps():
        if cancelled():
            raise Cancelled
        if progress is not None:
            progress(done, total)
    save(work.data, path)
    return work.page_count


def save(data: QByteArray, path: Path) -> None:
    """Put a PDF that is finished in its place; this writes to a disk, and may take a while.

    Raises:
        UserError: the file cannot be written.
    """
    from griffie.services.exporting import replaced

    with replaced(path) as file:
        for begin in range(0, data.size(), PIECE):  # in pieces, so that other threads have their turn
            file.write(data.mid(begin, PIECE).data())


class PdfSteps:
    """Makes the bytes of a PDF; `data` and `page_count` are there when the steps have been taken."""

    def __init__(self, paper: Paper, source: str = "") -> None:
        self._paper, self._source = paper, paper.source or source
        self.data, self.page_count = QByteArray(), 0

    def steps(self) -> Steps:
        """Do the work, a few milliseconds to a step."""
        layout = Layout(self._paper, a4(landscape=self._paper.landscape), Typeset(), wording())
        yield from laying_out(layout)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(UNITS_PER_INCH)
        writer.setTitle(self._paper.title)
        writer.setCreator("Griffie")
        writer.setPageLayout(page_layout(self._paper))
        painter = begun(writer)
        try:
            yield from painting(painter, layout, None, writer.newPage, self._source)
        finally:
            painter.end()
        self.page_count = len(layout.sheets)
        self.data = buffer.data()


class PrintSteps:
    """Paints a paper on a printer: on its size of paper, the pages and copies that were asked for."""

    def __init__(self, paper: Paper, printer: "QPrinter", source: str = "") -> None:
        self._paper, self._printer, self._source = paper, printer, paper.source or source
        self.page_count = 0

    def steps(self) -> Steps:
        """Do the work, a few milliseconds to a step.

        Raises:
            UserError: the printer does not take it.
        """
        printer = self._printer
        printer.setDocName(self._paper.title)
        printer.setFullPage(True)
        layout = Layout(self._paper, format_of(printer.pageLayout()), Typeset(), wording())
        yield from laying_out(layout)
        painter = begun(printer)
        try:
            to_units(painter, printer.logicalDpiX(), printer.logicalDpiY())
            pages = pages_asked_for(printer, len(layout.sheets))
            yield from painting(painter, layout, pages, printer.newPage, self._source)
        finally:
            painter.end()
        self.page_count = len(pages)


def laying_out(layout: Layout) -> Steps:
    """Lay a paper out; the first half of the work."""
    most = max(1, layout.paper.row_count)
    for _step in layout.work():
        yield min(layout.strips_done, most) * PARTS // most, 2 * PARTS


def painting(
    painter: QPainter, layout: Layout, asked_for: Sequence[int] | None, new_page: Callable[[], bool], source: str
) -> Steps:
    """Paint pages; the second half of the work.

    Args:
        painter: on the device, in units of the layout.
        layout: is finished.
        asked_for: which pages (from 0). None is each of them once, and what has been painted is forgotten.
        new_page: makes the device go on to its next page.
        source: at the foot of each page.

    Raises:
        UserError: the device has stopped taking pages.
    """
    pages = range(len(layout.sheets)) if asked_for is None else asked_for
    for number, page_index in enumerate(pages):
        if number and not new_page():
            raise _refused()
        for _step in paint_sheet(painter, layout, page_index, source):
            yield PARTS + number * PARTS // len(pages), 2 * PARTS
        if asked_for is None:
            layout.sheets[page_index] = ()


def begun(device: "QPdfWriter | QPrinter") -> QPainter:
    """Return a painter on a device.

    Raises:
        UserError: the device cannot be painted on.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise _refused()
    return painter


def _refused() -> UserError:
    return UserError(
        _("The printer does not take the pages."), _("See whether it is on and has paper, or save the list as a PDF.")
    )


def page_layout(paper: Paper) -> QPageLayout:
    """Return A4 without margins: those of a layout are its own."""
    way = QPageLayout.Orientation.Landscape if paper.landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0))


def format_of(chosen: QPageLayout) -> Format:
    """Return the format of the paper in a printer, with margins that it can print within."""
    size: QSizeF = chosen.fullRect(QPageLayout.Unit.Point).size()
    usual = a4(landscape=False)
    least = chosen.minimumMargins()
    unit = {QPageLayout.Unit.Millimeter: MM, QPageLayout.Unit.Point: UNITS_PER_PT}.get(chosen.units(), UNITS_PER_PT)
    return Format(
        size.width() * UNITS_PER_PT,
        size.height() * UNITS_PER_PT,
        left=max(usual.left, least.left() * unit),
        right=max(usual.right, least.right() * unit),
        top=max(usual.top, least.top() * unit),
        bottom=max(usual.bottom, least.bottom() * unit),
    )


def pages_asked_for(printer: "QPrinter", page_count: int) -> list[int]:
    """Return the pages (from 0) to be painted, in order; copies too, where the printer makes none by itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or page_count
    pages = list(range(first - 1, min(last, page_count))) or list(range(page_count))
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return pages * copies if printer.collateCopies() else [page for page in pages for _copy in range(copies)]
