"""The bar above an overview: what the rows are, which items count, what the chart shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from griffie.base.i18n import _
from griffie.domain.kinds import WORDS, Chamber, ItemKind
from griffie.domain.listing import Wanted
from griffie.domain.overview import MEASURE_WORDS, Dimension, Measure, with_years
from griffie.ui.overviews import wording
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.remembered import Remembered

ONCE, EVERY = "once", "every"
"""Each item once, its deadlines with it; or every row of the register, deadlines of an item too."""
LEAST_PX = 84
"""A box may become so narrow in a narrow window; its list shows the whole words."""
PARTS = "parts"
"""What the chart shows at first: of each row what has become of its items."""


@dataclass(frozen=True)
class Asked:
    """What the bar asks for: the rows; a kind, ONCE or EVERY; a period; a chamber. Empty does not limit."""

    dimension: Dimension = Dimension.MINISTRY
    kind: str = ONCE
    first: str = ""
    last: str = ""
    chamber: str = ""

    def wanted(self, years: Sequence[str]) -> Wanted:
        """Return what is counted; `years` are those in which something was made."""
        wanted = Wanted(once=self.kind == ONCE)
        if self.kind not in (ONCE, EVERY):
            wanted = wanted.choose("kind", self.kind)
        if self.chamber:
            wanted = wanted.choose("chamber", self.chamber)
        return with_years(wanted, years, self.first, self.last)


class OverviewBar(QWidget):
    """The choices, each a box without a label of its own: what it says is its label.

    Signals:
        asked: other items are to be counted, or by something else.
        shown: the same numbers are to be shown otherwise.
    """

    asked = Signal()
    shown = Signal()

    def __init__(self, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._years: tuple[str, ...] = ()
        self.by, self.kind, self.first, self.last = QuietCombo(), QuietCombo(), QuietCombo(), QuietCombo()
        self.chamber, self.measure = QuietCombo(), QuietCombo()
        self.per_year, self.chart = QToolButton(), QToolButton()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self._build()
        self._fill()
        self._recall()
        for box in (self.by, self.kind, self.first, self.last, self.chamber):
            box.currentIndexChanged.connect(self._on_asked)
        self.measure.currentIndexChanged.connect(self._on_shown)
        self.per_year.toggled.connect(self._on_shown)
        self.chart.toggled.connect(self._on_shown)

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        for box in (self.by, self.kind, self.first, self.last, self.chamber, self.measure):
            box.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            box.setMinimumWidth(LEAST_PX)
            line.addWidget(box)
        for button in (self.per_year, self.chart):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.count)

    def choice(self) -> Asked:
        """Return what is asked for."""
        return Asked(
            Dimension(self.by.currentData()),
            self.kind.currentData(),
            self.first.currentData() or "",
            self.last.currentData() or "",
            self.chamber.currentData() or "",
        )

    @property
    def charted(self) -> Measure | None:
        """The number that the chart shows, None for what has become of the items."""
        chosen = self.measure.currentData()
        return None if chosen == PARTS else Measure(chosen)

    @property
    def year_measure(self) -> Measure:
        """The number that the columns show where they are years."""
        return self.charted or Measure.MADE

    def show_years(self, years: Sequence[str]) -> None:
        """Offer the years in which something was made."""
        if tuple(years) != self._years:
            self._years = tuple(years)
            self._fill()

    def clear(self) -> None:
        """Take every limit away; what the rows are stays."""
        for box in (self.kind, self.first, self.last, self.chamber):
            box.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(EVERY))
        for box in (self.first, self.last, self.chamber):
            box.setCurrentIndex(0)
        for box in (self.kind, self.first, self.last, self.chamber):
            box.blockSignals(False)
        self._on_asked()

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self._fill()
        names = {
            self.by: _("What the rows are"), self.kind: _("What is counted"), self.first: _("First year"),
            self.last: _("Last year"), self.chamber: _("Chamber"), self.measure: _("What the chart shows"),
        }  # fmt: skip
        for box, name in names.items():
            box.setAccessibleName(name)
            box.setToolTip(name)
        self.per_year.setText(_("Years"))
        self.per_year.setToolTip(_("A column for each year, with the number that the chart shows"))
        self.chart.setText(_("Chart"))
        self.chart.setToolTip(_("Show bars beside the table"))

    def keep(self) -> None:
        """Remember the choices for the next start."""
        choice = self.choice()
        self._remembered.keep_text("overviews_by", choice.dimension.value)
        self._remembered.keep_text("overviews_kind", choice.kind)
        self._remembered.keep_text("overviews_measure", self.measure.currentData())
        self._remembered.keep_flag("overviews_years", self.per_year.isChecked())
        self._remembered.keep_flag("overviews_chart", self.chart.isChecked())

    def _recall(self) -> None:
        for box, name in (
            (self.by, "overviews_by"),
            (self.kind, "overviews_kind"),
            (self.measure, "overviews_measure"),
        ):
            box.setCurrentIndex(max(0, box.findData(self._remembered.text(name))))
        self.per_year.setChecked(self._remembered.flag("overviews_years", False))
        self.chart.setChecked(self._remembered.flag("overviews_chart", True))

    def _fill(self) -> None:
        """Fill the boxes; what is chosen stays chosen."""
        kinds = [(_("all items"), ONCE), (_("items and their deadlines"), EVERY)]
        _refill(self.by, [(wording.per(dimension), dimension.value) for dimension in Dimension])
        _refill(self.kind, [*kinds, *((_(WORDS[kind]), kind.value) for kind in ItemKind)])
        _refill(self.first, [(_("from the start"), ""), *((_("from {year}").format(year=y), y) for y in self._years)])
        _refill(self.last, [(_("until now"), ""), *((_("to {year}").format(year=y), y) for y in self._years)])
        _refill(self.chamber, [(_("all chambers"), ""), *((_(WORDS[chamber]), chamber.value) for chamber in Chamber)])
        measures = [(_("what has become of them"), PARTS), *((_(MEASURE_WORDS[one]), one.value) for one in Measure)]
        _refill(self.measure, measures)

    @Slot()
    def _on_asked(self) -> None:
        self.keep()
        self.asked.emit()

    @Slot()
    def _on_shown(self) -> None:
        self.keep()
        self.shown.emit()


def _refill(box: QuietCombo, entries: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, data in entries:
        box.addItem(text, data)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
