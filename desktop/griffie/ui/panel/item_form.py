"""The form of the selected item: its literal words, its fields, its deadlines and moves. Saves each field at once."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.domain.item import Deadline, Item
from griffie.domain.kinds import ItemKind
from griffie.domain.periods import DateRange
from griffie.services import history, itemising, looking
from griffie.services.desk import Desk
from griffie.ui.panel.answers import while_alive
from griffie.ui.panel.deadline_rows import DeadlineRows, TermRow, values_of
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.form_title import FormTitle
from griffie.ui.panel.history_popup import HistoryPopup
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.kind_form import TERM, KindForm
from griffie.ui.panel.moves import Moves
from griffie.ui.panel.passages import PassageList
from griffie.ui.panel.row import FieldRow
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane


class ItemForm(QScrollArea):
    """Shows one item. The forms of the four kinds are made when first needed and filled anew for each item.

    Signals:
        page_requested: Esc with nothing to restore.
        next_requested: Ctrl+Enter.
        go_requested: id of a deadline to select.
        passage_requested: id of the item whose words the page should show.
        untie_requested, adjust_requested: ids of item and passage.
        new_deadline_requested: id of the item that should own it.
        replaced: the item has become another one (a motion that was in the register already): old id, new id.
    """

    page_requested = Signal()
    next_requested = Signal()
    go_requested = Signal(str)
    passage_requested = Signal(str)
    untie_requested = Signal(str, str)
    adjust_requested = Signal(str, str)
    new_deadline_requested = Signal(str)
    replaced = Signal(str, str)

    def __init__(self, place: Workplace, reads: Lane, factory: RowFactory, keeper: Keeper) -> None:
        super().__init__()
        self._place = place
        self._reads = reads
        self.factory = factory
        self._keeper = keeper
        self.item: Item | None = None
        self._letter_id: str | None = None
        self._document_id: str | None = None
        self._drafts: dict[str, dict[str, str]] = {}
        self.forms: dict[ItemKind, KindForm] = {}
        self.deadlines: dict[ItemKind, DeadlineRows] = {}
        self.title = FormTitle()
        self.passages = PassageList()
        self.moves = Moves()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.title)
        self._column.addWidget(self.passages)
        self._column.addWidget(self.moves)
        self._column.addStretch(1)
        self.setWidget(self._body)

    def _connect(self) -> None:
        self.title.history_requested.connect(self.show_history)
        self.passages.requested.connect(self._on_passage)
        self.passages.untie_requested.connect(self._on_untie)
        self.passages.adjust_requested.connect(self._on_adjust)
        self.passages.copy_requested.connect(copy_text)

    @property
    def form(self) -> KindForm | None:
        """The form of the item's kind."""
        return self.forms.get(self.item.kind) if self.item else None

    def show_item(
        self, item: Item, deadlines: Sequence[Deadline], letter_id: str | None, document_id: str | None
    ) -> None:
        """Show an item; the one that is shown already is refreshed, and what is being typed stays."""
        same = self.item is not None and self.item.id == item.id and self.item.kind is item.kind
        if not same:
            self._put_drafts_away()
        self.item, self._letter_id, self._document_id = item, letter_id, document_id
        form = self._form_of(item.kind)
        read_only = self._place.desk.register.read_only
        if same:
            form.refresh(item)
        else:
            self._show_only(form)
            form.fill(item, self._drafts.pop(item.id, {}))
            form.set_read_only(read_only)
            if item.kind in self.deadlines:
                self.deadlines[item.kind].new_line.clear()
            self.verticalScrollBar().setValue(0)
        self.title.show_item(item, self._place.theme, self.devicePixelRatioF())
        self._show_passages()
        if item.kind in self.deadlines:
            self.deadlines[item.kind].show_deadlines(deadlines)
            self.deadlines[item.kind].set_read_only(read_only)
        self._ask_for_moves(item)

    def keep_open_edit(self) -> bool:
        """Keep what is being typed; False where it cannot be kept as it is."""
        if self.form is None:
            return True
        rows: list[FieldRow] = [*self.form.rows.values()]
        if self.form.kind in self.deadlines:
            rows += self.deadlines[self.form.kind].rows.values()
            self.deadlines[self.form.kind].new_line.keep()
        kept = [row.keep() for row in rows if row.open]
        return all(kept)

    def focus_first_field(self) -> None:
        """Put the cursor into the first field and bring it into view."""
        if self.form is not None:
            self.form.focus_first()
            first = next(iter(self.form.rows.values()))
            self.ensureWidgetVisible(first, 0, 24)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.title.retranslate()
        self.passages.retranslate()
        self.moves.retranslate()
        for form in self.forms.values():
            form.retranslate()
        for rows in self.deadlines.values():
            rows.retranslate()

    def restyle(self) -> None:
        """Take the colours of the theme in force."""
        if self.item is not None:
            self.title.show_item(self.item, self._place.theme, self.devicePixelRatioF())
            self._show_passages()

    def show_history(self) -> None:
        """Open the list of what was done to the item."""
        item = self.item
        if item is None:
            return

        def opened(steps: list[Any]) -> None:
            if self.item is not None and self.item.id == item.id and self.isVisible():
                HistoryPopup(item.number, steps, self).show_below(self.title)

        self._reads.run(lambda: history.history(self._place.desk, reference=item.id), while_alive(self, opened))

    def _form_of(self, kind: ItemKind) -> KindForm:
        if kind in self.forms:
            return self.forms[kind]
        rows = None if kind is ItemKind.DEADLINE else self._deadline_rows(kind)
        form = KindForm(kind, self.factory, rows)
        form.keep_requested.connect(self._on_keep)
        form.page_requested.connect(self.page_requested)
        form.next_requested.connect(self.next_requested)
        self._column.insertWidget(2, form)
        self.forms[kind] = form
        return form

    def _deadline_rows(self, kind: ItemKind) -> DeadlineRows:
        rows = DeadlineRows(self.factory.reference)
        rows.keep_requested.connect(self._on_keep)
        rows.new_typed.connect(self._on_new_deadline)
        rows.add_requested.connect(self._on_add_deadline)
        rows.go_requested.connect(self.go_requested)
        rows.page_requested.connect(self.page_requested)
        rows.next_requested.connect(self.next_requested)
        self.deadlines[kind] = rows
        return rows

    def _show_only(self, shown: KindForm) -> None:
        for form in self.forms.values():
            form.setVisible(form is shown)

    def _show_passages(self) -> None:
        assert self.item is not None
        colour = self._place.theme.kind_colours[self.item.kind]
        read_only = self._place.desk.register.read_only
        self.passages.show_passages(self.item, self._document_id, colour, read_only=read_only)

    def _put_drafts_away(self) -> None:
        """Keep what can be kept of the item that goes out of sight, and remember the rest until it comes back."""
        if self.item is None or self.form is None:
            return
        self.keep_open_edit()
        drafts = dict(self.form.drafts())
        if drafts:
            self._drafts[self.item.id] = drafts

    def _ask_for_moves(self, item: Item) -> None:
        if not isinstance(item, Deadline):
            self.moves.show_moves(())
            return

        def answered(moves: list[Any]) -> None:
            if self.item is not None and self.item.id == item.id:
                self.moves.show_moves(moves)

        self._reads.run(lambda: looking.deadline_changes(self._place.desk, item.id), while_alive(self, answered))

    def _on_keep(self, row: FieldRow, typed: str, reason: str) -> None:
        item = row.deadline if isinstance(row, TermRow) else self.item
        if item is None:
            return
        write = write_of_row(self._place.desk, item, row, typed, reason, self._letter_id)

        def kept(found_id: str) -> None:
            if self._shows(item, row):
                row.kept()
            if found_id and found_id != item.id:
                self.replaced.emit(item.id, found_id)

        def refused(error: UserError) -> None:
            if self._shows(item, row):
                row.refuse(error)
            else:
                self._drafts.setdefault(item.id, {})[row.name] = typed
                self._place.bus.failed.emit(error)

        self._keeper.keep(write, kept, refused)

    def _shows(self, item: Item, row: FieldRow) -> bool:
        if isinstance(row, TermRow):
            return any(row in rows.rows.values() for rows in self.deadlines.values())
        return self.item is not None and self.item.id == item.id

    def _on_new_deadline(self, phrase: str, found: DateRange) -> None:
        if self.item is None:
            return
        owner_id, letter_id, desk = self.item.id, self._letter_id, self._place.desk
        values = values_of(phrase, found)

        def write() -> Any:
            _item_id, changes = itemising.new_item(
                desk, ItemKind.DEADLINE, values, letter_id=letter_id, owner_id=owner_id
            )
            return changes

        self._keeper.keep(write, _nothing)

    def _on_add_deadline(self) -> None:
        if self.item is not None:
            self.new_deadline_requested.emit(self.item.id)

    def _on_passage(self) -> None:
        if self.item is not None:
            self.passage_requested.emit(self.item.id)

    def _on_untie(self, passage_id: str) -> None:
        if self.item is not None:
            self.untie_requested.emit(self.item.id, passage_id)

    def _on_adjust(self, passage_id: str) -> None:
        if self.item is not None:
            self.adjust_requested.emit(self.item.id, passage_id)


def write_of_row(
    desk: Desk, item: Item, row: FieldRow, typed: str, reason: str, letter_id: str | None
) -> Callable[[], Any]:
    """Return what keeps the text of a row of an item; `letter_id` is the letter in which the item is looked at."""
    if row.name == TERM:
        found = row.texts.parse(typed)
        return lambda: itemising.set_deadline(desk, item.id, found, reason=reason)
    return lambda: itemising.type_item_field(desk, item, row.name, typed, reason=reason, letter_id=letter_id)


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QApplication.clipboard().setText(text)


def _nothing(_found_id: str) -> None:
    """Nothing more to do: the announcement brings the new state."""
