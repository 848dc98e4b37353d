"""A paper as it will be printed, in a window of its own: to be looked at, turned on its side, printed or saved."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.paper import Paper
from griffie.ui.icons import icon
from griffie.ui.notices import Notices
from griffie.ui.panel.fields.choice import QuietCombo
from griffie.ui.place import Workplace
from griffie.ui.printing.canvas import Fit, SheetCanvas
from griffie.ui.printing.job import Job
from griffie.ui.printing.layout import Layout, a4
from griffie.ui.printing.output import laying_out
from griffie.ui.printing.typeset import Typeset
from griffie.ui.printing.wording import wording

MOST: Final = 0.9
"""Share of the screen that the window takes at most, at first."""


class Preview(QDialog):
    """Shows the sheets while they are being laid out; `paper` is what is shown, turned as the clerk wants it.

    Signals:
        print_wanted: the paper is to be printed.
        save_wanted: the paper is to be saved as PDF.
    """

    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, place: Workplace, paper: Paper, source: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._place, self.paper, self._source = place, paper, paper.source or source
        self._job: Job | None = None
        self.canvas = SheetCanvas(place.theme)
        self.notices = Notices(place.theme)
        self.print_button, self.save_button = QPushButton(), QPushButton()
        self.print_button.setProperty("primary", True)
        self.way, self.page, self.zoom = QuietCombo(), QLabel(), QLabel()
        self._tools: dict[str, QToolButton] = {}
        self._build()
        self._connect()
        self.retranslate()
        self.restyle()
        self.resize(QSize(1000, 760).boundedTo(self.screen().availableSize() * MOST))
        self.lay_out()

    def _build(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setAutoDefault(False)
        self.way.addItems(["", ""])
        self.way.setCurrentIndex(int(self.paper.landscape))
        self.way.setMinimumContentsLength(8)
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("8888 %"))
        for label in (self.page, self.zoom):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.print_button)
        row.addSpacing(4)
        row.addWidget(self.save_button)
        row.addSpacing(12)
        row.addWidget(self.way)
        row.addStretch(1)
        for part in ("page-up", self.page, "page-down"):
            row.addWidget(self._tool(part) if isinstance(part, str) else part)
        row.addStretch(1)
        for part in ("zoom-out", self.zoom, "zoom-in", "fit-width", "fit-page"):
            row.addWidget(self._tool(part) if isinstance(part, str) else part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.notices)
        column.addWidget(self.canvas, 1)
        self.canvas.setFocus()

    def _tool(self, name: str) -> QToolButton:
        self._tools[name] = QToolButton()
        return self._tools[name]

    def _connect(self) -> None:
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(self.paper))
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(self.paper))
        self.way.activated.connect(self._on_way)
        self.canvas.moved.connect(self._show_place)
        acts = self._acts()
        for name, (act, keys) in acts.items():
            if name in self._tools:
                self._tools[name].clicked.connect(act)
            for key in keys:
                QShortcut(QKeySequence(key), self, act)
        self._place.bus.theme_changed.connect(self.restyle)
        self._place.bus.language_changed.connect(self.retranslate)

    def _acts(self) -> dict[str, tuple[Callable[[], object], tuple[str, ...]]]:
        """Return what each tool does, and its keys: those of the letter's page."""
        canvas = self.canvas
        return {
            "print": (self.print_button.click, ("Ctrl+P",)),
            "save": (self.save_button.click, ("Ctrl+S",)),
            "page-up": (lambda: canvas.go_to_page(canvas.page_index - 1), ()),
            "page-down": (lambda: canvas.go_to_page(canvas.page_index + 1), ()),
            "zoom-out": (canvas.zoom_out, ("Ctrl+-",)),
            "zoom-in": (canvas.zoom_in, ("Ctrl++", "Ctrl+=")),
            "fit-width": (lambda: canvas.set_fit(Fit.WIDTH), ("Ctrl+1",)),
            "fit-page": (lambda: canvas.set_fit(Fit.PAGE), ("Ctrl+2",)),
        }

    @Slot()
    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        self.setWindowTitle(_("Print preview: {title}").format(title=self.paper.title))
        self.print_button.setText(_("Print..."))
        self.save_button.setText(_("Save as PDF..."))
        self.way.setItemText(0, _("Portrait"))
        self.way.setItemText(1, _("Landscape"))
        self.way.setAccessibleName(_("Orientation of the paper"))
        self.canvas.setAccessibleName(_("Pages as they will be printed"))
        names = {
            "page-up": _("Previous page"), "page-down": _("Next page"), "zoom-out": _("Zoom out"),
            "zoom-in": _("Zoom in"), "fit-width": _("Fit width"), "fit-page": _("Fit page"),
        }  # fmt: skip
        for name, tool in self._tools.items():
            tool.setAccessibleName(names[name])
            tool.setToolTip(names[name])
        self._show_place()

    @Slot()
    def restyle(self, *_theme: object) -> None:
        """Take the colours of the theme in force; the paper stays white."""
        theme = self._place.theme
        for name, tool in self._tools.items():
            tool.setIcon(icon(name, theme))
        self.canvas.set_theme(theme)
        self.notices.set_theme(theme)

    def lay_out(self) -> None:
        """Lay the paper out, in slices; the first pages show at once."""
        self.stop()
        layout = Layout(self.paper, a4(landscape=self.paper.landscape), Typeset(), wording())
        self.canvas.show_layout(layout, self._source)
        self._job = Job(laying_out(layout), self)
        self._job.progressed.connect(self._on_more)
        self._job.ended.connect(self._on_laid_out)
        self._job.start()

    @property
    def is_laid_out(self) -> bool:
        """True when all pages are there."""
        return self._job is None

    def stop(self) -> None:
        """Stop laying out."""
        if self._job is not None:
            self._job.cancel()

    def done(self, result: int) -> None:
        """Close, and stop what is still being laid out."""
        self.stop()
        super().done(result)

    @Slot()
    def _on_more(self) -> None:
        """Show pages that have come, when the view has none yet or shows the end."""
        self.canvas.grow()

    @Slot()
    def _on_laid_out(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self.canvas.refresh()

    @Slot(int)
    def _on_way(self, index: int) -> None:
        self.paper = replace(self.paper, landscape=bool(index))
        self.lay_out()

    @Slot()
    def _show_place(self) -> None:
        count = self.canvas.page_count
        shown = count if self.is_laid_out else "…"
        self.page.setText(_("page {n} of {m}").format(n=self.canvas.page_index + 1, m=shown) if count else "")
        self.zoom.setText(f"{round(self.canvas.zoom * 100)} %")
