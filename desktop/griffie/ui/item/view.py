"""The sheet of one item in the window: everything about it, edited in place, and the way back."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.kinds import ItemKind
from griffie.services.sheet import Sheet, read_sheet
from griffie.ui.item.columns import Columns
from griffie.ui.item.deadlines_part import DeadlinesPart
from griffie.ui.item.fields_part import FieldsPart
from griffie.ui.item.header import Header
from griffie.ui.item.log_part import LogPart
from griffie.ui.item.may_settle import MaySettle
from griffie.ui.item.part import Hands, Part
from griffie.ui.item.progress_part import ProgressPart
from griffie.ui.item.relations_part import RelationsPart
from griffie.ui.item.settlements_part import SettlementsPart
from griffie.ui.item.words_part import WordsPart
from griffie.ui.panel.answers import while_alive
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.notice import Notice
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.domain.paper import Paper

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PANES = (N_("The item"), N_("What was done with it"))


class SheetKeeper(Keeper):
    """Keeps what is typed on the sheet; what is kept while the window closes is told to nobody any more."""

    silent = False

    def _announce(self, changes: Changes) -> None:
        if not self.silent:
            super()._announce(changes)


class ItemView(QWidget):
    """Everything about one item. Esc goes back, Enter opens its words, N and P go to the next and previous one.

    Signals:
        item_requested: ids of an item (or of a settlement) and of the letter in which its words stand.
        sheet_closed: go back to where the sheet was opened from.
    """

    item_requested = Signal(str, str)
    sheet_closed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._reads = Lane("griffie-sheet", self)
        self._keeper = SheetKeeper(place, self)
        self.hands = Hands(place, self._reads, self._keeper)
        self.sheet: Sheet | None = None
        self.among: Sequence[str] = ()
        self._item_id = ""
        self._before: list[str] = []
        self._asked = 0
        self._closed = False
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        factory = RowFactory(self._place, self._reads, self._reference)
        self.header = Header(self._place.theme)
        self.words, self.fields = WordsPart(self.hands, factory), FieldsPart(self.hands, factory)
        self.deadlines = DeadlinesPart(self.hands, self._reference)
        self.settlements, self.progress = SettlementsPart(self.hands), ProgressPart(self.hands)
        self.relations, self.log = RelationsPart(self.hands), LogPart(self.hands)
        self.parts: list[Part] = [self.words, self.deadlines, self.fields, self.settlements, self.progress,
                                  self.relations, self.log]  # fmt: skip
        self.columns = Columns()
        self.columns.add(list(self.parts[:3]), list(self.parts[3:]))
        self.may_settle = MaySettle(self._place)
        self.columns.insert_right(1, self.may_settle)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.verticalScrollBar().setSingleStep(24)
        self.area.setWidget(self.columns)
        self.nothing = Notice()
        self.stack = QStackedWidget()
        for widget in (self.nothing, self.area):
            self.stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.stack, 1)
        self.header.hide()

    def _connect(self) -> None:
        for part in self.parts:
            part.letter_requested.connect(self._open_letter)
            part.sheet_requested.connect(self.go_to)
            part.body_requested.connect(self._focus_body)
        self.may_settle.letter_requested.connect(self._open_letter)
        self.columns.turned.connect(self._show_rules)
        self.fields.replaced.connect(self._on_replaced)
        self.header.back_requested.connect(self.go_back)
        self.header.open_requested.connect(self.open_words)
        self.header.owner_requested.connect(self.go_to)
        self.header.address_requested.connect(self._on_address)
        bus = self._place.bus
        bus.changed.connect(self._on_changed)
        bus.language_changed.connect(self.retranslate)
        bus.theme_changed.connect(self._on_theme)

    # what the window asks of a view

    def take(self, item_id: str, among: Sequence[str] = ()) -> None:
        """Show another item from now on, with the way back to where it was opened; `load` reads it.

        Args:
            item_id: the item; of a deadline the sheet is that of the deadline itself.
            among: the ids of a list in its order, for N and P.
        """
        self.keep_open_edit()
        self._before.clear()
        self.among = among
        self._item_id = item_id

    def load(self) -> None:
        """Read the item anew."""
        self._read(self._item_id)

    def panes(self) -> list[QWidget]:
        """Return the places that F6 goes through."""
        return [self.columns.left, self.columns.right, self.header.back]

    def paper(self) -> "Paper | None":
        """Return the sheet as it would be printed."""
        if self.sheet is None:
            return None
        from griffie.ui.item.on_paper import paper_of_sheet

        return paper_of_sheet(self.sheet, self.log.steps, whole=self.log.is_whole, today=dt.date.today())

    def close_down(self) -> None:
        """Keep what is being typed and end the thread; the window is closing."""
        if self._closed:
            return
        self._closed = True
        self.keep_open_edit()
        self._keeper.silent = True
        self.may_settle.close_down()
        self._reads.close()

    # going from one to another

    @Slot(str)
    def go_to(self, item_id: str) -> None:
        """Show the sheet of another item; the way back leads here first."""
        if self.sheet is not None:
            self._before.append(self.sheet.item.id)
        self.keep_open_edit()
        self._read(item_id)
        self._focus_body()

    @Slot()
    def go_back(self) -> None:
        """Show the sheet before this one, else what it was opened from."""
        self.keep_open_edit()
        if self._before:
            self._read(self._before.pop())
            self._focus_body()
        else:
            self.sheet_closed.emit()

    @Slot()
    def open_words(self) -> None:
        """Open the letter at the words of the item."""
        if self.sheet is not None and self.sheet.home is not None:
            self._open_letter(self.sheet.item.id, self.sheet.home)

    def step(self, by: int) -> None:
        """Show the next or previous item of the list that the sheet was opened from."""
        if self.sheet is None or self.sheet.item.id not in self.among:
            return
        place = list(self.among).index(self.sheet.item.id) + by
        if 0 <= place < len(self.among):
            self.keep_open_edit()
            self._read(self.among[place])

    def keep_open_edit(self) -> bool:
        """Keep what is being typed; False where a text cannot be kept as it is."""
        if self.sheet is None:
            return True
        kept = [part.keep_open_edit() for part in self.parts]
        return all(kept)

    @Slot(str, str)
    def _open_letter(self, item_id: str, letter_id: str) -> None:
        if letter_id:
            self.item_requested.emit(item_id, letter_id)

    @Slot(str)
    def _on_address(self, address: str) -> None:
        from griffie.ui.letter.menu import open_address

        open_address(self, address)

    @Slot(str)
    def _on_replaced(self, item_id: str) -> None:
        self._read(item_id)

    @Slot()
    def _focus_body(self) -> None:
        self.columns.left.setFocus()

    # reading and showing

    def _read(self, item_id: str) -> None:
        self._item_id = item_id
        self._asked += 1
        asked, desk = self._asked, self._place.desk

        def answered(sheet: Sheet) -> None:
            if asked == self._asked:
                self._show(sheet)

        def failed(_error: Exception) -> None:
            if asked == self._asked:
                self._show_nothing()

        self._reads.run(lambda: read_sheet(desk, item_id), while_alive(self, answered), while_alive(self, failed))

    def _show(self, sheet: Sheet) -> None:
        other = self.sheet is None or self.sheet.item.id != sheet.item.id
        self.sheet = sheet
        self.header.show_sheet(sheet, self._place.theme, dt.date.today())
        self.header.show()
        for part in self.parts:
            part.show_sheet(sheet)
        self._show_may_settle(sheet, other=other)
        self._show_rules()
        self.stack.setCurrentWidget(self.area)
        if other:
            self.area.verticalScrollBar().setValue(0)
            focus = QApplication.focusWidget()
            if self.isVisible() and (focus is None or focus is self or not self.isAncestorOf(focus)):
                self._focus_body()  # it could not take the keys before there was anything to show

    @Slot()
    def _show_rules(self) -> None:
        """Draw a line above each part but the first of a column; the right one below the left begins with one too."""
        for column, begins in ((self.parts[:3], False), (self.parts[3:], not self.columns.side_by_side)):
            for part in column:
                if not part.isHidden():
                    part.rule.setVisible(begins)
                    begins = True

    def _show_may_settle(self, sheet: Sheet, *, other: bool) -> None:
        """Only what is open is looked for in letters; a deadline is settled with what it belongs to."""
        wanted = sheet.is_open and sheet.item.kind is not ItemKind.DEADLINE
        begins = wanted and (other or self.may_settle.isHidden())
        self.may_settle.setVisible(wanted)
        if begins:
            self.may_settle.take(sheet.item.id)

    def _show_nothing(self) -> None:
        self.sheet = None
        self.header.hide()
        self.nothing.say(
            _("This item is no longer in the register."), _("Ctrl+Z may bring it back. Esc goes back to the list.")
        )
        self.stack.setCurrentWidget(self.nothing)
        self.setFocus()

    def _reference(self) -> dt.date | None:
        sheet = self.sheet
        letter = sheet.letters.get(sheet.home) if sheet is not None and sheet.home is not None else None
        return letter.date if letter is not None else None

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        if self._item_id and self.isVisible():
            self._read(self._item_id)

    @Slot()
    def retranslate(self) -> None:
        """Ask for every text again."""
        self.setAccessibleName(_("Sheet of an item"))
        for column, name in zip((self.columns.left, self.columns.right), PANES, strict=True):
            column.setAccessibleName(_(name))
        self.header.retranslate()
        for part in self.parts:
            part.retranslate()
        if self.sheet is not None:
            self.header.show_sheet(self.sheet, self._place.theme, dt.date.today())

    @Slot(object)
    def _on_theme(self, _theme: object) -> None:
        if self.sheet is not None:
            self.header.show_sheet(self.sheet, self._place.theme, dt.date.today())
        for part in self.parts:
            part.restyle()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what no field took."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.go_back()
        elif key in ENTER:
            self.open_words()
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P) and self._place.settings.get("single_keys"):
            self.step(1 if key == Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: what is being typed is kept before something else is shown."""
        super().hideEvent(event)
        if not self._closed:
            self.keep_open_edit()
