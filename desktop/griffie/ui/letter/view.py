"""The view of one letter: side pane, pages, panel; keeps the three in step. What changes the register is in `work`."""

import contextlib
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.domain.changes import Changes
from griffie.domain.item import Item
from griffie.domain.kinds import ItemKind
from griffie.domain.passage import Selection
from griffie.pdf.client import DocumentInfo, PdfDocument
from griffie.services import looking
from griffie.ui.actions import ActionSet
from griffie.ui.icons import icon
from griffie.ui.letter.found import FURTHER
from griffie.ui.letter.opened import Opened, highlights_of, read_letter
from griffie.ui.letter.page_bar import PageBar
from griffie.ui.letter.parts import Parts
from griffie.ui.page.drawn import is_drawn
from griffie.ui.page.hop import Hop
from griffie.ui.page.position import Fit, ViewPosition
from griffie.ui.page.view import PageView
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane
from griffie.ui.theme import Theme

if TYPE_CHECKING:
    from griffie.ui.letter.side import SidePane
    from griffie.ui.letter.suggesting import Suggesting
    from griffie.ui.letter.work import LetterWork
    from griffie.ui.page.find_bar import FindBar
    from griffie.ui.panel.panel import Panel

PANEL_WIDTH = 400
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
LOOK_MS, LONGEST_WAIT_MS = 15, 600
"""How often, and how long at the most, everything else waits for the first page of a letter that is being opened."""
SIDE_WIDTH = 150


class LetterView(QWidget):
    """An open letter.

    Signals:
        shown: a letter stands in the view (its Opened).
        left: no letter is open any more.
        status_changed: page and text state, for the status bar.
        sheet_requested: id of an item of which everything is to be shown.
    """

    shown = Signal(object)
    left = Signal()
    status_changed = Signal()
    sheet_requested = Signal(str)

    def __init__(self, place: Workplace, actions: ActionSet, reading: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._actions, self._reading = place, actions, reading
        self.parts = Parts(place, self, reading)
        self._hop = Hop(self)
        self._document: PdfDocument | None = None
        self._preview: Path | None = None
        self._wanted: str | None = None
        self.opened: Opened | None = None
        self._build()
        self._connect()
        self._on_theme_changed(place.theme)

    def _build(self) -> None:
        self.page = PageView(self._place.theme)
        self.page_bar = PageBar(self._place, self._actions, self.page)
        self.side_place = QWidget()
        self.side_place.setMinimumWidth(120)
        self._side_column = QVBoxLayout(self.side_place)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self.panel_side = QWidget()
        self._panel_column = QVBoxLayout(self.panel_side)
        self._panel_column.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        column = self._page_column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.page_bar, self.page):
            column.addWidget(widget, 1 if widget is self.page else 0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (self.side_place, middle, self.panel_side):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([SIDE_WIDTH, 800, PANEL_WIDTH])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.setFocusProxy(self.page)

    def _connect(self) -> None:
        self.page.highlight_clicked.connect(self.choose_passage)
        self.page.context_menu_requested.connect(self._on_menu)
        self.page.passage_adjusted.connect(lambda name, selection: self.parts.ties.adjust(name, selection))
        self.page.citation_clicked.connect(lambda name, place: self.parts.citing.on_clicked(name, place))
        self.page.page_changed.connect(self.status_changed)
        self.page.selection_changed.connect(self._on_selection_changed)
        self.page.installEventFilter(self)
        self._place.bus.changed.connect(self._on_changed)
        self._place.bus.theme_changed.connect(self._on_theme_changed)
        self._place.bus.language_changed.connect(self.retranslate)

    @cached_property
    def find_bar(self) -> "FindBar":
        """The bar to find words in the letter; made when it is first asked for."""
        from griffie.ui.page.find_bar import FindBar

        bar = FindBar(self.page)
        bar.hide()
        self._give_icons(bar, self._place.theme)
        self._page_column.insertWidget(1, bar)
        if self.opened is not None:
            bar.set_flow(self.opened.flow)
        return bar

    @cached_property
    def side(self) -> "SidePane":
        """Small pictures of the pages and the outline; made when the first page is on the screen."""
        from griffie.ui.letter.side import SidePane

        side = SidePane(self.page)
        self._side_column.addWidget(side)
        side.set_document(self._document)
        return side

    @cached_property
    def panel(self) -> "Panel":
        """The side panel; made when a letter is read, after its first page is on the screen."""
        from griffie.ui.panel.panel import Panel

        panel = Panel(self._place, self._reading)
        panel.item_selected.connect(self._on_item_selected)
        panel.passage_requested.connect(self.show_item)
        self.parts.ties.connect_panel(panel)
        self.parts.citing.connect_panel(panel)
        self.suggesting.connect_panel(panel)
        panel.sheet_requested.connect(self.sheet_requested)
        panel.source_requested.connect(lambda name: self.parts.sources.show(name))
        panel.sources_wanted.connect(lambda: self.parts.sources.ask())
        panel.page_focus_requested.connect(self.page.setFocus)
        panel.document_chosen.connect(self._on_document_chosen)
        panel.letter_address_requested.connect(self._on_address_requested)
        panel.list.installEventFilter(self)
        self._panel_column.addWidget(panel)
        return panel

    @property
    def suggesting(self) -> "Suggesting":
        """What the reading of the letter found, and what a clerk decides on it."""
        return self.parts.suggesting

    @property
    def work(self) -> "LetterWork":
        """What changes the register."""
        return self.parts.work

    @property
    def is_opening(self) -> bool:
        """True while the pages of a file are shown and its letter is still being read."""
        return self._preview is not None

    # opening and leaving

    def preview(self, path: Path, document: PdfDocument | None = None) -> None:
        """Show the pages of a file at once, while it is still being taken into the register."""
        self.leave()
        self._preview = path
        self._take(document or self._place.desk.process().open(path))

    def open(self, letter_id: str, *, document_id: str | None = None, item_id: str | None = None) -> None:
        """Read a letter and show it, with an item in view if one is named."""
        if self.opened is not None and self.opened.letter.id == letter_id and document_id is None:
            if item_id is not None:
                self.show_item(item_id)
            return
        desk, self._wanted = self._place.desk, letter_id

        def show(opened: Opened) -> None:
            self._show(opened)
            if item_id is not None:
                self.show_item(item_id)

        self._reading.run(lambda: read_letter(desk, letter_id, document_id), show, self._on_open_failed)

    def leave(self) -> None:
        """Remember the place and show no letter."""
        self.keep_position()
        self._close_document()
        self._preview = self._wanted = None
        if self.opened is not None:
            self.opened = None
            self.suggesting.close()
            self.panel.show_letter(None, (), None)
            self.left.emit()
        if "find_bar" in self.__dict__:
            self.find_bar.hide()

    def close_down(self) -> None:
        """Keep what is being typed and end what runs for this view; the window is closing."""
        if "panel" in self.__dict__:
            self.panel.keep_open_edit()
        self.keep_position()
        self.opened = None
        if self.parts.has("suggesting"):
            self.suggesting.close()
        self._close_document()
        self._hop.close()

    def keep_position(self) -> None:
        """Remember page, place and zoom of the letter for the next time."""
        opened, desk = self.opened, self._place.desk
        if opened is None or not self.page.page_count:
            return
        state = looking.view_state(desk, opened.letter.id) | {opened.document.id: asdict(self.page.position())}
        self._place.lane.run(lambda: looking.keep_view_state(desk, opened.letter.id, state), failed=lambda _error: None)

    def when_drawn(self, then: Callable[[], None], waited_ms: int = 0) -> None:
        """Do something once the page that is on its way to the screen stands there, or has taken too long."""
        if self._preview is None or waited_ms >= LONGEST_WAIT_MS or is_drawn(self.page):
            then()
        else:
            QTimer.singleShot(LOOK_MS, self, lambda: self.when_drawn(then, waited_ms + LOOK_MS))

    def _show(self, opened: Opened) -> None:
        if opened.letter.id != self._wanted:
            return  # the clerk has gone elsewhere meanwhile
        same_file = self._document is not None and self._preview is not None
        if not same_file:
            self.keep_position()
            self._close_document()
            self._document = self._place.desk.process().open(opened.data)
        self._preview = None
        self.opened = opened
        if not same_file or self.page.page_count != len(opened.sizes):
            self._attach(opened.sizes)
        self.page.set_flow(opened.flow)
        if "find_bar" in self.__dict__:
            self.find_bar.set_flow(opened.flow)
        self.suggesting.found = opened.found
        self._show_items(opened.items)
        self._make_side()
        if opened.position:
            self._restore(opened.position)
        self.shown.emit(opened)
        self.status_changed.emit()

    def _make_side(self) -> None:
        """Let the side pane exist, the first time that a letter is shown."""
        _pane = self.side

    def _attach(self, sizes: tuple[Any, ...]) -> None:
        self.page.set_document(self._document, sizes)
        if "side" in self.__dict__:
            self.side.set_document(self._document)
        if not sizes:
            return
        if self.opened is None or not self.opened.position:
            self.page.set_fit(Fit.WIDTH)

    def _take(self, document: PdfDocument) -> None:
        self._document = document
        if document.info.done():
            self._on_info(document, document.info)
        else:
            self._hop.when_done(document.info, lambda future: self._on_info(document, future))

    def _on_info(self, document: PdfDocument, future: Any) -> None:
        if document is not self._document or self._preview is None:
            return
        error = None if future.cancelled() else future.exception()
        if error is None and not future.cancelled():
            info: DocumentInfo = future.result()
            self._attach(info.sizes)

    def _restore(self, state: dict[str, Any]) -> None:
        with contextlib.suppress(TypeError, ValueError):  # written by another version: begin at the top
            self.page.restore(ViewPosition(**{**state, "fit": Fit(state.get("fit", "width"))}))

    def _close_document(self) -> None:
        if self._document is not None:
            self.page.set_document(None, ())
            if "side" in self.__dict__:
                self.side.set_document(None)
            self._document.close()
            self._document = None

    def _on_open_failed(self, error: Exception) -> None:
        self._place.bus.failed.emit(error)

    # what is tagged

    def _show_items(self, items: tuple[Item, ...]) -> None:
        assert self.opened is not None
        document_id = self.opened.document.id
        found = self.suggesting.found
        self.panel.show_letter(self.opened.letter, items, document_id, found)
        self.page.set_underlines(found.underlines(document_id))
        self.page.set_highlights([*highlights_of(items, document_id), *found.highlights(document_id)])
        self._frame(self.panel.current_item_id())

    def show_found(self) -> None:
        """Show the suggestions and citations as they are known now."""
        if self.opened is not None:
            self._show_items(self.opened.items)
            self.status_changed.emit()

    def _frame(self, item_id: str | None) -> None:
        if (mark := self.suggesting.found.mark(item_id)) is not None:
            self.page.select_highlight(mark)
            return
        item = self.item(item_id)
        passages = [p for p in item.passages if self.is_here(p.document_id)] if item else []
        self.page.select_highlight(passages[0].id if passages else None)

    def is_here(self, document_id: str) -> bool:
        """Tell whether a document is the one that the pages show."""
        return self.opened is not None and document_id == self.opened.document.id

    def item(self, item_id: str | None) -> Item | None:
        """Return an item of the open letter."""
        return next((i for i in self.opened.items if i.id == item_id), None) if self.opened else None

    def show_item(self, item_id: str) -> None:
        """Select an item in the panel and bring its passage into view."""
        self.panel.select(item_id)
        self._on_item_selected(item_id)

    def current_item(self) -> Item | None:
        """Return the item that is selected in the panel."""
        return self.item(self.panel.current_item_id())

    def selection(self) -> Selection | None:
        """Return what is selected on the page; says what to do when nothing is."""
        chosen = self.page.selection()
        if chosen is None:
            self._place.bus.told.emit(_("Select the words on the page first."))
        return chosen

    def tag(self, kind: ItemKind) -> None:
        """Make an item of the selection; the cursor goes to its first field."""
        selection = self.selection()
        if selection is not None and self.opened is not None:
            self.work.tag(self.opened.letter.id, self.opened.document.id, kind, selection)

    def edit_item(self) -> None:
        """Put the cursor into the first field of the current item, or of the suggestion before it is accepted."""
        if self.panel.current_item_id() is not None:
            self.panel.focus_first_field()

    def step_item(self, step: int) -> None:
        """Select the next or previous card, item or suggestion, and show its words."""
        ids = self.panel.list.ids() if self.opened else []
        if not ids:
            return
        current = self.panel.current_item_id()
        place = ids.index(current) + step if current in ids else (0 if step > 0 else len(ids) - 1)
        self.show_item(ids[max(0, min(place, len(ids) - 1))])

    def follow(self, changes: Changes, new_item: str | None) -> None:
        """Show what changed; after tagging by hand, with the new item's first field ready to type."""
        if new_item is not None:
            self.panel.select(new_item, edit_first=True)  # done when the list has it: its form is filled once
        self._place.bus.changed.emit(changes, self)
        if new_item is not None:
            self._frame(new_item)

    def retie(self, *, replace: bool) -> None:
        """Tie the current item to the selection, in place of its passage or besides it."""
        item_id = self.panel.current_item_id()
        if item_id is not None:
            self.parts.ties.retie(item_id, replace)

    def delete_current(self) -> None:
        """Delete the current item, or leave the suggestion out; undo brings it back."""
        item_id = self.panel.current_item_id()
        if item_id is not None:
            self.parts.ties.delete(item_id)

    # what the parts say

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        opened, desk = self.opened, self._place.desk
        if opened is None or not (opened.letter.id in changes.letters or changes.items):
            return
        try:
            letter = looking.letter(desk, opened.letter.id)
        except UserError:
            self.leave()
            return
        if opened.document.id not in {d.id for d in letter.documents}:
            self.open(letter.id, document_id=letter.documents[0].id)
            return
        items = tuple(looking.items_in(desk, letter.id))
        self.opened = replace(opened, letter=letter, items=items)
        self._show_items(items)
        self.status_changed.emit()
        if initiator is self or initiator is self.panel:
            self.suggesting.refresh_soon()
        else:
            self.suggesting.refresh()

    @Slot(str)
    def _on_item_selected(self, item_id: str) -> None:
        item, spans = self.item(item_id), self.suggesting.found.spans(item_id, self.opened)
        self._frame(item_id)
        self.status_changed.emit()
        if spans:
            self.page.show_passage(spans)
        here = [p for p in item.passages if self.is_here(p.document_id) and p.spans] if item else []
        if here:
            self.page.show_passage(here[0].spans)

    @Slot(str)
    def choose_passage(self, passage_id: str) -> None:
        """Select the item or suggestion that a passage belongs to, and frame the passage."""
        suggestion_id = passage_id.split(FURTHER)[0]
        if self.suggesting.found.spans(suggestion_id):
            self.panel.select(suggestion_id)
            self.page.select_highlight(passage_id)
            self.status_changed.emit()
            return
        item = self.owner_of(passage_id)
        if item is not None:
            self.panel.select(item.id)
            self.page.select_highlight(passage_id)

    def owner_of(self, passage_id: str) -> Item | None:
        """Return the item of the open letter that a passage belongs to."""
        items = self.opened.items if self.opened else ()
        return next((i for i in items if any(p.id == passage_id for p in i.passages)), None)

    @Slot()
    def _on_selection_changed(self) -> None:
        if self.opened is not None:
            self.panel.set_selection_available(self.page.has_selection())

    @Slot(str)
    def _on_address_requested(self, address: str) -> None:
        from griffie.ui.letter.menu import open_address

        open_address(self, address)

    @Slot(str)
    def _on_document_chosen(self, document_id: str) -> None:
        if self.opened is not None and document_id != self.opened.document.id:
            self.open(self.opened.letter.id, document_id=document_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a single key on the page or the list is an action; in a field it is a letter."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enters = event.key() in ENTER and event.modifiers() in PLAIN and self.opened is not None
            if enters and self.suggesting.enter():
                return True
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
                action = self._actions.single_key_action(QKeySequence(plain.value | event.key()))
                if action is not None and action.isEnabled():
                    action.trigger()
                    return True
        return super().eventFilter(watched, event)

    @Slot(QPoint, list)
    def _on_menu(self, position: QPoint, passage_ids: list[str]) -> None:
        from griffie.ui.letter.menu import show_menu

        show_menu(self, self._actions, position, passage_ids)

    @Slot(object)
    def _on_theme_changed(self, theme: Theme) -> None:
        self.page.set_theme(theme)
        if "find_bar" in self.__dict__:
            self._give_icons(self.find_bar, theme)

    def _give_icons(self, bar: "FindBar", theme: Theme) -> None:
        bar.set_icons(previous=icon("page-up", theme), following=icon("page-down", theme), close=icon("close", theme))

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        made = [getattr(self, name) for name in ("find_bar", "side") if name in self.__dict__]
        for part in (self.page, self.page_bar, *made):
            part.retranslate()
