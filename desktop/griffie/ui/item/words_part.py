"""The words that an item is tied to, letter by letter; of a motion also what each letter does with it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import N_, _
from griffie.domain.fields import item_field
from griffie.domain.kinds import ItemKind, MentionRole
from griffie.services import itemising
from griffie.services.sheet import Sheet
from griffie.ui.item.part import Hands, LetterLine, Part
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.item_form import copy_text
from griffie.ui.panel.passages import PassageView
from griffie.ui.panel.row import FieldRow


class WordsPart(Part):
    """Passages as quoted, with their page; a click or Enter shows them in the letter."""

    title_key = N_("Words in the letter")

    def __init__(self, hands: Hands, factory: RowFactory) -> None:
        super().__init__(hands)
        self._factory = factory
        self._key: tuple[Any, ...] = ()
        self.views: list[PassageView] = []
        self.roles: dict[str, FieldRow] = {}
        self.retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show where the words of an item stand."""
        super().show_sheet(sheet)
        key = (sheet.item.id, sheet.item.passages, sheet.roles, tuple(map(str, sheet.letters)), self._colour().rgba())
        if key != self._key:
            self._key = key
            self._fill(sheet)

    def _colour(self) -> Any:
        assert self.sheet is not None
        return self.hands.place.theme.kind_colours[self.sheet.item.kind]

    def _fill(self, sheet: Sheet) -> None:
        item, roles = sheet.item, dict(sheet.roles)
        self.views, self.roles = [], {}
        ids = list(dict.fromkeys([*roles, *(passage.letter_id for passage in item.passages)]))
        self.replace_lines([self._letter(sheet, letter_id, roles.get(letter_id)) for letter_id in ids])
        typed = _("No words of a letter: this item comes from a debate, an official register, or was typed.")
        empty = typed if sheet.home is None else _("Not tied to words yet: open its letter, select them and press T.")
        self.say_empty("" if ids else empty)

    def _letter(self, sheet: Sheet, letter_id: str, role: MentionRole | None) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = LetterLine(sheet.letters.get(letter_id))
        line.requested.connect(self._opener(sheet.item.id, letter_id))
        column.addWidget(line)
        shown: set[str] = set()
        for passage in (one for one in sheet.item.passages if one.letter_id == letter_id):
            if passage.quote in shown:  # the same words in another print of the letter
                continue
            shown.add(passage.quote)
            view = PassageView(passage, self._colour(), read_only=True)
            view.requested.connect(self._opener(sheet.item.id, letter_id))
            view.copy_requested.connect(copy_text)
            self.views.append(view)
            column.addWidget(view)
        if role is not None:
            column.addWidget(self._role_row(letter_id, role))
        return holder

    def _opener(self, item_id: str, letter_id: str) -> Callable[[], None]:
        return lambda: self.letter_requested.emit(item_id, letter_id)

    def _role_row(self, letter_id: str, role: MentionRole) -> FieldRow:
        field = item_field(ItemKind.MOTION, "role")
        assert field is not None
        row = self.roles[letter_id] = self._factory.row(field)
        row.fill(role)
        row.set_read_only(self.hands.read_only)
        row.page_requested.connect(self.body_requested)
        row.keep_requested.connect(lambda row, typed, _reason: self._on_keep(letter_id, row, typed))
        return row

    def _on_keep(self, letter_id: str, row: FieldRow, typed: str) -> None:
        assert self.sheet is not None
        desk, item_id, role = self.hands.place.desk, self.sheet.item.id, MentionRole(typed)

        def write() -> Any:
            return itemising.set_item_field(desk, item_id, "role", role, letter_id=letter_id)

        def kept(_found_id: str) -> None:
            if self.roles.get(letter_id) is row:
                row.kept()

        def refused(error: UserError) -> None:
            if self.roles.get(letter_id) is row:
                row.refuse(error)

        self.hands.keeper.keep(write, kept, refused)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        if self.sheet is not None:
            self._fill(self.sheet)

    def restyle(self) -> None:
        """Take the colours of the theme in force."""
        if self.sheet is not None:
            self.show_sheet(self.sheet)
