"""The rows of one kind of item, filled with one item at a time."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.i18n import N_
from griffie.domain.fields import ITEM_FIELDS
from griffie.domain.item import Deadline, Item
from griffie.domain.kinds import ItemKind, Origin
from griffie.services import itemising
from griffie.ui.panel.factory import RowFactory
from griffie.ui.panel.fields.line import LineEditor
from griffie.ui.panel.row import FieldRow
from griffie.ui.panel.section import Section
from griffie.ui.panel.texts import TermText, range_of

TERM = "term"
"""Name of the row that takes the whole range of a deadline at once."""
ORIGIN_FIELDS = ("origin", "meeting", "meeting_date", "committee", "place")


class KindForm(QWidget):
    """A row for each field of a kind; where an item comes from is folded away unless it matters.

    Signals:
        keep_requested: row, typed text, reason.
        page_requested, next_requested: as of FieldRow.
    """

    keep_requested = Signal(object, str, str)
    page_requested = Signal()
    next_requested = Signal()

    def __init__(self, kind: ItemKind, factory: RowFactory, between: QWidget | None = None) -> None:
        super().__init__()
        self.kind = kind
        self.rows: dict[str, FieldRow] = {}
        self._item: Item | None = None
        self.origin: Section | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for field in ITEM_FIELDS[kind]:
            if field.name in ORIGIN_FIELDS:
                self._origin_section(layout, between).rows.addWidget(self._add(factory.row(field)))
                continue
            layout.addWidget(self._add(factory.row(field)))
            if field.name == "phrase":
                layout.addWidget(self._add(self._term_row(factory)))

    def _origin_section(self, layout: QVBoxLayout, between: QWidget | None) -> Section:
        if self.origin is None:
            if between is not None:
                layout.addWidget(between)
            self.origin = Section(N_("Where it comes from"))
            layout.addWidget(self.origin)
        return self.origin

    def _term_row(self, factory: RowFactory) -> FieldRow:
        return FieldRow(TERM, N_("Term"), LineEditor(), TermText(factory.reference))

    def _add(self, row: FieldRow) -> FieldRow:
        self.rows[row.name] = row
        row.keep_requested.connect(self.keep_requested)
        row.page_requested.connect(self.page_requested)
        row.next_requested.connect(self.next_requested)
        row.asks_reason = self._reason_check("date_to" if row.name == TERM else row.name)
        return row

    def _reason_check(self, name: str) -> Callable[[], bool]:
        def check() -> bool:
            return self._item is not None and itemising.needs_reason(self._item, name)

        return check

    def fill(self, item: Item, drafts: Mapping[str, str]) -> None:
        """Show another item; `drafts` are texts by row that could not be kept when it was shown before."""
        self._item = item
        for name, row in self.rows.items():
            row.fill(value_of(item, name), drafts.get(name))
        if self.origin is not None:
            self.origin.unfold(item.origin is not Origin.PASSAGE)

    def refresh(self, item: Item) -> None:
        """Show the item as it is now; what is being typed stays."""
        if self.origin is not None and self._item is not None and item.origin is not self._item.origin:
            self.origin.unfold(item.origin is not Origin.PASSAGE)
        self._item = item
        for name, row in self.rows.items():
            row.refresh(value_of(item, name))

    def drafts(self) -> Iterator[tuple[str, str]]:
        """Yield name and text of each row that holds something that is not stored."""
        for name, row in self.rows.items():
            if row.draft is not None:
                yield name, row.draft

    def set_read_only(self, read_only: bool) -> None:
        """Let the item be read only."""
        for row in self.rows.values():
            row.set_read_only(read_only)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for row in self.rows.values():
            row.retranslate()
        if self.origin is not None:
            self.origin.retranslate()

    def focus_first(self) -> None:
        """Put the cursor into the first field, its text selected as when one tabs into it."""
        next(iter(self.rows.values())).editor.setFocus(Qt.FocusReason.TabFocusReason)


def value_of(item: Item, name: str) -> object:
    """Return what a row shows of an item."""
    if name == TERM:
        assert isinstance(item, Deadline)
        return range_of(item)
    return getattr(item, name)
