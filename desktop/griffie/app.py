"""The composition root: builds everything from paths and settings and hands it in. Free of Qt."""

import contextlib
import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from griffie.base.i18n import set_language, system_language
from griffie.base.paths import Paths, user_paths
from griffie.base.settings import Settings, load_settings
from griffie.pdf.launch import Launcher, start_launcher

if TYPE_CHECKING:
    from griffie.pdf.client import PdfService
    from griffie.services.desk import Desk


class App:
    """One run of the program. Cheap to make: register, PDF process and window are opened when they are asked for."""

    def __init__(self, paths: Paths, settings: Settings, launcher: Launcher | None = None) -> None:
        self.paths = paths
        self.settings = settings
        self._launcher = launcher

    def register_path(self, database: Path | None) -> Path:
        """Return the register file: the one named, else that of the settings, else the user's own."""
        named = self.settings.get("register")
        chosen = database or (Path(named) if named else self.paths.register)
        return chosen.expanduser().absolute()

    @contextlib.contextmanager
    def desk(self, database: Path | None, *, create: bool = False, reads_pdf: bool = False) -> "Iterator[Desk]":
        """Open the register, and with `reads_pdf` the PDF process, and close both again.

        Raises:
            UserError: the register is missing (unless `create`), damaged, locked or made by a newer Griffie.
        """
        from griffie.pdf.client import PdfService
        from griffie.services.desk import Desk, name_of_user
        from griffie.store.database import open_register

        with contextlib.ExitStack() as held:
            register = open_register(self.register_path(database), create=create)
            held.callback(register.close)
            pdf = None
            if reads_pdf:
                pdf = PdfService(self.launcher(), self.settings.get("pdf_time_limit"))
                held.callback(pdf.close)
            yield Desk(register, pdf, name_of_user(self.settings.get("user_name")), self.paths.own_recesses)

    @contextlib.contextmanager
    def pdf(self) -> "Iterator[PdfService]":
        """Start the PDF process alone, without a register, and end it again."""
        from griffie.pdf.client import PdfService

        service = PdfService(self.launcher(), self.settings.get("pdf_time_limit"))
        try:
            yield service
        finally:
            service.close()

    def open_window(
        self, paths: Sequence[Path], database: Path | None, *, picture: Path | None, debug: bool, view: str = ""
    ) -> int:
        """Run the window until it is closed and return the exit code."""
        launcher = self.launcher()
        gc.disable()  # until the window stands; see ui.start.settle_memory
        from griffie.pdf.client import PdfService

        pdf = PdfService(launcher, self.settings.get("pdf_time_limit"))
        alone = len(paths) == 1 and paths[0].is_file()
        first = pdf.open(paths[0]) if alone else None  # the other process opens it while this one loads Qt
        from griffie.ui import start

        return start.run(
            paths, database, launcher=launcher, pdf=pdf, first=first, picture=picture, debug=debug, view=view
        )

    def launcher(self) -> Launcher:
        """Return what starts PDF processes; started now if it was not before."""
        if self._launcher is None:
            self._launcher = start_launcher()
        return self._launcher

    def close(self) -> None:
        """End the PDF processes."""
        if self._launcher is not None:
            self._launcher.close()


@contextlib.contextmanager
def running(*, debug: bool = False, launcher: Launcher | None = None) -> Iterator[App]:
    """Set up one run: settings, language, log."""
    from griffie.base.log import start_log

    paths = user_paths()
    settings = load_settings(paths.settings)
    set_language(settings.get("language") or system_language())
    start_log(paths.log, debug=debug)
    app = App(paths, settings, launcher)
    try:
        yield app
    finally:
        app.close()


@contextlib.contextmanager
def open_desk(database: Path | None = None, *, create: bool = False, reads_pdf: bool = False) -> "Iterator[Desk]":
    """Open a register for a script: everything is set up and taken down.

    Raises:
        UserError: the register is missing (unless `create`), damaged, locked or made by a newer Griffie.
    """
    with running() as app, app.desk(database, create=create, reads_pdf=reads_pdf) as desk:
        yield desk


def command_line(argv: Sequence[str], launcher: Launcher | None = None) -> int:
    """Run one command and return the exit code; `argv` is without the program's own name."""
    from griffie.cli.main import main

    with running(debug="--debug" in argv, launcher=launcher) as app:
        return main(argv, app)
