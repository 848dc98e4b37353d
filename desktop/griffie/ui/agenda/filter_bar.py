"""What the agenda is limited to: kind, ministry, committee, handler, chamber, and whether settled ones show too."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from griffie.base.i18n import N_, _
from griffie.domain.agenda import AgendaFilter
from griffie.domain.kinds import WORDS, Chamber, ItemKind
from griffie.ui.panel.fields.base import ROW
from griffie.ui.panel.fields.choice import DrawnCheck, QuietCombo

ALL = {
    "kind": N_("all kinds"), "ministry": N_("all ministries"), "committee": N_("all committees"),
    "handler": N_("everybody"), "chamber": N_("both chambers"),
}  # fmt: skip
NAMES = {
    "kind": N_("Kind"), "ministry": N_("Ministry"), "committee": N_("Committee"), "handler": N_("Handled by"),
    "chamber": N_("Chamber"),
}  # fmt: skip
KIND_WORDS = {
    ItemKind.COMMITMENT: N_("commitments"), ItemKind.MOTION: N_("motions"), ItemKind.REQUEST: N_("requests"),
    ItemKind.DEADLINE: N_("deadlines of a letter"),
}  # fmt: skip


LEAST_PX = 72
"""A choice may become so narrow in a small window."""


class WordedCheck(DrawnCheck):
    """A check box with words beside it."""

    def sizeHint(self) -> QSize:
        """Qt: room for the words."""
        return QSize(26 + self.fontMetrics().horizontalAdvance(self.text()), ROW)

    def minimumSizeHint(self) -> QSize:
        """Qt: the words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the box, and the words behind it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(24, 0, 0, 0), flags, self.text())
        painter.end()


class FilterBar(QWidget):
    """A row of choices; those with nothing to choose between are not shown.

    Signals:
        changed: the AgendaFilter that is chosen now.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QuietCombo] = {}
        self._values: dict[str, list[str]] = {"kind": [kind.value for kind in KIND_WORDS]}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for facet in ALL:
            box = QuietCombo()
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            box.setMinimumContentsLength(9)
            box.setMinimumWidth(LEAST_PX)
            box.setMaximumWidth(210)
            box.currentIndexChanged.connect(self._on_changed)
            self.boxes[facet] = box
            row.addWidget(box)
        self.closed = WordedCheck()
        self.closed.toggled.connect(self._on_changed)
        row.addSpacing(4)
        row.addWidget(self.closed)
        self._shown = AgendaFilter()
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for facet, box in self.boxes.items():
            box.setAccessibleName(_(NAMES[facet]))
            box.setToolTip(_(NAMES[facet]))
            self._fill(facet)
        self.closed.setText(_("settled ones too"))

    def offer(self, values: dict[str, list[str]]) -> None:
        """Offer the values that occur in the register."""
        for facet, found in values.items():
            if self._values.get(facet) != found:
                self._values[facet] = found
                self._fill(facet)

    def show_filter(self, shown: AgendaFilter) -> None:
        """Show a filter without telling."""
        self._shown = shown
        self.closed.blockSignals(True)
        self.closed.setChecked(shown.also_closed)
        self.closed.blockSignals(False)
        for facet in self.boxes:
            self._fill(facet)

    def chosen(self) -> AgendaFilter:
        """Return the filter that is chosen."""
        return self._shown

    def _fill(self, facet: str) -> None:
        box, wanted = self.boxes[facet], self._value(facet)
        values = self._values.get(facet, [])
        box.blockSignals(True)
        box.clear()
        box.addItem(_(ALL[facet]), "")
        for value in values if not wanted or wanted in values else [*values, wanted]:
            box.addItem(_word(facet, value), value)
            box.setItemData(box.count() - 1, _word(facet, value), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(max(0, box.findData(wanted)))
        box.blockSignals(False)
        box.setVisible(facet == "kind" or bool(wanted) or len(values) > (1 if facet == "chamber" else 0))

    def _value(self, facet: str) -> str:
        if facet == "kind":
            return self._shown.kinds[0].value if len(self._shown.kinds) == 1 else ""
        return str(getattr(self._shown, facet))

    def _on_changed(self, *_what: Any) -> None:
        kind = self.boxes["kind"].currentData()
        facets = {facet: str(box.currentData() or "") for facet, box in self.boxes.items() if facet != "kind"}
        self._shown = AgendaFilter(
            kinds=(ItemKind(kind),) if kind else (), dossier=self._shown.dossier,
            also_closed=self.closed.isChecked(), **facets,
        )  # fmt: skip
        self.changed.emit(self._shown)


def _word(facet: str, value: str) -> str:
    if facet == "kind":
        return _(KIND_WORDS[ItemKind(value)])
    if facet == "chamber" and value in list(Chamber):
        return _(WORDS[Chamber(value)])
    return value
