"""The fields of the item, edited in place with the rows of the panel; each is kept when it is left."""

from typing import Any

from PySide6.QtCore import Signal

from griffie.base.errors import UserError
from griffie.base.i18n import N_
from griffie.domain.item import Item
from griffie.domain.kinds import ItemKind
from griffie.services.sheet import Sheet
from griffie.ui.item.part import Hands, Part
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.item_form import write_of_row
from griffie.ui.panel.kind_form import KindForm
from griffie.ui.panel.moves import Moves
from griffie.ui.panel.row import FieldRow


class FieldsPart(Part):
    """A form for each kind, made when it is first needed.

    Signals:
        replaced: the item has become another one, a motion that was in the register already: its new id.
    """

    replaced = Signal(str)

    title_key = N_("Fields")

    def __init__(self, hands: Hands, factory: RowFactory) -> None:
        super().__init__(hands)
        self._factory = factory
        self.forms: dict[ItemKind, KindForm] = {}
        self.moves = Moves()
        self.column.addWidget(self.moves)
        self._drafts: dict[str, dict[str, str]] = {}
        self.retranslate()

    @property
    def form(self) -> KindForm | None:
        """The form of the item's kind."""
        return self.forms.get(self.sheet.item.kind) if self.sheet is not None else None

    @property
    def item(self) -> Item | None:
        """The item that is shown."""
        return self.sheet.item if self.sheet is not None else None

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the fields; the same item is refreshed, and what is being typed stays."""
        same = self.item is not None and self.item.id == sheet.item.id
        if not same:
            self._put_drafts_away()
        super().show_sheet(sheet)
        form = self._form_of(sheet.item.kind)
        if same:
            form.refresh(sheet.item)
        else:
            for one in self.forms.values():
                one.setVisible(one is form)
            form.fill(sheet.item, self._drafts.pop(sheet.item.id, {}))
            form.set_read_only(self.hands.read_only)
        own = sheet.item.kind is ItemKind.DEADLINE and sheet.deadlines
        self.moves.show_moves(sheet.deadlines[0].moves if own else ())

    def keep_open_edit(self) -> bool:
        """Keep what is being typed; False where it cannot be kept as it is."""
        if self.form is None:
            return True
        kept = [row.keep() for row in self.form.rows.values() if row.open]
        return all(kept)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        self.moves.retranslate()
        for form in self.forms.values():
            form.retranslate()

    def _form_of(self, kind: ItemKind) -> KindForm:
        if kind not in self.forms:
            form = KindForm(kind, self._factory)
            form.keep_requested.connect(self._on_keep)
            form.page_requested.connect(self.body_requested)
            form.next_requested.connect(self.body_requested)
            if "role" in form.rows:  # what a letter does with a motion stands with the letter
                form.rows["role"].hide()
            self.lines.addWidget(form)
            self.forms[kind] = form
        return self.forms[kind]

    def _put_drafts_away(self) -> None:
        if self.item is None or self.form is None:
            return
        self.keep_open_edit()
        if drafts := dict(self.form.drafts()):
            self._drafts[self.item.id] = drafts

    def _on_keep(self, row: FieldRow, typed: str, reason: str) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        item = sheet.item

        def is_shown() -> bool:
            return self.item is not None and self.item.id == item.id

        def kept(found_id: str) -> None:
            if is_shown():
                row.kept()
            if found_id and found_id != item.id:
                self.replaced.emit(found_id)

        def refused(error: UserError) -> Any:
            if is_shown():
                row.refuse(error)
            else:
                self._drafts.setdefault(item.id, {})[row.name] = typed
                self.hands.place.bus.failed.emit(error)

        write = write_of_row(self.hands.place.desk, item, row, typed, reason, sheet.home)
        self.hands.keeper.keep(write, kept, refused)
