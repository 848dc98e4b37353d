"""Brings the window up: the settings, the register, the PDF process and the window itself; and takes them down."""

import faulthandler
import gc
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer, QTranslator, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from griffie.base.errors import UserError
from griffie.base.i18n import _, current_language, set_language, system_language
from griffie.base.log import start_log
from griffie.base.paths import Danger, Paths, danger_of, user_paths
from griffie.base.settings import Settings, load_settings
from griffie.pdf.client import PdfDocument, PdfService
from griffie.pdf.launch import Launcher
from griffie.services.desk import Desk, name_of_user
from griffie.store.database import Register, open_register
from griffie.ui.icons import program_icon
from griffie.ui.picture import take_picture
from griffie.ui.place import Bus, Workplace
from griffie.ui.remembered import Remembered
from griffie.ui.single import hand_over
from griffie.ui.tasks import Lane
from griffie.ui.theme import apply_theme, theme_for
from griffie.ui.window import Window

if TYPE_CHECKING:
    from griffie.ui.doorbell import Doorbell

log = logging.getLogger("griffie")
SETTLED_MS = 2_000
LISTENING_MS = 500


def run(
    paths: Sequence[Path],
    database: Path | None,
    *,
    launcher: Launcher,
    pdf: PdfService | None = None,
    first: PdfDocument | None = None,
    picture: Path | None = None,
    debug: bool = False,
    view: str = "",
) -> int:
    """Run the window until it is closed and return the exit code of the program.

    Args:
        paths: files and folders to be taken in; the first letter is shown.
        database: the register; None is the one of the settings, else the user's own.
        launcher: starts PDF processes; was started before Qt was loaded.
        pdf: the PDF processes, if something has been opened in them already.
        first: the only file of `paths`, opened already.
        picture: save a picture of the window there when the letter is drawn, and end.
        debug: log to the terminal as well.
        view: one of ui.views.MAKERS that comes up instead of the letters.
    """
    places = user_paths()
    start_log(places.log, debug=debug)
    settings = load_settings(places.settings)
    set_language(settings.get("language") or system_language())
    app = make_application()
    register_path = (database or chosen_register(settings, places)).expanduser().absolute()
    if picture is None and hand_over(register_path, paths):
        return 0
    register = open_or_choose(app, settings, register_path)
    if register is None:
        return 1
    program = Program(app, register, settings, places, launcher, pdf)
    if picture is not None:
        return take_picture(program, paths, picture, view=view)
    return show(program, paths, first, named=database is not None, debug=debug, view=view)


def open_or_choose(app: QApplication, settings: Settings, path: Path) -> Register | None:
    """Open the register; when that cannot be done say why and offer another one, until the clerk gives up (None)."""
    while True:
        try:
            return open_register(path)
        except UserError as error:
            log.info("a register was not opened: %s", type(error).__name__)
            apply_theme(app, theme_for(settings.get("appearance")))
            chosen = ask_for_register(error, path)
            if chosen is None:
                return None
            path = chosen
            settings.set("register", str(path))


def ask_for_register(error: UserError, path: Path) -> Path | None:
    """Say why a register cannot be opened and ask for another; None when the clerk closes the program."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Griffie", error.text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(error.advice)
    other = box.addButton(_("Another register..."), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is not other:
        return None
    name, _kind = QFileDialog.getSaveFileName(
        None, _("Open or make a register"), str(path.parent), _("Griffie registers (*.sqlite)"),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )  # fmt: skip
    return Path(name) if name else None


def settle_memory() -> None:
    """Begin to collect garbage, without ever looking again at what was made for the window.

    Collecting was off from the start: it took a tenth of it. A full collection over all of the window's objects takes
    30 to 80 ms, which a page turn would feel.
    """
    gc.freeze()
    gc.enable()


def show(
    program: "Program", paths: Sequence[Path], first: PdfDocument | None, *, named: bool, debug: bool, view: str = ""
) -> int:
    """Show the window until it is closed; `named` says that the register was named and needs no introduction."""
    program.ask_about_place(named=named)
    program.window.begin(paths, first)
    program.window.show()
    if view:
        program.window.views.show(view)
    QTimer.singleShot(SETTLED_MS, program, settle_memory)
    QTimer.singleShot(SETTLED_MS, program.window, lambda: program.window.background.offer_soon())
    QTimer.singleShot(SETTLED_MS, program.window, lambda: program.window.summary.begin())
    code = program.app.exec()
    return restart(program.launcher, debug=debug) if program.wants_restart else code


def restart(launcher: Launcher, *, debug: bool) -> int:
    """Bring the window up anew, on the register that the settings name now."""
    return run([], None, launcher=launcher, debug=debug)


def make_application() -> QApplication:
    """Return the one QApplication."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["griffie"])
    app.setApplicationName("Griffie")
    app.setDesktopFileName("griffie")
    app.setQuitOnLastWindowClosed(True)
    return app


def chosen_register(settings: Settings, places: Paths) -> Path:
    """Return the register of the settings, else the user's own."""
    named = settings.get("register")
    return Path(named) if named else places.register


class Program(QObject):
    """Everything that lives as long as the window."""

    def __init__(
        self,
        app: QApplication,
        register: Register,
        settings: Settings,
        places: Paths,
        launcher: Launcher,
        pdf: PdfService | None = None,
    ) -> None:
        super().__init__()
        self.app, self.register, self.settings, self.launcher = app, register, settings, launcher
        self.pdf = pdf or PdfService(launcher, settings.get("pdf_time_limit"))
        theme = theme_for(settings.get("appearance"))
        app.setStyleSheet("")  # each widget put into another would be styled anew: 60 ms of a start
        self._translator = QTranslator(self)
        self._load_qt_texts()
        desk = Desk(register, self.pdf, name_of_user(settings.get("user_name")), places.own_recesses)
        self.place = Workplace(desk, Lane("griffie-writing", self), Bus(), settings, theme)
        self.window = Window(self.place, Remembered(places.window_state))
        apply_theme(app, theme)
        self.doorbell: Doorbell | None = None
        self._soon = QTimer(self, singleShot=True, interval=LISTENING_MS)
        self._soon.timeout.connect(self.finish_start)
        self._soon.start()
        self.window.closed.connect(self._on_closed)
        settings.listeners.append(self._on_setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self.wants_restart, self.closed = False, False
        self._watch_for_bugs(places)

    @Slot()
    def finish_start(self) -> None:
        """Do what the first page need not wait for: the window's icon, and listening for later starts."""
        self.window.setWindowIcon(program_icon())
        from griffie.ui.doorbell import Doorbell

        if self.doorbell is None and not self.closed:
            self.doorbell = Doorbell(self.register.path, self)
            self.doorbell.rung.connect(self._on_rung)

    def _watch_for_bugs(self, places: Paths) -> None:
        self._old_hook = sys.excepthook
        sys.excepthook = self._on_bug
        try:
            self._fault_file = (places.state / "crash.log").open("a", encoding="utf-8")
            faulthandler.enable(self._fault_file)
        except OSError:
            self._fault_file = None  # type: ignore[assignment]

    def _on_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("a mistake of our own", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            QTimer.singleShot(0, self.window, lambda: self.window.show_error(error))

    def ask_about_place(self, *, named: bool) -> None:
        """Say where the register lies at the first start, and whenever that is a dangerous place."""
        folder = self.register.path.parent
        danger = danger_of(folder)
        if danger is not None:
            words = {
                Danger.SYNCHRONISED: _("a synchronised folder, where a register can be damaged"),
                Danger.ROAMING: _("a roaming profile, where a register can be damaged"),
                Danger.TEMPORARY: _("a temporary folder, which the system may empty"),
            }
            text = _("The register lies in {what}: {path}").format(what=words[danger], path=folder)
            choice = [(_("Choose another place..."), self.window.commands.other_register)]
            self.window.notices.tell(text, choice, symbol="warning")
        elif not named and not self.settings.get("register_place_confirmed"):
            text = _("Your register, with all letters in it, lies at {path}").format(path=self.register.path)
            choices = [(_("Good"), self._confirm_place), (_("Another place..."), self.window.commands.other_register)]
            self.window.notices.tell(text, choices)

    def _confirm_place(self) -> None:
        self.settings.set("register_place_confirmed", True)

    def _load_qt_texts(self) -> None:
        self.app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{current_language()}", folder):
            self.app.installTranslator(self._translator)

    def _on_setting(self, name: str) -> None:
        if name == "language":
            set_language(self.settings.get("language") or system_language())
            self._load_qt_texts()
            self.place.bus.language_changed.emit()
        elif name == "appearance":
            self._take_theme()
        elif name == "user_name":
            self.place.desk.who = name_of_user(self.settings.get("user_name"))

    @Slot()
    def _on_scheme(self, *_scheme: Any) -> None:
        if self.settings.get("appearance") == "system":
            self._take_theme()

    def _take_theme(self) -> None:
        self.place.theme = theme_for(self.settings.get("appearance"))
        apply_theme(self.app, self.place.theme)
        self.place.bus.theme_changed.emit(self.place.theme)

    @Slot(list)
    def _on_rung(self, paths: list[Path]) -> None:
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if paths:
            self.window.take_files(paths)

    @Slot()
    def _on_closed(self) -> None:
        self.wants_restart = bool(self.window.property("restart"))
        self.close()
        self.app.quit()

    def close(self) -> None:
        """Let go of everything: listener, lane (what waits is written), PDF processes, register."""
        self.closed = True
        self._soon.stop()
        self.settings.listeners.remove(self._on_setting)
        sys.excepthook = self._old_hook
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
        if self.doorbell is not None:
            self.doorbell.close()
        self.place.lane.close()
        self.pdf.close()
        self.register.close()
        self.app.removeTranslator(self._translator)
