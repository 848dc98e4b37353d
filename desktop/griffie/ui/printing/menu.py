"""Print, preview and save as PDF for any view: the view hands over a paper, the rest happens here."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from griffie.base.errors import UserError
from griffie.base.i18n import N_, _, ngettext
from griffie.domain.paper import Paper, file_name
from griffie.ui.panel.answers import while_alive
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from griffie.ui.notices import Progress
    from griffie.ui.printing.job import Job
    from griffie.ui.printing.output import Steps
    from griffie.ui.printing.preview import Preview
    from griffie.ui.window import Window

Gather = Callable[[], Paper | None]
Ask = Callable[[], "Paper | Gather | None"]
"""What a view hands over: its paper, or a function that gathers it off the GUI thread, or None for nothing."""

MOMENT_S: Final = 0.4
"""Seconds after which work shows its progress."""
IN_WINDOW: Final = "printing"
"""The name of the one that belongs to the window itself."""
TEXTS: Final = (N_("&Print..."), N_("Print pre&view..."), N_("Save as P&DF..."))


class Notices(Protocol):
    """Where the progress of long work is shown; `Window.notices` is one."""

    def progress(self, text: str, stop: Callable[[], None]) -> "Progress":
        """Show a bar with a way to stop."""


class Folders(Protocol):
    """Where the last folder is kept; `Window.remembered` is one."""

    def text(self, name: str) -> str:
        """Return a kept text, '' if there is none."""

    def keep_text(self, name: str, value: str) -> None:
        """Keep a text."""


class PrintActions(QObject):
    """Three things to do with what a view shows, each a slot, and as actions for a menu of one's own.

    Args:
        place: for errors, texts, theme, and the name of the register at the foot of each page.
        ask: is called on the GUI thread when the clerk wants paper. An answer that is itself a function is run in
            `lane`: that is for papers that must be read from the register first.
        parent: the window or view; dialogs stand above it.
        notices: shows the progress of long work; without it there is none to be seen.
        folders: remembers where the last file was written.
        lane: reads what `ask` answered with; that of `place` when left out.
    """

    def __init__(
        self,
        place: Workplace,
        ask: Ask,
        parent: QWidget,
        *,
        notices: Notices | None = None,
        folders: Folders | None = None,
        lane: Lane | None = None,
    ) -> None:
        super().__init__(parent)
        self._place, self._ask, self._window = place, ask, parent
        self._notices, self._folders, self._lane = notices, folders, lane or place.lane
        self._jobs: list[Job] = []
        self._preview: Preview | None = None
        self._closed = False
        self._actions: list[QAction] = []
        place.bus.language_changed.connect(self.retranslate)

    def actions(self) -> list[QAction]:
        """Return an action for each of the three, made when first asked for; for the menu of a view."""
        if not self._actions:
            for act in (self.print, self.preview, self.save_pdf):
                action = QAction(self)
                action.triggered.connect(act)
                self._actions.append(action)
            self.retranslate()
        return self._actions

    @Slot()
    def retranslate(self) -> None:
        """Ask for the texts of the actions again."""
        for action, text in zip(self._actions, TEXTS, strict=False):
            action.setText(_(text))

    @Slot()
    def print(self) -> None:
        """Ask which printer, and print what the view shows."""
        self._asked("print")

    @Slot()
    def preview(self) -> None:
        """Show what the view shows as it will be on paper."""
        self._asked("preview")

    @Slot()
    def save_pdf(self) -> None:
        """Ask where to, and write what the view shows to a PDF file."""
        self._asked("pdf")

    def print_paper(self, paper: Paper) -> None:
        """Ask which printer, and print a paper."""
        from griffie.ui.printing.printer import ask_for_printer

        try:
            printer = ask_for_printer(paper, self._front())
        except UserError as error:
            self._fail(error)
            return
        if printer is not None:
            self.print_on(paper, printer)

    def print_on(self, paper: Paper, printer: "QPrinter") -> "Job":
        """Print a paper on a printer that has been chosen, in slices."""
        from griffie.ui.printing.output import PrintSteps

        work = PrintSteps(paper, printer, self._source())

        def printed() -> None:
            text = ngettext("{n} page sent to the printer", "{n} pages sent to the printer", work.page_count)
            self._tell(text.format(n=work.page_count))

        return self._run(work.steps(), _("Printing..."), printed)

    def show_preview(self, paper: Paper) -> None:
        """Show a paper as it will be printed."""
        from griffie.ui.printing.preview import Preview

        if self._preview is not None:
            self._preview.close()
        preview = Preview(self._place, paper, self._source(), self._window)
        preview.print_wanted.connect(self.print_paper)
        preview.save_wanted.connect(self.save_paper)
        preview.finished.connect(self._on_preview_closed)
        self._preview = preview
        preview.show()

    def save_paper(self, paper: Paper) -> None:
        """Ask where to, and write a paper to a PDF file."""
        start = str(Path(self._folder()) / file_name(paper))
        name, _kind = QFileDialog.getSaveFileName(self._front(), _("Save as PDF"), start, _("PDF files (*.pdf)"))
        if not name:
            return
        if self._folders is not None:
            self._folders.keep_text("folder", str(Path(name).parent))
        self.write_pdf(paper, Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"))

    def write_pdf(self, paper: Paper, path: Path) -> "Job":
        """Write a paper to a PDF file, in slices; a failure or a stop leaves the old file."""
        from griffie.ui.printing.output import PdfSteps, save

        work = PdfSteps(paper, self._source())

        def written(_nothing: object) -> None:
            text = ngettext("{n} page written to {name}", "{n} pages written to {name}", work.page_count)
            self._tell(text.format(n=work.page_count, name=path.name))

        def made() -> None:
            self._place.lane.run(
                lambda: save(work.data, path), while_alive(self, written), while_alive(self, self._fail)
            )

        return self._run(work.steps(), _("Writing {name}...").format(name=path.name), made)

    @property
    def is_busy(self) -> bool:
        """True while something is laid out, printed or written."""
        return bool(self._jobs) or not self._lane.idle or not self._place.lane.idle

    def close_down(self) -> None:
        """Stop what is being done and close the preview; the window is closing."""
        self._closed = True
        for job in list(self._jobs):
            job.cancel()
        if self._preview is not None:
            self._preview.close()

    def take(self, found: Paper | Gather | None, how: str) -> None:
        """Do something with what a view hands over; a function is run off the GUI thread first."""
        use = {"print": self.print_paper, "preview": self.show_preview, "pdf": self.save_paper}[how]

        def got(paper: Paper | None) -> None:
            if self._closed:
                return
            if paper is None:
                self._place.bus.told.emit(_("There is nothing to print here"))
            else:
                use(paper)

        if callable(found):
            self._lane.run(found, while_alive(self, got), self._place.bus.failed.emit)
        else:
            got(found)

    def _tell(self, text: str) -> None:
        """Say what has been done, in the preview too where one stands before the window."""
        self._place.bus.told.emit(text)
        if self._preview is not None:
            self._preview.notices.tell(text)

    def _fail(self, error: Exception) -> None:
        """Say what went wrong where the clerk looks: in the preview, else in the window."""
        if self._preview is not None and isinstance(error, UserError):
            self._preview.notices.tell(str(error), symbol="warning")
        else:
            self._place.bus.failed.emit(error)

    def _asked(self, how: str) -> None:
        try:
            found = self._ask()
        except UserError as error:
            self._place.bus.failed.emit(error)
        else:
            self.take(found, how)

    def _run(self, steps: "Steps", text: str, finished: Callable[[], None]) -> "Job":
        from griffie.ui.printing.job import Job

        job = Job(steps, self)
        self._jobs.append(job)
        shown = self._preview.notices if self._preview is not None else self._notices
        if shown is not None:
            ShownProgress(job, text, shown)
        job.finished.connect(finished)
        job.failed.connect(self._fail)
        job.ended.connect(lambda: self._jobs.remove(job))
        job.ended.connect(job.deleteLater)
        job.start()
        return job

    def _on_preview_closed(self) -> None:
        if self.sender() is self._preview:
            self._preview = None

    def _front(self) -> QWidget:
        return self._preview or self._window

    def _source(self) -> str:
        return self._place.desk.register.path.name

    def _folder(self) -> str:
        kept = self._folders.text("folder") if self._folders is not None else ""
        return kept if kept and Path(kept).is_dir() else str(Path.home())


def put_on_paper(paper: Paper | Gather, how: str, window: "Window") -> PrintActions:
    """Print, preview or save what a view of the window shows.

    Args:
        paper: what the view shows, or a function that gathers it off the GUI thread.
        how: "print" asks for a printer, "preview" shows the pages, "pdf" asks for a file.
        window: dialogs stand above it, its notices show progress; it stops all of this when it closes.
    """
    printing = window.findChild(PrintActions, IN_WINDOW, Qt.FindChildOption.FindDirectChildrenOnly)
    if not isinstance(printing, PrintActions):
        printing = PrintActions(
            window.place, lambda: None, window,
            notices=window.notices, folders=window.remembered, lane=window.reading,
        )  # fmt: skip
        printing.setObjectName(IN_WINDOW)
        window.closed.connect(printing.close_down)
    printing.take(paper, how)
    return printing


class ShownProgress(QObject):
    """Shows the progress of a job that is not over in a moment, with a way to stop it."""

    def __init__(self, job: "Job", text: str, notices: Notices) -> None:
        super().__init__(job)
        self._job, self._text, self._notices = job, text, notices
        self._begun = monotonic()
        self._notice: Progress | None = None
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_end)

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        if self._notice is None and monotonic() - self._begun > MOMENT_S:
            self._notice = self._notices.progress(self._text, self._job.cancel)
        if self._notice is not None and isValid(self._notice):
            self._notice.show_progress(done, total, self._text)

    @Slot()
    def _on_end(self) -> None:
        if self._notice is not None and isValid(self._notice):
            self._notice.dismiss()
