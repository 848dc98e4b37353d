"""What settles the item: which letter or decision, how far that is, wholly or in part, who decided and when."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from griffie.base.i18n import N_, _, current_language
from griffie.domain.changes import Changes
from griffie.domain.dates import format_date
from griffie.domain.kinds import ItemKind
from griffie.domain.settlement import DEGREE_WORDS, STAGE_WORDS, Settlement, Stage
from griffie.domain.wording import settlement_text
from griffie.services import settling
from griffie.services.settling import Ruling
from griffie.services.sheet import Sheet
from griffie.ui.item.part import Hands, LetterLine, Link, Part, action_line
from griffie.ui.item.settlement_form import SettlementForm
from griffie.ui.panel.look import SMALL, label

LONGEST = 280
"""Characters of a quote that are shown; the letter has the rest."""


class SettlementView(QWidget):
    """One settlement: the letter, how far it is, the letter's words, and what can be done with it."""

    def __init__(self, settlement: Settlement, sheet: Sheet, *, read_only: bool) -> None:
        super().__init__()
        self.settlement = settlement
        letter = sheet.letters.get(settlement.letter_id) if settlement.letter_id else None
        self.letter = LetterLine(letter) if letter is not None else None
        self.state, self.quote = label(), label("muted", factor=SMALL)
        self.state.setText(state_text(settlement, with_letter=letter is not None))
        quote = " ".join(settlement.passage.quote.split()) if settlement.passage is not None else ""
        short = quote if len(quote) <= LONGEST else f"{quote[:LONGEST].rsplit(' ', 1)[0]} …"
        page = settlement.passage.page_number if settlement.passage is not None else 0
        self.quote.setText(f"“{short}”" + (" · " + _("p. {n}").format(n=page) if page else ""))
        self.remarks = label()
        self.remarks.setText(settlement.remarks)
        for part in (self.state, self.quote, self.remarks):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.propose, self.decide, self.change, self.remove = (Link(text) for text in self._texts())
        self.deeds = action_line([self.propose, self.decide, self.change, self.remove])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.letter, self.state, self.quote, self.remarks, self.deeds):
            if widget is not None:
                column.addWidget(widget)
        self._hide_what_is_not(read_only=read_only)
        self.setAccessibleName(" ".join([letter.number if letter else "", self.state.text()]).strip())

    def _hide_what_is_not(self, *, read_only: bool) -> None:
        """Hide what there is nothing to say or to do of; only now: a widget without a parent would be a window."""
        one = self.settlement
        self.quote.setHidden(one.passage is None or not one.passage.quote.strip())
        self.remarks.setHidden(not one.remarks)
        self.propose.setHidden(one.stage is not Stage.CLAIMED)
        self.decide.setHidden(one.stage is Stage.DECIDED)
        self.deeds.setHidden(read_only)

    def _texts(self) -> tuple[str, str, str, str]:
        return _("Propose"), _("Record a decision"), _("Change"), _("Take away")


class SettlementsPart(Part):
    """All settlements of an item; one form at a time stands below them."""

    title_key = N_("Settlements")

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._key: object = None
        self.views: list[SettlementView] = []
        self.add = Link()
        self.add.clicked.connect(self.begin_new)
        self.add_action(self.add)
        self.caption = label("muted", factor=SMALL)
        self.form = SettlementForm(hands.place, hands.reads, hands.keeper)
        self._hide_form()
        self.form.kept.connect(self._on_kept)
        self.form.abandoned.connect(self.close_form)
        self.column.addWidget(self.caption)
        self.column.addWidget(self.form)
        self.retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what settles an item; an open form stays while it is the same one."""
        if self.sheet is not None and self.sheet.item.id != sheet.item.id:
            self._hide_form()
        super().show_sheet(sheet)
        self.setVisible(sheet.item.kind is not ItemKind.DEADLINE)
        self.add.setVisible(not self.hands.read_only)
        key = (sheet.settlements, {key: letter.title for key, letter in sheet.letters.items()})
        if key != self._key:
            self._key = key
            self._fill(sheet)
        open_one = self.form.settlement
        if not self.form.isHidden() and open_one is not None and open_one not in sheet.settlements:
            self._hide_form()  # it was changed elsewhere, or is gone
        self.say_empty("" if sheet.settlements else self._nothing())

    def _nothing(self) -> str:
        if self.hands.read_only:
            return _("Nothing settles it yet.")
        return _("Nothing settles it yet. Add the letter that does, or the decision of a body.")

    def _fill(self, sheet: Sheet) -> None:
        self.views = [SettlementView(one, sheet, read_only=self.hands.read_only) for one in sheet.settlements]
        for view in self.views:
            self._connect(view)
        self.replace_lines(self.views)

    def _connect(self, view: SettlementView) -> None:
        one = view.settlement
        if view.letter is not None:
            view.letter.requested.connect(lambda: self._open(one))
        view.propose.clicked.connect(lambda: self._write_ruling(one, Stage.PROPOSED))
        view.decide.clicked.connect(lambda: self.begin_change(one, Stage.DECIDED))
        view.change.clicked.connect(lambda: self.begin_change(one))
        view.remove.clicked.connect(lambda: self._remove(one))

    def _open(self, one: Settlement) -> None:
        assert self.sheet is not None
        letter_id = one.letter_id or ""
        self.letter_requested.emit(self.sheet.item.id if one.role is not None else one.id, letter_id)

    def begin_new(self) -> None:
        """Show the form for a letter or a decision that settles the item."""
        if self.sheet is None or self.hands.read_only:
            return
        self.form.begin_new(self.sheet.item.id, Ruling())
        self._show_form(_("By which letter? Leave it empty where a body decided without one."))
        self.form.focus_first()

    def begin_change(self, one: Settlement, to: Stage | None = None) -> None:
        """Show the form of a settlement; `to` is the stage that it should get."""
        assert self.sheet is not None
        self.form.begin_change(one, to=to)
        self._show_form(settlement_text(one, self.sheet.number_of(one.letter_id)))
        self.form.rows.rows["body" if to is Stage.DECIDED else "stage"].editor.setFocus()

    def close_form(self) -> None:
        """Take the form away; the keys go to where it was asked for."""
        self._hide_form()
        self.add.setFocus()

    def _show_form(self, caption: str) -> None:
        self.caption.setText(caption)
        self.caption.show()
        self.form.show()

    def _hide_form(self) -> None:
        self.caption.hide()
        self.form.hide()

    def _on_kept(self) -> None:
        self.close_form()

    def _write_ruling(self, one: Settlement, stage: Stage) -> None:
        desk, ruling = self.hands.place.desk, Ruling(stage, one.degree, one.body, one.decided_on, one.remarks)
        self._run(lambda: settling.change_settlement(desk, one.id, ruling))

    def _remove(self, one: Settlement) -> None:
        desk, bus = self.hands.place.desk, self.hands.place.bus

        def kept(_found_id: str) -> None:
            bus.told.emit(_("Settlement taken away. Ctrl+Z brings it back."))

        self.hands.keeper.keep(lambda: settling.remove_settlement(desk, one.id), kept)

    def _run(self, write: Callable[[], Changes]) -> None:
        self.hands.keeper.keep(write, lambda _found_id: None)

    def retranslate(self) -> None:
        """Ask for the texts again."""
        super().retranslate()
        self.add.setText(_("Add a letter or decision"))
        self.form.retranslate()
        if self.sheet is not None:
            self._key = None
            self.show_sheet(self.sheet)


def state_text(settlement: Settlement, *, with_letter: bool) -> str:
    """Return how far a settlement is, how much of it, who decided and when."""
    parts = [_(STAGE_WORDS[settlement.stage]), _(DEGREE_WORDS[settlement.degree])]
    if settlement.stage is Stage.DECIDED:
        day = format_date(settlement.decided_on, current_language()) if settlement.decided_on else ""
        parts += [settlement.body, day]
    text = ", ".join(part for part in parts if part)
    return text if with_letter else _("Without a letter: {how}").format(how=text)
