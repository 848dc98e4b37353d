"""How the item stands to others: what it repeats, changes or adds to, and what does so to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from griffie.base.errors import UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.following import RELATION_WORDS, Relation, RelationKind
from griffie.services import choosing, following
from griffie.services.sheet import Sheet
from griffie.ui.item.editors import asker, choice_row, line_row
from griffie.ui.item.part import BESIDE_LINK, Hands, Link, Part
from griffie.ui.panel.fields.line import LineEditor
from griffie.ui.panel.look import SMALL, label

INVERSE = "by "
"""Before the code of a kind where the other item is related to this one."""
CHOICES = {
    **{kind.value: words[0] for kind, words in RELATION_WORDS.items()},
    **{f"{INVERSE}{kind.value}": words[1] for kind, words in RELATION_WORDS.items()},
}


class RelationView(QWidget):
    """One relation: the word, the other item, and a way to take it away."""

    def __init__(self, relation: Relation, *, read_only: bool) -> None:
        super().__init__()
        self.relation = relation
        word = _(relation.word)
        self.word, self.about = label("muted"), label("muted", factor=SMALL)
        self.word.setText(word)
        self.word.setWordWrap(False)
        for part in (self.word, self.about):
            part.setContentsMargins(0, BESIDE_LINK, 0, 0)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setText(" ".join(relation.other_title.split()))
        self.link = Link(relation.other_number)
        self.link.setAccessibleName(f"{word} {relation.other_number}: {self.about.text()}")
        self.link.setToolTip(_("Show everything about this item"))
        self.remove = Link(_("Take away"))
        self.remove.setAccessibleName(_("Take away: {relation}").format(relation=f"{word} {relation.other_number}"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self.word, self.link):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.about, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.setHidden(read_only)


class RelationsPart(Part):
    """All relations of an item, seen from it, and two rows to add one."""

    title_key = N_("Other items")

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._key: object = None
        self.views: list[RelationView] = []
        self.add = Link()
        self.add.clicked.connect(self.begin)
        self.add_action(self.add)
        desk = hands.place.desk
        self.kind = choice_row("kind", N_("This item"), CHOICES)
        self.other = line_row("other", N_("Item"), asker(hands.reads, desk, choosing.items_like))
        self.error = label("hint", factor=SMALL)
        self.keep_button, self.drop_button = QPushButton(), QPushButton()
        self.keep_button.setProperty("primary", True)
        self.form = QWidget()
        self._lay_out()
        for row in (self.kind, self.other):
            row.only_checks = True
            row.page_requested.connect(self.close_form)
            row.next_requested.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)
        self.drop_button.clicked.connect(self.close_form)
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.drop_button, self.keep_button):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.kind, self.other, self.error):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.form.hide()
        self.column.addWidget(self.form)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how an item stands to others."""
        if self.sheet is not None and self.sheet.item.id != sheet.item.id:
            self.form.hide()
        super().show_sheet(sheet)
        self.setVisible(sheet.owner is None or bool(sheet.relations))
        self.add.setVisible(not self.hands.read_only)
        if sheet.relations != self._key:
            self._key = sheet.relations
            self.views = [RelationView(one, read_only=self.hands.read_only) for one in sheet.relations]
            for view in self.views:
                self._connect(view)
            self.replace_lines(self.views)
        nothing = _("It has nothing to do with other items yet.")
        advice = _("It has nothing to do with other items yet. Add what it repeats, changes or adds to.")
        self.say_empty("" if sheet.relations else nothing if self.hands.read_only else advice)

    def _connect(self, view: RelationView) -> None:
        one = view.relation
        view.link.clicked.connect(lambda: self.sheet_requested.emit(one.other_id))
        view.remove.clicked.connect(lambda: self._remove(one))

    def begin(self) -> None:
        """Show the rows for a further relation."""
        if self.sheet is None or self.hands.read_only:
            return
        self.kind.fill(RelationKind.REPEATS.value)
        self.other.fill("")
        self.say("")
        self.keep_button.setEnabled(True)
        self.form.show()
        self.other.editor.setFocus()

    def close_form(self) -> None:
        """Take the rows away; the keys go to where they were asked for."""
        self.form.hide()
        self.add.setFocus()

    def keep(self) -> None:
        """Keep the relation that is typed, or say why it cannot be kept."""
        if self.sheet is None or not self.keep_button.isEnabled():
            return
        desk, item_id = self.hands.place.desk, self.sheet.item.id
        code, typed = self.kind.editor.typed_text(), self.other.editor.typed_text().strip()
        inverse, kind = code.startswith(INVERSE), RelationKind(code.removeprefix(INVERSE))

        def write() -> Changes:
            other_id = choosing.item_of(desk, typed).id
            ends = (other_id, item_id) if inverse else (item_id, other_id)
            return following.relate(desk, ends[0], kind, ends[1])

        self.say("")
        self.keep_button.setEnabled(False)
        self.hands.keeper.keep(write, self._on_kept, self._on_refused)

    def _on_kept(self, _found_id: str) -> None:
        self.keep_button.setEnabled(True)
        self.close_form()

    def _on_refused(self, error: UserError) -> None:
        self.keep_button.setEnabled(True)
        self.say(str(error))
        self.other.editor.setFocus()

    def say(self, text: str) -> None:
        """Show why something cannot be kept."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def _remove(self, one: Relation) -> None:
        desk, bus = self.hands.place.desk, self.hands.place.bus

        def kept(_found_id: str) -> None:
            bus.told.emit(_("Relation taken away. Ctrl+Z brings it back."))

        self.hands.keeper.keep(lambda: following.unrelate(desk, one.id), kept)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        self.add.setText(_("Add an item"))
        for row in (self.kind, self.other):
            row.retranslate()
        editor = self.other.editor
        assert isinstance(editor, LineEditor)
        editor.set_placeholder(_("Number, or words of it"))
        self.keep_button.setText(_("Record"))
        self.drop_button.setText(_("Cancel"))
        if self.sheet is not None:
            self._key = None
            self.show_sheet(self.sheet)
