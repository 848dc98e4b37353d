"""The pane of facets: what the register can be limited to with a click, with how many rows there would be."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from griffie.base.i18n import _, current_language
from griffie.domain.listing import Wanted
from griffie.services.register import FacetCount
from griffie.ui.register.columns import FACET_HEADINGS, facet_word

SHOWN = 12
"""Values of a facet that are shown before "more"; what is chosen is always shown."""
VALUE = int(Qt.ItemDataRole.UserRole) + 1
MORE = "…more"


class CheckDelegate(QStyledItemDelegate):
    """Draws check boxes whose frame is seen on a dark ground too."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: paint one cell."""
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or option.widget is None:
            return
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        area = option.widget.style().subElementRect(part, own, option.widget)
        palette = option.palette
        paint_check(painter, QRectF(area), palette, checked=Qt.CheckState(state) is Qt.CheckState.Checked)


def paint_check(painter: QPainter, area: QRectF, palette: QPalette, *, checked: bool) -> None:
    """Draw a check box in the colours of a palette over whatever stands there."""
    side = min(area.width(), area.height(), 14.0)
    box = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
    accent = palette.color(QPalette.ColorRole.Accent)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent if checked else palette.color(QPalette.ColorRole.PlaceholderText), 1))
    painter.setBrush(accent if checked else palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 3, 3)
    if checked:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 1.8))
        unit = side / 14
        points = [(3.2, 7.2), (6, 10), (11, 4.2)]
        painter.drawPolyline([QPointF(box.left() + x * unit, box.top() + y * unit) for x, y in points])
    painter.restore()


class FacetPane(QWidget):
    """The facets as a tree of check boxes.

    Signals:
        chosen: facet, value, whether it was checked.
    """

    chosen = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(12)
        self.tree.setStyleSheet("QTreeWidget::item { height: 24px; }")
        self.tree.setUniformRowHeights(True)
        self.tree.setRootIsDecorated(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setItemDelegateForColumn(0, CheckDelegate(self.tree))
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        self._counts: Mapping[str, Sequence[FacetCount]] = {}
        self._wanted = Wanted()
        self._folded: set[str] = {"person", "dossier", "chamber", "handler", "letter_state"}
        self._whole: set[str] = set()
        self._filling = False
        self.tree.itemChanged.connect(self._on_changed)
        self.tree.itemActivated.connect(self._on_activated)
        self.tree.itemClicked.connect(self._on_clicked)
        self.tree.itemExpanded.connect(self._on_expanded)
        self.tree.itemCollapsed.connect(self._on_collapsed)
        self.retranslate()

    def show_counts(self, counts: Mapping[str, Sequence[FacetCount]], wanted: Wanted) -> None:
        """Show the values of every facet with their counts, and which are chosen."""
        self._counts, self._wanted = counts, wanted
        self._fill()

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self.tree.setAccessibleName(_("Limit the register to"))
        self._fill()

    def _fill(self) -> None:
        self._filling = True
        place = self.tree.verticalScrollBar().value()
        held = self.tree.currentItem()
        current = held.data(0, VALUE) if held is not None else None
        self.tree.clear()
        for facet, heading in FACET_HEADINGS.items():
            chosen = self._wanted.values_of(facet)
            counts = list(self._counts.get(facet, ()))
            known = {one.value for one in counts}
            counts += [FacetCount(value, 0) for value in chosen if value not in known]
            if len(counts) > 1 or chosen:
                self._add_facet(facet, _(heading), counts, chosen, current)
        self.tree.verticalScrollBar().setValue(place)
        self._filling = False

    def _add_facet(
        self, facet: str, heading: str, counts: list[FacetCount], chosen: Sequence[str], current: object
    ) -> None:
        top = QTreeWidgetItem([heading, ""])
        top.setData(0, VALUE, (facet, ""))
        top.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        self.tree.addTopLevelItem(top)
        shown = counts if facet in self._whole else counts[:SHOWN]
        for one in [*shown, *(one for one in counts[len(shown) :] if one.value in chosen)]:
            line = QTreeWidgetItem([facet_word(facet, one.value), _number(one.count)])
            line.setData(0, VALUE, (facet, one.value))
            line.setToolTip(0, facet_word(facet, one.value))
            line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.setCheckState(0, Qt.CheckState.Checked if one.value in chosen else Qt.CheckState.Unchecked)
            top.addChild(line)
            if current == (facet, one.value):
                self.tree.setCurrentItem(line)
        if len(shown) < len(counts):
            more = QTreeWidgetItem([_("{n} more...").format(n=len(counts) - len(shown)), ""])
            more.setData(0, VALUE, (facet, MORE))
            top.addChild(more)
        top.setExpanded(facet not in self._folded or bool(chosen))

    @Slot(QTreeWidgetItem, int)
    def _on_changed(self, line: QTreeWidgetItem, _column: int) -> None:
        if not self._filling:
            facet, value = line.data(0, VALUE)
            self.chosen.emit(facet, value, line.checkState(0) is Qt.CheckState.Checked)

    @Slot(QTreeWidgetItem, int)
    def _on_clicked(self, line: QTreeWidgetItem, _column: int) -> None:
        """A click anywhere on a heading folds it; one on "more" shows the rest."""
        facet, value = line.data(0, VALUE)
        if value == MORE:
            self._whole.add(facet)
            self._fill()

    @Slot(QTreeWidgetItem, int)
    def _on_activated(self, line: QTreeWidgetItem, _column: int) -> None:
        """Enter checks a value or takes the check away."""
        facet, value = line.data(0, VALUE)
        if value == MORE:
            self._whole.add(facet)
            self._fill()
        elif value:
            checked = line.checkState(0) is Qt.CheckState.Checked
            line.setCheckState(0, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    @Slot(QTreeWidgetItem)
    def _on_expanded(self, line: QTreeWidgetItem) -> None:
        if not self._filling:
            self._folded.discard(line.data(0, VALUE)[0])

    @Slot(QTreeWidgetItem)
    def _on_collapsed(self, line: QTreeWidgetItem) -> None:
        if not self._filling:
            self._folded.add(line.data(0, VALUE)[0])


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "." if current_language() == "nl" else ",")
