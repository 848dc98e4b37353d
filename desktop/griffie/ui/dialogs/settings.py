"""The few settings, each kept as soon as it is changed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from griffie.base.i18n import LANGUAGES, N_, _
from griffie.base.settings import DECLARED, SETTINGS, Settings
from griffie.ui.panel.fields.choice import QuietCombo

if TYPE_CHECKING:
    from griffie.ui.place import Workplace

WORDS = {
    "system": N_("as the system"),
    "light": N_("light"),
    "dark": N_("dark"),
    "excel_nl": N_("Excel in Dutch (semicolon)"),
    "international": N_("international (comma)"),
    "machine": N_("for programs (fixed names)"),
}


class SettingsDialog(QDialog):
    """Language, appearance, CSV profile, name, time limit of a page, reminders; and the way to the recess calendar.

    `calendar_saved` tells that the calendar was changed meanwhile.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None, place: "Workplace | None" = None) -> None:
        super().__init__(parent)
        self._place, self.calendar_saved = place, False
        self._settings = settings
        self.setWindowTitle(_("Settings"))
        form = QFormLayout()
        self.language = self._choice("language", {"": _("as the system"), **LANGUAGES})
        self.appearance = self._choice("appearance", {c: _(WORDS[c]) for c in DECLARED["appearance"].choices})
        self.profile = self._choice("csv_profile", {c: _(WORDS[c]) for c in DECLARED["csv_profile"].choices})
        self.name = QLineEdit(settings.get("user_name"))
        self.name.editingFinished.connect(self._on_name)
        self.limit = QSpinBox(minimum=1, maximum=120, value=settings.get("pdf_time_limit"))
        self.limit.valueChanged.connect(self._on_limit)
        fields = {"language": self.language, "appearance": self.appearance, "csv_profile": self.profile,
                  "user_name": self.name, "pdf_time_limit": self.limit}  # fmt: skip
        for name, widget in fields.items():
            label = QLabel(_(DECLARED[name].text))
            label.setBuddy(widget)
            widget.setAccessibleName(_(DECLARED[name].text))
            form.addRow(label, widget)
        self.reminders = self._add_reminders(form)
        self.recesses = QPushButton(_("Recess calendar..."))
        self.recesses.setHidden(place is None)
        self.recesses.setAutoDefault(False)
        self.recesses.clicked.connect(self._on_recesses)
        form.addRow("", self.recesses)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(560)

    def _add_reminders(self, form: QFormLayout) -> dict[str, QSpinBox]:
        """Add how long before its last day a deadline counts as coming up, for each kind of item."""
        about = QLabel(_("A deadline is coming up, in the agenda and in the status bar:"))
        about.setProperty("role", "muted")
        form.addRow(about)
        boxes = {}
        for setting in SETTINGS:
            if setting.name.startswith("reminder_") and setting.limits is not None:
                least, most = setting.limits
                box = QSpinBox(minimum=least, maximum=most, value=self._settings.get(setting.name))
                box.valueChanged.connect(partial(self._settings.set, setting.name))
                box.setAccessibleName(_(setting.text))
                label = QLabel(_(setting.text))
                label.setBuddy(box)
                form.addRow(label, box)
                boxes[setting.name] = box
        return boxes

    def _choice(self, name: str, words: dict[str, str]) -> QComboBox:
        box = QuietCombo()
        for code, word in words.items():
            box.addItem(word, code)
        box.setCurrentIndex(max(0, box.findData(self._settings.get(name))))
        box.currentIndexChanged.connect(lambda _index: self._settings.set(name, box.currentData()))
        return box

    @Slot()
    def _on_recesses(self) -> None:
        from griffie.ui.dialogs.recesses import RecessDialog

        if self._place is not None:
            dialog = RecessDialog(self._place, self)
            dialog.exec()
            self.calendar_saved |= dialog.saved

    @Slot()
    def _on_name(self) -> None:
        self._settings.set("user_name", self.name.text().strip())

    @Slot(int)
    def _on_limit(self, seconds: int) -> None:
        self._settings.set("pdf_time_limit", seconds)
