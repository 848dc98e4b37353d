"""Asks which printer. Qt's part for printers is loaded here and nowhere earlier."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.domain.paper import Paper
from griffie.ui.printing.output import page_layout

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_for_printer(paper: Paper, parent: QWidget) -> "QPrinter | None":
    """Show the system's dialog and return the printer as it was set up there; None when the clerk thought better of it.

    Raises:
        UserError: there is no printer.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise UserError(
            _("No printer is set up on this computer."), _("Save it as a PDF, or ask for a printer to be set up.")
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(paper))
    printer.setDocName(paper.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    for option, wanted in ((dialog.PrintDialogOption.PrintPageRange, True),
                           (dialog.PrintDialogOption.PrintSelection, False),
                           (dialog.PrintDialogOption.PrintCurrentPage, False)):  # fmt: skip
        dialog.setOption(option, wanted)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None
