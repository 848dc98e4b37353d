"""How the item stands: dated notes, interim messages to the Chamber, decisions; the newest first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.i18n import N_, _
from griffie.domain.following import Progress
from griffie.domain.wording import progress_head
from griffie.services import following
from griffie.services.sheet import Sheet
from griffie.ui.item.note_form import NoteForm
from griffie.ui.item.part import Hands, LetterLine, Link, Part, action_line
from griffie.ui.panel.look import SMALL, label


class NoteView(QWidget):
    """One dated line with its letter, and what can be done with it."""

    def __init__(self, note: Progress, sheet: Sheet, *, read_only: bool) -> None:
        super().__init__()
        self.note = note
        self.about, self.text = label("muted", factor=SMALL), label()
        self.about.setText(progress_head(note, ""))
        self.text.setText(note.text)
        for part in (self.about, self.text):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        letter = sheet.letters.get(note.letter_id) if note.letter_id else None
        self.letter = LetterLine(letter) if letter is not None else None
        self.change, self.remove = Link(_("Edit")), Link(_("Delete"))
        for button, name in ((self.change, _("Edit the note")), (self.remove, _("Delete the note"))):
            button.setAccessibleName(f"{name}: {self.about.text()}")
        self.deeds = action_line([self.change, self.remove])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.about, self.text, self.letter, self.deeds):
            if widget is not None:
                column.addWidget(widget)
        self.deeds.setHidden(read_only)
        self.setAccessibleName(f"{self.about.text()}: {note.text}")


class ProgressPart(Part):
    """All dated lines of an item; one form at a time stands above them."""

    title_key = N_("Progress")

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._key: object = None
        self._drafts: dict[str, str] = {}
        self.views: list[NoteView] = []
        self.add = Link()
        self.add.clicked.connect(lambda: self.begin_new())
        self.add_action(self.add)
        self.form = NoteForm(hands)
        self.form.hide()
        self.form.kept.connect(self.close_form)
        self.form.abandoned.connect(self.close_form)
        self.column.insertWidget(2, self.form)
        self.retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how an item stands; an open form stays, and a note that was begun is there again when its item is."""
        other = self.sheet is None or self.sheet.item.id != sheet.item.id
        if other:
            self._put_draft_away()
        super().show_sheet(sheet)
        if other and (draft := self._drafts.pop(sheet.item.id, "")):
            self.begin_new(draft)
        self.setVisible(sheet.owner is None or bool(sheet.progress))
        self.add.setVisible(not self.hands.read_only)
        key = (sheet.progress, {key: letter.title for key, letter in sheet.letters.items()})
        if key != self._key:
            self._key = key
            self.views = [NoteView(note, sheet, read_only=self.hands.read_only) for note in sheet.progress]
            for view in self.views:
                self._connect(view)
            self.replace_lines(self.views)
        note = self.form.note
        if not self.form.isHidden() and note is not None and note not in sheet.progress:
            self.form.hide()  # it was changed elsewhere, or is gone
        nothing = _("Nothing was noted yet.")
        advice = _("Nothing was noted yet. Add how it stands, or an interim message.")
        self.say_empty("" if sheet.progress else nothing if self.hands.read_only else advice)

    def _connect(self, view: NoteView) -> None:
        note = view.note
        if view.letter is not None:
            view.letter.requested.connect(lambda: self._open(note))
        view.change.clicked.connect(lambda: self.begin_change(note))
        view.remove.clicked.connect(lambda: self._remove(note))

    def _open(self, note: Progress) -> None:
        self.letter_requested.emit(note.item_id, note.letter_id or "")

    def _put_draft_away(self) -> None:
        """Remember a note that was begun and not kept."""
        text = self.form.rows["text"].editor.typed_text().strip()
        if self.sheet is not None and not self.form.isHidden() and self.form.note is None and text:
            self._drafts[self.sheet.item.id] = text
        self.form.hide()

    def begin_new(self, draft: str = "") -> None:
        """Show the form for a new line; `draft` is one that was begun, which does not take the keys."""
        if self.sheet is not None and not self.hands.read_only:
            self.form.show()
            self.form.begin(self.sheet.item.id, draft=draft)

    def begin_change(self, note: Progress) -> None:
        """Show the form of a line that is there."""
        self.form.show()
        self.form.begin(note.item_id, note)

    def close_form(self) -> None:
        """Take the form away; the keys go to where it was asked for."""
        self.form.hide()
        self.add.setFocus()

    def _remove(self, note: Progress) -> None:
        desk, bus = self.hands.place.desk, self.hands.place.bus

        def kept(_found_id: str) -> None:
            bus.told.emit(_("Note deleted. Ctrl+Z brings it back."))

        self.hands.keeper.keep(lambda: following.remove_progress(desk, note.id), kept)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        self.add.setText(_("Add a note"))
        self.form.retranslate()
        if self.sheet is not None:
            self._key = None
            self.show_sheet(self.sheet)
