"""What the command line is handed by the composition root: where the register is, and how to open it or the window."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from griffie.base.settings import Settings

if TYPE_CHECKING:
    from griffie.pdf.client import PdfService
    from griffie.services.desk import Desk


class House(Protocol):
    """The program around the commands."""

    settings: Settings

    def register_path(self, database: Path | None) -> Path:
        """Return the register file: the one named, else that of the settings, else the user's own."""

    def desk(
        self, database: Path | None, *, create: bool = False, reads_pdf: bool = False
    ) -> "AbstractContextManager[Desk]":
        """Open the register, and close it again.

        Raises:
            UserError: it is missing (unless `create`), damaged, locked or made by a newer Griffie.
        """

    def pdf(self) -> "AbstractContextManager[PdfService]":
        """Start the PDF process alone, without a register, and end it again."""

    def open_window(
        self, paths: Sequence[Path], database: Path | None, *, picture: Path | None, debug: bool, view: str = ""
    ) -> int:
        """Run the window until it is closed and return the exit code."""
