"""The main window: menus, tool bar, notices, the two views, status bar. No logic of the trade lives here."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _, current_language
from griffie.domain.changes import Changes
from griffie.pdf.client import PdfDocument
from griffie.services import history, looking
from griffie.ui.actions import MENUS, ActionSet
from griffie.ui.commands import Commands
from griffie.ui.intake import Intake
from griffie.ui.letter.opened import Opened
from griffie.ui.letter.view import LetterView
from griffie.ui.notices import Notices
from griffie.ui.place import Workplace
from griffie.ui.remembered import Remembered
from griffie.ui.status_line import StatusLine
from griffie.ui.tasks import Lane
from griffie.ui.theme import Theme
from griffie.ui.travel import Travel
from griffie.ui.views import Views

if TYPE_CHECKING:
    from griffie.ui.agenda.summary import AgendaSummary
    from griffie.ui.background import Background
    from griffie.ui.finding.opening import Finding
    from griffie.ui.letters.view import LettersView

TOOL_BAR = ("letters", "register", "agenda", "overviews", None, "back", "forward", None, "open", "export_csv", None,
            "undo", "redo", None, "tag_commitment", "tag_motion", "tag_deadline", "tag_request",
            "new_item")  # fmt: skip
LAST_OF_GROUP = ("open_folder", "save_pdf", "forget", "redo", "select_all", "tag_request", "fit_page", "side_panel",
                 "dark", "rappel", "forward", "keys")  # fmt: skip
"""Actions behind which a menu has a line."""
VIEWS = ("letters", "register", "agenda", "overviews")
"""The views that the tool bar leads to; the button of the one that is up is pressed."""


COLUMNS_STATE = "letters_columns_2"
"""Of the table with the column of suggestions: widths of the one before do not fit it."""


class Window(QMainWindow):
    """The frame around the list of letters and the open letter.

    Signals:
        closed: the window has let go of everything.
    """

    closed = Signal()

    def __init__(self, place: Workplace, remembered: Remembered) -> None:
        super().__init__()
        self.place, self.remembered = place, remembered
        self.reading = Lane("griffie-reading", self)
        self.actions_ = ActionSet(place.settings, place.theme, self)
        self._build()
        self.travel = Travel(self)
        self.views = Views(self)
        self.intake = Intake(place, self.notices, self)
        self.commands = Commands(self)
        self._connect()
        self._restore()
        self.retranslate()

    @cached_property
    def background(self) -> "Background":
        """What reads letters while the clerk works; made when the first letter is shown."""
        from griffie.ui.background import Background

        return Background(self.place, self.notices, self.letter, self)

    @cached_property
    def letters(self) -> "LettersView":
        """The list of all letters, made when it is first shown: a start with a letter does not wait for it."""
        from griffie.ui.letters.view import LettersView

        letters = LettersView(self.place)
        letters.letter_chosen.connect(self.open_letter)
        letters.open_requested.connect(self.commands.open)
        letters.forget_requested.connect(self.commands.forget_letter)
        columns = self.remembered.bytes(COLUMNS_STATE)
        if not columns.isEmpty():
            letters.table.horizontalHeader().restoreState(columns)
        self.stack.addWidget(letters)
        return letters

    @cached_property
    def finding(self) -> "Finding":
        """Search everywhere; made when it is first asked for."""
        from griffie.ui.finding.opening import Finding

        return Finding(self)

    @cached_property
    def summary(self) -> "AgendaSummary":
        """What is overdue and due this week, in the status bar; made when the first page has settled."""
        from griffie.ui.agenda.summary import AgendaSummary

        summary = AgendaSummary(self.place, self.reading)
        summary.clicked.connect(self.actions_["agenda"].trigger)
        self.status.addPermanentWidget(summary)
        return summary

    def begin(self, paths: Sequence[Path], first: PdfDocument | None = None) -> None:
        """Show the files that the program was started with (`first`: the only one, open already), else the list."""
        if paths:
            self.take_files(paths, first)
        else:
            self.show_letters()

    def _build(self) -> None:
        self.setObjectName("griffie")
        self.setAcceptDrops(True)
        self.setMinimumSize(860, 560)
        self.notices = Notices(self.place.theme)
        self.letter = LetterView(self.place, self.actions_, self.reading)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.letter)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.status = StatusLine(self.letter, self.place.desk.register.path)
        self.setStatusBar(self.status)
        self.stack.currentChanged.connect(self._on_view_changed)
        self._build_tool_bar()
        self._build_menus()

    def _build_tool_bar(self) -> None:
        self.tool_bar = QToolBar()
        self.tool_bar.setObjectName("tools")
        self.tool_bar.setMovable(False)
        self.tool_bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in TOOL_BAR:
            if name is None:
                self.tool_bar.addSeparator()
                continue
            self.tool_bar.addAction(self.actions_[name])
            if name in ("open", "export_csv", "back", "forward", "undo", "redo", "new_item"):
                button = self.tool_bar.widgetForAction(self.actions_[name])
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)  # type: ignore[attr-defined]
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.tool_bar.addWidget(spring)
        self.addToolBar(self.tool_bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _build_menus(self) -> None:
        self._menus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = self.menuBar().addMenu("")
            self._menus[name] = menu
            for action in self.actions_.in_menu(name):
                menu.addAction(action)
                self.addAction(action)
                if action.objectName() in LAST_OF_GROUP:
                    menu.addSeparator()
        self.recent_menu = QMenu(self)
        self._menus["file"].insertMenu(self.actions_["add_document"], self.recent_menu)
        self.recent_menu.aboutToShow.connect(self._fill_recent)

    def _connect(self) -> None:
        bus = self.place.bus
        bus.changed.connect(self._on_changed)
        bus.failed.connect(self.show_error)
        bus.told.connect(self.status.tell)
        bus.saved.connect(self.status.note_saved)
        bus.noticed.connect(self.notices.tell_of_step)
        bus.language_changed.connect(self.retranslate)
        bus.theme_changed.connect(self._on_theme_changed)
        self.place.lane.failed.connect(self.show_error)
        self.letter.shown.connect(self._on_shown)
        self.letter.left.connect(self._on_left)
        self.letter.sheet_requested.connect(self.views.show_sheet)
        self.intake.letter_ready.connect(self.open_letter)
        self.intake.print_ready.connect(self._on_print_ready)
        self.intake.refused.connect(self._on_refused)
        self.intake.many_added.connect(lambda ids: self.background.read(ids))
        self.actions_.connect_all(self.commands.handlers())

    def _restore(self) -> None:
        geometry = self.remembered.bytes("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self._take_most_of_the_screen()
        for name, splitter in (("letter_panes", self.letter.splitter),):
            state = self.remembered.bytes(name)
            if not state.isEmpty():
                splitter.restoreState(state)
        side, panel = self.remembered.flag("side_pane", True), self.remembered.flag("side_panel", True)
        self.letter.side_place.setVisible(side)
        self.letter.panel_side.setVisible(panel)
        self.actions_["side_pane"].setChecked(side)
        self.actions_["side_panel"].setChecked(panel)

    def _take_most_of_the_screen(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(1500, int(room.width() * 0.94)), min(1000, int(room.height() * 0.92)))
        self.move(room.center() - self.rect().center())

    # views

    def show_letters(self) -> None:
        """Show the list of all letters."""
        self.letters.load()
        self.leave_letter_for(self.letters)
        if self.letter.opened is not None:
            self.letters.select_letter(self.letter.opened.letter.id)
        self.letters.table.setFocus()

    def leave_letter_for(self, view: QWidget) -> None:
        """Show a view that is no letter: what acts on a letter is switched off meanwhile."""
        self.letter.keep_position()
        self.stack.setCurrentWidget(view)
        self._show_title()
        self.actions_.enable_scope("letter", False)
        self.actions_.enable_scope("single", False)
        self.commands.show_undo()

    @Slot(str, str)
    def open_item(self, item_id: str, letter_id: str) -> None:
        """Open a letter at the passage of an item."""
        if self.letter.opened is not None and self.letter.opened.letter.id == letter_id:
            self._show_letter_view()
            self._on_shown(self.letter.opened)
        self.letter.open(letter_id, item_id=item_id)

    @Slot(str)
    def open_letter(self, letter_id: str) -> None:
        """Open a letter of the register."""
        if self.letter.opened is not None and self.letter.opened.letter.id == letter_id:
            self._show_letter_view()
            self._on_shown(self.letter.opened)
            return
        self.letter.open(letter_id)

    def take_files(self, paths: Sequence[Path], first: PdfDocument | None = None) -> None:
        """Take files and folders in; one file is shown at once, while it is being added."""
        if len(paths) == 1 and paths[0].is_file():
            self.letter.preview(paths[0], first)
            self._show_letter_view()
            self.letter.when_drawn(lambda: self.intake.take(paths))
        else:
            self.show_letters()
            self.intake.take(paths)

    def _show_letter_view(self) -> None:
        self.stack.setCurrentWidget(self.letter)
        self.letter.page.setFocus()

    @Slot(object)
    def _on_shown(self, opened: Opened) -> None:
        self._show_letter_view()
        self.travel.went_to(opened.letter.id)
        self.remembered.keep_recent(opened.letter.id)
        self._show_title()
        writable = not self.place.desk.register.read_only
        self.actions_.enable_scope("letter", True)
        self.actions_.enable_scope("single", writable)
        self.commands.show_undo()
        self.background.take(opened)

    @Slot()
    def _on_left(self) -> None:
        self.notices.forget_steps()
        if self.stack.currentWidget() is self.letter and self.letter.opened is None:
            self.actions_.enable_scope("letter", False)
            self.actions_.enable_scope("single", False)
        self._show_title()

    @Slot(str, str)
    def _on_print_ready(self, letter_id: str, document_id: str) -> None:
        self.letter.open(letter_id, document_id=document_id)

    @Slot(object)
    def _on_refused(self, _path: Path) -> None:
        if self.letter.opened is None:
            self.letter.leave()
            self.show_letters()

    @Slot()
    def _on_view_changed(self) -> None:
        self.status.retranslate()
        name = self.views.name or ("" if self.stack.currentWidget() is self.letter else "letters")
        for view in VIEWS:
            self.actions_[view].setChecked(view == name)

    def _show_title(self) -> None:
        opened = self.letter.opened
        if self.stack.currentWidget() is self.letter and opened is not None:
            self.setWindowTitle(f"{opened.letter.title} - Griffie")
        else:
            self.setWindowTitle("Griffie")

    # what is told

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Show an error as a notice; what is our own mistake goes to the log with its traceback."""
        if isinstance(error, UserError):
            self.notices.tell(str(error), symbol="warning")
        else:
            self.commands.log_bug(error)
            self.notices.tell(_("Something went wrong in Griffie; it is in the log."), symbol="warning")

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, initiator: object) -> None:
        self.commands.show_undo()
        if initiator is not self.__dict__.get("background"):  # what is only read is nothing that a clerk saved
            self.status.note_saved()
        self._show_title()

    @Slot(object)
    def _on_theme_changed(self, theme: Theme) -> None:
        self.actions_.set_theme(theme)
        self.notices.set_theme(theme)
        self.actions_["dark"].setChecked(theme.dark)

    @Slot()
    def retranslate(self) -> None:
        """Show the texts of the frame in the language in force."""
        self.actions_.retranslate()
        for name, menu in self._menus.items():
            menu.setTitle(_(MENUS[name]))
        self.recent_menu.setTitle(_("&Recent letters"))
        self.status.retranslate()
        self.commands.show_undo()
        for language, action in (("nl", "dutch"), ("en", "english")):
            self.actions_[action].setChecked(current_language() == language)
        self.actions_["dark"].setChecked(self.place.theme.dark)
        self._show_title()

    @Slot()
    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        rows = {row.id: row for row in looking.letter_rows(self.place.desk, frozenset(self.remembered.recent()))}
        for letter_id in self.remembered.recent():
            if letter_id in rows:
                row = rows[letter_id]
                text = f"{row.number}  {(row.subject or row.file_name)[:70]}".replace("&", "&&")
                self.recent_menu.addAction(text).triggered.connect(
                    lambda _c=False, lid=letter_id: self.open_letter(lid)
                )
        if self.recent_menu.isEmpty():
            self.recent_menu.addAction(_("No letters yet")).setEnabled(False)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files and folders may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: take dropped files and folders in."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: remember the window and let go of everything; what is waiting in the lane is still written."""
        self.views.close_down()
        if "finding" in self.__dict__:
            self.finding.close_down()
        self._remember()
        self.intake.close()
        if "background" in self.__dict__:
            self.background.close()
        if "summary" in self.__dict__:
            self.summary.close_down()
        self.letter.close_down()
        self.reading.close()
        event.accept()
        self.closed.emit()

    def _remember(self) -> None:
        self.remembered.keep_bytes("geometry", self.saveGeometry())
        self.remembered.keep_bytes("letter_panes", self.letter.splitter.saveState())
        if "letters" in self.__dict__:
            self.remembered.keep_bytes(COLUMNS_STATE, self.letters.table.horizontalHeader().saveState())
        self.remembered.keep_flag("side_pane", not self.letter.side_place.isHidden())
        self.remembered.keep_flag("side_panel", not self.letter.panel_side.isHidden())
        self.remembered.save()

    def undo_texts(self) -> tuple[str, str]:
        """Return what undo and redo would do, for the menu; '' where there is nothing."""
        status = history.status(self.place.desk)
        return (status.undo.text if status.undo else "", status.redo.text if status.redo else "")
