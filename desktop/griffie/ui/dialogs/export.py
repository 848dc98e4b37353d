"""Asks what to export and how: kind, this letter or the register, profile. The file is asked for afterwards."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.kinds import WORDS, ItemKind
from griffie.domain.letter import Letter
from griffie.domain.listing import Wanted
from griffie.exchange.to_csv import PROFILES
from griffie.ui.panel.fields.choice import QuietCombo


@dataclass(frozen=True)
class ExportWish:
    """What the clerk chose."""

    wanted: Wanted
    profile: str


class ExportDialog(QDialog):
    """Kind, scope and profile; `ask()` shows it and returns the choice."""

    def __init__(
        self,
        profile: str,
        letter: Letter | None,
        parent: QWidget | None = None,
        *,
        shown: tuple[str, Wanted] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export to CSV"))
        self.setMinimumWidth(440)
        self.kind, self.scope, self.profile = QuietCombo(), QuietCombo(), QuietCombo()
        self.kind.addItem(_("everything"), "")
        for kind in ItemKind:
            self.kind.addItem(_(WORDS[kind]), kind.value)
        if shown is not None:
            self.scope.addItem(_("What the register shows ({name})").format(name=shown[0]), shown[1])
        self.scope.addItem(_("the whole register"), Wanted())
        if letter is not None:
            self.scope.addItem(_("this letter: {title}").format(title=letter.title[:50]), Wanted(letter_id=letter.id))
        for name, known in PROFILES.items():
            self.profile.addItem(_(known.label), name)
        self.profile.setCurrentIndex(max(0, self.profile.findData(profile)))
        form = QFormLayout()
        for text, box in ((_("Items"), self.kind), (_("Scope"), self.scope), (_("For"), self.profile)):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text)
            form.addRow(label, box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        export = buttons.addButton(_("Choose a file..."), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def wish(self) -> ExportWish:
        """Return what is chosen now."""
        kind = self.kind.currentData()
        wanted: Wanted = self.scope.currentData()
        if kind:
            wanted = replace(wanted, kinds=(ItemKind(kind),))
        return ExportWish(wanted, self.profile.currentData())

    @classmethod
    def ask(
        cls, profile: str, letter: Letter | None, parent: QWidget, *, shown: tuple[str, Wanted] | None = None
    ) -> ExportWish | None:
        """Show the dialog; None when the clerk thought better of it. `shown` is what the register is limited to now."""
        dialog = cls(profile, letter, parent, shown=shown)
        return dialog.wish() if dialog.exec() == QDialog.DialogCode.Accepted else None
