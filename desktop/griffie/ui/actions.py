"""Everything a clerk can ask of the window, as data: name, text, keys, icon, menu. Keys can be bound anew."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from griffie.base.i18n import N_, _
from griffie.base.settings import Settings
from griffie.ui.icons import icon
from griffie.ui.theme import Theme

SINGLE = "single"
"""A key without Ctrl or Alt: it acts only while the page or the list has the focus, and can be switched off."""


@dataclass(frozen=True)
class ActionRow:
    """One action. `scope` is "window", "letter" (a letter is open) or SINGLE (page or list in focus)."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    icon: str = ""
    scope: str = "window"
    checkable: bool = False


MENUS = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "tag": N_("&Tag"),
    "suggestion": N_("&Suggestion"),
    "view": N_("&View"),
    "go": N_("&Go to"),
    "help": N_("&Help"),
}

ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("open", N_("&Open letter..."), ("Ctrl+O",), "file", "open"),
    ActionRow("open_folder", N_("Open &folder..."), ("Ctrl+Shift+O",), "file"),
    ActionRow("add_document", N_("Add another &print or annex..."), (), "file", scope="letter"),
    ActionRow("export_csv", N_("&Export to CSV..."), ("Ctrl+E",), "file", "export"),
    ActionRow("print", N_("&Print..."), ("Ctrl+P",), "file", "print"),
    ActionRow("print_preview", N_("Print pre&view..."), (), "file"),
    ActionRow("save_pdf", N_("Save the view as P&DF..."), (), "file"),
    ActionRow("backup", N_("&Back up the register..."), (), "file"),
    ActionRow("check", N_("&Check the register"), (), "file"),
    ActionRow("other_register", N_("Open another &register..."), (), "file"),
    ActionRow("forget", N_("Delete the letter for good..."), (), "file", scope="letter"),
    ActionRow("quit", N_("&Quit"), ("Ctrl+Q",), "file"),
    ActionRow("undo", N_("&Undo"), ("Ctrl+Z",), "edit", "undo"),
    ActionRow("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", "redo"),
    ActionRow("history", N_("&History..."), ("Ctrl+H",), "edit"),
    ActionRow("copy", N_("&Copy"), ("Ctrl+C",), "edit", scope="letter"),
    ActionRow("select_all", N_("Select &all"), ("Ctrl+A",), "edit", scope="letter"),
    ActionRow("find", N_("&Find in letter"), ("Ctrl+F",), "edit", "find", "letter"),
    ActionRow("find_next", N_("Find &next"), ("F3",), "edit", scope="letter"),
    ActionRow("find_previous", N_("Find &previous"), ("Shift+F3",), "edit", scope="letter"),
    ActionRow("settings", N_("&Settings..."), ("Ctrl+,",), "edit", "settings"),
    ActionRow("tag_commitment", N_("&Commitment"), ("1",), "tag", "commitment", SINGLE),
    ActionRow("tag_motion", N_("&Motion"), ("2",), "tag", "motion", SINGLE),
    ActionRow("tag_deadline", N_("&Deadline"), ("3",), "tag", "deadline", SINGLE),
    ActionRow("tag_request", N_("&Request"), ("4",), "tag", "request", SINGLE),
    ActionRow("new_item", N_("&New without a passage..."), ("Ctrl+N",), "tag", "new"),
    ActionRow("item_sheet", N_("Everything about the &item"), ("Ctrl+I",), "tag", scope="letter"),
    ActionRow("edit_item", N_("&Edit the fields"), ("E",), "tag", scope=SINGLE),
    ActionRow("retie", N_("&Tie the item to the selection"), ("T",), "tag", scope=SINGLE),
    ActionRow("add_passage", N_("&Add the selection to the item"), ("Shift+T",), "tag", scope=SINGLE),
    ActionRow("delete_item", N_("De&lete the item"), ("Del",), "tag", "delete", SINGLE),
    ActionRow("accept", N_("&Accept the suggestion"), ("A",), "suggestion", scope=SINGLE),
    ActionRow("dismiss", N_("&Leave the suggestion out"), ("R",), "suggestion", scope=SINGLE),
    ActionRow("next_suggestion", N_("&Next suggestion"), ("Shift+N",), "suggestion", scope=SINGLE),
    ActionRow("accept_shown", N_("Accept all that is &shown"), ("Ctrl+Shift+A",), "suggestion", scope="letter"),
    ActionRow("references", N_("&References of the letter"), ("Ctrl+Shift+R",), "suggestion", scope="letter"),
    ActionRow("read_letters", N_("Rea&d letters that are not read yet"), (), "suggestion"),
    ActionRow("recesses", N_("Re&cess calendar..."), (), "suggestion"),
    ActionRow("zoom_in", N_("Zoom &in"), ("Ctrl++", "Ctrl+="), "view", "zoom-in", "letter"),
    ActionRow("zoom_out", N_("Zoom &out"), ("Ctrl+-",), "view", "zoom-out", "letter"),
    ActionRow("zoom_actual", N_("&Actual size"), ("Ctrl+0",), "view", scope="letter"),
    ActionRow("fit_width", N_("Fit &width"), ("Ctrl+1",), "view", "fit-width", "letter"),
    ActionRow("fit_page", N_("Fit &page"), ("Ctrl+2",), "view", "fit-page", "letter"),
    ActionRow("rotate", N_("&Rotate the view"), ("Ctrl+R",), "view", "rotate", "letter"),
    ActionRow("side_pane", N_("Pages and &contents"), ("F8",), "view", "sidebar", "letter", checkable=True),
    ActionRow("side_panel", N_("&Side panel"), ("F9",), "view", "panel", "letter", checkable=True),
    ActionRow("dark", N_("&Dark"), (), "view", checkable=True),
    ActionRow("dutch", N_("In het &Nederlands"), (), "view", checkable=True),
    ActionRow("english", N_("In &English"), (), "view", checkable=True),
    ActionRow("letters", N_("&Letters"), ("Ctrl+L", "Alt+1"), "go", "letters", checkable=True),
    ActionRow("register", N_("Re&gister"), ("Alt+2",), "go", "register", checkable=True),
    ActionRow("agenda", N_("&Agenda"), ("Alt+3",), "go", "agenda", checkable=True),
    ActionRow("overviews", N_("&Overviews"), ("Alt+4",), "go", "overviews", checkable=True),
    ActionRow("rappel", N_("Re&minder round..."), (), "go"),
    ActionRow("back", N_("&Back"), ("Alt+Left",), "go", "back"),
    ActionRow("forward", N_("&Forward"), ("Alt+Right",), "go", "forward"),
    ActionRow("next_item", N_("&Next item"), ("N",), "go", scope=SINGLE),
    ActionRow("previous_item", N_("&Previous item"), ("P",), "go", scope=SINGLE),
    ActionRow("go_to_page", N_("&Page..."), ("Ctrl+G",), "go", scope="letter"),
    ActionRow("search", N_("&Search everywhere"), ("Ctrl+K",), "go", "find"),
    ActionRow("next_pane", N_("Next pa&ne"), ("F6",), "go"),
    ActionRow("previous_pane", N_("Previous pane"), ("Shift+F6",), "go"),
    ActionRow("keys", N_("&Keys..."), ("F1",), "help"),
    ActionRow("about", N_("&About Griffie"), (), "help"),
)


class ActionSet(QObject):
    """The QActions of the table, in the language and theme in force, with the keys that the settings bind."""

    def __init__(self, settings: Settings, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._theme = settings, theme
        self._actions = {row.name: QAction(self) for row in ACTIONS}
        for row in ACTIONS:
            self[row.name].setCheckable(row.checkable)
            self[row.name].setObjectName(row.name)
            if row.scope != SINGLE:
                self[row.name].setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.retranslate()
        self.rebind()
        self.set_theme(theme)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, handlers: dict[str, Callable[[], None]]) -> None:
        """Connect actions by name to methods that take nothing."""
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(handler)

    def in_menu(self, menu: str) -> Iterable[QAction]:
        """Return the actions of a menu in the order of the table."""
        return [self._actions[row.name] for row in ACTIONS if row.menu == menu]

    def enable_scope(self, scope: str, enabled: bool) -> None:
        """Switch all actions of a scope on or off."""
        for row in ACTIONS:
            if row.scope == scope:
                self._actions[row.name].setEnabled(enabled)

    def keys_of(self, row: ActionRow) -> list[QKeySequence]:
        """Return the key sequences in force for an action: the clerk's own, else those of the table."""
        own = self._settings.keys.get(row.name)
        return [QKeySequence(own)] if own is not None else [QKeySequence(keys) for keys in row.keys]

    def single_key_action(self, sequence: QKeySequence) -> QAction | None:
        """Return the action that a key on the page or the list means; none where single keys are switched off."""
        if not self._settings.get("single_keys"):
            return None
        for row in ACTIONS:
            if row.scope == SINGLE and sequence in self.keys_of(row):
                return self._actions[row.name]
        return None

    def rebind(self) -> None:
        """Give every action the keys in force. Single keys are shown, but come through the page and the list."""
        for row in ACTIONS:
            keys = self.keys_of(row)
            if row.scope == SINGLE:
                self._actions[row.name].setProperty("keys", keys[0].toString() if keys else "")
            else:
                self._actions[row.name].setShortcuts(keys)

    def retranslate(self) -> None:
        """Show the texts in the language in force, with the key in the tooltip."""
        for row in ACTIONS:
            action = self._actions[row.name]
            keys = self.keys_of(row)
            shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
            text = _(row.text)
            action.setText(f"{text}\t{shown}" if row.scope == SINGLE and shown else text)
            plain = text.replace("&", "").rstrip(".")
            action.setIconText(plain)
            action.setToolTip(f"{plain} ({shown})" if shown else plain)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons; the tags have the colours of their kinds."""
        kinds = {f"tag_{kind.value}": colour for kind, colour in theme.kind_colours.items()}
        for row in ACTIONS:
            if row.icon:
                self._actions[row.name].setIcon(icon(row.icon, theme, kinds.get(row.name)))
