"""The form for an item without a passage: from a debate, an official register, or typed. Made whole, in one step."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from griffie.base.errors import InvalidValueError, UserError
from griffie.base.i18n import N_, _
from griffie.domain.fields import Field, FieldType
from griffie.domain.item import Item
from griffie.domain.kinds import ItemKind
from griffie.services import itemising
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.keeping import Keeper
from griffie.ui.panel.look import SMALL, TITLE, hairline, label, sized
from griffie.ui.panel.new_rows import NewRows
from griffie.ui.place import Workplace

KIND_FIELD = Field("kind", FieldType.CHOICE, N_("Kind"), "item", ItemKind, required=True)


class NewItemForm(QWidget):
    """Takes the fields of a new item. Ctrl+Enter or the button makes it, Esc leaves without.

    Signals:
        made: id of the new item.
        abandoned: Esc, or the button.
    """

    made = Signal(str)
    abandoned = Signal()

    def __init__(self, place: Workplace, factory: RowFactory, keeper: Keeper) -> None:
        super().__init__()
        self._place = place
        self._factory = factory
        self._keeper = keeper
        self._letter_id: str | None = None
        self._items: Sequence[Item] = ()
        self.sets: dict[ItemKind, NewRows] = {}
        self.title = label(factor=TITLE, bold=True)
        self.kind = factory.row(KIND_FIELD)
        self.kind.only_checks = True
        self.kind.fill(ItemKind.COMMITMENT)
        self.error = label("hint", factor=SMALL)
        self.error.hide()
        self.make = QPushButton()
        self.make.setProperty("primary", True)
        self.drop = QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(4)
        self._column.addWidget(self.title)
        self._column.addWidget(self.kind)
        self._column.addStretch(1)
        self._area.setWidget(body)
        self.title.setFont(sized(TITLE, bold=True))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 8)
        buttons.setSpacing(8)
        buttons.addWidget(self.error, 4)
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        buttons.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(hairline())
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.kind.editor.edited.connect(self._on_kind)
        self.kind.editor.escaped.connect(self._on_escaped)
        self.kind.editor.next_requested.connect(self.create_item)
        self.make.clicked.connect(self.create_item)
        self.drop.clicked.connect(self.abandoned)

    @property
    def chosen_kind(self) -> ItemKind:
        """The kind that the new item will be of."""
        return ItemKind(self.kind.editor.text())

    @property
    def rows(self) -> NewRows:
        """The rows of that kind."""
        return self._rows_of(self.chosen_kind)

    def begin(self, kind: ItemKind | None, letter_id: str | None, items: Sequence[Item], owner_id: str | None) -> None:
        """Start anew; `items` are those that a deadline may belong to, `owner_id` the one that is proposed."""
        self._letter_id, self._items = letter_id, items
        self.kind.fill(kind or ItemKind.COMMITMENT)
        self._say("")
        self._area.verticalScrollBar().setValue(0)
        rows = self._show_rows()
        rows.begin(items, owner_id, with_letter=letter_id is not None)
        if kind is None:
            self.kind.editor.setFocus()
        else:
            rows.focus_first()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self.title.setText(_("New item without a passage"))
        self.kind.retranslate()
        self.make.setText(_("Record"))
        self.make.setToolTip(_("Ctrl+Enter"))
        self.drop.setText(_("Cancel"))
        self.drop.setToolTip(_("Esc"))
        for rows in self.sets.values():
            rows.retranslate()

    def create_item(self) -> None:
        """Make the item of what was typed, or show what cannot be kept."""
        if not self.make.isEnabled():
            return
        try:
            values, owner_id = self.rows.values()
        except InvalidValueError:
            self._say(_("Correct the marked field first."))
            return
        self._say("")
        self.make.setEnabled(False)
        desk, kind, letter_id = self._place.desk, self.chosen_kind, self._letter_id

        def write() -> Any:
            return itemising.new_item(desk, kind, values, letter_id=letter_id, owner_id=owner_id)

        self._keeper.keep(write, self._on_made, self._on_refused)

    def _on_made(self, item_id: str) -> None:
        self.make.setEnabled(True)
        self.made.emit(item_id)

    def _on_refused(self, error: UserError) -> None:
        self.make.setEnabled(True)
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def _rows_of(self, kind: ItemKind) -> NewRows:
        if kind not in self.sets:
            rows = NewRows(kind, self._factory)
            rows.create_requested.connect(self.create_item)
            rows.abandoned.connect(self.abandoned)
            self._column.insertWidget(2, rows)
            self.sets[kind] = rows
        return self.sets[kind]

    def _show_rows(self) -> NewRows:
        shown = self._rows_of(self.chosen_kind)
        for rows in self.sets.values():
            rows.setVisible(rows is shown)
        return shown

    def _on_kind(self) -> None:
        """Show the rows of another kind; what was typed into fields of the same name goes along."""
        before = next((rows for rows in self.sets.values() if not rows.isHidden()), None)
        after = self._show_rows()
        if before is not after:
            after.begin(self._items, None, with_letter=self._letter_id is not None)
            if before is not None:
                after.take_over(before)

    def _on_escaped(self, _changed: bool) -> None:
        self.abandoned.emit()
