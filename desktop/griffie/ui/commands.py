"""What happens when an action of the window is triggered: asks for what is missing and calls the service."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from griffie import __version__
from griffie.base.errors import Cancelled
from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.changes import Changes
from griffie.domain.kinds import WORDS, DocumentRole, ItemKind
from griffie.services import history
from griffie.services.desk import Desk
from griffie.ui.page.position import Fit

if TYPE_CHECKING:
    from griffie.domain.listing import Wanted
    from griffie.store.checking import Report
    from griffie.ui.dialogs.export import ExportWish
    from griffie.ui.window import Window

# Services that few starts need are imported where they are used: the first page is on the screen that much sooner.

log = logging.getLogger("griffie.ui")


OWN = (
    "open", "open_folder", "add_document", "export_csv", "backup", "check", "other_register", "forget", "quit", "undo",
    "redo", "history", "copy", "find", "settings", "new_item", "side_pane", "side_panel", "dark", "dutch", "english",
    "search", "next_pane", "previous_pane", "keys", "about", "recesses", "references", "rappel", "print",
    "print_preview", "save_pdf",
)  # fmt: skip
"""Actions that a method of the same name handles."""


class Commands:
    """The handlers of the window's actions."""

    def __init__(self, window: "Window") -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        return self._window.place.desk

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does."""
        letter, page = self._window.letter, self._window.letter.page
        return {
            **{name: getattr(self, name) for name in OWN},
            **{f"tag_{kind.value}": partial(letter.tag, kind) for kind in ItemKind},
            "select_all": page.select_all, "find_next": lambda: letter.find_bar.find_next(),
            "find_previous": lambda: letter.find_bar.find_previous(), "edit_item": letter.edit_item,
            "retie": lambda: letter.retie(replace=True), "add_passage": lambda: letter.retie(replace=False),
            "delete_item": letter.delete_current, "zoom_in": page.zoom_in, "zoom_out": page.zoom_out,
            "zoom_actual": lambda: page.set_zoom(1.0), "fit_width": lambda: page.set_fit(Fit.WIDTH),
            "fit_page": lambda: page.set_fit(Fit.PAGE), "rotate": lambda: page.set_turn((page.turn + 90) % 360),
            "letters": self._window.show_letters, "back": lambda: self._window.travel.step(-1),
            "forward": lambda: self._window.travel.step(1), "next_item": lambda: letter.step_item(1),
            "previous_item": lambda: letter.step_item(-1), "go_to_page": letter.page_bar.focus_number,
            "accept": lambda: letter.suggesting.accept_current(),
            "dismiss": lambda: letter.suggesting.dismiss_current(),
            "next_suggestion": lambda: letter.suggesting.go_next(),
            "accept_shown": lambda: letter.suggesting.accept_shown(),
            "register": lambda: self._window.views.show("register"),
            "agenda": lambda: self._window.views.show("agenda"),
            "overviews": lambda: self._window.views.show("overviews"),
            "item_sheet": self._item_sheet,
            "read_letters": lambda: self._window.background.read_unread(),
        }  # fmt: skip

    # files

    def open(self) -> None:
        """Ask for PDF files and take them in."""
        names, _kind = QFileDialog.getOpenFileNames(
            self._window, _("Open letters"), self._folder(), _("PDF files (*.pdf)")
        )
        if names:
            self._keep_folder(names[0])
            self._window.take_files([Path(name) for name in names])

    def open_folder(self) -> None:
        """Ask for a folder and take all PDF files below it in."""
        name = QFileDialog.getExistingDirectory(self._window, _("Open a folder of letters"), self._folder())
        if name:
            self._window.take_files([Path(name)])

    def add_document(self) -> None:
        """Ask for another print or an annex of the open letter."""
        opened = self._window.letter.opened
        if opened is None:
            return
        name, _kind = QFileDialog.getOpenFileName(
            self._window, _("Another print or annex of this letter"), self._folder(), _("PDF files (*.pdf)")
        )
        role = self._ask_role() if name else None
        if role is None:
            return
        from griffie.services import adding

        path, letter_id = Path(name), opened.letter.id
        self._run(lambda: adding.add_document(self._desk, letter_id, path, role))

    def _ask_role(self) -> DocumentRole | None:
        box = QMessageBox(self._window)
        box.setWindowTitle(_("What is this document?"))
        box.setText(_("What is this document of the letter?"))
        buttons = {box.addButton(_(WORDS[role]), QMessageBox.ButtonRole.AcceptRole): role for role in DocumentRole}
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return buttons.get(box.clickedButton())  # type: ignore[call-overload,no-any-return]

    def export_csv(self) -> None:
        """Ask what and where to, and write the items to it in the background, with progress and a way to stop."""
        from griffie.ui.dialogs.export import ExportDialog

        settings, opened = self._window.place.settings, self._window.letter.opened
        shown = self._shown_register()
        letter = opened.letter if opened else None
        wish = ExportDialog.ask(settings.get("csv_profile"), letter, self._window, shown=shown)
        if wish is None:
            return
        start = str(Path(self._folder()) / "griffie.csv")
        name, _kind = QFileDialog.getSaveFileName(self._window, _("Export to CSV"), start, _("CSV files (*.csv)"))
        if name:
            self._keep_folder(name)
            self.write_csv(Path(name if name.lower().endswith(".csv") else f"{name}.csv"), wish)

    def _shown_register(self) -> "tuple[str, Wanted] | None":
        """Return the name and the limits of what the register shows, where that is what the clerk looks at."""
        if self._window.views.name != "register":
            return None
        from griffie.ui.register.view import RegisterView

        view = self._window.views.current
        return (view.title, view.model.wanted) if isinstance(view, RegisterView) else None

    def write_csv(self, path: Path, wish: "ExportWish") -> None:
        """Write a CSV file; a failure or a stop leaves the old file."""
        stop, language = Event(), current_language()
        strip = self._window.notices.progress(_("Exporting..."), stop.set)
        strip.bar.setRange(0, 0)

        def work() -> int:
            from griffie.services import exporting

            return exporting.export_csv(
                self._desk, path, wish.wanted, profile=wish.profile, language=language, cancelled=stop.is_set
            )

        def done(count: int) -> None:
            strip.dismiss()
            text = ngettext("{n} row written to {name}", "{n} rows written to {name}", count)
            self._window.status.tell(text.format(n=count, name=path.name))

        def failed(error: Exception) -> None:
            strip.dismiss()
            if not isinstance(error, Cancelled):
                self._failed(error)

        self._window.reading.run(work, done, failed)

    def backup(self) -> None:
        """Ask for a file and write a verified copy of the register to it."""
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Back up the register"), str(Path(self._folder()) / "griffie-backup.sqlite"),
            _("Griffie registers (*.sqlite)"),
        )  # fmt: skip
        if name:
            from griffie.services import keeping

            self._window.reading.run(
                lambda: keeping.back_up(self._desk, Path(name), overwrite=True),
                lambda path: self._window.status.tell(_("Backup written: {name}").format(name=path.name)),
                self._failed,
            )

    def check(self) -> None:
        """Check the whole register in the background and say what was found."""
        from griffie.services import keeping

        strip = self._window.notices.progress(_("Checking the register..."), lambda: None)
        strip.bar.setRange(0, 0)

        def done(report: "Report") -> None:
            strip.dismiss()
            if report.sound:
                text = _("The register is sound: {letters} letters, {items} items, {steps} steps.")
                counts = {"letters": report.letters, "items": report.items, "steps": report.steps}
                self._window.notices.tell(text.format(**counts), symbol="check")
            for fault in report.faults[:8]:
                self._window.notices.tell(fault, symbol="warning")

        def failed(error: Exception) -> None:
            strip.dismiss()
            self._failed(error)

        self._window.reading.run(lambda: keeping.check(self._desk), done, failed)

    def other_register(self) -> None:
        """Ask for the place of another register; it opens at the next start of the window, which follows at once."""
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Open or make a register"), str(self._desk.register.path),
            _("Griffie registers (*.sqlite)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name and Path(name) != self._desk.register.path:
            self._window.place.settings.set("register", name)
            self._window.place.settings.set("register_place_confirmed", True)
            self._window.setProperty("restart", True)
            self._window.close()

    def forget(self) -> None:
        """Ask, and delete the open letter for good."""
        opened = self._window.letter.opened
        if opened is not None:
            self.forget_letter(opened.letter.id)

    @Slot(str)
    def forget_letter(self, letter_id: str) -> None:
        """Ask, and delete a letter for good: the one change without a way back."""
        from griffie.services import lettering

        letter = self._desk.letter(letter_id)
        text = _("Delete {number} ({title}) for good?\n\nThe PDF, what is tagged in it and its history are erased. "
                 "This cannot be undone.").format(number=letter.number, title=letter.title[:80])  # fmt: skip
        box = QMessageBox(QMessageBox.Icon.Warning, _("Delete for good"), text, parent=self._window)
        sure = box.addButton(_("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        if box.clickedButton() is not sure:
            return

        def done(changes: Changes) -> None:
            self._window.place.bus.changed.emit(changes, self._window)
            self._window.show_letters()
            self._window.status.tell(_("{number} deleted for good").format(number=letter.number))

        self._window.letter.leave()
        self._window.place.lane.run(lambda: lettering.forget(self._desk, letter_id), done, self._failed)

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # edit

    def undo(self) -> None:
        """Take back the last step."""
        self._run(lambda: history.undo(self._desk), _("Undone"))

    def redo(self) -> None:
        """Do the last undone step again."""
        self._run(lambda: history.redo(self._desk), _("Redone"))

    def history(self) -> None:
        """Show the history: of the open letter, or of everything."""
        from griffie.ui.dialogs.history import HistoryDialog

        opened = self._window.letter.opened if self._window.stack.currentWidget() is self._window.letter else None
        lines = history.history(self._desk, reference=opened.letter.id if opened else "")
        title = _("History of {number}").format(number=opened.letter.number) if opened else _("History")
        HistoryDialog(title, lines, self._window).exec()

    def copy(self) -> None:
        """Copy the selected words; in a field, the field's own."""
        widget = QApplication.focusWidget()
        if widget is not None and widget is not self._window.letter.page and hasattr(widget, "copy"):
            widget.copy()
        else:
            self._window.letter.page.copy()

    def find(self) -> None:
        """Open the find bar."""
        self._window.letter.find_bar.open()

    def new_item(self) -> None:
        """Begin an item without a passage; in the list of letters it belongs to no letter."""
        if self._window.letter.opened is None:
            self._window.letter.panel.show_letter(None, (), None)
        self._window.stack.setCurrentWidget(self._window.letter)
        self._window.letter.panel_side.show()
        self._window.letter.panel.begin_new(None)

    def settings(self) -> None:
        """Show the settings."""
        from griffie.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._window.place.settings, self._window, self._window.place)
        dialog.exec()
        if dialog.calendar_saved:
            self._window.background.read_unread()

    def recesses(self) -> None:
        """Show the recess calendar, to be looked at and extended."""
        from griffie.ui.dialogs.recesses import RecessDialog

        dialog = RecessDialog(self._window.place, self._window)
        dialog.exec()
        if dialog.saved:
            self._window.background.read_unread()

    def references(self) -> None:
        """Show the papers that the open letter refers to."""
        letter = self._window.letter
        if letter.opened is None:
            return
        if not letter.suggesting.found.citations:
            self._window.status.tell(_("No references were found in this letter."))
            return
        letter.panel_side.show()
        letter.panel.header.citations.toggle()

    def _item_sheet(self) -> None:
        """Show everything about the item that is selected in the letter."""
        item = self._window.letter.current_item()
        if item is None:
            self._window.status.tell(_("Select an item first."))
            return
        from griffie.ui.panel.panel import subject_of

        self._window.views.show_sheet(subject_of(item))

    def show_undo(self) -> None:
        """Name the next steps in the menu and switch the actions."""
        undo, redo = self._window.undo_texts()
        writable = not self._desk.register.read_only
        for name, word, text in (("undo", _("&Undo"), undo), ("redo", _("&Redo"), redo)):
            action = self._window.actions_[name]
            action.setText(f"{word}: {text}" if text else word)
            action.setToolTip(action.text().replace("&", ""))
            action.setEnabled(bool(text) and writable)

    # paper

    def print(self) -> None:
        """Print what is shown."""
        self._on_paper("print")

    def print_preview(self) -> None:
        """Show what is shown as it would be printed."""
        self._on_paper("preview")

    def save_pdf(self) -> None:
        """Write what is shown to a PDF file."""
        self._on_paper("pdf")

    def _on_paper(self, how: str) -> None:
        view = self._window.views.current
        paper = view.paper() if view is not None else None
        if paper is None:
            self._window.status.tell(_("There is nothing to print here. Open the register, the agenda or an item."))
            return
        from griffie.ui.printing.menu import put_on_paper

        put_on_paper(paper, how, self._window)

    def rappel(self) -> None:
        """Make the lists of what is overdue or falls due before a reference date."""
        from griffie.ui.rappel.window import show_rappel

        show_rappel(self._window)

    # view

    def side_pane(self) -> None:
        """Show or hide pages and contents."""
        self._window.letter.side_place.setVisible(self._window.actions_["side_pane"].isChecked())

    def side_panel(self) -> None:
        """Show or hide the panel."""
        self._window.letter.panel_side.setVisible(self._window.actions_["side_panel"].isChecked())

    def dark(self) -> None:
        """Switch between light and dark."""
        self._window.place.settings.set("appearance", "dark" if self._window.actions_["dark"].isChecked() else "light")

    def dutch(self) -> None:
        """Speak Dutch."""
        self._window.place.settings.set("language", "nl")
        self._window.retranslate()

    def english(self) -> None:
        """Speak English."""
        self._window.place.settings.set("language", "en")
        self._window.retranslate()

    # go

    def search(self) -> None:
        """Search everywhere: let the box drop over the window."""
        self._window.finding.open()

    def next_pane(self) -> None:
        """Move the focus to the next pane."""
        self._step_pane(1)

    def previous_pane(self) -> None:
        """Move the focus to the previous pane."""
        self._step_pane(-1)

    def _step_pane(self, by: int) -> None:
        view = self._window.views.current
        if view is not None:
            panes: list[Any] = list(view.panes())
        elif self._window.stack.currentWidget() is not self._window.letter:
            panes = [self._window.letters.search, self._window.letters.table]
        else:
            letter = self._window.letter
            panes = [letter.page, letter.panel_side, letter.side.thumbnails]
        panes = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        place = next(
            (i for i, p in enumerate(panes) if p is focus or (focus is not None and p.isAncestorOf(focus))), -1
        )
        chosen = panes[(place + by) % len(panes)]
        if chosen is self._window.letter.panel_side:
            self._window.letter.panel.focus_list()
        else:
            chosen.setFocus()

    # help

    def keys(self) -> None:
        """Show the sheet of keys."""
        from griffie.ui.dialogs.keys import KeysDialog

        KeysDialog(self._window.actions_, self._window.place.settings, self._window).exec()

    def about(self) -> None:
        """Say what this is."""
        text = _("Griffie {version}\n\nKeeps track of what ministers promise parliament.\nAGPL-3.0-or-later. "
                 "Register: {path}").format(version=__version__, path=self._desk.register.path)  # fmt: skip
        QMessageBox.about(self._window, _("About Griffie"), text)

    # between

    def log_bug(self, error: Exception) -> None:
        """Keep the traceback of our own mistake."""
        log.error("a mistake of our own", exc_info=error)

    def _run(self, work: Callable[[], Changes], word: str = "") -> None:
        def done(changes: Changes) -> None:
            self._window.place.bus.changed.emit(changes, self._window)
            self._window.place.bus.saved.emit()
            if word:
                self._window.notices.forget_steps()
                self._window.status.tell(f"{word}: {self._step_name(changes)}")

        self._window.place.lane.run(work, done, self._failed)

    def _step_name(self, changes: Changes) -> str:
        del changes
        lines = history.history(self._desk, limit=1)
        return lines[0].name if lines else ""

    def _failed(self, error: Exception) -> None:
        self._window.show_error(error)

    def _folder(self) -> str:
        kept = self._window.remembered.text("folder")
        return kept if kept and Path(kept).is_dir() else str(Path.home())

    def _keep_folder(self, name: str) -> None:
        self._window.remembered.keep_text("folder", str(Path(name).parent))
